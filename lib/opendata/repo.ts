import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import type { Rij, Verzameling } from '@/lib/opendata/model'
import { pool, type PoolClient } from '@/lib/platform/db'

/** The day and the kinds of erkenning that count on it: what is public follows from both. */
export type Peil = { readonly dag: PlainDate; readonly erkenningen: readonly string[] }

const GELDIG = (tabel: string) => `${tabel}.geldig_van <= $1 and (${tabel}.geldig_tot is null or $1 < ${tabel}.geldig_tot)`
const ERKEND = (opleider: string, welke: string) => `exists (select from erkenning e join erkenner k on k.id = e.erkenner_id
    where e.opleider_id = ${opleider} and (${welke}) and k.soort = any ($2) and ${GELDIG('e')})`
// As lib/register judges an aanvraag: an erkenner that withdrew this one opleiding no longer vouches for it with its erkenning of the opleider.
const OPLEIDING_ERKEND = ERKEND('o.opleider_id', `e.opleiding_id = o.id or e.opleiding_id is null and not exists (select from erkenning x
      where x.opleiding_id = o.id and x.erkenner_id = e.erkenner_id and x.ingetrokken_op is not null and not (${GELDIG('x')}))`)
const MAATREGEL = (opleider: string, opleiding: string, soort: string) => `exists (select from maatregel m
    where m.opleider_id = ${opleider} and (m.opleiding_id is null${opleiding}) and ${soort} and m.opgeheven_op is null and m.ingangsdatum <= $1 and (m.einddatum is null or $1 < m.einddatum))`

/** Public is what a citizen can find: erkend, offered for the STAP-budget, complete, and not taken out by a maatregel. */
const OPLEIDING_ZICHTBAAR = `o.actief and o.stap_toestemming and o.gebreken = '{}' and ${OPLEIDING_ERKEND}
  and not ${MAATREGEL('o.opleider_id', ' or m.opleiding_id = o.id', `m.soort <> 'in-onderzoek'`)}`
const IN_ONDERZOEK = MAATREGEL('o.opleider_id', ' or m.opleiding_id = o.id', `m.soort = 'in-onderzoek'`)

const moment = (kolom: string) => `to_char(${kolom} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const dag = (kolom: string) => `to_char(${kolom}, 'YYYY-MM-DD')`

/** Per veld the SQL that makes it; the keys are those of rules/velden.ts, a test compares. */
export const KOLOMMEN: Readonly<Record<Verzameling, Readonly<Record<string, string>>>> = {
  opleiders: {
    id: 'd.id', code: 'd.code', naam: 'd.naam', plaats: 'd.plaats', website: 'd.website',
    erkenningen: `array(select distinct k.soort from erkenning e join erkenner k on k.id = e.erkenner_id where e.opleider_id = d.id and e.opleiding_id is null and k.soort = any ($2)
      and e.geldig_van <= $1 and (e.geldig_tot is null or $1 < e.geldig_tot) order by 1)`,
    inOnderzoek: MAATREGEL('d.id', '', `m.soort = 'in-onderzoek'`),
  },
  opleidingen: {
    id: 'o.id', opleiderId: 'o.opleider_id', programmaCode: 'o.programma_id', versie: 'o.versie', titel: 'o.titel', samenvatting: 'o.samenvatting', omschrijving: 'o.omschrijving',
    leerdoel: 'o.leerdoel', toelatingseisen: 'o.toelatingseisen', soort: 'o.soort', categorie: 'o.categorie', niveau: 'o.niveau', opleidingsvorm: 'o.opleidingsvorm',
    waardedocument: 'o.waardedocument', studielast: 'o.studielast', studielastEenheid: 'o.studielast_eenheid', duurDagen: 'o.duur_dagen', voertaal: 'o.voertaal', themas: 'o.themas',
    dagdelen: 'o.dagdelen', eqf: 'o.eqf', nlqf: 'o.nlqf', url: 'o.url', catalogusprijsCent: 'o.catalogusprijs_cent', subsidiabelCent: 'o.subsidiabel_cent',
    inOnderzoek: IN_ONDERZOEK, gewijzigdOp: moment('o.updated_at'),
  },
  scholingsactiviteiten: {
    id: 's.id', opleidingId: 's.opleiding_id', opleiderId: 's.opleider_id', cohortcode: 's.cohortcode', startdatum: dag('s.startdatum'), einddatum: dag('s.einddatum'), plaats: 's.plaats',
    postcode: 's.postcode', opleidingsvorm: 's.opleidingsvorm', status: 's.status', dagdelen: 's.dagdelen', scholingsjaar: 's.scholingsjaar', catalogusprijsCent: 's.catalogusprijs_cent',
    subsidiabelCent: 's.subsidiabel_cent', deelnemersplaatsen: 's.deelnemersplaatsen', geregistreerdOp: moment('s.geregistreerd_op'), gewijzigdOp: moment('s.updated_at'),
  },
}

const VAN: Readonly<Record<Verzameling, { van: string; waar: string; sleutel: string }>> = {
  opleiders: { van: 'opleider d', waar: `${ERKEND('d.id', 'e.opleiding_id is null')} and not ${MAATREGEL('d.id', '', `m.soort <> 'in-onderzoek'`)}`, sleutel: 'd.id' },
  opleidingen: { van: 'opleiding o', waar: OPLEIDING_ZICHTBAAR, sleutel: 'o.id' },
  scholingsactiviteiten: { van: 'scholingsactiviteit s join opleiding o on o.id = s.opleiding_id', waar: OPLEIDING_ZICHTBAAR, sleutel: 's.id' },
}

function selectSql(verzameling: Verzameling): string {
  const velden = Object.entries(KOLOMMEN[verzameling]).map(([naam, sql]) => `${sql} as "${naam}"`).join(', ')
  return `select ${velden} from ${VAN[verzameling].van} where ${VAN[verzameling].waar}`
}

/** The filters of the API, each on one field. A name that is not here cannot be filtered on. */
const FILTERS: Readonly<Record<Verzameling, Readonly<Record<string, string>>>> = {
  opleiders: { code: 'd.code = ?', plaats: 'lower(d.plaats) = lower(?)' },
  opleidingen: {
    opleiderId: 'o.opleider_id = ?::uuid', categorie: 'o.categorie = ?', niveau: 'o.niveau = ?', opleidingsvorm: 'o.opleidingsvorm = ?', soort: 'o.soort = ?', gewijzigdNa: 'o.updated_at > ?::timestamptz',
  },
  scholingsactiviteiten: {
    opleidingId: 's.opleiding_id = ?::uuid', opleiderId: 's.opleider_id = ?::uuid', plaats: 'lower(s.plaats) = lower(?)', status: 's.status = ?', startVanaf: 's.startdatum >= ?::date', startTot: 's.startdatum < ?::date',
    gewijzigdNa: 's.updated_at > ?::timestamptz',
  },
}

export type Bladvraag = { readonly filters: Readonly<Record<string, string | undefined>>; readonly na: string | undefined; readonly aantal: number }

/** At most `aantal` lines after the line with key `na`, in the order of their keys: a page stays the same when something is added before it. */
export async function listRijen(verzameling: Verzameling, { dag: vandaag, erkenningen }: Peil, { filters, na, aantal }: Bladvraag): Promise<Rij[]> {
  const waarden: unknown[] = [vandaag, erkenningen, aantal]
  const { sleutel } = VAN[verzameling]
  const extra = Object.entries(FILTERS[verzameling]).flatMap(([naam, sql]) => {
    const waarde = filters[naam]
    return waarde === undefined ? [] : [sql.replace('?', `$${String(waarden.push(waarde))}`)]
  })
  if (na !== undefined) extra.push(`${sleutel} > $${String(waarden.push(na))}::uuid`)
  const { rows } = await pool.query<Rij>(`${[selectSql(verzameling), ...extra].join(' and ')} order by ${sleutel} limit $3`, waarden)
  return rows
}

/** One line by its key; undefined when there is none that is public. */
export async function findRij(verzameling: Verzameling, { dag: vandaag, erkenningen }: Peil, id: string): Promise<Rij | undefined> {
  const { rows: [rij] } = await pool.query<Rij>(`${selectSql(verzameling)} and ${VAN[verzameling].sleutel} = $3::uuid`, [vandaag, erkenningen, id])
  return rij
}

const BATCH = 2_000

/** Every line, in batches: only one of them is in memory. Within the transaction of `client`. */
export async function* streamRijen(client: PoolClient, verzameling: Verzameling, { dag: vandaag, erkenningen }: Peil): AsyncGenerator<Rij[]> {
  await client.query(`declare opendata no scroll cursor for ${selectSql(verzameling)} order by ${VAN[verzameling].sleutel}`, [vandaag, erkenningen])
  for (;;) {
    const { rows } = await client.query<Rij>(`fetch ${String(BATCH)} from opendata`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close opendata')
}

/** Lines of the price of one opleiding. */
export async function findKosten(opleidingId: string): Promise<unknown[]> {
  const { rows: [rij] } = await pool.query<{ kosten: unknown[] }>('select kosten from opleiding where id = $1', [opleidingId])
  return rij?.kosten ?? []
}

/** What was published about each tijdvak: the draw of its waiting room, its loting. */
export async function listGepubliceerd(): Promise<{ code: string; soort: 'wachtkamer' | 'loting'; op: string }[]> {
  const { rows } = await pool.query<{ code: string; soort: 'wachtkamer' | 'loting'; op: string }>(`
    select t.code, 'loting' as soort, ${moment('l.lijst_op')} as op from loting l join tijdvak t on t.id = l.tijdvak_id
    union all
    select t.code, 'wachtkamer', ${moment('max(r.geloot_op)')} from wachtkamer_ronde r join tijdvak t on t.id = r.tijdvak_id where r.geloot_op is not null group by t.code
    order by 3 desc, 1, 2`)
  return rows
}
