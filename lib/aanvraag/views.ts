import 'server-only'
import type { Burger } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { cent, type Cent } from '@/lib/base/money'
import { createBatcher } from '@/lib/platform/batcher'
import { now } from '@/lib/platform/clock'
import { fromDbDate, pool, prisma, toDbDate } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import type { TijdvakModus, TijdvakToestand } from '@/lib/tijdvak/model'
import { calculateStartvenster, type Startvenster } from '@/lib/tijdvak/rules/startvenster'
import { calculateToestand } from '@/lib/tijdvak/rules/toestand'
import { leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { tijdvakNaam } from '@/lib/tijdvak/texts'
import { AANVRAAG_PREFIX, type AanvraagStatus, type Momentopname, type Ontvangst } from '@/lib/aanvraag/model'
import { toStatus } from '@/lib/aanvraag/repo'
import type { GereedReden } from '@/lib/aanvraag/rules/compleet'
import { momentopnameSchema } from '@/lib/aanvraag/schema'
import { NIET_TOE_TEKST, tijdlijnTekst } from '@/lib/aanvraag/texts'
import { controleerAanvraag } from '@/lib/aanvraag/use-cases/controleer-aanvraag'

export type AanvraagTijdvak = {
  readonly code: string
  readonly naam: string
  readonly modus: TijdvakModus
  readonly toestand: TijdvakToestand
  readonly opentOp: Date
  readonly sluitOp: Date
}

export type AanvraagRegel = {
  readonly kenmerk: string
  readonly status: AanvraagStatus
  readonly titel: string
  readonly opleider: string
  readonly startdatum: PlainDate
  readonly bedragCent: Cent
  readonly tijdvak: AanvraagTijdvak
}

/** The aanvragen of this burger, the newest first. */
export async function listEigenAanvragen(burger: Burger): Promise<readonly AanvraagRegel[]> {
  const [rijen, nu] = await Promise.all([
    prisma.aanvraag.findMany({ where: { burgerId: burger.id }, include: { tijdvak: true, toewijzing: true, aanmeldbewijs: { select: { startdatum: true } } }, orderBy: { createdAt: 'desc' } }),
    now(),
  ])
  return rijen.map((rij) => {
    const { opleiding, opleider } = momentopnameSchema.parse(rij.momentopname)
    return {
      kenmerk: rij.kenmerk, status: toStatus(rij.status), titel: opleiding.titel, opleider: opleider.naam,
      startdatum: fromDbDate(rij.aanmeldbewijs.startdatum), bedragCent: amountOf(rij), tijdvak: toAanvraagTijdvak(rij.tijdvak, nu),
    }
  })
}

export type AanvraagDetail = {
  readonly kenmerk: string
  readonly status: AanvraagStatus
  readonly bedragCent: Cent
  readonly momentopname: Momentopname
  readonly aanmeldbewijsCode: string
  readonly tijdvak: AanvraagTijdvak
  readonly ingediendOp: Date | null
  readonly beslisUiterlijkOp: PlainDate | null
  readonly aangehoudenTot: PlainDate | null
  /** What stands in the way now; only looked at before it is submitted. */
  readonly hindernissen: readonly GereedReden[]
  /** When the scholing may start, counted from the earliest day on which it can be submitted; null after it was submitted. */
  readonly startvenster: Startvenster | null
  /** The training starts after the venster: a person will judge whether that was needed (art. 5 lid 3 onder b). */
  readonly startLater: boolean
}

/** One aanvraag; null when it is not there or belongs to somebody else, which must look the same. */
export async function getEigenAanvraag(burger: Burger, kenmerk: string): Promise<AanvraagDetail | null> {
  const [rij, nu] = await Promise.all([findEigen(burger, kenmerk), now()])
  if (rij === null) return null
  const status = toStatus(rij.status)
  const isVoorbereiding = status === 'concept' || status === 'gereed'
  const controle = isVoorbereiding ? await controleerAanvraag(prisma, { ...rij, status }, nu) : undefined
  return {
    kenmerk: rij.kenmerk,
    status,
    bedragCent: amountOf(rij),
    momentopname: momentopnameSchema.parse(rij.momentopname),
    aanmeldbewijsCode: rij.aanmeldbewijs.code,
    tijdvak: toAanvraagTijdvak(rij.tijdvak, nu),
    ingediendOp: rij.ingediendOp,
    beslisUiterlijkOp: rij.beslisUiterlijkOp === null ? null : fromDbDate(rij.beslisUiterlijkOp),
    aangehoudenTot: rij.aangehoudenTot === null ? null : fromDbDate(rij.aangehoudenTot),
    hindernissen: controle?.redenen ?? [],
    startvenster: controle?.startvenster ?? null,
    startLater: controle?.start === 'later',
  }
}

type EigenVraag = { readonly burgerId: string; readonly kenmerk: string }

/** Asks about an own aanvraag; callers at the same moment share one query, because at an opening everybody asks at once. */
function askOwn<T>(read: (burger: Burger, kenmerk: string) => Promise<T | null>) {
  return async (burger: Burger, kenmerk: string): Promise<T | null> => {
    const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
    return eigen === undefined ? null : read(burger, eigen)
  }
}

/** One query for many such questions: `velden` and `joins` on aanvraag a. A question without an own aanvraag gets null. */
function createOwnBatcher<Row>(naam: string, { velden, joins }: { velden: string; joins: string }) {
  const ask = createBatcher<EigenVraag, Row | null>(async (vragen) => {
    const { rows } = await pool.query<Row & { index: number }>({
      name: naam,
      text: `select v.volgorde::integer - 1 as index, ${velden}
             from unnest($1::uuid[], $2::text[]) with ordinality as v (burger_id, kenmerk, volgorde)
             join aanvraag a on a.kenmerk = v.kenmerk and a.burger_id = v.burger_id ${joins}`,
      values: [vragen.map(({ burgerId }) => burgerId), vragen.map(({ kenmerk }) => kenmerk)],
    })
    const found = new Map(rows.map((row) => [row.index, row]))
    return vragen.map((_, index) => found.get(index) ?? null)
  })
  return (burger: Burger, kenmerk: string) => ask({ burgerId: burger.id, kenmerk })
}

/** What the proof of receipt says (Awb 4:3a), with the outcome as far as there is one. */
export type Ontvangstbewijs = Omit<Ontvangst, 'isNieuw'> & {
  readonly titel: string
  readonly opleider: string
  readonly bedragCent: Cent
  readonly isFormeel: boolean
  readonly beslisUiterlijkOp: PlainDate | null
  readonly status: AanvraagStatus
  readonly tijdvak: { readonly code: string; readonly naam: string; readonly modus: TijdvakModus; readonly reserveTot: Date | null }
}

type OntvangstRij = Omit<Ontvangstbewijs, 'status' | 'tijdvak' | 'bedragCent'> & { status: string; bedragCent: number; code: string; modus: TijdvakModus; reserveTot: Date | null }

const askOntvangst = createOwnBatcher<OntvangstRij>('ontvangstbewijzen', {
  velden: `a.kenmerk, a.status, a.momentopname->'opleiding'->>'titel' as titel, a.momentopname->'opleider'->>'naam' as opleider,
           case when w.uitkomst = 'gereserveerd' then w.bedrag_cent else a.bedrag_cent end as "bedragCent", i.volgnummer, i.ontvangen_op as "ontvangenOp",
           i.is_formeel as "isFormeel", a.beslis_uiterlijk_op as "beslisUiterlijkOp", t.code, t.modus, t.reserve_tot as "reserveTot"`,
  joins: `join indiening i on i.aanvraag_id = a.id join tijdvak t on t.id = a.tijdvak_id left join toewijzing w on w.aanvraag_id = a.id`,
})

/** The proof of receipt of an aanvraag that was submitted; null when there is none, or the aanvraag belongs to somebody else. */
export const getOntvangst = askOwn(async (burger, kenmerk): Promise<Ontvangstbewijs | null> => {
  const rij = await askOntvangst(burger, kenmerk)
  if (rij === null) return null
  const { code, modus, reserveTot, titel, opleider, volgnummer, ontvangenOp, isFormeel, beslisUiterlijkOp } = rij
  return {
    kenmerk: rij.kenmerk, titel, opleider, volgnummer, ontvangenOp, isFormeel, beslisUiterlijkOp,
    bedragCent: cent(rij.bedragCent), status: toStatus(rij.status), tijdvak: { code, naam: tijdvakNaam(code), modus, reserveTot },
  }
})

const askToestand = createOwnBatcher<{ status: string; sinds: Date }>('toestanden', {
  velden: `a.status, coalesce((select g.op from gebeurtenis g where g.onderwerp = 'aanvraag' and g.onderwerp_id = a.id::text and g.naar_status = a.status
                               order by g.id desc limit 1), a.created_at) as sinds`,
  joins: '',
})

/** Where an aanvraag stands and since when, for a page that asks it again and again. Null as for getEigenAanvraag. */
export const getToestand = askOwn(async (burger, kenmerk): Promise<{ toestand: AanvraagStatus; sinds: Date } | null> => {
  const rij = await askToestand(burger, kenmerk)
  return rij === null ? null : { toestand: toStatus(rij.status), sinds: rij.sinds }
})

/** The aanvraag with which a burger takes part in a tijdvak, as far as the waiting room needs to know it. */
export type TijdvakAanvraag = { readonly kenmerk: string; readonly titel: string; readonly stand: 'concept' | 'gereed' | 'ingediend' }

const askTijdvakAanvraag = createBatcher<{ burgerId: string; code: string }, TijdvakAanvraag | null>(async (vragen) => {
  const { rows } = await pool.query<TijdvakAanvraag & { index: number }>({
    name: 'tijdvak-aanvragen',
    // One that was submitted comes first, then one that is ready, then the newest that is being prepared.
    text: `select distinct on (v.volgorde) v.volgorde::integer - 1 as index, a.kenmerk, a.momentopname->'opleiding'->>'titel' as titel,
                  case when a.status in ('concept', 'gereed') then a.status else 'ingediend' end as stand
           from unnest($1::uuid[], $2::text[]) with ordinality as v (burger_id, code, volgorde)
           join tijdvak t on t.code = v.code
           join aanvraag a on a.burger_id = v.burger_id and a.tijdvak_id = t.id and a.status <> 'ingetrokken'
           order by v.volgorde, case a.status when 'concept' then 3 when 'gereed' then 2 else 1 end, a.created_at desc`,
    values: [vragen.map(({ burgerId }) => burgerId), vragen.map(({ code }) => code)],
  })
  const found = new Map(rows.map(({ index, ...aanvraag }) => [index, aanvraag]))
  return vragen.map((_, index) => found.get(index) ?? null)
})

/** The aanvraag of this burger for a tijdvak; null when there is none. Callers at the same moment share one query. */
export function getTijdvakAanvraag(burger: Burger, code: string): Promise<TijdvakAanvraag | null> {
  return askTijdvakAanvraag({ burgerId: burger.id, code })
}

export type Tijdlijnmoment = { readonly id: string; readonly tekst: string; readonly toelichting: string | null; readonly op: Date }

/** What happened with an aanvraag, newest first; null as for getEigenAanvraag. */
export async function getTijdlijn(burger: Burger, kenmerk: string): Promise<readonly Tijdlijnmoment[] | null> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return null
  const rij = await prisma.aanvraag.findFirst({ where: { kenmerk: eigen, burgerId: burger.id }, select: { id: true } })
  if (rij === null) return null
  const gebeurtenissen = await prisma.gebeurtenis.findMany({ where: { onderwerp: 'aanvraag', onderwerpId: rij.id, zichtbaar: true }, orderBy: [{ op: 'desc' }, { id: 'desc' }] })
  return gebeurtenissen.flatMap(({ id, soort, reden, op }) => {
    const tekst = tijdlijnTekst(soort)
    return tekst === undefined ? [] : [{ id: String(id), tekst, toelichting: NIET_TOE_TEKST[reden ?? ''] ?? null, op }]
  })
}

/** The e-mail address that a burger gave for notices; null when there is none. */
export async function getEmail(burger: Burger): Promise<string | null> {
  const rij = await prisma.gebruiker.findUnique({ where: { id: burger.id }, select: { emailVersleuteld: true } })
  return rij?.emailVersleuteld == null ? null : decrypt(rij.emailVersleuteld)
}

export type Alternatief = {
  readonly opleidingId: string
  readonly titel: string
  readonly opleider: string
  readonly startdatum: PlainDate
  readonly plaats: string | null
  readonly bedragCent: Cent
}

/** How many are looked at to show the ones that can really be chosen, and how many are shown. */
const LOOKED_AT = 40
const SHOWN = 8

/**
 * Other opleidingen in the same field that start in the same venster, cost no more budget than is reserved, and can be applied
 * for: each is judged by the register, one per opleiding. Null as for getEigenAanvraag.
 */
export async function listAlternatieven(burger: Burger, kenmerk: string): Promise<readonly Alternatief[] | null> {
  const rij = await findEigen(burger, kenmerk)
  if (rij === null) return null
  const { categorie } = momentopnameSchema.parse(rij.momentopname).opleiding
  const nu = await now()
  const { venster, maximumCent, registratiestopOp } = await readVenster(rij.tijdvakId, amsterdamDate(rij.ingediendOp ?? nu))
  const kandidaten = await prisma.scholingsactiviteit.findMany({
    where: {
      status: 'open', opleidingId: { not: rij.opleidingId },
      startdatum: { gte: toDbDate(venster.vroegsteStart), lte: toDbDate(venster.laatsteStart) },
      opleiding: { categorie, stapToestemming: true, gebreken: { isEmpty: true } },
      subsidiabelCent: { gt: 0, ...(amountOf(rij) < maximumCent ? { lte: amountOf(rij) } : {}) },
    },
    include: { opleiding: { select: { titel: true } }, opleider: { select: { naam: true } } },
    orderBy: [{ startdatum: 'asc' }, { id: 'asc' }], distinct: ['opleidingId'], take: LOOKED_AT,
  })
  const alternatieven: Alternatief[] = []
  for (const { id, opleidingId, opleiding, opleider, startdatum, plaats, subsidiabelCent } of kandidaten) {
    if (alternatieven.length === SHOWN) break
    const oordeel = await leesRegisteroordeel(prisma, id, { dag: amsterdamDate(nu), registratiestopOp })
    if (oordeel?.nietAanvraagbaar.length !== 0 || oordeel.maatregel !== null) continue
    alternatieven.push({ opleidingId, titel: opleiding.titel, opleider: opleider.naam, startdatum: fromDbDate(startdatum), plaats, bedragCent: cent(Math.min(subsidiabelCent, maximumCent)) })
  }
  return alternatieven
}

async function readVenster(tijdvakId: string, aanvraagdag: PlainDate): Promise<{ venster: Startvenster; maximumCent: number; registratiestopOp: Date }> {
  const [tijdvak, regeling] = await Promise.all([leesTijdvak(prisma, { id: tijdvakId }), leesRegeling(prisma, aanvraagdag)])
  if (tijdvak === undefined) throw new Error(`tijdvak ${tijdvakId} does not exist`)
  return { venster: calculateStartvenster(aanvraagdag, tijdvak, regeling.get('startvenster')), maximumCent: regeling.get('maximumbedrag'), registratiestopOp: tijdvak.registratiestopOp }
}

async function findEigen(burger: Burger, kenmerk: string) {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  return eigen === undefined ? null : prisma.aanvraag.findFirst({ where: { kenmerk: eigen, burgerId: burger.id }, include: { tijdvak: true, toewijzing: true, aanmeldbewijs: true } })
}

/** What is reserved, or else what is asked, in cents. */
function amountOf({ bedragCent, toewijzing }: { bedragCent: number; toewijzing: { uitkomst: string; bedragCent: number } | null }): Cent {
  return cent(toewijzing?.uitkomst === 'gereserveerd' ? toewijzing.bedragCent : bedragCent)
}

function toAanvraagTijdvak(rij: { code: string; modus: string; opentOp: Date; sluitOp: Date; toestand: string }, nu: Date): AanvraagTijdvak {
  const { code, opentOp, sluitOp } = rij
  const toestand = rij.toestand === 'gesloten' || rij.toestand === 'gepauzeerd' ? rij.toestand : 'gepland'
  return { code, naam: tijdvakNaam(code), modus: rij.modus === 'loting' ? 'loting' : 'volgorde', opentOp, sluitOp, toestand: calculateToestand({ opentOp, sluitOp, toestand }, nu) }
}
