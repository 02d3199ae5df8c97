import 'server-only'
import { z } from 'zod'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { daysBetween, formatDatum, formatDatumKort, formatPeriodeKort, plainDate } from '@/lib/base/date'
import { cent, formatBedrag } from '@/lib/base/money'
import { CONTROLES, type Afwijzingsgrond, type Besluitinhoud, type ControleNaam, type Uitkomst } from '@/lib/beschikking/model'
import { aanvraagDagOf, findAanvraagId, readAanvraag, toBrief, toBriefFeiten, toegewezenCent, toRegelwaarden, type LockedAanvraag } from '@/lib/beschikking/repo'
import { makeBesluitbrief } from '@/lib/beschikking/rules/besluitbrief'
import { layoutBrief, type OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { beoordelingFeitenSchema, momentopnameSchema } from '@/lib/beschikking/schema'
import { describeStartvenster } from '@/lib/beschikking/texts'
import { today } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma } from '@/lib/platform/db'
import { readDocument } from '@/lib/platform/documents'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** A line of the worklist. `dagenOver` is negative when the term has passed. */
export type Werkregel = {
  kenmerk: string
  naam: string
  opleiding: string
  opleider: string
  redenen: readonly ControleNaam[]
  isAangehouden: boolean
  ingediendOp: string
  dagenOver: number
  behandelaar: string | null
  isVanMij: boolean
}

export type Werkvoorraad = { regels: readonly Werkregel[]; totaal: number; perReden: readonly { reden: ControleNaam | 'aangehouden'; aantal: number }[] }

// One list: what the checks could not decide, and what was put aside while the time to choose has passed.
const WERK = `
  select a.id, a.kenmerk, a.momentopname->'persoon'->>'naam' as naam, a.momentopname->'opleiding'->>'titel' as opleiding,
         a.momentopname->'opleider'->>'naam' as opleider, a.status = 'aangehouden' as "isAangehouden", a.ingediend_op as "ingediendOp",
         a.werk_uiterlijk_op as uiterlijk, a.behandelaar_id as "behandelaarId", g.medewerker_naam as behandelaar,
         coalesce((select array_agg(b.controle) from beoordeling b where b.aanvraag_id = a.id and b.uitkomst <> 'voldoet'
                    and b.ronde = (select max(ronde) from beoordeling m where m.aanvraag_id = a.id)), '{}') as redenen
  from aanvraag a left join gebruiker g on g.id = a.behandelaar_id
  where a.werk_uiterlijk_op is not null and (a.status = 'in-behandeling' or a.aangehouden_tot < $1::date)`

type WerkRij = {
  kenmerk: string; naam: string; opleiding: string; opleider: string; isAangehouden: boolean; ingediendOp: Date; uiterlijk: string
  behandelaarId: string | null; behandelaar: string | null; redenen: string[]
}

/** The worklist of the behandelaars, the earliest term first; `reden` narrows it. Page from 1. */
export async function getWerkvoorraad(medewerker: Medewerker, { reden, page, size }: { reden?: string | undefined; page: number; size: number }): Promise<Werkvoorraad> {
  const vandaag = await today()
  const filter = `with w as (${WERK}) select w.* from w where $2::text is null or $2 = any (w.redenen) or ($2 = 'aangehouden' and w."isAangehouden")`
  const [rijen, telling, totaal] = await Promise.all([
    pool.query<WerkRij>(`${filter} order by uiterlijk, "ingediendOp", kenmerk limit $3 offset $4`, [vandaag, reden ?? null, size, (page - 1) * size]),
    pool.query<{ reden: string; aantal: number }>(
      `with w as (${WERK}) select reden, count(*) as aantal from (select unnest(redenen) as reden from w union all select 'aangehouden' from w where "isAangehouden") r group by reden`, [vandaag]),
    pool.query<{ aantal: number }>(`select count(*) as aantal from (${filter}) f`, [vandaag, reden ?? null]),
  ])
  const aantallen = new Map(telling.rows.map((rij) => [rij.reden, rij.aantal]))
  return {
    totaal: totaal.rows[0]?.aantal ?? 0,
    perReden: [...CONTROLES, 'aangehouden' as const].flatMap((naam) => ({ reden: naam, aantal: aantallen.get(naam) ?? 0 })).filter(({ aantal }) => aantal > 0),
    regels: rijen.rows.map(({ ingediendOp, uiterlijk, behandelaarId, redenen, ...rij }) => ({
      ...rij,
      redenen: CONTROLES.filter((naam) => redenen.includes(naam)),
      ingediendOp: formatDatumKort(amsterdamDate(ingediendOp)),
      dagenOver: daysBetween(vandaag, plainDate(uiterlijk)),
      isVanMij: behandelaarId === medewerker.id,
    })),
  }
}

/** One check as the behandelaar sees it. */
export type ControleRegel = {
  controle: ControleNaam
  uitkomst: Uitkomst
  toelichting: string
  bron: string
  feiten: readonly { naam: string; waarde: string; isVerschil: boolean }[]
}

export type Dossier = {
  kenmerk: string
  status: string
  versie: number
  naam: string
  opleiding: string
  opleider: string
  bedrag: string
  ingediendOp: string
  dagenOver: number | null
  behandelaar: string | null
  isVanMij: boolean
  /** Whether the checks point to granting; null when they were not run. */
  voorstel: 'verlening' | 'afwijzing' | null
  voorgesteldeGronden: readonly Afwijzingsgrond[]
  beoordeeldOp: string | null
  controles: readonly ControleRegel[]
  feiten: readonly { naam: string; waarde: string; bron: string }[]
  besluiten: readonly { kenmerk: string; soort: string; op: string; motivering: string; briefId: string }[]
}

/** A submitted aanvraag with its checks, for a medewerker. Undefined when there is none. The caller logs the view (bekijkDossier). */
export async function getDossier(medewerker: Medewerker, kenmerk: string): Promise<Dossier | undefined> {
  const id = await findAanvraagId(prisma, kenmerk)
  if (id === undefined) return undefined
  const aanvraag = await readAanvraag(prisma, id)
  const { persoon, opleiding, opleider } = momentopnameSchema.parse(aanvraag.momentopname)
  const [behandelaar, controles, besluiten, feiten] = await Promise.all([
    aanvraag.behandelaarId === null ? null : prisma.gebruiker.findUnique({ where: { id: aanvraag.behandelaarId }, select: { medewerkerNaam: true } }),
    listControles(id),
    prisma.besluit.findMany({ where: { aanvraagId: id }, orderBy: { genomenOp: 'desc' } }),
    listFeiten(aanvraag),
  ])
  const open = controles.filter(({ uitkomst }) => uitkomst !== 'voldoet')
  const gronden = open.flatMap(({ grond }) => (grond === null ? [] : [grond]))
  return {
    kenmerk: aanvraag.kenmerk,
    status: aanvraag.status,
    versie: aanvraag.versie,
    naam: persoon.naam,
    opleiding: opleiding.titel,
    opleider: opleider.naam,
    bedrag: formatBedrag(cent(toegewezenCent(aanvraag) ?? aanvraag.bedragCent)),
    ingediendOp: formatDatum(aanvraagDagOf(aanvraag)),
    dagenOver: aanvraag.beslisUiterlijkOp === null ? null : daysBetween(await today(), fromDbDate(aanvraag.beslisUiterlijkOp)),
    behandelaar: behandelaar?.medewerkerNaam ?? null,
    isVanMij: aanvraag.behandelaarId === medewerker.id,
    voorstel: controles.length === 0 ? null : gronden.length === 0 ? 'verlening' : 'afwijzing',
    voorgesteldeGronden: [...new Set(gronden)],
    beoordeeldOp: controles[0] === undefined ? null : formatDatum(amsterdamDate(controles[0].op)),
    controles,
    feiten,
    besluiten: besluiten.map(({ kenmerk: nummer, soort, genomenOp, motivering, briefId }) => ({ kenmerk: nummer, soort, op: formatDatum(amsterdamDate(genomenOp)), motivering, briefId })),
  }
}

async function listControles(aanvraagId: string): Promise<readonly (ControleRegel & { grond: Afwijzingsgrond | null; op: Date })[]> {
  const { _max } = await prisma.beoordeling.aggregate({ where: { aanvraagId }, _max: { ronde: true } })
  const rijen = await prisma.beoordeling.findMany({ where: { aanvraagId, ronde: _max.ronde ?? 0 } })
  return CONTROLES.flatMap((controle) => {
    const rij = rijen.find((one) => one.controle === controle)
    if (rij === undefined) return []
    const { feiten, grond } = beoordelingFeitenSchema.parse(rij.feiten)
    const { uitkomst, toelichting, bron, beoordeeldOp } = rij
    return [{
      controle, toelichting, bron, grond, op: beoordeeldOp,
      uitkomst: uitkomst === 'voldoet' || uitkomst === 'voldoet-niet' ? uitkomst : 'onbekend',
      feiten: feiten.map(({ naam, waarde }) => ({ naam, waarde, isVerschil: naam.startsWith('Verschil') })),
    }]
  })
}

async function listFeiten(aanvraag: LockedAanvraag) {
  const { aanmeldbewijs, tijdvak } = aanvraag
  const { vroegsteStart, laatsteStart } = toRegelwaarden(await leesRegeling(prisma, aanvraagDagOf(aanvraag)), aanvraag)
  const [start, einde] = [fromDbDate(aanmeldbewijs.startdatum), fromDbDate(aanmeldbewijs.einddatum)]
  const bewijs = `Aanmeldbewijs van ${formatDatumKort(amsterdamDate(aanmeldbewijs.uitgegevenOp))}`
  return [
    { naam: 'Tijdvak', waarde: tijdvak.code, bron: 'Aanvraag' },
    { naam: 'Geboortedatum', waarde: formatDatumKort(fromDbDate(aanmeldbewijs.geboortedatum)), bron: bewijs },
    { naam: 'Scholing', waarde: `${formatPeriodeKort(start, einde)}${aanmeldbewijs.plaats === null ? '' : `, ${aanmeldbewijs.plaats}`}`, bron: bewijs },
    { naam: 'Kosten', waarde: `${formatBedrag(cent(aanmeldbewijs.kostenCent))}, waarvan subsidiabel ${formatBedrag(cent(aanmeldbewijs.subsidiabelCent))}`, bron: bewijs },
    { naam: 'Start kan', waarde: describeStartvenster(vroegsteStart, laatsteStart), bron: 'Regeling, art. 5 lid 3' },
    { naam: 'Versie van de opleiding', waarde: String(aanvraag.opleidingVersie), bron: 'Scholingsregister' },
  ]
}

/** The letter that a besluit would bring if it were taken now: the same maker as the real one, so it is exact. */
export async function getBriefVoorbeeld(_medewerker: Medewerker, kenmerk: string, besluit: Besluitinhoud): Promise<OpgemaakteBrief | undefined> {
  const id = await findAanvraagId(prisma, kenmerk)
  if (id === undefined) return undefined
  const aanvraag = await readAanvraag(prisma, id)
  const vandaag = await today()
  const waarden = toRegelwaarden(await leesRegeling(prisma, aanvraagDagOf(aanvraag)), aanvraag)
  const bezwaarUiterlijkOp = calculateBezwaartermijn(vandaag, await leesRegeling(prisma, vandaag))
  return layoutBrief({ ...makeBesluitbrief(toBriefFeiten(aanvraag), besluit, waarden, bezwaarUiterlijkOp), kenmerk: null, datum: vandaag })
}

/** A line of the burger's box. */
export type Bericht = {
  id: string
  onderwerp: string
  /** Which aanvraag the letter is about; null when it is about none. */
  over: { titel: string; kenmerk: string } | null
  op: string
  isGelezen: boolean
}

/** The letters of this burger, newest first. */
export async function listBerichten(burger: Burger, { page, size }: { page: number; size: number }): Promise<{ berichten: readonly Bericht[]; totaal: number }> {
  const where = { burgerId: burger.id }
  const [rijen, totaal] = await Promise.all([
    prisma.brief.findMany({
      where, orderBy: [{ verzondenOp: 'desc' }, { kenmerk: 'desc' }], skip: (page - 1) * size, take: size, omit: { inhoud: true },
      include: { aanvraag: { select: { kenmerk: true, opleiding: { select: { titel: true } } } } },
    }),
    prisma.brief.count({ where }),
  ])
  return {
    totaal,
    berichten: rijen.map(({ id, onderwerp, aanvraag, verzondenOp, gelezenOp }) => ({
      id, onderwerp, op: formatDatum(amsterdamDate(verzondenOp)), isGelezen: gelezenOp !== null,
      over: aanvraag === null ? null : { titel: aanvraag.opleiding.titel, kenmerk: aanvraag.kenmerk },
    })),
  }
}

/** How many letters this burger has not opened yet. */
export function countOngelezen(burger: Burger): Promise<number> {
  return prisma.brief.count({ where: { burgerId: burger.id, gelezenOp: null } })
}

/** A letter of this burger laid out, with whether its PDF is ready. Undefined when it is not there or somebody else's. */
export async function getBericht(burger: Burger, id: string): Promise<{ brief: OpgemaakteBrief; aanvraagKenmerk: string | null; hasPdf: boolean } | undefined> {
  if (!isId(id)) return undefined
  const rij = await prisma.brief.findFirst({ where: { id, burgerId: burger.id }, include: { aanvraag: { select: { kenmerk: true } } } })
  if (rij === null) return undefined
  return { brief: layoutBrief(toBrief(rij)), aanvraagKenmerk: rij.aanvraag?.kenmerk ?? null, hasPdf: rij.documentId !== null }
}

/** The PDF of a letter of this burger; undefined when it is not there, not ready or somebody else's. */
export async function readBerichtPdf(burger: Burger, id: string): Promise<{ naam: string; inhoud: Buffer } | undefined> {
  if (!isId(id)) return undefined
  const rij = await prisma.brief.findFirst({ where: { id, burgerId: burger.id }, select: { documentId: true } })
  if (rij?.documentId == null) return undefined
  const document = await readDocument(rij.documentId)
  return document === undefined ? undefined : { naam: document.naam, inhoud: document.inhoud }
}

/** An id from an address is whatever somebody typed. */
function isId(text: string): boolean {
  return z.guid().safeParse(text).success
}

/** A letter about an aanvraag as it was sent, for a medewerker. */
export async function getVerzondenBrief(_medewerker: Medewerker, id: string): Promise<OpgemaakteBrief | undefined> {
  const rij = await prisma.brief.findFirst({ where: { id } })
  return rij === null ? undefined : layoutBrief(toBrief(rij))
}

/** A letter to this opleider as it was sent; undefined when it is not there or of another. */
export async function getBriefVanOpleider(opleider: OpleiderActor, id: string): Promise<OpgemaakteBrief | undefined> {
  const rij = await prisma.brief.findFirst({ where: { id, opleiderId: opleider.opleiderId } })
  return rij === null ? undefined : layoutBrief(toBrief(rij))
}
