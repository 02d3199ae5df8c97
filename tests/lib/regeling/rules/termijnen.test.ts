import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateBeslistermijn, type Opschorting } from '@/lib/regeling/rules/beslistermijn'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { calculateKalenderjaar } from '@/lib/regeling/rules/kalenderjaar'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

const op = (dag: string) => makeRegeling(REGELING_PARAMETERS, plainDate(dag))
const opschorting = (van: string, tot: string | null): Opschorting => ({ van: plainDate(van), tot: tot === null ? null : plainDate(tot) })

describe('Awb 6:7 en 6:8: zes weken vanaf de dag na de bekendmaking', () => {
  test.each([
    ['een dinsdag', '2022-11-29', '2023-01-10'],
    ['eindigt op zaterdag: maandag', '2022-11-12', '2022-12-27'],
    ['eindigt op zondag: maandag', '2022-10-02', '2022-11-14'],
    ['eindigt op Goede Vrijdag: dinsdag na Pasen', '2022-03-04', '2022-04-19'],
    ['eindigt op de vrijdag na Hemelvaartsdag: maandag', '2022-04-15', '2022-05-30'],
    ['eindigt op Koningsdag', '2022-03-16', '2022-04-28'],
    ['over de schrikkeldag heen', '2024-01-30', '2024-03-12'],
  ])('%s', (_, bekendgemaaktOp, expected) => {
    expect(calculateBezwaartermijn(plainDate(bekendgemaaktOp), op(bekendgemaaktOp))).toBe(expected)
  })
})

describe('Awb 4:13 lid 1 en de regeling: vier weken na ontvangst', () => {
  test.each([
    ['dinsdag 1 november', '2022-11-01', '2022-11-29'],
    ['donderdag 1 september', '2022-09-01', '2022-09-29'],
    ['eindigt op tweede Kerstdag', '2022-11-28', '2022-12-27'],
    ['eindigt op zondag', '2022-11-06', '2022-12-05'],
  ])('%s', (_, ontvangenOp, uiterlijkOp) => {
    expect(calculateBeslistermijn(plainDate(ontvangenOp), [], op(ontvangenOp))).toEqual({ stand: 'loopt', uiterlijkOp })
  })

  test('Awb 4:15: een opschorting van tien dagen schuift de termijn even lang op', () => {
    const termijn = calculateBeslistermijn(plainDate('2022-11-01'), [opschorting('2022-11-10', '2022-11-20')], op('2022-11-01'))
    expect(termijn).toEqual({ stand: 'loopt', uiterlijkOp: '2022-12-09' })
  })

  test('Awb 4:15: zolang de opschorting duurt, is er geen laatste dag', () => {
    const termijn = calculateBeslistermijn(plainDate('2022-11-01'), [opschorting('2022-11-10', null)], op('2022-11-01'))
    expect(termijn).toEqual({ stand: 'opgeschort', sinds: '2022-11-10' })
  })
})

describe('het kalenderjaar van de ontvangst', () => {
  test.each([
    ['2022-12-31T22:59:59Z', 2022],
    ['2022-12-31T23:30:00Z', 2023],
  ])('%s', (ontvangenOp, expected) => {
    expect(calculateKalenderjaar(new Date(ontvangenOp))).toBe(expected)
  })
})
