import { expect, test, type Page } from '@playwright/test'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'
import { als, type Inlog } from '@/tests/e2e/helpers/login'

/** What must come back, from claim to receipt: the opleider asks for instalments with the keyboard, an employee agrees, the bank brings the first. */

const PETRA: Inlog = { provider: 'eherkenning', persona: 'petra' }
const BAS: Inlog = { provider: 'medewerker', persona: 'financieel-1' }
const CHANTAL: Inlog = { provider: 'medewerker', persona: 'financieel-2' }

// The day after keten.spec.ts settled the aanvraag of Sanne, whose invoice this is about.
test.beforeAll(() => zetKlok('2023-02-02T10:00:00+01:00'))
test.afterAll(() => zetKlok(VOOR_DE_OPENING))

/** Has a statement read that begins where the last one ended, and waits until a worker has. */
async function leesAfschrift(page: Page, boeking: Boeking): Promise<void> {
  await page.goto('/uwv/bank')
  const saldo = await page.getByRole('main').getByText('Saldo volgens het laatste afschrift').locator('xpath=following-sibling::*[1]').innerText()
  const begin = Number(/€\s(-?[\d.,]+)/.exec(saldo)?.[1]?.replaceAll('.', '').replace(',', '.') ?? '0')
  const kenmerk = `TV-${String(process.hrtime.bigint())}`
  const eind = begin + (boeking.richting === 'CRDT' ? 1 : -1) * Number(boeking.bedrag)
  await page.getByText('Zelf een bestand inlezen').click()
  await page.getByLabel('Bestand van de bank').setInputFiles({ name: `${kenmerk}.xml`, mimeType: 'application/xml', buffer: aAfschrift({ kenmerk, begin: begin.toFixed(2), eind: eind.toFixed(2), boekingen: [boeking] }) })
  await page.getByRole('button', { name: 'Bestand inlezen' }).click()
  await expect(page).toHaveURL(/\/uwv\/bank\/[0-9a-f-]{36}$/)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table', { name: 'Mutaties (1)' })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

test('een terugvordering: een afspraak in termijnen met het toetsenbord, een medewerker stemt in, en de eerste betaling is bij allebei te zien', async ({ browser }) => {
  test.setTimeout(150_000)
  // The invoice that keten.spec.ts had paid, confirmed by the bank.
  let order = ''
  await als(browser, PETRA, '/opleider/opdrachten', async (page) => {
    order = /ORDER-\d{7}-\d{2}/.exec(await page.getByRole('row', { name: /Sanne de Vries/ }).first().innerText())?.[0] ?? ''
  })
  await als(browser, BAS, '/uwv/bank', (page) => leesAfschrift(page, { bedrag: '210.00', richting: 'DBIT', endToEndId: order }))

  let kenmerk = ''
  await als(browser, PETRA, '/opleider/facturen', async (page) => {
    await page.getByRole('link', { name: /2022-0417/ }).first().click()
    await page.getByText('Ik wil deze factuur terugnemen').click()
    await page.getByLabel('Nummer van de creditnota').fill('C-2023-0001')
    await page.getByLabel('Bedrag dat u terugneemt, met btw').fill('60')
    await page.getByRole('button', { name: 'Creditnota maken en sturen' }).click()
    await expect(page.getByRole('main')).toContainText('De creditnota is verwerkt')

    await page.goto('/opleider/vorderingen')
    await page.getByRole('link', { name: 'Betalen of een afspraak maken' }).first().click()
    kenmerk = /VORD-\d{7}-\d{2}/.exec(page.url())?.[0] ?? ''
    await expect(page.getByRole('main')).toContainText('Zet in de omschrijving')
    await page.getByRole('link', { name: 'Voorstel doen' }).click()

    // With the keyboard only: an empty form says what is missing, and leads to it.
    await page.getByLabel('Hoeveel kunt u per maand betalen?').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('vul een bedrag in')
    await page.getByLabel('Hoeveel kunt u per maand betalen?').focus()
    await page.keyboard.type('30')
    await page.keyboard.press('Tab')
    await page.keyboard.type('10-02-2023')
    await page.keyboard.press('Tab')
    await page.keyboard.type('De eigenaar is ziek.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/opleider/vorderingen/${kenmerk}$`))
    await expect(page.getByRole('main')).toContainText('Wij kijken naar uw voorstel')
  })

  await als(browser, CHANTAL, '/uwv/vorderingen', async (page) => {
    await page.getByRole('link', { name: kenmerk }).click()
    await expect(page.getByRole('main')).toContainText('De eigenaar is ziek.')
    await page.getByLabel('Waarom?').first().fill('Zo houdt de opleider geld over om te draaien.')
    await page.getByRole('button', { name: 'Toewijzen' }).click()
    await expect(page.getByRole('main')).toContainText(/Uw besluit is verstuurd|Loopt/)
    await leesAfschrift(page, { bedrag: '30.00', richting: 'CRDT', omschrijving: `eerste termijn ${kenmerk}` })
    await page.goto(`/uwv/vorderingen/${kenmerk}`)
    await expect(page.getByRole('main')).toContainText('Deels betaald')
    await expect(page.getByRole('table', { name: 'Bedragen' })).toContainText('Betaling ontvangen')
  })

  await als(browser, PETRA, `/opleider/vorderingen/${kenmerk}`, async (page) => {
    await expect(page.getByRole('main')).toContainText('Deels betaald')
    await expect(page.getByRole('table', { name: 'Termijnen' })).toContainText('€ 30')
    await expect(page.getByRole('table', { name: 'Bedragen' })).toContainText('Betaling ontvangen')
  })
})
