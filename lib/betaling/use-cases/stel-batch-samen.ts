import type { Medewerker, Systeem } from '@/lib/base/actor'
import { refused, success, type Outcome } from '@/lib/base/outcome'
import { lockKandidaten, nextKenmerk, saveBatch, saveFactuurStatus, type Kandidaat, type NieuweBetaling } from '@/lib/betaling/repo'
import { whyNietBetaalbaar } from '@/lib/betaling/rules/betaalbaar'
import { toSepaTekst } from '@/lib/betaling/rules/sepa-tekst'
import type { BatchReden } from '@/lib/betaling/texts'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { todayIn } from '@/lib/platform/clock'
import { inTransaction } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'

/** What fits in one transaction with room to spare; more waits for the next batch. */
const MAXIMUM = 2_000

/**
 * Puts every matched invoice that may be paid now in a batch, oldest first. Nobody chooses: what is in it follows from the
 * rules, so the approvers judge a list that no one could arrange.
 */
export function stelBatchSamen(actor: Medewerker | Systeem): Promise<Outcome<BatchReden, { msgId: string }>> {
  return inTransaction(async (tx) => {
    const vandaag = await todayIn(tx)
    const { dagenVoorStart } = (await leesRegeling(tx, vandaag)).get('factuur-vanaf')
    const betaalbaar = (await lockKandidaten(tx, MAXIMUM)).filter(({ startdatum, aanvraagStatus, isVerwijderd }) =>
      whyNietBetaalbaar({ status: 'gematcht', startdatum, aanvraagStatus, isVerwijderd, dagenVoorStart, vandaag }).length === 0)
    if (betaalbaar.length === 0) return refused('niets-te-betalen')

    const msgId = await nextKenmerk(tx, 'batch')
    await saveFactuurStatus(tx, betaalbaar.map(({ factuurId }) => factuurId), 'in-batch')
    const batchId = await saveBatch(tx, msgId, actor.id, betaalbaar.map(toBetaling))
    await saveGebeurtenis(tx, {
      onderwerp: 'batch', onderwerpId: batchId, soort: 'stel-batch-samen', naar: 'opgesteld', actor,
      ...(actor.soort === 'medewerker' ? { rol: 'financieel' as const } : {}), gegevens: { msgId, aantal: betaalbaar.length },
    })
    return success({ msgId })
  })
}

/** The order number as EndToEndId: the opleider knows it on the bank statement. A payment that is made again says so: the bank refuses one it has seen. */
function toBetaling({ factuurId, ordernummer, pogingen, bedragCent, iban, naam, tenaamstelling }: Kandidaat): NieuweBetaling {
  const endToEndId = pogingen === 0 ? ordernummer : `${ordernummer}/${String(pogingen + 1)}`
  return { factuurId, endToEndId, bedragCent, iban, tenaamstelling: toSepaTekst(tenaamstelling ?? naam, 70) || 'Opleider' }
}
