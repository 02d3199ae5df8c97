import { z } from 'zod'
import { parseIban } from '@/lib/base/iban'

const iban = z.string('Vul het rekeningnummer (IBAN) in.').trim().transform((tekst, ctx) => {
  const gelezen = parseIban(tekst)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'Dit rekeningnummer bestaat niet. Neem het precies over van uw bank, bijvoorbeeld NL20 INGB 0001 2345 67.' })
  return z.NEVER
})

const reden = (vraag: string) => z.string(vraag).trim().min(5, `${vraag} Gebruik ten minste 5 tekens.`).max(500, 'Gebruik hoogstens 500 tekens.')

/** What an opleider fills in to be paid on another account. */
export const vraagRekeningSchema = z.object({
  iban,
  tenaamstelling: z.string('Vul in op welke naam de rekening staat.').trim().min(2, 'Vul in op welke naam de rekening staat.').max(70, 'Gebruik hoogstens 70 tekens voor de naam.'),
  reden: reden('Schrijf waarom het rekeningnummer verandert.'),
})
export type VraagRekeningInput = z.output<typeof vraagRekeningSchema>

export const wijzigingIdSchema = z.object({ wijzigingId: z.guid('Dit is er niet meer. Ververs de pagina.') })

/** What UWV decides about an account: take it on, or block the change to it. */
export const oordeelSchema = z.object({
  opleiderId: z.guid('Deze opleider is er niet. Ververs de pagina.'),
  oordeel: z.enum(['aanvaard', 'blokkeer'], { error: 'Kies wat u met dit rekeningnummer doet.' }),
  reden: reden('Schrijf op waarom.'),
})
export type OordeelInput = z.output<typeof oordeelSchema>

export const opleiderIdSchema = z.object({ opleiderId: z.guid('Deze opleider is er niet. Ververs de pagina.') })
