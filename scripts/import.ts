/**
 * npm run import -- BESTAND [--opleider KVK-OF-CODE] [--volledig] [--bekijk] [--akkoord]: takes a register file in (EDU-DEX, OOAPI, CSV or
 * XLSX, known by its name and content), of one opleider or of several, and prints the report with each cause once. A table is of one opleider,
 * so it needs --opleider. --volledig: what is not in it disappears. --bekijk: says what it would change. --akkoord: what disappears may.
 */
import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { closeDb } from '@/lib/platform/db'
import { BESTAND_TEKST } from '@/lib/aanlevering/texts'
import { isTabel } from '@/lib/aanlevering/rules/formaat'
import { gebrekZin } from '@/lib/aanlevering/rules/oorzaak'
import { beoordeelVanSchijf, findOpleiderVoorImport, importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { listOorzaken } from '@/lib/aanlevering/views'

const MEEST = 20

async function printFaults(importId: string): Promise<void> {
  const oorzaken = await listOorzaken(importId, MEEST + 1)
  for (const { regels, sleutels, veld, reden, aantal } of oorzaken.slice(0, MEEST)) {
    const waar = regels.slice(0, 3).map((regel, index) => `regel ${String(regel)}${sleutels[index] == null ? '' : ` (${sleutels[index]})`}`).join(', ')
    console.log(`${String(aantal)} × ${veld === '' ? '' : `${veld}: `}${reden} [${waar}${aantal > 3 ? ', …' : ''}]`)
  }
  if (oorzaken.length > MEEST) console.log('… de volledige lijst staat in het portaal, bij deze import')
}

const GEBRUIK = 'Gebruik: npm run import -- BESTAND [--opleider KVK-OF-CODE] [--volledig] [--bekijk] [--akkoord]'

function readOptions(args: readonly string[]) {
  try {
    const { values, positionals: [bestand, ...rest] } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { opleider: { type: 'string' }, volledig: { type: 'boolean', default: false }, bekijk: { type: 'boolean', default: false }, akkoord: { type: 'boolean', default: false } },
    })
    return bestand === undefined || rest.length > 0 ? undefined : { ...values, bestand }
  } catch {
    return undefined // An option that does not exist: the answer is how to use it.
  }
}

async function main(args: readonly string[]): Promise<string | undefined> {
  const opties = readOptions(args)
  if (opties === undefined) return GEBRUIK
  const { bestand, opleider: sleutel, volledig, bekijk, akkoord } = opties
  if (!existsSync(bestand) || !statSync(bestand).isFile()) return `Het bestand ${bestand} bestaat niet.`
  const oordeel = await beoordeelVanSchijf(bestand)
  if (!oordeel.ok) return oordeel.redenen.map((reden) => BESTAND_TEKST[reden]).join('\n')
  const opleiderId = sleutel === undefined ? undefined : await findOpleiderVoorImport(sleutel)
  if (sleutel !== undefined && opleiderId === undefined) return `Er is geen opleider met KvK-nummer of code ${sleutel} in het register.`
  if (opleiderId === undefined && isTabel(oordeel.formaat)) return 'In een tabel staat niet van wie de opleidingen zijn. Geef de opleider erbij: npm run import -- BESTAND --opleider KVK-OF-CODE'
  let gemeld = performance.now()
  const uitslag = await importeerVanSchijf(bestand, {
    ...(opleiderId === undefined ? {} : { opleiderId }), omvang: volledig ? 'volledig' : 'aanvulling', eerstBekijken: bekijk, akkoord,
    meld: (rijen) => {
      if (performance.now() - gemeld < 2_000) return
      gemeld = performance.now()
      console.log(`${String(rijen)} opleidingen gelezen …`)
    },
  })
  if (uitslag === undefined) return BESTAND_TEKST['bestand-extensie']
  if (uitslag.toestand === 'mislukt') return uitslag.reden ?? 'Het bestand is niet ingelezen.'
  const { toestand, verschil, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd, verdwenen, importId } = uitslag
  await printFaults(importId)
  for (const gebrek of verschil?.gebreken ?? []) console.log(gebrekZin(gebrek, verschil?.goed ?? 0))
  if (toestand === 'wacht-op-akkoord') {
    for (const { naam, opleidingen, opleidingenWeg, starts, startsWeg } of verschil?.verlies ?? [])
      console.log(`${naam}: ${String(opleidingenWeg)} van ${String(opleidingen)} opleidingen en ${String(startsWeg)} van ${String(starts)} startmomenten zouden verdwijnen`)
    console.log('Er is nog niets gewijzigd. Klopt het? Geef dan dezelfde opdracht met --akkoord.')
  }
  console.log(JSON.stringify({ importId, toestand, totaal, nieuw, gewijzigd, ongewijzigd, geweigerd, verdwenen }))
  return undefined
}

const fout = await main(process.argv.slice(2))
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
await closeDb()
