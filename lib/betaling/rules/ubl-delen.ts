import { childrenOf, findElement, isYesAt, textAt, type XmlTree } from '@/lib/base/xml-tree'
import { parseDecimaalBedrag, parseProcent } from '@/lib/betaling/rules/bedrag'
import type {
  UblAdres, UblBedrag, UblBetaalwijze, UblBijlage, UblBtw, UblFactuur, UblNummer, UblPartij, UblPeriode, UblRegel, UblTarief, UblToeslag,
} from '@/lib/betaling/rules/ubl-model'

/** A party: seller, buyer, payee or tax representative. */
export function readPartij(partij: XmlTree | undefined): UblPartij {
  return {
    naam: textAt(partij, 'PartyLegalEntity/RegistrationName') ?? textAt(partij, 'PartyName/Name'),
    adres: readAdres(findElement(partij, 'PostalAddress')),
    eindpunt: readNummer(findElement(partij, 'EndpointID')),
    identificaties: childrenOf(partij, 'PartyIdentification').flatMap((kind) => readNummer(findElement(kind, 'ID')) ?? []),
    registratie: readNummer(findElement(partij, 'PartyLegalEntity/CompanyID')),
    rechtsvorm: textAt(partij, 'PartyLegalEntity/CompanyLegalForm'),
    btwNummer: readBelasting(partij, true),
    belastingNummer: readBelasting(partij, false),
  }
}

/** The first number of a PartyTaxScheme that is for btw (TaxScheme VAT), or that is for another tax. */
function readBelasting(partij: XmlTree | undefined, isBtw: boolean): string | null {
  const schema = childrenOf(partij, 'PartyTaxScheme').find((kind) => (textAt(kind, 'TaxScheme/ID')?.toUpperCase() === 'VAT') === isBtw)
  return textAt(schema, 'CompanyID')
}

export function readAdres(adres: XmlTree | undefined): UblAdres | null {
  return adres === undefined ? null : {
    straat: textAt(adres, 'StreetName'),
    plaats: textAt(adres, 'CityName'),
    postcode: textAt(adres, 'PostalZone'),
    land: textAt(adres, 'Country/IdentificationCode'),
    derdeRegel: textAt(adres, 'AddressLine/Line'),
    gebied: textAt(adres, 'CountrySubentity'),
  }
}

export function readNummer(element: XmlTree | undefined, attribuut = 'schemeID'): UblNummer | null {
  return element === undefined || element.tekst === '' ? null : { nummer: element.tekst, schema: element.attributen[attribuut] ?? null }
}

export function readPeriode(periode: XmlTree | undefined): UblPeriode | null {
  return periode === undefined ? null : { van: textAt(periode, 'StartDate'), tot: textAt(periode, 'EndDate'), code: textAt(periode, 'DescriptionCode') }
}

export function readBetaalwijze(wijze: XmlTree): UblBetaalwijze {
  const rekening = findElement(wijze, 'PayeeFinancialAccount')
  return {
    code: textAt(wijze, 'PaymentMeansCode'),
    tekst: findElement(wijze, 'PaymentMeansCode')?.attributen['name'] ?? null,
    heeftRekening: rekening !== undefined,
    rekening: textAt(rekening, 'ID'),
    rekeningnaam: textAt(rekening, 'Name'),
    bank: textAt(rekening, 'FinancialInstitutionBranch/ID'),
    kaart: textAt(wijze, 'CardAccount/PrimaryAccountNumberID'),
    kaarten: childrenOf(wijze, 'CardAccount').length,
    machtigingen: childrenOf(wijze, 'PaymentMandate').length,
  }
}

export function readBijlage(verwijzing: XmlTree): UblBijlage {
  const inhoud = findElement(verwijzing, 'Attachment/EmbeddedDocumentBinaryObject')
  return {
    nummer: textAt(verwijzing, 'ID'),
    mime: inhoud?.attributen['mimeCode'] ?? null,
    bestandsnaam: inhoud?.attributen['filename'] ?? null,
    inhoud: inhoud?.tekst ?? null,
  }
}

function readTarief(categorie: XmlTree | undefined): UblTarief {
  return { categorie: textAt(categorie, 'ID'), procent: parseProcent(textAt(categorie, 'Percent') ?? '') ?? null }
}

export function readToeslag(toeslag: XmlTree): UblToeslag {
  return {
    toeslag: isYesAt(toeslag, 'ChargeIndicator'),
    bedrag: readBedrag(findElement(toeslag, 'Amount')),
    basis: readBedrag(findElement(toeslag, 'BaseAmount')),
    reden: textAt(toeslag, 'AllowanceChargeReason'),
    redencode: textAt(toeslag, 'AllowanceChargeReasonCode'),
    ...readTarief(findElement(toeslag, 'TaxCategory')),
  }
}

export function readBtw(deel: XmlTree): UblBtw {
  const categorie = findElement(deel, 'TaxCategory')
  return {
    grondslag: readBedrag(findElement(deel, 'TaxableAmount')),
    belasting: readBedrag(findElement(deel, 'TaxAmount')),
    reden: textAt(categorie, 'TaxExemptionReason'),
    redencode: textAt(categorie, 'TaxExemptionReasonCode'),
    ...readTarief(categorie),
  }
}

export function readTotalen(totaal: XmlTree | undefined): UblFactuur['totalen'] {
  return {
    regels: readBedrag(findElement(totaal, 'LineExtensionAmount')),
    exclusief: readBedrag(findElement(totaal, 'TaxExclusiveAmount')),
    inclusief: readBedrag(findElement(totaal, 'TaxInclusiveAmount')),
    kortingen: readBedrag(findElement(totaal, 'AllowanceTotalAmount')),
    toeslagen: readBedrag(findElement(totaal, 'ChargeTotalAmount')),
    vooruitbetaald: readBedrag(findElement(totaal, 'PrepaidAmount')),
    afronding: readBedrag(findElement(totaal, 'PayableRoundingAmount')),
    teBetalen: readBedrag(findElement(totaal, 'PayableAmount')),
  }
}

export function readRegel(regel: XmlTree): UblRegel {
  const aantal = findElement(regel, 'InvoicedQuantity') ?? findElement(regel, 'CreditedQuantity')
  const artikel = findElement(regel, 'Item')
  return {
    nummer: textAt(regel, 'ID'),
    aantal: aantal === undefined || aantal.tekst === '' ? null : aantal.tekst,
    eenheid: aantal?.attributen['unitCode'] ?? null,
    bedrag: readBedrag(findElement(regel, 'LineExtensionAmount')),
    prijs: textAt(regel, 'Price/PriceAmount'),
    brutoprijs: textAt(regel, 'Price/AllowanceCharge/BaseAmount'),
    naam: textAt(artikel, 'Name'),
    omschrijving: textAt(artikel, 'Description'),
    orderregel: textAt(regel, 'OrderLineReference/LineID'),
    periode: readPeriode(findElement(regel, 'InvoicePeriod')),
    toeslagen: childrenOf(regel, 'AllowanceCharge').map(readToeslag),
    kenmerken: childrenOf(artikel, 'AdditionalItemProperty').map((kind) => ({ naam: textAt(kind, 'Name'), waarde: textAt(kind, 'Value') })),
    artikel: readNummer(findElement(artikel, 'StandardItemIdentification/ID')),
    classificaties: childrenOf(artikel, 'CommodityClassification').flatMap((kind) => readNummer(findElement(kind, 'ItemClassificationCode'), 'listID') ?? []),
    herkomst: textAt(artikel, 'OriginCountry/IdentificationCode'),
    ...readTarief(findElement(artikel, 'ClassifiedTaxCategory')),
  }
}

export function readBedrag(element: XmlTree | undefined): UblBedrag | null {
  if (element === undefined || element.tekst === '') return null
  return { tekst: element.tekst, cent: parseDecimaalBedrag(element.tekst) ?? null, valuta: element.attributen['currencyID'] ?? null }
}
