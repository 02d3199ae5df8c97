import { describe, expect, test } from 'vitest'
import { isGeenDag, standSchema } from '@/lib/financien/schema'

describe('de dag waarvan de stand wordt gevraagd', () => {
  test.each([['31-12-2022'], ['2022-12-31'], ['1-2-2023']])('%s is een dag', (tekst) => {
    expect(isGeenDag(tekst)).toBe(false)
    expect(standSchema.parse({ op: tekst }).op).toBeDefined()
  })

  test.each([['30-02-2023'], ['2023-13-01'], ['gisteren'], ['31/12/2022']])('%s is er geen: dat hoort wie het vroeg, want de stand is dan die van vandaag', (tekst) => {
    expect(isGeenDag(tekst)).toBe(true)
    expect(standSchema.parse({ op: tekst }).op).toBeUndefined()
  })

  test.each([[undefined], [''], [' '], [['1-2-2023', '2-2-2023']]])('%j vroeg niets', (tekst) => {
    expect(isGeenDag(tekst)).toBe(false)
  })
})
