import { SYSTEEM, type Actor } from '@/lib/base/actor'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { listLateBetalingen, readVoorschotten } from '@/lib/verantwoording/repo/vaststelling'

/** What causes it: the besluit that settles, or a payment that came after it. */
type Oorzaak = { readonly oorzaak: 'besluit' | 'betaling' | 'terugbetaling'; readonly oorzaakId: string; readonly actor: Actor }

/** What was paid as a voorschot and not claimed back is settled (Awb 4:95 lid 4). Nothing paid: nothing happens. */
export async function rekenVoorschotAf(tx: Tx, aanvraagId: string, oorzaak: Oorzaak): Promise<void> {
  const voorschotten = await readVoorschotten(tx, aanvraagId)
  const regels = voorschotten.flatMap(({ bedragCent, ...waarvan }) => makePost('reken-voorschot-af', bedragCent, { ...waarvan, aanvraagId }))
  if (regels.length > 0) await boek(tx, { soort: 'reken-voorschot-af', ...oorzaak, regels })
}

const PER_RONDE = 500

/**
 * Settles what was paid after its vaststelling: an opleider may invoice late, and a later besluit may give back what was received. Done
 * again and again; true when there is more. Two processes at once write the same posting, and the second is left out.
 */
export function rekenVoorschottenAf(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const laat = await listLateBetalingen(tx, PER_RONDE)
    for (const { aanvraagId, oorzaak, oorzaakId } of laat) {
      await tx.$executeRaw`select 1 from aanvraag where id = ${aanvraagId}::uuid for update`
      await rekenVoorschotAf(tx, aanvraagId, { oorzaak, oorzaakId, actor: SYSTEEM })
    }
    return laat.length === PER_RONDE
  })
}
