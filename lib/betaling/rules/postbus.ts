import type { KvkNummer } from '@/lib/base/kvk'
import type { PostbusReden } from '@/lib/betaling/model'

export type PostFeiten = {
  readonly afzender: string | null
  readonly isBetwijfeld: boolean
  /** What the invoice says of its supplier. */
  readonly kvk: KvkNummer | undefined
  /** The opleider with that number, with the addresses that it mails its invoices from; undefined when there is none. */
  readonly opleider: { readonly id: string; readonly adressen: readonly string[] } | undefined
}

export type Herkomst = { readonly isBekend: true; readonly opleiderId: string } | { readonly isBekend: false; readonly reden: PostbusReden }

/**
 * Whose mailed invoice it is: of the opleider whose KvK number stands in it, and only when that opleider named the address that it came
 * from. Everybody can write a number in an invoice and a name above a message; together, and paid to the account that we know, they do.
 */
export function judgeHerkomst({ afzender, isBetwijfeld, kvk, opleider }: PostFeiten): Herkomst {
  if (afzender === null) return { isBekend: false, reden: 'geen-afzender' }
  if (isBetwijfeld) return { isBekend: false, reden: 'afzender-betwijfeld' }
  if (kvk === undefined) return { isBekend: false, reden: 'kvk-ontbreekt' }
  if (opleider === undefined) return { isBekend: false, reden: 'kvk-onbekend' }
  return opleider.adressen.includes(afzender) ? { isBekend: true, opleiderId: opleider.id } : { isBekend: false, reden: 'afzender-onbekend' }
}
