import { XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noemBestanden } from '@/scripts/poort/paginas/onderdelen'
import { meldingPagina } from '@/scripts/poort/paginas/melding'
import { ontvangstPagina } from '@/scripts/poort/paginas/ontvangst'
import { storingPagina } from '@/scripts/poort/paginas/storing'
import { wachtkamerPagina } from '@/scripts/poort/paginas/wachtkamer'
import { kiesSituatie, type WachtkamerData } from '@/scripts/poort/paginas/wachtkamer-data'
import { KAMERS, ONTVANGSTEN, STORINGEN } from './situaties'

const PAGINAS: readonly (readonly [string, string])[] = [
  ...Object.entries(KAMERS).map(([naam, data]) => [`wachtkamer ${naam}`, wachtkamerPagina(data)] as const),
  ...Object.entries(ONTVANGSTEN).map(([naam, data]) => [`ontvangst ${naam}`, ontvangstPagina(data)] as const),
  ...Object.entries(STORINGEN).map(([naam, data]) => [`storing ${naam}`, storingPagina(data)] as const),
  ['melding', meldingPagina({ titel: 'U hebt geen toegang', tekst: 'Log in als aanvrager.' })],
]

/** HTML whose elements all close and whose attributes are all quoted is XML, but for the empty elements and the attributes without a value. */
function parse(page: string): XmlDocument {
  const xml = zonderStraks(page).replace(/^<!doctype html>\n/, '').replace(/<(meta|link|input|br)\b([^>]*)>/g, '<$1$2/>').replace(/ (hidden|open)(?=[ >])/g, ' $1=""')
  return XmlDocument.fromString(xml)
}

/** What a browser shows: what the page keeps for later is not part of it. */
function zonderStraks(page: string): string {
  return page.replace(/<template[\s\S]*?<\/template>/g, '')
}

function texts(page: string, xpath: string): readonly string[] {
  const document = parse(page)
  try {
    return document.find(xpath).map(({ content }) => content)
  } finally {
    document.dispose()
  }
}

function pagina(naam: string): string {
  const data = KAMERS[naam]
  if (data === undefined) throw new Error(`er is geen kamer ${naam}`)
  return wachtkamerPagina(data)
}

const knoppen = (page: string) => texts(page, '//main//button')
const tekst = (page: string) => texts(page, '//main').join(' ').replace(/\s+/g, ' ')

describe.each(PAGINAS)('%s', (_naam, page) => {
  test('is welgevormd: alles sluit, niets staat dubbel', () => {
    expect(() => { parse(page).dispose() }).not.toThrow()
    const ids = texts(page, '//@id')
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('heeft één h1, de naam van de site in de titel, de taal en een weg naar de inhoud', () => {
    expect(texts(page, '//h1')).toHaveLength(1)
    expect(texts(page, '//title')[0]).toMatch(/^[^-]{5,} - STAP-budget$/)
    expect(texts(page, '/html/@lang')).toEqual(['nl'])
    expect(texts(page, '//body/a[1]/@href')).toEqual(['#inhoud'])
    expect(texts(page, '//main/@id')).toEqual(['inhoud'])
  })
  test('slaat geen kop over en elk deel heeft de naam van zijn kop', () => {
    const levels = [...zonderStraks(page).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    levels.forEach((level, index) => { expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1) })
    const ids = texts(page, '//@id')
    for (const naam of texts(page, '//@aria-labelledby')) expect(ids).toContain(naam)
  })
  test('heeft geen script of stijl in de pagina, en geen woord dat wij niet gebruiken', () => {
    expect(texts(page, '//@style | //style | //script[not(@src)] | //@*[starts-with(local-name(), "on")]')).toEqual([])
    expect(tekst(page)).not.toMatch(/helaas|middels|undefined|null|NaN|\[object/i)
  })
  test('verstuurt alleen naar deze site, en ververst niet te vaak', () => {
    for (const action of texts(page, '//form/@action')) expect(action).toMatch(/^\/[^/]/)
    for (const seconden of texts(page, '//noscript/meta[@http-equiv="refresh"]/@content')) expect(parseInt(seconden, 10)).toBeGreaterThanOrEqual(3)
  })
})

describe('de wachtkamer', () => {
  test.each([
    ['loting', 'loting'], ['dicht', 'dicht'], ['dicht-bijna', 'dicht'], ['inloggen-voor', 'inloggen'], ['inloggen-open', 'inloggen'], ['neem-plaats-voor', 'neem-plaats'],
    ['neem-plaats-open', 'neem-plaats'], ['verlaten', 'neem-plaats'], ['met-plaats-klaar', 'met-plaats'], ['met-plaats-uitgelogd', 'met-plaats'], ['loten', 'loten'],
    ['wachten-wel', 'wachten'], ['wachten-uitgelogd', 'wachten'], ['beurt', 'beurt'], ['beurt-niet-klaar', 'beurt'], ['beurt-uitgelogd', 'beurt'], ['pauze', 'pauze'],
    ['pauze-zonder-plaats', 'pauze'], ['uitgeput', 'uitgeput'], ['uitgeput-beurt', 'uitgeput'], ['gesloten', 'gesloten'], ['ingediend', 'ingediend'],
  ] as const)('%s: het gaat over %s', (naam, situatie) => {
    const data = KAMERS[naam]
    expect(data && kiesSituatie(data)).toBe(situatie)
  })

  test('wie vóór de opening geen plaats heeft, ziet één knop', () => {
    expect(knoppen(pagina('neem-plaats-voor'))).toEqual(['Neem een plaats in de wachtkamer'])
    expect(texts(pagina('neem-plaats-voor'), '//main//form/@action')).toEqual(['/wachtkamer/2022-V/plaats'])
  })
  test('wie een nummer heeft, hoort dat het nog geen plaats is en dat de pagina dicht mag', () => {
    expect(tekst(pagina('met-plaats-klaar'))).toContain('Dit nummer is nog geen plaats')
    expect(tekst(pagina('met-plaats-klaar'))).toContain('U mag deze pagina sluiten')
    expect(tekst(pagina('met-plaats-klaar'))).toContain('Uw aanvraag staat klaar')
    expect(tekst(pagina('met-plaats-niet-klaar'))).toContain('Maak deze aanvraag af vóór 10.00 uur')
    expect(tekst(pagina('met-plaats-zonder-aanvraag'))).toContain('U hebt nog geen aanvraag klaarstaan')
  })
  test('de belofte van de loting en het eigen lot staan erbij, en na de loting waar zij is na te rekenen', () => {
    expect(tekst(pagina('met-plaats-klaar'))).toContain('5b8f2f0c9f0d5f1f4a7f9cc1e2b7a8d4c3f0e1d2b3a495867768594a3b2c1d0e')
    expect(tekst(pagina('met-plaats-klaar'))).toContain('0f1e2d3c4b5a69788796a5b4c3d2e1f0')
    expect(texts(pagina('wachten-wel'), '//main//a[contains(@href, "/publicaties")]/@href')).toEqual(['/publicaties/wachtkamer/2022-V'])
  })
  test('wie wacht ziet hoeveel mensen, hoe laat, hoe snel, en of het budget dan reikt', () => {
    const page = tekst(pagina('wachten-onzeker'))
    expect(page).toContain('43.439 mensen')
    expect(page).toContain('rond 10.20 uur, over ongeveer 12 minuten')
    expect(page).toContain('3.600 mensen per minuut')
    expect(page).toContain('Onzeker. Het budget reikt naar verwachting tot ongeveer plaats 69.000')
    expect(tekst(pagina('wachten-wel'))).toContain('Waarschijnlijk wel.')
    expect(tekst(pagina('wachten-niet'))).toContain('Waarschijnlijk niet.')
    expect(texts(pagina('wachten-onzeker'), '//title')).toEqual(['Nog 43.439 voor u - STAP-budget'])
  })
  test('wie aan de beurt is ziet één grote knop, die naar de eigen aanvraag gaat', () => {
    expect(knoppen(pagina('beurt'))).toEqual(['Dien uw aanvraag in'])
    expect(texts(pagina('beurt'), '//main//form/@action')).toEqual(['/aanvragen/STAP-0000123-44/indienen'])
    expect(texts(pagina('beurt'), '//main//form/@method')).toEqual(['post'])
  })
  test('wie aan de beurt is en niet klaar of niet ingelogd is, ziet hoe het verder gaat', () => {
    expect(knoppen(pagina('beurt-niet-klaar'))).toEqual([])
    expect(texts(pagina('beurt-niet-klaar'), '//main//a/@href')).toContain('/mijn/aanvragen/STAP-0000123-44')
    expect(texts(pagina('beurt-uitgelogd'), '//main//a/@href')).toContain('/inloggen?voor=burger&terug=%2Fwachtkamer%2F2022-V')
  })
  test('niemand ziet een knop om in te dienen die niet aan de beurt is', () => {
    for (const naam of ['wachten-wel', 'loten', 'met-plaats-klaar', 'neem-plaats-open', 'pauze', 'dicht', 'gesloten']) expect(zonderStraks(pagina(naam))).not.toContain('/indienen"')
  })
  test('wie wacht heeft de pagina van straks bij zich: wachten, beurt en budget op, welgevormd en met de knop alleen in de beurt', () => {
    for (const naam of ['met-plaats-klaar', 'loten', 'wachten-wel', 'pauze']) {
      const delen = new Map([...pagina(naam).matchAll(/<template data-situatie="(\w+)">([\s\S]*?)<\/template>/g)].map(([, situatie = '', inhoud = '']) => [situatie, `<main>${inhoud}</main>`]))
      expect([naam, ...delen.keys()]).toEqual([naam, 'wachten', 'beurt', 'uitgeput'])
      expect(knoppen(delen.get('wachten') ?? '')).toEqual(['Plaats opgeven'])
      expect(knoppen(delen.get('beurt') ?? '')).toEqual(['Dien uw aanvraag in'])
      expect(knoppen(delen.get('uitgeput') ?? '')).toEqual(['Plaats opgeven en weggaan', 'Vraag een besluit aan'])
      for (const deel of delen.values()) expect(texts(deel, '//@id')).toHaveLength(new Set(texts(deel, '//@id')).size)
    }
  })
  test('wie niet klaar is of niet is ingelogd, krijgt voor de beurt geen knop mee', () => {
    for (const naam of ['wachten-niet-klaar', 'wachten-uitgelogd', 'met-plaats-zonder-aanvraag']) {
      expect(pagina(naam)).toContain('data-situatie="wachten"')
      expect(pagina(naam)).not.toContain('<template data-situatie="beurt"')
    }
    for (const naam of ['beurt', 'uitgeput', 'gesloten', 'ingediend', 'neem-plaats-voor']) expect(pagina(naam)).not.toContain('<template')
  })
  test('als het budget op is zijn er drie keuzen, met hun gevolgen', () => {
    expect(texts(pagina('uitgeput'), '//main//h2')).toEqual(['Wachten op de reservelijst', 'Weggaan', 'Een brief met een besluit krijgen', 'Volgende keer'])
    expect(knoppen(pagina('uitgeput'))).toEqual(['Plaats opgeven en weggaan', 'Vraag een besluit aan'])
    expect(texts(pagina('uitgeput'), '//main//input[@name="formeel"]/@value')).toEqual(['ja'])
    expect(tekst(pagina('uitgeput'))).toContain('De lijst loopt tot en met woensdag 14 december 2022')
    expect(tekst(pagina('uitgeput'))).toContain('U komt dan niet op de reservelijst')
  })
  test('wie na het budget aan de beurt is, dient in voor de reservelijst', () => {
    expect(knoppen(pagina('uitgeput-beurt'))).toEqual(['Dien in voor de reservelijst', 'Plaats opgeven en weggaan', 'Vraag een besluit aan'])
  })
  test('zonder reservelijst zijn er twee keuzen', () => {
    expect(texts(pagina('uitgeput-zonder-reserve'), '//main//h2')).toEqual(['Weggaan', 'Een brief met een besluit krijgen', 'Volgende keer'])
    expect(tekst(pagina('uitgeput-zonder-reserve'))).toContain('U kunt nu twee dingen doen')
  })
  test('in een pauze staat het bericht van de regie, en dat de plaats blijft', () => {
    expect(tekst(pagina('pauze'))).toContain('Inloggen met DigiD gaat nu langzaam')
    expect(tekst(pagina('pauze'))).toContain('Uw plaats blijft van u')
  })
})

describe('het bewijs van ontvangst', () => {
  const bewijs = (naam: string) => {
    const data = ONTVANGSTEN[naam]
    if (data === undefined) throw new Error(`er is geen bewijs ${naam}`)
    return ontvangstPagina(data)
  }
  test('Awb 4:3a: noemt nummer, moment op de seconde, en wanneer het besluit komt', () => {
    const page = tekst(bewijs('ingediend'))
    for (const deel of ['STAP-0000123-44', 'dinsdag 1 november 2022 om 10.07.05 uur', '4812', 'artikel 4:3a', 'uiterlijk op dinsdag 29 november 2022']) expect(page).toContain(deel)
  })
  test('ververst zolang er geen uitkomst is, en daarna niet meer', () => {
    expect(bewijs('ingediend')).toContain('http-equiv="refresh"')
    for (const naam of ['gereserveerd', 'niet-toegewezen', 'reserve', 'formeel-geweigerd', 'in-loting']) expect(bewijs(naam)).not.toContain('http-equiv="refresh"')
  })
  test('wie meeloot ziet het eigen lot; in een pauze staat het bericht van de regie op het bewijs', () => {
    const bewijs = (naam: string) => tekst(PAGINAS.find(([een]) => een === `ontvangst ${naam}`)?.[1] ?? '')
    expect(bewijs('in-loting')).toContain('9a0b1c2d3e4f5061728394a5b6c7d8e9')
    expect(bewijs('in-pauze')).toContain('Kijk om 11.00 uur weer.')
    expect(bewijs('ingediend')).not.toMatch(/Uw lot|staat even stil/)
  })
  test('zegt wat de uitkomst is', () => {
    expect(tekst(bewijs('gereserveerd'))).toContain('Er is budget voor u gereserveerd')
    expect(tekst(bewijs('niet-toegewezen'))).toContain('Er is geen budget meer voor u')
    expect(tekst(bewijs('reserve'))).toContain('U staat op de reservelijst')
    expect(tekst(bewijs('formeel'))).toContain('U vroeg om een besluit')
  })
})

describe('wat van een ander komt', () => {
  const KWAAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  const kwaad = (data: WachtkamerData): WachtkamerData => ({
    ...data, geweigerd: [KWAAD], tijdvak: { ...data.tijdvak, naam: KWAAD, compartimenten: [{ code: 'algemeen', naam: KWAAD, plafondCent: 100 }] },
    stand: { ...data.stand, melding: KWAAD },
    bezoeker: { wie: KWAAD, aanvraag: { kenmerk: 'STAP-0000123-44', titel: KWAAD, stand: data.bezoeker?.aanvraag?.stand ?? 'gereed' } },
  })
  test.each(Object.entries(KAMERS))('komt nergens als HTML op de pagina: %s', (_naam, data) => {
    const page = wachtkamerPagina(kwaad(data))
    expect(page).not.toContain('<script>')
    expect(page).not.toContain('<img')
    expect(texts(page, '//script')).toHaveLength(1)
  })
  test('ook niet op het bewijs', () => {
    const data = ONTVANGSTEN['ingediend']
    const page = data && ontvangstPagina({ ...data, titel: KWAAD, opleider: KWAAD })
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<img')
  })
  test('de pagina van een storing gaat alleen terug naar een adres van deze site', () => {
    expect(() => storingPagina({ oorzaak: 'web', pad: '//evil.example', probeerOverS: 5 })).toThrow(RangeError)
  })
})

describe('de bestanden van de poort', () => {
  beforeAll(() => { noemBestanden((naam) => `/wachtkamer/bestanden/${naam}?v=abc`) })
  afterAll(() => { noemBestanden((naam) => `/wachtkamer/bestanden/${naam}`) })

  test('staan op de pagina met hun versie, en nergens anders vandaan', () => {
    const page = pagina('wachten-wel')
    expect(texts(page, '//link/@href | //script/@src')).toEqual(['/wachtkamer/bestanden/stap.css?v=abc', '/wachtkamer/bestanden/beeldmerk.svg?v=abc', '/wachtkamer/bestanden/wachtkamer.js?v=abc'])
    expect(page).toContain('/wachtkamer/bestanden/iconen.svg?v=abc#circle-check')
  })
})
