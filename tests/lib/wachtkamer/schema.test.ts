import { describe, expect, test } from 'vitest'
import { lotSchema } from '@/lib/wachtkamer/schema'

describe('een lot zoals iemand het typt', () => {
  test.each([
    ['zoals het er staat', 'b17165271344fbf2b656efc65a123aed'],
    ['met hoofdletters', 'B17165271344FBF2B656EFC65A123AED'],
    ['met spaties', ' b1716527 1344fbf2 b656efc6 5a123aed '],
  ])('%s', (_, tekst) => {
    expect(lotSchema.parse(tekst)).toBe('b17165271344fbf2b656efc65a123aed')
  })

  test.each([['te kort', 'b171'], ['te lang', 'b17165271344fbf2b656efc65a123aed0'], ['een letter die niet kan', 'g17165271344fbf2b656efc65a123aed'], ['een opdracht', "' or 1=1 --"]])('%s', (_, tekst) => {
    expect(lotSchema.safeParse(tekst).success).toBe(false)
  })
})
