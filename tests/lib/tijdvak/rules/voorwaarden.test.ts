import { expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { describeCompartiment } from '@/lib/tijdvak/rules/voorwaarden'

test('een compartiment zegt voor wie het is, in welke volgorde, en wat er met de rest gebeurt', () => {
  const open = { kanaal: null, niveaus: [], maximaalCent: null, voorrang: 9, restRegel: 'vervalt', overschrijdingCent: cent(0), verrekendMet: null } as const
  expect(describeCompartiment(open)).toEqual(['Online en werkplein', 'Voorrang 9', 'Rest wordt niet meer verdeeld'])
  expect(describeCompartiment({ ...open, kanaal: 'werkplein', voorrang: 1, restRegel: 'naar-algemeen', overschrijdingCent: cent(100), verrekendMet: '2022-IV' })).toEqual([
    'Alleen via een werkplein', 'Voorrang 1', 'Rest gaat naar algemeen', 'Overschrijding te verrekenen met 2022-IV',
  ])
  expect(describeCompartiment({ ...open, niveaus: ['MBO-4', 'MBO-1'], maximaalCent: 50_000, restRegel: 'volgend-tijdvak' })).toEqual([
    'Online en werkplein', 'mbo niveau 1, mbo niveau 4', 'Tot en met € 500', 'Voorrang 9', 'Rest gaat naar het volgende tijdvak',
  ])
})
