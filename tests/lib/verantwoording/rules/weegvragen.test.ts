import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listWeegvragen } from '@/lib/verantwoording/rules/vaststelling-weging'

// The database counts the answers by names of its own: a question that is added in one place only would never be demanded.
test('Awb 3:4: de database eist dezelfde vragen als de regel, voor een burger en voor een opleider', () => {
  const migratie = readFileSync('prisma/migrations/20221031000300_voornemen_opleider/migration.sql', 'utf8')
  const lijsten = /case when aangekondigd\.van = 'opleider' then array\[(.+?)\]\s+else array\[(.+?)\] end/s.exec(migratie)
  const namen = (tekst = '') => [...tekst.matchAll(/'([a-z]+)'/g)].map(([, naam]) => naam)
  expect(namen(lijsten?.[1])).toEqual([...listWeegvragen('opleider')])
  expect(namen(lijsten?.[2])).toEqual([...listWeegvragen('burger')])
})
