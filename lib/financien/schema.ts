import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { REKENINGEN } from '@/lib/tijdvak/model'

const op = z.string().transform((tekst) => parseDatum(tekst)).optional().catch(undefined)
const jaar = z.coerce.number().int().min(2021).max(2100).optional().catch(undefined)

/** The day and the boekjaar of a trial balance, from the address. Nonsense counts as today (isGeenDag says that it was) and as every year. */
export const standSchema = z.object({ op, jaar })

/** Whether a day was asked for that does not exist or is written in another way: who asked must hear that another day is shown. */
export function isGeenDag(tekst: string | readonly string[] | undefined): boolean {
  return typeof tekst === 'string' && tekst.trim() !== '' && parseDatum(tekst) === undefined
}

/** Which lines of the ledger, from the address. Nonsense counts as not given. */
export const regelsSchema = z.object({
  op, jaar,
  compartiment: z.guid().optional().catch(undefined),
  rekening: z.enum(REKENINGEN).optional().catch(undefined),
  aanvraag: z.string().regex(/^STAP-[0-9A-Z-]{4,30}$/).optional().catch(undefined),
  soort: z.string().regex(/^[a-z-]{3,40}$/).optional().catch(undefined),
  boeking: z.coerce.number().int().positive().optional().catch(undefined),
  voor: z.coerce.number().int().positive().optional().catch(undefined),
})
export type RegelFilter = Partial<z.output<typeof regelsSchema>>

/** A boekjaar in the address. */
export const jaarSchema = z.coerce.number().int().min(2021).max(2100)

/** The closing of a year, proposed or carried out. */
export const sluitingSchema = z.object({ jaar: jaarSchema, zeker: z.literal('ja', 'Zet een vinkje om te bevestigen dat u het verslag hebt bekeken.').meta({ title: 'Bevestiging' }) })
