import { expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { pool } from '@/lib/platform/db'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { anOpening } from '@/tests/builders/opening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

async function uitkomsten(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ uitkomst: string; aantal: number }>('select uitkomst, count(*)::integer as aantal from toewijzing group by 1')
  return Object.fromEntries(rows.map(({ uitkomst, aantal }) => [uitkomst, aantal]))
}

test('art. 12a: 500 aanvragers voor een scholing die er 300 mag, met drie verdelers tegelijk: precies 300, de eersten', async () => {
  await zetKlok('2023-03-17T10:00:00+01:00')
  await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('verleningsgrens', '{"aantal": 300, "werkt": "binnen-tijdvak"}', '2022-01-01', 'test')`)
  const { deelnemers } = await anOpening({ aanvragers: 500, plafondCent: 100_000_000 })
  const ontvangen = deelnemers.map(({ burger, kenmerk }) => dienIn(burger, kenmerk))
  const verdelen = async () => { for (let ronde = 0; ronde < 20; ronde += 1) await verdeelBudget() }
  await Promise.all([...ontvangen, verdelen(), verdelen(), verdelen()])
  while (await verdeelBudget()) continue

  expect(await uitkomsten()).toEqual({ gereserveerd: 300, 'verleningsgrens-bereikt': 200 })
  const { rows } = await pool.query<{ laatste: number; eerste: number; geteld: number }>(
    `select max(volgnummer) filter (where uitkomst = 'gereserveerd') as laatste, min(volgnummer) filter (where uitkomst <> 'gereserveerd') as eerste,
            max(grens_geteld) filter (where uitkomst = 'gereserveerd') as geteld from toewijzing`)
  expect(rows[0]?.laatste).toBeLessThan(rows[0]?.eerste ?? 0)
  expect(rows[0]?.geteld).toBe(299)
})
