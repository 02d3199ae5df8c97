import { z } from 'zod'
import { daysBetween, parseDatum, plainDate, type PlainDate } from '@/lib/base/date'
import { DAGDELEN } from '@/lib/register/model'
import { MAX_REEKS, type Patroon, type Startlocatie } from '@/lib/register/rules/startreeks'

const POSTCODE = /^[1-9][0-9]{3} ?[A-Za-z]{2}$/
const TWEE_JAAR = 731

const invoer = z.object({
  opleidingId: z.guid(),
  wijze: z.enum(['maand', 'week', 'lijst']).default('maand'),
  rang: z.enum(['1', '2', '3', '4', '-1']).default('1'),
  weekdag: z.enum(['1', '2', '3', '4', '5', '6', '7']).default('1'),
  omDeWeken: z.enum(['1', '2', '3', '4', '6', '8']).default('1'),
  van: z.string().max(20).default(''),
  tot: z.string().max(20).default(''),
  dagen: z.string().max(5_000).default(''),
  locaties: z.string().max(5_000).default(''),
  deelnemersplaatsen: z.string().trim().regex(/^[1-9][0-9]{0,3}$/, { error: 'Aantal plaatsen: vul een heel getal in van 1 tot en met 9.999.' }).transform(Number).nullable().default(null),
  'dagdeel-OVERDAG': z.literal('ja').optional(),
  'dagdeel-AVOND': z.literal('ja').optional(),
  'dagdeel-WEEKEND': z.literal('ja').optional(),
})

type Melden = (veld: string, zin: string) => void

/** The form of a series of start dates: a pattern, places (a line each: place; street and number; postcode) and times of day. */
export const startreeksSchema = invoer.transform((waarden, ctx) => {
  const melden: Melden = (veld, zin) => { ctx.addIssue({ code: 'custom', path: [veld], message: zin }) }
  const { opleidingId, deelnemersplaatsen } = waarden
  return { opleidingId, deelnemersplaatsen, patroon: leesPatroon(waarden, melden), locaties: leesLocaties(waarden.locaties, melden), dagdelen: DAGDELEN.filter((dagdeel) => waarden[`dagdeel-${dagdeel}`] === 'ja') }
})
export type StartreeksInput = z.output<typeof startreeksSchema>

function leesPatroon({ wijze, rang, weekdag, omDeWeken, van, tot, dagen }: z.output<typeof invoer>, melden: Melden): Patroon {
  if (wijze === 'lijst') return { wijze, dagen: leesDagen(dagen, melden) }
  const periode = leesPeriode(van, tot, melden)
  if (wijze === 'week') return { wijze, weekdag: Number(weekdag), omDeWeken: Number(omDeWeken), ...periode }
  return { wijze, weekdag: Number(weekdag), rang: rang === '1' ? 1 : rang === '2' ? 2 : rang === '3' ? 3 : rang === '4' ? 4 : -1, ...periode }
}

const NOOIT = plainDate('0001-01-01')

function leesPeriode(vanTekst: string, totTekst: string, melden: Melden): { van: PlainDate; tot: PlainDate } {
  const van = parseDatum(vanTekst)
  const tot = parseDatum(totTekst)
  if (van === undefined) melden('van', 'Vanaf: vul een datum in, bijvoorbeeld 29-11-2022.')
  if (tot === undefined) melden('tot', 'Tot en met: vul een datum in, bijvoorbeeld 30-06-2023.')
  if (van !== undefined && tot !== undefined && tot < van) melden('tot', 'Tot en met: deze datum ligt voor de eerste. Kies een latere datum.')
  if (van !== undefined && tot !== undefined && daysBetween(van, tot) > TWEE_JAAR) melden('tot', 'Tot en met: kies een datum binnen twee jaar.')
  return { van: van ?? NOOIT, tot: tot ?? NOOIT }
}

function leesDagen(tekst: string, melden: Melden): PlainDate[] {
  const delen = tekst.split(/[\s,;]+/).filter((deel) => deel !== '')
  if (delen.length === 0) melden('dagen', 'Datums: vul minstens één datum in, bijvoorbeeld 29-11-2022.')
  if (delen.length > MAX_REEKS) melden('dagen', `Datums: vul er hoogstens ${String(MAX_REEKS)} in.`)
  return delen.flatMap((deel) => {
    const dag = parseDatum(deel)
    if (dag === undefined) melden('dagen', `Datums: “${deel}” is geen datum. Vul datums in als 29-11-2022.`)
    return dag === undefined ? [] : [dag]
  })
}

function leesLocaties(tekst: string, melden: Melden): Startlocatie[] {
  const regels = tekst.split('\n').map((regel) => regel.trim()).filter((regel) => regel !== '')
  if (regels.length > 20) melden('locaties', 'Plaatsen: vul er hoogstens 20 in.')
  return regels.map((regel) => {
    const [plaats = '', adres = '', postcode = ''] = regel.split(';').map((deel) => deel.trim())
    if (plaats === '' || plaats.length > 100 || adres.length > 200) melden('locaties', `Plaatsen: “${regel}” begint niet met een plaats. Schrijf bijvoorbeeld: Zwolle; Hanzelaan 1; 8017 JL.`)
    if (postcode !== '' && !POSTCODE.test(postcode)) melden('locaties', `Plaatsen: “${postcode}” is geen postcode. Vul vier cijfers en twee letters in.`)
    return { plaats, adres: adres === '' ? null : adres, postcode: postcode === '' ? null : `${postcode.slice(0, 4)} ${postcode.slice(-2).toUpperCase()}` }
  })
}
