import { toEuro, type JournaalRegel } from '@/lib/financien/rules/journaal'
import { REKENINGEN, type Rekening } from '@/lib/tijdvak/model'

/** What stands at the head of an audit file. Totals in cents, both as more than zero. */
export type Kop = {
  readonly boekjaar: number
  /** Today, YYYY-MM-DD. */
  readonly gemaaktOp: string
  readonly kvk: string
  readonly naam: string
  readonly opleiders: readonly { readonly kvk: string; readonly naam: string }[]
  readonly regels: number
  readonly debetCent: number
  readonly creditCent: number
}

const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

// B: its stand goes along to the next year. P: it is of one year only.
const SOORT: Readonly<Record<Rekening, 'B' | 'P'>> = {
  plafond: 'P', vrij: 'B', gereserveerd: 'B', verplicht: 'B', crediteuren: 'B', betaald: 'B', vastgesteld: 'P', debiteuren: 'B', oninbaar: 'P', overloop: 'B',
  rentelast: 'P', 'rente-crediteuren': 'B', 'rente-betaald': 'P', rentebaat: 'P', 'rente-debiteuren': 'B', 'rente-ontvangen': 'P',
}

/** The beginning of an audit file (XML Auditfile Financieel 3.2): everything before the first boeking. */
export function makeXafKop(kop: Kop, labels: Readonly<Record<Rekening, string>>): string {
  const { boekjaar, opleiders } = kop
  const jaar = String(boekjaar)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">\n',
    `<header>${element('fiscalYear', jaar)}${element('startDate', `${jaar}-01-01`)}${element('endDate', `${jaar}-12-31`)}${element('curCode', 'EUR')}`,
    `${element('dateCreated', kop.gemaaktOp)}${element('softwareDesc', 'STAP')}${element('softwareVersion', '1')}</header>\n`,
    `<company>${element('companyIdent', kop.kvk)}${element('companyName', kop.naam)}${element('taxRegistrationCountry', 'NL')}${element('taxRegIdent', kop.kvk)}\n`,
    '<customersSuppliers>\n',
    ...opleiders.map(({ kvk, naam }) => `<customerSupplier>${element('custSupID', kvk)}${element('custSupName', naam.slice(0, 50))}${element('commerceNr', kvk)}${element('custSupTp', 'S')}</customerSupplier>\n`),
    '</customersSuppliers>\n<generalLedger>\n',
    ...REKENINGEN.map((rekening) => `<ledgerAccount>${element('accID', rekening)}${element('accDesc', labels[rekening])}${element('accTp', SOORT[rekening])}</ledgerAccount>\n`),
    '</generalLedger>\n<periods>\n',
    ...MAANDEN.map((maand, index) => `<period>${element('periodNumber', String(index + 1))}${element('periodDesc', maand)}${periode(boekjaar, index + 1)}</period>\n`),
    `<period>${element('periodNumber', '0')}${element('periodDesc', 'Beginstand uit het vorige jaar')}${element('startDatePeriod', `${jaar}-01-01`)}${element('endDatePeriod', `${jaar}-01-01`)}</period>\n`,
    `<period>${element('periodNumber', '13')}${element('periodDesc', 'Afsluiting')}${element('startDatePeriod', `${jaar}-12-31`)}${element('endDatePeriod', `${jaar}-12-31`)}</period>\n`,
    `</periods>\n<transactions>${element('linesCount', String(kop.regels))}${element('totalDebit', toEuro(kop.debetCent, '.'))}${element('totalCredit', toEuro(kop.creditCent, '.'))}\n`,
    `<journal>${element('jrnID', 'GROOTBOEK')}${element('desc', 'Subsidiegrootboek STAP-budget')}${element('jrnTp', 'M')}\n`,
  ].join('')
}

/** What comes after the last boeking. */
export const XAF_STAART = '</journal></transactions></company></auditfile>\n'

/** What surrounds the lines of one boeking: its cause, its day and who. An id of 36 characters loses its dashes: the standard allows 35. */
export function openTransactie(regel: JournaalRegel, { dag, omschrijving }: { dag: string; omschrijving: string }): string {
  const bron = `${regel.oorzaak}/${regel.oorzaakId}`
  return `<transaction>${element('nr', String(regel.boeking))}${element('desc', `${omschrijving} (${bron})`)}${element('periodNumber', String(toPeriode(regel.soort, dag, regel.boekjaar)))}`
    + `${element('trDt', dag)}${element('sourceID', regel.soort)}${element('userID', (regel.door ?? 'systeem').replaceAll('-', ''))}\n`
}

export const SLUIT_TRANSACTIE = '</transaction>\n'

/** One line. Debit is what is added to a rekening. It has effect within its year, whenever it was made. */
export function toXafRegel(regel: JournaalRegel, dag: string): string {
  const effect = { 0: `${String(regel.boekjaar)}-01-01`, 13: `${String(regel.boekjaar)}-12-31` }[toPeriode(regel.soort, dag, regel.boekjaar)] ?? dag
  return `<trLine>${element('nr', String(regel.regel))}${element('accID', regel.rekening)}${element('docRef', regel.oorzaakId)}${element('effDate', effect)}`
    + `${element('desc', `${regel.tijdvak} ${regel.compartiment}${regel.aanvraag === null ? '' : ` ${regel.aanvraag}`}`)}`
    + `${element('amnt', toEuro(Math.abs(regel.bedragCent), '.'))}${element('amntTp', regel.bedragCent > 0 ? 'D' : 'C')}`
    + `${regel.opleider === null ? '' : element('custSupID', regel.opleider)}${element('costID', `${regel.tijdvak} ${regel.compartiment}`.slice(0, 35))}</trLine>\n`
}

// A boeking of another year than the one it was made in stands at the edge of its year.
function toPeriode(soort: string, dag: string, boekjaar: number): number {
  if (soort === 'open-jaar') return 0
  if (soort === 'sluit-jaar' || soort === 'val-terug') return 13
  const jaar = Number(dag.slice(0, 4))
  if (jaar !== boekjaar) return jaar < boekjaar ? 0 : 13
  return Number(dag.slice(5, 7))
}

function periode(jaar: number, maand: number): string {
  const twee = String(maand).padStart(2, '0')
  return `${element('startDatePeriod', `${String(jaar)}-${twee}-01`)}${element('endDatePeriod', `${String(jaar)}-${twee}-${String(daysIn(jaar, maand))}`)}`
}

function daysIn(jaar: number, maand: number): number {
  if (maand === 2) return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(maand) ? 30 : 31
}

function element(naam: string, tekst: string): string {
  return `<${naam}>${tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</${naam}>`
}
