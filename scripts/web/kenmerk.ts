import { randomBytes } from 'node:crypto'

// Without I, L, O and U: what someone reads out over the phone must not be mistaken.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A name for one request, short enough to read out: "7KQ2-MX4P". Stands on the error page and in the log. */
export function makeRequestKenmerk(): string {
  const text = [...randomBytes(8)].map((byte) => LETTERS.charAt(byte % 32)).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}
