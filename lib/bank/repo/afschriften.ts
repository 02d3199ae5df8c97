import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import type { Afschrift, Mutatie, MutatieSoort, VraagSoort } from '@/lib/bank/model'
import type { PoolClient } from '@/lib/platform/db'

export type LaatsteAfschrift = { readonly kenmerk: string; readonly volgnummer: number | null; readonly datum: PlainDate | null; readonly eind: number; readonly plek: number }

/** The last statement that was booked of an account. */
export async function findLaatste(client: PoolClient, rekening: string): Promise<LaatsteAfschrift | undefined> {
  const { rows: [row] } = await client.query<LaatsteAfschrift>(
    'select kenmerk, volgnummer, datum::text as datum, eind_cent as eind, plek from bankafschrift where rekening = $1 order by plek desc limit 1', [rekening])
  return row
}

/** The same statement when it was booked before: its identification and day. Of those of before the day was kept, the identification says enough. */
export async function findAfschrift(client: PoolClient, { rekening, kenmerk, datum }: Afschrift): Promise<{ begin: number; eind: number } | undefined> {
  const { rows: [row] } = await client.query<{ begin: number; eind: number }>(
    'select begin_cent as begin, eind_cent as eind from bankafschrift where rekening = $1 and kenmerk = $2 and (datum is not distinct from $3::date or datum is null) order by plek desc limit 1', [rekening, kenmerk, datum])
  return row
}

export async function insertAfschrift(client: PoolClient, berichtId: string, afschriftId: string, afschrift: Afschrift & { aantal: number; plek: number }): Promise<void> {
  await client.query(
    `insert into bankafschrift (id, bericht_id, rekening, kenmerk, volgnummer, datum, begin_cent, eind_cent, aantal, plek) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [afschriftId, berichtId, afschrift.rekening, afschrift.kenmerk, afschrift.volgnummer, afschrift.datum, afschrift.begin, afschrift.eind, afschrift.aantal, afschrift.plek])
}

/** Of these payments those of which no debit stands on a statement, by itself or in the sum of its batch. */
export async function findNietAfgeschreven(client: PoolClient, betalingIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (betalingIds.length === 0) return new Set()
  const { rows } = await client.query<{ id: string }>(`
    select b.id from betaling b where b.id = any ($1)
       and not exists (select from bankmutatie m where m.soort = 'betaling' and m.betaling_id = b.id)
       and not exists (select from bankmutatie m where m.soort = 'batch' and m.betaling_id is null and m.batch_id = b.batch_id)`, [betalingIds])
  return new Set(rows.map(({ id }) => id))
}

export type MutatieRij = Mutatie & { readonly soort: MutatieSoort; readonly vraag: VraagSoort | null; readonly betalingId: string | null; readonly batchId: string | null }

/** Stores movements and, of those that a person must look at, the question. One statement each for the whole lot. */
export async function saveMutaties(client: PoolClient, berichtId: string, afschriftId: string, rijen: readonly MutatieRij[]): Promise<void> {
  const { rows: ids } = await client.query<{ id: number }>(`select nextval('bankmutatie_id_seq') as id from generate_series(1, $1)`, [rijen.length])
  const genummerd = rijen.map((rij, index) => ({ ...rij, id: ids[index]?.id ?? null }))
  await client.query(`
    insert into bankmutatie (afschrift_id, id, regel, boekdatum, bedrag_cent, soort, betaling_id, batch_id, end_to_end_id, retourcode, referentie, tegenpartij, tegenrekening, omschrijving)
    select $1, t.* from unnest($2::bigint[], $3::int[], $4::date[], $5::bigint[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[]) as t`,
  [afschriftId, ...columnsOf(genummerd, ['id', 'regel', 'boekdatum', 'bedrag', 'soort', 'betalingId', 'batchId', 'endToEndId', 'retourcode', 'referentie', 'tegenpartij', 'tegenrekening', 'omschrijving'])])
  const vragen = genummerd.flatMap(({ vraag, ...rij }) => (vraag === null ? [] : [{ ...rij, vraag }]))
  await saveVragen(client, berichtId, vragen.map(({ vraag, id, betalingId, regel, retourcode }) =>
    ({ soort: vraag, mutatieId: id, betalingId, gegevens: { regel, ...(retourcode === null ? {} : { code: retourcode }) } })))
}

function columnsOf<Rij>(rijen: readonly Rij[], namen: readonly (keyof Rij)[]): unknown[][] {
  return namen.map((naam) => rijen.map((rij) => rij[naam]))
}

export type NieuweVraag = { readonly soort: VraagSoort; readonly mutatieId: number | null; readonly betalingId: string | null; readonly gegevens: Readonly<Record<string, string | number>> }

export async function saveVragen(client: PoolClient, berichtId: string, vragen: readonly NieuweVraag[]): Promise<void> {
  if (vragen.length === 0) return
  await client.query(`
    insert into bankvraag (bericht_id, mutatie_id, betaling_id, soort, gegevens)
    select $1, t.* from unnest($2::bigint[], $3::uuid[], $4::text[], $5::jsonb[]) as t`,
  [berichtId, vragen.map((v) => v.mutatieId), vragen.map((v) => v.betalingId), vragen.map((v) => v.soort), vragen.map((v) => JSON.stringify(v.gegevens))])
}
