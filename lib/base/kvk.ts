import type { Brand } from '@/lib/base/brand'

/** The number of a legal person in the handelsregister: eight digits. */
export type KvkNummer = Brand<string, 'KvkNummer'>

/** The number of one branch in the handelsregister: twelve digits. */
export type Vestigingsnummer = Brand<string, 'Vestigingsnummer'>

/** Reads a KvK number; spaces are allowed. Undefined when it is not eight digits. */
export function parseKvk(text: string): KvkNummer | undefined {
  const digits = text.replaceAll(' ', '')
  return /^[0-9]{8}$/.test(digits) && digits !== '00000000' ? (digits as KvkNummer) : undefined
}

/** Reads a vestigingsnummer; spaces are allowed. Undefined when it is not twelve digits. */
export function parseVestigingsnummer(text: string): Vestigingsnummer | undefined {
  const digits = text.replaceAll(' ', '')
  return /^[0-9]{12}$/.test(digits) && digits !== '000000000000' ? (digits as Vestigingsnummer) : undefined
}
