import { describe, expect, test } from 'vitest'
import { done, refused, success, type Outcome } from '@/lib/base/outcome'

describe('outcome', () => {
  test('done has no value', () => {
    const outcome: Outcome<'reden'> = done
    expect(outcome).toEqual({ ok: true, value: undefined })
  })

  test('success carries its value', () => {
    const outcome: Outcome<'reden', number> = success(3)
    expect(outcome).toEqual({ ok: true, value: 3 })
  })

  test('refused keeps all reasons in their order', () => {
    const outcome: Outcome<'te-laat' | 'te-vroeg'> = refused('te-laat', 'te-vroeg')
    expect(outcome).toEqual({ ok: false, redenen: ['te-laat', 'te-vroeg'] })
  })
})
