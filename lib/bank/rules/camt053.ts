import { parseDatum, type PlainDate } from '@/lib/base/date'
import { cent, sum, type Cent } from '@/lib/base/money'
import { childrenOf, findElement, isYesAt, textAt, type XmlTree } from '@/lib/base/xml-tree'
import type { Afschrift, BerichtFout, Mutatie } from '@/lib/bank/model'
import { parseDecimaalBedrag } from '@/lib/betaling/rules/bedrag'

export const CAMT_053 = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(02|04|06|08)$/

/** Far more than a bank takes with one transfer, so that a betalingskenmerk at the end of it is still found. */
const MAX_OMSCHRIJVING = 4_000

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
  const slot = findSaldo(stmt, ['CLBD'])
  const datum = parseDatum(textAt(slot, 'Dt/Dt') ?? textAt(slot, 'Dt/DtTm')?.slice(0, 10) ?? '') ?? null
  const nummer = textAt(stmt, 'ElctrncSeqNb') ?? textAt(stmt, 'LglSeqNb')
  const volgnummer = nummer !== null && /^[0-9]{1,9}$/.test(nummer) ? Number(nummer) : null
  return good({ kenmerk, volgnummer, datum, rekening, begin: begin.waarde, eind: eind.waarde })
}

function readSaldo(stmt: XmlTree, codes: readonly string[]): Gelezen<Cent> {
  const saldo = findSaldo(stmt, codes)
  return saldo === undefined ? wrong('geen-saldo', stmt, codes.join(' of ')) : readBedrag(saldo)
}

function findSaldo(stmt: XmlTree, codes: readonly string[]): XmlTree | undefined {
  return childrenOf(stmt, 'Bal').find((bal) => codes.includes(textAt(bal, 'Tp/CdOrPrtry/Cd') ?? ''))
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

/** Who stands at one side of a transaction. */
type Kant = { readonly naam: string | null; readonly rekening: string | null }

/** A transaction of an entry, as it stands in the file: what it moved is only known when the whole entry was read. */
export type Transactie = {
  readonly regel: number
  /** Cents, without a sign; undefined when the bank does not say it in euros. */
  readonly bedrag: Cent | undefined
  readonly endToEndId: string | null
  readonly batchkenmerk: string | null
  readonly retourcode: string | null
  readonly referentie: string | null
  readonly ontvanger: Kant
  readonly betaler: Kant
  readonly omschrijving: string | null
}

/** An entry while it is being read: what stands in it, and its transactions. One bank books a batch as an entry of 35.000 of these. */
export type Boekingsdelen = {
  readonly regel: number
  /** The elements of the entry itself. */
  readonly kop: readonly XmlTree[]
  /** NtryDtls/Btch */
  readonly batch: XmlTree | undefined
  readonly transacties: readonly Transactie[]
}

/** One TxDtls. */
export function readTransactie(element: XmlTree): Transactie {
  const retour = findElement(element, 'RtrInf')
  return {
    regel: element.regel,
    bedrag: amountOf(element),
    endToEndId: known(textAt(element, 'Refs/EndToEndId')),
    batchkenmerk: known(textAt(element, 'Refs/PmtInfId') ?? textAt(element, 'Refs/MsgId')),
    retourcode: retour === undefined ? null : (textAt(retour, 'Rsn/Cd') ?? textAt(retour, 'Rsn/Prtry') ?? 'NARR'),
    referentie: shorten(textAt(element, 'Refs/AcctSvcrRef')),
    ontvanger: readKant(element, 'Cdtr'),
    betaler: readKant(element, 'Dbtr'),
    omschrijving: readOmschrijving(element),
  }
}

function readKant(transactie: XmlTree, kant: 'Cdtr' | 'Dbtr'): Kant {
  return {
    naam: shorten(textAt(transactie, `RltdPties/${kant}/Nm`) ?? textAt(transactie, `RltdPties/${kant}/Pty/Nm`)),
    rekening: shorten(textAt(transactie, `RltdPties/${kant}Acct/Id/IBAN`)),
  }
}

/** Everything that who paid wrote with it: a bank cuts a text in pieces, and puts a reference beside it. */
function readOmschrijving(transactie: XmlTree): string | null {
  const teksten = childrenOf(transactie, 'RmtInf').flatMap((info) => [
    ...childrenOf(info, 'Ustrd').map(({ tekst }) => tekst),
    ...childrenOf(info, 'Strd').flatMap((strd) => [...childrenOf(strd, 'CdtrRefInf').map((ref) => textAt(ref, 'Ref') ?? ''), ...childrenOf(strd, 'AddtlRmtInf').map(({ tekst }) => tekst)]),
  ])
  const geheel = teksten.filter((tekst) => tekst !== '').join(' ')
  return geheel === '' ? null : geheel.slice(0, MAX_OMSCHRIJVING)
}

/**
 * The movements of one entry. Nothing when the bank only announces it (status other than BOOK). An entry that sums up several
 * transactions becomes one movement each, when their amounts are there and add up; else it stays one.
 */
export function readBoeking({ regel, kop, batch, transacties }: Boekingsdelen): Gelezen<readonly Mutatie[]> {
  const ntry: XmlTree = { naam: 'Ntry', namespace: '', attributen: {}, tekst: '', kinderen: kop, regel }
  const status = textAt(ntry, 'Sts/Cd') ?? textAt(ntry, 'Sts')
  if (status !== null && status !== 'BOOK') return good([])
  const bedrag = readBedrag(ntry)
  if (!bedrag.ok) return bedrag
  const datum = textAt(ntry, 'BookgDt/Dt') ?? textAt(ntry, 'BookgDt/DtTm')?.slice(0, 10) ?? null
  const boekdatum = parseDatum(datum ?? '')
  if (boekdatum === undefined) return wrong('datum', findElement(ntry, 'BookgDt') ?? ntry, datum)
  // An amount of nothing moves nothing.
  if (bedrag.waarde === 0) return good([])

  const teken = bedrag.waarde < 0 ? -1 : 1
  const maak = (transactie: Transactie | undefined, cents: Cent) => toMutatie({ ntry, batch, boekdatum }, transactie, cents)
  const delen = transacties.map((transactie) => transactie.bedrag)
  const isUitgesplitst = transacties.length > 1 && delen.every((deel) => deel !== undefined && deel > 0) && sum(delen.flatMap((deel) => deel ?? [])) === Math.abs(bedrag.waarde)
  if (!isUitgesplitst) return good([maak(transacties.length === 1 ? transacties[0] : undefined, bedrag.waarde)])
  return good(transacties.map((transactie) => maak(transactie, cent(teken * (transactie.bedrag ?? 0)))))
}

function amountOf(transactie: XmlTree): Cent | undefined {
  const amt = findElement(transactie, 'Amt') ?? findElement(transactie, 'AmtDtls/TxAmt/Amt')
  return amt === undefined || amt.attributen['Ccy'] !== 'EUR' ? undefined : parseDecimaalBedrag(amt.tekst)
}

function toMutatie({ ntry, batch, boekdatum }: { ntry: XmlTree; batch: XmlTree | undefined; boekdatum: PlainDate }, transactie: Transactie | undefined, bedrag: Cent): Mutatie {
  // Who is at the other side depends on the way the money went.
  const kant = bedrag < 0 ? transactie?.ontvanger : transactie?.betaler
  return {
    regel: transactie?.regel ?? ntry.regel,
    boekdatum,
    bedrag,
    isTeruggedraaid: isYesAt(ntry, 'RvslInd'),
    endToEndId: transactie?.endToEndId ?? null,
    batchkenmerk: known(textAt(batch, 'PmtInfId') ?? textAt(batch, 'MsgId')) ?? transactie?.batchkenmerk ?? null,
    retourcode: transactie?.retourcode ?? null,
    referentie: transactie?.referentie ?? shorten(textAt(ntry, 'AcctSvcrRef') ?? textAt(ntry, 'NtryRef')),
    tegenpartij: kant?.naam ?? null,
    tegenrekening: kant?.rekening ?? null,
    omschrijving: transactie?.omschrijving ?? textAt(ntry, 'AddtlNtryInf')?.slice(0, MAX_OMSCHRIJVING) ?? null,
  }
}

/** ISO 20022 writes NOTPROVIDED where there is no identification. */
function known(tekst: string | null): string | null {
  return tekst === null || tekst === 'NOTPROVIDED' ? null : tekst.slice(0, 35)
}

function shorten(tekst: string | null): string | null {
  return tekst?.slice(0, 140) ?? null
}
