import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { FACETTEN, type FacetNaam } from '@/lib/voorportaal/model'
import { dagNummer, newAanbodindex, putDocument, type Aanbodindex, type Start, type Zoekdocument } from '@/lib/voorportaal/rules/aanbodindex'
import { zoekInAanbod } from '@/lib/voorportaal/rules/zoek'
import { zoekSchema, type Zoekopdracht } from '@/lib/voorportaal/schema'

const PLAATSEN = ['Zwolle', 'Deventer', 'Amsterdam', 'Nergenshuizen', 'Den Bosch']
const dag = plainDate('2022-11-01')

/** A number from 0 up to `tot` that follows from n alone. */
const kies = (n: number, zout: number, tot: number): number => Math.abs(Math.imul(n * 2_654_435_761 + zout * 40_503, 2_246_822_519) >> 8) % tot

function maakStart(n: number, d: number): Start {
  return {
    dag: dagNummer('2022-11-01') + kies(n, 1, 120) - 5, plaats: kies(n, 2, 3), vorm: 1 + kies(n, 3, 5), dagdelen: kies(n, 4, 8), prijsCent: 10_000 + kies(n, 5, 60) * 5_000,
    subsidiabelCent: kies(n, 6, 12) === 0 ? 0 : 5_000 + kies(n, 7, 40) * 4_000, geregistreerd: 1_660_000_000 + kies(d, 8, 2) * 100,
  }
}

function maakDocument(n: number): Zoekdocument {
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, opleiderId: `opleider-${String(n % 7)}`, transactie: 1, vindbaar: n % 11 !== 0, soort: 'cursus',
    titel: n % 3 === 0 ? 'Heftruckcertificaat' : 'Praktijkdiploma Boekhouden', kern: '', opleider: '', tekst: '',
    categorie: ['ECONOMIE', 'TRANSPORT_EN_LOGISTIEK', null][kies(n, 9, 3)] ?? null, niveau: ['MBO-2', 'MBO-4', null][kies(n, 10, 3)] ?? null, voertaal: ['nl', 'en'][kies(n, 11, 2)] ?? 'nl', duurDagen: [1, 5, 90, null][kies(n, 12, 4)] ?? null,
    plaatsen: [PLAATSEN[n % 5] ?? '', PLAATSEN[(n + 1) % 5] ?? ''], starts: Array.from({ length: n % 9 }, (_, i) => maakStart(n * 31 + i, n)),
  }
}

function maakIndex(): Aanbodindex {
  const index = newAanbodindex()
  for (let n = 0; n < 300; n++) putDocument(index, maakDocument(n))
  return index
}

const index = maakIndex()
const zichtbaarheid = { telt: Uint8Array.from(index.leeft.rij.subarray(0, index.ids.length)), inOnderzoek: new Uint8Array(index.ids.length) }
const zoek = (opdracht: Zoekopdracht) => zoekInAanbod(index, opdracht, { zichtbaarheid, grens: { dag }, maximumCent: 100_000 })
const VELD: Record<FacetNaam, string> = { categorie: 'categorie', niveau: 'niveau', taal: 'taal', duur: 'duur', vorm: 'vorm', plaats: 'plaats', startmaand: 'startmaand', prijs: 'maxPrijs', dagdeel: 'dagdeel', stap: 'stap', eigen: 'maxEigen' }

describe('elk getal bij een keuze is precies wat men na die keuze ziet', () => {
  test.each<Record<string, string>>([
    {}, { q: 'heftruck' }, { categorie: 'ECONOMIE' }, { plaats: 'Zwolle', afstand: '50' }, { vorm: 'ONLINE', dagdeel: 'AVOND' }, { maxPrijs: '900', maxEigen: '100', taal: 'nl' },
    { startmaand: '2022-12', stap: '250-500', niveau: 'MBO-4' }, { q: 'boekhouden', duur: 'week', plaats: '7411', maxEigen: '0' },
  ])('bij %j', (vraag) => {
    const { facetten } = zoek(zoekSchema.parse(vraag))
    let geteld = 0
    for (const naam of FACETTEN) {
      const veld = naam === 'plaats' && vraag['plaats'] !== undefined ? 'afstand' : VELD[naam]
      for (const { waarde, aantal } of facetten[naam]) {
        // A town by itself is that town and nothing around it.
        const erbij = veld === 'plaats' ? { plaats: waarde, afstand: '0' } : { [veld]: waarde }
        expect(zoek(zoekSchema.parse({ ...vraag, ...erbij })).totaal, `${naam} ${waarde}`).toBe(aantal)
        geteld++
      }
    }
    expect(geteld).toBeGreaterThan(10)
  })

  test('tegenproef: één start anders geeft een ander getal', () => {
    const anders = maakIndex()
    const voor = zoek(zoekSchema.parse({})).totaal
    putDocument(anders, { ...maakDocument(1), starts: [] })
    expect(zoekInAanbod(anders, zoekSchema.parse({}), { zichtbaarheid: { ...zichtbaarheid, telt: Uint8Array.from(anders.leeft.rij.subarray(0, anders.ids.length)) }, grens: { dag }, maximumCent: 100_000 }).totaal).toBe(voor - 1)
  })
})

describe('volgorde en bladzijden', () => {
  test.each(['prijs', 'start', 'eigen'] as const)('op %s staat niets na iets dat later hoort', (sorteer) => {
    const { vondsten, totaal } = zoek(zoekSchema.parse({ sorteer }))
    const sleutels = vondsten.map(({ start: s }) => {
      const prijs = index.prijs.rij[s] ?? 0
      return sorteer === 'prijs' ? prijs : sorteer === 'start' ? (index.dag.rij[s] ?? 0) : prijs - Math.min(index.subsidiabel.rij[s] ?? 0, 100_000)
    })
    expect(sleutels).toEqual([...sleutels].sort((a, b) => a - b))
    expect(vondsten).toHaveLength(Math.min(200, totaal))
  })

  test('bladzijden overlappen niet en slaan niets over', () => {
    const alles = zoekInAanbod(index, zoekSchema.parse({}), { zichtbaarheid, grens: { dag }, maximumCent: 100_000, diep: 10_000 }).vondsten.map(({ document }) => document)
    expect(new Set(alles).size).toBe(alles.length)
    expect(zoek(zoekSchema.parse({})).vondsten.map(({ document }) => document)).toEqual(alles.slice(0, 200))
  })
})
