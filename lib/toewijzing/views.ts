import 'server-only'
import { prisma } from '@/lib/platform/db'
import { UITKOMSTEN, type Uitkomst } from '@/lib/toewijzing/model'

/**
 * The stand on which the budget of an aanvraag was decided: what a grant after bezwaar or beroep is judged on, whatever was given
 * to others since (Awb 4:25 lid 3). Amounts in cents.
 */
export type StandBij = {
  readonly beslotenOp: Date
  readonly volgnummer: number
  readonly uitkomst: Uitkomst
  readonly gevraagdCent: number
  readonly bedragCent: number
  /** The compartimenten that it could use, in order of use, with what was left in each just before. */
  readonly compartimenten: readonly { readonly naam: string; readonly vrijCent: number; readonly isGebruikt: boolean }[]
  /** Places that the burger held in the kalenderjaar just before. */
  readonly verleningen: number
  /** What counted against the verleningsgrens just before; null when it did not bite within the tijdvak. */
  readonly grensGeteld: number | null
  /** An offer from the reserve list later on, with what was left just before that; null when there was none. */
  readonly aanbod: { readonly op: Date; readonly compartiment: string; readonly vrijCent: number; readonly bedragCent: number } | null
}

/** Undefined when nothing was decided about it yet. */
export async function readStandBij(kenmerk: string): Promise<StandBij | undefined> {
  const rij = await prisma.aanvraag.findUnique({ where: { kenmerk }, include: { toewijzing: true, indiening: true, reserveplaats: true, tijdvak: { include: { compartimenten: true } } } })
  if (rij?.toewijzing == null || rij.indiening === null) return undefined
  const { toewijzing, indiening, reserveplaats, tijdvak } = rij
  const namen = new Map(tijdvak.compartimenten.map(({ id, naam }) => [id, naam]))
  return {
    beslotenOp: toewijzing.beslotenOp,
    volgnummer: Number(toewijzing.volgnummer),
    // An offer turned the decision into a reservation: what was decided first is what the place on the list says.
    uitkomst: reserveplaats === null ? toUitkomst(toewijzing.uitkomst) : 'reserve',
    gevraagdCent: indiening.bedragCent,
    bedragCent: reserveplaats === null ? toewijzing.bedragCent : 0,
    compartimenten: indiening.compartimentIds.map((id, n) => ({ naam: namen.get(id) ?? id, vrijCent: Number(toewijzing.vrijCent[n] ?? 0), isGebruikt: reserveplaats === null && id === toewijzing.compartimentId && toewijzing.bedragCent > 0 })),
    verleningen: toewijzing.verleningen,
    grensGeteld: toewijzing.grensGeteld,
    aanbod: toAanbod(reserveplaats, namen),
  }
}

type Aangeboden = { aangebodenOp: Date | null; compartimentId: string | null; beschikbaarCent: bigint | null; bedragCent: number }

function toAanbod(plaats: Aangeboden | null, namen: ReadonlyMap<string, string>): StandBij['aanbod'] {
  if (plaats?.aangebodenOp == null || plaats.compartimentId === null) return null
  return { op: plaats.aangebodenOp, compartiment: namen.get(plaats.compartimentId) ?? plaats.compartimentId, vrijCent: Number(plaats.beschikbaarCent), bedragCent: plaats.bedragCent }
}

function toUitkomst(uitkomst: string): Uitkomst {
  const found = UITKOMSTEN.find((one) => one === uitkomst)
  if (found === undefined) throw new Error(`${uitkomst} is nothing that the allocator decides`)
  return found
}
