import { expect, test, type Page } from '@playwright/test'
import { beLoggedIn } from './helpers/login'
import { PAGINAS } from './helpers/paginas'
import { expectAccessible, expectHeadings, expectKeyboard, expectReflow, MAX_JS_BYTES, watch } from './helpers/quality'

/** The address of the page itself: `path`, or where the links lead. */
async function findAdres(page: Page, path: string, volg: readonly RegExp[]): Promise<string> {
  let adres = path
  for (const patroon of volg) {
    await page.goto(adres)
    const links = await page.locator('main a[href]').evaluateAll((gevonden) => gevonden.map((link) => link.getAttribute('href') ?? ''))
    const link = links.find((href) => patroon.test(href))
    if (link === undefined) throw new Error(`geen link als ${String(patroon)} op ${adres}; keten.spec.ts maakt wat hier staat`)
    adres = new URL(link, page.url()).href
  }
  return adres
}

for (const { path, volg = [], h1 = /\S/, als, hoofdactie, status = 200 } of PAGINAS) {
  const naam = [path, ...volg.map((patroon) => patroon.source.replaceAll('\\', ''))].join(' → ')
  const wie = als === undefined ? '' : ` als ${als.persona}`
  test(`${naam}${wie}: toegankelijk, smal, streng, licht en met het toetsenbord`, async ({ page }) => {
    if (als !== undefined) await beLoggedIn(page, als)
    const adres = await findAdres(page, path, volg)
    const seen = await watch(page)
    const response = await page.goto(adres, { waitUntil: 'networkidle' })
    expect(response?.status()).toBe(status)

    await test.step('titel en h1', async () => {
      await expectHeadings(page)
      await expect(page.locator('h1')).toContainText(h1)
    })
    await test.step('axe vindt niets', () => expectAccessible(page))
    await test.step('320 pixels breed', () => expectReflow(page))
    await test.step('toetsenbord', () => expectKeyboard(page, hoofdactie))
    await test.step('de CSP hoefde niets tegen te houden', () => { expect(seen.violations).toEqual([]) })
    await test.step('hoogstens 160 kB JavaScript', async () => {
      expect(seen.jsFiles(), 'scripts that were seen').toBeGreaterThan(0)
      expect(await seen.jsBytes()).toBeLessThanOrEqual(MAX_JS_BYTES)
    })
  })

  test(`${naam}${wie}: leesbaar zonder JavaScript`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL !== undefined && { baseURL }) })
    const page = await context.newPage()
    if (als !== undefined) await beLoggedIn(page, als)
    const response = await page.goto(await findAdres(page, path, volg))
    expect(response?.status()).toBe(status)
    await expect(page.locator('h1')).toContainText(h1)
    await expect(page.locator('main')).toHaveText(/\S[\s\S]{60,}/)
    await context.close()
  })
}

test('tegenproef: een stijl en een script zonder nonce worden tegengehouden, en de wacht ziet dat', async ({ page }) => {
  const seen = await watch(page)
  await page.goto('/privacy')
  await page.evaluate(() => {
    for (const [tag, text] of [['style', 'h1 { color: red }'], ['script', 'document.title = "gekaapt"']] as const) {
      // What an attacker's HTML comes down to: an element that the page did not make itself.
      const template = document.createElement('template')
      template.innerHTML = `<${tag}>${text}</${tag}>`
      document.body.append(document.importNode(template.content, true))
    }
    document.querySelector('main')?.setAttribute('style', 'display: none')
  })
  await expect.poll(() => seen.violations.length).toBeGreaterThanOrEqual(2)
  await expect(page).not.toHaveTitle('gekaapt')
  await expect(page.locator('main')).toBeVisible()
})
