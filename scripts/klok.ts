/** npm run klok -- zet 2022-11-01T09:55:00+01:00 | echt: shifts nu(), the legal clock, of a development system. */
import { formatTijdstip } from '@/lib/base/amsterdam'
import { shiftClock } from '@/lib/platform/clock-shift'
import { config } from '@/lib/platform/config'

const GEBRUIK = 'Gebruik: npm run klok -- zet 2022-11-01T09:55:00+01:00, of npm run klok -- echt'
// With a zone: without one it would depend on the machine which moment is meant.
const ISO_TIJD = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

function readArguments([opdracht, tijd, ...rest]: readonly string[]): { zet: Date | 'echt' } | { fout: string } {
  if (opdracht === 'echt' && tijd === undefined) return { zet: 'echt' }
  if (opdracht !== 'zet' || tijd === undefined || rest.length > 0) return { fout: GEBRUIK }
  const moment = new Date(tijd)
  if (!ISO_TIJD.test(tijd) || Number.isNaN(moment.getTime())) return { fout: `${tijd} is geen tijd met een tijdzone. ${GEBRUIK}` }
  return { zet: moment }
}

async function main(): Promise<string | undefined> {
  if (config.isProductie) return 'In productie loopt de klok gelijk met de echte tijd: zij kan niet worden verzet.'
  const gevraagd = readArguments(process.argv.slice(2))
  if ('fout' in gevraagd) return gevraagd.fout

  const nu = await shiftClock(gevraagd.zet)
  console.log(`Het is nu ${formatTijdstip(nu)} (${nu.toISOString()}).`)
  return undefined
}

const fout = await main()
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
