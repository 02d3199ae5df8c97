/** How much one press of slower or faster changes, and between what the speed may lie (people per minute). */
const STAP = 0.25
const LAAGSTE = 1
const HOOGSTE = 600_000

/** The speed after one press, in people per minute: a quarter less, or as much more as a quarter less takes back. */
export function calculateSnelheid(perMinuut: number, richting: 'langzamer' | 'sneller'): number {
  const nieuw = richting === 'langzamer' ? perMinuut * (1 - STAP) : perMinuut / (1 - STAP)
  return Math.min(HOOGSTE, Math.max(LAAGSTE, roundTwo(nieuw)))
}

/** Two digits say enough about a speed that was not typed. */
function roundTwo(value: number): number {
  if (value < 100) return Math.round(value)
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.round(value / unit) * unit
}
