import { z } from 'zod'
import { parseDatum, type PlainDate } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
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
  gevolgen: z.string().trim().max(2000).optional().meta({ title: 'Gevolgen van innen' }),
  reden,
}).superRefine(({ soort, gevolgen }, ctx) => {
  // Awb 4:94a: only when the consequences of collecting weigh too heavily, so they are asked apart.
  if (soort === 'kwijtschelding' && (gevolgen ?? '').length < 10) ctx.addIssue({ code: 'custom', path: ['gevolgen'], message: 'Schrijf op welke gevolgen innen heeft voor de schuldenaar, in ten minste 10 tekens.' })
})
export type AfboekInput = z.output<typeof afboekSchema>

/** Setting a claim off against what we owe: who does it says to have asked whether beslag would be allowed (Awb 4:93 lid 4). */
export const verrekenSchema = z.object({
  kenmerk,
  terugbetalingId: z.guid('Kies waarmee u verrekent. Ververs de pagina als er niets staat.').meta({ title: 'Waarmee' }),
  bedrag: bedrag('Bedrag'),
  beslag: z.literal('ja', { error: 'Ga na of beslag op dit geld mag. Mag dat niet, of weet u het niet? Verreken dan niet.' }).meta({ title: 'Beslag' }),
  reden,
})
export type VerrekenInput = z.output<typeof verrekenSchema>

/** The account that a burger gives to be paid back on. */
export const rekeningSchema = z.object({
  kenmerk,
  iban: z.string('Vul uw rekeningnummer (IBAN) in.').trim().transform((tekst, ctx) => {
    const gelezen = parseIban(tekst)
    if (gelezen !== undefined) return gelezen
    ctx.addIssue({ code: 'custom', message: 'Dit rekeningnummer bestaat niet. Neem het precies over van uw bankpas, bijvoorbeeld NL20 INGB 0001 2345 67.' })
    return z.NEVER
  }).meta({ title: 'Rekeningnummer (IBAN)' }),
  tenaamstelling: z.string('Vul in op welke naam de rekening staat.').trim().min(2, 'Vul in op welke naam de rekening staat.').max(70, 'Gebruik hoogstens 70 tekens voor de naam.').meta({ title: 'Naam van de rekening' }),
})
export type RekeningInput = z.output<typeof rekeningSchema>

export const bevestigRekeningSchema = z.object({ kenmerk, rekeningId: z.guid('Deze rekening is er niet meer. Ververs de pagina.') })

/** What an employee decides about an account of which the name did not match. */
export const rekeningoordeelSchema = z.object({ kenmerk, oordeel: z.enum(['aanvaard', 'wijs-af'], { error: 'Kies wat u met dit rekeningnummer doet.' }).meta({ title: 'Besluit' }), reden })

export const afboekbesluitSchema = z.object({ kenmerk, besluit: z.enum(['verleen', 'wijs-af'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }) })

export const intrekkenSchema = z.object({
  kenmerk,
  wordt: z.string('Vul in wat het bedrag wordt. Vul 0 in om alles in te trekken.').transform((tekst, ctx): Cent => {
    const gelezen = parseBedrag(tekst)
    if (gelezen !== undefined && gelezen >= 0) return gelezen
    ctx.addIssue({ code: 'custom', message: 'Vul in wat het bedrag wordt. Vul 0 in om alles in te trekken.' })
    return z.NEVER
  }).meta({ title: 'Wat het bedrag wordt' }),
  zonderRente: z.literal('ja').optional().meta({ title: 'Geen rente' }),
  reden,
})
/** `zonderRente`: who paid gave wrong or incomplete data, so no interest is owed over what goes back (Awb 4:102 lid 3). */
export type IntrekkenInput = Omit<z.output<typeof intrekkenSchema>, 'zonderRente'> & { readonly zonderRente?: 'ja' | undefined }

export const overdrachtSchema = z.object({
  kenmerk, besluit: z.enum(['overdragen', 'niet-overdragen'], { error: 'Kies wat u beslist.' }).meta({ title: 'Besluit' }), reden,
})

export const vorderingKenmerkSchema = z.object({ kenmerk })

export const uitstelSchema = z.object({ kenmerk, tot: datum('Uitstel tot en met'), reden })

/** Which claims the list shows. */
export const VORDERING_FILTERS = ['te-doen', 'alle', ...VORDERING_STATUSSEN] as const
export const lijstSchema = z.object({
  toon: z.enum(VORDERING_FILTERS).catch('te-doen'),
  zoek: z.string().trim().max(60).catch(''),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
})
