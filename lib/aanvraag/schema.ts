import { z } from 'zod'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { parseCode } from '@/lib/vooraanmelding/rules/code'

const code = z.string().transform((tekst, ctx) => {
  const gelezen = parseCode(tekst)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'Deze code klopt niet. Typ de code over van uw aanmeldbewijs. Hij ziet er zo uit: AB-7KQ2-M9XD-4TWP-11.' })
  return z.NEVER
}).meta({ title: 'Code van het aanmeldbewijs' })
const kenmerk = z.string().min(1).max(40)

export const startSchema = z.object({ code })

export const maakGereedSchema = z.object({
  kenmerk,
  verklaring: z.literal('ja', 'Zet een vinkje bij de verklaring. Zonder uw verklaring kunt u de aanvraag niet indienen.').meta({ title: 'Verklaring' }),
})

export const kenmerkSchema = z.object({ kenmerk })

export const andereOpleidingSchema = z.object({ kenmerk, code })

export const emailSchema = z.object({
  email: z.email().max(254).optional().meta({ title: 'E-mailadres' }),
})

const dag = z.iso.date().transform(plainDate)
const bedrag = z.int().transform(cent)
const tekst = z.string().nullable().default(null)

/** A momentopname as it was stored with the aanvraag. */
export const momentopnameSchema = z.object({
  persoon: z.object({ naam: z.string(), geboortedatum: dag }),
  opleiding: z.object({ titel: z.string(), versie: z.int(), niveau: tekst, categorie: tekst, opleidingsvorm: tekst, waardedocument: tekst }),
  opleider: z.object({ naam: z.string(), plaats: z.string(), kvk: z.string() }),
  scholing: z.object({ cohortcode: z.string(), startdatum: dag, einddatum: dag, plaats: tekst, kostenCent: bedrag, subsidiabelCent: bedrag }),
})
