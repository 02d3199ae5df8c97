import { amsterdamDate } from '@/lib/base/amsterdam'
import type { PlainDate } from '@/lib/base/date'
import { isVanKracht } from '@/lib/register/rules/maatregel'
import type { Maatregel } from '@/lib/register/model'
import { calculateLaatsteDag } from '@/lib/tijdvak/rules/startvenster'

/** A maatregel with the day on which it was taken. */
export type GenomenMaatregel = Maatregel & { opgelegdOp: PlainDate }

/** An aanvraag as far as a maatregel looks at it. `openDag` and `sluitDag` are the first and the last day of its tijdvak. */
export type GeraakteAanvraag = { opleidingId: string; openDag: PlainDate; sluitDag: PlainDate }

/** What a maatregel looks at in an aanvraag with its tijdvak. */
export function toGeraakteAanvraag({ opleidingId, tijdvak }: { opleidingId: string; tijdvak: { opentOp: Date; sluitOp: Date } }): GeraakteAanvraag {
  return { opleidingId, openDag: amsterdamDate(tijdvak.opentOp), sluitDag: calculateLaatsteDag(tijdvak) }
}

/**
 * Whether a maatregel stands in the way of an aanvraag that waits for its decision, on a day. `maatregel` is one on the opleider of the aanvraag.
 *
 * Art. 12 lid 1 onder f with art. 19: an opleider that was removed stops every aanvraag. Onder e: one scholing that was excluded (art. 19a) does
 * not stop an aanvraag of the tijdvak in which the exclusion took place. An exclusion with an earlier date took place when it was decided,
 * in favour of the burger. In onderzoek and geblokkeerd put the decision off.
 */
export function raaktAanvraag(maatregel: GenomenMaatregel, aanvraag: GeraakteAanvraag, dag: PlainDate): boolean {
  const { opleidingId, soort, ingangsdatum, opgelegdOp } = maatregel
  if (!isVanKracht(maatregel, dag)) return false
  if (opleidingId !== null && opleidingId !== aanvraag.opleidingId) return false
  if (opleidingId === null || soort !== 'verwijderd') return true
  const uitgeslotenOp = ingangsdatum > opgelegdOp ? ingangsdatum : opgelegdOp
  return uitgeslotenOp < aanvraag.openDag || uitgeslotenOp > aanvraag.sluitDag
}

/** The heaviest maatregel that stands in the way of the aanvraag, or undefined when none does. */
export function findRakendeMaatregel(maatregelen: readonly GenomenMaatregel[], aanvraag: GeraakteAanvraag, dag: PlainDate): GenomenMaatregel | undefined {
  const rakend = maatregelen.filter((maatregel) => raaktAanvraag(maatregel, aanvraag, dag))
  return (['verwijderd', 'geblokkeerd', 'in-onderzoek'] as const).flatMap((soort) => rakend.filter((maatregel) => maatregel.soort === soort))[0]
}
