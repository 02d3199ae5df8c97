import { randomBytes } from 'node:crypto'
import type { OpleiderActor } from '@/lib/base/actor'
import { addDays } from '@/lib/base/date'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { countActief, insertKoppeling } from '@/lib/koppeling/repo'
import { whyNietTeMaken, type MaakReden } from '@/lib/koppeling/rules/termijn'
import type { NieuweKoppeling } from '@/lib/koppeling/schema'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { hashKoppelingToken } from '@/lib/platform/bearer'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'

/** So that a scanner of code recognises a token that leaked. */
const PREFIX = 'stap_'

/** Makes a token for a system of this opleider. It is given once, here; only its hash is kept. */
export function maakKoppeling(actor: OpleiderActor, { naam, scopes, laatsteDag }: NieuweKoppeling): Promise<Outcome<MaakReden, { id: string; token: string }>> {
  return inTransaction(async (tx) => {
    const vandaag = await todayIn(tx)
    const redenen = whyNietTeMaken({ laatsteDag, vandaag, actief: await countActief(tx, actor.opleiderId, vandaag) })
    if (redenen.length > 0) return refused(...redenen)
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`
    const id = await insertKoppeling(tx, {
      opleiderId: actor.opleiderId, doorId: actor.id, naam, scopes, geldigTot: addDays(laatsteDag, 1),
      tokenHash: hashKoppelingToken(token), tokenBegin: token.slice(0, PREFIX.length + 4),
    })
    await saveGebeurtenis(tx, { onderwerp: 'koppeling', onderwerpId: id, soort: 'maak-koppeling', actor, gegevens: { opleiderId: actor.opleiderId, scopes: [...scopes], laatsteDag } })
    return success({ id, token })
  })
}
