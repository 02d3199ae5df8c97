import { z } from 'zod'
import { OPSCHORTING_GRONDEN } from '@/lib/opschorting/model'

const tekst = (veld: string, minstens: number, hoogstens: number) =>
  z.string().trim().min(minstens, { error: `${veld}: gebruik minstens ${String(minstens)} tekens.` }).max(hoogstens, { error: `${veld}: gebruik hoogstens ${String(hoogstens)} tekens.` })

/** Suspending payment: whom, on what case, and the suspicion written out as it will stand in the letter. */
export const schortOpSchema = z.object({
  opleiderId: z.guid(),
  opleidingId: z.guid().optional(),
  aanvraagKenmerk: z.string().trim().max(40).optional(),
  grond: z.enum(OPSCHORTING_GRONDEN, { error: 'Kies waarop u de opschorting baseert.' }).meta({ title: 'Grond' }),
  zaak: tekst('Zaaknummer', 3, 60).meta({ title: 'Zaaknummer' }),
  vermoeden: tekst('Het vermoeden', 20, 5000).meta({ title: 'Het vermoeden' }),
})
export type SchortOpInput = z.output<typeof schortOpSchema>

/** Ending it before its day. */
export const beeindigSchema = z.object({ opschortingId: z.guid(), reden: tekst('Reden', 10, 2000).meta({ title: 'Reden' }) })
export type BeeindigInput = z.output<typeof beeindigSchema>
