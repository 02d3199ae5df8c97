import type { PlainDate } from '@/lib/base/date'
import { HOOGSTE_PRIJS_CENT, kostenUitTotalen, tidy, tidyOrNull, type AanbodFout, type AanbodKosten, type AanbodOpleiding, type AanbodStart } from '@/lib/aanlevering/rules/aanbod'
import { KOLOMVELDEN, type KolomVeld, type Kolomindeling } from '@/lib/aanlevering/rules/kolommen'
import { leesBedrag, leesDatum, leesDuur, leesGetal, leesJaNee, leesPostcode, shown, type Gelezen } from '@/lib/aanlevering/rules/waarden'
import { leesCategorie, leesDagdelen, leesEenheid, leesNiveau, leesStatus, leesVoertaal, leesVorm, leesWaardedocument } from '@/lib/aanlevering/rules/woorden'

/** A row of a table: what it says of the opleiding, and the start date in it when there is one. */
export type Tabelregel = { regel: number; opleiding: Omit<AanbodOpleiding, 'starts'>; start: AanbodStart | null; fouten: AanbodFout[] }

const CODE = /^[A-Za-z0-9._-]{1,64}$/
const STARTCODE = /^[-a-zA-Z0-9_.{} /]{1,60}$/

/** The error values of spreadsheets, in English and Dutch: a formula that did not work out. */
const FORMULEFOUT = /^#(?:N\/A|N\/B|REF!|VERW!|NAME\?|NAAM\?|VALUE!|WAARDE!|DIV\/0!|DEEL\/0!|NUM!|GETAL!|NULL!|LEEG!)$/

/** Reads the cells of one row by its kolomindeling. Undefined for a row without any value in a column that means something. */
export function leesTabelregel(regel: number, cellen: readonly string[], kolomindeling: Kolomindeling, kop: readonly string[]): Tabelregel | undefined {
  const rij = new Rij(cellen, kolomindeling, kop)
  if (rij.isLeeg()) return undefined
  const opleiding = readOpleiding(rij)
  const start = readStart(rij, opleiding.programmaId)
  return { regel, opleiding, start, fouten: rij.fouten }
}

/** The values of a row by field; a value that cannot be read is noted as a fault and counts as not there. */
class Rij {
  readonly fouten: AanbodFout[] = []
  private readonly waarden = new Map<KolomVeld, { tekst: string; kolom: string }>()

  constructor(cellen: readonly string[], kolomindeling: Kolomindeling, kop: readonly string[]) {
    kolomindeling.forEach((veld, kolom) => {
      if (veld === null) return
      const tekst = tidy(cellen[kolom])
      const naam = tidy(kop[kolom]) || KOLOMVELDEN[veld].label
      if (FORMULEFOUT.test(tekst)) this.fouten.push({ veld: naam, reden: `In deze cel staat ${shown(tekst)}: een formule die niet uitkomt. Vul de waarde zelf in.` })
      else if (tekst !== '') this.waarden.set(veld, { tekst, kolom: naam })
    })
  }

  isLeeg(): boolean {
    return this.waarden.size === 0 && this.fouten.length === 0
  }

  has(veld: KolomVeld): boolean {
    return this.waarden.has(veld)
  }

  text(veld: KolomVeld, max: number): string {
    const { tekst } = this.waarden.get(veld) ?? { tekst: '' }
    if (tekst.length > max) this.blame(veld, `Gebruik hoogstens ${max.toLocaleString('nl-NL')} tekens. Dit zijn er ${tekst.length.toLocaleString('nl-NL')}.`)
    return tekst.slice(0, max)
  }

  read<T>(veld: KolomVeld, lees: (tekst: string) => Gelezen<T>): T | null {
    const waarde = this.waarden.get(veld)
    if (waarde === undefined) return null
    const gelezen = lees(waarde.tekst)
    if (gelezen.ok) return gelezen.waarde
    this.blame(veld, gelezen.reden)
    return null
  }

  blame(veld: KolomVeld, reden: string): void {
    this.fouten.push({ veld: this.waarden.get(veld)?.kolom ?? KOLOMVELDEN[veld].label, reden })
  }
}

function readOpleiding(rij: Rij): Omit<AanbodOpleiding, 'starts'> {
  const programmaId = rij.text('opleidingcode', 200)
  if (programmaId === '') rij.blame('opleidingcode', 'De code van de opleiding ontbreekt. Zonder uw eigen code weten wij niet om welke opleiding het gaat.')
  else if (!CODE.test(programmaId)) rij.blame('opleidingcode', `${shown(programmaId)} kan geen code zijn. Gebruik hoogstens 64 letters, cijfers, punten en streepjes, zonder spaties.`)
  const studielast = rij.read('studielast', (tekst) => leesGetal(tekst, 20_000))
  return {
    opleiderCode: null,
    programmaId,
    titel: rij.text('titel', 200),
    samenvatting: rij.text('samenvatting', 200),
    omschrijving: rij.text('omschrijving', 3000),
    leerdoel: rij.text('leerdoel', 3000),
    toelatingseisen: rij.text('toelatingseisen', 3000),
    categorie: rij.read('categorie', leesCategorie),
    niveau: rij.read('niveau', leesNiveau),
    opleidingsvorm: rij.read('vorm', leesVorm),
    waardedocument: rij.read('waardedocument', leesWaardedocument),
    studielast,
    studielastEenheid: studielast === null ? null : (rij.read('studielast-eenheid', leesEenheid) ?? 'UUR'),
    duurDagen: rij.read('duur', leesDuur),
    voertaal: rij.read('voertaal', leesVoertaal) ?? 'nl',
    stapToestemming: rij.read('stap', leesJaNee) ?? false,
    url: rij.read('url', leesUrl),
    nlqf: null,
    kosten: readKosten(rij),
  }
}

function leesUrl(tekst: string): Gelezen<string> {
  const adres = /^www\./i.test(tekst) ? `https://${tekst}` : tekst
  return /^https?:\/\/[^\s<>"']{3,500}$/i.test(adres) ? { ok: true, waarde: adres } : { ok: false, reden: `${shown(tekst)} is geen webadres. Begin met https://.` }
}

const SOORTEN = [
  ['lesgeld', 'LESGELD'], ['examengeld', 'EXAMEN'], ['lesmateriaal', 'LEERMIDDELEN'], ['literatuur', 'LITERATUUR'], ['beschermingsmiddelen', 'BESCHERMINGSMIDDELEN'],
  ['certificaatkosten', 'CERTIFICAAT'], ['catering', 'CATERING'], ['reiskosten', 'REIS_EN_VERBLIJF'], ['overige-kosten', 'OVERIG'],
] as const

/** The kinds of cost apart when the table has them, else the two totals. Where a price stands beside the kinds, the rest of it is "overig". */
function readKosten(rij: Rij): AanbodKosten[] {
  const prijs = rij.read('prijs', leesBedrag)
  const subsidiabel = rij.read('subsidiabel', leesBedrag)
  const perSoort = SOORTEN.flatMap(([veld, soort]): AanbodKosten[] => {
    const bedragCent = rij.read(veld, leesBedrag)
    return bedragCent === null || bedragCent === 0 ? [] : [{ soort, omschrijving: KOLOMVELDEN[veld].label, bedragCent }]
  })
  if (perSoort.length === 0) {
    if (subsidiabel !== null && prijs !== null && subsidiabel > prijs) rij.blame('subsidiabel', 'De subsidiabele kosten zijn hoger dan de prijs. Controleer de bedragen.')
    return kostenUitTotalen(prijs, subsidiabel)
  }
  const som = perSoort.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  if (som > HOOGSTE_PRIJS_CENT) rij.blame('prijs', 'De kosten zijn samen meer dan € 100.000. Geef bedragen in euro’s, niet in centen.')
  if (prijs !== null && som > prijs) rij.blame('prijs', 'De kosten per soort zijn samen hoger dan de prijs. Controleer de bedragen.')
  const rest = prijs === null ? 0 : prijs - som
  return rest > 0 ? [...perSoort, { soort: 'OVERIG', omschrijving: 'Rest van de prijs', bedragCent: rest }] : perSoort
}

function readStart(rij: Rij, programmaId: string): AanbodStart | null {
  if (!rij.has('startdatum')) {
    if (rij.has('startcode') || rij.has('einddatum')) rij.blame('startdatum', 'De startdatum ontbreekt, terwijl er wel een code of einddatum staat. Vul de startdatum in.')
    return null
  }
  const startdatum = rij.read('startdatum', leesDatum)
  const einddatum = rij.read('einddatum', leesDatum) ?? startdatum
  if (startdatum !== null && einddatum !== null && einddatum < startdatum) rij.blame('einddatum', 'De einddatum ligt voor de startdatum. Verbeter een van beide.')
  const start = {
    cohortcode: readStartcode(rij, programmaId, startdatum),
    plaats: tidyOrNull(rij.text('plaats', 100)),
    adres: tidyOrNull(rij.text('adres', 200)),
    postcode: rij.read('postcode', leesPostcode),
    opleidingsvorm: rij.read('vorm', leesVorm),
    status: rij.read('status', leesStatus) ?? 'open' as const,
    kosten: [],
    deelnemersplaatsen: rij.read('plaatsen', (tekst) => leesGetal(tekst, 10_000)),
    dagdelen: rij.read('dagdeel', leesDagdelen) ?? [],
  }
  return startdatum === null || einddatum === null ? null : { ...start, startdatum, einddatum }
}

/** Without a code of its own a start date is known by its opleiding and its day; two on one day then need a code. */
function readStartcode(rij: Rij, programmaId: string, startdatum: PlainDate | null): string {
  if (!rij.has('startcode')) return `${programmaId.slice(0, 51)}_${(startdatum ?? '').replaceAll('-', '')}`
  const code = rij.text('startcode', 200)
  if (!STARTCODE.test(code)) rij.blame('startcode', `${shown(code)} kan geen code zijn. Gebruik hoogstens 60 letters, cijfers, punten en streepjes.`)
  return code
}
