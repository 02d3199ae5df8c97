import 'server-only'
import type { Medewerker } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma, withClient } from '@/lib/platform/db'
import { isMaatregelSoort, type MaatregelSoort } from '@/lib/register/model'
import { BEVROREN_OORDELEN, KEURMERK_STATUSSEN, STEEKPROEF_OORDELEN, type BevrorenOordeel } from '@/lib/toelating/model'
import { findErkennerVan } from '@/lib/toelating/repo'
import { determineStand } from '@/lib/toelating/rules/steekproef'

const PER_PAGE = 25

/** The erkenner for whom this medewerker works; undefined when there is none. */
export async function getErkenner(medewerker: Medewerker): Promise<{ id: string; code: string; naam: string } | undefined> {
  return findErkennerVan(prisma, medewerker.id)
}

const LOPEND = `e.geldig_van <= (nu() at time zone 'Europe/Amsterdam')::date and (e.geldig_tot is null or e.geldig_tot > (nu() at time zone 'Europe/Amsterdam')::date)`
const MAATREGEL = `m.opgeheven_op is null and m.ingangsdatum <= (nu() at time zone 'Europe/Amsterdam')::date and (m.einddatum is null or m.einddatum > (nu() at time zone 'Europe/Amsterdam')::date)`

export type ToegelatenRij = { id: string; naam: string; kvk: string; plaats: string; sinds: PlainDate; opleidingen: number; fouten: number; maatregel: MaatregelSoort | null; isHeel: boolean }

/** The opleiders that this erkenner admitted, those with a signal of the Toetsingskamer first. */
export async function listToegelaten(erkennerId: string, { pagina, zoek }: { pagina: number; zoek: string }): Promise<{ rijen: ToegelatenRij[]; total: number; perPage: number }> {
  const waarden = [erkennerId, zoek, `%${zoek.replace(/[\\%_]/g, '\\$&')}%`]
  const bron = `
    from (select e.opleider_id, min(e.geldig_van)::date as sinds, bool_or(e.opleiding_id is null) as "isHeel" from erkenning e where e.erkenner_id = $1 and ${LOPEND} group by 1) t
    join opleider d on d.id = t.opleider_id
    where $2 = '' or d.naam ilike $3 or d.kvk like $3`
  const [{ rows }, { rows: [telling] }] = await Promise.all([
    pool.query<Omit<ToegelatenRij, 'maatregel'> & { maatregel: string | null }>(`
      select d.id, d.naam, d.kvk, d.plaats, t.sinds, t."isHeel",
        (select count(*) from opleiding o where o.opleider_id = d.id) as opleidingen,
        (select count(*) from kwaliteit_signaal s where s.opleider_id = d.id and s.opgelost_op is null and s.ernst = 'fout') as fouten,
        (select m.soort from maatregel m where m.opleider_id = d.id and ${MAATREGEL} order by array_position(array['verwijderd', 'geblokkeerd', 'in-onderzoek'], m.soort) limit 1) as maatregel
      ${bron} order by 9 nulls last, d.naam, d.id limit ${String(PER_PAGE)} offset $4`, [...waarden, (pagina - 1) * PER_PAGE]),
    pool.query<{ aantal: number }>(`select count(*) as aantal ${bron}`, waarden),
  ])
  return { rijen: rows.map((rij) => ({ ...rij, maatregel: isMaatregelSoort(rij.maatregel) ? rij.maatregel : null })), total: telling?.aantal ?? 0, perPage: PER_PAGE }
}

export type GeregistreerdeRij = { id: string; titel: string; versie: number; gewijzigdOp: Date; catalogusprijsCent: Cent | null; gebreken: string[]; starts: number; isErkend: boolean; maatregel: string | null }

/** One opleider that this erkenner admitted, with what it registered, the latest change first; undefined when it is not its own. */
export async function getToegelaten(erkennerId: string, opleiderId: string, pagina: number) {
  const opleider = await prisma.opleider.findFirst({ where: { id: opleiderId, erkenningen: { some: { erkennerId } } }, include: { erkenningen: { where: { erkennerId }, include: { opleiding: { select: { titel: true } } }, orderBy: { createdAt: 'desc' } } } })
  if (opleider === null) return undefined
  const [{ rows }, total] = await Promise.all([
    pool.query<GeregistreerdeRij>(`
      select o.id, o.titel, o.versie, o.updated_at as "gewijzigdOp", o.catalogusprijs_cent as "catalogusprijsCent", o.gebreken,
        (select count(*) from scholingsactiviteit a where a.opleiding_id = o.id and a.status = 'open' and a.startdatum > (nu() at time zone 'Europe/Amsterdam')::date) as starts,
        exists (select from erkenning e where e.erkenner_id = $2 and e.opleider_id = o.opleider_id and ${LOPEND} and (e.opleiding_id = o.id
          or e.opleiding_id is null and not exists (select from erkenning x where x.erkenner_id = $2 and x.opleiding_id = o.id and x.ingetrokken_op is not null))) as "isErkend",
        (select m.soort from maatregel m where m.opleiding_id = o.id and ${MAATREGEL} limit 1) as maatregel
      from opleiding o where o.opleider_id = $1 order by o.updated_at desc, o.id limit ${String(PER_PAGE)} offset $3`, [opleiderId, erkennerId, (pagina - 1) * PER_PAGE]),
    prisma.opleiding.count({ where: { opleiderId } }),
  ])
  const erkenningen = opleider.erkenningen.map(({ id, geldigVan, geldigTot, reden, opleiding }) => ({ id, geldigVan: fromDbDate(geldigVan), geldigTot: geldigTot === null ? null : fromDbDate(geldigTot), reden, opleiding: opleiding?.titel ?? null }))
  const { id, naam, kvk, code, plaats, email, website } = opleider
  return { opleider: { id, naam, kvk, code, plaats, email, website }, erkenningen, isHeel: erkenningen.some((een) => een.opleiding === null && een.geldigTot === null), opleidingen: rows, total, perPage: PER_PAGE }
}

/** The maatregelen of the Toetsingskamer on opleiders of this erkenner, the latest first. */
export async function listSignalen(erkennerId: string) {
  const { rows } = await pool.query<{ id: string; opleiderId: string; opleider: string; opleiding: string | null; soort: MaatregelSoort; reden: string; ingangsdatum: PlainDate; loopt: boolean }>(`
    select m.id, d.id as "opleiderId", d.naam as opleider, o.titel as opleiding, m.soort, m.reden, m.ingangsdatum, ${MAATREGEL} as loopt
    from maatregel m join opleider d on d.id = m.opleider_id left join opleiding o on o.id = m.opleiding_id
    where exists (select from erkenning e where e.erkenner_id = $1 and e.opleider_id = m.opleider_id and ${LOPEND})
    order by m.opgelegd_op desc limit 50`, [erkennerId])
  return rows
}

export type KwaliteitRij = { regel: string; opleidingen: number; opleiders: { id: string; naam: string; aantal: number }[]; sinds: Date }

/**
 * The open signals of quality on opleiders of this erkenner by kind, as counted when each was judged last; per kind the opleiders with the
 * most. What a kind means stands in lib/kwaliteit. `opleiderId` for one of them.
 */
export async function listKwaliteit(erkennerId: string, { opleiderId }: { opleiderId?: string } = {}): Promise<KwaliteitRij[]> {
  const { rows } = await pool.query<KwaliteitRij>(`
    with eigen as (select distinct e.opleider_id from erkenning e where e.erkenner_id = $1 and ($2::uuid is null or e.opleider_id = $2) and ${LOPEND}),
    laatste as (select k.opleider_id, k.oorzaken from eigen join lateral (select opleider_id, oorzaken from kwaliteit_score s where s.opleider_id = eigen.opleider_id order by dag desc limit 1) k on true),
    per as (select o.key as regel, l.opleider_id, (o.value ->> 'aantal')::int8 as aantal, (o.value ->> 'sinds')::timestamptz as sinds from laatste l, jsonb_each(l.oorzaken) o),
    op_rij as (select *, row_number() over (partition by regel order by aantal desc, opleider_id) as plek from per)
    select regel, sum(aantal)::int8 as opleidingen, min(sinds) as sinds,
      json_agg(json_build_object('id', d.id, 'naam', d.naam, 'aantal', aantal) order by aantal desc, d.naam) filter (where plek <= 5) as opleiders
    from op_rij join opleider d on d.id = opleider_id group by regel order by 2 desc, 1`, [erkennerId, opleiderId ?? null])
  return rows
}

/** The samples of this erkenner, the latest first, with how each stands. */
export async function listSteekproeven(erkennerId: string) {
  const [rijen, vandaag] = await Promise.all([prisma.steekproef.findMany({ where: { erkennerId }, include: { delen: { select: { oordeel: true } } }, orderBy: { maand: 'desc' }, take: 24 }), today()])
  return rijen.map(({ id, maand, uiterlijkOp, delen, populatie }) => {
    const open = delen.filter(({ oordeel }) => oordeel === null).length
    const uiterlijk = fromDbDate(uiterlijkOp)
    return { id, maand: fromDbDate(maand), uiterlijkOp: uiterlijk, populatie, aantal: delen.length, open, nietInOrde: delen.filter(({ oordeel }) => oordeel === 'niet-in-orde').length, stand: determineStand({ open, uiterlijkOp: uiterlijk, vandaag }) }
  })
}

/** One sample with its opleidingen; undefined when it is of another erkenner. */
export async function getSteekproef(erkennerId: string, id: string) {
  const rij = await prisma.steekproef.findFirst({ where: { id, erkennerId }, include: { delen: { include: { opleiding: { select: { titel: true, versie: true, omschrijving: true, catalogusprijsCent: true, subsidiabelCent: true, opleider: { select: { id: true, naam: true } } } }, door: { select: { medewerkerNaam: true } } }, orderBy: { nummer: 'asc' } } } })
  if (rij === null) return undefined
  return {
    id, maand: fromDbDate(rij.maand), uiterlijkOp: fromDbDate(rij.uiterlijkOp), zaad: rij.zaad, populatie: rij.populatie, populatieHash: rij.populatieHash,
    delen: rij.delen.map(({ nummer, opleidingId, opleidingVersie, opleiding, oordeel, toelichting, door }) => ({
      nummer, opleidingId, opleidingVersie, titel: opleiding.titel, omschrijving: opleiding.omschrijving.slice(0, 300), opleider: opleiding.opleider, isGewijzigd: opleiding.versie !== opleidingVersie,
      catalogusprijsCent: opleiding.catalogusprijsCent === null ? null : cent(opleiding.catalogusprijsCent), subsidiabelCent: opleiding.subsidiabelCent === null ? null : cent(opleiding.subsidiabelCent),
      oordeel: STEEKPROEF_OORDELEN.find((one) => one === oordeel) ?? null, toelichting, door: door?.medewerkerNaam ?? null,
    })),
  }
}

/** The keurmerken that asked for admission, those that wait first. */
export async function listKeurmerken() {
  const rijen = await prisma.keurmerk.findMany({ orderBy: [{ beslotenOp: { sort: 'desc', nulls: 'first' } }, { ingediendOp: 'asc' }], take: 100 })
  return rijen.map(({ id, naam, organisatie, status, ingediendOp }) => ({ id, naam, organisatie, status: KEURMERK_STATUSSEN.find((one) => one === status) ?? 'ingediend', ingediendOp }))
}

/** One of them; undefined when it is not there. */
export async function getKeurmerk(id: string) {
  const rij = await prisma.keurmerk.findUnique({ where: { id }, include: { ingevoerdDoor: { select: { medewerkerNaam: true } }, beslotenDoor: { select: { medewerkerNaam: true } } } })
  if (rij === null) return undefined
  const { ingevoerdDoor, beslotenDoor, status, ...velden } = rij
  return { ...velden, status: KEURMERK_STATUSSEN.find((one) => one === status) ?? 'ingediend', ingevoerdDoor: ingevoerdDoor.medewerkerNaam ?? '', beslotenDoor: beslotenDoor?.medewerkerNaam ?? null }
}

/** The tijdvakken with their registratiestop, the next one first, and how much was judged of each frozen set. */
export async function listRegistratiestops(): Promise<{ code: string; registratiestopOp: Date; opentOp: Date; isBevroren: boolean; beoordeeld: number; voorgelegd: number }[]> {
  const { rows } = await pool.query<Awaited<ReturnType<typeof listRegistratiestops>>[number]>(`
    select t.code, t.registratiestop_op as "registratiestopOp", t.opent_op as "opentOp", t.registratiestop_op <= nu() as "isBevroren",
      (select count(*) from bevroren_oordeel b where b.tijdvak_id = t.id) as beoordeeld, (select count(*) from bevroren_oordeel b where b.tijdvak_id = t.id and b.oordeel = 'voorleggen') as voorgelegd
    from tijdvak t order by t.opent_op desc`)
  return rows
}

export type BevrorenRij = {
  opleidingId: string; titel: string; titelBijStop: string; opleider: string; kvk: string; programmaId: string; versieBijStop: number | null; versie: number
  activiteiten: number; laatsteRegistratie: Date; prijsCent: Cent; subsidiabelCent: Cent; oordeel: BevrorenOordeel | null; toelichting: string | null
}

// What stood in the register at the registratiestop: activities registered by then, and of each opleiding the last version of before it.
const BEVROREN = `
  select o.id as "opleidingId", o.titel, coalesce(v.inhoud ->> 'titel', o.titel) as "titelBijStop", d.naam as opleider, d.kvk, o.programma_id as "programmaId", v.versie as "versieBijStop", o.versie,
         a.aantal as activiteiten, a.laatste as "laatsteRegistratie", a.prijs as "prijsCent", a.subsidiabel as "subsidiabelCent", b.oordeel, b.toelichting
  from tijdvak t
  cross join lateral (
    select opleiding_id, count(*)::integer as aantal, max(geregistreerd_op) as laatste, max(catalogusprijs_cent) as prijs, max(subsidiabel_cent) as subsidiabel
    from scholingsactiviteit s where s.geregistreerd_op <= t.registratiestop_op and s.status <> 'geannuleerd' and s.startdatum > (t.opent_op at time zone 'Europe/Amsterdam')::date group by opleiding_id) a
  join opleiding o on o.id = a.opleiding_id and o.stap_toestemming
  join opleider d on d.id = o.opleider_id
  left join bevroren_oordeel b on b.tijdvak_id = t.id and b.opleiding_id = o.id
  left join lateral (select versie, inhoud from opleiding_versie v where v.opleiding_id = o.id and v.vastgelegd_op <= t.registratiestop_op order by versie desc limit 1) v on true
  where t.code = $1 and t.registratiestop_op <= nu()`

export type BevrorenFilter = { zoek: string; oordeel: BevrorenOordeel | 'geen' | null; pagina: number }

/** The frozen set of a tijdvak, the latest registrations first: those were seen the least. Undefined when it was not frozen yet. */
export async function getBevroren(code: string, { zoek, oordeel, pagina }: BevrorenFilter) {
  const tijdvak = await prisma.tijdvak.findUnique({ where: { code }, select: { registratiestopOp: true, opentOp: true } })
  if (tijdvak === null) return undefined
  const waarden = [code, zoek, `%${zoek.replace(/[\\%_]/g, '\\$&')}%`, oordeel]
  const filter = `and ($2 = '' or o.titel ilike $3 or d.naam ilike $3 or d.kvk like $3) and ($4::text is null or ($4 = 'geen' and b.oordeel is null) or b.oordeel = $4)`
  const [{ rows }, { rows: [telling] }] = await Promise.all([
    pool.query<Omit<BevrorenRij, 'oordeel'> & { oordeel: string | null }>(`${BEVROREN} ${filter} order by a.laatste desc, o.id limit ${String(PER_PAGE)} offset $5`, [...waarden, (pagina - 1) * PER_PAGE]),
    pool.query<{ aantal: number }>(`select count(*) as aantal from (${BEVROREN} ${filter}) x`, waarden),
  ])
  return { ...tijdvak, rijen: rows.map((rij): BevrorenRij => ({ ...rij, oordeel: BEVROREN_OORDELEN.find((one) => one === rij.oordeel) ?? null })), total: telling?.aantal ?? 0, perPage: PER_PAGE }
}

const KOPPEN = ['kvk', 'opleider', 'opleidingscode', 'titel', 'titelNu', 'versie', 'versieNu', 'startdata', 'laatsteRegistratie', 'catalogusprijsCent', 'subsidiabelCent', 'oordeel', 'toelichting']

/** The whole frozen set as CSV, a thousand rows at a time. */
export async function* streamBevroren(code: string): AsyncGenerator<string> {
  yield `\uFEFF${KOPPEN.join(';')}\r\n`
  for (let offset = 0; ; offset += 1_000) {
    const rows = await withClient(async (client) => (await client.query<BevrorenRij>(`${BEVROREN} order by d.kvk, o.id limit 1000 offset $2`, [code, offset])).rows)
    if (rows.length > 0) yield rows.map((rij) => `${toCellen(rij).map(quote).join(';')}\r\n`).join('')
    if (rows.length < 1_000) return
  }
}

function toCellen(rij: BevrorenRij): string[] {
  return [rij.kvk, rij.opleider, rij.programmaId, rij.titelBijStop, rij.titel, String(rij.versieBijStop ?? rij.versie), String(rij.versie), String(rij.activiteiten), rij.laatsteRegistratie.toISOString(),
    String(rij.prijsCent), String(rij.subsidiabelCent), rij.oordeel ?? '', rij.toelichting ?? '']
}

/** A cell that begins like a formula is text for a spreadsheet too. */
function quote(tekst: string): string {
  const veilig = /^[=+\-@\t\r]/.test(tekst) ? `'${tekst}` : tekst
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig
}
