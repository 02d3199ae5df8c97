import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { inTransaction } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockEigenPlaats, saveAfloop } from '@/lib/reservelijst/repo'
import type { ReserveReden } from '@/lib/reservelijst/texts'
import { geefReserveringVrij } from '@/lib/toewijzing/use-cases/geef-reservering-vrij'

/** Declines the offered budget: it falls free for the next in line, and a besluit follows. Declining twice is declining once. */
export function slaAanbodAf(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<ReserveReden>> {
  return inTransaction(async (tx) => {
    const plaats = await lockEigenPlaats(tx, burger.id, kenmerk)
    if (plaats === undefined) return refused('niet-gevonden')
    if (plaats.toestand === 'afgeslagen' || plaats.toestand === 'verlopen') return done
    if (plaats.status !== 'aangeboden') return refused('geen-aanbod')

    const { aanvraagId } = plaats
    await saveAfloop(tx, { aanvraagId, handeling: 'sla-aanbod-af', van: 'aangeboden', naar: 'niet-toegewezen', toestand: 'afgeslagen', actor: burger })
    await geefReserveringVrij(tx, aanvraagId, burger)
    await enqueue(tx, 'wijs-aanvraag-af', { aanvraagId })
    return done
  })
}
