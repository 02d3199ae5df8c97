import { z } from 'zod'
import { parseBedrag } from '@/lib/base/money'
import { BEWERKING_SOORTEN, ERNSTEN, KWALITEITSREGELS, type Bewerkingsopdracht } from '@/lib/kwaliteit/model'
import { CATEGORIEEN, GEBREKEN, KOSTENSOORTEN, OPLEIDINGSVORMEN, SCHOLINGSOORTEN } from '@/lib/register/model'

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
  return eraf ? -bedrag : bedrag
}

/** What to do with the chosen opleidingen; `keuze` is the boxes that were ticked, or the whole list with its filters. */
export const maakBewerkingSchema = z.object({
  keuze: z.enum(['vinkjes', 'alle']),
  gekozen: z.array(z.guid()).max(1_000),
  /** The address of the list: the filters that `alle` means. */
  filters: z.string().max(2_000).default(''),
  soort: z.enum(BEWERKING_SOORTEN).meta({ title: 'Wat wilt u wijzigen?' }),
  kostensoort: z.enum(KOSTENSOORTEN).default('LESGELD'),
  wijze: z.enum(['bedrag', 'erbij', 'promille']).default('promille'),
  waarde: z.string().max(20).optional(),
  categorie: z.enum(CATEGORIEEN).optional(),
}).transform(({ keuze, gekozen, filters, soort, kostensoort, wijze, waarde, categorie }, ctx) => {
  const opdracht = (): Bewerkingsopdracht => {
    if (soort === 'prijs') {
      const gelezen = leesWaarde(wijze, waarde ?? '')
      if (gelezen !== undefined && (wijze !== 'bedrag' || gelezen >= 0)) return { soort, kostensoort, wijze, waarde: gelezen }
      ctx.addIssue({ code: 'custom', path: ['waarde'], message: wijze === 'promille' ? 'Hoeveel: vul een percentage in, bijvoorbeeld 3,5 of -2.' : 'Hoeveel: vul een bedrag in, bijvoorbeeld 495,00.' })
      return { soort: 'stap-aan' }
    }
    if (soort !== 'categorie') return { soort }
    if (categorie !== undefined) return { soort, categorie }
    ctx.addIssue({ code: 'custom', path: ['categorie'], message: 'Vakgebied: kies een vakgebied uit de lijst.' })
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

/** What was left as it was, by reason, as it is stored. */
export const overgeslagenSchema = z.record(z.string(), z.object({ aantal: z.int(), ids: z.array(z.guid()) }))

/** Fields of several opleidingen, filled in beside their signaal: `veld` and per opleiding `w-<id>`. */
export const herstelVeldenSchema = z.object({ veld: z.string().max(40) }).catchall(z.string().max(3_000))
