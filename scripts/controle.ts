/** npm run controle: verifies the invariants of the running system; exit 1 when one is broken. The last line is JSON. */
import { closeDb } from '@/lib/platform/db'
import { runControles, summarise } from '@/scripts/controle/list'

const SHOWN = 20

const uitslagen = await runControles(({ controle, fouten }) => {
  console.log(`${controle.id.padEnd(4)} ${fouten.length === 0 ? 'ok  ' : 'FOUT'} ${controle.titel}`)
  for (const fout of fouten.slice(0, SHOWN)) console.log(`       ${fout}`)
  if (fouten.length > SHOWN) console.log(`       … en nog ${fouten.length - SHOWN}`)
})
await closeDb()
console.log(JSON.stringify(summarise(uitslagen)))
process.exitCode = uitslagen.every(({ fouten }) => fouten.length === 0) ? 0 : 1
