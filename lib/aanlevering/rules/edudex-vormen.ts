import { z } from 'zod'

/* The shapes that programs, institutes and discounts of EDU-DEX are made of. A custom issue names in `params.rule` which rule of JSON Schema it is. */

/** Text of at most so many characters (as JSON Schema counts them: code points), of this pattern. */
export function text(max = Infinity, pattern?: RegExp) {
  const base = pattern === undefined ? z.string() : z.string().regex(pattern)
  if (max === Infinity) return base
  return base.refine((value) => value.length <= max || [...value].length <= max, { error: `Gebruik hoogstens ${String(max)} tekens.`, params: { rule: 'maxLength', max } })
}

/** A text per language, at least one. */
export function localized(max = Infinity) {
  return perLanguage(text(max))
}

/** Something per language, at least one. */
export function perLanguage(item: z.ZodType) {
  return z.record(z.string(), item).superRefine((value, ctx) => {
    const keys = Object.keys(value)
    if (keys.length === 0) ctx.addIssue({ code: 'custom', message: 'Geef de tekst in minstens één taal, bijvoorbeeld {"nl": "…"}.', params: { rule: 'minProperties' } })
    for (const key of keys.filter((name) => !/^[a-z][a-z]$/.test(name)))
      ctx.addIssue({ code: 'custom', path: [key], message: 'Dit is geen taalcode van twee kleine letters.', params: { rule: 'additionalProperties' } })
  })
}

export const localizedUrl = perLanguage(z.string().refine((value) => URL.canParse(value), { error: 'Dit is geen volledig internetadres. Begin met https://.', params: { rule: 'format' } }))

export const oneOf = (values: readonly string[]) => z.enum(values)
export const integer = (min: number, max?: number) => (max === undefined ? z.int().min(min) : z.int().min(min).max(max))
export const date = z.iso.date()
export const dateTime = z.iso.datetime({ offset: true })
export const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\.[0-9]+)?)?(Z|[-+][0-9]{2}:[0-9]{2})?$/)
/** An object of which only these fields are judged; at least one field. */
export const openObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape).refine((value) => Object.keys(value).length > 0, { error: 'Dit onderdeel is leeg.', params: { rule: 'minProperties' } })
/** What the specification leaves to the sender. */
export const free = z.looseObject({})

export const monetary = z.string().regex(/^[-+]?[0-9]+(\.[0-9]{2})?$/)
export const foreignId = text(64, /^[-a-zA-Z0-9_.{}]+$/)
export const orgUnitId = text(64, /^[-+a-z0-9_.{}/&]+$/)
export const programId = text(64, /^[- #&'()+,./0-9:?A-Z_a-z|éëïü{}]+$/)

/** What every document of EDU-DEX says about itself. */
export const envelope = { editor: z.string(), format: z.string(), generator: z.string(), lastEdited: dateTime, expires: z.union([date, z.null()]).optional() }

export function accreditedOn(certificates: readonly string[], credits: z.ZodType) {
  return z.strictObject({
    certificate: oneOf(certificates).optional(), certificateCode: text().optional(), certificateOther: text().optional(), organization: text(), 'trainingPoints': credits.optional(),
    validFrom: date.optional(), validUpto: date.optional(),
  })
}
