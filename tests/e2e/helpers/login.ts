import { expect, type Browser, type Cookie, type Page } from '@playwright/test'

/** The personas of the stand-in that the browser tests use; the id stands in scripts/idp/personas.ts. */
export type Inlog = { provider: 'digid' | 'eherkenning' | 'medewerker'; persona: string }

/** Logs in as a citizen would: the link of the login page, the persona at the stand-in, and back to `terug`. */
export async function logIn(page: Page, { provider, persona }: Inlog, terug: string): Promise<void> {
  await page.goto(`/inloggen/${provider}?${new URLSearchParams({ terug }).toString()}`)
  await page.locator(`button[name="persona"][value="${persona}"]`).click()
  await expect(page).toHaveURL((url) => url.pathname === new URL(terug, url).pathname)
}

/** Does something as this person, logged in at `pad`, in a browser window of its own. */
export async function als(browser: Browser, wie: Inlog, pad: string, doe: (page: Page) => Promise<void>, opties: { javaScriptEnabled?: boolean } = {}): Promise<void> {
  const context = await browser.newContext(opties)
  const page = await context.newPage()
  await logIn(page, wie, pad)
  await doe(page)
  await context.close()
}

const sessions = new Map<string, Cookie[]>()

/** As logIn, but the session of an earlier test of this worker is used again. For tests that only look. */
export async function beLoggedIn(page: Page, inlog: Inlog): Promise<void> {
  const known = sessions.get(inlog.persona)
  if (known !== undefined) return page.context().addCookies(known)
  await logIn(page, inlog, '/privacy')
  sessions.set(inlog.persona, await page.context().cookies())
}
