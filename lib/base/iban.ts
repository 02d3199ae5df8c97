import { electronicFormatIBAN, friendlyFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools'
import type { Brand } from '@/lib/base/brand'

/** A bank account number in a SEPA country, in capitals and without spaces. */
export type Iban = Brand<string, 'Iban'>

/** Reads an IBAN; spaces and small letters are allowed. Undefined when the check digits fail or the country is not in SEPA. */
export function parseIban(text: string): Iban | undefined {
  const iban = electronicFormatIBAN(text.trim())
  if (iban === null || !/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined
  return isValidIBAN(iban) && isSEPACountry(iban.slice(0, 2)) ? (iban as Iban) : undefined
}

/** "NL91 ABNA 0417 1643 00" */
export function formatIban(iban: Iban): string {
  return friendlyFormatIBAN(iban) ?? iban
}
