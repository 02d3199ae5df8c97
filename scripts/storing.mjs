// npm run storing: breaks a system of its own, so nothing needs to run. See scripts/storing.ts.
import { spawn } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
try {
  const { ensureClient } = await import('./start/build.ts')
  await ensureClient()
} catch (fault) {
  console.error(fault.message)
  process.exit(2)
}
// Modules marked server-only may be loaded outside Next only under this condition.
const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/storing.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
