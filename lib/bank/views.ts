import 'server-only'
import { z } from 'zod'
import type { Medewerker } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { MUTATIE_SOORTEN, toBerichtSoort, toBerichtToestand, toVraagSoort, type BerichtSoort, type BerichtToestand, type MutatieSoort, type VraagSoort } from '@/lib/bank/model'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { readDocument, type OpgeslagenDocument } from '@/lib/platform/documents'
import type { Prisma } from '@/prisma/generated/client'

export const BANK_PAGINA = 50

const telling = z.record(z.string(), z.number()).nullable()
const gegevens = z.object({ code: z.string().optional(), endToEndId: z.string().optional() })

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
  id: string; soort: VraagSoort; bericht: { id: string; naam: string }; bedrag: Cent | null; boekdatum: PlainDate | null; endToEndId: string | null
  tegenpartij: string | null; omschrijving: string | null; code: string | null
  /** The payment it is about, with the batch it went out in. */
  betaling: { endToEndId: string; msgId: string; kanOpnieuw: boolean } | null
}

/** What the bank said that somebody must still look at, oldest first. */
export async function listVragen(_actor: Medewerker): Promise<Vraag[]> {
  const rijen = await prisma.bankvraag.findMany({
    where: { toestand: 'open' }, orderBy: [{ bericht: { ontvangenOp: 'asc' } }, { mutatieId: 'asc' }, { id: 'asc' }], take: BANK_PAGINA, include: VRAAG,
  })
  return rijen.map(toVraag)
}

/** One question that is still open; undefined when there is none or a colleague has closed it. */
export async function getVraag(_actor: Medewerker, id: string): Promise<Vraag | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  const rij = await prisma.bankvraag.findFirst({ where: { id, toestand: 'open' }, include: VRAAG })
  return rij === null ? undefined : toVraag(rij)
}

const VRAAG = {
  bericht: { select: { id: true, naam: true } }, mutatie: true, betaling: { include: { batch: { select: { msgId: true } }, factuur: { select: { status: true } }, rente: { select: { status: true } } } },
} as const

function toVraag({ id, soort, bericht, mutatie, betaling, ...rij }: Prisma.BankvraagGetPayload<{ include: typeof VRAAG }>): Vraag {
  const { code, endToEndId } = gegevens.parse(rij.gegevens)
  return {
    id, bericht, soort: toVraagSoort(soort), code: code ?? null, endToEndId: mutatie?.endToEndId ?? endToEndId ?? null,
    bedrag: mutatie === null ? (betaling === null ? null : cent(betaling.bedragCent)) : cent(Number(mutatie.bedragCent)),
    boekdatum: mutatie === null ? null : fromDbDate(mutatie.boekdatum), tegenpartij: mutatie?.tegenpartij ?? null, omschrijving: mutatie?.omschrijving ?? null,
    betaling: betaling === null ? null : { endToEndId: betaling.endToEndId, msgId: betaling.batch.msgId, kanOpnieuw: (betaling.rente ?? betaling.factuur).status === 'teruggekomen' },
  }
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
export type BerichtDetail = BerichtRij & { sha256: string; afschriften: { kenmerk: string; volgnummer: number | null; begin: Cent; eind: Cent; aantal: number }[]; mutaties: MutatieRij[]; totaal: number }

/** One message with its statements and a page of their movements. Undefined when there is none. */
export async function getBericht(_actor: Medewerker, id: string, pagina: number): Promise<BerichtDetail | undefined> {
  if (!z.guid().safeParse(id).success) return undefined
  const rij = await prisma.bankbericht.findUnique({ where: { id }, include: { ontvangenDoorGebruiker: { select: { medewerkerNaam: true } }, afschriften: { orderBy: { plek: 'asc' } } } })
  if (rij === null) return undefined
  const where = { afschriftId: { in: rij.afschriften.map((afschrift) => afschrift.id) } }
  const mutaties = await prisma.bankmutatie.findMany({ where, orderBy: { id: 'asc' }, skip: (pagina - 1) * BANK_PAGINA, take: BANK_PAGINA, include: { betaling: { select: { batch: { select: { msgId: true } } } }, batch: { select: { msgId: true } } } })
  return {
    ...toBerichtRij(rij), sha256: rij.sha256, totaal: rij.afschriften.reduce((som, { aantal }) => som + aantal, 0),
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
  return rij === null ? undefined : readDocument(rij.documentId)
}
