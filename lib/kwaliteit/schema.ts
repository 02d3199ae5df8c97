import { z } from 'zod'
import { parseBedrag } from '@/lib/base/money'
import { BEWERKING_SOORTEN, ERNSTEN, KWALITEITSREGELS, type Bewerkingsopdracht } from '@/lib/kwaliteit/model'
import { isHerstelbaarVeld } from '@/lib/kwaliteit/rules/regels'
import { leesActiviteit, leesOpleiding, type Formulierfout, type Invoer } from '@/lib/kwaliteit/rules/formulier'
import { registreerActiviteitSchema, registreerOpleidingSchema, wijzigActiviteitSchema, wijzigOpleidingSchema } from '@/lib/register/schema'
import { ARBEIDSMARKT_LAGEN, ARBEIDSMARKT_UITSLUITINGEN, CATEGORIEEN, GEBREKEN, KOSTENSOORTEN, OPLEIDINGSVORMEN, SCHOLINGSOORTEN } from '@/lib/register/model'

const leegAlsFout = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const pagina = z.coerce.number().int().min(1).max(10_000).catch(1)

/** How the list of an opleider can be ordered. */
export const SORTERINGEN = ['titel', 'prijs', 'gewijzigd', 'punten'] as const

/** What an opleiding is on the list. */
export const LIJST_TOESTANDEN = ['te-vinden', 'incompleet', 'zonder-start', 'zonder-stap', 'niet-aangeboden'] as const

/** The filters of the list of an opleider, as they stand in the address: what cannot be read is left out. */
export const lijstSchema = z.object({
  q: leegAlsFout(z.string().trim().min(1).max(200)),
  gebrek: leegAlsFout(z.enum(['alle', ...GEBREKEN])),
  signaal: leegAlsFout(z.enum(KWALITEITSREGELS)),
  ernst: leegAlsFout(z.enum(ERNSTEN)),
  toestand: leegAlsFout(z.enum(LIJST_TOESTANDEN)),
  soort: leegAlsFout(z.enum(SCHOLINGSOORTEN)),
  vorm: leegAlsFout(z.enum(OPLEIDINGSVORMEN)),
  categorie: leegAlsFout(z.enum(CATEGORIEEN)),
  sorteer: z.enum(SORTERINGEN).catch('titel'),
  pagina,
})
export type Lijstfilter = z.output<typeof lijstSchema>

/** The page of a list of signalen. */
export const signaalLijstSchema = z.object({ pagina })

const PROCENT = /^-?\d{1,3}([,.]\d)?$/

function leesWaarde(wijze: 'bedrag' | 'erbij' | 'promille', tekst: string): number | undefined {
  const schoon = tekst.trim()
  if (wijze === 'promille') return PROCENT.test(schoon.replace(/\s*%$/, '')) ? Math.round(Number(schoon.replace(/\s*%$/, '').replace(',', '.')) * 10) : undefined
  const eraf = schoon.startsWith('-')
  const bedrag = parseBedrag(eraf ? schoon.slice(1) : schoon)
  if (bedrag === undefined || bedrag > 100_000_00) return undefined
  return eraf ? 0 - bedrag : bedrag
}

/** What to do with the chosen opleidingen; `keuze` is the boxes that were ticked, or the whole list with its filters. */
export const maakBewerkingSchema = z.object({
  keuze: z.enum(['vinkjes', 'alle']),
  gekozen: z.array(z.guid()).max(1_000),
  /** The address of the list: the filters that `alle` means. */
  filters: z.string().max(2_000).default(''),
  // Not the names of the filters: both forms stand on one page.
  bewerking: z.enum(BEWERKING_SOORTEN).meta({ title: 'Wat wilt u wijzigen?' }),
  kostensoort: z.enum(KOSTENSOORTEN).default('LESGELD'),
  wijze: z.enum(['bedrag', 'erbij', 'promille']).default('promille'),
  waarde: z.string().max(20).optional(),
  vakgebied: z.enum(CATEGORIEEN).optional(),
}).transform(({ keuze, gekozen, filters, bewerking: soort, kostensoort, wijze, waarde, vakgebied: categorie }, ctx) => {
  const opdracht = (): Bewerkingsopdracht => {
    if (soort === 'prijs') {
      const gelezen = leesWaarde(wijze, waarde ?? '')
      if (gelezen !== undefined && (wijze !== 'bedrag' || gelezen >= 0)) return { soort, kostensoort, wijze, waarde: gelezen }
      ctx.addIssue({ code: 'custom', path: ['waarde'], message: wijze === 'promille' ? 'Hoeveel: vul een percentage in, bijvoorbeeld 3,5 of -2.' : 'Hoeveel: vul een bedrag in, bijvoorbeeld 495,00.' })
      return { soort: 'stap-aan' }
    }
    if (soort !== 'categorie') return { soort }
    if (categorie !== undefined) return { soort, categorie }
    ctx.addIssue({ code: 'custom', path: ['vakgebied'], message: 'Vakgebied: kies een vakgebied uit de lijst.' })
    return { soort: 'stap-aan' }
  }
  return { keuze, gekozen, filters, opdracht: opdracht() }
})
export type MaakBewerkingInput = z.output<typeof maakBewerkingSchema>

export const voerBewerkingUitSchema = z.object({ bewerkingId: z.guid() })

/** An opdracht as it is stored. */
export const opdrachtSchema = z.union([
  z.object({ soort: z.literal('prijs'), kostensoort: z.enum(KOSTENSOORTEN), wijze: z.enum(['bedrag', 'erbij', 'promille']), waarde: z.int() }),
  z.object({ soort: z.literal('categorie'), categorie: z.enum(CATEGORIEEN) }),
  z.object({ soort: z.enum(['stap-aan', 'stap-uit', 'sluit-aanmelding', 'sluit-voorbije-startdata', 'bied-niet-aan', 'bied-weer-aan', 'tekst-opschonen']) }),
])

/** The causes of an opleider as they are kept with its score: by rule how many opleidingen, and since when. */
export const oorzakenSchema = z.record(z.string(), z.object({ aantal: z.int(), sinds: z.coerce.date() }))

/** What was left as it was, by reason, as it is stored. */
export const overgeslagenSchema = z.record(z.string(), z.object({ aantal: z.int(), ids: z.array(z.guid()) }))

/** One field of several opleidingen, filled in beside their signalen: `veld`, and per opleiding `w-<id>`. What stays empty is left alone. */
export const herstelVeldenSchema = z.object({ veld: z.string() }).catchall(z.string()).transform(({ veld, ...rest }, ctx) => {
  const waarden = new Map<string, string | number>()
  if (!isHerstelbaarVeld(veld)) {
    ctx.addIssue({ code: 'custom', path: ['veld'], message: 'Dit veld kunt u hier niet invullen. Open de opleiding.' })
    return { veld: 'titel' as const, waarden }
  }
  for (const [naam, tekst] of Object.entries(rest)) {
    const id = z.guid().safeParse(naam.slice(2))
    if (!naam.startsWith('w-') || !id.success) continue
    const waarde = registreerOpleidingSchema.shape[veld].safeParse(tekst)
    if (waarde.success && waarde.data != null) waarden.set(id.data, waarde.data)
    else ctx.addIssue({ code: 'custom', path: [naam], message: waarde.error?.issues.find(({ code }) => code === 'custom')?.message ?? 'Deze tekst is te lang of kan hier niet. Pas hem aan.' })
  }
  return { veld, waarden }
})
export type HerstelVeldenInput = z.output<typeof herstelVeldenSchema>

/** The list of scores for DUO, as it stands in the address. */
export const scoreLijstSchema = z.object({ q: leegAlsFout(z.string().trim().min(1).max(200)), pagina })

/** A form whose fields stand for more than one value each, in the shape of a schema of the register. */
const uitFormulier = <Schema extends z.ZodType>(lees: (invoer: Invoer) => { waarde: Invoer; fouten: readonly Formulierfout[] }, schema: Schema) => z.preprocess((invoer, ctx) => {
  const { waarde, fouten } = lees(z.record(z.string(), z.unknown()).parse(invoer))
  for (const { naam, zin } of fouten) ctx.addIssue({ code: 'custom', path: [naam], message: zin })
  return waarde
}, schema)

export const opleidingToevoegenSchema = uitFormulier(leesOpleiding, registreerOpleidingSchema)
export const opleidingBewarenSchema = uitFormulier(leesOpleiding, wijzigOpleidingSchema)
export const startdatumToevoegenSchema = uitFormulier(leesActiviteit, registreerActiviteitSchema)
export const startdatumBewarenSchema = uitFormulier(leesActiviteit, wijzigActiviteitSchema.safeExtend({ opleidingId: z.guid() }))

const procent = z.string().trim().regex(/^(100|[0-9]{1,2})$/, { error: 'Deel coaching: vul een heel percentage in van 0 tot en met 100.' }).transform(Number)
const taal = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'])

/** The answers to the ROA instrument: the layers, the work it is for, and what could exclude it. */
export const beantwoordSchema = z.object({
  opleidingId: z.guid(),
  lagen: z.array(z.enum(ARBEIDSMARKT_LAGEN)).min(1, { error: 'Waar werkt de opleiding aan: kies minstens één antwoord.' }),
  beroepen: z.string().trim().max(1_000).meta({ title: 'Voor welk werk' }),
  toelichting: z.string().trim().max(3_000).default(''),
  coachingProcent: procent.meta({ title: 'Deel coaching' }),
  taalInstap: taal.optional(),
  taalEind: taal.optional(),
  uitsluitingen: z.array(z.enum(ARBEIDSMARKT_UITSLUITINGEN)),
}).transform(({ opleidingId, taalInstap, taalEind, ...rest }) => ({
  opleidingId, antwoorden: { ...rest, taalniveau: taalInstap === undefined || taalEind === undefined ? null : { instap: taalInstap, eind: taalEind } },
}))
export type BeantwoordInput = z.output<typeof beantwoordSchema>

/** A copy under a code and a title of its own. */
export const kopieerSchema = z.object({ opleidingId: z.guid(), programmaId: registreerOpleidingSchema.shape.programmaId, titel: registreerOpleidingSchema.shape.titel })
