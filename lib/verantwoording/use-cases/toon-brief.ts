import type { Medewerker } from '@/lib/base/actor'
import { addMonths, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { VASTSTELLINGSGRONDEN, type BriefFeiten, type Geldgevolg } from '@/lib/beschikking/model'
import { layoutBrief, type OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import type { NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { makeVaststellingsbrief, makeVervolgbrief } from '@/lib/beschikking/rules/vervolgbrieven'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { calculateVerlaging } from '@/lib/betaling/rules/verlaagde-opdracht'
import { leesGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockDossier } from '@/lib/verantwoording/repo'
import { lockVoornemen, readBesluitstand, type Voornemen } from '@/lib/verantwoording/repo/vaststelling'
import { calculateReagerenTot, makeVoornemenbrief } from '@/lib/verantwoording/rules/vaststelling-brieven'
import { readWeging, type BeslisInput, type VoornemenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { readSchade, VERGOEDT_SCHADE } from '@/lib/verantwoording/rules/vaststelling-schade'
import { toVoorstel } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { makeMotivering } from '@/lib/verantwoording/rules/vaststelling-weging'

/** The letter of a voornemen as it would go now, made by what makes the real one. Undefined when there is no such aanvraag. */
export function toonVoornemenbrief(_behandelaar: Medewerker, input: VoornemenInput): Promise<OpgemaakteBrief | undefined> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return undefined
    const vandaag = await todayIn(tx)
    const { geldendCent } = await readBesluitstand(tx, dossier.id)
    const voorstel = toVoorstel(input)
    const geld = await leesGeldstand(tx, dossier.id)
    const brief = makeVoornemenbrief(await leesBriefFeiten(tx, dossier.id), {
      ...voorstel, reden: input.reden, geldendCent, betaaldCent: cent(geld.betaald), terugCent: cent(calculateVerlaging(geld, voorstel.bedragCent ?? 0).terugCent),
      reagerenTot: calculateReagerenTot(vandaag, await leesRegeling(tx, vandaag)),
    })
    return layoutBrief({ ...brief, kenmerk: null, datum: vandaag })
  })
}

/** The letter of the besluit on a voornemen as it would go now. */
export function toonBesluitbrief(_behandelaar: Medewerker, input: BeslisInput): Promise<OpgemaakteBrief | undefined> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return undefined
    const vandaag = await todayIn(tx)
    const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag))
    const schade = VERGOEDT_SCHADE.includes(voornemen.grond) ? readSchade(input) : undefined
    const motivering = makeMotivering(input.motivering, voornemen.van, readWeging(input, voornemen.van), schade)
    const bedragCent = input.bedrag ?? voornemen.bedragCent ?? cent(0)
    const geld = await readGeld(tx, dossier.id, bedragCent, voornemen)
    const brief = makeBrief(await leesBriefFeiten(tx, dossier.id), voornemen, { bedragCent, geld, motivering, bezwaarUiterlijkOp, vandaag, schadeCent: schade?.bedragCent ?? null })
    return layoutBrief({ ...brief, kenmerk: null, datum: vandaag })
  })
}

async function readGeld(tx: Tx, aanvraagId: string, bedragCent: number, { van }: Voornemen): Promise<Geldgevolg> {
  const stand = await leesGeldstand(tx, aanvraagId)
  return { betaaldCent: cent(stand.betaald), terugCent: cent(calculateVerlaging(stand, bedragCent).terugCent), van: van ?? 'niemand' }
}

type Rest = { bedragCent: ReturnType<typeof cent>; geld: Geldgevolg; motivering: string; bezwaarUiterlijkOp: PlainDate; vandaag: PlainDate; schadeCent: Cent | null }

function makeBrief(feiten: BriefFeiten, voornemen: Voornemen, { vandaag, ...rest }: Rest): NieuweBrief {
  const { grond, soort } = voornemen
  switch (soort) {
    case 'vaststelling':
      return makeVaststellingsbrief(feiten, { ...rest, gronden: VASTSTELLINGSGRONDEN.filter((een) => een === grond) })
    case 'uitsluiting':
      return makeVervolgbrief(feiten, { ...rest, soort, gronden: [grond], ingaatOp: vandaag, eindigtOp: addMonths(vandaag, voornemen.maanden ?? 0) })
    case 'herziening':
      return makeVervolgbrief(feiten, { ...rest, soort, gronden: [grond] })
    case 'intrekking':
    case 'wijziging':
      return makeVervolgbrief(feiten, { ...rest, soort, gronden: [grond], werktTerug: voornemen.werktTerug ?? true, ingaatOp: voornemen.ingaatOp })
  }
}
