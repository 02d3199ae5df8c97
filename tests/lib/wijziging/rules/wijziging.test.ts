import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { calculateTermijnen, checkMelding, checkWissel, findSoorten, isVaak } from '@/lib/wijziging/rules/wijziging'

const oud = { startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-01-27'), plaats: 'Utrecht', opleidingsvorm: 'KLASSIKAAL' }
const nieuw = { ...oud, startdatum: plainDate('2022-12-12') }
const parameter = { antwoordWerkdagen: 10, wisselDagen: 28, vaakVanaf: 3 }

describe('de opleider meldt een wijziging van datum, plaats of vorm', () => {
  test('wat er anders is', () => {
    expect(findSoorten(oud, { ...oud, einddatum: plainDate('2023-02-03'), plaats: null, opleidingsvorm: 'ONLINE' })).toEqual(['datum', 'plaats', 'vorm'])
    expect(findSoorten(oud, oud)).toEqual([])
  })
  const feiten = { isVerleend: true, isVoorgelegd: false, oud, nieuw, vandaag: plainDate('2022-11-21') }
  test.each([
    ['voor de start', {}, []],
    ['op de dag van de start kan nog', { vandaag: plainDate('2022-12-05') }, []],
    ['zonder verlening', { isVerleend: false, isVoorgelegd: true }, ['niet-verleend']],
    ['na de start, terwijl er al een vraag ligt', { vandaag: plainDate('2022-12-06'), isVoorgelegd: true }, ['wacht-op-burger', 'al-begonnen']],
    ['niets anders', { nieuw: oud }, ['niets-gewijzigd']],
    ['een einde voor het begin', { nieuw: { ...nieuw, einddatum: plainDate('2022-12-01') } }, ['einde-voor-begin']],
    ['naar een dag die voorbij is', { nieuw: { ...oud, startdatum: plainDate('2022-11-20') } }, ['nieuwe-datum-voorbij']],
  ] as const)('%s', (_, over, beletsels) => { expect(checkMelding({ ...feiten, ...over })).toEqual(beletsels) })
})

describe('de termijnen: werkdagen om te antwoorden, kalenderdagen om te wisselen', () => {
  test('tien werkdagen na maandag 21 november is maandag 5 december', () => {
    expect(calculateTermijnen(plainDate('2022-11-21'), parameter)).toEqual({ antwoordUiterlijkOp: '2022-12-05', wisselUiterlijkOp: '2022-12-19' })
  })
  test('feestdagen tellen niet mee, en wisselen kan nooit korter dan antwoorden', () => {
    expect(calculateTermijnen(plainDate('2022-12-20'), { ...parameter, wisselDagen: 7 })).toEqual({ antwoordUiterlijkOp: '2023-01-04', wisselUiterlijkOp: '2023-01-04' })
  })
})

describe('art. 4 en 5 lid 3: wisselen naar een andere scholing', () => {
  const feiten = {
    status: 'voorgelegd', vandaag: plainDate('2022-11-22'), wisselUiterlijkOp: plainDate('2022-12-19'), gevraagdCent: 93_950, toegekendCent: 93_950,
    startdatum: plainDate('2023-01-09'), laatsteStart: plainDate('2023-03-31'), isZelfde: false,
  } as const
  test.each([
    ['binnen de termijn en het venster', {}, []],
    ['ook na een weigering', { status: 'geweigerd', startdatum: plainDate('2023-03-31') }, []],
    ['niet na een ja', { status: 'aanvaard' }, ['al-beantwoord']],
    ['niet na de termijn', { vandaag: plainDate('2022-12-20') }, ['termijn-voorbij']],
    ['nooit voor meer dan is toegekend', { gevraagdCent: 93_951 }, ['bedrag-hoger-dan-toegekend']],
    ['wel voor minder', { gevraagdCent: 93_949 }, []],
    ['niet na het venster, en niet naar dezelfde', { startdatum: plainDate('2023-04-01'), isZelfde: true }, ['start-te-laat', 'zelfde-scholing']],
    ['niet naar wat al begon', { startdatum: plainDate('2022-11-22') }, ['start-te-vroeg']],
  ] as const)('%s', (_, over, beletsels) => { expect(checkWissel({ ...feiten, ...over })).toEqual(beletsels) })
  test('vanaf drie wijzigingen kijkt de Toetsingskamer mee', () => {
    expect([isVaak(2, parameter), isVaak(3, parameter)]).toEqual([false, true])
  })
})
