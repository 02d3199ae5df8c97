// npm run klok, controle, import, data, bench …: runs a script against the system that runs on STAP_DATA_DIR, or against
// DATABASE_URL and REDIS_URL when those are set.
import { spawn } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'

const [script, ...args] = process.argv.slice(2)
await bootstrap()
const { readSystem } = await import('./start/data-dir.ts')
const { ensureClient } = await import('./start/build.ts')

const dir = process.env.STAP_DATA_DIR || '.stap'
const system = process.env.DATABASE_URL ? undefined : readSystem(dir)
if (system === undefined && !process.env.DATABASE_URL) {
  console.error(`Er draait geen systeem op de gegevensmap ${dir}. Start het met npm start (in een ander venster), of zet DATABASE_URL.`)
  process.exit(1)
}
try {
  await ensureClient()
} catch (fault) {
  console.error(fault.message)
  process.exit(1)
}

// Modules marked server-only may be loaded outside Next only under this condition.
const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, STAP_LOG: process.env.STAP_LOG || 'warn', ...system?.env },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
