import { describe, expect, test } from 'vitest'
import { afstandTussen, findPlek, PLEKKEN, type Plek } from '@/lib/voorportaal/rules/plaatsen'

const plek = (naam: string): Plek => findPlek(naam) ?? { naam: '', breedte: 0, lengte: 0 }

describe('plaatsen', () => {
  test.each([
    ['zwolle', 'Zwolle'], ['DEN BOSCH', "'s-Hertogenbosch"], ['’s-Hertogenbosch', "'s-Hertogenbosch"], ["'s Gravenhage", 'Den Haag'], ['Alphen a/d Rijn', 'Alphen aan den Rijn'],
    ['8011 AB', 'Zwolle'], ['8011ab', 'Zwolle'], [' 1012 ', 'Amsterdam'], ['9711', 'Groningen'], ['6211', 'Maastricht'],
  ])('%s is %s', (tekst, naam) => {
    expect(findPlek(tekst)?.naam).toBe(naam)
  })

  test.each(['', 'Nergenshuizen', '0123', '12345', '8011 A', '<script>'])('“%s” is geen plaats', (tekst) => {
    expect(findPlek(tekst)).toBeUndefined()
  })

  test('elke postcode heeft een plaats', () => {
    expect(Array.from({ length: 90 }, (_, i) => `${String(10 + i)}11`).filter((postcode) => findPlek(postcode) === undefined)).toEqual([])
  })

  test('elke plaats ligt in Nederland', () => {
    expect(PLEKKEN.length).toBeGreaterThan(600)
    expect(PLEKKEN.filter(({ breedte, lengte }) => breedte < 50.7 || breedte > 53.6 || lengte < 3.3 || lengte > 7.3)).toEqual([])
  })
})

describe('afstand, hemelsbreed', () => {
  test.each([['Amsterdam', 'Utrecht', 35], ['Groningen', 'Maastricht', 270], ['Zwolle', 'Zwolle', 0]])('%s en %s liggen %i km uit elkaar', (a, b, km) => {
    expect(Math.abs(afstandTussen(plek(a), plek(b)) - km)).toBeLessThan(3)
  })
})
