import { expect, test } from '@playwright/test'
import { aAfschrift } from '@/tests/builders/bank'
import { logIn, type Inlog } from '@/tests/e2e/helpers/login'

/** What the bank says, and who lets opleiders into the register: one journey for each of these portals. */

const BAS: Inlog = { provider: 'medewerker', persona: 'financieel-1' }
const MARLOES: Inlog = { provider: 'medewerker', persona: 'erkenner-1' }

test('geld op de rekening dat wij niet kennen wordt een vraag, en die is weg als iemand hem afhandelt', async ({ page }) => {
  await logIn(page, BAS, '/uwv/bank')
  await expect(page.getByRole('main')).toContainText('Er is niets uit te zoeken')
  // Statements chain: this one begins where the last one ended.
  const saldo = await page.getByRole('main').getByText('Saldo volgens het laatste afschrift').locator('xpath=following-sibling::*[1]').innerText()
  const begin = /€\s([\d.,]+)/.exec(saldo)?.[1]?.replaceAll('.', '').replace(',', '.') ?? '0'
  const kenmerk = `E2E-${String(process.hrtime.bigint())}`
  const afschrift = aAfschrift({ kenmerk, begin, eind: (Number(begin) + 12).toFixed(2), boekingen: [{ bedrag: '12.00', richting: 'CRDT', endToEndId: kenmerk }] })

  await page.getByText('Zelf een bestand inlezen').click()
  await page.getByLabel('Bestand van de bank').setInputFiles({ name: `${kenmerk}.xml`, mimeType: 'application/xml', buffer: afschrift })
  await page.getByRole('button', { name: 'Bestand inlezen' }).click()
  await expect(page).toHaveURL(/\/uwv\/bank\/[0-9a-f-]{36}$/)
  // A worker reads it.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table', { name: 'Mutaties (1)' })).toContainText('€ 12', { timeout: 500 })
  }).toPass({ timeout: 30_000 })

  await page.getByRole('link', { name: 'Bank', exact: true }).first().click()
  await page.getByRole('link', { name: 'Ontvangst die wij niet kennen' }).click()
  await expect(page.getByRole('main')).toContainText(kenmerk)
  await page.getByRole('button', { name: 'Afhandelen' }).click()
  await expect(page.getByRole('main')).toContainText('Schrijf op wat u hebt uitgezocht')
  await page.getByLabel('Wat hebt u uitgezocht?').fill('Verkeerd overgemaakt, teruggestort.')
  await page.getByRole('button', { name: 'Afhandelen' }).click()
  await expect(page).toHaveURL(/\/uwv\/bank$/)
  await expect(page.getByRole('main')).toContainText('Er is niets uit te zoeken')
})

test('een erkenner ziet de eigen opleiders, wat die registreerden, en waar een toelating wordt ingetrokken', async ({ page }) => {
  await logIn(page, MARLOES, '/erkenner')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('NRTO')
  await page.getByRole('link', { name: 'Opleiders', exact: true }).first().click()
  await page.getByLabel('Zoek op naam of KvK-nummer').fill('hanze')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('table', { name: 'Toegelaten opleiders' }).getByRole('link', { name: 'Vakschool De Hanze' }).click()
  await expect(page.getByRole('table', { name: 'Opleidingen' })).toContainText('In orde')
  await page.getByRole('link', { name: 'Toelating van de hele opleider intrekken' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Toelating van de hele opleider intrekken')
})
