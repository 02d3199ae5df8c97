import type { Burger } from '@/lib/base/actor'
import { done, refused, type Outcome } from '@/lib/base/outcome'
import { fetchPersoon } from '@/lib/platform/base-registers'
import { nowIn } from '@/lib/platform/clock'
import { inTransaction, toDbDate, type Tx } from '@/lib/platform/db'
import { enqueue } from '@/lib/platform/outbox'
import { isBruikbaar } from '@/lib/tijdvak/rules/bruikbaar'
import { leesStand } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import type { Aanmeldbewijs } from '@/lib/vooraanmelding/model'
import { isZelfdePersoon } from '@/lib/vooraanmelding/rules/zelfde-persoon'
import { geefAanmeldbewijsTerug, gebruikAanmeldbewijs, leesAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/lees-aanmeldbewijs'
import { checkEchtheid } from '@/lib/vooraanmelding/use-cases/teken'
import { findGereserveerdIn, isBewijsInGebruik, lockEigenAanvraag, readKeuze, saveOvergang, toKanaal, type EigenAanvraag } from '@/lib/aanvraag/repo'
import { makeMomentopname } from '@/lib/aanvraag/rules/momentopname'
import { canPerform } from '@/lib/aanvraag/rules/status'
import type { KiesReden } from '@/lib/aanvraag/texts'
import { controleerAanvraag } from '@/lib/aanvraag/use-cases/controleer-aanvraag'

/**
 * Goes on with another opleiding while the first one is under investigation (there is no beschikking yet, so the aanvraag may be
 * changed). The place in the order of arrival stays; the budget never becomes more than what was reserved. What a cheaper
 * opleiding leaves falls free, and then the aanvraag is judged again.
 */
export async function kiesAndereOpleiding(burger: Burger, { kenmerk, code }: { kenmerk: string; code: string }): Promise<Outcome<KiesReden>> {
  const antwoord = await fetchPersoon(burger.id)
  return inTransaction(async (tx) => {
    const aanvraag = await lockEigenAanvraag(tx, burger.id, kenmerk)
    if (aanvraag === undefined) return refused('niet-gevonden')
    if (!canPerform('kies-andere-opleiding', aanvraag.status, 'burger')) return refused('kan-nu-niet')
    const bewijs = await leesAanmeldbewijs(tx, { code })
    if (bewijs === undefined) return refused('code-onbekend')
    if (antwoord.soort === 'antwoordt-niet') return refused('basisregister-antwoordt-niet')
    if (antwoord.soort === 'niet-gevonden' || !isZelfdePersoon(bewijs, antwoord.waarde)) return refused('andere-persoon')
    const redenen = await findHindernissen(tx, aanvraag, bewijs)
    if (redenen.length > 0) return refused(...redenen)

    const keuze = await readKeuze(tx, bewijs)
    const momentopname = makeMomentopname({ ...bewijs, cohortcode: keuze.cohortcode }, keuze.opleiding, antwoord.waarde)
    if (!(await isVoorBudget(tx, aanvraag, { niveau: momentopname.opleiding.niveau, bedragCent: bewijs.gevraagdCent }))) return refused('ander-compartiment')
    await saveOvergang(tx, aanvraag, {
      handeling: 'kies-andere-opleiding',
      naar: 'gereserveerd',
      actor: burger,
      data: { ...keuze.aanvraag, momentopname: { ...momentopname }, aangehoudenVanaf: null, aangehoudenTot: null },
      gegevens: { vorigAanmeldbewijsId: aanvraag.aanmeldbewijsId, aanmeldbewijsId: bewijs.id, vorigBedragCent: aanvraag.bedragCent, bedragCent: bewijs.gevraagdCent },
    })
    await geefAanmeldbewijsTerug(tx, aanvraag.aanmeldbewijsId)
    await gebruikAanmeldbewijs(tx, bewijs.id)
    await enqueue(tx, 'pas-reservering-aan', { aanvraagId: aanvraag.id })
    return done
  })
}

/** The same checks as at the start and when it was made gereed, with the new aanmeldbewijs in the place of the old one. */
async function findHindernissen(tx: Tx, aanvraag: EigenAanvraag, bewijs: Aanmeldbewijs): Promise<readonly KiesReden[]> {
  const { startdatum, scholingsactiviteitId, gevraagdCent } = bewijs
  const nieuw = { ...aanvraag, scholingsactiviteitId, bedragCent: gevraagdCent, aanmeldbewijs: { ...aanvraag.aanmeldbewijs, startdatum: toDbDate(startdatum), status: bewijs.status } }
  const { redenen } = await controleerAanvraag(tx, nieuw, await nowIn(tx))
  const isInGebruik = bewijs.status === 'gebruikt' || (await isBewijsInGebruik(tx, bewijs.id))
  return [
    // The tijdvak may be over, and the one grant of this year is the one this aanvraag holds.
    ...redenen.filter((reden) => reden !== 'tijdvak-gesloten' && reden !== 'al-toegekend-dit-jaar' && reden !== 'tijdelijk-uitgesloten'),
    ...(checkEchtheid(bewijs) === 'vals' ? (['handtekening-klopt-niet'] as const) : []),
    ...(isInGebruik ? (['aanmeldbewijs-gebruikt'] as const) : []),
    ...(bewijs.opleidingId === aanvraag.opleidingId ? (['zelfde-opleiding'] as const) : []),
    ...(gevraagdCent > aanvraag.bedragCent ? (['bedrag-hoger-dan-reservering'] as const) : []),
  ]
}

/** Whether the compartiment from which this aanvraag has its reservation is meant for the other opleiding too. */
async function isVoorBudget(tx: Tx, aanvraag: EigenAanvraag, aanspraak: { niveau: string | null; bedragCent: number }): Promise<boolean> {
  const compartimentId = await findGereserveerdIn(tx, aanvraag.id)
  const compartiment = (await leesStand(tx, aanvraag.tijdvakId)).find(({ id }) => id === compartimentId)
  return compartiment === undefined || isBruikbaar(compartiment, { ...aanspraak, kanaal: toKanaal(aanvraag.kanaal) })
}
