import 'server-only'
import type { Medewerker } from '@/lib/base/actor'
import { formatIban, parseIban } from '@/lib/base/iban'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { BATCH_PREFIX, toBatchStatus, toBetalingStatus, toFactuurKanaal, toFactuurSoort, toPostbusReden, type BetaalbatchStatus, type BetalingStatus, type PostbusReden } from '@/lib/betaling/model'
import { listNaamoordelen } from '@/lib/betaling/repo/rente'
import { findPostvraag, listPostvragen, listWachtendeFacturen } from '@/lib/betaling/repo/werklijst'
import { toBetaalbeletsel, type Betaalbeletsel } from '@/lib/betaling/rules/betaalbaar'
import { isBinnenMandaat } from '@/lib/betaling/rules/mandaat'
import { isDocumentId } from '@/lib/betaling/schema'
import { foutenSchema, listFacturen, PAGINA, type FactuurFilter, type FactuurRij } from '@/lib/betaling/views'
import { today } from '@/lib/platform/clock'
import { pool, prisma } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

// What UWV sees of the money: every invoice and what waits for an answer, the batches, and what holds a payment back.

/** The invoices of every opleider, newest first. For who has betaling.lezen. */
export function listOntvangenFacturen(_actor: Medewerker, filter: FactuurFilter) {
  return listFacturen({}, filter)
}

export type WerkRij = Pick<FactuurRij, 'id' | 'factuurnummer' | 'opleider' | 'ordernummer' | 'soort' | 'kanaal' | 'ontvangenOp' | 'fouten'>

/** Refused invoices that wait for an answer, oldest first. For who has betaling.lezen. */
export async function listWerklijst(_actor: Medewerker, pagina: number): Promise<{ rijen: readonly WerkRij[]; totaal: number }> {
  const { rijen, totaal } = await listWachtendeFacturen((pagina - 1) * PAGINA, PAGINA)
  return {
    totaal,
    rijen: rijen.map(({ soort, kanaal, fouten, ...rij }) => ({
      ...rij, soort: toFactuurSoort(soort), kanaal: toFactuurKanaal(kanaal), fouten: foutenSchema.parse(fouten).filter(({ isOpmerking }) => isOpmerking !== true),
    })),
  }
}

export type PostRij = { id: string; naam: string; afzender: string | null; kvk: string | null; reden: PostbusReden; ontvangenOp: Date }

/** Mailed invoices of which we do not know whose they are, oldest first. For who has betaling.lezen. */
export async function listPost(_actor: Medewerker): Promise<readonly PostRij[]> {
  return (await listPostvragen(PAGINA)).map(({ id, naam, afzender, kvk, reden, ontvangenOp }) => ({ id, naam, afzender, kvk, ontvangenOp, reden: toPostbusReden(reden ?? '') }))
}

/** One of those, with the opleider whose number stands in it. Undefined when it was handled or is not there. */
export async function getPost(_actor: Medewerker, id: string): Promise<(PostRij & { opleider: string | null }) | undefined> {
  const rij = isDocumentId(id) ? await findPostvraag(id) : null
  if (rij === null) return undefined
  const { naam, afzender, kvk, reden, ontvangenOp, opleider } = rij
  return { id, naam, afzender, kvk, ontvangenOp, opleider, reden: toPostbusReden(reden ?? '') }
}

/** The message as it was mailed. */
export async function getPostBestand(_actor: Medewerker, id: string): Promise<OpgeslagenDocument | undefined> {
  const rij = isDocumentId(id) ? await prisma.postbusbericht.findUnique({ where: { id }, select: { documentId: true } }) : null
  return rij === null ? undefined : readDocument(rij.documentId)
}

export type BatchRij = {
  msgId: string; status: BetaalbatchStatus; aantal: number; totaal: Cent; opgesteldOp: Date; opgesteldDoor: string
  goedgekeurdDoor: readonly string[]; vrijgegevenOp: Date | null
  /** Who refused it, and why. */
  afgekeurd: { door: string; op: Date; reden: string } | null
}

const BATCH = {
  opgesteldDoorGebruiker: { select: { medewerkerNaam: true } },
  afgekeurdDoorGebruiker: { select: { medewerkerNaam: true } },
  goedkeuringen: { orderBy: { goedgekeurdOp: 'asc' }, include: { medewerker: { select: { medewerkerNaam: true } } } },
} as const

/** Every batch, newest first, and how many approved invoices still wait for one. For who has betaling.lezen. */
export async function listBatches(_actor: Medewerker, pagina: number): Promise<{ rijen: readonly BatchRij[]; totaal: number; wachtend: { aantal: number; bedrag: Cent } }> {
  const [rijen, totaal, wachtend] = await Promise.all([
    prisma.betaalbatch.findMany({ include: BATCH, orderBy: { opgesteldOp: 'desc' }, skip: (pagina - 1) * PAGINA, take: PAGINA }),
    prisma.betaalbatch.count(),
    prisma.factuur.aggregate({ where: { status: 'gematcht' }, _count: true, _sum: { bedragCent: true } }),
  ])
  return { rijen: rijen.map(toBatchRij), totaal, wachtend: { aantal: wachtend._count, bedrag: cent(wachtend._sum.bedragCent ?? 0) } }
}

export type GeblokkeerdRij = { factuurId: string; factuurnummer: string; opleider: string; bedrag: Cent; reden: string; door: string; op: Date }

/** Invoices that are held back, oldest first. For who has betaling.lezen. */
export async function listGeblokkeerd(_actor: Medewerker): Promise<readonly GeblokkeerdRij[]> {
  const rijen = await prisma.betaalblokkade.findMany({
    where: { opgehevenOp: null }, orderBy: { gelegdOp: 'asc' }, take: 200,
    include: { door: { select: { medewerkerNaam: true } }, factuur: { select: { factuurnummer: true, bedragCent: true, gecrediteerdCent: true, opleider: { select: { naam: true } } } } },
  })
  return rijen.map(({ factuurId, factuur, reden, door, gelegdOp }) => ({
    factuurId, factuurnummer: factuur.factuurnummer, opleider: factuur.opleider.naam, bedrag: cent((factuur.bedragCent ?? 0) - factuur.gecrediteerdCent), reden, door: door.medewerkerNaam ?? 'Medewerker', op: gelegdOp,
  }))
}

export type BatchDetail = BatchRij & {
  sha256: string | null
  /** When each person of goedgekeurdDoor approved. */
  goedkeuringen: readonly { naam: string; op: Date }[]
  isDoorMijGoedgekeurd: boolean
  isDoorMijOpgesteld: boolean
  /** More than financieel medewerkers may approve: the teamleider financieel is one of the two. */
  teamleiderNodig: boolean
  /** `aanvaard` is why somebody took the account on although the name did not match; null when it matched. */
  betalingen: readonly { endToEndId: string; opleider: string; rekening: string; aanvaard: string | null; factuurnummer: string | null; isRente: boolean; /** The claim on which we owe it back; null for an invoice. */ vordering: string | null; /** Money without a claim that goes back to where it came from. */ terugstorting: { kenmerk: string; oordeel: string | null } | null; bedrag: Cent; status: BetalingStatus }[]
}

/** A batch with every line. Undefined when there is none with this number. */
export async function getBatch(actor: Medewerker, tekst: string): Promise<BatchDetail | undefined> {
  const rij = await prisma.betaalbatch.findUnique({
    where: { msgId: parseKenmerk(BATCH_PREFIX, tekst) ?? '' },
    include: { ...BATCH, document: { select: { sha256: true } }, betalingen: { orderBy: { endToEndId: 'asc' }, include: { factuur: { select: { factuurnummer: true, opleiderId: true } }, terugbetaling: { select: { vordering: { select: { kenmerk: true, schuldenaarOpleiderId: true } } } }, terugstorting: { select: { kenmerk: true, oordeel: true } } } } },
  })
  if (rij === null) return undefined
  const [oordelen, regeling] = await Promise.all([listNaamoordelen(rij.id), leesRegeling(prisma, await today())])
  const aanvaard = new Map(oordelen.flatMap(({ opleiderId, iban, antwoord, toelichting }) => (antwoord === 'aanvaard' ? [[`${opleiderId} ${iban}`, toelichting ?? ''] as const] : [])))
  return {
    ...toBatchRij(rij),
    isDoorMijOpgesteld: rij.opgesteldDoor === actor.id,
    teamleiderNodig: !isBinnenMandaat(cent(Number(rij.totaalCent)), [], cent(regeling.get('betaalmandaat').financieelTotCent)) && !rij.goedkeuringen.some(({ rol }) => rol === 'teamleider-financieel'),
    sha256: rij.document?.sha256 ?? null,
    goedkeuringen: rij.goedkeuringen.map(({ medewerker, goedgekeurdOp }) => ({ naam: medewerker.medewerkerNaam ?? 'Medewerker', op: goedgekeurdOp })),
    isDoorMijGoedgekeurd: rij.goedkeuringen.some(({ medewerkerId }) => medewerkerId === actor.id),
    betalingen: rij.betalingen.map(({ endToEndId, tenaamstelling, iban, factuur, terugbetaling, terugstorting, bedragCent, status, renteId }) => ({
      endToEndId, status: toBetalingStatus(status), opleider: tenaamstelling, rekening: toRekening(iban), factuurnummer: factuur?.factuurnummer ?? null, vordering: terugbetaling?.vordering.kenmerk ?? null, terugstorting, bedrag: cent(bedragCent),
      isRente: renteId !== null, aanvaard: terugstorting?.oordeel ?? aanvaard.get(`${factuur?.opleiderId ?? terugbetaling?.vordering.schuldenaarOpleiderId ?? ''} ${iban}`) ?? null,
    })),
  }
}

/** The payment file of a batch that was handed to the bank; undefined before that. */
export async function getBetaalbestand(_actor: Medewerker, tekst: string): Promise<OpgeslagenDocument | undefined> {
  const rij = await prisma.betaalbatch.findUnique({ where: { msgId: parseKenmerk(BATCH_PREFIX, tekst) ?? '' }, select: { documentId: true, vrijgegevenOp: true } })
  return rij === null || rij.documentId === null || rij.vrijgegevenOp === null ? undefined : readDocument(rij.documentId)
}

type BatchBron = {
  msgId: string; status: string; aantal: number; totaalCent: bigint; opgesteldOp: Date; vrijgegevenOp: Date | null
  afgekeurdDoorGebruiker: { medewerkerNaam: string | null } | null; afgekeurdOp: Date | null; afgekeurdReden: string | null
  opgesteldDoorGebruiker: { medewerkerNaam: string | null } | null; goedkeuringen: readonly { medewerker: { medewerkerNaam: string | null } }[]
}

function toBatchRij({ msgId, status, aantal, totaalCent, opgesteldOp, vrijgegevenOp, opgesteldDoorGebruiker, goedkeuringen, ...rij }: BatchBron): BatchRij {
  return {
    msgId, aantal, opgesteldOp, vrijgegevenOp, status: toBatchStatus(status), totaal: cent(Number(totaalCent)),
    opgesteldDoor: opgesteldDoorGebruiker === null ? 'Automatisch' : (opgesteldDoorGebruiker.medewerkerNaam ?? 'Medewerker'),
    goedgekeurdDoor: goedkeuringen.map(({ medewerker }) => medewerker.medewerkerNaam ?? 'Medewerker'),
    afgekeurd: rij.afgekeurdOp === null ? null : { door: rij.afgekeurdDoorGebruiker?.medewerkerNaam ?? 'Medewerker', op: rij.afgekeurdOp, reden: rij.afgekeurdReden ?? '' },
  }
}

function toRekening(iban: string): string {
  const gelezen = parseIban(iban)
  return gelezen === undefined ? iban : formatIban(gelezen)
}

export type WachtredenRij = { readonly reden: Betaalbeletsel; readonly aantal: number; readonly bedrag: Cent }

/** What holds matched invoices back today, with how many and how much; an invoice with two reasons stands under both. */
export async function countWachtredenen(_actor: Medewerker): Promise<readonly WachtredenRij[]> {
  const { rows } = await pool.query<{ reden: string; aantal: number; bedrag: number }>(`
    select w.reden, count(*)::int as aantal, sum(f.bedrag_cent - f.gecrediteerd_cent)::bigint as bedrag
      from factuur f cross join lateral (select distinct l.reden from betaalbeletsel l where l.factuur_id = f.id) w
     where f.status = 'gematcht' group by w.reden order by bedrag desc`)
  return rows.map(({ reden, aantal, bedrag }) => ({ reden: toBetaalbeletsel(reden), aantal, bedrag: cent(bedrag) }))
}
