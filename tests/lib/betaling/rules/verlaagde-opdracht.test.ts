import { describe, expect, test } from 'vitest'
import { calculateVerlaging } from '@/lib/betaling/rules/verlaagde-opdracht'

const stand = (anders: Partial<Parameters<typeof calculateVerlaging>[0]>) => ({ gereserveerd: 0, verplicht: 0, crediteuren: 0, betaald: 0, ...anders })

describe('Awb 4:46, 4:95 lid 4: wat er met het geld gebeurt als een bedrag lager wordt', () => {
  test.each([
    ['niet gefactureerd: alles valt vrij', { verplicht: 93_950 }, 0, [93_950, false, 0]],
    ['niet gefactureerd: een deel valt vrij', { verplicht: 93_950 }, 40_000, [53_950, false, 0]],
    ['gefactureerd en niet betaald: de factuur gaat terug', { crediteuren: 93_950 }, 40_000, [53_950, true, 0]],
    ['betaald: het verschil komt terug', { betaald: 93_950 }, 40_000, [0, false, 53_950]],
    ['betaald en nihil: alles komt terug', { betaald: 93_950 }, 0, [0, false, 93_950]],
    ['deels betaald: eerst wat nog openstaat, dan wat terugkomt', { verplicht: 33_950, betaald: 60_000 }, 40_000, [33_950, false, 20_000]],
    ['een bedrag dat al klopt', { betaald: 93_950 }, 93_950, [0, false, 0]],
    ['een hoger bedrag', { betaald: 93_950 }, 100_000, [0, false, 0]],
  ] as const)('%s', (_, geld, naar, [vervaltCent, raaktFacturen, terugCent]) => {
    expect(calculateVerlaging(stand(geld), naar)).toEqual({ vervaltCent, raaktFacturen, terugCent })
  })
})
