import type { Ernst } from '@/lib/kwaliteit/model'

/** What one signaal takes off the hundred points of its opleiding. */
export const AFTREK: Readonly<Record<Ernst, number>> = { fout: 40, 'let-op': 15, aandacht: 5 }

/** The points of one opleiding: a hundred, less what its signalen take off, never below zero. */
export function puntenVan(signalen: Readonly<Record<Ernst, number>>): number {
  return Math.max(0, 100 - signalen.fout * AFTREK.fout - signalen['let-op'] * AFTREK['let-op'] - signalen.aandacht * AFTREK.aandacht)
}

/**
 * The score of an opleider: the mean of the points of its opleidingen, in tenths; an opleider without opleidingen has none.
 * `somPunten` is over all opleidingen that are offered.
 */
export function calculateScore(somPunten: number, opleidingen: number): number | undefined {
  return opleidingen === 0 ? undefined : Math.round((somPunten / opleidingen) * 10) / 10
}

/** In words, for the screen: from 90 good, from 70 to mend, below that bad. */
export function oordeelVan(score: number): 'goed' | 'kan-beter' | 'slecht' {
  if (score >= 90) return 'goed'
  return score >= 70 ? 'kan-beter' : 'slecht'
}
