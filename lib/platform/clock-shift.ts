import pg from 'pg'
import { config } from '@/lib/platform/config'

/**
 * Shifts nu(), the legal clock, so that it shows this moment now and runs on from there, never a part of a millisecond before it;
 * 'echt' is the real time again.
 * Works as the owner of the database: the role of the application may not touch the clock.
 * @throws in production, where the clock is the real time.
 */
export async function shiftClock(moment: Date | 'echt'): Promise<Date> {
  if (config.isProductie) throw new Error('In productie loopt de klok gelijk met de echte tijd: zij kan niet worden verzet.')
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  try {
    const verschuiving = moment === 'echt' ? '0' : 'ceil(extract(epoch from ($1::timestamptz - clock_timestamp())) * 1000)'
    await client.query(`update klok set verschuiving_ms = ${verschuiving} where id = 1`, moment === 'echt' ? [] : [moment])
    const { rows: [row] } = await client.query<{ nu: Date }>('select nu() as nu')
    if (row === undefined) throw new Error('De database gaf geen tijd')
    return row.nu
  } finally {
    await client.end()
  }
}
