import type { OpschortingGrond } from '@/lib/opschorting/model'

export type OpschortBeletsel = 'zelfde-vermoeden' | 'besluit-ontbreekt' | 'niets-te-betalen'

/**
 * Why payment cannot be suspended (Awb 4:56); empty when it can. On one suspicion only once, for whatever length; without a suspicion only
 * on a besluit to remove that holds. An investigation is not enough, and is no value here. For one aanvraag there must be something to pay.
 */
export function whyNietOpTeSchorten(feiten: { grond: OpschortingGrond; isEerderOpgeschort: boolean; hasBesluit: boolean; isBetaald: boolean }): readonly OpschortBeletsel[] {
  return [
    ...(feiten.isEerderOpgeschort ? (['zelfde-vermoeden'] as const) : []),
    ...(feiten.grond === 'besluit-szw' && !feiten.hasBesluit ? (['besluit-ontbreekt'] as const) : []),
    ...(feiten.isBetaald ? (['niets-te-betalen'] as const) : []),
  ]
}
