import type { ParameterWaarden } from '@/lib/regeling/model'

/** What somebody would set a claim off against. */
export type TeVerrekenen = {
  /** Who owes the claim, and who would get the payment: the same person or opleider? */
  readonly isZelfdePersoon: boolean
  /** The one who owes it was given the subsidy: a burger. An opleider only receives the payment. */
  readonly isSubsidieontvanger: boolean
  readonly isZelfdeActiviteit: boolean
  readonly isAnderTijdvak: boolean
  readonly isBeschikkingOnherroepelijk: boolean
  readonly isRegeling: boolean
  readonly jarenSindsBesluit: number
}

export type VerrekenBeletsel = 'ander-persoon' | 'geen-subsidieontvanger' | 'andere-activiteit' | 'zelfde-tijdvak' | 'bezwaar-loopt' | 'regeling-loopt' | 'te-lang-geleden'

/**
 * Why a claim may not be set off; empty when it may. The government sets off only where a law says so (Awb 4:93 lid 1). For subsidy
 * that is Awb 4:57 lid 3: what must come back against a subsidy to the same recipient for the same activities in another period;
 * within the term of lid 4. Not while payment was postponed, because that is collecting (4:94 lid 2), and not before the besluit
 * can no longer be changed: own choice, what was set off cannot be paid instead.
 */
export function magVerrekenen(feiten: TeVerrekenen, { jaren }: ParameterWaarden['verjaring']): readonly VerrekenBeletsel[] {
  return [
    ...(feiten.isZelfdePersoon ? [] : (['ander-persoon'] as const)),
    ...(feiten.isSubsidieontvanger ? [] : (['geen-subsidieontvanger'] as const)),
    ...(feiten.isZelfdeActiviteit ? [] : (['andere-activiteit'] as const)),
    ...(feiten.isAnderTijdvak ? [] : (['zelfde-tijdvak'] as const)),
    ...(feiten.isBeschikkingOnherroepelijk ? [] : (['bezwaar-loopt'] as const)),
    ...(feiten.isRegeling ? (['regeling-loopt'] as const) : []),
    ...(feiten.jarenSindsBesluit >= jaren ? (['te-lang-geleden'] as const) : []),
  ]
}
