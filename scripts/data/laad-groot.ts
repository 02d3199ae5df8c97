import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { prisma } from '@/lib/platform/db'
import { importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { legOpleidersVast } from '@/prisma/seed/register'
import { makePrograms, writePrograms } from './groot'
import { makeOpleiders } from './groot-opleiders'

/**
 * Makes the feed of every opleider of a large register and takes it in as a complete one, one after another. An opleider whose prices
 * jumped sends the old prices first, so that the history knows. Gives a sentence when a file was not taken in.
 */
export async function laadGroot(
  { naam, opleiders: aantal, opleidingen, activiteiten }: { naam: string; opleiders: number; opleidingen: number; activiteiten: number }, seed: number, meld: (regel: string) => void,
): Promise<string | undefined> {
  const opleiders = makeOpleiders(aantal, opleidingen, seed)
  await legOpleidersVast(opleiders)
  const ids = new Map((await prisma.opleider.findMany({ select: { id: true, kvk: true } })).map(({ id, kvk }) => [kvk, id]))
  const opties = { seed, vandaag: await today(), perOpleiding: activiteiten / opleidingen }
  const map = path.join(config.dataDir, 'data', naam)
  mkdirSync(map, { recursive: true })
  const totaal = { totaal: 0, nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0, verdwenen: 0 }
  const begin = performance.now()
  for (const [index, opleider] of opleiders.entries()) {
    const opleiderId = ids.get(opleider.kvk)
    if (opleiderId === undefined) return `Opleider ${opleider.naam} staat niet in het register.`
    for (const voor of opleider.fouten.includes('prijssprong') ? [true, false] : [false]) {
      const bestand = path.join(map, `${opleider.orgUnitId}${voor ? '-eerder' : ''}.json`)
      await writePrograms(bestand, makePrograms(opleider, { ...opties, voor }))
      const uitslag = await importeerVanSchijf(bestand, { opleiderId, omvang: 'volledig', akkoord: true })
      if (uitslag?.toestand !== 'klaar') return `${bestand} is niet ingelezen: ${uitslag?.reden ?? 'onbekende extensie'}`
      totaal.totaal += uitslag.totaal
      totaal.nieuw += uitslag.nieuw
      totaal.gewijzigd += uitslag.gewijzigd
      totaal.ongewijzigd += uitslag.ongewijzigd
      totaal.geweigerd += uitslag.geweigerd
      totaal.verdwenen += uitslag.verdwenen
      if (uitslag.totaal > 1_000 || index % 50 === 0) meld(`${path.basename(bestand)}: ${String(uitslag.totaal)} gelezen, ${String(uitslag.nieuw)} nieuw, ${String(uitslag.geweigerd)} geweigerd`)
    }
  }
  meld(`Klaar in ${String(Math.round((performance.now() - begin) / 1_000))} s.`)
  meld(JSON.stringify(totaal))
  return undefined
}
