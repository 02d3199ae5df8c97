import { cent, type Cent } from '@/lib/base/money'

// xs:decimal without sign plus, exponent, leading point or group marks; more than two decimals is no amount in euros (BR-DEC).
const AMOUNT = /^(-?)([0-9]{1,9})(?:\.([0-9]{1,2}))?$/
const PERCENTAGE = /^([0-9]{1,3})(?:\.([0-9]{1,2})0*)?$/
const DECIMAL = /^-?[0-9]{1,12}(?:\.[0-9]{1,8})?$/

/** Reads an amount of an e-invoice digit by digit, never as a float. Undefined for 1e3, 0x10, 1.000,00, .5, NaN and three decimals. */
export function parseDecimaalBedrag(tekst: string): Cent | undefined {
  const match = AMOUNT.exec(tekst)
  if (match?.[2] === undefined) return undefined
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return cent(match[1] === '-' ? -cents : cents)
}

/** An amount as an e-invoice and a payment file write it: "939.50". */
export function formatDecimaalBedrag(bedrag: Cent): string {
  const absolute = Math.abs(bedrag)
  const cents = absolute % 100
  return `${bedrag < 0 ? '-' : ''}${String((absolute - cents) / 100)}.${String(cents).padStart(2, '0')}`
}

/** Reads a percentage in hundredths: "21" is 2100, "8.5" is 850. */
export function parseProcent(tekst: string): number | undefined {
  const match = PERCENTAGE.exec(tekst)
  return match?.[1] === undefined ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Whether a text is a plain decimal number, for a quantity or a price per unit. */
export function isDecimaal(tekst: string): boolean {
  return DECIMAL.test(tekst)
}

/** The btw over an amount, half a cent rounded away from zero as EN 16931 asks. `procent` in hundredths. */
export function btwOver(grondslag: Cent, procent: number): Cent {
  const absolute = Math.abs(grondslag) * procent
  const rounded = (absolute - (absolute % 10_000)) / 10_000 + (absolute % 10_000 >= 5_000 ? 1 : 0)
  return cent(grondslag < 0 ? -rounded : rounded)
}
