import type { Medewerker } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { refused, type Outcome } from '@/lib/base/outcome'
import { findAanvraagId, lockAanvraag, type LockedAanvraag } from '@/lib/beschikking/repo'
import { toBesluitinhoud } from '@/lib/beschikking/rules/besluitinhoud'
import type { BesluitInput } from '@/lib/beschikking/schema'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { todayIn } from '@/lib/platform/clock'
import { fromDbDate, inTransaction } from '@/lib/platform/db'

const MINIMALE_MOTIVERING = 10

/**
 * A behandelaar grants or refuses a case of the worklist, on the version that was on the screen. A refusal needs a ground and, like a grant
 * against an open check, a motivering (Awb 3:46).
 */
export function beslisAanvraag(behandelaar: Medewerker, input: BesluitInput): Promise<Outcome<BesluitReden | 'niet-gevonden', { kenmerk: string; briefId: string }>> {
  return inTransaction(async (tx) => {
    const aanvraagId = await findAanvraagId(tx, input.kenmerk)
    const aanvraag = aanvraagId === undefined ? undefined : await lockAanvraag(tx, aanvraagId)
    if (aanvraag === undefined) return refused('niet-gevonden')
    const redenen = judge(behandelaar, input, aanvraag, await todayIn(tx))
    if (redenen.length > 0) return refused(...redenen)
    return neemBesluit(tx, { ...toBesluitinhoud(input), aanvraagId: aanvraag.id, actor: behandelaar })
  })
}

function judge(behandelaar: Medewerker, { versie, besluit, gronden, motivering }: BesluitInput, aanvraag: LockedAanvraag, vandaag: PlainDate): BesluitReden[] {
  // Put aside and no other opleiding chosen in time: it can only be refused.
  const isAangehouden = aanvraag.status === 'aangehouden' && besluit === 'afwijzing'
  const isBeslisbaar = aanvraag.status === 'in-behandeling' || isAangehouden
  const isVanAnder = aanvraag.behandelaarId !== null && aanvraag.behandelaarId !== behandelaar.id && !behandelaar.rollen.includes('teamleider')
  const redenen: readonly (readonly [boolean, BesluitReden])[] = [
    [!isBeslisbaar, 'status-laat-besluit-niet-toe'],
    [isAangehouden && aanvraag.aangehoudenTot !== null && vandaag <= fromDbDate(aanvraag.aangehoudenTot), 'keuzetijd-loopt-nog'],
    [isBeslisbaar && aanvraag.versie !== versie, 'intussen-gewijzigd'],
    [isVanAnder, 'andere-behandelaar'],
    [besluit === 'afwijzing' && gronden.length === 0, 'grond-ontbreekt'],
    [motivering.length < MINIMALE_MOTIVERING, 'motivering-ontbreekt'],
  ]
  return redenen.flatMap(([isZo, reden]) => (isZo ? [reden] : []))
}
