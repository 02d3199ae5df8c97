import { expect, test, type Browser, type Page } from '@playwright/test'
import { runScript, VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'
import { logIn, type Inlog } from '@/tests/e2e/helpers/login'

/** The control room, with the keyboard alone, on a tijdvak of its own that opens an hour after the clock of these tests. */
const CODE = 'REGIE-PROEF'
const DENNIS: Inlog = { provider: 'medewerker', persona: 'ketenregisseur-1' }
const WILMA: Inlog = { provider: 'medewerker', persona: 'auditor-1' }
const SAMIRA: Inlog = { provider: 'medewerker', persona: 'werkplein-1' }

test.describe.configure({ mode: 'serial' })

let page: Page

test.beforeAll(async ({ browser }) => {
  await zetKlok(VOOR_DE_OPENING)
  await runScript('tests/e2e/helpers/regie.script.ts', CODE, '2022-11-01T11:00:00+01:00', '2022-11-01T23:00:00+01:00')
  page = await (await browser.newContext()).newPage()
  await logIn(page, DENNIS, `/regie/${CODE}`)
})
test.afterAll(async () => { await page.context().close() })

/** Presses a key of the page, and waits until it moved the focus where it says. */
async function druk(toets: string, veld: string): Promise<void> {
  await page.locator('h1').click()
  await page.keyboard.press(toets)
  await expect(page.locator(veld).first()).toBeFocused()
}

test('de regiekamer laat zien hoe het tijdvak ervoor staat', async () => {
  // The workers open the wachtkamer; then there is a speed to set.
  await expect(async () => {
    await page.reload()
    await expect(page.getByLabel('Aantal per minuut')).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 45_000 })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nog niet open')
  for (const onderdeel of ['Poort', 'Workers', 'Database', 'Redis', 'Verdeling']) await expect(page.getByRole('rowheader', { name: onderdeel, exact: true })).toBeVisible()
})

test('de cijfers verversen zichzelf', async () => {
  const gemeten = page.locator('[data-gemeten]')
  const eerst = await gemeten.getAttribute('data-gemeten')
  await expect(gemeten).not.toHaveAttribute('data-gemeten', eerst ?? '')
})

test('zonder reden gebeurt er niets', async () => {
  await druk('a', '[name="perMinuut"]')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('12000')
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toContainText('Vul in waarom u dit doet')
})

test('een snelheid instellen, langzamer en sneller, met het toetsenbord en met een reden', async () => {
  await druk('r', '[name="reden"]')
  await page.keyboard.type('we beginnen rustig')
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toContainText('snelheid 12.000 per minuut')

  await druk('r', '[name="reden"]')
  await page.keyboard.type('nog iets rustiger')
  for (let tab = 0; tab < 3; tab += 1) await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Langzamer: 9.000' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('main')).toContainText('snelheid 9.000 per minuut')
  await expect(page.getByRole('row', { name: /van 12.000 naar 9.000 per minuut.*Dennis Peeters.*nog iets rustiger/ })).toBeVisible()
})

test('pauzeren met een melding die bezoekers lezen, en hervatten', async ({ browser }) => {
  await druk('p', '[data-toets="pauze"]')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${CODE} pauzeren`)
  await expect(page.locator('main')).toContainText('wachten 0 mensen')
  await page.getByLabel('Melding voor bezoekers').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('We beginnen een half uur later.')
  await expect(page.locator('main')).toContainText('We beginnen een half uur later.U houdt uw plaats.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('de database is traag')
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toContainText('Gepauzeerd: er wordt niets ontvangen')
  await seesMelding(browser)

  await druk('p', '[data-toets="pauze"]')
  await page.keyboard.type('de database is weer snel')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nog niet open')
  await expect(page.getByRole('row', { name: /Hervat.*de database is weer snel/ })).toBeVisible()
})

async function seesMelding(browser: Browser): Promise<void> {
  const bezoeker = await (await browser.newContext()).newPage()
  await expect(async () => {
    await bezoeker.goto(`/wachtkamer/${CODE}`)
    await expect(bezoeker.locator('main')).toContainText('We beginnen een half uur later.', { timeout: 500 })
  }).toPass({ timeout: 10_000 })
  const stand = await bezoeker.request.get(`/api/v1/tijdvakken/${CODE}/stand`)
  expect(stand.headers()['api-version']).toMatch(/^\d+\.\d+\.\d+$/)
  expect(await stand.json()).toMatchObject({ toestand: 'pauze', overCent: { algemeen: 100_000_000 } })
  expect((await bezoeker.request.get('/api/v1/tijdvakken/bestaat-niet/stand')).status()).toBe(404)
  await bezoeker.context().close()
}

test('zonder JavaScript werkt het ook', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const kaal = await context.newPage()
  await logIn(kaal, DENNIS, `/regie/${CODE}`)
  await kaal.getByLabel('Reden').fill('het gaat goed')
  await kaal.getByRole('button', { name: 'Sneller: 12.000' }).click()
  await expect(kaal.locator('main')).toContainText('snelheid 12.000 per minuut')
  await expect(kaal.getByRole('link', { name: 'ververs elke 10 seconden' })).toBeVisible()
  await context.close()
})

test('een auditor kijkt mee en kan niets veranderen', async ({ browser }) => {
  const context = await browser.newContext()
  const auditor = await context.newPage()
  await logIn(auditor, WILMA, `/regie/${CODE}`)
  await expect(auditor.locator('main')).toContainText('U kijkt mee')
  await expect(auditor.getByRole('button', { name: 'Instellen' })).toHaveCount(0)
  expect((await auditor.goto(`/regie/${CODE}/stoppen`))?.status()).toBe(403)
  await context.close()
})

test('aan de balie van een werkplein: een burger helpen begint met een BSN dat nergens in een adres komt', async ({ browser }) => {
  const context = await browser.newContext()
  const balie = await context.newPage()
  const adressen: string[] = []
  balie.on('request', (request) => adressen.push(request.url()))
  await logIn(balie, SAMIRA, '/werkplein')
  await balie.getByLabel('Burgerservicenummer').fill('999993653')
  await balie.getByLabel('Waarom krijgt deze persoon hulp?').fill('heeft geen DigiD')
  await balie.getByRole('button', { name: 'Verder' }).click()
  await expect(balie.locator('main')).toContainText('Zonder identiteitsbewijs kunt u niet verder')
  await balie.getByLabel('Ik heb het identiteitsbewijs gezien', { exact: false }).check()
  await balie.getByRole('button', { name: 'Verder' }).click()
  await expect(balie.getByRole('heading', { name: 'Welke opleiding?' })).toBeVisible()
  await balie.getByLabel('Code van het aanmeldbewijs').fill('AB-0000-0000-0000-00')
  await balie.getByRole('button', { name: 'Aanvraag beginnen' }).click()
  await expect(balie.locator('main')).toContainText('Wij kennen deze code niet')
  expect(adressen.filter((adres) => adres.includes('999993653'))).toEqual([])
  await context.close()
})

test('stoppen vraagt een reden en een bevestiging', async () => {
  await page.goto(`/regie/${CODE}/stoppen`)
  await page.getByLabel('Reden').fill('de proef is voorbij')
  await page.getByRole('button', { name: `Ja, stop ${CODE}` }).click()
  await expect(page.locator('main')).toContainText('bevestigen dat u de gevolgen hebt gelezen')
  await page.getByLabel('Ik heb gelezen wat er dan gebeurt').check()
  await page.getByRole('button', { name: `Ja, stop ${CODE}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gesloten')
})
