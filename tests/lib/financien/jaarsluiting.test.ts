import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { calculateTerugval, checkSluiting, checkVoorstel, lowerPot } from '@/lib/financien/rules/jaarsluiting'
import { isSluitend } from '@/lib/financien/rules/jaarverslag'
import { sluitBoekjaar, stelSluitingVoor } from '@/lib/financien/use-cases/sluit-boekjaar'
import { getAansluiting, getBoeking, getJaarverslag, getOuderdom, getProefbalans, listRegels, streamAuditfile, streamJaarverslag } from '@/lib/financien/views'
import { validateXsd } from '@/lib/platform/xml'
import { aAfschrift } from '@/tests/builders/bank'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let [een, twee]: Medewerker[] = []
freshDb(async () => {
  wereld = await aBetaalWereld()
  ;[een, twee] = wereld.financieel
  // Two grants with an order; of one the invoice waits to be paid over the end of the year.
  const orders: string[] = []
  for (let i = 0; i < 2; i += 1) {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    orders.push(order?.ordernummer ?? '')
  }
  await zetKlok('2022-12-20T10:00:00+01:00')
  await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: orders[0] ?? '', nummer: 'F-1' })) })
  await asOwner(`update tijdvak set toestand = 'open'`)
})

const wie = (): Medewerker => { if (een === undefined) throw new Error('nobody'); return een }
const collega = (): Medewerker => { if (twee === undefined) throw new Error('nobody'); return twee }
const stand = async (op: string, jaar?: number) => (await getProefbalans(wie(), plainDate(op), jaar)).totaal
const plafonds = () => asOwner<{ plafond: number; gebruikt: number }>(
  'select plafond_cent::int as plafond, (gereserveerd_cent + verplicht_cent + betaald_cent)::int as gebruikt from compartiment where id = $1', [wereld.compartimentId])

describe('de regels van een afsluiting', () => {
  const kan = { jaar: 2022, ditJaar: 2023, isGesloten: false, voorgesteldDoor: 'een', isEerderJaarOpen: false, lopend: [], metRest: [], verschillen: 0, ongelezen: 0 }
  test('pas na 1 januari, na het eerdere jaar en na de tijdvakken', () => {
    expect(checkVoorstel(kan)).toEqual([])
    expect(checkVoorstel({ ...kan, ditJaar: 2022, isEerderJaarOpen: true, lopend: ['2022-V'], metRest: ['2022-V'] }))
      .toEqual(['jaar-loopt-nog', 'eerder-jaar-open', 'tijdvak-loopt', 'rest-niet-geboekt'])
    expect(checkVoorstel({ ...kan, verschillen: 2, ongelezen: 1 })).toEqual(['sluit-niet-aan', 'bank-ongelezen'])
    expect(checkVoorstel({ ...kan, isGesloten: true, ditJaar: 2022 })).toEqual(['al-gesloten'])
  })
  test('door een ander dan wie het voorstelde', () => {
    expect(checkSluiting(kan, 'twee')).toEqual([])
    expect(checkSluiting(kan, 'een')).toEqual(['zelfde-persoon'])
    expect(checkSluiting({ ...kan, voorgesteldDoor: null }, 'twee')).toEqual(['niet-voorgesteld'])
  })
  test('wat vrij is valt terug, maar niet wat intussen elders is', () => {
    expect(calculateTerugval({ vrijInJaarCent: 500, vrijNuCent: 500, isVoorbij: true })).toBe(500)
    expect(calculateTerugval({ vrijInJaarCent: 500, vrijNuCent: 200, isVoorbij: true })).toBe(200)
    expect(calculateTerugval({ vrijInJaarCent: 500, vrijNuCent: 700, isVoorbij: true })).toBe(500)
    expect(calculateTerugval({ vrijInJaarCent: 500, vrijNuCent: 500, isVoorbij: false })).toBe(0)
    expect(calculateTerugval({ vrijInJaarCent: -500, vrijNuCent: 0, isVoorbij: true })).toBe(0)
  })
  test('eerst vervalt wat boven het plafond was toegestaan', () => {
    expect(lowerPot({ plafondCent: 1_000, overschrijdingCent: 300 }, 200)).toEqual({ plafondCent: 1_000, overschrijdingCent: 100 })
    expect(lowerPot({ plafondCent: 1_000, overschrijdingCent: 300 }, 500)).toEqual({ plafondCent: 800, overschrijdingCent: 0 })
  })
})

describe('het jaar 2022 wordt gesloten', () => {
  test('niet terwijl het loopt, en niet terwijl een tijdvak nog open is', async () => {
    expect(await stelSluitingVoor(wie(), 2022)).toEqual({ ok: false, redenen: ['jaar-loopt-nog', 'tijdvak-loopt'] })
    await zetKlok('2023-01-09T10:00:00+01:00')
    expect(await stelSluitingVoor(wie(), 2022)).toEqual({ ok: false, redenen: ['tijdvak-loopt'] })
    await asOwner(`update tijdvak set toestand = 'gesloten', gesloten_op = '2022-12-31T23:00:00Z'`)
  })

  test('niet terwijl iets een cent verschilt, en niet met een afschrift dat nog wacht', async () => {
    await plant('update verplichting set bedrag_cent = bedrag_cent + 1')
    expect(await stelSluitingVoor(wie(), 2022)).toEqual({ ok: false, redenen: ['sluit-niet-aan'] })
    await plant('update verplichting set bedrag_cent = bedrag_cent - 1')
    await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud: aAfschrift({ kenmerk: 'A1', begin: '0.00', eind: '0.00' }) })
    expect(await stelSluitingVoor(wie(), 2022)).toEqual({ ok: false, redenen: ['bank-ongelezen'] })
    await plant('delete from bankbericht')
  })

  test('het voorstel toont wat er zou gebeuren, en een ander sluit', async () => {
    expect(await sluitBoekjaar(wie(), 2022)).toEqual({ ok: false, redenen: ['niet-voorgesteld'] })
    expect(await stelSluitingVoor(wie(), 2022)).toMatchObject({ ok: true })
    expect(await sluitBoekjaar(wie(), 2022)).toEqual({ ok: false, redenen: ['zelfde-persoon'] })
    const verslag = await getJaarverslag(wie(), 2022)
    expect(verslag).toMatchObject({ meeCent: 187_900, bezwaren: [] })
    expect(verslag?.terugCent).toBeGreaterThan(0)
    expect(verslag?.rijen.every(isSluitend)).toBe(true)
  })

  test('wat verplicht of te betalen is gaat mee, wat vrij is valt terug, en geen stand van een compartiment verandert', async () => {
    const [voor] = await plafonds()
    const verslag = await getJaarverslag(wie(), 2022)
    expect(await sluitBoekjaar(collega(), 2022)).toEqual({ ok: true, value: { teruggevallenCent: verslag?.terugCent, meegenomen: 2 } })
    expect(await stand('2023-01-09', 2022)).toMatchObject({ vrij: 0, verplicht: 0, crediteuren: 0, overloop: 187_900, plafond: -187_900 })
    expect(await stand('2023-01-09', 2023)).toMatchObject({ vrij: 0, verplicht: 93_950, crediteuren: 93_950, overloop: -187_900, plafond: 0 })
    expect(await stand('2023-01-09')).toMatchObject({ verplicht: 93_950, crediteuren: 93_950, overloop: 0, plafond: -187_900 })
    const [na] = await plafonds()
    expect(na).toEqual({ plafond: 187_900, gebruikt: voor?.gebruikt })
    const gesloten = await getJaarverslag(wie(), 2022)
    expect(gesloten).toMatchObject({ meeCent: verslag?.meeCent, terugCent: verslag?.terugCent, geslotenDoor: collega().naam })
    expect(gesloten?.rijen.every(isSluitend)).toBe(true)
    expect((await getJaarverslag(wie(), 2023))?.rijen.map(({ beginCent }) => beginCent)).toEqual([187_900])
    const aansluiting = await getAansluiting(wie())
    expect(aansluiting).toHaveLength(15)
    expect(aansluiting.filter(({ verschil }) => verschil !== 0)).toEqual([])
    // What the two of them saw is kept with the closing, also when the figures of today are others.
    expect(gesloten?.sluitstuk).toMatchObject({ openAantal: 0, openCent: 0 })
    expect(gesloten?.sluitstuk?.regels.find(({ wat }) => wat === 'Verplicht')).toEqual({ wat: 'Verplicht', links: 93_950, bron: 'Wat van opdrachten nog niet is gefactureerd', rechts: 93_950 })
  })

  test('een tweede keer verandert niets', async () => {
    const [voor] = await asOwner('select count(*)::int as aantal, max(id)::int as laatste from boeking')
    expect(await sluitBoekjaar(collega(), 2022)).toEqual({ ok: false, redenen: ['al-gesloten'] })
    expect(await stelSluitingVoor(wie(), 2022)).toEqual({ ok: false, redenen: ['al-gesloten'] })
    expect(await asOwner('select count(*)::int as aantal, max(id)::int as laatste from boeking')).toEqual([voor])
  })

  test('in het gesloten jaar wordt niets meer geboekt; in het nieuwe gaat het door (tegenproef)', async () => {
    const boek = (jaar: number) => asOwner(
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id, boekjaar) values ('boek-factuur', 'proef', $2, $3) returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select id, r.rekening, $1, r.cent from b, (values ('verplicht', -5), ('crediteuren', 5)) r (rekening, cent)`,
      [wereld.compartimentId, String(jaar), jaar])
    await expect(boek(2022)).rejects.toThrow('boekjaar 2022 is gesloten')
    await boek(2023)
    expect(await stand('2023-01-09', 2023)).toMatchObject({ verplicht: 93_945, crediteuren: 93_955 })
  })

  test('van een getal van het nieuwe jaar naar het dossier, en van de afsluiting naar het verslag', async () => {
    const { rijen, som } = await listRegels(wie(), { rekening: 'verplicht', jaar: 2023, soort: 'open-jaar' })
    expect(rijen.map(({ aanvraag, bedragCent }) => [aanvraag?.slice(0, 5), bedragCent])).toEqual([['STAP-', 93_950]])
    expect(som).toBe(93_950)
    expect((await getBoeking(wie(), String(rijen[0]?.boeking)))?.bron).toEqual({ href: '/uwv/financien/jaren/2022', naam: 'Afsluiting van boekjaar 2022' })
  })

  test('wat meegaat wordt niet jonger: de factuur van 20 december is 20 dagen oud', async () => {
    const [nieuw] = await getOuderdom(wie(), plainDate('2023-01-09'))
    expect(nieuw?.crediteuren).toEqual({ aantal: 2, bedrag: 93_955 })
    expect((await getOuderdom(wie(), plainDate('2023-01-20'))).find(({ stap }) => stap === 'tot-90')?.crediteuren.bedrag).toBe(93_950)
  })
})

describe('wat de accountant krijgt', () => {
  const lees = async (stukken: AsyncGenerator<string>) => {
    let tekst = ''
    for await (const stuk of stukken) tekst += stuk
    return tekst
  }

  test('het jaarverslag als CSV', async () => {
    const [kop, rij] = (await lees(streamJaarverslag(wie(), 2022))).replace('\uFEFF', '').split('\r\n')
    expect(kop).toMatch(/^tijdvak;compartiment;begin;budget;besteed;rente;mee_gereserveerd;mee_verplicht;/)
    expect(rij).toMatch(/^2022-V;Algemeen;0,00;.*;1879,00;[0-9]+,00$/)
  })

  test('de auditfile is XAF 3.2, en debet en credit zijn gelijk', async () => {
    const xml = await lees(streamAuditfile(wie(), 2022))
    expect(validateXsd(Buffer.from(xml), readFileSync(new URL('./xaf-3.2.xsd', import.meta.url)))).toEqual([])
    const regels = [...xml.matchAll(/<amnt>([0-9.]+)<\/amnt><amntTp>([DC])</g)].map(([, bedrag, kant]) => [Math.round(Number(bedrag) * 100), kant] as const)
    const som = (kant: string) => regels.filter(([, waar]) => waar === kant).reduce((totaal, [centen]) => totaal + centen, 0)
    expect(som('D')).toBe(som('C'))
    const [geteld] = await asOwner<{ regels: number; debet: string }>(
      `select count(*)::int as regels, (sum(r.bedrag_cent) filter (where r.bedrag_cent > 0))::text as debet from boekingsregel r join boeking b on b.id = r.boeking_id where b.boekjaar = 2022`)
    expect(xml).toContain(`<linesCount>${String(geteld?.regels)}</linesCount>`)
    expect(som('D')).toBe(Number(geteld?.debet))
    expect(regels).toHaveLength(geteld?.regels ?? 0)
  })

  test('tegenproef: een element op de verkeerde plaats is geen auditfile', async () => {
    const xml = (await lees(streamAuditfile(wie(), 2022))).replace('<curCode>EUR</curCode>', '').replace('</header>', '<curCode>EUR</curCode></header>')
    expect(validateXsd(Buffer.from(xml), readFileSync(new URL('./xaf-3.2.xsd', import.meta.url)))).not.toEqual([])
  })
})
