import type { BeoordelingFeiten, Controle, Voorstel } from '@/lib/beschikking/model'
import { checkAanmeldbewijs } from '@/lib/beschikking/rules/aanmeldbewijs'
import { checkAanvraagbaar } from '@/lib/beschikking/rules/aanvraagbaar'
import { checkBedrag } from '@/lib/beschikking/rules/bedrag'
import { checkEenPerJaar } from '@/lib/beschikking/rules/een-per-jaar'
import { checkLeeftijd } from '@/lib/beschikking/rules/leeftijd'
import { checkNietUitgesloten } from '@/lib/beschikking/rules/niet-uitgesloten'
import { checkStart } from '@/lib/beschikking/rules/start'
import { checkStudiefinanciering } from '@/lib/beschikking/rules/studiefinanciering'
import { checkVerzekerd } from '@/lib/beschikking/rules/verzekerd'

/** All checks on the same facts; all of them run, so that every reason is known at once. */
export function runControles(feiten: BeoordelingFeiten): readonly Controle[] {
  const controles = [
    checkLeeftijd, checkVerzekerd, checkEenPerJaar, checkNietUitgesloten, checkStudiefinanciering,
    checkAanmeldbewijs, checkAanvraagbaar, checkStart, checkBedrag,
  ]
  return controles.map((controle) => controle(feiten))
}

/**
 * What the checks lead to: grant when all are met, refuse by itself only on facts that leave nothing to ask (Awb 4:7, 4:12),
 * and otherwise put it before a person. What is not known is never a refusal.
 */
export function calculateVoorstel(controles: readonly Controle[]): Voorstel {
  const open = controles.filter(({ uitkomst }) => uitkomst !== 'voldoet')
  if (open.length === 0) return { soort: 'verlenen' }
  const hard = open.filter((controle) => controle.uitkomst === 'voldoet-niet' && controle.hard)
  if (hard.length > 0) return { soort: 'afwijzen', gronden: hard.flatMap(({ grond }) => grond ?? []) }
  return { soort: 'voorleggen', redenen: open.map(({ controle }) => controle), gronden: open.flatMap(({ grond }) => grond ?? []) }
}
