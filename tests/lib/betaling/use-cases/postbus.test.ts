import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { beantwoordFactuur } from '@/lib/betaling/use-cases/beantwoord-factuur'
import { haalAfzenderWeg, voegAfzenderToe } from '@/lib/betaling/use-cases/beheer-afzenders'
import { handelPostAf } from '@/lib/betaling/use-cases/handel-post-af'
import { leesPostbus } from '@/lib/betaling/use-cases/lees-postbus'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { proposeAntwoord } from '@/lib/betaling/rules/factuurantwoord'
import * as herkomst from '@/lib/betaling/rules/postbus'
import { getFactuur } from '@/lib/betaling/views'
import { listAfzenders } from '@/lib/betaling/views/opleider'
import { getPost, listPost, listWerklijst } from '@/lib/betaling/views/uwv'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
const IN = path.resolve(config.dataDir, 'postbus', 'in')
const BEKEND = 'administratie@voorbeeld.nl'

async function eenOpdracht(): Promise<string> {
  const { aanvraagId } = await wereld.verleen()
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  return order?.ordernummer ?? ''
}

let teller = 0
const nummer = () => `P-${String(teller += 1)}`
const mail = (van: string, ...xml: readonly string[]) => [
  `From: ${van}`, 'Content-Type: multipart/mixed; boundary=grens', '', ...xml.flatMap((deel, index) => [
    '--grens', 'Content-Type: application/xml', 'Content-Transfer-Encoding: base64', `Content-Disposition: attachment; filename="f${String(index)}.xml"`, '', Buffer.from(deel).toString('base64'),
  ]), '--grens--', '',
].join('\r\n')

async function post(inhoud: string, naam = `${nummer()}.eml`): Promise<void> {
  mkdirSync(IN, { recursive: true })
  writeFileSync(path.join(IN, naam), inhoud)
  await leesPostbus()
}
const laatste = async () => (await asOwner<Record<string, unknown>>('select p.toestand, p.reden, p.afzender, p.kvk, f.status, f.kanaal, f.opleider_id from postbusbericht p left join factuur f on f.id = p.factuur_id order by p.ontvangen_op desc, p.volgnummer desc limit 1'))[0]

describe('facturen per e-mail', () => {
  test('van een bekend adres, met het eigen KvK-nummer: verwerkt als elke andere', async () => {
    const ordernummer = await eenOpdracht()
    await post(mail(`De Ambacht <${BEKEND}>`, eenFactuur({ ordernummer, nummer: nummer() })))
    expect(await laatste()).toEqual({ toestand: 'verwerkt', reden: null, afzender: BEKEND, kvk: '90000001', status: 'gematcht', kanaal: 'postbus', opleider_id: wereld.opleider.opleiderId })
    expect(readdirSync(IN), 'het bericht is opzij gelegd').toEqual([])
  })

  test('hetzelfde bericht nog een keer: herkend, niet dubbel', async () => {
    const bericht = mail(BEKEND, eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() }))
    await post(bericht)
    const voor = await asOwner('select count(*) from factuur')
    await post(bericht)
    expect(await asOwner('select count(*) from factuur')).toEqual(voor)
    expect(readdirSync(IN)).toEqual([])
  })

  test('een bericht dat niet te bewaren is zoals het kwam, houdt het volgende niet op en wacht op iemand', async () => {
    const kapot = vi.spyOn(herkomst, 'judgeHerkomst').mockImplementationOnce(() => { throw new Error('een bericht dat wij niet aankunnen') })
    mkdirSync(IN, { recursive: true })
    writeFileSync(path.join(IN, '0-kapot.eml'), mail(BEKEND, eenFactuur({ nummer: nummer() })))
    await post(mail(BEKEND, eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() })), '1-goed.eml')
    expect(kapot).toHaveBeenCalled()
    expect(await asOwner(`select naam, toestand, reden from postbusbericht where naam in ('0-kapot.eml', '1-goed.eml') order by naam`))
      .toEqual([{ naam: '0-kapot.eml', toestand: 'vraag', reden: 'kvk-ontbreekt' }, { naam: '1-goed.eml', toestand: 'verwerkt', reden: null }])
    expect(readdirSync(IN)).toEqual([])
  })

  test('twee facturen in één bericht', async () => {
    await post(mail(BEKEND, eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() }), eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() })))
    expect(await asOwner(`select volgnummer, toestand from postbusbericht where sha256 = (select sha256 from postbusbericht order by ontvangen_op desc, volgnummer desc limit 1) order by 1`))
      .toEqual([{ volgnummer: 1, toestand: 'verwerkt' }, { volgnummer: 2, toestand: 'verwerkt' }])
  })

  test.each([
    ['van een onbekend adres', (xml: string) => mail('dief@elders.nl', xml), 'afzender-onbekend'],
    ['zonder e-factuur', () => 'From: administratie@voorbeeld.nl\n\nKunt u mij bellen?', 'geen-factuur'],
    ['met een KvK-nummer van niemand', (xml: string) => mail(BEKEND, xml.replaceAll('90000001', '90000099')), 'kvk-onbekend'],
    ['met een bijlage die geen factuur is', () => mail(BEKEND, 'geen xml'), 'kvk-ontbreekt'],
  ])('%s: naar de werklijst, er is niets geboekt', async (_, maak, reden) => {
    const voor = await saldi(wereld.compartimentId)
    const xml = eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() })
    const na = await saldi(wereld.compartimentId)
    await post(maak(xml))
    expect(await laatste()).toMatchObject({ toestand: 'vraag', reden, status: null })
    expect(await saldi(wereld.compartimentId)).toEqual(na)
    expect(na).not.toEqual(voor)
  })

  test('een factuur zonder bericht eromheen heeft geen afzender; wie haar uitzoekt, neemt haar aan', async () => {
    const ordernummer = await eenOpdracht()
    await post(eenFactuur({ ordernummer, nummer: nummer() }), 'los.xml')
    expect(await laatste()).toMatchObject({ toestand: 'vraag', reden: 'geen-afzender' })
    const [medewerker] = wereld.financieel
    const bericht = (await listPost(medewerker)).find(({ naam }) => naam === 'los.xml')
    expect(await getPost(medewerker, bericht?.id ?? '')).toMatchObject({ opleider: 'Vakschool De Ambacht', kvk: '90000001' })
    const input = { berichtId: bericht?.id ?? '', keuze: 'verwerk', reden: 'Gebeld met de opleider.' } as const
    expect(await handelPostAf(medewerker, input)).toMatchObject({ ok: true })
    expect(await laatste()).toMatchObject({ toestand: 'verwerkt', status: 'gematcht', kanaal: 'postbus' })
    expect(await handelPostAf(medewerker, input)).toEqual({ ok: false, redenen: ['post-al-afgehandeld'] })
    expect(await getPost(medewerker, bericht?.id ?? '')).toBeUndefined()
  })

  test('wegleggen, met een reden; van niemand kan niets worden verwerkt', async () => {
    await post('From: x@y.nl\n\nreclame')
    const [medewerker] = wereld.financieel
    const bericht = (await listPost(medewerker)).at(-1)
    expect(await handelPostAf(medewerker, { berichtId: bericht?.id ?? '', keuze: 'verwerk', reden: 'x' })).toEqual({ ok: false, redenen: ['post-zonder-opleider'] })
    expect(await handelPostAf(medewerker, { berichtId: bericht?.id ?? '', keuze: 'leg-weg', reden: 'Reclame.' })).toMatchObject({ ok: true, value: { factuurId: null } })
    expect(await asOwner('select toestand, reden from postbusbericht where id = $1', [bericht?.id])).toEqual([{ toestand: 'afgehandeld', reden: 'Reclame.' }])
  })

  test('een opgegeven adres telt vanaf dat moment, tot het wordt weggehaald', async () => {
    const stuur = async () => { await post(mail('boekhouder@kantoor.nl', eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() }))); return (await laatste())?.['toestand'] }
    expect(await stuur()).toBe('vraag')
    expect(await voegAfzenderToe(wereld.opleider, { adres: 'boekhouder@kantoor.nl' })).toMatchObject({ ok: true })
    expect(await voegAfzenderToe(wereld.opleider, { adres: 'boekhouder@kantoor.nl' })).toEqual({ ok: false, redenen: ['afzender-bestaat'] })
    expect(await stuur()).toBe('verwerkt')
    const [adres] = (await listAfzenders(wereld.opleider)).adressen
    expect(await haalAfzenderWeg(wereld.andereOpleider, { afzenderId: adres?.id ?? '' })).toEqual({ ok: false, redenen: ['afzender-weg'] })
    expect(await haalAfzenderWeg(wereld.opleider, { afzenderId: adres?.id ?? '' })).toMatchObject({ ok: true })
    expect(await stuur()).toBe('vraag')
  })
})

describe('wat niet past, wordt beantwoord', () => {
  const stuur = async (xml: string) => {
    const uitkomst = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(xml) })
    return uitkomst.ok ? uitkomst.value.factuurId : ''
  }
  const opWerklijst = async (id: string) => (await listWerklijst(wereld.financieel[0], 1)).rijen.find((rij) => rij.id === id)

  test('het verschil, een voorstel, en de brief die eruit gaat; één keer', async () => {
    const [medewerker] = wereld.financieel
    const id = await stuur(eenFactuur({ ordernummer: await eenOpdracht(), nummer: 'FOUT-1' }).replaceAll('939.50', '939.51'))
    expect(await opWerklijst(id)).toMatchObject({ factuurnummer: 'FOUT-1', fouten: [{ code: 'STAP-BEDRAG-TE-HOOG', gevonden: '€ 939,51', verwacht: 'hoogstens € 939,50' }] })
    const factuur = await getFactuur(medewerker, id)
    const voorstel = factuur === undefined ? '' : proposeAntwoord(factuur)
    expect(voorstel).toContain('- Het bedrag is hoger dan wat van de opdracht over is.')
    expect(voorstel).toContain('Er staat: € 939,51. Verwacht: hoogstens € 939,50.')
    expect(await beantwoordFactuur(medewerker, { factuurId: id, keuze: 'stuur', tekst: '  ' })).toEqual({ ok: false, redenen: ['antwoord-leeg'] })
    expect(await beantwoordFactuur(medewerker, { factuurId: id, keuze: 'stuur', tekst: `${voorstel}\n\nBel ons gerust.` })).toMatchObject({ ok: true })
    expect(await beantwoordFactuur(medewerker, { factuurId: id, keuze: 'geen', tekst: '' })).toEqual({ ok: false, redenen: ['factuur-al-beantwoord'] })
    expect(await asOwner(`select onderwerp, opleider_id from brief where onderwerp like 'Uw factuur%'`)).toEqual([{ onderwerp: 'Uw factuur FOUT-1', opleider_id: wereld.opleider.opleiderId }])
    expect(await opWerklijst(id)).toBeUndefined()
    expect((await getFactuur(wereld.opleider, id))?.antwoord?.tekst, 'de opleider ziet het antwoord').toContain('Bel ons gerust.')
  })

  test('stuurt de opleider een goede, dan vraagt de slechte om niets meer', async () => {
    const ordernummer = await eenOpdracht()
    const id = await stuur(eenFactuur({ ordernummer, nummer: 'FOUT-2' }).replaceAll('EUR', 'USD'))
    expect(await opWerklijst(id)).toBeDefined()
    await stuur(eenFactuur({ ordernummer, nummer: 'FOUT-2' }))
    expect(await opWerklijst(id)).toBeUndefined()
  })

  test('een goede factuur wordt niet beantwoord; ook de database weigert dat', async () => {
    const id = await stuur(eenFactuur({ ordernummer: await eenOpdracht(), nummer: nummer() }))
    expect(await beantwoordFactuur(wereld.financieel[0], { factuurId: id, keuze: 'geen', tekst: '' })).toEqual({ ok: false, redenen: ['factuur-niet-afgekeurd'] })
    await expect(pool.query('insert into factuurantwoord (factuur_id, door_id) values ($1, $2)', [id, wereld.financieel[0].id])).rejects.toThrow('is niet afgekeurd')
  })
})
