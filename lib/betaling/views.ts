import 'server-only'
import { z } from 'zod'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { addDays, plainDate, type PlainDate } from '@/lib/base/date'
import { formatIban, parseIban } from '@/lib/base/iban'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, sum, type Cent } from '@/lib/base/money'
import {
  BATCH_PREFIX, ORDER_PREFIX, toBatchStatus, toBetalingStatus, toFactuurKanaal, toFactuurSoort, toFactuurStatus, toInkoopberichtSoort, toPostbusReden, toRenteStatus, toVerplichtingStatus,
  type BetaalbatchStatus, type BetalingStatus, type FactuurFout, type FactuurKanaal, type FactuurSoort, type FactuurStatus, type InkoopberichtSoort, type PostbusReden, type RenteStatus, type VerplichtingStatus,
} from '@/lib/betaling/model'
import { findVorm } from '@/lib/betaling/repo'
import { listNaamoordelen, listRenteVan } from '@/lib/betaling/repo/rente'
import { findPostvraag, listPostvragen, listWachtendeFacturen } from '@/lib/betaling/repo/werklijst'
import { toBetaalbeletsel, whyNietBetaalbaar, type Betaalbeletsel, type Wachtreden } from '@/lib/betaling/rules/betaalbaar'
import { isBinnenMandaat } from '@/lib/betaling/rules/mandaat'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import { describeRente } from '@/lib/betaling/rules/rente'
import { isDocumentId, rentedelenSchema } from '@/lib/betaling/schema'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

export const PAGINA = 50

const foutenSchema: z.ZodType<readonly FactuurFout[]> = z.array(z.object({
  code: z.string(), plaats: z.string(), gevonden: z.string().exactOptional(), verwacht: z.string().exactOptional(), isOpmerking: z.literal(true).exactOptional(),
}))

// ── Opleider ───────────────────────────────────────────────────────────────

export type OpdrachtRij = {
  ordernummer: string
  deelnemer: string
  opleiding: string
  startdatum: PlainDate
  /** Of the aanvraag, with whether its grant stands: only then can a change be reported. */
  kenmerk: string
  isVerleend: boolean
  bedrag: Cent
  /** What was not invoiced yet. */
  rest: Cent
  status: VerplichtingStatus
  /** First day on which an invoice can be sent. */
  vanaf: PlainDate
  isTeVroeg: boolean
}

/** What stands of what was invoiced; a credit note lowers the invoice that it is about. */
const STAAND: FactuurStatus[] = ['gematcht', 'in-batch', 'betaald', 'teruggekomen']

const OPDRACHT = {
  facturen: { where: { status: { in: STAAND } }, select: { bedragCent: true, gecrediteerdCent: true } },
  aanvraag: { include: { opleiding: { select: { titel: true } }, scholingsactiviteit: true, aanmeldbewijs: true } },
} as const

/** The orders of this opleider, what still asks for an invoice first. */
export async function listOpdrachten(actor: OpleiderActor, pagina: number): Promise<{ rijen: readonly OpdrachtRij[]; totaal: number }> {
  const where = { opleiderId: actor.opleiderId }
  const [rijen, totaal, venster] = await Promise.all([
    // 'betaald' < 'gefactureerd' < 'open' < 'vervallen': open ones belong on top, so by status from the end and then the earliest start.
    prisma.verplichting.findMany({
      where, include: OPDRACHT, skip: (pagina - 1) * PAGINA, take: PAGINA,
      orderBy: [{ status: 'desc' }, { aanvraag: { aanmeldbewijs: { startdatum: 'asc' } } }, { ordernummer: 'asc' }],
    }),
    prisma.verplichting.count({ where }),
    factuurVenster(),
  ])
  return { rijen: rijen.map((rij) => toOpdrachtRij(rij, venster)), totaal }
}

/** What this opleider can do now about its money: orders that may be invoiced today, and orders of which the last invoice was refused. */
export async function getFactuurWerk({ opleiderId }: OpleiderActor): Promise<{ teFactureren: number; afgekeurd: number }> {
  const { vandaag, dagenVoorStart } = await factuurVenster()
  const open = { opleiderId, status: { in: ['open', 'deels-gefactureerd'] }, aanvraag: { aanmeldbewijs: { startdatum: { lte: toDbDate(addDays(vandaag, dagenVoorStart)) } } } }
  const [teFactureren, afgekeurd] = await Promise.all([
    prisma.verplichting.count({ where: open }),
    // A refused invoice is not tied to the order it names; it needs work for as long as that order waits for a good one.
    pool.query<{ aantal: number }>(`
      select count(distinct v.id) as aantal from factuur f join verplichting v on v.ordernummer = f.ordernummer and v.opleider_id = f.opleider_id
      where f.opleider_id = $1 and f.status = 'afgekeurd' and v.status in ('open', 'deels-gefactureerd')
        and not exists (select from factuur g where g.verplichting_id = v.id and g.status <> 'afgekeurd' and g.ontvangen_op > f.ontvangen_op)`, [opleiderId]),
  ])
  return { teFactureren, afgekeurd: afgekeurd.rows[0]?.aantal ?? 0 }
}

export type OpdrachtDetail = OpdrachtRij & {
  onderwijsvorm: string; kvkUwv: string; iban: string | null; regel: string
  /** The order as its system can read it, with every change. */
  berichten: readonly { id: string; soort: InkoopberichtSoort; op: Date; sha256: string }[]
  facturen: readonly { id: string; factuurnummer: string; soort: FactuurSoort; status: FactuurStatus; bedrag: Cent }[]
}

/** One order of this opleider with everything that an invoice needs; undefined when it is not theirs. */
export async function getOpdracht(actor: OpleiderActor, tekst: string): Promise<OpdrachtDetail | undefined> {
  const ordernummer = parseKenmerk(ORDER_PREFIX, tekst)
  if (ordernummer === undefined) return undefined
  const rij = await prisma.verplichting.findFirst({ where: { ordernummer, opleiderId: actor.opleiderId }, include: { ...OPDRACHT, opleider: true } })
  if (rij === null) return undefined
  const [agreed, berichten, facturen] = await Promise.all([
    findVorm(prisma, rij.aanvraagId),
    prisma.inkoopbericht.findMany({ where: { ordernummer, opleiderId: actor.opleiderId }, orderBy: { volgnummer: 'asc' }, include: { document: { select: { sha256: true } } } }),
    prisma.factuur.findMany({ where: { verplichtingId: rij.id, opleiderId: actor.opleiderId }, orderBy: [{ ontvangenOp: 'asc' }, { id: 'asc' }] }),
  ])
  const vorm = OPLEIDINGSVORMEN.find((kandidaat) => kandidaat === (agreed ?? rij.aanvraag.scholingsactiviteit.opleidingsvorm))
  const onderwijsvorm = vorm === undefined ? '' : formatOnderwijsvorm(vorm)
  const iban = parseIban(rij.opleider.iban ?? '')
  return {
    ...toOpdrachtRij(rij, await factuurVenster()),
    onderwijsvorm, kvkUwv: config.uwv.kvk, iban: iban === undefined ? null : formatIban(iban),
    regel: `${rij.aanvraag.opleiding.titel} (${onderwijsvorm})`,
    berichten: berichten.map(({ id, soort, gemaaktOp, document }) => ({ id, soort: toInkoopberichtSoort(soort), op: gemaaktOp, sha256: document.sha256 })),
    facturen: facturen.map(({ id, factuurnummer, soort, status, bedragCent }) => ({ id, factuurnummer, soort: toFactuurSoort(soort), status: toFactuurStatus(status), bedrag: cent(bedragCent ?? 0) })),
  }
}

/** A document of an order as it was sent to this opleider; also of an order that went to another one since. */
export async function getInkoopbericht(actor: OpleiderActor, ordernummer: string, id: string): Promise<OpgeslagenDocument | undefined> {
  if (!isDocumentId(id)) return undefined
  const rij = await prisma.inkoopbericht.findFirst({ where: { id, opleiderId: actor.opleiderId, ordernummer: parseKenmerk(ORDER_PREFIX, ordernummer) ?? '' }, select: { documentId: true } })
  return rij === null ? undefined : readDocument(rij.documentId)
}

type OpdrachtBron = {
  ordernummer: string; bedragCent: number; status: string; facturen: readonly { bedragCent: number | null; gecrediteerdCent: number }[]
  aanvraag: { kenmerk: string; status: string; opleiding: { titel: string }; aanmeldbewijs: { startdatum: Date; voornaam: string; tussenvoegsel: string | null; achternaam: string } }
}

function toOpdrachtRij({ aanvraag, ...rij }: OpdrachtBron, { vandaag, dagenVoorStart }: Venster): OpdrachtRij {
  const startdatum = fromDbDate(aanvraag.aanmeldbewijs.startdatum)
  const vanaf = addDays(startdatum, -dagenVoorStart)
  const { voornaam, tussenvoegsel, achternaam } = aanvraag.aanmeldbewijs
  return {
    ordernummer: rij.ordernummer, bedrag: cent(rij.bedragCent), status: toVerplichtingStatus(rij.status),
    rest: cent(rij.bedragCent - rij.facturen.reduce((som, { bedragCent, gecrediteerdCent }) => som + (bedragCent ?? 0) - gecrediteerdCent, 0)),
    deelnemer: [voornaam, tussenvoegsel, achternaam].filter(Boolean).join(' '), opleiding: aanvraag.opleiding.titel,
    startdatum, vanaf, isTeVroeg: vandaag < vanaf, kenmerk: aanvraag.kenmerk, isVerleend: aanvraag.status === 'verleend',
  }
}

type Venster = { vandaag: PlainDate; dagenVoorStart: number }

async function factuurVenster(): Promise<Venster> {
  const vandaag = await today()
  return { vandaag, dagenVoorStart: (await leesRegeling(prisma, vandaag)).get('factuur-vanaf').dagenVoorStart }
}

// ── Facturen ───────────────────────────────────────────────────────────────

export type FactuurRij = {
  id: string
  factuurnummer: string
  opleider: string
  ordernummer: string | null
  bedrag: Cent | null
  status: FactuurStatus
  ontvangenOp: Date
  soort: FactuurSoort
  kanaal: FactuurKanaal
  /** What keeps us from paying it, and what the norm only advises. */
  fouten: readonly FactuurFout[]
  opmerkingen: readonly FactuurFout[]
  /** What was credited of it, before or after it was paid. */
  teruggenomen: Cent
  /** What credit notes take back that wait for the bank. */
  wachtend: Cent
  /** Why it is not paid now: an approver refused its payment. */
  blokkade: { reden: string; op: Date; door: string } | null
  /** The invoice that it takes back of or replaces. */
  verwijstNaar: { id: string; factuurnummer: string } | null
  /** What we wrote about it when it was refused; null when nobody did. `tekst` is null when no answer was needed. */
  antwoord: { tekst: string | null; op: Date } | null
}

const FACTUUR = {
  opleider: { select: { naam: true } }, verwijstNaarFactuur: { select: { id: true, factuurnummer: true } }, antwoord: { select: { tekst: true, gegevenOp: true } },
  verwezenDoor: { where: { status: 'wacht-op-bank' }, select: { bedragCent: true } },
  blokkades: { where: { opgehevenOp: null }, select: { reden: true, gelegdOp: true, door: { select: { medewerkerNaam: true } } } },
} as const

export type FactuurFilter = { pagina: number; status?: FactuurStatus | undefined }

/** The invoices that this opleider sent, newest first. */
export function listEigenFacturen(actor: OpleiderActor, filter: FactuurFilter) {
  return listFacturen({ opleiderId: actor.opleiderId }, filter)
}

/** The invoices of every opleider, newest first. For who has betaling.lezen. */
export function listOntvangenFacturen(_actor: Medewerker, filter: FactuurFilter) {
  return listFacturen({}, filter)
}

async function listFacturen(van: { opleiderId?: string }, { pagina, status }: FactuurFilter): Promise<{ rijen: readonly FactuurRij[]; totaal: number }> {
  const where = status === undefined ? van : { ...van, status }
  const [rijen, totaal] = await Promise.all([
    prisma.factuur.findMany({
      where, include: FACTUUR, orderBy: [{ ontvangenOp: 'desc' }, { id: 'asc' }], skip: (pagina - 1) * PAGINA, take: PAGINA,
    }),
    prisma.factuur.count({ where }),
  ])
  return { rijen: rijen.map(toFactuurRij), totaal }
}

/** One invoice; an opleider sees only their own. Undefined when it is not there or not theirs. */
export async function getFactuur(actor: OpleiderActor | Medewerker, id: string): Promise<FactuurRij | undefined> {
  const rij = await findFactuur(actor, id)
  return rij === undefined ? undefined : toFactuurRij(rij)
}

/** The e-invoice as it came in. */
export async function getFactuurBestand(actor: OpleiderActor | Medewerker, id: string): Promise<OpgeslagenDocument | undefined> {
  const rij = await findFactuur(actor, id)
  return rij === undefined ? undefined : readDocument(rij.documentId)
}

async function findFactuur(actor: OpleiderActor | Medewerker, id: string) {
  if (!isDocumentId(id)) return undefined
  const where = actor.soort === 'opleider' ? { id, opleiderId: actor.opleiderId } : { id }
  return (await prisma.factuur.findFirst({ where, include: FACTUUR })) ?? undefined
}

type FactuurBron = {
  id: string; factuurnummer: string; ordernummer: string | null; bedragCent: number | null; status: string; ontvangenOp: Date; fouten: unknown
  soort: string; kanaal: string; gecrediteerdCent: number; teruggevorderdCent: number
  opleider: { naam: string }; verwijstNaarFactuur: { id: string; factuurnummer: string } | null; antwoord: { tekst: string | null; gegevenOp: Date } | null
  verwezenDoor: readonly { bedragCent: number | null }[]; blokkades: readonly { reden: string; gelegdOp: Date; door: { medewerkerNaam: string | null } }[]
}

function toBlokkade([rij]: FactuurBron['blokkades']): FactuurRij['blokkade'] {
  return rij === undefined ? null : { reden: rij.reden, op: rij.gelegdOp, door: rij.door.medewerkerNaam ?? 'Medewerker' }
}

function toFactuurRij({ id, factuurnummer, ordernummer, bedragCent, status, ontvangenOp, fouten, soort, kanaal, ...rij }: FactuurBron): FactuurRij {
  const alle = foutenSchema.parse(fouten)
  return {
    id, factuurnummer, ordernummer, ontvangenOp, opleider: rij.opleider.naam, bedrag: bedragCent === null ? null : cent(bedragCent),
    status: toFactuurStatus(status), soort: toFactuurSoort(soort), kanaal: toFactuurKanaal(kanaal),
    fouten: alle.filter(({ isOpmerking }) => isOpmerking !== true), opmerkingen: alle.filter(({ isOpmerking }) => isOpmerking === true),
    teruggenomen: cent(rij.gecrediteerdCent + rij.teruggevorderdCent), wachtend: sum(rij.verwezenDoor.map((creditnota) => cent(creditnota.bedragCent ?? 0))),
    verwijstNaar: rij.verwijstNaarFactuur, blokkade: toBlokkade(rij.blokkades),
    antwoord: rij.antwoord === null ? null : { tekst: rij.antwoord.tekst, op: rij.antwoord.gegevenOp },
  }
}

// ── Werklijst ──────────────────────────────────────────────────────────────

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

/** The addresses from which this opleider mails its invoices, and the one that we know already. */
export async function listAfzenders({ opleiderId }: OpleiderActor): Promise<{ eigen: string; adressen: readonly { id: string; adres: string }[] }> {
  const [opleider, adressen] = await Promise.all([
    prisma.opleider.findUniqueOrThrow({ where: { id: opleiderId }, select: { email: true } }),
    prisma.factuurafzender.findMany({ where: { opleiderId, vervallenOp: null }, orderBy: { adres: 'asc' }, select: { id: true, adres: true } }),
  ])
  return { eigen: opleider.email, adressen }
}

// ── Betalingen ─────────────────────────────────────────────────────────────

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
  betalingen: readonly { endToEndId: string; opleider: string; rekening: string; aanvaard: string | null; factuurnummer: string | null; isRente: boolean; /** The claim on which we owe it back; null for an invoice. */ vordering: string | null; bedrag: Cent; status: BetalingStatus }[]
}

/** A batch with every line. Undefined when there is none with this number. */
export async function getBatch(actor: Medewerker, tekst: string): Promise<BatchDetail | undefined> {
  const rij = await prisma.betaalbatch.findUnique({
    where: { msgId: parseKenmerk(BATCH_PREFIX, tekst) ?? '' },
    include: { ...BATCH, document: { select: { sha256: true } }, betalingen: { orderBy: { endToEndId: 'asc' }, include: { factuur: { select: { factuurnummer: true, opleiderId: true } }, terugbetaling: { select: { vordering: { select: { kenmerk: true, schuldenaarOpleiderId: true } } } } } } },
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
    betalingen: rij.betalingen.map(({ endToEndId, tenaamstelling, iban, factuur, terugbetaling, bedragCent, status, renteId }) => ({
      endToEndId, status: toBetalingStatus(status), opleider: tenaamstelling, rekening: toRekening(iban), factuurnummer: factuur?.factuurnummer ?? null, vordering: terugbetaling?.vordering.kenmerk ?? null, bedrag: cent(bedragCent),
      isRente: renteId !== null, aanvaard: aanvaard.get(`${factuur?.opleiderId ?? terugbetaling?.vordering.schuldenaarOpleiderId ?? ''} ${iban}`) ?? null,
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

export type RenteRij = { id: string; bedrag: Cent; van: PlainDate; totEnMet: PlainDate; status: RenteStatus; delen: readonly string[] }

/** What we owe, or paid, because we were late with an invoice. */
export async function listRente(actor: OpleiderActor | Medewerker, factuurId: string): Promise<readonly RenteRij[]> {
  if (!isDocumentId(factuurId)) return []
  const rijen = await listRenteVan(factuurId, actor.soort === 'opleider' ? actor.opleiderId : null)
  return rijen.map(({ id, bedragCent, van, totEnMet, status, delen }) => ({
    id, bedrag: cent(bedragCent), van: fromDbDate(van), totEnMet: fromDbDate(totEnMet), status: toRenteStatus(status), delen: describeRente(rentedelenSchema.parse(delen)),
  }))
}

/** Why a matched invoice is not paid tonight, apart from a suspension and a blockade, which have more to say. The opleider asks of its own. */
export async function listWachtredenen(actor: OpleiderActor | Medewerker, factuurId: string): Promise<readonly Wachtreden[]> {
  if (!isDocumentId(factuurId)) return []
  const { rows: [rij] } = await pool.query<{ startdatum: string; redenen: string[] }>(`
    select b.startdatum::text as startdatum, array(select w.reden from betaalbeletsel w where w.factuur_id = f.id order by 1) as redenen
      from factuur f join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     where f.id = $1 and f.status = 'gematcht' and ($2::uuid is null or f.opleider_id = $2)`, [factuurId, actor.soort === 'opleider' ? actor.opleiderId : null])
  if (rij === undefined) return []
  const regeling = await leesRegeling(prisma, await today())
  const redenen = whyNietBetaalbaar({ beletsels: rij.redenen.map(toBetaalbeletsel), startdatum: plainDate(rij.startdatum), dagenVoorStart: regeling.get('factuur-vanaf').dagenVoorStart, vandaag: regeling.opDatum })
  return redenen.filter((reden): reden is Wachtreden => reden !== 'opgeschort' && reden !== 'tegengehouden')
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
