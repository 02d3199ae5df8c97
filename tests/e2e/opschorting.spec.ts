import { expect, test } from '@playwright/test'
import { logIn, type Inlog } from '@/tests/e2e/helpers/login'

/** Payment is suspended with a letter that is seen first, stands with its end day, and is ended earlier (Awb 4:56). */

const BESLISSER: Inlog = { provider: 'medewerker', persona: 'beslisser-1' }

test('betaling opschorten: eerst de brief, dan begint het, met een einddag; daarna eerder beëindigd', async ({ page }) => {
  const zaak = `TK-${String(process.hrtime.bigint())}`
  await logIn(page, BESLISSER, '/toetsingskamer/opschortingen')
  await page.getByRole('link', { name: 'Betaling opschorten' }).click()
  await page.getByLabel('Naam, KvK-nummer of code').fill('vervolg')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('link', { name: 'Instituut Vervolg' }).first().click()
  await page.getByLabel('Zaaknummer').fill(zaak)
  await page.getByLabel('Het ernstige vermoeden').fill(`Volgens melding ${zaak} is er geen les gegeven, en de presentielijsten zijn leeg.`)
  await page.getByRole('button', { name: 'Brief bekijken' }).click()
  await expect(page.getByRole('article', { name: 'Brief: Wij schorten de betaling op' })).toContainText(`Volgens melding ${zaak}`)
  await page.getByRole('button', { name: 'Brief versturen en opschorten' }).click()

  await expect(page).toHaveURL(/\/toetsingskamer\/opschortingen\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText('stopt dan vanzelf en wordt niet verlengd')
  await page.getByLabel('Reden').fill('De lijsten zijn alsnog gevonden.')
  await page.getByRole('button', { name: 'Opschorting beëindigen' }).click()
  await expect(page.getByRole('main')).toContainText('De lijsten zijn alsnog gevonden.')
  await expect(page.getByRole('button', { name: 'Opschorting beëindigen' })).toHaveCount(0)
})
