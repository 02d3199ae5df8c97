/** How long something has been owed, in whole days, in the steps that a controller looks at. */
export const STAPPEN = [
  { code: 'tot-30', tot: 30, label: 'tot en met 30 dagen' },
  { code: 'tot-90', tot: 90, label: '31 tot en met 90 dagen' },
  { code: 'tot-180', tot: 180, label: '91 tot en met 180 dagen' },
  { code: 'langer', tot: Number.POSITIVE_INFINITY, label: 'langer dan 180 dagen' },
] as const
export type Stap = (typeof STAPPEN)[number]['code']

/** The step that so many days fall in. */
export function toStap(dagen: number): Stap {
  return STAPPEN.find(({ tot }) => dagen <= tot)?.code ?? 'langer'
}
