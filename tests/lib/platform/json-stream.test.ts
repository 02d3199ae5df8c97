import { describe, expect, test } from 'vitest'
import { readJsonRows, type JsonRij, type JsonStreamOptions } from '@/lib/platform/json-stream'

const LIMITS = { lijst: 'programs', maxBytes: 10_000, maxRijBytes: 1_000, maxDiepte: 20 }

async function read(inhoud: string | Uint8Array, options: Partial<JsonStreamOptions> & { stuk?: number } = {}): Promise<JsonRij[]> {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud
  const { stuk = bytes.length || 1, ...rest } = options
  async function* source() {
    for (let at = 0; at < bytes.length; at += stuk) yield bytes.subarray(at, at + stuk)
  }
  const rows: JsonRij[] = []
  for await (const row of readJsonRows(source(), { formaat: 'json', ...LIMITS, ...rest })) rows.push(row)
  return rows
}
const valuesOf = (rows: JsonRij[]) => rows.map((row) => (row.soort === 'rij' ? row.waarde : row.soort === 'onleesbaar' ? 'ONLEESBAAR' : row.reden))
const linesOf = (rows: JsonRij[]) => rows.map((row) => row.regel)

describe('a list', () => {
  const text = '[\n  {"a": "x, ] } \\" é"},\n  {"b": [1, {"c": "\\\\"}]},\n  17, "los", null\n]\n'
  test('gives every row with its line', async () => {
    const rows = await read(text)
    expect(valuesOf(rows)).toEqual([{ a: 'x, ] } " é' }, { b: [1, { c: '\\' }] }, 17, 'los', null])
    expect(linesOf(rows)).toEqual([2, 3, 4, 4, 4])
  })
  test.each([1, 2, 3, 7])('gives the same in pieces of %i bytes', async (stuk) => {
    expect(await read(text, { stuk })).toEqual(await read(text))
  })
  test('a row that is no JSON costs that row only', async () => {
    expect(valuesOf(await read('[{"a":1},{"b":tja},{"c":3}]'))).toEqual([{ a: 1 }, 'ONLEESBAAR', { c: 3 }])
  })
  test('a row that is not UTF-8 costs that row only', async () => {
    const bytes = Buffer.concat([Buffer.from('[{"a":"'), Buffer.from([0xe9]), Buffer.from('"},{"c":3}]')])
    expect(valuesOf(await read(bytes))).toEqual(['ONLEESBAAR', { c: 3 }])
  })
  test('a byte order mark is skipped', async () => {
    expect(valuesOf(await read('\ufeff[1]'))).toEqual([1])
  })
})

describe('a list in an object', () => {
  test.each(['{"viewer": {"programs": [9]}, "n": "programs", "programs": [{"a": 1}, {"b": 2}], "z": {"y": []}}'])('is found by its key on the first level: %s', async (text) => {
    expect(valuesOf(await read(text))).toEqual([{ a: 1 }, { b: 2 }])
    expect(await read(text, { stuk: 1 })).toEqual(await read(text))
  })
  test('an object without it is refused', async () => {
    expect(valuesOf(await read('{"programma": []}'))).toEqual(['geen-lijst'])
  })
})

describe('JSON Lines', () => {
  test('gives a row per line, skips empty lines and goes on after a bad one', async () => {
    const rows = await read('{"a":1}\r\n\n{"b":\n{"c":3}', { formaat: 'jsonl' })
    expect(valuesOf(rows)).toEqual([{ a: 1 }, 'ONLEESBAAR', { c: 3 }])
    expect(linesOf(rows)).toEqual([1, 3, 4])
    expect(await read('{"a":1}\r\n\n{"b":\n{"c":3}', { formaat: 'jsonl', stuk: 1 })).toEqual(rows)
  })
})

describe('what is refused as a whole', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'leeg'],
    ['white space', '  \n ', 'leeg'],
    ['an empty list', '[]', 'leeg'],
    ['a zip', Buffer.from('PK\u0003\u0004rest'), 'zip'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'zip'],
    ['XML', '  <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>', 'xml'],
    ['UTF-16', Buffer.from('\ufeff[1]', 'utf16le'), 'geen-utf8'],
    ['UTF-16 without a mark', Buffer.from('[1]', 'utf16le'), 'geen-utf8'],
    ['a single value', '17', 'geen-json'],
    ['a file that stops in a row', '[{"a":1},{"b":', 'afgebroken'],
    ['a file that stops after a row', '[{"a":1},', 'afgebroken'],
    ['two rows without a comma', '[{"a":1} {"b":2}]', 'geen-json'],
    ['a comma too many', '[{"a":1},]', 'geen-json'],
    ['something after the list', '[{"a":1}] x', 'geen-json'],
    ['deep nesting', '['.repeat(100), 'te-diep'],
    ['deep nesting in a row', `[{"a":${'['.repeat(100)}${']'.repeat(100)}}]`, 'te-diep'],
    ['deep nesting around the list', `{"x":${'['.repeat(100)}`, 'te-diep'],
    ['a row above the limit', `[{"a":"${'x'.repeat(2_000)}"}]`, 'rij-te-groot'],
    ['a file above the limit', `[${'1,'.repeat(6_000)}1]`, 'te-groot'],
  ])('%s', async (_, inhoud, reden) => {
    expect(valuesOf(await read(inhoud)).at(-1)).toBe(reden)
    expect(valuesOf(await read(inhoud, { stuk: 5 })).at(-1)).toBe(reden)
  })

  test('a long line in JSON Lines is refused', async () => {
    expect(valuesOf(await read('x'.repeat(2_000), { formaat: 'jsonl' }))).toEqual(['rij-te-groot'])
  })
})
