import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { Bewijsinhoud } from '@/lib/vooraanmelding/model'
import { judgeEchtheid, signedText } from '@/lib/vooraanmelding/rules/handtekening'

const inhoud: Bewijsinhoud = {
  code: 'AB-0000-0000-0000-00', versie: 1, uitgegevenOp: new Date('2022-10-25T10:00:00.000Z'), opleiderId: 'o', opleidingId: 'p', scholingsactiviteitId: 's',
  studentnummer: 'S1', voornaam: 'Sam', tussenvoegsel: null, achternaam: 'Jansen', geboortedatum: plainDate('1985-06-15'),
  straat: 'Werkweg', huisnummer: '1', huisnummertoevoeging: null, postcode: '3511 AB', woonplaats: 'Utrecht', land: 'NL',
  startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-01-27'), plaats: 'Utrecht', kostenCent: cent(120_000), subsidiabelCent: cent(100_000), gevraagdCent: cent(93_950),
}

describe('de handtekening gaat over alles wat op het aanmeldbewijs staat', () => {
  test('in een vaste volgorde, met het formaat voorop', () => {
    expect(signedText(inhoud)).toBe('["stap-aanmeldbewijs-1","AB-0000-0000-0000-00",1,"2022-10-25T10:00:00.000Z","o","p","s","S1","Sam",null,"Jansen","1985-06-15",'
      + '"Werkweg","1",null,"3511 AB","Utrecht","NL","2022-12-05","2023-01-27","Utrecht",120000,100000,93950]')
  })
  test.each(Object.keys(inhoud))('een andere waarde van %s geeft een andere tekst', (veld) => {
    const anders = { ...inhoud, [veld]: veld === 'uitgegevenOp' ? new Date('2022-10-25T10:00:00.001Z') : 'iets anders' }
    expect(signedText(anders)).not.toBe(signedText(inhoud))
  })
  test('een waarde die van het ene veld in het andere schuift, blijft niet onopgemerkt', () => {
    expect(signedText({ ...inhoud, tussenvoegsel: 'van', achternaam: 'Dam' })).not.toBe(signedText({ ...inhoud, tussenvoegsel: null, achternaam: 'van Dam' }))
  })
})

describe('de echtheid', () => {
  test.each([['abc', 'echt'], ['abd', 'vals'], [null, 'ongetekend']] as const)('handtekening %s is %s', (handtekening, oordeel) => {
    expect(judgeEchtheid(handtekening, 'abc')).toBe(oordeel)
  })
})
