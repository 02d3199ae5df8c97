import type { OpleiderActor } from '@/lib/base/actor'
import { pool } from '@/lib/platform/db'
import { findVreemd } from '@/lib/aanlevering/rules/edudex-eigenaar'
import { validateEdudex, type EdudexMelding } from '@/lib/aanlevering/rules/edudex-meldingen'
import { bewaarStukken, sleutelOf } from '@/lib/aanlevering/use-cases/zet-edudex-programs'

/** What an opleider says about itself (`instelling`), or what one client pays less (`kortingen`). */
export type StukSleutel = { soort: 'instelling' | 'kortingen'; clientId?: string }
export type StukUitslag =
  | { status: 'ok' | 'unchanged'; isNieuw: boolean; lastChange: string; validationMessages: EdudexMelding[] }
  | { status: 'error'; validationMessages: EdudexMelding[] }

/**
 * Keeps a document of EDU-DEX that the register itself does not read, so that a client of the API finds it back. It is judged by the
 * specification, and refused when it names another organisation or KvK number.
 */
export async function zetEdudexStuk(actor: OpleiderActor, orgUnitId: string, { soort, clientId, inhoud }: StukSleutel & { inhoud: unknown }): Promise<StukUitslag> {
  const fouten = validateEdudex(soort === 'instelling' ? 'institutes' : 'discounts', inhoud)
  const vreemd = fouten.length > 0 ? fouten : findVreemd(inhoud, { orgUnitId, kvk: actor.kvk, ...(clientId === undefined ? {} : { clientId }) })
  if (vreemd.length > 0) return { status: 'error', validationMessages: vreemd }
  const stuk = { soort, inhoud, ...(clientId === undefined ? {} : { clientId }) }
  const bewaard = (await bewaarStukken(actor.opleiderId, [stuk])).get(sleutelOf(stuk))
  if (bewaard === undefined) throw new Error('a document was not kept')
  return { status: bewaard.anders ? 'ok' : 'unchanged', isNieuw: bewaard.nieuw, lastChange: bewaard.gewijzigdOp.toISOString(), validationMessages: [] }
}

/** A document as it was sent; undefined when there is none. */
export async function leesEdudexStuk({ opleiderId }: OpleiderActor, { soort, clientId = '' }: StukSleutel): Promise<unknown> {
  const { rows: [stuk] } = await pool.query<{ inhoud: unknown }>('select inhoud from edudex_stuk where opleider_id = $1 and soort = $2 and client_id = $3', [opleiderId, soort, clientId])
  return stuk?.inhoud
}

/** The clients for which there are discounts. */
export async function listKortingen({ opleiderId }: OpleiderActor): Promise<{ clientId: string; lastChange: string }[]> {
  const { rows } = await pool.query<{ clientId: string; op: Date }>(`select client_id as "clientId", gewijzigd_op as op from edudex_stuk where opleider_id = $1 and soort = 'kortingen' order by 1`, [opleiderId])
  return rows.map(({ clientId, op }) => ({ clientId, lastChange: op.toISOString() }))
}

/** Takes discounts away; false when there were none. */
export async function verwijderKortingen({ opleiderId }: OpleiderActor, clientId: string): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from edudex_stuk where opleider_id = $1 and soort = 'kortingen' and client_id = $2`, [opleiderId, clientId])
  return rowCount === 1
}
