import type { Actor } from '@/lib/base/actor'
import type { PoolClient, Tx } from '@/lib/platform/db'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import { saveBoekingen, saveVerzamelboeking } from '@/lib/tijdvak/repo'
import { isInEvenwicht, POSTEN, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'

/** A movement of money and what caused it. `regels` come from makePost; a boeking may hold several posten. */
export type Boeking = {
  readonly soort: BoekingSoort
  /** The kind of thing that caused it: 'compartiment', 'toewijzing', 'besluit', 'factuur', 'betaling' … */
  readonly oorzaak: string
  readonly oorzaakId: string
  readonly actor: Actor
  readonly regels: readonly Boekingsregel[]
  /** The year it belongs to, when that is not the year of now (Amsterdam). In a closed year nothing is booked. */
  readonly boekjaar?: number
}

/**
 * Writes a boeking in the ledger, in the transaction of the change it belongs to (invariant I5). The stand of the
 * compartiment moves with it. The same soort, oorzaak and oorzaakId are booked once: again answers 'al-geboekt'.
 * Throws when the lines do not sum to zero, and a database error when a plafond would be exceeded (invariant I1) or the year is closed.
 */
export async function boek(tx: Tx, boeking: Boeking): Promise<'geboekt' | 'al-geboekt'> {
  return (await saveBoekingen(tx, [prepare(boeking)])) === 1 ? 'geboekt' : 'al-geboekt'
}

/**
 * The same for many boekingen in one statement: a plafond is judged over all of them together, so budget that one gives back another
 * may take. Answers how many were new.
 */
export async function boekAlle(db: Tx | PoolClient, boekingen: readonly Boeking[]): Promise<number> {
  return boekingen.length === 0 ? 0 : saveBoekingen(db, boekingen.map(prepare))
}

/**
 * One boeking for a whole round of the system, by thousands at a time: the post of each aanvraag, and per compartiment what that
 * takes from the other side. Once by its cause; answers whether it was new.
 */
export function boekVoorAanvragen(
  client: PoolClient,
  { soort, oorzaak, oorzaakId, bij }: { soort: BoekingSoort; oorzaak: string; oorzaakId: string; bij: readonly { compartimentId: string; aanvraagId: string; bedragCent: number }[] },
): Promise<boolean> {
  return saveVerzamelboeking(client, { soort, oorzaak, oorzaakId, ...POSTEN[soort], bij })
}

function prepare({ soort, oorzaak, oorzaakId, actor, regels, boekjaar }: Boeking) {
  if (!isInEvenwicht(regels)) throw new Error(`boeking ${soort} for ${oorzaak} ${oorzaakId} does not sum to zero`)
  return { soort, oorzaak, oorzaakId, doorId: actor.id, boekjaar: boekjaar ?? null, regels }
}
