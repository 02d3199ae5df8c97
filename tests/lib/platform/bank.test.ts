import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sendToBank } from '@/lib/platform/bank'
import { config } from '@/lib/platform/config'

const uit = path.resolve(config.dataDir, 'bank', 'uit')
const bestand = Buffer.from('<Document/>')

describe('I6: een betaalbestand ligt één keer klaar voor de bank', () => {
  test('het staat er helemaal, en alleen wij kunnen het lezen', async () => {
    await sendToBank('BATCH-0000001-97', bestand)
    expect(readdirSync(uit)).toEqual(['BATCH-0000001-97.xml'])
    expect(readFileSync(path.join(uit, 'BATCH-0000001-97.xml'))).toEqual(bestand)
    expect(statSync(path.join(uit, 'BATCH-0000001-97.xml')).mode & 0o777).toBe(0o600)
  })

  test('hetzelfde bestand nog eens verandert niets', async () => {
    await sendToBank('BATCH-0000002-94', bestand)
    const before = statSync(path.join(uit, 'BATCH-0000002-94.xml')).mtimeMs
    await sendToBank('BATCH-0000002-94', bestand)
    expect(statSync(path.join(uit, 'BATCH-0000002-94.xml')).mtimeMs).toBe(before)
  })

  test('een ander bestand met hetzelfde kenmerk wordt geweigerd, en het eerste blijft', async () => {
    await sendToBank('BATCH-0000003-91', bestand)
    await expect(sendToBank('BATCH-0000003-91', Buffer.from('<Document>meer</Document>'))).rejects.toThrow('already there with other content')
    expect(readFileSync(path.join(uit, 'BATCH-0000003-91.xml'))).toEqual(bestand)
  })

  test('wat een storing half achterliet, wordt overgedaan', async () => {
    mkdirSync(uit, { recursive: true })
    writeFileSync(path.join(uit, 'BATCH-0000004-88.xml.deel'), '<Doc')
    await sendToBank('BATCH-0000004-88', bestand)
    expect(readFileSync(path.join(uit, 'BATCH-0000004-88.xml'))).toEqual(bestand)
  })

  test.each(['../geheim', 'a/b', '', 'batch-1', 'X'.repeat(36)])('%j is geen naam voor een betaalbestand', async (naam) => {
    await expect(sendToBank(naam, bestand)).rejects.toThrow('is no name for a payment file')
  })
})
