import type { Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { enqueue } from '@/lib/platform/outbox'
import { lockLoting, listBijdragen, saveBijdrage } from '@/lib/loting/repo'
import { isZaadCompleet } from '@/lib/loting/rules/bijdrage'
import type { LotingReden } from '@/lib/loting/texts'

/**
 * Takes one part of the seed, after the list was fixed. Two different people each give theirs without seeing the other's; with a
 * public source they must have read the same value. When the seed is complete the draw follows by itself.
 */
export function legBijdrageVast(actor: Medewerker, { code, waarde }: { code: string; waarde: string }): Promise<Outcome<LotingReden>> {
  return inTransaction(async (tx) => {
    const loting = await lockLoting(tx, { code })
    if (loting === undefined) return refused('geen-lijst')
    if (loting.zaad !== null) return refused('al-getrokken')
    const eerdere = await listBijdragen(tx, loting.tijdvakId)
    if (eerdere.some(({ gebruikerId }) => gebruikerId === actor.id)) return refused('al-bijgedragen')
    if (isZaadCompleet(loting.zaadBron, eerdere.map((bijdrage) => bijdrage.waarde))) return refused('genoeg-bijdragen')

    await saveBijdrage(tx, { tijdvakId: loting.tijdvakId, gebruikerId: actor.id, waardeVersleuteld: encrypt(waarde) })
    await saveGebeurtenis(tx, { onderwerp: 'tijdvak', onderwerpId: loting.tijdvakId, soort: 'leg-zaaddeel-vast', actor, gegevens: { deel: eerdere.length + 1 } })
    if (isZaadCompleet(loting.zaadBron, [...eerdere.map((bijdrage) => bijdrage.waarde), waarde])) await enqueue(tx, 'trek-loting', { tijdvakId: loting.tijdvakId })
    return done
  })
}
