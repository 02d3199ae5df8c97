import { addDays, formatDatumKort, parseDatum, type PlainDate } from '@/lib/base/date'
import { formatIban, parseIban, type Iban } from '@/lib/base/iban'
import { parseKvk, type KvkNummer } from '@/lib/base/kvk'
import { cent, formatBedrag, type Cent } from '@/lib/base/money'
import type { FactuurFout, FactuurSoort, VerplichtingStatus } from '@/lib/betaling/model'
import { isWatHetZegt } from '@/lib/betaling/rules/bijlage'
import { isVervangbaar, whyNietTeCrediteren, type Verwezen } from '@/lib/betaling/rules/creditnota'
import { formatOnderwijsvorm, hasOnderwijsvorm } from '@/lib/betaling/rules/onderwijsvorm'
import type { UblBedrag, UblFactuur } from '@/lib/betaling/rules/ubl-model'
import type { MatchCode } from '@/lib/betaling/rules/zinnen-match'
import type { Opleidingsvorm } from '@/lib/register/model'

/** The verplichting that an invoice names, as far as it belongs to the opleider who sends it. */
export type Opdracht = {
  readonly ordernummer: string
  readonly status: VerplichtingStatus
  /** What was granted and ordered, btw included. */
  readonly bedrag: Cent
  /** What was invoiced of it and not credited. */
  readonly gefactureerd: Cent
  readonly startdatum: PlainDate
  readonly onderwijsvorm: Opleidingsvorm
  /** What the opleider charged the burger who stopped, and what was granted: together with the invoices never more. */
  readonly kosten?: { readonly bedrag: Cent; readonly toegekend: Cent }
}

/** Everything the match needs to know besides the invoice itself. */
export type MatchFeiten = {
  /** Undefined when there is no such order, or when it is another opleider's: the answer is the same. */
  readonly opdracht: Opdracht | undefined
  /** Undefined when nothing is named, or nothing of this opleider that is known. */
  readonly verwezen: Verwezen | undefined
  readonly kvkOpleider: KvkNummer
  readonly ibanOpleider: Iban | null
  /** Another account that was asked for and is not in use yet. */
  readonly ibanGevraagd?: Iban
  readonly kvkUwv: string
  readonly nummerBestaat: boolean
  readonly vandaag: PlainDate
  /** How many days before the start of the scholing an invoice may be dated; regeling, parameter factuur-vanaf. */
  readonly dagenVoorStart: number
}

/** Longer numbers exist in no bookkeeping, and two of them could not be told apart where they are cut off. */
const MAX_NUMMER = 100
const SOORT_VAN: Readonly<Record<string, FactuurSoort>> = { '380': 'factuur', '381': 'creditnota', '384': 'correctie' }

type Fouten = FactuurFout<MatchCode>[]

/** What kind of invoice it is; what is neither a correction nor a credit note is judged as an invoice. */
export function toSoort({ soort, typecode }: UblFactuur): FactuurSoort {
  return soort === 'creditnota' ? 'creditnota' : (SOORT_VAN[typecode ?? ''] ?? 'factuur')
}

/** What keeps UWV from taking this invoice, all at once. Empty: it matches its verplichting, and can be paid or credited. */
export function matchFactuur(factuur: UblFactuur, feiten: MatchFeiten): Fouten {
  const soort = toSoort(factuur)
  const algemeen = [...checkSoort(factuur), ...checkNummer(factuur, feiten), ...checkPartijen(factuur, feiten), ...checkToekomst(factuur, feiten), ...checkBijlagen(factuur)]
  if (soort === 'creditnota') return [...algemeen, ...checkCredit(factuur, feiten)]
  const correctie = soort === 'correctie' ? checkVerwijzing(factuur, feiten) : []
  return [...algemeen, ...checkOrder(factuur, feiten), ...checkRekening(factuur, feiten), ...correctie, ...checkOpdracht(factuur, feiten)]
}

function checkSoort({ typecode, valuta }: UblFactuur): Fouten {
  const fouten: Fouten = []
  if (typecode !== null && SOORT_VAN[typecode] === undefined) fouten.push({ code: 'STAP-FACTUURSOORT', plaats: 'InvoiceTypeCode', gevonden: typecode, verwacht: '380, 381 of 384' })
  if (valuta !== null && valuta !== 'EUR') fouten.push({ code: 'STAP-VALUTA', plaats: 'DocumentCurrencyCode', gevonden: valuta, verwacht: 'EUR' })
  return fouten
}

function checkOrder({ ordernummer }: UblFactuur, { opdracht, verwezen }: MatchFeiten): Fouten {
  const plaats = 'OrderReference/ID'
  if (opdracht === undefined) return [{ code: 'STAP-ORDER', plaats, gevonden: ordernummer ?? 'niets' }]
  if (opdracht.status === 'vervallen') return [{ code: 'STAP-ORDER-VERVALLEN', plaats, gevonden: opdracht.ordernummer }]
  if (restVan(opdracht, verwezen) > 0) return []
  return [{ code: orderRest(opdracht, verwezen) > 0 ? 'STAP-KOSTEN-GEREKEND' : 'STAP-ORDER-GEFACTUREERD', plaats, gevonden: opdracht.ordernummer }]
}

/** What of the order was not invoiced; what a correction replaces counts as free. */
function orderRest({ ordernummer, bedrag, gefactureerd }: Opdracht, verwezen: Verwezen | undefined): Cent {
  const vrij = verwezen?.ordernummer === ordernummer && isVervangbaar(verwezen) ? verwezen.over : 0
  return cent(bedrag - gefactureerd + vrij)
}

/** What may still be invoiced: never so much that it is more than was granted together with a fee that the burger pays. */
export function restVan(opdracht: Opdracht, verwezen: Verwezen | undefined): Cent {
  const { bedrag, kosten } = opdracht
  const rest = orderRest(opdracht, verwezen)
  return kosten === undefined ? rest : cent(rest - Math.max(0, bedrag - (kosten.toegekend - kosten.bedrag)))
}

function checkNummer({ nummer }: UblFactuur, { nummerBestaat }: MatchFeiten): Fouten {
  if (nummer !== null && nummer.length > MAX_NUMMER) return [{
    code: 'STAP-FACTUURNUMMER-LANG', plaats: 'ID', gevonden: `${String(nummer.length)} tekens`, verwacht: `hoogstens ${String(MAX_NUMMER)} tekens`,
  }]
  return nummer !== null && nummerBestaat ? [{ code: 'STAP-FACTUURNUMMER', plaats: 'ID', gevonden: nummer }] : []
}

function checkPartijen({ leverancier, klant }: UblFactuur, { kvkOpleider, kvkUwv }: MatchFeiten): Fouten {
  const fouten: Fouten = []
  const eigen = leverancier.registratie?.nummer ?? ''
  if (parseKvk(eigen) !== kvkOpleider) fouten.push({ code: 'STAP-LEVERANCIER', plaats: 'AccountingSupplierParty/Party/PartyLegalEntity/CompanyID', gevonden: eigen || 'niets', verwacht: kvkOpleider })
  if (klant.registratie?.nummer !== kvkUwv)
    fouten.push({ code: 'STAP-KLANT', plaats: 'AccountingCustomerParty/Party/PartyLegalEntity/CompanyID', gevonden: klant.registratie?.nummer ?? 'niets', verwacht: kvkUwv })
  return fouten
}

function checkRekening({ betaalwijzen }: UblFactuur, { ibanOpleider, ibanGevraagd }: MatchFeiten): Fouten {
  const plaats = 'PaymentMeans/PayeeFinancialAccount/ID'
  const isGevraagd = ibanGevraagd !== undefined && betaalwijzen.some(({ rekening }) => parseIban(rekening ?? '') === ibanGevraagd)
  if (isGevraagd) return [{ code: 'STAP-REKENING-WACHT', plaats, gevonden: formatIban(ibanGevraagd), ...(ibanOpleider === null ? {} : { verwacht: formatIban(ibanOpleider) }) }]
  if (ibanOpleider === null) return [{ code: 'STAP-REKENING-ONBEKEND', plaats }]
  const vreemd = betaalwijzen.filter(({ rekening }) => parseIban(rekening ?? '') !== ibanOpleider)
  // An invoice that names two accounts, of which one is not known, is not paid either.
  if (betaalwijzen.length > 0 && vreemd.length === 0) return []
  return [{ code: 'STAP-REKENING', plaats, gevonden: vreemd[0]?.rekening ?? 'niets', verwacht: formatIban(ibanOpleider) }]
}

function checkToekomst(factuur: UblFactuur, { vandaag }: MatchFeiten): Fouten {
  const datum = parseDatum(factuur.datum ?? '')
  if (datum === undefined || datum <= vandaag) return [] // EN 16931 has its own rule for what is no day
  return [{ code: 'STAP-DATUM-TOEKOMST', plaats: 'IssueDate', gevonden: formatDatumKort(datum), verwacht: `${formatDatumKort(vandaag)} of eerder` }]
}

function checkBijlagen({ bijlagen }: UblFactuur): Fouten {
  return bijlagen.filter((bijlage) => !isWatHetZegt(bijlage)).map(({ bestandsnaam, nummer, mime }) => ({
    code: 'STAP-BIJLAGE', plaats: 'AdditionalDocumentReference/Attachment', gevonden: bestandsnaam ?? nummer ?? 'een bijlage', verwacht: mime ?? 'een soort bestand',
  }))
}

function checkOpdracht(factuur: UblFactuur, { opdracht, verwezen, dagenVoorStart, vandaag }: MatchFeiten): Fouten {
  if (opdracht === undefined) return []
  const datum = parseDatum(factuur.datum ?? '')
  const vanaf = addDays(opdracht.startdatum, -dagenVoorStart)
  const isTeVroeg = datum !== undefined && datum <= vandaag && datum < vanaf
  return [
    ...(isTeVroeg ? [{ code: 'STAP-DATUM-TE-VROEG', plaats: 'IssueDate', gevonden: formatDatumKort(datum), verwacht: `${formatDatumKort(vanaf)} of later` } as const] : []),
    ...checkBedrag(factuur, { rest: restVan(opdracht, verwezen), zonderKosten: orderRest(opdracht, verwezen) }),
    ...checkVorm(factuur, opdracht),
  ]
}

/** Several invoices may together make the order, but never more: and nobody has paid a part of it, because the burger pays nothing. */
function checkBedrag({ totalen: { inclusief, teBetalen } }: UblFactuur, { rest, zonderKosten }: { rest: Cent; zonderKosten: Cent }): Fouten {
  const plaats = 'LegalMonetaryTotal/TaxInclusiveAmount'
  if (inclusief?.cent == null) return []
  if (inclusief.cent <= 0) return [{ code: 'STAP-BEDRAG-NUL', plaats, gevonden: formatBedrag(inclusief.cent) }]
  // An order that is invoiced in full has its own sentence.
  if (rest > 0 && inclusief.cent > rest) return [{ code: inclusief.cent > zonderKosten ? 'STAP-BEDRAG-TE-HOOG' : 'STAP-KOSTEN-GEREKEND', plaats, gevonden: formatBedrag(inclusief.cent), verwacht: `hoogstens ${formatBedrag(rest)}` }]
  return checkTeBetalen(teBetalen, inclusief.cent)
}

function checkTeBetalen(teBetalen: UblBedrag | null, inclusief: Cent): Fouten {
  if (teBetalen?.cent == null || teBetalen.cent === inclusief) return []
  return [{ code: 'STAP-VOORUITBETAALD', plaats: 'LegalMonetaryTotal/PayableAmount', gevonden: formatBedrag(teBetalen.cent), verwacht: formatBedrag(inclusief) }]
}

function checkVorm({ regels }: UblFactuur, { onderwijsvorm }: Opdracht): Fouten {
  if (regels.some((regel) => hasOnderwijsvorm(`${regel.naam ?? ''} ${regel.omschrijving ?? ''}`, onderwijsvorm))) return []
  return [{ code: 'STAP-ONDERWIJSVORM', plaats: 'InvoiceLine/Item/Name', verwacht: formatOnderwijsvorm(onderwijsvorm) }]
}

/** The invoice that a credit note or a correction is about: known, of the same order, and for a correction not paid. */
function checkVerwijzing(factuur: UblFactuur, { verwezen, opdracht }: MatchFeiten): Fouten {
  const plaats = 'BillingReference/InvoiceDocumentReference/ID'
  const nummer = factuur.verwijzingen[0]?.nummer ?? null
  const gevonden = nummer ?? 'niets'
  if (factuur.verwijzingen.length > 1) return [{ code: 'STAP-VERWIJZING-MEER', plaats, gevonden: `${String(factuur.verwijzingen.length)} facturen`, verwacht: 'één factuur' }]
  if (nummer === null || verwezen === undefined) return [{ code: 'STAP-VERWIJZING', plaats, gevonden }]
  if (factuur.ordernummer !== null && opdracht?.ordernummer !== verwezen.ordernummer)
    return [{ code: 'STAP-VERWIJZING-ORDER', plaats, gevonden: factuur.ordernummer, verwacht: verwezen.ordernummer }]
  if (toSoort(factuur) === 'creditnota') return []
  if (verwezen.status === 'gecrediteerd' || verwezen.status === 'vervangen') return [{ code: 'STAP-VERWIJZING-VOORBIJ', plaats, gevonden }]
  // A refused invoice was never booked: what corrects it simply comes in its place.
  return verwezen.status === 'afgekeurd' || isVervangbaar(verwezen) ? [] : [{ code: 'STAP-CORRECTIE-BETAALD', plaats, gevonden }]
}

function checkCredit(factuur: UblFactuur, feiten: MatchFeiten): Fouten {
  const { inclusief, teBetalen } = factuur.totalen
  const verwijzing = checkVerwijzing(factuur, feiten)
  if (inclusief?.cent == null) return verwijzing
  if (inclusief.cent <= 0) return [...verwijzing, { code: 'STAP-CREDIT-NUL', plaats: 'LegalMonetaryTotal/TaxInclusiveAmount', gevonden: formatBedrag(inclusief.cent) }]
  const { verwezen } = feiten
  const bezwaren = verwijzing.length > 0 || verwezen === undefined ? verwijzing : whyNietTeCrediteren(verwezen, factuur.verwijzingen[0]?.nummer ?? 'niets', inclusief.cent)
  return bezwaren.length > 0 ? bezwaren : checkTeBetalen(teBetalen, inclusief.cent)
}
