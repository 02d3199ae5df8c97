import type { Medewerker } from '@/lib/base/actor'
import { hasRol } from '@/lib/base/actor'
import { cent, type Cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { BESLUIT_SOORTEN, type Herstel } from '@/lib/beschikking/model'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { herstelAanvraag, neemVervolgbesluit } from '@/lib/beschikking/use-cases/neem-vervolgbesluit'
import { boekRetourenIn } from '@/lib/betaling/use-cases/boek-retouren'
import { herstelVerplichting, lockHerstel } from '@/lib/betaling/use-cases/herstel-verplichting'
import { leesGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { oneOf } from '@/lib/base/one-of'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { maakRuimte } from '@/lib/tijdvak/use-cases/maak-ruimte'
import { neemPlaatsTerug } from '@/lib/toewijzing/use-cases/neem-plaats-terug'
import { lockDossier, type Dossier } from '@/lib/verantwoording/repo'
import { listHerroepingen, listRustende, saveHerroepingEinde, type Herroeping } from '@/lib/verantwoording/repo/herroeping'
import { checkBeslisser, GROND_VAN, planHerstel, type Herstelplan } from '@/lib/verantwoording/rules/herroeping'
import type { HerroepReden } from '@/lib/verantwoording/rules/herroeping-teksten'
import type { BeslisHerroepInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { rekenVoorschotAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { leesBestreden, whyNietTeHerroepen } from '@/lib/verantwoording/use-cases/stel-herroeping-voor'
import { leesTerugBij } from '@/lib/vordering/use-cases/lees-verlaging'
import { trekVorderingInBij, verlaagNaRetour } from '@/lib/vordering/use-cases/trek-vordering-in'

type Reden = HerroepReden | BesluitReden

/**
 * Decides on a proposal to undo a besluit: another person than who proposed it and than who took that besluit (Awb 10:3 lid 3). Besluit, letter,
 * status, the place in the kalenderjaar, claims that fall, a new order and the money that all of it takes are one transaction. A plafond that was
 * reached meanwhile is in nobody's way (4:25 lid 3): what is not free goes above it by this besluit, and stands in the ledger as such.
 */
export function beslisHerroeping(beslisser: Medewerker, input: BeslisHerroepInput): Promise<Outcome<Reden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    const voorstel = (await listHerroepingen(tx, dossier.id)).find(({ id }) => id === input.herroepingId)
    if (voorstel?.status !== 'voorgesteld') return refused('voorstel-voorbij')
    const wie = { id: beslisser.id, isTeamleider: hasRol(beslisser, 'teamleider') }
    const redenen: Reden[] = [...checkBeslisser(wie, { voorgesteldDoor: voorstel.voorgesteldDoor, genomenDoor: voorstel.bestreden.genomenDoor })]
    if (redenen.length > 0) return refused(...redenen)
    if (input.besluit === 'nee') return wijsAf(tx, beslisser, { dossier, voorstel, toelichting: input.toelichting })

    const bestreden = await leesBestreden(tx, dossier)
    if (!bestreden.ok) return refused(...bestreden.redenen)
    if (bestreden.value.besluit.id !== voorstel.bestredenBesluitId || voorstel.bedragCent > bestreden.value.hoogsteCent) return refused('voorstel-achterhaald')
    redenen.push(...await whyNietTeHerroepen(tx, dossier, voorstel.bedragCent))
    await boekRetourenIn(tx, dossier.id)
    const gevolg = await leesHerstelgevolg(tx, dossier, voorstel)
    if (gevolg.plan.isVast) redenen.push('terugvordering-blijft')
    return redenen.length > 0 ? refused(...redenen) : voerUit(tx, beslisser, { dossier, voorstel, gevolg })
  })
}

export type Herstelgevolg = {
  readonly compartimentId: string
  /** By how much the order is made or raised, and how much of what was received on claims goes back: that is what it takes of the compartiment. In cents. */
  readonly bestelCent: Cent
  readonly terugCent: Cent
  readonly plan: Herstelplan
}

/** What undoing a besluit would do with the money now; it stays so until the transaction ends. */
export async function leesHerstelgevolg(tx: Tx, { id }: Pick<Dossier, 'id'>, { bedragCent, bestredenBesluitId }: Pick<Herroeping, 'bedragCent' | 'bestredenBesluitId'>): Promise<Herstelgevolg> {
  const { compartimentId, erbijCent } = await lockHerstel(tx, id, bedragCent)
  const { verplicht, crediteuren, betaald } = await leesGeldstand(tx, id)
  const plan = planHerstel(bedragCent, verplicht + crediteuren + betaald + erbijCent, await listRustende(tx, bestredenBesluitId))
  let terugCent = 0
  for (const { id: vorderingId, wordtCent } of plan.verlagingen) terugCent += await leesTerugBij(tx, vorderingId, wordtCent)
  return { compartimentId, bestelCent: cent(erbijCent), terugCent: cent(terugCent), plan }
}

/** What of it the letter says. */
export function toHerstel({ bestreden }: Pick<Herroeping, 'bestreden'>, { bestelCent, plan: { vorderingCent, van } }: Herstelgevolg): Herstel {
  return { bestreden: { soort: oneOf(BESLUIT_SOORTEN, bestreden.soort), kenmerk: bestreden.kenmerk }, bestelCent, vorderingCent, van }
}

/** The motivering of the besluit: what it rests on, and what who proposed it wrote. */
export function makeHerroepMotivering({ referentie, motivering }: Pick<Herroeping, 'referentie' | 'motivering'>): string {
  return `${motivering}\n\nKenmerk van de beslissing of uitspraak: ${referentie}.`
}

type Zaak = { readonly dossier: Dossier; readonly voorstel: Herroeping; readonly gevolg: Herstelgevolg }

async function voerUit(tx: Tx, actor: Medewerker, { dossier, voorstel, gevolg }: Zaak): Promise<Outcome<Reden>> {
  const { id: aanvraagId, status } = dossier
  const { compartimentId, bestelCent, terugCent, plan } = gevolg
  const motivering = makeHerroepMotivering(voorstel)
  const outcome = await neemVervolgbesluit(tx, {
    soort: 'herroeping', aanvraagId, actor, gronden: [GROND_VAN[voorstel.aanleiding]], bedragCent: voorstel.bedragCent, motivering, herstel: toHerstel(voorstel, gevolg),
  })
  if (!outcome.ok) return outcome
  const { id: besluitId, kenmerk } = outcome.value
  await saveHerroepingEinde(tx, voorstel.id, { status: 'besloten', besluitId, beslotenDoor: actor.id, beslotenOp: await nowIn(tx) })
  if (status === 'ingetrokken') {
    await neemPlaatsTerug(tx, aanvraagId)
    await herstelAanvraag(tx, { aanvraagId, naar: dossier.deelname?.reactie === 'betwist' ? 'betwist' : 'verleend', actor, besluit: kenmerk })
  }
  if (bestelCent + terugCent > 0) await maakRuimte(tx, { compartimentId, nodigCent: bestelCent + terugCent, besluitId, kenmerk, actor })
  await laatVorderingenVallen(tx, actor, plan, motivering)
  await herstelVerplichting(tx, { aanvraagId, naarCent: voorstel.bedragCent, besluitId, actor })
  if (status === 'vastgesteld') await rekenVoorschotAf(tx, aanvraagId, { oorzaak: 'besluit', oorzaakId: besluitId, actor })
  else await enqueue(tx, 'stel-vast', { aanvraagId })
  return done
}

async function laatVorderingenVallen(tx: Tx, actor: Medewerker, { verlagingen, herlevingen }: Herstelplan, reden: string): Promise<void> {
  for (const { id, wordtCent } of verlagingen) {
    const verlaagd = await trekVorderingInBij(tx, { vorderingId: id, wordtCent, reden, actor })
    if (!verlaagd.ok) throw new Error(`claim ${id} could not be lowered: ${verlaagd.redenen.join(', ')}`)
  }
  for (const { id, afgeboektCent } of herlevingen) await verlaagNaRetour(tx, { vorderingId: id, afCent: 0, afgeboektCent, reden })
}

async function wijsAf(tx: Tx, actor: Medewerker, { dossier, voorstel, toelichting }: { dossier: Dossier; voorstel: Herroeping; toelichting: string }): Promise<Outcome<Reden>> {
  await saveHerroepingEinde(tx, voorstel.id, { status: 'afgewezen', toelichting, beslotenDoor: actor.id, beslotenOp: await nowIn(tx) })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: dossier.id, soort: 'wijs-herroeping-af', actor, rol: 'teamleider', reden: toelichting, gegevens: { besluit: voorstel.bestreden.kenmerk } })
  return done
}
