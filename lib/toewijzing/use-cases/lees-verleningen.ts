import type { PoolClient } from '@/lib/platform/db'
import type { BezettePlek, Indiening } from '@/lib/toewijzing/model'
import { lockVerleningsgrens, readBezettePlekken, readGegeven } from '@/lib/toewijzing/repo'

/** The places that burgers hold in any kalenderjaar (invariant I4). */
export function leesBezettePlekken(client: PoolClient, burgerIds: readonly string[]): Promise<readonly BezettePlek[]> {
  return readBezettePlekken(client, burgerIds)
}

/**
 * Grants and reservations per scholingsactiviteit and kalenderjaar (grensSleutel), for a verleningsgrens that bites within the
 * tijdvak. Until the transaction ends nobody else counts.
 */
export async function leesGegeven(client: PoolClient, aanvragen: readonly Pick<Indiening, 'scholingsactiviteitId'>[]): Promise<ReadonlyMap<string, number>> {
  await lockVerleningsgrens(client)
  return readGegeven(client, aanvragen.map(({ scholingsactiviteitId }) => scholingsactiviteitId))
}
