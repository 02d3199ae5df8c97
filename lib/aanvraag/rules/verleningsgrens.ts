import type { ParameterWaarden } from '@/lib/regeling/model'

/**
 * Art. 12a: once a scholing got the highest number of grants of a kalenderjaar, nobody can apply for it from the next tijdvak on.
 * `verleend` counts the verleningen of that year before the tijdvak opened: who applies in the tijdvak in which the number is
 * reached still can, so nobody finds a door closed that was open when the tijdvak began.
 */
export function isVerleningsgrensBereikt(verleend: number, grens: ParameterWaarden['verleningsgrens']): boolean {
  return grens !== null && verleend >= grens.aantal
}
