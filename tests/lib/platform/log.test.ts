import { describe, expect, test } from 'vitest'
import { describeFault, redact } from '@/lib/platform/log'

describe('I9: een logregel zegt niets over een mens', () => {
  test('van een fout alleen de soort, de code en de plaats', () => {
    const fault = Object.assign(new TypeError('bsn 999990019 van sanne@voorbeeld.nl'), { code: '23505' })
    const line = describeFault(fault)
    expect(line.fout).toBe('TypeError:23505')
    expect(line.plaats).toContain('log.test.ts')
    expect(JSON.stringify(line)).not.toMatch(/999990019|sanne/)
  })

  test('ook als de melding over meer regels gaat', () => {
    expect(JSON.stringify(describeFault(new Error('regel een\n    at 999990019 geheim')))).not.toContain('999990019')
  })

  test('tekst van buiten verliest wat op een BSN, een rekening of een adres lijkt', () => {
    expect(redact('999990019 NL20INGB0001234567 sanne@voorbeeld.nl')).toBe('[nummer] NL20INGB[nummer] [e-mail]')
  })
})
