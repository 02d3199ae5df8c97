import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = path.resolve(import.meta.dirname, '../..')
const slotregel = z.object({ bevestigd: z.number(), verloren: z.number(), dubbel: z.number(), toegekend: z.number(), geweigerd: z.number(), volgordeInversies: z.number(), schendingen: z.number(), toekenningen: z.string().length(64) })

/** Plays a small opening on a system of its own, everybody after the one before; gives the last line. */
async function speel(...args: readonly string[]): Promise<z.output<typeof slotregel>> {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...env } = process.env
  const child = spawn(process.execPath, ['scripts/run.mjs', '--eigen', 'scripts/simulatie.ts', '--beurtelings', '--aanvragers', '60', '--wachtenden', '80', '--inloggers', '2', ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { written += chunk.toString() })
  await new Promise((resolve) => { child.once('close', resolve) })
  const last = written.split('\n').findLast((line) => line.startsWith('{"aanvragers"'))
  if (last === undefined) throw new Error(`the play did not come to its end:\n${written.slice(-2_000)}`)
  return slotregel.parse(JSON.parse(last))
}

test('met twee keer web, twee keer poort en drie workers krijgen dezelfde mensen budget als met één van elk; met een ander zaad niet', async () => {
  // Each on a system of its own, so they may be played at the same time.
  const [een, veel, ander] = await Promise.all([
    speel('--seed', '7', '--poorten', '1', '--workers', '1', '--web', '1'),
    speel('--seed', '7', '--poorten', '2', '--workers', '3', '--web', '2'),
    speel('--seed', '8', '--poorten', '1', '--workers', '1', '--web', '1'),
  ])
  // Some are granted and some refused: else the order would make no difference.
  expect(een.toegekend).toBeGreaterThan(20)
  expect(een.geweigerd).toBeGreaterThan(5)
  for (const spel of [een, veel]) expect(spel).toMatchObject({ verloren: 0, dubbel: 0, volgordeInversies: 0, schendingen: 0 })
  expect(veel).toEqual(een)
  expect(ander.toekenningen).not.toBe(een.toekenningen)
}, 900_000)
