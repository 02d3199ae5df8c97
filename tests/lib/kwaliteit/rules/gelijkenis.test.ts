import { describe, expect, test } from 'vitest'
import { gelijkenisVan, makeAfdruk, vergelijkAfdrukken, type Afdruk } from '@/lib/kwaliteit/rules/gelijkenis'

const TEKST = 'U leert in vijf dagen hoe u een heftruck veilig bestuurt laadt en lost. De opleiding is voor mensen die in een magazijn willen werken. Na afloop kunt u zelfstandig met een heftruck werken en weet u wat de wet van u vraagt. Er is een theorietoets en een praktijktoets op de laatste dag.'
const ANDERS = 'In deze training maakt u kennis met boekhouden voor kleine bedrijven. U oefent met echte facturen, u leert de btw berekenen en u maakt een eenvoudige jaarrekening. De docent kijkt wekelijks uw opdrachten na.'
const afdruk = (opleidingId: string, titel: string, tekst = TEKST, rest: Partial<Afdruk> = {}): Afdruk => ({ ...makeAfdruk({ opleidingId, titel, tekst, vorm: 'KLASSIKAAL', duurDagen: 5 }), ...rest })
const regels = (...afdrukken: Afdruk[]) => Object.fromEntries([...vergelijkAfdrukken(afdrukken)].map(([id, bevindingen]) => [id, bevindingen.map(({ regel, aantal, andereId }) => [regel, aantal, andereId])]))

describe('twee keer hetzelfde', () => {
  test('dezelfde titel en inhoud onder een andere code is dubbel; hoofdletters en leestekens tellen niet', () => {
    expect(regels(afdruk('a', 'Heftruckcertificaat'), afdruk('b', 'HEFTRUCKCERTIFICAAT!', TEKST.toUpperCase()))).toEqual({ a: [['dubbel', 1, 'b']], b: [['dubbel', 1, 'a']] })
  })

  test('dezelfde inhoud met een andere titel is samengesteld', () => {
    expect(regels(afdruk('a', 'Heftruck deel 1'), afdruk('b', 'Heftruck deel 2'))).toEqual({ a: [['samengesteld', 1, 'b']], b: [['samengesteld', 1, 'a']] })
  })

  test('een paar andere woorden maken het nog dezelfde inhoud', () => {
    const bijna = TEKST.replace('op de laatste dag', 'op de vijfde dag')
    expect(gelijkenisVan(afdruk('a', 'x'), afdruk('b', 'x', bijna))).toBeGreaterThanOrEqual(0.85)
    expect(regels(afdruk('a', 'Heftruck deel 1'), afdruk('b', 'Heftruck deel 2', bijna))).toEqual({ a: [['samengesteld', 1, 'b']], b: [['samengesteld', 1, 'a']] })
  })
})

describe('wat wel mag', () => {
  test('een andere inhoud', () => {
    expect(gelijkenisVan(afdruk('a', 'x'), afdruk('b', 'x', ANDERS))).toBeLessThan(0.3)
    expect(regels(afdruk('a', 'Heftruck'), afdruk('b', 'Boekhouden', ANDERS))).toEqual({})
  })

  test('dezelfde opleiding in een andere vorm of van een andere lengte', () => {
    expect(regels(afdruk('a', 'Heftruck'), afdruk('b', 'Heftruck (online)', TEKST, { vorm: 'ONLINE' }), afdruk('c', 'Heftruck in tien dagen', TEKST, { duurDagen: 10 }))).toEqual({})
  })

  test('een tekst van een paar woorden zegt te weinig om te vergelijken', () => {
    expect(regels(afdruk('a', 'Heftruck', 'U leert rijden.'), afdruk('b', 'Reachtruck', 'U leert rijden.'))).toEqual({})
  })
})

test('duizenden met dezelfde tekst blijven snel', () => {
  const veel = Array.from({ length: 5_000 }, (_, i) => afdruk(`o${String(i)}`, `Cursus ${String(i)}`))
  const begin = performance.now()
  expect(vergelijkAfdrukken(veel).size).toBe(5_000)
  expect(performance.now() - begin).toBeLessThan(10_000)
})
