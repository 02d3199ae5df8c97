import { describe, expect, test } from 'vitest'
import { createRateLimit, rateHeaders } from '@/lib/platform/rate-limit'

describe('een grens per minuut in het geheugen', () => {
  test('telt per sleutel, en na de minuut opnieuw', () => {
    let ms = 30_000
    const count = createRateLimit(2, () => ms)
    expect([count('a').isOp, count('a').isOp, count('a').isOp, count('b').isOp]).toEqual([false, false, true, false])
    ms = 60_000
    expect(count('a')).toEqual({ limit: 2, over: 1, resetS: 60, isOp: false })
  })

  test('wie er doorheen is, hoort wanneer het weer mag', () => {
    const count = createRateLimit(0, () => 45_000)
    expect(rateHeaders(count('a'))).toEqual({ 'ratelimit-limit': '0', 'ratelimit-remaining': '0', 'ratelimit-reset': '15', 'retry-after': '15' })
  })
})
