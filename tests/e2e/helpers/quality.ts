import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type ConsoleMessage, type Page, type Response } from '@playwright/test'

/** The most JavaScript a page may load, in bytes after gzip; an empty page of Next 16.4 has about 137.000. */
export const MAX_JS_BYTES = 160_000

export type Watch = { violations: string[]; jsBytes: () => Promise<number>; jsFiles: () => number; end: () => void }

/** Watches a page from before it loads: what the CSP refused, and which scripts came in. `end` it when the page is kept. */
export function watch(page: Page): Watch {
  const violations: string[] = []
  const scripts: Promise<number>[] = []
  const hear = (message: ConsoleMessage) => { if (/content security policy|refused to (apply|execute|load)/i.test(message.text())) violations.push(message.text()) }
  const weigh = (response: Response) => {
    if (response.request().resourceType() !== 'script' || !response.ok()) return
    // The size it would have compressed, also where the answer was not, or came from the cache: the limit is about what a page needs.
    scripts.push(response.body().then((body) => gzipSync(body).length))
  }
  page.on('console', hear)
  page.on('response', weigh)
  return {
    end: () => { page.off('console', hear).off('response', weigh) },
    violations,
    jsFiles: () => scripts.length,
    jsBytes: async () => (await Promise.all(scripts)).reduce((total, bytes) => total + bytes, 0),
  }
}

/** No violation of axe, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What axe would not look into as it is asked here.
  expect(page.frames().length, 'frames').toBe(1)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // A colour that is still on its way from light to dark would be measured half-way, and a page that is not painted never gets there.
    await page.evaluate(() => { for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish() })
    // Within the page, where axe stays for the second time, and with only the violations written out: the extra blank page and
    // the list of all that is well took longer than looking. Only the colours differ in the dark.
    const axe = colorScheme === 'light' ? new AxeBuilder({ page }) : new AxeBuilder({ page, axeSource: 'window.axe' })
    axe.setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
    const found = violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join('; ')}`)
    expect(found, 'axe').toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

/** At 320 px (400 % zoom), and with letters twice as large on an ordinary screen, nothing sticks out of the page. */
export async function expectReflow(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the content at 320 px').toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the content with letters of 200 %').toBeLessThanOrEqual(1280)
  await page.evaluate(() => { document.documentElement.style.fontSize = '' })
  if (before) await page.setViewportSize(before)
}

/** A title that ends in the name of the site, one h1, and the language. */
export async function expectHeadings(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/STAP-budget/)
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
}

/**
 * With Tab alone: the skip link comes first, and every stop shows its focus ring. When `hoofdactie` (the name of a link,
 * button or field) is given, it is among the stops.
 */
export async function expectKeyboard(page: Page, hoofdactie: string | undefined): Promise<void> {
  await page.evaluate(() => { window.scrollTo(0, 0) })
  await page.locator('body').press('Tab')
  expect((await focused(page)).name, 'the first stop').toBe('Naar de inhoud')
  // Without a main act the first stops tell enough about the focus ring.
  const stops = hoofdactie === undefined ? 15 : 120
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab')
    const { name, ring, tag } = await focused(page)
    if (tag === 'body' || tag === 'html') break
    expect(ring, `focus ring of "${name}"`).toBe(true)
    if (hoofdactie !== undefined && name.includes(hoofdactie)) return
  }
  expect(hoofdactie, 'the main act can be reached with Tab').toBeUndefined()
}

function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])].map((label) => label.textContent).join(' ') : ''
    return {
      tag: element.tagName.toLowerCase(),
      name: (element.getAttribute('aria-label') ?? (labels !== '' ? labels : element.textContent)).trim(),
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    }
  })
}
