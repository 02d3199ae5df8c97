import type { Cent } from '@/lib/base/money'

// A UBL 2.1 invoice or credit note as plain data: what is missing is null, nothing is judged. Only what a rule reads is here.

/** An amount as it stands in an invoice. `cent` is null when it is not a decimal number with at most two decimals. */
export type UblBedrag = { readonly tekst: string; readonly cent: Cent | null; readonly valuta: string | null }

/** A number with the list that it comes from, as in schemeID="0106". */
export type UblNummer = { readonly nummer: string; readonly schema: string | null }

export type UblAdres = {
  readonly straat: string | null
  readonly plaats: string | null
  readonly postcode: string | null
  readonly land: string | null
  /** A third line, and a province: the Dutch profile advises against both. */
  readonly derdeRegel: string | null
  readonly gebied: string | null
}

export type UblPartij = {
  readonly naam: string | null
  /** Null when there is no PostalAddress at all. */
  readonly adres: UblAdres | null
  readonly eindpunt: UblNummer | null
  readonly identificaties: readonly UblNummer[]
  /** Legal registration: KvK number with scheme 0106, OIN with 0190. */
  readonly registratie: UblNummer | null
  readonly rechtsvorm: string | null
  /** BT-31: begins with the country. */
  readonly btwNummer: string | null
  /** BT-32: another registration for tax, as the fiscal number of who has no btw-nummer. */
  readonly belastingNummer: string | null
}

export type UblPeriode = { readonly van: string | null; readonly tot: string | null; readonly code: string | null }

/** Category and rate. `procent` in hundredths (21 % is 2100); null when missing or not a number. */
export type UblTarief = { readonly categorie: string | null; readonly procent: number | null }

export type UblBtw = UblTarief & {
  readonly grondslag: UblBedrag | null
  readonly belasting: UblBedrag | null
  readonly reden: string | null
  readonly redencode: string | null
}

export type UblToeslag = UblTarief & {
  readonly toeslag: boolean
  readonly bedrag: UblBedrag | null
  readonly basis: UblBedrag | null
  readonly reden: string | null
  readonly redencode: string | null
}

export type UblRegel = UblTarief & {
  readonly nummer: string | null
  readonly aantal: string | null
  readonly eenheid: string | null
  readonly bedrag: UblBedrag | null
  readonly prijs: string | null
  readonly brutoprijs: string | null
  readonly naam: string | null
  readonly omschrijving: string | null
  readonly orderregel: string | null
  readonly periode: UblPeriode | null
  readonly toeslagen: readonly UblToeslag[]
  readonly kenmerken: readonly { readonly naam: string | null; readonly waarde: string | null }[]
  readonly artikel: UblNummer | null
  readonly classificaties: readonly UblNummer[]
  readonly herkomst: string | null
}

export type UblBijlage = {
  readonly nummer: string | null
  readonly mime: string | null
  readonly bestandsnaam: string | null
  /** Base64 as it stands there; null when nothing is enclosed. */
  readonly inhoud: string | null
}

export type UblBetaalwijze = {
  readonly code: string | null
  readonly tekst: string | null
  /** Whether there is a PayeeFinancialAccount, and its number. */
  readonly heeftRekening: boolean
  readonly rekening: string | null
  readonly rekeningnaam: string | null
  readonly bank: string | null
  readonly kaart: string | null
  /** How many cards and direct debit mandates it names. */
  readonly kaarten: number
  readonly machtigingen: number
}

export type UblFactuur = {
  readonly soort: 'factuur' | 'creditnota'
  /** Names of elements that may stand once and stand there more often. */
  readonly dubbel: readonly string[]
  readonly specificatie: string | null
  readonly profiel: string | null
  readonly nummer: string | null
  readonly datum: string | null
  readonly vervaldatum: string | null
  readonly typecode: string | null
  readonly valuta: string | null
  readonly btwValuta: string | null
  readonly btwDatum: string | null
  readonly periode: UblPeriode | null
  readonly inkopersreferentie: string | null
  readonly ordernummer: string | null
  readonly betaalvoorwaarden: string | null
  /** The invoices that it says something about: what a credit note takes back, what a correction replaces. */
  readonly verwijzingen: readonly { readonly nummer: string | null; readonly datum: string | null }[]
  readonly bijlagen: readonly UblBijlage[]
  readonly leverancier: UblPartij
  readonly klant: UblPartij
  readonly begunstigde: UblPartij | null
  readonly vertegenwoordiger: UblPartij | null
  readonly levering: { readonly adres: UblAdres | null; readonly plaats: UblNummer | null; readonly datum: string | null } | null
  readonly betaalwijzen: readonly UblBetaalwijze[]
  readonly toeslagen: readonly UblToeslag[]
  readonly btwTotaal: UblBedrag | null
  readonly btwTotalen: readonly UblBedrag[]
  readonly btw: readonly UblBtw[]
  readonly totalen: {
    readonly regels: UblBedrag | null
    readonly exclusief: UblBedrag | null
    readonly inclusief: UblBedrag | null
    readonly kortingen: UblBedrag | null
    readonly toeslagen: UblBedrag | null
    readonly vooruitbetaald: UblBedrag | null
    readonly afronding: UblBedrag | null
    readonly teBetalen: UblBedrag | null
  }
  readonly regels: readonly UblRegel[]
}
