import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { BeoordelingFeiten, Controle, ControleNaam } from '@/lib/beschikking/model'
import { calculateVoorstel, runControles } from '@/lib/beschikking/rules/voorstel'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

const DAG = plainDate('2022-11-01')

function feiten(changes: Partial<BeoordelingFeiten> = {}): BeoordelingFeiten {
  return {
    aanvraagDag: DAG,
    beginTijdvak: DAG,
    persoon: { soort: 'gevonden', waarde: { achternaam: 'de Vries', geboortedatum: plainDate('1988-04-12') } },
    verzekeringen: { soort: 'gevonden', waarde: [{ van: plainDate('2010-01-01'), tot: null }] },
    verleningenDitJaar: 0,
    uitgeslotenTot: null,
    bewijs: {
      status: 'gebruikt', isVervalst: false, achternaam: 'de Vries', geboortedatum: plainDate('1988-04-12'), startdatum: plainDate('2022-12-05'), gevraagdCent: cent(93_950),
      opleiderId: 'o', opleidingId: 'p', scholingsactiviteitId: 's',
    },
    aanvraag: { opleiderId: 'o', opleidingId: 'p', scholingsactiviteitId: 's', bedragCent: cent(93_950) },
    register: { subsidiabelCent: cent(100_000), niveau: 'MBO-2', waardedocument: 'CERTIFICAAT', nietAanvraagbaar: [], maatregel: null },
    regeling: makeRegeling(REGELING_PARAMETERS, DAG),
    waarden: {
      minimumleeftijd: 18, verzekerdeMaanden: 6, verzekerdTotMaanden: 3, maximumCent: cent(100_000), verleningenPerJaar: 1,
      vroegsteStart: plainDate('2022-11-29'), laatsteStart: plainDate('2023-03-31'), aanwezigheidProcent: 80,
    },
    ...changes,
  }
}

function check(naam: ControleNaam, changes: Partial<BeoordelingFeiten>): Pick<Controle, 'uitkomst' | 'grond' | 'hard'> {
  const controle = runControles(feiten(changes)).find((one) => one.controle === naam)
  if (controle === undefined) throw new Error(`no ${naam}`)
  const { uitkomst, grond, hard } = controle
  return { uitkomst, hard, ...(grond === undefined ? {} : { grond }) }
}

const geboren = (dag: string | null, opBewijs = dag) => ({
  persoon: { soort: 'gevonden' as const, waarde: { achternaam: 'de Vries', geboortedatum: dag === null ? null : plainDate(dag) } },
  bewijs: { ...feiten().bewijs, ...(opBewijs === null ? {} : { geboortedatum: plainDate(opBewijs) }) },
})

describe('art. 5 lid 2 onder a: leeftijd op de dag van de aanvraag', () => {
  test.each([
    ['op de dag van de aanvraag achttien geworden', geboren('2004-11-01'), { uitkomst: 'voldoet', hard: true }],
    ['morgen achttien', geboren('2004-11-02'), { uitkomst: 'voldoet-niet', grond: 'te-jong', hard: true }],
    ['een dag voor de AOW-leeftijd van 66 jaar en 7 maanden', geboren('1956-04-02'), { uitkomst: 'voldoet', hard: true }],
    ['op de dag van de AOW-leeftijd', geboren('1956-04-01'), { uitkomst: 'voldoet-niet', grond: 'aow-leeftijd-bereikt', hard: true }],
    ['te jong volgens de BRP, niet volgens het bewijs: eerst vragen (Awb 4:7)', geboren('2004-11-02', '1988-04-12'), { uitkomst: 'voldoet-niet', grond: 'te-jong', hard: false }],
    ['de BRP kent alleen het jaar', geboren(null), { uitkomst: 'onbekend', hard: false }],
    ['de BRP kent de persoon niet', { persoon: { soort: 'niet-gevonden' as const } }, { uitkomst: 'onbekend', hard: false }],
    ['de BRP antwoordt niet', { persoon: { soort: 'antwoordt-niet' as const } }, { uitkomst: 'onbekend', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('leeftijd', changes)).toEqual(verwacht)
  })
})

describe('art. 5 lid 2 onder c: zes maanden verzekerd tussen 27 en 3 maanden voor het tijdvak', () => {
  const periode = (van: string, tot: string | null) => ({ verzekeringen: { soort: 'gevonden' as const, waarde: [{ van: plainDate(van), tot: tot === null ? null : plainDate(tot) }] } })
  test.each([
    ['precies zes maanden voor het einde van het venster', periode('2022-02-01', '2022-08-01'), { uitkomst: 'voldoet', hard: false }],
    ['een dag te kort', periode('2022-02-02', '2022-08-01'), { uitkomst: 'voldoet-niet', grond: 'niet-verzekerd', hard: false }],
    ['wel zes maanden, maar na het venster', periode('2022-06-01', null), { uitkomst: 'voldoet-niet', grond: 'niet-verzekerd', hard: false }],
    ['nooit verzekerd', { verzekeringen: { soort: 'gevonden' as const, waarde: [] } }, { uitkomst: 'voldoet-niet', grond: 'niet-verzekerd', hard: false }],
    ['de SVB antwoordt niet', { verzekeringen: { soort: 'antwoordt-niet' as const } }, { uitkomst: 'onbekend', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('verzekerd', changes)).toEqual(verwacht)
  })
})

describe('I4 en art. 14: één verlening per jaar, en niet uitgesloten', () => {
  test.each([
    ['een verlening dit jaar', 'een-per-jaar', { verleningenDitJaar: 1 }, { uitkomst: 'voldoet-niet', grond: 'al-toegekend', hard: true }],
    ['geen verlening dit jaar', 'een-per-jaar', {}, { uitkomst: 'voldoet', hard: true }],
    ['uitgesloten tot en met de dag van de aanvraag', 'niet-uitgesloten', { uitgeslotenTot: plainDate('2022-11-02') }, { uitkomst: 'voldoet-niet', grond: 'uitgesloten', hard: false }],
    ['de uitsluiting is net voorbij', 'niet-uitgesloten', { uitgeslotenTot: DAG }, { uitkomst: 'voldoet', hard: false }],
  ] as const)('%s', (_, naam, changes, verwacht) => {
    expect(check(naam, changes)).toEqual(verwacht)
  })
})

describe('art. 12: het risico op studiefinanciering gaat naar een mens, nooit naar een afwijzing', () => {
  const jong = geboren('1995-01-01')
  const register = (niveau: string | null, waardedocument: string | null) => ({ register: { ...feiten().register, niveau, waardedocument } })
  test.each([
    ['27 jaar en een mbo-diploma', { ...jong, ...register('MBO-4', 'DIPLOMA') }, 'onbekend'],
    ['27 jaar en een certificaat', { ...jong, ...register('MBO-4', 'CERTIFICAAT') }, 'voldoet'],
    ['27 jaar en een cursus zonder niveau', { ...jong, ...register(null, null) }, 'voldoet'],
    ['op de dag van de aanvraag dertig, met een hbo-diploma', { ...geboren('1992-11-01'), ...register('HBO-BA', 'DIPLOMA') }, 'voldoet'],
    ['morgen dertig, met een hbo-diploma', { ...geboren('1992-11-02'), ...register('HBO-BA', 'DIPLOMA') }, 'onbekend'],
    ['onbekende leeftijd, met een hbo-diploma', { ...geboren(null), ...register('HBO-BA', 'DIPLOMA') }, 'onbekend'],
  ])('%s', (_, changes, uitkomst) => {
    expect(check('studiefinanciering', changes)).toEqual({ uitkomst, hard: false })
  })
})

describe('het aanmeldbewijs hoort bij deze persoon en één op één bij het register', () => {
  const bewijs = (changes: Partial<BeoordelingFeiten['bewijs']>) => ({ bewijs: { ...feiten().bewijs, ...changes } })
  const anders = { uitkomst: 'voldoet-niet', grond: 'aanmeldbewijs-klopt-niet', hard: false }
  test.each([
    ['een lager bedrag dan in het register mag', bewijs({ gevraagdCent: cent(50_000) }), { uitkomst: 'voldoet', hard: false }],
    ['een hoger bedrag niet', bewijs({ gevraagdCent: cent(100_001) }), anders],
    ['een bewijs dat na de ondertekening is veranderd niet', bewijs({ isVervalst: true }), anders],
    ['een andere scholingsactiviteit', bewijs({ scholingsactiviteitId: 'x' }), anders],
    ['een andere opleiding', bewijs({ opleidingId: 'x' }), anders],
    ['een andere opleider', bewijs({ opleiderId: 'x' }), anders],
    ['een ingetrokken bewijs', bewijs({ status: 'ingetrokken' }), anders],
    ['een andere geboortedatum dan de BRP', bewijs({ geboortedatum: plainDate('1988-04-13') }), anders],
    ['een andere achternaam dan de BRP', bewijs({ achternaam: 'Bakker' }), anders],
    ['dezelfde achternaam zonder spatie en met hoofdletters', bewijs({ achternaam: 'DeVries' }), { uitkomst: 'voldoet', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('aanmeldbewijs', changes)).toEqual(verwacht)
  })
})

describe('art. 12 lid 1 onder e en f: de scholing is aan te vragen', () => {
  const register = (changes: Partial<BeoordelingFeiten['register']>) => ({ register: { ...feiten().register, ...changes } })
  test.each([
    ['geen bezwaar', {}, { uitkomst: 'voldoet', hard: false }],
    ['in onderzoek', register({ maatregel: 'in-onderzoek' }), { uitkomst: 'onbekend', hard: false }],
    ['verwijderd', register({ maatregel: 'verwijderd' }), { uitkomst: 'voldoet-niet', grond: 'opleider-verwijderd', hard: false }],
    ['geannuleerd', register({ nietAanvraagbaar: ['activiteit-geannuleerd'] }), { uitkomst: 'voldoet-niet', grond: 'niet-in-register', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('aanvraagbaar', changes)).toEqual(verwacht)
  })
})

describe('art. 5 lid 3: de start ligt in het venster', () => {
  const start = (dag: string) => ({ bewijs: { ...feiten().bewijs, startdatum: plainDate(dag) } })
  test.each([
    ['vier weken na de aanvraag', start('2022-11-29'), { uitkomst: 'voldoet', hard: true }],
    ['een dag eerder', start('2022-11-28'), { uitkomst: 'voldoet-niet', grond: 'start-te-vroeg', hard: true }],
    ['de laatste dag', start('2023-03-31'), { uitkomst: 'voldoet', hard: true }],
    ['een dag later: kan nodig zijn (onder b)', start('2023-04-01'), { uitkomst: 'voldoet-niet', grond: 'start-te-laat', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('start', changes)).toEqual(verwacht)
  })
})

describe('art. 4: het bedrag', () => {
  const bedrag = (aantal: number, subsidiabel = 200_000) => ({ aanvraag: { ...feiten().aanvraag, bedragCent: cent(aantal) }, register: { ...feiten().register, subsidiabelCent: cent(subsidiabel) } })
  test.each([
    ['€ 1.000 mag', bedrag(100_000), { uitkomst: 'voldoet', hard: false }],
    ['een cent meer niet', bedrag(100_001), { uitkomst: 'voldoet-niet', grond: 'bedrag-te-hoog', hard: false }],
    ['meer dan de kosten in het register niet', bedrag(50_001, 50_000), { uitkomst: 'voldoet-niet', grond: 'bedrag-te-hoog', hard: false }],
  ])('%s', (_, changes, verwacht) => {
    expect(check('bedrag', changes)).toEqual(verwacht)
  })
})

describe('wat de controles samen betekenen (Awb 4:7)', () => {
  const voorstel = (changes: Partial<BeoordelingFeiten> = {}) => calculateVoorstel(runControles(feiten(changes)))

  test('alles voldoet: verlenen', () => {
    expect(voorstel()).toEqual({ soort: 'verlenen' })
  })

  test('één hard feit is genoeg om af te wijzen, ook als iets anders onbekend is', () => {
    expect(voorstel({ ...geboren('2004-11-02'), verzekeringen: { soort: 'antwoordt-niet' } })).toEqual({ soort: 'afwijzen', gronden: ['te-jong'] })
  })

  test('twee harde feiten geven twee gronden', () => {
    expect(voorstel({ ...geboren('2004-11-02'), verleningenDitJaar: 1 })).toEqual({ soort: 'afwijzen', gronden: ['te-jong', 'al-toegekend'] })
  })

  test('wat niet zeker is gaat naar een mens, met alle redenen', () => {
    expect(voorstel({ persoon: { soort: 'antwoordt-niet' }, verzekeringen: { soort: 'gevonden', waarde: [] } })).toEqual({
      soort: 'voorleggen', redenen: ['leeftijd', 'verzekerd', 'aanmeldbewijs'], gronden: ['niet-verzekerd'],
    })
  })
})
