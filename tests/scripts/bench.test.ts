import { afterAll, expect, test, vi } from 'vitest'
import { freshDb } from '@/tests/setup/db'

// A measurement is only taken now and then: in small it runs here, so that what it lays down still is what the system accepts.

freshDb()
vi.stubEnv('BENCH_FACTUREN', '60')
afterAll(() => { vi.unstubAllEnvs() })

test('de meting van facturen legt orders neer waar een factuur uit kan, en telt na wat is geboekt', { timeout: 60_000 }, async () => {
  const regels: unknown[] = []
  vi.spyOn(console, 'log').mockImplementation((regel) => { regels.push(regel) })
  const { benchFacturen } = await import('@/scripts/bench/facturen')
  expect(await benchFacturen(process.env['DATABASE_URL'] ?? '')).toMatchObject({ naam: 'facturen', grens: 33 })
  expect(regels).toEqual([expect.stringMatching(/^ {2}60 facturen ontvangen, beoordelen, koppelen en boeken: /)])
})
