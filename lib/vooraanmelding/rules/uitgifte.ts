import type { PlainDate } from '@/lib/base/date'
import type { NietAanvraagbaar } from '@/lib/register/rules/aanvraagbaar'

export type UitgeefReden =
  | 'activiteit-niet-gevonden' | 'opleiding-past-niet' | 'al-uitgegeven' | 'einde-voor-begin'
  | 'bedrag-hoger-dan-register' | 'bedrag-hoger-dan-maximum' | NietAanvraagbaar

/** What is asked against what the register and the regeling say. Amounts in cents. */
export type UitgifteFeiten = {
  readonly gevraagdCent: number
  readonly subsidiabelCent: number
  readonly maximumCent: number
  readonly nietAanvraagbaar: readonly NietAanvraagbaar[]
  /** Of the aanmeldbewijs: they may differ from the register. */
  readonly startdatum: PlainDate
  readonly einddatum: PlainDate
}

/**
 * Why an aanmeldbewijs cannot be issued; empty when it can. "Locatie, startdatum en subsidiebedrag mogen afwijken. Het
 * subsidiebedrag mag nooit hoger zijn dan in het register" (UWV, site voor opleiders), nor than the maximum of art. 4; what cannot be
 * applied for gets no aanmeldbewijs.
 */
export function checkUitgifte({ gevraagdCent, subsidiabelCent, maximumCent, nietAanvraagbaar, startdatum, einddatum }: UitgifteFeiten): readonly UitgeefReden[] {
  return [
    ...nietAanvraagbaar,
    ...(gevraagdCent > subsidiabelCent ? (['bedrag-hoger-dan-register'] as const) : []),
    ...(gevraagdCent > maximumCent ? (['bedrag-hoger-dan-maximum'] as const) : []),
    ...(einddatum < startdatum ? (['einde-voor-begin'] as const) : []),
  ]
}
