/**
 * npm run data -- --schaal klein|2022-04|2022-11 [--seed N]: makes register files in the format of EDU-DEX, and takes them in through the real import.
 * npm run data -- --aanvragen N [--tijdvak CODE]: adds synthetic burgers with a prepared aanvraag each.
 * npm run data -- --token KVK: prints a token with which a system of that opleider can call the API's.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { closeDb } from '@/lib/platform/db'
import { importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { legOpleidersVast, writeFeeds } from '@/prisma/seed/register'
import { maakAanvragen } from './data/aanvragen'
import { GROTE_SCHALEN, type GroteSchaal } from './data/groot'
import { laadGroot } from './data/laad-groot'
import { SCHALEN, type Schaal } from './data/schaal'
import { maakToken } from './data/token'

const GEBRUIK = `Gebruik: npm run data -- --schaal ${[...Object.keys(SCHALEN), ...Object.keys(GROTE_SCHALEN)].join('|')} [--seed N], of: npm run data -- --aanvragen N [--tijdvak CODE], of: npm run data -- --token KVK`
const MEESTE_AANVRAGEN = 1_000_000

function isSchaal(naam: string | undefined): naam is Schaal {
  return naam !== undefined && Object.hasOwn(SCHALEN, naam)
}

function isGroteSchaal(naam: string | undefined): naam is GroteSchaal {
  return naam !== undefined && Object.hasOwn(GROTE_SCHALEN, naam)
}

function readOptions(): { schaal: Schaal | GroteSchaal; seed: number } | undefined {
  const { values } = parseArgs({ options: { schaal: { type: 'string' }, seed: { type: 'string', default: '2022' } }, strict: false })
  const schaal = typeof values.schaal === 'string' ? values.schaal : undefined
  const seed = Number(values.seed)
  return (isSchaal(schaal) || isGroteSchaal(schaal)) && Number.isSafeInteger(seed) && seed >= 0 ? { schaal, seed } : undefined
}

function readAanvragen(): { aantal: number; gevraagdTijdvak: string | undefined } | undefined {
  const { values } = parseArgs({ options: { aanvragen: { type: 'string' }, tijdvak: { type: 'string' } }, strict: false })
  if (typeof values.aanvragen !== 'string') return undefined
  return { aantal: Number(values.aanvragen), gevraagdTijdvak: typeof values.tijdvak === 'string' ? values.tijdvak : undefined }
}

async function addAanvragen({ aantal, gevraagdTijdvak }: { aantal: number; gevraagdTijdvak: string | undefined }): Promise<string | undefined> {
  if (!Number.isSafeInteger(aantal) || aantal < 1 || aantal > MEESTE_AANVRAGEN) return `--aanvragen: vul een geheel getal in van 1 tot en met ${String(MEESTE_AANVRAGEN)}.`
  const uitslag = await maakAanvragen(aantal, {
    gevraagdTijdvak, dataDir: config.dataDir, voortgang: (gemaakt) => { console.log(`${String(gemaakt)} van ${String(aantal)} aanvragen`) },
  })
  if (typeof uitslag === 'string') return uitslag
  console.log(JSON.stringify(uitslag))
  return undefined
}

async function printToken(kvk: string): Promise<string | undefined> {
  const gemaakt = await maakToken(kvk)
  if (typeof gemaakt === 'string') return gemaakt
  console.log(gemaakt.token)
  return undefined
}

async function main(): Promise<string | undefined> {
  if (config.isProductie) return 'In productie worden geen gegevens verzonnen.'
  const aanvragen = readAanvragen()
  if (aanvragen !== undefined) return addAanvragen(aanvragen)
  const { values: { token } } = parseArgs({ options: { token: { type: 'string' } }, strict: false })
  if (typeof token === 'string') return printToken(token)
  const gevraagd = readOptions()
  if (gevraagd === undefined) return GEBRUIK
  if (isGroteSchaal(gevraagd.schaal)) return laadGroot({ naam: gevraagd.schaal, ...GROTE_SCHALEN[gevraagd.schaal] }, gevraagd.seed, (regel) => { console.log(regel) })
  await legOpleidersVast()
  const bestanden = await writeFeeds(gevraagd.schaal, gevraagd.seed, await today())
  console.log(`${String(bestanden.length)} bestanden gemaakt in ${path.join(config.dataDir, 'data')}.`)
  const totaal = { nieuw: 0, gewijzigd: 0, ongewijzigd: 0, geweigerd: 0 }
  for (const { bestand, opleiderId } of bestanden) {
    const uitslag = await importeerVanSchijf(bestand, { opleiderId })
    if (uitslag?.toestand !== 'klaar') return `${bestand} is niet ingelezen: ${uitslag?.reden ?? 'onbekende extensie'}`
    totaal.nieuw += uitslag.nieuw
    totaal.gewijzigd += uitslag.gewijzigd
    totaal.ongewijzigd += uitslag.ongewijzigd
    totaal.geweigerd += uitslag.geweigerd
    console.log(`${path.basename(bestand)}: ${String(uitslag.totaal)} gelezen, ${String(uitslag.geweigerd)} geweigerd`)
  }
  console.log(JSON.stringify(totaal))
  return undefined
}

const fout = await main()
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
await closeDb()
