import { z } from 'zod'
import { FACTUUR_STATUSSEN } from '@/lib/betaling/model'

const MEGABYTE = 1024 * 1024

/** An e-invoice as it is uploaded. What is in it is judged after it has been kept. */
export const factuurBestandSchema = z.object({
  bestand: z.file('Kies het bestand met de e-factuur.')
    .min(1, 'Het bestand is leeg. Kies de e-factuur uit uw boekhoudprogramma.')
    .max(2 * MEGABYTE, 'Het bestand is groter dan 2 MB. Stuur een factuur zonder bijlagen.'),
})

// NL999999999B99, or nine digits (fiscal number) for who has no btw-nummer because all its teaching is exempt.
const BTW_NUMMER = /^(NL[0-9]{9}B[0-9]{2}|[0-9]{9})$/

/** What an opleider adds to an order to make an invoice of it. */
export const maakFactuurSchema = z.object({
  ordernummer: z.string().trim().min(1, 'Het ordernummer ontbreekt. Begin opnieuw bij uw opdrachten.').max(40, 'Dit is geen ordernummer.'),
  factuurnummer: z.string('Vul het factuurnummer in.').trim().min(1, 'Vul het factuurnummer in.').max(35, 'Gebruik hoogstens 35 tekens voor het factuurnummer.')
    .regex(/^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/, 'Gebruik in het factuurnummer alleen letters, cijfers, spaties, punten, streepjes en schuine strepen.'),
  btw: z.enum(['vrijgesteld', '21', '9'], 'Kies of er btw in de prijs zit.'),
  btwNummer: z.string('Vul uw btw-nummer in.').trim().transform((tekst) => tekst.toUpperCase().replace(/[ .]/g, ''))
    .pipe(z.string().regex(BTW_NUMMER, 'Vul een btw-nummer in als NL123456789B01, of het fiscaal nummer van 9 cijfers.')),
})
export type MaakFactuurInput = z.output<typeof maakFactuurSchema>

/** A batch that is looked at or approved. */
export const batchSchema = z.object({ msgId: z.string().trim().min(1).max(40) })
export type BatchInput = z.output<typeof batchSchema>

/** Asks for nothing: the button says it all. */
export const leegSchema = z.object({})

const documentIdSchema = z.guid()

/** Whether a part of an address can be an id at all; anything else is simply not found. */
export function isDocumentId(tekst: string): boolean {
  return documentIdSchema.safeParse(tekst).success
}

/** The page and the filter of a list, from the address. Nonsense counts as not given. */
export const lijstSchema = z.object({
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
  status: z.enum(FACTUUR_STATUSSEN).optional().catch(undefined),
})
