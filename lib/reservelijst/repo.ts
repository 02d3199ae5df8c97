import 'server-only'
import type { Actor } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { RESERVE_TOESTANDEN, type Plaats, type ReserveToestand } from '@/lib/reservelijst/model'
import type { Aanbod, Wachtende } from '@/lib/reservelijst/rules/bied-aan'

/** The place of an aanvraag on the reserve list; undefined when it never was on it. */
export async function findPlaats(tx: Tx, aanvraagId: string): Promise<Plaats | undefined> {
  const [rij] = await tx.$queryRaw<{ volgnummer: bigint; toestand: string; voorUit: number; uiterlijkOp: Date | null; reserveTot: Date | null }[]>`
    select r.volgnummer, r.toestand, r.uiterlijk_op as "uiterlijkOp", t.reserve_tot as "reserveTot",
           (select count(*)::integer from reserveplaats v where v.tijdvak_id = r.tijdvak_id and v.toestand = 'wacht' and coalesce(v.loting_volgorde, v.volgnummer) < coalesce(r.loting_volgorde, r.volgnummer)) as "voorUit"
    from reserveplaats r join tijdvak t on t.id = r.tijdvak_id where r.aanvraag_id = ${aanvraagId}::uuid`
  return rij && { ...rij, volgnummer: Number(rij.volgnummer), toestand: toToestand(rij.toestand) }
}

/** An aanvraag with its place, locked until the end of the transaction. */
export type EigenPlaats = { readonly aanvraagId: string; readonly status: string; readonly toestand: ReserveToestand | null; readonly uiterlijkOp: Date | null }

/** Locks an aanvraag of this burger. Undefined when it is not there or belongs to somebody else. */
export async function lockEigenPlaats(tx: Tx, burgerId: string, kenmerk: string): Promise<EigenPlaats | undefined> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return undefined
  const [rij] = await tx.$queryRaw<{ id: string }[]>`select id from aanvraag where kenmerk = ${eigen} and burger_id = ${burgerId}::uuid for no key update`
  return rij && lockPlaats(tx, rij.id)
}

/** Locks an aanvraag with its place on the list. */
export async function lockPlaats(tx: Tx, aanvraagId: string): Promise<EigenPlaats> {
  await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for no key update`
  const { status, reserveplaats } = await tx.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId }, select: { status: true, reserveplaats: true } })
  return { aanvraagId, status, toestand: reserveplaats && toToestand(reserveplaats.toestand), uiterlijkOp: reserveplaats?.uiterlijkOp ?? null }
}

export type Afloop = {
  readonly aanvraagId: string
  readonly handeling: 'aanvaard-aanbod' | 'sla-aanbod-af' | 'laat-aanbod-verlopen' | 'vraag-besluit'
  readonly van: 'aangeboden' | 'reserve'
  readonly naar: 'gereserveerd' | 'niet-toegewezen'
  readonly toestand: ReserveToestand
  readonly actor: Actor
}

/** Ends a place on the list of an aanvraag that is locked: place, status and log together (invariant I7). */
export async function saveAfloop(tx: Tx, { aanvraagId, handeling, van, naar, toestand, actor }: Afloop): Promise<void> {
  await tx.$executeRaw`update reserveplaats set toestand = ${toestand}, afgerond_op = nu() where aanvraag_id = ${aanvraagId}::uuid`
  await tx.aanvraag.update({ where: { id: aanvraagId }, data: { status: naar, versie: { increment: 1 } }, select: { id: true } })
  await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: handeling, van, naar, actor, zichtbaar: true })
}

/** Makes this transaction the only one that works on the reserve list; false when another one does. */
export async function becomeBeheerder(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ gekregen: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as gekregen', ['reservelijst'])
  return rows[0]?.gekregen === true
}

export type OpenLijst = { readonly tijdvakId: string; readonly reserveTot: Date }

/**
 * Tijdvakken of which the list runs and somebody waits. While the result of a draw is being carried out, what is free still belongs to
 * who won and was not reached yet.
 */
export async function listOpenLijsten(client: PoolClient): Promise<readonly OpenLijst[]> {
  const { rows } = await client.query<OpenLijst>(
    `select id as "tijdvakId", reserve_tot as "reserveTot" from tijdvak t
     where reserve_tot > nu() and exists (select from reserveplaats r where r.tijdvak_id = t.id and r.toestand = 'wacht')
       and not exists (select from loting l where l.tijdvak_id = t.id and l.verwerkt_tot < l.aantal) order by opent_op`,
  )
  return rows
}

/** What is left per compartiment that is not closed, in cents; locked when asked. */
export async function readVrij(client: PoolClient, tijdvakId: string, lock: 'lock' | 'look'): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; vrijCent: number; gesloten: boolean }>(
    `select id, plafond_cent + overschrijding_cent - gereserveerd_cent - verplicht_cent - betaald_cent as "vrijCent", gesloten
     from compartiment where tijdvak_id = $1 order by id ${lock === 'lock' ? 'for no key update' : ''}`,
    [tijdvakId],
  )
  return new Map(rows.filter(({ gesloten, vrijCent }) => !gesloten && vrijCent > 0).map(({ id, vrijCent }) => [id, vrijCent]))
}

export type Kandidaat = Omit<Wachtende, 'kanStarten'> & { readonly startdatum: PlainDate }

/** The first of those who wait for one of these compartimenten, in the order of the line: as drawn, or by volgnummer. */
export async function listWachtenden(client: PoolClient, tijdvakId: string, compartimentIds: readonly string[], limit: number): Promise<readonly Kandidaat[]> {
  const { rows } = await client.query<Kandidaat>(
    `select r.volgnummer, r.aanvraag_id as "aanvraagId", a.burger_id as "burgerId", w.kalenderjaar, a.scholingsactiviteit_id as "scholingsactiviteitId",
            r.compartiment_ids as "compartimentIds", r.bedrag_cent as "bedragCent", b.startdatum
     from reserveplaats r
     join aanvraag a on a.id = r.aanvraag_id join toewijzing w on w.volgnummer = r.volgnummer join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     where r.tijdvak_id = $1 and r.toestand = 'wacht' and r.compartiment_ids && $2::uuid[] order by coalesce(r.loting_volgorde, r.volgnummer) limit $3`,
    [tijdvakId, compartimentIds, limit],
  )
  return rows
}

/** Locks aanvragen in a fixed order; answers which of them still wait on the list. */
export async function lockWachtenden(client: PoolClient, aanvraagIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string; status: string }>('select id, status from aanvraag where id = any ($1) order by id for no key update', [aanvraagIds])
  return new Set(rows.filter(({ status }) => status === 'reserve').map(({ id }) => id))
}

/** Writes offers: the reservation, the place, the status, the log and the job that tells the burger. */
export async function saveAanbod(client: PoolClient, aanbod: readonly Aanbod[], uiterlijkOp: Date): Promise<void> {
  await client.query(
    `with rij as (
       select * from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::integer[], $5::bigint[], $6::integer[])
         as r (volgnummer, aanvraag_id, compartiment_id, bedrag_cent, beschikbaar_cent, plek)
     ), reservering as (
       update toewijzing w set uitkomst = 'gereserveerd', compartiment_id = rij.compartiment_id, bedrag_cent = rij.bedrag_cent, plek = rij.plek
       from rij where w.volgnummer = rij.volgnummer
     ), plaats as (
       update reserveplaats p set toestand = 'aangeboden', compartiment_id = rij.compartiment_id, beschikbaar_cent = rij.beschikbaar_cent,
              aangeboden_op = nu(), uiterlijk_op = $7
       from rij where p.volgnummer = rij.volgnummer
     ), status as (
       update aanvraag a set status = 'aangeboden', versie = versie + 1, updated_at = now() from rij where a.id = rij.aanvraag_id
     ), log as (
       insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, gegevens, zichtbaar, op)
       select 'aanvraag', aanvraag_id::text, 'bied-aan', 'reserve', 'aangeboden', 'systeem',
              jsonb_build_object('volgnummer', volgnummer, 'bedragCent', bedrag_cent, 'beschikbaarCent', beschikbaar_cent,
                                 'compartimentId', compartiment_id, 'uiterlijkOp', $7::timestamptz), true, nu()
       from rij order by volgnummer
     )
     insert into outbox (job, payload) select 'meld-aanbod', jsonb_build_object('aanvraagId', aanvraag_id) from rij order by volgnummer`,
    [
      aanbod.map(({ wachtende }) => wachtende.volgnummer),
      aanbod.map(({ wachtende }) => wachtende.aanvraagId),
      aanbod.map(({ compartimentId }) => compartimentId),
      aanbod.map(({ wachtende }) => wachtende.bedragCent),
      aanbod.map(({ beschikbaarCent }) => beschikbaarCent),
      aanbod.map(({ plek }) => plek),
      uiterlijkOp,
    ],
  )
}

/** Offers of which the time to accept is over. */
export async function listVerlopen(client: PoolClient, limit: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select aanvraag_id as id from reserveplaats where toestand = 'aangeboden' and uiterlijk_op <= nu() order by uiterlijk_op, volgnummer limit $1`, [limit])
  return rows.map(({ id }) => id)
}

/** Who waits on a list that is over, or for a training that began today or before, with the reason why it ends. */
export async function listVervallen(client: PoolClient, limit: number): Promise<readonly { aanvraagId: string; toestand: ReserveToestand }[]> {
  const { rows } = await client.query<{ aanvraagId: string; toestand: ReserveToestand }>(
    `select r.aanvraag_id as "aanvraagId", case when t.reserve_tot > nu() then 'niet-te-starten' else 'lijst-gesloten' end as toestand
     from reserveplaats r join tijdvak t on t.id = r.tijdvak_id join aanvraag a on a.id = r.aanvraag_id join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
     where r.toestand = 'wacht' and (t.reserve_tot is null or t.reserve_tot <= nu() or b.startdatum <= (nu() at time zone 'Europe/Amsterdam')::date)
     order by r.volgnummer limit $1`, [limit])
  return rows
}

/** Ends places of aanvragen that are locked and still wait: place, status, log and the job that refuses. */
export async function saveVervallen(client: PoolClient, vervallen: readonly { aanvraagId: string; toestand: ReserveToestand }[]): Promise<void> {
  await client.query(
    `with rij as (select * from unnest($1::uuid[], $2::text[]) as r (aanvraag_id, toestand)
     ), plaats as (
       update reserveplaats p set toestand = rij.toestand, afgerond_op = nu() from rij where p.aanvraag_id = rij.aanvraag_id
     ), status as (
       update aanvraag a set status = 'niet-toegewezen', versie = versie + 1, updated_at = now() from rij where a.id = rij.aanvraag_id
     ), log as (
       insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, reden, zichtbaar, op)
       select 'aanvraag', aanvraag_id::text, 'sluit-reserve', 'reserve', 'niet-toegewezen', 'systeem', toestand, true, nu() from rij
     )
     insert into outbox (job, payload) select 'wijs-aanvraag-af', jsonb_build_object('aanvraagId', aanvraag_id) from rij`,
    [vervallen.map(({ aanvraagId }) => aanvraagId), vervallen.map(({ toestand }) => toestand)],
  )
}

export type AfTeRonden = { readonly tijdvakId: string; readonly restRegel: 'naar-algemeen' | 'volgend-tijdvak' }

/** Tijdvakken that are over, with the rules by which a rest can be moved now. */
export function listAfTeRonden(tx: Tx): Promise<readonly AfTeRonden[]> {
  return tx.$queryRaw<AfTeRonden[]>`
    select distinct t.id as "tijdvakId", c.rest_regel as "restRegel"
    from tijdvak t join compartiment c on c.tijdvak_id = t.id
    where t.toestand = 'gesloten' and c.rest_geboekt_op is null
      and not exists (select from aanvraag a where a.tijdvak_id = t.id and a.status = 'ingediend')
      and (c.rest_regel = 'naar-algemeen'
        or (c.rest_regel = 'volgend-tijdvak' and (t.reserve_tot is null or t.reserve_tot <= nu())
            and not exists (select from aanvraag a where a.tijdvak_id = t.id and a.status in ('reserve', 'aangeboden'))))`
}

function toToestand(toestand: string): ReserveToestand {
  const found = RESERVE_TOESTANDEN.find((one) => one === toestand)
  if (found === undefined) throw new Error(`${toestand} is no state of a place on the reserve list`)
  return found
}
