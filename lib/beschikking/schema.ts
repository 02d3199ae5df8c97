import { z } from 'zod'
import { plainDate } from '@/lib/base/date'
import { AFWIJZINGSGRONDEN, type BriefInhoud } from '@/lib/beschikking/model'

const regels = z.array(z.string())

/** A letter as it is stored in brief.inhoud. */
export const briefInhoudSchema: z.ZodType<BriefInhoud> = z.object({
  afzender: regels.min(1),
  aan: regels.min(1),
  gegevens: z.array(z.object({ naam: z.string(), waarde: z.string() })),
  aanhef: z.string(),
  kern: z.string().min(1),
  betekenis: regels,
  doen: regels,
  waarom: z.object({ inleiding: regels, gronden: z.array(z.object({ zin: z.string(), artikel: z.string() })) }),
  toelichting: regels.optional(),
  bezwaar: z.object({ uiterlijkOp: z.iso.date().transform(plainDate), bij: z.enum(['uwv', 'szw']) }).nullable(),
  contact: regels,
  ondertekening: regels,
})

/** The part of aanvraag.momentopname that letters use. */
export const momentopnameSchema = z.object({
  persoon: z.object({ naam: z.string().min(1) }),
  opleiding: z.object({ titel: z.string().min(1), niveau: z.string().nullable(), waardedocument: z.string().nullable() }),
  opleider: z.object({ naam: z.string().min(1) }),
})

const motivering = z.string().trim().max(2000)

/** What the behandelaar posts: verlenen needs no ground of refusal, afwijzen needs one at least. `versie` guards against a change meanwhile. */
export const besluitSchema = z.object({
  kenmerk: z.string().min(1),
  versie: z.coerce.number().int().min(1),
  besluit: z.enum(['verlening', 'afwijzing']).meta({ title: 'besluit' }),
  gronden: z.array(z.enum(AFWIJZINGSGRONDEN)).meta({ title: 'gronden' }),
  motivering: motivering.default('').meta({ title: 'motivering' }),
})
/** The button that only shows the letter. */
export const voorbeeldSchema = besluitSchema.omit({ besluit: true, versie: true }).extend({ voorbeeld: z.enum(['verlening', 'afwijzing']) })
export type BesluitInput = z.output<typeof besluitSchema>

/** Taking a case from the worklist. */
export const neemSchema = z.object({ kenmerk: z.string().min(1) })

/** beoordeling.feiten as saveBeoordeling writes it. */
export const beoordelingFeitenSchema = z.object({
  feiten: z.array(z.object({ naam: z.string(), waarde: z.string() })),
  grond: z.enum(AFWIJZINGSGRONDEN).nullable(),
  hard: z.boolean(),
})
