import { cent } from '@/lib/base/money'
import { plainDate } from '@/lib/base/date'
import { AANVRAAG_STATUSSEN } from '@/lib/aanvraag/model'
import type { OntvangstData } from '@/scripts/poort/paginas/ontvangst'
import type { StoringData } from '@/scripts/poort/paginas/storing'
import type { WachtkamerData } from '@/scripts/poort/paginas/wachtkamer-data'

/** Every state that the pages of the poort can be in, with the figures of 1 November 2022. */

const OPENT = new Date('2022-11-01T10:00:00+01:00')
const VOOR = new Date('2022-11-01T09:41:12+01:00')
const NU = new Date('2022-11-01T10:07:30+01:00')

const STAND: WachtkamerData['stand'] = {
  code: '2022-V', modus: 'volgorde', toestand: 'open', nu: 18_400, perMinuut: 3_600, wachtend: 141_600, uitgegeven: 160_000,
  overCent: { algemeen: 3_512_000_000, werkplein: 98_000_000 }, reiktTot: 68_731, opentOp: OPENT, sluitOp: new Date('2022-12-01T00:00:00+01:00'),
  melding: null, heropentOp: null, ronde: 1, geloot: true, zaadHash: '5b8f2f0c9f0d5f1f4a7f9cc1e2b7a8d4c3f0e1d2b3a495867768594a3b2c1d0e',
  zaad: '00', lijstHash: 'aa', aantalVoor: 159_000, gemetenOp: NU,
}

const TIJDVAK: WachtkamerData['tijdvak'] = {
  code: '2022-V', naam: 'vijfde tijdvak van 2022', kamerOpentOp: new Date('2022-10-31T10:00:00+01:00'), reserveTot: new Date('2022-12-15T00:00:00+01:00'),
  compartimenten: [{ code: 'algemeen', naam: 'Algemeen budget', plafondCent: 4_850_000_000 }, { code: 'werkplein', naam: 'Via een werkplein', plafondCent: 100_000_000 }],
}

const GEREED = { wie: 'Ingelogd met DigiD', aanvraag: { kenmerk: 'STAP-0000123-44', titel: 'Heftruckcertificaat', stand: 'gereed' } } as const
const CONCEPT = { wie: 'Ingelogd met DigiD', aanvraag: { kenmerk: 'STAP-0000123-44', titel: 'Arbeidsmarktcommunicatie en arbeidsverzuimbegeleiding', stand: 'concept' } } as const
const ZONDER = { wie: 'Ingelogd met DigiD', aanvraag: undefined } as const
const NUMMER = { nummer: 4_812, lot: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', plaats: null }
const PLAATS = { ...NUMMER, plaats: 61_840 }

function kamer(wijziging: Partial<WachtkamerData> = {}, stand: Partial<WachtkamerData['stand']> = {}): WachtkamerData {
  return { nu: NU, tijdvak: TIJDVAK, bezoeker: GEREED, plaats: PLAATS, ...wijziging, stand: { ...STAND, ...stand } }
}

const DICHT = { toestand: 'voor', nu: 0, ronde: 0, geloot: false, zaadHash: null, uitgegeven: 0, wachtend: 0, reiktTot: null } as const
const VOORAF = { toestand: 'voor', nu: 0, geloot: false, zaad: null, lijstHash: null, aantalVoor: null, overCent: { algemeen: 4_850_000_000, werkplein: 100_000_000 }, reiktTot: null, gemetenOp: VOOR } as const
const OP = { toestand: 'uitgeput', nu: 47_000, overCent: { algemeen: 0, werkplein: 0 } } as const

export const KAMERS: Readonly<Record<string, WachtkamerData>> = {
  'loting': kamer({ plaats: undefined }, { modus: 'loting', ronde: 0 }),
  'dicht': kamer({ nu: new Date('2022-10-25T12:00:00+02:00'), plaats: undefined, bezoeker: undefined }, DICHT),
  'dicht-bijna': kamer({ nu: new Date('2022-10-31T10:00:01+01:00'), plaats: undefined, bezoeker: CONCEPT }, DICHT),
  'inloggen-voor': kamer({ nu: VOOR, plaats: undefined, bezoeker: undefined }, VOORAF),
  'inloggen-open': kamer({ plaats: undefined, bezoeker: undefined }),
  'neem-plaats-voor': kamer({ nu: VOOR, plaats: undefined }, VOORAF),
  'neem-plaats-open': kamer({ plaats: undefined, bezoeker: CONCEPT }),
  'verlaten': kamer({ plaats: undefined, isVerlaten: true }),
  'met-plaats-klaar': kamer({ nu: VOOR, plaats: NUMMER }, VOORAF),
  'met-plaats-niet-klaar': kamer({ nu: VOOR, plaats: NUMMER, bezoeker: CONCEPT }, VOORAF),
  'met-plaats-zonder-aanvraag': kamer({ nu: VOOR, plaats: NUMMER, bezoeker: ZONDER }, VOORAF),
  'met-plaats-uitgelogd': kamer({ nu: VOOR, plaats: NUMMER, bezoeker: undefined }, VOORAF),
  'met-plaats-heropend': kamer({ nu: VOOR, plaats: NUMMER }, { ...VOORAF, ronde: 2, heropentOp: OPENT }),
  'loten': kamer({ nu: OPENT, plaats: NUMMER }, { nu: 0, geloot: false }),
  'wachten-wel': kamer({ plaats: { ...NUMMER, plaats: 19_641 } }),
  'wachten-onzeker': kamer(),
  'wachten-niet': kamer({ plaats: { ...NUMMER, plaats: 148_020 } }),
  'wachten-onbekend': kamer({}, { reiktTot: null, nu: 0 }),
  'wachten-niet-klaar': kamer({ bezoeker: CONCEPT, plaats: { ...NUMMER, plaats: 18_402 } }),
  'wachten-uitgelogd': kamer({ bezoeker: undefined }),
  'wachten-geweigerd': kamer({ geweigerd: ['U bent nog niet aan de beurt. Uw plaats blijft van u.'] }),
  'beurt': kamer({ plaats: { ...NUMMER, plaats: 18_400 } }),
  'beurt-geweigerd': kamer({ plaats: { ...NUMMER, plaats: 100 }, geweigerd: ['Uw aanvraag is niet compleet. Open de aanvraag om te zien wat er nog moet gebeuren.'] }),
  'beurt-niet-klaar': kamer({ plaats: { ...NUMMER, plaats: 100 }, bezoeker: CONCEPT }),
  'beurt-zonder-aanvraag': kamer({ plaats: { ...NUMMER, plaats: 100 }, bezoeker: ZONDER }),
  'beurt-uitgelogd': kamer({ plaats: { ...NUMMER, plaats: 100 }, bezoeker: undefined }),
  'pauze': kamer({}, { toestand: 'pauze', melding: 'Inloggen met DigiD gaat nu langzaam. We wachten tot iedereen weer kan inloggen. Om 10.30 uur vertellen we meer.' }),
  'pauze-zonder-plaats': kamer({ plaats: undefined }, { toestand: 'pauze' }),
  'uitgeput': kamer({ opReservelijst: 1_204 }, OP),
  'uitgeput-beurt': kamer({ plaats: { ...NUMMER, plaats: 46_000 }, opReservelijst: 1 }, OP),
  'uitgeput-zonder-reserve': kamer({ tijdvak: { ...TIJDVAK, reserveTot: null } }, OP),
  'uitgeput-niet-klaar': kamer({ bezoeker: CONCEPT }, OP),
  'uitgeput-uitgelogd': kamer({ bezoeker: undefined, plaats: undefined }, OP),
  'gesloten': kamer({ nu: new Date('2022-12-02T12:00:00+01:00') }, { toestand: 'gesloten' }),
  'ingediend': kamer({ bezoeker: { ...GEREED, aanvraag: { ...GEREED.aanvraag, stand: 'ingediend' } } }),
}

function ontvangst(wijziging: Partial<OntvangstData> = {}): OntvangstData {
  return {
    kenmerk: 'STAP-0000123-44', titel: 'Heftruckcertificaat', opleider: 'Logistiek Opleidingscentrum Noord', bedragCent: cent(93_950), volgnummer: 4_812,
    ontvangenOp: new Date('2022-11-01T10:07:05.412+01:00'), status: 'ingediend', isFormeel: false, beslisUiterlijkOp: plainDate('2022-11-29'),
    tijdvak: { naam: 'vijfde tijdvak van 2022', modus: 'volgorde', reserveTot: new Date('2022-12-15T00:00:00+01:00') }, ...wijziging,
  }
}

const NA_INDIENEN = AANVRAAG_STATUSSEN.filter((status) => status !== 'concept' && status !== 'gereed')

export const ONTVANGSTEN: Readonly<Record<string, OntvangstData>> = {
  ...Object.fromEntries(NA_INDIENEN.map((status) => [status, ontvangst({ status })])),
  'formeel': ontvangst({ isFormeel: true }),
  'formeel-geweigerd': ontvangst({ isFormeel: true, status: 'niet-toegewezen' }),
  'in-loting': ontvangst({ tijdvak: { naam: 'vijfde tijdvak van 2022', modus: 'loting', reserveTot: null }, lot: '9a0b1c2d3e4f5061728394a5b6c7d8e9' }),
  'in-pauze': ontvangst({ pauze: 'Wij zoeken een storing uit. Kijk om 11.00 uur weer.' }),
}

export const STORINGEN: Readonly<Record<string, StoringData>> = {
  'web': { oorzaak: 'web', pad: '/mijn', probeerOverS: 15, sinds: NU },
  'wachtkamer': { oorzaak: 'wachtkamer', pad: '/wachtkamer/2022-V', probeerOverS: 20 },
  'te-druk': { oorzaak: 'te-druk', pad: '/wachtkamer/2022-V', probeerOverS: 75, sinds: NU },
}
