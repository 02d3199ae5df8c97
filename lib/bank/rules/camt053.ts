import { parseDatum, type PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { childrenOf, findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import type { Afschrift, BerichtFout, Mutatie } from '@/lib/bank/model'
import { parseDecimaalBedrag } from '@/lib/betaling/rules/bedrag'

export const CAMT_053 = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(02|04|06|08)$/

export type CamtReden = 'geen-kenmerk' | 'geen-rekening' | 'geen-saldo' | 'bedrag' | 'valuta' | 'datum' | 'richting'

type Gelezen<T> = { ok: true; waarde: T } | { ok: false; fout: BerichtFout<CamtReden> }

const good = <T>(waarde: T): Gelezen<T> => ({ ok: true, waarde })

function wrong(reden: CamtReden, element: XmlTree | undefined, gevonden?: string | null): Gelezen<never> {
  return { ok: false, fout: { reden, regel: element?.regel ?? 0, ...(gevonden === undefined || gevonden === null ? {} : { gevonden: gevonden.slice(0, 100) }) } }
}

/** The head of a statement from the elements that stand before its entries. */
export function readAfschrift(delen: readonly XmlTree[], regel: number): Gelezen<Afschrift> {
  const stmt: XmlTree = { naam: 'Stmt', namespace: '', attributen: {}, tekst: '', kinderen: delen, regel }
  const kenmerk = textAt(stmt, 'Id')
  if (kenmerk === null || kenmerk.length > 35) return wrong('geen-kenmerk', stmt, kenmerk)
  const rekening = textAt(stmt, 'Acct/Id/IBAN')
  if (rekening === null) return wrong('geen-rekening', findElement(stmt, 'Acct') ?? stmt)
  const begin = readSaldo(stmt, ['OPBD', 'PRCD'])
  if (!begin.ok) return begin
  const eind = readSaldo(stmt, ['CLBD'])
  if (!eind.ok) return eind
  const nummer = textAt(stmt, 'ElctrncSeqNb') ?? textAt(stmt, 'LglSeqNb')
  const volgnummer = nummer !== null && /^[0-9]{1,9}$/.test(nummer) ? Number(nummer) : null
  return good({ kenmerk, volgnummer, rekening, begin: begin.waarde, eind: eind.waarde })
}

function readSaldo(stmt: XmlTree, codes: readonly string[]): Gelezen<Cent> {
  const saldo = childrenOf(stmt, 'Bal').find((bal) => codes.includes(textAt(bal, 'Tp/CdOrPrtry/Cd') ?? ''))
  return saldo === undefined ? wrong('geen-saldo', stmt, codes.join(' of ')) : readBedrag(saldo)
}

/** The amount of a balance or an entry with its sign: debit is negative. Zero has no direction. */
function readBedrag(element: XmlTree): Gelezen<Cent> {
  const amt = findElement(element, 'Amt')
  const bedrag = parseDecimaalBedrag(amt?.tekst ?? '')
  if (amt === undefined || bedrag === undefined || bedrag < 0) return wrong('bedrag', amt ?? element, amt?.tekst)
  if (amt.attributen['Ccy'] !== 'EUR') return wrong('valuta', amt, amt.attributen['Ccy'])
  const richting = textAt(element, 'CdtDbtInd')
  if (richting !== 'CRDT' && richting !== 'DBIT') return wrong('richting', element, richting)
  return good(richting === 'DBIT' && bedrag !== 0 ? cent(0 - bedrag) : bedrag)
}

/**
 * The movements of one entry. Nothing when the bank only announces it (status other than BOOK). An entry that sums up several
 * transactions becomes one movement each, when their amounts are there and add up; else it stays one.
 */
export function readBoeking(ntry: XmlTree): Gelezen<readonly Mutatie[]> {
  const status = textAt(ntry, 'Sts/Cd') ?? textAt(ntry, 'Sts')
  if (status !== null && status !== 'BOOK') return good([])
  const bedrag = readBedrag(ntry)
  if (!bedrag.ok) return bedrag
  const datum = textAt(ntry, 'BookgDt/Dt') ?? textAt(ntry, 'BookgDt/DtTm')?.slice(0, 10) ?? null
  const boekdatum = parseDatum(datum ?? '')
  if (boekdatum === undefined) return wrong('datum', findElement(ntry, 'BookgDt') ?? ntry, datum)
  // An amount of nothing moves nothing.
  if (bedrag.waarde === 0) return good([])

  const transacties = childrenOf(ntry, 'NtryDtls').flatMap((details) => childrenOf(details, 'TxDtls'))
  const teken = bedrag.waarde < 0 ? -1 : 1
  const delen = transacties.map((transactie) => amountOf(transactie))
  const isUitgesplitst = transacties.length > 1 && delen.every((deel) => deel !== undefined && deel > 0) && sum(delen.flatMap((deel) => deel ?? [])) === Math.abs(bedrag.waarde)
  if (!isUitgesplitst) return good([toMutatie(ntry, transacties.length === 1 ? transacties[0] : undefined, bedrag.waarde, boekdatum)])
  return good(transacties.map((transactie, index) => toMutatie(ntry, transactie, cent(teken * (delen[index] ?? 0)), boekdatum)))
}

function amountOf(transactie: XmlTree): Cent | undefined {
  const amt = findElement(transactie, 'Amt') ?? findElement(transactie, 'AmtDtls/TxAmt/Amt')
  return amt === undefined || amt.attributen['Ccy'] !== 'EUR' ? undefined : parseDecimaalBedrag(amt.tekst)
}

function toMutatie(ntry: XmlTree, transactie: XmlTree | undefined, bedrag: Cent, boekdatum: PlainDate): Mutatie {
  const retour = findElement(transactie, 'RtrInf')
  // Who is at the other side depends on the way the money went.
  const kant = bedrag < 0 ? 'Cdtr' : 'Dbtr'
  return {
    regel: transactie?.regel ?? ntry.regel,
    boekdatum,
    bedrag,
    isTeruggedraaid: textAt(ntry, 'RvslInd') === 'true',
    endToEndId: known(textAt(transactie, 'Refs/EndToEndId')),
    batchkenmerk: known(textAt(ntry, 'NtryDtls/Btch/PmtInfId') ?? textAt(ntry, 'NtryDtls/Btch/MsgId') ?? textAt(transactie, 'Refs/PmtInfId') ?? textAt(transactie, 'Refs/MsgId')),
    retourcode: retour === undefined ? null : (textAt(retour, 'Rsn/Cd') ?? textAt(retour, 'Rsn/Prtry') ?? 'NARR'),
    referentie: shorten(textAt(transactie, 'Refs/AcctSvcrRef') ?? textAt(ntry, 'AcctSvcrRef') ?? textAt(ntry, 'NtryRef')),
    tegenpartij: shorten(textAt(transactie, `RltdPties/${kant}/Nm`) ?? textAt(transactie, `RltdPties/${kant}/Pty/Nm`)),
    tegenrekening: shorten(textAt(transactie, `RltdPties/${kant}Acct/Id/IBAN`)),
    omschrijving: shorten(textAt(transactie, 'RmtInf/Ustrd') ?? textAt(transactie, 'RmtInf/Strd/CdtrRefInf/Ref') ?? textAt(ntry, 'AddtlNtryInf')),
  }
}

/** ISO 20022 writes NOTPROVIDED where there is no identification. */
function known(tekst: string | null): string | null {
  return tekst === null || tekst === 'NOTPROVIDED' ? null : tekst.slice(0, 35)
}

function shorten(tekst: string | null): string | null {
  return tekst?.slice(0, 140) ?? null
}
