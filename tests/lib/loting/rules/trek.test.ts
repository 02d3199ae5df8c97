import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawTrekking, listTrekkingen } from '@/lib/loting/rules/trek'

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const ZAAD = 'cd'.repeat(32)
const compartimenten = [{ id: 'L', code: 'leerrechten' }, { id: 'A', code: 'algemeen' }]

test('een trekking voor allen, of een per compartiment in volgorde van gebruik', () => {
  expect(listTrekkingen('een-trekking', compartimenten)).toEqual([{ naam: 'alle', compartimentId: null }])
  expect(listTrekkingen('per-compartiment', compartimenten)).toEqual([{ naam: 'leerrechten', compartimentId: 'L' }, { naam: 'algemeen', compartimentId: 'A' }])
})
test('in de trekking van een compartiment doet alleen mee wie het mag gebruiken', () => {
  const kandidaten = [{ lot: 'a', gewicht: 1, compartimentIds: ['A'] }, { lot: 'b', gewicht: 1, compartimentIds: ['L', 'A'] }, { lot: 'c', gewicht: 1, compartimentIds: ['L'] }]
  const beurten = [...drawTrekking(kandidaten, { naam: 'leerrechten', compartimentId: 'L' }, ZAAD, sha256, 1)].flat()
  expect(beurten.map(({ kandidaat, isLaatste }) => [kandidaat.lot, isLaatste]).sort()).toEqual([['b', false], ['c', true]])
  expect(beurten.map(({ rang }) => rang)).toEqual([1, 2])
  expect(beurten.every(({ compartimentIds }) => compartimentIds.join() === 'L')).toBe(true)
})
test('in een trekking voor allen houdt iedereen zijn eigen compartimenten, en beslist zij meteen', () => {
  const [beurt] = [...drawTrekking([{ lot: 'b', gewicht: 1, compartimentIds: ['L', 'A'] }], { naam: 'alle', compartimentId: null }, ZAAD, sha256, 10)].flat()
  expect(beurt).toMatchObject({ rang: 1, compartimentIds: ['L', 'A'], isLaatste: true })
})
