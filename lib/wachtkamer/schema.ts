import { z } from 'zod'

const perMinuut = z.string('Vul een aantal in.').trim().transform((tekst, ctx) => {
  const aantal = /^\d{1,3}(\.?\d{3})*$/.test(tekst) ? Number(tekst.replaceAll('.', '')) : Number.NaN
  if (Number.isSafeInteger(aantal)) return aantal
  ctx.addIssue({ code: 'custom', message: 'Typ een heel aantal, bijvoorbeeld 12.000.' })
  return z.NEVER
})

/** The speed of admission: typed (`perMinuut`), or that of the button that was pressed (`naar`). */
export const snelheidSchema = z.object({
  code: z.string().min(1).max(40),
  perMinuut: perMinuut.meta({ title: 'Aantal per minuut' }),
  naar: perMinuut.optional().meta({ title: 'Snelheid' }),
  reden: z.string('Vul in waarom u dit doet. De reden komt in het logboek.').trim()
    .min(5, 'Beschrijf de reden in een paar woorden meer.').max(500, 'Houd de reden korter dan 500 tekens.').meta({ title: 'Reden' }),
})

/** A lot as somebody typed it, with capitals and spaces. */
export const lotSchema = z.string()
  .transform((tekst) => tekst.toLowerCase().replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9a-f]{32}$/, 'Een lot heeft 32 tekens: cijfers en de letters a tot en met f. Neem uw lot over uit de wachtkamer.'))
