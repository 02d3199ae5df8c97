import type { PlainDate } from '@/lib/base/date'

type OpBewijs = { readonly tussenvoegsel: string | null; readonly achternaam: string; readonly geboortedatum: PlainDate }
type InBrp = { readonly tussenvoegsel: string | null; readonly achternaam: string; readonly geboortedatum: PlainDate | null }

/**
 * Whether an aanmeldbewijs is made out to the person who is logged in: the same surname and the same date of birth.
 * An opleider types a name as he hears it, so accents, capitals, spaces and hyphens do not count, nor does it matter in which
 * field the tussenvoegsel was put. A date of birth that the BRP does not know whole cannot be compared.
 */
export function isZelfdePersoon(bewijs: OpBewijs, persoon: InBrp): boolean {
  const isZelfdeNaam = fold(bewijs.achternaam) === fold(persoon.achternaam) || fold(fullName(bewijs)) === fold(fullName(persoon))
  return isZelfdeNaam && (persoon.geboortedatum === null || persoon.geboortedatum === bewijs.geboortedatum)
}

function fullName({ tussenvoegsel, achternaam }: Pick<OpBewijs, 'tussenvoegsel' | 'achternaam'>): string {
  return `${tussenvoegsel ?? ''}${achternaam}`
}

function fold(naam: string): string {
  return naam.normalize('NFD').replace(/[\u0300-\u036f\s.'’-]/g, '').toLowerCase()
}
