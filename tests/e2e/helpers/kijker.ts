import { type Browser, type Page } from '@playwright/test'
import { beLoggedIn, type Inlog } from './login'

type Kijker = { als?: Inlog | undefined; javaScript: boolean }

const kijkers = new Map<string, Page>()

/**
 * The page of somebody who only looks, kept for all the tests of this worker: a new browser window, its first page and its
 * login cost more than what is looked at. Every `goto` loads the whole page again.
 */
export async function kijkerVan(browser: Browser, { als, javaScript }: Kijker): Promise<Page> {
  const naam = `${als?.persona ?? 'niemand'}, ${javaScript ? 'met' : 'zonder'} JavaScript`
  const bekend = kijkers.get(naam)
  if (bekend !== undefined && !bekend.isClosed()) return bekend
  const context = await browser.newContext({ javaScriptEnabled: javaScript })
  const page = await context.newPage()
  if (als !== undefined) await beLoggedIn(page, als)
  kijkers.set(naam, page)
  return page
}

/**
 * The address of the page itself: `path`, or where the links in its `main` lead, as they stand in the HTML that the server sent.
 * @throws when there is no such link
 */
export async function findAdres(page: Page, path: string, volg: readonly RegExp[]): Promise<string> {
  let adres = path
  for (const patroon of volg) {
    const response = await page.request.get(adres, { headers: { accept: 'text/html' } })
    const links = hrefsInMain(await response.text())
    const link = links.find((href) => patroon.test(href))
    if (link === undefined) throw new Error(`geen link als ${String(patroon)} op ${adres}; keten.spec.ts maakt wat hier staat`)
    adres = new URL(link, response.url()).href
  }
  return adres
}

function hrefsInMain(html: string): string[] {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
  return [...main.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}
