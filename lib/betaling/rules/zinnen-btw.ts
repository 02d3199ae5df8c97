/** The kinds of btw that have their own set of rules: name of the set, the code in the invoice, and how we call it. */
export const BTW_SOORTEN = {
  S: { code: 'S', naam: 'btw' },
  Z: { code: 'Z', naam: 'btw-tarief nul' },
  E: { code: 'E', naam: 'vrijstelling van btw' },
  AE: { code: 'AE', naam: 'btw verlegd' },
  IC: { code: 'K', naam: 'levering binnen de EU' },
  G: { code: 'G', naam: 'uitvoer buiten de EU' },
  O: { code: 'O', naam: 'buiten de btw' },
} as const
export type BtwSoort = keyof typeof BTW_SOORTEN

type Nummer = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10'
export type BtwCode = `BR-${BtwSoort}-${Nummer}` | 'BR-IC-11' | 'BR-IC-12' | 'BR-O-11' | 'BR-O-12' | 'BR-O-13' | 'BR-O-14'

const isMetBtw = (soort: BtwSoort): boolean => soort === 'S'

/** The sentence of each rule, for each kind of btw: the rules of the norm are the same ten for every kind. */
function zinnenVan(soort: BtwSoort): readonly (readonly [nummer: Nummer, zin: string])[] {
  const { code, naam } = BTW_SOORTEN[soort]
  const bij = (plek: string) => `${plek} heeft code ${code} (${naam})`
  return [
    ['01', `De factuur heeft code ${code} (${naam}), maar in de opbouw van de btw staat die niet ${isMetBtw(soort) ? 'of niet per tarief' : 'precies één keer'}. Zet de opbouw erbij.`],
    ['02', nummers(bij('Een regel'), soort)],
    ['03', nummers(bij('Een korting'), soort)],
    ['04', nummers(bij('Een toeslag'), soort)],
    ['05', tarief(bij('Een regel'), soort)],
    ['06', tarief(bij('Een korting'), soort)],
    ['07', tarief(bij('Een toeslag'), soort)],
    ['08', `Het bedrag bij code ${code} (${naam}) klopt niet. Tel de regels met deze code op, min kortingen, plus toeslagen.`],
    ['09', isMetBtw(soort) ? 'De btw klopt niet bij het bedrag en het tarief. Reken de btw per tarief opnieuw uit.' : `Bij code ${code} (${naam}) hoort geen btw. Vul als btw 0.00 in.`],
    ['10', soort === 'S' || soort === 'Z'
      ? `Bij code ${code} (${naam}) staat een reden voor vrijstelling. Haal die weg.`
      : `Bij code ${code} (${naam}) ontbreekt de reden. Vul de reden in, bijvoorbeeld: ${soort === 'E' ? 'vrijgesteld onderwijs' : naam}.`],
  ]
}

function nummers(begin: string, soort: BtwSoort): string {
  if (soort === 'O') return `${begin}, en dan mag er geen btw-nummer in de factuur staan. Haal het btw-nummer weg of kies een andere code.`
  if (soort === 'AE') return `${begin}, maar uw btw-nummer of het nummer van de klant ontbreekt. Vul beide in.`
  if (soort === 'IC') return `${begin}, maar uw btw-nummer of dat van de klant ontbreekt. Vul beide in.`
  return `${begin}, maar uw btw-nummer${soort === 'G' ? '' : ' of fiscaal nummer'} ontbreekt. Vul het in.`
}

function tarief(begin: string, soort: BtwSoort): string {
  if (soort === 'S') return `${begin}, maar geen percentage boven 0. Vul het tarief in, bijvoorbeeld 21.`
  if (soort === 'O') return `${begin}, en dan mag er geen percentage staan. Haal het percentage weg.`
  return `${begin}, en dan is het percentage 0. Vul 0 in.`
}

const SOORTEN = ['S', 'Z', 'E', 'AE', 'IC', 'G', 'O'] as const satisfies readonly BtwSoort[]

/** EN 16931: the rules for each kind of btw (BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O). */
export const ZINNEN_BTW: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SOORTEN.flatMap((soort) => zinnenVan(soort).map(([nummer, zin]) => [`BR-${soort}-${nummer}`, zin]))),
  'BR-IC-11': 'Bij een levering binnen de EU ontbreekt de datum of de periode van de levering. Vul die in.',
  'BR-IC-12': 'Bij een levering binnen de EU ontbreekt het land van de levering. Vul dat in.',
  'BR-O-11': 'Iets dat buiten de btw valt, staat niet in één factuur met btw. Maak er twee facturen van.',
  'BR-O-12': 'De opbouw van de btw zegt dat alles buiten de btw valt, maar een regel heeft een andere code. Kies overal dezelfde code.',
  'BR-O-13': 'De opbouw van de btw zegt dat alles buiten de btw valt, maar een korting heeft een andere code. Kies overal dezelfde code.',
  'BR-O-14': 'De opbouw van de btw zegt dat alles buiten de btw valt, maar een toeslag heeft een andere code. Kies overal dezelfde code.',
}
