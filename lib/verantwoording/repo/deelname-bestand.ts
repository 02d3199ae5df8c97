import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { Melding } from '@/lib/verantwoording/model'
import { meldingSchema } from '@/lib/verantwoording/schema'
import type { Rijfout } from '@/lib/vooraanmelding/model'

export async function insertBestand(tx: Tx, bestand: { opleiderId: string; doorId: string; formaat: 'csv' | 'xml'; bestandsnaam: string; documentId: string }): Promise<string> {
  return (await tx.deelnameBestand.create({ data: bestand, select: { id: true } })).id
}

/** Locks a file that waits to be read; undefined when it was read before. */
export async function lockOntvangen(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from deelname_bestand where id = ${id}::uuid for no key update`
  const rij = await tx.deelnameBestand.findUnique({ where: { id }, include: { door: { select: { kvk: true } } } })
  return rij?.toestand === 'ontvangen' ? rij : undefined
}

/** Locks a file of this opleider, with where it stands; undefined when it is of another. */
export async function lockEigenBestand(tx: Tx, id: string, opleiderId: string): Promise<{ toestand: string; goed: number } | undefined> {
  await tx.$executeRaw`select 1 from deelname_bestand where id = ${id}::uuid for no key update`
  return (await tx.deelnameBestand.findFirst({ where: { id, opleiderId }, select: { toestand: true, goed: true } })) ?? undefined
}

export type NieuweRij = { bestandId: string; nummer: number; regel: number; kenmerk: string | null; aanvraagId: string | null; melding: Melding | null; fouten: Rijfout[] }

export async function insertRijen(tx: Tx, rijen: readonly NieuweRij[]): Promise<void> {
  if (rijen.length === 0) return
  await tx.deelnameBestandRij.createMany({ data: rijen.map(({ melding, ...rij }) => ({ ...rij, ...(melding !== null && { melding: { ...melding } }) })) })
}

type Uitslag = { toestand: 'gelezen'; goed: number; fout: number; gelezenOp: Date } | { toestand: 'mislukt'; reden: string; gelezenOp: Date } | { toestand: 'doorgevoerd'; doorgevoerdOp: Date } | { toestand: 'vervallen' }

export async function saveBestand(tx: Tx, id: string, uitslag: Uitslag): Promise<void> {
  await tx.deelnameBestand.update({ where: { id }, data: uitslag, select: { id: true } })
}

export type GoedeRij = { readonly nummer: number; readonly kenmerk: string; readonly aanvraagId: string; readonly melding: Melding }

/** The rows of a file that can be written, in the order of the file: so many after a number. */
export async function listGoedeRijen(tx: Tx, bestandId: string, { na, hoogstens }: { na: number; hoogstens: number }): Promise<readonly GoedeRij[]> {
  const rijen = await tx.deelnameBestandRij.findMany({
    where: { bestandId, nummer: { gt: na }, fouten: { equals: [] } }, orderBy: { nummer: 'asc' }, take: hoogstens, select: { nummer: true, kenmerk: true, aanvraagId: true, melding: true },
  })
  return z.array(z.object({ nummer: z.number(), kenmerk: z.string(), aanvraagId: z.string(), melding: meldingSchema })).parse(rijen)
}

/** Locks every aanvraag that a file reports on in one order, so that two files with the same deelnemers wait for each other. */
export async function lockZakenVanBestand(tx: Tx, bestandId: string): Promise<void> {
  await tx.$executeRaw`select 1 from aanvraag where id in (select aanvraag_id from deelname_bestand_rij where bestand_id = ${bestandId}::uuid) order by id for no key update`
}
