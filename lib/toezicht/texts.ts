import type { MaatregelSoort } from '@/lib/register/model'

/** Example sender: the real addresses belong to the organisation that runs the system. */
export const SZW: readonly string[] = ['Ministerie van Sociale Zaken en Werkgelegenheid', 'Toetsingskamer STAP', 'Postbus 2', '2500 AA Den Haag']
export const SZW_ONDERTEKENING: readonly string[] = ['Met vriendelijke groet,', 'Toetsingskamer STAP, namens de minister van Sociale Zaken en Werkgelegenheid']
export const SZW_CONTACT: readonly string[] = ['Bel de Toetsingskamer op 070 000 00 00, op werkdagen van 9.00 tot 17.00 uur. Noem het kenmerk van deze brief.']

/** What each maatregel does, for the one who takes it. */
export const MAATREGEL_GEVOLG: Record<MaatregelSoort, string> = {
  'in-onderzoek': 'De opleiding blijft te vinden, met een melding erbij. Aanvragen die op een besluit wachten, worden aangehouden.',
  geblokkeerd: 'Nieuwe aanvragen zijn niet mogelijk. Aanvragen die op een besluit wachten, worden aangehouden.',
  verwijderd: 'De opleiding verdwijnt uit het register. Nieuwe aanvragen zijn niet mogelijk. Aanvragen die op een besluit wachten, worden aangehouden. Betalingen gaan door: schort die apart op als dat moet.',
}

const REGELING = 'Subsidieregeling STAP-budget'

/** The article a maatregel rests on: art. 19 for an opleider, 19a for one scholing, 23 for an investigation. */
export function describeGrondslag(soort: MaatregelSoort, opOpleiding: boolean): string {
  if (soort === 'in-onderzoek') return `artikel 23, ${REGELING}`
  return opOpleiding ? `artikel 19a, ${REGELING}` : `artikel 19, ${REGELING}`
}

export type ToezichtReden =
  | 'onbekende-opleider-of-opleiding' | 'zelfde-maatregel-loopt-al' | 'onbekende-maatregel' | 'al-opgeheven' | 'alleen-beslisser'
export const TOEZICHT_REDEN: Record<ToezichtReden, string> = {
  'onbekende-opleider-of-opleiding': 'Deze opleider of opleiding bestaat niet. Zoek opnieuw.',
  'zelfde-maatregel-loopt-al': 'Deze maatregel loopt al. Hef die eerst op, of kies een andere maatregel.',
  'onbekende-maatregel': 'Deze maatregel bestaat niet. Ga terug naar het overzicht.',
  'al-opgeheven': 'Deze maatregel is al opgeheven.',
  'alleen-beslisser': 'Blokkeren en verwijderen zijn besluiten van de minister. Leg uw voorstel voor aan een beslisser. Een onderzoek kunt u zelf starten.',
}

/** Where a maatregel stands today. */
export const STAND_LABEL = {
  loopt: { label: 'Loopt', toon: 'let-op' },
  komt: { label: 'Gaat nog in', toon: 'info' },
  voorbij: { label: 'Voorbij', toon: 'neutraal' },
  opgeheven: { label: 'Opgeheven', toon: 'neutraal' },
} as const

/** The entries in the history of a maatregel. */
export const GESCHIEDENIS: Readonly<Record<string, string>> = { 'leg-maatregel-vast': 'Maatregel opgelegd', 'hef-maatregel-op': 'Maatregel opgeheven' }
