import type { Burger, Medewerker } from '@/lib/base/actor'
import { refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, prisma } from '@/lib/platform/db'
import type { Hulphandeling } from '@/lib/hulp/model'
import { findHulp, readAanvraagId } from '@/lib/hulp/repo'

type Namens<Reden extends string, Value> = {
  readonly hulpId: string
  readonly handeling: Hulphandeling
  readonly doe: (burger: Burger) => Promise<Outcome<Reden, Value>>
  /** The aanvraag whose timeline tells it to the burger, once it succeeded; undefined when it has no place there. */
  readonly kenmerkOf?: (value: Value) => string
}

/**
 * Does something in the name of the burger of a hulp. It is noted before it is done, so that nothing happens unseen (who, when, and
 * by the hulp why); when it succeeded the burger reads it in the timeline of the aanvraag.
 */
export async function handelNamens<Reden extends string, Value>(
  medewerker: Medewerker, { hulpId, handeling, doe, kenmerkOf }: Namens<Reden, Value>,
): Promise<Outcome<Reden | 'niet-gevonden', Value>> {
  const hulp = await findHulp(prisma, medewerker.id, hulpId)
  if (hulp === undefined) return refused('niet-gevonden')
  const kern = { soort: handeling, actor: medewerker, rol: 'werkplein' } as const
  await inTransaction((tx) => saveGebeurtenis(tx, { ...kern, onderwerp: 'hulp', onderwerpId: hulp.id }))
  const outcome = await doe({ soort: 'burger', id: hulp.burgerId, rollen: ['burger'] })
  if (outcome.ok && kenmerkOf !== undefined) {
    const kenmerk = kenmerkOf(outcome.value)
    await inTransaction(async (tx) => {
      const onderwerpId = await readAanvraagId(tx, kenmerk)
      await saveGebeurtenis(tx, { ...kern, onderwerp: 'aanvraag', onderwerpId, zichtbaar: true, gegevens: { hulpId: hulp.id } })
    })
  }
  return outcome
}
