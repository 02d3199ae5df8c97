import { cent } from '@/lib/base/money'
import type { Mutatie } from '@/lib/bank/model'
import { duidTerugbetaling, duidVordering, terugstortkenmerkenOf, type Duiding } from '@/lib/bank/rules/duiding'
import type { PoolClient } from '@/lib/platform/db'
import { boekOntvangst, boekTerugbetaling } from '@/lib/vordering/use-cases/boek-ontvangst'
import { zieTeruggestort } from '@/lib/vordering/use-cases/stort-terug'

/** Books a movement with betalingskenmerken on its claim, in the transaction of the statement. With more than one nobody knows which part is whose. */
export async function boekOpVordering(client: PoolClient, { bedrag, boekdatum, tegenrekening, tegenpartij }: Mutatie, kenmerken: readonly string[], herkomst: string): Promise<Duiding> {
  const [kenmerk] = kenmerken
  if (kenmerk === undefined || kenmerken.length > 1) return { soort: 'onbekend', gevolg: 'niets', vraag: 'meer-betalingskenmerken' }
  const ontvangst = { kenmerk, bedrag: cent(Math.abs(bedrag)), dag: boekdatum, herkomst, van: { rekening: tegenrekening, naam: tegenpartij } }
  return bedrag > 0 ? duidVordering(await boekOntvangst(client, ontvangst)) : duidTerugbetaling(await boekTerugbetaling(client, ontvangst))
}

/** A transfer by hand that carries the kenmerk of money without a claim: it has gone. Undefined when it carries none, or more than one. */
export async function zieTerugstorting(client: PoolClient, mutatie: Mutatie, herkomst: string): Promise<Duiding | undefined> {
  const [kenmerk, ander] = terugstortkenmerkenOf(mutatie)
  if (kenmerk === undefined || ander !== undefined) return undefined
  return duidTerugbetaling(await zieTeruggestort(client, { kenmerk, bedrag: cent(0 - mutatie.bedrag), dag: mutatie.boekdatum, herkomst }))
}
