import { cent } from '@/lib/base/money'
import type { Mutatie } from '@/lib/bank/model'
import { duidTerugbetaling, duidVordering, type Duiding } from '@/lib/bank/rules/duiding'
import type { PoolClient } from '@/lib/platform/db'
import { boekOntvangst, boekTerugbetaling } from '@/lib/vordering/use-cases/boek-ontvangst'

/** Books a movement with betalingskenmerken on its claim, in the transaction of the statement. With more than one nobody knows which part is whose. */
export async function boekOpVordering(client: PoolClient, { bedrag, boekdatum, tegenrekening, tegenpartij }: Mutatie, kenmerken: readonly string[], herkomst: string): Promise<Duiding> {
  const [kenmerk] = kenmerken
  if (kenmerk === undefined || kenmerken.length > 1) return { soort: 'onbekend', gevolg: 'niets', vraag: 'meer-betalingskenmerken' }
  const ontvangst = { kenmerk, bedrag: cent(Math.abs(bedrag)), dag: boekdatum, herkomst, van: { rekening: tegenrekening, naam: tegenpartij } }
  return bedrag > 0 ? duidVordering(await boekOntvangst(client, ontvangst)) : duidTerugbetaling(await boekTerugbetaling(client, ontvangst))
}
