import { SYSTEEM } from '@/lib/base/actor'
import { inTransaction } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { stelVorderingIn, type InTeStellenVordering } from '@/lib/vordering/use-cases/stel-vordering-in'
import type { BetaalWereld, Verlening } from '@/tests/builders/verlening'

/** A grant that was paid to the opleider as a voorschot: the ledger has it on betaald, behind the back of order and invoice. */
export async function aBetaaldeVerlening(wereld: BetaalWereld, bedragCent = 93_950): Promise<Verlening> {
  const verlening = await wereld.verleen(bedragCent)
  await inTransaction(async (tx) => {
    const waarvan = { compartimentId: wereld.compartimentId, aanvraagId: verlening.aanvraagId, opleiderId: wereld.opleider.opleiderId }
    for (const soort of ['ga-verplichting-aan', 'boek-factuur', 'betaal'] as const) {
      await boek(tx, { soort, oorzaak: 'test', oorzaakId: verlening.aanvraagId, actor: SYSTEEM, regels: makePost(soort, bedragCent, waarvan) })
    }
  })
  return verlening
}

/** A claim on what was paid; on the opleider unless it says otherwise. */
export async function aVordering(wereld: BetaalWereld, over: Partial<InTeStellenVordering> & { bedragCent?: number } = {}): Promise<{ id: string; kenmerk: string; aanvraagId: string; burgerId: string }> {
  const bedragCent = over.bedragCent ?? 93_950
  const { aanvraagId, burger } = await aBetaaldeVerlening(wereld, bedragCent)
  return inTransaction(async (tx) => {
    const id = await stelVorderingIn(tx, {
      aanvraagId, bedragCent, grond: 'ingetrokken', schuldenaar: { soort: 'opleider', opleiderId: wereld.opleider.opleiderId }, actor: wereld.financieel[0], ...over,
    })
    const { kenmerk } = await tx.vordering.findUniqueOrThrow({ where: { id }, select: { kenmerk: true } })
    return { id, kenmerk, aanvraagId, burgerId: burger.id }
  })
}

/** The same on the burger. */
export async function aBurgervordering(wereld: BetaalWereld, bedragCent = 93_950): Promise<{ id: string; kenmerk: string; aanvraagId: string; burgerId: string }> {
  const { aanvraagId, burger } = await aBetaaldeVerlening(wereld, bedragCent)
  return inTransaction(async (tx) => {
    const id = await stelVorderingIn(tx, { aanvraagId, bedragCent, grond: 'lager-vastgesteld', schuldenaar: { soort: 'burger', burgerId: burger.id }, actor: wereld.behandelaar })
    const { kenmerk } = await tx.vordering.findUniqueOrThrow({ where: { id }, select: { kenmerk: true } })
    return { id, kenmerk, aanvraagId, burgerId: burger.id }
  })
}
