import 'server-only'
import { poolByKey, type PoolClient } from '@/lib/platform/db'
import { actievePlaats, gelotePlaats, MOMENTEN, type Momenten } from '@/lib/wachtkamer/repo/velden'

export type Kamer = Momenten & {
  readonly tijdvakId: string
  readonly code: string
  readonly gelootOp: Date | null
  readonly aantalVoor: number | null
  readonly ronde: number
  readonly nu: Date
}

/** The wachtkamers of these tijdvakken, locked: who holds the row gives out the next numbers. In one order, against deadlocks. */
export async function lockKamers(client: PoolClient, codes: readonly string[]): Promise<ReadonlyMap<string, Kamer>> {
  const { rows } = await client.query<Kamer>(
    `select t.id as "tijdvakId", t.code, ${MOMENTEN}, k.ronde, r.geloot_op as "gelootOp", r.aantal_voor as "aantalVoor", nu() as nu
     from wachtkamer k join tijdvak t on t.id = k.tijdvak_id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.code = any ($1) order by t.id for no key update of k`,
    [codes],
  )
  return new Map(rows.map((kamer) => [kamer.code, kamer]))
}

/** Which of these tijdvakken there are at all. */
export async function listCodes(client: PoolClient, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ code: string }>('select code from tijdvak where code = any ($1)', [codes])
  return new Set(rows.map(({ code }) => code))
}

export type PlaatsRij = {
  readonly burgerId: string
  readonly nummer: number
  readonly lot: string
  readonly genomenOp: Date
  readonly verlatenOp: Date | null
  /** Only for who was there before the opening. */
  readonly gelotePlaats: number | null
}

/**
 * The places of these burgers in a locked wachtkamer, new ones for who has none, in the order given. The clock is read here,
 * after the lock: so the order of the numbers is the order of time. Who left gets the same place back as long as the opening is
 * to come, because the numbers mean nothing until then; after it a new one, behind everybody.
 */
export async function savePlaatsen(
  client: PoolClient, { tijdvakId, ronde, opentOp }: Kamer, nieuwe: readonly { burgerId: string; lot: string }[],
): Promise<readonly PlaatsRij[]> {
  const { rows } = await client.query<PlaatsRij>(
    `with moment as materialized (select nu() as op
     ), gevraagd as materialized (
       select * from unnest($2::uuid[], $3::text[]) with ordinality as g (burger_id, lot, volgorde)
     ), actief as (
       select w.* from gevraagd g, lateral (${actievePlaats('g.burger_id', '$1')}) w
     ), terug as (
       -- By where the rows stand: as a join the planner, who may know nothing of this tijdvak yet, looked everybody up for everybody.
       -- In an order that no index has: by that of the numbers it would walk through everybody.
       update wachtplaats w set verlaten_op = null
       where w.ctid = any (array(
         select x.plek from gevraagd g, lateral (
           select x.ctid as plek from wachtplaats x
           where x.burger_id = g.burger_id and x.tijdvak_id is not distinct from $1 and x.verlaten_op is not null order by x.nummer + 0 desc limit 1
         ) x
         where (select op from moment) < $4 and not exists (select from actief a where a.burger_id = g.burger_id)
       ))
       returning w.*
     ), nieuw as (
       insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op)
       select $1, k.volgende_nummer + row_number() over (order by g.volgorde) - 1, g.burger_id, g.lot, moment.op
       from gevraagd g, moment, wachtkamer k
       where k.tijdvak_id = $1
         and not exists (select from actief a where a.burger_id = g.burger_id) and not exists (select from terug t where t.burger_id = g.burger_id)
       returning *
     ), teller as (
       update wachtkamer set volgende_nummer = volgende_nummer + (select count(*) from nieuw)::integer
       where tijdvak_id = $1 and exists (select from nieuw)
     )
     select w.burger_id as "burgerId", w.nummer, w.lot, w.genomen_op as "genomenOp", w.verlaten_op as "verlatenOp",
            ${gelotePlaats('$5')} as "gelotePlaats"
     from (select * from actief union all select * from terug union all select * from nieuw) w`,
    [tijdvakId, nieuwe.map(({ burgerId }) => burgerId), nieuwe.map(({ lot }) => lot), opentOp, ronde],
  )
  return rows
}

/** Gives up places, in the order given. Answers for each whether there was one. */
export async function verlaatPlaatsen(verzoeken: readonly { burgerId: string; code: string }[]): Promise<readonly boolean[]> {
  const { rows } = await poolByKey.query<{ burgerId: string; code: string }>(
    `with gevraagd as (select distinct * from unnest($1::uuid[], $2::text[]) as g (burger_id, code))
     update wachtplaats w set verlaten_op = nu() from gevraagd g join tijdvak t on t.code = g.code
     where w.burger_id = g.burger_id and w.tijdvak_id is not distinct from t.id and w.verlaten_op is null
     returning w.burger_id as "burgerId", t.code`,
    [verzoeken.map(({ burgerId }) => burgerId), verzoeken.map(({ code }) => code)],
  )
  const weg = new Set(rows.map(({ burgerId, code }) => `${burgerId} ${code}`))
  return verzoeken.map(({ burgerId, code }) => weg.has(`${burgerId} ${code}`))
}

export type EigenPlaatsRij = Omit<PlaatsRij, 'burgerId'> & { readonly index: number; readonly opentOp: Date; readonly gelootOp: Date | null }

/** The last place of these burgers in these wachtkamers, also one that was left. */
export async function listEigenPlaatsen(vragen: readonly { burgerId: string; code: string }[]): Promise<readonly EigenPlaatsRij[]> {
  const { rows } = await poolByKey.query<EigenPlaatsRij>({
    name: 'eigen-plaatsen',
    text: `select v.volgorde::integer - 1 as index, w.nummer, w.lot, w.genomen_op as "genomenOp", w.verlaten_op as "verlatenOp", ${gelotePlaats('k.ronde')} as "gelotePlaats",
            t.opent_op as "opentOp", r.geloot_op as "gelootOp"
     from unnest($1::uuid[], $2::text[]) with ordinality as v (burger_id, code, volgorde)
     join tijdvak t on t.code = v.code
     join wachtkamer k on k.tijdvak_id = t.id
     join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     join lateral (
       select * from wachtplaats w where w.burger_id = v.burger_id and w.tijdvak_id is not distinct from t.id order by w.verlaten_op is not null, w.nummer desc limit 1
     ) w on true`,
    values: [vragen.map(({ burgerId }) => burgerId), vragen.map(({ code }) => code)],
  })
  return rows
}
