import { expect, test } from 'vitest'
import { NIET_AANVRAAGBAAR } from '@/lib/register/rules/aanvraagbaar'
import { groepeerHindernissen, ONDERDELEN } from '@/lib/aanvraag/rules/onderdelen'

test('zonder hindernissen klopt elk onderdeel', () => {
  expect(groepeerHindernissen([]).map(({ onderdeel, redenen }) => [onderdeel, redenen.length])).toEqual(ONDERDELEN.map((onderdeel) => [onderdeel, 0]))
})

test('elke hindernis staat bij precies één onderdeel', () => {
  const redenen = [...NIET_AANVRAAGBAAR, 'tijdvak-gesloten', 'aanmeldbewijs-ingetrokken', 'start-te-vroeg', 'bedrag-hoger-dan-register', 'bedrag-hoger-dan-maximum', 'al-toegekend-dit-jaar', 'tijdelijk-uitgesloten', 'verleningsgrens-bereikt'] as const
  const verdeeld = groepeerHindernissen(redenen).flatMap(({ redenen: bij }) => bij)
  expect([...verdeeld].sort()).toEqual([...redenen].sort())
})

test('een te vroege start en een te hoog bedrag staan bij de start en bij het bedrag', () => {
  const gevonden = groepeerHindernissen(['start-te-vroeg', 'bedrag-hoger-dan-register']).filter(({ redenen }) => redenen.length > 0)
  expect(gevonden).toEqual([{ onderdeel: 'start', redenen: ['start-te-vroeg'] }, { onderdeel: 'bedrag', redenen: ['bedrag-hoger-dan-register'] }])
})
