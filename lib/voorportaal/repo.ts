import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { pool, type PoolClient } from '@/lib/platform/db'
import { DAGDELEN, isErkennerSoort, isMaatregelSoort, OPLEIDINGSVORMEN, type ErkennerSoort, type ErkenningPeriode, type Maatregel } from '@/lib/register/model'
import { CATEGORIE_LABEL } from '@/lib/register/texts'
import type { Start, Zoekdocument } from '@/lib/voorportaal/rules/aanbodindex'
import type { OpleiderToestand } from '@/lib/voorportaal/rules/zichtbaar'

// ── Writing: the job ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Which opleidingen are to be written again: everything when nothing is named. */
export type Omvang = { opleidingIds?: readonly string[] | undefined; opleiderId?: string | null | undefined }

const KOLOMMEN = ['opleider_id', 'vindbaar', 'soort', 'titel', 'samenvatting', 'opleider', 'kern', 'tekst', 'categorie', 'niveau', 'voertaal', 'duur_dagen', 'plaatsen', 'starts'] as const
const of = (alias: string): string => KOLOMMEN.map((kolom) => `${alias}.${kolom}`).join(', ')

/**
 * One statement for one opleiding or for all: what did not change is not written. Parameters: opleidingen, opleider, labels of the
 * categories, forms and dagdelen in the order of their numbers. Exported so that a test can read its plan.
 */
export const VERVERS_SQL = `
  with startdag as materialized (
    select s.id, s.opleiding_id, s.startdatum, s.plaats, s.opleidingsvorm, s.dagdelen, s.catalogusprijs_cent, s.subsidiabel_cent, s.geregistreerd_op, s.scholingsjaar
    from scholingsactiviteit s
    where s.status = 'open' and s.startdatum > (nu() at time zone 'Europe/Amsterdam')::date and s.subsidiabel_cent > 0
      and ($1::uuid[] is null or s.opleiding_id = any ($1)) and ($2::uuid is null or s.opleider_id = $2)
  ), plek as (
    select opleiding_id, array_agg(distinct plaats order by plaats) as plaatsen from startdag where plaats is not null group by opleiding_id
  ), beurt as (
    select t.opleiding_id, array_agg(array[t.startdatum - date '1970-01-01', coalesce(array_position(p.plaatsen, t.plaats), 0), coalesce(array_position($4::text[], t.opleidingsvorm), 0),
        (select coalesce(sum(1 << (array_position($5::text[], dagdeel) - 1)), 0)::int from unnest(case when t.dagdelen = '{}' then o.dagdelen else t.dagdelen end) as dagdeel),
        t.catalogusprijs_cent, t.subsidiabel_cent, ceil(extract(epoch from t.geregistreerd_op))::int] order by t.startdatum, t.id) as starts
    from startdag t join opleiding o on o.id = t.opleiding_id left join plek p on p.opleiding_id = t.opleiding_id
    where o.soort <> 'meerjarig' or t.scholingsjaar is not null
    group by t.opleiding_id
  ), nieuw as (
    select o.id as opleiding_id, o.opleider_id, o.stap_toestemming and coalesce(o.gebreken, '{}') = '{}' and o.actief as vindbaar, o.soort, o.titel, o.samenvatting, d.naam as opleider,
      concat_ws(' ', o.samenvatting, $3::jsonb ->> o.categorie, left(o.leerdoel, 500), o.erkend_onderdeel ->> 'naam', o.erkend_onderdeel ->> 'certificaat') as kern,
      concat_ws(' ', left(o.omschrijving, 1500), array_to_string(o.themas, ' ')) as tekst,
      o.categorie, o.niveau, o.voertaal, o.duur_dagen, coalesce(p.plaatsen, '{}') as plaatsen, coalesce(b.starts, '{}') as starts
    from opleiding o join opleider d on d.id = o.opleider_id left join plek p on p.opleiding_id = o.id left join beurt b on b.opleiding_id = o.id
    where ($1::uuid[] is null or o.id = any ($1)) and ($2::uuid is null or o.opleider_id = $2)
  )
  insert into zoekdocument as z (opleiding_id, transactie, ${KOLOMMEN.join(', ')})
  select n.opleiding_id, pg_current_xact_id()::text::bigint, ${of('n')} from nieuw n
  on conflict (opleiding_id) do update set transactie = excluded.transactie, ${KOLOMMEN.map((kolom) => `${kolom} = excluded.${kolom}`).join(', ')}
  where (${of('z')}) is distinct from (${of('excluded')})`

export const verversParameters = ({ opleidingIds, opleiderId }: Omvang): unknown[] => [opleidingIds ?? null, opleiderId ?? null, JSON.stringify(CATEGORIE_LABEL), OPLEIDINGSVORMEN, DAGDELEN]

/** Writes what search knows of these opleidingen; gives how many rows changed. */
export async function writeZoekdocumenten(client: PoolClient, omvang: Omvang): Promise<number> {
  await client.query("set local lock_timeout = '10min'")
  // One at a time: who read the register before another change was committed would otherwise write the older state last.
  await client.query("select pg_advisory_xact_lock(hashtextextended('zoekdocument', 0))")
  return (await client.query(VERVERS_SQL, verversParameters(omvang))).rowCount ?? 0
}

/** The opleider of an import; null when it was for all of them, undefined when there is no such import. */
export async function findImportOpleider(client: PoolClient, importId: string): Promise<string | null | undefined> {
  const { rows: [rij] } = await client.query<{ opleider_id: string | null }>('select opleider_id from import where id = $1', [importId])
  return rij?.opleider_id
}

// ── Reading: the index in memory ─────────────────────────────────────────────────────────────────────────────────────────────────

/** How far a reader is behind, and what holds now. */
export type Stand = {
  /** Everything that transactions below it wrote can be seen. */
  grens: number
  /** What was written since the reader's own bound: opleiding and transaction. */
  gewijzigd: [string, number][]
  /** Says whether admissions or maatregelen are other ones than before. */
  kenmerk: string
}

/** More than this is not asked for at once: it is caught up with in the background. */
export const BIJ_MAX = 500

const ERKENNINGEN = `
  select json_agg(json_build_array(e.opleider_id, e.opleiding_id, e.erkenner_id, k.soort, e.geldig_van, e.geldig_tot, e.ingetrokken_op is not null) order by e.id)::text
  from erkenning e join erkenner k on k.id = e.erkenner_id
  where (e.geldig_van <= $1 and (e.geldig_tot is null or $1 < e.geldig_tot)) or (e.opleiding_id is not null and e.ingetrokken_op is not null)`
const MAATREGELEN = `
  select json_agg(json_build_array(m.opleider_id, m.opleiding_id, m.id, m.soort, m.ingangsdatum, m.einddatum) order by m.id)::text
  from maatregel m where m.opgeheven_op is null and m.ingangsdatum <= $1 and (m.einddatum is null or $1 < m.einddatum)`

/** One question for every search: is what is in memory still what holds? */
export const STAND_SQL = `
  select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as grens, md5(concat((${ERKENNINGEN}), (${MAATREGELEN}))) as kenmerk,
    (select coalesce(json_agg(json_build_array(z.opleiding_id, z.transactie)), '[]') from (select opleiding_id, transactie from zoekdocument where transactie >= $2 limit ${BIJ_MAX + 1}) z) as gewijzigd`

export async function readStand(dag: PlainDate, vanaf: number): Promise<Stand> {
  const { rows: [stand] } = await pool.query<Stand>(STAND_SQL, [dag, vanaf])
  if (stand === undefined) throw new Error('the database gave no row')
  return stand
}

type ErkenningRij = [opleider: string, opleiding: string | null, erkenner: string, soort: string, van: string, tot: string | null, ingetrokken: boolean]
type MaatregelRij = [opleider: string, opleiding: string | null, id: string, soort: string, ingang: string, eind: string | null]

/** Who is admitted and what supervision does on that day, per opleider, with the kenmerk that goes with it. */
export async function readToestand(dag: PlainDate): Promise<{ kenmerk: string; opleiders: Map<string, OpleiderToestand> }> {
  const { rows: [rij] } = await pool.query<{ kenmerk: string; erkenningen: string | null; maatregelen: string | null }>(
    `select md5(concat(e.tekst, m.tekst)) as kenmerk, e.tekst as erkenningen, m.tekst as maatregelen from (select (${ERKENNINGEN}) as tekst) e, (select (${MAATREGELEN}) as tekst) m`, [dag])
  const opleiders = new Map<string, { erkenningen: ErkenningPeriode[]; maatregelen: Maatregel[] }>()
  const at = (id: string) => {
    const bekend = opleiders.get(id) ?? { erkenningen: [], maatregelen: [] }
    opleiders.set(id, bekend)
    return bekend
  }
  for (const [opleider, opleidingId, erkennerId, soort, van, tot, isIngetrokken] of parseLijst<ErkenningRij>(rij?.erkenningen)) {
    if (isErkennerSoort(soort)) at(opleider).erkenningen.push({ soort: soort satisfies ErkennerSoort, erkennerId, opleidingId, geldigVan: plainDate(van), geldigTot: tot === null ? null : plainDate(tot), isIngetrokken })
  }
  for (const [opleider, opleidingId, id, soort, ingang, eind] of parseLijst<MaatregelRij>(rij?.maatregelen)) {
    if (isMaatregelSoort(soort)) at(opleider).maatregelen.push({ id, opleidingId, soort, ingangsdatum: plainDate(ingang), einddatum: eind === null ? null : plainDate(eind), isOpgeheven: false })
  }
  return { kenmerk: rij?.kenmerk ?? '', opleiders }
}

function parseLijst<Rij>(tekst: string | null | undefined): Rij[] {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the query above builds exactly these rows
  return tekst === null || tekst === undefined ? [] : (JSON.parse(tekst) as Rij[])
}

type DocumentRij = Omit<Zoekdocument, 'starts' | 'plaatsen'> & { plaatsen: string[]; starts: string }
const DOCUMENT_SQL = `select opleiding_id as id, opleider_id as "opleiderId", transactie, vindbaar, soort, titel, kern, opleider || ' ' || array_to_string(plaatsen, ' ') as opleider, tekst,
  categorie, niveau, voertaal, duur_dagen as "duurDagen", plaatsen, starts::text as starts from zoekdocument`

/** The documents with these ids. */
export async function readDocumenten(ids: readonly string[]): Promise<Zoekdocument[]> {
  return (await pool.query<DocumentRij>(`${DOCUMENT_SQL} where opleiding_id = any ($1)`, [ids])).rows.map(toDocument)
}

/** The next documents in the order of their ids, of those that were written from that transaction on. */
export async function readVolgende(na: string, vanaf: number, aantal: number): Promise<Zoekdocument[]> {
  return (await pool.query<DocumentRij>(`${DOCUMENT_SQL} where opleiding_id > $1 and transactie >= $2 order by opleiding_id limit $3`, [na, vanaf, aantal])).rows.map(toDocument)
}

function toDocument({ starts, ...rij }: DocumentRij): Zoekdocument {
  return { ...rij, starts: parseStarts(starts) }
}

const PER_START = 7
// "{{19330,1,1,2,45000,42500,1664000000},{…}}": much faster to take apart here than by the driver.
function parseStarts(tekst: string): Start[] {
  if (tekst.length <= 2) return []
  const getallen = tekst.replace(/[{}]/g, '').split(',')
  return Array.from({ length: getallen.length / PER_START }, (_, i) => {
    const at = (plaats: number): number => Number(getallen[i * PER_START + plaats])
    return { dag: at(0), plaats: at(1), vorm: at(2), dagdelen: at(3), prijsCent: at(4), subsidiabelCent: at(5), geregistreerd: at(6) }
  })
}

export type ResultaatTekst = { id: string; titel: string; samenvatting: string; opleider: string; categorie: string | null }

/** What the list shows of these opleidingen. */
export async function readTeksten(ids: readonly string[]): Promise<ResultaatTekst[]> {
  return (await pool.query<ResultaatTekst>('select opleiding_id as id, titel, samenvatting, opleider, categorie from zoekdocument where opleiding_id = any ($1)', [ids])).rows
}

/** The ids and days of change of what can be found, in pieces, for the sitemap. */
export async function readSitemap(deel: number, perDeel: number): Promise<{ id: string; gewijzigd: string }[]> {
  const { rows } = await pool.query<{ id: string; gewijzigd: string }>(
    `select z.opleiding_id as id, to_char(o.updated_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as gewijzigd
     from zoekdocument z join opleiding o on o.id = z.opleiding_id where z.vindbaar and z.starts <> '{}' order by z.opleiding_id limit $1 offset $2`, [perDeel, (deel - 1) * perDeel])
  return rows
}

export async function countSitemap(): Promise<number> {
  const { rows: [rij] } = await pool.query<{ n: number }>("select count(*) as n from zoekdocument where vindbaar and starts <> '{}'")
  return rij?.n ?? 0
}
