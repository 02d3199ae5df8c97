import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { listBatchRegels, lockBatch } from '@/lib/betaling/repo/batch'
import { makePain001 } from '@/lib/betaling/rules/pain001'
import { OVERGANGEN } from '@/lib/betaling/rules/status'
import { maakBetaalbestand, toBetaalopdracht } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelNachtbatchSamen } from '@/lib/betaling/use-cases/stel-nachtbatch-samen'
import { inPgTransaction, pool } from '@/lib/platform/db'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { config } from '@/lib/platform/config'
import { validateXsd } from '@/lib/platform/xml'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, saldi, VANDAAG, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

// The schema of ISO 20022 is not part of this project; where a copy is at hand the file is also checked against it.
const XSD = path.resolve('../shared/reference/sepa/pain.001.001.09.xsd')
let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

async function metOpdracht(bedragCent?: number) {
  const verlening = await wereld.verleen(bedragCent)
  await maakVerplichting(verlening.aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [verlening.aanvraagId])
  return { ...verlening, ordernummer: order?.ordernummer ?? '' }
}
const stuur = (xml: string | Buffer, actor = wereld.opleider) => ontvangFactuur(actor, { naam: 'factuur.xml', inhoud: Buffer.from(xml) })
let nummer = 100
const goedeFactuur = (ordernummer: string) => eenFactuur({ ordernummer, nummer: `F-${String(nummer += 1)}` })

describe('van verlening tot bank', () => {
  test('de hele keten, met het grootboek bij elke stap', async () => {
    const { aanvraagId } = await wereld.verleen()
    expect(await saldi(wereld.compartimentId)).toMatchObject({ gereserveerd: 93_950 })

    await maakVerplichting(aanvraagId)
    await maakVerplichting(aanvraagId)
    expect(await saldi(wereld.compartimentId)).toMatchObject({ gereserveerd: 0, verplicht: 93_950 })
    expect(await asOwner('select soort, opleider_id from brief where opleider_id is not null')).toEqual([{ soort: 'mededeling', opleider_id: wereld.opleider.opleiderId }])

    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting')
    const ordernummer = order?.ordernummer ?? ''
    expect(ordernummer).toMatch(/^ORDER-0000001-\d\d$/)

    expect(await maakFactuur(wereld.opleider, { ordernummer, factuurnummer: 'F2022-001', btw: '21', btwNummer: 'NL900000019B01' }))
      .toMatchObject({ ok: true, value: { isGematcht: true, fouten: [] } })
    expect(await saldi(wereld.compartimentId)).toMatchObject({ verplicht: 0, crediteuren: 93_950 })

    const batch = await stelBatchSamen(SYSTEEM)
    const msgId = batch.ok ? batch.value.msgId : ''
    expect(msgId).toMatch(/^BATCH-0000001-\d\d$/)
    const [{ id: batchId } = { id: '' }] = await asOwner<{ id: string }>('select id from betaalbatch')

    await maakBetaalbestand(batchId)
    expect(existsSync(bestandVan(msgId)), 'zonder goedkeuring gaat er niets uit').toBe(false)

    const [eerste, tweede, derde] = wereld.financieel
    expect(await keurBatchGoed(eerste, { msgId })).toEqual({ ok: true, value: undefined })
    await maakBetaalbestand(batchId)
    expect(existsSync(bestandVan(msgId)), 'met één goedkeuring ook niet').toBe(false)
    expect(await keurBatchGoed(eerste, { msgId })).toEqual({ ok: false, redenen: ['al-goedgekeurd-door-u'] })
    expect(await keurBatchGoed(tweede, { msgId })).toEqual({ ok: true, value: undefined })
    expect(await keurBatchGoed(derde, { msgId })).toEqual({ ok: false, redenen: ['niet-meer-goed-te-keuren'] })
    expect(await asOwner("select payload from outbox where job = 'maak-betaalbestand'")).toEqual([{ payload: { batchId } }])

    await maakBetaalbestand(batchId)
    const bytes = readFileSync(bestandVan(msgId))
    const [document] = await asOwner<{ sha256: string }>('select d.sha256 from betaalbatch b join document d on d.id = b.document_id')
    expect(document?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(bytes.toString()).toContain('<ReqdExctnDt><Dt>2022-11-22</Dt></ReqdExctnDt>')
    expect(await saldi(wereld.compartimentId)).toMatchObject({ crediteuren: 0, betaald: 93_950 })
    expect(await asOwner('select (select status from verplichting), (select status from factuur)')).toEqual([{ status: 'betaald' }])

    // A second time changes nothing, also when the bank has taken the file away.
    rmSync(bestandVan(msgId))
    await maakBetaalbestand(batchId)
    expect(await saldi(wereld.compartimentId)).toMatchObject({ crediteuren: 0, betaald: 93_950 })
    expect(existsSync(bestandVan(msgId))).toBe(false)
    bewaard = bytes
  })

  test.skipIf(!existsSync(XSD))('het bestand is geldig volgens het schema pain.001.001.09 van ISO 20022', () => {
    expect(validateXsd(bewaard, readFileSync(XSD))).toEqual([])
    const stuk = Buffer.from(bewaard.toString().replace('<PmtMtd>TRF</PmtMtd>', '<PmtMtd>GELD</PmtMtd>'))
    expect(validateXsd(stuk, readFileSync(XSD)), 'een fout wordt wel gezien').not.toEqual([])
  })
})

let bewaard = Buffer.alloc(0)

async function eenBatch(aantal = 1): Promise<{ msgId: string; batchId: string }> {
  for (let i = 0; i < aantal; i += 1) {
    const { ordernummer } = await metOpdracht()
    expect(await stuur(goedeFactuur(ordernummer))).toMatchObject({ ok: true, value: { isGematcht: true } })
  }
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  return { msgId: batch.value.msgId, batchId: rij?.id ?? '' }
}

describe('I6: een betaling gaat hoogstens één keer uit', () => {
  test('een batch die na een storing opnieuw wordt gemaakt, heeft hetzelfde kenmerk en dezelfde bytes', async () => {
    const { msgId, batchId } = await eenBatch(3)
    const [eerste, tweede] = wereld.financieel
    await keurBatchGoed(eerste, { msgId })
    await keurBatchGoed(tweede, { msgId })
    const maak = () => inPgTransaction(async (client) => {
      const batch = await lockBatch(client, batchId)
      if (batch === undefined) throw new Error('no batch')
      return makePain001(toBetaalopdracht(batch, await listBatchRegels(client, batchId)))
    })
    const vooraf = await maak()
    await zetKlok('2022-11-28T16:00:00+01:00')
    expect(await maak(), 'een week later').toBe(vooraf)

    // Storing na het bewaren: het bestand is er al, met andere inhoud kan het niet meer weg.
    mkdirSync(path.dirname(bestandVan(msgId)), { recursive: true })
    writeFileSync(bestandVan(msgId), 'iets anders')
    await expect(maakBetaalbestand(batchId)).rejects.toThrow('already there with other content')
    expect(await saldi(wereld.compartimentId), 'niet geboekt als het bestand niet weg is').toMatchObject({ crediteuren: 3 * 93_950 })
    rmSync(bestandVan(msgId))
    await maakBetaalbestand(batchId)
    expect(readFileSync(bestandVan(msgId), 'utf8')).toBe(vooraf)
    expect(await saldi(wereld.compartimentId)).toMatchObject({ crediteuren: 0 })
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  })

  test('tien keer tegelijk: één bestand, één boeking', async () => {
    const { msgId, batchId } = await eenBatch(1)
    const voor = (await saldi(wereld.compartimentId))['betaald'] ?? 0
    await keurBatchGoed(wereld.financieel[0], { msgId })
    await keurBatchGoed(wereld.financieel[1], { msgId })
    await Promise.all(Array.from({ length: 10 }, () => maakBetaalbestand(batchId)))
    expect((await saldi(wereld.compartimentId))['betaald']).toBe(voor + 93_950)
    expect(await asOwner("select count(*)::int as n from boeking where soort = 'betaal' and oorzaak_id = $1", [batchId])).toEqual([{ n: 1 }])
  })

  test('twee keer tegelijk een batch samenstellen betaalt geen factuur dubbel', async () => {
    for (let i = 0; i < 5; i += 1) await stuur(goedeFactuur((await metOpdracht()).ordernummer))
    await Promise.all([stelBatchSamen(SYSTEEM), stelBatchSamen(SYSTEEM), stelBatchSamen(wereld.financieel[0])])
    expect(await asOwner("select count(*)::int as n from factuur where status = 'gematcht'")).toEqual([{ n: 0 }])
    expect(await asOwner('select factuur_id from betaling group by 1 having count(*) > 1')).toEqual([])
  })

  test('is er niets te betalen, dan komt er geen batch', async () => {
    expect(await stelBatchSamen(SYSTEEM)).toEqual({ ok: false, redenen: ['niets-te-betalen'] })
  })
})

describe('vier ogen: ook de database laat het niet anders toe', () => {
  const alsApp = (sql: string, values: readonly unknown[] = []) => pool.query(sql, [...values])

  test('dezelfde persoon kan niet twee keer goedkeuren, en een ander zonder die rol niet één keer', async () => {
    const { msgId, batchId } = await eenBatch()
    await keurBatchGoed(wereld.financieel[0], { msgId })
    const keurGoed = (id: string) => alsApp('insert into batch_goedkeuring (batch_id, medewerker_id) values ($1, $2)', [batchId, id])
    await expect(keurGoed(wereld.financieel[0].id)).rejects.toMatchObject({ code: '23505' })
    await expect(keurGoed(wereld.behandelaar.id)).rejects.toMatchObject({ code: '23514' })
    await expect(keurGoed(wereld.opleider.id)).rejects.toMatchObject({ code: '23514' })
    await expect(alsApp("update betaalbatch set status = 'goedgekeurd' where id = $1", [batchId])).rejects.toMatchObject({ code: '23514' })
    await expect(alsApp("update betaalbatch set status = 'aangemaakt' where id = $1", [batchId])).rejects.toMatchObject({ code: '23514' })
  })

  test('twee mensen die op hetzelfde moment goedkeuren, zijn samen twee', async () => {
    const { msgId, batchId } = await eenBatch()
    const uitkomsten = await Promise.all(wereld.financieel.map((medewerker) => keurBatchGoed(medewerker, { msgId })))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await asOwner('select status, (select count(*)::int from batch_goedkeuring where batch_id = b.id) as n from betaalbatch b where id = $1', [batchId]))
      .toEqual([{ status: 'goedgekeurd', n: 2 }])
  })

  test('aan een batch kan niets meer worden toegevoegd of veranderd', async () => {
    const { msgId, batchId } = await eenBatch()
    const { ordernummer } = await metOpdracht()
    const ontvangen = await stuur(goedeFactuur(ordernummer))
    const factuurId = ontvangen.ok ? ontvangen.value.factuurId : ''
    const voegToe = `with f as (update factuur set status = 'in-batch' where id = $2 returning id, iban)
      insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select $1, f.id, 'X', 93950, f.iban, 'X' from f`
    await expect(alsApp(voegToe, [batchId, factuurId])).rejects.toMatchObject({ code: '23514' })
    await expect(alsApp("update factuur set bedrag_cent = 1 where id = $1", [factuurId])).rejects.toMatchObject({ code: '42501' })
    await expect(alsApp("update betaalbatch set totaal_cent = 1 where msg_id = $1", [msgId])).rejects.toMatchObject({ code: '42501' })
    await expect(asOwner("update betaalbatch set totaal_cent = 1 where msg_id = $1", [msgId])).rejects.toMatchObject({ code: '23514' })
    await expect(alsApp("update betaling set iban = 'NL91ABNA0417164300' where batch_id = $1", [batchId])).rejects.toMatchObject({ code: '42501' })
    await expect(alsApp("insert into betaalbatch (msg_id, status, aantal, totaal_cent) values ('Y', 'goedgekeurd', 1, 1)")).rejects.toMatchObject({ code: '23514' })
    await expect(alsApp('delete from betaalbatch where id = $1', [batchId])).rejects.toMatchObject({ code: '42501' })
  })

  test.each(['boeking', 'boekingsregel', 'betaling', 'batch_goedkeuring'])('I5: het grootboek is alleen om aan toe te voegen: %s', async (tabel) => {
    await expect(alsApp(`delete from ${tabel}`)).rejects.toMatchObject({ code: '42501' })
    await expect(alsApp(`truncate ${tabel}`)).rejects.toMatchObject({ code: '42501' })
    await expect(alsApp(`update ${tabel} set ${tabel === 'boeking' ? "soort = 'x'" : tabel === 'batch_goedkeuring' ? 'goedgekeurd_op = nu()' : 'bedrag_cent = 1'}`))
      .rejects.toMatchObject({ code: '42501' })
  })
})

type Overgang = { van: readonly string[]; naar: string; door: readonly string[] }

test('I7: de database kent dezelfde overgangen van opdracht, factuur, batch en betaling als de code', async () => {
  const inCode = Object.entries(OVERGANGEN).flatMap(([onderwerp, tabel]: [string, Record<string, Overgang>]) =>
    Object.entries(tabel).flatMap(([handeling, { van, naar, door }]) => van.map((status) => `${onderwerp} ${handeling}: ${status} -> ${naar} (${door.join()})`)))
  const inDatabase = await asOwner<{ regel: string }>(
    `select format('%s %s: %s -> %s (%s)', onderwerp, handeling, van, naar, array_to_string(rollen, ',')) as regel
     from status_overgang where onderwerp in ('verplichting', 'factuur', 'betaalbatch', 'betaling', 'rente')`)
  expect(inDatabase.map(({ regel }) => regel).toSorted()).toEqual(inCode.toSorted())
})

describe('een ingetrokken aanvraag', () => {
  const trekIn = (aanvraagId: string) => plant("update aanvraag set status = 'ingetrokken' where id = $1", [aanvraagId])

  test('laat de opdracht vervallen; het geld gaat terug naar het compartiment', async () => {
    const { aanvraagId, ordernummer } = await metOpdracht()
    const voor = await saldi(wereld.compartimentId)
    await laatVerplichtingVervallen(aanvraagId)
    expect(await saldi(wereld.compartimentId), 'een verleende aanvraag houdt haar opdracht').toEqual(voor)
    await trekIn(aanvraagId)
    await laatVerplichtingVervallen(aanvraagId)
    await laatVerplichtingVervallen(aanvraagId)
    expect((await saldi(wereld.compartimentId))['vrij']).toBe((voor['vrij'] ?? 0) + 93_950)
    expect(await stuur(goedeFactuur(ordernummer))).toMatchObject({ value: { fouten: [{ code: 'STAP-ORDER-VERVALLEN' }] } })
  })

  test('neemt een goedgekeurde factuur mee die nog in geen batch zit', async () => {
    const { aanvraagId, ordernummer } = await metOpdracht()
    const voor = await saldi(wereld.compartimentId)
    await stuur(goedeFactuur(ordernummer))
    await trekIn(aanvraagId)
    await laatVerplichtingVervallen(aanvraagId)
    expect(await saldi(wereld.compartimentId)).toEqual({ ...voor, verplicht: (voor['verplicht'] ?? 0) - 93_950, vrij: (voor['vrij'] ?? 0) + 93_950 })
    expect(await asOwner('select status from factuur where ordernummer = $1', [ordernummer])).toEqual([{ status: 'afgekeurd' }])
  })
})

describe('wat nog niet betaald wordt', () => {
  test('Awb 4:56: een verwijdering uit het register alleen houdt geen betaling tegen; daarvoor is een opschorting met haar brieven', async () => {
    const { ordernummer } = await metOpdracht()
    await stuur(goedeFactuur(ordernummer))
    await asOwner(`insert into maatregel (opleider_id, soort, reden, ingangsdatum, opgelegd_door) values ($1, 'verwijderd', 'test', '2022-11-20', $2)`,
      [wereld.opleider.opleiderId, wereld.behandelaar.id])
    const uitkomst = await stelBatchSamen(SYSTEEM)
    await asOwner('delete from maatregel')
    expect(uitkomst).toMatchObject({ ok: true })
  })

  test('de batch van de nacht komt er tussen twee en drie uur, één keer', async () => {
    await stuur(goedeFactuur((await metOpdracht()).ordernummer))
    const aantal = async () => (await asOwner<{ n: number }>('select count(*)::int as n from betaalbatch where opgesteld_door is null'))[0]?.n ?? 0
    const begin = await aantal()
    await stelNachtbatchSamen()
    expect(await aantal(), 'om tien uur niet').toBe(begin)
    await zetKlok('2022-11-22T02:30:00+01:00')
    await stelNachtbatchSamen()
    expect(await aantal()).toBe(begin + 1)
    await stuur(goedeFactuur((await metOpdracht()).ordernummer))
    await stelNachtbatchSamen()
    expect(await aantal(), 'geen tweede in dezelfde nacht').toBe(begin + 1)
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  })
})

function bestandVan(msgId: string): string {
  return path.join(config.dataDir, 'bank', 'uit', `${msgId}.xml`)
}
