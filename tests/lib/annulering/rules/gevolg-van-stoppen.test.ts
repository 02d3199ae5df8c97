import { describe, expect, test } from 'vitest'
import type { StopFeiten, StopGevolg } from '@/lib/annulering/model'
import { gevolgVanStoppen } from '@/lib/annulering/rules/gevolg-van-stoppen'
import { makeIntrekkingOpVerzoek, makeKostenbericht, makeStopberichtOpleider, makeStopbevestiging } from '@/lib/annulering/rules/stopbrieven'
import { describeGevolg } from '@/lib/annulering/texts'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import type { BriefFeiten } from '@/lib/beschikking/model'

const FEITEN: StopFeiten = {
  status: 'verleend', oorzaak: 'burger', startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-02-28'), vandaag: plainDate('2022-11-21'), betaalstand: 'opdracht',
  isLoting: false, heeftReservelijst: false, isTijdvakOpen: false, maximumKostenCent: cent(19_000), uitsluitingMaanden: 12,
}
const NA_START = { vandaag: plainDate('2022-12-05') }

type Verwacht = [StopGevolg['fase'], StopGevolg['wijze'], StopGevolg['budget'], StopGevolg['geld']]

describe('art. 14, Awb 4:48: wat stoppen betekent, in elk stadium', () => {
  test.each<[string, Partial<StopFeiten>, Verwacht]>([
    ['voorbereiding: niets verloren', { status: 'concept', betaalstand: 'geen-opdracht' }, ['voorbereiding', 'intrekken', 'niet-gereserveerd', 'geen']],
    ['klaar om in te dienen: idem', { status: 'gereed', betaalstand: 'geen-opdracht' }, ['voorbereiding', 'intrekken', 'niet-gereserveerd', 'geen']],
    ['ingediend', { status: 'ingediend', betaalstand: 'geen-opdracht' }, ['ontvangen', 'intrekken', 'niet-gereserveerd', 'geen']],
    ['ingediend in een loting', { status: 'ingediend', isLoting: true, betaalstand: 'geen-opdracht' }, ['loting', 'intrekken', 'niet-gereserveerd', 'geen']],
    ['op de reservelijst: de plaats vervalt', { status: 'reserve', heeftReservelijst: true, betaalstand: 'geen-opdracht' }, ['reservelijst', 'intrekken', 'plaats-vervalt', 'geen']],
    ['budget aangeboden: naar de volgende', { status: 'aangeboden', heeftReservelijst: true, betaalstand: 'geen-opdracht' }, ['aanbod', 'intrekken', 'naar-reservelijst', 'geen']],
    ['gereserveerd: terug in de pot', { status: 'gereserveerd', betaalstand: 'geen-opdracht' }, ['gereserveerd', 'intrekken', 'terug-in-pot', 'geen']],
    ['gereserveerd met een reservelijst', { status: 'gereserveerd', heeftReservelijst: true, betaalstand: 'geen-opdracht' }, ['gereserveerd', 'intrekken', 'naar-reservelijst', 'geen']],
    ['in behandeling', { status: 'in-behandeling', betaalstand: 'geen-opdracht' }, ['gereserveerd', 'intrekken', 'terug-in-pot', 'geen']],
    ['aangehouden', { status: 'aangehouden', betaalstand: 'geen-opdracht' }, ['gereserveerd', 'intrekken', 'terug-in-pot', 'geen']],
    ['verleend, nog geen opdracht', { betaalstand: 'geen-opdracht' }, ['toegekend', 'intrekken', 'terug-in-pot', 'geen']],
    ['verleend met opdracht', {}, ['opdracht', 'intrekken', 'terug-in-pot', 'opdracht-vervalt']],
    ['gefactureerd', { betaalstand: 'gefactureerd' }, ['gefactureerd', 'intrekken', 'terug-in-pot', 'factuur-vervalt']],
    ['in een batch zonder bestand: uit de betaling', { betaalstand: 'in-batch' }, ['in-batch', 'intrekken', 'terug-in-pot', 'uit-de-betaling']],
    ['in een bestand: komt terug van de opleider', { betaalstand: 'in-bestand' }, ['in-bestand', 'intrekken', 'terug-na-terugbetaling', 'terug-van-opleider']],
    ['betaald: komt terug van de opleider', { betaalstand: 'betaald' }, ['betaald', 'intrekken', 'terug-na-terugbetaling', 'terug-van-opleider']],
    ['op de startdag: begonnen', { ...NA_START, betaalstand: 'betaald' }, ['begonnen', 'melden', 'verbruikt', 'achteraf']],
    ['op de laatste dag: nog te melden', { vandaag: plainDate('2023-02-28') }, ['begonnen', 'melden', 'verbruikt', 'achteraf']],
    ['na het einde: niets meer te stoppen', { vandaag: plainDate('2023-03-01') }, ['afgelopen', 'niets', 'verbruikt', 'achteraf']],
    ['vastgesteld', { status: 'vastgesteld' }, ['voorbij', 'niets', 'niet-gereserveerd', 'geen']],
    ['ingetrokken', { status: 'ingetrokken' }, ['voorbij', 'niets', 'niet-gereserveerd', 'geen']],
    ['afgewezen', { status: 'afgewezen' }, ['voorbij', 'niets', 'niet-gereserveerd', 'geen']],
    ['niet toegewezen', { status: 'niet-toegewezen' }, ['voorbij', 'niets', 'niet-gereserveerd', 'geen']],
    ['betwist', { status: 'betwist' }, ['voorbij', 'niets', 'niet-gereserveerd', 'geen']],
    ['de opleider zegde af: ook na de startdag nooit begonnen', { ...NA_START, oorzaak: 'opleider', betaalstand: 'betaald' }, ['betaald', 'intrekken', 'terug-na-terugbetaling', 'terug-van-opleider']],
  ])('%s', (_, anders, [fase, wijze, budget, geld]) => {
    expect(gevolgVanStoppen({ ...FEITEN, ...anders })).toMatchObject({ fase, wijze, budget, geld })
  })

  test('na de verlening is het een besluit, daarvoor niet, en een melding ook niet', () => {
    expect(gevolgVanStoppen(FEITEN).isBesluit).toBe(true)
    expect(gevolgVanStoppen({ ...FEITEN, status: 'gereserveerd' }).isBesluit).toBe(false)
    expect(gevolgVanStoppen({ ...FEITEN, ...NA_START }).isBesluit).toBe(false)
  })
  test('een nieuwe aanvraag: zolang het tijdvak open is, anders later dit jaar, na de start volgend jaar', () => {
    expect(gevolgVanStoppen({ ...FEITEN, isTijdvakOpen: true }).opnieuw).toBe('dit-tijdvak')
    expect(gevolgVanStoppen(FEITEN).opnieuw).toBe('volgend-tijdvak')
    expect(gevolgVanStoppen({ ...FEITEN, ...NA_START, isTijdvakOpen: true }).opnieuw).toBe('volgend-jaar')
  })
  test('annuleringskosten: de burger betaalt, na de start in mindering, nooit als de opleider zelf afzegt', () => {
    expect(gevolgVanStoppen(FEITEN).kosten).toEqual({ wie: 'burger', maximumCent: 19_000 })
    expect(gevolgVanStoppen({ ...FEITEN, ...NA_START }).kosten).toEqual({ wie: 'in-mindering', maximumCent: 19_000 })
    expect(gevolgVanStoppen({ ...FEITEN, oorzaak: 'opleider' }).kosten).toEqual({ wie: 'niemand', maximumCent: 0 })
  })
  test('een uitsluiting dreigt alleen wie na de start zelf stopt', () => {
    expect(gevolgVanStoppen({ ...FEITEN, ...NA_START }).uitsluitingMaanden).toBe(12)
    expect(gevolgVanStoppen(FEITEN).uitsluitingMaanden).toBe(0)
    expect(gevolgVanStoppen({ ...FEITEN, ...NA_START, oorzaak: 'opleider' }).uitsluitingMaanden).toBe(0)
  })
})

const BRIEF: BriefFeiten = {
  naam: 'Sam Jansen', aanvraagKenmerk: 'STAP-0000001-11', opleiding: 'Lassen', opleider: 'De Ambacht', startdatum: plainDate('2022-12-05'), einddatum: plainDate('2023-02-28'), plaats: 'Utrecht',
  bedragCent: cent(93_950), gevraagdCent: cent(93_950), ontvangenOp: null, beslisUiterlijkOp: null,
}

describe('pagina en brief zeggen hetzelfde', () => {
  const gevolg = gevolgVanStoppen({ ...FEITEN, betaalstand: 'betaald' })
  const zinnen = describeGevolg(gevolg, { opleider: 'De Ambacht', bedenktijdDagen: 14 }).map(({ zin }) => zin)
  test('wie is betaald, wie terugbetaalt, wat het kost en of het opnieuw kan', () => {
    expect(zinnen).toEqual([
      'Uw budget is al betaald. Het gaat terug naar de pot zodra de opleider het heeft terugbetaald. U kunt er geen aanspraak meer op maken.',
      'UWV heeft De Ambacht al betaald. UWV vraagt het hele bedrag terug aan De Ambacht. U hoeft niets terug te betalen.',
      'U kunt dit jaar opnieuw aanvragen als er nog een tijdvak komt. Daarvoor hebt u een geldig aanmeldbewijs nodig.',
      'De Ambacht kan u annuleringskosten rekenen, hoogstens € 190. Die betaalt u zelf; UWV betaalt ze nooit. Hebt u zich in de laatste 14 dagen online aangemeld? Dan mag de opleider niets rekenen.',
    ])
  })
  test('het besluit (Awb 3:45, 4:48) noemt dezelfde gevolgen, de grond en de termijn', () => {
    const { inhoud } = makeIntrekkingOpVerzoek(BRIEF, gevolg, { bedenktijdDagen: 14, bezwaarUiterlijkOp: plainDate('2023-01-02') })
    expect(inhoud.betekenis).toEqual(zinnen)
    expect(inhoud.waarom.gronden[0]?.artikel).toBe('artikel 4:48, eerste lid, onder a, van de Algemene wet bestuursrecht')
    expect(inhoud.bezwaar).toEqual({ uiterlijkOp: '2023-01-02', bij: 'uwv' })
  })
  test('een melding is geen besluit; de opleider hoort wat hij terugbetaalt en wat hij mag rekenen', () => {
    const begonnen = gevolgVanStoppen({ ...FEITEN, ...NA_START })
    expect(makeStopbevestiging(BRIEF, begonnen, 14).inhoud).toMatchObject({ kern: 'U hebt gemeld dat u stopt met ‘Lassen’ bij De Ambacht.', bezwaar: null })
    const brief = makeStopberichtOpleider({ opleider: 'De Ambacht', adres: [], deelnemer: 'Sam Jansen', opleiding: 'Lassen', aanvraagKenmerk: 'STAP-0000001-11', startdatum: plainDate('2022-12-05') }, gevolg)
    expect(brief.inhoud.betekenis).toEqual([
      'Wij hebben uw factuur al betaald. U moet het bedrag terugbetalen. Wacht op onze brief daarover; daarin staat hoe en voor welke dag.',
      'Rekent u de deelnemer annuleringskosten? Dan hoogstens € 190. UWV betaalt die niet.',
    ])
    expect(makeKostenbericht(BRIEF, { bedrag: cent(7_500), maximum: cent(19_000), toelichting: 'Lesboek', isVerrekend: true }).inhoud.kern).toBe('De Ambacht meldt dat u € 75 annuleringskosten betaalt voor ‘Lassen’.')
  })
})
