import { z } from 'zod'
import { CATEGORIEEN, DAGDELEN, NIVEAUS, OPLEIDINGSVORMEN } from '@/lib/register/model'
import { DUREN, SORTERINGEN, STAP_BANDEN } from '@/lib/voorportaal/model'

const leegAlsFout = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
const codes = <Code extends string>(lijst: readonly { code: Code }[]) => z.enum(lijst.map(({ code }) => code))

/** A search as it stands in the address of the page: what cannot be read is left out, so that an old or mistyped link still works. */
export const zoekSchema = z.object({
  q: leegAlsFout(z.string().trim().min(1).max(200)),
  categorie: leegAlsFout(z.enum(CATEGORIEEN)),
  vorm: leegAlsFout(z.enum(OPLEIDINGSVORMEN)),
  /** A town or a postcode. */
  plaats: leegAlsFout(z.string().trim().min(1).max(100)),
  /** In kilometres from that place. */
  afstand: leegAlsFout(z.coerce.number().int().min(0).max(300)),
  startmaand: leegAlsFout(z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/)),
  dagdeel: leegAlsFout(z.enum(DAGDELEN)),
  duur: leegAlsFout(codes(DUREN)),
  niveau: leegAlsFout(z.enum(NIVEAUS)),
  taal: leegAlsFout(z.string().regex(/^[a-z]{2,3}$/)),
  /** The price in euros, up to and including. */
  maxPrijs: leegAlsFout(z.coerce.number().int().min(1).max(100_000)),
  /** What the STAP-budget pays. */
  stap: leegAlsFout(codes(STAP_BANDEN)),
  /** What one pays oneself in euros, up to and including. */
  maxEigen: leegAlsFout(z.string().regex(/^[0-9]{1,5}$/).transform(Number)),
  /** Also start dates that do not fit the tijdvak of now. */
  start: leegAlsFout(z.literal('alle')),
  sorteer: leegAlsFout(z.enum(SORTERINGEN)),
  pagina: z.coerce.number().int().min(1).max(5_000).catch(1),
})
export type Zoekopdracht = z.output<typeof zoekSchema>

/** How many opleidingen stand beside each other in a comparison. */
export const VERGELIJK_MAX = 4
/** As many as a cookie can carry with ease. */
export const FAVORIETEN_MAX = 30

const lijstVanIds = (max: number) => z.union([z.string(), z.array(z.string())]).optional().catch(undefined)
  .transform((waarde) => [...new Set((Array.isArray(waarde) ? waarde : [waarde ?? '']).flatMap((deel) => deel.split('.')))].filter((id) => z.guid().safeParse(id).success).slice(0, max))

/** The opleidingen of a comparison, as they stand in its address. */
export const vergelijkSchema = z.object({ id: lijstVanIds(VERGELIJK_MAX) })

/** The favourites as they stand in the cookie: ids with points between them. */
export const favorietenSchema = lijstVanIds(FAVORIETEN_MAX)

/** One change of the favourites, from a plain form. `terug` is the path to go back to, on this site only. */
export const wijzigFavorietSchema = z.object({
  bewaar: leegAlsFout(z.guid()),
  verwijder: leegAlsFout(z.guid()),
  terug: z.string().regex(/^\/(?:opleidingen|favorieten|vergelijken)(?:[/?][^\s\\]*)?$/).max(2_000).catch('/favorieten'),
})
