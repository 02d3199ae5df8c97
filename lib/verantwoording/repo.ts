import 'server-only'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import { AANVRAAG_STATUSSEN, type AanvraagStatus } from '@/lib/aanvraag/model'
import { momentopnameSchema } from '@/lib/beschikking/schema'
import { fromDbDate, type Tx } from '@/lib/platform/db'
import { OORZAKEN, REACTIESTANDEN, WIJZEN, type DeelnameUitkomst, type Oorzaak, type Reactiestand, type Wijze } from '@/lib/verantwoording/model'
import { HERKOMSTEN, type Herkomst } from '@/lib/vooraanmelding/model'

type Van = { id: string } | { kenmerk: string; opleiderId: string } | { kenmerk: string; burgerId: string } | { kenmerk: string }

/** An aanvraag with its verantwoording, locked until the transaction ends; undefined when there is none, or it is somebody else's. */
export async function lockDossier(tx: Tx, van: Van) {
  const found = await tx.aanvraag.findFirst({ where: van, select: { id: true } })
  if (found === null) return undefined
  await tx.$executeRaw`select 1 from aanvraag where id = ${found.id}::uuid for update`
  const row = await tx.aanvraag.findUniqueOrThrow({
    where: { id: found.id },
    include: { deelname: true, aanmeldbewijs: { select: { startdatum: true, einddatum: true } }, opleider: { select: { naam: true } }, opleiding: { select: { titel: true } }, deelnameSignalen: { where: { afgehandeldOp: null }, select: { id: true } }, stopzetting: { select: { gestoptOp: true } }, annuleringskosten: { select: { id: true } }, verplichting: { select: { bedragCent: true } }, besluiten: { where: { soort: 'verlening' }, select: { bedragCent: true } } },
  })
  return {
    id: row.id,
    kenmerk: row.kenmerk,
    burgerId: row.burgerId,
    opleiderId: row.opleiderId,
    naam: momentopnameSchema.parse(row.momentopname).persoon.naam,
    opleider: row.opleider.naam,
    opleiding: row.opleiding.titel,
    status: oneOf<AanvraagStatus>(AANVRAAG_STATUSSEN, row.status),
    startdatum: fromDbDate(row.aanmeldbewijs.startdatum),
    einddatum: fromDbDate(row.aanmeldbewijs.einddatum),
    // A switch to a cheaper scholing lowered the order below the besluit.
    verleend: cent(row.verplichting?.bedragCent ?? row.besluiten[0]?.bedragCent ?? 0),
    deelname: row.deelname === null ? null : toDeelname(row.deelname),
    /** The day on which the burger reported to stop; null when that did not happen. */
    gestoptOp: row.stopzetting === null ? null : amsterdamDate(row.stopzetting.gestoptOp),
    /** Something that a person has to look at before it is settled: a signal, a burger who says to have stopped, a fee that was charged. */
    hasSignaal: row.deelnameSignalen.length > 0 || row.stopzetting !== null || row.annuleringskosten !== null,
  }
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof lockDossier>>>

type DeelnameRij = {
  uitkomst: string; wijze: string | null; percentage: number | null; oorzaak: string | null; toelichting: string | null
  bewijsId: string | null; gemeldOp: Date; reactie: string | null; reactieToelichting: string | null; reactieOp: Date | null
  versie: number; bron: string; bewijsBewaard: boolean; reden: string | null; reactieUiterlijkOp: Date | null; reactieBewijsId: string | null; briefId: string | null; geslotenOp: Date | null
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
    reactie: row.reactie === null ? null : oneOf<Reactiestand>(REACTIESTANDEN, row.reactie),
    reactieToelichting: row.reactieToelichting,
    reactieOp: row.reactieOp,
    versie: row.versie,
    bron: oneOf<Herkomst>(HERKOMSTEN, row.bron),
    /** The opleider keeps the bewijs and hands it over when it is asked for. */
    bewijsBewaard: row.bewijsBewaard,
    /** Why it was corrected; null for a first report. */
    reden: row.reden,
    reactieUiterlijkOp: row.reactieUiterlijkOp === null ? null : fromDbDate(row.reactieUiterlijkOp),
    reactieBewijsId: row.reactieBewijsId,
    briefId: row.briefId,
    isGesloten: row.geslotenOp !== null,
  }
}

export type Deelname = ReturnType<typeof toDeelname>

function oneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`${text} is not one of ${values.join(', ')}`)
  return found
}
