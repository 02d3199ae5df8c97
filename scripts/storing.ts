/**
 * npm run storing [-- naam …]: breaks a system of its own in every way we could think of, and judges afterwards that nothing was
 * lost, doubled, overspent or taken out of order. `-- lijst` names the experiments; a name may be the beginning of one (F02).
 * The last line is JSON; exit 1 when an experiment failed or a wrong design was not caught.
 */
import { EXPERIMENTEN } from './storing/lijst'
import { runExperiment, type Verslag } from './storing/proef'
import { startServers } from './storing/servers'

async function main(gevraagd: readonly string[]): Promise<number> {
  if (gevraagd.includes('lijst')) {
    for (const { naam, fout } of EXPERIMENTEN) console.log(`${naam.padEnd(34)} ${fout}`)
    return 0
  }
  const gekozen = gevraagd.length === 0 ? EXPERIMENTEN : EXPERIMENTEN.filter(({ naam }) => gevraagd.some((deel) => naam === deel || naam.startsWith(`${deel}/`)))
  const onbekend = gevraagd.filter((deel) => !EXPERIMENTEN.some(({ naam }) => naam === deel || naam.startsWith(`${deel}/`)))
  if (onbekend.length > 0) {
    console.error(`Onbekend: ${onbekend.join(', ')}. De namen staan in npm run storing -- lijst`)
    return 2
  }
  const servers = await startServers((tekst) => { console.log(tekst) })
  const stop = () => void servers.stop().then(() => process.exit(130))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const verslagen: Verslag[] = []
  try {
    for (const [n, experiment] of gekozen.entries()) {
      console.log(`${n + 1}/${gekozen.length} ${experiment.naam}: ${experiment.fout}`)
      const verslag = await runExperiment(servers, experiment)
      console.log(`   ${verslag.gelukt ? 'gelukt' : 'MISLUKT'} ${JSON.stringify(verslag.gezien)}`)
      verslagen.push(verslag)
    }
  } finally {
    await servers.stop()
  }
  const controles = verslagen.filter(({ naam }) => naam.startsWith('N/'))
  if (controles.length > 0) console.log(`Foute ontwerpen betrapt: ${controles.filter(({ gelukt }) => gelukt).length} van ${controles.length}`)
  console.log(JSON.stringify({ experimenten: verslagen }))
  return verslagen.every(({ gelukt }) => gelukt) ? 0 : 1
}

// Broken wires and killed processes may leave something open; the verdict is out, so this process ends.
process.exit(await main(process.argv.slice(2)))
