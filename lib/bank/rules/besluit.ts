import { z } from 'zod'
import { cent, sum, type Cent } from '@/lib/base/money'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { VORDERING_PREFIX } from '@/lib/vordering/model'

/** A part of a receipt and the claim that it is for. */
export type Deel = { readonly kenmerk: string; readonly bedrag: Cent }

/** What is kept of an act that waits for a second person: what it was made of, not what it does, for that is looked at again. */
export const besluitGegevens = z.strictObject({
  delen: z.array(z.strictObject({ kenmerk: z.string(), bedrag: z.int().min(1).transform(cent) })).default([]),
  nietUitgevoerd: z.array(z.string()).default([]),
})
export type BesluitGegevens = z.output<typeof besluitGegevens>

export type VerdelingReden = 'kenmerk-onbekend' | 'kenmerk-dubbel' | 'verdeling-telt-niet-op'

/**
 * How a receipt of `bedrag` cents goes to claims: each once, and to the cent all of it. One claim without an amount gets everything; what is
 * more than it has open goes back to who paid, as with a receipt that books itself.
 */
export function verdeel(bedrag: Cent, gegeven: readonly { readonly kenmerk: string; readonly bedrag: Cent | null }[]): Outcome<VerdelingReden, readonly Deel[]> {
  const delen = gegeven.map((deel) => ({ kenmerk: parseKenmerk(VORDERING_PREFIX, deel.kenmerk), bedrag: deel.bedrag ?? (gegeven.length === 1 ? bedrag : null) }))
  const bekend = delen.flatMap(({ kenmerk, bedrag: cents }) => (kenmerk === undefined || cents === null ? [] : [{ kenmerk, bedrag: cents }]))
  if (delen.length === 0 || delen.some(({ kenmerk }) => kenmerk === undefined)) return refused('kenmerk-onbekend')
  if (new Set(bekend.map(({ kenmerk }) => kenmerk)).size < delen.length) return refused(bekend.length < delen.length ? 'verdeling-telt-niet-op' : 'kenmerk-dubbel')
  return sum(bekend.map((deel) => deel.bedrag)) === bedrag ? success(bekend) : refused('verdeling-telt-niet-op')
}

export type BevestigReden = 'betaling-niet-in-batch' | 'batch-telt-niet-op' | 'niets-onderweg'

type Onderweg = { readonly id: string; readonly endToEndId: string; readonly bedragCent: number }

/**
 * Which payments of a batch the bank carried out, when its sum was debited and it did not carry out all of them: those that are under way less
 * those that a person names. Together they are the sum on the statement, to the cent; so the statement itself says that the list is right.
 */
export function kiesUitgevoerd(afgeschreven: Cent, onderweg: readonly Onderweg[], nietUitgevoerd: readonly string[]): Outcome<BevestigReden, { uitgevoerd: readonly Onderweg[]; afgewezen: readonly Onderweg[] }> {
  if (onderweg.length === 0) return refused('niets-onderweg')
  const genoemd = new Set(nietUitgevoerd)
  const afgewezen = onderweg.filter(({ endToEndId }) => genoemd.has(endToEndId))
  if (afgewezen.length < genoemd.size) return refused('betaling-niet-in-batch')
  const uitgevoerd = onderweg.filter(({ endToEndId }) => !genoemd.has(endToEndId))
  return uitgevoerd.reduce((som, { bedragCent }) => som + bedragCent, 0) === afgeschreven ? success({ uitgevoerd, afgewezen }) : refused('batch-telt-niet-op')
}
