// What every script does first, with nothing but Node: the right Node, the packages of the lock file, and TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const MINIMUM = [20, 19]

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return
  fail(`Node ${process.versions.node} is te oud: installeer Node ${MINIMUM.join('.')} of nieuwer (liefst 24) van https://nodejs.org.`)
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

function install() {
  const lock = path.join(root, 'package-lock.json')
  const modules = path.join(root, 'node_modules')
  const stamp = path.join(modules, '.stap-geinstalleerd')
  const done = path.join(modules, '.package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(lock)) return
  if (!existsSync(stamp) && existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) {
    writeFileSync(stamp, hashOf(lock))
    return
  }
  console.log('Pakketten installeren (npm install), dit duurt de eerste keer een minuut …')
  // Not `npm ci`: a lock file made on one system may miss the optional packages of another. Dev packages too: the tests need them.
  const { status, error } = spawnSync('npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (error !== undefined || status !== 0) fail('De pakketten konden niet worden geïnstalleerd. Controleer de verbinding met het npm-register en probeer het opnieuw.')
  writeFileSync(stamp, hashOf(lock))
}

/** Makes sure that packages are there and that .ts files can be imported. */
export async function bootstrap() {
  checkNode()
  process.chdir(root)
  install()
  const { register } = await import('tsx/esm/api')
  register()
}
