import { expect, test, type Page } from '@playwright/test'

async function fillWrong(page: Page): Promise<void> {
  await page.goto('/dev/onderdelen')
  await page.getByLabel('E-mailadres').fill('geen adres')
  await page.getByLabel('Startdatum').fill('30-02-2022')
  await page.getByLabel('Plaats').selectOption('zwolle')
  await page.getByLabel('Online').check()
  await page.getByLabel('Maandag').check()
  await page.getByLabel('Toelichting').fill('Met accent: é\nen een regel')
  await page.getByRole('button', { name: 'Opslaan' }).click()
}

async function expectRefused(page: Page): Promise<void> {
  const summary = page.locator('.stap-fouten')
  await expect(summary).toContainText('4 antwoorden kloppen nog niet')
  await expect(summary).toContainText('Naam van de opleiding is nog leeg: vul dit in.')
  await expect(summary).toContainText('E-mailadres: vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.')
  await expect(summary).toContainText('Startdatum: vul een bestaande datum in, bijvoorbeeld 29-11-2022.')
  await expect(summary).toContainText('Kies bij Naar waarheid ingevuld wat voor u geldt.')
  await expect(page.getByLabel('E-mailadres')).toHaveValue('geen adres')
  await expect(page.getByLabel('E-mailadres')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Plaats')).toHaveValue('zwolle')
  await expect(page.getByLabel('Online')).toBeChecked()
  await expect(page.getByLabel('Maandag')).toBeChecked()
  await expect(page.getByLabel('Dinsdag')).not.toBeChecked()
  await expect(page.getByLabel('Toelichting')).toHaveValue('Met accent: é\nen een regel')
}

test('een formulier met fouten houdt wat is ingevuld en zet de focus op de fouten', async ({ page }) => {
  await fillWrong(page)
  await expectRefused(page)
  await expect(page.locator('.stap-fouten')).toBeFocused()
  await page.getByRole('link', { name: /Naam van de opleiding is nog leeg/ }).click()
  await expect(page.getByLabel('Naam van de opleiding')).toBeFocused()
  // A second attempt empties a select when it is not set again.
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await expectRefused(page)
})

test.describe('zonder JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('een formulier met fouten houdt wat is ingevuld', async ({ page }) => {
    await fillWrong(page)
    await expectRefused(page)
  })
})
