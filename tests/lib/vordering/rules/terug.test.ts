import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent, type Cent } from '@/lib/base/money'
import { besluitenOver, kenmerkVan } from '@/lib/bank/rules/ontvangst'
import type { VorderingMutatie } from '@/lib/vordering/model'
import { makeAanmaning, makeBetalingsbeschikking, makeRentebeschikking } from '@/lib/vordering/rules/brieven'
import { makeAfwijzing, makeToewijzing, makeVervalbericht, makeWijziging } from '@/lib/vordering/rules/brieven-regeling'
import { makeUitstel, makeVerrekening } from '@/lib/vordering/rules/brieven-terug'
import { restAfgeboekt } from '@/lib/vordering/rules/afgeboekt'
import { maskeer, naNaamcontrole, staatOpNaam } from '@/lib/vordering/rules/rekening'
import { verlaag } from '@/lib/vordering/rules/terugbetaling'
import { werktTerugTot } from '@/lib/vordering/rules/verrekenen'

describe('de rekening waarop een burger geld terugkrijgt', () => {
  test.each<[string, string, boolean]>([
    ['S. de Vries', 'Sanne de Vries', true], ['Sanne de Vries e/o P. Bakker', 'Sanne de Vries', true], ['S DE VRIES', 'Sanne de Vriès', true],
    ['P. Bakker', 'Sanne de Vries', false], ['De Vriesland BV', 'Sanne de Vries', false], ['', 'Sanne de Vries', false],
  ])('%s bij %s: %s', (tenaamstelling, naam, staat) => {
    expect(staatOpNaam(tenaamstelling, naam)).toBe(staat)
  })

  test('alleen een naam die klopt heeft niemand nodig; terug naar wie betaalde mag ook op een andere naam', () => {
    const opgave = { herkomst: 'opgave', tenaamstelling: 'S. de Vries', naam: 'Sanne de Vries' } as const
    expect(naNaamcontrole({ ...opgave, antwoord: 'match' })).toBe('neem-in-gebruik')
    for (const antwoord of ['bijna', 'geen', 'onbekend'] as const) expect(naNaamcontrole({ ...opgave, antwoord })).toBe('leg-voor')
    expect(naNaamcontrole({ ...opgave, tenaamstelling: 'P. Bakker', antwoord: 'match' })).toBe('leg-voor')
    expect(naNaamcontrole({ ...opgave, herkomst: 'ontvangst', tenaamstelling: 'P. Bakker', antwoord: 'match' })).toBe('neem-in-gebruik')
    expect(naNaamcontrole({ ...opgave, herkomst: 'ontvangst', tenaamstelling: 'P. Bakker', antwoord: 'onbekend' })).toBe('leg-voor')
  })

  test('een scherm toont alleen het land en de laatste vier tekens', () => {
    expect(maskeer('NL91ABNA0417164300')).toBe('NL•• •••• 4300')
  })
})

const mutatie = (soort: VorderingMutatie['soort'], hoofdsom: number, kosten = 0): VorderingMutatie => ({ soort, dag: plainDate('2022-12-01'), hoofdsom: cent(hoofdsom), kosten: cent(kosten) })

const feiten = { kenmerk: 'VORD-0000001-91', naam: 'Sanne de Vries', aan: 'burger', aanvraagKenmerk: 'STAP-0000001-22', opleiding: 'Excel', iban: 'NL91ABNA0417164300' } as const
const dag = plainDate('2023-01-17')

const aanmaning = (regels: { weken: number; renteVanaf: Cent }) =>
  JSON.stringify(makeAanmaning(feiten, { open: { hoofdsom: cent(93_950), kosten: cent(1_600) }, vergoeding: cent(1_600), vervielOp: dag, uiterlijkOp: dag, bezwaarUiterlijkOp: dag }, regels))

describe('wat een brief moet zeggen om er een te zijn', () => {
  test('termijn en drempel in de aanmaning zijn die van de regeling', () => {
    for (const zin of ['binnen twee weken.', 'U krijgt twee weken om', 'minder dan € 20?']) expect(aanmaning({ weken: 2, renteVanaf: cent(2_000) })).toContain(zin)
    for (const zin of ['binnen drie weken.', 'U krijgt drie weken om', 'minder dan € 25?']) expect(aanmaning({ weken: 3, renteVanaf: cent(2_500) })).toContain(zin)
    expect(JSON.stringify(makeBetalingsbeschikking(feiten, { grond: 'ingetrokken', bedrag: cent(100), vervaltOp: dag, weken: 8, bezwaarUiterlijkOp: dag }))).toContain('U hebt acht weken om te betalen.')
  })

  test('uitstel, rente en verrekening zeggen dat een bezwaar van eerder daar ook over gaat (Awb 4:125); de aanmaning niet', () => {
    const open = { hoofdsom: cent(100), kosten: cent(0) }
    const brieven = [
      makeToewijzing(feiten, { termijnen: [{ dag, bedrag: cent(100) }], hersteldagen: 14, isRentevrij: true, motivering: null, bezwaarUiterlijkOp: dag }), makeAfwijzing(feiten, { open, uiterlijkOp: dag, motivering: 'x', bezwaarUiterlijkOp: dag }),
      makeVervalbericht(feiten, { open, uiterlijkOp: dag, bezwaarUiterlijkOp: dag }), makeUitstel(feiten, { open, tot: dag, reden: 'x', bezwaarUiterlijkOp: dag }),
      makeRentebeschikking(feiten, { rente: cent(2_000), open, berekening: [], uiterlijkOp: dag, bezwaarUiterlijkOp: dag }),
      makeVerrekening(feiten, { bedrag: cent(8_000), tegenKenmerk: 'VORD-0000002-88', restTerug: cent(0), open, werktVanaf: dag, vervaltOp: dag, reden: 'x', bezwaarUiterlijkOp: dag }),
    ]
    for (const { onderwerp, inhoud } of brieven) expect(JSON.stringify(inhoud), onderwerp).toContain('artikel 4:125, eerste lid')
    expect(aanmaning({ weken: 2, renteVanaf: cent(2_000) })).not.toContain('4:125')
  })

  test('de aanmaning zegt dat betaling kan worden afgedwongen op kosten van de schuldenaar (Awb 4:112 lid 3): anders stuit zij de verjaring niet', () => {
    const brief = aanmaning({ weken: 2, renteVanaf: cent(2_000) })
    expect(brief).toContain('Dan kunnen wij u dwingen te betalen, bijvoorbeeld met een gerechtsdeurwaarder. De kosten daarvan zijn voor u.')
    expect(brief).toContain('artikel 4:112, eerste en derde lid')
  })

  test('wie minder hoeft te betalen leest op welke grond: niet 4:96, dat gaat over uitstel', () => {
    const brief = JSON.stringify(makeWijziging(feiten, { was: cent(100), wordt: cent(0), open: { hoofdsom: cent(0), kosten: cent(0) }, terug: cent(100), rente: cent(1_500), reden: 'Gegrond.', vervaltOp: dag, bezwaarUiterlijkOp: dag }))
    expect(brief).not.toContain('4:96')
    for (const deel of ['4:57, eerste lid', '7:11', '4:102, eerste en vierde lid', 'Bevestig daar op welke rekening']) expect(brief).toContain(deel)
  })

  test('de brief over verrekenen noemt beide vorderingen en het bedrag (Awb 4:93 lid 2)', () => {
    const { inhoud } = makeVerrekening(feiten, { bedrag: cent(8_000), tegenKenmerk: 'VORD-0000002-88', restTerug: cent(0), open: { hoofdsom: cent(0), kosten: cent(0) }, werktVanaf: dag, vervaltOp: dag, reden: 'Zelfde scholing.', bezwaarUiterlijkOp: dag })
    expect(inhoud.kern).toBe('Wij verrekenen € 80 van terugvordering VORD-0000001-91 met STAP-budget dat u van ons krijgt (VORD-0000002-88).')
    expect(inhoud.bezwaar).toEqual({ uiterlijkOp: '2023-01-17', bij: 'uwv' })
  })
})

describe('wat er na een afboeking nog als betaling kan gelden', () => {
  test('wat is afgeboekt of verjaard, zonder wat al alsnog is betaald; kwijtgescholden blijft kwijtgescholden', () => {
    expect(restAfgeboekt([mutatie('instelling', 50_000), mutatie('vergoeding', 0, 1_600), mutatie('kwijtschelding', -10_000), mutatie('oninbaar', -40_000, -1_600)])).toEqual({ hoofdsom: 40_000, kosten: 1_600 })
    expect(restAfgeboekt([mutatie('instelling', 50_000), mutatie('verjaring', -50_000), mutatie('herleving', 20_000), mutatie('ontvangst', -20_000)])).toEqual({ hoofdsom: 30_000, kosten: 0 })
  })

  test('de vraag van de bank zegt wat een mens kan beslissen', () => {
    expect(besluitenOver('vordering-afgelopen')).toEqual(['neem-aan', 'betaal-terug'])
    expect(besluitenOver('onbekende-ontvangst')).toEqual(['boek', 'stort-terug'])
    expect(besluitenOver('teruggekomen')).toEqual([])
  })

  test('het kenmerk is dat van de ontvangst, of wat de medewerker vond; twee kenmerken is er geen', () => {
    const leeg = { omschrijving: null, endToEndId: null, referentie: null }
    expect(kenmerkVan('neem-aan', undefined, { ...leeg, omschrijving: 'terug VORD-0000001-91' })).toBe('VORD-0000001-91')
    expect(kenmerkVan('boek', 'vord 0000001 91', leeg)).toBe('VORD-0000001-91')
    expect(kenmerkVan('boek', 'VORD-0000001-92', leeg)).toBeUndefined()
    expect(kenmerkVan('neem-aan', undefined, leeg)).toBeUndefined()
  })
})

describe('verrekenen (Awb 4:93)', () => {
  test('werkt terug tot beide schulden er waren (Awb 4:93 lid 3, BW 6:129)', () => {
    expect(werktTerugTot(plainDate('2022-12-01'), plainDate('2023-02-01'))).toBe('2023-02-01')
    expect(werktTerugTot(plainDate('2023-03-01'), plainDate('2023-02-01'))).toBe('2023-03-01')
  })

  test('wat is verrekend telt als betaald als de vordering later vervalt', () => {
    const mutaties = [mutatie('instelling', 50_000), mutatie('verrekening', -20_000), mutatie('ontvangst', -10_000)]
    expect(verlaag({ bedrag: cent(50_000), wordt: cent(0), open: { hoofdsom: cent(20_000), kosten: cent(0) }, mutaties, teruggegeven: { hoofdsom: cent(0), kosten: cent(0) } })).toEqual({ af: { hoofdsom: 20_000, kosten: 0 }, terug: { hoofdsom: 30_000, kosten: 0 } })
  })
})
