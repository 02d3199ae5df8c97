import 'server-only'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { addDays, type PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { getBriefVanOpleider } from '@/lib/beschikking/views'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import {
  toBeslagvrijAntwoord, toBetalingsregelingStatus, toOverdracht, toVorderingGrond, toTerugbetalingStatus, toVoorstelSoort, toVorderingMutatieSoort, toVorderingStatus, VORDERING_PREFIX,
  type RekeningHerkomst, type RekeningStatus, type VorderingStatus,
} from '@/lib/vordering/model'
import { findRekeningen, type Rekening } from '@/lib/vordering/repo/rekening'
import { listVerrekenkansen, type Verrekenkans } from '@/lib/vordering/repo/verrekening'
import { laagsteTermijn, makeTermijnen, VOORLEG_REDENEN, type Termijn } from '@/lib/vordering/rules/betalingsregeling'
import { formatIban } from '@/lib/vordering/rules/brieven'
import { maskeer } from '@/lib/vordering/rules/rekening'
import type { VORDERING_FILTERS } from '@/lib/vordering/schema'
import type { Prisma } from '@/prisma/generated/client'

export const VORDERING_PAGINA = 50

export type VorderingFilter = (typeof VORDERING_FILTERS)[number]

/** Why an employee must do something with a claim, or null. */
type TeDoen = 'regeling' | 'overdracht' | 'afboeking' | 'terugbetaling' | 'rekening' | 'verjaring'

export type VorderingRegel = {
  kenmerk: string; schuldenaar: string; aan: 'burger' | 'opleider'; status: VorderingStatus; bedrag: Cent; open: Cent; ingesteldOp: PlainDate; vervaltOp: PlainDate; isTeLaat: boolean; teDoen: readonly TeDoen[]
}

/** So long before it lapses a claim is in the worklist, in days: time enough for an aanmaning that interrupts (Awb 4:106). */
const VERJAART_BINNEN = 183

const teDoenOp = (vandaag: PlainDate): Prisma.VorderingWhereInput => ({
  OR: [
    // What we owe back goes out by itself, unless the bank sent it back or the account is not sure.
    { terugbetalingen: { some: { status: 'teruggekomen' } } }, { rekeningen: { some: { status: 'te-beoordelen' } } },
    // Also of a claim that was paid.
    { kwijtscheldingen: { some: { status: 'voorgesteld', soort: 'intrekking' } } },
    // What has ended needs no decision any more.
    { status: { in: ['open', 'deels-voldaan'] }, OR: [{ overdracht: 'voorgelegd' }, { regelingen: { some: { status: 'aangevraagd' } } }, { kwijtscheldingen: { some: { status: 'voorgesteld' } } }, { verjaartOp: { lte: toDbDate(addDays(vandaag, VERJAART_BINNEN)) } }] },
  ],
})

/** The claims, what waits longest first; `zoek` is a kenmerk of a claim or the name of an opleider. */
export async function listVorderingen(_actor: Medewerker, { toon, zoek, pagina }: { toon: VorderingFilter; zoek: string; pagina: number }): Promise<{ rijen: VorderingRegel[]; totaal: number }> {
  const kenmerk = parseKenmerk(VORDERING_PREFIX, zoek)
  const vandaag = await today()
  const where: Prisma.VorderingWhereInput = {
    ...(toon === 'alle' ? {} : toon === 'te-doen' ? teDoenOp(vandaag) : { status: toon }),
    ...(zoek === '' ? {} : kenmerk === undefined ? { schuldenaarOpleider: { naam: { contains: zoek, mode: 'insensitive' } } } : { kenmerk }),
  }
  const [rijen, totaal] = await Promise.all([
    prisma.vordering.findMany({ where, orderBy: [{ vervaltOp: 'asc' }, { kenmerk: 'asc' }], skip: (pagina - 1) * VORDERING_PAGINA, take: VORDERING_PAGINA, include: REGEL }),
    prisma.vordering.count({ where }),
  ])
  return { totaal, rijen: rijen.map((rij) => toRegel(rij, vandaag)) }
}

const REGEL = {
  schuldenaarOpleider: { select: { naam: true } }, aanvraag: { select: { kenmerk: true, momentopname: true } },
  regelingen: { where: { status: 'aangevraagd' }, select: { id: true } }, kwijtscheldingen: { where: { status: 'voorgesteld' }, select: { id: true, soort: true } },
  terugbetalingen: { where: { status: 'teruggekomen' }, select: { id: true } }, rekeningen: { where: { status: 'te-beoordelen' }, select: { id: true } },
} as const

function toRegel(rij: Prisma.VorderingGetPayload<{ include: typeof REGEL }>, vandaag: PlainDate): VorderingRegel {
  const status = toVorderingStatus(rij.status)
  const isLopend = status === 'open' || status === 'deels-voldaan'
  return {
    kenmerk: rij.kenmerk, status, aan: rij.schuldenaarBurgerId === null ? 'opleider' : 'burger', schuldenaar: naamVan(rij), bedrag: cent(rij.bedragCent), open: cent(rij.openCent + rij.openKostenCent),
    ingesteldOp: fromDbDate(rij.ingesteldOp), vervaltOp: fromDbDate(rij.vervaltOp), isTeLaat: isLopend && fromDbDate(rij.vervaltOp) < vandaag,
    teDoen: [
      ...(isLopend && rij.regelingen.length > 0 ? (['regeling'] as const) : []), ...(isLopend && rij.overdracht === 'voorgelegd' ? (['overdracht'] as const) : []),
      ...(rij.kwijtscheldingen.some(({ soort }) => isLopend || soort === 'intrekking') ? (['afboeking'] as const) : []), ...(rij.terugbetalingen.length > 0 ? (['terugbetaling'] as const) : []),
      ...(rij.rekeningen.length > 0 ? (['rekening'] as const) : []),
      ...(isLopend && fromDbDate(rij.verjaartOp) <= addDays(vandaag, VERJAART_BINNEN) ? (['verjaring'] as const) : []),
    ],
  }
}

function naamVan(rij: { schuldenaarOpleider: { naam: string } | null; aanvraag: { momentopname: unknown } }): string {
  return rij.schuldenaarOpleider?.naam ?? momentopnameSchema.parse(rij.aanvraag.momentopname).persoon.naam
}

/** How many claims wait for an employee, and what is open altogether. */
export async function getVorderingenStand(_actor: Medewerker): Promise<{ teDoen: number; aantal: number; open: Cent; teLaat: Cent }> {
  const [teDoen, { rows: [rij] }] = await Promise.all([
    prisma.vordering.count({ where: teDoenOp(await today()) }),
    pool.query<{ aantal: number; open: number; laat: number }>(`
      select count(*) as aantal, coalesce(sum(open_cent + open_kosten_cent), 0)::bigint as open,
             coalesce(sum(open_cent + open_kosten_cent) filter (where vervalt_op < (nu() at time zone 'Europe/Amsterdam')::date), 0)::bigint as laat
        from vordering where status in ('open', 'deels-voldaan')`),
  ])
  if (rij === undefined) throw new Error('the counts gave no row')
  return { teDoen, aantal: rij.aantal, open: cent(rij.open), teLaat: cent(rij.laat) }
}

const DETAIL = {
  ...REGEL,
  opleider: { select: { naam: true } },
  mutaties: { orderBy: { id: 'desc' } },
  regelingen: { orderBy: { gevraagdOp: 'desc' } },
  kwijtscheldingen: { orderBy: { voorgesteldOp: 'desc' }, include: { voorgesteldDoorGebruiker: { select: { medewerkerNaam: true } } } },
  terugbetalingen: { orderBy: { ontstaanOp: 'desc' }, include: { betalingen: { orderBy: { endToEndId: 'desc' }, take: 1, select: { endToEndId: true, batch: { select: { msgId: true } } } } } },
} as const satisfies Prisma.VorderingInclude

type Rij = Prisma.VorderingGetPayload<{ include: typeof DETAIL }>

function toDetail(rij: Rij, vandaag: PlainDate) {
  const regelingen = rij.regelingen.map((regeling) => ({
    id: regeling.id, status: toBetalingsregelingStatus(regeling.status), termijn: cent(regeling.termijnCent), aantal: regeling.aantal, eersteOp: fromDbDate(regeling.eersteOp),
    beslagvrij: toBeslagvrijAntwoord(regeling.beslagvrij), omstandigheden: regeling.omstandigheden, gevraagdOp: regeling.gevraagdOp, motivering: regeling.motivering,
    redenen: VOORLEG_REDENEN.filter((reden) => regeling.redenen.includes(reden)),
    termijnen: termijnenVan(regeling),
  }))
  return {
    ...toRegel({ ...rij, regelingen: rij.regelingen.filter(({ status }) => status === 'aangevraagd'), kwijtscheldingen: rij.kwijtscheldingen.filter(({ status }) => status === 'voorgesteld'), terugbetalingen: rij.terugbetalingen.filter(({ status }) => status === 'teruggekomen') }, vandaag),
    id: rij.id, grond: toVorderingGrond(rij.grond), aanvraagKenmerk: rij.aanvraag.kenmerk, opleiding: momentopnameSchema.parse(rij.aanvraag.momentopname).opleiding.titel, opleider: rij.opleider.naam,
    openHoofdsom: cent(rij.openCent), openKosten: cent(rij.openKostenCent), bezwaarUiterlijkOp: fromDbDate(rij.bezwaarUiterlijkOp), verjaartOp: fromDbDate(rij.verjaartOp),
    aanmaningVervaltOp: rij.aanmaningVervaltOp === null ? null : fromDbDate(rij.aanmaningVervaltOp), uitstelTot: rij.uitstelTot === null ? null : fromDbDate(rij.uitstelTot), overdracht: toOverdracht(rij.overdracht),
    iban: formatIban(config.uwv.iban), regelingen, lopend: regelingen.find(({ status }) => status === 'toegewezen' || status === 'aangevraagd'),
    mutaties: rij.mutaties.map(({ id, soort, hoofdsomCent, kostenCent, dag }) => ({ id: String(id), soort: toVorderingMutatieSoort(soort), hoofdsom: cent(hoofdsomCent), kosten: cent(kostenCent), dag: fromDbDate(dag) })),
    voorstellen: rij.kwijtscheldingen.filter(({ status }) => status === 'voorgesteld').map(({ soort, bedragCent, reden, voorgesteldDoor, voorgesteldDoorGebruiker }) =>
      ({ soort: toVoorstelSoort(soort), bedrag: cent(bedragCent), reden, door: voorgesteldDoorGebruiker.medewerkerNaam ?? 'Medewerker', doorId: voorgesteldDoor })),
    terug: rij.terugbetalingen.map(({ id, hoofdsomCent, verrekendCent, kostenCent, renteCent, teveelCent, status, betaaldOp, betalingen: [betaling] }) => ({
      id, status: toTerugbetalingStatus(status), bedrag: cent(hoofdsomCent - verrekendCent + kostenCent + renteCent + teveelCent), verrekend: cent(verrekendCent),
      betaaldOp: betaaldOp === null ? null : fromDbDate(betaaldOp), msgId: betaling?.batch.msgId ?? null,
    })),
  }
}

function termijnenVan({ status, openBijBeginCent, termijnCent, eersteOp }: { status: string; openBijBeginCent: number | null; termijnCent: number; eersteOp: Date }): readonly Termijn[] {
  return openBijBeginCent === null || status === 'afgewezen' ? [] : makeTermijnen(cent(openBijBeginCent), { termijnCent: cent(termijnCent), eersteOp: fromDbDate(eersteOp) })
}

type VorderingDetail = ReturnType<typeof toDetail>

async function getDetail(where: Prisma.VorderingWhereInput, kenmerk: string): Promise<VorderingDetail | undefined> {
  const eigen = parseKenmerk(VORDERING_PREFIX, kenmerk)
  const rij = eigen === undefined ? null : await prisma.vordering.findFirst({ where: { ...where, kenmerk: eigen }, include: DETAIL })
  return rij === null ? undefined : toDetail(rij, await today())
}

type Gebeurtenis = { id: string; soort: string; op: Date; door: string; reden: string | null; briefId: string | null }

/** What happened to a claim, newest first. */
async function listGebeurtenissen(vorderingId: string): Promise<Gebeurtenis[]> {
  const { rows } = await pool.query<{ id: number; soort: string; op: Date; naam: string | null; rol: string; reden: string | null; brief: string | null }>(`
    select g.id, g.soort, g.op, u.medewerker_naam as naam, g.door_rol as rol, g.reden, g.gegevens ->> 'briefId' as brief
      from gebeurtenis g left join gebruiker u on u.id = g.door_id
     where g.onderwerp = 'vordering' and g.onderwerp_id = $1 order by g.id desc`, [vorderingId])
  return rows.map(({ id, soort, op, naam, rol, reden, brief }) => ({ id: String(id), soort, op, reden, briefId: brief, door: naam ?? (rol === 'systeem' ? 'Systeem' : rol === 'burger' ? 'De burger' : rol === 'opleider' ? 'De opleider' : rol) }))
}

/** An account as a screen shows it. */
type Rekeningregel = { id: string; herkomst: RekeningHerkomst; status: RekeningStatus; rekening: string; tenaamstelling: string; antwoord: string | null }

const toRekeningregel = ({ id, herkomst, status, iban, tenaamstelling, antwoord }: Rekening): Rekeningregel => ({ id, herkomst, status, tenaamstelling, antwoord, rekening: maskeer(iban) })

/** The account that a burger is paid back on: in use, and what is known from a receipt. An opleider is paid on its own. */
async function leesRekeningen({ id, aan }: VorderingDetail): Promise<{ lopend: Rekeningregel | undefined; voorstel: Rekeningregel | undefined }> {
  if (aan === 'opleider') return { lopend: undefined, voorstel: undefined }
  const { lopend, voorstel } = await findRekeningen(prisma, id)
  return { lopend: lopend && toRekeningregel(lopend), voorstel: voorstel && toRekeningregel(voorstel) }
}

type VorderingVoorMedewerker = VorderingDetail & { gebeurtenissen: Gebeurtenis[]; verrekenkansen: readonly Verrekenkans[]; rekening: Rekeningregel | undefined }

/** One claim for an employee: all of it, with what may be set off and why not. */
export async function getVordering(_actor: Medewerker, kenmerk: string): Promise<VorderingVoorMedewerker | undefined> {
  const detail = await getDetail({}, kenmerk)
  if (detail === undefined) return undefined
  const vandaag = await today()
  const regeling = await leesRegeling(prisma, vandaag)
  const [verrekenkansen, { lopend: rekening }, gebeurtenissen] = await Promise.all([
    listVerrekenkansen(prisma, detail.id, vandaag, regeling.get('verjaring')), leesRekeningen(detail), listGebeurtenissen(detail.id),
  ])
  return { ...detail, verrekenkansen, rekening, gebeurtenissen }
}

const vanWie = (actor: Burger | OpleiderActor): Prisma.VorderingWhereInput => (actor.soort === 'burger' ? { schuldenaarBurgerId: actor.id } : { schuldenaarOpleiderId: actor.opleiderId })

/** The claims on the one who is logged in, what is still to be paid first. */
export async function listEigenVorderingen(actor: Burger | OpleiderActor): Promise<VorderingDetail[]> {
  const vandaag = await today()
  const rijen = await prisma.vordering.findMany({ where: vanWie(actor), orderBy: [{ ingesteldOp: 'desc' }], take: 100, include: DETAIL })
  const details = rijen.map((rij) => toDetail(rij, vandaag))
  return [...details.filter(({ open }) => open > 0), ...details.filter(({ open }) => open === 0)]
}

/** How many claims there are on the one who is logged in, and how many of them are still to be paid. */
export async function countVorderingen(actor: Burger | OpleiderActor): Promise<{ alle: number; open: number }> {
  const [alle, open] = await Promise.all([
    prisma.vordering.count({ where: vanWie(actor) }),
    prisma.vordering.count({ where: { ...vanWie(actor), OR: [{ openCent: { gt: 0 } }, { openKostenCent: { gt: 0 } }] } }),
  ])
  return { alle, open }
}

type Grenzen = { laagsteTermijn: Cent; hoogsteAantal: number; uiterlijkOp: PlainDate; vandaag: PlainDate }

type EigenVordering = VorderingDetail & {
  brieven: { id: string; onderwerp: string; verzondenOp: Date }[]; grenzen: Grenzen; gebeurtenissen: Gebeurtenis[]; rekeningen: { lopend: Rekeningregel | undefined; voorstel: Rekeningregel | undefined }
}

/** One claim of the one who is logged in, with its letters and within which bounds an arrangement can be asked. */
export async function getEigenVordering(actor: Burger | OpleiderActor, kenmerk: string): Promise<EigenVordering | undefined> {
  const detail = await getDetail(vanWie(actor), kenmerk)
  if (detail === undefined) return undefined
  const vandaag = await today()
  const gebeurtenissen = await listGebeurtenissen(detail.id)
  const ids = gebeurtenissen.flatMap(({ briefId }) => briefId ?? [])
  const brieven = await prisma.brief.findMany({ where: { id: { in: ids }, ...(actor.soort === 'burger' ? { burgerId: actor.id } : { opleiderId: actor.opleiderId }) }, select: { id: true, onderwerp: true, verzondenOp: true }, orderBy: { verzondenOp: 'desc' } })
  const parameter = (await leesRegeling(prisma, vandaag)).get('betalingsregeling')
  return {
    ...detail, brieven, gebeurtenissen, rekeningen: await leesRekeningen(detail),
    grenzen: { vandaag, hoogsteAantal: parameter.hoogsteAantal, uiterlijkOp: addDays(vandaag, parameter.eersteBinnenDagen), laagsteTermijn: laagsteTermijn(detail.open, parameter) },
  }
}

/** A letter about a claim on this opleider; undefined when it is of another. */
export async function getVorderingbrief(opleider: OpleiderActor, kenmerk: string, briefId: string): Promise<OpgemaakteBrief | undefined> {
  const vordering = await getEigenVordering(opleider, kenmerk)
  if (vordering?.brieven.some(({ id }) => id === briefId) !== true) return undefined
  return getBriefVanOpleider(opleider, briefId)
}
