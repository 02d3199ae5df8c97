import type { RekeningHerkomst } from '@/lib/vordering/model'

/** What the banks answer about an account and a name. */
export type NaamAntwoord = 'match' | 'bijna' | 'geen' | 'onbekend'

/** An account that a burger confirmed: from where it is known, in whose name, and the name of the burger as on the aanvraag. */
export type Bevestigd = { readonly herkomst: RekeningHerkomst; readonly tenaamstelling: string; readonly naam: string; readonly antwoord: NaamAntwoord }

/**
 * What follows from the answer of the banks. Only a name that matches needs nobody. Money that goes back to the account it came from may
 * go to somebody else who paid for the burger; an account that is newly given must be in the name of the burger, or a person looks.
 */
export function naNaamcontrole({ herkomst, tenaamstelling, naam, antwoord }: Bevestigd): 'neem-in-gebruik' | 'leg-voor' {
  return antwoord === 'match' && (herkomst === 'ontvangst' || staatOpNaam(tenaamstelling, naam)) ? 'neem-in-gebruik' : 'leg-voor'
}

/** Whether the surname of the burger is one of the words on the account; accents and capitals do not count. */
export function staatOpNaam(tenaamstelling: string, naam: string): boolean {
  const achternaam = wordsOf(naam).at(-1)
  return achternaam !== undefined && wordsOf(tenaamstelling).includes(achternaam)
}

function wordsOf(tekst: string): readonly string[] {
  return tekst.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u).filter(Boolean)
}

/** An account on a screen: enough to know it by, not enough to use it. */
export function maskeer(iban: string): string {
  return `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`
}

/** Every move of such an account; the database has the same rows (status_overgang). */
export const REKENING_OVERGANGEN = {
  bevestig: { van: ['voorgesteld'], naar: 'bevestigd', door: ['burger'] },
  'neem-in-gebruik': { van: ['bevestigd'], naar: 'akkoord', door: ['systeem'] },
  'leg-voor': { van: ['bevestigd'], naar: 'te-beoordelen', door: ['systeem'] },
  aanvaard: { van: ['te-beoordelen'], naar: 'akkoord', door: ['financieel', 'teamleider-financieel'] },
  'wijs-af': { van: ['te-beoordelen'], naar: 'afgewezen', door: ['financieel', 'teamleider-financieel'] },
  vervang: { van: ['bevestigd', 'akkoord', 'te-beoordelen'], naar: 'vervangen', door: ['burger', 'systeem'] },
} as const
