'use server'

import { success } from '@/lib/base/outcome'
import { formAction } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { afboekbesluitSchema, afboekSchema, intrekkenSchema, overdrachtSchema, regelingbesluitSchema, rekeningoordeelSchema, uitstelSchema, verrekenSchema, vorderingKenmerkSchema } from '@/lib/vordering/schema'
import { REKENING_REDEN, VORDERING_REDEN } from '@/lib/vordering/texts'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { beslisOverdracht, verleenUitstel } from '@/lib/vordering/use-cases/beslis-overdracht'
import { beslisRegeling } from '@/lib/vordering/use-cases/beslis-regeling'
import { beoordeelRekening } from '@/lib/vordering/use-cases/kies-rekening'
import { maanOpnieuwAan } from '@/lib/vordering/use-cases/maan-opnieuw-aan'
import { stelIntrekkingVoor } from '@/lib/vordering/use-cases/stel-intrekking-voor'
import { verreken } from '@/lib/vordering/use-cases/verreken'

const wie = () => requireMedewerker('vordering.beheren')

export const beslisRegelingAction = formAction(regelingbesluitSchema, async (input) => {
  const outcome = await beslisRegeling(await wie(), input)
  return outcome.ok ? success({ melding: 'Uw besluit is verstuurd met een brief.' }) : outcome
}, VORDERING_REDEN)

export const beslisOverdrachtAction = formAction(overdrachtSchema, async (input) => {
  const outcome = await beslisOverdracht(await wie(), input)
  return outcome.ok ? success({ melding: 'Uw besluit is vastgelegd.' }) : outcome
}, VORDERING_REDEN)

export const boekAfAction = formAction(afboekSchema, async (input) => {
  const outcome = await boekAf(await wie(), input)
  if (!outcome.ok) return outcome
  return success({ melding: outcome.value.isVerleend ? 'Het bedrag is afgeboekt.' : 'Dit is meer dan u alleen mag afboeken. Een collega moet er nog over beslissen.' })
}, VORDERING_REDEN)

export const beslisAfboekingAction = formAction(afboekbesluitSchema, async (input) => {
  const outcome = await beslisAfboeking(await wie(), input)
  return outcome.ok ? success({ melding: 'Uw besluit is vastgelegd.' }) : outcome
}, VORDERING_REDEN)

export const verrekenAction = formAction(verrekenSchema, async (input) => {
  const outcome = await verreken(await wie(), input)
  if (!outcome.ok) return outcome
  return success({ melding: outcome.value.isVerleend ? 'Het bedrag is verrekend. De burger krijgt een brief.' : 'Dit is meer dan u alleen mag beslissen. Een collega moet er nog over beslissen.' })
}, VORDERING_REDEN)

export const beoordeelRekeningAction = formAction(rekeningoordeelSchema, async (input) => {
  const outcome = await beoordeelRekening(await wie(), input)
  return outcome.ok ? success({ melding: 'Uw besluit is vastgelegd.' }) : outcome
}, REKENING_REDEN)

export const trekInAction = formAction(intrekkenSchema, async (input) => {
  const outcome = await stelIntrekkingVoor(await wie(), input)
  if (!outcome.ok) return outcome
  return success({ melding: outcome.value.isVerleend ? 'De terugvordering is gewijzigd. De schuldenaar krijgt een brief.' : 'Dit is meer dan u alleen mag beslissen. Een collega moet er nog over beslissen.' })
}, VORDERING_REDEN)

export const uitstelAction = formAction(uitstelSchema, async (input) => {
  const outcome = await verleenUitstel(await wie(), input)
  return outcome.ok ? success({ melding: 'Het uitstel is vastgelegd en verstuurd met een brief. Tot die dag sturen wij geen aanmaning.' }) : outcome
}, VORDERING_REDEN)

export const maanOpnieuwAanAction = formAction(vorderingKenmerkSchema, async (input) => {
  const outcome = await maanOpnieuwAan(await wie(), input)
  return outcome.ok ? success({ melding: 'De aanmaning is verstuurd. De verjaring begint opnieuw.' }) : outcome
}, VORDERING_REDEN)
