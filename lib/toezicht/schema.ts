import { z } from 'zod'

/** Lifting a maatregel, with the reason. */
export const hefOpSchema = z.object({
  maatregelId: z.guid(),
  reden: z.string().trim().min(10, { error: 'Reden: schrijf in minstens 10 tekens op waarom.' }).max(2000).meta({ title: 'Reden' }),
})
export type HefOpInput = z.output<typeof hefOpSchema>
