import { expect, test } from 'vitest'
import { hierna } from '@/lib/aanvraag/texts'

test('wat er nu gebeurt, noemt een wijziging van de opleider die op antwoord wacht', () => {
  expect(hierna('verleend', 'gesloten', 'toen', 'maandag 5 december 2022')).toBe('De opleider wil iets wijzigen aan uw scholing. U beslist. Antwoord uiterlijk op maandag 5 december 2022. Zolang u niet antwoordt, verandert er niets.')
  expect(hierna('verleend', 'gesloten', 'toen')).toContain('UWV betaalt de opleider.')
  expect(hierna('vastgesteld', 'gesloten', 'toen', 'maandag 5 december 2022')).toContain('definitief vastgesteld')
})
