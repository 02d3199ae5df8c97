import { expect, test } from '@playwright/test'
import { findAdres, kijkerVan } from './helpers/kijker'
import { PAGINAS } from './helpers/paginas'
import { expectAccessible, expectHeadings, expectKeyboard, expectReflow, MAX_JS_BYTES, watch } from './helpers/quality'

for (const { path, volg = [], h1 = /\S/, als, hoofdactie, status = 200 } of PAGINAS) {
  const naam = [path, ...volg.map((patroon) => patroon.source.replaceAll('\\', ''))].join(' → ')
  const wie = als === undefined ? '' : ` als ${als.persona}`
  test(`${naam}${wie}: toegankelijk, smal, streng, licht en met het toetsenbord`, async ({ browser }) => {
    const page = await kijkerVan(browser, { als, javaScript: true })
    const adres = await findAdres(page, path, volg)
    const seen = watch(page)
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
    seen.end()
  })

  test(`${naam}${wie}: leesbaar zonder JavaScript`, async ({ browser }) => {
    const page = await kijkerVan(browser, { als, javaScript: false })
    const response = await page.goto(await findAdres(page, path, volg))
    expect(response?.status()).toBe(status)
    await expect(page.locator('h1')).toContainText(h1)
    await expect(page.locator('main')).toHaveText(/\S[\s\S]{60,}/)
  })
}

test('tegenproef: een stijl en een script zonder nonce worden tegengehouden, en de wacht ziet dat', async ({ page }) => {
  const seen = watch(page)
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
