/** npm run import -- BESTAND: takes an EDU-DEX file in (.json or .jsonl), of one opleider or of several, and prints the report. */
import { existsSync, statSync } from 'node:fs'
import { closeDb, prisma } from '@/lib/platform/db'
import { BESTAND_TEKST } from '@/lib/aanlevering/texts'
import { importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'

const MEEST = 20

async function printFaults(importId: string): Promise<void> {
  const fouten = await prisma.importFout.findMany({ where: { importId }, orderBy: { id: 'asc' }, take: MEEST + 1 })
  for (const { regel, sleutel, veld, reden } of fouten.slice(0, MEEST)) console.log(`regel ${String(regel)}${sleutel === null ? '' : ` (${sleutel})`}: ${veld}: ${reden}`)
  if (fouten.length > MEEST) console.log('… de volledige lijst staat in het portaal, bij deze import')
}

async function main([bestand, ...rest]: readonly string[]): Promise<string | undefined> {
  if (bestand === undefined || rest.length > 0) return 'Gebruik: npm run import -- BESTAND'
  if (!existsSync(bestand) || !statSync(bestand).isFile()) return `Het bestand ${bestand} bestaat niet.`
  let gemeld = performance.now()
  const uitslag = await importeerVanSchijf(bestand, {
    meld: (rijen) => {
      if (performance.now() - gemeld < 2_000) return
      gemeld = performance.now()
      console.log(`${String(rijen)} opleidingen gelezen …`)
    },
  })
  if (uitslag === undefined) return BESTAND_TEKST['bestand-extensie']
  if (uitslag.toestand === 'mislukt') return uitslag.reden ?? 'Het bestand is niet ingelezen.'
  const { totaal, nieuw, gewijzigd, ongewijzigd, geweigerd, importId } = uitslag
  await printFaults(importId)
  console.log(JSON.stringify({ importId, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd }))
  return undefined
}

const fout = await main(process.argv.slice(2))
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
await closeDb()
