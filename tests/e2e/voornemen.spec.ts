import { expect, test } from '@playwright/test'
import { VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'
import { als, type Inlog } from '@/tests/e2e/helpers/login'

/** A lower vaststelling is announced, burger and opleider say what they think of it, and only then it is decided (Awb 4:8, 4:46 lid 2). */

const FATIMA: Inlog = { provider: 'digid', persona: 'fatima' }
const PETRA: Inlog = { provider: 'eherkenning', persona: 'petra' }
const MARIEKE: Inlog = { provider: 'medewerker', persona: 'behandelaar-1' }
const ZONDER_JAVASCRIPT = { javaScriptEnabled: false }
const LIJST = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test.describe.configure({ mode: 'serial' })

let kenmerk = ''

test.beforeAll(() => zetKlok('2023-02-01T10:00:00+01:00'))
test.afterAll(() => zetKlok(VOOR_DE_OPENING))

test('de opleider meldt dat de deelnemer te weinig kwam, en de deelnemer zegt dat het klopt, zonder JavaScript', async ({ browser }) => {
  await als(browser, FATIMA, '/mijn', async (page) => {
    // The aanvraag that keten.spec.ts brought to its verlening; that one goes first.
    const adres = await page.locator('main a[href^="/mijn/aanvragen/STAP-"]').first().getAttribute('href')
    kenmerk = /STAP-\d{7}-\d{2}/.exec(adres ?? '')?.[0] ?? ''
    expect(kenmerk, 'keten.spec.ts gaat voor').not.toBe('')
  })
  await als(browser, PETRA, `/opleider/deelnames/${kenmerk}`, async (page) => {
    await page.getByLabel('Niet afgerond', { exact: true }).check()
    await page.getByLabel('De opleiding stopte, of het lag aan de opleider').check()
    await page.getByLabel('Wat is er gebeurd?').fill('Vier van de tien lessen vielen uit. De deelnemer was er bij zestig procent.')
    await page.getByRole('button', { name: 'Uitkomst melden' }).click()
    await expect(page.getByRole('main')).toContainText('Wat u hebt gemeld')
  }, ZONDER_JAVASCRIPT)
  await als(browser, FATIMA, `/mijn/aanvragen/${kenmerk}/deelname`, async (page) => {
    await page.getByLabel('Ja, dit klopt').check()
    await page.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw deelname')
  }, ZONDER_JAVASCRIPT)
})

test('een behandelaar kondigt een lager bedrag aan en kan nog niet beslissen', async ({ browser }) => {
  await als(browser, MARIEKE, '/uwv/vaststellingen', async (page) => {
    await page.getByRole('row', { name: new RegExp(kenmerk) }).getByRole('link').first().click()
    await page.getByLabel('Bedrag dat overblijft').fill('50')
    await page.getByLabel('Wat is er volgens ons gebeurd?').fill('Vier van de tien lessen zijn niet gegeven.')
    await page.getByRole('button', { name: 'Brief bekijken' }).click()
    await expect(page.getByRole('article')).toContainText('Er is nog niets besloten')
    await page.getByRole('button', { name: 'Voornemen sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Wacht op twee reacties')
    await expect(page.getByRole('button', { name: 'Besluit nemen en brief sturen' })).toHaveCount(0)
  })
})

test('de burger en de opleider reageren, de opleider met een bestand, zonder JavaScript', async ({ browser }) => {
  await als(browser, FATIMA, `/mijn/aanvragen/${kenmerk}`, async (page) => {
    await page.getByRole('link', { name: 'Reageren op het voornemen' }).click()
    await page.getByRole('button', { name: 'Reactie sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Schrijf op wat u vindt')
    await page.getByLabel('Wat is er volgens u gebeurd?').fill('Ik was er elke les die wel doorging.')
    await page.getByLabel('Dit is alles').check()
    await page.getByRole('button', { name: 'Reactie sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Wij hebben uw reactie')
  }, ZONDER_JAVASCRIPT)
  await als(browser, PETRA, '/opleider', async (page) => {
    await page.getByRole('main').getByRole('link', { name: 'Reageren op een voornemen' }).click()
    await page.getByRole('row', { name: new RegExp(kenmerk) }).getByRole('link').first().click()
    await expect(page.getByRole('main')).toContainText('Vier van de tien lessen zijn niet gegeven.')
    await expect(page.getByRole('main')).toContainText('tot en met woensdag 15 februari 2023')
    await page.getByLabel('Wat is er volgens u gebeurd?').fill('De docent was ziek. Zes lessen zijn gegeven.')
    await page.getByLabel('Bewijs meesturen').setInputFiles({ name: 'presentielijst.pdf', mimeType: 'application/pdf', buffer: LIJST })
    await page.getByLabel('Dit is alles').check()
    await page.getByRole('button', { name: 'Reactie sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Uw reactie is verstuurd')
    await expect(page.getByRole('main')).toContainText('De docent was ziek.')
  }, ZONDER_JAVASCRIPT)
})

test('de behandelaar leest beide reacties, weegt, en beslist; burger en opleider lezen wat het is geworden', async ({ browser }) => {
  await als(browser, MARIEKE, `/uwv/vaststellingen/${kenmerk}`, async (page) => {
    const voornemen = page.getByRole('region', { name: 'Voornemens en reacties' })
    await expect(voornemen).toContainText('Ik was er elke les die wel doorging.')
    await expect(voornemen).toContainText('Meegestuurd bestand downloaden')
    await page.getByRole('button', { name: 'Besluit nemen en brief sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Kies een antwoord.')
    for (const [vraag, antwoord] of Object.entries({ contact: 'ja', oorzaak: 'opleider', ziekte: 'nee', verwijt: 'nee', gemeld: 'ja', geldproblemen: 'nee', zienswijze: 'nee', evenredigheid: 'ja' })) {
      await page.locator(`input[name="antwoord-${vraag}"][value="${antwoord}"]`).check()
      await page.locator(`textarea[name="toelichting-${vraag}"]`).fill(`Gewogen: ${vraag}.`)
    }
    await page.getByLabel('Motivering').fill('U volgde zes van de tien lessen. Dat deel betalen wij.')
    await page.getByRole('button', { name: 'Besluit nemen en brief sturen' }).click()
    await expect(page.getByRole('main')).toContainText('Besluit genomen')
  })
  await als(browser, FATIMA, `/mijn/aanvragen/${kenmerk}/voornemen`, async (page) => {
    await page.getByRole('link', { name: 'De brief met het besluit lezen' }).click()
    await expect(page.getByRole('main')).toContainText('vast op € 50')
    await expect(page.getByRole('main')).toContainText('Gewogen: evenredigheid.')
    await expect(page.getByRole('main')).toContainText('U hoeft niets terug te betalen')
  }, ZONDER_JAVASCRIPT)
  await als(browser, PETRA, `/opleider/voornemens/${kenmerk}`, async (page) => {
    await page.getByRole('link', { name: 'De brief over het besluit lezen' }).click()
    await expect(page.getByRole('main')).toContainText('U hoeft niets terug te betalen')
    await expect(page.getByRole('main')).not.toContainText('Gewogen: ziekte.')
  }, ZONDER_JAVASCRIPT)
})
