import { z } from 'zod'
import { amsterdamInstant } from '@/lib/base/amsterdam'
import { parseDatum } from '@/lib/base/date'
import { parseBedrag } from '@/lib/base/money'

const code = z.string().min(1).max(40)

/** Why something is done: it stands in the log and on the page, for who has to account for it later. */
export const redenSchema = z.string('Vul in waarom u dit doet. De reden komt in het logboek.').trim()
  .min(5, 'Beschrijf de reden in een paar woorden meer.').max(500, 'Houd de reden korter dan 500 tekens.').meta({ title: 'Reden' })

const melding = z.string('Vul in wat bezoekers moeten lezen.').trim().min(10, 'Schrijf een hele zin, zodat bezoekers weten wat er is.')
  .max(300, 'Houd de melding korter dan 300 tekens.').meta({ title: 'Melding voor bezoekers' })

/** The confirmation of an act that many people notice. */
const zeker = z.literal('ja', 'Zet een vinkje om te bevestigen dat u de gevolgen hebt gelezen.').meta({ title: 'Bevestiging' })

export const pauzeerSchema = z.object({ code, melding, reden: redenSchema })
// Another name than the reason beside it on the same page: labels find their field by it.
export const hervatSchema = z.object({ code, waarom: redenSchema })
export const stopSchema = z.object({ code, reden: redenSchema, zeker })

const dag = (title: string) => z.string(`Vul ${title.toLowerCase()} in.`).transform((tekst, ctx) => {
  const gelezen = parseDatum(tekst)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'Typ de datum als dag-maand-jaar, bijvoorbeeld 17-03-2023.' })
  return z.NEVER
}).meta({ title })

/** The moment of a new opening as it is typed: a day and a time in Amsterdam; and the last day, when that changes too. */
export const heropenSchema = z.object({
  code,
  opentDag: dag('Dag van opening'),
  opentTijd: z.string('Vul de tijd van opening in.').trim().regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'Typ de tijd als uren en minuten, bijvoorbeeld 10:00.').meta({ title: 'Tijd van opening' }),
  laatsteDag: dag('Laatste dag').optional(),
  reden: redenSchema,
  zeker,
}).transform(({ opentDag, opentTijd, ...rest }) => ({ ...rest, opentOp: amsterdamInstant(opentDag, opentTijd.replace('.', ':')) }))

const bedrag = z.string('Vul een bedrag in.').transform((tekst, ctx) => {
  const cent = parseBedrag(tekst)
  if (cent !== undefined && cent > 0) return cent
  ctx.addIssue({ code: 'custom', message: 'Typ een bedrag in euro’s, bijvoorbeeld 250.000.' })
  return z.NEVER
}).meta({ title: 'Bedrag' })

/** The besluit by its name or number, so that somebody can look it up. */
const besluit = z.string('Noem het besluit, met datum en nummer.').trim().min(5, 'Noem het besluit, met datum en nummer.').max(200, 'Houd het besluit korter dan 200 tekens.').meta({ title: 'Besluit' })

/** What may be given in a year by all besluiten together, in cents. */
export const jaarplafondSchema = z.object({
  jaar: z.coerce.number('Vul een jaar in.').int('Vul een jaar in, bijvoorbeeld 2023.').min(2021, 'Vul een jaar in vanaf 2021.').max(2100, 'Vul een jaar in tot en met 2100.').meta({ title: 'Jaar' }),
  bedrag, besluit, reden: redenSchema, zeker,
})

/** Budget that moves between tijdvakken; a compartiment is "<code of the tijdvak> <code>". */
export const overhevelSchema = z.object({
  van: z.string('Kies waar het budget vandaan komt.').min(3, 'Kies waar het budget vandaan komt.').max(80).meta({ title: 'Van' }),
  naar: z.string('Kies waar het budget naartoe gaat.').min(3, 'Kies waar het budget naartoe gaat.').max(80).meta({ title: 'Naar' }),
  bedrag, besluit, reden: redenSchema, zeker,
})

/** A change of what may be given, in cents. */
export const plafondSchema = z.object({
  code,
  compartimentId: z.guid('Kies een compartiment.').meta({ title: 'Compartiment' }),
  handeling: z.enum(['verhoog', 'verlaag', 'verplaats'], 'Kies wat u wilt doen.').meta({ title: 'Wat wilt u doen?' }),
  naarId: z.guid('Kies het compartiment dat het budget krijgt.').optional().meta({ title: 'Naar compartiment' }),
  bedrag,
  reden: redenSchema,
  zeker,
})
