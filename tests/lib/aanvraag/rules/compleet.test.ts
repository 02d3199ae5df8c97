import { describe, expect, test } from 'vitest'
import { checkCompleet, type CompleetFeiten } from '@/lib/aanvraag/rules/compleet'

const inOrde: CompleetFeiten = {
  isTijdvakGesloten: false, isAanmeldbewijsIngetrokken: false, nietAanvraagbaar: [], start: 'in-venster',
  bedragCent: 100_000, subsidiabelCent: 120_000, maximumCent: 100_000, isVerleningsgrensBereikt: false, isBurgerUitgesloten: false, verleningen: 0, verleningenPerJaar: 1,
}

describe('Awb 4:2, art. 4, 5 en 12: een aanvraag is klaar om in te dienen', () => {
  test('als alles klopt', () => {
    expect(checkCompleet(inOrde)).toEqual([])
  })
  test('art. 5 lid 3 onder b: een latere start houdt niet tegen, daar beslist een mens over', () => {
    expect(checkCompleet({ ...inOrde, start: 'later' })).toEqual([])
  })
  test.each([
    ['het tijdvak is voorbij', { isTijdvakGesloten: true }, ['tijdvak-gesloten']],
    ['het aanmeldbewijs is ingetrokken', { isAanmeldbewijsIngetrokken: true }, ['aanmeldbewijs-ingetrokken']],
    ['art. 5 lid 3 onder a: de start is binnen vier weken', { start: 'te-vroeg' }, ['start-te-vroeg']],
    ['wie al begonnen is, hoeft niet ook te horen dat de start te vroeg is', { start: 'te-vroeg', nietAanvraagbaar: ['al-begonnen'] }, ['al-begonnen']],
    ['het register noemt een lager bedrag', { subsidiabelCent: 99_999 }, ['bedrag-hoger-dan-register']],
    ['het maximum is lager', { maximumCent: 99_999 }, ['bedrag-hoger-dan-maximum']],
    ['er is dit jaar al een verlening', { verleningen: 1 }, ['al-toegekend-dit-jaar']],
    ['art. 12a: de scholing kreeg dit jaar haar hoogste aantal verleningen', { isVerleningsgrensBereikt: true }, ['verleningsgrens-bereikt']],
    ['art. 14: de burger is tijdelijk uitgesloten', { isBurgerUitgesloten: true }, ['tijdelijk-uitgesloten']],
    ['alles in één keer', { isTijdvakGesloten: true, isAanmeldbewijsIngetrokken: true, nietAanvraagbaar: ['verwijderd'], start: 'te-vroeg', verleningen: 1 },
      ['tijdvak-gesloten', 'al-toegekend-dit-jaar', 'aanmeldbewijs-ingetrokken', 'verwijderd', 'start-te-vroeg']],
  ] as const)('%s', (_, feiten, redenen) => {
    expect(checkCompleet({ ...inOrde, ...feiten })).toEqual(redenen)
  })
})
