import 'server-only'
import { AANVRAAG_STATUSSEN } from '@/lib/aanvraag/model'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { oneOf } from '@/lib/base/one-of'
import type { Tx } from '@/lib/platform/db'
import type { Melding } from '@/lib/verantwoording/model'
import type { Meldzaak } from '@/lib/verantwoording/repo/deelname'
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

/** Writes the judged rows of a group in one statement. */
export async function insertRijen(tx: Tx, rijen: readonly NieuweRij[]): Promise<void> {
  if (rijen.length === 0) return
  await tx.$executeRaw`
    insert into deelname_bestand_rij (bestand_id, nummer, regel, kenmerk, aanvraag_id, melding, fouten)
    select r."bestandId", r.nummer, r.regel, r.kenmerk, r."aanvraagId", nullif(r.melding, 'null'::jsonb), r.fouten
      from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r ("bestandId" uuid, nummer integer, regel integer, kenmerk text, "aanvraagId" uuid, melding jsonb, fouten jsonb)`
}

type Uitslag = { toestand: 'gelezen'; goed: number; fout: number; gelezenOp: Date } | { toestand: 'mislukt'; reden: string; gelezenOp: Date } | { toestand: 'doorgevoerd'; doorgevoerdOp: Date } | { toestand: 'vervallen' }

export async function saveBestand(tx: Tx, id: string, uitslag: Uitslag): Promise<void> {
  await tx.deelnameBestand.update({ where: { id }, data: uitslag, select: { id: true } })
}

/** A row that can be written, with what it is judged on now; null when the deelnemer went to another opleider. */
export type GoedeRij = { readonly nummer: number; readonly melding: Melding; readonly zaak: Omit<Meldzaak, 'aanvraagId'> | null }

type Rij = { nummer: number; melding: unknown; status: string | null; startdatum: string; einddatum: string; isGemeld: boolean }

/** The rows of a file that can be written, in the order of the file: so many after a number. */
export async function listGoedeRijen(tx: Tx, van: { bestandId: string; opleiderId: string }, { na, hoogstens }: { na: number; hoogstens: number }): Promise<readonly GoedeRij[]> {
  const rijen = await tx.$queryRaw<Rij[]>`
    select r.nummer, r.melding, a.status, b.startdatum::text as startdatum, b.einddatum::text as einddatum, exists (select from deelname d where d.aanvraag_id = a.id) as "isGemeld"
      from deelname_bestand_rij r left join aanvraag a on a.id = r.aanvraag_id and a.opleider_id = ${van.opleiderId}::uuid left join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     where r.bestand_id = ${van.bestandId}::uuid and r.nummer > ${na} and r.fouten = '[]' order by r.nummer limit ${hoogstens}`
  return rijen.map(({ nummer, melding, status, startdatum, einddatum, isGemeld }) => ({
    nummer, melding: meldingSchema.parse(melding),
    zaak: status === null ? null : { status: oneOf(AANVRAAG_STATUSSEN, status), startdatum: plainDate(startdatum), einddatum: plainDate(einddatum), isGemeld },
  }))
}

/**
 * Reports every good row of a file in one statement: the reports, their log, and a job that asks each burger. The same as
 * `schrijfMeldingen` does for rows that come by themselves; the bewijs stays with the opleider.
 */
export async function insertMeldingenVanBestand(tx: Tx, bestandId: string, { opleider: { id, rollen, soort }, reactieUiterlijkOp }: { opleider: OpleiderActor; reactieUiterlijkOp: PlainDate }): Promise<number> {
  return tx.$executeRaw`
    with gemeld as (
      insert into deelname (aanvraag_id, uitkomst, wijze, percentage, oorzaak, toelichting, bewijs_bewaard, gemeld_door, bron, reactie_uiterlijk_op)
      select aanvraag_id, melding ->> 'uitkomst', melding ->> 'wijze', (melding ->> 'percentage')::integer, melding ->> 'oorzaak', melding ->> 'toelichting', melding ->> 'uitkomst' = 'succesvol', ${id}::uuid, 'bestand', ${reactieUiterlijkOp}::date
        from deelname_bestand_rij where bestand_id = ${bestandId}::uuid and fouten = '[]' order by nummer
      returning aanvraag_id, uitkomst
    ), gelogd as (
      insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol, gegevens, zichtbaar)
      select 'aanvraag', aanvraag_id::text, 'meld-deelname', ${id}::uuid, ${rollen[0] ?? soort}, jsonb_build_object('uitkomst', uitkomst, 'hasBewijs', false, 'bron', 'bestand'), true from gemeld
    )
    insert into outbox (job, payload) select 'vraag-reactie', jsonb_build_object('aanvraagId', aanvraag_id) from gemeld`
}

/** Locks every aanvraag that a file reports on in one order, so that two files with the same deelnemers wait for each other. */
export async function lockZakenVanBestand(tx: Tx, bestandId: string): Promise<void> {
  await tx.$executeRaw`select 1 from aanvraag where id in (select aanvraag_id from deelname_bestand_rij where bestand_id = ${bestandId}::uuid) order by id for no key update`
}
