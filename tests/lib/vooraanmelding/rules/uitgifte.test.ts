import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { checkUitgifte } from '@/lib/vooraanmelding/rules/uitgifte'

const feiten = { gevraagdCent: 90_000, subsidiabelCent: 95_000, maximumCent: 100_000, nietAanvraagbaar: [], startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-01-27') }

describe('art. 4: het gevraagde bedrag op een aanmeldbewijs', () => {
  test('hoogstens de subsidiabele kosten en hoogstens het maximum', () => {
    expect(checkUitgifte(feiten)).toEqual([])
    expect(checkUitgifte({ ...feiten, gevraagdCent: 95_000 })).toEqual([])
  })
  test('een cent meer dan in het register wordt geweigerd', () => {
    expect(checkUitgifte({ ...feiten, gevraagdCent: 95_001 })).toEqual(['bedrag-hoger-dan-register'])
  })
  test('een cent meer dan het maximum wordt geweigerd', () => {
    expect(checkUitgifte({ ...feiten, subsidiabelCent: 200_000, gevraagdCent: 100_001 })).toEqual(['bedrag-hoger-dan-maximum'])
  })
  test('de einddatum ligt niet voor de startdatum', () => {
    expect(checkUitgifte({ ...feiten, einddatum: plainDate('2022-12-04') })).toEqual(['einde-voor-begin'])
    expect(checkUitgifte({ ...feiten, einddatum: plainDate('2022-12-05') })).toEqual([])
  })
  test('alles wat niet klopt, wordt in één keer gezegd', () => {
    expect(checkUitgifte({ ...feiten, gevraagdCent: 150_000, nietAanvraagbaar: ['geen-erkenning', 'al-begonnen'] }))
      .toEqual(['geen-erkenning', 'al-begonnen', 'bedrag-hoger-dan-register', 'bedrag-hoger-dan-maximum'])
  })
})
