import type { VraagSoort } from '@/lib/bank/model'

/** What the bank said of one payment that somebody must look at. `endToEndId` names one that we do not know. */
export type Melding = { readonly soort: VraagSoort; readonly code: string | null; readonly betalingId: string | null; readonly endToEndId?: string; readonly regel?: number }

/** The same said of several payments of a batch, for the same reason. */
export type Bundel = { readonly soort: VraagSoort; readonly code: string | null; readonly meldingen: readonly Melding[] }

/**
 * What a message says of a batch as questions: the same for the same reason is one, so that a batch of 35.000 that is refused takes one
 * decision and not 35.000.
 */
export function bundel(meldingen: readonly Melding[]): readonly Bundel[] {
  const groepen = new Map<string, { soort: VraagSoort; code: string | null; meldingen: Melding[] }>()
  for (const melding of meldingen) {
    const { soort, code } = melding
    const naam = `${soort} ${code ?? ''}`
    const groep = groepen.get(naam)
    // Not a new list each time: with 35.000 that takes half a minute.
    if (groep === undefined) groepen.set(naam, { soort, code, meldingen: [melding] })
    else groep.meldingen.push(melding)
  }
  return [...groepen.values()]
}
