import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { runScript, VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'
import { als, type Inlog } from '@/tests/e2e/helpers/login'

/** Another account: one person of the opleider asks with the keyboard, a second one confirms, and nothing is paid on it before its day. */

const PETRA: Inlog = { provider: 'eherkenning', persona: 'petra' }
const JEROEN: Inlog = { provider: 'eherkenning', persona: 'jeroen' }
const BAS: Inlog = { provider: 'medewerker', persona: 'financieel-1' }

const OUD = 'NL46 TRIO 0100 0000 02'
/** The first account to try a change with (scripts/idp/rekeningen.ts): it is in the name of this opleider. */
const NIEUW = 'NL84 TRIO 0100 7919 05'

test.beforeAll(() => zetKlok('2023-02-01T11:00:00+01:00'))
test.afterAll(() => zetKlok(VOOR_DE_OPENING))

/** Invoices ten euros of the order of Fatima, of which fifty are left after voornemen.spec.ts: in parts, so it comes after that one. */
async function factureerTien(page: Page, nummer: string): Promise<void> {
  await page.goto('/opleider/opdrachten')
  await page.getByRole('row', { name: /Fatima El Amrani/ }).getByRole('link').first().click()
  await page.getByLabel('Factuurnummer').fill(nummer)
  await page.getByLabel('Bedrag, met btw').fill('10')
  await page.getByLabel('Nee, dit onderwijs is vrijgesteld van btw').check()
  await page.getByLabel('Uw btw-nummer of fiscaal nummer').fill('NL123456789B01')
  await page.getByRole('button', { name: 'Factuur maken en sturen' }).click()
  await expect(page).toHaveURL(/\/opleider\/facturen\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText(/goedgekeurd|klopt met de opdracht/i)
}

/** What was mailed about another account, unfolded. */
async function mailsOverRekening(): Promise<readonly string[]> {
  const map = path.join(process.env['STAP_DATA_DIR'] ?? '', 'mail')
  const mails = await Promise.all((await readdir(map)).filter((naam) => naam.endsWith('.eml')).map((naam) => readFile(path.join(map, naam), 'utf8')))
  return mails.map((mail) => mail.replace(/=\n/g, '')).filter((mail) => mail.includes('/opleider/rekening'))
}

test('een ander rekeningnummer: de een vraagt, de ander bevestigt, en pas na de wachtdagen wordt erop betaald', async ({ browser }) => {
  test.setTimeout(120_000)
  await als(browser, PETRA, '/opleider/rekening', async (page) => {
    await vraagMetToetsenbord(page)
    // Who did not ask for it hears of it, on the address that was known before.
    await expect.poll(async () => (await mailsOverRekening()).length, { timeout: 30_000 }).toBe(1)

    await als(browser, JEROEN, '/opleider/rekening', async (collega) => {
      await expect(collega.getByRole('main')).toContainText('door een collega')
      await collega.getByRole('button', { name: 'Dit rekeningnummer bevestigen' }).click()
      await expect(collega.getByRole('main')).toContainText('Wij gebruiken dit rekeningnummer vanaf maandag 6 februari 2023')
      await expect(collega.getByRole('main')).toContainText('Naam klopt')
    }, { javaScriptEnabled: false })

    await factureerTien(page, '2023-0001')
    await zetKlok('2023-02-06T08:00:00+01:00')
    await runScript('tests/e2e/helpers/rekening.script.ts')
    await page.goto('/opleider/rekening')
    await expect(page.getByRole('definition').first()).toHaveText(NIEUW)
    await factureerTien(page, '2023-0002')
  })

  await als(browser, BAS, '/uwv/betalingen', async (page) => {
    await page.getByRole('button', { name: 'Nu een batch samenstellen' }).click()
    await expect(page).toHaveURL(/\/uwv\/betalingen\/.+/)
    await expect(page.getByRole('row', { name: /2023-0001/ }), 'goedgekeurd toen het oude nummer nog gold').toContainText(OUD)
    await expect(page.getByRole('row', { name: /2023-0002/ })).toContainText(NIEUW)
  })
})

/** Asks for it without a mouse: a wrong number is said, with what was filled in still there. Who asked cannot confirm. */
async function vraagMetToetsenbord(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await expect(main).toContainText(OUD)
  await page.getByLabel('Nieuw rekeningnummer (IBAN)').focus()
  for (const tekst of ['NL20 INGB 0001 2345 68', 'Vakschool De Hanze', 'Wij gaan naar een andere bank.']) {
    await page.keyboard.type(tekst)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(main.getByRole('alert')).toContainText('Dit rekeningnummer bestaat niet')
  await page.getByLabel('Nieuw rekeningnummer (IBAN)').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(NIEUW)
  await page.keyboard.press('Enter')
  await expect(main).toContainText('Een collega moet dit bevestigen')
  await expect(page.getByRole('button', { name: 'Dit rekeningnummer bevestigen' })).toHaveCount(0)
}
