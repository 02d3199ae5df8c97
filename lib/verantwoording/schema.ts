import { z } from 'zod'
import { CONTROLE_OORDELEN, NAVRAAG_ANTWOORDEN, OORZAKEN, REACTIES, WIJZEN } from '@/lib/verantwoording/model'

const MEGABYTE = 1024 * 1024
const kenmerk = z.string().trim().min(1).max(40)
const percentage = z.string().trim().regex(/^(100|[0-9]{1,2})$/, 'Vul een heel getal in van 0 tot en met 100.').transform(Number)
const stuk = (wat: string) => z.file().max(10 * MEGABYTE, `${wat} is groter dan 10 MB. Maak het kleiner, bijvoorbeeld met minder pagina’s.`)
const toelichting = z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.')

/** What an opleider reports about one participant. Which fields belong together is judged by rules/afronding. */
export const meldSchema = z.object({
  kenmerk,
  uitkomst: z.enum(['succesvol', 'niet-succesvol'], 'Kies of de deelnemer de opleiding heeft afgerond.'),
  wijze: z.enum(WIJZEN, 'Kies hoe de opleiding is afgerond: diploma, aanwezigheid of examen.').optional(),
  percentage: percentage.optional(),
  oorzaak: z.enum(OORZAKEN, 'Kies waardoor de opleiding niet is afgerond: niet-gegeven, niet-gestart, opleider, burger of overmacht.').optional(),
  toelichting: toelichting.optional(),
  bewijs: stuk('Het bewijs').optional(),
  /** The opleider declares that it has the bewijs and hands it over when it is asked for (art. 14 lid 3). */
  bewaard: z.literal('ja').optional(),
}).superRefine((invoer, ctx) => {
  const ask = (path: string, message: string) => { ctx.addIssue({ code: 'custom', path: [path], message }) }
  if (invoer.uitkomst === 'succesvol') {
    if (invoer.wijze === undefined) ask('wijze', 'Kies hoe de deelnemer de opleiding heeft afgerond.')
    if (invoer.wijze === 'aanwezigheid' && invoer.percentage === undefined) ask('percentage', 'Vul in hoeveel procent van de lessen de deelnemer aanwezig was.')
    return
  }
  if (invoer.oorzaak === undefined) ask('oorzaak', 'Kies waardoor de opleiding niet is afgerond.')
  if ((invoer.toelichting ?? '') === '') ask('toelichting', 'Schrijf op wat er is gebeurd.')
})
export type MeldInput = z.output<typeof meldSchema>

const waarom = (vraag: string) => z.string(vraag).trim().min(3, vraag).max(500, 'Gebruik hoogstens 500 tekens.')

/** The same, with why it is put right. */
export const correctieSchema = meldSchema.safeExtend({ reden: waarom('Schrijf op waarom u de melding verbetert.') })
export type CorrectieInput = z.output<typeof correctieSchema>

/** A report as it is kept with the row of a file. */
export const meldingSchema = z.discriminatedUnion('uitkomst', [
  z.object({ uitkomst: z.literal('succesvol'), wijze: z.enum(WIJZEN), percentage: z.int().min(0).max(100).nullable() }),
  z.object({ uitkomst: z.literal('niet-succesvol'), oorzaak: z.enum(OORZAKEN), toelichting: z.string() }),
])

/** A file with reports, and the choice to write what was read. */
export const deelnameBestandSchema = z.object({ bestand: z.instanceof(File, { error: 'Kies een CSV- of XML-bestand van uw computer.' }) })
export const doorvoerSchema = z.object({
  bestandId: z.guid(),
  verklaring: z.literal('ja', 'Verklaar dat u van iedere afgeronde deelnemer het bewijs hebt. Zonder die verklaring kunt u niet melden met een bestand.'),
})
export const vervalSchema = z.object({ bestandId: z.guid() })

/** What a burger answers. A dispute says what is wrong. */
export const reactieSchema = z.object({
  kenmerk,
  reactie: z.enum(REACTIES, 'Kies of het klopt wat uw opleider meldt.'),
  /** The version of the report that was read: another one may have come since. */
  versie: z.coerce.number().int().min(1).optional(),
  toelichting: toelichting.optional(),
  bewijs: stuk('Uw bewijs').optional(),
}).superRefine((invoer, ctx) => {
  if (invoer.reactie === 'betwist' && (invoer.toelichting ?? '') === '')
    ctx.addIssue({ code: 'custom', path: ['toelichting'], message: 'Schrijf op wat er niet klopt. Dan kan UWV het uitzoeken.' })
})
export type ReactieInput = z.output<typeof reactieSchema>

/** What a burger answers when the opleider reported nothing. */
export const navraagSchema = z.object({
  kenmerk,
  antwoord: z.enum(NAVRAAG_ANTWOORDEN, 'Kies hoe uw opleiding ging.'),
  toelichting: toelichting.optional(),
  bewijs: stuk('Uw bewijs').optional(),
}).superRefine((invoer, ctx) => {
  if (invoer.antwoord !== 'afgerond' && (invoer.toelichting ?? '') === '') ctx.addIssue({ code: 'custom', path: ['toelichting'], message: 'Schrijf op wat er is gebeurd. Dan kan UWV daar rekening mee houden.' })
})
export type NavraagInput = z.output<typeof navraagSchema>

/** A document for the Toetsingskamer, that everything was handed in, and what it found. */
export const stukSchema = z.object({
  gevalId: z.guid(),
  omschrijving: z.string('Schrijf op wat dit stuk is.').trim().min(3, 'Schrijf op wat dit stuk is, bijvoorbeeld ‘presentielijst’.').max(200, 'Gebruik hoogstens 200 tekens.'),
  stuk: z.file('Kies een bestand: een PDF, of een foto als PNG of JPEG.').max(10 * MEGABYTE, 'Het stuk is groter dan 10 MB. Maak het kleiner, bijvoorbeeld met minder pagina’s.'),
})
export type StukInput = z.output<typeof stukSchema>
export const inleverSchema = z.object({ gevalId: z.guid() })
export const deelnameOordeelSchema = z.object({
  gevalId: z.guid(),
  controleId: z.guid(),
  nummer: z.coerce.number().int().min(1),
  oordeel: z.enum(CONTROLE_OORDELEN, 'Kies wat u van de stukken vindt.'),
  reden: z.string('Schrijf op waarom u dit vindt.').trim().min(10, 'Schrijf op waarom u dit vindt, in een hele zin. De opleider leest dit.').max(2000, 'Gebruik hoogstens 2.000 tekens.'),
})
export type DeelnameOordeelInput = Omit<z.output<typeof deelnameOordeelSchema>, 'controleId' | 'nummer'>

/** Which deelnemers an opleider wants to see. */
export const DEELNAME_FILTERS = ['alle', 'te-melden', 'te-laat', 'gemeld'] as const
export type DeelnameFilter = (typeof DEELNAME_FILTERS)[number]
export const deelnameLijstSchema = z.object({ filter: z.enum(DEELNAME_FILTERS).catch('alle'), pagina: z.coerce.number().int().min(1).max(10_000).catch(1) })

/** Leaves a vaststelling as it is after a signal of the Toetsingskamer. */
export const signaalSchema = z.object({ kenmerk, reden: waarom('Schrijf op waarom de vaststelling blijft zoals zij is.') })
export type SignaalInput = z.output<typeof signaalSchema>
