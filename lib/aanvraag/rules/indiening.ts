import type { AanvraagStatus, IndienReden } from '@/lib/aanvraag/model'

/** What counts for receiving one prepared aanvraag. */
export type IndienFeiten = {
  readonly status: AanvraagStatus
  readonly isTijdvakOpen: boolean
  /** Grants this burger already has in the kalenderjaar of this moment. */
  readonly verleningen: number
  readonly isAanmeldbewijsIngetrokken: boolean
  /** The opleiding or its opleider is geblokkeerd or verwijderd (art. 19 and 19a). */
  readonly isUitgesloten: boolean
  /** Art. 14: the burger gets no STAP-budget for a while, by a besluit of its own. */
  readonly isBurgerUitgesloten: boolean
  readonly isStartBinnenVenster: boolean
  /** Art. 12a: this scholing got its number of grants of the year before the tijdvak opened. */
  readonly isVerleningsgrensBereikt: boolean
}

/**
 * Why an aanvraag cannot be received now; empty when it can. Everything that can be known beforehand was checked when it was
 * made gereed: this asks again only what a day can change. Whether there is budget left is not asked here: there must be a
 * decision on every aanvraag (Awb 4:13), also after the plafond was reached.
 */
export function checkIndiening(feiten: IndienFeiten, verleningenPerJaar: number): readonly IndienReden[] {
  const isAanvraagbaar = !feiten.isAanmeldbewijsIngetrokken && !feiten.isUitgesloten && !feiten.isVerleningsgrensBereikt
  const isCompleet = feiten.status === 'gereed' && isAanvraagbaar && feiten.isStartBinnenVenster
  const redenen: IndienReden[] = []
  if (!feiten.isTijdvakOpen) redenen.push('tijdvak-niet-open')
  if (!isCompleet) redenen.push('niet-compleet')
  if (feiten.verleningen >= verleningenPerJaar) redenen.push('al-toegekend-dit-jaar')
  if (feiten.isBurgerUitgesloten) redenen.push('tijdelijk-uitgesloten')
  return redenen
}
