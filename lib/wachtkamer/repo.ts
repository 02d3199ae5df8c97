import 'server-only'
import { pool, type PoolClient, type Tx } from '@/lib/platform/db'
import type { PastNietRegel } from '@/lib/regeling/model'
import type { TijdvakModus, TijdvakToestand } from '@/lib/tijdvak/model'
import type { Rest } from '@/lib/wachtkamer/rules/uitputting'

type Queryable = Pick<PoolClient, 'query'>

/** The moments of a tijdvak, as calculateToestand wants them. */
type Momenten = { readonly opentOp: Date; readonly sluitOp: Date; readonly toestand: TijdvakToestand }

const MOMENTEN = `t.opent_op as "opentOp", t.sluit_op as "sluitOp", t.toestand`
const VRIJ = `c.plafond_cent + c.overschrijding_cent - c.gereserveerd_cent - c.verplicht_cent - c.betaald_cent`
const KAMERS = `tijdvak t left join wachtkamer k on k.tijdvak_id = t.id left join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde`

// ── Opening, new ronde, draw ─────────────────────────────────────────────────────────────────────────────────

export type KamerVanTijdvak = Momenten & {
  readonly tijdvakId: string
  readonly code: string
  /** Null when there is no wachtkamer yet. */
  readonly ronde: number | null
  readonly gelootOp: Date | null
  readonly nu: Date
}

/** Every tijdvak in order of receipt that is not over, with its wachtkamer. A tijdvak with a draw has no wachtkamer. */
export async function listKamers(): Promise<readonly KamerVanTijdvak[]> {
  const { rows } = await pool.query<KamerVanTijdvak>(
    `select t.id as "tijdvakId", t.code, ${MOMENTEN}, k.ronde, r.geloot_op as "gelootOp", nu() as nu
     from ${KAMERS} where t.modus = 'volgorde' and t.toestand <> 'gesloten' and t.sluit_op > nu() order by t.opent_op`,
  )
  return rows
}

/** Opens the wachtkamer of a tijdvak with its first promise. False when it was there already. */
export async function saveWachtkamer(client: PoolClient, kamer: { tijdvakId: string; perMinuut: number; zaadHash: string; zaadVersleuteld: string }): Promise<boolean> {
  const { rowCount } = await client.query('insert into wachtkamer (tijdvak_id, per_minuut) values ($1, $2) on conflict do nothing', [kamer.tijdvakId, kamer.perMinuut])
  if (rowCount !== 1) return false
  await saveBelofte(client, { ...kamer, ronde: 1 })
  return true
}

/** Begins the next ronde of a wachtkamer with a new promise. False when another process did. */
export async function saveRonde(client: PoolClient, belofte: { tijdvakId: string; ronde: number; zaadHash: string; zaadVersleuteld: string }): Promise<boolean> {
  const { rowCount } = await client.query(
    `update wachtkamer set ronde = $2, toegelaten_tot = 0, toegelaten_op = null, uitgeput_op = null, reikt_tot = null, verlaten_wachtend = 0
     where tijdvak_id = $1 and ronde = $2 - 1`,
    [belofte.tijdvakId, belofte.ronde],
  )
  if (rowCount !== 1) return false
  await saveBelofte(client, belofte)
  return true
}

async function saveBelofte(client: PoolClient, { tijdvakId, ronde, zaadHash, zaadVersleuteld }: { tijdvakId: string; ronde: number; zaadHash: string; zaadVersleuteld: string }): Promise<void> {
  await client.query('insert into wachtkamer_ronde (tijdvak_id, ronde, zaad_hash, zaad_versleuteld) values ($1, $2, $3, $4)', [tijdvakId, ronde, zaadHash, zaadVersleuteld])
}

/**
 * Waits until every place that was taken before this moment is committed: a batch of places holds the row until then and reads
 * the clock after it got it. What comes after this was taken after the opening.
 */
export async function awaitPlaatsen(client: PoolClient, tijdvakId: string): Promise<void> {
  await client.query('select from wachtkamer where tijdvak_id = $1 for no key update', [tijdvakId])
}

export type TeLoten = Momenten & { readonly code: string; readonly ronde: number; readonly zaadVersleuteld: string; readonly nu: Date }

/** The ronde that is still to be drawn, locked. Undefined when it was drawn, or when another process is at it. */
export async function lockRonde(client: PoolClient, tijdvakId: string): Promise<TeLoten | undefined> {
  const { rows } = await client.query<TeLoten>(
    `select t.code, ${MOMENTEN}, r.ronde, r.zaad_versleuteld as "zaadVersleuteld", nu() as nu
     from tijdvak t join wachtkamer k on k.tijdvak_id = t.id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.id = $1 and r.geloot_op is null for no key update of r skip locked`,
    [tijdvakId],
  )
  return rows[0]
}

/** The lots of everybody who took a place before the opening, in order of nummer: those who left too, so that the list has no holes. */
export async function listLotenVoor(client: PoolClient, tijdvakId: string, opentOp: Date): Promise<readonly string[]> {
  const { rows } = await client.query<{ lot: string }>(
    `select lot from wachtplaats
     where tijdvak_id = $1 and nummer <= (select max(nummer) from wachtplaats where tijdvak_id = $1 and genomen_op < $2)
     order by nummer`,
    [tijdvakId, opentOp],
  )
  return rows.map(({ lot }) => lot)
}

export type Uitslag = {
  readonly tijdvakId: string
  readonly code: string
  readonly ronde: number
  readonly zaad: string
  readonly lijstHash: string
  readonly opentOp: Date
  /** By nummer, the first one is that of nummer 1. */
  readonly plaatsen: readonly number[]
}

/** Writes a draw: the places, the seed and the log entry. */
export async function saveLoting(client: PoolClient, { tijdvakId, code, ronde, zaad, lijstHash, opentOp, plaatsen }: Uitslag): Promise<void> {
  await client.query(
    `insert into gelote_plaats (tijdvak_id, ronde, nummer, plaats)
     select $1, $2, nummer, plaats from unnest($3::integer[]) with ordinality as g (plaats, nummer)`,
    [tijdvakId, ronde, plaatsen],
  )
  await client.query(
    `update wachtkamer_ronde set zaad = $3, lijst_hash = $4, aantal_voor = $5, opent_op = $6, geloot_op = nu() where tijdvak_id = $1 and ronde = $2`,
    [tijdvakId, ronde, zaad, lijstHash, plaatsen.length, opentOp],
  )
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
     values ('wachtkamer', $1, 'loot', 'systeem', jsonb_build_object('ronde', $2::integer, 'aantalVoor', $3::integer, 'lijstHash', $4::text, 'zaad', $5::text))`,
    [code, ronde, plaatsen.length, lijstHash, zaad],
  )
}

// ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────

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
       select w.* from wachtplaats w join gevraagd g on g.burger_id = w.burger_id where w.tijdvak_id = $1 and w.verlaten_op is null
     ), terug as (
       update wachtplaats w set verlaten_op = null
       from (
         select x.burger_id, max(x.nummer) as nummer from wachtplaats x join gevraagd g on g.burger_id = x.burger_id
         where x.tijdvak_id = $1 and x.verlaten_op is not null and (select op from moment) < $4
           and not exists (select from actief a where a.burger_id = x.burger_id)
         group by x.burger_id
       ) laatste
       where w.tijdvak_id = $1 and w.nummer = laatste.nummer
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
     select w.burger_id as "burgerId", w.nummer, w.lot, w.genomen_op as "genomenOp", w.verlaten_op as "verlatenOp", g.plaats as "gelotePlaats"
     from (select * from actief union all select * from terug union all select * from nieuw) w
     left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = $5 and g.nummer = w.nummer`,
    [tijdvakId, nieuwe.map(({ burgerId }) => burgerId), nieuwe.map(({ lot }) => lot), opentOp, ronde],
  )
  return rows
}

/** Gives up places, in the order given. Answers for each whether there was one. */
export async function verlaatPlaatsen(db: Queryable, verzoeken: readonly { burgerId: string; code: string }[]): Promise<readonly boolean[]> {
  const { rows } = await db.query<{ burgerId: string; code: string }>(
    `with gevraagd as (select distinct * from unnest($1::uuid[], $2::text[]) as g (burger_id, code))
     update wachtplaats w set verlaten_op = nu() from gevraagd g join tijdvak t on t.code = g.code
     where w.tijdvak_id = t.id and w.burger_id = g.burger_id and w.verlaten_op is null
     returning w.burger_id as "burgerId", t.code`,
    [verzoeken.map(({ burgerId }) => burgerId), verzoeken.map(({ code }) => code)],
  )
  const weg = new Set(rows.map(({ burgerId, code }) => `${burgerId} ${code}`))
  return verzoeken.map(({ burgerId, code }) => weg.has(`${burgerId} ${code}`))
}

export type EigenPlaatsRij = Omit<PlaatsRij, 'burgerId'> & { readonly index: number; readonly opentOp: Date; readonly gelootOp: Date | null }

/** The last place of these burgers in these wachtkamers, also one that was left. */
export async function listEigenPlaatsen(vragen: readonly { burgerId: string; code: string }[]): Promise<readonly EigenPlaatsRij[]> {
  const { rows } = await pool.query<EigenPlaatsRij>({
    name: 'eigen-plaatsen',
    text: `select v.volgorde::integer - 1 as index, w.nummer, w.lot, w.genomen_op as "genomenOp", w.verlaten_op as "verlatenOp", g.plaats as "gelotePlaats",
            t.opent_op as "opentOp", r.geloot_op as "gelootOp"
     from unnest($1::uuid[], $2::text[]) with ordinality as v (burger_id, code, volgorde)
     join tijdvak t on t.code = v.code
     join wachtkamer k on k.tijdvak_id = t.id
     join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     join lateral (
       select * from wachtplaats w where w.tijdvak_id = t.id and w.burger_id = v.burger_id order by w.verlaten_op is not null, w.nummer desc limit 1
     ) w on true
     left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = k.ronde and g.nummer = w.nummer`,
    values: [vragen.map(({ burgerId }) => burgerId), vragen.map(({ code }) => code)],
  })
  return rows
}

export type BeurtRij = Momenten & {
  readonly index: number
  readonly code: string
  readonly modus: TijdvakModus
  readonly toegelatenTot: number | null
  readonly uitgeputOp: Date | null
  readonly pastNietRegel: PastNietRegel
  /** Once exhausted: the compartimenten that this aanvraag itself may use, with its own amount. */
  readonly eigenRest: readonly Rest[] | null
  readonly gelootOp: Date | null
  readonly plaats: Omit<PlaatsRij, 'burgerId' | 'gelotePlaats'> | null
  readonly gelotePlaats: number | null
  readonly nu: Date
}

/**
 * Whether it is the turn of these burgers, with their own aanvraag. Reads the table of the aanvragen by itself: the module of
 * the aanvraag stands on the same floor, and the poort asks this for every submit, so it is one question and not two.
 */
export async function listBeurten(verzoeken: readonly { burgerId: string; kenmerk: string }[]): Promise<readonly BeurtRij[]> {
  const { rows } = await pool.query<Omit<BeurtRij, 'plaats'> & { nummer: number | null; lot: string; genomenOp: Date }>(
    // Not prepared: a plan that was made while the room was empty is the wrong one an hour later.
    `select v.volgorde::integer - 1 as index, t.code, t.modus, ${MOMENTEN}, k.toegelaten_tot as "toegelatenTot", k.uitgeput_op as "uitgeputOp", t.past_niet_regel as "pastNietRegel",
            case when k.uitgeput_op is not null then (
              select jsonb_agg(jsonb_build_object('vrijCent', ${VRIJ}, 'gesloten', c.gesloten, 'geweigerdVanafCent', c.geweigerd_vanaf_cent, 'kleinsteCent', a.bedrag_cent))
              from compartiment c where c.id = a.compartiment_id or c.id = any (a.terugval_ids)
            ) end as "eigenRest",
            r.geloot_op as "gelootOp", w.nummer, w.lot, w.genomen_op as "genomenOp", g.plaats as "gelotePlaats", nu() as nu
     from unnest($1::uuid[], $2::text[]) with ordinality as v (burger_id, kenmerk, volgorde)
     join aanvraag a on a.kenmerk = v.kenmerk and a.burger_id = v.burger_id
     join tijdvak t on t.id = a.tijdvak_id
     left join wachtkamer k on k.tijdvak_id = t.id
     left join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     left join wachtplaats w on w.tijdvak_id = t.id and w.burger_id = a.burger_id and w.verlaten_op is null
     left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = k.ronde and g.nummer = w.nummer`,
    [verzoeken.map(({ burgerId }) => burgerId), verzoeken.map(({ kenmerk }) => kenmerk)],
  )
  return rows.map(({ nummer, lot, genomenOp, ...rij }) => ({ ...rij, plaats: nummer === null ? null : { nummer, lot, genomenOp, verlatenOp: null } }))
}

// ── Letting in ───────────────────────────────────────────────────────────────────────────────────────────────

export type Toelatend = Momenten & {
  readonly tijdvakId: string
  readonly ronde: number
  readonly gelootOp: Date | null
  readonly toegelatenTot: number
  readonly uitgegeven: number
  readonly perMinuut: number
  readonly verstrekenMs: number
  readonly nu: Date
}

/** Makes this transaction the only one that does this work. False when another process is at it. */
export async function becomeEnige(client: PoolClient, werk: 'laat-toe' | 'peil'): Promise<boolean> {
  const { rows } = await client.query<{ gekregen: boolean }>(`select pg_try_advisory_xact_lock(hashtext('wachtkamer'), hashtext($1)) as gekregen`, [werk])
  return rows[0]?.gekregen === true
}

/** The wachtkamers of which the opening has come. Not locked: numbers are given out meanwhile, and one tick later is soon enough. */
export async function listToelatend(client: PoolClient): Promise<readonly Toelatend[]> {
  const { rows } = await client.query<Toelatend>(
    `select t.id as "tijdvakId", k.ronde, ${MOMENTEN}, r.geloot_op as "gelootOp", k.toegelaten_tot as "toegelatenTot", k.volgende_nummer - 1 as uitgegeven,
            k.per_minuut as "perMinuut", coalesce(extract(epoch from nu() - coalesce(k.toegelaten_op, r.geloot_op)) * 1000, 0)::float8 as "verstrekenMs", nu() as nu
     from wachtkamer k join tijdvak t on t.id = k.tijdvak_id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.modus = 'volgorde' and t.toestand <> 'gesloten' and t.opent_op <= nu() and t.sluit_op > nu()`,
  )
  return rows
}

/** Lets people in up to a place. `restMs` is time that was not used and counts for the next step. */
export async function saveToelating(
  client: PoolClient, { tijdvakId, ronde }: Pick<Toelatend, 'tijdvakId' | 'ronde'>, { toegelatenTot, restMs }: { toegelatenTot: number; restMs: number },
): Promise<void> {
  await client.query(
    `update wachtkamer set toegelaten_tot = $3, toegelaten_op = nu() - $4::float8 * interval '1 millisecond'
     where tijdvak_id = $1 and ronde = $2 and toegelaten_tot <= $3`,
    [tijdvakId, ronde, toegelatenTot, restMs],
  )
}

/** How many submits of a tijdvak wait for a decision, counted up to a limit: beyond it the number says nothing more. */
export async function countOnbeslist(client: PoolClient, tijdvakId: string, limit: number): Promise<number> {
  const { rows } = await client.query<{ aantal: number }>(
    `select count(*)::integer as aantal from (select from aanvraag where tijdvak_id = $1 and status = 'ingediend' limit $2) a`,
    [tijdvakId, limit],
  )
  return rows[0]?.aantal ?? 0
}

/**
 * How long a submit takes in the processes of the poort, p99 in milliseconds: the average of the last seconds, a busy process
 * counting for more. Null when nobody submits.
 */
export async function readIndienenMs(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ ms: number | null }>(
    `select (sum(p99_ms::bigint * indieningen) / nullif(sum(indieningen), 0))::float8 as ms
     from poort_meting where op > clock_timestamp() - interval '3 seconds' and p99_ms is not null`,
  )
  return rows[0]?.ms ?? null
}

// ── What there is to tell ────────────────────────────────────────────────────────────────────────────────────

export type Peiling = {
  readonly toegelatenTot: number
  readonly uitgegeven: number
  readonly pastNietRegel: PastNietRegel
  readonly onbeslistCent: number
  readonly ingediend: number
  readonly gemiddeldCent: number
  readonly verlatenWachtend: number
}

/** What the reach of a wachtkamer follows from. Counts aanvragen in their own table, see listBeurten. */
export async function readPeiling(client: PoolClient, tijdvakId: string): Promise<Peiling | undefined> {
  const { rows } = await client.query<Peiling>(
    `select k.toegelaten_tot as "toegelatenTot", k.volgende_nummer - 1 as uitgegeven, t.past_niet_regel as "pastNietRegel",
            (select coalesce(sum(a.bedrag_cent), 0)::bigint from aanvraag a where a.tijdvak_id = t.id and a.status = 'ingediend') as "onbeslistCent",
            (select count(*)::integer from indiening i where i.tijdvak_id = t.id and not i.is_formeel) as ingediend,
            (select coalesce(avg(bedrag_cent), 0)::float8 from (select bedrag_cent from indiening i where i.tijdvak_id = t.id and not i.is_formeel order by volgnummer desc limit 500) laatste) as "gemiddeldCent",
            (select count(*)::integer from wachtplaats w
             left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = k.ronde and g.nummer = w.nummer
             where w.tijdvak_id = t.id and w.verlaten_op is not null and coalesce(g.plaats, w.nummer) > k.toegelaten_tot) as "verlatenWachtend"
     from wachtkamer k join tijdvak t on t.id = k.tijdvak_id where t.id = $1`,
    [tijdvakId],
  )
  return rows[0]
}

/**
 * The compartimenten that are open to who applies online, with the smallest amount that a prepared aanvraag can still ask of each.
 * What is kept for the werkplein keeps nobody waiting. `metTerugval` counts
 * the aanvragen that may use it after their own one too; that costs more, and matters only when nobody can be paid from the own one.
 */
export async function listRest(client: PoolClient, tijdvakId: string, { metTerugval }: { metTerugval: boolean }): Promise<readonly Rest[]> {
  const { rows } = await client.query<Rest>(
    `select ${VRIJ} as "vrijCent", c.gesloten, c.geweigerd_vanaf_cent as "geweigerdVanafCent",
            (select min(gevraagd.bedrag_cent) from compartiment k cross join lateral (
               select a.bedrag_cent from aanvraag a
               where a.tijdvak_id = c.tijdvak_id and a.compartiment_id = k.id and a.status = 'gereed' and a.kanaal = 'online'
                 and (k.id = c.id or c.id = any (a.terugval_ids))
               order by a.bedrag_cent limit 1
             ) gevraagd where k.tijdvak_id = c.tijdvak_id and (k.id = c.id or $2)) as "kleinsteCent"
     from compartiment c where c.tijdvak_id = $1 and c.kanaal is distinct from 'werkplein'`,
    [tijdvakId, metTerugval],
  )
  return rows
}

/** Writes down what was seen, when it is something else than before. */
export async function savePeiling(client: PoolClient, tijdvakId: string, { isUitgeput, reiktTot, verlatenWachtend }: { isUitgeput: boolean; reiktTot: number | null; verlatenWachtend: number }): Promise<void> {
  await client.query(
    `update wachtkamer set uitgeput_op = case when $2 then coalesce(uitgeput_op, nu()) end, reikt_tot = $3, verlaten_wachtend = $4
     where tijdvak_id = $1 and ((uitgeput_op is not null) <> $2 or reikt_tot is distinct from $3 or verlaten_wachtend <> $4)`,
    [tijdvakId, isUitgeput, reiktTot, verlatenWachtend],
  )
}

export type StandRij = Momenten & {
  readonly code: string
  readonly modus: TijdvakModus
  readonly melding: string | null
  readonly ronde: number | null
  readonly toegelatenTot: number | null
  readonly uitgegeven: number | null
  readonly perMinuut: number | null
  readonly verlatenWachtend: number | null
  readonly reiktTot: number | null
  readonly uitgeputOp: Date | null
  readonly zaadHash: string | null
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  readonly gelootOp: Date | null
  readonly overCent: Readonly<Record<string, number>>
  readonly nu: Date
}

/** The stand of one wachtkamer, in one question on keys. Undefined when there is no tijdvak with this code. */
export async function findStand(code: string): Promise<StandRij | undefined> {
  const { rows } = await pool.query<StandRij>({
    name: 'wachtkamer-stand',
    text: `select t.code, t.modus, t.pauze_melding as melding, ${MOMENTEN}, k.ronde, k.toegelaten_tot as "toegelatenTot",
            k.volgende_nummer - 1 as uitgegeven, k.per_minuut as "perMinuut", k.verlaten_wachtend as "verlatenWachtend", k.reikt_tot as "reiktTot",
            k.uitgeput_op as "uitgeputOp", r.zaad_hash as "zaadHash", r.zaad, r.lijst_hash as "lijstHash", r.aantal_voor as "aantalVoor",
            r.geloot_op as "gelootOp", nu() as nu,
            (select coalesce(jsonb_object_agg(c.code, ${VRIJ} order by c.volgorde), '{}')
             from compartiment c where c.tijdvak_id = t.id) as "overCent"
     from ${KAMERS} where t.code = $1`,
    values: [code],
  })
  return rows[0]
}

/** The drawn places of the current ronde, by nummer. Undefined before the draw. */
export async function findPlaatsen(code: string): Promise<{ aantalVoor: number; plaatsen: string } | undefined> {
  const { rows } = await pool.query<{ aantalVoor: number; plaatsen: string }>(
    `select r.aantal_voor as "aantalVoor", (
       select coalesce(string_agg(g.plaats::text, ',' order by g.nummer), '') from gelote_plaats g where g.tijdvak_id = r.tijdvak_id and g.ronde = r.ronde
     ) as plaatsen
     from tijdvak t join wachtkamer k on k.tijdvak_id = t.id join wachtkamer_ronde r on r.tijdvak_id = k.tijdvak_id and r.ronde = k.ronde
     where t.code = $1 and r.geloot_op >= t.opent_op`,
    [code],
  )
  return rows[0]
}

export type RondeRij = {
  readonly code: string
  readonly ronde: number
  readonly zaadHash: string
  readonly bekendOp: Date
  readonly opentOp: Date
  readonly zaad: string | null
  readonly lijstHash: string | null
  readonly aantalVoor: number | null
  readonly gelootOp: Date | null
}

/** The rondes of a wachtkamer, the last one first. */
export async function listRondes(code: string): Promise<readonly RondeRij[]> {
  const { rows } = await pool.query<RondeRij>(
    `select t.code, r.ronde, r.zaad_hash as "zaadHash", r.bekend_op as "bekendOp", coalesce(r.opent_op, t.opent_op) as "opentOp", r.zaad,
            r.lijst_hash as "lijstHash", r.aantal_voor as "aantalVoor", r.geloot_op as "gelootOp"
     from tijdvak t join wachtkamer_ronde r on r.tijdvak_id = t.id where t.code = $1 order by r.ronde desc`,
    [code],
  )
  return rows
}

/** Some lots of a drawn ronde, in order of nummer, after `vanaf`. Nothing before the draw: the list is not known yet. */
export async function listLoten(code: string, ronde: number, { vanaf, limit }: { vanaf: number; limit: number }): Promise<readonly string[]> {
  const { rows } = await pool.query<{ lot: string }>(
    `select w.lot from tijdvak t join wachtkamer_ronde r on r.tijdvak_id = t.id and r.ronde = $2
     join wachtplaats w on w.tijdvak_id = t.id and w.nummer > $3 and w.nummer <= least(r.aantal_voor, $3 + $4)
     where t.code = $1 and r.geloot_op is not null order by w.nummer`,
    [code, ronde, vanaf, limit],
  )
  return rows.map(({ lot }) => lot)
}

/** The place of a lot in a drawn ronde, when it was in that draw. */
export async function findPlaatsVanLot(code: string, ronde: number, lot: string): Promise<{ nummer: number; plaats: number } | undefined> {
  const { rows } = await pool.query<{ nummer: number; plaats: number }>(
    `select g.nummer, g.plaats from tijdvak t join wachtplaats w on w.tijdvak_id = t.id and w.lot = $3
     join gelote_plaats g on g.tijdvak_id = t.id and g.ronde = $2 and g.nummer = w.nummer where t.code = $1`,
    [code, ronde, lot],
  )
  return rows[0]
}

/** Sets the speed of a wachtkamer; answers what it was, undefined when there is no wachtkamer. */
export async function saveSnelheid(tx: Tx, code: string, perMinuut: number): Promise<number | undefined> {
  const [was] = await tx.$queryRaw<{ tijdvakId: string; perMinuut: number }[]>`
    select k.tijdvak_id as "tijdvakId", k.per_minuut as "perMinuut" from wachtkamer k join tijdvak t on t.id = k.tijdvak_id
    where t.code = ${code} for no key update of k`
  if (was === undefined) return undefined
  await tx.$executeRaw`update wachtkamer set per_minuut = ${perMinuut} where tijdvak_id = ${was.tijdvakId}::uuid`
  return was.perMinuut
}
