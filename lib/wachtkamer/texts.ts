/** Why a speed is refused, and what to do. */
export const SNELHEID_REDEN = {
  'geen-wachtkamer': 'Dit tijdvak heeft nog geen wachtkamer. De snelheid stelt u in zodra zij open is.',
  'ongeldige-snelheid': 'Kies een snelheid van 1 tot en met 600.000 per minuut. Wilt u niemand toelaten, pauzeer dan.',
} as const
