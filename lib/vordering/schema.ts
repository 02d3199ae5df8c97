import { z } from 'zod'
import { parseDatum, type PlainDate } from '@/lib/base/date'
import { parseBedrag, type Cent } from '@/lib/base/money'
import { AFBOEKING_SOORTEN, VORDERING_STATUSSEN, type BeslagvrijAntwoord } from '@/lib/vordering/model'

const bedrag = (title: string) => z.string(`${title}: vul een bedrag in, bijvoorbeeld 50.`).transform((tekst, ctx): Cent => {
  const gelezen = parseBedrag(tekst)
  if (gelezen !== undefined && gelezen > 0) return gelezen
  ctx.addIssue({ code: 'custom', message: `${title}: vul een bedrag in, bijvoorbeeld 50.` })
  return z.NEVER
}).meta({ title })

const datum = (title: string) => z.string(`${title}: vul een datum in.`).transform((tekst, ctx): PlainDate => {
  const dag = parseDatum(tekst)
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${title}: vul een bestaande datum in, bijvoorbeeld 29-11-2022.` })
  return z.NEVER
}).meta({ title })

const reden = z.string('Schrijf op waarom. Gebruik ten minste 10 tekens.').trim().min(10, 'Schrijf op waarom. Gebruik ten minste 10 tekens.').max(2000).meta({ title: 'Waarom' })

const kenmerk = z.string().max(40)

/** What an opleider proposes that cannot pay at once. */
export const voorstelSchema = z.object({
  kenmerk,
  termijn: bedrag('Bedrag per maand'),
  eersteOp: datum('Eerste betaling'),
  omstandigheden: z.string().trim().max(1000).optional().meta({ title: 'Bijzondere omstandigheden' }),
})

/** The same of a burger, who is asked what is left to live on. */
export const burgervoorstelSchema = voorstelSchema.extend({
  beslagvrij: z.enum(['ja', 'nee', 'weet-niet'], { error: 'Kies een antwoord.' }).meta({ title: 'Houdt u genoeg over om van te leven?' }),
})
export type VoorstelInput = z.output<typeof voorstelSchema> & { readonly beslagvrij: BeslagvrijAntwoord }

/** The decision of an employee on such a proposal. Another amount or day may be granted than was asked. */
export const regelingbesluitSchema = z.object({
  regelingId: z.guid(),
  besluit: z.enum(['toewijzen', 'afwijzen'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }),
  termijn: bedrag('Bedrag per maand'),
  motivering: reden,
})
export type RegelingbesluitInput = z.output<typeof regelingbesluitSchema>

export const afboekSchema = z.object({
  kenmerk,
  soort: z.enum(AFBOEKING_SOORTEN, { error: 'Kies kwijtschelden of afboeken.' }).meta({ title: 'Wat' }),
  bedrag: bedrag('Bedrag'),
  reden,
})
export type AfboekInput = z.output<typeof afboekSchema>

export const afboekbesluitSchema = z.object({ kenmerk, besluit: z.enum(['verleen', 'wijs-af'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }) })

export const intrekkenSchema = z.object({
  kenmerk,
  wordt: z.string('Vul in wat het bedrag wordt. Vul 0 in om alles in te trekken.').transform((tekst, ctx): Cent => {
    const gelezen = parseBedrag(tekst)
    if (gelezen !== undefined && gelezen >= 0) return gelezen
    ctx.addIssue({ code: 'custom', message: 'Vul in wat het bedrag wordt. Vul 0 in om alles in te trekken.' })
    return z.NEVER
  }).meta({ title: 'Wat het bedrag wordt' }),
  reden,
})
export type IntrekkenInput = z.output<typeof intrekkenSchema>

export const overdrachtSchema = z.object({
  kenmerk, besluit: z.enum(['overdragen', 'niet-overdragen'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }), reden,
})

export const uitstelSchema = z.object({ kenmerk, tot: datum('Uitstel tot en met'), reden })

/** Which claims the list shows. */
export const VORDERING_FILTERS = ['te-doen', 'alle', ...VORDERING_STATUSSEN] as const
export const lijstSchema = z.object({
  toon: z.enum(VORDERING_FILTERS).catch('te-doen'),
  zoek: z.string().trim().max(60).catch(''),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
})
