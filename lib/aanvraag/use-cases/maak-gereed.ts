import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { lockEigenAanvraag, saveOvergang, toKanaal } from '@/lib/aanvraag/repo'
import type { GereedReden } from '@/lib/aanvraag/rules/compleet'
import { canPerform } from '@/lib/aanvraag/rules/status'
import { momentopnameSchema } from '@/lib/aanvraag/schema'
import { controleerAanvraag } from '@/lib/aanvraag/use-cases/controleer-aanvraag'
import { leesBruikbare } from '@/lib/aanvraag/use-cases/lees-bruikbare'

/**
 * Makes an aanvraag ready to be submitted: the burger declared that everything is right, and everything that can be checked
 * beforehand is in order. What is wrong is said all at once. Which compartimenten it may use is decided here for good: until the
 * opening the conditions of a tijdvak can still change.
 */
export function maakGereed(burger: Burger, { kenmerk }: { kenmerk: string }): Promise<Outcome<GereedReden | 'niet-gevonden' | 'kan-nu-niet'>> {
  return inTransaction(async (tx) => {
    const aanvraag = await lockEigenAanvraag(tx, burger.id, kenmerk)
    if (aanvraag === undefined) return refused('niet-gevonden')
    if (!canPerform('maak-gereed', aanvraag.status, 'burger')) return refused('kan-nu-niet')

    const nu = await nowIn(tx)
    const { redenen } = await controleerAanvraag(tx, aanvraag, nu)
    if (redenen.length > 0) return refused(...redenen)
    const kanaal = toKanaal(aanvraag.kanaal)
    const { niveau } = momentopnameSchema.parse(aanvraag.momentopname).opleiding
    const compartimenten = await leesBruikbare(tx, aanvraag.tijdvakId, { kanaal, niveau, bedragCent: aanvraag.bedragCent })
    if (compartimenten === undefined) return refused('geen-compartiment')
    await saveOvergang(tx, aanvraag, { handeling: 'maak-gereed', naar: 'gereed', actor: burger, data: { verklaringOp: nu, ...compartimenten } })
    return done
  })
}
