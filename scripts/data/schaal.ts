import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addDays, addMonths, dayOfWeek, plainDate, type PlainDate } from '@/lib/base/date'
import { DEMO_OPLEIDERS, type DemoOpleider } from '@/prisma/seed/opleiders'
import { aanbodOf, type Aanbod } from './aanbod'
import { toProgram, type Opleiding } from './edudex-bestand'
import { Toeval } from './toeval'

/** How many opleidingen and scholingsactiviteiten there are of each size; the opleiders are those of the demo. */
export const SCHALEN = { klein: { opleidingen: 1_500, activiteiten: 6_000 } } as const
export type Schaal = keyof typeof SCHALEN

export type Bestand = { opleider: DemoOpleider; programs: unknown[] }

/** Makes the feed of every opleider. The same seed and day give the same files, to the byte. */
export function makeBestanden(schaal: Schaal, seed: number, vandaag: PlainDate): Bestand[] {
  const toeval = new Toeval(seed)
  const { opleidingen, activiteiten } = SCHALEN[schaal]
  const aantallen = divide(opleidingen, DEMO_OPLEIDERS.map(({ omvang }) => omvang))
  const series = aantallen.map((aantal, index) => makeOpleidingen(at(DEMO_OPLEIDERS, index), aantal, toeval))
  const starts = divide(activiteiten, series.flat().map(({ vorm }) => (vorm === 'klas' || vorm === 'lezing' ? 4 : 3) + toeval.next() * 3))
  let volgende = 0
  return series.map((serie, index) => {
    const opleider = at(DEMO_OPLEIDERS, index)
    const programs: unknown[] = serie.map((opleiding) => toProgram(opleider, { ...opleiding, starts: makeStarts(opleiding, starts[volgende++] ?? 1, vandaag, toeval) }, toeval, `${addDays(vandaag, -toeval.between(5, 60))}T09:00:00Z`))
    return { opleider, programs: opleider.fout === 'twee-foute-rijen' ? withBadRows(programs) : programs }
  })
}

/** Writes the files, one per opleider; gives their paths. */
export function writeBestanden(bestanden: readonly Bestand[], map: string): string[] {
  mkdirSync(map, { recursive: true })
  return bestanden.map(({ opleider, programs }) => {
    const bestand = path.join(map, `${opleider.orgUnitId}.json`)
    writeFileSync(bestand, `[\n${programs.map((program) => JSON.stringify(program)).join(',\n')}\n]\n`)
    return bestand
  })
}

/** A total divided in whole parts by weight; the parts add up to the total and none is zero. */
function divide(totaal: number, gewichten: readonly number[]): number[] {
  const som = gewichten.reduce((a, b) => a + b, 0)
  const delen = gewichten.map((gewicht) => Math.max(1, Math.floor((totaal * gewicht) / som)))
  let over = totaal - delen.reduce((a, b) => a + b, 0)
  for (let i = 0; over > 0; i = (i + 1) % delen.length, over--) delen[i] = at(delen, i) + 1
  return delen
}

const GROEP: Partial<Record<Opleiding['vorm'], readonly Opleiding['vorm'][]>> = {
  klas: ['avond', 'online', 'deels'], avond: ['klas', 'online', 'deels'], deels: ['avond', 'klas'], online: ['klas', 'avond'], zelf: ['online'],
}
// What is learnt with the hands is not taught through a screen.
const MET_DE_HANDEN = ['manufacturing engineering and construction', 'health and safety', 'procurement and logistics', 'tourism, recreation and hospitality', 'care and personal care', 'sports and vitality', 'hobbies and leisure']
const isPraktisch = ({ vak }: Aanbod): boolean => vak.sector === 'A' || (vak.theme !== undefined && MET_DE_HANDEN.includes(vak.theme))
const VORM_WOORD: Record<Opleiding['vorm'], string> = { klas: 'overdag', avond: 'avond', online: 'online', deels: 'deels online', zelf: 'thuisstudie', coaching: 'coaching', lezing: 'lezing' }

// First every title in its usual form; then, as opleiders do, the same title in another form.
function makeOpleidingen(opleider: DemoOpleider, aantal: number, toeval: Toeval): Omit<Opleiding, 'starts'>[] {
  const titels = toeval.shuffle(opleider.vakken.flatMap(aanbodOf)).filter((aanbod) => opleider.erkenner !== 'evc' || aanbod.stam[4] === 'coaching' || toeval.chance(0.4))
  const gewoon = titels.map((aanbod) => ({ aanbod, vorm: aanbod.stam[4], titel: aanbod.titel }))
  const anders = titels.flatMap((aanbod) => (GROEP[aanbod.stam[4]] ?? []).filter((vorm) => vorm !== 'online' || !isPraktisch(aanbod)).map((vorm) => ({ aanbod, vorm, titel: `${aanbod.titel} (${VORM_WOORD[vorm]})` })))
  const factor = 0.84 + toeval.next() * 0.2
  return [...gewoon, ...toeval.shuffle(anders)].slice(0, aantal).map((keuze, index) => ({
    ...keuze, programId: `${opleider.orgUnitId.slice(0, 3).toUpperCase()}-${String(1001 + index)}`, prijs: makePrijs(keuze.aanbod, factor, toeval),
  }))
}

/** The price of a title in euros, as prices were: whatever came near the maximum ended just below it. */
export function makePrijs({ stam }: Aanbod, factor: number, toeval: Toeval): number {
  const ruw = stam[2] * (factor + (toeval.next() - 0.5) * 0.1)
  if (ruw > 840 && ruw < 1_120 && toeval.chance(0.6)) return toeval.pick([950, 985, 989, 995, 995, 998, 999, 1000])
  const afgerond = ruw < 300 ? Math.round(ruw / 5) * 5 : Math.round(ruw / 10) * 10 - toeval.pick([0, 1, 5, 5])
  return Math.min(2_500, Math.max(95, afgerond))
}

/** Start dates from two weeks until seven months ahead, most of them where an aanvraag of now can start; on a weekday. */
export function makeStarts({ vorm }: Pick<Opleiding, 'vorm'>, aantal: number, vandaag: PlainDate, toeval: Toeval): PlainDate[] {
  const eerste = addDays(vandaag, 14)
  const dagen = Array.from({ length: aantal }, (_, index) => {
    if (vorm === 'online' || vorm === 'zelf') return plainDate(`${addMonths(vandaag, index + 1).slice(0, 7)}-01`)
    const ver = toeval.chance(0.75) ? toeval.between(16, 105) : toeval.between(0, 200)
    return toWeekday(addDays(eerste, ver))
  })
  return dagen.sort((a, b) => (a < b ? -1 : 1))
}

// Nothing starts in a weekend or between Christmas and New Year.
function toWeekday(dag: PlainDate): PlainDate {
  if (dag.slice(5) >= '12-24') return toWeekday(plainDate(`${String(Number(dag.slice(0, 4)) + 1)}-01-04`))
  const weekdag = dayOfWeek(dag)
  return weekdag > 5 ? addDays(dag, 8 - weekdag) : dag
}

/** Two rows as feeds really had them: a price with a thousands point, and a day that does not exist. */
function withBadRows(programs: readonly unknown[]): unknown[] {
  const [first, second] = programs.map((program) => JSON.stringify(program))
  if (first === undefined || second === undefined) return [...programs]
  const prijs: unknown = JSON.parse(first.replace(/"programId":"([^"]+)"/, '"programId":"$1-X"').replace(/"amount":"[^"]+"/, '"amount":"1.295,00"'))
  const datum: unknown = JSON.parse(second.replace(/"programId":"([^"]+)"/, '"programId":"$1-X"').replace(/"startDate":\{"date":"(\d{4})[^"]+"/, '"startDate":{"date":"$1-02-30"'))
  return [...programs.slice(0, 3), prijs, ...programs.slice(3), datum]
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error(`no item ${String(index)}`)
  return item
}
