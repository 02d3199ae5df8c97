import { z } from 'zod'
import { parseBedrag, type Cent } from '@/lib/base/money'

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
const leeg = (tekst: string | undefined) => tekst === undefined || tekst.trim() === ''
const kenmerkVeld = z.string().trim().max(40, 'Dit is geen betalingskenmerk. Kijk bij Terugvorderingen.').optional().meta({ title: 'Betalingskenmerk' })
const bedragVeld = z.string().optional().transform((tekst, ctx) => {
  if (tekst === undefined || leeg(tekst)) return null
  const bedrag = parseBedrag(tekst)
  if (bedrag !== undefined && bedrag > 0) return bedrag
  ctx.addIssue({ code: 'custom', message: 'Vul een bedrag in, bijvoorbeeld 939,50.' })
  return z.NEVER
})

/** How many claims one receipt can be divided over in the form. */
export const DELEN = [1, 2, 3, 4] as const

/** What a person decides about money on a statement that could not be booked by itself. */
export const besluitSchema = z.object({
  vraagId: z.guid('Deze vraag is er niet. Ververs de pagina.'),
  besluit: z.enum(['neem-aan', 'betaal-terug', 'boek', 'stort-terug', 'bevestig'], { error: 'Kies wat u met het geld doet.' }),
  kenmerk1: kenmerkVeld, bedrag1: bedragVeld, kenmerk2: kenmerkVeld, bedrag2: bedragVeld, kenmerk3: kenmerkVeld, bedrag3: bedragVeld, kenmerk4: kenmerkVeld, bedrag4: bedragVeld,
  /** The payments of a batch that the bank did not carry out, by their kenmerk. */
  nietUitgevoerd: z.string().max(40_000, 'Gebruik hoogstens 1.000 kenmerken.').optional().transform((tekst) => [...new Set((tekst ?? '').split(/[\s,;]+/u).filter((deel) => deel !== ''))]),
  waarom: z.string('Schrijf op waarom.').trim().min(5, 'Schrijf op waarom, in ten minste 5 tekens.').max(1_000, 'Gebruik hoogstens 1.000 tekens.'),
}).transform(({ vraagId, besluit, nietUitgevoerd, waarom, ...velden }) => ({
  vraagId, besluit, waarom, nietUitgevoerd,
  delen: DELEN.flatMap((nummer) => (leeg(velden[`kenmerk${nummer}`]) && velden[`bedrag${nummer}`] === null ? [] : [{ kenmerk: velden[`kenmerk${nummer}`] ?? '', bedrag: velden[`bedrag${nummer}`] }])),
}))

/** The same without the form around it: `kenmerk` is one claim for the whole receipt. Amounts in cents. */
export type BesluitInput = {
  readonly vraagId: string; readonly besluit: z.output<typeof besluitSchema>['besluit']; readonly waarom: string; readonly kenmerk?: string
  readonly delen?: readonly { readonly kenmerk: string; readonly bedrag: Cent | null }[]; readonly nietUitgevoerd?: readonly string[]
}

/** A second person decides on what was proposed. */
export const voorstelSchema = z.object({ vraagId: z.guid('Deze vraag is er niet. Ververs de pagina.'), besluit: z.enum(['voer-uit', 'wijs-af'], { error: 'Kies of u het voorstel uitvoert.' }) })
export type VoorstelInput = z.output<typeof voorstelSchema>

const kenmerk = z.string().max(40)
const reden = z.string('Schrijf op waarom.').trim().min(10, 'Schrijf op waarom, in ten minste 10 tekens.').max(1_000, 'Gebruik hoogstens 1.000 tekens.').meta({ title: 'Waarom' })
/** The account is taken on although the name does not match, or it does not go back after all. */
export const terugstortingSchema = z.object({ kenmerk, besluit: z.enum(['aanvaard', 'trek-in'], { error: 'Kies wat u beslist.' }), reden })

export const berichtOpnieuwSchema = z.object({ berichtId: z.guid('Dit bericht is er niet. Ververs de pagina.') })

export type HandelAfInput = z.output<typeof handelAfSchema>

const bladzijde = z.coerce.number().int().min(1).max(100_000).catch(1)
/** The pages of the lists, from the address. Nonsense counts as not given. */
export const bankLijstSchema = z.object({ pagina: bladzijde, vragen: bladzijde })
