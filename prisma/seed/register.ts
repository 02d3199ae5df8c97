import path from 'node:path'
import { addDays, plainDate, type PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { inTransaction, prisma, toDbDate } from '@/lib/platform/db'
import { importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { adresIn, DEMO_ERKENNERS, DEMO_OPLEIDERS, demoIban, type DemoOpleider } from '@/prisma/seed/opleiders'
import { makeBestanden, writeBestanden, type Schaal } from '@/scripts/data/schaal'

/** The seed of the demo: the same register on every machine. */
const SEED = 2022
/** The register is filled six weeks before the opening that the demo plays; the start dates are counted from that opening. */
const DAGEN_TOT_OPENING = 42

/** The opleiders with their erkenning: erkenners admit them, a feed never does. Those that are there stay as they are. */
export async function legOpleidersVast(opleiders: readonly Omit<DemoOpleider, 'fout'>[] = DEMO_OPLEIDERS): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.erkenner.createMany({ data: [...DEMO_ERKENNERS], skipDuplicates: true })
    const erkenners = new Map((await tx.erkenner.findMany()).map(({ code, id }) => [code, id]))
    for (const [index, opleider] of opleiders.entries()) {
      const [plaats] = opleider.plaatsen
      const erkennerId = erkenners.get(opleider.erkenner)
      if (plaats === undefined || erkennerId === undefined) throw new Error(`opleider ${opleider.kvk} has no town or no erkenner`)
      if (await tx.opleider.count({ where: { kvk: opleider.kvk } }) > 0) continue
      await tx.opleider.create({
        data: {
          kvk: opleider.kvk, code: opleider.code, orgUnitId: opleider.orgUnitId, naam: opleider.naam, ...adresIn(opleider, plaats),
          website: `https://www.${opleider.orgUnitId}.example`, email: `administratie@${opleider.orgUnitId}.example`, telefoon: `088 000 ${String(1_001 + index)}`,
          iban: demoIban(index), ibanTenaamstelling: opleider.naam,
          erkenningen: { create: { erkennerId, geldigVan: toDbDate(plainDate('2022-01-01')) } },
        },
      })
    }
  })
}

/** The register of the demo: files in the format of EDU-DEX, taken in through the real import. */
export async function vulRegister(): Promise<void> {
  const opening = addDays(await today(), DAGEN_TOT_OPENING)
  for (const { bestand, opleiderId } of await writeFeeds('klein', SEED, opening)) {
    const uitslag = await importeerVanSchijf(bestand, { opleiderId })
    if (uitslag?.toestand !== 'klaar') throw new Error(`${bestand}: ${uitslag?.reden ?? 'not imported'}`)
  }
}

/** Writes the feed of every opleider under STAP_DATA_DIR, and says whose each file is. */
export async function writeFeeds(schaal: Schaal, seed: number, vandaag: PlainDate): Promise<{ bestand: string; opleiderId: string }[]> {
  const opleiders = new Map((await prisma.opleider.findMany({ select: { id: true, kvk: true } })).map(({ id, kvk }) => [kvk, id]))
  const bestanden = makeBestanden(schaal, seed, vandaag)
  const paden = writeBestanden(bestanden, path.join(config.dataDir, 'data'))
  return bestanden.flatMap(({ opleider }, index) => {
    const [bestand, opleiderId] = [paden[index], opleiders.get(opleider.kvk)]
    return bestand === undefined || opleiderId === undefined ? [] : [{ bestand, opleiderId }]
  })
}
