import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { checkIntrekken } from '@/lib/aanvraag/rules/intrekken'

const start = plainDate('2022-12-05')

describe('art. 14: een burger kan intrekken', () => {
  test('zolang er nog geen besluit is, ook als de startdatum voorbij is', () => {
    expect(checkIntrekken('gereserveerd', start, plainDate('2022-12-06'))).toEqual([])
  })
  test('na de verlening tot de dag voor de start', () => {
    expect(checkIntrekken('verleend', start, plainDate('2022-12-04'))).toEqual([])
    expect(checkIntrekken('verleend', start, plainDate('2022-12-05'))).toEqual(['al-begonnen'])
  })
  test('niet meer na een afwijzing of vaststelling', () => {
    expect(checkIntrekken('afgewezen', start, plainDate('2022-12-01'))).toEqual(['kan-nu-niet'])
    expect(checkIntrekken('vastgesteld', start, plainDate('2022-12-01'))).toEqual(['kan-nu-niet'])
  })
})
