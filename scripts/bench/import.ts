import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { plainDate } from '@/lib/base/date'
import { closeDb, pool, prisma } from '@/lib/platform/db'
import { importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { legOpleidersVast } from '@/prisma/seed/register'
import { measureCopy } from '@/scripts/bench/copy'
import { toResultaat, type Resultaat } from '@/scripts/bench/frame'
import { GROTE_SCHALEN, makePrograms, writePrograms } from '@/scripts/data/groot'
import { makeOpleiders } from '@/scripts/data/groot-opleiders'

const SEED = 2022
const VANDAAG = plainDate('2022-04-14')
const MAX_SECONDEN = 120
const MAX_MB = 600
const MAX_OPNIEUW = 20

/** The register of April 2022 from files: the three largest opleiders each their own, the others in one of DUO. */
export async function benchImport(): Promise<Resultaat> {
  const { opleiders: aantal, opleidingen, activiteiten } = GROTE_SCHALEN['2022-04']
  const deel = Number(process.env['BENCH_IMPORT_DEEL'] ?? '1')
  const opleiders = makeOpleiders(aantal, Math.round(opleidingen * deel), SEED)
  await legOpleidersVast(opleiders)
  const map = mkdtempSync(path.join(tmpdir(), 'stap-import-'))
  try {
    const perOpleiding = activiteiten / opleidingen
    const programsOf = (een: (typeof opleiders)[number]) => makePrograms(een, { seed: SEED, vandaag: VANDAAG, perOpleiding })
    const bestanden: { bestand: string; orgUnitId?: string }[] = []
    for (const reus of opleiders.slice(0, 3)) {
      const bestand = path.join(map, `${reus.orgUnitId}.json`)
      await writePrograms(bestand, programsOf(reus))
      bestanden.push({ bestand, orgUnitId: reus.orgUnitId })
    }
    const rest = path.join(map, 'overige.json')
    await writePrograms(rest, flatten(opleiders.slice(3), programsOf))
    bestanden.push({ bestand: rest })
    const megabytes = bestanden.reduce((som, { bestand }) => som + statSync(bestand).size, 0) / 1e6

    const eerste = await importAll(bestanden)
    const rijen = await countRows()
    const kopie = await measureCopy(pool, ['opleiding', 'scholingsactiviteit'])
    const opnieuw = await importAll(bestanden)
    console.log(`import: ${String(Math.round(megabytes))} MB, ${String(rijen.opleidingen)} opleidingen en ${String(rijen.activiteiten)} activiteiten in ${seconds(eerste.seconden)} s (hoogstens ${String(MAX_SECONDEN)}), `
      + `geheugen ${String(eerste.mb)} MB (hoogstens ${String(MAX_MB)})`)
    console.log(`import: hetzelfde nog een keer in ${seconds(opnieuw.seconden)} s (hoogstens ${String(MAX_OPNIEUW)}), ${String(opnieuw.gewijzigd)} gewijzigd, geheugen ${String(opnieuw.mb)} MB`)
    console.log(`import: kale COPY van dezelfde rijen in tabellen met dezelfde indexen en controles in ${seconds(kopie.seconden)} s, zonder indexen in ${seconds(kopie.zonderIndexen)} s`)
    if (eerste.seconden > MAX_SECONDEN || eerste.mb > MAX_MB || opnieuw.mb > MAX_MB || opnieuw.seconden > MAX_OPNIEUW || opnieuw.gewijzigd > 0) process.exitCode = 1
    const totaal = rijen.opleidingen + rijen.activiteiten
    return toResultaat('import', { waarde: totaal / eerste.seconden, eenheid: 'rijen/s', grens: totaal / kopie.seconden, grensEenheid: 'rijen/s met kale COPY' })
  } finally {
    rmSync(map, { recursive: true, force: true })
    await closeDb()
  }
}

function* flatten<Item>(items: readonly Item[], each: (item: Item) => Iterable<object>): Generator<object> {
  for (const item of items) yield* each(item)
}

async function importAll(bestanden: readonly { bestand: string; orgUnitId?: string }[]): Promise<{ seconden: number; mb: number; gewijzigd: number }> {
  let hoogste = 0
  const meter = setInterval(() => { hoogste = Math.max(hoogste, process.memoryUsage.rss()) }, 50)
  const begin = performance.now()
  let gewijzigd = 0
  try {
    for (const { bestand, orgUnitId } of bestanden) {
      const opleider = orgUnitId === undefined ? null : await prisma.opleider.findUnique({ where: { orgUnitId }, select: { id: true } })
      const van = performance.now()
      const uitslag = await importeerVanSchijf(bestand, opleider === null ? {} : { opleiderId: opleider.id, omvang: 'volledig' })
      if (uitslag?.toestand !== 'klaar') throw new Error(`${bestand}: ${uitslag?.reden ?? uitslag?.toestand ?? 'unknown'}`)
      gewijzigd += uitslag.nieuw + uitslag.gewijzigd
      console.log(`import: ${path.basename(bestand)} ${seconds((performance.now() - van) / 1000)} s, ${String(uitslag.nieuw)} nieuw, ${String(uitslag.ongewijzigd)} ongewijzigd, ${String(uitslag.geweigerd)} geweigerd`)
    }
  } finally {
    clearInterval(meter)
  }
  return { seconden: (performance.now() - begin) / 1000, mb: Math.round(hoogste / 1024 / 1024), gewijzigd }
}

async function countRows(): Promise<{ opleidingen: number; activiteiten: number }> {
  return { opleidingen: await prisma.opleiding.count(), activiteiten: await prisma.scholingsactiviteit.count() }
}

function seconds(getal: number): string {
  return getal.toFixed(1).replace('.', ',')
}
