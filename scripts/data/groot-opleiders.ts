import { DEMO_OPLEIDERS, type DemoOpleider, type Vak } from '@/prisma/seed/opleiders'
import { PLAATSEN, type Plaats } from './plaatsen'
import { Toeval } from './toeval'

/** An opleider of the large register: how many opleidingen it offers, and what its feed gets wrong. */
export type GroteOpleider = Omit<DemoOpleider, 'fout'> & { aantal: number; fouten: readonly Feedfout[] }

/**
 * What went wrong in real feeds: nothing booked as subsidiable (one mapping error of one supplier of feeds), dates that cannot be,
 * the same opleiding twice, one course dressed as two, and prices that rose just before an opening.
 */
export const FEEDFOUTEN = ['nooit-subsidiabel', 'foute-datums', 'dubbel', 'samengesteld', 'prijssprong'] as const
export type Feedfout = (typeof FEEDFOUTEN)[number]

/** The three that held most of the register in 2022; the names are made up. */
const REUZEN: readonly Pick<GroteOpleider, 'naam' | 'orgUnitId' | 'erkenner' | 'vakken' | 'fouten' | 'plaatsen'>[] = [
  {
    naam: 'Leerlijn Landelijk', orgUnitId: 'leerlijn-landelijk', erkenner: 'nrto', fouten: ['nooit-subsidiabel'],
    plaatsen: ['Amsterdam', 'Utrecht', 'Rotterdam', 'Eindhoven', 'Zwolle', 'Groningen', 'Arnhem', 'Breda', 'Den Haag', 'Maastricht', 'Amersfoort', 'Leeuwarden'],
    vakken: ['LEIDING', 'KANTOOR', 'FINANCIEEL', 'ICT', 'COMMERCIEEL', 'ALGEMEEN', 'TAAL', 'GEDRAG', 'ZORG', 'ONDERWIJS', 'RECHT'],
  },
  {
    naam: 'Thuisacademie Groot-Nederland', orgUnitId: 'thuisacademie', erkenner: 'nrto', fouten: ['prijssprong', 'samengesteld'],
    plaatsen: ['Leiden', 'Utrecht', 'Zwolle', 'Eindhoven', 'Amsterdam', 'Rotterdam', 'Den Bosch', 'Apeldoorn', 'Tilburg', 'Haarlem'],
    vakken: ['FINANCIEEL', 'KANTOOR', 'ZORG', 'GEDRAG', 'TAAL', 'HOBBY', 'ALGEMEEN', 'RECHT', 'ONDERWIJS', 'SPORT', 'GROEN', 'HORECA', 'COMMERCIEEL', 'ICT'],
  },
  {
    naam: 'Vakopleidingen Verenigd', orgUnitId: 'vakopleidingen-verenigd', erkenner: 'branche-veiligheid', fouten: ['dubbel', 'foute-datums'],
    plaatsen: ['Rotterdam', 'Dordrecht', 'Venlo', 'Hengelo', 'Almere', 'Amersfoort', 'Breda', 'Nijmegen', 'Emmen', 'Hoorn', 'Goes', 'Ede', 'Utrecht', 'Roosendaal'],
    vakken: ['VEILIGHEID', 'TRANSPORT', 'TECHNIEK', 'HORECA', 'GROEN', 'ZORG', 'NATUUR'],
  },
]

const SOORTEN: readonly (readonly [erkenner: string, kans: number, namen: readonly string[], vakken: readonly (readonly Vak[])[]])[] = [
  ['nrto', 0.5, ['Opleidingen *', '* Trainingen', 'Instituut *', 'Academie *', 'Leerhuis *', '* & Partners'], [['LEIDING', 'GEDRAG'], ['KANTOOR', 'FINANCIEEL'], ['ICT', 'COMMERCIEEL'], ['TAAL', 'ALGEMEEN'], ['ZORG', 'GEDRAG'], ['ONDERWIJS', 'GEDRAG'], ['HOBBY', 'ALGEMEEN']]],
  ['ocw', 0.12, ['ROC *', '* College', 'Mbo *', 'Hogeschool *'], [['ZORG', 'TECHNIEK', 'HORECA', 'ONDERWIJS'], ['TECHNIEK', 'ICT', 'KANTOOR'], ['LEIDING', 'RECHT', 'FINANCIEEL', 'ICT'], ['GROEN', 'NATUUR']]],
  ['nlqf', 0.08, ['Vakinstituut *', '* Vakonderwijs'], [['TECHNIEK', 'VEILIGHEID'], ['HORECA', 'SPORT'], ['ICT']]],
  ['branche-veiligheid', 0.07, ['* Veiligheidstraining', 'Veilig Werken *'], [['VEILIGHEID', 'TRANSPORT'], ['VEILIGHEID']]],
  ['branche-transport', 0.06, ['Rijopleidingen *', '* Transportopleidingen'], [['TRANSPORT', 'VEILIGHEID'], ['TRANSPORT']]],
  ['branche-verzorging', 0.05, ['Schoonheidsschool *', '* Vakschool voor Verzorging'], [['ZORG', 'SPORT'], ['ZORG']]],
  ['branche-groen', 0.03, ['Groenschool *', '* Groenopleidingen'], [['GROEN', 'NATUUR']]],
  ['cedeo', 0.05, ['Trainingsbureau *', '* Advies en Training'], [['LEIDING', 'ALGEMEEN'], ['RECHT', 'KANTOOR']]],
  ['cpion', 0.03, ['Post-hbo Instituut *'], [['LEIDING', 'GEDRAG', 'ONDERWIJS']]],
  ['evc', 0.01, ['EVC Loket *'], [['ZORG', 'TECHNIEK']]],
]
const NAMEN = [
  'Van den Berg', 'De Vries', 'Bakker', 'Jansma', 'Hoekstra', 'Vermeulen', 'Dijkstra', 'Kuipers', 'Postma', 'Verhoeven', 'De Brug', 'Het Kompas', 'De Waag', 'Noordzij', 'Zuiderlicht', 'De Linde', 'Kennisplein', 'Meesterwerk',
  'De Werkplaats', 'Nova', 'Horizon', 'De Sprong', 'Vooruit', 'Vakmanstad', 'Rijnland', 'Veluwe', 'Achterhoek', 'Kempen', 'Betuwe', 'Drechtsteden', 'Salland', 'Twente', 'De Peel', 'Westland', 'Gooi', 'Kennemerland', 'Waterland', 'Walcheren', 'De Meierij', 'Hageland',
]

/** The large register was 70.000 opleidingen, of which three held 18.000 each. */
const DEEL_VAN_REUS = 18 / 70

/**
 * The opleiders of a large register: the forty of the demo, three giants, and as many more as asked for; most of them small. The
 * same seed gives the same opleiders.
 */
export function makeOpleiders(aantal: number, opleidingen: number, seed: number): GroteOpleider[] {
  const toeval = new Toeval(seed ^ 0x5eed)
  const reus = Math.round(opleidingen * DEEL_VAN_REUS)
  const gewoon = [...DEMO_OPLEIDERS.map((opleider) => ({ ...opleider, fout: undefined })), ...Array.from({ length: aantal - DEMO_OPLEIDERS.length - REUZEN.length }, (_, index) => makeOpleider(index, toeval))]
  // Sizes fall off steeply: many with a handful, some with hundreds.
  const gewichten = gewoon.map(() => Math.exp(2.4 + 1.3 * normal(toeval)))
  const rest = opleidingen - reus * REUZEN.length
  const delen = divideExact(rest, gewichten)
  const klein = gewoon.map(({ fout: _fout, ...opleider }, index): GroteOpleider => ({ ...opleider, aantal: delen[index] ?? 1, fouten: faultsOf(index, toeval) }))
  return [...REUZEN.map((een, index): GroteOpleider => ({ ...een, ...numbers(DEMO_OPLEIDERS.length + index), omvang: 1, aantal: reus })), ...withMappingError(klein, Math.round(opleidingen / 35))]
}

const numbers = (index: number) => ({ kvk: String(90_000_001 + index), code: `${String(100 + (index % 900))}A${String(201 + (index % 799))}` })

function makeOpleider(index: number, toeval: Toeval) {
  let kans = toeval.next()
  const [erkenner, , vormen, vakken] = SOORTEN.find(([, deel]) => (kans -= deel) < 0) ?? SOORTEN[0] ?? (() => { throw new Error('no kinds') })()
  const plaatsen = toeval.shuffle(Object.keys(PLAATSEN).filter(isPlaats)).slice(0, toeval.pick([1, 1, 1, 2, 2, 3, 5]))
  const [plaats] = plaatsen
  // The place makes a name that comes back another one.
  const eigen = NAMEN[index % NAMEN.length] ?? ''
  const naam = toeval.pick(vormen).replace('*', index < NAMEN.length ? eigen : `${eigen} ${plaats ?? ''}`)
  const volgnummer = DEMO_OPLEIDERS.length + REUZEN.length + index
  const orgUnitId = `${naam.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40)}-${String(volgnummer)}`
  return { ...numbers(volgnummer), naam, orgUnitId, erkenner, plaatsen, vakken: toeval.pick(vakken), omvang: 1, fout: undefined }
}

function isPlaats(naam: string): naam is Plaats {
  return Object.hasOwn(PLAATSEN, naam)
}

function faultsOf(index: number, toeval: Toeval): Feedfout[] {
  return FEEDFOUTEN.filter((fout) => fout !== 'nooit-subsidiabel' && index % 7 === 3 && toeval.chance(0.4))
}

/** The customers of the supplier whose mapping error this is: together so many opleidingen beside those of the giant. */
function withMappingError(opleiders: GroteOpleider[], genoeg: number): GroteOpleider[] {
  let over = genoeg
  return opleiders.map((opleider, index) => {
    if (index % 3 !== 1 || opleider.aantal > over) return opleider
    over -= opleider.aantal
    return { ...opleider, fouten: [...opleider.fouten, 'nooit-subsidiabel'] }
  })
}

/** A number around 0 as nature spreads it (twelve dice). */
function normal(toeval: Toeval): number {
  return Array.from({ length: 12 }, () => toeval.next()).reduce((som, een) => som + een, -6)
}

/** A total in whole parts by weight, none of them zero. */
function divideExact(totaal: number, gewichten: readonly number[]): number[] {
  const som = gewichten.reduce((a, b) => a + b, 0)
  const delen = gewichten.map((gewicht) => Math.max(1, Math.floor((gewicht / som) * totaal)))
  const verschil = totaal - delen.reduce((a, b) => a + b, 0)
  const grootste = delen.indexOf(Math.max(...delen))
  return delen.map((deel, index) => (index === grootste ? Math.max(1, deel + verschil) : deel))
}
