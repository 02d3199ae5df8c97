import type { Kostenpost, Rijfout } from '@/lib/register/model'
import type { EdudexCost, EdudexProgram } from '@/lib/aanlevering/rules/edudex-schema'
import { toKostensoort } from '@/lib/aanlevering/rules/edudex-waarden'
import { leidPrijsAf } from '@/lib/register/rules/prijs'

/** A price above this is a mistake in the feed (cents): most likely an amount in cents where euros are meant. */
const HOOGSTE_PRIJS_CENT = 100_000_00

/** The cost lines of a program. EDU-DEX gives the VAT apart (`amountVAT`); RIO counts with VAT. */
export function toKosten(costs: readonly EdudexCost[] = []): Kostenpost[] {
  return costs.map((cost) => ({ soort: toKostensoort(cost.costType), omschrijving: '', bedragCent: cost.amount + (cost.amountVAT ?? 0), isVerplicht: cost.isRequiredCost }))
}

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
  const { catalogusprijsCent: catalogus, subsidiabelCent: subsidiabel } = leidPrijsAf(toKosten(costs)) ?? { catalogusprijsCent: 0, subsidiabelCent: 0 }
  if (catalogus < 0 || subsidiabel < 0) return [{ veld, reden: 'De verplichte kosten zijn samen minder dan € 0. Controleer de bedragen.' }]
  if (subsidiabel > catalogus) return [{ veld, reden: 'De subsidiabele kosten zijn hoger dan de prijs. Controleer de bedragen.' }]
  if (catalogus > HOOGSTE_PRIJS_CENT) return [{ veld, reden: 'De prijs is hoger dan € 100.000. Geef bedragen in euro’s, niet in centen.' }]
  return []
}
