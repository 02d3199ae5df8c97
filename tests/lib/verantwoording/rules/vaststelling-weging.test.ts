import { describe, expect, test } from 'vitest'
import { WEEGVRAGEN, type Weegantwoord, type Weegvraag } from '@/lib/verantwoording/model'
import { beslisSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { judgeWeging, listWeegvragen, makeMotivering, WEEGVRAAG } from '@/lib/verantwoording/rules/vaststelling-weging'

const GOED: Readonly<Record<Weegvraag, string>> = { contact: 'ja', oorzaak: 'deelnemer', ziekte: 'nee', verwijt: 'ja', gemeld: 'nee', geldproblemen: 'nee', zienswijze: 'nee', evenredigheid: 'ja' }
const weging = (anders: Partial<Record<Weegvraag, string>> = {}): readonly Weegantwoord[] =>
  WEEGVRAGEN.map((vraag) => ({ vraag, antwoord: { ...GOED, ...anders }[vraag], toelichting: `Over ${vraag}` }))

describe('Awb 3:4 en 4:57: de menselijke maat', () => {
  test('alles beantwoord: er kan worden beslist', () => {
    expect(judgeWeging('vaststelling', 'burger', weging())).toEqual([])
  })
  test.each(WEEGVRAGEN)('zonder antwoord op %s wordt er niets beslist', (vraag) => {
    expect(judgeWeging('vaststelling', 'burger', weging().filter((een) => een.vraag !== vraag))).toEqual(['weging-onvolledig'])
    expect(judgeWeging('vaststelling', 'burger', weging().map((een) => (een.vraag === vraag ? { ...een, toelichting: ' ' } : een)))).toEqual(['weging-onvolledig'])
  })
  test('ziekte en geldproblemen worden eerst nagevraagd', () => {
    expect(judgeWeging('vaststelling', 'burger', weging({ ziekte: 'onbekend', geldproblemen: 'onbekend' }))).toEqual(['ziekte-niet-nagevraagd', 'geldproblemen-niet-nagevraagd'])
  })
  test('wie er niets aan kan doen, betaalt niet terug', () => {
    expect(judgeWeging('vaststelling', 'burger', weging({ verwijt: 'nee' }))).toEqual(['niet-verwijtbaar'])
    expect(judgeWeging('vaststelling', 'burger', weging({ verwijt: 'deels' }))).toEqual([])
  })
  test('wat niet in verhouding is, gaat niet door', () => {
    expect(judgeWeging('herziening', 'burger', weging({ evenredigheid: 'nee' }))).toEqual(['niet-evenredig'])
  })
  test('als alleen de opleider het draagt, zijn er drie vragen', () => {
    expect(listWeegvragen('opleider')).toEqual(['oorzaak', 'zienswijze', 'evenredigheid'])
    expect(judgeWeging('vaststelling', 'opleider', weging({ verwijt: 'nee', ziekte: 'onbekend' }))).toEqual([])
  })
})

describe('artikel 14: uitsluiten alleen bij verwijt en als het niet is gemeld', () => {
  test.each([
    [{}, []],
    [{ verwijt: 'deels' }, ['niet-verwijtbaar']],
    [{ verwijt: 'nee' }, ['niet-verwijtbaar']],
    [{ gemeld: 'ja' }, ['was-gemeld']],
  ] as const)('%j: %j', (anders, redenen) => {
    expect(judgeWeging('uitsluiting', null, weging(anders))).toEqual(redenen)
  })
})

describe('Awb 3:46: de weging staat in de motivering', () => {
  test('eerst wat de behandelaar schreef, dan elk punt', () => {
    const tekst = makeMotivering('U bent gestopt.', 'burger', weging())
    expect(tekst.split('\n\n')).toEqual([
      'U bent gestopt.', 'Ons contact met u: Over contact', 'Wat er is gebeurd: Over oorzaak', 'Ziekte of omstandigheden: Over ziekte', 'Of het u te verwijten is: Over verwijt',
      'Of u het hebt gemeld: Over gemeld', 'Wat dit voor uw geld betekent: Over geldproblemen', 'Uw reactie op ons voornemen: Over zienswijze', 'Of de gevolgen in verhouding zijn: Over evenredigheid',
    ])
  })
  test('het formulier noemt elke vraag die openstaat en de motivering, in één keer', () => {
    const gelezen = beslisSchema.safeParse({ kenmerk: 'STAP-1', voornemenId: '00000000-0000-4000-8000-000000000000', van: 'burger', gezien: '0', bedrag: '0' })
    expect(gelezen.success ? [] : gelezen.error.issues.map(({ path }) => path[0])).toEqual([...WEEGVRAGEN.flatMap((vraag) => [`antwoord-${vraag}`, `toelichting-${vraag}`]), 'motivering'])
  })
  test('elke vraag heeft minstens twee antwoorden', () => {
    expect(WEEGVRAGEN.filter((vraag) => WEEGVRAAG[vraag].antwoorden.length < 2)).toEqual([])
  })
})
