import { makeAansluiting, type Cijfers } from '@/lib/financien/rules/aansluiting'
import { makeBankbrug } from '@/lib/financien/rules/bankbrug'

/** What the reconciliation said when a year was closed, as it is kept in the log: amounts in cents. */
export type Sluitstuk = {
  readonly regels: readonly { readonly wat: string; readonly links: number; readonly bron: string; readonly rechts: number }[]
  readonly openAantal: number
  readonly openCent: number
}

/** What is kept: every pair, and what on the account nobody had explained yet. */
export function makeSluitstuk(cijfers: Cijfers): Sluitstuk {
  const { openAantal, openBedrag } = makeBankbrug(cijfers)
  return { regels: makeAansluiting(cijfers).map(({ wat, links, bron, rechts }) => ({ wat, links, bron, rechts })), openAantal, openCent: openBedrag }
}

/** Whether what stands in the log is one: a year that was closed by an earlier version has none. */
export function isSluitstuk(waarde: unknown): waarde is Sluitstuk {
  return typeof waarde === 'object' && waarde !== null && 'regels' in waarde && Array.isArray(waarde.regels) && 'openAantal' in waarde && 'openCent' in waarde
}
