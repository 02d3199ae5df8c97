import { z } from 'zod'
import { STOP_FASEN } from '@/lib/annulering/model'
import { parseBedrag } from '@/lib/base/money'

/** Stopping, with how far it was when the consequence was shown: when that changed meanwhile, it is shown again first. */
export const stopSchema = z.object({
  kenmerk: z.string().min(1),
  fase: z.enum(STOP_FASEN),
  toelichting: z.string().trim().max(1000, { error: 'Toelichting: gebruik hoogstens 1.000 tekens.' }).optional(),
  zeker: z.literal('ja', 'Zet een vinkje om te bevestigen dat u wilt stoppen.').meta({ title: 'Bevestiging' }),
})
export type StopInput = z.output<typeof stopSchema>

/** No fee is a hundred thousand euro: more is a mistake in typing. */
const HOOGSTENS = 10_000_000
const bedragVeld = (niets: string) => z.string('Bedrag: vul het bedrag in euro in, bijvoorbeeld 75 of 75,50.').transform((tekst, context) => {
  const bedrag = parseBedrag(tekst)
  if (bedrag !== undefined && bedrag > 0 && bedrag <= HOOGSTENS) return bedrag
  context.addIssue({ code: 'custom', message: `Bedrag: vul het bedrag in euro in, bijvoorbeeld 75 of 75,50.${niets}` })
  return z.NEVER
}).meta({ title: 'Bedrag' })

/** A private fee that was charged to somebody who stopped. */
export const kostenSchema = z.object({
  kenmerk: z.string().min(1),
  bedrag: bedragVeld(' Rekende u niets? Dan hoeft u niets te melden.'),
  toelichting: z.string().trim().min(5, { error: 'Toelichting: schrijf op waar het bedrag voor is.' }).max(1000).meta({ title: 'Toelichting' }),
})
export type KostenInput = z.output<typeof kostenSchema>

/** The same as the burger tells it. */
export const kostenmeldingSchema = z.object({
  kenmerk: z.string().min(1),
  bedrag: bedragVeld(' Rekende de opleider niets? Dan hoeft u niets te melden.'),
  toelichting: z.string().trim().min(5, { error: 'Waarvoor: schrijf op waar de opleider geld voor vraagt.' }).max(1000, { error: 'Waarvoor: gebruik hoogstens 1.000 tekens.' }).meta({ title: 'Waarvoor' }),
})
export type KostenmeldingInput = z.output<typeof kostenmeldingSchema>

/** What an employee decides about it. */
export const kostenbesluitSchema = z.object({
  kenmerk: z.string().min(1),
  besluit: z.enum(['neem-over', 'niet-over'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }),
  /** How much counts; only when it is taken over. */
  bedrag: z.string().optional(),
  reden: z.string('Schrijf op waarom.').trim().min(10, { error: 'Waarom: gebruik ten minste 10 tekens. De deelnemer leest dit.' }).max(1000).meta({ title: 'Waarom' }),
}).transform(({ bedrag, ...rest }, context) => {
  if (rest.besluit === 'niet-over') return { ...rest, bedrag: null }
  const gelezen = parseBedrag(bedrag ?? '')
  if (gelezen !== undefined && gelezen > 0 && gelezen <= HOOGSTENS) return { ...rest, bedrag: gelezen }
  context.addIssue({ code: 'custom', path: ['bedrag'], message: 'Bedrag: vul in hoeveel meetelt, hoogstens het maximum.' })
  return z.NEVER
})
export type KostenbesluitInput = z.output<typeof kostenbesluitSchema>
