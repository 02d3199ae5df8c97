import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs one of the project's commands against the system under test and gives what it printed. Throws when it exits non-zero. */
export function npmRun(script: string, ...args: readonly string[]): Promise<string> {
  return runScript(`scripts/${script}.ts`, ...args)
}

/** The same for a script of the tests themselves. */
export async function runScript(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/run.mjs', file, ...args], { env: process.env, maxBuffer: 16 * 1024 * 1024 })
  return stdout
}

/** The moment at which every browser test begins: five minutes before the opening of 2022-V, as the demo does. */
export const VOOR_DE_OPENING = '2022-11-01T09:55:00+01:00'

export async function zetKlok(isoTijd: string): Promise<void> {
  await npmRun('klok', 'zet', isoTijd)
}
