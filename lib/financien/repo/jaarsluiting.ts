import 'server-only'
import { pool, type PoolClient } from '@/lib/platform/db'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { makeAansluiting, type Cijfers } from '@/lib/financien/rules/aansluiting'
import { isSluitstuk, type Sluitstuk } from '@/lib/financien/rules/sluitstuk'
import type { SluitingFeiten } from '@/lib/financien/rules/jaarsluiting'
import { BALANSREKENINGEN } from '@/lib/tijdvak/model'

// The key of bewaak_boekjaar(): who books holds it shared.
const BOEKJAAR_LOCK = 7_300_124

/** Begins of a year in Amsterdam, as SQL on the parameter that holds the year. */
const vanaf = (parameter: string) => `make_timestamptz(${parameter}, 1, 1, 0, 0, 0, 'Europe/Amsterdam')`

/** Waits for every boeking in this year that is under way, and keeps others out until the end of the transaction. */
export async function lockBoekjaar(client: PoolClient, jaar: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1::integer, $2::integer)', [BOEKJAAR_LOCK, jaar])
}

/** What counts for closing a year; `cijfers` when the reconciliation was asked already. */
export async function findSluitingFeiten(client: Pick<PoolClient, 'query'>, jaar: number, cijfers?: Cijfers): Promise<SluitingFeiten> {
  const verschillen = makeAansluiting(cijfers ?? await findAansluitcijfers(client)).filter(({ verschil }) => verschil !== 0).length
  const { rows: [rij] } = await client.query<Omit<SluitingFeiten, 'jaar' | 'verschillen'>>(`
    select extract(year from nu() at time zone 'Europe/Amsterdam')::integer as "ditJaar",
      exists (select from boekjaar where jaar = $1::integer and gesloten_op is not null) as "isGesloten",
      (select voorgesteld_door from boekjaar where jaar = $1::integer) as "voorgesteldDoor",
      exists (select from boeking b where b.boekjaar < $1::integer and not exists (select from boekjaar j where j.jaar = b.boekjaar and j.gesloten_op is not null)) as "isEerderJaarOpen",
      array(select code from tijdvak where opent_op < ${vanaf('$1::integer + 1')} and (toestand <> 'gesloten' or reserve_tot > nu()) order by opent_op) as lopend,
      array(select distinct t.code from tijdvak t join compartiment c on c.tijdvak_id = t.id
        where t.opent_op < ${vanaf('$1::integer + 1')} and c.rest_regel <> 'vervalt' and c.rest_geboekt_op is null and c.plafond_cent > 0
          and (c.rest_regel = 'naar-algemeen' and c.code <> 'algemeen' or c.rest_regel = 'volgend-tijdvak' and exists (select from tijdvak n where n.opent_op > t.opent_op))) as "metRest",
      (select count(*)::integer from bankbericht where toestand in ('ontvangen', 'wacht')) as ongelezen`, [jaar])
  if (rij === undefined) throw new Error('the year gave no row')
  return { jaar, verschillen, ...rij }
}

/** Who proposes the closing of a year; a later proposal takes the place of an earlier one. */
export async function saveVoorstel(client: PoolClient, jaar: number, doorId: string): Promise<void> {
  await client.query(
    `insert into boekjaar (jaar, voorgesteld_door) values ($1, $2)
     on conflict (jaar) do update set voorgesteld_door = excluded.voorgesteld_door, voorgesteld_op = nu()`, [jaar, doorId])
}

/** Nothing is booked in it any more. */
export async function saveSluiting(client: PoolClient, jaar: number, doorId: string): Promise<void> {
  await client.query('update boekjaar set gesloten_op = nu(), gesloten_door = $2 where jaar = $1', [jaar, doorId])
}

/** A compartiment with what is free of it: booked in a year, and altogether. Amounts in cents. */
export type VrijePot = {
  readonly id: string; readonly plafondCent: number; readonly overschrijdingCent: number
  readonly vrijInJaarCent: number; readonly vrijNuCent: number; readonly isVoorbij: boolean
}

/** Every compartiment in which something is free from this year, locked in a fixed order. */
export async function lockVrijePotten(client: PoolClient, jaar: number): Promise<readonly VrijePot[]> {
  await client.query('select 1 from compartiment order by id for no key update')
  return (await client.query<VrijePot>(VRIJE_POTTEN, [jaar])).rows
}

/** The same without a lock, for a page that shows what would fall back. */
export async function listTerugval(jaar: number): Promise<readonly VrijePot[]> {
  return (await pool.query<VrijePot>(VRIJE_POTTEN, [jaar])).rows
}

const VRIJE_POTTEN = `
  select c.id, c.plafond_cent as "plafondCent", c.overschrijding_cent as "overschrijdingCent",
    s.in_jaar::bigint as "vrijInJaarCent", s.nu::bigint as "vrijNuCent", t.opent_op < ${vanaf('$1::integer + 1')} and t.toestand = 'gesloten' as "isVoorbij"
  from compartiment c join tijdvak t on t.id = c.tijdvak_id join (
    select r.compartiment_id, coalesce(sum(r.bedrag_cent) filter (where b.boekjaar = $1::integer), 0) as in_jaar, sum(r.bedrag_cent) as nu
    from boekingsregel r join boeking b on b.id = r.boeking_id where r.rekening = 'vrij' group by r.compartiment_id
  ) s on s.compartiment_id = c.id where s.in_jaar <> 0`

/** Sets what compartimenten may spend, in cents. */
export async function savePotten(client: PoolClient, potten: readonly { id: string; plafondCent: number; overschrijdingCent: number }[]): Promise<void> {
  await client.query(
    `update compartiment c set plafond_cent = p."plafondCent", overschrijding_cent = p."overschrijdingCent"
     from json_to_recordset($1::json) as p (id uuid, "plafondCent" bigint, "overschrijdingCent" bigint) where p.id = c.id`, [JSON.stringify(potten)])
}

// In one statement, so that the stand of a compartiment sees what leaves the year and what comes into the next at once: nothing.
// Per aanvraag, so that every number of the new year leads to a dossier; with the opleider that was named last. What is free is of nobody.
const OVERLOOP = `
  with saldo as materialized (
    select r.compartiment_id, case when r.rekening <> 'vrij' then r.aanvraag_id end as aanvraag_id, r.rekening, sum(r.bedrag_cent)::bigint as cent,
      case when r.rekening <> 'vrij' then (array_agg(r.opleider_id order by r.id desc) filter (where r.opleider_id is not null and r.bedrag_cent > 0))[1] end as opleider_id
    from boeking b join boekingsregel r on r.boeking_id = b.id
    where b.boekjaar = $1::integer and r.rekening = any ($2::text[]) group by 1, 2, 3 having sum(r.bedrag_cent) <> 0
  ), geopend as (
    insert into boeking (soort, oorzaak, oorzaak_id, door_id, boekjaar) select 'open-jaar', 'boekjaar', $1::integer::text, $3, $1::integer + 1 where exists (select from saldo)
    on conflict (soort, oorzaak, oorzaak_id) do nothing returning id
  ), gesloten as (
    insert into boeking (soort, oorzaak, oorzaak_id, door_id, boekjaar) select 'sluit-jaar', 'boekjaar', $1::integer::text, $3, $1::integer from geopend returning id
  ), regels as (
    insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, opleider_id, bedrag_cent)
    select kant.id, s.rekening, s.compartiment_id, s.aanvraag_id, s.opleider_id, kant.teken * s.cent
    from (select id, 1 as teken from geopend union all select id, -1 from gesloten) kant cross join saldo s
    union all
    select kant.id, 'overloop', s.compartiment_id, null, null, -kant.teken * s.cent
    from (select id, 1 as teken from geopend union all select id, -1 from gesloten) kant
    cross join (select compartiment_id, sum(cent)::bigint as cent from saldo group by 1 having sum(cent) <> 0) s
  )
  select count(*)::integer as dossiers from saldo where exists (select from geopend)`

/** Books what goes along to the next year: out of this one and into that one. Once per year; answers how many balances went along. */
export async function saveOverloop(client: PoolClient, jaar: number, doorId: string): Promise<number> {
  const { rows } = await client.query<{ dossiers: number }>(OVERLOOP, [jaar, [...BALANSREKENINGEN, 'vrij'], doorId])
  return rows[0]?.dossiers ?? 0
}

/** What fell back from a year, in cents. */
export async function findTeruggevallen(client: Pick<PoolClient, 'query'>, jaar: number): Promise<number> {
  const { rows } = await client.query<{ cent: number }>(
    `select coalesce(-sum(r.bedrag_cent), 0)::bigint as cent from boeking b join boekingsregel r on r.boeking_id = b.id
     where b.soort = 'val-terug' and b.oorzaak = 'boekjaar' and b.oorzaak_id = $1 and r.rekening = 'vrij'`, [String(jaar)])
  return rows[0]?.cent ?? 0
}

/** Adds what was done with a year to the log, in the transaction in which it was done. */
export async function saveJaarlog(client: PoolClient, { jaar, soort, doorId, rol, gegevens = {} }: { jaar: number; soort: string; doorId: string; rol: string; gegevens?: object }): Promise<void> {
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol, gegevens) values ('boekjaar', $1, $2, $3, $4, $5)`, [String(jaar), soort, doorId, rol, gegevens])
}

/** What was kept when a year was closed; undefined when nothing was. */
export async function findSluitstuk(jaar: number): Promise<Sluitstuk | undefined> {
  const { rows: [rij] } = await pool.query<{ stuk: unknown }>(
    `select gegevens -> 'aansluiting' as stuk from gebeurtenis where onderwerp = 'boekjaar' and onderwerp_id = $1 and soort = 'sluit-boekjaar' order by id desc limit 1`, [String(jaar)])
  return isSluitstuk(rij?.stuk) ? rij.stuk : undefined
}
