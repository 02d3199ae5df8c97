import type { Actor, Rol } from '@/lib/base/actor'
import { findMaatregelOp, lockAanvraag, saveStatus, toBriefFeiten } from '@/lib/beschikking/repo'
import { makeHervattingsbrief } from '@/lib/beschikking/rules/brieven'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'

/**
 * Takes an aanvraag that was put aside back to where it was, with a letter; one that was not judged yet is judged again.
 * Answers false when it is not aangehouden any more, or another maatregel still touches it.
 */
export async function hervatAanvraag(tx: Tx, aanvraagId: string, door: { maatregelId: string; actor: Actor; rol: Rol }): Promise<boolean> {
  const aanvraag = await lockAanvraag(tx, aanvraagId)
  if (aanvraag === undefined || aanvraag.status !== 'aangehouden' || (await findMaatregelOp(tx, aanvraag)) !== undefined) return false
  if (aanvraag.aangehoudenVanaf === null) throw new Error(`aanvraag ${aanvraagId} does not know where it was`)

  await saveStatus(tx, aanvraagId, aanvraag.aangehoudenVanaf, { aangehoudenVanaf: null, aangehoudenTot: null })
  const { id: briefId } = await stuurBrief(tx, { soort: 'hervatting', burgerId: aanvraag.burgerId, aanvraagId, ...makeHervattingsbrief(toBriefFeiten(aanvraag)) })
  await saveGebeurtenis(tx, {
    onderwerp: 'aanvraag',
    onderwerpId: aanvraagId,
    soort: 'hervat',
    van: 'aangehouden',
    naar: aanvraag.aangehoudenVanaf,
    actor: door.actor,
    rol: door.rol,
    gegevens: { maatregelId: door.maatregelId, briefId },
    zichtbaar: true,
  })
  if (aanvraag.aangehoudenVanaf === 'gereserveerd') await enqueue(tx, 'beoordeel-aanvraag', { aanvraagId })
  return true
}
