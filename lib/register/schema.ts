import { z } from 'zod'
import { parseDatum, plainDate, type PlainDate } from '@/lib/base/date'
import { parseBedrag, type Cent, cent } from '@/lib/base/money'
import { ACTIVITEIT_STATUSSEN, ARBEIDSMARKT_LAGEN, ARBEIDSMARKT_UITSLUITINGEN, CATEGORIEEN, DAGDELEN, KOSTENSOORTEN, ONDERDEEL_REGISTERS, SCHOLINGSOORTEN, MAATREGEL_SOORTEN, NIVEAUS, OPLEIDINGSVORMEN, STUDIELAST_EENHEDEN, WAARDEDOCUMENTEN } from '@/lib/register/model'

const datum = (titel: string) => z.string().transform((tekst, ctx): PlainDate => {
  const dag = parseDatum(tekst)
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${titel}: deze datum bestaat niet. Vul een datum in, bijvoorbeeld 29-11-2022.` })
  return plainDate('0001-01-01')
}).meta({ title: titel })

const bedrag = (titel: string) => z.string().transform((tekst, ctx): Cent => {
  const waarde = parseBedrag(tekst)
  if (waarde !== undefined && waarde <= 100_000_00) return waarde
  ctx.addIssue({ code: 'custom', message: `${titel}: vul een bedrag in tot en met € 100.000, bijvoorbeeld 939,50.` })
  return cent(0)
}).meta({ title: titel })

const heelGetal = (titel: string, max: number) => z.string().transform((tekst, ctx): number => {
  const waarde = /^[0-9]{1,6}$/.test(tekst.trim()) ? Number(tekst) : -1
  if (waarde >= 1 && waarde <= max) return waarde
  ctx.addIssue({ code: 'custom', message: `${titel}: vul een heel getal in van 1 tot en met ${String(max)}.` })
  return 1
}).meta({ title: titel })

const tekst = (titel: string, max: number) => z.string().trim().max(max).meta({ title: titel })
const postcode = z.string().trim().toUpperCase().regex(/^[1-9][0-9]{3} ?[A-Z]{2}$/, { error: 'Postcode: vul vier cijfers en twee letters in, bijvoorbeeld 8011 AA.' })
  .transform((waarde) => `${waarde.slice(0, 4)} ${waarde.slice(-2)}`)

/** One line of the price, as it is stored. */
export const kostenpostSchema = z.object({ soort: z.enum(KOSTENSOORTEN), omschrijving: z.string().trim().max(200), bedragCent: z.int().min(-100_000_00).max(100_000_00), isVerplicht: z.boolean() })

/** The programme that a scholing is a part of, as it is stored. */
export const erkendOnderdeelSchema = z.object({
  register: z.enum(ONDERDEEL_REGISTERS), code: z.string().trim().min(1).max(20), naam: z.string().trim().max(200), certificaat: z.string().trim().max(200),
})

/** The answers to the ROA instrument, as they are stored. */
export const arbeidsmarktSchema = z.object({
  lagen: z.array(z.enum(ARBEIDSMARKT_LAGEN)).max(ARBEIDSMARKT_LAGEN.length),
  beroepen: z.string().trim().max(1000),
  toelichting: z.string().trim().max(3000),
  coachingProcent: z.int().min(0).max(100),
  taalniveau: z.object({ instap: z.string().trim().max(3), eind: z.string().trim().max(3) }).nullable(),
  uitsluitingen: z.array(z.enum(ARBEIDSMARKT_UITSLUITINGEN)).max(ARBEIDSMARKT_UITSLUITINGEN.length),
})

// What a form may leave out: then the opleiding keeps what it had.
const extraVelden = {
  soort: z.enum(SCHOLINGSOORTEN).meta({ title: 'Soort scholing' }).optional(),
  kosten: z.array(kostenpostSchema).max(30).optional(),
  themas: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
  leerdoel: tekst('Leerdoel', 2000).optional(),
  toelatingseisen: tekst('Toelatingseisen', 2000).optional(),
  erkendOnderdeel: erkendOnderdeelSchema.nullable().optional(),
  eqf: z.int().min(1).max(8).nullable().optional(),
  nlqf: z.int().min(0).max(8).nullable().optional(),
  url: z.url({ protocol: /^https?$/, error: 'Webadres: vul een volledig adres in, bijvoorbeeld https://www.voorbeeld.nl/opleiding.' }).max(500).nullable().optional(),
  dagdelen: z.array(z.enum(DAGDELEN)).max(3).optional(),
  arbeidsmarkt: arbeidsmarktSchema.nullable().optional(),
  actief: z.boolean().optional(),
}

const opleidingVelden = {
  titel: tekst('Titel', 200),
  samenvatting: tekst('Samenvatting', 200).default(''),
  omschrijving: tekst('Omschrijving', 3000).default(''),
  categorie: z.enum(CATEGORIEEN).meta({ title: 'Vakgebied' }).nullable().default(null),
  niveau: z.enum(NIVEAUS).nullable().default(null),
  opleidingsvorm: z.enum(OPLEIDINGSVORMEN).meta({ title: 'Vorm' }).nullable().default(null),
  waardedocument: z.enum(WAARDEDOCUMENTEN).meta({ title: 'Diploma of certificaat' }).nullable().default(null),
  studielast: heelGetal('Studielast', 20_000).nullable().default(null),
  studielastEenheid: z.enum(STUDIELAST_EENHEDEN).meta({ title: 'Eenheid van de studielast' }).nullable().default(null),
  duurDagen: heelGetal('Duur in dagen', 3_650).nullable().default(null),
  voertaal: z.enum(['nl', 'en', 'de']).default('nl'),
  stapToestemming: z.literal('ja').optional().transform((waarde) => waarde === 'ja'),
  catalogusprijs: bedrag('Prijs').nullable().default(null),
  subsidiabel: bedrag('Subsidiabele kosten').nullable().default(null),
  ...extraVelden,
}

const isMeer = (deel: number | null, geheel: number | null): boolean => deel !== null && geheel !== null && deel > geheel
const DEEL_FOUT = { path: ['subsidiabel'], error: 'Subsidiabele kosten: dit kan niet meer zijn dan de prijs. Vul een lager bedrag in.' }
const PERIODE_FOUT = { path: ['einddatum'], error: 'Einddatum: deze ligt voor de startdatum. Kies een latere datum.' }

/** A new opleiding, entered by hand. What is left open becomes a gebrek. */
export const registreerOpleidingSchema = z.object({
  programmaId: z.string().trim().regex(/^[A-Za-z0-9._-]{1,64}$/, { error: 'Uw code: gebruik hoogstens 64 letters, cijfers, punten en streepjes, zonder spaties.' }).meta({ title: 'Uw code' }),
  ...opleidingVelden,
}).refine((invoer) => !isMeer(invoer.subsidiabel, invoer.catalogusprijs), DEEL_FOUT)
export type RegistreerOpleidingInput = z.output<typeof registreerOpleidingSchema>

/** The whole opleiding again; `versie` is what the person saw, so that nobody overwrites what another changed. */
export const wijzigOpleidingSchema = z.object({ opleidingId: z.guid(), versie: z.coerce.number().int(), ...opleidingVelden })
  .refine((invoer) => !isMeer(invoer.subsidiabel, invoer.catalogusprijs), DEEL_FOUT)
export type WijzigOpleidingInput = z.output<typeof wijzigOpleidingSchema>

const activiteitVelden = {
  startdatum: datum('Startdatum'),
  einddatum: datum('Einddatum'),
  plaats: tekst('Plaats', 100).nullable().default(null),
  adres: tekst('Adres', 200).nullable().default(null),
  postcode: postcode.nullable().default(null),
  opleidingsvorm: z.enum(OPLEIDINGSVORMEN).meta({ title: 'Vorm' }),
  catalogusprijs: bedrag('Prijs'),
  subsidiabel: bedrag('Subsidiabele kosten'),
  deelnemersplaatsen: heelGetal('Aantal plaatsen', 10_000).nullable().default(null),
  dagdelen: z.array(z.enum(DAGDELEN)).max(3).optional(),
  scholingsjaar: z.int().min(1).max(10).nullable().optional(),
  kosten: z.array(kostenpostSchema).max(30).optional(),
}

const cohortcode = z.string().trim().regex(/^[-a-zA-Z0-9_.{} /]{1,60}$/, { error: 'Code van de startdatum: gebruik hoogstens 60 letters, cijfers, punten en streepjes.' }).meta({ title: 'Code van de startdatum' })

/** A new start date of an opleiding. */
export const registreerActiviteitSchema = z.object({ opleidingId: z.guid(), cohortcode, ...activiteitVelden })
  .refine((invoer) => invoer.einddatum >= invoer.startdatum, PERIODE_FOUT)
  .refine((invoer) => !isMeer(invoer.subsidiabel, invoer.catalogusprijs), DEEL_FOUT)
export type RegistreerActiviteitInput = z.output<typeof registreerActiviteitSchema>

export const wijzigActiviteitSchema = z.object({ activiteitId: z.guid(), status: z.enum(['open', 'gesloten']).meta({ title: 'Aanmelding' }), ...activiteitVelden })
  .refine((invoer) => invoer.einddatum >= invoer.startdatum, PERIODE_FOUT)
  .refine((invoer) => !isMeer(invoer.subsidiabel, invoer.catalogusprijs), DEEL_FOUT)
export type WijzigActiviteitInput = z.output<typeof wijzigActiviteitSchema>

export const annuleerActiviteitSchema = z.object({
  activiteitId: z.guid(),
  reden: z.string().trim().min(3, { error: 'Reden: schrijf kort op waarom de opleiding niet doorgaat.' }).max(500),
})
export type AnnuleerActiviteitInput = z.output<typeof annuleerActiviteitSchema>

/** A maatregel of the Toetsingskamer or the minister. `einddatum` is the first day without it; null is for good. */
export const legMaatregelVastSchema = z.object({
  opleiderId: z.guid(),
  opleidingId: z.guid().nullable().default(null),
  soort: z.enum(MAATREGEL_SOORTEN).meta({ title: 'Maatregel' }),
  reden: z.string().trim().min(10, { error: 'Reden: schrijf in minstens 10 tekens op waarom.' }).max(2000),
  ingangsdatum: datum('Ingangsdatum'),
  einddatum: datum('Einddatum').nullable().default(null),
}).refine((invoer) => invoer.einddatum === null || invoer.einddatum > invoer.ingangsdatum, { path: ['einddatum'], error: 'Einddatum: kies een dag na de ingangsdatum.' })
export type LegMaatregelVastInput = z.output<typeof legMaatregelVastSchema>

/** The content of an opleiding as it stands in the database or in an earlier version of it. */
export const opleidingInhoudSchema = z.object({
  titel: z.string(), samenvatting: z.string(), omschrijving: z.string(),
  categorie: z.enum(CATEGORIEEN).nullable(), niveau: z.enum(NIVEAUS).nullable(), opleidingsvorm: z.enum(OPLEIDINGSVORMEN).nullable(), waardedocument: z.enum(WAARDEDOCUMENTEN).nullable(),
  studielast: z.int().nullable(), studielastEenheid: z.enum(STUDIELAST_EENHEDEN).nullable(), duurDagen: z.int().nullable(), voertaal: z.string(),
  stapToestemming: z.boolean(), catalogusprijsCent: z.int().nullable(), subsidiabelCent: z.int().nullable(),
  // Versions from before these fields existed do not have them.
  soort: z.enum(SCHOLINGSOORTEN).default('cursus'), kosten: z.array(kostenpostSchema).default([]), themas: z.array(z.string()).default([]), leerdoel: z.string().default(''),
  toelatingseisen: z.string().default(''), erkendOnderdeel: erkendOnderdeelSchema.nullable().default(null), eqf: z.int().nullable().default(null), nlqf: z.int().nullable().default(null),
  url: z.string().nullable().default(null), dagdelen: z.array(z.enum(DAGDELEN)).default([]), arbeidsmarkt: arbeidsmarktSchema.nullable().default(null), actief: z.boolean().default(true),
})

/** What an activity says of its run beside dates and place, as it stands in the database. */
export const activiteitExtraSchema = z.object({ dagdelen: z.array(z.enum(DAGDELEN)), scholingsjaar: z.int().nullable(), kosten: z.array(kostenpostSchema) })

/** A state of an activity as the history keeps it: by the names of the columns. */
export const activiteitStandSchema = z.object({
  cohortcode: z.string(), startdatum: z.string().transform(plainDate), einddatum: z.string().transform(plainDate), plaats: z.string().nullable(), adres: z.string().nullable(), postcode: z.string().nullable(),
  opleidingsvorm: z.enum(OPLEIDINGSVORMEN), status: z.enum(ACTIVITEIT_STATUSSEN), catalogusprijs_cent: z.int(), subsidiabel_cent: z.int(), deelnemersplaatsen: z.int().nullable(),
  dagdelen: z.array(z.enum(DAGDELEN)).nullable(), scholingsjaar: z.int().nullable(), kosten: z.array(kostenpostSchema),
}).transform(({ catalogusprijs_cent, subsidiabel_cent, dagdelen, ...stand }) => ({ ...stand, catalogusprijsCent: catalogusprijs_cent, subsidiabelCent: subsidiabel_cent, dagdelen: dagdelen ?? [] }))
export type ActiviteitStand = z.output<typeof activiteitStandSchema>

/** The page of a plain list, as it stands in the address. */
export const registerLijstSchema = z.object({ pagina: z.coerce.number().int().min(1).max(10_000).catch(1) })
