const MINIMUM_DIGITS = 7
const PREFIX = /^[A-Z]{1,8}$/

/**
 * A reference that can be read out on the telephone: 'STAP-0000123-44'.
 * The last two digits are check characters by ISO 7064 MOD 97-10 over the prefix and the number: every wrong character
 * and every two neighbours in the wrong order are noticed, and a kenmerk of one kind is not accepted as another.
 * Throws a RangeError when the prefix is not capitals or the number not a whole one from 0.
 */
export function makeKenmerk(prefix: string, nummer: number): string {
  if (!PREFIX.test(prefix)) throw new RangeError(`${JSON.stringify(prefix)} is not a prefix of 1 to 8 capitals`)
  if (!Number.isSafeInteger(nummer) || nummer < 0) throw new RangeError(`${String(nummer)} is not a number for a kenmerk`)
  const digits = String(nummer).padStart(MINIMUM_DIGITS, '0')
  const check = 98 - remainder(`${prefix}${digits}00`)
  return `${prefix}-${digits}-${String(check).padStart(2, '0')}`
}

/**
 * Reads a kenmerk that a person typed: small letters, spaces, missing dashes and the letter O for a zero are forgiven.
 * Answers the kenmerk in its own spelling, or undefined when it has another prefix or does not check.
 */
export function parseKenmerk(prefix: string, text: string): string | undefined {
  const compact = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')
  if (!compact.startsWith(prefix)) return undefined
  const body = compact.slice(prefix.length).replaceAll('O', '0')
  if (!/^[0-9]{9,17}$/.test(body) || remainder(prefix + body) !== 1) return undefined
  const kenmerk = makeKenmerk(prefix, Number(body.slice(0, -2)))
  return kenmerk.replaceAll('-', '') === prefix + body ? kenmerk : undefined
}

/** The value modulo 97, a letter counting as two digits (A is 10), taken character by character so that no number grows large. */
function remainder(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
