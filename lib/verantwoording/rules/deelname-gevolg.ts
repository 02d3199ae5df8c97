import type { DeelnameUitkomst, NavraagAntwoord, Oorzaak } from '@/lib/verantwoording/model'

/** What follows from a cause, said to the opleider before it reports (Awb 4:46, 4:57; regeling art. 14). */
export const GEVOLG_VOOR_OPLEIDER: Readonly<Record<Oorzaak, string>> = {
  'niet-gegeven': 'UWV kan het hele betaalde bedrag bij u terugvragen.',
  'niet-gestart': 'UWV kan het hele betaalde bedrag bij u terugvragen. UWV vraagt de deelnemer waarom die niet begon.',
  opleider: 'UWV kan het betaalde bedrag bij u terugvragen, helemaal of voor een deel.',
  burger: 'UWV vraagt de deelnemer wat er is gebeurd. U houdt het bedrag voor wat u hebt gegeven.',
  overmacht: 'UWV vraagt de deelnemer wat er is gebeurd. Ziekte of overmacht heeft voor de deelnemer geen gevolgen.',
}

/** What follows from completed or not, said to the opleider. */
export const GEVOLG_UITKOMST: Readonly<Record<DeelnameUitkomst, string>> = {
  succesvol: 'Is de deelnemer het ermee eens, of reageert die niet? Dan stelt UWV het STAP-budget vast op het verleende bedrag.',
  'niet-succesvol': 'Een medewerker van UWV stelt het STAP-budget vast en kijkt door wie het komt.',
}

/** What follows for the burger, said before the answer (art. 14; the length of an exclusion is decided by a person). */
export function gevolgVoorBurger(uitkomst: DeelnameUitkomst, oorzaak: Oorzaak | null): string {
  if (uitkomst === 'succesvol') return 'Klopt het? Dan stellen wij uw STAP-budget vast. U hoeft daarna niets meer te doen en niets te betalen.'
  if (oorzaak === 'burger' || oorzaak === 'niet-gestart')
    return 'Klopt het? Dan kijkt een medewerker naar uw reden. Stopte u zonder goede reden, dan kunt u een tijd geen STAP-budget krijgen. Was u ziek of was er iets anders? Schrijf dat dan bij uw antwoord.'
  return 'Klopt het? Dan heeft dat voor u geen gevolgen. Een medewerker stelt uw STAP-budget vast. U hoeft niets te betalen.'
}

/** What follows when a burger who told UWV to stop confirms that the scholing was completed. */
export const GEVOLG_TOCH_AFGEROND = 'Hebt u de opleiding toch afgerond? Dan kijkt een medewerker van UWV ernaar, omdat u eerder meldde dat u stopte. U krijgt een brief met het besluit.'

/** What follows from each answer when the opleider reported nothing. */
export const GEVOLG_NAVRAAG: Readonly<Record<NavraagAntwoord, string>> = {
  afgerond: 'Stuur uw diploma, certificaat of ander bewijs mee als u dat hebt. Een medewerker stelt uw STAP-budget vast.',
  'niet-afgerond': 'Schrijf op wat er is gebeurd. Was u ziek of stopte de opleiding? Dan heeft dat voor u geen gevolgen.',
  'niet-gevolgd': 'Schrijf op waarom niet. UWV vraagt het betaalde geld dan terug bij de opleider.',
}
