import { cent, sum } from '@/lib/base/money'
import { textAt, type XmlTree } from '@/lib/base/xml-tree'
import { parseIban } from '@/lib/base/iban'
import type { Betaalopdracht } from '@/lib/betaling/model'
import { parseDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import { PAIN_001 } from '@/lib/betaling/rules/pain001'

/** One transfer as it stands in a file, as text. `isEnkel`: it has one amount and one account. */
export type GelezenOverboeking = {
  readonly endToEndId: string | null; readonly bedrag: string | null; readonly valuta: string | null; readonly iban: string | null
  readonly tenaamstelling: string | null; readonly isEnkel: boolean
}

/** A payment file as it was read back: its header, what each PmtInf says beside its transfers, and the transfers. */
export type GelezenBetaalbestand = {
  readonly namespace: string
  readonly kop: XmlTree | undefined
  readonly betalingen: readonly (readonly XmlTree[])[]
  readonly overboekingen: readonly GelezenOverboeking[]
}

/**
 * Compares a payment file that was read back as the bank will with what was approved: number, sum, and every transfer with its
 * amount, account and name. Answers what differs; empty is good. Independent of the writer, so that a fault in it cannot pay.
 */
export function findAfwijkingen({ namespace, kop, betalingen, overboekingen }: GelezenBetaalbestand, opdracht: Betaalopdracht): readonly string[] {
  const expected = sum(opdracht.overboekingen.map((o) => o.bedrag))
  const [betaling] = betalingen
  const payment = betaling === undefined ? undefined : { naam: 'PmtInf', namespace, attributen: {}, tekst: '', kinderen: betaling, regel: 0 }
  const complaints: [boolean, string][] = [
    [namespace === PAIN_001, 'namespace'],
    [textAt(kop, 'MsgId') === opdracht.msgId, 'MsgId'],
    [textAt(kop, 'NbOfTxs') === String(opdracht.overboekingen.length), 'NbOfTxs'],
    [parseDecimaalBedrag(textAt(kop, 'CtrlSum') ?? '') === expected, 'CtrlSum'],
    [sum(overboekingen.map((o) => parseDecimaalBedrag(o.bedrag ?? '') ?? cent(0))) === expected, 'sum of the transfers'],
    [betalingen.length === 1, 'PmtInf'],
    [textAt(payment, 'DbtrAcct/Id/IBAN') === opdracht.betaler.iban, 'account of the debtor'],
    [textAt(payment, 'ReqdExctnDt/Dt') === opdracht.uitvoeringsdag, 'ReqdExctnDt'],
    [overboekingen.length === opdracht.overboekingen.length, 'number of transfers'],
  ]
  return [...complaints.filter(([right]) => !right).map(([, what]) => what), ...compareTransfers(overboekingen, opdracht)]
}

function compareTransfers(overboekingen: readonly GelezenOverboeking[], opdracht: Betaalopdracht): string[] {
  const found = new Map(overboekingen.map((overboeking) => [overboeking.endToEndId, overboeking]))
  return opdracht.overboekingen.flatMap((expected) => {
    const transfer = found.get(expected.endToEndId)
    const same = transfer?.isEnkel === true
      && parseDecimaalBedrag(transfer.bedrag ?? '') === expected.bedrag
      && transfer.valuta === 'EUR'
      && parseIban(transfer.iban ?? '') === expected.iban
      && transfer.tenaamstelling === expected.tenaamstelling
    return same ? [] : [`transfer ${expected.endToEndId}`]
  })
}
