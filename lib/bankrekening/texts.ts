import type { NaamAntwoord, RekeningwijzigingStatus } from '@/lib/bankrekening/model'

export const NAAM_LABEL: Readonly<Record<NaamAntwoord, string>> = {
  match: 'Naam klopt', bijna: 'Naam klopt bijna', geen: 'Naam klopt niet', onbekend: 'Bank kent de rekening niet', aanvaard: 'Door UWV aanvaard',
}
export const NAAM_TOON = { match: 'goed', bijna: 'let-op', geen: 'fout', onbekend: 'let-op', aanvaard: 'info' } as const satisfies Record<NaamAntwoord, string>
export const NOG_NIET_GEVRAAGD = 'Nog niet gevraagd'

export const WIJZIGING_LABEL: Readonly<Record<RekeningwijzigingStatus, string>> = {
  aangevraagd: 'Wacht op een collega', bevestigd: 'Bevestigd, nog niet in gebruik', 'te-beoordelen': 'UWV kijkt ernaar', actief: 'In gebruik genomen', geblokkeerd: 'Geblokkeerd door UWV', ingetrokken: 'Ingetrokken',
}
export const WIJZIGING_TOON = {
  aangevraagd: 'let-op', bevestigd: 'info', 'te-beoordelen': 'let-op', actief: 'goed', geblokkeerd: 'fout', ingetrokken: 'neutraal',
} as const satisfies Record<RekeningwijzigingStatus, string>

/** Why a step with an account is not taken. */
export type RekeningReden =
  | 'al-deze-rekening' | 'loopt-al' | 'eerder-geblokkeerd' | 'niet-gevonden' | 'niet-meer-te-bevestigen' | 'niet-uzelf' | 'niet-meer-in-te-trekken' | 'al-in-gebruik'
  | 'geen-rekening' | 'niets-te-aanvaarden' | 'bedenktijd-loopt' | 'bank-antwoordt-niet'
export const REKENING_REDEN: Readonly<Record<RekeningReden, string>> = {
  'al-deze-rekening': 'Wij betalen u al op dit rekeningnummer. U hoeft niets te doen.',
  'loopt-al': 'Er loopt al een wijziging van het rekeningnummer. Bevestig die, of trek haar eerst in.',
  'eerder-geblokkeerd': 'Wij hebben dit rekeningnummer eerder geblokkeerd. Bel ons als u denkt dat het toch klopt.',
  'niet-gevonden': 'Deze wijziging is er niet. Ververs de pagina.',
  'niet-meer-te-bevestigen': 'Deze wijziging is niet meer te bevestigen. Ververs de pagina.',
  'niet-uzelf': 'U hebt deze wijziging zelf gevraagd. Een collega moet inloggen en haar bevestigen.',
  'niet-meer-in-te-trekken': 'Deze wijziging is niet meer in te trekken. Bel ons als het rekeningnummer niet klopt.',
  'al-in-gebruik': 'Dit rekeningnummer is al in gebruik, of de wijziging is al klaar. Ververs de pagina.',
  'geen-rekening': 'Van deze opleider is geen rekeningnummer bekend. De opleider geeft het door in het opleidersportaal.',
  'niets-te-aanvaarden': 'De naam van deze rekening klopt. Er is niets te aanvaarden.',
  'bedenktijd-loopt': 'De wachttijd van dit rekeningnummer loopt nog. Blokkeren kan nu wel, aanvaarden pas daarna.',
  'bank-antwoordt-niet': 'De naamcontrole van de banken geeft nu geen antwoord. Probeer het over een paar minuten opnieuw.',
}

/** The e-mail to the contact address, on top of the letter: it must be noticed by who did not ask for it. */
export const REKENING_MAIL = {
  onderwerp: 'Er is een ander rekeningnummer gevraagd voor uw organisatie',
  tekst: (url: string) =>
    `Iemand van uw organisatie heeft gevraagd om het STAP-budget op een ander rekeningnummer te betalen. Wij gebruiken dat nummer nog niet.\n\nHebt u dit niet zelf gedaan, of weet u hier niets van? Ga naar ${url}/opleider/rekening, log in met eHerkenning en trek het in. Of bel ons: 088 000 00 00.\n\nU kunt deze e-mail niet beantwoorden.`,
} as const
