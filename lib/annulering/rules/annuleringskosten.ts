import type { StopOorzaak } from '@/lib/annulering/model'
import { cent, type Cent } from '@/lib/base/money'

export type KostenBeletsel = 'niet-gestopt' | 'door-opleider' | 'hoger-dan-maximum' | 'al-gemeld' | 'dubbel-betaald'

export type KostenFeiten = {
  /** Who stopped; null when nobody did. */
  readonly oorzaak: StopOorzaak | null
  readonly bedrag: Cent
  readonly maximum: Cent
  readonly isGemeld: boolean
  readonly verleend: Cent
  /** What was fixed as the definite subsidy; null before the vaststelling, and when the grant was withdrawn. */
  readonly vastgesteld: Cent | null
}

/**
 * Why an opleider cannot report a private fee; empty when it can. Only for somebody who stopped, once, within the maximum (parameter
 * annuleringskosten), and never so that fee and subsidy for one scholing are together more than was granted: no double payment.
 */
export function whyNietTeMelden({ oorzaak, bedrag, maximum, isGemeld, verleend, vastgesteld }: KostenFeiten): readonly KostenBeletsel[] {
  if (oorzaak === null) return ['niet-gestopt']
  return [
    ...(oorzaak === 'opleider' ? (['door-opleider'] as const) : []),
    ...(isGemeld ? (['al-gemeld'] as const) : []),
    ...(bedrag > maximum ? (['hoger-dan-maximum'] as const) : []),
    ...(vastgesteld !== null && vastgesteld + bedrag > verleend ? (['dubbel-betaald'] as const) : []),
  ]
}

/** The most that can be fixed as subsidy next to a fee that was charged: the fee comes off it. Never below zero. */
export function verrekenKosten(verleend: Cent, kosten: Cent): Cent {
  return cent(Math.max(0, verleend - kosten))
}

/** By how much invoices that are not paid yet must be credited, because with the fee they are more than was granted; 0 when they need not. */
export function teCrediteren(facturen: readonly { readonly isBetaald: boolean; readonly over: Cent }[], { kosten, verleend }: { kosten: Cent | null; verleend: Cent }): Cent {
  const som = (alleen: readonly { readonly over: Cent }[]) => alleen.reduce((totaal, { over }) => totaal + over, 0)
  return kosten === null ? cent(0) : cent(Math.max(0, Math.min(som(facturen) + kosten - verleend, som(facturen.filter(({ isBetaald }) => !isBetaald)))))
}
