import type { PlainDate } from '@/lib/base/date'

/** What the token of a koppeling may be used for; lib/platform/policy.ts says which handelingen each one holds. */
export const KOPPELING_SCOPES = ['opleidingen', 'aanmeldbewijzen', 'facturen', 'deelnames'] as const
export type KoppelingScope = (typeof KOPPELING_SCOPES)[number]

export const KOPPELING_TOESTANDEN = ['actief', 'verlopen', 'ingetrokken'] as const
export type KoppelingToestand = (typeof KOPPELING_TOESTANDEN)[number]

/** A token of an opleider's own system. The token itself is kept nowhere. */
export type Koppeling = {
  readonly id: string
  readonly naam: string
  /** The first characters of the token, to recognise it by. */
  readonly tokenBegin: string
  readonly scopes: readonly KoppelingScope[]
  /** The first day on which it does not work any more. */
  readonly geldigTot: PlainDate
  readonly laatstGebruiktOp: Date | null
  readonly ingetrokkenOp: Date | null
  readonly createdAt: Date
}

export function isKoppelingScope(waarde: unknown): waarde is KoppelingScope {
  return KOPPELING_SCOPES.some((scope) => scope === waarde)
}
