export type KeurmerkFeiten = { readonly klachtenprocedure: string; readonly geschillenprocedure: string; readonly isOnafhankelijk: boolean; readonly isZelfIngevoerd: boolean }
export type KeurmerkBeletsel = 'geen-klachtenprocedure' | 'geen-geschillenprocedure' | 'niet-onafhankelijk' | 'zelf-ingevoerd'

/**
 * Why a keurmerk cannot be admitted; empty when it can. The toetsingskader demands a klachtenprocedure and a geschillenprocedure
 * (Woo-besluit STAP-keten) and an own judgement of opleiders; who wrote the application down does not decide on it.
 */
export function checkToelating({ klachtenprocedure, geschillenprocedure, isOnafhankelijk, isZelfIngevoerd }: KeurmerkFeiten): readonly KeurmerkBeletsel[] {
  return [
    ...(klachtenprocedure.trim() === '' ? (['geen-klachtenprocedure'] as const) : []),
    ...(geschillenprocedure.trim() === '' ? (['geen-geschillenprocedure'] as const) : []),
    ...(isOnafhankelijk ? [] : (['niet-onafhankelijk'] as const)),
    ...(isZelfIngevoerd ? (['zelf-ingevoerd'] as const) : []),
  ]
}

/** The code of a new erkenner, from its name: "Keurmerk Zorg & Welzijn" is keurmerk-zorg-welzijn. */
export function makeErkennerCode(naam: string): string {
  return naam.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60)
}
