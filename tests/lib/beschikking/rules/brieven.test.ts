import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { AFWIJZINGSGRONDEN, VASTSTELLINGSGRONDEN, type BriefFeiten, type Regelwaarden } from '@/lib/beschikking/model'
import { makeBesluitbrief } from '@/lib/beschikking/rules/besluitbrief'
import { layoutBrief, type OpgemaakteBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { makeAanhoudingsbrief, makeHervattingsbrief, makeOntvangstbevestiging, type NieuweBrief } from '@/lib/beschikking/rules/brieven'
import { makeMaatregelbrief, makeMededeling, makeMededelingVoorbij, makeOpheffingsbrief } from '@/lib/toezicht/rules/maatregelbrief'

const FEITEN: BriefFeiten = {
  naam: 'Fatima El Amrani', aanvraagKenmerk: 'STAP-0000123-44', opleiding: 'Lassen niveau 1', opleider: 'Vakschool De Bouw', startdatum: plainDate('2022-12-05'),
  einddatum: plainDate('2023-01-27'), plaats: 'Utrecht', bedragCent: cent(93_950), gevraagdCent: cent(93_950), ontvangenOp: 'dinsdag 1 november 2022 om 10.00 uur', beslisUiterlijkOp: plainDate('2022-11-29'),
}
const WAARDEN: Regelwaarden = {
  minimumleeftijd: 18, verzekerdeMaanden: 6, verzekerdTotMaanden: 3, maximumCent: cent(100_000), verleningenPerJaar: 1,
  vroegsteStart: plainDate('2022-11-29'), laatsteStart: plainDate('2023-03-31'), aanwezigheidProcent: 80,
}
const BEZWAAR = plainDate('2022-12-13')
const MAATREGEL = { opleider: 'Vakschool De Bouw', adres: ['Werkweg 1', '3511 AB Utrecht'], opleiding: null, reden: 'Er zijn meldingen over geschenken.', ingangsdatum: plainDate('2022-11-01'), einddatum: null }
const SOORTEN = ['in-onderzoek', 'geblokkeerd', 'verwijderd'] as const

const BRIEVEN: readonly (readonly [string, NieuweBrief])[] = [
  ['ontvangstbevestiging', makeOntvangstbevestiging(FEITEN)],
  ['verlening', makeBesluitbrief(FEITEN, { soort: 'verlening', motivering: null }, WAARDEN, BEZWAAR)],
  ...AFWIJZINGSGRONDEN.map((grond) => [`afwijzing ${grond}`, makeBesluitbrief(FEITEN, { soort: 'afwijzing', gronden: [grond], motivering: null }, WAARDEN, BEZWAAR)] as const),
  ...VASTSTELLINGSGRONDEN.map((grond) => [`vaststelling ${grond}`, makeBesluitbrief(FEITEN, { soort: 'vaststelling', gronden: [grond], bedragCent: cent(93_950), motivering: null }, WAARDEN, BEZWAAR)] as const),
  ...SOORTEN.map((soort) => [`aanhouding ${soort}`, makeAanhoudingsbrief(FEITEN, plainDate('2022-11-29'), soort)] as const),
  ['hervatting', makeHervattingsbrief(FEITEN)],
  ...SOORTEN.map((soort) => [`maatregel ${soort}`, makeMaatregelbrief({ ...MAATREGEL, soort }, BEZWAAR)] as const),
  ...SOORTEN.map((soort) => [`mededeling ${soort}`, makeMededeling(FEITEN, soort)] as const),
  ['mededeling voorbij', makeMededelingVoorbij(FEITEN)],
  ['opheffing', makeOpheffingsbrief({ ...MAATREGEL, soort: 'geblokkeerd' }, 'Het onderzoek is afgerond.')],
]

const opmaak = (brief: NieuweBrief): OpgemaakteBrief => layoutBrief({ ...brief, kenmerk: 'BRF-0000001-10', datum: plainDate('2022-11-01') })
const tekstVan = (brief: NieuweBrief): string[] => opmaak(brief).blokken.flatMap((blok) => (blok.soort === 'lijst' ? blok.punten : [blok.tekst]))

// An article between brackets is a reference, not part of the sentence; a dot in an amount or a time ends nothing.
const zinnen = (brief: NieuweBrief): string[] =>
  tekstVan(brief).join(' ¶ ').replace(/ \(artikel[^)]*\)/g, '').split(/(?<=[.?!:,])\s*¶|(?<=[.?!])\s+(?=[A-Z‘])|¶/).map((zin) => zin.trim()).filter((zin) => zin.split(/\s+/).length > 2)

describe('brieven zijn te lezen op niveau B1', () => {
  test.each(BRIEVEN)('%s: gemiddeld ten hoogste vijftien woorden per zin, en geen zin boven de vijfentwintig', (_, brief) => {
    const lengtes = zinnen(brief).map((zin) => zin.split(/\s+/).length)
    expect(lengtes.reduce((som, lengte) => som + lengte, 0) / lengtes.length).toBeLessThanOrEqual(15)
    expect(Math.max(...lengtes)).toBeLessThanOrEqual(25)
  })

  test.each(BRIEVEN)('%s: geen woorden die een brief stijf maken', (_, brief) => {
    const verboden = /\b(helaas|middels|betreffende|inzake|verstrekken|verstrekt|creëren|dient te|dienen te|teneinde|conform|derhalve|alsmede|omtrent|tevens|ingevolge|desgewenst|wordt verzocht|onderhavige|gelieve|hieromtrent|met betrekking tot|ten aanzien van|uw schrijven|o\.a\.|d\.w\.z\.|i\.v\.m\.)\b/i
    expect(tekstVan(brief).join('\n')).not.toMatch(verboden)
  })

  test.each(BRIEVEN)('%s: spreekt de lezer aan met u, nooit met je', (_, brief) => {
    expect(tekstVan(brief).join('\n')).not.toMatch(/\b(je|jij|jouw)\b/i)
  })
})

describe('I10: geen besluit zonder grond, termijn en de weg om bezwaar te maken', () => {
  test.each(BRIEVEN.filter(([naam]) => /^(verlening|afwijzing|vaststelling)/.test(naam)))('%s', (_, brief) => {
    const tekst = tekstVan(brief).join('\n')
    expect(brief.inhoud.waarom.gronden.length).toBeGreaterThan(0)
    for (const { artikel } of brief.inhoud.waarom.gronden) expect(artikel).toMatch(/^artikel \d/)
    expect(tekst).toContain('Uw brief moet uiterlijk op dinsdag 13 december 2022 bij ons zijn.')
    expect(tekst).toContain('Stuur uw brief naar UWV, afdeling Bezwaar')
  })

  test('elke afwijzingsgrond heeft een eigen zin', () => {
    const eigen = AFWIJZINGSGRONDEN.map((grond) => makeBesluitbrief(FEITEN, { soort: 'afwijzing', gronden: [grond], motivering: null }, WAARDEN, BEZWAAR).inhoud.waarom.gronden[0]?.zin)
    expect(new Set(eigen).size).toBe(AFWIJZINGSGRONDEN.length)
  })

  test('twee gronden staan er allebei, met wat de burger kan doen', () => {
    const { inhoud } = makeBesluitbrief(FEITEN, { soort: 'afwijzing', gronden: ['te-jong', 'start-te-vroeg'], motivering: 'Wij hebben u gebeld.\n\nU gaf geen andere datum.' }, WAARDEN, BEZWAAR)
    expect(inhoud.waarom.gronden.map(({ zin }) => zin)).toEqual(['U was op de dag van uw aanvraag jonger dan 18 jaar.', 'Uw scholing start te vroeg. U kon starten vanaf dinsdag 29 november 2022.'])
    expect(inhoud.toelichting).toEqual(['Wij hebben u gebeld.', 'U gaf geen andere datum.'])
    expect(inhoud.doen).toHaveLength(2)
  })
})

test('de volgorde van een brief: besluit, betekenis, doen, waarom, bezwaar, vragen', () => {
  const brief = opmaak(makeBesluitbrief(FEITEN, { soort: 'verlening', motivering: null }, WAARDEN, BEZWAAR))
  expect(brief.gegevens).toEqual([{ naam: 'Datum', waarde: 'dinsdag 1 november 2022' }, { naam: 'Kenmerk', waarde: 'BRF-0000001-10' }, { naam: 'Uw aanvraag', waarde: 'STAP-0000123-44' }])
  expect(brief.blokken[1]).toEqual({ soort: 'alinea', tekst: 'U krijgt € 939,50 STAP-budget voor ‘Lassen niveau 1’ bij Vakschool De Bouw.', nadruk: true })
  expect(brief.blokken.flatMap((blok) => (blok.soort === 'kop' ? [blok.tekst] : []))).toEqual([
    'Wat betekent dit voor u?', 'Wat kunt u nu doen?', 'Waarom beslissen wij dit?', 'Bent u het er niet mee eens?', 'Hebt u vragen?',
  ])
})
