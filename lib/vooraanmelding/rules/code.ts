// Crockford's alphabet: no I, L, O or U, so that nothing is read as something else.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const PREFIX = 'AB'

/** How many random bytes makeCode needs: one for each character. */
export const CODE_BYTES = LENGTH

/**
 * The code of an aanmeldbewijs, as AB-7KQ2-M9XD-4TWP-11: twelve random characters (60 bits, so it cannot be guessed) and two
 * check digits: its value in base 32 modulo 97, which notices every wrong character and every two neighbours in the wrong order.
 * (ISO 7064 MOD 97-10 would not: it counts a letter as two digits, so that 2M and M2 are both 222.)
 * Throws a RangeError when there are too few bytes.
 */
export function makeCode(bytes: Uint8Array): string {
  if (bytes.length < CODE_BYTES) throw new RangeError(`a code needs ${String(CODE_BYTES)} random bytes`)
  // 256 is a multiple of 32, so every character is equally likely.
  const body = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  return spell(body, remainder(body))
}

/** Reads a code that a person typed: small letters, spaces, missing dashes, O for 0 and I or L for 1 are forgiven. Undefined when it does not check. */
export function parseCode(text: string): string | undefined {
  const compact = text.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(new RegExp(`^${PREFIX}(?=.{${String(LENGTH + 2)}}$)`), '')
  const [body, check] = [compact.slice(0, LENGTH).replaceAll('O', '0').replace(/[IL]/g, '1'), compact.slice(LENGTH).replaceAll('O', '0').replace(/[IL]/g, '1')]
  if (compact.length !== LENGTH + 2 || !/^[0-9]{2}$/.test(check) || body.includes('U')) return undefined
  return remainder(body) === check ? spell(body, check) : undefined
}

function spell(body: string, check: string): string {
  return [PREFIX, body.slice(0, 4), body.slice(4, 8), body.slice(8), check].join('-')
}

/** The two check digits: 97 is a prime larger than 32, so no other character in a place, nor a swap with its neighbour, gives the same. */
function remainder(body: string): string {
  const value = Array.from(body).reduce((sum, character) => (sum * ALPHABET.length + ALPHABET.indexOf(character)) % 97, 0)
  return String(value).padStart(2, '0')
}
