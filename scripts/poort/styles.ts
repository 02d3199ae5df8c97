import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SOURCE = path.join(ROOT, 'app/globals.css')
const BUILT = path.join(ROOT, '.poort/stap.css')

/** The fonts that the stylesheet names, by the name of their file. */
const FONTS = path.join(ROOT, 'node_modules/@fontsource-variable/source-sans-3/files')

export type Stylesheet = { css: string; fonts: ReadonlyMap<string, Buffer> }

/** Makes the stylesheet of the site without Next: for the pages that must be there when web is not. */
export async function compileStyles(): Promise<string> {
  // Loaded only when there is something to compile: a poort that runs has no need of it.
  const [{ default: postcss }, { default: tailwind }] = await Promise.all([import('postcss'), import('@tailwindcss/postcss')])
  const { css } = await postcss([tailwind({ base: ROOT, optimize: true })]).process(readFileSync(SOURCE, 'utf8'), { from: SOURCE })
  return css
}

/** Compiles the stylesheet into the build directory, for the processes that start after it. */
export async function buildStyles(): Promise<void> {
  const css = await compileStyles()
  mkdirSync(path.dirname(BUILT), { recursive: true })
  writeFileSync(BUILT, css)
}

/**
 * The stylesheet, built or else compiled now, with its fonts.
 * @param addressOf the address at which a font is served
 */
export async function readStyles(addressOf: (font: string, body: Buffer) => string): Promise<Stylesheet> {
  // While somebody works on it the built one is of before.
  const source = existsSync(BUILT) && process.env['NODE_ENV'] !== 'development' ? readFileSync(BUILT, 'utf8') : await compileStyles()
  const fonts = new Map<string, Buffer>()
  const css = source.replace(/url\([^)]*?([a-z0-9-]+\.woff2)[^)]*\)/g, (_all, font: string) => {
    const body = readFileSync(path.join(FONTS, font))
    fonts.set(font, body)
    return `url(${addressOf(font, body)})`
  })
  return { css, fonts }
}

/** Twelve characters that change with the content. */
export function contentHash(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 12)
}
