// npm run klok, controle, import, data, bench …: runs a script against the system that runs on STAP_DATA_DIR, or against
// DATABASE_URL and REDIS_URL when those are set. With --eigen before the script one is started when none runs, or when the
// operator asks for a system of its own, and ended again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'

const mayStart = process.argv[2] === '--eigen'
const [script, ...args] = process.argv.slice(mayStart ? 3 : 2)
await bootstrap()
const { readSystem } = await import('./start/data-dir.ts')
const { ensureClient } = await import('./start/build.ts')
const { sentenceOf } = await import('./start/fault.ts')

const dir = process.env.STAP_DATA_DIR || '.stap'
const asksOwn = mayStart && args.some((arg) => /^--(eigen|generale|poorten|workers|web)(=|$)/.test(arg))
let system = process.env.DATABASE_URL || asksOwn ? undefined : readSystem(dir)
const startsOwn = system === undefined && mayStart && (asksOwn || !process.env.DATABASE_URL) && !args.includes('--help')
if (system === undefined && !process.env.DATABASE_URL && !startsOwn && !args.includes('--help')) {
  console.error(`Er draait geen systeem op de gegevensmap ${dir}. Start het met npm start (in een ander venster), of zet DATABASE_URL.`)
  process.exit(1)
}

let child
let asked = false
let stopOwn = async () => undefined
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  asked = true
  child?.kill(signal)
})
try {
  await ensureClient()
  if (startsOwn) {
    console.log('Er wordt een eigen systeem gestart …')
    const { startEigen } = await import('./start/eigen.ts')
    const aantal = (naam) => args[args.indexOf(`--${naam}`) + 1] ?? args.find((arg) => arg.startsWith(`--${naam}=`))?.split('=')[1]
    const own = Object.fromEntries([['poorten', 'STAP_POORTEN'], ['workers', 'STAP_WORKERS'], ['web', 'STAP_WEBS']].flatMap(([naam, variable]) =>
      args.some((arg) => arg.startsWith(`--${naam}`)) && /^\d+$/.test(aantal(naam) ?? '') ? [[variable, aantal(naam)]] : []))
    // In a rehearsal its processes are killed: what ends is started again.
    if (args.includes('--generale')) own.STAP_HERSTART = 'ja'
    const eigen = await startEigen(own, (line) => { if (line.startsWith('▸')) console.log(line) })
    stopOwn = eigen.stop
    system = { env: { ...eigen.env, STAP_VERSLAGMAP: path.resolve(dir, 'simulatie'), STAP_EIGEN_PID: String(eigen.pid) } }
  }
} catch (fault) {
  console.error(sentenceOf(fault))
  process.exit(1)
}

let code = 1
if (!asked) {
  // Modules marked server-only may be loaded outside Next only under this condition.
  child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, STAP_LOG: process.env.STAP_LOG || 'warn', ...system?.env },
  })
  const [exit] = await once(child, 'exit')
  code = exit ?? 1
}
await stopOwn()
process.exit(code)
