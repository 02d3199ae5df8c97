import { cent, type Cent } from '@/lib/base/money'
import type { PlainDate } from '@/lib/base/date'
import type { GeldVan, Vervolggrond } from '@/lib/beschikking/model'
import type { Aanleiding } from '@/lib/verantwoording/model'

/** A besluit that says what a grant is worth. Amount in cents. */
export type Geldbesluit = { readonly id: string; readonly kenmerk: string; readonly soort: string; readonly bedragCent: Cent; readonly gronden: readonly string[]; readonly genomenOp: Date; readonly genomenDoor: string | null }

const OVER_GELD: readonly string[] = ['verlening', 'wijziging', 'intrekking', 'vaststelling', 'herziening', 'herroeping']
const VERLAAGT: readonly string[] = ['wijziging', 'intrekking', 'vaststelling', 'herziening']

/**
 * The besluit that can be undone: the last one about the amount, when that took something away; and what held before it. Undefined when there is
 * none: nothing was lowered, or it was undone already.
 */
export function findBestreden<Een extends Geldbesluit>(besluiten: readonly Een[]): { besluit: Een; voorCent: Cent } | undefined {
  const geld = besluiten.filter(({ soort }) => OVER_GELD.includes(soort)).toSorted((een, ander) => een.genomenOp.getTime() - ander.genomenOp.getTime())
  const [voor, besluit] = geld.slice(-2)
  return voor !== undefined && besluit !== undefined && VERLAAGT.includes(besluit.soort) && besluit.bedragCent < voor.bedragCent ? { besluit, voorCent: voor.bedragCent } : undefined
}

/** What the burger asked for himself is not undone against him. */
export const isEigenVerzoek = ({ gronden }: Pick<Geldbesluit, 'gronden'>): boolean => gronden.includes('op-verzoek')

/** The highest amount that can come back: what held before, less what a switch to a cheaper scholing gave back. In cents. */
export function calculateHoogste({ voorCent, verleendCent, verlegdCent }: { voorCent: Cent; verleendCent: Cent; verlegdCent: number }): Cent {
  return cent(Math.min(voorCent, verleendCent - verlegdCent))
}

export type HerroepInhoudReden = 'bedrag-niet-tussen' | 'dag-klopt-niet'

/** What is wrong with a proposal: the amount must be more than what holds and no more than what held, and its day between the besluit and today. */
export function checkVoorstel(
  { bedragCent, beslistOp }: { bedragCent: number; beslistOp: PlainDate }, feiten: { geldtCent: number; hoogsteCent: number; genomenOp: PlainDate; vandaag: PlainDate },
): readonly HerroepInhoudReden[] {
  return [
    ...(bedragCent <= feiten.geldtCent || bedragCent > feiten.hoogsteCent ? ['bedrag-niet-tussen' as const] : []),
    ...(beslistOp < feiten.genomenOp || beslistOp > feiten.vandaag ? ['dag-klopt-niet' as const] : []),
  ]
}

export type BeslisserReden = 'geen-teamleider' | 'zelfde-persoon' | 'eigen-besluit'

/** Who may decide: a teamleider, another than who proposed it, and than who took the besluit (Awb 10:3 lid 3). */
export function checkBeslisser(wie: { id: string; isTeamleider: boolean }, { voorgesteldDoor, genomenDoor }: { voorgesteldDoor: string; genomenDoor: string | null }): readonly BeslisserReden[] {
  return [
    ...(wie.isTeamleider ? [] : ['geen-teamleider' as const]),
    ...(wie.id === voorgesteldDoor ? ['zelfde-persoon' as const] : []),
    ...(wie.id === genomenDoor ? ['eigen-besluit' as const] : []),
  ]
}

/** A claim that rests on the besluit, with what it is worth and what was given up of it. In cents. */
export type RustendeVordering = { readonly id: string; readonly bedragCent: number; readonly afgeboektCent: number; readonly isVanBurger: boolean; readonly isOpen: boolean }

export type Herstelplan = {
  readonly verlagingen: readonly { readonly id: string; readonly wordtCent: number; readonly afCent: number }[]
  /** Claims that were given up altogether: that was no loss, it is subsidie again. */
  readonly herlevingen: readonly { readonly id: string; readonly afgeboektCent: number }[]
  /** A claim that was given up has receipts on it: those go back by hand, so the afdeling financiën comes first. */
  readonly isVast: boolean
  readonly vorderingCent: Cent
  readonly van: GeldVan
}

/**
 * Which claims fall, or become less, so that with the order the amount is there: `staatCent` is what is ordered, owed and paid already, with what
 * the order gets. The claims of the besluit only, the newest first; what was remitted of one that still runs was kept already.
 */
export function planHerstel(naarCent: number, staatCent: number, vorderingen: readonly RustendeVordering[]): Herstelplan {
  let rest = Math.max(0, naarCent - staatCent)
  let isVast = false
  const herlevingen: Herstelplan['herlevingen'][number][] = []
  const verlagingen: Herstelplan['verlagingen'][number][] = []
  for (const { id, bedragCent, afgeboektCent, isOpen } of vorderingen) {
    const overCent = bedragCent - afgeboektCent
    if (rest > 0 && !isOpen && overCent > 0) isVast = true
    if (isOpen && Math.min(rest, overCent) > 0) verlagingen.push({ id, wordtCent: overCent - Math.min(rest, overCent), afCent: Math.min(rest, overCent) })
    if (!isOpen && afgeboektCent > 0 && rest >= bedragCent) herlevingen.push({ id, afgeboektCent })
    rest = Math.max(0, rest - bedragCent)
  }
  const vorderingCent = cent(verlagingen.reduce((som, { afCent }) => som + afCent, 0))
  const eerste = vorderingen.find(({ id }) => id === verlagingen[0]?.id)
  return { verlagingen, herlevingen, isVast, vorderingCent, van: eerste === undefined ? 'niemand' : eerste.isVanBurger ? 'burger' : 'opleider' }
}

/** The ground in the besluit and its letter. */
export const GROND_VAN: Readonly<Record<Aanleiding, Vervolggrond>> = { bezwaar: 'bezwaar-gegrond', uitspraak: 'uitspraak-rechter', 'eigen-beweging': 'besluit-hield-niet' }
