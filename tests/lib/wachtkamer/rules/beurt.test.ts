import { expect, test } from 'vitest'
import type { Beurt } from '@/lib/wachtkamer/model'
import { isAanDeBeurt } from '@/lib/wachtkamer/rules/beurt'

const plaats = { nummer: 40, lot: 'a'.repeat(32), plaats: 12, genomenOp: new Date('2022-11-01T09:00:00Z'), verlatenOp: null }
const beurt = (over: Partial<Beurt>): Beurt => ({ code: '2022-V', modus: 'volgorde', toestand: 'open', plaats, toegelatenTot: 12, ...over })

test.each([
  ['de plaats is toegelaten', {}, true],
  ['de plaats is de volgende', { toegelatenTot: 11 }, false],
  ['het budget is op, de plaats is toegelaten', { toestand: 'uitgeput' }, true],
  ['nog voor de opening', { toestand: 'voor', toegelatenTot: 0 }, false],
  ['tijdens een pauze', { toestand: 'pauze' }, false],
  ['na de sluiting', { toestand: 'gesloten' }, false],
  ['zonder plaats', { plaats: undefined }, false],
  ['een plaats die nog niet geloot is', { plaats: { ...plaats, plaats: null } }, false],
  ['bij een loting is iedereen aan de beurt', { modus: 'loting', plaats: undefined, toegelatenTot: 0 }, true],
  ['bij een loting die gesloten is niemand', { modus: 'loting', toestand: 'gesloten' }, false],
] as const)('%s', (_naam, over, verwacht) => {
  expect(isAanDeBeurt(beurt(over))).toBe(verwacht)
})
