import { expect, test } from 'vitest'
import { hierna } from '@/lib/aanvraag/texts'

test('wat er nu gebeurt, noemt een wijziging van de opleider die op antwoord wacht', () => {
  expect(hierna('verleend', 'gesloten', 'toen', 'Antwoord uiterlijk op maandag 5 december 2022.')).toBe('Antwoord uiterlijk op maandag 5 december 2022.')
  expect(hierna('verleend', 'gesloten', 'toen')).toContain('UWV betaalt de opleider.')
  expect(hierna('vastgesteld', 'gesloten', 'toen', 'maandag 5 december 2022')).toContain('definitief vastgesteld')
})
