import 'server-only'
import { cent } from '@/lib/base/money'
import { AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { OORZAKEN, REACTIES, WIJZEN, type DeelnameUitkomst, type Melding, type Oorzaak, type Reactie, type Wijze } from '@/lib/verantwoording/model'

type Van = { id: string } | { kenmerk: string; opleiderId: string } | { kenmerk: string; burgerId: string } | { kenmerk: string }

/** An aanvraag with its verantwoording, locked until the transaction ends; undefined when there is none, or it is somebody else's. */
export async function lockDossier(tx: Tx, van: Van) {
  const found = await tx.aanvraag.findFirst({ where: van, select: { id: true } })
  if (found === null) return undefined
  await tx.$executeRaw`select 1 from aanvraag where id = ${found.id}::uuid for update`
  const row = await tx.aanvraag.findUniqueOrThrow({
    where: { id: found.id },
    include: { deelname: true, aanmeldbewijs: { select: { startdatum: true, einddatum: true } }, opleider: { select: { naam: true } }, verplichting: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } } },
  })
  return {
    id: row.id,
    kenmerk: row.kenmerk,
    burgerId: row.burgerId,
    naam: momentopnameSchema.parse(row.momentopname).persoon.naam,
    opleider: row.opleider.naam,
    status: oneOf<AanvraagStatus>(AANVRAAG_STATUSSEN, row.status),
    startdatum: fromDbDate(row.aanmeldbewijs.startdatum),
    einddatum: fromDbDate(row.aanmeldbewijs.einddatum),
    // A switch to a cheaper scholing lowered the order below the besluit.
    verleend: cent(row.verplichting?.bedragCent ?? row.besluiten[0]?.bedragCent ?? 0),
    deelname: row.deelname === null ? null : toDeelname(row.deelname),
  }
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof lockDossier>>>

type DeelnameRij = {
  uitkomst: string; wijze: string | null; percentage: number | null; oorzaak: string | null; toelichting: string | null
  bewijsId: string | null; gemeldOp: Date; reactie: string | null; reactieToelichting: string | null; reactieOp: Date | null
}

/** A stored report with its values checked. */
export function toDeelname(row: DeelnameRij) {
  return {
    uitkomst: oneOf<DeelnameUitkomst>(['succesvol', 'niet-succesvol'], row.uitkomst),
    wijze: row.wijze === null ? null : oneOf<Wijze>(WIJZEN, row.wijze),
    percentage: row.percentage,
    oorzaak: row.oorzaak === null ? null : oneOf<Oorzaak>(OORZAKEN, row.oorzaak),
    toelichting: row.toelichting,
    bewijsId: row.bewijsId,
    gemeldOp: row.gemeldOp,
    reactie: row.reactie === null ? null : oneOf<Reactie>(REACTIES, row.reactie),
    reactieToelichting: row.reactieToelichting,
    reactieOp: row.reactieOp,
  }
}

export type Deelname = ReturnType<typeof toDeelname>

export async function saveMelding(tx: Tx, aanvraagId: string, gemeldDoor: string, melding: Melding & { bewijsId: string | null }): Promise<void> {
  const rest = melding.uitkomst === 'succesvol'
    ? { wijze: melding.wijze, percentage: melding.percentage }
    : { oorzaak: melding.oorzaak, toelichting: melding.toelichting }
  await tx.deelname.create({ data: { aanvraagId, gemeldDoor, uitkomst: melding.uitkomst, bewijsId: melding.bewijsId, ...rest }, select: { id: true } })
}

export async function saveReactie(tx: Tx, aanvraagId: string, reactie: Reactie, toelichting: string | null, op: Date): Promise<void> {
  await tx.deelname.update({ where: { aanvraagId }, data: { reactie, reactieToelichting: toelichting, reactieOp: op }, select: { id: true } })
}

/** The burger disputes: the aanvraag waits for a behandelaar. */
export async function saveBetwist(tx: Tx, aanvraagId: string): Promise<void> {
  await tx.aanvraag.update({ where: { id: aanvraagId }, data: { status: 'betwist', versie: { increment: 1 } }, select: { id: true } })
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`${text} is not one of ${values.join(', ')}`)
  return found
}
