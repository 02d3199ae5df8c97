import { describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker, type Rol } from '@/lib/base/actor'
import { isAllowed, type Handeling } from '@/lib/platform/policy'

function medewerker(...rollen: Rol[]): Medewerker {
  return { soort: 'medewerker', id: '00000000-0000-4000-8000-000000000001', naam: 'Test', rollen }
}

describe('wie wat mag', () => {
  test.each<[Rol, Handeling, boolean]>([
    ['behandelaar', 'uwv.besluiten', true],
    ['teamleider', 'uwv.besluiten', true],
    ['auditor', 'uwv.besluiten', false],
    ['auditor', 'dossier.lezen', true],
    ['financieel', 'betaling.batch.goedkeuren', true],
    ['behandelaar', 'betaling.batch.goedkeuren', false],
    ['onderzoeker', 'toezicht.maatregel', true],
    ['beslisser', 'toezicht.maatregel', true],
    ['jurist', 'toezicht.maatregel', false],
    ['registerbeheerder', 'register.importeren', true],
    ['beleid', 'regeling.lezen', true],
    ['beleid', 'aanvraag.lezen', false],
  ])('%s: %s is %s', (rol, handeling, verwacht) => {
    expect(isAllowed(medewerker(rol), handeling)).toBe(verwacht)
  })

  test('wie geen rol heeft, mag niets; wie er twee heeft, mag beide', () => {
    expect(isAllowed(medewerker(), 'sessie.eigen')).toBe(false)
    expect(isAllowed(medewerker('jurist', 'financieel'), 'betaling.lezen')).toBe(true)
  })

  test('het systeem logt niet in en mag niets van wat mensen op een pagina doen', () => {
    expect(isAllowed(SYSTEEM, 'sessie.eigen')).toBe(false)
  })
})
