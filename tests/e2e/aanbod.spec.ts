import { expect, test, type Page } from '@playwright/test'
import { logIn, type Inlog } from '@/tests/e2e/helpers/login'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'

// Named so that it runs before keten.spec.ts, which plays on into 2023: a tijdvak that has closed stays closed, also when the clock goes back.

/** The register in the browser: searching, entering by hand, delivering a file, and what DUO sees of it. */

const PETRA: Inlog = { provider: 'eherkenning', persona: 'petra' }
const INGRID: Inlog = { provider: 'medewerker', persona: 'registerbeheerder-1' }
const ORG = 'vakschool-de-hanze'
const code = `E2E-${String(process.hrtime.bigint())}`
const titel = `Proefopleiding ${code}`

const feed = (programs: unknown[], name = 'feed.json') => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(programs)) })

test.describe('zonder JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('zoeken, filteren en lezen; elk antwoord heeft een eigen adres', async ({ page }) => {
    await page.goto('/opleidingen')
    await page.getByLabel('Wat wilt u leren?').fill('boekhouden')
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await expect(page).toHaveURL(/\/opleidingen\?q=boekhouden/)
    await page.getByRole('complementary', { name: 'Filters' }).getByRole('link', { name: /^Economie/ }).first().click()
    await expect(page).toHaveURL(/q=boekhouden&categorie=ECONOMIE/)
    await expect(page.getByRole('list', { name: 'Gekozen filters' })).toContainText('Economie')
    const lijst = page.getByRole('region', { name: /opleidingen?$/ })
    await lijst.getByRole('checkbox').nth(0).check()
    await lijst.getByRole('checkbox').nth(1).check()
    await lijst.getByRole('button', { name: 'Vergelijk', exact: true }).click()
    await expect(page).toHaveURL(/\/vergelijken\?id=[0-9a-f-]{36}&id=[0-9a-f-]{36}$/)
    await expect(page.getByRole('row', { name: /^U betaalt zelf/ }).getByRole('cell')).toHaveCount(2)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('main')).toContainText('Wat het u kost')
    await expect(page.getByRole('main')).toContainText('Past bij dit tijdvak')
    await expect(page.getByRole('link', { name: 'Vraag een aanmeldbewijs' })).toHaveAttribute('href', /\/opleidingen\/[0-9a-f-]{36}\/aanmeldbewijs$/)
    const course: unknown = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent() ?? '')
    expect(course).toMatchObject({ '@type': 'Course', inLanguage: 'nl', provider: { '@type': 'Organization' } })
    await page.getByRole('button', { name: /^Bewaar/ }).click()
    await expect(page.getByRole('button', { name: /^Bewaard, haal weg/ })).toBeVisible()
    await page.goto('/favorieten')
    await page.getByRole('button', { name: /^Bewaard, haal weg/ }).click()
    await expect(page.getByRole('main')).toContainText('U hebt nog niets bewaard')
  })

  test('een tikfout geeft wat erop lijkt, onzin geeft een volgende stap', async ({ page }) => {
    await page.goto('/opleidingen?q=heftruk')
    await expect(page.getByRole('main')).toContainText('Met “heftruk” vonden wij niets. Wij zochten op “heftruck”.')
    await expect(page.getByRole('link', { name: 'Heftruckcertificaat' }).first()).toBeVisible()
    await page.goto('/opleidingen?q=heftruck&plaats=8011&afstand=100&start=alle&sorteer=afstand')
    await expect(page.getByRole('list', { name: 'Gekozen filters' })).toContainText('8011, binnen 100 km')
    await expect(page.getByRole('navigation', { name: 'Volgorde' }).locator('[aria-current]')).toHaveText(/Dichtstbij/)
    await page.goto('/opleidingen?q=xyzzyx')
    await expect(page.getByRole('link', { name: 'Bekijk alle opleidingen' })).toBeVisible()
  })

  test('met de hand: een opleiding met een gebrek wordt pas na het aanvullen gevonden', async ({ page }) => {
    await logIn(page, PETRA, '/opleider/opleidingen/nieuw')
    await page.getByLabel('Uw code').fill(code)
    await page.getByLabel('Titel').fill(titel)
    await page.getByLabel('Omschrijving', { exact: true }).fill('U leert proeven.')
    await page.getByLabel('Vakgebied').selectOption('ONDERWIJS')
    await page.getByLabel('Niveau').selectOption('MBO-4')
    await page.getByLabel('Hoe zijn de lessen?').selectOption('KLASSIKAAL')
    await page.getByLabel('Wat krijgt iemand na afloop?').selectOption('CERTIFICAAT')
    await page.getByLabel('Duur in dagen').fill('2')
    const regel = (nummer: number) => page.getByRole('group', { name: `Kostenregel ${String(nummer)}` })
    await regel(1).getByLabel('Soort kosten').selectOption('CATERING')
    await regel(1).getByLabel('Bedrag').fill('1e3')
    await page.getByRole('button', { name: 'Opleiding bewaren' }).click()
    await expect(page.getByRole('main')).toContainText('Bedrag van regel 1: vul een bedrag in')
    await regel(1).getByLabel('Bedrag').fill('24,50')
    await page.getByRole('button', { name: 'Opleiding bewaren' }).click()
    await expect(page.getByRole('main')).toContainText('Vul dit nog in: subsidiabele kosten')

    // Nobody types a price: it follows from the lines, also without JavaScript.
    await regel(2).getByLabel('Soort kosten').selectOption('LESGELD')
    await regel(2).getByLabel('Bedrag').fill('425,50')
    await page.getByRole('button', { name: 'Prijs uitrekenen' }).click()
    await expect(page.getByRole('main')).toContainText('€ 450')
    await expect(page.getByRole('main')).toContainText('€ 425,50')
    await page.getByRole('button', { name: 'Wijzigingen bewaren' }).click()
    await expect(page.getByRole('main')).not.toContainText('Vul dit nog in')

    // The same again every month, seen before it is there.
    await page.getByRole('link', { name: 'Reeks startdata' }).click()
    await page.getByLabel('Vanaf').fill('1-2-2023')
    await page.getByLabel('Tot en met').fill('31-3-2023')
    await page.getByLabel('Plaatsen', { exact: false }).first().fill('Zwolle; Hanzelaan 1; 8017 JL')
    await page.getByRole('button', { name: 'Bekijk de startdata' }).click()
    await expect(page.getByRole('table', { name: '2 startdata om toe te voegen' })).toContainText('maandag 6 februari 2023')
    await page.getByRole('button', { name: '2 startdata toevoegen' }).click()
    await expect(page.getByRole('table', { name: /Startdata/ })).toContainText('06-03-2023')
    await page.getByRole('link', { name: 'Startdatum toevoegen' }).first().click()
    await page.getByLabel('Code van de startdatum').fill(code)
    await page.getByLabel('Startdatum', { exact: true }).fill('9-1-2023')
    await page.getByLabel('Einddatum').fill('8-1-2023')
    await page.getByRole('button', { name: 'Startdatum toevoegen' }).click()
    await expect(page.getByRole('main')).toContainText('deze ligt voor de startdatum')
    await page.getByLabel('Einddatum').fill('10-1-2023')
    await page.getByRole('button', { name: 'Startdatum toevoegen' }).click()
    await expect(page.getByRole('table', { name: /Startdata/ })).toContainText('09-01-2023')

    // A change to many is shown first, and then stands in the history.
    await page.goto(`/opleider/opleidingen?q=${encodeURIComponent(code)}`)
    await page.getByRole('checkbox', { name: `Kies ${titel}`, exact: true }).check()
    await page.getByLabel('Wat wilt u wijzigen?').selectOption('prijs')
    await page.getByLabel('Hoe?').selectOption('erbij')
    await page.getByLabel('Hoeveel?').fill('10')
    await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
    await expect(page.getByRole('row', { name: new RegExp(titel) })).toContainText('€ 460')
    await page.getByRole('button', { name: 'Doorvoeren bij 1 opleiding' }).click()
    await expect(page.getByRole('main')).toContainText('De wijziging is doorgevoerd')
    await page.goto(`/opleider/opleidingen?q=${encodeURIComponent(code)}`)
    await page.getByRole('link', { name: titel }).click()
    await page.getByRole('link', { name: /^Geschiedenis/ }).click()
    await expect(page.getByRole('main')).toContainText('Prijs: van € 450 naar € 460')

    // Registered after the registratiestop of the tijdvak of now: to be found, but not for this tijdvak.
    await page.goto(`/opleidingen?q=${encodeURIComponent(titel)}`)
    await expect(page.getByRole('link', { name: titel })).toHaveCount(0)
    // Search knows it when its job is done.
    await expect(async () => {
      await page.goto(`/opleidingen?q=${encodeURIComponent(titel)}&start=alle`)
      await expect(page.getByRole('link', { name: titel })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await page.getByRole('link', { name: titel }).click()
    await expect(page.getByRole('main')).toContainText('Kan in een later tijdvak')
  })
})

/** Reloads until the page of an import says so: a worker does the reading. */
async function wachtOp(page: Page, tekst: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText(tekst, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

test('een bestand met één foute rij: eerst zien wat er verandert, dan komt de rest erin; de fout staat in het verslag', async ({ page }) => {
  await logIn(page, PETRA, '/opleider/import')
  const goed = aProgram({ orgUnitId: ORG, programId: `${code}-A`, titel: `${titel} uit een bestand`, runs: [aRun({ id: `${code}-A` })] })
  const fout = aProgram({ orgUnitId: ORG, programId: `${code}-B`, costs: [cost('tuition fee', '1.000,00')], runs: [] })
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(feed([goed, fout]))
  await page.getByRole('button', { name: 'Bestand aanleveren' }).click()
  await expect(page).toHaveURL(/\/opleider\/import\/[0-9a-f-]{36}$/)
  await wachtOp(page, '1 opleiding geweigerd, één oorzaak')
  await expect(page.getByRole('table', { name: /Oorzaken/ })).toContainText('“1.000,00” is geen bedrag')
  await page.getByRole('button', { name: 'In het register zetten' }).click()
  await wachtOp(page, '1 opleiding is ingelezen, 1 niet')
})

test.describe('een tabel, zonder JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('indelen, bekijken, akkoord en terugdraaien; de volgende keer is de kolomindeling onthouden', async ({ page }) => {
    const rijen = Array.from({ length: 12 }, (_, n) => `${code}-T${String(n)};${titel} ${String(n)};U leert proeven.;zorg;mbo 3;online;certificaat;3 dagen;ja;450,00;12-12-2022`)
    const tabel = { name: 'aanbod.csv', mimeType: 'text/csv', buffer: Buffer.from(['Productcode;Naam cursus;Omschrijving;Vakgebied;Niveau;Lesvorm;Certificaat;Duur;STAP;Prijs incl. btw;Startdatum', ...rijen].join('\r\n')) }
    await logIn(page, PETRA, '/opleider/import')
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(tabel)
    await page.getByRole('button', { name: 'Bestand aanleveren' }).click()
    await page.getByRole('link', { name: 'Kolommen indelen' }).click()
    await expect(page.getByLabel('Prijs incl. btw')).toHaveValue('prijs')
    await page.getByLabel('Productcode').selectOption('')
    await page.getByRole('button', { name: 'Kolomindeling bewaren' }).click()
    await expect(page.getByRole('main')).toContainText('Kies in welke kolom uw code van de opleiding staat')
    await page.getByLabel('Productcode').selectOption('opleidingcode')
    await page.getByRole('button', { name: 'Kolomindeling bewaren' }).click()
    await wachtOp(page, 'Deze aanlevering vult nooit subsidiabele kosten: 12 opleidingen, één oorzaak.')
    await page.getByRole('button', { name: 'In het register zetten' }).click()
    await wachtOp(page, 'Alle 12 opleidingen zijn ingelezen')

    await page.getByText('Deze aanlevering terugdraaien').click()
    await page.getByLabel('Reden').fill('De subsidiabele kosten ontbreken')
    await page.getByRole('button', { name: 'Aanlevering terugdraaien' }).click()
    await expect(page.getByRole('main')).toContainText('Deze aanlevering is teruggedraaid')

    await page.goto('/opleider/import')
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(tabel)
    await page.getByRole('button', { name: 'Bestand aanleveren' }).click()
    await wachtOp(page, 'Wat er verandert')
    await page.getByRole('button', { name: 'Niet doorzetten' }).click()
    await expect(page.getByRole('main')).toContainText('Er is niets in het register veranderd')
  })
})

test('een bestand dat niet deugt wordt geweigerd met een zin', async ({ page }) => {
  await logIn(page, PETRA, '/opleider/import')
  for (const [bestand, zin] of [
    [{ name: 'feed.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') }, 'Dit bestand kunnen wij niet lezen'],
    [{ name: 'feed.json', mimeType: 'application/json', buffer: Buffer.from('PK') }, 'past niet bij wat erin zit'],
    [{ name: 'feed.json', mimeType: 'application/json', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 32) }, 'groter dan 10 MB'],
  ] as const) {
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(bestand)
    await page.getByRole('button', { name: 'Bestand aanleveren' }).click()
    await expect(page.getByRole('main')).toContainText(zin)
  }
})

test('DUO ziet de kwaliteit per opleider en elke import', async ({ page }) => {
  await logIn(page, INGRID, '/duo')
  await expect(page.getByRole('row', { name: /^Leerhuis Online/ })).toContainText('moet beter')
  await expect(page.getByRole('row', { name: /^Ontbreekt: subsidiabele kosten/ })).toContainText('Leerhuis Online (88)')
  await page.getByRole('link', { name: 'Imports' }).first().click()
  await page.getByRole('link', { name: 'bhv-partners.json' }).click()
  await expect(page.getByRole('main')).toContainText('23 opleidingen zijn ingelezen, 2 niet')
})
