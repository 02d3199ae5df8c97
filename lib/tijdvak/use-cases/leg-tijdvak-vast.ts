import { SYSTEEM, type Actor } from '@/lib/base/actor'
import { amsterdamDate, amsterdamJaar } from '@/lib/base/amsterdam'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import type { CompartimentPlan, TijdvakPlan } from '@/lib/tijdvak/model'
import { findTijdvak, saveCompartiment, saveTijdvak } from '@/lib/tijdvak/repo'
import { lockJaarplafond } from '@/lib/tijdvak/repo/jaarplafond'
import { checkRuimte } from '@/lib/tijdvak/rules/jaarplafond'
import { makePost, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import type { PlafondReden } from '@/lib/tijdvak/rules/plafond'
import { calculateRegistratiestop } from '@/lib/tijdvak/rules/toestand'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Enters a tijdvak with its compartimenten and books their plafond in the year in which it opens (Awb 4:25 lid 1, 4:27). The registratiestop and the rule
 * for what does not fit come from the regeling on the day it opens. A code that is there already stays as it is: false. Refused when its
 * year would come above its plafond, or is closed.
 */
export async function legTijdvakVast(tx: Tx, plan: TijdvakPlan, actor: Actor = SYSTEEM): Promise<Outcome<PlafondReden, boolean>> {
  if (await findTijdvak(tx, { code: plan.code }) !== undefined) return success(false)
  const boekjaar = amsterdamJaar(plan.opentOp)
  const redenen = checkRuimte(await lockJaarplafond(tx, boekjaar), plan.compartimenten.reduce((som, { plafondCent }) => som + plafondCent, 0))
  if (redenen.length > 0) return refused(...redenen)
  const regeling: Regeling = await leesRegeling(tx, amsterdamDate(plan.opentOp))
  const tijdvakId = await saveTijdvak(tx, plan, {
    registratiestopOp: calculateRegistratiestop(plan.opentOp, regeling.get('registratiestop')),
    pastNietRegel: regeling.get('past-niet-regel'),
  })
  if (tijdvakId === undefined) return success(false)

  for (const [volgorde, compartiment] of plan.compartimenten.entries()) {
    const id = await saveCompartiment(tx, tijdvakId, { ...compartiment, volgorde })
    await boekBudget(tx, id, compartiment, { actor, boekjaar })
  }
  await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: tijdvakId, soort: 'leg-vast', naar: 'gepland', actor })
  return success(true)
}

async function boekBudget(tx: Tx, compartimentId: string, plan: CompartimentPlan, bij: { actor: Actor; boekjaar: number }): Promise<void> {
  const budget = [['stel-plafond-vast', plan.plafondCent], ['sta-overschrijding-toe', plan.overschrijdingCent]] as const satisfies [BoekingSoort, number][]
  for (const [soort, bedragCent] of budget) {
    if (bedragCent === 0) continue
    await boek(tx, { soort, oorzaak: 'compartiment', oorzaakId: compartimentId, ...bij, regels: makePost(soort, bedragCent, { compartimentId }) })
  }
}
