import 'server-only'
import { z } from 'zod'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { layoutBrief, type OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import type { Duur, OpschortingGrond, OpschortingToestand } from '@/lib/opschorting/model'
import { toDuur, toGrond } from '@/lib/opschorting/repo'
import { toestandOp } from '@/lib/opschorting/rules/duur'
import { makeKennisgeving } from '@/lib/opschorting/rules/kennisgeving'
import type { SchortOpInput } from '@/lib/opschorting/schema'
import type { OpschortReden } from '@/lib/opschorting/texts'
import { bereidVoor } from '@/lib/opschorting/use-cases/schort-op'
import { today } from '@/lib/platform/clock'
import { inTransaction, pool, prisma } from '@/lib/platform/db'

export type OpschortingRegel = Duur & {
  readonly id: string
  readonly opleiderId: string
  readonly opleider: string
  readonly opleiding: string | null
  readonly aanvraagKenmerk: string | null
  readonly grond: OpschortingGrond
  readonly zaak: string
  readonly toestand: OpschortingToestand
}

const MET = { opleider: { select: { naam: true } }, opleiding: { select: { titel: true } }, aanvraag: { select: { kenmerk: true } }, maatregel: { select: { opgehevenOp: true, einddatum: true } } } as const
const isId = (tekst: string): boolean => z.guid().safeParse(tekst).success

type Rij = {
  id: string; opleiderId: string; grond: string; zaak: string; ingangsdatum: Date; totEnMet: Date | null; beeindigdOp: Date | null
  opleider: { naam: string }; opleiding: { titel: string } | null; aanvraag: { kenmerk: string } | null; maatregel: { opgehevenOp: Date | null; einddatum: Date | null } | null
}

function toRegel(rij: Rij, vandaag: PlainDate): OpschortingRegel {
  const duur = toDuur(rij)
  return {
    ...duur, id: rij.id, opleiderId: rij.opleiderId, opleider: rij.opleider.naam, opleiding: rij.opleiding?.titel ?? null, aanvraagKenmerk: rij.aanvraag?.kenmerk ?? null,
    grond: toGrond(rij.grond), zaak: rij.zaak, toestand: toestandOp(duur, vandaag),
  }
}

/** Every suspension, the newest first. Page from 1. */
export async function listAlleOpschortingen(_medewerker: Medewerker, { page, size }: { page: number; size: number }): Promise<{ regels: readonly OpschortingRegel[]; totaal: number }> {
  const vandaag = await today()
  const [rijen, totaal] = await Promise.all([
    prisma.opschorting.findMany({ orderBy: [{ opgelegdOp: 'desc' }, { id: 'asc' }], skip: (page - 1) * size, take: size, include: MET }),
    prisma.opschorting.count(),
  ])
  return { totaal, regels: rijen.map((rij) => toRegel(rij, vandaag)) }
}

/** The suspensions of one opleider, the newest first; the whole history. */
export async function listOpschortingen({ opleiderId }: Pick<OpleiderActor, 'opleiderId'>): Promise<readonly OpschortingRegel[]> {
  const vandaag = await today()
  return (await prisma.opschorting.findMany({ where: { opleiderId }, orderBy: [{ opgelegdOp: 'desc' }, { id: 'asc' }], include: MET })).map((rij) => toRegel(rij, vandaag))
}

/** One suspension with its letter and what it holds up today; undefined when there is none. */
export async function getOpschorting(_medewerker: Medewerker, id: string) {
  if (!isId(id)) return undefined
  const rij = await prisma.opschorting.findUnique({
    where: { id }, include: { ...MET, opgelegdDoorGebruiker: { select: { medewerkerNaam: true } }, beeindigdDoorGebruiker: { select: { medewerkerNaam: true } }, _count: { select: { kennisgevingen: true } } },
  })
  if (rij === null) return undefined
  const { rows: [wacht] } = await pool.query<{ aantal: number; cent: number }>(`
    select count(*)::int as aantal, coalesce(sum(f.bedrag_cent), 0)::bigint as cent
      from opgeschorte_aanvraag w join verplichting v on v.aanvraag_id = w.aanvraag_id join factuur f on f.verplichting_id = v.id and f.status in ('gematcht', 'in-batch')
     where w.opschorting_id = $1`, [id])
  return {
    ...toRegel(rij, await today()), vermoeden: rij.vermoeden, briefId: rij.briefId, opgelegd: `${formatTijdstip(rij.opgelegdOp)}, door ${rij.opgelegdDoorGebruiker.medewerkerNaam ?? 'UWV'}`,
    beeindigdReden: rij.beeindigdReden, beeindigdDoor: rij.beeindigdDoorGebruiker?.medewerkerNaam ?? null, kennisgevingen: rij._count.kennisgevingen, facturen: wacht?.aantal ?? 0, facturenCent: wacht?.cent ?? 0,
  }
}

export type LopendeOpschorting = { readonly opschortingId: string; readonly grond: OpschortingGrond; readonly totEnMet: PlainDate | null }

/** Of these invoices the ones of which payment is suspended today, with the reason and the last day: shown on invoice and payment. */
export async function findOpgeschorteFacturen(factuurIds: readonly string[]): Promise<ReadonlyMap<string, LopendeOpschorting>> {
  const ids = factuurIds.filter(isId)
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ factuurId: string; opschortingId: string; grond: string; totEnMet: PlainDate | null }>(`
    select distinct on (f.id) f.id as "factuurId", w.opschorting_id as "opschortingId", w.grond, w.tot_en_met::text as "totEnMet"
      from factuur f join verplichting v on v.id = f.verplichting_id join opgeschorte_aanvraag w on w.aanvraag_id = v.aanvraag_id
     where f.id = any ($1) and f.status in ('gematcht', 'in-batch', 'teruggekomen') order by f.id, coalesce(w.tot_en_met, 'infinity'::date) desc`, [ids])
  return new Map(rows.map(({ factuurId, grond, ...rest }) => [factuurId, { ...rest, grond: toGrond(grond) }]))
}

/** The notice as it would be sent now; the reasons when it may not be sent. Nothing is written. */
export async function getVoorbeeld(_medewerker: Medewerker, input: SchortOpInput): Promise<{ brief: OpgemaakteBrief } | { redenen: readonly OpschortReden[] }> {
  const vandaag = await today()
  const oordeel = await inTransaction((tx) => bereidVoor(tx, input))
  return oordeel.ok ? { brief: layoutBrief({ kenmerk: null, datum: vandaag, ...makeKennisgeving(oordeel.value.kennisgeving) }) } : { redenen: oordeel.redenen }
}
