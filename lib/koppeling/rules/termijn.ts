import { addDays, addMonths, type PlainDate } from '@/lib/base/date'
import type { Koppeling, KoppelingToestand } from '@/lib/koppeling/model'

/** Months that a token may work: after a year somebody looks again at who has it. */
const MAX_MAANDEN = 12

/** Tokens that an opleider may have at the same time. */
const MAX_ACTIEF = 20

export type MaakReden = 'dag-voorbij' | 'dag-te-ver' | 'te-veel'

/** Why a token with this last day cannot be made. */
export function whyNietTeMaken({ laatsteDag, vandaag, actief }: { laatsteDag: PlainDate; vandaag: PlainDate; actief: number }): MaakReden[] {
  return [
    ...(laatsteDag < vandaag ? ['dag-voorbij' as const] : []),
    ...(laatsteDag > addMonths(vandaag, MAX_MAANDEN) ? ['dag-te-ver' as const] : []),
    ...(actief >= MAX_ACTIEF ? ['te-veel' as const] : []),
  ]
}

/** The last day that is proposed: the longest that is allowed. */
export function proposeLaatsteDag(vandaag: PlainDate): PlainDate {
  return addDays(addMonths(vandaag, MAX_MAANDEN), -1)
}

/** Whether a token works today. */
export function calculateToestand({ geldigTot, ingetrokkenOp }: Pick<Koppeling, 'geldigTot' | 'ingetrokkenOp'>, vandaag: PlainDate): KoppelingToestand {
  if (ingetrokkenOp !== null) return 'ingetrokken'
  return vandaag < geldigTot ? 'actief' : 'verlopen'
}
