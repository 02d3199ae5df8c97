import { formatDatumKort, formatPeriode } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import type { Bewijsinhoud } from '@/lib/vooraanmelding/model'

type Blad = Bewijsinhoud & {
  readonly cohortcode: string
  readonly opleiding: { readonly titel: string; readonly programmaId: string }
  readonly organisatie: { readonly naam: string; readonly kvk: string; readonly code: string }
}

/** One line of what an aanmeldbewijs says. */
export type Bladregel = readonly [naam: string, waarde: string]

/** "Werkweg 1 B, 3511 AB Utrecht", with the country when it is another one; null when there is no address on it. */
export function formatAdres({ straat, huisnummer, huisnummertoevoeging, postcode, woonplaats, land }: Bewijsinhoud): string | null {
  const woning = [straat, huisnummer, huisnummertoevoeging].filter(Boolean).join(' ')
  const plaats = [postcode, woonplaats].filter(Boolean).join(' ')
  const delen = [woning, plaats, land === 'NL' ? '' : land].filter((deel) => deel !== '')
  return delen.length === 0 ? null : delen.join(', ')
}

/** Everything on an aanmeldbewijs in two groups, the same on the screen and on paper (UWV, site voor opleiders: the fields). */
export function composeBlad(blad: Blad): { readonly deelnemer: readonly Bladregel[]; readonly scholing: readonly Bladregel[] } {
  const adres = formatAdres(blad)
  return {
    deelnemer: [
      ['Naam', [blad.voornaam, blad.tussenvoegsel, blad.achternaam].filter(Boolean).join(' ')],
      ['Geboortedatum', formatDatumKort(blad.geboortedatum)],
      ...(adres === null ? [] : [['Adres', adres] as const]),
      ['Studentnummer', blad.studentnummer],
    ],
    scholing: [
      ['Opleider', `${blad.organisatie.naam} (KvK ${blad.organisatie.kvk}, ${blad.organisatie.code})`],
      ['Opleiding', blad.opleiding.titel],
      ['Codes van opleiding en start', `${blad.opleiding.programmaId}, ${blad.cohortcode}`],
      ['Wanneer', formatPeriode(blad.startdatum, blad.einddatum)],
      ['Waar', blad.plaats ?? 'Online'],
      ['Totale kosten', formatBedrag(blad.kostenCent)],
      ['Subsidiabele kosten', formatBedrag(blad.subsidiabelCent)],
      ['Gevraagd subsidiebedrag', formatBedrag(blad.gevraagdCent)],
    ],
  }
}
