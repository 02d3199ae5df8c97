import type { PlainDate } from '@/lib/base/date'

type OpBewijs = { readonly tussenvoegsel: string | null; readonly achternaam: string; readonly geboortedatum: PlainDate }
type InBrp = { readonly tussenvoegsel: string | null; readonly achternaam: string; readonly geboortedatum: PlainDate | null }

/**
 * Whether an aanmeldbewijs is made out to the person who is logged in: the same surname and the same date of birth.
 * An opleider types a name as he hears it, so accents, capitals, spaces and hyphens do not count, nor does it matter in which
 * field the tussenvoegsel was put. A date of birth that the BRP does not know whole cannot be compared.
 */
export function isZelfdePersoon(bewijs: OpBewijs, persoon: InBrp): boolean {
  const isZelfdeNaam = foldNaam(bewijs.achternaam) === foldNaam(persoon.achternaam) || foldNaam(fullName(bewijs)) === foldNaam(fullName(persoon))
  return isZelfdeNaam && (persoon.geboortedatum === null || persoon.geboortedatum === bewijs.geboortedatum)
}

function fullName({ tussenvoegsel, achternaam }: Pick<OpBewijs, 'tussenvoegsel' | 'achternaam'>): string {
  return `${tussenvoegsel ?? ''}${achternaam}`
}

/** A name as it counts for comparing: letters that an ordinary keyboard does not have are the ones that people type instead. */
export function foldNaam(naam: string): string {
  return naam.normalize('NFD').toLowerCase().replace(/[ıøłđßæœ]/g, (letter) => PLAIN[letter] ?? letter).replace(/[^\p{L}]/gu, '')
}

const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }
