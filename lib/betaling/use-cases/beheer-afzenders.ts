import type { OpleiderActor } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { endAfzender, saveAfzender } from '@/lib/betaling/repo/postbus'
import type { AfzenderReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'

/** Names an address from which this opleider mails its invoices. */
export function voegAfzenderToe(actor: OpleiderActor, { adres }: { adres: string }): Promise<Outcome<AfzenderReden>> {
  return inTransaction(async (tx) => {
    if (!(await saveAfzender(tx, { opleiderId: actor.opleiderId, adres, doorId: actor.id }))) return refused('afzender-bestaat')
    await saveGebeurtenis(tx, { onderwerp: 'opleider', onderwerpId: actor.opleiderId, soort: 'voeg-factuurafzender-toe', actor })
    return done
  })
}

/** Ends it: what is mailed from there later is looked at by somebody first. */
export function haalAfzenderWeg(actor: OpleiderActor, { afzenderId }: { afzenderId: string }): Promise<Outcome<AfzenderReden>> {
  return inTransaction(async (tx) => {
    if (!(await endAfzender(tx, afzenderId, actor.opleiderId))) return refused('afzender-weg')
    await saveGebeurtenis(tx, { onderwerp: 'opleider', onderwerpId: actor.opleiderId, soort: 'haal-factuurafzender-weg', actor })
    return done
  })
}
