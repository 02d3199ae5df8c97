import { expect, test } from 'vitest'
import { csvLine } from '@/lib/base/csv-text'

test('a text that looks like a formula is harmless, and separators stay inside their cell', () => {
  expect(csvLine(['=1+1', '+31', '-5', '@x', '\tx', 'gewoon', 'a;"b"\nc', -5])).toBe(`'=1+1;'+31;'-5;'@x;'\tx;gewoon;"a;""b""\nc";-5\r\n`)
})
