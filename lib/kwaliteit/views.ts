import 'server-only'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { today } from '@/lib/platform/clock'
import { pool, prisma } from '@/lib/platform/db'
import { isGebrek, type Gebrek } from '@/lib/register/model'
import { activiteitExtraSchema, opleidingInhoudSchema } from '@/lib/register/schema'
import { BEWERKING_STATUSSEN, isKwaliteitsregel, ERNSTEN, type Bewerkingsopdracht, type BewerkingStatus, type Ernst, type Gegevens, type Kwaliteitsregel, type OverslaanReden, type Signaal } from '@/lib/kwaliteit/model'
import { lijstWaar } from '@/lib/kwaliteit/repo'
import { bewerkInhoud } from '@/lib/kwaliteit/rules/bewerking'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { vergelijkVersies, type Veldverschil } from '@/lib/kwaliteit/rules/verschil'
import { oorzakenSchema, opdrachtSchema, overgeslagenSchema, type Lijstfilter, type SORTERINGEN } from '@/lib/kwaliteit/schema'

// ── The list of an opleider ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const LIJST_PAGINA = 50
export type LijstRij = {
  id: string; programmaId: string; titel: string; soort: string; prijs: Cent | null; gebreken: Gebrek[]; stapToestemming: boolean; actief: boolean; starts: number
  eersteStart: PlainDate | null; punten: number | null; fouten: number; letOp: number
}

const VOLGORDE: Record<(typeof SORTERINGEN)[number], string> = {
  titel: 'o.titel, o.id', prijs: 'o.catalogusprijs_cent desc nulls last, o.id', gewijzigd: 'o.updated_at desc, o.id', punten: 'k.punten nulls first, o.id',
}

/** The SQL of a page: first which fifty, then what is shown of them. Exported so that a benchmark can read its plan. */
export function lijstSql(opleiderId: string, filter: Lijstfilter): { tel: string; bladzijde: string; waarden: unknown[] } {
  const { sql, waarden } = lijstWaar(opleiderId, filter)
  const join = filter.sorteer === 'punten' ? 'left join kwaliteit_opleiding k on k.opleiding_id = o.id' : ''
  return {
    waarden,
    tel: `select count(*) as totaal from opleiding o where ${sql}`,
    bladzijde: `
      with bladzijde as (select o.id, row_number() over (order by ${VOLGORDE[filter.sorteer]}) as plek from opleiding o ${join} where ${sql}
        order by plek limit ${String(LIJST_PAGINA)} offset ${String((filter.pagina - 1) * LIJST_PAGINA)})
      select o.id, o.programma_id as "programmaId", o.titel, o.soort, o.catalogusprijs_cent as prijs, o.gebreken, o.stap_toestemming as "stapToestemming", o.actief,
        s.starts, s.eerste as "eersteStart", k.punten, g.fouten, g."letOp"
      from bladzijde b join opleiding o on o.id = b.id left join kwaliteit_opleiding k on k.opleiding_id = o.id
      left join lateral (select count(*) as starts, min(startdatum) as eerste from scholingsactiviteit
        where opleiding_id = o.id and status = 'open' and startdatum > (nu() at time zone 'Europe/Amsterdam')::date) s on true
      left join lateral (select count(*) filter (where ernst = 'fout') as fouten, count(*) filter (where ernst = 'let-op') as "letOp" from kwaliteit_signaal
        where opleiding_id = o.id and opgelost_op is null) g on true
      order by b.plek`,
  }
}

/** The opleidingen of one opleider, a page at a time; the address of the page says which. */
export async function listOpleidingen({ opleiderId }: OpleiderActor, filter: Lijstfilter): Promise<{ totaal: number; rijen: LijstRij[] }> {
  type Rij = Omit<LijstRij, 'prijs' | 'gebreken' | 'eersteStart'> & { prijs: number | null; gebreken: string[]; eersteStart: string | null }
  const { tel, bladzijde, waarden } = lijstSql(opleiderId, filter)
  const [{ rows: [telling] }, { rows }] = await Promise.all([pool.query<{ totaal: number }>(tel, waarden), pool.query<Rij>(bladzijde, waarden)])
  const rijen = rows.map((rij) => ({ ...rij, prijs: rij.prijs === null ? null : cent(rij.prijs), gebreken: rij.gebreken.filter(isGebrek), eersteStart: rij.eersteStart === null ? null : plainDate(rij.eersteStart) }))
  return { totaal: telling?.totaal ?? 0, rijen }
}

// ── Changes to many at once ──────────────────────────────────────────────────────────────────────────────────────────────────────

const VOORBEELDEN = 20
export type Voorbeeld = { id: string; titel: string; voor: Cent | null; na: Cent | null; isAnders: boolean; overslaan: OverslaanReden | null }
export type BewerkingDetail = {
  id: string; opdracht: Bewerkingsopdracht; status: BewerkingStatus; totaal: number; gedaan: number; gewijzigd: number; ongewijzigd: number
  overgeslagen: { reden: string; aantal: number; ids: string[] }[]; voorbeelden: Voorbeeld[]; createdAt: Date
}

/** One bewerking of this opleider, and (before it is carried out) what it does to the first twenty. */
export async function getBewerking({ opleiderId }: OpleiderActor, id: string): Promise<BewerkingDetail | undefined> {
  const rij = await prisma.bewerking.findFirst({ where: { id, opleiderId } })
  if (rij === null) return undefined
  const opdracht = opdrachtSchema.parse(rij.wijziging)
  const status = BEWERKING_STATUSSEN.find((naam) => naam === rij.status) ?? 'voorbeeld'
  return {
    id, opdracht, status, totaal: rij.opleidingIds.length, gedaan: rij.gedaan, gewijzigd: rij.gewijzigd, ongewijzigd: rij.ongewijzigd, createdAt: rij.createdAt,
    overgeslagen: Object.entries(overgeslagenSchema.parse(rij.overgeslagen)).map(([reden, deel]) => ({ reden, ...deel })),
    voorbeelden: status === 'voorbeeld' ? await listVoorbeelden(opleiderId, rij.opleidingIds.slice(0, VOORBEELDEN), opdracht) : [],
  }
}

async function listVoorbeelden(opleiderId: string, ids: string[], opdracht: Bewerkingsopdracht): Promise<Voorbeeld[]> {
  const [dag, rijen] = await Promise.all([today(), prisma.opleiding.findMany({ where: { opleiderId, id: { in: ids } }, orderBy: { titel: 'asc' } })])
  return rijen.map((rij) => {
    const inhoud = opleidingInhoudSchema.parse(rij)
    const uitkomst = bewerkInhoud(inhoud, opdracht, dag)
    const na = 'overslaan' in uitkomst ? inhoud : uitkomst.waarde
    const prijs = (bedrag: number | null) => (bedrag === null ? null : cent(bedrag))
    return {
      id: rij.id, titel: inhoud.titel, voor: prijs(inhoud.catalogusprijsCent), na: prijs(na.catalogusprijsCent), isAnders: JSON.stringify(na) !== JSON.stringify(inhoud),
      overslaan: 'overslaan' in uitkomst ? uitkomst.overslaan : null,
    }
  })
}

// ── The worklist of an opleider ──────────────────────────────────────────────────────────────────────────────────────────────────

export type Oorzaak = { regel: Kwaliteitsregel; ernst: Ernst; opleidingen: number; sinds: Date }
export type Score = { score: number; opleidingen: number; fouten: number; letOp: number; aandacht: number; berekendOp: Date; verloop: number[] }

/** The open signalen of an opleider by cause, as counted at the last judgement: the worst first, then the most. */
export async function listOorzaken({ opleiderId }: Pick<OpleiderActor, 'opleiderId'>): Promise<Oorzaak[]> {
  const laatste = await prisma.kwaliteitScore.findFirst({ where: { opleiderId }, orderBy: { dag: 'desc' }, select: { oorzaken: true } })
  const oorzaken = Object.entries(oorzakenSchema.parse(laatste?.oorzaken ?? {})).flatMap(([regel, { aantal, sinds }]) =>
    (isKwaliteitsregel(regel) ? [{ regel, ernst: gegevensVan(regel).ernst, opleidingen: aantal, sinds }] : []))
  return oorzaken.sort((a, b) => ERNSTEN.indexOf(a.ernst) - ERNSTEN.indexOf(b.ernst) || b.opleidingen - a.opleidingen)
}

/** The score of an opleider as it stands, with that of the last thirty days; undefined before the first judgement. */
export async function getScore({ opleiderId }: Pick<OpleiderActor, 'opleiderId'>): Promise<Score | undefined> {
  const rijen = await prisma.kwaliteitScore.findMany({ where: { opleiderId }, orderBy: { dag: 'desc' }, take: 30 })
  const [laatste] = rijen
  if (laatste === undefined) return undefined
  const { score, opleidingen, fouten, letOp, aandacht, berekendOp } = laatste
  return { score, opleidingen, fouten, letOp, aandacht, berekendOp, verloop: rijen.map((rij) => rij.score).reverse() }
}

export const SIGNAAL_PAGINA = 25
type SignaalRij = {
  id: string; opleidingId: string; regel: string; aantal: number; gegevens: Gegevens; activiteitId: string | null; andereId: string | null; ontstaanOp: Date; opgelostOp: Date | null
}
export type SignaalMetOpleiding = Signaal & { titel: string; programmaId: string; versie: number; andereTitel: string | null; inhoud: Record<string, unknown> }

function toSignaal({ regel, activiteitId, andereId, ...rest }: SignaalRij): Signaal[] {
  if (!isKwaliteitsregel(regel)) return []
  return [{ ...rest, regel, ...(activiteitId !== null && { activiteitId }), ...(andereId !== null && { andereId }) }]
}

const SIGNAAL = `s.id, s.opleiding_id as "opleidingId", s.regel, s.aantal, s.gegevens, s.activiteit_id as "activiteitId", s.andere_id as "andereId", s.ontstaan_op as "ontstaanOp", s.opgelost_op as "opgelostOp"`

/** The open signalen of one cause with the opleiding of each, so that it can be mended beside the fault. */
export async function listSignalen({ opleiderId }: OpleiderActor, regel: Kwaliteitsregel, pagina: number): Promise<{ totaal: number; rijen: SignaalMetOpleiding[] }> {
  type Rij = SignaalRij & { titel: string; programmaId: string; versie: number; andereTitel: string | null; inhoud: Record<string, unknown> }
  const waar = 's.opleider_id = $1 and s.regel = $2 and s.opgelost_op is null'
  const [{ rows: [telling] }, { rows }] = await Promise.all([
    pool.query<{ totaal: number }>(`select count(*) as totaal from kwaliteit_signaal s where ${waar}`, [opleiderId, regel]),
    pool.query<Rij>(`
      with bladzijde as (select s.*, o.titel from kwaliteit_signaal s join opleiding o on o.id = s.opleiding_id where ${waar} order by o.titel, o.id limit ${String(SIGNAAL_PAGINA)} offset $3)
      select ${SIGNAAL}, o.titel, o.programma_id as "programmaId", o.versie, a.titel as "andereTitel",
        jsonb_build_object('titel', o.titel, 'samenvatting', o.samenvatting, 'omschrijving', o.omschrijving, 'leerdoel', o.leerdoel, 'toelatingseisen', o.toelatingseisen, 'categorie', o.categorie,
          'niveau', o.niveau, 'opleidingsvorm', o.opleidingsvorm, 'waardedocument', o.waardedocument, 'duurDagen', o.duur_dagen, 'studielast', o.studielast) as inhoud
      from bladzijde s join opleiding o on o.id = s.opleiding_id left join opleiding a on a.id = s.andere_id order by o.titel, o.id`, [opleiderId, regel, (pagina - 1) * SIGNAAL_PAGINA]),
  ])
  return {
    totaal: telling?.totaal ?? 0,
    rijen: rows.flatMap((rij) => toSignaal(rij).map((signaal) => ({ ...signaal, titel: rij.titel, programmaId: rij.programmaId, versie: rij.versie, andereTitel: rij.andereTitel, inhoud: rij.inhoud }))),
  }
}

/** What is and was said of one opleiding of this opleider, newest first. */
export async function listSignalenVan({ opleiderId }: OpleiderActor, opleidingId: string): Promise<Signaal[]> {
  const { rows } = await pool.query<SignaalRij>(`select ${SIGNAAL} from kwaliteit_signaal s where s.opleider_id = $1 and s.opleiding_id = $2 order by s.opgelost_op desc nulls first, s.ontstaan_op desc limit 50`, [opleiderId, opleidingId])
  return rows.flatMap(toSignaal)
}

// ── For DUO ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type OpleiderScore = { id: string; naam: string; kvk: string; score: number | null; opleidingen: number; fouten: number; letOp: number; aandacht: number }

/** Every opleider that offers something with its score, the lowest first, a page at a time. */
export async function listScores(pagina: number, q: string | undefined): Promise<{ totaal: number; rijen: OpleiderScore[] }> {
  const { rows } = await pool.query<OpleiderScore & { totaal: number }>(`
    select d.id, d.naam, d.kvk, s.score, coalesce(s.opleidingen, 0) as opleidingen, coalesce(s.fouten, 0) as fouten, coalesce(s.let_op, 0) as "letOp", coalesce(s.aandacht, 0) as aandacht,
      count(*) over () as totaal
    from opleider d left join lateral (select * from kwaliteit_score where opleider_id = d.id order by dag desc limit 1) s on true
    where $1::text is null or strpos(lower(d.naam), $1) > 0 or d.kvk = $1
    order by s.score nulls last, d.naam, d.id limit ${String(LIJST_PAGINA)} offset $2`, [q?.toLowerCase() ?? null, (pagina - 1) * LIJST_PAGINA])
  return { totaal: rows[0]?.totaal ?? 0, rijen: rows.map(({ totaal: _totaal, ...rij }) => rij) }
}

export type RegisterOorzaak = { regel: Kwaliteitsregel; opleidingen: number; opleiders: number; grootste: { naam: string; aantal: number }[] }

/** The causes across the register, with who has most of each: one mistake in one feed is one line. */
export async function listRegisterOorzaken(): Promise<RegisterOorzaak[]> {
  const { rows } = await pool.query<{ regel: string; opleidingen: number; opleiders: number; grootste: { naam: string; aantal: number }[] }>(`
    with laatste as (select distinct on (opleider_id) opleider_id, oorzaken from kwaliteit_score order by opleider_id, dag desc),
    per as (select o.key as regel, l.opleider_id, (o.value ->> 'aantal')::int8 as aantal from laatste l, jsonb_each(l.oorzaken) o),
    op_rij as (select *, row_number() over (partition by regel order by aantal desc, opleider_id) as plek from per)
    select regel, sum(aantal)::int8 as opleidingen, count(*) as opleiders,
      json_agg(json_build_object('naam', d.naam, 'aantal', aantal) order by aantal desc) filter (where plek <= 3) as grootste
    from op_rij join opleider d on d.id = opleider_id group by regel order by sum(aantal) desc`)
  return rows.flatMap(({ regel, ...rest }) => (isKwaliteitsregel(regel) ? [{ regel, ...rest }] : []))
}

// ── History ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export type OpleidingStand = { versie: number; op: Date; bron: string; doorId: string | null; bestand: { id: string; naam: string } | null; verschillen: Veldverschil[] }

/** Every version of an opleiding of this opleider, newest first, each with what it changed in the one before it. */
export async function listGeschiedenis({ opleiderId }: OpleiderActor, opleidingId: string): Promise<{ titel: string; standen: OpleidingStand[] } | undefined> {
  const opleiding = await prisma.opleiding.findFirst({ where: { id: opleidingId, opleiderId }, select: { titel: true } })
  if (opleiding === null) return undefined
  const { rows } = await pool.query<{ versie: number; inhoud: Record<string, unknown>; op: Date; bron: string; doorId: string | null; importId: string | null; bestandsnaam: string | null }>(`
    select v.versie, v.inhoud, v.vastgelegd_op as op, v.bron, v.door_id as "doorId", i.id as "importId", i.bestandsnaam
    from opleiding_versie v left join import i on i.id = v.import_id where v.opleiding_id = $1 order by v.versie desc limit 201`, [opleidingId])
  const standen = rows.slice(0, 200).map(({ inhoud, importId, bestandsnaam, ...stand }, index) => ({
    ...stand, bestand: importId === null || bestandsnaam === null ? null : { id: importId, naam: bestandsnaam }, verschillen: stand.versie === 1 ? [] : vergelijkVersies(rows[index + 1]?.inhoud ?? {}, inhoud),
  }))
  return { titel: opleiding.titel, standen }
}

export type StartStand = { id: string; versie: number; startdatum: PlainDate; cohortcode: string; op: Date; bron: string; verschillen: Veldverschil[] }

/** What changed in the start dates of an opleiding, newest first. */
export async function listStartGeschiedenis({ opleiderId }: OpleiderActor, opleidingId: string): Promise<StartStand[]> {
  const { rows } = await pool.query<{ id: string; versie: number; startdatum: string; cohortcode: string; op: Date; bron: string; oud: Record<string, unknown>; nieuw: Record<string, unknown> }>(`
    select s.id, v.versie, s.startdatum, s.cohortcode, v.vervangen_op as op, coalesce(n.bron, s.bron) as bron, v.inhoud as oud, coalesce(n.inhoud, to_jsonb(s)) as nieuw
    from scholingsactiviteit s join scholingsactiviteit_versie v on v.scholingsactiviteit_id = s.id
    left join scholingsactiviteit_versie n on n.scholingsactiviteit_id = s.id and n.versie = v.versie + 1
    where s.opleiding_id = $2 and s.opleider_id = $1 order by v.vervangen_op desc, s.id limit 100`, [opleiderId, opleidingId])
  return rows.map(({ oud, nieuw, startdatum, ...rest }) => ({ ...rest, startdatum: plainDate(startdatum), verschillen: vergelijkVersies(oud, Object.fromEntries(Object.entries(nieuw).filter(([veld]) => veld in oud))) }))
}

// ── Start dates by hand ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a start date costs that has no lines of its own: what its opleiding costs. One with lines gets its price from those. */
export async function prijsVoorStart({ opleiderId }: OpleiderActor, { opleidingId }: { opleidingId: string }): Promise<{ catalogusprijs: Cent; subsidiabel: Cent }> {
  const rij = await prisma.opleiding.findFirst({ where: { id: opleidingId, opleiderId }, select: { catalogusprijsCent: true, subsidiabelCent: true } })
  return { catalogusprijs: cent(rij?.catalogusprijsCent ?? 0), subsidiabel: cent(rij?.subsidiabelCent ?? 0) }
}

/** What the form of a start date shows beside its dates and place. */
export async function getStartExtra({ opleiderId }: OpleiderActor, id: string) {
  const rij = await prisma.scholingsactiviteit.findFirstOrThrow({ where: { id, opleiderId }, include: { opleiding: { select: { catalogusprijsCent: true, soort: true } } } })
  const { kosten, dagdelen, scholingsjaar } = activiteitExtraSchema.parse(rij)
  return { kosten, dagdelen, prijsOpleiding: rij.opleiding.catalogusprijsCent, ...(rij.opleiding.soort === 'meerjarig' && { scholingsjaar }) }
}
