import 'server-only'
import { BINNEN, grensValues, type Grens } from '@/lib/financien/repo/balans'
import type { JournaalRegel } from '@/lib/financien/rules/journaal'
import { pool, type PoolClient } from '@/lib/platform/db'
import type { Rekening } from '@/lib/tijdvak/model'

/** A line of the journal with every id and name that belongs to it. */
export const REGELS = `
  select r.id as regel, b.id as boeking, b.geboekt_op as "geboektOp", b.boekjaar, b.soort, b.oorzaak, b.oorzaak_id as "oorzaakId", b.door_id as door, t.code as tijdvak, c.code as compartiment,
    r.rekening, a.kenmerk as aanvraag, o.kvk as opleider, r.bedrag_cent as "bedragCent"
  from boekingsregel r join boeking b on b.id = r.boeking_id join compartiment c on c.id = r.compartiment_id join tijdvak t on t.id = c.tijdvak_id
  left join aanvraag a on a.id = r.aanvraag_id left join opleider o on o.id = r.opleider_id`

/** Which lines; what is undefined does not matter. `voor` is the number of a line: only earlier ones. */
export type Selectie = {
  readonly compartimentId?: string | undefined; readonly rekening?: Rekening | undefined; readonly aanvraag?: string | undefined; readonly soort?: string | undefined; readonly boeking?: number | undefined; readonly voor?: number | undefined
}

const KEUZE = `${BINNEN} and ($3::uuid is null or r.compartiment_id = $3) and ($4::text is null or r.rekening = $4)
  and ($5::text is null or r.aanvraag_id = (select id from aanvraag where kenmerk = $5)) and ($6::text is null or b.soort = $6) and ($7::bigint is null or b.id = $7)`

const values = (grens: Grens, { compartimentId, rekening, aanvraag, soort, boeking }: Selectie) =>
  [...grensValues(grens), compartimentId ?? null, rekening ?? null, aanvraag ?? null, soort ?? null, boeking ?? null]

/** Lines of the ledger, newest first. */
export async function findRegels(grens: Grens, selectie: Selectie, aantal: number): Promise<JournaalRegel[]> {
  const { rows } = await pool.query<JournaalRegel>(
    `${REGELS} where ${KEUZE} and ($8::bigint is null or r.id < $8) order by r.id desc limit $9`, [...values(grens, selectie), selectie.voor ?? null, aantal])
  return rows
}

/** How many lines there are, and what they add up to in cents. */
export async function sumRegels(grens: Grens, selectie: Selectie): Promise<{ aantal: number; cent: number }> {
  const { rows: [rij] } = await pool.query<{ aantal: number; cent: number }>(
    `select count(*)::integer as aantal, coalesce(sum(r.bedrag_cent), 0)::bigint as cent from boekingsregel r join boeking b on b.id = r.boeking_id where ${KEUZE}`, values(grens, selectie))
  if (rij === undefined) throw new Error('the lines gave no sum')
  return rij
}

/** As many lines of a boeking as its page shows: a batch of the night has two for each payment. */
export const BOEKING_REGELS = 1_000

/** The first lines of one boeking. */
export async function findBoekingsregels(boeking: string): Promise<JournaalRegel[]> {
  return (await pool.query<JournaalRegel>(`${REGELS} where b.id = $1 order by r.id limit $2`, [boeking, BOEKING_REGELS])).rows
}

/** Who made a boeking and which document is behind it; what does not apply is null. */
export type Oorzaakfeiten = {
  naam: string | null; rol: string | null; msgId: string | null; factuurId: string | null; endToEndId: string | null; betaalbatch: string | null
  vordering: string | null; kenmerk: string | null; ordernummer: string | null; besluit: string | null; besluitKenmerk: string | null; besluitReden: string | null
}

const OORZAAK = `
  select (select medewerker_naam from gebruiker where id = $1) as naam, (select soort from gebruiker where id = $1) as rol,
    (select msg_id from betaalbatch where $2 = 'batch' and id::text = $3) as "msgId",
    (select id from factuur where $2 = 'factuur' and id::text = $3 union all select factuur_id from rente where $2 = 'rente' and id::text = $3) as "factuurId",
    p.end_to_end_id as "endToEndId", p.msg_id as betaalbatch,
    (select v.kenmerk from vordering v where $2 = 'vordering' and v.id::text = $3
      union all select v.kenmerk from vordering v join vordering_mutatie m on m.vordering_id = v.id where $2 = 'vordering-mutatie' and m.id::text = $3
      union all select v.kenmerk from vordering v join vordering_terugbetaling m on m.vordering_id = v.id where $2 = 'terugbetaling' and m.id::text = split_part($3, '/', 1) limit 1) as vordering,
    (select a.kenmerk from aanvraag a where $2 in ('aanvraag', 'kies-andere-opleiding') and a.id::text = split_part($3, '/', 1)
      union all select a.kenmerk from verplichting v join aanvraag a on a.id = v.aanvraag_id where $2 = 'verplichting' and v.id::text = $3
      union all select a.kenmerk from wijziging w join aanvraag a on a.id = w.aanvraag_id where $2 = 'wijziging' and w.id::text = $3
      union all select a.kenmerk from besluit s join aanvraag a on a.id = s.aanvraag_id where $2 = 'besluit' and s.id::text = $3 limit 1) as kenmerk,
    (select ordernummer from verplichting where $2 = 'verplichting' and id::text = $3) as ordernummer,
    (select kenmerk from besluit where $2 = 'besluit' and id::text = $3) as "besluitKenmerk",
    (select besluit from overheveling where $2 = 'overhevelbesluit' and id::text = $3) as besluit,
    coalesce((select reden from overheveling where $2 = 'overhevelbesluit' and id::text = $3),
      (select reden from gebeurtenis where $2 = 'plafondbesluit' and onderwerp = 'tijdvak' and gegevens ->> 'besluitId' = $3 limit 1)) as "besluitReden"
  from (select 1) een left join (select b.end_to_end_id, k.msg_id from betaling b join betaalbatch k on k.id = b.batch_id where $2 = 'betaling' and b.id::text = $3) p on true`

/** What is known of the cause of a boeking. */
export async function findOorzaak({ door, oorzaak, oorzaakId }: Pick<JournaalRegel, 'door' | 'oorzaak' | 'oorzaakId'>): Promise<Oorzaakfeiten | undefined> {
  const { rows: [feiten] } = await pool.query<Oorzaakfeiten>(OORZAAK, [door, oorzaak, oorzaakId])
  return feiten
}

/** Lines after one, oldest first, of one boekjaar or of all. */
export async function findVolgendeRegels(client: Pick<PoolClient, 'query'>, { na, boekjaar, aantal }: { na: number; boekjaar: number | undefined; aantal: number }): Promise<JournaalRegel[]> {
  return (await client.query<JournaalRegel>(`${REGELS} where r.id > $1 and ($2::smallint is null or b.boekjaar = $2) order by r.id limit $3`, [na, boekjaar ?? null, aantal])).rows
}
