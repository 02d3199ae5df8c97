import { z } from 'zod'

const MEGABYTE = 1024 * 1024

/** A message of the bank that a person uploads; the browser's way is for a single file, large ones come by the folder. */
export const bankberichtSchema = z.object({
  bestand: z.file('Kies het bestand van de bank.').min(1, 'Het bestand is leeg. Kies het bestand dat u van de bank kreeg.')
    .max(20 * MEGABYTE, 'Het bestand is groter dan 20 MB. Laat het via de bankkoppeling komen.'),
})

/** Closing a question, with what was found out. */
export const handelAfSchema = z.object({
  vraagId: z.guid('Deze vraag is er niet. Ververs de pagina.'),
  toelichting: z.string('Schrijf op wat u hebt uitgezocht.').trim().min(5, 'Schrijf op wat u hebt uitgezocht, in ten minste 5 tekens.').max(1_000, 'Gebruik hoogstens 1.000 tekens.'),
  /** The button: only close, or also put the invoice ready to be paid again. */
  opnieuw: z.enum(['ja', 'nee']).catch('nee'),
})
export type HandelAfInput = z.output<typeof handelAfSchema>

/** The page of a list, from the address. Nonsense counts as not given. */
export const bankLijstSchema = z.object({ pagina: z.coerce.number().int().min(1).max(100_000).catch(1) })
