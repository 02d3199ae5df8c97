import type { PlainDate } from '@/lib/base/date'

/** Why payment may be suspended: the serious suspicion of Awb 4:56, or a besluit of SZW to remove. */
export const OPSCHORTING_GRONDEN = ['ernstig-vermoeden', 'besluit-szw'] as const
export type OpschortingGrond = (typeof OPSCHORTING_GRONDEN)[number]

/** Whether it runs today, how it ended otherwise. */
export const OPSCHORTING_TOESTANDEN = ['loopt', 'afgelopen', 'beeindigd'] as const
export type OpschortingToestand = (typeof OPSCHORTING_TOESTANDEN)[number]

/** When a suspension holds. `totEnMet` is its last day, null while the besluit of SZW holds. */
export type Duur = { readonly ingangsdatum: PlainDate; readonly totEnMet: PlainDate | null; readonly beeindigdOp: PlainDate | null }

/** Whom it is about. */
export type Bereik = { readonly opleider: string; readonly adres: readonly string[]; readonly opleiding: string | null; readonly aanvraagKenmerk: string | null }

/** What the letters of a suspension say. */
export type Kennisgeving = Bereik & {
  readonly grond: OpschortingGrond
  readonly zaak: string
  readonly vermoeden: string
  readonly ingangsdatum: PlainDate
  readonly totEnMet: PlainDate | null
  readonly bezwaarUiterlijkOp: PlainDate
}
