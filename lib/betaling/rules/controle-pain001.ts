import { cent, sum } from '@/lib/base/money'
import { childrenOf, findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import { parseIban } from '@/lib/base/iban'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { parseDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import { PAIN_001 } from '@/lib/betaling/rules/pain001'

/**
 * Reads a payment file back as the bank will and compares it with what was approved: number, sum, and every transfer with its
 * amount, account and name. Answers what differs; empty is good. Independent of the writer, so that a fault in it cannot pay.
 */
export function findAfwijkingen(root: XmlTree, opdracht: Betaalopdracht): readonly string[] {
  const header = findElement(root, 'CstmrCdtTrfInitn/GrpHdr')
  const payments = childrenOf(findElement(root, 'CstmrCdtTrfInitn'), 'PmtInf')
  const transfers = payments.flatMap((payment) => childrenOf(payment, 'CdtTrfTxInf'))
  const total = parseDecimaalBedrag(textAt(header, 'CtrlSum') ?? '')
  const expected = sum(opdracht.overboekingen.map((o) => o.bedrag))
  const complaints: [boolean, string][] = [
    [root.naam === 'Document' && root.namespace === PAIN_001, 'namespace'],
    [textAt(header, 'MsgId') === opdracht.msgId, 'MsgId'],
    [textAt(header, 'NbOfTxs') === String(opdracht.overboekingen.length), 'NbOfTxs'],
    [total === expected, 'CtrlSum'],
    [sum(transfers.map(amountOf)) === expected, 'sum of the transfers'],
    [payments.length === 1, 'PmtInf'],
    [textAt(payments[0], 'DbtrAcct/Id/IBAN') === opdracht.betaler.iban, 'account of the debtor'],
    [textAt(payments[0], 'ReqdExctnDt/Dt') === opdracht.uitvoeringsdag, 'ReqdExctnDt'],
    [transfers.length === opdracht.overboekingen.length, 'number of transfers'],
  ]
  return [...complaints.filter(([right]) => !right).map(([, what]) => what), ...compareTransfers(transfers, opdracht)]
}

function compareTransfers(transfers: readonly XmlTree[], opdracht: Betaalopdracht): string[] {
  const found = new Map(transfers.map((transfer) => [textAt(transfer, 'PmtId/EndToEndId'), transfer]))
  return opdracht.overboekingen.flatMap((expected) => {
    const transfer = found.get(expected.endToEndId)
    const same = transfer !== undefined
      && amountOf(transfer) === expected.bedrag
      && findElement(transfer, 'Amt/InstdAmt')?.attributen['Ccy'] === 'EUR'
      && parseIban(textAt(transfer, 'CdtrAcct/Id/IBAN') ?? '') === expected.iban
      && textAt(transfer, 'Cdtr/Nm') === expected.tenaamstelling
    return same ? [] : [`transfer ${expected.endToEndId}`]
  })
}

function amountOf(transfer: XmlTree) {
  return parseDecimaalBedrag(textAt(transfer, 'Amt/InstdAmt') ?? '') ?? cent(0)
}
