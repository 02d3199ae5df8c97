import { SYSTEEM } from '@/lib/base/actor'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { lockDossier, type Deelname, type Dossier } from '@/lib/verantwoording/repo'
import { saveReactie, saveVraagbrief } from '@/lib/verantwoording/repo/deelname'
import { findHerinnering, saveHerinneringBrief } from '@/lib/verantwoording/repo/deelname-termijn'
import { decideVervolg } from '@/lib/verantwoording/rules/afronding'
import { makeReactieherinnering } from '@/lib/verantwoording/rules/deelname-berichten'
import { makeReactieverzoek } from '@/lib/verantwoording/rules/reactieverzoek'
import { leesMeldregels } from '@/lib/verantwoording/use-cases/schrijf-meldingen'

type Open = { readonly dossier: Dossier; readonly deelname: Deelname }

/** A report that waits for the burger, locked; undefined when there is nothing to wait for any more. */
async function lockOpen(tx: Tx, aanvraagId: string): Promise<Open | undefined> {
  const dossier = await lockDossier(tx, { id: aanvraagId })
  const deelname = dossier?.deelname ?? null
  return dossier?.status === 'verleend' && deelname !== null && deelname.reactie === null ? { dossier, deelname } : undefined
}

/** Asks the burger whether the report is right. Asked already, or answered: does nothing. */
export function vraagReactie(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const open = await lockOpen(tx, aanvraagId)
    if (open === undefined || open.deelname.briefId !== null || open.deelname.reactieUiterlijkOp === null) return
    const { dossier, deelname } = open
    // The days to answer are whole: a letter that goes later than the report gives a later day.
    const { reactieUiterlijkOp: vanafNu } = await leesMeldregels(tx)
    const uiterlijkOp = vanafNu > open.deelname.reactieUiterlijkOp ? vanafNu : open.deelname.reactieUiterlijkOp
    const brief = makeReactieverzoek(dossier, { ...deelname, uiterlijkOp, gestoptOp: dossier.gestoptOp })
    const { id } = await stuurBrief(tx, { soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId, ...brief })
    await saveVraagbrief(tx, aanvraagId, { briefId: id, uiterlijkOp })
  })
}

/** Reminds the burger once that the term ends. Answered meanwhile: only notes that nothing was sent any more. */
export function herinnerReactie(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const open = await lockOpen(tx, aanvraagId)
    if (open === undefined || open.deelname.reactieUiterlijkOp === null) return
    const { dossier, deelname } = open
    const herinnering = await findHerinnering(tx, aanvraagId, deelname.versie)
    if (herinnering?.briefId !== null) return
    const { id } = await stuurBrief(tx, { soort: 'mededeling', burgerId: dossier.burgerId, aanvraagId, ...makeReactieherinnering(dossier, open.deelname.reactieUiterlijkOp) })
    await saveHerinneringBrief(tx, { aanvraagId, versie: deelname.versie, briefId: id })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'herinner-reactie', actor: SYSTEEM, zichtbaar: true })
  })
}

/**
 * The term went by without an answer: the report counts as not disputed, as the messages said. What was completed is settled by itself;
 * what was not waits for a behandelaar. A term that the round of the day did not close is left alone.
 */
export function sluitReactietermijn(aanvraagId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const open = await lockOpen(tx, aanvraagId)
    if (open?.deelname.isGesloten !== true) return
    const { dossier, deelname } = open
    await saveReactie(tx, aanvraagId, { reactie: 'zonder-reactie', toelichting: null, bewijsId: null, op: await nowIn(tx) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'laat-reactie-verlopen', actor: SYSTEEM, zichtbaar: true })
    if (decideVervolg(deelname.uitkomst, 'zonder-reactie', dossier.hasSignaal) === 'stel-vast') await enqueue(tx, 'stel-vast', { aanvraagId })
  })
}
