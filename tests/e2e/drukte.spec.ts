import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { npmRun, runScript, VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'
import { expectAccessible, expectHeadings, expectReflow, watch, type Watch } from '@/tests/e2e/helpers/quality'

/**
 * The opening of a tijdvak as citizens see it, in a tijdvak of its own that opens and closes before that of keten.spec.ts.
 * Three people have a prepared aanvraag; others stand around them in the waiting room.
 */
test.describe.configure({ mode: 'serial' })

const CODE = '2022-X'
const KAMER = `/wachtkamer/${CODE}`
const VOORAF = '2022-11-01T08:50:00+01:00'
const OPENING = '2022-11-01T09:00:00+01:00'

const drukte = (daad: string, waarde = '') => runScript('tests/e2e/helpers/drukte.script.ts', daad, CODE, waarde)

const iemandSchema = z.object({ bsn: z.string(), kenmerk: z.string() })
type Iemand = z.output<typeof iemandSchema>
let [anna, bram, cees]: (Iemand | undefined)[] = []

function wie(iemand: Iemand | undefined): Iemand {
  if (iemand === undefined) throw new Error('deze burger is er nog niet')
  return iemand
}

async function logInMetBsn(page: Page, { bsn }: Iemand, terug: string): Promise<void> {
  await page.goto(`/inloggen/digid?${new URLSearchParams({ terug }).toString()}`)
  await page.getByLabel('Burgerservicenummer').fill(bsn)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(page).toHaveURL((url) => url.pathname === terug)
}

type Bezoek = { context: BrowserContext; page: Page; gezien: Watch }

async function bezoek(browser: Browser, iemand: Iemand | undefined, opties: Parameters<Browser['newContext']>[0] = {}): Promise<Bezoek> {
  const context = await browser.newContext(opties)
  const page = await context.newPage()
  const gezien = watch(page)
  if (iemand !== undefined) await logInMetBsn(page, iemand, KAMER)
  return { context, page, gezien }
}

const titel = (page: Page) => page.getByRole('heading', { level: 1 })

let van: { anna: Bezoek; bram: Bezoek; cees: Bezoek } | undefined

function kamers(): { anna: Bezoek; bram: Bezoek; cees: Bezoek } {
  if (van === undefined) throw new Error('er is nog niemand in de wachtkamer')
  return van
}

async function plaatsVan(page: Page): Promise<string> {
  return (await page.locator('#wachtkamer').getAttribute('data-plaats')) ?? ''
}

test.beforeAll(async () => {
  await zetKlok(VOORAF)
  await drukte('maak', JSON.stringify({ opentOp: OPENING, sluitOp: '2022-11-30T00:00:00+01:00', reserveTot: '2022-12-15T00:00:00+01:00', plafondCent: 5_000_000 }))
  const bestand = /"bestand":"([^"]+)"/.exec(await npmRun('data', '--aanvragen', '40', '--tijdvak', CODE))?.[1] ?? ''
  ;[anna, bram, cees] = readFileSync(bestand, 'utf8').trim().split('\n').map((regel) => iemandSchema.parse(JSON.parse(regel)))
})

test.afterAll(async () => {
  for (const een of [van?.anna, van?.bram, van?.cees]) await een?.context.close()
  await drukte('sluit')
  await zetKlok(VOOR_DE_OPENING)
})

test('wie niet is ingelogd leest hoe het werkt en kan inloggen', async ({ page }) => {
  const gezien = watch(page)
  await page.goto(KAMER)
  await expect(titel(page)).toHaveText('Neem een plaats in de wachtkamer')
  await expect(page.getByRole('link', { name: 'Inloggen met DigiD' })).toBeVisible()
  await expectHeadings(page)
  await expectAccessible(page)
  await expectReflow(page)
  expect(gezien.violations).toEqual([])
})

test('vóór de opening: een plaats nemen met alleen het toetsenbord, op een telefoon, en zonder JavaScript', async ({ browser }) => {
  van = {
    anna: await bezoek(browser, wie(anna)),
    bram: await bezoek(browser, wie(bram), { viewport: { width: 360, height: 740 } }),
    cees: await bezoek(browser, wie(cees), { javaScriptEnabled: false }),
  }
  await test.step('met Tab en Enter', async () => {
    const { page } = kamers().anna
    const knop = page.getByRole('button', { name: 'Neem een plaats in de wachtkamer' })
    await expect(knop).toBeVisible()
    for (let stop = 0; stop < 40 && !(await knop.evaluate((element) => element === document.activeElement)); stop += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(titel(page)).toHaveText('U doet mee')
    await expect(page.locator('main')).toContainText('Uw nummer')
    await expect(page.locator('main')).toContainText('Uw aanvraag staat klaar')
    await expectAccessible(page)
  })
  await test.step('op een telefoon', async () => {
    const { page } = kamers().bram
    await page.getByRole('button', { name: 'Neem een plaats in de wachtkamer' }).click()
    await expect(titel(page)).toHaveText('U doet mee')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
  await test.step('zonder JavaScript', async () => {
    const { page } = kamers().cees
    await page.getByRole('button', { name: 'Neem een plaats in de wachtkamer' }).click()
    await expect(titel(page)).toHaveText('U doet mee')
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(1)
  })
})

test('een tweede apparaat ziet hetzelfde nummer, en een nieuwe plaats komt er niet', async ({ browser }) => {
  const nummer = await kamers().anna.page.locator('.stap-wacht__cijfer').innerText()
  const { context, page } = await bezoek(browser, wie(anna))
  await expect(titel(page)).toHaveText('U doet mee')
  await expect(page.locator('.stap-wacht__cijfer')).toHaveText(nummer)
  const weer = await page.request.post(`${KAMER}/plaats`, { headers: { accept: 'application/json', origin: new URL(page.url()).origin } })
  expect(await weer.json()).toMatchObject({ nummer: Number(nummer.replaceAll('.', '')) })
  await context.close()
})

test('wie de browser sluit en uitgelogd terugkomt, ziet het eigen nummer', async ({ browser }) => {
  const nummer = await kamers().anna.page.locator('.stap-wacht__cijfer').innerText()
  const kaartje = (await kamers().anna.context.cookies()).filter(({ name }) => !/session|sessie/i.test(name))
  const { context, page } = await bezoek(browser, undefined)
  await context.addCookies(kaartje)
  await page.goto(KAMER)
  await expect(page.locator('.stap-wacht__cijfer')).toHaveText(nummer)
  await expect(page.locator('main')).toContainText('U bent niet ingelogd')
  await context.close()
})

test('bij de opening wordt geloot: de pagina ververst zelf, zonder de focus te pakken, en iedereen ziet zijn plaats', async ({ browser }) => {
  await drukte('vul', [anna, bram, cees].map((iemand) => wie(iemand).kenmerk).join(','))
  await drukte('snelheid', '1')
  const { page, gezien } = kamers().anna
  const vraag = page.locator('summary', { hasText: 'Moet ik deze pagina openhouden?' })
  await vraag.press('Enter')
  await zetKlok(OPENING)
  // The page plans its questions by the moment of the opening, and here the clock jumps: coming back to the tab makes it ask.
  await expect(async () => {
    await page.evaluate(() => { document.dispatchEvent(new Event('visibilitychange')) })
    await expect(titel(page)).toHaveText(/nog niet aan de beurt|Het is uw beurt/, { timeout: 3_000 })
  }).toPass({ timeout: 40_000 })
  await expect(vraag).toBeFocused()
  await expect(page.getByText('Log later weer in en ga naar deze pagina')).toBeVisible()
  expect(Number(await plaatsVan(page))).toBeGreaterThan(0)
  await expectAccessible(page)
  await expectReflow(page)
  expect(gezien.violations).toEqual([])

  await test.step('een tweede apparaat ziet dezelfde plaats', async () => {
    const ander = await bezoek(browser, wie(anna))
    expect(await plaatsVan(ander.page)).toBe(await plaatsVan(page))
    await ander.context.close()
  })
  await test.step('zonder JavaScript ook', async () => {
    await kamers().cees.page.goto(KAMER)
    await expect(titel(kamers().cees.page)).toHaveText(/nog niet aan de beurt|Het is uw beurt/)
  })
})

test('wie nog niet aan de beurt is, ziet hoeveel mensen er voor zijn en kan niet indienen', async () => {
  const wachtend = Object.values(kamers()).map(({ page }) => page)
  const plaatsen = await Promise.all(wachtend.map(async (page) => Number(await plaatsVan(page))))
  const laatste = wachtend[plaatsen.indexOf(Math.max(...plaatsen))]
  const iemand = [anna, bram, cees][plaatsen.indexOf(Math.max(...plaatsen))]
  if (laatste === undefined) throw new Error('er wacht niemand')
  await laatste.goto(KAMER)
  await expect(titel(laatste)).toHaveText('U bent nog niet aan de beurt')
  await expect(laatste).toHaveTitle(/^Nog \d+ voor u - STAP-budget$/)
  await expect(laatste.locator('main')).toContainText('Is er straks nog budget?')

  const antwoord = await laatste.request.post(`/aanvragen/${wie(iemand).kenmerk}/indienen`, { headers: { accept: 'application/json', origin: new URL(laatste.url()).origin } })
  expect(antwoord.status()).toBe(409)
  expect(await antwoord.json()).toMatchObject({ code: 'niet-aan-de-beurt' })
  expect(Number(antwoord.headers()['retry-after'])).toBeGreaterThan(0)
})

test('zodra het de beurt is zegt de pagina dat zelf, en één knop geeft een bewijs dat de uitkomst afwacht', async () => {
  const { page, gezien } = kamers().anna
  await page.goto(KAMER)
  await drukte('snelheid', '600000')
  await expect(async () => {
    await page.evaluate(() => { document.dispatchEvent(new Event('visibilitychange')) })
    await expect(titel(page)).toHaveText('Het is uw beurt', { timeout: 3_000 })
  }).toPass({ timeout: 40_000 })
  await expect(page).toHaveTitle('Het is uw beurt - STAP-budget')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Dien uw aanvraag in' }).click()
  await expect(titel(page)).toHaveText('Wij hebben uw aanvraag ontvangen')
  await expect(page.locator('main')).toContainText(wie(anna).kenmerk)
  await expect(page.locator('main')).toContainText(/om \d\d\.\d\d\.\d\d uur/)
  await expect(page.locator('main')).toContainText(/budget voor u gereserveerd|U krijgt het STAP-budget/i, { timeout: 30_000 })
  await expectAccessible(page)
  expect(gezien.violations).toEqual([])

  await test.step('nog een keer geeft hetzelfde bewijs', async () => {
    const volgnummer = (await page.locator('dt', { hasText: 'Volgnummer' }).locator('xpath=following-sibling::dd').innerText()).trim()
    const weer = await page.request.post(`/aanvragen/${wie(anna).kenmerk}/indienen`, { headers: { accept: 'application/json', origin: new URL(page.url()).origin } })
    expect(weer.status()).toBe(200)
    expect(String((await weer.json()).volgnummer)).toBe(volgnummer)
    await page.goto(KAMER)
    await expect(titel(page)).toHaveText('Uw aanvraag is binnen')
  })
})

test('als het budget op is hoort iedereen dat meteen, met drie keuzen; een besluit vragen is één klik', async () => {
  const { page, gezien } = kamers().bram
  await page.goto(KAMER)
  await drukte('maak-op')
  await expect(titel(page)).toHaveText('Het budget van dit tijdvak is op', { timeout: 60_000 })
  for (const keuze of ['Wachten op de reservelijst', 'Weggaan', 'Een brief met een besluit krijgen']) await expect(page.getByRole('heading', { name: keuze })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Vraag een besluit aan' }).click()
  await expect(titel(page)).toHaveText('Wij hebben uw aanvraag ontvangen')
  await expect(page.locator('main')).toContainText(/U vroeg om een besluit|U krijgt een besluit zonder budget|UWV heeft uw aanvraag afgewezen/)
  expect(gezien.violations).toEqual([])
})

test('zonder JavaScript kan iemand weggaan, en houdt de voorbereide aanvraag', async () => {
  const { page } = kamers().cees
  await page.goto(KAMER)
  await expect(titel(page)).toHaveText('Het budget van dit tijdvak is op')
  await page.getByRole('button', { name: 'Plaats opgeven en weggaan' }).click()
  await expect(page.getByRole('button', { name: 'Neem een plaats in de wachtkamer' })).toBeVisible()
})
