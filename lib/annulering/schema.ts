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

/** A private fee that was charged to somebody who stopped. */
export const kostenSchema = z.object({
  kenmerk: z.string().min(1),
  bedrag: z.string().transform((tekst, context) => {
    const bedrag = parseBedrag(tekst)
    if (bedrag !== undefined && bedrag > 0) return bedrag
    context.addIssue({ code: 'custom', message: 'Bedrag: vul het bedrag in euro in, bijvoorbeeld 75 of 75,50. Rekende u niets? Dan hoeft u niets te melden.' })
    return z.NEVER
  }).meta({ title: 'Bedrag' }),
  toelichting: z.string().trim().min(5, { error: 'Toelichting: schrijf op waar het bedrag voor is.' }).max(1000).meta({ title: 'Toelichting' }),
})
export type KostenInput = z.output<typeof kostenSchema>
