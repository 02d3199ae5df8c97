import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { makeRegeling } from '@/lib/regeling/rules/op-datum'
import { toRentevoeten } from '@/lib/regeling/rules/wettelijke-rente'
import type { VorderingMutatie } from '@/lib/vordering/model'
import { aanmaningsvergoeding, volgendeStap, type Invordering } from '@/lib/vordering/rules/aanmaning'
import { beoordeelTermijnen, checkVoorstel, findVoorlegRedenen, laagsteTermijn, makeTermijnen, type Voorstel } from '@/lib/vordering/rules/betalingsregeling'
import { findBetalingskenmerken } from '@/lib/vordering/rules/kenmerk'
import { checkAfboeking, mandaatVan } from '@/lib/vordering/rules/mandaat'
import { berekenVorderingsrente, describeRente, isRenteVerschuldigd } from '@/lib/vordering/rules/rente'
import { statusNaOntvangst } from '@/lib/vordering/rules/status'
import { calculateAanmaningVervaldag, calculateVerjaring, calculateVervaldag, stuitVerjaring, verkortVerjaring, verlengVerjaring } from '@/lib/vordering/rules/termijn'
import { renteOpTerugbetaling, verlaag } from '@/lib/vordering/rules/terugbetaling'
import { rekenToe } from '@/lib/vordering/rules/toerekening'
import { magVerrekenen, type TeVerrekenen } from '@/lib/vordering/rules/verrekenen'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

const d = plainDate
const c = cent
const regeling = makeRegeling(REGELING_PARAMETERS, d('2024-12-31'))
const voeten = toRentevoeten(regeling.historie('wettelijke-rente'))
const open = (hoofdsom: number, kosten = 0) => ({ hoofdsom: c(hoofdsom), kosten: c(kosten) })

describe('termijnen', () => {
  test('Awb 4:87: zes weken na de brief; een einde op tweede kerstdag schuift naar de eerste werkdag (Atw 1)', () => {
    expect(calculateVervaldag(d('2022-11-21'), regeling)).toBe('2023-01-02')
    expect(calculateVervaldag(d('2022-11-14'), regeling)).toBe('2022-12-27')
  })

  test('Awb 4:112: twee weken na de aanmaning', () => {
    expect(calculateAanmaningVervaldag(d('2023-01-03'), regeling)).toBe('2023-01-17')
  })

  test('Awb 4:104: verjaring vijf jaar na de termijn, ook op een zondag (Atw 4)', () => {
    expect(calculateVerjaring(d('2023-01-02'), { jaren: 5 })).toBe('2028-01-02')
  })

  test('Awb 4:105, 4:106, 4:110: stuiten geeft een nieuwe termijn van vijf jaar, en nooit een kortere', () => {
    expect(stuitVerjaring(d('2028-01-02'), d('2024-03-01'), { jaren: 5 })).toBe('2029-03-01')
    expect(stuitVerjaring(d('2030-01-02'), d('2024-03-01'), { jaren: 5 })).toBe('2030-01-02')
  })

  test('Awb 4:111: uitstel verlengt de termijn met zijn eigen duur', () => {
    expect(verlengVerjaring(d('2028-01-02'), { van: d('2023-01-01'), tot: d('2023-01-31') })).toBe('2028-02-01')
    expect(verlengVerjaring(d('2028-01-02'), { van: d('2023-02-01'), tot: d('2023-01-31') })).toBe('2028-01-02')
  })

  test('Awb 4:111: eindigt het uitstel eerder, dan telt alleen wat er was', () => {
    const langer = verlengVerjaring(d('2028-01-02'), { van: d('2023-01-01'), tot: d('2023-09-30') })
    expect(verkortVerjaring(langer, { van: d('2023-01-01'), was: d('2023-09-30'), wordt: d('2023-01-31') })).toBe('2028-02-01')
    // It ended before it had begun to count, and after all of it: the whole, and nothing.
    expect(verkortVerjaring(langer, { van: d('2023-01-01'), was: d('2023-09-30'), wordt: d('2022-12-15') })).toBe('2028-01-02')
    expect(verkortVerjaring(langer, { van: d('2023-01-01'), was: d('2023-09-30'), wordt: d('2023-10-15') })).toBe(langer)
  })
})

describe('aanmaningsvergoeding (Awb 4:113): € 7, vanaf een schuld van € 500 € 16', () => {
  test.each([[1, 700], [49_999, 700], [50_000, 1_600], [100_000, 1_600]])('%i cent: %i cent', (schuld, vergoeding) => {
    expect(aanmaningsvergoeding(c(schuld), regeling.get('aanmaning'))).toBe(vergoeding)
  })
})

describe('de volgende stap van het innen', () => {
  const basis: Invordering = {
    status: 'open', open: open(93_950), vervaltOp: d('2023-01-02'), herinnerdOp: null, aangemaandOp: null, aanmaningVervaltOp: null, renteVastgesteldOp: null, uitstelTot: null, overdracht: null, isRegeling: false,
  }
  const stap = (vandaag: string, over: Partial<Invordering> = {}) => volgendeStap({ ...basis, ...over }, d(vandaag), { dagenVoorEinde: 7 })

  test('de herinnering komt in de laatste zeven dagen van de termijn, één keer', () => {
    expect(stap('2022-12-26')).toBeUndefined()
    expect(stap('2022-12-27')).toBe('herinner')
    expect(stap('2023-01-02')).toBe('herinner')
    expect(stap('2023-01-02', { herinnerdOp: d('2022-12-27') })).toBeUndefined()
  })

  test('Awb 4:112: de aanmaning komt pas na de termijn, één keer, ook als er niet is herinnerd', () => {
    expect(stap('2023-01-03')).toBe('maan-aan')
    expect(stap('2023-01-03', { aangemaandOp: d('2023-01-03'), aanmaningVervaltOp: d('2023-01-17') })).toBeUndefined()
  })

  test('na de aanmaning beslist een mens over de gerechtsdeurwaarder; het systeem draagt nooit zelf over', () => {
    const aangemaand = { aangemaandOp: d('2023-01-03'), aanmaningVervaltOp: d('2023-01-17') }
    expect(stap('2023-01-17', aangemaand)).toBeUndefined()
    expect(stap('2023-01-18', aangemaand)).toBe('leg-overdracht-voor')
    expect(stap('2023-01-18', { ...aangemaand, overdracht: 'voorgelegd' })).toBeUndefined()
  })

  test('Awb 4:112: rente die na de aanmaning is vastgesteld krijgt een eigen aanmaning, als haar termijn voorbij is', () => {
    const metRente = { open: open(0, 2_500), aangemaandOp: d('2023-01-03'), aanmaningVervaltOp: d('2023-01-17'), renteVastgesteldOp: d('2023-09-01'), uitstelTot: d('2023-10-13') }
    expect(stap('2023-10-13', metRente)).toBeUndefined()
    expect(stap('2023-10-14', metRente)).toBe('maan-aan')
    expect(stap('2023-10-29', { ...metRente, aangemaandOp: d('2023-10-14'), aanmaningVervaltOp: d('2023-10-28') })).toBe('leg-overdracht-voor')
  })

  test('Awb 4:94: tijdens een regeling of uitstel wordt niet geïnd; wat betaald of ingetrokken is ook niet', () => {
    expect(stap('2023-01-03', { isRegeling: true })).toBeUndefined()
    expect(stap('2023-01-03', { uitstelTot: d('2023-01-03') })).toBeUndefined()
    expect(stap('2023-01-04', { uitstelTot: d('2023-01-03') })).toBe('maan-aan')
    expect(stap('2023-01-03', { open: open(0) })).toBeUndefined()
    expect(stap('2023-01-03', { status: 'ingetrokken' })).toBeUndefined()
  })
})

describe('toerekening (Awb 4:92, BW 6:44): eerst kosten en rente, dan de hoofdsom', () => {
  test.each([
    [500, open(93_950, 1_600), { kosten: 500, hoofdsom: 0, teveel: 0 }],
    [10_000, open(93_950, 1_600), { kosten: 1_600, hoofdsom: 8_400, teveel: 0 }],
    [95_550, open(93_950, 1_600), { kosten: 1_600, hoofdsom: 93_950, teveel: 0 }],
    [95_551, open(93_950, 1_600), { kosten: 1_600, hoofdsom: 93_950, teveel: 1 }],
    [100, open(0), { kosten: 0, hoofdsom: 0, teveel: 100 }],
  ])('%i cent', (bedrag, openstaand, uitkomst) => {
    expect(rekenToe(c(bedrag), openstaand)).toEqual(uitkomst)
  })

  test('voldaan is het als niets meer openstaat en er geen rente meer te bepalen is', () => {
    expect(statusNaOntvangst(open(0), false)).toBe('voldaan')
    expect(statusNaOntvangst(open(0), true)).toBe('deels-voldaan')
    expect(statusNaOntvangst(open(0, 1), false)).toBe('deels-voldaan')
  })
})

describe('wettelijke rente op een vordering (Awb 4:97-4:101)', () => {
  const mutatie = (soort: VorderingMutatie['soort'], dag: string, hoofdsom: number, kosten = 0): VorderingMutatie => ({ soort, dag: d(dag), hoofdsom: c(hoofdsom), kosten: c(kosten) })
  const gesteld = mutatie('instelling', '2022-11-21', 100_000)

  test('geen rente tot en met de laatste dag van de termijn; daarna elke dag', () => {
    const tot = (dag: string) => berekenVorderingsrente({ vervaltOp: d('2023-01-02'), mutaties: [gesteld], tot: d(dag) }, voeten).bedrag
    expect(tot('2023-01-03')).toBe(0)
    // 365 days of 2023 from 3 January: 179 of 4 %, 184 of 6 %, 2 of 7 %: 100.000 x (716 + 1.104 + 14) / 36.500, the last two in a leap year.
    expect(tot('2024-01-03')).toBe(5_025)
  })

  test('een betaling verlaagt waarover wordt gerekend, vanaf de dag van de bank', () => {
    const { delen } = berekenVorderingsrente({ vervaltOp: d('2023-01-02'), mutaties: [gesteld, mutatie('ontvangst', '2023-02-02', -40_000)], tot: d('2023-03-04') }, voeten)
    expect(delen.map(({ dagen, over, procent }) => [dagen, over, procent])).toEqual([[30, 100_000, 4], [30, 60_000, 4]])
    expect(describeRente(delen)[1]).toBe('Van 02-02-2023 tot en met 03-03-2023: 30 dagen 4% per jaar over € 600.')
  })

  test('dagen van een regeling tellen niet (4:101), en minder dan € 20 is niet verschuldigd (4:98 lid 2)', () => {
    const { bedrag } = berekenVorderingsrente({ vervaltOp: d('2023-01-02'), mutaties: [gesteld], tot: d('2023-03-04') }, voeten, [{ van: d('2023-01-03'), tot: null }])
    expect(bedrag).toBe(0)
    expect(isRenteVerschuldigd(c(1_999), regeling.get('rente-drempel'))).toBe(false)
    expect(isRenteVerschuldigd(c(2_000), regeling.get('rente-drempel'))).toBe(true)
  })
})

describe('minder of niets meer terugvorderen (Awb 4:96, 4:102)', () => {
  const m = (soort: VorderingMutatie['soort'], hoofdsom: number, kosten = 0, dag = '2023-02-01'): VorderingMutatie => ({ soort, dag: d(dag), hoofdsom: c(hoofdsom), kosten: c(kosten) })
  const gesteld = m('instelling', 100_000)

  test.each<[string, number, ReturnType<typeof open>, VorderingMutatie[], [number, number], [number, number]]>([
    ['alles, niets betaald', 0, open(100_000), [gesteld], [100_000, 0], [0, 0]],
    ['alles, deel betaald met kosten', 0, open(60_000, 400), [gesteld, m('vergoeding', 0, 1_600), m('ontvangst', -40_000, -1_200)], [60_000, 400], [40_000, 1_200]],
    ['de helft, deel betaald: dat was niet te veel', 50_000, open(60_000), [gesteld, m('ontvangst', -40_000)], [50_000, 0], [0, 0]],
    ['tot € 300, € 400 betaald', 30_000, open(60_000), [gesteld, m('ontvangst', -40_000)], [60_000, 0], [10_000, 0]],
    ['twee keer lager', 30_000, open(10_000), [gesteld, m('intrekking', -50_000), m('ontvangst', -40_000)], [10_000, 0], [10_000, 0]],
  ])('%s', (...[, wordt, openstaand, mutaties, [af, afKosten], [terug, terugKosten]]) => {
    expect(verlaag({ bedrag: c(100_000), wordt: c(wordt), open: openstaand, mutaties, teruggegeven: open(0, 0) })).toEqual({ af: open(af, afKosten), terug: open(terug, terugKosten) })
  })

  test('rente over wat terug moet, vanaf de dag van ontvangst; de laatste betaling gaat het eerst terug', () => {
    const mutaties = [m('ontvangst', -40_000, 0, '2023-02-01'), m('ontvangst', -60_000, 0, '2023-03-01')]
    // 60.000 x 4 % x 31 / 365 = 203,8 and 10.000 x 4 % x 59 / 365 = 64,7
    expect(renteOpTerugbetaling({ terug: c(70_000), mutaties, teruggegeven: open(0, 0), tot: d('2023-04-01') }, voeten)).toBe(204 + 65)
    // Of the latest receipt € 500 went back before: 10.000 of it and 10.000 of the first one.
    expect(renteOpTerugbetaling({ terug: c(20_000), mutaties, teruggegeven: open(50_000), tot: d('2023-04-01') }, voeten)).toBe(34 + 65)
  })

  test('wat al eerder terugging, gaat niet nog een keer terug', () => {
    const mutaties = [gesteld, m('vergoeding', 0, 1_600), m('ontvangst', -100_000, -1_600)]
    // Paid in full, lowered to € 700 (€ 300 back), and then to € 500, and to nothing.
    const feiten = { bedrag: c(100_000), open: open(0), mutaties, teruggegeven: open(30_000) }
    expect(verlaag({ ...feiten, wordt: c(50_000) })).toEqual({ af: open(0), terug: open(20_000) })
    expect(verlaag({ ...feiten, wordt: c(0) })).toEqual({ af: open(0), terug: open(70_000, 1_600) })
  })
})

describe('betalen in termijnen (Awb 4:94)', () => {
  const parameter = regeling.get('betalingsregeling')
  const voorstel: Voorstel = { termijnCent: c(10_000), eersteOp: d('2022-12-31'), beslagvrij: 'ja', omstandigheden: null }
  const feiten = { status: 'open' as const, open: c(93_950), isRegeling: false, isOvergedragen: false, vandaag: d('2022-12-01'), voorstel }

  test('tien termijnen: negen van € 100 en de rest; 31 december wordt 31 januari en 28 februari', () => {
    const termijnen = makeTermijnen(c(93_950), voorstel)
    expect(termijnen).toHaveLength(10)
    expect(termijnen.slice(0, 3).map(({ dag }) => dag)).toEqual(['2022-12-31', '2023-01-31', '2023-02-28'])
    expect(termijnen.at(-1)).toEqual({ dag: '2023-09-30', bedrag: 3_950 })
  })

  test('een voorstel binnen de grenzen kan; alle fouten komen tegelijk', () => {
    expect(checkVoorstel(feiten, parameter)).toEqual([])
    expect(checkVoorstel({ ...feiten, voorstel: { ...voorstel, termijnCent: c(999), eersteOp: d('2022-11-30') } }, parameter)).toEqual(['termijn-te-laag', 'eerste-voorbij'])
    expect(checkVoorstel({ ...feiten, open: c(50_000), voorstel: { ...voorstel, termijnCent: c(1_000), eersteOp: d('2023-01-13') } }, parameter)).toEqual(['te-veel-termijnen', 'eerste-te-laat'])
    expect(checkVoorstel({ ...feiten, voorstel: { ...voorstel, termijnCent: c(93_951) } }, parameter)).toEqual(['termijn-te-hoog'])
    expect(checkVoorstel({ ...feiten, isOvergedragen: true }, parameter)).toEqual(['bij-deurwaarder'])
    expect(checkVoorstel({ ...feiten, status: 'voldaan' }, parameter)).toEqual(['niet-open'])
    expect(checkVoorstel({ ...feiten, isRegeling: true }, parameter)).toEqual(['loopt-al'])
  })

  test('het laagste bedrag per maand in hele euro’s: € 10, meer als het anders langer dan 36 maanden duurt, en nooit meer dan de schuld', () => {
    expect([laagsteTermijn(c(30_000), parameter), laagsteTermijn(c(80_925), parameter), laagsteTermijn(c(600), parameter)]).toEqual([1_000, 2_300, 600])
    expect(checkVoorstel({ ...feiten, open: c(80_925), voorstel: { ...voorstel, termijnCent: c(2_300) } }, parameter)).toEqual([])
  })

  test('meer tijd is één termijn; een kleine schuld mag onder het laagste bedrag', () => {
    expect(checkVoorstel({ ...feiten, voorstel: { ...voorstel, termijnCent: c(93_950) } }, parameter)).toEqual([])
    expect(checkVoorstel({ ...feiten, open: c(600), voorstel: { ...voorstel, termijnCent: c(600) } }, parameter)).toEqual([])
  })

  test('het systeem zegt ja binnen de parameters, en legt de rest voor; nee zegt alleen een mens', () => {
    const redenen = (over: Partial<Parameters<typeof findVoorlegRedenen>[0]>) => findVoorlegRedenen({ open: c(93_950), voorstel, isEerderVervallen: false, ...over }, parameter)
    expect(redenen({})).toEqual([])
    expect(redenen({ voorstel: { ...voorstel, termijnCent: c(5_000) } })).toEqual(['duurt-lang'])
    expect(redenen({ voorstel: { ...voorstel, beslagvrij: 'weet-niet' } })).toEqual(['te-weinig-inkomen'])
    expect(redenen({ open: c(100_001) })).toEqual(['bedrag-hoog'])
    expect(redenen({ voorstel: { ...voorstel, beslagvrij: 'nee', omstandigheden: 'Ik ben ziek.' }, isEerderVervallen: true })).toEqual(['te-weinig-inkomen', 'omstandigheden', 'eerder-vervallen'])
  })

  test('een gemiste termijn: eerst bericht, dan veertien dagen, dan vervalt de regeling', () => {
    const termijnen = makeTermijnen(c(30_000), voorstel)
    const stand = (vandaag: string, betaald: number, gewaarschuwd: string | null = null) =>
      beoordeelTermijnen({ termijnen, betaald: c(betaald), gewaarschuwdOp: gewaarschuwd === null ? null : d(gewaarschuwd), vandaag: d(vandaag) }, parameter)
    expect(stand('2022-12-31', 0)).toBe('op-tijd')
    expect(stand('2023-01-01', 9_999)).toBe('waarschuw')
    expect(stand('2023-01-15', 9_999, '2023-01-01')).toBe('gewaarschuwd')
    expect(stand('2023-01-16', 9_999, '2023-01-01')).toBe('vervalt')
    expect(stand('2023-01-16', 10_000, '2023-01-01')).toBe('op-tijd')
  })
})

describe('verrekenen (Awb 4:93, 4:57 lid 3): alleen als de wet het toestaat, en anders met de reden', () => {
  const feiten: TeVerrekenen = { isZelfdePersoon: true, isSubsidieontvanger: true, isSubsidie: true, isZelfdeActiviteit: true, isAnderTijdvak: true, isBeschikkingOnherroepelijk: true, isUitstel: false, isTeWeinigInkomen: false, jarenSindsBesluit: 1 }
  const mag = (over: Partial<TeVerrekenen>) => magVerrekenen({ ...feiten, ...over }, { jaren: 5 })

  test('dezelfde ontvanger, dezelfde activiteit, een ander tijdvak: het mag', () => {
    expect(mag({})).toEqual([])
  })

  test.each<[Partial<TeVerrekenen>, string]>([
    [{ isZelfdePersoon: false }, 'ander-persoon'], [{ isSubsidieontvanger: false }, 'geen-subsidieontvanger'], [{ isZelfdeActiviteit: false }, 'andere-activiteit'],
    [{ isAnderTijdvak: false }, 'zelfde-tijdvak'], [{ isBeschikkingOnherroepelijk: false }, 'bezwaar-loopt'], [{ isSubsidie: false }, 'geen-subsidie'],
    [{ isUitstel: true }, 'uitstel-loopt'], [{ isTeWeinigInkomen: true }, 'te-weinig-inkomen'], [{ jarenSindsBesluit: 5 }, 'te-lang-geleden'],
  ])('%o: %s', (over, reden) => {
    expect(mag(over)).toEqual([reden])
  })
})

describe('mandaat (Awb 4:94a): wie hoeveel alleen mag', () => {
  test.each<[Parameters<typeof mandaatVan>[0], number]>([[['financieel'], 10_000], [['teamleider-financieel'], 50_000], [['financieel', 'teamleider-financieel'], 50_000], [['behandelaar'], 0], [['auditor'], 0]])('%o: %i cent', (rollen, tot) => {
    expect(mandaatVan(rollen, regeling.get('kwijtschelding-mandaat'))).toBe(tot)
  })

  test('wat niet openstaat of al voorligt wordt niet afgeboekt; tijdens een regeling wel kwijtgescholden, niet afgeboekt', () => {
    expect(checkAfboeking({ openCent: 0, isVoorgesteld: true, isRegeling: false, soort: 'kwijtschelding' })).toEqual(['niet-open', 'ligt-al-voor'])
    expect(checkAfboeking({ openCent: 1, isVoorgesteld: false, isRegeling: true, soort: 'oninbaar' })).toEqual(['regeling-loopt'])
    expect(checkAfboeking({ openCent: 1, isVoorgesteld: false, isRegeling: true, soort: 'kwijtschelding' })).toEqual([])
  })
})

describe('het betalingskenmerk in de omschrijving van een overboeking', () => {
  test.each<[string, string[]]>([
    ['VORD-0000001-91', ['VORD-0000001-91']],
    ['Betaling vord 0000001 91 van Jansen', ['VORD-0000001-91']],
    ['terugbetaling VORD000000191', ['VORD-0000001-91']],
    ['VORD-0000001-92', []],
    ['STAP-0000123-44', []],
    ['VORD-0000001-91 en VORD-0000001-91', ['VORD-0000001-91']],
  ])('%s', (omschrijving, kenmerken) => {
    expect(findBetalingskenmerken(omschrijving, null)).toEqual(kenmerken)
  })
})

