import { describe, expect, test } from 'vitest'
import { ZONDER_EXTRA, type Kostenpost, type OpleidingInhoud } from '@/lib/register/model'
import { bewerkInhoud, schoonOp, wijzigKosten } from '@/lib/kwaliteit/rules/bewerking'
import { calculateScore, oordeelVan, puntenVan } from '@/lib/kwaliteit/rules/score'

const les = (bedragCent: number): Kostenpost => ({ soort: 'LESGELD', omschrijving: '', bedragCent, isVerplicht: true })
const lunch: Kostenpost = { soort: 'CATERING', omschrijving: 'lunch', bedragCent: 25_00, isVerplicht: true }
const inhoud: OpleidingInhoud = {
  ...ZONDER_EXTRA, titel: 'Lassen', samenvatting: '', omschrijving: '', categorie: null, niveau: null, opleidingsvorm: null, waardedocument: null, studielast: null, studielastEenheid: null,
  duurDagen: null, voertaal: 'nl', stapToestemming: true, catalogusprijsCent: 450_00, subsidiabelCent: 425_00, kosten: [les(425_00), lunch],
}

describe('een prijs voor veel opleidingen tegelijk', () => {
  test('vijf procent erbij, op hele euro’s; de catalogusprijs en het subsidiabele deel volgen', () => {
    const uitkomst = bewerkInhoud(inhoud, { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'promille', waarde: 50 })
    expect(uitkomst).toEqual({ waarde: { ...inhoud, kosten: [les(446_00), lunch], catalogusprijsCent: 471_00, subsidiabelCent: 446_00 } })
  })

  test('een vast bedrag, en een bedrag eraf', () => {
    expect(wijzigKosten([les(425_00), lunch], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'bedrag', waarde: 500_00 })).toEqual({ waarde: [les(500_00), lunch] })
    expect(wijzigKosten([les(425_00), lunch], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'erbij', waarde: -25_00 })).toEqual({ waarde: [les(400_00), lunch] })
  })

  test('twee regels van dezelfde soort worden er met een vast bedrag één', () => {
    expect(wijzigKosten([les(100_00), les(50_00)], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'bedrag', waarde: 120_00 })).toEqual({ waarde: [les(120_00)] })
  })

  test('een prijs van voor de kostenregels wordt eerst verdeeld in subsidiabel en de rest', () => {
    const uitkomst = bewerkInhoud({ ...inhoud, kosten: [] }, { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'erbij', waarde: 10_00 })
    expect(uitkomst).toMatchObject({ waarde: { catalogusprijsCent: 460_00, subsidiabelCent: 435_00 } })
  })

  test('wat niet kan, wordt overgeslagen met de reden', () => {
    expect(wijzigKosten([lunch], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'erbij', waarde: 1 })).toEqual({ overslaan: 'geen-kosten-van-deze-soort' })
    expect(wijzigKosten([les(10_00)], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'erbij', waarde: -10_01 })).toEqual({ overslaan: 'prijs-te-laag' })
    expect(wijzigKosten([les(10_00)], { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'bedrag', waarde: 100_000_01 })).toEqual({ overslaan: 'prijs-te-hoog' })
    expect(bewerkInhoud({ ...inhoud, kosten: [], catalogusprijsCent: null, subsidiabelCent: null }, { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'bedrag', waarde: 1 })).toEqual({ overslaan: 'geen-prijs' })
  })
})

describe('de andere bewerkingen', () => {
  test.each([
    [{ soort: 'stap-uit' } as const, { stapToestemming: false }], [{ soort: 'stap-aan' } as const, { stapToestemming: true }], [{ soort: 'bied-niet-aan' } as const, { actief: false }],
    [{ soort: 'bied-weer-aan' } as const, { actief: true }], [{ soort: 'categorie', categorie: 'NATUUR' } as const, { categorie: 'NATUUR' }], [{ soort: 'sluit-aanmelding' } as const, {}],
    [{ soort: 'sluit-voorbije-startdata' } as const, {}],
  ])('%o', (opdracht, anders) => expect(bewerkInhoud(inhoud, opdracht)).toEqual({ waarde: { ...inhoud, ...anders } }))

  test('opmaakcodes verdwijnen, alinea’s blijven', () => {
    expect(schoonOp('<p>U leert&nbsp;<b>lassen</b>.</p><p>Daarna kunt u&#33; 3 &lt; 4</p>')).toBe('U leert lassen .\nDaarna kunt u! 3 < 4')
    expect(schoonOp('gewone tekst, 3 < 4')).toBe('gewone tekst, 3 < 4')
    expect(bewerkInhoud({ ...inhoud, omschrijving: 'a<br>b' }, { soort: 'tekst-opschonen' })).toMatchObject({ waarde: { omschrijving: 'a\nb' } })
  })
})

describe('de score', () => {
  test('een fout kost 40 punten, een let op 15, een punt ter controle 5; nooit onder nul', () => {
    expect(puntenVan({ fout: 0, 'let-op': 0, aandacht: 0 })).toBe(100)
    expect(puntenVan({ fout: 1, 'let-op': 1, aandacht: 1 })).toBe(40)
    expect(puntenVan({ fout: 3, 'let-op': 0, aandacht: 0 })).toBe(0)
  })

  test('de score is het gemiddelde, in tienden; zonder opleidingen is er geen', () => {
    expect(calculateScore(100 + 85 + 60, 3)).toBe(81.7)
    expect(calculateScore(0, 0)).toBeUndefined()
    expect([90, 89.9, 70, 69.9].map(oordeelVan)).toEqual(['goed', 'kan-beter', 'kan-beter', 'slecht'])
  })
})
