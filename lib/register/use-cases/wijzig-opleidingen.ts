import type { OpleiderActor } from '@/lib/base/actor'
import { enqueue, enqueueVeel } from '@/lib/platform/outbox'
import type { Tx } from '@/lib/platform/db'
import type { OpleidingInhoud } from '@/lib/register/model'
import { lockVeel, saveVeel, saveVeelActiviteiten, type VeelActiviteit } from '@/lib/register/repo'
import { opleidingInhoudSchema } from '@/lib/register/schema'

/** What one opleiding and its start dates are; the answer of a change is the same, or why it is left as it was. */
export type Aanbod = { inhoud: OpleidingInhoud; activiteiten: readonly VeelActiviteit[] }
export type Veranderd = { gewijzigd: string[]; ongewijzigd: string[]; overgeslagen: { id: string; reden: string }[] }

/** From this many on, the search index is made anew for all of the opleider. */
const ALLES_VANAF = 200

/**
 * Changes many opleidingen of one opleider in the transaction of the caller, each with a version of its own. `bewerk` is pure: it says
 * what one becomes, or why not. What belongs to another opleider is not found. The caller writes the log: one entry for the whole act.
 */
export async function wijzigOpleidingen<Reden extends string>(
  tx: Tx, { actor, ids }: { actor: OpleiderActor; ids: readonly string[] }, bewerk: (aanbod: Aanbod) => Aanbod | { overslaan: Reden },
): Promise<Veranderd> {
  const rijen = await lockVeel(tx, actor.opleiderId, ids)
  const gevonden = new Set(rijen.map(({ id }) => id))
  const overgeslagen: Veranderd['overgeslagen'] = ids.filter((id) => !gevonden.has(id)).map((id) => ({ id, reden: 'niet-gevonden' }))
  const nieuw: { id: string; inhoud: OpleidingInhoud; arbeidsmarktVoor: unknown; inhoudHash: string }[] = []
  const starts: VeelActiviteit[] = []
  const metStart = new Set<string>()
  for (const { id, inhoudHash, rij, activiteiten } of rijen) {
    const inhoud = opleidingInhoudSchema.parse(rij)
    const uitkomst = bewerk({ inhoud, activiteiten })
    if ('overslaan' in uitkomst) {
      overgeslagen.push({ id, reden: uitkomst.overslaan })
      continue
    }
    nieuw.push({ id, inhoud: uitkomst.inhoud, arbeidsmarktVoor: inhoud.arbeidsmarkt, inhoudHash })
    // A start date that stayed as it was is the same object: nothing of it is written.
    const anders = uitkomst.activiteiten.filter((activiteit) => !activiteiten.includes(activiteit))
    if (anders.length > 0) metStart.add(id)
    starts.push(...anders)
  }
  const gewijzigd = new Set([...(await saveVeel(tx, actor.id, nieuw)), ...metStart])
  await saveVeelActiviteiten(tx, actor.id, starts)
  await verversZoekindex(tx, actor.opleiderId, [...gewijzigd])
  return { gewijzigd: [...gewijzigd], ongewijzigd: nieuw.filter(({ id }) => !gewijzigd.has(id)).map(({ id }) => id), overgeslagen }
}

async function verversZoekindex(tx: Tx, opleiderId: string, ids: readonly string[]): Promise<void> {
  if (ids.length >= ALLES_VANAF) return enqueue(tx, 'ververs-zoekindex', { opleiderId })
  await enqueueVeel(tx, 'ververs-zoekindex', ids.map((opleidingId) => ({ opleidingId })))
}
