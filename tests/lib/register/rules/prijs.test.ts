import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import type { Kostensoort } from '@/lib/register/model'
import { toInhoud } from '@/lib/register/rules/invoer'
import { kostenUitBedragen, leidPrijsAf } from '@/lib/register/rules/prijs'
import { registreerOpleidingSchema } from '@/lib/register/schema'

const post = (soort: Kostensoort, bedragCent: number, isVerplicht = true) => ({ soort, omschrijving: '', bedragCent, isVerplicht })

describe('regeling art. 1 en 4: de prijzen volgen uit de kostenposten', () => {
  test('catalogusprijs is de som van wat verplicht is, subsidiabel die van de subsidiabele soorten daarvan', () => {
    const kosten = [post('LESGELD', 70000), post('EXAMEN', 15000), post('LITERATUUR', 4550), post('BESCHERMINGSMIDDELEN', 3000), post('CATERING', 3000), post('CERTIFICAAT', 2500), post('REIS_EN_VERBLIJF', 9900, false), post('LESGELD', 5000, false)]
    expect(leidPrijsAf(kosten)).toEqual({ catalogusprijsCent: 98050, subsidiabelCent: 92550 })
  })
  test('leermiddelen tellen mee tot Stcrt. 2023, 4426; literatuur ook daarna', () => {
    const kosten = [post('LESGELD', 50000), post('LEERMIDDELEN', 10000), post('LITERATUUR', 5000)]
    expect(leidPrijsAf(kosten, plainDate('2023-01-31'))).toEqual({ catalogusprijsCent: 65000, subsidiabelCent: 65000 })
    expect(leidPrijsAf(kosten, plainDate('2023-02-01'))).toEqual({ catalogusprijsCent: 65000, subsidiabelCent: 55000 })
  })
  test('wie na 1 februari 2023 met de hand een opleiding bewaart, krijgt de lijst van die dag', () => {
    const { programmaId: _code, ...velden } = registreerOpleidingSchema.parse({ programmaId: 'A-1', titel: 'Lassen', kosten: [post('LESGELD', 50000), post('LEERMIDDELEN', 10000)] })
    const op = (dag: string) => toInhoud(velden, plainDate(dag)).subsidiabelCent
    expect([op('2023-01-31'), op('2023-02-01')]).toEqual([60000, 50000])
  })
  test('een korting gaat van de prijs af', () => {
    expect(leidPrijsAf([post('LESGELD', 100000), post('LESGELD', -10000)])).toEqual({ catalogusprijsCent: 90000, subsidiabelCent: 90000 })
  })
  test('zonder kostenposten is er niets af te leiden', () => {
    expect(leidPrijsAf([])).toBeUndefined()
  })
  test('getypte bedragen worden kostenposten die er weer bij uitkomen', () => {
    expect(kostenUitBedragen(45000, 42500)).toEqual([post('LESGELD', 42500), post('OVERIG', 2500)])
    expect(leidPrijsAf(kostenUitBedragen(45000, 42500))).toEqual({ catalogusprijsCent: 45000, subsidiabelCent: 42500 })
    expect(kostenUitBedragen(null, null)).toEqual([])
  })
})
