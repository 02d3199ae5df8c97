import type { Rijfout } from '@/lib/register/model'
import type { EdudexCost, EdudexProgram } from '@/lib/register/rules/edudex-schema'
import { isSubsidiabel } from '@/lib/register/rules/edudex-waarden'

/** A price above this is a mistake in the feed (cents): most likely an amount in cents where euros are meant. */
const HOOGSTE_PRIJS_CENT = 100_000_00

/**
 * The catalogusprijs is the sum of the required costs, VAT included; the subsidiable amount the sum of those of the types of art. 4.
 * EDU-DEX gives the VAT apart (`amountVAT`); RIO counts both amounts with VAT.
 */
export function addUp(costs: readonly EdudexCost[]): Kosten {
  const required = costs.filter((cost) => cost.isRequiredCost)
  const total = (some: readonly EdudexCost[]): number => some.reduce((sum, cost) => sum + cost.amount + (cost.amountVAT ?? 0), 0)
  return { catalogus: total(required), subsidiabel: total(required.filter((cost) => isSubsidiabel(cost.costType))) }
}

type Kosten = { catalogus: number; subsidiabel: number }

/**
 * A discount can make a sum negative or smaller than its subsidiable part: then the feed is wrong and no price of it can be trusted.
 */
export function findImpossibleCosts(program: EdudexProgram): Rijfout[] {
  const { genericProgramRun: generic, programRun: runs = [] } = program.programSchedule ?? {}
  return [
    ...judge('programSchedule.genericProgramRun.cost', generic?.cost),
    ...runs.flatMap((run, index) => judge(`programSchedule.programRun[${String(index)}].cost`, run.cost)),
  ]
}

function judge(veld: string, costs: readonly EdudexCost[] = []): Rijfout[] {
  const { catalogus, subsidiabel } = addUp(costs)
  if (catalogus < 0 || subsidiabel < 0) return [{ veld, reden: 'De verplichte kosten zijn samen minder dan € 0. Controleer de bedragen.' }]
  if (subsidiabel > catalogus) return [{ veld, reden: 'De subsidiabele kosten zijn hoger dan de prijs. Controleer de bedragen.' }]
  if (catalogus > HOOGSTE_PRIJS_CENT) return [{ veld, reden: 'De prijs is hoger dan € 100.000. Geef bedragen in euro’s, niet in centen.' }]
  return []
}
