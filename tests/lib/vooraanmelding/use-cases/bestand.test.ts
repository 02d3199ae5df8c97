import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { KOLOMMEN } from '@/lib/vooraanmelding/rules/kolommen'
import { ontvangBestand } from '@/lib/vooraanmelding/use-cases/ontvang-bestand'
import { verwerkAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/verwerk-bestand'
import { getBestand, listAanmeldbewijzen } from '@/lib/vooraanmelding/views'
import { aWereld, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { freshDb, zetKlok } from '@/tests/setup/db'

let wereld: Wereld
let opleider: OpleiderActor

freshDb(async () => {
  wereld = await aWereld()
  opleider = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  await zetKlok('2022-10-25T12:00:00+02:00')
})

async function lees(naam: string, inhoud: string | Buffer) {
  const outcome = await ontvangBestand(opleider, { naam, inhoud: Buffer.from(inhoud) })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  await verwerkAanmeldbewijzen(outcome.value.bestandId)
  return { id: outcome.value.bestandId, verslag: await getBestand(opleider, outcome.value.bestandId, 1) }
}

const aantalBewijzen = async () => (await listAanmeldbewijzen(opleider, { pagina: 1, zoek: '', stand: null })).total
const KOP = KOLOMMEN.join(';')
const rij = (nummer: string, over: { bedrag?: string; cohort?: string; postcode?: string } = {}) =>
  `${nummer};Sanne;van;Dijk;29-11-1985;Kerkstraat;12;;${over.postcode ?? '3511 AB'};Utrecht;NL;;${over.cohort ?? 'C-Las'};;;;${over.bedrag ?? '939,50'}`

describe('SVO: aanmeldbewijzen in een CSV', () => {
  test('elke rij haar eigen antwoord, en het verslag noemt elke oorzaak één keer', async () => {
    const { id, verslag } = await lees('bewijzen.csv', `\uFEFF${[KOP, rij('A1'), rij('A2', { bedrag: '1.000,01' }), rij('A3', { cohort: 'bestaat-niet' }), rij('A4', { cohort: 'bestaat-niet' }), rij('A5', { postcode: '' }), rij('A1'), rij('A6')].join('\r\n')}`)
    expect(verslag).toMatchObject({ toestand: 'klaar', uitgegeven: 2, geweigerd: 5 })
    expect(verslag?.oorzaken.map(({ veld, aantal, regels }) => ({ veld, aantal, regels }))).toEqual([
      { veld: 'activiteit-niet-gevonden', aantal: 2, regels: [4, 5] },
      { veld: 'al-uitgegeven', aantal: 1, regels: [7] },
      { veld: 'bedrag-hoger-dan-maximum', aantal: 1, regels: [3] },
      { veld: 'bedrag-hoger-dan-register', aantal: 1, regels: [3] },
      { veld: 'postcode', aantal: 1, regels: [6] },
    ])
    expect(verslag?.bewijzen.map(({ regel, deelnemer }) => [regel, deelnemer])).toEqual([[2, 'Sanne van Dijk'], [8, 'Sanne van Dijk']])
    expect(await aantalBewijzen()).toBe(2)
    await verwerkAanmeldbewijzen(id)
    expect(await aantalBewijzen(), 'twee keer bezorgd verandert niets').toBe(2)
  })
  test('hetzelfde bestand opnieuw geeft niemand een tweede', async () => {
    const { verslag } = await lees('bewijzen.csv', [KOP, rij('A1'), rij('A6')].join('\n'))
    expect(verslag).toMatchObject({ uitgegeven: 0, geweigerd: 2 })
  })
  test.each([
    ['zonder verplichte kolom', KOP.replace(';cohortcode', '') + '\n', /ontbreekt in de eerste regel: cohortcode/],
    ['zonder rijen', `${KOP}\n`, /geen rijen/],
    ['met een aanhalingsteken dat niet sluit', `${KOP}\n${rij('H1')}\n"${rij('H2')}\n`, /aanhalingsteken/],
    ['dat eigenlijk een zip is', Buffer.from('504b03041400000008000000210000', 'hex'), /tekens niet lezen/],
  ])('een bestand %s wordt als geheel geweigerd en verandert niets', async (_, inhoud, reden) => {
    const eerder = await aantalBewijzen()
    const { verslag } = await lees('kapot.csv', inhoud)
    expect(verslag).toMatchObject({ toestand: 'mislukt', uitgegeven: 0, geweigerd: 0 })
    expect(verslag?.reden).toMatch(reden)
    expect(await aantalBewijzen()).toBe(eerder)
  })
  test('een ander soort bestand komt er niet in', async () => {
    expect(await ontvangBestand(opleider, { naam: 'bewijzen.pdf', inhoud: Buffer.from('x') })).toEqual({ ok: false, redenen: ['geen-bestandssoort'] })
    expect(await ontvangBestand(opleider, { naam: 'leeg.csv', inhoud: Buffer.alloc(0) })).toEqual({ ok: false, redenen: ['leeg'] })
  })
})

describe('SVO: aanmeldbewijzen in XML', () => {
  const bewijs = (nummer: string) => `<aanmeldbewijs><deelnemer><studentnummer>${nummer}</studentnummer><voornaam>Noor</voornaam><achternaam>Smit &amp; Zoon</achternaam>
    <geboortedatum>1990-02-03</geboortedatum><straatnaam>Kade</straatnaam><huisnummer>3</huisnummer><postcode>1012AB</postcode><woonplaats>Amsterdam</woonplaats></deelnemer>
    <cohortcode>C-Las</cohortcode><subsidiebedrag>800</subsidiebedrag></aanmeldbewijs>`
  test('leest elk element, hoe het ook is gegroepeerd', async () => {
    const { verslag } = await lees('bewijzen.xml', `<?xml version="1.0" encoding="UTF-8"?><a:aanmeldbewijzen xmlns:a="urn:x">${bewijs('X1').replace(' &amp; Zoon', '')}${bewijs('X2')}</a:aanmeldbewijzen>`)
    expect(verslag).toMatchObject({ toestand: 'klaar', uitgegeven: 1, geweigerd: 1 })
    expect(verslag?.oorzaken.map(({ veld }) => veld)).toEqual(['achternaam'])
  })
  test.each([
    ['afgebroken', `<aanmeldbewijzen>${bewijs('Y1').replace(' &amp; Zoon', '')}`, /niet goed opgebouwd/],
    ['met een DOCTYPE', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><aanmeldbewijzen/>`, /DOCTYPE/],
  ])('XML die is %s, verandert niets', async (_, inhoud, reden) => {
    const eerder = await aantalBewijzen()
    const { verslag } = await lees('kapot.xml', inhoud)
    expect(verslag?.reden).toMatch(reden)
    expect(await aantalBewijzen()).toBe(eerder)
  })
})
