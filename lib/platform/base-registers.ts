import 'server-only'
import { z } from 'zod'
import { addDays, plainDate, type PlainDate } from '@/lib/base/date'
import type { Period } from '@/lib/base/period'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { decrypt } from '@/lib/platform/encryption'
import { describeFault, log } from '@/lib/platform/log'

/** Milliseconds after which a base register counts as not answering. */
const TIMEOUT_MS = 3_000

/** What the BRP knows about a burger, as far as STAP asks for it. `geboortedatum` is null when the BRP does not know it whole. */
export type Persoon = {
  readonly voornamen: string
  readonly tussenvoegsel: string | null
  readonly achternaam: string
  readonly geboortedatum: PlainDate | null
  readonly adres: Adres | null
}

export type Adres = { readonly straat: string; readonly huisnummer: string; readonly postcode: string; readonly plaats: string }

/** An answer of a base register. Not answering is a fact too: the case then goes to a person (uitval). */
export type RegisterAntwoord<Value> =
  | { readonly soort: 'gevonden'; readonly waarde: Value }
  | { readonly soort: 'niet-gevonden' }
  | { readonly soort: 'antwoordt-niet' }

const volledigeDatum = z.object({ type: z.literal('Datum'), datum: z.iso.date().transform(plainDate) })
const onvolledigeDatum = z.object({ type: z.enum(['JaarMaandDatum', 'JaarDatum', 'DatumOnbekend']) }).transform(() => ({ datum: null }))

const adres = z.object({
  type: z.literal('Adres'),
  verblijfadres: z.object({
    korteStraatnaam: z.string().min(1),
    huisnummer: z.int().positive(),
    huisletter: z.string().default(''),
    huisnummertoevoeging: z.string().default(''),
    postcode: z.string(),
    woonplaats: z.string().min(1),
  }),
}).transform(({ verblijfadres: { korteStraatnaam, huisnummer, huisletter, huisnummertoevoeging, postcode, woonplaats } }): Adres => ({
  straat: korteStraatnaam,
  huisnummer: `${String(huisnummer)}${huisletter}${huisnummertoevoeging === '' ? '' : `-${huisnummertoevoeging}`}`,
  postcode,
  plaats: woonplaats,
}))

/** Haal Centraal BRP personen bevragen 2: the part of the answer that follows from FIELDS. */
const personen = z.object({
  personen: z.array(z.object({
    naam: z.object({ voornamen: z.string().default(''), voorvoegsel: z.string().nullish(), geslachtsnaam: z.string().min(1) }),
    geboorte: z.object({ datum: z.union([volledigeDatum, onvolledigeDatum]) }),
    // Somebody without a Dutch address has another type of verblijfplaats, or none.
    verblijfplaats: z.union([adres, z.object({ type: z.string() }).transform(() => null)]).nullish(),
  })),
})

const FIELDS = ['naam.voornamen', 'naam.voorvoegsel', 'naam.geslachtsnaam', 'geboorte.datum', 'verblijfplaats.verblijfadres']

const verzekeringen = z.object({
  perioden: z.array(z.object({ begindatum: z.iso.date().transform(plainDate), einddatum: z.iso.date().transform(plainDate).nullable() })),
})

/** Name, date of birth and address of a burger, from the BRP. */
export async function fetchPersoon(burgerId: string): Promise<RegisterAntwoord<Persoon>> {
  const bsn = await readBsn(burgerId)
  const body = { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: [bsn], fields: FIELDS }
  const antwoord = await askRegister('/haalcentraal/api/brp/personen', body, personen)
  if (antwoord === 'antwoordt-niet') return { soort: 'antwoordt-niet' }
  const [persoon] = antwoord.personen
  if (persoon === undefined) return { soort: 'niet-gevonden' }
  return {
    soort: 'gevonden',
    waarde: {
      voornamen: persoon.naam.voornamen,
      tussenvoegsel: persoon.naam.voorvoegsel ?? null,
      achternaam: persoon.naam.geslachtsnaam,
      geboortedatum: persoon.geboorte.datum.datum,
      adres: persoon.verblijfplaats ?? null,
    },
  }
}

/** The periods in which a burger was insured for the volksverzekeringen, `tot` exclusive; an empty list when never. */
export async function fetchVerzekeringen(burgerId: string): Promise<RegisterAntwoord<readonly Period[]>> {
  const antwoord = await askRegister('/verzekeringen', { burgerservicenummer: await readBsn(burgerId) }, verzekeringen)
  if (antwoord === 'antwoordt-niet') return { soort: 'antwoordt-niet' }
  // The register gives the last insured day, a Period ends on the day after it.
  const perioden = antwoord.perioden.map(({ begindatum, einddatum }) => ({ van: begindatum, tot: einddatum === null ? null : addDays(einddatum, 1) }))
  return { soort: 'gevonden', waarde: perioden }
}

/** The BSN leaves the database only here, and goes nowhere but in the body of a question to a base register. */
async function readBsn(burgerId: string): Promise<string> {
  const { rows: [row] } = await pool.query<{ bsn: string | null }>('select bsn_versleuteld as bsn from gebruiker where id = $1', [burgerId])
  if (row?.bsn == null) throw new Error(`gebruiker ${burgerId} is not a burger`)
  return decrypt(row.bsn)
}

/** Asks a base register of the keten something; what is not an answer of the shape we know counts as no answer. */
export async function askRegister<Schema extends z.ZodType>(path: string, body: object, schema: Schema): Promise<z.output<Schema> | 'antwoordt-niet'> {
  try {
    const response = await fetch(config.basisregistersUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok) return notAnswering(path, { status: response.status })
    const parsed = schema.safeParse(await response.json())
    return parsed.success ? parsed.data : notAnswering(path, { fout: 'onbegrijpelijk antwoord' })
  } catch (fault) {
    // No connection, no answer in time, or no JSON: all the same to the one who asked.
    return notAnswering(path, { fout: describeFault(fault).fout ?? 'onbekend' })
  }
}

function notAnswering(route: string, velden: { status?: number; fout?: string }): 'antwoordt-niet' {
  log.warn('basisregister antwoordt niet', { onderdeel: 'basisregisters', route, ...velden })
  return 'antwoordt-niet'
}
