import type { PlainDate } from '@/lib/base/date'

/** What of a scholing an opleider can change after a grant; annulering stands alone: it does not go ahead at all. */
export const WIJZIGING_SOORTEN = ['datum', 'plaats', 'vorm', 'annulering'] as const
export type WijzigingSoort = (typeof WIJZIGING_SOORTEN)[number]

export const WIJZIGING_STATUSSEN = ['voorgelegd', 'aanvaard', 'geweigerd', 'gewisseld'] as const
export type WijzigingStatus = (typeof WIJZIGING_STATUSSEN)[number]

/** When, where and how a scholing is given. */
export type Uitvoering = { readonly startdatum: PlainDate; readonly einddatum: PlainDate; readonly plaats: string | null; readonly opleidingsvorm: string }
