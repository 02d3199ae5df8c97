import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import { whyNietVastTeStellen } from '@/lib/verantwoording/rules/vaststelling'
import type { VaststelInput } from '@/lib/verantwoording/schema'
import type { VaststelReden } from '@/lib/verantwoording/texts'

/**
 * Settles an aanvraag by itself: completed according to the opleider, confirmed by the burger, at the amount of the verlening
 * (Awb 4:46 lid 1). Idempotent: what is settled already, or became somebody's judgement, is left alone.
 */
export function stelVast(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { id: aanvraagId })
    if (dossier?.status !== 'verleend' || dossier.deelname === null) return
    if (decideVervolg(dossier.deelname.uitkomst, dossier.deelname.reactie) !== 'stel-vast') return
    const outcome = await neemBesluit(tx, {
      soort: 'vaststelling', aanvraagId, actor: SYSTEEM, gronden: ['afgerond'], bedragCent: dossier.verleend, motivering: null,
    })
    if (!outcome.ok) throw new Error(`aanvraag ${aanvraagId} is not settled: ${outcome.redenen.join(', ')}`)
  })
}

/** A behandelaar settles what could not be settled by itself (Awb 4:46 lid 2, 4:47), with a reason that goes into the letter. */
export function stelVastAlsBehandelaar(behandelaar: Medewerker, input: VaststelInput): Promise<Outcome<VaststelReden | BesluitReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    if (dossier.deelname === null) return refused('niets-gemeld')
    const redenen = whyNietVastTeStellen(input.grond, input.bedrag, dossier.verleend)
    if (redenen.length > 0) return refused(...redenen)
    const outcome = await neemBesluit(tx, {
      soort: 'vaststelling', aanvraagId: dossier.id, actor: behandelaar, gronden: [input.grond], bedragCent: input.bedrag, motivering: input.motivering,
    })
    return outcome.ok ? done : outcome
  })
}
