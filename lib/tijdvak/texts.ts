import type { TijdvakToestand } from '@/lib/tijdvak/model'

/** The state of a tijdvak as a visitor reads it. */
export const TOESTAND_LABELS: Readonly<Record<TijdvakToestand, string>> = {
  gepland: 'Nog niet open',
  open: 'Open',
  gepauzeerd: 'Gepauzeerd',
  gesloten: 'Gesloten',
}

/** How a state is coloured and marked. */
export const TOESTAND_TONES = { gepland: 'info', open: 'goed', gepauzeerd: 'let-op', gesloten: 'neutraal' } as const satisfies Record<TijdvakToestand, string>

const RANGTELWOORDEN: Readonly<Record<string, string>> = {
  I: 'eerste', II: 'tweede', III: 'derde', IV: 'vierde', V: 'vijfde', VI: 'zesde',
}

/** "vijfde tijdvak van 2022" for the code 2022-V; a code of another form is shown as it is. */
export function tijdvakNaam(code: string): string {
  const [jaar = '', nummer = ''] = code.split('-')
  const rang = RANGTELWOORDEN[nummer]
  return rang === undefined ? `tijdvak ${code}` : `${rang} tijdvak van ${jaar}`
}
