import type { Actor } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { stuurBrief } from '@/lib/beschikking/use-cases/stuur-brief'
import { saveRenteVervallen } from '@/lib/betaling/repo/rente'
import { makeVervallenRentebrief } from '@/lib/betaling/rules/rentebrief'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { calculateBezwaartermijn } from '@/lib/regeling/rules/bezwaartermijn'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'

/**
 * Withdraws the interest that was fixed on an invoice and not paid, because its sender took that invoice back: without a debt we were not
 * late (Awb 4:97, 4:98). In the transaction of what took it back. An invoice that was refused because its order ended keeps its interest.
 */
export async function trekRenteIn(tx: Tx, factuurId: string, actor: Actor): Promise<void> {
  for (const { id, bedragCent, factuur } of await saveRenteVervallen(tx, factuurId)) {
    const { factuurnummer, opleider, verplichting } = factuur
    if (verplichting === null) throw new Error(`factuur ${factuurId} belongs to no order`)
    const { aanvraagId, compartimentId, ordernummer } = verplichting
    const vandaag = await todayIn(tx)
    const { id: briefId } = await stuurBrief(tx, {
      soort: 'mededeling', opleiderId: opleider.id, aanvraagId,
      ...makeVervallenRentebrief({
        factuurnummer, ordernummer, bedrag: cent(bedragCent), bezwaarUiterlijkOp: calculateBezwaartermijn(vandaag, await leesRegeling(tx, vandaag)),
        opleider: { naam: opleider.naam, adres: `${opleider.straat} ${opleider.huisnummer}`, plaats: `${opleider.postcode} ${opleider.plaats}` },
      }),
    })
    await boek(tx, { soort: 'trek-rente-in', oorzaak: 'rente', oorzaakId: id, actor, regels: makePost('trek-rente-in', bedragCent, { compartimentId, aanvraagId, opleiderId: opleider.id }) })
    await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'trek-rente-in', actor, gegevens: { factuurnummer, bedragCent, briefId } })
  }
}
