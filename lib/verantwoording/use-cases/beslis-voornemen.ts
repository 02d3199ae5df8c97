import { whyDubbelBetaald } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import { startOfDay } from '@/lib/base/amsterdam'
import { SYSTEEM, type Actor, type Medewerker } from '@/lib/base/actor'
import { addMonths, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { VASTSTELLINGSGRONDEN, type Geldgevolg, type Vaststellingsgrond } from '@/lib/beschikking/model'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { leesBriefFeiten } from '@/lib/beschikking/use-cases/lees-brieffeiten'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { beeindigAanvraag, neemVervolgbesluit } from '@/lib/beschikking/use-cases/neem-vervolgbesluit'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { calculateVerlaging } from '@/lib/betaling/rules/verlaagde-opdracht'
import { lockGeldstand, verlaagVerplichting, whyNietTeVerlagen } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { countUitsluitingen, handelSignalenAf, insertUitsluiting, insertWeging, lockVoornemen, readBesluitstand, saveEinde, type Voornemen } from '@/lib/verantwoording/repo/vaststelling'
import { makeVervallenbrief } from '@/lib/verantwoording/rules/vaststelling-brieven'
import { readWeging, type BeslisInput, type VervalInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { insertSchade } from '@/lib/verantwoording/repo/schadevergoeding'
import { judgeSchade, readSchade, VERGOEDT_SCHADE, type Schade } from '@/lib/verantwoording/rules/vaststelling-schade'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { canBeslissen, isHerzieningVoorbij } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { judgeWeging, makeMotivering } from '@/lib/verantwoording/rules/vaststelling-weging'
import { deelBesluitMee, deelVervallenMee } from '@/lib/verantwoording/use-cases/deel-besluit-mee'
import { rekenVoorschotAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'

type Reden = VaststelReden | BesluitReden
type Zaak = { readonly dossier: Dossier; readonly voornemen: Voornemen; readonly vandaag: PlainDate }

/**
 * Takes the besluit that was announced: after the reaction or the end of its term, with every question of the weighing answered, never
 * worse than announced. Besluit, letter, order, claim, ledger and the end of the voornemen are one transaction.
 */
export function beslisVoornemen(behandelaar: Medewerker, input: BeslisInput): Promise<Outcome<Reden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('voornemen-niet-gevonden')
    if (voornemen.status !== 'open') return refused('voornemen-voorbij')
    if (voornemen.zienswijzen.length !== input.gezien) return refused('intussen-gereageerd')
    const vandaag = await todayIn(tx)
    const zaak: Zaak = { dossier, voornemen, vandaag }
    const weging = readWeging(input, voornemen.van)
    const schade = VERGOEDT_SCHADE.includes(voornemen.grond) ? readSchade(input) : undefined
    const redenen: Reden[] = [...judgeWeging(voornemen.soort, voornemen.van, weging), ...judgeSchade(voornemen.grond, schade)]
    if (!canBeslissen(voornemen, vandaag, behandelaar.id)) redenen.push('reactietermijn-loopt')

    const motivering = makeMotivering(input.motivering, voornemen.van, weging, schade)
    const besluit = voornemen.soort === 'uitsluiting'
      ? await sluitUit(tx, behandelaar, zaak, { motivering, redenen })
      : await beslisOverGeld(tx, behandelaar, zaak, { motivering, redenen, bedragCent: input.bedrag ?? null, schade })
    if (!besluit.ok) return besluit
    await insertWeging(tx, voornemen.id, behandelaar.id, weging)
    if (schade !== undefined) await insertSchade(tx, { ...schade, besluitId: besluit.value, doorId: behandelaar.id })
    await saveEinde(tx, voornemen.id, { status: 'besloten', besluitId: besluit.value, opleiderBesluitBriefId: await deelBesluitMee(tx, zaak, besluit.value) })
    if (voornemen.soort === 'vaststelling' || voornemen.soort === 'herziening') await handelSignalenAf(tx, dossier.id)
    return done
  })
}

type Uitkomst = Promise<Outcome<Reden, string>>

async function sluitUit(tx: Tx, behandelaar: Medewerker, { dossier, voornemen, vandaag }: Zaak, { motivering, redenen }: { motivering: string; redenen: Reden[] }): Uitkomst {
  const maanden = voornemen.maanden ?? 0
  if ((await countUitsluitingen(tx, dossier.burgerId, vandaag, maanden)) > 0) redenen.push('al-uitgesloten')
  if (redenen.length > 0) return refused(...redenen)
  const eindigtOp = addMonths(vandaag, maanden)
  const outcome = await neemVervolgbesluit(tx, { soort: 'uitsluiting', aanvraagId: dossier.id, actor: behandelaar, gronden: [voornemen.grond], ingaatOp: vandaag, eindigtOp, motivering })
  if (!outcome.ok) return outcome
  await insertUitsluiting(tx, { burgerId: dossier.burgerId, besluitId: outcome.value.id, ingaatOp: vandaag, eindigtOp })
  return { ok: true, value: outcome.value.id }
}

type Geldbesluit = { readonly motivering: string; readonly redenen: Reden[]; readonly bedragCent: Cent | null; readonly schade: Schade | undefined }

async function beslisOverGeld(tx: Tx, behandelaar: Medewerker, zaak: Zaak, { motivering, redenen, bedragCent, schade }: Geldbesluit): Uitkomst {
  const { dossier, voornemen, vandaag } = zaak
  const bedrag = bedragCent ?? voornemen.bedragCent ?? cent(0)
  const geld = await readGeldgevolg(tx, zaak, bedrag)
  redenen.push(...await whyNietTeBeslissen(tx, zaak, bedrag, geld))
  if (redenen.length > 0) return refused(...redenen)

  const outcome = await neem(tx, behandelaar, zaak, { bedrag, geld, motivering, schade })
  if (!outcome.ok) return outcome
  const besluitId = outcome.value.id
  const verlaagd = await verlaagVerplichting(tx, { aanvraagId: dossier.id, naarCent: bedrag, besluitId, actor: behandelaar })
  if (!verlaagd.ok) throw new Error(`the order of ${dossier.kenmerk} could not be lowered: ${verlaagd.redenen.join(', ')}`)
  if (voornemen.ingaatOp !== null && isLater(voornemen, vandaag)) await enqueue(tx, 'voer-besluit-uit', { besluitId }, { nietVoor: startOfDay(voornemen.ingaatOp) })
  else await vorder(tx, behandelaar, zaak, { besluitId, geld })
  if (voornemen.soort === 'vaststelling') await rekenVoorschotAf(tx, dossier.id, { oorzaak: 'besluit', oorzaakId: besluitId, actor: behandelaar })
  return { ok: true, value: besluitId }
}

/** What keeps this amount from being decided: worse than announced, nothing that changes, too late, or money that cannot move now. */
async function whyNietTeBeslissen(tx: Tx, { dossier, voornemen, vandaag }: Zaak, bedrag: Cent, geld: Geldgevolg): Promise<Reden[]> {
  const { geldendCent, verleendCent, vastgesteldOp } = await readBesluitstand(tx, dossier.id)
  const { soort, bedragCent, terugCent } = voornemen
  const redenen: Reden[] = []
  if (bedrag < (bedragCent ?? 0)) redenen.push('lager-dan-voornemen')
  else if (geld.terugCent > (terugCent ?? Infinity) && geld.van !== 'niemand') redenen.push('meer-terug-dan-voornemen')
  if (bedrag > geldendCent) redenen.push('bedrag-te-hoog')
  if (bedrag === geldendCent && soort !== 'vaststelling') redenen.push('niets-te-beslissen')
  if (soort === 'intrekking' && bedrag > 0) redenen.push('intrekking-is-nul')
  if (soort === 'herziening' && isHerzieningVoorbij(voornemen, { vandaag, vastgesteldOp, herzieningJaren: (await leesRegeling(tx, vandaag)).get('herzieningstermijn').jaren })) redenen.push('termijn-voorbij')
  if (geld.terugCent > 0 && geld.van === 'niemand') redenen.push('van-ontbreekt')
  redenen.push(...await whyNietTeVerlagen(tx, dossier.id, bedrag))
  if (soort === 'vaststelling' || soort === 'herziening') redenen.push(...await whyDubbelBetaald(tx, dossier.id, { bedrag, verleend: verleendCent }))
  return redenen
}

async function readGeldgevolg(tx: Tx, { dossier, voornemen }: Omit<Zaak, 'vandaag'>, bedrag: Cent): Promise<Geldgevolg> {
  const stand = await lockGeldstand(tx, dossier.id)
  return { betaaldCent: cent(stand.betaald), terugCent: cent(calculateVerlaging(stand, bedrag).terugCent), van: voornemen.van ?? 'niemand' }
}

function neem(tx: Tx, actor: Medewerker, { dossier, voornemen }: Zaak, { bedrag, geld, motivering, schade }: { bedrag: Cent; geld: Geldgevolg; motivering: string; schade: Schade | undefined }) {
  const basis = { aanvraagId: dossier.id, actor, bedragCent: bedrag, geld, motivering }
  switch (voornemen.soort) {
    case 'vaststelling':
      return neemBesluit(tx, { ...basis, soort: 'vaststelling', gronden: [toVaststellingsgrond(voornemen.grond)] })
    case 'herziening':
      return neemVervolgbesluit(tx, { ...basis, soort: 'herziening', gronden: [voornemen.grond] })
    case 'intrekking':
    case 'wijziging':
      return neemVervolgbesluit(tx, { ...basis, soort: voornemen.soort, gronden: [voornemen.grond], werktTerug: voornemen.werktTerug ?? true, ingaatOp: voornemen.ingaatOp, schadeCent: schade?.bedragCent ?? null })
    case 'uitsluiting':
      throw new Error('an uitsluiting is no besluit about money')
  }
}

function toVaststellingsgrond(grond: string): Vaststellingsgrond {
  const gevonden = VASTSTELLINGSGRONDEN.find((een) => een === grond)
  if (gevonden === undefined) throw new Error(`${grond} is no ground of a vaststelling`)
  return gevonden
}

const VORDERINGSGROND = { vaststelling: 'lager-vastgesteld', intrekking: 'ingetrokken', wijziging: 'ingetrokken', herziening: 'herzien' } as const

/** Claims what was paid too much; not of anybody when there is nothing. */
async function vorder(tx: Tx, actor: Actor, { dossier, voornemen }: Omit<Zaak, 'vandaag'>, { besluitId, geld }: { besluitId: string; geld: Geldgevolg }): Promise<void> {
  if (voornemen.soort === 'uitsluiting' || geld.terugCent === 0) return
  const schuldenaar = geld.van === 'opleider' ? { soort: 'opleider' as const, opleiderId: dossier.opleiderId } : { soort: 'burger' as const, burgerId: dossier.burgerId }
  await stelVorderingIn(tx, { aanvraagId: dossier.id, schuldenaar, bedragCent: geld.terugCent, grond: VORDERINGSGROND[voornemen.soort], besluitId, actor })
}

/** From a day to come (Awb 4:50: a reasonable term): what was paid for the time before is not claimed before that day. */
function isLater({ soort, werktTerug, ingaatOp }: Pick<Voornemen, 'soort' | 'werktTerug' | 'ingaatOp'>, vandaag: PlainDate): boolean {
  return (soort === 'intrekking' || soort === 'wijziging') && werktTerug === false && ingaatOp !== null && ingaatOp > vandaag
}

/** On the day from which an intrekking or wijziging counts: the aanvraag ends, and what was paid for later is claimed. Twice does nothing more, and once it was undone (herroeping) nothing at all. */
export function voerBesluitUit(besluitId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const besluit = await tx.besluit.findUniqueOrThrow({ where: { id: besluitId }, include: { voornemen: { select: { id: true } }, vorderingen: { select: { id: true } }, bestredenIn: { where: { status: 'besloten' }, select: { id: true } } } })
    const dossier = await lockDossier(tx, { id: besluit.aanvraagId })
    const voornemen = besluit.voornemen === null ? undefined : await lockVoornemen(tx, besluit.voornemen.id)
    if (dossier === undefined || voornemen === undefined || besluit.vorderingen.length > 0 || besluit.bestredenIn.length > 0 || isLater(voornemen, await todayIn(tx))) return
    if (dossier.status !== 'verleend' && dossier.status !== 'betwist') return
    if (voornemen.soort === 'intrekking') await beeindigAanvraag(tx, { aanvraagId: dossier.id, van: dossier.status, actor: SYSTEEM, rol: 'systeem', besluit: besluit.kenmerk })
    const zaak = { dossier, voornemen }
    const geld = await readGeldgevolg(tx, zaak, cent(besluit.bedragCent))
    if (geld.van !== 'niemand') await vorder(tx, SYSTEEM, zaak, { besluitId, geld })
  })
}

/** The announced besluit is not taken; the burger hears that. What was confirmed in the meantime is settled after all. */
export function laatVoornemenVervallen(behandelaar: Medewerker, input: VervalInput): Promise<Outcome<VaststelReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    const voornemen = dossier === undefined ? undefined : await lockVoornemen(tx, input.voornemenId)
    if (dossier === undefined || voornemen?.aanvraagId !== dossier.id) return refused('voornemen-niet-gevonden')
    if (voornemen.status !== 'open') return refused('voornemen-voorbij')
    await saveEinde(tx, voornemen.id, { status: 'vervallen', opleiderBesluitBriefId: await deelVervallenMee(tx, dossier, voornemen) })
    const { id: briefId } = await stuurBrief(tx, {
      soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId: dossier.id, ...makeVervallenbrief(await leesBriefFeiten(tx, dossier.id)),
    })
    await saveGebeurtenis(tx, {
      onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'laat-voornemen-vervallen', actor: behandelaar, zichtbaar: true, gegevens: { voornemenId: voornemen.id, briefId },
    })
    await enqueue(tx, 'stel-vast', { aanvraagId: dossier.id })
    return done
  })
}
