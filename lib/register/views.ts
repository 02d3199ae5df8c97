import 'server-only'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { isGebrek, isMaatregelSoort, isOpleidingsvorm } from '@/lib/register/model'
import type { Gebrek, MaatregelSoort, Opleidingsvorm } from '@/lib/register/model'
import { toMaatregel } from '@/lib/register/repo'
import { determineGebreken } from '@/lib/register/rules/gebreken'
import { findEffectieveMaatregel, findMaatregelOpOpleider } from '@/lib/register/rules/maatregel'
import { listActiviteitenOp, listActiviteitStanden, listOpleidingVersies, type ActiviteitVersieRij } from '@/lib/register/repo/historie'
import { activiteitStandSchema, opleidingInhoudSchema, type ActiviteitStand } from '@/lib/register/schema'
import { ERKENNER_LABEL } from '@/lib/register/texts'
import { getRegeling } from '@/lib/regeling/views'
import type { OpleidingModel as OpleidingRij } from '@/prisma/generated/models/Opleiding'

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
        .filter(({ geldigVan, geldigTot, opleidingId }) => (opleidingId === null || opleidingId === id) && fromDbDate(geldigVan) <= dag && (geldigTot === null || dag < fromDbDate(geldigTot)))
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

// ── History: who saw what ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One state of an activity in the words of the register. */
export type ActiviteitVersie = ActiviteitStand & { id: string; versie: number; doorId: string | null; bron: string; importId: string | null; van: Date }

function toActiviteitVersie({ inhoud, ...rij }: ActiviteitVersieRij): ActiviteitVersie {
  return { ...rij, ...activiteitStandSchema.parse(inhoud) }
}

/** Every state of an activity with who, when and from where, the last first. */
export async function listActiviteitVersies(id: string): Promise<ActiviteitVersie[]> {
  return (await listActiviteitStanden(id)).map(toActiviteitVersie)
}

/** Every version of an opleiding with who, when and from where, the last first. */
export async function listVersies(id: string) {
  return (await listOpleidingVersies(id)).map(({ inhoud, ...versie }) => ({ ...versie, inhoud: opleidingInhoudSchema.parse(inhoud) }))
}

/** An opleiding and its activities as the register showed them at a moment. Undefined when it was not there yet. */
export async function getOpleidingOp(id: string, moment: Date) {
  const versie = (await listVersies(id)).find(({ vastgelegdOp }) => vastgelegdOp <= moment)
  return versie === undefined ? undefined : { id, ...versie, activiteiten: (await listActiviteitenOp(id, moment)).map(toActiviteitVersie) }
}
