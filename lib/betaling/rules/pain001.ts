import { cent, sum } from '@/lib/base/money'
import { escapeXml } from '@/lib/base/xml-tree'
import type { Betaalopdracht, Overboeking } from '@/lib/betaling/model'
import { formatDecimaalBedrag } from '@/lib/betaling/rules/bedrag'
import { isSepaTekst } from '@/lib/betaling/rules/sepa-tekst'

export const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'

/**
 * The SEPA credit transfer file (pain.001.001.09) of a batch. A pure function of the stored batch: made again it has the same
 * MsgId and the same bytes, so that the bank recognises it (invariant I6). Amounts are written from whole cents.
 * @throws RangeError when a value would not fit the format: those are checked before a batch is composed.
 */
export function makePain001(opdracht: Betaalopdracht): string {
  assertFits(opdracht)
  const { msgId, betaler } = opdracht
  const overboekingen = opdracht.overboekingen.toSorted((one, other) => (one.endToEndId < other.endToEndId ? -1 : 1))
  const totals = leaf('NbOfTxs', String(overboekingen.length)) + leaf('CtrlSum', formatDecimaalBedrag(sum(overboekingen.map((o) => o.bedrag))))
  const header = node('GrpHdr', leaf('MsgId', msgId) + leaf('CreDtTm', moment(opdracht.opgesteldOp)) + totals + node('InitgPty', leaf('Nm', betaler.naam)))
  const payment = node('PmtInf', [
    leaf('PmtInfId', `${msgId}-1`), leaf('PmtMtd', 'TRF'), leaf('BtchBookg', 'true'), totals,
    node('PmtTpInf', node('SvcLvl', leaf('Cd', 'SEPA'))),
    node('ReqdExctnDt', leaf('Dt', opdracht.uitvoeringsdag)),
    node('Dbtr', leaf('Nm', betaler.naam)),
    node('DbtrAcct', node('Id', leaf('IBAN', betaler.iban))),
    node('DbtrAgt', node('FinInstnId', leaf('BICFI', betaler.bic))),
    leaf('ChrgBr', 'SLEV'),
    ...overboekingen.map(transfer),
  ].join(''))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${PAIN_001}">${node('CstmrCdtTrfInitn', header + payment)}</Document>\n`
}

function transfer({ endToEndId, bedrag, iban, tenaamstelling, omschrijving }: Overboeking): string {
  return node('CdtTrfTxInf', [
    node('PmtId', leaf('InstrId', endToEndId) + leaf('EndToEndId', endToEndId)),
    node('Amt', `<InstdAmt Ccy="EUR">${formatDecimaalBedrag(bedrag)}</InstdAmt>`),
    node('Cdtr', leaf('Nm', tenaamstelling)),
    node('CdtrAcct', node('Id', leaf('IBAN', iban))),
    node('RmtInf', leaf('Ustrd', omschrijving)),
  ].join(''))
}

function assertFits({ msgId, betaler, overboekingen }: Betaalopdracht): void {
  const ids = new Set(overboekingen.map((o) => o.endToEndId))
  const wrong = [
    [isSepaTekst(msgId, 33), 'MsgId'],
    [isSepaTekst(betaler.naam, 70), 'name of the debtor'],
    [overboekingen.length > 0, 'number of transfers'],
    [ids.size === overboekingen.length, 'EndToEndId (not unique)'],
    [overboekingen.every((o) => isSepaTekst(o.endToEndId, 35)), 'EndToEndId'],
    [overboekingen.every((o) => isSepaTekst(o.tenaamstelling, 70)), 'name of a creditor'],
    [overboekingen.every((o) => isSepaTekst(o.omschrijving, 140)), 'remittance information'],
    [overboekingen.every((o) => cent(o.bedrag) > 0 && o.bedrag <= 99_999_999_999), 'amount'],
  ].filter(([fits]) => fits !== true).map(([, what]) => String(what))
  if (wrong.length > 0) throw new RangeError(`batch ${msgId} does not fit pain.001: ${wrong.join(', ')}`)
}

/** ISODateTime in Dutch wall-clock time would repeat an hour in October: UTC, to the second, whatever zone the machine is in. */
function moment(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

function node(naam: string, inhoud: string): string {
  return `<${naam}>${inhoud}</${naam}>`
}

function leaf(naam: string, tekst: string): string {
  return node(naam, escapeXml(tekst))
}
