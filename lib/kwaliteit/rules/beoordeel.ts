import { type Bevinding, KWALITEITSREGELS, type Maatstaf, type OpleidingFeiten } from '@/lib/kwaliteit/model'
import { AANNEMELIJKHEID } from '@/lib/kwaliteit/rules/aannemelijkheid'
import { PRIJS } from '@/lib/kwaliteit/rules/prijs'
import { RISICO } from '@/lib/kwaliteit/rules/risico'
import { toBevinding, type Toetsen } from '@/lib/kwaliteit/rules/toets'
import { VOLLEDIGHEID } from '@/lib/kwaliteit/rules/volledigheid'

/** Every rule that looks at one opleiding by itself; those that compare texts stand in gelijkenis.ts. */
const TOETSEN: Toetsen = { ...VOLLEDIGHEID, ...AANNEMELIJKHEID, ...PRIJS, ...RISICO }

/** What the rules say of one opleiding. What is no longer offered is judged on nothing: it harms nobody. */
export function beoordeelOpleiding(feiten: OpleidingFeiten, maatstaf: Maatstaf): Bevinding[] {
  if (!feiten.inhoud.actief) return []
  return KWALITEITSREGELS.flatMap((regel) => {
    const uitslag = TOETSEN[regel]?.(feiten, maatstaf)
    return uitslag === undefined ? [] : [toBevinding(regel, uitslag)]
  })
}
