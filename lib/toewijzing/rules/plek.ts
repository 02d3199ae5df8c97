/** The lowest place that a burger has free in a kalenderjaar, from 1 up to what the regeling allows; null when all are taken (invariant I4). */
export function firstFree(bezet: ReadonlySet<number>, verleningenPerJaar: number): number | null {
  for (let plek = 1; plek <= verleningenPerJaar; plek += 1) if (!bezet.has(plek)) return plek
  return null
}
