import { randomUUID } from 'node:crypto'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamJaar } from '@/lib/base/amsterdam'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { lockPlafonds, lockSturing, savePlafond, type Plafond } from '@/lib/tijdvak/repo'
import { lockJaarplafond } from '@/lib/tijdvak/repo/jaarplafond'
import { checkRuimte } from '@/lib/tijdvak/rules/jaarplafond'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { checkVerhoging, checkVerlaging, type PlafondReden } from '@/lib/tijdvak/rules/plafond'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/** A decision about a plafond; amount in cents, more than zero. `naarId` is the compartiment that gets what is moved. */
export type Plafondbesluit = {
  readonly code: string
  readonly compartimentId: string
  readonly handeling: 'verhoog' | 'verlaag' | 'verplaats'
  readonly naarId?: string | undefined
  readonly bedrag: number
  readonly reden: string
}

/**
 * Raises or lowers a plafond or moves budget between compartimenten, also while the tijdvak runs. Intake waits, so that what
 * was applied for before is known and keeps its claim (Awb 4:27 lid 2); the decision is booked in the ledger with its log entry.
 */
export function wijzigPlafond(actor: Medewerker, besluit: Plafondbesluit): Promise<Outcome<PlafondReden>> {
  return inTransaction(async (tx) => {
    const tijdvak = await lockSturing(tx, besluit.code)
    if (tijdvak === undefined) return refused('onbekend-tijdvak')
    const nu = await nowIn(tx)
    const plafonds = await lockPlafonds(tx, tijdvak.id)
    const hasReservelijst = tijdvak.reserveTot !== null && nu < tijdvak.reserveTot
    const { af, bij, redenen } = findKanten(besluit, plafonds.map((plafond) => ({ ...plafond, hasReservelijst })))
    const jaar = amsterdamJaar(tijdvak.opentOp)
    const jaarplafond = await lockJaarplafond(tx, jaar)
    const bezwaren = [
      ...(calculateToestand(tijdvak, nu) === 'gesloten' ? ['tijdvak-voorbij' as const] : []), ...redenen,
      ...(af === undefined ? [] : checkVerlaging(af, besluit.bedrag)),
      ...(bij === undefined ? [] : checkVerhoging(bij)), ...checkRuimte(jaarplafond, besluit.handeling === 'verhoog' ? besluit.bedrag : 0),
    ]
    if (bezwaren.length > 0) return refused(...bezwaren)

    // Before a tijdvak opens its budget belongs to the year in which it does.
    await writeDown(tx, actor, { tijdvakId: tijdvak.id, besluit, af, bij, ...(nu < tijdvak.opentOp && { boekjaar: jaar }) })
    return done
  })
}

/** The compartiment that gives and the one that gets. */
function findKanten<P extends Plafond>({ handeling, compartimentId, naarId }: Plafondbesluit, plafonds: readonly P[]) {
  const dit = plafonds.find(({ id }) => id === compartimentId)
  if (dit === undefined) return { af: undefined, bij: undefined, redenen: ['onbekend-compartiment' as const] }
  if (handeling === 'verhoog') return { af: undefined, bij: dit, redenen: [] }
  if (handeling === 'verlaag') return { af: dit, bij: undefined, redenen: [] }
  const naar = plafonds.find(({ id }) => id === naarId)
  if (naar === undefined) return { af: dit, bij: undefined, redenen: [naarId === undefined ? 'geen-doel' as const : 'onbekend-compartiment' as const] }
  return { af: dit, bij: naar, redenen: naar.id === dit.id ? ['zelfde-compartiment' as const] : [] }
}

type Uitvoering = { tijdvakId: string; besluit: Plafondbesluit; af: Plafond | undefined; bij: Plafond | undefined; boekjaar?: number }

async function writeDown(tx: Tx, actor: Medewerker, { tijdvakId, besluit, af, bij, ...jaar }: Uitvoering): Promise<void> {
  const { bedrag, handeling, reden } = besluit
  const besluitId = randomUUID()
  const kanten = [[af, 'verlaag-plafond', -bedrag], [bij, 'verhoog-plafond', bedrag]] as const
  for (const [plafond, soort, verschil] of kanten) {
    if (plafond === undefined) continue
    // The ceiling goes first when it rises and last when it falls, so that the ledger never holds more than the ceiling allows.
    if (verschil > 0) await savePlafond(tx, plafond.id, plafond.plafondCent + verschil)
    await boek(tx, { soort, oorzaak: 'plafondbesluit', oorzaakId: besluitId, actor, ...jaar, regels: makePost(soort, bedrag, { compartimentId: plafond.id }) })
    if (verschil < 0) await savePlafond(tx, plafond.id, plafond.plafondCent + verschil)
  }
  await saveGebeurtenis(tx, {
    onderwerp: 'tijdvak', onderwerpId: tijdvakId, soort: handeling === 'verplaats' ? 'verplaats-budget' : `${handeling}-plafond`, actor, reden,
    gegevens: {
      besluitId, bedragCent: bedrag,
      ...(af && { van: af.code, vanPlafondCent: af.plafondCent, vanAangevraagdCent: af.aangevraagdCent }),
      ...(bij && { naar: bij.code, naarPlafondCent: bij.plafondCent }),
    },
  })
}
