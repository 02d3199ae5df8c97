import { describe, expect, test } from 'vitest'
import { formatIban, parseIban } from '@/lib/base/iban'

describe('een IBAN', () => {
  test.each([
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    ['BE68 5390 0754 7034', 'BE68539007547034'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
  ])('%s', (text, expected) => {
    expect(parseIban(text)).toBe(expected)
  })

  test.each([
    ['verkeerd controlegetal', 'NL92ABNA0417164300'],
    ['verwisselde cijfers', 'NL91ABNA0417164030'],
    ['te kort', 'NL91ABNA041716430'],
    ['niet in SEPA', 'TR330006100519786457841326'],
    ['bestaat niet', 'XX91ABNA0417164300'],
    ['leeg', ''],
    ['alleen een rekeningnummer', '417164300'],
    ['brede cijfers', 'NL９１ABNA0417164300'],
  ])('weigert: %s', (_, text) => {
    expect(parseIban(text)).toBeUndefined()
  })

  test('geschreven in groepen van vier', () => {
    const iban = parseIban('NL91ABNA0417164300')
    expect(iban && formatIban(iban)).toBe('NL91 ABNA 0417 1643 00')
  })
})
