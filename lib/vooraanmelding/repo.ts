import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import { uuidArray } from '@/lib/platform/pg-array'
import {
  AANMELDBEWIJS_STATUSSEN, HERKOMSTEN, VERZOEK_STATUSSEN, VOORSTEL_STATUSSEN,
  type Aanmeldbewijs, type AanmeldbewijsStatus, type Rijfout, type VerzoekStatus, type VoorstelSoort, type VoorstelStatus,
} from '@/lib/vooraanmelding/model'
import { wijzigingSchema } from '@/lib/vooraanmelding/schema'
import type * as Db from '@/prisma/generated/client'

/** Marks aanmeldbewijzen as used; one that was withdrawn in the meantime stays withdrawn. */
export async function markGebruikt(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query({ name: 'aanmeldbewijzen-gebruikt', text: "update aanmeldbewijs set status = 'gebruikt' where id = any ($1::uuid[]) and status = 'uitgegeven'", values: [uuidArray(ids)] })
}

export type EigenActiviteit = Awaited<ReturnType<typeof findEigenActiviteiten>>[number]

/** The activities of this opleider with what an aanmeldbewijs takes over from them; those of another opleider are not in the answer. */
export async function findEigenActiviteiten(tx: Tx, opleiderId: string, welke: { ids: string[]; cohortcodes: string[] }) {
  const rijen = await tx.scholingsactiviteit.findMany({
    where: { opleiderId, OR: [{ id: { in: welke.ids } }, { cohortcode: { in: welke.cohortcodes } }] },
    select: { id: true, opleidingId: true, cohortcode: true, startdatum: true, einddatum: true, plaats: true, catalogusprijsCent: true, subsidiabelCent: true, opleiding: { select: { versie: true, programmaId: true } } },
  })
  return rijen.map(({ startdatum, einddatum, opleiding, ...rij }) => ({
    ...rij, startdatum: fromDbDate(startdatum), einddatum: fromDbDate(einddatum), opleidingVersie: opleiding.versie, programmaId: opleiding.programmaId,
  }))
}

/** One opleider issues at a time, so that two files with the same deelnemers do not pass each other unseen. */
export async function lockUitgifte(tx: Tx, opleiderId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('aanmeldbewijs'), hashtext(${opleiderId}))`
}

/** Aanmeldbewijzen that wait to be used, for these deelnemers and activities: its key is `activiteit studentnummer`. */
export async function findUitstaande(tx: Tx, opleiderId: string, studentnummers: string[]): Promise<ReadonlyMap<string, { id: string; code: string }>> {
  const rijen = await tx.aanmeldbewijs.findMany({
    where: { opleiderId, status: 'uitgegeven', studentnummer: { in: studentnummers } }, select: { id: true, code: true, scholingsactiviteitId: true, studentnummer: true },
  })
  return new Map(rijen.map(({ id, code, scholingsactiviteitId, studentnummer }) => [`${scholingsactiviteitId} ${studentnummer}`, { id, code }]))
}

export type NieuwAanmeldbewijs = Omit<Aanmeldbewijs, 'id' | 'status'> & { readonly uitgegevenDoor: string }

/** Adds them all; gives the id of each by its code. */
export async function insertAanmeldbewijzen(tx: Tx, bewijzen: readonly NieuwAanmeldbewijs[]): Promise<ReadonlyMap<string, string>> {
  const rijen = await tx.aanmeldbewijs.createManyAndReturn({ data: bewijzen.map(toRij), select: { id: true, code: true } })
  return new Map(rijen.map(({ id, code }) => [code, id]))
}

function toRij({ geboortedatum, startdatum, einddatum, ...bewijs }: NieuwAanmeldbewijs) {
  return { ...bewijs, geboortedatum: toDbDate(geboortedatum), startdatum: toDbDate(startdatum), einddatum: toDbDate(einddatum) }
}

/** Locks an aanmeldbewijs, so that it is not used and withdrawn at once. */
export async function lockAanmeldbewijs(tx: Tx, where: { id: string } | { code: string }): Promise<Aanmeldbewijs | undefined> {
  if ('id' in where) await tx.$executeRaw`select 1 from aanmeldbewijs where id = ${where.id}::uuid for no key update`
  else await tx.$executeRaw`select 1 from aanmeldbewijs where code = ${where.code} for no key update`
  const rij = await tx.aanmeldbewijs.findUnique({ where })
  return rij === null ? undefined : toAanmeldbewijs(rij)
}

/** An aanmeldbewijs that is known to be there. */
export async function findAanmeldbewijs(tx: Tx, id: string): Promise<Aanmeldbewijs> {
  return toAanmeldbewijs(await tx.aanmeldbewijs.findUniqueOrThrow({ where: { id } }))
}

export async function saveBewijsStatus(tx: Tx, id: string, status: AanmeldbewijsStatus): Promise<void> {
  await tx.aanmeldbewijs.update({ where: { id }, data: { status }, select: { id: true } })
}

/** The burger who kept an aanmeldbewijs; the first one stays. */
export async function saveBewaardDoor(tx: Tx, id: string, burgerId: string): Promise<void> {
  await tx.aanmeldbewijs.updateMany({ where: { id, burgerId: null }, data: { burgerId } })
}

export type GewijzigdeInhoud = { startdatum: PlainDate; einddatum: PlainDate; plaats: string | null; gevraagdCent: number; kostenCent: number; subsidiabelCent: number; versie: number; handtekening: string }

/** The next version of an aanmeldbewijs; what it said before is kept by the database. */
export async function saveNieuweVersie(tx: Tx, id: string, { startdatum, einddatum, ...rest }: GewijzigdeInhoud): Promise<void> {
  await tx.aanmeldbewijs.update({ where: { id }, data: { ...rest, startdatum: toDbDate(startdatum), einddatum: toDbDate(einddatum) }, select: { id: true } })
}

export type Wijziging = { startdatum: PlainDate; einddatum: PlainDate; plaats: string | null; gevraagdCent: number }
export type Voorstel = { id: string; aanmeldbewijsId: string; soort: VoorstelSoort; status: VoorstelStatus; reden: string; wijziging: Wijziging | null }

export async function insertVoorstel(tx: Tx, voorstel: { aanmeldbewijsId: string; soort: VoorstelSoort; reden: string; doorId: string; wijziging: Wijziging | null }): Promise<string> {
  const { id } = await tx.aanmeldbewijsVoorstel.create({ data: { ...voorstel, wijziging: voorstel.wijziging ?? {} }, select: { id: true } })
  return id
}

/** Whether a voorstel on this aanmeldbewijs waits for the burger. */
export async function hasOpenVoorstel(tx: Tx, aanmeldbewijsId: string): Promise<boolean> {
  return (await tx.aanmeldbewijsVoorstel.count({ where: { aanmeldbewijsId, status: 'voorgelegd' } })) > 0
}

/** A voorstel to answer, with its aanmeldbewijs, both locked; undefined when it is not there or was kept by somebody else. */
export async function lockVoorstel(tx: Tx, id: string, burgerId: string): Promise<{ voorstel: Voorstel; bewijs: Aanmeldbewijs } | undefined> {
  const gevonden = await tx.aanmeldbewijsVoorstel.findUnique({ where: { id }, select: { aanmeldbewijsId: true } })
  const bewijs = gevonden === null ? undefined : await lockAanmeldbewijs(tx, { id: gevonden.aanmeldbewijsId })
  if (bewijs?.burgerId !== burgerId) return undefined
  const rij = await tx.aanmeldbewijsVoorstel.findUniqueOrThrow({ where: { id } })
  return { voorstel: toVoorstel(rij), bewijs }
}

export async function saveVoorstelStatus(tx: Tx, id: string, status: VoorstelStatus, op: Date): Promise<void> {
  await tx.aanmeldbewijsVoorstel.update({ where: { id }, data: { status, beantwoordOp: op }, select: { id: true } })
}

export function toVoorstel(rij: Db.AanmeldbewijsVoorstel): Voorstel {
  const wijziging = rij.soort === 'wijziging' ? toWijziging(rij.wijziging) : null
  return {
    id: rij.id, aanmeldbewijsId: rij.aanmeldbewijsId, reden: rij.reden, wijziging, soort: rij.soort === 'intrekking' ? 'intrekking' : 'wijziging',
    status: VOORSTEL_STATUSSEN.find((one) => one === rij.status) ?? 'geweigerd',
  }
}

function toWijziging(json: unknown): Wijziging {
  const { startdatum, einddatum, ...rest } = wijzigingSchema.parse(json)
  return { ...rest, startdatum: fromDbDate(new Date(`${startdatum}T00:00:00Z`)), einddatum: fromDbDate(new Date(`${einddatum}T00:00:00Z`)) }
}

export type NieuwVerzoek = {
  burgerId: string; opleiderId: string; opleidingId: string; scholingsactiviteitId: string
  voornaam: string; tussenvoegsel: string | null; achternaam: string; geboortedatum: PlainDate; adres: { straat: string; huisnummer: string; postcode: string; plaats: string } | null; opmerking: string | null
}

export async function insertVerzoek(tx: Tx, { geboortedatum, adres, ...verzoek }: NieuwVerzoek): Promise<string> {
  const { id } = await tx.aanmeldbewijsVerzoek.create({ data: { ...verzoek, geboortedatum: toDbDate(geboortedatum), ...(adres === null ? {} : { adres }) }, select: { id: true } })
  return id
}

export async function hasOpenVerzoek(tx: Tx, burgerId: string, opleidingId: string): Promise<boolean> {
  return (await tx.aanmeldbewijsVerzoek.count({ where: { burgerId, opleidingId, status: 'gevraagd' } })) > 0
}

/** A verzoek, locked; the caller checks whose it is. */
export async function lockVerzoek(tx: Tx, id: string): Promise<(Omit<Db.AanmeldbewijsVerzoek, 'status'> & { status: VerzoekStatus }) | undefined> {
  await tx.$executeRaw`select 1 from aanmeldbewijs_verzoek where id = ${id}::uuid for no key update`
  const rij = await tx.aanmeldbewijsVerzoek.findUnique({ where: { id } })
  return rij === null ? undefined : { ...rij, status: VERZOEK_STATUSSEN.find((one) => one === rij.status) ?? 'ingetrokken' }
}

export async function saveVerzoekAntwoord(tx: Tx, id: string, antwoord: { status: VerzoekStatus; reden?: string; aanmeldbewijsId?: string; beantwoordOp: Date }): Promise<void> {
  await tx.aanmeldbewijsVerzoek.update({ where: { id }, data: antwoord, select: { id: true } })
}

/** Where a burger can be reached: encrypted, or null. */
export async function findEmail(tx: Tx, burgerId: string): Promise<string | null> {
  return (await tx.gebruiker.findUniqueOrThrow({ where: { id: burgerId }, select: { emailVersleuteld: true } })).emailVersleuteld
}

/** The activity with its opleider and whether it can be asked for, by its id. */
export async function findActiviteit(tx: Tx, id: string) {
  return tx.scholingsactiviteit.findUnique({ where: { id }, select: { id: true, opleiderId: true, opleidingId: true, startdatum: true, opleider: { select: { email: true } } } })
}

export async function insertBestand(tx: Tx, bestand: { opleiderId: string; doorId: string; formaat: 'csv' | 'xml'; bestandsnaam: string; documentId: string }): Promise<string> {
  return (await tx.aanmeldbewijsBestand.create({ data: bestand, select: { id: true } })).id
}

/** Locks a file that waits to be read; undefined when it was read before. */
export async function lockBestand(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from aanmeldbewijs_bestand where id = ${id}::uuid for no key update`
  const rij = await tx.aanmeldbewijsBestand.findUnique({ where: { id }, include: { door: { select: { kvk: true } } } })
  return rij?.toestand === 'ontvangen' ? rij : undefined
}

export type NieuweRij = { bestandId: string; nummer: number; regel: number; studentnummer: string | null; aanmeldbewijsId: string | null; fouten: Rijfout[] }

export async function insertRijen(tx: Tx, rijen: readonly NieuweRij[]): Promise<void> {
  if (rijen.length > 0) await tx.aanmeldbewijsRij.createMany({ data: [...rijen] })
}

export async function saveBestandKlaar(tx: Tx, id: string, klaar: { toestand: 'klaar'; uitgegeven: number; geweigerd: number; klaarOp: Date } | { toestand: 'mislukt'; reden: string; klaarOp: Date }): Promise<void> {
  await tx.aanmeldbewijsBestand.update({ where: { id }, data: klaar, select: { id: true } })
}

export function toAanmeldbewijs(rij: Db.Aanmeldbewijs): Aanmeldbewijs {
  const { uitgegevenDoor: _, status, bron, geboortedatum, startdatum, einddatum, kostenCent, subsidiabelCent, gevraagdCent, ...rest } = rij
  return {
    ...rest,
    geboortedatum: fromDbDate(geboortedatum),
    startdatum: fromDbDate(startdatum),
    einddatum: fromDbDate(einddatum),
    kostenCent: cent(kostenCent),
    subsidiabelCent: cent(subsidiabelCent),
    gevraagdCent: cent(gevraagdCent),
    status: AANMELDBEWIJS_STATUSSEN.find((one) => one === status) ?? 'ingetrokken',
    bron: HERKOMSTEN.find((one) => one === bron) ?? 'portaal',
  }
}
