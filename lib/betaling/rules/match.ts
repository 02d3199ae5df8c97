import { addDays, formatDatumKort, parseDatum, type PlainDate } from '@/lib/base/date'
import { formatIban, parseIban, type Iban } from '@/lib/base/iban'
import { parseKvk, type KvkNummer } from '@/lib/base/kvk'
import { formatBedrag, type Cent } from '@/lib/base/money'
import type { FactuurFout, UblBedrag, UblFactuur, VerplichtingStatus } from '@/lib/betaling/model'
import { formatOnderwijsvorm, hasOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import type { Opleidingsvorm } from '@/lib/register/model'

export type MatchCode =
  | 'STAP-CREDITNOTA' | 'STAP-FACTUURSOORT' | 'STAP-VALUTA' | 'STAP-ORDER' | 'STAP-ORDER-GEFACTUREERD' | 'STAP-ORDER-VERVALLEN'
  | 'STAP-FACTUURNUMMER' | 'STAP-FACTUURNUMMER-LANG' | 'STAP-LEVERANCIER' | 'STAP-KLANT' | 'STAP-BEDRAG-TE-HOOG' | 'STAP-BEDRAG-TE-LAAG'
  | 'STAP-REKENING' | 'STAP-REKENING-ONBEKEND' | 'STAP-DATUM-TOEKOMST' | 'STAP-DATUM-TE-VROEG' | 'STAP-ONDERWIJSVORM'

/** The verplichting that an invoice names, as far as it belongs to the opleider who sends it. */
export type Opdracht = {
  readonly ordernummer: string
  readonly status: VerplichtingStatus
  /** Amount of the verlening in cents, btw included. */
  readonly bedrag: Cent
  readonly startdatum: PlainDate
  readonly onderwijsvorm: Opleidingsvorm
}

/** Everything the match needs to know besides the invoice itself. */
export type MatchFeiten = {
  /** Undefined when there is no such order, or when it is another opleider's: the answer is the same. */
  readonly opdracht: Opdracht | undefined
  readonly kvkOpleider: KvkNummer
  readonly ibanOpleider: Iban | null
  readonly kvkUwv: string
  readonly nummerBestaat: boolean
  readonly vandaag: PlainDate
  /** How many days before the start of the scholing an invoice may be dated; regeling, parameter factuur-vanaf. */
  readonly dagenVoorStart: number
}

/** Longer numbers exist in no bookkeeping, and two of them could not be told apart where they are cut off. */
const MAX_NUMMER = 100

type Fouten = FactuurFout<MatchCode>[]

/** What keeps UWV from paying this invoice, all at once. Empty: it matches its verplichting and can be paid. */
export function matchFactuur(factuur: UblFactuur, feiten: MatchFeiten): Fouten {
  if (factuur.soort === 'creditnota' || factuur.typecode === '381') return [{ code: 'STAP-CREDITNOTA', plaats: 'InvoiceTypeCode', gevonden: '381' }]
  return [
    ...checkSoort(factuur), ...checkOrder(factuur, feiten), ...checkNummer(factuur, feiten), ...checkPartijen(factuur, feiten),
    ...checkRekening(factuur, feiten), ...checkDatum(factuur, feiten),
    ...(feiten.opdracht === undefined ? [] : [...checkBedrag(factuur, feiten.opdracht), ...checkVorm(factuur, feiten.opdracht)]),
  ]
}

function checkSoort({ typecode, valuta }: UblFactuur): Fouten {
  const fouten: Fouten = []
  if (typecode !== null && typecode !== '380') fouten.push({ code: 'STAP-FACTUURSOORT', plaats: 'InvoiceTypeCode', gevonden: typecode, verwacht: '380' })
  if (valuta !== null && valuta !== 'EUR') fouten.push({ code: 'STAP-VALUTA', plaats: 'DocumentCurrencyCode', gevonden: valuta, verwacht: 'EUR' })
  return fouten
}

function checkOrder({ ordernummer }: UblFactuur, { opdracht }: MatchFeiten): Fouten {
  const plaats = 'OrderReference/ID'
  if (opdracht === undefined) return [{ code: 'STAP-ORDER', plaats, gevonden: ordernummer ?? 'niets' }]
  if (opdracht.status === 'vervallen') return [{ code: 'STAP-ORDER-VERVALLEN', plaats, gevonden: opdracht.ordernummer }]
  return opdracht.status === 'open' ? [] : [{ code: 'STAP-ORDER-GEFACTUREERD', plaats, gevonden: opdracht.ordernummer }]
}

function checkNummer({ nummer }: UblFactuur, { nummerBestaat }: MatchFeiten): Fouten {
  if (nummer !== null && nummer.length > MAX_NUMMER) return [{
    code: 'STAP-FACTUURNUMMER-LANG', plaats: 'ID', gevonden: `${String(nummer.length)} tekens`, verwacht: `hoogstens ${String(MAX_NUMMER)} tekens`,
  }]
  return nummer !== null && nummerBestaat ? [{ code: 'STAP-FACTUURNUMMER', plaats: 'ID', gevonden: nummer }] : []
}

function checkPartijen({ leverancier, klant }: UblFactuur, { kvkOpleider, kvkUwv }: MatchFeiten): Fouten {
  const registratie = (partij: typeof klant) => parseKvk(partij.registratie?.nummer ?? '')
  const fouten: Fouten = []
  if (registratie(leverancier) !== kvkOpleider) fouten.push({
    code: 'STAP-LEVERANCIER', plaats: 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyID',
    gevonden: leverancier.registratie?.nummer ?? 'niets', verwacht: kvkOpleider,
  })
  if (registratie(klant) !== kvkUwv) fouten.push({
    code: 'STAP-KLANT', plaats: 'AccountingCustomerParty/Party/PartyLegalEntity/CompanyID',
    gevonden: klant.registratie?.nummer ?? 'niets', verwacht: kvkUwv,
  })
  return fouten
}

function checkRekening({ betaalwijzen }: UblFactuur, { ibanOpleider }: MatchFeiten): Fouten {
  const plaats = 'PaymentMeans/PayeeFinancialAccount/ID'
  if (ibanOpleider === null) return [{ code: 'STAP-REKENING-ONBEKEND', plaats }]
  const vreemd = betaalwijzen.filter(({ rekening }) => parseIban(rekening ?? '') !== ibanOpleider)
  // An invoice that names two accounts, of which one is not known, is not paid either.
  if (betaalwijzen.length > 0 && vreemd.length === 0) return []
  return [{ code: 'STAP-REKENING', plaats, gevonden: vreemd[0]?.rekening ?? 'niets', verwacht: formatIban(ibanOpleider) }]
}

function checkDatum(factuur: UblFactuur, { opdracht, vandaag, dagenVoorStart }: MatchFeiten): Fouten {
  const datum = parseDatum(factuur.datum ?? '')
  if (datum === undefined) return [] // EN 16931 has its own rule for that
  if (datum > vandaag) return [{ code: 'STAP-DATUM-TOEKOMST', plaats: 'IssueDate', gevonden: formatDatumKort(datum), verwacht: `${formatDatumKort(vandaag)} of eerder` }]
  if (opdracht === undefined) return []
  const vanaf = addDays(opdracht.startdatum, -dagenVoorStart)
  return datum >= vanaf ? [] : [{ code: 'STAP-DATUM-TE-VROEG', plaats: 'IssueDate', gevonden: formatDatumKort(datum), verwacht: `${formatDatumKort(vanaf)} of later` }]
}

/** The order says the exact amount: what is asked must be that, with and without what was paid before. */
function checkBedrag({ totalen }: UblFactuur, { bedrag }: Opdracht): Fouten {
  const judge = (gevraagd: UblBedrag | null, plaats: string): Fouten => {
    if (gevraagd === null || gevraagd.cent === null || gevraagd.cent === bedrag) return []
    const code = gevraagd.cent > bedrag ? 'STAP-BEDRAG-TE-HOOG' : 'STAP-BEDRAG-TE-LAAG'
    return [{ code, plaats, gevonden: formatBedrag(gevraagd.cent), verwacht: formatBedrag(bedrag) }]
  }
  const inclusief = judge(totalen.inclusief, 'LegalMonetaryTotal/TaxInclusiveAmount')
  return inclusief.length > 0 ? inclusief : judge(totalen.teBetalen, 'LegalMonetaryTotal/PayableAmount')
}

function checkVorm({ regels }: UblFactuur, { onderwijsvorm }: Opdracht): Fouten {
  if (regels.some((regel) => hasOnderwijsvorm(`${regel.naam ?? ''} ${regel.omschrijving ?? ''}`, onderwijsvorm))) return []
  return [{ code: 'STAP-ONDERWIJSVORM', plaats: 'InvoiceLine/Item/Name', verwacht: formatOnderwijsvorm(onderwijsvorm) }]
}
