import type { StopOorzaak } from '@/lib/annulering/model'
import type { Cent } from '@/lib/base/money'

export type MeldingBeletsel = 'niet-gestopt' | 'al-gemeld' | 'al-bekend'
/** Why a person looks at a fee that a burger tells of; each has its sentence. */
export type MeldingAandacht = 'boven-maximum' | 'door-opleider' | 'ander-bedrag' | 'niet-gemeld'

export type MeldingFeiten = {
  /** Who stopped; null when nobody did. */
  readonly oorzaak: StopOorzaak | null
  readonly bedrag: Cent
  readonly maximum: Cent
  /** What the opleider reported; null when nothing. */
  readonly gemeld: Cent | null
  readonly heeftMelding: boolean
}

/** Why a burger cannot tell of a private fee; empty when it can. What the opleider reported to the cent needs nobody. */
export function whyNietTeVertellen({ oorzaak, bedrag, gemeld, heeftMelding }: MeldingFeiten): readonly MeldingBeletsel[] {
  if (oorzaak === null) return ['niet-gestopt']
  return [...(heeftMelding ? (['al-gemeld'] as const) : []), ...(gemeld === bedrag ? (['al-bekend'] as const) : [])]
}

/** What is wrong with such a fee: above the maximum (parameter annuleringskosten), of an opleider that called off itself, or not what the opleider reported. */
export function findAandacht({ oorzaak, bedrag, maximum, gemeld }: Pick<MeldingFeiten, 'oorzaak' | 'bedrag' | 'maximum' | 'gemeld'>): readonly MeldingAandacht[] {
  return [
    ...(oorzaak === 'opleider' ? (['door-opleider'] as const) : []),
    ...(bedrag > maximum ? (['boven-maximum'] as const) : []),
    ...(gemeld === null ? (['niet-gemeld'] as const) : gemeld === bedrag ? [] : (['ander-bedrag'] as const)),
  ]
}
