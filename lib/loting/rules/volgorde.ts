/** SHA-256 of the UTF-8 bytes of a text: 32 bytes. Given by the caller, because the core stands apart from the platform. */
export type Sha256 = (text: string) => Uint8Array

const DIGEST_BYTES = 32
/** So many leading bytes fit in a double without loss; only equal ones need the other 26. */
const KEY_BYTES = 6

export type Lotnummer = { readonly lot: string; readonly gewicht: number }

/**
 * The text of which the hash decides: `zaad:trekking:lot:ticket`. A participant with weight w holds the tickets 1 to w and
 * keeps the lowest hash. That is exact sampling by weight, in whole numbers, so that every program gives the same order.
 */
export function ticketText(zaad: string, trekking: string, lot: string, ticket: number): string {
  return `${zaad}:${trekking}:${lot}:${String(ticket)}`
}

/**
 * The order of a draw (publication rule, docs/adr/0019): by the lowest ticket hash, read as a number, the lowest first; two
 * equal ones by lot. Answers the indexes of the participants in that order.
 */
export function calculateVolgorde(loten: readonly Lotnummer[], { zaad, trekking }: { zaad: string; trekking: string }, sha256: Sha256): Uint32Array {
  const digests = new Uint8Array(loten.length * DIGEST_BYTES)
  const keys = new Float64Array(loten.length)
  loten.forEach(({ lot, gewicht }, index) => {
    const lowest = lowestTicket({ zaad, trekking, lot, gewicht }, sha256)
    digests.set(lowest, index * DIGEST_BYTES)
    keys[index] = keyOf(lowest)
  })
  const digestOf = (index: number) => digests.subarray(index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES)
  const at = (index: number) => keys[index] ?? 0
  return Uint32Array.from(loten.keys()).sort((a, b) => at(a) - at(b) || compareBytes(digestOf(a), digestOf(b)) || compareText(loten[a]?.lot, loten[b]?.lot))
}

function lowestTicket({ zaad, trekking, lot, gewicht }: Lotnummer & { zaad: string; trekking: string }, sha256: Sha256): Uint8Array {
  let lowest = sha256(ticketText(zaad, trekking, lot, 1))
  for (let ticket = 2; ticket <= gewicht; ticket += 1) {
    const digest = sha256(ticketText(zaad, trekking, lot, ticket))
    if (compareBytes(digest, lowest) < 0) lowest = digest
  }
  return lowest
}

function keyOf(digest: Uint8Array): number {
  let key = 0
  for (let n = 0; n < KEY_BYTES; n += 1) key = key * 256 + (digest[n] ?? 0)
  return key
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let n = 0; n < DIGEST_BYTES; n += 1) {
    const difference = (a[n] ?? 0) - (b[n] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The text of which the hash is the seed. The hash of the list goes in it, so that the parts mean nothing for another list;
 * the parts stand in alphabetical order, so that it does not matter who was first.
 */
export function zaadText(lijstHash: string, bijdragen: readonly string[]): string {
  return [lijstHash, ...[...bijdragen].sort(compareText)].join(':')
}
