import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const run = promisify(execFile)
const SCRIPT = path.resolve(import.meta.dirname, '../../../public/verifieer-wachtkamer.mjs')

// The same values as rules/loting.test.ts, made with hashlib of Python.
const LOTEN = ['1111', '2222', '3333', '4444', '5555', '6666', '7777', '8888'].map((einde) => einde.padStart(32, '0'))
const LIJST = LOTEN.map((lot) => `${lot}\n`).join('')
const LOTING = {
  zaad: '0000000000000000000000000000000000000000000000000000000000000001',
  zaadHash: 'c386d8e8d07342f2e39e189c8e6c57bb205bb373fe4e3a6f69404a8bb767b417',
  lijstHash: '426fff2c1278ea854582e6f668c54c2840a6d01ff28b580ef8fd7cc6e0e0e1a5',
  aantalVoor: 8,
}

async function verifieer(loting: object, lijst: string, lot = ''): Promise<{ code: number; uitvoer: string }> {
  const map = mkdtempSync(path.join(tmpdir(), 'stap-verifieer-'))
  writeFileSync(path.join(map, 'loting.json'), JSON.stringify(loting))
  writeFileSync(path.join(map, 'lijst.txt'), lijst)
  try {
    const { stdout } = await run(process.execPath, [SCRIPT, path.join(map, 'loting.json'), path.join(map, 'lijst.txt'), ...(lot === '' ? [] : [lot])])
    return { code: 0, uitvoer: stdout }
  } catch (fault) {
    return { code: 1, uitvoer: fault instanceof Error && 'stdout' in fault && 'stderr' in fault ? `${String(fault.stdout)}${String(fault.stderr)}` : String(fault) }
  }
}

describe('het programma waarmee een vreemde de loting narekent', () => {
  test.each([['eerste lot', LOTEN[0], 8], ['derde lot', LOTEN[2], 1], ['in hoofdletters', (LOTEN[7] ?? '').toUpperCase(), 4]])('de plaats van het %s', async (_, lot, plaats) => {
    const { code, uitvoer } = await verifieer(LOTING, LIJST, lot)
    expect(uitvoer).toContain('De loting klopt.')
    expect(uitvoer).toContain(`plaats ${String(plaats)}.`)
    expect(code).toBe(0)
  })

  test('een lot dat niet meedeed, staat niet op de lijst', async () => {
    expect((await verifieer(LOTING, LIJST, 'f'.repeat(32))).uitvoer).toContain('staat niet op de lijst')
  })

  test.each([
    ['een ander zaad dan beloofd', { ...LOTING, zaad: 'f'.repeat(64) }, LIJST, 'KLOPT NIET  zaad'],
    ['een lot is weggelaten', LOTING, LOTEN.slice(1).map((lot) => `${lot}\n`).join(''), 'KLOPT NIET  lijst'],
    ['twee loten zijn verwisseld', LOTING, [...LOTEN].reverse().map((lot) => `${lot}\n`).join(''), 'KLOPT NIET  lijst'],
    ['een lot staat er dubbel in', LOTING, LIJST + LIJST, 'KLOPT NIET  loten'],
  ])('%s: het programma zegt het', async (_, loting, lijst, melding) => {
    const { code, uitvoer } = await verifieer(loting, lijst)
    expect(uitvoer).toContain(melding)
    expect(uitvoer).toContain('De loting klopt NIET.')
    expect(code).toBe(1)
  })

  test('voor de loting is er niets na te rekenen', async () => {
    const { code, uitvoer } = await verifieer({ ...LOTING, zaad: null, lijstHash: null, aantalVoor: null }, '')
    expect(uitvoer).toContain('Er is nog niet geloot')
    expect(code).toBe(1)
  })
})
