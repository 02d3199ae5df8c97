import type { Brand } from '@/lib/base/brand'

/** An amount as an integer number of euro cents (invariant I5). Negative in a booking that takes away. */
export type Cent = Brand<number, 'Cent'>

/** The largest single amount a column of PostgreSQL type int4 can hold. */
const INT4_MAX = 2_147_483_647

/** Checks that a number is a whole number of cents. Throws a RangeError on a fraction, NaN or an unsafe integer. */
export function cent(amount: number): Cent {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${String(amount)} is not a whole number of cents`)
  return (amount === 0 ? 0 : amount) as Cent
}

/** The sum of amounts, in cents. */
export function sum(amounts: readonly Cent[]): Cent {
  return cent(amounts.reduce<number>((total, amount) => total + amount, 0))
}

// Either groups of three with dots, or no dots at all; after the comma two digits or a dash.
const BEDRAG = /^(?:€[ \u00a0]?)?((?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)|[1-9][0-9]*)(?:,(?:([0-9]{2})|-{1,2}))?$/

/**
 * Reads an amount as a Dutch person writes it: "1000", "1.000", "939,50", "€ 12,-".
 * Undefined for everything else (1e3, 0x10, -5, 10.5, full-width digits) and for more than a single amount can be.
 */
export function parseBedrag(text: string): Cent | undefined {
  const match = BEDRAG.exec(text.trim())
  if (match?.[1] === undefined) return undefined
  const amount = Number(match[1].replaceAll('.', '')) * 100 + Number(match[2] ?? '0')
  return amount <= INT4_MAX ? cent(amount) : undefined
}

/** "€ 1.000" for whole euros, "€ 939,50" otherwise. The space is an ordinary one: the page keeps it together. */
export function formatBedrag(amount: Cent, altijdCenten = false): string {
  const absolute = Math.abs(amount)
  const cents = absolute % 100
  const euros = String((absolute - cents) / 100).replace(/\B(?=(?:[0-9]{3})+$)/g, '.')
  const decimals = cents === 0 && !altijdCenten ? '' : `,${String(cents).padStart(2, '0')}`
  return `€ ${amount < 0 ? '-' : ''}${euros}${decimals}`
}
