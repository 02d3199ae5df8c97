import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { REKENINGEN } from '@/lib/tijdvak/model'

/** The day of a trial balance, from the address. Nonsense counts as today. */
export const standSchema = z.object({ op: z.string().transform((tekst) => parseDatum(tekst)).optional().catch(undefined) })

/** Which lines of the ledger, from the address. Nonsense counts as not given. */
export const regelsSchema = z.object({
  compartiment: z.guid().optional().catch(undefined),
  rekening: z.enum(REKENINGEN).optional().catch(undefined),
  voor: z.coerce.number().int().positive().optional().catch(undefined),
})
export type RegelFilter = z.output<typeof regelsSchema>
