import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Runs another script of the project as an operator does; gives its exit code and its lines. */
export async function runScript(script: string, args: readonly string[], opRegel: (regel: string) => void): Promise<{ code: number; regels: readonly string[] }> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const regels: string[] = []
  createInterface({ input: child.stdout }).on('line', (regel) => {
    regels.push(regel)
    opRegel(regel)
  })
  const code = await new Promise<number>((resolve) => { child.once('close', (uit) => { resolve(uit ?? 1) }) })
  return { code, regels }
}
