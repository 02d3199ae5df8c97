import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import type { BriefFeiten } from '@/lib/beschikking/model'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { calculateVerlaging } from '@/lib/betaling/rules/verlaagde-opdracht'
import { leesGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { countUitsluitingen, insertVoornemen, readBesluitstand, type Besluitstand } from '@/lib/verantwoording/repo/vaststelling'
import { calculateMeldUiterlijk } from '@/lib/verantwoording/rules/deelname-termijn'
import { makeOpleiderVoornemenbrief } from '@/lib/verantwoording/rules/opleider-brieven'
import { calculateReagerenTot, makeVoornemenbrief, type VoornemenBrief } from '@/lib/verantwoording/rules/vaststelling-brieven'
import type { VoornemenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { isAanOpleider, toVoorstel, whyNietVoorTeNemen, type Voorstel, type VoornemenFeiten } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { leesOpleider } from '@/lib/verantwoording/use-cases/deel-besluit-mee'

/**
 * Announces a besluit to somebody's detriment, with the day until which the burger can react (Awb 4:8; 4:12 lid 2 leaves no way around it).
 * The opleider is asked as well when it would pay, or would not be paid for what is said of it.
 */
export function stuurVoornemen(behandelaar: Medewerker, input: VoornemenInput): Promise<Outcome<VaststelReden, { voornemenId: string }>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    const voorstel = toVoorstel(input)
    const stand = await readBesluitstand(tx, dossier.id)
    if (stand.isIngetrokken && dossier.status !== 'ingetrokken') return refused('loopt-al-af')
    const redenen = whyNietVoorTeNemen(voorstel, await readFeiten(tx, dossier, stand, voorstel))
    if (redenen.length > 0) return refused(...redenen)
    return success({ voornemenId: await verstuur(tx, behandelaar, { dossier, stand, voorstel, reden: input.reden }) })
  })
}

async function readFeiten(tx: Tx, dossier: Dossier, stand: Besluitstand, { soort, maanden }: Voorstel): Promise<VoornemenFeiten> {
  const vandaag = await todayIn(tx)
  const regeling = await leesRegeling(tx, vandaag)
  return {
    status: dossier.status,
    vandaag,
    geldendCent: stand.geldendCent,
    vastgesteldOp: stand.vastgesteldOp,
    startdatum: dossier.startdatum,
    isGemeld: dossier.deelname !== null,
    isNietAfgerond: dossier.deelname?.uitkomst === 'niet-succesvol',
    meldenVoor: calculateMeldUiterlijk(dossier.einddatum, regeling.get('bewijs-van-deelname-termijn')),
    heeftOpenVoornemen: stand.voornemens.some((een) => een.status === 'open' && (een.soort === 'uitsluiting') === (soort === 'uitsluiting')),
    isAlUitgesloten: soort === 'uitsluiting' && maanden !== null && (await countUitsluitingen(tx, stand.burgerId, vandaag, maanden)) > 0,
    redelijkeTermijnDagen: regeling.get('intrekking-termijn').dagen,
    herzieningJaren: regeling.get('herzieningstermijn').jaren,
    maximaalMaanden: regeling.get('uitsluitingsduur').maximaalMaanden,
  }
}

type TeVersturen = { dossier: Dossier; stand: Besluitstand; voorstel: Voorstel; reden: string }

async function verstuur(tx: Tx, behandelaar: Medewerker, { dossier, stand, voorstel, reden }: TeVersturen): Promise<string> {
  const vandaag = await todayIn(tx)
  const reagerenTot = calculateReagerenTot(vandaag, await leesRegeling(tx, vandaag))
  const feiten = await leesBriefFeiten(tx, dossier.id)
  const geld = await leesGeldstand(tx, dossier.id)
  const { terugCent, raaktFacturen } = calculateVerlaging(geld, voorstel.bedragCent ?? 0)
  const brief: VoornemenBrief = { ...voorstel, reden, reagerenTot, geldendCent: stand.geldendCent, betaaldCent: cent(geld.betaald), terugCent: cent(terugCent) }
  const { id: briefId } = await stuurBrief(tx, { soort: 'voornemen', burgerId: dossier.burgerId, aanvraagId: dossier.id, ...makeVoornemenbrief(feiten, brief) })
  const opleiderBriefId = isAanOpleider(voorstel, raaktFacturen) ? await vraagOpleider(tx, dossier, feiten, brief) : null
  const voornemenId = await insertVoornemen(tx, { ...voorstel, aanvraagId: dossier.id, reden, reagerenTot, briefId, opleiderBriefId, terugCent: voorstel.soort === 'uitsluiting' ? null : terugCent, doorId: behandelaar.id })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'stuur-voornemen', actor: behandelaar, zichtbaar: true,
    gegevens: { voornemenId, briefId, opleiderBriefId, besluit: voorstel.soort, grond: voorstel.grond, bedragCent: voorstel.bedragCent, reagerenTot },
  })
  return voornemenId
}

async function vraagOpleider(tx: Tx, dossier: Dossier, feiten: BriefFeiten, brief: VoornemenBrief): Promise<string> {
  return (await stuurBrief(tx, { soort: 'voornemen', opleiderId: dossier.opleiderId, ...makeOpleiderVoornemenbrief(feiten, brief, await leesOpleider(tx, dossier)) })).id
}
