import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureClient } from '../start/build'
import { startEigen } from '../start/eigen'
import { sentenceOf } from '../start/fault'
import { dismissGuard } from '../start/processes'
import { findChromium } from './chromium'
import { readPlaywright, readVitest, type Tally } from './tally'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PHASES = ['unit', 'browser', 'start'] as const

/** Runs every test there is and sums up; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const phases = PHASES.filter((phase) => args.length === 0 || args.includes(phase))
  if (phases.length === 0) {
    process.stderr.write(`Onbekend: ${args.join(' ')}. Kies uit ${PHASES.join(', ')}, of niets voor alles.\n`)
    return 1
  }
  const work = mkdtempSync(path.join(tmpdir(), 'stap-npm-test-'))
  // As root PostgreSQL runs as another user, who must be able to pass.
  chmodSync(work, 0o711)
  const cleaners: (() => Promise<void>)[] = []
  const end = async () => {
    for (const clean of cleaners.splice(0).reverse()) await clean()
    dismissGuard()
    rmSync(work, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(1)))

  const tallies: Tally[] = []
  try {
    await ensureClient()
    if (phases.includes('unit')) tallies.push(await unit(work))
    if (phases.includes('browser')) tallies.push(await browser(work, cleaners))
    if (phases.includes('start')) tallies.push(await starter(work))
  } catch (fault) {
    process.stderr.write(`\n${sentenceOf(fault)}\n`)
    tallies.push({ passed: 0, failed: 1, skipped: 0, failures: [sentenceOf(fault)] })
  }
  await end()

  const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0)
  for (const failure of tallies.flatMap(({ failures }) => failures)) process.stdout.write(`\n${failure}\n`)
  if (sum('skipped') > 0) process.stdout.write(`${sum('skipped')} skipped\n`)
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
}

function headline(text: string): void {
  process.stdout.write(`\n━━ ${text}\n`)
}

async function unit(work: string): Promise<Tally> {
  headline('Modules, database, wachtrij (vitest)')
  const report = path.join(work, 'unit.json')
  const code = await show(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {})
  return readVitest(report, code)
}

async function starter(work: string): Promise<Tally> {
  headline('npm start zelf')
  const report = path.join(work, 'start.json')
  const code = await show(['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.start.config.ts', '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`], {})
  return readVitest(report, code)
}

async function browser(work: string, cleaners: (() => Promise<void>)[]): Promise<Tally> {
  headline('In de browser, op een systeem dat met npm start is gestart')
  const found = await findChromium((text) => { process.stdout.write(`${text}\n`) })
  const system = await startEigen({}, (line) => { if (line.startsWith('▸')) process.stdout.write(`${line}\n`) })
  cleaners.push(system.stop)
  const report = path.join(work, 'browser.json')
  const code = await show(['node_modules/@playwright/test/cli.js', 'test'], {
    ...system.env,
    STAP_TEST_URL: system.url,
    STAP_TEST_REPORT: report,
    STAP_TEST_CHROMIUM: found.program,
    STAP_TEST_CHROMIUM_ENV: JSON.stringify(found.env),
  })
  if (code !== 0) process.stdout.write(`Laatste regels van het systeem:\n${system.lines.slice(-40).join('\n')}\n`)
  return readPlaywright(report, code)
}

/** Runs a script of Node with its output shown; gives its exit code. */
function show(args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_ENV: 'test', FORCE_COLOR: '0', ...env } })
    child.once('exit', (code) => { resolve(code ?? 1) })
  })
}
