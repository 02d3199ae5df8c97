import type { PlainDate } from '@/lib/base/date'
import { calculateVolgorde, type Sha256 } from '@/lib/loting/rules/volgorde'
import type { ControleOordeel, ControleSignaal, Wijze } from '@/lib/verantwoording/model'

/** What is known of a report that was made, before anybody looked at its documents. */
export type ControleFeiten = {
  readonly isTeLaat: boolean
  readonly isBetwist: boolean
  readonly hasBewijs: boolean
  readonly isZonderReactie: boolean
  readonly wijze: Wijze | null
  readonly percentage: number | null
  /** Attendance in percent that counts as completed. */
  readonly norm: number
  /** The opleider had a report that was not in order in the year before. */
  readonly hasEerderOnvoldoende: boolean
  /** The burger told UWV to have stopped. */
  readonly isGestopt: boolean
}

/** So many points above the norm still are close to it. */
export type Controlegewichten = { readonly perSignaal: number; readonly margeProcent: number }

/** Why this report deserves more attention than another. */
export function judgeSignalen(feiten: ControleFeiten, { margeProcent }: Controlegewichten): readonly ControleSignaal[] {
  const isRondDeNorm = feiten.wijze === 'aanwezigheid' && feiten.percentage !== null && feiten.percentage < feiten.norm + margeProcent
  const gevonden: readonly (readonly [boolean, ControleSignaal])[] = [
    [feiten.isTeLaat, 'te-laat'], [feiten.isBetwist, 'betwist'], [!feiten.hasBewijs, 'zonder-stuk'],
    [feiten.isZonderReactie, 'zonder-reactie'], [isRondDeNorm, 'rond-de-norm'], [feiten.hasEerderOnvoldoende, 'eerder-onvoldoende'],
    [feiten.isGestopt, 'gestopt'],
  ]
  return gevonden.filter(([is]) => is).map(([, signaal]) => signaal)
}

/** The number of tickets of a report in the draw: one, and more for every signal. */
export function calculateGewicht(signalen: readonly ControleSignaal[], { perSignaal }: Controlegewichten): number {
  return 1 + signalen.length * perSignaal
}

export type Kandidaat = { readonly id: string; readonly gewicht: number }

/**
 * Draws a sample by weight: each report holds as many tickets as its weight, a ticket is the SHA-256 of `zaad:trekking:id:ticket`, and the
 * lowest win. Whole numbers only, so that anybody with the list and the zaad gets the same one.
 */
export function drawControle<K extends Kandidaat>(kandidaten: readonly K[], { zaad, maand, aantal }: { zaad: string; maand: string; aantal: number }, sha256: Sha256): readonly K[] {
  const volgorde = calculateVolgorde(kandidaten.map(({ id, gewicht }) => ({ lot: id, gewicht })), { zaad, trekking: maand }, sha256)
  return [...volgorde.slice(0, aantal)].flatMap((index) => kandidaten[index] ?? [])
}

export type OordeelReden = 'geval-niet-gevonden' | 'al-beoordeeld' | 'geen-stukken' | 'wel-stukken' | 'termijn-loopt'

export type OordeelFeiten = { readonly isBeoordeeld: boolean; readonly stukken: number; readonly isIngeleverd: boolean; readonly uiterlijkOp: PlainDate; readonly vandaag: PlainDate }

/** What keeps the Toetsingskamer from this judgement now. Documents can be judged as soon as they are handed in, or when the term is over. */
export function whyNietTeBeoordelen(oordeel: ControleOordeel, { isBeoordeeld, stukken, isIngeleverd, uiterlijkOp, vandaag }: OordeelFeiten): readonly OordeelReden[] {
  if (isBeoordeeld) return ['al-beoordeeld']
  const redenen: OordeelReden[] = []
  if (vandaag <= uiterlijkOp && !isIngeleverd) redenen.push('termijn-loopt')
  if (oordeel === 'niet-geleverd' && stukken > 0) redenen.push('wel-stukken')
  if (oordeel === 'goed' && stukken === 0) redenen.push('geen-stukken')
  return redenen
}
