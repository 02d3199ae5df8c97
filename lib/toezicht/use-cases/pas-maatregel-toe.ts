import { SYSTEEM } from '@/lib/base/actor'
import { houdAanvraagAan } from '@/lib/beschikking/use-cases/houd-aan'
import { meldMaatregel } from '@/lib/beschikking/use-cases/meld-maatregel'
import { inTransaction, prisma, type Tx } from '@/lib/platform/db'
import { listAanvraagIds, readMaatregel } from '@/lib/toezicht/repo'
import { makeMededeling } from '@/lib/toezicht/rules/maatregelbrief'

const PER_BATCH = 200
// Aangehouden is in the list on purpose: one that is being resumed at this moment is waited for, and then judged.
const WACHTEND = ['gereserveerd', 'in-behandeling', 'aangehouden'] as const

/**
 * The consequences of a maatregel for aanvragen: each one that waits for a decision is put aside with a letter, each one in preparation gets a
 * message. One transaction per aanvraag, so that it can stop and go on anywhere; what was done is not done again. A maatregel that was lifted
 * meanwhile does nothing.
 */
export async function pasMaatregelToe(maatregelId: string): Promise<void> {
  await forEachAanvraag(maatregelId, WACHTEND, async (tx, aanvraagId, { maatregel }) => {
    await houdAanvraagAan(tx, { aanvraagId, maatregel, actor: SYSTEEM, rol: 'systeem' })
  })
  await forEachAanvraag(maatregelId, ['concept', 'gereed'], async (tx, aanvraagId, { maatregel }) => {
    await meldMaatregel(tx, { aanvraagId, maatregel, soort: 'maatregel-gemeld', makeBrief: (feiten) => makeMededeling(feiten, maatregel.soort) })
  })
}

type Step = (tx: Tx, aanvraagId: string, rij: Awaited<ReturnType<typeof readMaatregel>>) => Promise<void>

/** Runs a step for every aanvraag of the maatregel's opleider or opleiding in these statuses, batch by batch. */
export async function forEachAanvraag(maatregelId: string, statussen: readonly string[], step: Step): Promise<void> {
  const { opleiderId, maatregel: { opleidingId } } = await readMaatregel(prisma, maatregelId, { share: false })
  let na: string | null = null
  for (;;) {
    const ids: readonly string[] = await listAanvraagIds(prisma, { opleiderId, opleidingId }, statussen, { na, aantal: PER_BATCH })
    for (const id of ids) await inTransaction(async (tx) => { await step(tx, id, await readMaatregel(tx, maatregelId, { share: true })) })
    const last = ids.at(-1)
    if (last === undefined) return
    na = last
  }
}
