import { describe, expect, test } from 'vitest'
import { createVault, decrypt, encrypt, hmac } from '@/lib/platform/encryption'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const oud = { id: '2022', sleutel: key(1) }
const nieuw = { id: '2023', sleutel: key(2) }

describe('versleutelen', () => {
  test.each(['999990019', '', 'Zoë Łukasz 😀', ':::', 'x'.repeat(10_000)])('%j komt ongeschonden terug', (text) => {
    expect(decrypt(encrypt(text))).toBe(text)
  })

  test('de vorm is sleutelId:iv:tag:tekst, en elke keer anders', () => {
    const vault = createVault([oud], key(9))
    expect(vault.encrypt('999990019')).toMatch(/^2022:[\w-]{16}:[\w-]{22}:[\w-]{12}$/)
    expect(vault.encrypt('999990019')).not.toBe(vault.encrypt('999990019'))
  })

  test('een sleutel wisselen: de nieuwe versleutelt, de oude blijft leesbaar', () => {
    const before = createVault([oud], key(9)).encrypt('geheim')
    const rotated = createVault([nieuw, oud], key(9))
    expect(rotated.decrypt(before)).toBe('geheim')
    expect(rotated.encrypt('geheim')).toMatch(/^2023:/)
    expect(() => createVault([nieuw], key(9)).decrypt(before)).toThrow('no key with id "2022"')
  })

  test('wat is veranderd, gaat niet open', () => {
    const vault = createVault([oud, { id: 'ander', sleutel: oud.sleutel }], key(9))
    const [id = '', iv = '', tag = '', text = ''] = vault.encrypt('999990019').split(':')
    const flip = (part: string) => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
    expect(() => vault.decrypt([id, flip(iv), tag, text].join(':'))).toThrow()
    expect(() => vault.decrypt([id, iv, flip(tag), text].join(':'))).toThrow()
    expect(() => vault.decrypt([id, iv, tag, flip(text)].join(':'))).toThrow()
    expect(() => vault.decrypt([id, iv, tag.slice(0, 5), text].join(':'))).toThrow()
    expect(() => vault.decrypt(['ander', iv, tag, text].join(':'))).toThrow()
    expect(() => vault.decrypt([id, iv, tag, text, 'x'].join(':'))).toThrow()
    expect(() => vault.decrypt('999990019')).toThrow()
  })

  test('een foutmelding bevat de tekst niet', () => {
    expect(() => decrypt('999990019')).toThrow(/^(?!.*999990019)/)
  })

  test('een lege sleutelbos versleutelt niets', () => {
    expect(() => createVault([], key(9)).encrypt('x')).toThrow('the key ring is empty')
  })
})

describe('opzoekwaarden', () => {
  test('gelijke tekst van één soort geeft dezelfde waarde', () => {
    expect(hmac('burger', '999990019')).toBe(hmac('burger', '999990019'))
    expect(hmac('burger', '999990019')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('dezelfde tekst van een andere soort geeft een andere waarde, hoe de grens ook valt', () => {
    expect(hmac('burger', '999990019')).not.toBe(hmac('opleider', '999990019'))
    expect(hmac('a', 'b:c')).not.toBe(hmac('a:b', 'c'))
    expect(hmac('a', 'bc')).not.toBe(hmac('ab', 'c'))
  })

  test('zonder de sleutel zegt de waarde niets', () => {
    expect(createVault([oud], key(1)).hmac('burger', '999990019')).not.toBe(createVault([oud], key(2)).hmac('burger', '999990019'))
  })
})
