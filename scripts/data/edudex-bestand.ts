import { addDays, type PlainDate } from '@/lib/base/date'
import { adresIn, type DemoOpleider } from '@/prisma/seed/opleiders'
import type { Toeval } from './toeval'
import type { Aanbod } from './aanbod'

/** Everything that one EDU-DEX program is made of, before it is written down. */
export type Opleiding = {
  programId: string
  titel: string
  aanbod: Aanbod
  vorm: Aanbod['stam'][4]
  prijs: number
  starts: readonly PlainDate[]
}

const FORM = {
  klas: ['full-time'], avond: ['evening education'], online: ['e-learning'], deels: ['part-time', 'e-learning'], zelf: ['distance learning'], coaching: ['part-time'], lezing: ['part-time'],
} as const
const TYPE = { klas: 'training', avond: 'regular', online: 'training', deels: 'regular', zelf: 'self study', coaching: 'coaching', lezing: 'lecture' } as const
const DAGDEEL = { klas: ['day'], avond: ['evening'], online: [], deels: ['day', 'evening'], zelf: [], coaching: ['day'], lezing: ['day'] } as const
const VORM_ZIN = {
  klas: 'De lessen zijn overdag, in een kleine groep, op locatie.',
  avond: 'De lessen zijn in de avond, zodat u ze naast uw werk kunt volgen.',
  online: 'U volgt de lessen online, op tijden die u zelf kiest. Een docent beantwoordt uw vragen binnen twee werkdagen.',
  deels: 'U leert deels online en deels in de klas. In de klas oefent u wat u thuis hebt voorbereid.',
  zelf: 'U studeert thuis, in uw eigen tempo, met een vaste docent die uw opdrachten nakijkt.',
  coaching: 'U hebt gesprekken met een vaste begeleider. Tussen de gesprekken door werkt u aan opdrachten.',
  lezing: 'U volgt een bijeenkomst met een spreker en tijd voor vragen.',
} as const
const BEWIJS_ZIN = {
  certificate: 'Als u de toets haalt, krijgt u een certificaat.',
  diploma: 'U sluit af met een examen. Slaagt u, dan krijgt u een diploma.',
  'mbo-certificaat': 'U sluit af met een examen. Slaagt u, dan krijgt u een erkend mbo-certificaat.',
  'certificate of participation': 'Na afloop krijgt u een bewijs van deelname.',
  testimonial: 'Na afloop krijgt u een getuigschrift.',
} as const

/** One program in the format of EDU-DEX Data API 3.1. */
export function toProgram(opleider: DemoOpleider, opleiding: Opleiding, toeval: Toeval, bewerktOp: string) {
  const { programId, titel, aanbod: { stam, vak }, vorm } = opleiding
  const [, niveau, , dagen, , bewijs, samenvatting] = stam
  const thuis = vorm === 'online' || vorm === 'zelf'
  const uren = Math.max(4, dagen <= 10 ? dagen * 8 : Math.round(dagen / 7) * toeval.between(5, 9))
  return {
    editor: `studieadministratie@${opleider.orgUnitId}.example`,
    format: 'EDU-DEX 3.1',
    generator: 'catalogus-export 2.4',
    lastEdited: bewerktOp,
    inPublication: true,
    includeInCatalog: ['rio', 'rio/stap'],
    programAdmission: { applicationOpen: true, applicationType: 'individual', maxNumberOfParticipants: thuis ? 200 : toeval.between(8, 20), paymentDue: 'up-front', startDateDetermination: 'fixed starting date' },
    programClassification: {
      degree: bewijs,
      orgUnitId: opleider.orgUnitId,
      fullyOnline: vorm === 'online',
      programDuration: dagen > 13 ? { weeks: Math.round(dagen / 7) } : { days: dagen },
      programForm: FORM[vorm],
      programId,
      programLevel: niveau,
      programLocation: opleider.plaatsen.map((plaats) => ({ description: plaats })),
      programType: TYPE[vorm],
      ...(vak.sector === undefined ? {} : { targetSector: [vak.sector] }),
      ...(vak.theme === undefined ? {} : { theme: [vak.theme] }),
    },
    // What no theme of EDU-DEX expresses, in the field that it leaves free.
    programFree: { ...(vak.theme === undefined && vak.sector === undefined ? { rioCategorie: vak.categorie } : {}), ...kindOf(opleider, opleiding) },
    ...acknowledgements(opleider, opleiding),
    programContacts: { contactData: [{ contactName: 'Studieadvies', role: 'informatie', email: `studie@${opleider.orgUnitId}.example` }] },
    programCurriculum: { instructionLanguage: [{ languageCode: 'nl', percentage: 100 }], studyLoad: { program: uren } },
    programDescriptions: {
      programName: { nl: titel },
      programSummaryText: { nl: samenvatting },
      programDescriptionText: { nl: [samenvatting, VORM_ZIN[vorm], `Reken op ongeveer ${String(uren)} uur studie.`, BEWIJS_ZIN[bewijs], vak.voorWie].join(' ') },
      webLink: { nl: `https://www.${opleider.orgUnitId}.example/opleidingen/${programId.toLowerCase()}` },
    },
    programSchedule: {
      genericProgramRun: { contactHoursPartOfDay: DAGDEEL[vorm], cost: costsOf(opleider, opleiding, toeval) },
      programRun: opleiding.starts.map((start, index) => toRun(opleider, opleiding, { start, index })),
    },
  }
}

/** The kind of scholing, where it is not an ordinary course: EVC at a recognised provider, a part of a programme that OCW recognises. */
function kindOf(opleider: DemoOpleider, { aanbod: { stam } }: Opleiding): { stapSoort?: string } {
  if (opleider.erkenner === 'evc') return { stapSoort: 'evc' }
  return opleider.erkenner === 'ocw' && stam[5] === 'mbo-certificaat' ? { stapSoort: 'onderdeel' } : {}
}

/** The mbo programme that a part belongs to; the code is made up, and the same for the same title. */
function acknowledgements(opleider: DemoOpleider, { aanbod: { stam } }: Opleiding): object {
  if (opleider.erkenner !== 'ocw' || stam[5] !== 'mbo-certificaat') return {}
  const [naam = ''] = stam[0].split(',')
  const code = [...naam].reduce((som, letter) => (som * 31 + letter.charCodeAt(0)) % 900, 7)
  return { programExternalAcknowledgements: { creboRegistration: [{ creboCode: String(25_100 + code), creboName: { nl: naam.replace('*', '').trim() } }] } }
}

function toRun(opleider: DemoOpleider, { programId, vorm, aanbod: { stam } }: Opleiding, { start, index }: { start: PlainDate; index: number }) {
  const plaats = opleider.plaatsen[index % opleider.plaatsen.length] ?? opleider.plaatsen[0]
  const adres = plaats === undefined || vorm === 'online' || vorm === 'zelf' ? undefined : adresIn(opleider, plaats)
  return {
    id: `${programId}.${start.replaceAll('-', '')}.${String(index + 1)}`,
    startDate: { date: start, isFinal: true },
    endDate: { date: addDays(start, stam[3] - 1), isFinal: true },
    status: 'application opened',
    ...(adres === undefined ? { fullyOnline: vorm === 'online' } : { location: { address: `${adres.straat} ${adres.huisnummer}`, city: adres.plaats, zipcode: adres.postcode, country: 'nl' } }),
  }
}

/** Lessons, examination and books as the law pays them; lunch and registration as it does not. */
function costsOf(opleider: DemoOpleider, { prijs, aanbod: { stam }, vorm }: Opleiding, toeval: Toeval) {
  const cost = (id: string, costType: string, euros: number, isRequiredCost = true) => ({
    id, amount: `${String(Math.floor(euros))}.${String(Math.round((euros % 1) * 100)).padStart(2, '0')}`, amountIsFinal: true, amountVAT: '0.00', costType, currency: 'EUR', isRequiredCost,
  })
  // The mapping error that really happened: everything is booked as location, so nothing is subsidiable.
  if (opleider.fout === 'nooit-subsidiabel') return [cost('prijs', 'location', prijs)]
  const examen = stam[5] === 'diploma' && prijs > 300 ? toeval.pick([75, 95, 125, 145]) : 0
  const boeken = prijs > 500 && toeval.chance(0.45) ? toeval.pick([35, 45, 60, 85, 110]) : 0
  const inschrijving = toeval.chance(0.08) && prijs > 400 ? 25 : 0
  return [
    cost('lesgeld', 'tuition fee', prijs - examen - boeken - inschrijving),
    ...(examen > 0 ? [cost('examen', 'examination', examen)] : []),
    ...(boeken > 0 ? [cost('boeken', 'study material', boeken)] : []),
    ...(inschrijving > 0 ? [cost('inschrijving', 'registration fee', inschrijving)] : []),
    ...(vorm === 'klas' && toeval.chance(0.3) ? [cost('lunch', 'lunch', 17.5, false)] : []),
  ]
}
