import { formatDatum, type PlainDate } from '@/lib/base/date'
import { formatIban, type Iban } from '@/lib/base/iban'
import type { BriefInhoud } from '@/lib/beschikking/model'
import { CONTACT, ONDERTEKENING, UWV } from '@/lib/beschikking/texts'

/** What is told about another account. */
export type RekeningNieuws =
  | { readonly soort: 'aangevraagd' }
  | { readonly soort: 'bevestigd'; readonly gaatInOp: PlainDate }
  | { readonly soort: 'actief' }
  | { readonly soort: 'geblokkeerd'; readonly oordeel: string }

export type Brieffeiten = { readonly opleider: { naam: string; adres: string; plaats: string }; readonly iban: Iban; readonly vorige: Iban | null }

/** An account in a letter or on a screen of others: enough to recognise it, not enough to use it. */
export function maskIban(iban: Iban): string {
  return `${formatIban(iban).slice(0, 9)} … ${iban.slice(-3)}`
}

/** The letter about another account. */
export function makeRekeningbrief(nieuws: RekeningNieuws, { opleider, iban, vorige }: Brieffeiten): { onderwerp: string; inhoud: BriefInhoud } {
  return {
    onderwerp: ONDERWERP[nieuws.soort],
    inhoud: {
      afzender: UWV,
      aan: [opleider.naam, opleider.adres, opleider.plaats],
      gegevens: [{ naam: 'Nieuw rekeningnummer', waarde: maskIban(iban) }, { naam: 'Vorig rekeningnummer', waarde: vorige === null ? 'geen' : maskIban(vorige) }],
      aanhef: `Beste medewerker van ${opleider.naam},`,
      ...writeZinnen(nieuws),
      waarom: { inleiding: [], gronden: [] },
      bezwaar: null,
      contact: CONTACT.slice(0, 1),
      ondertekening: ONDERTEKENING,
    },
  }
}

const ONDERWERP: Readonly<Record<RekeningNieuws['soort'], string>> = {
  aangevraagd: 'Er is een ander rekeningnummer gevraagd',
  bevestigd: 'Uw andere rekeningnummer is bevestigd',
  actief: 'Uw andere rekeningnummer is in gebruik',
  geblokkeerd: 'Uw andere rekeningnummer is geblokkeerd',
}
const NIET_VAN_U = 'Hebt u dit niet zelf gedaan? Log in bij het opleidersportaal, kies ‘Rekening’ en trek het in. Of bel ons meteen.'

function writeZinnen(nieuws: RekeningNieuws): Pick<BriefInhoud, 'kern' | 'betekenis' | 'doen'> {
  switch (nieuws.soort) {
    case 'aangevraagd': return {
      kern: 'Iemand van uw organisatie heeft ons een ander rekeningnummer gegeven.',
      betekenis: ['Wij gebruiken het nog niet. Een tweede persoon van uw organisatie moet het eerst bevestigen.', 'Tot die tijd betalen wij op het rekeningnummer dat wij al kenden.'],
      doen: ['Klopt het? Laat een collega inloggen bij het opleidersportaal, ‘Rekening’ kiezen en het bevestigen.', NIET_VAN_U],
    }
    case 'bevestigd': return {
      kern: `Een tweede persoon van uw organisatie heeft het andere rekeningnummer bevestigd. Wij gebruiken het vanaf ${formatDatum(nieuws.gaatInOp)}.`,
      betekenis: ['Tot die dag betalen wij op het rekeningnummer dat wij al kenden. Een factuur met het nieuwe nummer keuren wij tot die dag af.'],
      doen: [NIET_VAN_U],
    }
    case 'actief': return {
      kern: 'Wij gebruiken uw andere rekeningnummer vanaf nu.',
      betekenis: ['Facturen die wij al hadden goedgekeurd, betalen wij nog op het vorige rekeningnummer.'],
      doen: ['Zet het nieuwe rekeningnummer op uw facturen.', 'Hebt u dit niet zelf gedaan? Bel ons meteen.'],
    }
    case 'geblokkeerd': return {
      kern: 'Wij gebruiken het andere rekeningnummer niet.',
      betekenis: [`De reden is: ${nieuws.oordeel}`, 'Wij blijven betalen op het rekeningnummer dat wij al kenden.'],
      doen: ['Denkt u dat dit niet klopt? Bel ons. Of geef een rekeningnummer door dat op naam van uw organisatie staat.'],
    }
  }
}
