import { leesAnnuleringskosten, whyDubbelBetaald } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import type { BesluitReden } from '@/lib/beschikking/texts'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { lockGeldstand } from '@/lib/betaling/use-cases/verlaag-verplichting'
import { inTransaction } from '@/lib/platform/db'
import { lockDossier } from '@/lib/verantwoording/repo'
import { handelSignalenAf, readBesluitstand } from '@/lib/verantwoording/repo/vaststelling'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import { whyNietVastTeStellen } from '@/lib/verantwoording/rules/vaststelling'
import type { VaststelInput } from '@/lib/verantwoording/rules/vaststelling-invoer'
import type { VaststelReden } from '@/lib/verantwoording/rules/vaststelling-teksten'
import { rekenVoorschotAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'

/**
 * Settles an aanvraag by itself: completed according to the opleider, confirmed by the burger, at the amount that holds (Awb 4:46 lid 1,
 * 4:47). Idempotent: what is settled already, or became somebody's judgement, is left alone, and so is what a voornemen is out about.
 */
export function stelVast(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { id: aanvraagId })
    if (dossier?.status !== 'verleend' || dossier.deelname === null) return
    if (decideVervolg(dossier.deelname.uitkomst, dossier.deelname.reactie, dossier.hasSignaal) !== 'stel-vast') return
    const { geldendCent, voornemens, isIngetrokken } = await readBesluitstand(tx, aanvraagId)
    if (isIngetrokken || voornemens.some(({ status, soort }) => status === 'open' && soort !== 'uitsluiting')) return
    // A fee was charged to somebody who stopped: what of the subsidy stays is a person's judgement.
    if ((await leesAnnuleringskosten(tx, aanvraagId)) > 0) return
    const outcome = await neemBesluit(tx, { soort: 'vaststelling', aanvraagId, actor: SYSTEEM, gronden: ['afgerond'], bedragCent: geldendCent, motivering: null })
    if (!outcome.ok) throw new Error(`aanvraag ${aanvraagId} is not settled: ${outcome.redenen.join(', ')}`)
    await rekenVoorschotAf(tx, aanvraagId, { oorzaak: 'besluit', oorzaakId: outcome.value.id, actor: SYSTEEM })
  })
}

/**
 * A behandelaar settles at the amount that holds what could not be settled by itself, also when nothing was reported (Awb 4:46 lid 1,
 * 4:47). Less goes by a voornemen.
 */
export function stelVastAlsBehandelaar(behandelaar: Medewerker, input: VaststelInput): Promise<Outcome<VaststelReden | BesluitReden>> {
  return inTransaction(async (tx) => {
    const dossier = await lockDossier(tx, { kenmerk: input.kenmerk })
    if (dossier === undefined) return refused('aanvraag-niet-gevonden')
    const { geldendCent, verleendCent, voornemens, isIngetrokken } = await readBesluitstand(tx, dossier.id)
    if (isIngetrokken) return refused('loopt-al-af')
    if (voornemens.some(({ status, soort }) => status === 'open' && soort !== 'uitsluiting')) return refused('al-een-voornemen')
    const redenen = [...whyNietVastTeStellen(input.bedrag, geldendCent), ...await whyDubbelBetaald(tx, dossier.id, { bedrag: input.bedrag, verleend: verleendCent })]
    if (redenen.length > 0) return refused(...redenen)
    const outcome = await neemBesluit(tx, {
      soort: 'vaststelling', aanvraagId: dossier.id, actor: behandelaar, gronden: [input.grond], bedragCent: input.bedrag, motivering: input.motivering,
      geld: { betaaldCent: cent((await lockGeldstand(tx, dossier.id)).betaald), terugCent: cent(0), van: 'niemand' },
    })
    if (!outcome.ok) return outcome
    await rekenVoorschotAf(tx, dossier.id, { oorzaak: 'besluit', oorzaakId: outcome.value.id, actor: behandelaar })
    await handelSignalenAf(tx, dossier.id)
    return done
  })
}
