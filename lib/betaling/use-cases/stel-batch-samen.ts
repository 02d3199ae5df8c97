import type { Medewerker, Systeem } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { lockKandidaten, saveBatch, type Kandidaat, type NieuweBetaling } from '@/lib/betaling/repo/batch'
import { whyNietBetaalbaar } from '@/lib/betaling/rules/betaalbaar'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import type { BatchReden } from '@/lib/betaling/texts'
import { today } from '@/lib/platform/clock'
import { inPgTransaction } from '@/lib/platform/db'
import { getRegeling } from '@/lib/regeling/views'

/** More than a whole tijdvak pays in a day; what is left waits for the next batch. */
const MAXIMUM = 40_000

/**
 * Puts every matched invoice that may be paid now in a batch, oldest first. Nobody chooses: what is in it follows from the
 * rules, so the approvers judge a list that no one could arrange.
 */
export async function stelBatchSamen(actor: Medewerker | Systeem): Promise<Outcome<BatchReden, { msgId: string }>> {
  const vandaag = await today()
  const { dagenVoorStart } = (await getRegeling(vandaag)).get('factuur-vanaf')
  return inPgTransaction(async (client) => {
    const betaalbaar = (await lockKandidaten(client, MAXIMUM)).filter(({ startdatum, aanvraagStatus, isVerwijderd }) =>
      whyNietBetaalbaar({ status: 'gematcht', startdatum, aanvraagStatus, isVerwijderd, dagenVoorStart, vandaag }).length === 0)
    if (betaalbaar.length === 0) return refused('niets-te-betalen')
    const { msgId } = await saveBatch(client, { id: actor.id, rol: actor.soort === 'medewerker' ? 'financieel' : 'systeem' }, betaalbaar.map(toBetaling))
    return success({ msgId })
  })
}

/** The order number as EndToEndId: the opleider knows it on the bank statement. A payment that is made again says so: the bank refuses one it has seen. */
function toBetaling({ factuurId, ordernummer, pogingen, bedragCent, iban, naam, tenaamstelling }: Kandidaat): NieuweBetaling {
  const endToEndId = pogingen === 0 ? ordernummer : `${ordernummer}/${String(pogingen + 1)}`
  return { factuurId, endToEndId, bedragCent, iban, tenaamstelling: toSepaTekst(tenaamstelling ?? naam, 70) || 'Opleider' }
}
