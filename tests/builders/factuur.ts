import { plainDate } from '@/lib/base/date'
import type { Iban } from '@/lib/base/iban'
import { parseIban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import { makeUbl, type NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'

const iban = (tekst: string): Iban => {
  const gelezen = parseIban(tekst)
  if (gelezen === undefined) throw new Error('no IBAN')
  return gelezen
}

/** A valid e-invoice as XML, of Vakschool De Ambacht to UWV for € 939,50; change what the test is about. */
export function eenFactuur(wijziging: Partial<NieuweFactuur> = {}): string {
  return makeUbl({
    nummer: 'F2022-001',
    datum: plainDate('2022-11-21'),
    vervaldatum: plainDate('2023-01-02'),
    ordernummer: 'ORDER-0000001-00',
    leverancier: {
      naam: 'Vakschool De Ambacht', kvk: '90000001', straat: 'Werkplaats 12', plaats: 'Utrecht', postcode: '3511 AA',
      btwNummer: 'NL900000019B01', iban: iban('NL20INGB0001234567'),
    },
    klant: { naam: 'UWV', kvk: '34360247', straat: 'La Guardiaweg 116', plaats: 'Amsterdam', postcode: '1043 DL' },
    bedragInclusief: cent(93_950),
    btw: 'vrijgesteld',
    regel: 'Basiscursus MIG/MAG-lassen (klassikaal)',
    ...wijziging,
  })
}

/** Replaces one piece of an invoice; fails the test when that piece is not there. */
export function metFout(xml: string, van: string | RegExp, naar: string): string {
  const gewijzigd = xml.replace(van, naar)
  if (gewijzigd === xml) throw new Error(`${String(van)} is not in the invoice`)
  return gewijzigd
}
