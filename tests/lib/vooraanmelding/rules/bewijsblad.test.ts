import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { maakBewijsPdf } from '@/lib/vooraanmelding/use-cases/maak-bewijs-pdf'
import { composeBlad, formatAdres } from '@/lib/vooraanmelding/rules/bewijsblad'

const blad = {
  code: 'AB-7KQ2-M9XD-4TWP-11', versie: 2, uitgegevenOp: new Date('2022-10-25T10:00:00.000Z'), opleiderId: 'o', opleidingId: 'p', scholingsactiviteitId: 's',
  studentnummer: 'S1', voornaam: 'Sam', tussenvoegsel: 'van der', achternaam: 'Berg', geboortedatum: plainDate('1985-06-15'),
  straat: 'Werkweg', huisnummer: '1', huisnummertoevoeging: 'B', postcode: '3511 AB', woonplaats: 'Utrecht', land: 'NL',
  startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-01-27'), plaats: null, kostenCent: cent(120_000), subsidiabelCent: cent(100_000), gevraagdCent: cent(93_950),
  cohortcode: 'C-1', opleiding: { titel: 'Lassen niveau 1', programmaId: 'P-1' }, organisatie: { naam: 'Vakschool De Bouw', kvk: '90000001', code: '100A001' }, handtekening: 'a'.repeat(64),
}

describe('SVO: wat er op het aanmeldbewijs staat', () => {
  test('de deelnemer met adres en de scholing met bedragen', () => {
    expect(composeBlad(blad)).toEqual({
      deelnemer: [['Naam', 'Sam van der Berg'], ['Geboortedatum', '15-06-1985'], ['Adres', 'Werkweg 1 B, 3511 AB Utrecht'], ['Studentnummer', 'S1']],
      scholing: [
        ['Opleider', 'Vakschool De Bouw (KvK 90000001, 100A001)'], ['Opleiding', 'Lassen niveau 1'], ['Codes van opleiding en start', 'P-1, C-1'],
        ['Wanneer', 'van maandag 5 december 2022 tot en met vrijdag 27 januari 2023'], ['Waar', 'Online'], ['Totale kosten', '€ 1.200'], ['Subsidiabele kosten', '€ 1.000'], ['Gevraagd subsidiebedrag', '€ 939,50'],
      ],
    })
  })
  test('buiten Nederland staat het land erbij, en zonder adres staat er niets', () => {
    expect(formatAdres({ ...blad, straat: null, huisnummer: null, huisnummertoevoeging: null, postcode: null, woonplaats: 'Gent', land: 'BE' })).toBe('Gent, BE')
    expect(formatAdres({ ...blad, straat: null, huisnummer: null, huisnummertoevoeging: null, postcode: null, woonplaats: null })).toBeNull()
  })
})

describe('EN 301 549: de PDF', () => {
  test('is PDF/UA-1, in het Nederlands, en is bij dezelfde inhoud byte voor byte gelijk', () => {
    const pdf = maakBewijsPdf(blad)
    const tekst = pdf.toString('latin1')
    expect(tekst.startsWith('%PDF-')).toBe(true)
    expect(tekst).toContain('pdfuaid:part')
    expect(tekst).toMatch(/\/Lang ?\((nl-NL|nl)\)/)
    expect(maakBewijsPdf(blad).equals(pdf)).toBe(true)
  })
})
