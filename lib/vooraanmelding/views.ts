import 'server-only'
import { z } from 'zod'
import type { Burger, OpleiderActor } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { now, today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { BEWIJS_STANDEN, BESTAND_TOESTANDEN, VERZOEK_STATUSSEN, type AanmeldbewijsStatus, type BewijsStand, type Herkomst } from '@/lib/vooraanmelding/model'
import { toAanmeldbewijs, toVoorstel } from '@/lib/vooraanmelding/repo'
import { parseCode } from '@/lib/vooraanmelding/rules/code'
import { adresSchema } from '@/lib/vooraanmelding/schema'

const PER_PAGE = 25

export type BewijsRegel = {
  readonly id: string
  readonly code: string
  readonly deelnemer: string
  readonly opleiding: string
  readonly startdatum: PlainDate
  readonly gevraagdCent: Cent
  readonly stand: BewijsStand
  readonly bron: Herkomst
  readonly uitgegevenOp: Date
}

// How each stands: counted and filtered here, because an opleider may have ten thousands. What of the
// aanvraag counts is that there is one, and whether there is budget.
const MET_STAND = `
  select b.id, b.code, concat_ws(' ', b.voornaam, nullif(b.tussenvoegsel, ''), b.achternaam) as deelnemer, o.titel as opleiding, b.startdatum,
         b.gevraagd_cent as "gevraagdCent", b.bron, b.uitgegeven_op as "uitgegevenOp",
         case when b.status = 'ingetrokken' then 'ingetrokken'
              when a.status in ('verleend', 'betwist', 'vastgesteld') then 'toegekend'
              when a.status = 'afgewezen' then 'niet-toegekend'
              when b.status = 'gebruikt' then 'aangevraagd'
              when v.id is not null then 'voorgelegd'
              when b.burger_id is not null then 'bewaard'
              else 'uitgegeven' end as stand
  from aanmeldbewijs b
  join opleiding o on o.id = b.opleiding_id
  left join aanmeldbewijs_voorstel v on v.aanmeldbewijs_id = b.id and v.status = 'voorgelegd'
  left join lateral (select status from aanvraag a where a.aanmeldbewijs_id = b.id and a.status <> 'ingetrokken' order by a.created_at desc limit 1) a on true
  where b.opleider_id = $1
    and ($2 = '' or b.achternaam ilike $3 or b.studentnummer ilike $3 or b.code ilike $3 or o.titel ilike $3)`

/**
 * The aanmeldbewijzen of this opleider, the newest first, with how each stands and how many there are of each stand. `zoek` is a part
 * of a name, a studentnummer, a code or a title.
 */
export async function listAanmeldbewijzen(opleider: OpleiderActor, { pagina, zoek, stand }: { pagina: number; zoek: string; stand: BewijsStand | null }) {
  const waarden = [opleider.opleiderId, zoek, `%${zoek.replace(/[\\%_]/g, '\\$&')}%`]
  const [{ rows: regels }, { rows: aantallen }] = await Promise.all([
    pool.query<BewijsRegel>(`with rij as (${MET_STAND}) select * from rij where $4::text is null or stand = $4 order by "uitgegevenOp" desc, id limit ${String(PER_PAGE)} offset $5`, [...waarden, stand, (pagina - 1) * PER_PAGE]),
    pool.query<{ stand: BewijsStand; aantal: number }>(`with rij as (${MET_STAND}) select stand, count(*) as aantal from rij group by stand`, waarden),
  ])
  const perStand = BEWIJS_STANDEN.flatMap((one) => aantallen.filter((rij) => rij.stand === one))
  const total = perStand.filter((rij) => stand === null || rij.stand === stand).reduce((som, { aantal }) => som + aantal, 0)
  return { regels, perStand, total, perPage: PER_PAGE }
}

/** How many aanmeldbewijzen of this opleider were issued and wait for an aanvraag, for a start that is still to come. */
export async function countOngebruikteBewijzen({ opleiderId }: OpleiderActor): Promise<number> {
  return prisma.aanmeldbewijs.count({ where: { opleiderId, status: 'uitgegeven', scholingsactiviteit: { startdatum: { gt: toDbDate(await today()) } } } })
}

/** How many burgers wait for an answer of this opleider. */
export function countOpenVerzoeken({ opleiderId }: OpleiderActor): Promise<number> {
  return prisma.aanmeldbewijsVerzoek.count({ where: { opleiderId, status: 'gevraagd' } })
}

const METGEZELLEN = {
  opleiding: { select: { titel: true, programmaId: true } }, opleider: { select: { naam: true, kvk: true, code: true } },
  scholingsactiviteit: { select: { cohortcode: true } }, voorstellen: { orderBy: { op: 'desc' } },
} as const

/** One aanmeldbewijs to show or print; undefined when it is of another opleider. */
export async function getAanmeldbewijs(opleider: OpleiderActor, id: string) {
  const rij = await prisma.aanmeldbewijs.findFirst({ where: { id, opleiderId: opleider.opleiderId }, include: METGEZELLEN })
  return rij === null ? undefined : toBlad(rij)
}

export type Bewijsblad = ReturnType<typeof toBlad>

type Gelezen = NonNullable<Awaited<ReturnType<typeof readBlad>>>
const readBlad = (where: { code: string }) => prisma.aanmeldbewijs.findUnique({ where, include: METGEZELLEN })

function toBlad({ opleiding, opleider: organisatie, scholingsactiviteit, voorstellen, ...bewijs }: Gelezen) {
  return {
    ...toAanmeldbewijs(bewijs), opleiding, organisatie, cohortcode: scholingsactiviteit.cohortcode,
    voorstellen: voorstellen.map((voorstel) => ({ ...toVoorstel(voorstel), op: voorstel.op, beantwoordOp: voorstel.beantwoordOp })),
  }
}

/**
 * The aanmeldbewijs of a code that a burger typed, scanned or followed. 'onbekend' is the answer for what is not there; 'te-bewaren'
 * says nothing of what is on it, because whose it is was not looked at yet; 'van-een-ander' that somebody else kept it.
 */
export async function findBewijsVoorBurger(burger: Burger, code: string): Promise<{ soort: 'onbekend' | 'van-een-ander' } | { soort: 'te-bewaren'; status: AanmeldbewijsStatus } | { soort: 'eigen'; blad: Bewijsblad }> {
  const gelezen = parseCode(code)
  const rij = gelezen === undefined ? null : await readBlad({ code: gelezen })
  if (rij === null) return { soort: 'onbekend' }
  if (rij.burgerId === burger.id) return { soort: 'eigen', blad: toBlad(rij) }
  return rij.burgerId === null ? { soort: 'te-bewaren', status: toAanmeldbewijs(rij).status } : { soort: 'van-een-ander' }
}

/** What a burger kept or asked for and what is not over: for the overview of Mijn STAP. */
export async function listEigenBewijzen(burger: Burger) {
  const [bewijzen, verzoeken] = await Promise.all([
    prisma.aanmeldbewijs.findMany({
      where: { burgerId: burger.id, status: 'uitgegeven', einddatum: { gte: toDbDate(await today()) } },
      include: { opleiding: { select: { titel: true } }, opleider: { select: { naam: true } }, voorstellen: { where: { status: 'voorgelegd' }, select: { soort: true } }, aanvragen: { where: { status: { notIn: ['ingetrokken', 'afgewezen'] } }, select: { kenmerk: true } } },
      orderBy: { uitgegevenOp: 'desc' }, take: 20,
    }),
    prisma.aanmeldbewijsVerzoek.findMany({
      where: { burgerId: burger.id, OR: [{ status: 'gevraagd' }, { status: 'geweigerd', beantwoordOp: { gte: new Date((await now()).getTime() - 30 * 86_400_000) } }] },
      include: { opleiding: { select: { titel: true } }, opleider: { select: { naam: true } } }, orderBy: { op: 'desc' }, take: 20,
    }),
  ])
  return {
    bewijzen: bewijzen.map(({ code, startdatum, opleiding, opleider, voorstellen, aanvragen }) => ({
      code, titel: opleiding.titel, opleider: opleider.naam, startdatum: fromDbDate(startdatum), voorgelegd: voorstellen[0]?.soort ?? null, kenmerk: aanvragen[0]?.kenmerk ?? null,
    })),
    verzoeken: verzoeken.map(({ id, opleidingId, opleiding, opleider, status, reden, op }) => ({ id, opleidingId, titel: opleiding.titel, opleider: opleider.naam, isOpen: status === 'gevraagd', reden, op })),
  }
}

/** What burgers asked this opleider, the longest waiting first; `open` false gives what was answered, the newest first. */
export async function listVerzoeken(opleider: OpleiderActor, { pagina, open }: { pagina: number; open: boolean }) {
  const where = { opleiderId: opleider.opleiderId, status: open ? 'gevraagd' : { not: 'gevraagd' } }
  const [rijen, total] = await Promise.all([
    prisma.aanmeldbewijsVerzoek.findMany({ where, include: { opleiding: { select: { titel: true } }, scholingsactiviteit: { select: { startdatum: true } } }, orderBy: { op: open ? 'asc' : 'desc' }, skip: (pagina - 1) * PER_PAGE, take: PER_PAGE }),
    prisma.aanmeldbewijsVerzoek.count({ where }),
  ])
  const regels = rijen.map(({ id, opleiding, scholingsactiviteit, status, op, aanmeldbewijsId, ...wie }) => ({
    id, deelnemer: volledigeNaam(wie), titel: opleiding.titel, startdatum: fromDbDate(scholingsactiviteit.startdatum), status: VERZOEK_STATUSSEN.find((one) => one === status) ?? 'ingetrokken', op, aanmeldbewijsId,
  }))
  return { regels, total, perPage: PER_PAGE }
}

/** One verzoek with what the burger let us send; undefined when it is of another opleider. */
export async function getVerzoek(opleider: OpleiderActor, id: string) {
  const rij = await prisma.aanmeldbewijsVerzoek.findFirst({ where: { id, opleiderId: opleider.opleiderId } })
  if (rij === null) return undefined
  const { voornaam, tussenvoegsel, achternaam, geboortedatum, adres, opmerking, status, scholingsactiviteitId, op } = rij
  return { id, voornaam, tussenvoegsel, achternaam, geboortedatum: fromDbDate(geboortedatum), adres: adres === null ? null : adresSchema.parse(adres), opmerking, status, scholingsactiviteitId, op }
}

/** The start dates of an opleiding for which an aanmeldbewijs can be asked, with its name; undefined when there is no such opleiding. */
export async function getVraagkeuzes(opleidingId: string) {
  const opleiding = await prisma.opleiding.findUnique({ where: { id: opleidingId }, select: { titel: true, opleider: { select: { naam: true } } } })
  if (opleiding === null) return undefined
  const rijen = await prisma.scholingsactiviteit.findMany({ where: { opleidingId, ...(await magGekozen()) }, orderBy: { startdatum: 'asc' }, take: 50 })
  return { titel: opleiding.titel, opleider: opleiding.opleider.naam, keuzes: rijen.map(({ id, startdatum, plaats, subsidiabelCent }) => ({ id, startdatum: fromDbDate(startdatum), plaats, subsidiabelCent: cent(subsidiabelCent) })) }
}

/** What can still be chosen: open, and not starting so soon that nobody could apply any more. */
async function magGekozen() {
  const dag = await today()
  const { naDagen } = (await leesRegeling(prisma, dag)).get('startvenster')
  return { status: 'open', subsidiabelCent: { gt: 0 }, startdatum: { gte: toDbDate(addDays(dag, naDagen)) } }
}

/** The activities for which this opleider can issue an aanmeldbewijs. */
export async function listKeuzes(opleider: OpleiderActor, zoek: string) {
  const rijen = await prisma.scholingsactiviteit.findMany({
    where: {
      opleiderId: opleider.opleiderId, ...(await magGekozen()),
      opleiding: { stapToestemming: true, gebreken: { isEmpty: true }, ...(zoek === '' ? {} : { titel: { contains: zoek, mode: 'insensitive' } }) },
    },
    include: { opleiding: { select: { titel: true } } }, orderBy: [{ startdatum: 'asc' }, { cohortcode: 'asc' }], take: 100,
  })
  return rijen.map(({ id, opleiding, startdatum, plaats, cohortcode, catalogusprijsCent, subsidiabelCent }) => ({
    id, titel: opleiding.titel, startdatum: fromDbDate(startdatum), plaats, cohortcode, catalogusprijsCent: cent(catalogusprijsCent), subsidiabelCent: cent(subsidiabelCent),
  }))
}

/** One of those activities, for the form; undefined when it cannot be chosen. */
export async function getKeuze(opleider: OpleiderActor, scholingsactiviteitId: string) {
  const rij = await prisma.scholingsactiviteit.findFirst({ where: { id: scholingsactiviteitId, opleiderId: opleider.opleiderId }, include: { opleiding: { select: { titel: true } } } })
  if (rij === null) return undefined
  const maximumCent = (await leesRegeling(prisma, await today())).get('maximumbedrag')
  return {
    id: rij.id, titel: rij.opleiding.titel, startdatum: fromDbDate(rij.startdatum), einddatum: fromDbDate(rij.einddatum), plaats: rij.plaats, cohortcode: rij.cohortcode,
    catalogusprijsCent: cent(rij.catalogusprijsCent), subsidiabelCent: cent(rij.subsidiabelCent), voorstelCent: cent(Math.min(rij.subsidiabelCent, maximumCent)), maximumCent,
  }
}

/** The files of this opleider, the newest first. */
export async function listBestanden(opleider: OpleiderActor) {
  const rijen = await prisma.aanmeldbewijsBestand.findMany({ where: { opleiderId: opleider.opleiderId }, orderBy: { op: 'desc' }, take: 50 })
  return rijen.map(({ id, bestandsnaam, toestand, uitgegeven, geweigerd, op }) => ({ id, bestandsnaam, toestand: toToestand(toestand), uitgegeven, geweigerd, op }))
}

const oorzaak = z.object({ veld: z.string(), reden: z.string(), aantal: z.number(), regels: z.array(z.number()) })

/** What became of a file: each cause once with the lines it hit, and what was issued; undefined when it is of another opleider. */
export async function getBestand(opleider: OpleiderActor, id: string, pagina: number) {
  const rij = await prisma.aanmeldbewijsBestand.findFirst({ where: { id, opleiderId: opleider.opleiderId } })
  if (rij === null) return undefined
  const [{ rows: oorzaken }, uitgegeven] = await Promise.all([
    pool.query(`
      select f ->> 'veld' as veld, f ->> 'reden' as reden, count(*)::integer as aantal, (array_agg(r.regel order by r.regel))[1:20] as regels
      from aanmeldbewijs_rij r, jsonb_array_elements(r.fouten) as f where r.bestand_id = $1 group by 1, 2 order by 3 desc, 1, 2`, [id]),
    prisma.aanmeldbewijsRij.findMany({
      where: { bestandId: id, aanmeldbewijsId: { not: null } }, orderBy: { nummer: 'asc' }, skip: (pagina - 1) * PER_PAGE, take: PER_PAGE,
      select: { regel: true, aanmeldbewijs: { select: { id: true, code: true, voornaam: true, tussenvoegsel: true, achternaam: true } } },
    }),
  ])
  return {
    ...rij, toestand: toToestand(rij.toestand), perPage: PER_PAGE, oorzaken: z.array(oorzaak).parse(oorzaken),
    bewijzen: uitgegeven.flatMap(({ regel, aanmeldbewijs }) => (aanmeldbewijs === null ? [] : [{ regel, id: aanmeldbewijs.id, code: aanmeldbewijs.code, deelnemer: volledigeNaam(aanmeldbewijs) }])),
  }
}

const toToestand = (toestand: string) => BESTAND_TOESTANDEN.find((one) => one === toestand) ?? 'ontvangen'

/** "Sam van der Berg" */
export function volledigeNaam({ voornaam, tussenvoegsel, achternaam }: { voornaam: string; tussenvoegsel: string | null; achternaam: string }): string {
  return [voornaam, tussenvoegsel, achternaam].filter((deel) => deel !== null && deel !== '').join(' ')
}
