/** npm run klok -- zet 2022-11-01T09:55:00+01:00 | echt: shifts nu(), the legal clock, of a development system. */
import pg from 'pg'
import { formatTijdstip } from '@/lib/base/amsterdam'
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

  // As the owner: the role of the application may not touch the clock.
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  try {
    if (gevraagd.zet === 'echt') await client.query('update klok set verschuiving_ms = 0 where id = 1')
    else await client.query('update klok set verschuiving_ms = round(extract(epoch from ($1::timestamptz - clock_timestamp())) * 1000) where id = 1', [gevraagd.zet])
    const { rows } = await client.query<{ nu: Date }>('select nu() as nu')
    const [row] = rows
    if (row !== undefined) console.log(`Het is nu ${formatTijdstip(row.nu)} (${row.nu.toISOString()}).`)
    return undefined
  } finally {
    await client.end()
  }
}

const fout = await main()
if (fout !== undefined) {
  console.error(fout)
  process.exitCode = 1
}
