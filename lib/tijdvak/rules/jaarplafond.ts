import type { PlafondReden } from '@/lib/tijdvak/rules/plafond'

/** What may be given in a year altogether, and what of it was divided over tijdvakken. Amounts in cents. */
export type JaarplafondFeiten = {
  readonly jaar: number
  /** By besluiten together; null: nothing was decided, so there is no plafond for the year. */
  readonly beslotenCent: number | null
  /** Moved in from other years, less what moved out. */
  readonly overgeheveldCent: number
  /** The plafonds of the tijdvakken that open in this year, together. */
  readonly verdeeldCent: number
  readonly isGesloten: boolean
}

export type JaarplafondReden = 'jaar-gesloten' | 'lager-dan-verdeeld' | 'ongewijzigd'

/** The plafond of the year in cents; null when there is none. */
export function calculateJaarplafond({ beslotenCent, overgeheveldCent }: JaarplafondFeiten): number | null {
  return beslotenCent === null ? null : beslotenCent + overgeheveldCent
}

/** What can still be divided over tijdvakken, in cents; null when there is no plafond for the year. */
export function calculateRuimte(feiten: JaarplafondFeiten): number | null {
  const plafond = calculateJaarplafond(feiten)
  return plafond === null ? null : plafond - feiten.verdeeldCent
}

/** Why besluiten cannot come to this amount (in cents, without what moved in or out); empty when they can. */
export function checkBesluit(feiten: JaarplafondFeiten, beslotenCent: number): readonly JaarplafondReden[] {
  return [
    ...(feiten.isGesloten ? ['jaar-gesloten' as const] : []),
    ...(beslotenCent === feiten.beslotenCent ? ['ongewijzigd' as const] : []),
    ...(beslotenCent + feiten.overgeheveldCent < feiten.verdeeldCent ? ['lager-dan-verdeeld' as const] : []),
  ]
}

/** Why the tijdvakken of a year cannot get this much more (in cents); empty when they can. */
export function checkRuimte(feiten: JaarplafondFeiten, metCent: number): readonly PlafondReden[] {
  const ruimte = calculateRuimte(feiten)
  return [
    ...(feiten.isGesloten ? ['jaar-gesloten' as const] : []),
    ...(ruimte !== null && metCent > 0 && metCent > ruimte ? ['boven-jaarplafond' as const] : []),
  ]
}
