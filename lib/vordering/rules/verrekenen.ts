import type { PlainDate } from '@/lib/base/date'
import type { ParameterWaarden } from '@/lib/regeling/model'

/** What somebody would set a claim off against: an amount that we owe the same debtor. */
export type TeVerrekenen = {
  /** Who owes the claim, and who would get the payment: the same person or opleider? */
  readonly isZelfdePersoon: boolean
  /** The one who owes it was given the subsidy: a burger. An opleider only receives the payment. */
  readonly isSubsidieontvanger: boolean
  /** What we owe is subsidie, not fee, interest or what was paid too much. */
  readonly isSubsidie: boolean
  readonly isZelfdeActiviteit: boolean
  readonly isAnderTijdvak: boolean
  readonly isBeschikkingOnherroepelijk: boolean
  /** An arrangement was asked for or runs, or payment was postponed. */
  readonly isUitstel: boolean
  /** The burger said not to keep enough to live on, or not to know. */
  readonly isTeWeinigInkomen: boolean
  readonly jarenSindsBesluit: number
}

export type VerrekenBeletsel =
  | 'ander-persoon' | 'geen-subsidieontvanger' | 'geen-subsidie' | 'andere-activiteit' | 'zelfde-tijdvak' | 'bezwaar-loopt' | 'uitstel-loopt' | 'te-weinig-inkomen' | 'te-lang-geleden'

/**
 * Why a claim may not be set off; empty when it may. The government sets off only where a law says so (Awb 4:93 lid 1). For subsidy
 * that is Awb 4:57 lid 3: what must come back against a subsidy to the same recipient for the same activities in another period;
 * within the term of lid 4. Three bounds are our own choice and stricter than the law: not before the besluit can no longer be changed,
 * because what was set off cannot be paid instead; not while an agreement to pay later holds, although the law would allow it (4:93 lid 5);
 * and not with who keeps too little to live on.
 */
export function magVerrekenen(feiten: TeVerrekenen, { jaren }: ParameterWaarden['verjaring']): readonly VerrekenBeletsel[] {
  return [
    ...(feiten.isZelfdePersoon ? [] : (['ander-persoon'] as const)),
    ...(feiten.isSubsidieontvanger ? [] : (['geen-subsidieontvanger'] as const)),
    ...(feiten.isSubsidie ? [] : (['geen-subsidie'] as const)),
    ...(feiten.isZelfdeActiviteit ? [] : (['andere-activiteit'] as const)),
    ...(feiten.isAnderTijdvak ? [] : (['zelfde-tijdvak'] as const)),
    ...(feiten.isBeschikkingOnherroepelijk ? [] : (['bezwaar-loopt'] as const)),
    ...(feiten.isUitstel ? (['uitstel-loopt'] as const) : []),
    ...(feiten.isTeWeinigInkomen ? (['te-weinig-inkomen'] as const) : []),
    ...(feiten.jarenSindsBesluit >= jaren ? (['te-lang-geleden'] as const) : []),
  ]
}

/**
 * From which day a set-off counts: when both debts were there (Awb 4:93 lid 3, BW 6:129 lid 1). From then on no interest runs over it.
 */
export function werktTerugTot(ingesteldOp: PlainDate, ontstaanOp: PlainDate): PlainDate {
  return ingesteldOp > ontstaanOp ? ingesteldOp : ontstaanOp
}
