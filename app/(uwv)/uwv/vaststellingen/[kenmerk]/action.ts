'use server'

import { redirect } from 'next/navigation'
import { IDLE, type FormState } from '@/lib/base/form-state'
import { done } from '@/lib/base/outcome'
import type { OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { formAction, terugMet } from '@/lib/platform/form-action'
import { requireMedewerker } from '@/lib/platform/session'
import { beslisHerroepSchema, beslisSchema, herroepSchema, opheffenSchema, schadeBetaaldSchema, vastgelegdeZienswijzeSchema, vaststelSchema, vervalSchema, voordeelSchema, voornemenSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { describeHerroepReden } from '@/lib/verantwoording/rules/herroeping-teksten'
import { describeVaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { beslisHerroeping } from '@/lib/verantwoording/use-cases/beslis-herroeping'
import { beslisVoornemen, laatVoornemenVervallen } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { legZienswijzeVast } from '@/lib/verantwoording/use-cases/geef-zienswijze'
import { signaalSchema } from '@/lib/verantwoording/schema'
import { SIGNAAL_REDEN } from '@/lib/verantwoording/texts'
import { handelSignaalAf } from '@/lib/verantwoording/use-cases/handel-signaal-af'
import { hefUitsluitingOp } from '@/lib/verantwoording/use-cases/hef-uitsluiting-op'
import { herzieInVoordeel } from '@/lib/verantwoording/use-cases/herzie-in-voordeel'
import { legSchadeBetaaldVast } from '@/lib/verantwoording/use-cases/leg-schade-betaald-vast'
import { stelHerroepingVoor } from '@/lib/verantwoording/use-cases/stel-herroeping-voor'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { stuurVoornemen } from '@/lib/verantwoording/use-cases/stuur-voornemen'
import { toonBesluitbrief, toonVoornemenbrief } from '@/lib/verantwoording/use-cases/toon-brief'
import { toonHerroepbrief } from '@/lib/verantwoording/use-cases/toon-herroeping'
import { verlengSchema } from '@/lib/wijziging/schema'
import { VERLENG_TEKST } from '@/lib/wijziging/texts'
import { verlengKeuze } from '@/lib/wijziging/use-cases/verleng-keuze'

/** A form beside its letter: the preview comes back with the form, so that it works without JavaScript. */
export type BriefState = { form: FormState; brief: OpgemaakteBrief | null }

const naar = (kenmerk: string) => `/uwv/vaststellingen/${encodeURIComponent(kenmerk)}`

export const vaststelAction = formAction(vaststelSchema, async (input) => {
  const outcome = await stelVastAlsBehandelaar(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

const stuur = formAction(voornemenSchema, async (input) => {
  const outcome = await stuurVoornemen(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

/** Sends a voornemen, or with the button "Brief bekijken" only shows it. */
export async function voornemenAction({ brief }: BriefState, formData: FormData): Promise<BriefState> {
  const medewerker = await requireMedewerker('uwv.besluiten')
  if (formData.get('voorbeeld') === null) return { form: await stuur(IDLE, formData), brief }
  let nieuw: OpgemaakteBrief | undefined
  const form = await formAction(voornemenSchema, async (input) => { nieuw = await toonVoornemenbrief(medewerker, input); return done })(IDLE, formData)
  return { form: form.status === 'invalid' ? form : terugMet(formData), brief: nieuw ?? brief }
}

const beslis = formAction(beslisSchema, async (input) => {
  const outcome = await beslisVoornemen(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

/** Takes the besluit, or with the button "Brief bekijken" only shows its letter. */
export async function beslisAction({ brief }: BriefState, formData: FormData): Promise<BriefState> {
  const medewerker = await requireMedewerker('uwv.besluiten')
  if (formData.get('voorbeeld') === null) return { form: await beslis(IDLE, formData), brief }
  let nieuw: OpgemaakteBrief | undefined
  const form = await formAction(beslisSchema, async (input) => { nieuw = await toonBesluitbrief(medewerker, input); return done })(IDLE, formData)
  return { form: form.status === 'invalid' ? form : terugMet(formData), brief: nieuw ?? brief }
}

/** Leaves a vaststelling as it is after a signal. */
export const signaalAction = formAction(signaalSchema, async (input) => {
  const outcome = await handelSignaalAf(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, SIGNAAL_REDEN)

/** More time to choose after the opleider called the scholing off. */
export const verlengAction = formAction(verlengSchema, async (input) => {
  const outcome = await verlengKeuze(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, VERLENG_TEKST)

export const zienswijzeAction = formAction(vastgelegdeZienswijzeSchema, async (input) => {
  const outcome = await legZienswijzeVast(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

export const vervalAction = formAction(vervalSchema, async (input) => {
  const outcome = await laatVoornemenVervallen(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

export const voordeelAction = formAction(voordeelSchema, async (input) => {
  const outcome = await herzieInVoordeel(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

export const schadeBetaaldAction = formAction(schadeBetaaldSchema, async (input) => {
  const outcome = await legSchadeBetaaldVast(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

export const opheffenAction = formAction(opheffenSchema, async (input) => {
  const outcome = await hefUitsluitingOp(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeVaststelReden)

/** Proposes to undo the last besluit, after a bezwaar or a judgment. */
export const herroepAction = formAction(herroepSchema, async (input) => {
  const outcome = await stelHerroepingVoor(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeHerroepReden)

const herroep = formAction(beslisHerroepSchema, async (input) => {
  const outcome = await beslisHerroeping(await requireMedewerker('uwv.besluiten'), input)
  return outcome.ok ? redirect(naar(input.kenmerk)) : outcome
}, describeHerroepReden)

/** Decides on that proposal, or with the button "Brief bekijken" only shows the letter. */
export async function herroepingAction({ brief }: BriefState, formData: FormData): Promise<BriefState> {
  const medewerker = await requireMedewerker('uwv.besluiten')
  if (formData.get('voorbeeld') === null) return { form: await herroep(IDLE, formData), brief }
  formData.set('besluit', 'ja')
  let nieuw: OpgemaakteBrief | undefined
  const form = await formAction(beslisHerroepSchema, async (input) => { nieuw = await toonHerroepbrief(medewerker, input); return done })(IDLE, formData)
  return { form: form.status === 'invalid' ? form : terugMet(formData), brief: nieuw ?? brief }
}
