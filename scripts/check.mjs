// npm run check: types, lint, dependency rules, unused code and the architecture tests, side by side.
import { spawn } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureClient } = await import('./start/build.ts')
await ensureClient()

const node = (program, ...args) => [process.execPath, `node_modules/${program}`, ...args]
const CACHED = ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/']
const CHECKS = {
  types: node('typescript/bin/tsc', '--noEmit', '-p', '.'),
  'lint van de toepassing': node('eslint/bin/eslint.js', ...CACHED, 'app', 'components', 'lib', 'workers'),
  'lint van tests en scripts': node('eslint/bin/eslint.js', ...CACHED, 'tests', 'scripts', 'prisma', '*.ts'),
  'afhankelijkheden': node('dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'components', 'lib', 'workers', 'tests', 'scripts', 'prisma/seed', '--output-type', 'err'),
  'ongebruikte code': node('knip/bin/knip.js'),
  architectuur: node('vitest/vitest.mjs', 'run', '--config', 'vitest.architecture.config.ts', '--reporter', 'dot'),
}
// The heavy ones first; two at a time suits a machine with two cores.
const queue = ['lint van de toepassing', 'lint van tests en scripts', 'types', 'afhankelijkheden', 'ongebruikte code', 'architectuur']

function run(name) {
  const [program, ...args] = CHECKS[name]
  const begin = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } })
    let output = ''
    child.stdout.on('data', (chunk) => { output += chunk })
    child.stderr.on('data', (chunk) => { output += chunk })
    child.on('exit', (code) => {
      const seconds = ((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')
      console.log(`${code === 0 ? 'goed' : 'FOUT'}  ${name} (${seconds} s)`)
      resolve({ name, ok: code === 0, output })
    })
  })
}

async function lane(results) {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) results.push(await run(name))
}

const begin = performance.now()
const results = []
await Promise.all([lane(results), lane(results)])
for (const { name, output } of results.filter(({ ok }) => !ok)) console.log(`\n── ${name} ──\n${output.trim()}`)
const wrong = results.filter(({ ok }) => !ok).length
console.log(`\n${results.length - wrong} van ${results.length} goed, in ${Math.round((performance.now() - begin) / 1000)} s`)
process.exit(wrong === 0 ? 0 : 1)
