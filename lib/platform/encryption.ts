import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { config } from '@/lib/platform/config'

export type VaultKey = { id: string; sleutel: string }

export type Vault = {
  encrypt: (text: string) => string
  decrypt: (stored: string) => string
  hmac: (kind: string, text: string) => string
}

const IV_BYTES = 12

/**
 * Encrypts with the first key and decrypts with any of them, so that a key can be replaced without a pause:
 * put the new one in front, keep the old one behind it until nothing needs it any more.
 *
 * @param keys 32 bytes each, in base64
 * @param hmacKey 32 bytes in base64; replacing it changes every lookup value
 */
export function createVault(keys: readonly VaultKey[], hmacKey: string): Vault {
  const ring = new Map(keys.map(({ id, sleutel }) => [id, Buffer.from(sleutel, 'base64')]))
  const hmacBytes = Buffer.from(hmacKey, 'base64')
  return {
    encrypt: (text) => seal(firstOf(keys), ring, text),
    decrypt: (stored) => open(ring, stored),
    // The kind and its length go in front, so that equal texts of different kinds never give the same value.
    hmac: (kind, text) => createHmac('sha256', hmacBytes).update(`${String(kind.length)}:${kind}:${text}`).digest('hex'),
  }
}

function firstOf(keys: readonly VaultKey[]): string {
  const [first] = keys
  if (first === undefined) throw new Error('the key ring is empty')
  return first.id
}

function keyOf(ring: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = ring.get(id)
  if (key === undefined) throw new Error(`no key with id ${JSON.stringify(id.slice(0, 32))} in the key ring`)
  return key
}

// The key id is authenticated too: a value cannot be passed off as made with another key.
function seal(id: string, ring: ReadonlyMap<string, Buffer>, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(ring, id), iv).setAAD(Buffer.from(id))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [id, ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))].join(':')
}

function open(ring: ReadonlyMap<string, Buffer>, stored: string): string {
  const [id = '', iv, tag, ciphertext, ...rest] = stored.split(':')
  if (iv === undefined || tag === undefined || ciphertext === undefined || rest.length > 0)
    throw new Error('not an encrypted value: expected sleutelId:iv:tag:ciphertext')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ring, id), Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(id))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8')
}

const vault = createVault(config.encryptieSleutels, config.hmacSleutel)

/** The text as `sleutelId:iv:tag:ciphertext`, AES-256-GCM with the first key of the ring. Equal texts give different values. */
export const encrypt = vault.encrypt

/** The text of an encrypted value. Throws when the key is not in the ring or when anything was changed. */
export const decrypt = vault.decrypt

/** A lookup value (64 hex characters) that is equal for equal texts of one kind ('burger', 'opleider' …) and says nothing without the key. */
export const hmac = vault.hmac
