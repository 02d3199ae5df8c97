import type { Tx } from '@/lib/platform/db'
import type { ParameterRij } from '@/lib/regeling/model'
import { saveNewParameters } from '@/lib/regeling/repo'
import { findGebreken } from '@/lib/regeling/rules/op-datum'

/**
 * Enters a whole set of parameters, for a new system. A value that is there already stays as it is, so this may run again.
 * Answers how many were added. Throws when the set has a gap, an overlap, an unknown name or a value of the wrong shape.
 */
export async function legRegelingVast(tx: Tx, rijen: readonly ParameterRij[]): Promise<number> {
  const gebreken = findGebreken(rijen)
  if (gebreken.length > 0) throw new Error(`the regeling is not in order: ${gebreken.join('; ')}`)
  return saveNewParameters(tx, rijen)
}
