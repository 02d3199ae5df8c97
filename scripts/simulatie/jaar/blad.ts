import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { formatBedrag, cent } from '@/lib/base/money'
import { config } from '@/lib/platform/config'
import type { Proef } from '../nakijken'
import type { JaarOpties } from './opties'
import type { Spel } from './spel'

type Jaarblad = { readonly opties: JaarOpties; readonly spel: Spel; readonly proeven: readonly Proef[]; readonly duurS: number }

/** Prints the sheet of a year, the last line as JSON, and keeps it; gives whether everything was right. */
export function schrijfBlad({ opties, spel, proeven, duurS }: Jaarblad): boolean {
  const tellingen = Object.fromEntries(Object.entries(spel.telling.inhoud()).filter(([naam]) => !naam.startsWith('nummer ')))
  const breed = Math.max(...Object.keys(tellingen).map((naam) => naam.length))
  const regels = [
    `Een jaar van geld: ${opties.tijdvakken.join(', ')}, ${opties.aanvragers} aanvragers, seed ${opties.seed}`, '',
    ...Object.entries(tellingen).map(([naam, { aantal, cent: cents }]) => `${naam.padEnd(breed)}  ${String(aantal).padStart(6)}${cents === 0 ? '' : `  ${formatBedrag(cent(cents)).padStart(18)}`}`), '',
    ...proeven.map(({ naam, gezien, norm, goed }) => `${goed ? 'goed     ' : 'NIET GOED'} ${naam}: ${gezien}${goed ? '' : ` (norm: ${norm})`}`),
  ]
  const goed = proeven.every((proef) => proef.goed)
  // Equal for the same seed and size, on every machine.
  const vingerafdruk = createHash('sha256').update(JSON.stringify([tellingen, proeven.map(({ naam, gezien }) => [naam, gezien])])).digest('hex')
  const slot = JSON.stringify({
    modus: 'jaar', jaar: opties.jaar, tijdvakken: opties.tijdvakken, aanvragers: opties.aanvragers, seed: opties.seed, verleningen: spel.zaken.aantal, goed,
    nietGoed: proeven.filter((proef) => !proef.goed).map(({ naam }) => naam), duurS, vingerafdruk, tellingen,
  })
  for (const regel of regels) console.log(regel)
  const map = process.env['STAP_VERSLAGMAP'] ?? path.join(config.dataDir, 'simulatie')
  mkdirSync(map, { recursive: true })
  const bestand = path.join(map, `jaar-${opties.jaar}-${opties.aanvragers}-seed-${opties.seed}.txt`)
  writeFileSync(bestand, `${regels.join('\n')}\n${slot}\n`)
  console.log(`Blad: ${bestand}`)
  console.log(slot)
  return goed
}
