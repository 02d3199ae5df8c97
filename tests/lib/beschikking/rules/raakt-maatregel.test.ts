import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { findRakendeMaatregel, raaktAanvraag, type GenomenMaatregel } from '@/lib/beschikking/rules/raakt-maatregel'

const AANVRAAG = { opleidingId: 'lassen', openDag: plainDate('2022-11-01'), sluitDag: plainDate('2022-12-31') }
const maatregel = (changes: Partial<GenomenMaatregel>): GenomenMaatregel => ({
  id: 'm', opleidingId: null, soort: 'in-onderzoek', ingangsdatum: plainDate('2022-11-03'), einddatum: null, isOpgeheven: false, opgelegdOp: plainDate('2022-11-03'), ...changes,
})
const uitsluiting = (ingangsdatum: string, opgelegdOp = ingangsdatum) => maatregel({ opleidingId: 'lassen', soort: 'verwijderd', ingangsdatum: plainDate(ingangsdatum), opgelegdOp: plainDate(opgelegdOp) })

describe('welke aanvraag een maatregel raakt', () => {
  test.each([
    ['in onderzoek, hele opleider', maatregel({}), '2022-11-05', true],
    ['nog niet ingegaan', maatregel({}), '2022-11-02', false],
    ['op de einddatum is hij voorbij', maatregel({ einddatum: plainDate('2022-11-05') }), '2022-11-05', false],
    ['opgeheven', maatregel({ isOpgeheven: true }), '2022-11-05', false],
    ['op een andere opleiding', maatregel({ opleidingId: 'hovenier' }), '2022-11-05', false],
    ['op deze opleiding, geblokkeerd', maatregel({ opleidingId: 'lassen', soort: 'geblokkeerd' }), '2022-11-05', true],
    ['art. 12 lid 1 onder f: opleider verwijderd in hetzelfde tijdvak', maatregel({ soort: 'verwijderd' }), '2022-11-05', true],
    ['onder e: scholing uitgesloten in hetzelfde tijdvak', uitsluiting('2022-11-03'), '2022-11-05', false],
    ['onder e: uitgesloten op de laatste dag van het tijdvak', uitsluiting('2022-12-31'), '2023-01-02', false],
    ['onder e: scholing uitgesloten na het tijdvak', uitsluiting('2023-01-01'), '2023-01-02', true],
    ['onder e: scholing uitgesloten voor het tijdvak', uitsluiting('2022-10-31'), '2022-11-05', true],
    ['een uitsluiting met een vroege datum vond plaats toen zij werd opgelegd', uitsluiting('2022-10-01', '2022-11-03'), '2022-11-05', false],
  ] as const)('%s', (_, een, dag, verwacht) => {
    expect(raaktAanvraag(een, AANVRAAG, plainDate(dag))).toBe(verwacht)
  })

  test('van twee telt de zwaarste', () => {
    const zwaar = maatregel({ id: 'zwaar', soort: 'verwijderd' })
    expect(findRakendeMaatregel([maatregel({}), zwaar], AANVRAAG, plainDate('2022-11-05'))).toEqual(zwaar)
  })
})
