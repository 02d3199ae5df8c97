import { z } from 'zod'
import { parseDatum } from '@/lib/base/date'
import { cent, parseBedrag } from '@/lib/base/money'

const titled = (title: string) => ({ title })

// The widths of the fields of the STAP-aanmeldbewijs (UWV, site voor opleiders).
const naam = z.string().trim().min(1).max(200).refine(isName, 'Gebruik alleen letters, spaties, punten, koppeltekens en apostroffen.')

const datum = (wat: string) => z.string().transform((tekst, ctx) => {
  const dag = parseDatum(tekst)
  if (dag !== undefined) return dag
  ctx.addIssue({ code: 'custom', message: `${wat}: vul een bestaande datum in, bijvoorbeeld 29-11-1985.` })
  return z.NEVER
}).meta(titled(wat))

const bedrag = (wat: string) => z.string().transform((tekst, ctx) => {
  const gelezen = parseBedrag(tekst)
  if (gelezen !== undefined && gelezen > 0) return gelezen
  ctx.addIssue({ code: 'custom', message: `${wat}: vul een bedrag in euro’s in, bijvoorbeeld 939,50.` })
  return z.NEVER
}).meta(titled(wat))

const adres = {
  straat: z.string().trim().max(34).optional().meta(titled('Straat')),
  huisnummer: z.string().trim().regex(/^[1-9][0-9]{0,4}$/, 'Huisnummer: vul alleen cijfers in, bijvoorbeeld 12. De toevoeging heeft een eigen veld.').optional().meta(titled('Huisnummer')),
  huisnummertoevoeging: z.string().trim().max(10).optional().meta(titled('Huisnummertoevoeging')),
  postcode: z.string().trim().max(12).optional().meta(titled('Postcode')),
  woonplaats: z.string().trim().max(80).optional().meta(titled('Woonplaats')),
  land: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'Land: vul de code van twee letters in, bijvoorbeeld NL of BE.').optional().meta(titled('Land')),
}

const persoon = {
  studentnummer: z.string().trim().min(1).max(20).regex(/^[0-9A-Za-z]+$/, 'Studentnummer: gebruik alleen letters en cijfers, zonder spaties.').meta(titled('Studentnummer')),
  voornaam: naam.meta(titled('Voornaam')),
  tussenvoegsel: z.string().trim().max(10).refine(isName, 'Tussenvoegsel: gebruik alleen letters, bijvoorbeeld van der.').optional().meta(titled('Tussenvoegsel')),
  achternaam: naam.meta(titled('Achternaam')),
  geboortedatum: datum('Geboortedatum'),
  ...adres,
}

const POSTCODE_NL = /^[1-9][0-9]{3} ?[A-Z]{2}$/i

type AdresInvoer = Readonly<Partial<Record<keyof typeof adres, string | undefined>>>

/** In the Netherlands street, number, postcode and place are asked (UWV, site voor opleiders: "verplicht indien NL"). */
function checkAdres(invoer: AdresInvoer, ctx: z.RefinementCtx): void {
  if ((invoer.land ?? 'NL') !== 'NL') return
  const eisen = [['straat', 'Straat'], ['huisnummer', 'Huisnummer'], ['postcode', 'Postcode'], ['woonplaats', 'Woonplaats']] as const
  for (const [veld, wat] of eisen) {
    if ((invoer[veld] ?? '') === '') ctx.addIssue({ code: 'custom', path: [veld], message: `${wat} is nog leeg: vul hier tekst in. Is het adres buiten Nederland? Vul dan het land in.` })
  }
  if ((invoer.postcode ?? '') !== '' && !POSTCODE_NL.test(invoer.postcode ?? ''))
    ctx.addIssue({ code: 'custom', path: ['postcode'], message: 'Postcode: vul vier cijfers en twee letters in, bijvoorbeeld 1234 AB.' })
}

const afwijking = {
  plaats: z.string().trim().max(100).optional().meta(titled('Locatie')),
  startdatum: datum('Startdatum').optional(),
  einddatum: datum('Einddatum').optional(),
}

/** What an opleider fills in for one aanmeldbewijs; what the register knows is taken from there, unless place or dates differ. */
export const uitgeefSchema = z.object({
  scholingsactiviteitId: z.guid().meta(titled('Scholingsactiviteit')),
  ...persoon,
  ...afwijking,
  gevraagd: bedrag('Gevraagd subsidiebedrag'),
}).superRefine(checkAdres)
export type UitgeefInput = z.output<typeof uitgeefSchema>

const welke = {
  opleidingscode: z.string().trim().max(100).optional().meta(titled('Opleidingscode')),
  cohortcode: z.string().trim().min(1).max(60).meta(titled('Cohortcode')),
  locatie: afwijking.plaats,
  startdatum: afwijking.startdatum,
  einddatum: afwijking.einddatum,
}

/** One row of a file: the columns of rules/kolommen.ts, as text. */
export const rijSchema = z.object({ ...persoon, ...welke, subsidiebedrag: bedrag('Subsidiebedrag') }).superRefine(checkAdres)
export type RijInput = z.output<typeof rijSchema>

/** One row of POST /api/v1/aanmeldbewijzen: the same fields, the amount in cents. */
export const apiRijSchema = z.object({
  ...persoon, ...welke, subsidiebedragCent: z.int().min(1).max(100_000_00).transform(cent).meta(titled('Subsidiebedrag in centen')),
}).superRefine(checkAdres)

/** How many aanmeldbewijzen one request may hold. */
export const API_RIJEN = 1_000

export const trekInSchema = z.object({
  aanmeldbewijsId: z.guid(),
  reden: z.string().trim().min(3).max(500).meta(titled('Reden')),
})
export type TrekInInput = z.output<typeof trekInSchema>

/** What can be changed on an aanmeldbewijs; another opleiding or person is another aanmeldbewijs. */
export const wijzigSchema = z.object({
  aanmeldbewijsId: z.guid(),
  startdatum: datum('Startdatum'),
  einddatum: datum('Einddatum'),
  plaats: afwijking.plaats,
  gevraagd: bedrag('Gevraagd subsidiebedrag'),
  reden: z.string().trim().min(3).max(500).meta(titled('Reden')),
})
export type WijzigInput = z.output<typeof wijzigSchema>

/** What of a voorstel is kept until the burger answers. */
export const wijzigingSchema = z.object({ startdatum: z.iso.date(), einddatum: z.iso.date(), plaats: z.string().nullable(), gevraagdCent: z.int().min(1) })

export const bestandSchema = z.object({
  bestand: z.instanceof(File, { error: 'Kies een CSV- of XML-bestand van uw computer.' }).meta(titled('Bestand')),
})

export const verzoekSchema = z.object({
  scholingsactiviteitId: z.guid({ error: 'Kies een startdatum.' }).meta(titled('Startdatum')),
  opmerking: z.string().trim().max(500).optional().meta(titled('Opmerking')),
  akkoord: z.literal('ja', { error: 'Geef aan dat wij uw gegevens aan de opleider mogen sturen. Zonder die gegevens kan de opleider geen aanmeldbewijs maken.' }).meta(titled('Akkoord')),
})
export type VerzoekInput = z.output<typeof verzoekSchema>

export const weigerVerzoekSchema = z.object({
  verzoekId: z.guid(),
  reden: z.string().trim().min(3).max(500).meta(titled('Reden')),
})

export const willigInSchema = uitgeefSchema.safeExtend({ verzoekId: z.guid() })

export const codeSchema = z.object({ code: z.string().trim().min(1).max(60) })

export const antwoordSchema = z.object({ voorstelId: z.guid(), antwoord: z.enum(['akkoord', 'weiger'], { error: 'Kies of u akkoord gaat.' }).meta(titled('Antwoord')) })

export const adresSchema = z.object({ straat: z.string(), huisnummer: z.string(), postcode: z.string(), plaats: z.string() })

function isName(text: string): boolean {
  return /^[\p{L}\p{M} .'’-]*$/u.test(text)
}
