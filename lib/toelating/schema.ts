import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { parseKvk } from '@/lib/base/kvk'
import { BEVROREN_OORDELEN, STEEKPROEF_OORDELEN } from '@/lib/toelating/model'

const tekst = (title: string, max: number) => z.string().trim().min(1).max(max).meta({ title })
const reden = z.string().trim().min(3).max(1000).meta({ title: 'Reden' })
const kvk = z.string().transform((waarde, ctx) => {
  const gelezen = parseKvk(waarde)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'KvK-nummer: vul acht cijfers in, bijvoorbeeld 90000001.' })
  return z.NEVER
}).meta({ title: 'KvK-nummer' })
const dag = z.string().transform((waarde, ctx) => {
  const gelezen = parseDatum(waarde)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'Vul een bestaande datum in, bijvoorbeeld 29-11-2022.' })
  return z.NEVER
})

/** Admitting an opleider. What follows the date is asked only when the opleider is not in the register yet. */
export const laatToeSchema = z.object({
  kvk,
  geldigVan: dag.meta({ title: 'Toegelaten vanaf' }),
  naam: tekst('Naam', 200).optional(),
  code: z.string().trim().regex(/^[0-9]{3}A[0-9]{3}$/, 'Onderwijsaanbiedercode: vul drie cijfers, de letter A en drie cijfers in, bijvoorbeeld 123A456.').optional().meta({ title: 'Onderwijsaanbiedercode' }),
  straat: tekst('Straat', 100).optional(),
  huisnummer: tekst('Huisnummer', 20).optional(),
  postcode: tekst('Postcode', 12).optional(),
  plaats: tekst('Plaats', 80).optional(),
  email: z.email().optional().meta({ title: 'E-mailadres' }),
})
export type LaatToeInput = z.output<typeof laatToeSchema>

/** Admitting or withdrawing, for the whole opleider (without opleidingId) or one of its opleidingen. */
export const laatOpleidingToeSchema = z.object({ opleiderId: z.guid(), opleidingId: z.guid() })
export const trekErkenningInSchema = z.object({ opleiderId: z.guid(), opleidingId: z.guid().optional(), reden })
export type TrekErkenningInInput = z.output<typeof trekErkenningInSchema>

export const beoordeelSchema = z.object({
  steekproefId: z.guid(), nummer: z.coerce.number().int().min(1), oordeel: z.enum(STEEKPROEF_OORDELEN, { error: 'Kies een oordeel.' }).meta({ title: 'Oordeel' }), toelichting: z.string().trim().max(1000).optional().meta({ title: 'Toelichting' }),
})
export type BeoordeelInput = z.output<typeof beoordeelSchema>

export const keurmerkSchema = z.object({
  naam: tekst('Naam van het keurmerk', 200), organisatie: tekst('Organisatie', 200), kvk,
  normenkader: tekst('Normenkader', 2000),
  klachtenprocedure: z.string().trim().max(2000).default('').meta({ title: 'Klachtenprocedure' }),
  geschillenprocedure: z.string().trim().max(2000).default('').meta({ title: 'Geschillenprocedure' }),
  onafhankelijk: z.literal('ja').optional().meta({ title: 'Onafhankelijk' }),
})
export type KeurmerkInput = z.output<typeof keurmerkSchema>

export const beslisKeurmerkSchema = z.object({ keurmerkId: z.guid(), besluit: z.enum(['toegelaten', 'afgewezen'], { error: 'Kies een besluit.' }).meta({ title: 'Besluit' }), reden })
export type BeslisKeurmerkInput = z.output<typeof beslisKeurmerkSchema>

export const bevrorenSchema = z.object({
  code: z.string().max(20), opleidingId: z.guid(), oordeel: z.enum(BEVROREN_OORDELEN, { error: 'Kies een oordeel.' }).meta({ title: 'Oordeel' }), toelichting: z.string().trim().max(1000).optional().meta({ title: 'Toelichting' }),
})
export type BevrorenInput = z.output<typeof bevrorenSchema>
