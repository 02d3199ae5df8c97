import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateHeropening, canSturen, checkHeropening } from '@/lib/tijdvak/rules/sturing'

const at = (iso: string) => new Date(iso)
/** 2023-I as it was planned: Tuesday 28 February 2023, ten o'clock. */
const gepland = { opentOp: at('2023-02-28T10:00:00+01:00'), sluitOp: at('2023-05-01T00:00:00+02:00'), startTeltVanaf: null, reserveTot: null }
const opnieuw = at('2023-03-17T10:00:00+01:00')

describe('wijziging maart 2023: een opening die verschuift', () => {
  test('de vier weken tellen vanaf de dag na de geplande opening', () => {
    expect(calculateHeropening(gepland, opnieuw)).toEqual({ opentOp: opnieuw, sluitOp: gepland.sluitOp, startTeltVanaf: '2023-03-01', reserveTot: null })
  })

  test('ook als hij twee keer verschuift blijft het de dag na de eerste geplande opening', () => {
    const eerste = calculateHeropening(gepland, opnieuw)
    expect(calculateHeropening(eerste, at('2023-03-24T10:00:00+01:00')).startTeltVanaf).toBe('2023-03-01')
  })

  test('een andere laatste dag schuift het einde van de reservelijst mee', () => {
    const metReserve = { ...gepland, reserveTot: at('2023-05-15T00:00:00+02:00') }
    expect(calculateHeropening(metReserve, opnieuw, at('2023-05-08T00:00:00+02:00')).reserveTot).toEqual(at('2023-05-22T00:00:00+02:00'))
  })

  test('een reservelijst die voor de nieuwe opening zou eindigen, eindigt met het tijdvak', () => {
    const metReserve = { ...gepland, reserveTot: at('2023-03-10T00:00:00+01:00') }
    expect(calculateHeropening(metReserve, opnieuw).reserveTot).toEqual(gepland.sluitOp)
  })
})

describe('wat niet kan, wordt allemaal tegelijk gezegd', () => {
  const nu = at('2023-03-01T12:00:00+01:00')

  test('een opening in de toekomst zonder ander tijdvak kan', () => {
    expect(checkHeropening({ opentOp: opnieuw, sluitOp: gepland.sluitOp }, [], nu)).toEqual([])
  })

  test('een opening die voorbij is en een sluiting ervoor kunnen niet', () => {
    expect(checkHeropening({ opentOp: at('2023-02-28T10:00:00+01:00'), sluitOp: at('2023-02-27T00:00:00+01:00') }, [], nu))
      .toEqual(['opening-in-verleden', 'sluiting-voor-opening'])
  })

  test.each([
    ['loopt erin', '2023-04-30T00:00:00+02:00', '2023-06-01T00:00:00+02:00', ['overlapt-ander-tijdvak']],
    ['sluit aan', '2023-05-01T00:00:00+02:00', '2023-06-01T00:00:00+02:00', []],
    ['ligt ervoor', '2023-01-01T00:00:00+01:00', '2023-03-17T10:00:00+01:00', []],
  ])('een ander tijdvak dat %s', (_naam, opentOp, sluitOp, redenen) => {
    expect(checkHeropening({ opentOp: opnieuw, sluitOp: gepland.sluitOp }, [{ opentOp: at(opentOp), sluitOp: at(sluitOp) }], nu)).toEqual(redenen)
  })
})

test.each([
  ['gepland', ['pauzeer', 'stop', 'heropen']],
  ['open', ['pauzeer', 'stop']],
  ['gepauzeerd', ['pauzeer', 'hervat', 'stop', 'heropen']],
  ['gesloten', ['heropen']],
] as const)('in de stand %s kan: %j', (toestand, kan) => {
  expect((['pauzeer', 'hervat', 'stop', 'heropen'] as const).filter((handeling) => canSturen(handeling, toestand))).toEqual(kan)
})

test('een dag na de opening is een dag in Amsterdam, ook vlak na middernacht in UTC', () => {
  const laat = { ...gepland, opentOp: at('2023-02-28T23:30:00Z') }
  expect(calculateHeropening(laat, opnieuw).startTeltVanaf).toBe(plainDate('2023-03-02'))
})
