import type { Brand } from '@/lib/base/brand'

/** A burgerservicenummer of nine digits that passes the eleven test. Stored encrypted only (invariant I9). */
export type Bsn = Brand<string, 'Bsn'>

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const

/** Reads a BSN; spaces and dots between the digits are allowed. Undefined when it is not one. */
export function parseBsn(text: string): Bsn | undefined {
  const digits = text.replace(/[ .]/g, '')
  if (!/^[0-9]{9}$/.test(digits) || digits === '000000000') return undefined
  const total = WEIGHTS.reduce<number>((sum, weight, index) => sum + weight * Number(digits[index]), 0)
  return total % 11 === 0 ? (digits as Bsn) : undefined
}
