import 'server-only'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { bigintArray, intArray, textArray, uuidArray } from '@/lib/platform/pg-array'
import { PAST_NIET_REGELS } from '@/lib/regeling/model'
import { grensSleutel, type BezettePlek, type CompartimentStand, type Indiening, type Toewijzing, type ToewijsRegels } from '@/lib/toewijzing/model'

/** A receipt as it was written; what can still change of its aanvraag is read with the lock. */
export type Ontvangst = Omit<Indiening, 'isIngetrokken' | 'scholingsactiviteitId'>

/** What a round has to decide, and the snapshot that saw it. */
export type Nieuw = { readonly ontvangsten: readonly Ontvangst[]; readonly gelezenTot: string }

/** Nothing was seen before: the snapshot in which every transaction is still to come. */
const NIETS_GELEZEN = '1:1:'

/**
 * Everything visible now that the snapshot of the previous round did not see, in order of number (docs/adr/0004), at most
 * `limit` of it. One statement, so that the rows and the snapshot belong together. Decided rows are left out: what a limited
 * round did already, and everything after a logical restore. A round that met its limit answers the snapshot it began from, so
 * that the rest is read again together with what came in since. That keeps the order: who was acknowledged before somebody
 * else sent has the lower number and is visible whenever the other one is.
 */
export async function readNieuw(client: PoolClient, tijdvakId: string, limit: number): Promise<Nieuw> {
  // Asked first, so that the planner knows how little there is to read; only the allocator itself changes it.
  const vanaf = await readGelezen(client, tijdvakId)
  const { rows } = await client.query<Omit<Ontvangst, 'compartimentIds'> & { volgnummer: number | null; compartimenten: string; gelezenTot: string }>(
    `select i.volgnummer, i.aanvraag_id as "aanvraagId", i.compartiment_ids::text as compartimenten, i.burger_id as "burgerId",
            i.kalenderjaar, i.bedrag_cent as "bedragCent", i.is_formeel as "isFormeel", nu.snapshot as "gelezenTot"
     from (select pg_current_snapshot()::text as snapshot) nu left join indiening i
       on i.tijdvak_id = $1
      and i.xid >= pg_snapshot_xmin($2::pg_snapshot) and not pg_visible_in_snapshot(i.xid, $2::pg_snapshot)
      and not exists (select from toewijzing w where w.volgnummer = i.volgnummer)
     order by i.volgnummer limit $3`,
    // One more than asked for, to know whether there is more.
    [tijdvakId, vanaf, limit + 1],
  )
  const [first] = rows
  if (first === undefined) throw new Error('reading indieningen gave no snapshot')
  // Most may use the same compartimenten: taken apart once for each set that there is.
  const sets = new Map<string, readonly string[]>()
  const idsOf = (tekst: string): readonly string[] => {
    const ids = sets.get(tekst) ?? tekst.slice(1, -1).split(',')
    sets.set(tekst, ids)
    return ids
  }
  const ontvangsten = rows.slice(0, limit).filter(({ volgnummer }) => volgnummer !== null)
    .map(({ volgnummer, aanvraagId, compartimenten, burgerId, kalenderjaar, bedragCent, isFormeel }) => ({ volgnummer, aanvraagId, compartimentIds: idsOf(compartimenten), burgerId, kalenderjaar, bedragCent, isFormeel }))
  return { ontvangsten, gelezenTot: rows.length > limit ? vanaf : first.gelezenTot }
}

/** The snapshot up to which a tijdvak was read. One of another cluster, after a logical restore, lies ahead of ours and is forgotten. */
async function readGelezen(client: PoolClient, tijdvakId: string): Promise<string> {
  const { rows } = await client.query<{ gelezenTot: string }>({
    name: 'toewijzing-gelezen',
    text: `select gelezen_tot as "gelezenTot" from toewijzing_stand
           where tijdvak_id = $1 and pg_snapshot_xmax(gelezen_tot::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())`,
    values: [tijdvakId],
  })
  return rows[0]?.gelezenTot ?? NIETS_GELEZEN
}

/** What the tijdvak does with an amount that is more than what is left, and whether it has a reserve list that is not over. */
export async function readTijdvakRegels(client: PoolClient, tijdvakId: string): Promise<Pick<ToewijsRegels, 'pastNietRegel' | 'heeftReservelijst'>> {
  const { rows } = await client.query<{ regel: string; heeftReservelijst: boolean }>({
    name: 'toewijzing-regels',
    text: 'select past_niet_regel as regel, coalesce(reserve_tot > nu(), false) as "heeftReservelijst" from tijdvak where id = $1',
    values: [tijdvakId],
  })
  const pastNietRegel = PAST_NIET_REGELS.find((one) => one === rows[0]?.regel)
  if (rows[0] === undefined || pastNietRegel === undefined) throw new Error(`tijdvak ${tijdvakId} has no rule for an amount that does not fit`)
  return { pastNietRegel, heeftReservelijst: rows[0].heeftReservelijst }
}

/**
 * Makes this connection the one allocator of the tijdvak, as long as it lives or until letGo. False when another one is.
 * A lock of the session and not of a transaction: the connection that writes is the one that holds it.
 */
export async function becomeToewijzer(client: PoolClient, tijdvakId: string): Promise<boolean> {
  const { rows } = await client.query<{ gekregen: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as gekregen', [lockName(tijdvakId)])
  return rows[0]?.gekregen === true
}

export async function letGo(client: PoolClient, tijdvakId: string): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(tijdvakId)])
}

function lockName(tijdvakId: string): string {
  return `toewijzing/${tijdvakId}`
}

export type TeVerdelen = { readonly id: string; readonly modus: 'volgorde' | 'loting' }

/**
 * Tijdvakken in which there can be something to decide: open or closed less than a day ago, or with a receipt that no round has
 * seen yet, however long ago that was. Who was acknowledged gets a decision, also when no worker ran around the closing.
 */
export async function listTeVerdelen(client: PoolClient): Promise<readonly TeVerdelen[]> {
  const { rows } = await client.query<TeVerdelen>({
    name: 'te-verdelen',
    // By the transaction of the receipt: it costs the same after a million aanvragen, and is asked ten times a second.
    text: `select t.id, t.modus from tijdvak t left join toewijzing_stand s on s.tijdvak_id = t.id
           where (t.opent_op <= nu() and t.sluit_op > nu() - interval '1 day')
              or exists (select from indiening i where i.tijdvak_id = t.id
                   and i.xid >= coalesce(pg_snapshot_xmin(s.gelezen_tot::pg_snapshot), '0'::xid8)
                   and (s.gelezen_tot is null or not pg_visible_in_snapshot(i.xid, s.gelezen_tot::pg_snapshot)))
           order by t.opent_op`,
  })
  return rows
}

/** An aanvraag that is locked. */
export type Vergrendeld = { readonly id: string; readonly status: string; readonly scholingsactiviteitId: string }

/** Locks the aanvragen, so that nobody can withdraw one while it is decided; answers them as they are now. */
export async function lockAanvragen(client: PoolClient, aanvraagIds: readonly string[]): Promise<ReadonlyMap<string, Vergrendeld>> {
  const { rows } = await client.query<Vergrendeld>({
    name: 'wachtende',
    text: 'select id, status, scholingsactiviteit_id as "scholingsactiviteitId" from aanvraag where id = any ($1::uuid[]) order by id for no key update',
    values: [uuidArray(aanvraagIds)],
  })
  return new Map(rows.map((rij) => [rij.id, rij]))
}

/** Locks the compartimenten of a tijdvak and says what is left in each, in cents. */
export async function lockStand(client: PoolClient, tijdvakId: string): Promise<ReadonlyMap<string, CompartimentStand>> {
  const { rows } = await client.query<CompartimentStand & { id: string }>({
    name: 'toewijzing-stand',
    text: `select id, plafond_cent + overschrijding_cent - gereserveerd_cent - verplicht_cent - betaald_cent as "vrijCent",
                  gesloten, geweigerd_vanaf_cent as "geweigerdVanafCent",
                  exists (select from reserveplaats r where r.tijdvak_id = $1 and r.toestand = 'wacht' and compartiment.id = any (r.compartiment_ids)) as "heeftWachtenden"
           from compartiment where tijdvak_id = $1 order by id for no key update`,
    values: [tijdvakId],
  })
  return new Map(rows.map(({ id, ...stand }) => [id, stand]))
}

export type Teruggave = { readonly aanvraagId: string; readonly compartimentId: string; readonly bedragCent: number; readonly gereserveerdCent: number }

/**
 * Of these reservations those that still hold a place while their aanvraag was withdrawn: the job that gives them back did not run
 * yet. The rows of the aanvragen are locked. `gereserveerdCent` is what the ledger still holds in reserve, in cents.
 */
export async function lockIngetrokken(client: PoolClient, aanvraagIds: readonly string[]): Promise<readonly Teruggave[]> {
  await client.query("select 1 from aanvraag where id = any ($1::uuid[]) and status = 'ingetrokken' order by id for no key update", [uuidArray(aanvraagIds)])
  // Asked now that the rows are locked: the job may have been at work while they were waited for.
  const { rows } = await client.query<Teruggave>(
    `select w.aanvraag_id as "aanvraagId", w.compartiment_id as "compartimentId", w.bedrag_cent as "bedragCent",
            (select coalesce(sum(r.bedrag_cent), 0)::bigint from boekingsregel r where r.aanvraag_id = w.aanvraag_id and r.rekening = 'gereserveerd') as "gereserveerdCent"
     from toewijzing w join aanvraag a on a.id = w.aanvraag_id
     where w.aanvraag_id = any ($1::uuid[]) and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null and a.status = 'ingetrokken'`,
    [uuidArray(aanvraagIds)],
  )
  return rows
}

/** Frees the places that belong to these aanvragen. */
export async function markAlleVrijgevallen(client: PoolClient, aanvraagIds: readonly string[]): Promise<void> {
  await client.query('update toewijzing set vrijgevallen_op = nu() where aanvraag_id = any ($1) and vrijgevallen_op is null', [aanvraagIds])
}

/** A place with the aanvraag that holds it; one that was withdrawn holds it until its reservation is given back. */
export type Plek = BezettePlek & { readonly aanvraagId: string; readonly isIngetrokken: boolean }

/** The grants that these burgers have, in any kalenderjaar. */
export async function readBezettePlekken(client: PoolClient, burgerIds: readonly string[]): Promise<readonly Plek[]> {
  const { rows } = await client.query<Plek>({
    name: 'bezette-plekken',
    text: `select w.burger_id as "burgerId", w.kalenderjaar, w.plek, w.aanvraag_id as "aanvraagId", a.status = 'ingetrokken' as "isIngetrokken"
           from toewijzing w join aanvraag a on a.id = w.aanvraag_id
           where w.burger_id = any ($1::uuid[]) and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null`,
    values: [uuidArray(burgerIds)],
  })
  return rows
}

/** The same for everybody who applied in a tijdvak: one look instead of one per part. */
export async function readBezettePlekkenVan(client: PoolClient, tijdvakId: string): Promise<readonly BezettePlek[]> {
  const { rows } = await client.query<BezettePlek>(
    `select w.burger_id as "burgerId", w.kalenderjaar, w.plek from toewijzing w join indiening i on i.burger_id = w.burger_id
     where i.tijdvak_id = $1 and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null`,
    [tijdvakId],
  )
  return rows
}

/** Nobody else may count against the verleningsgrens until the transaction ends: a scholing can be chosen in two tijdvakken. */
export async function lockVerleningsgrens(client: PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['verleningsgrens'])
}

/**
 * Grants and reservations of some scholingen per kalenderjaar, for the verleningsgrens that bites within the tijdvak (art. 12a).
 * A grant counts also when it was withdrawn afterwards; a reservation that fell free does not.
 */
export async function readGegeven(client: PoolClient, scholingsactiviteitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ scholingsactiviteitId: string; kalenderjaar: number; aantal: number }>(
    `select a.scholingsactiviteit_id as "scholingsactiviteitId", w.kalenderjaar, count(*)::integer as aantal
     from aanvraag a join toewijzing w on w.aanvraag_id = a.id
     where a.scholingsactiviteit_id = any ($1) and w.uitkomst = 'gereserveerd'
       and (w.vrijgevallen_op is null or exists (select from besluit b where b.aanvraag_id = a.id and b.soort = 'verlening'))
     group by 1, 2`,
    [[...new Set(scholingsactiviteitIds)]],
  )
  return new Map(rows.map((rij) => [grensSleutel(rij), rij.aantal]))
}

/** The same for every scholing that somebody chose in a tijdvak. */
export async function readGegevenVan(client: PoolClient, tijdvakId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string }>('select distinct scholingsactiviteit_id as id from aanvraag where tijdvak_id = $1', [tijdvakId])
  return readGegeven(client, rows.map(({ id }) => id))
}

/** From this many on, what a round asks the workers to do is written as one row for each kind (lib/platform/outbox.ts). */
const GROEP_VANAF = 20

const SAVE_TOEWIJZINGEN = `
  with rij as materialized (
    select *, case uitkomst when 'gereserveerd' then 'gereserveerd' when 'reserve' then 'reserve' when 'ingetrokken' then null else 'niet-toegewezen' end as naar,
           case uitkomst when 'gereserveerd' then 'beoordeel-aanvraag' when 'reserve' then 'meld-reserve' when 'ingetrokken' then null else 'wijs-aanvraag-af' end as job
    from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[], $7::text[], $8::integer[], $9::bigint[], $10::integer[], $11::text[], $12::integer[],
                $13::integer[], $14::text[], $15::integer[], $16::integer[])
      as r (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek, vrij, verleningen,
            grens_geteld, compartimenten, gevraagd_cent, loting_volgorde)
  ), moment as materialized (select nu() as op
  ), besluit as (
    insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek, vrij_cent, verleningen, grens_geteld, besloten_op)
    select volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek, vrij::bigint[], verleningen, grens_geteld, op from rij, moment
  ), status as (
    update aanvraag a set status = rij.naar, versie = versie + 1, updated_at = now()
    from rij where a.id = rij.aanvraag_id and rij.naar is not null
  ), lijst as (
    insert into reserveplaats (volgnummer, aanvraag_id, tijdvak_id, compartiment_ids, bedrag_cent, loting_volgorde)
    select volgnummer, aanvraag_id, $1, compartimenten::uuid[], gevraagd_cent, loting_volgorde from rij where naar = 'reserve'
  ), log as (
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, reden, gegevens, zichtbaar, op)
    select 'aanvraag', aanvraag_id::text, case naar when 'gereserveerd' then 'wijs-toe' when 'reserve' then 'zet-op-reservelijst' else 'wijs-niet-toe' end,
           'ingediend', naar, 'systeem', case naar when 'niet-toegewezen' then uitkomst end,
           jsonb_build_object('volgnummer', volgnummer, 'bedragCent', bedrag_cent, 'beschikbaarCent', beschikbaar_cent, 'compartimentId', compartiment_id), true, op
    from rij, moment where naar is not null order by volgnummer
  ), werkgroep as (
    insert into outbox_groep (job, aanvraag_ids)
    select job, array_agg(aanvraag_id order by volgnummer) from rij where job is not null group by job having count(*) >= ${String(GROEP_VANAF)}
    returning job
  )
  insert into outbox (job, payload)
  select job, jsonb_build_object('aanvraagId', aanvraag_id)
  from rij where job is not null and job not in (select job from werkgroep) order by volgnummer`

/** Writes the decisions with the status, the log entry, the place on the reserve list and the jobs that follow from each. */
export async function saveToewijzingen(client: PoolClient, tijdvakId: string, toewijzingen: readonly Toewijzing[]): Promise<void> {
  await client.query({
    name: 'wijs-toe',
    text: SAVE_TOEWIJZINGEN,
    values: [
      tijdvakId,
      bigintArray(toewijzingen.map(({ indiening }) => indiening.volgnummer)),
      uuidArray(toewijzingen.map(({ indiening }) => indiening.aanvraagId)),
      uuidArray(toewijzingen.map(({ compartimentId }) => compartimentId)),
      uuidArray(toewijzingen.map(({ indiening }) => indiening.burgerId)),
      intArray(toewijzingen.map(({ indiening }) => indiening.kalenderjaar)),
      textArray(toewijzingen.map(({ uitkomst }) => uitkomst)),
      intArray(toewijzingen.map(({ bedragCent }) => bedragCent)),
      bigintArray(toewijzingen.map(({ beschikbaarCent }) => beschikbaarCent)),
      intArray(toewijzingen.map(({ plek }) => plek)),
      textArray(toewijzingen.map(({ vrijCent }) => `{${vrijCent.join(',')}}`)),
      intArray(toewijzingen.map(({ verleningen }) => verleningen)),
      intArray(toewijzingen.map(({ grensGeteld }) => grensGeteld)),
      textArray(toewijzingen.map(({ uitkomst, indiening }) => (uitkomst === 'reserve' ? `{${indiening.compartimentIds.join(',')}}` : null))),
      intArray(toewijzingen.map(({ indiening }) => indiening.bedragCent)),
      intArray(toewijzingen.map(({ lotingVolgorde }) => lotingVolgorde ?? null)),
    ],
  })
}

/** Keeps what the next round must know: which snapshot was read, and what each compartiment has refused. */
export async function saveStand(
  client: PoolClient,
  { tijdvakId, gelezenTot, gewijzigd }: { tijdvakId: string; gelezenTot: string; gewijzigd: readonly (readonly [string, CompartimentStand])[] },
): Promise<void> {
  await client.query({
    name: 'toewijzing-gelezen-tot',
    text: `insert into toewijzing_stand (tijdvak_id, gelezen_tot) values ($1, $2)
           on conflict (tijdvak_id) do update set gelezen_tot = excluded.gelezen_tot, updated_at = now()`,
    values: [tijdvakId, gelezenTot],
  })
  for (const [id, { gesloten, geweigerdVanafCent }] of gewijzigd) {
    await client.query('update compartiment set gesloten = $2, geweigerd_vanaf_cent = $3 where id = $1', [id, gesloten, geweigerdVanafCent])
  }
}

type Reservering = { status: string; bedragCent: number; gereserveerdCent: number; compartimentId: string; aanmeldbewijsId: string }

/** Locks an aanvraag with budget. `bedragCent` is what it asks, `gereserveerdCent` what the ledger holds in reserve for it, in cents. */
export async function lockReservering(tx: Tx, aanvraagId: string): Promise<Reservering | undefined> {
  await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for no key update`
  const [rij] = await tx.$queryRaw<(Omit<Reservering, 'gereserveerdCent'> & { gereserveerdCent: bigint })[]>`
    select a.status, a.bedrag_cent as "bedragCent", w.compartiment_id as "compartimentId", a.aanmeldbewijs_id as "aanmeldbewijsId",
           (select coalesce(sum(r.bedrag_cent), 0)::bigint from boekingsregel r where r.aanvraag_id = a.id and r.rekening = 'gereserveerd') as "gereserveerdCent"
    from aanvraag a join toewijzing w on w.aanvraag_id = a.id and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null
    where a.id = ${aanvraagId}::uuid`
  return rij && { ...rij, gereserveerdCent: Number(rij.gereserveerdCent) }
}

/** Frees the place of a burger in the kalenderjaar. */
export async function markVrijgevallen(tx: Tx, aanvraagId: string): Promise<void> {
  await tx.$executeRaw`update toewijzing set vrijgevallen_op = nu() where aanvraag_id = ${aanvraagId}::uuid and vrijgevallen_op is null`
}

/** Lowers a reservation, in cents; the database refuses to raise one. */
export async function saveReservering(tx: Tx, aanvraagId: string, bedragCent: number): Promise<void> {
  await tx.$executeRaw`update toewijzing set bedrag_cent = ${bedragCent} where aanvraag_id = ${aanvraagId}::uuid`
}
