/**
 * npm run simulatie: plays the opening of a tijdvak over HTTP against the running system, or one that it starts itself, and judges
 * it from the outside. The last line is JSON; exit 1 when an invariant is broken or the system answered with a server fault.
 */
import { GEBRUIK, readOpties } from './simulatie/opties'

if (process.argv.includes('--help')) {
  console.log(GEBRUIK)
  process.exit(0)
}
const opties = readOpties(process.argv.slice(2))
if (typeof opties === 'string') {
  console.error(opties)
  process.exit(2)
}
// Here and not at the top: settings that are not in order are told in one sentence, after the arguments.
const { speelOpening } = await import('./simulatie/opening')
const { closeDb } = await import('@/lib/platform/db')
process.exitCode = await speelOpening(opties)
await closeDb()
process.exit()
