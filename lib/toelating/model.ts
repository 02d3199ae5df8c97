/** What an erkenner finds of an opleiding in its sample. */
export const STEEKPROEF_OORDELEN = ['in-orde', 'niet-in-orde'] as const
export type SteekproefOordeel = (typeof STEEKPROEF_OORDELEN)[number]

/** A keurmerk that asks to admit opleiders, by the toetsingskader (Woo-besluit STAP-keten, 31-10-2022). */
export const KEURMERK_STATUSSEN = ['ingediend', 'toegelaten', 'afgewezen'] as const
export type KeurmerkStatus = (typeof KEURMERK_STATUSSEN)[number]

/** What DUO finds of an opleiding in the set that was frozen for a tijdvak. */
export const BEVROREN_OORDELEN = ['akkoord', 'voorleggen'] as const
export type BevrorenOordeel = (typeof BEVROREN_OORDELEN)[number]
