import { cent, type Cent } from '@/lib/base/money'
import type { Vervolggrond } from '@/lib/beschikking/model'
import type { BeslisInput } from '@/lib/verantwoording/rules/vaststelling-invoer'

/** The grounds of Awb 4:50 lid 1 onder a and b: the recipient did nothing wrong, so lid 2 makes us good what relying on the subsidy cost. */
export const VERGOEDT_SCHADE: readonly Vervolggrond[] = ['verlening-onjuist', 'veranderde-omstandigheden']

/** What relying on the subsidy cost; 0 when nothing, with why. */
export type Schade = { readonly bedragCent: Cent; readonly toelichting: string }

export type SchadeReden = 'schade-niet-gevraagd'

/** The answer of the form, or undefined as long as it is not one. */
export function readSchade({ schade, schadeBedrag, schadeUitleg }: Pick<BeslisInput, 'schade' | 'schadeBedrag' | 'schadeUitleg'>): Schade | undefined {
  if (schade === undefined || schadeUitleg === '') return undefined
  if (schade === 'geen') return { bedragCent: cent(0), toelichting: schadeUitleg }
  return schadeBedrag === undefined || schadeBedrag === 0 ? undefined : { bedragCent: schadeBedrag, toelichting: schadeUitleg }
}

/** On these grounds nothing is decided before the damage was asked (Awb 4:50 lid 2). */
export function judgeSchade(grond: Vervolggrond, schade: Schade | undefined): readonly SchadeReden[] {
  return VERGOEDT_SCHADE.includes(grond) && schade === undefined ? ['schade-niet-gevraagd'] : []
}
