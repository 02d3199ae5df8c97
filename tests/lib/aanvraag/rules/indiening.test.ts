import { describe, expect, test } from 'vitest'
import { checkIndiening, type IndienFeiten } from '@/lib/aanvraag/rules/indiening'

const inOrde: IndienFeiten = { status: 'gereed', isTijdvakOpen: true, verleningen: 0, isAanmeldbewijsIngetrokken: false, isUitgesloten: false, isBurgerUitgesloten: false, isStartBinnenVenster: true, isVerleningsgrensBereikt: false }

describe('art. 9 en 12: wanneer een aanvraag kan worden ontvangen', () => {
  test('een aanvraag die gereed is, in een open tijdvak, wordt ontvangen', () => {
    expect(checkIndiening(inOrde, 1)).toEqual([])
  })
  test.each([
    ['het tijdvak is niet open', { isTijdvakOpen: false }, ['tijdvak-niet-open']],
    ['de aanvraag is nog een concept', { status: 'concept' }, ['niet-compleet']],
    ['het aanmeldbewijs is ingetrokken', { isAanmeldbewijsIngetrokken: true }, ['niet-compleet']],
    ['de opleiding is verwijderd of geblokkeerd', { isUitgesloten: true }, ['niet-compleet']],
    ['de start is binnen vier weken', { isStartBinnenVenster: false }, ['niet-compleet']],
    ['art. 12a: de scholing kreeg dit jaar haar hoogste aantal verleningen', { isVerleningsgrensBereikt: true }, ['niet-compleet']],
    ['er is dit jaar al een verlening', { verleningen: 1 }, ['al-toegekend-dit-jaar']],
    ['art. 14: de burger is tijdelijk uitgesloten', { isBurgerUitgesloten: true }, ['tijdelijk-uitgesloten']],
    ['alles tegelijk wordt in één keer gezegd', { status: 'concept', isTijdvakOpen: false, verleningen: 2 }, ['tijdvak-niet-open', 'niet-compleet', 'al-toegekend-dit-jaar']],
  ] as const)('%s', (_, feiten, redenen) => {
    expect(checkIndiening({ ...inOrde, ...feiten }, 1)).toEqual(redenen)
  })
})
