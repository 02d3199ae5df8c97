import { amsterdamInstant, startOfDay } from '@/lib/base/amsterdam'
import { addDays, plainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import type { CompartimentPlan, TijdvakPlan } from '@/lib/tijdvak/model'
import type { Jaarplafondbesluit } from '@/lib/tijdvak/use-cases/wijzig-jaarplafond'

/** In per cent of the budget: UWV spoke of 5 to 10 for those who apply at a werkplein (Woo-besluit STAP-keten). Our own choice. */
const WERKPLEIN_PERCENT = 5

/**
 * The tijdvakken of 2022 and 2023 with the budget that was announced (press releases of UWV and SZW; the amount of 2022-V is
 * that of the Woo-besluit, newspapers say 48,5). The last days follow from tijdvakken of two months.
 *
 * The werkplein route: none in 2022-I; "van 1 mei tot de zomer" a limited overspend (Kamerbrief 25-2-2022); from September 2022
 * a part of the budget itself. What was left went to the next tijdvak in fact; the announced amounts hold that already, so
 * nothing is moved on again: every rest stays where it is.
 */
export const TIJDVAKKEN: readonly TijdvakPlan[] = [
  plan('2022-I', ['2022-03-01', '2022-04-30'], [algemeen(euro(32_000_000))]),
  plan('2022-II', ['2022-05-02', '2022-06-30'], metOverschrijding(euro(32_000_000), '2022-IV')),
  plan('2022-III', ['2022-07-01', '2022-08-31'], metOverschrijding(euro(32_600_000), '2022-IV')),
  plan('2022-IV', ['2022-09-01', '2022-10-31'], metWerkplein(euro(38_500_000))),
  plan('2022-V', ['2022-11-01', '2022-12-31'], metWerkplein(euro(49_500_000))),
  // The opening of 28 February failed; the startvenster counts from the day after it.
  { ...plan('2023-I', ['2023-03-17', '2023-04-30'], metWerkplein(euro(34_000_000))), startTeltVanaf: plainDate('2023-03-01') },
  plan('2023-II', ['2023-05-01', '2023-06-30'], metWerkplein(euro(34_000_000))),
  plan('2023-III', ['2023-07-03', '2023-08-31'], metWerkplein(euro(20_000_000))),
  plan('2023-IV', ['2023-09-18', '2023-10-31'], metWerkplein(euro(10_000_000))),
  plan('2023-V', ['2023-11-15', '2023-12-31'], metWerkplein(euro(10_000_000))),
]

/** What could be given in a year altogether. */
export const JAARPLAFONDS: readonly Jaarplafondbesluit[] = [
  { jaar: 2022, bedrag: euro(218_000_000), besluit: 'Kamerbrief STAP-budget, 25 februari 2022', reden: 'Het structurele budget van de regeling.' },
  { jaar: 2023, bedrag: euro(170_000_000), besluit: 'Wijziging Subsidieregeling STAP-budget, december 2022', reden: 'Het budget voor vijf tijdvakken in 2023.' },
]

/** A tijdvak opens at 10.00 uur and closes at the end of its last day. */
function plan(code: string, [eersteDag, laatsteDag]: readonly [string, string], compartimenten: readonly CompartimentPlan[]): TijdvakPlan {
  return {
    code,
    opentOp: amsterdamInstant(plainDate(eersteDag), '10:00'),
    sluitOp: startOfDay(addDays(plainDate(laatsteDag), 1)),
    startTeltVanaf: null,
    compartimenten,
  }
}

function algemeen(plafondCent: Cent): CompartimentPlan {
  return { code: 'algemeen', naam: 'Algemeen', plafondCent, overschrijdingCent: cent(0) }
}

function werkplein(plafondCent: Cent, overschrijdingCent: Cent): CompartimentPlan {
  return { code: 'werkplein', naam: 'Werkplein', plafondCent, overschrijdingCent, kanaal: 'werkplein', voorrang: 1 }
}

/** "Te compenseren in latere tijdvakken 2022" (Kamerbrief 25-2-2022). */
function metOverschrijding(budget: Cent, verrekendMet: string): readonly CompartimentPlan[] {
  return [algemeen(budget), { ...werkplein(cent(0), part(budget)), verrekendMet }]
}

function metWerkplein(budget: Cent): readonly CompartimentPlan[] {
  return [algemeen(cent(budget - part(budget))), werkplein(part(budget), cent(0))]
}

function part(budget: Cent): Cent {
  return cent(Math.round((budget * WERKPLEIN_PERCENT) / 100))
}

function euro(euros: number): Cent {
  return cent(euros * 100)
}
