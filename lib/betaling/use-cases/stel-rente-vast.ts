import { SYSTEEM } from '@/lib/base/actor'
import type { PlainDate } from '@/lib/base/date'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { listLateFacturen, lockVoorRente, saveRente, type LateFactuur } from '@/lib/betaling/repo/rente'
import { berekenRente, toRenteregels } from '@/lib/betaling/rules/rente'
import { makeRentebrief } from '@/lib/betaling/rules/rentebrief'
import { findUitvoeringsdag } from '@/lib/betaling/rules/uitvoeringsdag'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { describeFault, log } from '@/lib/platform/log'
import type { Regeling } from '@/lib/regeling/model'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Fixes the interest on invoices that are paid late (Awb 4:97-4:99), before their batch is composed: counted up to the day on which a
 * batch of today is carried out. One that is approved later is carried out later; the days between are fixed when the next batch is
 * composed, and paid in it. Each with its letter and its booking, in a transaction of its own. Again it adds only what is new. Gives the
 * invoices for which it failed, after saying so in the log: one that cannot be counted keeps no other from being paid.
 */
export async function stelRenteVast(regeling: Regeling, factuurIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { weken } = regeling.get('betaaltermijn')
  const mislukt = new Set<string>()
  for (const factuur of await listLateFacturen(factuurIds, { vandaag: regeling.opDatum, weken })) {
    await fixRente(regeling, factuur).catch((fault: unknown) => {
      mislukt.add(factuur.factuurId)
      log.error('rente niet vastgesteld', { onderdeel: 'betaling', id: factuur.factuurId, ...describeFault(fault) })
    })
  }
  return mislukt
}

function fixRente(regeling: Regeling, { factuurId, betaaldOp }: LateFactuur): Promise<void> {
  const dag: PlainDate = betaaldOp ?? findUitvoeringsdag(regeling.opDatum)
  return inTransaction(async (tx) => {
    const { factuurnummer, opleider, verplichting, hoofdsom, ontvangenOp, eerder, opgeschort, verschoven } = await lockVoorRente(tx, factuurId, regeling.get('factuur-vanaf').dagenVoorStart)
    const rente = berekenRente({ hoofdsom, ontvangenOp, betaaldOp: dag, eerder, opgeschort, verschoven }, toRenteregels(await leesRegeling(tx, dag)))
    if (rente === undefined) return
    const { ordernummer, aanvraagId, compartimentId } = verplichting
    const { id: briefId } = await stuurBrief(tx, {
      soort: 'mededeling', opleiderId: opleider.id, aanvraagId,
      ...makeRentebrief({
        factuurnummer, ordernummer, hoofdsom, ontvangenOp, eerder, rente, bezwaarUiterlijkOp: calculateBezwaartermijn(regeling.opDatum, regeling),
        opleider: { naam: opleider.naam, adres: `${opleider.straat} ${opleider.huisnummer}`, plaats: `${opleider.postcode} ${opleider.plaats}` },
      }),
    })
    const renteId = await saveRente(tx, { factuurId, bedragCent: rente.bedrag, hoofdsomCent: hoofdsom, van: rente.van, totEnMet: rente.totEnMet, delen: rente.delen, briefId })
    await boek(tx, {
      soort: 'boek-rente', oorzaak: 'rente', oorzaakId: renteId, actor: SYSTEEM,
      regels: makePost('boek-rente', rente.bedrag, { compartimentId, aanvraagId, opleiderId: opleider.id }),
    })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'stel-rente-vast', actor: SYSTEEM, gegevens: { factuurnummer, bedragCent: rente.bedrag } })
  })
}
