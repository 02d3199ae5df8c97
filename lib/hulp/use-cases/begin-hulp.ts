import type { Medewerker } from '@/lib/base/actor'
import type { Bsn } from '@/lib/base/bsn'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { registreerBurger } from '@/lib/platform/identity'
import { insertHulp } from '@/lib/hulp/repo'

/** Begins to help somebody: who it is was seen on an identity document, and there is a reason. The burger is found by BSN or made. */
export async function beginHulp(medewerker: Medewerker, { bsn, reden }: { bsn: Bsn; reden: string }): Promise<Outcome<'uitgeschakeld', { hulpId: string }>> {
  const burger = await registreerBurger(bsn)
  if (burger === 'uitgeschakeld') return refused('uitgeschakeld')
  return inTransaction(async (tx) => {
    const hulpId = await insertHulp(tx, { medewerkerId: medewerker.id, burgerId: burger.gebruikerId, reden })
    await saveGebeurtenis(tx, { onderwerp: 'hulp', onderwerpId: hulpId, soort: 'begin-hulp', actor: medewerker, rol: 'werkplein', reden, gegevens: { burgerId: burger.gebruikerId } })
    return success({ hulpId })
  })
}
