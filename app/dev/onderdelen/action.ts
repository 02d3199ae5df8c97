'use server'

import { z } from 'zod'
import { plainDate, parseDatum } from '@/lib/base/date'
import { success } from '@/lib/base/outcome'
import { formAction } from '@/lib/platform/form-action'

const proefSchema = z.object({
  naam: z.string().min(3).max(80).meta({ title: 'Naam van de opleiding' }),
  email: z.email().meta({ title: 'E-mailadres' }),
  start: z.string().meta({ title: 'Startdatum' }).transform((text, ctx) => {
    const dag = parseDatum(text)
    if (dag === undefined) ctx.addIssue({ code: 'custom', message: 'Startdatum: vul een bestaande datum in, bijvoorbeeld 29-11-2022.' })
    return dag ?? plainDate('2022-01-01')
  }),
  plaats: z.enum(['utrecht', 'zwolle']),
  toelichting: z.string().max(500).optional(),
  vorm: z.enum(['klas', 'online']).meta({ title: 'Hoe wordt de opleiding gegeven' }),
  dagen: z.array(z.enum(['ma', 'di'])).min(1),
  bestand: z.file().max(12 * 1024 * 1024).optional(),
  akkoord: z.literal('ja').meta({ title: 'Naar waarheid ingevuld' }),
})

/** The form of the page that shows all parts: checks and keeps nothing. */
export const proefAction = formAction(proefSchema, () => Promise.resolve(success({ melding: 'Alles klopt.' })))
