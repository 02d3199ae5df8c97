import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { leesGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { countUitsluitingen, insertVoornemen, readBesluitstand, type Besluitstand } from '@/lib/verantwoording/repo/vaststelling'
import { calculateMeldUiterlijk } from '@/lib/verantwoording/rules/deelname-termijn'
import { calculateReagerenTot, makeOpleiderVoornemenbrief, makeVoornemenbrief, type VoornemenBrief } from '@/lib/verantwoording/rules/vaststelling-brieven'
import type { VoornemenInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { toVoorstel, whyNietVoorTeNemen, type Voorstel, type VoornemenFeiten } from '@/lib/verantwoording/rules/vaststelling-voornemen'

/**
 * Announces a besluit to somebody's detriment, with the day until which the burger can react (Awb 4:8; 4:12 lid 2 leaves no way around it).
 * When the money would come from the opleider, the opleider is asked as well.
 */
export function stuurVoornemen(behandelaar: Medewerker, input: VoornemenInput): Promise<Outcome<VaststelReden, { voornemenId: string }>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    const voorstel = toVoorstel(input)
    const stand = await readBesluitstand(tx, dossier.id)
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
    isGemeld: dossier.deelname !== null,
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
  const brief: VoornemenBrief = { ...voorstel, reden, reagerenTot, geldendCent: stand.geldendCent, betaaldCent: cent((await leesGeldstand(tx, dossier.id)).betaald) }
  const { id: briefId } = await stuurBrief(tx, { soort: 'voornemen', burgerId: dossier.burgerId, aanvraagId: dossier.id, ...makeVoornemenbrief(feiten, brief) })
  if (voorstel.van === 'opleider') {
    const { naam, straat, huisnummer, postcode, plaats } = await tx.opleider.findUniqueOrThrow({ where: { id: dossier.opleiderId } })
    const opleider = { naam, adres: `${straat} ${huisnummer}`, plaats: `${postcode} ${plaats}` }
    await stuurBrief(tx, { soort: 'voornemen', opleiderId: dossier.opleiderId, ...makeOpleiderVoornemenbrief(feiten, brief, opleider) })
  }
  const voornemenId = await insertVoornemen(tx, { ...voorstel, aanvraagId: dossier.id, reden, reagerenTot, briefId, doorId: behandelaar.id })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'stuur-voornemen', actor: behandelaar, zichtbaar: true,
    gegevens: { voornemenId, briefId, besluit: voorstel.soort, grond: voorstel.grond, bedragCent: voorstel.bedragCent, reagerenTot },
  })
  return voornemenId
}
