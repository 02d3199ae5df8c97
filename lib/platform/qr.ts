import 'server-only'
import { encode } from 'uqr'

/** A QR code as one path in a square of `size` by `size`, quiet zone included. */
export type Qr = { readonly size: number; readonly path: string }

/** The QR code of a text: a quarter of it may be lost (level Q), so that a folded or stained print still scans. */
export function makeQr(text: string): Qr {
  const { size, data } = encode(text, { ecc: 'Q', border: 4 })
  // One stroke for each run of dark modules in a row.
  const runs = data.flatMap((row, y) => Array.from(row.map((dark) => (dark ? '1' : '0')).join('').matchAll(/1+/g), ({ index, 0: run }) => `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`))
  return { size, path: runs.join('') }
}

/** The same as an SVG document of its own, black on white. */
export function makeQrSvg(text: string): string {
  const { size, path } = makeQr(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}"><rect width="${String(size)}" height="${String(size)}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
