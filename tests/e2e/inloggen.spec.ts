import { expect, test, type Page } from '@playwright/test'
import { logIn } from './helpers/login'

const BURGER = { provider: 'digid', persona: 'sanne' } as const
const BEHEER = { provider: 'medewerker', persona: 'beleid-1' } as const

/** Lets the page look at its session, as it does when a tab is shown again, until the dialog is there (the script may still be loading). */
async function untilWarned(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByRole('alertdialog', { name })).toBeVisible({ timeout: 500 })
  }).toPass()
}

test.describe('zonder JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('inloggen brengt iemand terug waar hij wilde zijn, en uitloggen beëindigt de sessie', async ({ page }) => {
    await page.goto('/beleid')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inloggen')
    await page.getByRole('link', { name: 'Inloggen als medewerker' }).click()
    await page.getByRole('button', { name: 'Judith Vos' }).click()
    await expect(page).toHaveURL(/\/beleid$/)
    const cookies = await page.context().cookies()

    await page.getByRole('button', { name: 'Uitloggen' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent uitgelogd')
    await page.goBack()
    await page.goto('/beleid')
    await expect(page).toHaveURL(/\/inloggen\?/)

    // Whoever took the cookie has nothing.
    await page.context().addCookies(cookies)
    await page.goto('/beleid')
    await expect(page.getByText('Uw sessie is verlopen')).toBeVisible()
  })

  test('een te laag niveau legt uit wat wel kan', async ({ page }) => {
    await page.goto('/inloggen/digid')
    await page.getByRole('button', { name: 'Ruud Smit' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw inlogniveau is te laag')
    await expect(page.getByRole('link', { name: 'Opnieuw inloggen' })).toBeVisible()
  })

  test('annuleren bij de inlogdienst', async ({ page }) => {
    await page.goto('/inloggen/digid')
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent niet ingelogd')
  })

  test('twee tabbladen: het eerste legt uit wat er is', async ({ page, context }) => {
    await page.goto('/inloggen/digid')
    const other = await context.newPage()
    await other.goto('/inloggen/digid')
    await page.getByRole('button', { name: 'Sanne de Vries' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er stond nog een inlogscherm open')
  })

  test('langer ingelogd blijven kan in een eigen tabblad', async ({ page }) => {
    await logIn(page, BEHEER, '/beleid')
    await expect(page.getByRole('link', { name: /langer ingelogd blijven/ })).toBeVisible()
    await page.goto('/sessie/verlengen')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('U blijft ingelogd')
  })
})

test.describe('de waarschuwing voordat een sessie eindigt', () => {
  test('komt twee minuten ervoor, heeft de aandacht, en verlengt', async ({ page }) => {
    // The server's word, without the wait: first almost over, after the button whole again.
    let seconden = 118
    await page.route('**/sessie/stand', async (route) => {
      if (route.request().method() === 'POST') seconden = 900
      await route.fulfill({ json: { seconden } })
    })
    await logIn(page, BEHEER, '/beleid')
    await untilWarned(page, 'Bent u er nog?')
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('minder dan 2 minuten')
    await expect(page.getByRole('button', { name: 'Ingelogd blijven' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  })

  test('zegt het als de sessie over is, en leidt terug naar deze pagina', async ({ page }) => {
    await page.route('**/sessie/stand', (route) => route.fulfill({ json: { seconden: 0 } }))
    await logIn(page, BEHEER, '/beleid')
    await untilWarned(page, 'U bent uitgelogd')
    await expect(page.getByRole('link', { name: 'Opnieuw inloggen' })).toHaveAttribute('href', '/inloggen?verlopen=ja&terug=%2Fbeleid')
  })
})

test('de springpagina van een testsysteem logt met één klik in', async ({ page }) => {
  await page.goto('/dev')
  await page.getByRole('link', { name: 'Judith Vos' }).click()
  await expect(page).toHaveURL(/\/beleid$/)
})

test('I9: geen adres waar een burger langs komt bevat een BSN', async ({ page }) => {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await logIn(page, BURGER, '/uitleg')
  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.join(' ')).not.toContain('999990019')
})
