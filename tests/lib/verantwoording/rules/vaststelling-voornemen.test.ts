import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { vervolggrond } from '@/lib/beschikking/texts'
import { canBeslissen, isAanOpleider, listTeHoren, whyNietVoorTeNemen, type Voorstel, type VoornemenFeiten } from '@/lib/verantwoording/rules/vaststelling-voornemen'

const voorstel: Voorstel = { soort: 'vaststelling', grond: 'niet-afgerond-burger', bedragCent: cent(0), van: 'burger', werktTerug: null, ingaatOp: null, maanden: null }
const feiten: VoornemenFeiten = {
  status: 'verleend', vandaag: plainDate('2023-03-01'), geldendCent: cent(93_950), vastgesteldOp: null, isGemeld: true, isNietAfgerond: true, startdatum: plainDate('2023-05-01'), meldenVoor: plainDate('2023-05-28'),
  heeftOpenVoornemen: false, isAlUitgesloten: false, redelijkeTermijnDagen: 28, herzieningJaren: 5, maximaalMaanden: 24,
}
const why = (anders: Partial<Voorstel>, over: Partial<VoornemenFeiten> = {}) => whyNietVoorTeNemen({ ...voorstel, ...anders }, { ...feiten, ...over })

describe('Awb 4:46 lid 2: lager vaststellen', () => {
  test.each([
    ['niet-gegeven', 'opleider'], ['niet-gestart', 'opleider'], ['niet-afgerond-opleider', 'opleider'], ['niet-afgerond-burger', 'burger'],
    ['niet-aangetoond', 'opleider'], ['verplichting-niet-nagekomen', 'burger'], ['onjuiste-gegevens', 'burger'], ['onjuiste-gegevens', 'opleider'], ['onjuist-en-bekend', 'burger'],
  ] as const)('kan op de grond %s, met het geld van de %s', (grond, van) => {
    expect(why({ grond, van })).toEqual([])
  })
  test.each(['niet-gegeven', 'niet-gestart', 'niet-afgerond-opleider', 'niet-afgerond-overmacht'] as const)('van een deelnemer komt nooit geld terug bij %s', (grond) => {
    expect(why({ grond, van: 'burger' })).toEqual(['van-past-niet'])
  })
  test('van de opleider komt geen geld terug als de deelnemer niet afrondde', () => {
    expect(why({ grond: 'niet-afgerond-burger', van: 'opleider' })).toEqual(['van-past-niet'])
  })
  test.each([[93_950], [100_000]])('%i cent is niet lager dan € 939,50', (bedragCent) => {
    expect(why({ bedragCent: cent(bedragCent) })).toEqual(['niet-lager'])
  })
  test('alleen na een verlening, en niet als er al een voornemen loopt: alles in één keer gezegd', () => {
    expect(why({}, { status: 'vastgesteld', heeftOpenVoornemen: true })).toEqual(['status-past-niet', 'al-een-voornemen'])
  })
  test('een grond van artikel 4:49 past niet bij een vaststelling', () => {
    expect(why({ grond: 'nieuwe-feiten' })).toEqual(['grond-past-niet'])
  })
})

describe('Awb 4:47: vaststellen zonder dat er iets is gemeld', () => {
  test('niet zolang de opleider nog kan melden', () => {
    expect(why({ grond: 'niet-aangetoond', van: 'opleider' }, { isGemeld: false, vandaag: plainDate('2023-05-28') })).toEqual(['meldtermijn-loopt'])
  })
  test('wel op de dag na die termijn', () => {
    expect(why({ grond: 'niet-aangetoond', van: 'opleider' }, { isGemeld: false, vandaag: plainDate('2023-05-29') })).toEqual([])
  })
})

describe('Awb 4:48 en 4:50: intrekken en wijzigen voor de vaststelling', () => {
  const intrekking = { soort: 'intrekking', werktTerug: true } as const
  test('een intrekking werkt terug en laat niets over (4:48 lid 2)', () => {
    expect(why(intrekking)).toEqual([])
    expect(why({ ...intrekking, bedragCent: cent(1) })).toEqual(['intrekking-is-nul'])
  })
  test('een wijziging laat een deel over', () => {
    expect(why({ soort: 'wijziging', werktTerug: true, bedragCent: cent(40_000) })).toEqual([])
    expect(why({ soort: 'wijziging', werktTerug: true, bedragCent: cent(0) })).toEqual(['wijziging-boven-nul'])
  })
  test('zonder terugwerkende kracht is er een dag nodig waarop het ingaat', () => {
    expect(why({ ...intrekking, werktTerug: false })).toEqual(['ingangsdatum-ontbreekt'])
    expect(why({ ...intrekking, werktTerug: false, ingaatOp: plainDate('2023-02-01') })).toEqual([])
  })
  test('een intrekking vanaf een dag na de start laat iets over, en is dus een wijziging', () => {
    expect(why({ ...intrekking, werktTerug: false, ingaatOp: plainDate('2023-05-01') })).toEqual([])
    expect(why({ ...intrekking, werktTerug: false, ingaatOp: plainDate('2023-05-02') })).toEqual(['intrekking-na-start'])
    expect(why({ soort: 'wijziging', bedragCent: cent(40_000), werktTerug: false, ingaatOp: plainDate('2023-05-02') })).toEqual([])
  })
  test('op de gronden van 4:50 nooit met terugwerkende kracht', () => {
    expect(why({ ...intrekking, grond: 'verlening-onjuist', van: 'opleider' })).toEqual(['niet-met-terugwerkende-kracht'])
  })
  test('4:50 lid 1: met een redelijke termijn van 28 dagen', () => {
    const vijftig = { ...intrekking, grond: 'veranderde-omstandigheden', van: 'opleider', werktTerug: false } as const
    expect(why({ ...vijftig, ingaatOp: plainDate('2023-03-28') })).toEqual(['redelijke-termijn'])
    expect(why({ ...vijftig, ingaatOp: plainDate('2023-03-29') })).toEqual([])
  })
  test('wat een fout van ons was, betaalt een deelnemer niet terug', () => {
    expect(why({ ...intrekking, grond: 'verlening-onjuist', van: 'burger', werktTerug: false, ingaatOp: plainDate('2023-04-01') })).toEqual(['van-past-niet'])
  })
})

describe('Awb 4:49: een vaststelling herzien', () => {
  const herziening = { soort: 'herziening', grond: 'nieuwe-feiten' } as const
  const vastgesteld = { status: 'vastgesteld', vastgesteldOp: plainDate('2023-03-10') } as const
  test('alleen als er is vastgesteld', () => {
    expect(why(herziening)).toEqual(['status-past-niet', 'ingangsdatum-ontbreekt'])
    expect(why(herziening, vastgesteld)).toEqual([])
  })
  test('lid 3: tot en met vijf jaar na de vaststelling', () => {
    expect(why(herziening, { ...vastgesteld, vandaag: plainDate('2028-03-10') })).toEqual([])
    expect(why(herziening, { ...vastgesteld, vandaag: plainDate('2028-03-11') })).toEqual(['termijn-voorbij'])
  })
  test('lid 1 onder c: de vijf jaar tellen vanaf de dag waarop de verplichting niet is nagekomen', () => {
    const na = { ...herziening, grond: 'niet-nagekomen-na-vaststelling' } as const
    expect(why(na, { ...vastgesteld, vandaag: plainDate('2029-01-15') })).toEqual(['ingangsdatum-ontbreekt'])
    expect(why({ ...na, ingaatOp: plainDate('2024-01-15') }, { ...vastgesteld, vandaag: plainDate('2029-01-15') })).toEqual([])
    expect(why({ ...na, ingaatOp: plainDate('2024-01-14') }, { ...vastgesteld, vandaag: plainDate('2029-01-15') })).toEqual(['termijn-voorbij'])
  })
})

describe('artikel 14: een deelnemer uitsluiten', () => {
  const uitsluiting: Partial<Voorstel> = { soort: 'uitsluiting', grond: 'verwijtbaar-niet-gemeld', bedragCent: null, van: null, maanden: 12 }
  test.each([1, 12, 24])('%i maanden kan', (maanden) => {
    expect(why({ ...uitsluiting, maanden })).toEqual([])
  })
  test('langer dan 24 maanden niet, en niet als er al een uitsluiting loopt', () => {
    expect(why({ ...uitsluiting, maanden: 25 })).toEqual(['te-lang'])
    expect(why(uitsluiting, { isAlUitgesloten: true })).toEqual(['al-uitgesloten'])
    expect(why({ ...uitsluiting, maanden: null })).toEqual(['maanden-ontbreken'])
  })
  test('niet voordat vaststaat dat de opleiding niet is afgerond', () => {
    expect(why(uitsluiting, { isNietAfgerond: false })).toEqual(['nog-geen-melding'])
    expect(why(uitsluiting, { status: 'vastgesteld', isNietAfgerond: false })).toEqual([])
  })
  test.each(['verleend', 'betwist', 'vastgesteld', 'ingetrokken'] as const)('ook als de aanvraag %s is', (status) => {
    expect(why(uitsluiting, { status })).toEqual([])
  })
  test('niet bij een aanvraag die nooit is verleend', () => {
    expect(why(uitsluiting, { status: 'afgewezen' })).toEqual(['status-past-niet'])
  })
})

describe('Awb 4:8: eerst de reactie of het einde van de termijn', () => {
  const open = { soort: 'vaststelling', van: 'burger', opleiderBriefId: null, reagerenTot: plainDate('2023-03-15') } as const
  const reactie = (van: string, anders: object = {}) => ({ van, kanaal: 'online', doorId: van, klaar: true, zietAf: false, ...anders })
  const kan = (zienswijzen: readonly ReturnType<typeof reactie>[], anders: object = {}, dag = '2023-03-02') => canBeslissen({ ...open, ...anders, zienswijzen }, plainDate(dag), 'dana')

  test('op de laatste dag van de termijn kan nog niet worden beslist, de dag erna wel', () => {
    expect(kan([], {}, '2023-03-15')).toBe(false)
    expect(kan([], {}, '2023-03-16')).toBe(true)
  })
  test('een reactie kort de termijn alleen in als iemand zegt dat het alles is, of niet wil reageren', () => {
    expect(kan([reactie('burger', { klaar: false })])).toBe(false)
    expect(kan([reactie('burger')])).toBe(true)
    expect(kan([reactie('burger', { klaar: false, zietAf: true })])).toBe(true)
  })
  test('de deelnemer wordt altijd gehoord, ook als het geld van de opleider komt: het is zijn subsidie', () => {
    expect(kan([reactie('opleider')], { van: 'opleider' })).toBe(false)
    expect(kan([reactie('burger')], { van: 'opleider' })).toBe(false)
    expect(kan([reactie('burger'), reactie('opleider')], { van: 'opleider' })).toBe(true)
  })
  test('wie zelf opschreef wat iemand zei, kan niet eerder beslissen; een collega wel', () => {
    expect(kan([reactie('burger', { kanaal: 'telefoon', doorId: 'dana' })])).toBe(false)
    expect(kan([reactie('burger', { kanaal: 'telefoon', doorId: 'bas' })])).toBe(true)
    expect(kan([reactie('burger', { kanaal: 'telefoon', doorId: 'dana' })], {}, '2023-03-16')).toBe(true)
  })
})

describe('Awb 4:8 lid 1: de opleider wordt gevraagd als het over de opleider gaat', () => {
  test.each([
    ['vaststelling', 'niet-afgerond-burger', 'opleider', true],
    ['vaststelling', 'niet-gegeven', 'niemand', true],
    ['intrekking', 'niet-afgerond-opleider', 'niemand', true],
    ['vaststelling', 'niet-aangetoond', 'niemand', true],
    ['vaststelling', 'niet-afgerond-burger', 'niemand', false],
    ['vaststelling', 'niet-aangetoond', 'burger', false],
    ['wijziging', 'veranderde-omstandigheden', 'niemand', false],
    ['uitsluiting', 'verwijtbaar-niet-gemeld', null, false],
  ] as const)('%s, %s, geld van %s: %s', (soort, grond, van, isGevraagd) => {
    expect(isAanOpleider({ soort, grond, van }, false)).toBe(isGevraagd)
  })
  test('ook als er een factuur van de opleider wordt teruggegeven om iets van de deelnemer', () => {
    expect(isAanOpleider({ soort: 'vaststelling', grond: 'onjuiste-gegevens', van: 'niemand' }, true)).toBe(true)
    expect(isAanOpleider({ soort: 'uitsluiting', grond: 'verwijtbaar-niet-gemeld', van: null }, true)).toBe(false)
  })
  test('betaalt niemand en is ook de opleider gevraagd, dan worden beiden gehoord', () => {
    expect(listTeHoren({ soort: 'vaststelling', van: 'niemand', opleiderBriefId: 'brief' })).toEqual(['burger', 'opleider'])
    expect(listTeHoren({ soort: 'vaststelling', van: 'niemand', opleiderBriefId: null })).toEqual(['burger'])
  })
})

describe('Awb 3:47: de brief noemt het artikel van het besluit', () => {
  test.each([
    ['onjuiste-gegevens', 'vaststelling', 'artikel 4:46, tweede lid, onder c, van de Algemene wet bestuursrecht'],
    ['onjuiste-gegevens', 'intrekking', 'artikel 4:48, eerste lid, onder c, van de Algemene wet bestuursrecht'],
    ['onjuist-en-bekend', 'wijziging', 'artikel 4:48, eerste lid, onder d, van de Algemene wet bestuursrecht'],
    ['nieuwe-feiten', 'herziening', 'artikel 4:49, eerste lid, onder a, van de Algemene wet bestuursrecht'],
    ['veranderde-omstandigheden', 'intrekking', 'artikel 4:50, eerste lid, onder b, van de Algemene wet bestuursrecht'],
  ] as const)('%s bij een %s', (grond, soort, artikel) => {
    expect(vervolggrond(grond, soort).artikel).toBe(artikel)
  })
})
