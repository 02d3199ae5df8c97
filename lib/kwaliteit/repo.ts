import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import type { OpleiderActor } from '@/lib/base/actor'
import { nowIn } from '@/lib/platform/clock'
import type { PoolClient, Tx } from '@/lib/platform/db'
import { isOpleidingsvorm } from '@/lib/register/model'
import { opleidingInhoudSchema } from '@/lib/register/schema'
import type { Bevinding, Bewerkingsopdracht, OpleidingFeiten, Prijsmoment, Vergelijking } from '@/lib/kwaliteit/model'
import type { Afdruk } from '@/lib/kwaliteit/rules/gelijkenis'
import { LENGTE_GRENZEN } from '@/lib/kwaliteit/rules/grenzen'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { AFTREK } from '@/lib/kwaliteit/rules/score'
import { opdrachtSchema, overgeslagenSchema, type Lijstfilter } from '@/lib/kwaliteit/schema'

/** Claims the opleider whose turn it is: what somebody just changed by hand first. The rows go when the transaction is committed. */
export async function claimOpleider(client: PoolClient): Promise<{ opleiderId: string; opleidingIds: string[] | null } | undefined> {
  const { rows: [eerste] } = await client.query<{ opleiderId: string }>(`
    select opleider_id as "opleiderId" from (select opleider_id, bool_or(opleiding_id is not null) as hand, min(id) as id from kwaliteit_te_doen group by opleider_id) t
    order by hand desc, id limit 1`)
  if (eerste === undefined) return undefined
  return claimVan(client, eerste.opleiderId)
}

/** The same for this opleider; undefined when another worker is at it or nothing is to be done. `null` ids: all of its opleidingen. */
export async function claimVan(client: PoolClient, opleiderId: string): Promise<{ opleiderId: string; opleidingIds: string[] | null } | undefined> {
  const { rows: [lock] } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtextextended('kwaliteit ' || $1, 0)) as mine", [opleiderId])
  if (lock?.mine !== true) return undefined
  const { rows } = await client.query<{ id: string | null }>('delete from kwaliteit_te_doen where opleider_id = $1 returning opleiding_id as id', [opleiderId])
  if (rows.length === 0) return undefined
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]))
  return { opleiderId, opleidingIds: ids.length < rows.length ? null : [...new Set(ids)] }
}

/** Plans every opleider that has no score of that day yet: time alone makes a start date late. Answers how many. */
export async function planDag(client: PoolClient, dag: PlainDate): Promise<number> {
  const { rowCount } = await client.query(`
    insert into kwaliteit_te_doen (opleider_id) select d.id from opleider d
    where exists (select from opleiding where opleider_id = d.id) and not exists (select from kwaliteit_score s where s.opleider_id = d.id and s.dag = $1)
      and not exists (select from kwaliteit_te_doen t where t.opleider_id = d.id)`, [dag])
  return rowCount ?? 0
}

/** The opleidingen of an opleider, in a fixed order; of all of them only the ids. */
export async function listIds(client: PoolClient, opleiderId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from opleiding where opleider_id = $1 order by id', [opleiderId])
  return rows.map(({ id }) => id)
}

type ActiviteitRij = { id: string; startdatum: string; einddatum: string; status: string; opleidingsvorm: string; plaats: string | null; adres: string | null; postcode: string | null }
type FeitenRij = { id: string; versie: number; activiteiten: ActiviteitRij[] }

const INHOUD = `o.titel, o.samenvatting, o.omschrijving, o.categorie, o.niveau, o.opleidingsvorm, o.waardedocument, o.studielast, o.studielast_eenheid as "studielastEenheid",
  o.duur_dagen as "duurDagen", o.voertaal, o.stap_toestemming as "stapToestemming", o.catalogusprijs_cent as "catalogusprijsCent", o.subsidiabel_cent as "subsidiabelCent",
  o.soort, o.kosten, o.themas, o.leerdoel, o.toelatingseisen, o.erkend_onderdeel as "erkendOnderdeel", o.eqf, o.nlqf, o.url, o.dagdelen, o.arbeidsmarkt, o.actief`

/** What these opleidingen are judged on. */
export async function readFeiten(client: PoolClient, ids: readonly string[]): Promise<OpleidingFeiten[]> {
  const { rows } = await client.query<FeitenRij>(`
    select o.id, o.versie, ${INHOUD}, coalesce(s.lijst, '[]') as activiteiten
    from opleiding o left join lateral (
      select json_agg(json_build_object('id', id, 'startdatum', startdatum, 'einddatum', einddatum, 'status', status, 'opleidingsvorm', opleidingsvorm, 'plaats', plaats,
        'adres', adres, 'postcode', postcode) order by startdatum, id) as lijst
      from scholingsactiviteit where opleiding_id = o.id and status <> 'geannuleerd') s on true
    where o.id = any ($1)`, [ids])
  const prijzen = await readPrijzen(client, rows.filter(({ versie }) => versie > 1).map(({ id }) => id))
  return rows.map(({ id, activiteiten, ...rij }) => ({
    id, inhoud: opleidingInhoudSchema.parse(rij), prijzen: prijzen.get(id) ?? [],
    activiteiten: activiteiten.map(({ status, opleidingsvorm, startdatum, einddatum, ...rest }) => ({
      ...rest, startdatum: plainDate(startdatum), einddatum: plainDate(einddatum), isOpen: status === 'open', vorm: isOpleidingsvorm(opleidingsvorm) ? opleidingsvorm : 'KLASSIKAAL',
    })),
  }))
}

/** The days on which the price became another, of opleidingen with more than one version. */
async function readPrijzen(client: PoolClient, ids: readonly string[]): Promise<Map<string, Prijsmoment[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; op: string; cent: number }>(`
    select id, op, cent from (
      select opleiding_id as id, (vastgelegd_op at time zone 'Europe/Amsterdam')::date as op, versie, (inhoud ->> 'catalogusprijsCent')::int as cent,
        lag((inhoud ->> 'catalogusprijsCent')::int) over (partition by opleiding_id order by versie) as vorige
      from opleiding_versie where opleiding_id = any ($1)) v
    where cent is not null and cent is distinct from vorige order by id, versie`, [ids])
  const prijzen = new Map<string, Prijsmoment[]>()
  for (const { id, op, cent } of rows) prijzen.set(id, [...(prijzen.get(id) ?? []), { op: plainDate(op), cent }])
  return prijzen
}

/** What comparable opleidingen cost, by `categorie/niveau/lengte`; made again when it is older than a quarter of an hour. */
export async function readVergelijkingen(client: PoolClient): Promise<Map<string, Vergelijking>> {
  const { rows: [stand] } = await client.query<{ oud: boolean }>(
    `select coalesce(min(berekend_op) not between nu() - interval '15 minutes' and nu(), true) as oud from kwaliteit_vergelijking`)
  if (stand?.oud !== false) await makeVergelijkingen(client)
  const { rows } = await client.query<Vergelijking & { sleutel: string }>(
    `select categorie || '/' || niveau || '/' || lengte as sleutel, aantal, mediaan_cent as "mediaanCent", afwijking_cent as "afwijkingCent" from kwaliteit_vergelijking`)
  return new Map(rows.map(({ sleutel, ...vergelijking }) => [sleutel, vergelijking]))
}

async function makeVergelijkingen(client: PoolClient): Promise<void> {
  // Of several workers one makes them; the others use what is there.
  const { rows: [lock] } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtextextended('kwaliteit vergelijking', 0)) as mine")
  if (lock?.mine !== true) return
  await client.query('delete from kwaliteit_vergelijking')
  await client.query(`
    with prijzen as materialized (
      select categorie, niveau, width_bucket(duur_dagen, $1::int[]) as lengte, catalogusprijs_cent as cent from opleiding
      where actief and catalogusprijs_cent > 0 and categorie is not null and niveau is not null and duur_dagen is not null
    ), midden as materialized (
      select categorie, niveau, lengte, count(*) as aantal, percentile_cont(0.5) within group (order by cent) as mediaan from prijzen group by 1, 2, 3
    )
    insert into kwaliteit_vergelijking (categorie, niveau, lengte, aantal, mediaan_cent, afwijking_cent)
    select m.categorie, m.niveau, m.lengte, m.aantal, round(m.mediaan), round(percentile_cont(0.5) within group (order by abs(p.cent - m.mediaan)))
    from midden m join prijzen p using (categorie, niveau, lengte) group by m.categorie, m.niveau, m.lengte, m.aantal, m.mediaan`, [LENGTE_GRENZEN])
}

/** Keeps by what these opleidingen are compared. */
export async function saveAfdrukken(client: PoolClient, opleiderId: string, afdrukken: readonly (Afdruk & { aangeboden: boolean })[]): Promise<void> {
  await client.query(`
    insert into kwaliteit_opleiding (opleiding_id, opleider_id, titel, handtekening, vorm, duur_dagen, aangeboden)
    select r."opleidingId", $1, r.titel, r.handtekening, r.vorm, r."duurDagen", r.aangeboden
    from json_to_recordset($2::json) as r ("opleidingId" uuid, titel text, handtekening int[], vorm text, "duurDagen" int, aangeboden boolean)
    on conflict (opleiding_id) do update set titel = excluded.titel, handtekening = excluded.handtekening, vorm = excluded.vorm, duur_dagen = excluded.duur_dagen, aangeboden = excluded.aangeboden`,
  [opleiderId, JSON.stringify(afdrukken)])
}

/** What an opleider offers, to compare with each other. */
export async function readAfdrukken(client: PoolClient, opleiderId: string): Promise<Afdruk[]> {
  const { rows } = await client.query<Afdruk>(
    'select opleiding_id as "opleidingId", titel, handtekening, vorm, duur_dagen as "duurDagen" from kwaliteit_opleiding where opleider_id = $1 and aangeboden', [opleiderId])
  return rows
}

/** The signalen that are looked after: these rules, of these opleidingen (undefined is all of the opleider). */
export type Bereik = { opleiderId: string; ids: readonly string[] | undefined; regels: readonly string[] }

/** Makes the open signalen within a bereik equal to what was found: new ones appear, those that no longer hold are resolved. */
export async function saveSignalen(client: PoolClient, { opleiderId, ids, regels }: Bereik, gevonden: readonly (Bevinding & { opleidingId: string })[]): Promise<void> {
  const rijen = gevonden.map(({ opleidingId, regel, gegevens, aantal, activiteitId, andereId }) => ({ opleidingId, regel, ernst: gegevensVan(regel).ernst, gegevens, aantal, activiteitId, andereId }))
  await client.query(`
    create temporary table if not exists gevonden (opleiding_id uuid, regel text, ernst text, gegevens jsonb, aantal int, activiteit_id uuid, andere_id uuid) on commit delete rows;
    delete from gevonden`)
  await client.query(`
    insert into gevonden select r."opleidingId", r.regel, r.ernst, r.gegevens, r.aantal, r."activiteitId", r."andereId"
    from json_to_recordset($1::json) as r ("opleidingId" uuid, regel text, ernst text, gegevens jsonb, aantal int, "activiteitId" uuid, "andereId" uuid)`, [JSON.stringify(rijen)])
  await client.query(`
    update kwaliteit_signaal s set opgelost_op = greatest(nu(), s.ontstaan_op)
    where s.opleider_id = $1 and s.opgelost_op is null and s.regel = any ($2) and ($3::uuid[] is null or s.opleiding_id = any ($3))
      and not exists (select from gevonden g where g.opleiding_id = s.opleiding_id and g.regel = s.regel)`, [opleiderId, regels, ids ?? null])
  await client.query(`
    insert into kwaliteit_signaal as s (opleider_id, opleiding_id, regel, ernst, gegevens, aantal, activiteit_id, andere_id)
    select $1, opleiding_id, regel, ernst, gegevens, aantal, activiteit_id, andere_id from gevonden
    on conflict (opleiding_id, regel) where opgelost_op is null do update
    set ernst = excluded.ernst, gegevens = excluded.gegevens, aantal = excluded.aantal, activiteit_id = excluded.activiteit_id, andere_id = excluded.andere_id
    where (s.ernst, s.gegevens, s.aantal, s.activiteit_id, s.andere_id) is distinct from (excluded.ernst, excluded.gegevens, excluded.aantal, excluded.activiteit_id, excluded.andere_id)`, [opleiderId])
}

/** Adds up the points of the opleidingen, by AFTREK, and the score of the opleider on that day. */
export async function saveScore(client: PoolClient, opleiderId: string, dag: PlainDate): Promise<void> {
  await client.query(`
    update kwaliteit_opleiding k set punten = n.punten
    from (select o.opleiding_id, greatest(0, 100 - coalesce(sum(case s.ernst when 'fout' then $2::int when 'let-op' then $3::int when 'aandacht' then $4::int end), 0))::int as punten
      from kwaliteit_opleiding o left join kwaliteit_signaal s on s.opleiding_id = o.opleiding_id and s.opgelost_op is null where o.opleider_id = $1 group by 1) n
    where k.opleiding_id = n.opleiding_id and k.punten <> n.punten`, [opleiderId, AFTREK.fout, AFTREK['let-op'], AFTREK.aandacht])
  await client.query(`
    with per as (select regel, ernst, count(*) as aantal, min(ontstaan_op) as sinds from kwaliteit_signaal where opleider_id = $1 and opgelost_op is null group by regel, ernst),
    t as (select coalesce(sum(aantal) filter (where ernst = 'fout'), 0) as fouten, coalesce(sum(aantal) filter (where ernst = 'let-op'), 0) as let_op,
      coalesce(sum(aantal) filter (where ernst = 'aandacht'), 0) as aandacht, coalesce(jsonb_object_agg(regel, jsonb_build_object('aantal', aantal, 'sinds', sinds)), '{}') as oorzaken from per)
    insert into kwaliteit_score (opleider_id, dag, score, opleidingen, fouten, let_op, aandacht, oorzaken)
    select $1, $2, coalesce(round(avg(k.punten), 1), 100), count(k.*), t.fouten, t.let_op, t.aandacht, t.oorzaken
    from t left join kwaliteit_opleiding k on k.opleider_id = $1 and k.aangeboden group by t.fouten, t.let_op, t.aandacht, t.oorzaken
    on conflict (opleider_id, dag) do update set score = excluded.score, opleidingen = excluded.opleidingen, fouten = excluded.fouten, let_op = excluded.let_op,
      aandacht = excluded.aandacht, oorzaken = excluded.oorzaken, berekend_op = nu()`, [opleiderId, dag])
}

// ── The list of an opleider, as SQL: views.ts shows it, a bewerking takes all of it ──────────────────────────────────────────────

const KOMT_NOG = `exists (select from scholingsactiviteit a where a.opleiding_id = o.id and a.status = 'open' and a.startdatum > (nu() at time zone 'Europe/Amsterdam')::date)`
const TOESTAND_SQL: Record<NonNullable<Lijstfilter['toestand']>, string> = {
  'te-vinden': `o.actief and o.stap_toestemming and o.gebreken = '{}' and ${KOMT_NOG}`,
  incompleet: `o.actief and o.gebreken <> '{}'`,
  'zonder-start': `o.actief and o.stap_toestemming and o.gebreken = '{}' and not ${KOMT_NOG}`,
  'zonder-stap': 'o.actief and not o.stap_toestemming',
  'niet-aangeboden': 'not o.actief',
}

/** The condition of a filter with its values; `$1` is the opleider. Only what was asked is in it, so that the planner sees it too. */
export function lijstWaar(opleiderId: string, filter: Partial<Lijstfilter>): { sql: string; waarden: unknown[] } {
  const waarden: unknown[] = [opleiderId]
  const waar = ['o.opleider_id = $1']
  const add = (sql: (nummer: string) => string, waarde: unknown) => {
    waarden.push(waarde)
    waar.push(sql(`$${String(waarden.length)}`))
  }
  const { q, gebrek, signaal, ernst, toestand, soort, vorm, categorie } = filter
  if (q !== undefined) add((n) => `(strpos(lower(o.titel), ${n}) > 0 or strpos(lower(o.programma_id), ${n}) > 0)`, q.toLowerCase())
  if (gebrek === 'alle') waar.push(`o.gebreken <> '{}'`)
  else if (gebrek !== undefined) add((n) => `o.gebreken <> '{}' and ${n} = any (o.gebreken)`, gebrek)
  if (signaal !== undefined) add((n) => `o.id in (select opleiding_id from kwaliteit_signaal where opleider_id = $1 and opgelost_op is null and regel = ${n})`, signaal)
  if (ernst !== undefined) add((n) => `o.id in (select opleiding_id from kwaliteit_signaal where opleider_id = $1 and opgelost_op is null and ernst = ${n})`, ernst)
  if (toestand !== undefined) waar.push(TOESTAND_SQL[toestand])
  if (soort !== undefined) add((n) => `o.soort = ${n}`, soort)
  if (vorm !== undefined) add((n) => `o.opleidingsvorm = ${n}`, vorm)
  if (categorie !== undefined) add((n) => `o.categorie = ${n}`, categorie)
  return { sql: waar.join(' and '), waarden }
}

/** Keeps a bewerking of what was ticked, or of all that a filter gives, chosen by the database; undefined when that is nothing. */
export async function insertBewerking(
  tx: Tx, { opleiderId, doorId, wijziging }: { opleiderId: string; doorId: string; wijziging: Bewerkingsopdracht }, wat: { gekozen: readonly string[] } | { filter: Lijstfilter },
): Promise<string | undefined> {
  const { sql, waarden } = 'gekozen' in wat ? { sql: 'o.opleider_id = $1 and o.id = any ($2::uuid[])', waarden: [opleiderId, wat.gekozen] } : lijstWaar(opleiderId, wat.filter)
  const nummer = (plek: number) => `$${String(waarden.length + plek)}`
  const [rij] = await tx.$queryRawUnsafe<{ id: string }[]>(`
    insert into bewerking (opleider_id, door_id, wijziging, opleiding_ids)
    select $1::uuid, ${nummer(1)}::uuid, ${nummer(2)}::jsonb, ids from (select array_agg(o.id order by o.id) as ids from opleiding o where ${sql.replaceAll('opleider_id = $1', 'opleider_id = $1::uuid')}) k
    where ids is not null returning id`, ...waarden, doorId, JSON.stringify(wijziging))
  return rij?.id
}

// ── Changes to many at once ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Bewerking = { id: string; opleiderId: string; status: string; opdracht: Bewerkingsopdracht; ids: readonly string[]; gedaan: number; actor: OpleiderActor }

/** Locks a bewerking: pressed twice, or taken by two workers, the second waits and then sees the first. */
export async function lockBewerking(tx: Tx, id: string): Promise<Bewerking | undefined> {
  await tx.$queryRaw`select id from bewerking where id = ${id}::uuid for update`
  const rij = await tx.bewerking.findUnique({ where: { id }, include: { opleider: { select: { kvk: true } } } })
  if (rij === null) return undefined
  const { opleiderId, doorId, status, gedaan, opleidingIds, opleider: { kvk } } = rij
  return { id, opleiderId, status, gedaan, ids: opleidingIds, opdracht: opdrachtSchema.parse(rij.wijziging), actor: { soort: 'opleider', id: doorId, rollen: ['opleider'], opleiderId, kvk } }
}

export async function queueBewerking(tx: Tx, id: string): Promise<void> {
  await tx.bewerking.update({ where: { id }, data: { status: 'wacht' } })
}

type Deel = { gedaan: number; gewijzigd: readonly string[]; ongewijzigd: readonly string[]; overgeslagen: readonly { id: string; reden: string }[] }

/** Adds up what a part did; answers whether that was the last. Of what was left out the first few are named. */
export async function countBewerking(tx: Tx, id: string, deel: Deel): Promise<{ isKlaar: boolean; gewijzigd: number; ongewijzigd: number; overgeslagen: Record<string, number> }> {
  const rij = await tx.bewerking.findUniqueOrThrow({ where: { id } })
  const overgeslagen = new Map(Object.entries(overgeslagenSchema.parse(rij.overgeslagen)))
  for (const { id: opleidingId, reden } of deel.overgeslagen) {
    const { aantal, ids } = overgeslagen.get(reden) ?? { aantal: 0, ids: [] }
    overgeslagen.set(reden, { aantal: aantal + 1, ids: [...ids, opleidingId].slice(0, 10) })
  }
  const gedaan = rij.gedaan + deel.gedaan
  const isKlaar = gedaan >= rij.opleidingIds.length
  const stand = await tx.bewerking.update({
    where: { id }, select: { gewijzigd: true, ongewijzigd: true },
    data: { gedaan, gewijzigd: { increment: deel.gewijzigd.length }, ongewijzigd: { increment: deel.ongewijzigd.length }, overgeslagen: Object.fromEntries(overgeslagen), ...(isKlaar && { status: 'klaar', klaarOp: await nowIn(tx) }) },
  })
  return { isKlaar, ...stand, overgeslagen: Object.fromEntries([...overgeslagen].map(([reden, { aantal }]) => [reden, aantal])) }
}
