/**
 * npm run simulatie: plays the opening of a tijdvak over HTTP against the running system, or one that it starts itself, and judges
 * it from the outside. With --modus jaar: a year of money, up to the reconciliation. The last line is JSON; exit 1 when an invariant
 * is broken, the system answered with a server fault, or a year does not close to the cent.
 */
import { isJaar, JAAR_GEBRUIK, readJaarOpties } from './simulatie/jaar/opties'
import { GEBRUIK, readOpties } from './simulatie/opties'

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(`${GEBRUIK}\n${JAAR_GEBRUIK}`)
  process.exit(0)
}
// The play is imported when the arguments are right: settings that are not in order are told in one sentence, after them.
const speel = isJaar(args) ? bereidJaarVoor() : bereidOpeningVoor()
if (typeof speel === 'string') {
  console.error(speel)
  process.exit(2)
}
const { closeDb } = await import('@/lib/platform/db')
process.exitCode = await speel()
await closeDb()
process.exit()

function bereidOpeningVoor(): (() => Promise<number>) | string {
  const opties = readOpties(args)
  return typeof opties === 'string' ? opties : async () => (await import('./simulatie/opening')).speelOpening(opties)
}

function bereidJaarVoor(): (() => Promise<number>) | string {
  const opties = readJaarOpties(args)
  return typeof opties === 'string' ? opties : async () => (await import('./simulatie/jaar/jaar')).speelJaar(opties)
}
