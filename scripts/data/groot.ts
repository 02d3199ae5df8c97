import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { addDays, plainDate, type PlainDate } from '@/lib/base/date'
import { aanbodOf, type Aanbod } from './aanbod'
import { toProgram, type Opleiding } from './edudex-bestand'
import type { GroteOpleider } from './groot-opleiders'
import { makePrijs, makeStarts } from './schaal'
import { Toeval } from './toeval'

/** The large registers, by the month they stand for. */
export const GROTE_SCHALEN = {
  '2022-04': { opleiders: 394, opleidingen: 70_000, activiteiten: 400_000 },
  '2022-11': { opleiders: 1_326, opleidingen: 100_000, activiteiten: 570_000 },
} as const
export type GroteSchaal = keyof typeof GROTE_SCHALEN

type Vorm = Aanbod['stam'][4]
const ANDERS: Partial<Record<Vorm, readonly Vorm[]>> = { klas: ['avond', 'deels'], avond: ['klas', 'deels'], deels: ['avond', 'klas'], online: ['zelf'], zelf: ['online'] }
const VORM_WOORD: Record<Vorm, string> = { klas: 'overdag', avond: 'avondopleiding', online: 'online', deels: 'deels online', zelf: 'thuisstudie', coaching: 'individueel', lezing: 'lezing' }
// What opleiders with thousands of titles sell apart: another pace, another group, with or without an exam.
const UITVOERINGEN = ['', 'met examen', 'versneld', 'in het weekend', 'in kleine groep', 'met praktijkdag', 'opfriscursus', 'voor gevorderden', 'in het Engels', 'voor starters', 'incompany opzet', 'met persoonlijke begeleiding', 'verdieping', 'bijscholing', 'herhaling', 'masterclass'] as const

type Keuze = { aanbod: Aanbod; vorm: Vorm; titel: string; uitvoering: number }

/** Every way in which an opleider of this size sells its titles, in the order in which it would: plain first. */
function* keuzes(opleider: GroteOpleider, toeval: Toeval): Generator<Keuze> {
  const titels = toeval.shuffle(opleider.vakken.flatMap(aanbodOf))
  for (const aanbod of titels) yield { aanbod, vorm: aanbod.stam[4], titel: aanbod.titel, uitvoering: 0 }
  for (const aanbod of titels) for (const vorm of ANDERS[aanbod.stam[4]] ?? []) yield { aanbod, vorm, titel: `${aanbod.titel} (${VORM_WOORD[vorm]})`, uitvoering: 0 }
  for (let uitvoering = 1; uitvoering < UITVOERINGEN.length; uitvoering++)
    for (const aanbod of titels) yield { aanbod, vorm: aanbod.stam[4], titel: `${aanbod.titel}, ${UITVOERINGEN[uitvoering] ?? ''}`, uitvoering }
  for (const plaats of opleider.plaatsen)
    for (const [uitvoering, woord] of UITVOERINGEN.entries())
      for (const aanbod of titels) yield { aanbod, vorm: aanbod.stam[4], titel: `${aanbod.titel}${woord === '' ? '' : `, ${woord}`} (${plaats})`, uitvoering }
}

/** The programs of one opleider, one at a time; the same seed and day give the same. `voor`: the prices of before they jumped. */
export function* makePrograms(opleider: GroteOpleider, { seed, vandaag, perOpleiding, voor = false }: { seed: number; vandaag: PlainDate; perOpleiding: number; voor?: boolean }): Generator<object> {
  const toeval = new Toeval(seed ^ Number(opleider.kvk))
  const factor = 0.9 + toeval.next() * 0.2
  const heeft = (fout: GroteOpleider['fouten'][number]): boolean => opleider.fouten.includes(fout)
  const feed = { ...opleider, ...(heeft('nooit-subsidiabel') ? { fout: 'nooit-subsidiabel' as const } : {}) }
  let nog = Math.round(opleider.aantal * perOpleiding)
  let nummer = 0
  for (const keuze of keuzes(opleider, toeval)) {
    if (nummer >= opleider.aantal) return
    const over = opleider.aantal - nummer
    const aantal = over === 1 ? Math.max(1, Math.min(60, nog)) : Math.max(1, Math.min(30, Math.round((nog / over) * (0.3 + toeval.next() * 1.4))))
    nog -= aantal
    // Chance of its own: what one opleiding draws does not move the next, so that yesterday's feed and today's differ only where they should.
    const eigen = new Toeval((seed ^ Number(opleider.kvk)) + (nummer + 1) * 7_919)
    const sprong = heeft('prijssprong') && nummer % 4 === 0
    const gewoon = makePrijs(keuze.aanbod, factor * (1 + (keuze.uitvoering % 5) * 0.03), eigen)
    const opleiding: Opleiding = {
      ...keuze, programId: `${opleider.orgUnitId.slice(0, 3).toUpperCase()}-${String(10_001 + nummer)}`, prijs: sprong && !voor && gewoon > 300 ? Math.max(gewoon, 990) : gewoon,
      starts: makeStarts(keuze, aantal, vandaag, eigen),
    }
    nummer++
    const program = toProgram(feed, opleiding, eigen, `${addDays(vandaag, -(voor ? 90 : 14))}T09:00:00Z`)
    yield program
    if (voor) continue
    yield* withFaults(program, nummer, heeft)
  }
}

type Program = ReturnType<typeof toProgram>

/** The faults of a feed, beside its good rows: refused with line and reason, or left for the quality rules to find. */
function* withFaults(program: Program, nummer: number, heeft: (fout: GroteOpleider['fouten'][number]) => boolean): Generator<object> {
  if (heeft('dubbel') && nummer % 400 === 7) yield program
  if (heeft('foute-datums') && nummer % 150 === 11) yield { ...renamed(program, 'D'), programSchedule: { ...program.programSchedule, programRun: program.programSchedule.programRun.map((run) => ({ ...run, id: `${run.id}.D`, endDate: { date: addDays(plainDate(run.startDate.date), -30), isFinal: true } })) } }
  // One course dressed as two: the same lessons and dates, another title, a code of its own.
  if (heeft('samengesteld') && nummer % 120 === 13) {
    const titel = program.programDescriptions.programName.nl
    yield { ...renamed(program, 'S'), programDescriptions: { ...program.programDescriptions, programName: { nl: `Module ${titel}` } }, programSchedule: { ...program.programSchedule, programRun: program.programSchedule.programRun.map((run) => ({ ...run, id: `${run.id}.S` })) } }
  }
}

function renamed(program: Program, letter: string): Program {
  return { ...program, programClassification: { ...program.programClassification, programId: `${program.programClassification.programId}-${letter}` } }
}

/** Writes programs to a file as one EDU-DEX list, one row a line, without ever holding more than a few of them. */
export async function writePrograms(bestand: string, programs: Iterable<object>): Promise<{ programs: number; bytes: number }> {
  const uit = createWriteStream(bestand)
  let aantal = 0
  let stuk = '['
  for (const program of programs) {
    stuk += `${aantal === 0 ? '\n' : ',\n'}${JSON.stringify(program)}`
    aantal++
    if (stuk.length < 1_000_000) continue
    if (!uit.write(stuk)) await once(uit, 'drain')
    stuk = ''
  }
  uit.end(`${stuk}\n]\n`)
  await finished(uit)
  return { programs: aantal, bytes: uit.bytesWritten }
}
