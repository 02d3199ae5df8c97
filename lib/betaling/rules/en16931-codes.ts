import type { FactuurFout } from '@/lib/betaling/model'
import type { UblAdres, UblBijlage, UblFactuur, UblNummer, UblPartij, UblRegel, UblToeslag } from '@/lib/betaling/rules/ubl-model'
import type { CodelijstCode } from '@/lib/betaling/rules/zinnen-en16931'

type Fouten = FactuurFout<CodelijstCode>[]
const lijst = (tekst: string): ReadonlySet<string> => new Set(tekst.split(' '))

// UNTDID 1001: in UBL the kinds of invoice and the kinds of credit note are two lists, each for its own document.
const SOORTEN = {
  factuur: lijst('71 80 82 84 102 218 219 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394 395 456 457 527 553 575 623 633 751 780 817 870 875 876 877 935'),
  creditnota: lijst('81 83 261 262 296 308 381 396 420 458 502 503 532'),
} as const
// ISO 3166-1 alpha-2, with the two that the norm adds.
const LANDEN = lijst('1A AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW')
const VALUTAS: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const CATEGORIEEN = lijst('AE L M E S Z G O K B')
// UNTDID 5189 (allowances) and 7161 (charges).
const KORTINGEN = lijst('41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105')
const TOESLAGEN = lijst('AA AAA AAC AAD AAE AAF AAH AAI AAS AAT AAV AAY AAZ ABA ABB ABC ABD ABF ABK ABL ABN ABR ABS ABT ABU ACF ACG ACH ACI ACJ ACK ACL ACM ACS ADC ADE ADJ ADK ADL ADM ADN ADO ADP ADQ ADR ADT ADW ADY ADZ AEA AEB AEC AED AEF AEH AEI AEJ AEK AEL AEM AEN AEO AEP AES AET AEU AEV AEW AEX AEY AEZ AJ AU CA CAB CAD CAE CAF CAI CAJ CAK CAL CAM CAN CAO CAP CAQ CAR CAS CAT CAU CAV CAW CAX CAY CAZ CD CG CS CT DAB DAC DAD DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ DL EG EP ER FAA FAB FAC FC FH FI GAA HAA HD HH IAA IAB ID IF IR IS KO L1 LA LAA LAB LF MAE MI ML NAA OA PA PAA PC PL PRV RAB RAC RAD RAF RE RF RH RV SA SAA SAD SAE SAI SG SH SM SU TAB TAC TT TV V1 V2 WH XAA YY ZZZ')
const BIJLAGEN = lijst('application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/vnd.oasis.opendocument.spreadsheet')
const BTW_MOMENTEN = lijst('3 35 432')

// Lists that are thousands of codes long, or grow every half year, are judged by the shape of a code.
const BETAALWIJZE = /^([1-9]|[1-6][0-9]|70|7[4-8]|9[1-8]|ZZZ)$/
const REGISTER = /^0[0-2][0-9]{2}$/
const EINDPUNT = /^(0[0-2][0-9]{2}|99[0-9]{2}|AN|AQ|AS|AU|EM)$/
const EENHEID = /^[A-Z0-9]{1,3}$/
const ARTIKELGROEP = /^[A-Z]{2,3}$/
const VRIJSTELLING = /^vatex-[a-z]{2}-[a-z0-9-]+$/i

/** EN 16931: every code comes from its list (BR-CL). */
export function checkCodes(factuur: UblFactuur): Fouten {
  return [
    ...within('BR-CL-01', factuur.soort === 'factuur' ? 'InvoiceTypeCode' : 'CreditNoteTypeCode', factuur.typecode, (code) => SOORTEN[factuur.soort].has(code)),
    ...within('BR-CL-04', 'DocumentCurrencyCode', factuur.valuta, (code) => VALUTAS.has(code)),
    ...within('BR-CL-05', 'TaxCurrencyCode', factuur.btwValuta, (code) => VALUTAS.has(code)),
    ...within('BR-CL-06', 'InvoicePeriod/DescriptionCode', factuur.periode?.code, (code) => BTW_MOMENTEN.has(code)),
    ...checkPartij('AccountingSupplierParty', factuur.leverancier), ...checkPartij('AccountingCustomerParty', factuur.klant),
    ...checkPartij('PayeeParty', factuur.begunstigde), ...checkPartij('TaxRepresentativeParty', factuur.vertegenwoordiger),
    ...checkAdres('Delivery/DeliveryLocation/Address', factuur.levering?.adres),
    ...checkLijst('BR-CL-26', 'Delivery/DeliveryLocation/ID', factuur.levering?.plaats),
    ...factuur.betaalwijzen.flatMap(({ code }) => within('BR-CL-16', 'PaymentMeans/PaymentMeansCode', code, (tekst) => BETAALWIJZE.test(tekst))),
    ...factuur.btw.flatMap(({ categorie, redencode }, index) => [
      ...within('BR-CL-17', `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxCategory/ID`, categorie, (code) => CATEGORIEEN.has(code)),
      ...within('BR-CL-22', `TaxTotal/TaxSubtotal[${String(index + 1)}]/TaxCategory/TaxExemptionReasonCode`, redencode, (code) => VRIJSTELLING.test(code)),
    ]),
    ...factuur.toeslagen.flatMap((toeslag, index) => checkToeslag(toeslag, `AllowanceCharge[${String(index + 1)}]`)),
    ...factuur.bijlagen.flatMap(checkBijlage),
    ...factuur.regels.flatMap((regel, index) => checkRegel(regel, `InvoiceLine[${String(index + 1)}]`)),
  ]
}

function checkPartij(plaats: string, partij: UblPartij | null): Fouten {
  if (partij === null) return []
  return [
    ...checkAdres(`${plaats}/Party/PostalAddress`, partij.adres),
    ...partij.identificaties.flatMap((nummer) => checkLijst('BR-CL-10', `${plaats}/Party/PartyIdentification/ID`, nummer)),
    ...checkLijst('BR-CL-11', `${plaats}/Party/PartyLegalEntity/CompanyID`, partij.registratie),
    ...within('BR-CL-25', `${plaats}/Party/EndpointID/@schemeID`, partij.eindpunt?.schema, (code) => EINDPUNT.test(code)),
  ]
}

function checkAdres(plaats: string, adres: UblAdres | null | undefined): Fouten {
  return within('BR-CL-14', `${plaats}/Country/IdentificationCode`, adres?.land, (code) => LANDEN.has(code))
}

function checkLijst(code: CodelijstCode, plaats: string, nummer: UblNummer | null | undefined): Fouten {
  // SEPA is how the norm names the identification of a creditor; it is no register.
  return within(code, `${plaats}/@schemeID`, nummer?.schema, (schema) => REGISTER.test(schema) || (code === 'BR-CL-10' && schema === 'SEPA'))
}

function checkToeslag({ toeslag, categorie, redencode }: UblToeslag, plaats: string): Fouten {
  return [
    ...within('BR-CL-18', `${plaats}/TaxCategory/ID`, categorie, (code) => CATEGORIEEN.has(code)),
    ...(toeslag
      ? within('BR-CL-20', `${plaats}/AllowanceChargeReasonCode`, redencode, (code) => TOESLAGEN.has(code))
      : within('BR-CL-19', `${plaats}/AllowanceChargeReasonCode`, redencode, (code) => KORTINGEN.has(code))),
  ]
}

function checkBijlage({ mime }: UblBijlage): Fouten {
  return within('BR-CL-24', 'AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject/@mimeCode', mime, (code) => BIJLAGEN.has(code))
}

function checkRegel(regel: UblRegel, plaats: string): Fouten {
  return [
    ...within('BR-CL-18', `${plaats}/Item/ClassifiedTaxCategory/ID`, regel.categorie, (code) => CATEGORIEEN.has(code)),
    ...within('BR-CL-23', `${plaats}/InvoicedQuantity/@unitCode`, regel.eenheid, (code) => EENHEID.test(code)),
    ...within('BR-CL-21', `${plaats}/Item/StandardItemIdentification/ID/@schemeID`, regel.artikel?.schema, (schema) => REGISTER.test(schema)),
    ...within('BR-CL-15', `${plaats}/Item/OriginCountry/IdentificationCode`, regel.herkomst, (code) => LANDEN.has(code)),
    ...regel.classificaties.flatMap(({ schema }) => within('BR-CL-13', `${plaats}/Item/CommodityClassification/ItemClassificationCode/@listID`, schema, (code) => ARTIKELGROEP.test(code))),
    ...regel.toeslagen.flatMap((toeslag) => checkToeslag(toeslag, `${plaats}/AllowanceCharge`)),
  ]
}

/** What is missing has a rule of its own. */
function within(code: CodelijstCode, plaats: string, tekst: string | null | undefined, isIn: (tekst: string) => boolean): Fouten {
  return tekst === null || tekst === undefined || isIn(tekst) ? [] : [{ code, plaats, gevonden: tekst }]
}
