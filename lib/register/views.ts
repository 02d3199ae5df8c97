import 'server-only'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { fromDbDate, inPgTransaction, pool, prisma, type PoolClient } from '@/lib/platform/db'
import { isCategorie, isGebrek, isImportToestand, isMaatregelSoort, isOpleidingsvorm } from '@/lib/register/model'
import type { Categorie, Gebrek, ImportVerslag, MaatregelSoort, Opleidingsvorm } from '@/lib/register/model'
import { toMaatregel } from '@/lib/register/repo'
import { verdeelKosten } from '@/lib/register/rules/eigen-bijdrage'
import { determineGebreken } from '@/lib/register/rules/gebreken'
import { findEffectieveMaatregel, findMaatregelOpOpleider } from '@/lib/register/rules/maatregel'
import { toGelijkenis, toTsQuery } from '@/lib/register/rules/zoekvraag'
import { opleidingInhoudSchema, type Zoekopdracht } from '@/lib/register/schema'
import { ERKENNER_LABEL } from '@/lib/register/texts'
import { getRegeling } from '@/lib/regeling/views'
import type { OpleidingModel as OpleidingRij } from '@/prisma/generated/models/Opleiding'

// ── For everybody: search ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const ZOEK_PAGINA = 20

export type Facet = { waarde: string; aantal: number }
export type ZoekResultaat = {
  id: string
  titel: string
  samenvatting: string
  opleider: string
  categorie: Categorie | null
  maatregel: MaatregelSoort | null
  startdatum: PlainDate
  plaats: string | null
  vorm: Opleidingsvorm
  prijs: Cent
  stap: Cent
  eigen: Cent
  /** How many start dates fit the search. */
  starts: number
}
export type Zoekuitkomst = {
  totaal: number
  /** Nothing held the words: these are titles that look like them. */
  isGelijkenis: boolean
  resultaten: ZoekResultaat[]
  facetten: { categorie: Facet[]; vorm: Facet[]; plaats: Facet[]; startmaand: Facet[] }
}

type Wijze = 'alles' | 'woorden' | 'gelijkenis'
const GEVONDEN: Record<Wijze, string> = {
  alles: `select o.*, 0::real as rang from opleiding o where $1::text is null and`,
  woorden: `select o.*, ts_rank_cd(o.zoekvector, to_tsquery('dutch', $1)) + word_similarity($1, lower(o.titel)) as rang from opleiding o where o.zoekvector @@ to_tsquery('dutch', $1) and`,
  gelijkenis: `select o.*, word_similarity($1, lower(o.titel)) as rang from opleiding o where $1 <% lower(o.titel) and`,
}
const FACETTEN = ['categorie', 'vorm', 'plaats', 'prijs', 'startmaand'] as const

/** A facet counts what every other filter leaves, so that its numbers say what choosing it would give. */
function facetSql(naam: 'categorie' | 'vorm' | 'plaats' | 'startmaand'): string {
  const anderen = FACETTEN.filter((facet) => facet !== naam).map((facet) => `past_${facet}`).join(' and ')
  return `(select coalesce(json_agg(f order by f.aantal desc, f.waarde), '[]') from (
    select ${naam} as waarde, count(distinct id)::int as aantal from kandidaat where ${naam} is not null and ${anderen} group by ${naam}) f) as ${naam}`
}

/** The SQL of a search; exported so that a test can read its plan. Parameters: question, day, admitted kinds of erkenner, then the filters. */
export function zoekSql(wijze: Wijze): string {
  return `
  with gevonden as materialized (${GEVONDEN[wijze]} o.stap_toestemming and o.actief and o.gebreken = '{}'),
  zichtbaar as (
    select g.id, g.titel, g.samenvatting, g.categorie, g.rang, g.opleider_id, d.naam as opleider, exists (${maatregelSql("m.soort = 'in-onderzoek'")}) as in_onderzoek
    from gevonden g join opleider d on d.id = g.opleider_id
    where exists (select from erkenning e join erkenner k on k.id = e.erkenner_id where e.opleider_id = g.opleider_id and (e.opleiding_id is null or e.opleiding_id = g.id) and k.soort = any ($3)
        and e.geldig_van <= $2 and (e.geldig_tot is null or $2 < e.geldig_tot))
      and not exists (${maatregelSql("m.soort <> 'in-onderzoek'")})
  ), kandidaat as materialized (
    select z.*, s.id as activiteit_id, s.startdatum, s.plaats, s.opleidingsvorm as vorm, to_char(s.startdatum, 'YYYY-MM') as startmaand, s.catalogusprijs_cent, s.subsidiabel_cent,
      ($4::text is null or z.categorie = $4) as past_categorie, ($5::text is null or s.opleidingsvorm = $5) as past_vorm, ($6::text is null or s.plaats = $6) as past_plaats,
      ($7::int is null or s.catalogusprijs_cent <= $7) as past_prijs, ($8::text is null or to_char(s.startdatum, 'YYYY-MM') = $8) as past_startmaand
    from zichtbaar z join scholingsactiviteit s on s.opleiding_id = z.id
    where s.status = 'open' and s.startdatum > $2 and s.subsidiabel_cent > 0
      and ($10::date is null or s.startdatum >= $10) and ($11::date is null or s.startdatum <= $11) and ($12::timestamptz is null or s.geregistreerd_op <= $12)
  ), raak as (
    select distinct on (id) *, count(*) over (partition by id)::int as starts
    from kandidaat where ${FACETTEN.map((facet) => `past_${facet}`).join(' and ')} order by id, startdatum, catalogusprijs_cent
  ), bladzijde as (
    select * from raak order by rang desc, startdatum, titel, id limit ${ZOEK_PAGINA} offset $9
  )
  select (select count(*)::int from raak) as totaal,
    (select coalesce(json_agg(b order by b.rang desc, b.startdatum, b.titel, b.id), '[]') from bladzijde b) as rijen,
    ${(['categorie', 'vorm', 'plaats', 'startmaand'] as const).map(facetSql).join(',\n    ')}`
}

function maatregelSql(soort: string): string {
  return `select from maatregel m where m.opleider_id = g.opleider_id and (m.opleiding_id is null or m.opleiding_id = g.id) and ${soort}
      and m.opgeheven_op is null and m.ingangsdatum <= $2 and (m.einddatum is null or $2 < m.einddatum)`
}

type ZoekRij = {
  id: string; titel: string; samenvatting: string; opleider: string; categorie: string | null; in_onderzoek: boolean; startdatum: string; plaats: string | null
  vorm: string; catalogusprijs_cent: number; subsidiabel_cent: number; starts: number
}
type ZoekAntwoord = { totaal: number; rijen: ZoekRij[]; categorie: Facet[]; vorm: Facet[]; plaats: Facet[]; startmaand: Facet[] }

/** The start dates that an aanvraag can have in the tijdvak of the visitor. */
export type ZoekVenster = { vroegsteStart: PlainDate; laatsteStart: PlainDate; registratiestopOp: Date }

/**
 * Finds opleidingen that a citizen can apply for now, with `venster` only start dates that fit that tijdvak; when no word is found,
 * titles that look like what was typed.
 */
export async function zoekOpleidingen(opdracht: Zoekopdracht, venster?: ZoekVenster): Promise<Zoekuitkomst> {
  const dag = await today()
  const regeling = await getRegeling(dag)
  const filters = [dag, regeling.get('toegelaten-erkenningen'), opdracht.categorie ?? null, opdracht.vorm ?? null, opdracht.plaats ?? null,
    opdracht.maxPrijs === undefined ? null : opdracht.maxPrijs * 100, opdracht.startmaand ?? null, (opdracht.pagina - 1) * ZOEK_PAGINA,
    venster?.vroegsteStart ?? null, venster?.laatsteStart ?? null, venster?.registratiestopOp ?? null]
  const vraag = toTsQuery(opdracht.q ?? '')
  return inPgTransaction(async (client) => {
    const gewoon = await ask(client, vraag === undefined ? 'alles' : 'woorden', [vraag ?? null, ...filters])
    // Only when the words occur nowhere; when filters took everything away, the visitor must see that.
    const isGelijkenis = vraag !== undefined && gewoon.totaal === 0 && gewoon.categorie.length === 0
    if (!isGelijkenis) return toUitkomst(gewoon, false, regeling.get('maximumbedrag'))
    await client.query("select set_config('pg_trgm.word_similarity_threshold', '0.45', true)")
    return toUitkomst(await ask(client, 'gelijkenis', [toGelijkenis(opdracht.q ?? ''), ...filters]), true, regeling.get('maximumbedrag'))
  })
}

async function ask(client: PoolClient, wijze: Wijze, waarden: readonly unknown[]): Promise<ZoekAntwoord> {
  const { rows: [antwoord] } = await client.query<ZoekAntwoord>(zoekSql(wijze), [...waarden])
  if (antwoord === undefined) throw new Error('a search gave no row')
  return antwoord
}

function toUitkomst({ totaal, rijen, ...facetten }: ZoekAntwoord, isGelijkenis: boolean, maximum: Cent): Zoekuitkomst {
  const resultaten = rijen.map((rij): ZoekResultaat => {
    const { stapCent, eigenCent } = verdeelKosten(rij.catalogusprijs_cent, rij.subsidiabel_cent, maximum)
    return {
      id: rij.id, titel: rij.titel, samenvatting: rij.samenvatting, opleider: rij.opleider, categorie: isCategorie(rij.categorie) ? rij.categorie : null,
      maatregel: rij.in_onderzoek ? 'in-onderzoek' : null, startdatum: plainDate(rij.startdatum), plaats: rij.plaats,
      vorm: isOpleidingsvorm(rij.vorm) ? rij.vorm : 'KLASSIKAAL', prijs: cent(rij.catalogusprijs_cent), stap: cent(stapCent), eigen: cent(eigenCent), starts: rij.starts,
    }
  })
  return { totaal, isGelijkenis, resultaten, facetten: { ...facetten, startmaand: [...facetten.startmaand].sort((a, b) => (a.waarde < b.waarde ? -1 : 1)) } }
}

// ── For everybody: one opleiding ─────────────────────────────────────────────────────────────────────────────────────────────────

export type Activiteit = {
  id: string
  cohortcode: string
  startdatum: PlainDate
  einddatum: PlainDate
  plaats: string | null
  adres: string | null
  postcode: string | null
  vorm: Opleidingsvorm
  status: string
  prijs: Cent
  subsidiabel: Cent
  deelnemersplaatsen: number | null
  geregistreerdOp: Date
}

/** An opleiding as a citizen sees it: the version asked for (by default the last), with the start dates and the measures of today. */
export async function getOpleiding(id: string, versie?: number) {
  const [dag, rij] = await Promise.all([today(), prisma.opleiding.findUnique({
    where: { id },
    include: {
      opleider: { include: { erkenningen: { include: { erkenner: true } }, maatregelen: true, _count: { select: { opleidingen: true } } } },
      scholingsactiviteiten: { orderBy: [{ startdatum: 'asc' }, { id: 'asc' }] },
    },
  })])
  if (rij === null) return undefined
  const inhoud = await contentOf(rij, versie ?? rij.versie)
  if (inhoud === undefined) return undefined
  const maatregelen = rij.opleider.maatregelen.flatMap(toMaatregel)
  const { stapToestemming, gebreken } = rij
  return {
    id, versie: versie ?? rij.versie, isLaatsteVersie: (versie ?? rij.versie) === rij.versie, inhoud,
    isCompleet: stapToestemming && gebreken.length === 0,
    maatregel: findEffectieveMaatregel(maatregelen, id, dag)?.soort ?? null,
    maximum: (await getRegeling(dag)).get('maximumbedrag'),
    activiteiten: rij.scholingsactiviteiten.map(toActiviteit).filter((activiteit) => activiteit.startdatum > dag && activiteit.status !== 'geannuleerd'),
    opleider: {
      id: rij.opleiderId, naam: rij.opleider.naam, plaats: rij.opleider.plaats, website: rij.opleider.website, telefoon: rij.opleider.telefoon, kvk: rij.opleider.kvk,
      aantalOpleidingen: rij.opleider._count.opleidingen,
      maatregel: findMaatregelOpOpleider(maatregelen, dag)?.soort ?? null,
      erkenningen: rij.opleider.erkenningen
        .filter(({ geldigVan, geldigTot }) => fromDbDate(geldigVan) <= dag && (geldigTot === null || dag < fromDbDate(geldigTot)))
        .map(({ geldigVan, erkenner }) => ({ naam: erkenner.naam, soort: labelOfErkenner(erkenner.soort), sinds: fromDbDate(geldigVan) })),
    },
  }
}
export type OpleidingDetail = NonNullable<Awaited<ReturnType<typeof getOpleiding>>>

function labelOfErkenner(soort: string): string {
  return Object.entries(ERKENNER_LABEL).find(([code]) => code === soort)?.[1] ?? soort
}

async function contentOf(rij: OpleidingRij, versie: number) {
  if (versie === rij.versie) return opleidingInhoudSchema.parse(rij)
  const oud = await prisma.opleidingVersie.findUnique({ where: { opleidingId_versie: { opleidingId: rij.id, versie } } })
  return oud === null ? undefined : opleidingInhoudSchema.parse(oud.inhoud)
}

type ActiviteitRij = {
  id: string; cohortcode: string; startdatum: Date; einddatum: Date; plaats: string | null; adres: string | null; postcode: string | null; opleidingsvorm: string
  status: string; catalogusprijsCent: number; subsidiabelCent: number; deelnemersplaatsen: number | null; geregistreerdOp: Date
}

function toActiviteit(rij: ActiviteitRij): Activiteit {
  const { id, cohortcode, plaats, adres, postcode, status, deelnemersplaatsen, geregistreerdOp } = rij
  return {
    id, cohortcode, plaats, adres, postcode, status, deelnemersplaatsen, geregistreerdOp,
    startdatum: fromDbDate(rij.startdatum), einddatum: fromDbDate(rij.einddatum), vorm: isOpleidingsvorm(rij.opleidingsvorm) ? rij.opleidingsvorm : 'KLASSIKAAL',
    prijs: cent(rij.catalogusprijsCent), subsidiabel: cent(rij.subsidiabelCent),
  }
}

// ── For an opleider ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The name of the organisation that somebody is logged in for. */
export async function getOrganisatienaam({ opleiderId }: OpleiderActor): Promise<string | undefined> {
  const opleider = await prisma.opleider.findUnique({ where: { id: opleiderId }, select: { naam: true } })
  return opleider?.naam
}

export type RegisterWerk = { opleidingen: number; metGebrek: number; zonderStart: number; zonderToestemming: number; gebreken: { gebrek: Gebrek; aantal: number }[] }

/** What needs doing in the register of one opleider: counts for the dashboard. */
export async function getRegisterWerk({ opleiderId }: Pick<OpleiderActor, 'opleiderId'>): Promise<RegisterWerk> {
  const { rows: [telling] } = await pool.query<Omit<RegisterWerk, 'gebreken'>>(`
    select count(*) as opleidingen, count(*) filter (where gebreken <> '{}') as "metGebrek", count(*) filter (where not stap_toestemming) as "zonderToestemming",
      count(*) filter (where gebreken = '{}' and stap_toestemming and not exists (select from scholingsactiviteit s
        where s.opleiding_id = o.id and s.status = 'open' and s.startdatum > (nu() at time zone 'Europe/Amsterdam')::date)) as "zonderStart"
    from opleiding o where opleider_id = $1`, [opleiderId])
  const { rows } = await pool.query<{ gebrek: string; aantal: number }>(
    'select g as gebrek, count(*) as aantal from opleiding, unnest(gebreken) as g where opleider_id = $1 group by g order by count(*) desc', [opleiderId])
  const gebreken = rows.flatMap(({ gebrek, aantal }) => (isGebrek(gebrek) ? [{ gebrek, aantal }] : []))
  return { opleidingen: 0, metGebrek: 0, zonderStart: 0, zonderToestemming: 0, ...telling, gebreken }
}

export const LIJST_PAGINA = 50
export type EigenOpleiding = { id: string; programmaId: string; titel: string; categorie: string | null; prijs: Cent | null; gebreken: Gebrek[]; stapToestemming: boolean; starts: number; eersteStart: PlainDate | null; bron: string }
export type LijstFilter = { q?: string | undefined; gebrek?: string | undefined; zonder?: 'start' | 'toestemming' | undefined; pagina: number }

/** The opleidingen of one opleider, with the start dates that are still to come. */
export async function listEigenOpleidingen({ opleiderId }: OpleiderActor, filter: LijstFilter): Promise<{ totaal: number; rijen: EigenOpleiding[] }> {
  type Rij = Omit<EigenOpleiding, 'prijs' | 'gebreken' | 'eersteStart'> & { prijs: number | null; gebreken: string[]; eersteStart: string | null; totaal: number }
  const { rows } = await pool.query<Rij>(`
    select o.id, o.programma_id as "programmaId", o.titel, o.categorie, o.catalogusprijs_cent as prijs, o.gebreken, o.stap_toestemming as "stapToestemming", o.bron,
      coalesce(s.starts, 0) as starts, s.eerste as "eersteStart", count(*) over () as totaal
    from opleiding o left join lateral (
      select count(*) as starts, min(startdatum) as eerste from scholingsactiviteit
      where opleiding_id = o.id and status = 'open' and startdatum > (nu() at time zone 'Europe/Amsterdam')::date) s on true
    where o.opleider_id = $1
      and ($2::text is null or strpos(lower(o.titel), $2) > 0 or strpos(lower(o.programma_id), $2) > 0)
      and ($3::text is null or ($3 = 'alle' and o.gebreken <> '{}') or $3 = any (o.gebreken))
      and ($4::text is null or ($4 = 'start' and o.gebreken = '{}' and o.stap_toestemming and coalesce(s.starts, 0) = 0) or ($4 = 'toestemming' and not o.stap_toestemming))
    order by o.titel, o.programma_id limit ${LIJST_PAGINA} offset $5`,
  [opleiderId, filter.q?.toLowerCase() ?? null, filter.gebrek ?? null, filter.zonder ?? null, (filter.pagina - 1) * LIJST_PAGINA])
  const rijen = rows.map(({ totaal: _totaal, ...rij }) => ({
    ...rij, prijs: rij.prijs === null ? null : cent(rij.prijs), gebreken: rij.gebreken.filter(isGebrek), eersteStart: rij.eersteStart === null ? null : plainDate(rij.eersteStart),
  }))
  return { totaal: rows[0]?.totaal ?? 0, rijen }
}

/** One opleiding of this opleider with all its start dates and versions; undefined when it belongs to another. */
export async function getEigenOpleiding({ opleiderId }: OpleiderActor, id: string) {
  const rij = await prisma.opleiding.findFirst({
    where: { id, opleiderId },
    include: { scholingsactiviteiten: { orderBy: [{ startdatum: 'desc' }, { id: 'asc' }] }, versies: { orderBy: { versie: 'desc' }, take: 20 }, opleider: { include: { maatregelen: true } } },
  })
  if (rij === null) return undefined
  const inhoud = opleidingInhoudSchema.parse(rij)
  return {
    id, programmaId: rij.programmaId, versie: rij.versie, bron: rij.bron, inhoud, gebreken: determineGebreken(inhoud),
    activiteiten: rij.scholingsactiviteiten.map(toActiviteit),
    versies: rij.versies.map(({ versie, bron, vastgelegdOp }) => ({ versie, bron, vastgelegdOp })),
    maatregel: findEffectieveMaatregel(rij.opleider.maatregelen.flatMap(toMaatregel), id, await today())?.soort ?? null,
  }
}

/** One start date of this opleider, with the title of its opleiding. */
export async function getEigenActiviteit({ opleiderId }: OpleiderActor, opleidingId: string, id: string) {
  const rij = await prisma.scholingsactiviteit.findFirst({ where: { id, opleidingId, opleiderId }, include: { opleiding: { select: { titel: true } } } })
  return rij === null ? undefined : { ...toActiviteit(rij), titel: rij.opleiding.titel }
}

// ── Imports: an opleider sees its own, DUO sees all ──────────────────────────────────────────────────────────────────────────────

const ofActor = (actor: OpleiderActor | Medewerker) => (actor.soort === 'opleider' ? { opleiderId: actor.opleiderId } : {})

/** The imports that this person may see, newest first. */
export async function listImports(actor: OpleiderActor | Medewerker, pagina: number) {
  const where = ofActor(actor)
  const [totaal, rijen] = await Promise.all([
    prisma.import.count({ where }),
    prisma.import.findMany({ where, include: { opleider: { select: { naam: true } } }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: LIJST_PAGINA, skip: (pagina - 1) * LIJST_PAGINA }),
  ])
  return { totaal, rijen: rijen.map(({ opleider, toestand, ...rij }) => ({ ...rij, opleider: opleider?.naam ?? null, toestand: isImportToestand(toestand) ? toestand : 'ontvangen' as const })) }
}

/** One import with its faults grouped by cause: eighteen thousand times the same fault is one line here. Undefined when it is not this person's. */
export async function getImport(actor: OpleiderActor | Medewerker, id: string): Promise<ImportVerslag | undefined> {
  const rij = await prisma.import.findFirst({ where: { id, ...ofActor(actor) }, include: { opleider: { select: { naam: true } } } })
  if (rij === null) return undefined
  const { rows: oorzaken } = await pool.query<{ veld: string; reden: string; aantal: number; regels: number[]; sleutels: (string | null)[] }>(`
    select veld, reden, count(*) as aantal, (array_agg(regel order by id))[1:5] as regels, (array_agg(sleutel order by id))[1:5] as sleutels
    from (select id, regel, sleutel, regexp_replace(veld, '\\[\\d+\\]', '', 'g') as veld, reden from import_fout where import_id = $1) f
    group by veld, reden order by count(*) desc, min(id) limit 100`, [id])
  const { rows: gebreken } = await pool.query<{ gebrek: string; aantal: number }>(`
    select g as gebrek, count(*) as aantal from opleiding_versie v, jsonb_array_elements_text(v.inhoud -> 'gebreken') as g where v.import_id = $1 group by g order by count(*) desc`, [id])
  const { opleider, toestand, ...velden } = rij
  return { ...velden, opleider: opleider?.naam ?? null, toestand: isImportToestand(toestand) ? toestand : 'ontvangen', oorzaken, gebreken: gebreken.flatMap(({ gebrek, aantal }) => (isGebrek(gebrek) ? [{ gebrek, aantal }] : [])) }
}

// ── For DUO ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type KwaliteitRij = { id: string; naam: string; kvk: string; opleidingen: number; metGebrek: number; gebreken: Partial<Record<Gebrek, number>>; laatsteImport: Date | null; maatregel: MaatregelSoort | null }

/** The quality of the register per opleider, those with most to mend first. */
export async function listKwaliteit(): Promise<KwaliteitRij[]> {
  type Rij = Omit<KwaliteitRij, 'maatregel'> & { maatregel: string | null }
  const { rows } = await pool.query<Rij>(`
    select d.id, d.naam, d.kvk, coalesce(t.opleidingen, 0) as opleidingen, coalesce(t.met_gebrek, 0) as "metGebrek", coalesce(g.gebreken, '{}') as gebreken,
      (select max(i.klaar_op) from import i where i.opleider_id = d.id and i.toestand = 'klaar') as "laatsteImport",
      (select m.soort from maatregel m where m.opleider_id = d.id and m.opleiding_id is null and m.opgeheven_op is null
         and m.ingangsdatum <= (nu() at time zone 'Europe/Amsterdam')::date and (m.einddatum is null or m.einddatum > (nu() at time zone 'Europe/Amsterdam')::date)
       order by array_position(array['verwijderd', 'geblokkeerd', 'in-onderzoek'], m.soort) limit 1) as maatregel
    from opleider d
    left join (select opleider_id, count(*) as opleidingen, count(*) filter (where gebreken <> '{}') as met_gebrek from opleiding group by 1) t on t.opleider_id = d.id
    left join (select opleider_id, jsonb_object_agg(gebrek, aantal) as gebreken from (
      select opleider_id, g as gebrek, count(*) as aantal from opleiding, unnest(gebreken) as g group by 1, 2) x group by 1) g on g.opleider_id = d.id
    order by coalesce(t.met_gebrek, 0) desc, d.naam`)
  return rows.map((rij) => ({ ...rij, maatregel: isMaatregelSoort(rij.maatregel) ? rij.maatregel : null }))
}

/** Every opleider, for a list to choose from. */
export async function listOpleiders(): Promise<{ id: string; naam: string; kvk: string }[]> {
  return prisma.opleider.findMany({ select: { id: true, naam: true, kvk: true }, orderBy: { naam: 'asc' } })
}
