import { expect, test, type Page } from '@playwright/test'
import { als, type Inlog } from '@/tests/e2e/helpers/login'
import { expectAccessible, expectReflow } from '@/tests/e2e/helpers/quality'
import { npmRun, VOOR_DE_OPENING, zetKlok } from '@/tests/e2e/helpers/klok'

/** The main job, from register to bank, each act by the person whose act it is (domain.md §3). */

const SANNE: Inlog = { provider: 'digid', persona: 'sanne' }
const FATIMA: Inlog = { provider: 'digid', persona: 'fatima' }
const MEHMET: Inlog = { provider: 'digid', persona: 'mehmet' }
const PETRA: Inlog = { provider: 'eherkenning', persona: 'petra' }
const MARIEKE: Inlog = { provider: 'medewerker', persona: 'behandelaar-1' }
const BAS: Inlog = { provider: 'medewerker', persona: 'financieel-1' }
const CHANTAL: Inlog = { provider: 'medewerker', persona: 'financieel-2' }
const THIJS: Inlog = { provider: 'medewerker', persona: 'financieel-3' }
const RACHID: Inlog = { provider: 'medewerker', persona: 'onderzoeker-1' }

// Both start on 14 December 2022, well inside the window of 2022-V.
const OPLEIDING_SANNE = 'Heftruckcertificaat'
const OPLEIDING_FATIMA = 'Excel basis'

const BEWIJS_PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

test.describe.configure({ mode: 'serial' })

/** Petra issues an aanmeldbewijs for the first open start date of this opleiding; gives its code. */
async function geefBewijsUit(page: Page, opleiding: string, wie: { voornaam: string; tussenvoegsel?: string; achternaam: string; geboren: string; studentnummer?: string }): Promise<string> {
  await page.goto(`/opleider/aanmeldbewijzen/nieuw?q=${encodeURIComponent(opleiding)}`)
  await page.getByRole('link', { name: opleiding, exact: true }).first().click()
  await page.getByLabel('Studentnummer').fill(wie.studentnummer ?? 'S1001')
  await page.getByLabel('Voornaam').fill(wie.voornaam)
  if (wie.tussenvoegsel !== undefined) await page.getByLabel('Tussenvoegsel').fill(wie.tussenvoegsel)
  await page.getByLabel('Achternaam').fill(wie.achternaam)
  await page.getByLabel('Geboortedatum').fill(wie.geboren)
  for (const [veld, waarde] of [['Straat', 'Kerkstraat'], ['Huisnummer', '12'], ['Postcode', '3511 AB'], ['Woonplaats', 'Utrecht']] as const) await page.getByLabel(veld, { exact: true }).fill(waarde)
  await page.getByRole('button', { name: 'Aanmeldbewijs uitgeven' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/STAP-aanmeldbewijs/)
  const code = /AB(-[0-9A-Z]{4}){3}-\d{2}/.exec(await page.locator('main').innerText())?.[0]
  if (code === undefined) throw new Error('geen code op het aanmeldbewijs')
  return code
}

/** From the code to an aanvraag that waits for the opening; gives its kenmerk. */
async function bereidVoor(page: Page, code: string): Promise<string> {
  await page.getByLabel('Code van het aanmeldbewijs').fill(code)
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('link', { name: 'Controleren en verklaren' }).first().click()
  await page.getByLabel('Ik heb dit gelezen en verklaar dat het klopt').check()
  await page.getByRole('button', { name: 'Verklaren en klaarzetten' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aanvraag indienen')
  const kenmerk = /STAP-\d{7}-\d{2}/.exec(page.url())?.[0]
  if (kenmerk === undefined) throw new Error(`geen kenmerk in ${page.url()}`)
  return kenmerk
}

/** Looks again until it is there: outcomes come from workers. */
async function totdat(page: Page, pad: string, tekst: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(pad)
    await expect(page.locator('main')).toContainText(tekst, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

let kenmerkSanne = ''
let kenmerkFatima = ''

test.beforeAll(() => zetKlok(VOOR_DE_OPENING))
test.afterAll(() => zetKlok(VOOR_DE_OPENING))

test('een bezoeker zoekt en leest een opleiding zonder in te loggen', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Wat wilt u leren?').fill('heftruck')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await page.getByRole('link', { name: OPLEIDING_SANNE }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(OPLEIDING_SANNE)
  await expect(page.locator('main')).toContainText('€')
})

test('de opleider geeft een aanmeldbewijs uit, en de burger bereidt de aanvraag voor en dient in als het tijdvak opent, zonder JavaScript', async ({ browser }) => {
  let code = ''
  await als(browser, PETRA, '/opleider', async (page) => {
    code = await geefBewijsUit(page, OPLEIDING_SANNE, { voornaam: 'Sanne', tussenvoegsel: 'de', achternaam: 'Vries', geboren: '12-04-1988' })
  }, { javaScriptEnabled: false })

  await als(browser, SANNE, '/mijn/aanvragen/nieuw', async (page) => {
    kenmerkSanne = await bereidVoor(page, code)
    await page.goto(`/mijn/aanvragen/${kenmerkSanne}/indienen`)
    await expect(page.locator('main')).toContainText('dinsdag 1 november 2022 om 10.00 uur')
    await expect(page.getByRole('button', { name: 'Aanvraag indienen' })).toHaveCount(0)

    // Before the opening there is a place to take, in the waiting room.
    await page.getByRole('link', { name: 'Naar de wachtkamer' }).click()
    await page.getByRole('button', { name: 'Neem een plaats in de wachtkamer' }).click()
    await expect(page.locator('main')).toContainText('Uw nummer')

    // The worker opens the tijdvak on its moment, draws the places and lets people in.
    await zetKlok('2022-11-01T10:00:00+01:00')
    await expect(async () => {
      await page.goto('/wachtkamer/2022-V')
      await expect(page.getByRole('button', { name: 'Dien uw aanvraag in' })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Dien uw aanvraag in' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wij hebben uw aanvraag ontvangen')
    await expect(page.locator('main')).toContainText(kenmerkSanne)
    await totdat(page, `/mijn/aanvragen/${kenmerkSanne}`, /Toegekend/)
  }, { javaScriptEnabled: false })
})

test('de burger leest het besluit als brief en als PDF, en de e-mail zegt niet meer dan dat er een bericht is', async ({ browser }) => {
  await als(browser, SANNE, '/mijn/berichten', async (page) => {
    await page.getByRole('link', { name: /toegekend|krijgt STAP-budget/i }).first().click()
    await expect(page.locator('main')).toContainText('bezwaar')
    await expect(page.locator('main')).toContainText('€ 210')
    const pdf = `${page.url()}/pdf`
    await expect(async () => {
      const antwoord = await page.request.get(pdf)
      expect(antwoord.status()).toBe(200)
      expect(antwoord.headers()['content-type']).toContain('application/pdf')
      expect((await antwoord.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }).toPass({ timeout: 20_000 })
  })
})

test('wat niet vanzelf kan, beslist een behandelaar op één scherm met de brief ernaast', async ({ browser }) => {
  let code = ''
  await als(browser, PETRA, '/opleider', async (page) => {
    code = await geefBewijsUit(page, OPLEIDING_FATIMA, { voornaam: 'Fatima', tussenvoegsel: 'El', achternaam: 'Amrani', geboren: '15-07-1984' })
  })
  await als(browser, FATIMA, '/mijn/aanvragen/nieuw', async (page) => {
    kenmerkFatima = await bereidVoor(page, code)
    await page.goto(`/mijn/aanvragen/${kenmerkFatima}/indienen`)
    await page.getByRole('button', { name: 'Aanvraag indienen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wij hebben uw aanvraag ontvangen')
    await totdat(page, `/mijn/aanvragen/${kenmerkFatima}`, /Wordt beoordeeld/)
  })
})

test('de Toetsingskamer zet een opleiding in onderzoek: wachtende aanvragen worden aangehouden met een brief, en opheffen herstelt alles', async ({ browser }) => {
  let maatregel = ''
  await als(browser, RACHID, `/toetsingskamer/maatregelen/nieuw?q=${encodeURIComponent(OPLEIDING_FATIMA)}`, async (page) => {
    await page.goto(`/toetsingskamer/maatregelen/nieuw?q=90000001`)
    await page.getByRole('link', { name: 'Vakschool De Hanze', exact: true }).click()
    await page.getByLabel('Reden').fill('Er zijn signalen over geschenken bij inschrijving. Wij zoeken uit wat er waar is.')
    await page.getByRole('button', { name: 'Laat zien wie dit raakt' }).click()
    await expect(page.locator('main')).toContainText(/aanvra/)
    await page.getByRole('button', { name: 'Maatregel opleggen' }).click()
    await expect(page).toHaveURL(/\/toetsingskamer\/maatregelen\/[0-9a-f-]{36}/)
    maatregel = new URL(page.url()).pathname
  })
  await als(browser, FATIMA, '/mijn', async (page) => {
    await totdat(page, `/mijn/aanvragen/${kenmerkFatima}`, /Wacht op onderzoek/)
    await page.getByRole('link', { name: 'Andere opleiding kiezen' }).click()
    await expect(page.getByLabel('Code van het aanmeldbewijs')).toBeVisible()
    await totdat(page, '/mijn/berichten', /Uw aanvraag wacht/)
  })
  // It shows in register and search at once.
  const bezoeker = await browser.newPage()
  await bezoeker.goto('/opleidingen?q=heftruck')
  await expect(bezoeker.locator('main')).toContainText(/onderzoek/i)
  await bezoeker.close()

  await als(browser, RACHID, maatregel, async (page) => {
    await page.getByLabel('Reden').fill('Het onderzoek is klaar. Er was niets aan de hand.')
    await page.getByRole('button', { name: 'Maatregel opheffen' }).click()
    await expect(page.locator('main')).toContainText(/opgeheven/i)
  })
  await als(browser, FATIMA, '/mijn', (page) => totdat(page, `/mijn/aanvragen/${kenmerkFatima}`, /Wordt beoordeeld/))
})

test('de behandelaar verleent, en de burger krijgt het besluit', async ({ browser }) => {
  await als(browser, MARIEKE, '/uwv', async (page) => {
    await page.getByRole('link', { name: kenmerkFatima }).first().click()
    await page.getByRole('button', { name: 'In behandeling nemen' }).click()
    await page.getByLabel('Motivering').fill('U hebt met uw loonstroken laten zien dat u genoeg maanden verzekerd was.')
    await page.getByRole('button', { name: 'Brief bij verlenen bekijken' }).click()
    await expect(page.getByText('Beste Fatima El Amrani').first()).toBeVisible()
    await page.getByRole('button', { name: 'Verlenen', exact: true }).click()
    // Not by a word: the page speaks of a verlening before there is one, and closing it then takes the act along.
    await expect(page.getByRole('button', { name: 'Verlenen', exact: true })).toHaveCount(0)
  })
  await als(browser, FATIMA, '/mijn', (page) => totdat(page, `/mijn/aanvragen/${kenmerkFatima}`, /Toegekend/))
})

test('een burger stopt voor de start en ziet eerst wat dat betekent; de opdracht vervalt, en de opleider meldt zijn kosten tot het maximum, zonder JavaScript', async ({ browser }) => {
  const zonder = { javaScriptEnabled: false }
  let code = ''
  let kenmerk = ''
  await als(browser, PETRA, '/opleider', async (page) => {
    code = await geefBewijsUit(page, OPLEIDING_SANNE, { voornaam: 'Mehmet', achternaam: 'Yıldız', geboren: '03-11-1979', studentnummer: 'S1003' })
  }, zonder)
  await als(browser, MEHMET, '/mijn/aanvragen/nieuw', async (page) => {
    kenmerk = await bereidVoor(page, code)
    await page.goto(`/mijn/aanvragen/${kenmerk}/indienen`)
    await page.getByRole('button', { name: 'Aanvraag indienen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wij hebben uw aanvraag ontvangen')
    await totdat(page, `/mijn/aanvragen/${kenmerk}`, /UWV heeft de opleider opdracht gegeven/)
    // The form is there only as long as one can stop; the pages at the end show that one cannot.
    await als(browser, MEHMET, `/mijn/aanvragen/${kenmerk}/intrekken`, async (kijk) => {
      await expectAccessible(kijk)
      await expectReflow(kijk)
    })
    await page.getByRole('link', { name: 'Stoppen met uw aanvraag' }).click()
    await expect(page.getByRole('region', { name: 'Dit gebeurt er als u stopt' })).toContainText('UWV trekt de opdracht aan Vakschool De Hanze in. UWV betaalt niets.')
    await expect(page.locator('main')).toContainText('hoogstens € 190')
    await page.getByRole('button', { name: 'Aanvraag intrekken' }).click()
    await expect(page.locator('main')).toContainText('Zet een vinkje om te bevestigen')
    await page.getByLabel('Ja, ik wil mijn aanvraag intrekken').check()
    await page.getByRole('button', { name: 'Aanvraag intrekken' }).click()
    await expect(page).toHaveURL(`/mijn/aanvragen/${kenmerk}`)
    await totdat(page, `/mijn/aanvragen/${kenmerk}`, /De opdracht aan de opleider is vervallen/)
    await expect(page.getByRole('link', { name: 'Stoppen met uw aanvraag' })).toHaveCount(0)
  }, zonder)
  await als(browser, PETRA, `/opleider/annuleringen/${kenmerk}`, async (page) => {
    await page.getByLabel('Bedrag dat u de deelnemer rekent').fill('190,01')
    await page.getByLabel('Waar is het bedrag voor?').fill('Lesmateriaal dat al was besteld')
    await page.getByRole('button', { name: 'Annuleringskosten melden' }).click()
    await expect(page.locator('main')).toContainText('Dit bedrag is hoger dan het maximum')
    await page.getByLabel('Bedrag dat u de deelnemer rekent').fill('75')
    await page.getByRole('button', { name: 'Annuleringskosten melden' }).click()
    await expect(page.locator('main')).toContainText('U hebt de kosten gemeld')
  }, zonder)
  await als(browser, MEHMET, `/mijn/aanvragen/${kenmerk}`, async (page) => {
    await expect(page.locator('main')).toContainText('De opleider rekent u € 75 annuleringskosten')
  }, zonder)
})

test('de opleider factureert, twee mensen keuren de batch goed, en het betaalbestand ligt klaar', async ({ browser }) => {
  // Invoices may come from three weeks before the start.
  await zetKlok('2022-12-13T10:00:00+01:00')
  await als(browser, PETRA, '/opleider/opdrachten', async (page) => {
    await page.getByRole('row', { name: /Sanne de Vries/ }).getByRole('link').first().click()
    await page.getByLabel('Factuurnummer').fill('2022-0417')
    await page.getByLabel('Nee, dit onderwijs is vrijgesteld van btw').check()
    await page.getByLabel('Uw btw-nummer of fiscaal nummer').fill('NL123456789B01')
    await page.getByRole('button', { name: 'Factuur maken en sturen' }).click()
    await expect(page).toHaveURL(/\/opleider\/facturen\/[0-9a-f-]{36}$/)
    await expect(page.locator('main')).toContainText(/goedgekeurd|klopt met de opdracht/i)
  })
  let batch = ''
  await als(browser, BAS, '/uwv/betalingen', async (page) => {
    await page.getByRole('button', { name: 'Nu een batch samenstellen' }).click()
    await expect(page).toHaveURL(/\/uwv\/betalingen\/.+/)
    batch = new URL(page.url()).pathname
    await expect(page.locator('main')).toContainText('U hebt deze batch samengesteld')
    await expect(page.getByRole('button', { name: /goedkeuren/ })).toHaveCount(0)
  })
  await als(browser, THIJS, batch, async (page) => {
    await page.getByRole('button', { name: '€ 210 goedkeuren' }).click()
    await expect(page.locator('main')).toContainText('U hebt deze batch goedgekeurd')
    await expect(page.getByRole('button', { name: /goedkeuren/ })).toHaveCount(0)
  })
  await als(browser, CHANTAL, batch, async (page) => {
    await page.getByRole('button', { name: '€ 210 goedkeuren' }).click()
    await expect(page.getByRole('button', { name: /goedkeuren/ })).toHaveCount(0)
    await totdat(page, batch, /Betaalbestand downloaden/)
    const bestand = await page.request.get(`${batch}/bestand`)
    expect(bestand.status()).toBe(200)
    const xml = await bestand.text()
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
    expect(xml).toContain('<CtrlSum>210.00</CtrlSum>')
  })
})

test('de opleider meldt de uitkomst met een bewijs, de burger bevestigt, en het STAP-budget wordt vastgesteld', async ({ browser }) => {
  await zetKlok('2023-02-01T10:00:00+01:00')
  await als(browser, PETRA, `/opleider/deelnames/${kenmerkSanne}`, async (page) => {
    await page.getByLabel('Afgerond', { exact: true }).check()
    await page.getByLabel('Met een diploma of certificaat').check()
    await page.getByLabel('Bewijs van deelname').setInputFiles({ name: 'bewijs.pdf', mimeType: 'application/pdf', buffer: BEWIJS_PDF })
    await page.getByRole('button', { name: 'Uitkomst melden' }).click()
    await expect(page.locator('main')).toContainText('Wat u hebt gemeld')
  })
  await als(browser, SANNE, `/mijn/aanvragen/${kenmerkSanne}/deelname`, async (page) => {
    await page.getByLabel('Ja, dit klopt').check()
    await page.getByRole('button', { name: 'Antwoord sturen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw deelname')
    await totdat(page, `/mijn/aanvragen/${kenmerkSanne}`, /Afgerond/)
    const verhaal = page.getByRole('region', { name: 'Zo gaat het met uw aanvraag' })
    for (const stap of ['U begon met uw aanvraag', 'Wij hebben uw aanvraag ontvangen', 'Er is budget voor u gereserveerd', 'UWV heeft u het STAP-budget toegekend', 'UWV heeft de opleider opdracht gegeven', 'De opleider heeft een factuur gestuurd', 'UWV heeft de opleider betaald', 'De opleider heeft gemeld hoe uw opleiding is gegaan', 'UWV heeft het STAP-budget definitief vastgesteld']) {
      await expect(verhaal).toContainText(stap)
    }
  })
})

test('het dossier van een ander bestaat niet (404)', async ({ browser }) => {
  await als(browser, FATIMA, '/mijn', async (page) => {
    for (const pad of ['', '/controleren', '/indienen', '/ontvangen', '/intrekken', '/deelname']) {
      const antwoord = await page.request.get(`/mijn/aanvragen/${kenmerkSanne}${pad}`)
      expect(antwoord.status(), pad).toBe(404)
      expect(await antwoord.text(), pad).toContain('Deze pagina is er niet')
    }
  })
})

test('na alles kloppen de invarianten op het draaiende systeem', async () => {
  const uitvoer = await npmRun('controle')
  const laatste: unknown = JSON.parse(uitvoer.trim().split('\n').at(-1) ?? '')
  expect(laatste).toMatchObject({ invarianten: Array.from({ length: 12 }, (_, n) => ({ id: `I${n + 1}`, ok: true })) })
})
