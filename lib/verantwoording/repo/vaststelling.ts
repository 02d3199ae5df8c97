import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { addMonths, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { oneOf } from '@/lib/base/one-of'
import { GELD_VAN, VERVOLGGRONDEN, type GeldVan, type Vervolggrond } from '@/lib/beschikking/model'
import { fromDbDate, toDbDate, type Tx } from '@/lib/platform/db'
import { toVoornemenSoort, toVoornemenStatus, WEEGVRAGEN, type Weegantwoord } from '@/lib/verantwoording/model'
import type { Voorstel } from '@/lib/verantwoording/rules/vaststelling-voornemen'

const MET = {
  besluiten: { orderBy: { kenmerk: 'asc' }, include: { uitsluiting: true, schadevergoeding: true } },
  voornemens: { orderBy: { op: 'asc' }, include: { zienswijzen: { orderBy: { op: 'asc' }, include: { document: { select: { id: true } } } }, wegingen: true } },
  verplichting: { select: { bedragCent: true, status: true, ordernummer: true } },
} as const

/** The besluiten and voornemens of an aanvraag with what holds now. Lock the aanvraag first when something follows from it. */
export async function readBesluitstand(tx: Tx, aanvraagId: string) {
  const { besluiten, voornemens, verplichting, burgerId } = await tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, include: MET })
  const laatste = (...soorten: readonly string[]) => besluiten.findLast(({ soort }) => soorten.includes(soort))
  const verleend = laatste('verlening')
  const vaststelling = laatste('vaststelling')
  // What was undone holds no longer, and what was decided after that does. An intrekking from a later day was decided already.
  const herroeping = laatste('herroeping')
  const sinds = herroeping === undefined ? besluiten : besluiten.filter(({ genomenOp }) => genomenOp > herroeping.genomenOp)
  const laatsteSinds = (soort: string) => sinds.findLast((besluit) => besluit.soort === soort)
  const geldend = laatsteSinds('herziening') ?? laatsteSinds('vaststelling') ?? laatsteSinds('intrekking') ?? laatsteSinds('wijziging') ?? herroeping ?? verleend
  // A switch to a cheaper scholing lowered the order without a besluit.
  const besteld = vaststelling === undefined && verplichting !== null && verplichting.status !== 'vervallen' ? verplichting.bedragCent : Infinity
  return {
    burgerId,
    verleendCent: cent(verleend?.bedragCent ?? 0),
    geldendCent: cent(Math.min(geldend?.bedragCent ?? 0, besteld)),
    isIngetrokken: laatsteSinds('intrekking') !== undefined,
    vastgesteldOp: vaststelling === undefined ? null : amsterdamDate(vaststelling.genomenOp),
    besluiten: besluiten.map(({ id, kenmerk, soort, bedragCent, gronden, motivering, genomenOp, genomenDoor, briefId, bezwaarUiterlijkOp }) => ({
      id, kenmerk, soort, bedragCent: cent(bedragCent), gronden, motivering, briefId, genomenOp, genomenDoor, bezwaarUiterlijkOp: fromDbDate(bezwaarUiterlijkOp),
    })),
    uitsluitingen: besluiten.flatMap(({ uitsluiting }) => (uitsluiting === null ? [] : [{
      id: uitsluiting.id, ingaatOp: fromDbDate(uitsluiting.ingaatOp), eindigtOp: fromDbDate(uitsluiting.eindigtOp), opgehevenOp: uitsluiting.opgehevenOp,
    }])),
    schadevergoedingen: besluiten.flatMap(({ id, schadevergoeding }) => (schadevergoeding === null ? [] : [{
      besluitId: id, bedragCent: cent(schadevergoeding.bedragCent), toelichting: schadevergoeding.toelichting, betaaldKenmerk: schadevergoeding.betaaldKenmerk,
      betaaldOp: schadevergoeding.betaaldOp === null ? null : fromDbDate(schadevergoeding.betaaldOp),
    }])),
    voornemens: voornemens.map(toVoornemen),
  }
}

export type Besluitstand = Awaited<ReturnType<typeof readBesluitstand>>
export type Voornemen = Besluitstand['voornemens'][number]

type VoornemenRij = NonNullable<Awaited<ReturnType<typeof findVoornemenRij>>>

function findVoornemenRij(tx: Tx, id: string) {
  return tx.voornemen.findUnique({ where: { id }, include: MET.voornemens.include })
}

function toVoornemen(rij: VoornemenRij) {
  const { id, aanvraagId, reden, briefId, opleiderBriefId, opleiderBesluitBriefId, op, besluitId, maanden, werktTerug } = rij
  return {
    id, aanvraagId, reden, briefId, opleiderBriefId, opleiderBesluitBriefId, op, besluitId, maanden, werktTerug,
    soort: toVoornemenSoort(rij.besluitSoort),
    status: toVoornemenStatus(rij.status),
    grond: oneOf<Vervolggrond>(VERVOLGGRONDEN, rij.grond),
    bedragCent: rij.bedragCent === null ? null : cent(rij.bedragCent),
    terugCent: rij.terugCent,
    van: rij.van === null ? null : oneOf<GeldVan>(GELD_VAN, rij.van),
    ingaatOp: rij.ingaatOp === null ? null : fromDbDate(rij.ingaatOp),
    reagerenTot: fromDbDate(rij.reagerenTot),
    zienswijzen: rij.zienswijzen.map((een) => ({ id: een.id, van: een.van, kanaal: een.kanaal, doorId: een.doorId, klaar: een.klaar, zietAf: een.zietAf, tekst: een.tekst, op: een.op, documentId: een.documentId })),
    weging: rij.wegingen.map(({ vraag, antwoord, toelichting }): Weegantwoord => ({ vraag: oneOf(WEEGVRAGEN, vraag), antwoord, toelichting })),
  }
}

export async function insertVoornemen(tx: Tx, { soort, ingaatOp, ...voorstel }: Voorstel & { aanvraagId: string; reden: string; reagerenTot: PlainDate; briefId: string; opleiderBriefId: string | null; terugCent: number | null; doorId: string }): Promise<string> {
  const { id } = await tx.voornemen.create({
    data: { ...voorstel, besluitSoort: soort, ingaatOp: ingaatOp === null ? null : toDbDate(ingaatOp), reagerenTot: toDbDate(voorstel.reagerenTot) }, select: { id: true },
  })
  return id
}

/** A voornemen by its id, with its aanvraag locked; undefined when there is none. */
export async function lockVoornemen(tx: Tx, id: string): Promise<Voornemen | undefined> {
  const gevonden = await tx.voornemen.findUnique({ where: { id }, select: { aanvraagId: true } })
  if (gevonden === null) return undefined
  await tx.$executeRaw`select 1 from aanvraag where id = ${gevonden.aanvraagId}::uuid for update`
  const rij = await findVoornemenRij(tx, id)
  return rij === null ? undefined : toVoornemen(rij)
}

export async function saveEinde(tx: Tx, id: string, einde: ({ status: 'vervallen' } | { status: 'besloten'; besluitId: string }) & { opleiderBesluitBriefId: string | null }): Promise<void> {
  await tx.voornemen.update({ where: { id }, data: einde, select: { id: true } })
}

export type NieuweZienswijze = { voornemenId: string; van: 'burger' | 'opleider'; kanaal: string; zietAf: boolean; klaar: boolean; tekst: string; documentId: string | null; doorId: string }

export async function insertZienswijze(tx: Tx, zienswijze: NieuweZienswijze): Promise<void> {
  await tx.zienswijze.create({ data: zienswijze, select: { id: true } })
}

export async function insertWeging(tx: Tx, voornemenId: string, doorId: string, weging: readonly Weegantwoord[]): Promise<void> {
  await tx.weging.createMany({ data: weging.map((antwoord) => ({ ...antwoord, voornemenId, doorId })) })
}

/** Excludes a burger from a day on for so many months; the day on which it ends is not excluded any more. */
export async function insertUitsluiting(tx: Tx, { burgerId, besluitId, ingaatOp, eindigtOp }: { burgerId: string; besluitId: string; ingaatOp: PlainDate; eindigtOp: PlainDate }): Promise<void> {
  await tx.uitsluiting.create({ data: { burgerId, besluitId, ingaatOp: toDbDate(ingaatOp), eindigtOp: toDbDate(eindigtOp) }, select: { id: true } })
}

/** The uitsluitingen of a burger that are not lifted and touch this period. */
export async function countUitsluitingen(tx: Tx, burgerId: string, van: PlainDate, maanden: number): Promise<number> {
  return tx.uitsluiting.count({ where: { burgerId, opgehevenOp: null, ingaatOp: { lt: toDbDate(addMonths(van, maanden)) }, eindigtOp: { gt: toDbDate(van) } } })
}

/** An uitsluiting with its burger and aanvraag, locked; undefined when there is none. */
export async function lockUitsluiting(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from uitsluiting where id = ${id}::uuid for update`
  const rij = await tx.uitsluiting.findUnique({ where: { id }, include: { besluit: { select: { aanvraagId: true } } } })
  if (rij === null) return undefined
  return { id: rij.id, burgerId: rij.burgerId, aanvraagId: rij.besluit.aanvraagId, eindigtOp: fromDbDate(rij.eindigtOp), opgehevenOp: rij.opgehevenOp }
}

export async function saveOpheffing(tx: Tx, id: string, besluitId: string, op: Date): Promise<void> {
  await tx.uitsluiting.update({ where: { id }, data: { opgehevenOp: op, opheffingBesluitId: besluitId }, select: { id: true } })
}

/** What of an aanvraag still stands as a voorschot, per compartiment and opleider; amounts in cents, more than zero. */
export async function readVoorschotten(tx: Tx, aanvraagId: string): Promise<readonly { compartimentId: string; opleiderId: string; bedragCent: Cent }[]> {
  const rijen = await tx.$queryRaw<{ compartiment: string; opleider: string; cent: bigint }[]>`
    select r.compartiment_id as compartiment, coalesce(r.opleider_id, a.opleider_id) as opleider, sum(r.bedrag_cent)::bigint as cent
    from boekingsregel r join aanvraag a on a.id = r.aanvraag_id
    where r.aanvraag_id = ${aanvraagId}::uuid and r.rekening = 'betaald' group by 1, 2 having sum(r.bedrag_cent) > 0`
  return rijen.map(({ compartiment, opleider, cent: bedrag }) => ({ compartimentId: compartiment, opleiderId: opleider, bedragCent: cent(Number(bedrag)) }))
}

/** What was paid after the vaststelling, with what its settlement is booked under. */
export type LateBetaling = { readonly aanvraagId: string; readonly oorzaak: 'betaling' | 'terugbetaling'; readonly oorzaakId: string }

/**
 * Settled aanvragen of which a payment left after the vaststelling, in the last month, or on which we paid back what a later besluit gave:
 * what was paid stands as a voorschot still.
 */
export async function listLateBetalingen(tx: Tx, hoogstens: number): Promise<readonly LateBetaling[]> {
  return tx.$queryRaw<LateBetaling[]>`
    select distinct on (p."aanvraagId") p.* from (
      select a.id as "aanvraagId", 'betaling' as oorzaak, b.id::text as "oorzaakId"
      from betaalbatch h join betaling b on b.batch_id = h.id join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
      join aanvraag a on a.id = v.aanvraag_id and a.status = 'vastgesteld'
      join besluit s on s.aanvraag_id = a.id and s.soort = 'vaststelling' and s.genomen_op < h.vrijgegeven_op
      where h.vrijgegeven_op > nu() - interval '31 days'
      union all
      -- Paid back again after the bank returned it, it has another day.
      select a.id, 'terugbetaling', t.id || '/' || t.betaald_op from vordering_terugbetaling t join vordering d on d.id = t.vordering_id join aanvraag a on a.id = d.aanvraag_id and a.status = 'vastgesteld'
      where t.status = 'betaald' and t.hoofdsom_cent > 0 and t.betaald_op > (nu() at time zone 'Europe/Amsterdam')::date - 31
    ) p
    where (select coalesce(sum(r.bedrag_cent), 0) from boekingsregel r where r.aanvraag_id = p."aanvraagId" and r.rekening = 'betaald') > 0
      and not exists (select from boeking k where k.soort = 'reken-voorschot-af' and k.oorzaak = p.oorzaak and k.oorzaak_id = p."oorzaakId")
    order by p."aanvraagId", p."oorzaakId" desc limit ${hoogstens}`
}

/** What the Toetsingskamer found of a deelname was looked at: the vaststelling says what came of it. Gives how many were open. */
export function handelSignalenAf(tx: Tx, aanvraagId: string): Promise<number> {
  return tx.$executeRaw`update deelname_signaal set afgehandeld_op = nu() where aanvraag_id = ${aanvraagId}::uuid and afgehandeld_op is null`
}

/** The claims of an aanvraag that were not withdrawn or written off, the newest first, with what each is worth after earlier reductions. In cents. */
export async function listVorderingen(tx: Tx, aanvraagId: string): Promise<readonly { id: string; bedragCent: number }[]> {
  const rijen = await tx.$queryRaw<{ id: string; cent: bigint }[]>`
    select v.id, (v.bedrag_cent
        + coalesce((select sum(m.hoofdsom_cent) from vordering_mutatie m where m.vordering_id = v.id and m.soort = 'intrekking'), 0)
        - coalesce((select sum(t.hoofdsom_cent + t.teveel_cent) from vordering_terugbetaling t where t.vordering_id = v.id and t.soort = 'ingetrokken'), 0))::bigint as cent
    from vordering v where v.aanvraag_id = ${aanvraagId}::uuid and v.status in ('open', 'deels-voldaan', 'voldaan') order by v.kenmerk desc`
  return rijen.map(({ id, cent: bedrag }) => ({ id, bedragCent: Number(bedrag) }))
}
