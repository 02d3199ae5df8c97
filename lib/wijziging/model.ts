import type { PlainDate } from '@/lib/base/date'

/** What of a scholing an opleider can change after a grant. */
export const WIJZIGING_SOORTEN = ['datum', 'plaats', 'vorm'] as const
export type WijzigingSoort = (typeof WIJZIGING_SOORTEN)[number]

export const WIJZIGING_STATUSSEN = ['voorgelegd', 'aanvaard', 'geweigerd', 'gewisseld'] as const
export type WijzigingStatus = (typeof WIJZIGING_STATUSSEN)[number]

/** When, where and how a scholing is given. */
export type Uitvoering = { readonly startdatum: PlainDate; readonly einddatum: PlainDate; readonly plaats: string | null; readonly opleidingsvorm: string }
