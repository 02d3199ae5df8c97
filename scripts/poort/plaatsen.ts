import { readPlaatsen } from '@/lib/wachtkamer/views'

/** So many numbers share one file of places: small enough for a telephone, few enough files for a cache in front of us to hold all. */
export const PER_BLOK = 250

// The drawn places never change for one list: read once, and then a nummer has its place without the database.
const plaatsen = new Map<string, Promise<Uint32Array | undefined>>()
const blokken = new Map<string, string>()

/** Where the places of one drawn list are. The hash is in it, so that a file never changes: another draw is another address. */
export function plaatsenPad(code: string, lijstHash: string): string {
  return `/wachtkamer/${code}/plaatsen/${lijstHash.slice(0, 16)}`
}

/** The drawn places by nummer, from 1, read at most once for a list. Undefined when there is no draw. */
export function plaatsenOf(code: string, lijstHash: string): Promise<Uint32Array | undefined> {
  const key = `${code} ${lijstHash}`
  let reading = plaatsen.get(key)
  if (reading === undefined) {
    forget(code)
    reading = readPlaatsen(code)
    plaatsen.set(key, reading)
    reading.then((found) => { if (found === undefined) plaatsen.delete(key) }, () => { plaatsen.delete(key) })
  }
  return reading
}

function forget(code: string): void {
  for (const other of plaatsen.keys()) if (other.startsWith(`${code} `)) plaatsen.delete(other)
  for (const pad of blokken.keys()) if (pad.startsWith(`/wachtkamer/${code}/`)) blokken.delete(pad)
}

/** The file at this address when it was made before: the same for everybody, so nobody waits for anything. */
export function keptBlok(pad: string): string | undefined {
  return blokken.get(pad)
}

/**
 * The places of the numbers of one block, in order of nummer; block 1 begins with nummer 1. Who has a nummer above the last one
 * came after the opening and has that nummer as place. Undefined when there is no such block in the draw.
 */
export function makeBlok(pad: string, gelote: Uint32Array, blok: number): string | undefined {
  const van = (blok - 1) * PER_BLOK + 1
  if (!Number.isSafeInteger(blok) || van < 1 || van >= gelote.length) return undefined
  const body = JSON.stringify({ van, plaatsen: [...gelote.subarray(van, van + PER_BLOK)] })
  blokken.set(pad, body)
  return body
}
