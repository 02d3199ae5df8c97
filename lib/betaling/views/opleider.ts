import 'server-only'
import type { OpleiderActor } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { formatIban, parseIban } from '@/lib/base/iban'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { ORDER_PREFIX, toFactuurSoort, toFactuurStatus, toInkoopberichtSoort, toVerplichtingStatus, type FactuurSoort, type FactuurStatus, type InkoopberichtSoort, type VerplichtingStatus } from '@/lib/betaling/model'
import { findVorm } from '@/lib/betaling/repo'
import { formatOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import { isDocumentId } from '@/lib/betaling/schema'
import { listFacturen, PAGINA, type FactuurFilter } from '@/lib/betaling/views'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

// What an opleider sees of its money: the orders, its own invoices, and the addresses it mails them from.

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

/** The invoices that this opleider sent, newest first. */
export function listEigenFacturen(actor: OpleiderActor, filter: FactuurFilter) {
  return listFacturen({ opleiderId: actor.opleiderId }, filter)
}

/** The addresses from which this opleider mails its invoices, and the one that we know already. */
export async function listAfzenders({ opleiderId }: OpleiderActor): Promise<{ eigen: string; adressen: readonly { id: string; adres: string }[] }> {
  const [opleider, adressen] = await Promise.all([
    prisma.opleider.findUniqueOrThrow({ where: { id: opleiderId }, select: { email: true } }),
    prisma.factuurafzender.findMany({ where: { opleiderId, vervallenOp: null }, orderBy: { adres: 'asc' }, select: { id: true, adres: true } }),
  ])
  return { eigen: opleider.email, adressen }
}
