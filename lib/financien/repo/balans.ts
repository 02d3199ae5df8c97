import 'server-only'
import { amsterdamInstant } from '@/lib/base/amsterdam'
import { addDays, type PlainDate } from '@/lib/base/date'
import { pool } from '@/lib/platform/db'
import { REKENINGEN, type Rekening } from '@/lib/tijdvak/model'

/** Which boekingen count: until the end of a day (Amsterdam), of one boekjaar or of all. */
export type Grens = { readonly op: PlainDate; readonly boekjaar: number | undefined }

/** A compartiment with the stand of every rekening, in cents. */
export type Saldirij = { compartimentId: string; tijdvak: string; compartiment: string } & Record<Rekening, number>

/** What was booked on both sides of a rekening, in cents: what was added and what was taken, both as more than zero. */
export type Zijden = { rekening: Rekening; debetCent: number; creditCent: number }

/** The condition on `b` (boeking) that a grens comes to, on the first two parameters. */
export const BINNEN = 'b.geboekt_op < $1 and ($2::smallint is null or b.boekjaar = $2::smallint)'

/** The values of those parameters. */
export function grensValues({ op, boekjaar }: Grens): [Date, number | null] {
  return [amsterdamInstant(addDays(op, 1), '00:00'), boekjaar ?? null]
}

/** The stand of every rekening of every compartiment: the sum of its lines, so a replay of the ledger by itself. */
export async function findSaldi(grens: Grens): Promise<Saldirij[]> {
  const { rows } = await pool.query<Saldirij>(`
    select c.id as "compartimentId", t.code as tijdvak, c.naam as compartiment,
      ${REKENINGEN.map((rekening) => `coalesce(sum(r.cent) filter (where r.rekening = '${rekening}'), 0)::bigint as "${rekening}"`).join(', ')}
    from compartiment c join tijdvak t on t.id = c.tijdvak_id
    left join (select r.compartiment_id, r.rekening, sum(r.bedrag_cent) as cent from boekingsregel r join boeking b on b.id = r.boeking_id where ${BINNEN} group by 1, 2) r on r.compartiment_id = c.id
    group by c.id, t.code, t.opent_op, c.naam, c.volgorde order by t.opent_op, c.volgorde`, grensValues(grens))
  return rows
}

/** What was booked on each side of every rekening. */
export async function findZijden(grens: Grens): Promise<Zijden[]> {
  const { rows } = await pool.query<Zijden>(`
    select r.rekening, coalesce(sum(r.bedrag_cent) filter (where r.bedrag_cent > 0), 0)::bigint as "debetCent", coalesce(-sum(r.bedrag_cent) filter (where r.bedrag_cent < 0), 0)::bigint as "creditCent"
    from boekingsregel r join boeking b on b.id = r.boeking_id where ${BINNEN} group by 1`, grensValues(grens))
  return rows
}

/** A year of the ledger; who and when are null while it is not proposed or not closed. */
export type Boekjaar = {
  readonly jaar: number; readonly boekingen: number
  readonly voorgesteldOp: Date | null; readonly voorgesteldDoor: string | null; readonly voorgesteldDoorId: string | null
  readonly geslotenOp: Date | null; readonly geslotenDoor: string | null
}

/** Every year in which something was booked or that is now, the latest first. */
export async function listBoekjaren(): Promise<Boekjaar[]> {
  const { rows } = await pool.query<Boekjaar>(`
    select j.jaar, coalesce(k.aantal, 0) as boekingen, s.voorgesteld_op as "voorgesteldOp", s.voorgesteld_door as "voorgesteldDoorId", v.medewerker_naam as "voorgesteldDoor",
      s.gesloten_op as "geslotenOp", g.medewerker_naam as "geslotenDoor"
    from (select boekjaar::integer as jaar from boeking group by 1 union select extract(year from nu() at time zone 'Europe/Amsterdam')::integer union select jaar::integer from boekjaar) j
    left join (select boekjaar::integer as jaar, count(*)::integer as aantal from boeking group by 1) k on k.jaar = j.jaar
    left join boekjaar s on s.jaar = j.jaar left join gebruiker v on v.id = s.voorgesteld_door left join gebruiker g on g.id = s.gesloten_door
    order by j.jaar desc`)
  return rows
}

/** Of each compartiment in a year: what it got, what was spent, what goes along or went, what falls back or fell. In cents. */
export type Jaarrij = { compartimentId: string; tijdvak: string; compartiment: string; soort: string; rekening: Rekening; cent: number }

/** The lines of a year added up per compartiment, kind of boeking and rekening. */
export async function findJaarrijen(jaar: number): Promise<Jaarrij[]> {
  const { rows } = await pool.query<Jaarrij>(`
    select c.id as "compartimentId", t.code as tijdvak, c.naam as compartiment, s.soort, s.rekening, s.cent
    from (select r.compartiment_id, case when b.soort in ('sluit-jaar', 'open-jaar', 'val-terug') then b.soort else 'gewoon' end as soort, r.rekening, sum(r.bedrag_cent)::bigint as cent
      from boekingsregel r join boeking b on b.id = r.boeking_id where b.boekjaar = $1 group by 1, 2, 3) s
    join compartiment c on c.id = s.compartiment_id join tijdvak t on t.id = c.tijdvak_id order by t.opent_op, c.volgorde`, [jaar])
  return rows
}
