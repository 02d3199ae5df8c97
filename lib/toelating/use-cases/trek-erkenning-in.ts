import type { Medewerker } from '@/lib/base/actor'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { belongsTo, endErkenning, findErkennerVan, insertUitzondering, lockErkenning } from '@/lib/toelating/repo'
import type { TrekErkenningInInput } from '@/lib/toelating/schema'
import type { IntrekReden } from '@/lib/toelating/texts'

/**
 * Withdraws the erkenning of an opleider, or of one of its opleidingen, from today. What was granted stays; new aanvragen are refused
 * unless another erkenner vouches for it (art. 12 lid 1 e).
 */
export function trekErkenningIn(medewerker: Medewerker, { opleiderId, opleidingId = null, reden }: { opleiderId: string; opleidingId?: string | null; reden: string } | TrekErkenningInInput): Promise<Outcome<IntrekReden>> {
  return inTransaction(async (tx) => {
    const erkenner = await findErkennerVan(tx, medewerker.id)
    if (erkenner === undefined) return refused('geen-erkenner')
    const welke = { erkennerId: erkenner.id, opleiderId, opleidingId: opleidingId ?? null }
    const op = await nowIn(tx)
    const einde = { dag: amsterdamDate(op), op, reden, doorId: medewerker.id }
    const lopend = await lockErkenning(tx, welke)
    const heel = opleidingId === null ? undefined : await lockErkenning(tx, { ...welke, opleidingId: null })
    if (lopend === undefined && (heel === undefined || opleidingId === null || !(await belongsTo(tx, opleidingId, opleiderId)))) return refused('niet-gevonden')
    if (lopend !== undefined) await endErkenning(tx, lopend, einde)
    // The erkenning of the opleider would carry this opleiding along: an exception says that it does not.
    const id = lopend === undefined ? await insertUitzondering(tx, welke, einde) : lopend.id
    await saveGebeurtenis(tx, { onderwerp: 'erkenning', onderwerpId: id, soort: 'trek-erkenning-in', actor: medewerker, reden, gegevens: { opleiderId, opleidingId } })
    await enqueue(tx, 'ververs-zoekindex', opleidingId === null ? { opleiderId } : { opleidingId })
    return done
  })
}
