import { whyDubbelBetaald } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { whyGeenPlaats } from '@/lib/toewijzing/use-cases/neem-plaats-terug'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { insertHerroeping, listHerroepingen, sumVerlegd } from '@/lib/verantwoording/repo/herroeping'
import { readBesluitstand } from '@/lib/verantwoording/repo/vaststelling'
import { calculateHoogste, checkVoorstel, findBestreden, isEigenVerzoek } from '@/lib/verantwoording/rules/herroeping'
import type { HerroepReden } from '@/lib/verantwoording/rules/herroeping-teksten'
import type { HerroepInput } from '@/lib/verantwoording/rules/vaststelling-invoer'

/**
 * Proposes to undo the last besluit that took something of a grant away: because an objection was right, a judge said so, or we saw it ourselves
 * (Awb 7:11 lid 2, 8:72). With the day and number of what it rests on, and why. Nothing moves before another person decides.
 */
export function stelHerroepingVoor(medewerker: Medewerker, input: HerroepInput): Promise<Outcome<HerroepReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    if ((await listHerroepingen(tx, dossier.id)).some(({ status }) => status === 'voorgesteld')) return refused('ligt-al-voor')
    const bestreden = await leesBestreden(tx, dossier)
    if (!bestreden.ok) return bestreden
    const { id, genomenOp, bedragCent: geldtCent } = bestreden.value.besluit
    const redenen: HerroepReden[] = [
      ...checkVoorstel({ bedragCent: input.bedrag, beslistOp: input.beslistOp }, { geldtCent, hoogsteCent: bestreden.value.hoogsteCent, genomenOp: amsterdamDate(genomenOp), vandaag: await todayIn(tx) }),
      ...await whyNietTeHerroepen(tx, dossier, input.bedrag),
    ]
    if (redenen.length > 0) return refused(...redenen)
    const { aanleiding, beslistOp, referentie, bedrag, motivering } = input
    await insertHerroeping(tx, { aanvraagId: dossier.id, bestredenBesluitId: id, aanleiding, beslistOp, referentie, bedragCent: bedrag, motivering, voorgesteldDoor: medewerker.id })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'stel-herroeping-voor', actor: medewerker, gegevens: { besluit: bestreden.value.besluit.kenmerk, aanleiding, referentie, bedragCent: bedrag } })
    return done
  })
}

type Bestreden = { readonly besluit: NonNullable<ReturnType<typeof findBestreden>>['besluit']; readonly hoogsteCent: Cent }

/** The besluit that can be undone, and the highest amount that can come back. */
export async function leesBestreden(tx: Tx, { id }: Pick<Dossier, 'id'>): Promise<Outcome<'niets-te-herroepen' | 'eigen-verzoek' | 'al-een-voornemen', Bestreden>> {
  const { besluiten, verleendCent, voornemens } = await readBesluitstand(tx, id)
  const gevonden = findBestreden(besluiten)
  if (gevonden === undefined) return refused('niets-te-herroepen')
  if (isEigenVerzoek(gevonden.besluit)) return refused('eigen-verzoek')
  if (voornemens.some(({ status, soort }) => status === 'open' && soort !== 'uitsluiting')) return refused('al-een-voornemen')
  return { ok: true, value: { besluit: gevonden.besluit, hoogsteCent: calculateHoogste({ voorCent: gevonden.voorCent, verleendCent, verlegdCent: await sumVerlegd(tx, id) }) } }
}

/** What keeps a grant from coming back that the amount says nothing of: other budget in the year, or a fee that was charged. Asked again when it is decided. */
export async function whyNietTeHerroepen(tx: Tx, { id, status }: Dossier, bedrag: Cent): Promise<readonly HerroepReden[]> {
  const { verleendCent } = await readBesluitstand(tx, id)
  return [
    ...(status === 'ingetrokken' ? await whyGeenPlaats(tx, id) : []),
    ...await whyDubbelBetaald(tx, id, { bedrag: cent(bedrag), verleend: verleendCent }),
  ]
}
