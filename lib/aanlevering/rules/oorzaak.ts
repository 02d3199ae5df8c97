import type { Gebrek } from '@/lib/register/model'
import { GEBREK_TEKST } from '@/lib/register/texts'

/** How often a feed leaves a field open: a feed that never fills it has one cause, however many opleidingen that touches. */
export type Mate = 'nooit' | 'bijna-nooit' | 'soms'

/** Fewer rows than this say nothing about a feed. */
const MINSTENS = 10
const BIJNA_PROCENT = 90

/** `aantal` of the `goed` rows miss the field. */
export function mateVan(aantal: number, goed: number): Mate {
  if (goed < MINSTENS || aantal * 100 < goed * BIJNA_PROCENT) return 'soms'
  return aantal === goed ? 'nooit' : 'bijna-nooit'
}

/** "Deze aanlevering vult nooit subsidiabele kosten: 18.000 opleidingen, één oorzaak." */
export function gebrekZin({ gebrek, aantal }: { gebrek: Gebrek; aantal: number }, goed: number): string {
  const veld = GEBREK_TEKST[gebrek].label.toLowerCase()
  const hoeveel = `${aantal.toLocaleString('nl-NL')} ${aantal === 1 ? 'opleiding' : 'opleidingen'}`
  switch (mateVan(aantal, goed)) {
    case 'nooit': return `Deze aanlevering vult nooit ${veld}: ${hoeveel}, één oorzaak.`
    case 'bijna-nooit': return `Deze aanlevering vult bijna nooit ${veld}: ${hoeveel} van de ${goed.toLocaleString('nl-NL')}.`
    case 'soms': return `Bij ${hoeveel} ontbreekt: ${veld}.`
  }
}

/** Share in whole percents of what an opleider would lose of its opleidingen, or of its open start dates when that is more. */
export function verliesProcent({ opleidingen, opleidingenWeg, starts, startsWeg }: { opleidingen: number; opleidingenWeg: number; starts: number; startsWeg: number }): number {
  const deel = (weg: number, geheel: number): number => (geheel === 0 ? 0 : Math.round((weg * 100) / geheel))
  return Math.max(deel(opleidingenWeg, opleidingen), deel(startsWeg, starts))
}
