import { z } from 'zod'
import { parseBedrag } from '@/lib/base/money'
import { VASTSTELLINGSGRONDEN } from '@/lib/beschikking/model'
import { OORZAKEN, REACTIES, WIJZEN } from '@/lib/verantwoording/model'

const MEGABYTE = 1024 * 1024
const kenmerk = z.string().trim().min(1).max(40)
const percentage = z.string().trim().regex(/^(100|[0-9]{1,2})$/, 'Vul een heel getal in van 0 tot en met 100.').transform(Number)
const toelichting = z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.')

/** What an opleider reports about one participant. Which fields belong together is judged by rules/afronding. */
export const meldSchema = z.object({
  kenmerk,
  uitkomst: z.enum(['succesvol', 'niet-succesvol'], 'Kies of de deelnemer de opleiding heeft afgerond.'),
  wijze: z.enum(WIJZEN).optional(),
  percentage: percentage.optional(),
  oorzaak: z.enum(OORZAKEN).optional(),
  toelichting: toelichting.optional(),
  bewijs: z.file().max(10 * MEGABYTE, 'Het bewijs is groter dan 10 MB. Maak het kleiner, bijvoorbeeld met minder pagina’s.').optional(),
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

/** What a burger answers. A dispute says what is wrong. */
export const reactieSchema = z.object({
  kenmerk,
  reactie: z.enum(REACTIES, 'Kies of het klopt wat uw opleider meldt.'),
  toelichting: toelichting.optional(),
}).superRefine((invoer, ctx) => {
  if (invoer.reactie === 'betwist' && (invoer.toelichting ?? '') === '')
    ctx.addIssue({ code: 'custom', path: ['toelichting'], message: 'Schrijf op wat er niet klopt. Dan kan UWV het uitzoeken.' })
})
export type ReactieInput = z.output<typeof reactieSchema>

/** What a behandelaar decides. */
export const vaststelSchema = z.object({
  kenmerk,
  grond: z.enum(VASTSTELLINGSGRONDEN, 'Kies de grond van het besluit.'),
  bedrag: z.string('Vul het bedrag in.').transform((tekst, ctx) => {
    const bedrag = parseBedrag(tekst)
    if (bedrag === undefined) ctx.addIssue({ code: 'custom', message: 'Vul een bedrag in, bijvoorbeeld 939,50.' })
    return bedrag ?? z.NEVER
  }),
  motivering: z.string('Schrijf op waarom u dit beslist.').trim().min(10, 'Schrijf op waarom u dit beslist, in een hele zin.').max(2000, 'Gebruik hoogstens 2.000 tekens.'),
})
export type VaststelInput = z.output<typeof vaststelSchema>
