import 'server-only'
import { z } from 'zod'
import type { Medewerker } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { MUTATIE_SOORTEN, toBerichtSoort, toBerichtToestand, toVraagSoort, type BerichtSoort, type BerichtToestand, type MutatieSoort, type VraagSoort } from '@/lib/bank/model'
import { besluitGegevens } from '@/lib/bank/rules/besluit'
import { besluitenOver, toBesluit, type Besluit } from '@/lib/bank/rules/ontvangst'
import { laatsteStilleDag } from '@/lib/bank/rules/stil'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { toTerugstortingStatus, type TerugstortingStatus } from '@/lib/vordering/model'
import { maskeer } from '@/lib/vordering/rules/rekening'
import { TERUGSTORTING_OVERGANGEN } from '@/lib/vordering/rules/status'
import type { Prisma } from '@/prisma/generated/client'

export const BANK_PAGINA = 50

const telling = z.record(z.string(), z.number()).nullable()
const gegevens = z.object({ code: z.string().optional(), endToEndId: z.string().optional(), aantal: z.int().optional(), bedragCent: z.int().optional() })

export type BerichtRij = { id: string; soort: BerichtSoort | null; naam: string; toestand: BerichtToestand; reden: string | null; uitkomst: Record<string, number> | null; ontvangenOp: Date; door: string }

/** The messages of the bank, newest first. */
export async function listBerichten(_actor: Medewerker, pagina: number): Promise<{ rijen: BerichtRij[]; totaal: number }> {
  const [rijen, totaal] = await Promise.all([
    prisma.bankbericht.findMany({ orderBy: { ontvangenOp: 'desc' }, skip: (pagina - 1) * BANK_PAGINA, take: BANK_PAGINA, include: { ontvangenDoorGebruiker: { select: { medewerkerNaam: true } } } }),
    prisma.bankbericht.count(),
  ])
  return { totaal, rijen: rijen.map(toBerichtRij) }
}

type BerichtBron = { id: string; soort: string | null; naam: string; toestand: string; reden: string | null; uitkomst: unknown; ontvangenOp: Date; ontvangenDoorGebruiker: { medewerkerNaam: string | null } | null }

function toBerichtRij({ id, naam, soort, toestand, reden, uitkomst, ontvangenOp, ontvangenDoorGebruiker }: BerichtBron): BerichtRij {
  return {
    id, naam, reden, ontvangenOp, soort: toBerichtSoort(soort), toestand: toBerichtToestand(toestand), uitkomst: telling.parse(uitkomst),
    door: ontvangenDoorGebruiker === null ? 'Bankkoppeling' : (ontvangenDoorGebruiker.medewerkerNaam ?? 'Medewerker'),
  }
}

export type Vraag = {
  /** What can be decided about the money; nothing when it is only to be looked into. */
  besluiten: readonly Besluit[]
  id: string; soort: VraagSoort; bericht: { id: string; naam: string }; bedrag: Cent | null; boekdatum: PlainDate | null; endToEndId: string | null
  tegenpartij: string | null; omschrijving: string | null; code: string | null
  /** The payment it is about, with the batch it went out in. */
  betaling: { endToEndId: string; msgId: string; kanOpnieuw: boolean } | null
  /** More payments of one batch, for the same reason. */
  batch: { msgId: string; aantal: number } | null
  voorstel: Voorstel | null
}

/** What a colleague wants to do with the money, and of whom another decision is asked. */
export type Voorstel = { besluit: Besluit; delen: readonly { kenmerk: string; bedrag: Cent }[]; nietUitgevoerd: readonly string[]; toelichting: string; door: string; isEigen: boolean }

/** A page of what the bank said that somebody must still look at, oldest first, and how many there are. */
export async function listVragen(actor: Medewerker, pagina: number): Promise<{ rijen: Vraag[]; totaal: number }> {
  const [rijen, totaal] = await Promise.all([
    prisma.bankvraag.findMany({
      where: { toestand: 'open' }, orderBy: [{ bericht: { ontvangenOp: 'asc' } }, { mutatieId: 'asc' }, { id: 'asc' }], skip: (pagina - 1) * BANK_PAGINA, take: BANK_PAGINA, include: VRAAG,
    }),
    prisma.bankvraag.count({ where: { toestand: 'open' } }),
  ])
  return { rijen: rijen.map((rij) => toVraag(actor, rij)), totaal }
}

/** One question that is still open; undefined when there is none or a colleague has closed it. */
export async function getVraag(actor: Medewerker, id: string): Promise<Vraag | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  const rij = await prisma.bankvraag.findFirst({ where: { id, toestand: 'open' }, include: VRAAG })
  return rij === null ? undefined : toVraag(actor, rij)
}

const VRAAG = {
  bericht: { select: { id: true, naam: true } }, batch: { select: { msgId: true } },
  mutatie: { include: { batch: { select: { msgId: true } } } },
  voorstellen: { where: { status: 'voorgesteld' }, include: { voorgesteldDoorGebruiker: { select: { medewerkerNaam: true } } } },
  betaling: { include: { batch: { select: { msgId: true } }, factuur: { select: { status: true } }, rente: { select: { status: true } }, terugbetaling: { select: { status: true } }, terugstorting: { select: { status: true } } } },
} as const

function toVraag(actor: Medewerker, { id, soort, bericht, mutatie, betaling, batch, voorstellen, ...rij }: Prisma.BankvraagGetPayload<{ include: typeof VRAAG }>): Vraag {
  const { code, endToEndId, aantal, bedragCent } = gegevens.parse(rij.gegevens)
  const bedrag = mutatie === null ? (betaling?.bedragCent ?? bedragCent) : Number(mutatie.bedragCent)
  const msgId = batch?.msgId ?? mutatie?.batch?.msgId
  return {
    id, bericht, soort: toVraagSoort(soort), besluiten: besluitenOver(toVraagSoort(soort)), code: code ?? null, endToEndId: mutatie?.endToEndId ?? endToEndId ?? null,
    bedrag: bedrag === undefined ? null : cent(bedrag),
    boekdatum: mutatie === null ? null : fromDbDate(mutatie.boekdatum), tegenpartij: mutatie?.tegenpartij ?? null, omschrijving: mutatie?.omschrijving ?? null,
    betaling: betaling === null ? null : { endToEndId: betaling.endToEndId, msgId: betaling.batch.msgId, kanOpnieuw: (betaling.terugbetaling ?? betaling.terugstorting ?? betaling.rente ?? betaling.factuur)?.status === 'teruggekomen' },
    batch: msgId === undefined ? null : { msgId, aantal: aantal ?? 0 },
    voorstel: toVoorstel(actor, voorstellen[0]),
  }
}

type VoorstelBron = Prisma.BankvraagGetPayload<{ include: typeof VRAAG }>['voorstellen'][number]

function toVoorstel(actor: Medewerker, voorstel: VoorstelBron | undefined): Voorstel | null {
  if (voorstel === undefined) return null
  const { besluit, gegevens: bron, toelichting, voorgesteldDoor, voorgesteldDoorGebruiker } = voorstel
  return { besluit: toBesluit(besluit), ...besluitGegevens.parse(bron), toelichting, door: voorgesteldDoorGebruiker.medewerkerNaam ?? 'Medewerker', isEigen: voorgesteldDoor === actor.id }
}

export type StilleBatch = { msgId: string; uitvoeringsdag: PlainDate; aantal: number; bedrag: Cent }

/**
 * Batches with payments of which no statement and no rejection came, working days after the bank had to carry them out (regeling,
 * bank-antwoord). Nobody has to remember to look.
 */
export async function listStil(_actor: Medewerker): Promise<readonly StilleBatch[]> {
  const dag = await today()
  const grens = laatsteStilleDag(dag, (await leesRegeling(prisma, dag)).get('bank-antwoord').werkdagen)
  const { rows } = await pool.query<{ msgId: string; dag: string; aantal: number; cent: number }>(`
    select p.msg_id as "msgId", p.uitvoeringsdag::text as dag, count(*)::int as aantal, sum(b.bedrag_cent)::bigint as cent
      from betaling b join betaalbatch p on p.id = b.batch_id
     where b.status = 'onderweg' and p.vrijgegeven_op is not null and p.uitvoeringsdag <= $1::date
     group by p.id order by p.uitvoeringsdag, p.msg_id`, [grens])
  return rows.map(({ msgId, dag: uitvoeringsdag, aantal, cent: bedrag }) => ({ msgId, uitvoeringsdag: plainDate(uitvoeringsdag), aantal, bedrag: cent(bedrag) }))
}

export type Aansluiting = { onderweg: { aantal: number; bedrag: Cent }; openVragen: number; wachtend: number; saldo: Cent | null; afschrift: string | null }

/** How the account stands against what we paid. */
export async function getAansluiting(_actor: Medewerker): Promise<Aansluiting> {
  const { rows: [rij] } = await pool.query<{ aantal: number; bedrag: number; vragen: number; wachtend: number }>(`
    select (select count(*) from betaling b join betaalbatch p on p.id = b.batch_id where b.status = 'onderweg' and p.vrijgegeven_op is not null) as aantal,
           (select coalesce(sum(b.bedrag_cent), 0) from betaling b join betaalbatch p on p.id = b.batch_id where b.status = 'onderweg' and p.vrijgegeven_op is not null) as bedrag,
           (select count(*) from bankvraag where toestand = 'open') as vragen,
           (select count(*) from bankbericht where toestand = 'wacht') as wachtend`)
  const laatste = await prisma.bankafschrift.findFirst({ orderBy: { plek: 'desc' } })
  if (rij === undefined) throw new Error('the counts gave no row')
  return {
    onderweg: { aantal: rij.aantal, bedrag: cent(rij.bedrag) }, openVragen: rij.vragen, wachtend: rij.wachtend,
    saldo: laatste === null ? null : cent(Number(laatste.eindCent)), afschrift: laatste?.kenmerk ?? null,
  }
}

export type MutatieRij = { id: string; boekdatum: PlainDate; bedrag: Cent; soort: MutatieSoort; endToEndId: string | null; msgId: string | null; tegenpartij: string | null; omschrijving: string | null }
export type BerichtDetail = BerichtRij & { sha256: string; isBewaard: boolean; afschriften: { kenmerk: string; volgnummer: number | null; begin: Cent; eind: Cent; aantal: number }[]; mutaties: MutatieRij[]; totaal: number }

/** One message with its statements and a page of their movements. Undefined when there is none. */
export async function getBericht(_actor: Medewerker, id: string, pagina: number): Promise<BerichtDetail | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  const rij = await prisma.bankbericht.findUnique({ where: { id }, include: { ontvangenDoorGebruiker: { select: { medewerkerNaam: true } }, afschriften: { orderBy: { plek: 'asc' } } } })
  if (rij === null) return undefined
  const where = { afschriftId: { in: rij.afschriften.map((afschrift) => afschrift.id) } }
  const mutaties = await prisma.bankmutatie.findMany({ where, orderBy: { id: 'asc' }, skip: (pagina - 1) * BANK_PAGINA, take: BANK_PAGINA, include: { betaling: { select: { batch: { select: { msgId: true } } } }, batch: { select: { msgId: true } } } })
  return {
    ...toBerichtRij(rij), sha256: rij.sha256, isBewaard: rij.documentId !== null, totaal: rij.afschriften.reduce((som, { aantal }) => som + aantal, 0),
    afschriften: rij.afschriften.map(({ kenmerk, volgnummer, beginCent, eindCent, aantal }) => ({ kenmerk, volgnummer, aantal, begin: cent(Number(beginCent)), eind: cent(Number(eindCent)) })),
    mutaties: mutaties.map(({ id: mutatieId, boekdatum, bedragCent, soort, endToEndId, betaling, batch, tegenpartij, omschrijving }) => ({
      id: String(mutatieId), boekdatum: fromDbDate(boekdatum), bedrag: cent(Number(bedragCent)), soort: MUTATIE_SOORTEN.find((een) => een === soort) ?? 'onbekend',
      endToEndId, msgId: betaling?.batch.msgId ?? batch?.msgId ?? null, tegenpartij, omschrijving,
    })),
  }
}

/** The message as the bank sent it. */
export async function getBerichtBestand(_actor: Medewerker, id: string): Promise<OpgeslagenDocument | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  const rij = await prisma.bankbericht.findUnique({ where: { id }, select: { documentId: true } })
  return rij?.documentId == null ? undefined : readDocument(rij.documentId)
}

export type TerugstortingRij = { kenmerk: string; status: TerugstortingStatus; bedrag: Cent; van: string | null; boekdatum: PlainDate; ontstaanOp: Date }
export type TerugstortingDetail = TerugstortingRij & {
  /** Masked: enough to know it by. */
  rekening: string; antwoord: string | null; oordeel: string | null; waarom: string | null; besluitDoor: readonly string[]; berichtId: string; omschrijving: string | null
  betalingen: readonly { endToEndId: string; msgId: string }[]
  kanAanvaarden: boolean; kanIntrekken: boolean
}

const TERUGSTORTING = { mutatie: { include: { afschrift: { select: { berichtId: true } } } } } as const

const toTerugstortingRij = ({ kenmerk, status, bedragCent, ontstaanOp, mutatie }: Prisma.TerugstortingGetPayload<{ include: typeof TERUGSTORTING }>): TerugstortingRij =>
  ({ kenmerk, ontstaanOp, status: toTerugstortingStatus(status), bedrag: cent(bedragCent), van: mutatie.tegenpartij, boekdatum: fromDbDate(mutatie.boekdatum) })

/** Money without a claim that goes back, newest first. */
export async function listTerugstortingen(_actor: Medewerker, pagina: number): Promise<{ rijen: TerugstortingRij[]; totaal: number; teDoen: number }> {
  const [rijen, totaal, teDoen] = await Promise.all([
    prisma.terugstorting.findMany({ orderBy: [{ ontstaanOp: 'desc' }, { id: 'asc' }], skip: (pagina - 1) * BANK_PAGINA, take: BANK_PAGINA, include: TERUGSTORTING }),
    prisma.terugstorting.count(),
    prisma.terugstorting.count({ where: { status: { in: ['te-beoordelen', 'teruggekomen'] } } }),
  ])
  return { rijen: rijen.map(toTerugstortingRij), totaal, teDoen }
}

/** One of them with what was decided and what the banks say of the account. Undefined when there is none. */
export async function getTerugstorting(_actor: Medewerker, kenmerk: string): Promise<TerugstortingDetail | undefined> {
  const rij = await prisma.terugstorting.findUnique({ where: { kenmerk }, include: {
    ...TERUGSTORTING, betalingen: { select: { endToEndId: true, batch: { select: { msgId: true } } }, orderBy: { endToEndId: 'asc' } },
    vraag: { select: { voorstellen: { where: { status: 'uitgevoerd' }, include: { voorgesteldDoorGebruiker: { select: { medewerkerNaam: true } }, beslotenDoorGebruiker: { select: { medewerkerNaam: true } } } } } },
  } })
  if (rij === null) return undefined
  const basis = toTerugstortingRij(rij)
  const besluit = rij.vraag.voorstellen[0]
  return {
    ...basis, rekening: maskeer(rij.mutatie.tegenrekening ?? ''), antwoord: rij.antwoord, oordeel: rij.oordeel, waarom: besluit?.toelichting ?? null, omschrijving: rij.mutatie.omschrijving,
    besluitDoor: [...new Set([besluit?.voorgesteldDoorGebruiker.medewerkerNaam, besluit?.beslotenDoorGebruiker?.medewerkerNaam].flatMap((naam) => naam ?? []))], berichtId: rij.mutatie.afschrift.berichtId,
    betalingen: rij.betalingen.map(({ endToEndId, batch }) => ({ endToEndId, msgId: batch.msgId })),
    kanAanvaarden: basis.status === 'te-beoordelen', kanIntrekken: TERUGSTORTING_OVERGANGEN['trek-in'].van.some((een) => een === basis.status),
  }
}
