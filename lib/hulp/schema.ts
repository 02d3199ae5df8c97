import { z } from 'zod'
import { startSchema } from '@/lib/aanvraag/schema'
import { parseBsn } from '@/lib/base/bsn'

const bsn = z.string('Vul het burgerservicenummer in.').transform((tekst, ctx) => {
  const gelezen = parseBsn(tekst)
  if (gelezen !== undefined) return gelezen
  // The message never holds the number: it could end up in a log.
  ctx.addIssue({ code: 'custom', message: 'Dit is geen burgerservicenummer. Typ de 9 cijfers over van het identiteitsbewijs.', input: undefined })
  return z.NEVER
}).meta({ title: 'Burgerservicenummer' })

/** Helping somebody at a werkplein begins with who it is, how that was checked, and why. */
export const hulpSchema = z.object({
  bsn,
  identiteit: z.literal('ja', 'Zet een vinkje als u het identiteitsbewijs hebt gezien. Zonder identiteitsbewijs kunt u niet verder.').meta({ title: 'Identiteitsbewijs' }),
  reden: z.string('Vul in waarom deze persoon hulp krijgt.').trim().min(5, 'Beschrijf de reden in een paar woorden meer.')
    .max(300, 'Houd de reden korter dan 300 tekens.').meta({ title: 'Reden' }),
})

const hulpId = z.guid()
export const hulpStapSchema = z.object({ hulpId })
export const hulpStartSchema = startSchema.extend({ hulpId })
export const hulpVerklaarSchema = z.object({
  hulpId,
  verklaring: z.literal('ja', 'Lees de verklaring voor. Zet een vinkje als de aanvrager zegt dat alles klopt.').meta({ title: 'Verklaring' }),
})
export const hulpIndienSchema = z.object({ hulpId, formeel: z.literal('ja').optional() })
