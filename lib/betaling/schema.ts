import { z } from 'zod'
import { plainDate } from '@/lib/base/date'
import { cent, parseBedrag, type Cent } from '@/lib/base/money'
import { FACTUUR_STATUSSEN } from '@/lib/betaling/model'

const MEGABYTE = 1024 * 1024

/** An e-invoice as it is uploaded. What is in it is judged after it has been kept. */
export const factuurBestandSchema = z.object({
  bestand: z.file('Kies het bestand met de e-factuur.')
    .min(1, 'Het bestand is leeg. Kies de e-factuur uit uw boekhoudprogramma.')
    .max(2 * MEGABYTE, 'Het bestand is groter dan 2 MB. Stuur een factuur zonder bijlagen, met de opleiding op één regel.'),
})

// NL999999999B99, or nine digits (fiscal number) for who has no btw-nummer because all its teaching is exempt.
const BTW_NUMMER = /^(NL[0-9]{9}B[0-9]{2}|[0-9]{9})$/

// An amount as people write it; nothing filled in is all that is left.
const bedragVeld = z.string().trim().max(20, 'Vul een bedrag in, bijvoorbeeld 939,50.').default('').transform((tekst, ctx) => {
  if (tekst === '') return null
  const bedrag = parseBedrag(tekst)
  if (bedrag !== undefined && bedrag > 0) return bedrag
  ctx.addIssue({ code: 'custom', message: 'Vul een bedrag in dat hoger is dan 0, bijvoorbeeld 939,50.' })
  return z.NEVER
})

const factuurnummerVeld = z.string('Vul het factuurnummer in.').trim().min(1, 'Vul het factuurnummer in.').max(35, 'Gebruik hoogstens 35 tekens voor het factuurnummer.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/, 'Gebruik in het factuurnummer alleen letters, cijfers, spaties, punten, streepjes en schuine strepen.')

/** What an opleider adds to an order to make an invoice of it. */
export const maakFactuurSchema = z.object({
  ordernummer: z.string().trim().min(1, 'Het ordernummer ontbreekt. Begin opnieuw bij uw opdrachten.').max(40, 'Dit is geen ordernummer.'),
  factuurnummer: factuurnummerVeld,
  bedrag: bedragVeld,
  btw: z.enum(['vrijgesteld', '21', '9'], 'Kies of er btw in de prijs zit.'),
  btwNummer: z.string('Vul uw btw-nummer in.').trim().transform((tekst) => tekst.toUpperCase().replace(/[ .]/g, ''))
    .pipe(z.string().regex(BTW_NUMMER, 'Vul een btw-nummer in als NL123456789B01, of het fiscaal nummer van 9 cijfers.')),
})
/** Without an amount: all that is left of the order. */
export type MaakFactuurInput = Omit<z.output<typeof maakFactuurSchema>, 'bedrag'> & { bedrag?: Cent | null }

/** What an opleider adds to an invoice to take back all or part of it. */
export const maakCreditnotaSchema = z.object({ factuurId: z.guid(), nummer: factuurnummerVeld, bedrag: bedragVeld })
export type MaakCreditnotaInput = z.output<typeof maakCreditnotaSchema>

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

const dag = z.iso.date().transform(plainDate)
/** The parts of a calculation of interest, as they are kept. */
export const rentedelenSchema = z.array(z.object({ van: dag, tot: dag, dagen: z.int(), procent: z.int(), over: z.int().transform(cent) }))

/** What somebody does with a refused invoice: send the answer as it stands in the field, or none. */
export const beantwoordFactuurSchema = z.object({
  factuurId: z.guid(),
  keuze: z.enum(['stuur', 'geen'], 'Kies wat u met deze factuur doet.'),
  tekst: z.string('Vul de tekst in.').trim().max(5_000, 'Gebruik hoogstens 5.000 tekens.'),
})
export type BeantwoordFactuurInput = z.output<typeof beantwoordFactuurSchema>

/** What somebody does with a mailed invoice of which we do not know whose it is. */
export const handelPostAfSchema = z.object({
  berichtId: z.guid(),
  keuze: z.enum(['verwerk', 'leg-weg'], 'Kies wat u met dit bericht doet.'),
  reden: z.string('Vul in wat u hebt uitgezocht.').trim().min(1, 'Vul in wat u hebt uitgezocht.').max(500, 'Gebruik hoogstens 500 tekens.'),
})
export type HandelPostAfInput = z.output<typeof handelPostAfSchema>

/** An address from which an opleider mails its invoices. */
export const afzenderSchema = z.object({
  adres: z.string('Vul een e-mailadres in.').trim().toLowerCase().pipe(z.email('Vul een e-mailadres in, bijvoorbeeld boekhouding@voorbeeld.nl.')),
})
export const afzenderWegSchema = z.object({ afzenderId: z.guid() })

const waarom = z.string('Schrijf op waarom.').trim().min(10, 'Schrijf in een of twee zinnen op waarom.').max(500, 'Gebruik hoogstens 500 tekens.')
/** One person refuses a whole batch. */
export const keurAfSchema = batchSchema.extend({ reden: waarom })
export type KeurAfInput = z.output<typeof keurAfSchema>
/** One person refuses one payment of a batch, by the number that the bank would get. */
export const weigerBetalingSchema = batchSchema.extend({ kenmerk: z.string('Vul het kenmerk van de betaling in.').trim().toUpperCase().min(1, 'Vul het kenmerk van de betaling in.').max(35, 'Een kenmerk heeft hoogstens 35 tekens.'), waarom })
export type WeigerBetalingInput = z.output<typeof weigerBetalingSchema>
export const hefBlokkadeOpSchema = z.object({ factuurId: z.guid(), reden: waarom })
export type HefBlokkadeOpInput = z.output<typeof hefBlokkadeOpSchema>
