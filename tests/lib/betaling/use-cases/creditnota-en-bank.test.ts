import { describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import type { NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur, ontvangFactuurIn } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { verwerkCreditnota } from '@/lib/betaling/use-cases/verwerk-creditnota'
import { bevestigBetalingen, boekBetalingenTerug, type Terugboeking } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import { inPgTransaction, inTransaction } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, ownerClient, plant, totIemandWacht } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

let teller = 0
const xml = (anders: Partial<NieuweFactuur>) => ({ naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ nummer: `N-${String(teller += 1)}`, ...anders })) })

async function stuur(anders: Partial<NieuweFactuur>) {
  const bestand = xml(anders)
  const uitkomst = await ontvangFactuur(wereld.opleider, bestand)
  if (!uitkomst.ok) throw new Error('an invoice is always received')
  const { factuurId: id, status, fouten } = uitkomst.value
  return { id, nummer: /<cbc:ID>([^<]*)/.exec(String(bestand.inhoud))?.[1] ?? '', status, codes: fouten.map(({ code }) => code) }
}

type Zaak = { aanvraagId: string; ordernummer: string; factuur: { id: string; nummer: string }; batchId: string; msgId: string; betalingId: string }

/** An invoice of € 939,50 in a batch: composed, or approved as well, or with its file at the bank. */
async function inBatch(stap: 'opgesteld' | 'goedgekeurd' | 'bij-de-bank'): Promise<Zaak> {
  const { aanvraagId } = await wereld.verleen(93_950)
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  const ordernummer = order?.ordernummer ?? ''
  const factuur = await stuur({ ordernummer })
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const [rij] = await asOwner<{ batchId: string; betalingId: string }>('select batch_id as "batchId", id as "betalingId" from betaling where factuur_id = $1', [factuur.id])
  const zaak = { aanvraagId, ordernummer, factuur, msgId: batch.value.msgId, batchId: rij?.batchId ?? '', betalingId: rij?.betalingId ?? '' }
  if (stap !== 'opgesteld') for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, zaak)
  if (stap === 'bij-de-bank') await maakBetaalbestand(zaak.batchId)
  return zaak
}

const neemTerug = ({ ordernummer, factuur }: Zaak, bedrag = 93_950) => stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(bedrag) })
const betaald = ({ betalingId }: Zaak) => inPgTransaction((client) => bevestigBetalingen(client, [betalingId]))
const terug = ({ betalingId }: Zaak, naar: Terugboeking['naar']) => inPgTransaction((client) => boekBetalingenTerug(client, [{ betalingId, naar, code: 'AC04' }]))
const jobs = () => asOwner<{ id: string }>(`select payload ->> 'factuurId' as id from outbox where job = 'verwerk-creditnota' order by id`)
const statusVan = async (id: string) => (await asOwner<{ status: string; fouten: { code: string }[] }>('select status, fouten from factuur where id = $1', [id]))[0]

/** Where the money of one aanvraag is, from the journal, and what its order, invoice and payment say. */
async function stand({ aanvraagId, factuur, betalingId }: Zaak) {
  const rijen = await asOwner<{ rekening: string; cent: number }>(
    `select rekening, sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 and rekening not in ('gereserveerd', 'vrij') group by 1 having sum(bedrag_cent) <> 0`, [aanvraagId])
  const [rij] = await asOwner('select v.status as order, f.status as factuur, b.status as betaling from verplichting v, factuur f, betaling b where v.aanvraag_id = $1 and f.id = $2 and b.id = $3', [aanvraagId, factuur.id, betalingId])
  return { ...Object.fromEntries(rijen.map(({ rekening, cent: bedrag }) => [rekening, bedrag])), ...rij }
}

describe('een creditnota voordat er een betaalbestand is', () => {
  test.each(['opgesteld', 'goedgekeurd'] as const)('haalt de betaling uit een batch die is %s, en de opdracht staat weer open', async (stap) => {
    const zaak = await inBatch(stap)
    expect(await neemTerug(zaak)).toMatchObject({ status: 'verwerkt', codes: [] })
    expect(await stand(zaak)).toEqual({ verplicht: 93_950, order: 'open', factuur: 'gecrediteerd', betaling: 'vervallen' })
    await maakBetaalbestand(zaak.batchId)
    expect(await asOwner('select document_id from betaalbatch where id = $1', [zaak.batchId])).toEqual([{ document_id: null }])
    expect(await asOwner(`select gegevens ->> 'reden' as reden from gebeurtenis where soort = 'houd-buiten-bestand' and onderwerp_id = $1`, [zaak.aanvraagId])).toEqual([{ reden: 'teruggenomen' }])
  })

  test('van een deel: de rest gaat mee in een volgende batch', async () => {
    const zaak = await inBatch('goedgekeurd')
    expect((await neemTerug(zaak, 13_950)).status).toBe('verwerkt')
    expect(await stand(zaak)).toEqual({ verplicht: 13_950, crediteuren: 80_000, order: 'deels-gefactureerd', factuur: 'gematcht', betaling: 'vervallen' })
    await stelBatchSamen(SYSTEEM)
    expect(await asOwner('select bedrag_cent, end_to_end_id from betaling where factuur_id = $1 and status = $2', [zaak.factuur.id, 'onderweg'])).toEqual([{ bedrag_cent: 80_000, end_to_end_id: `${zaak.ordernummer}/2` }])
  })

  test('de andere betalingen van die batch gaan gewoon mee', async () => {
    const { aanvraagId } = await wereld.verleen(50_000)
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    const ander = await stuur({ ordernummer: order?.ordernummer ?? '', bedragInclusief: cent(50_000) })
    const zaak = await inBatch('goedgekeurd')
    await neemTerug(zaak)
    await maakBetaalbestand(zaak.batchId)
    expect(await asOwner('select factuur_id, status from betaling where batch_id = $1 order by status', [zaak.batchId])).toEqual([{ factuur_id: ander.id, status: 'onderweg' }, { factuur_id: zaak.factuur.id, status: 'vervallen' }])
    expect(await asOwner('select status from factuur where id = $1', [ander.id])).toEqual([{ status: 'betaald' }])
  })

  test('een correctie komt in de plaats van de factuur, en de batch betaalt de oude niet', async () => {
    const zaak = await inBatch('goedgekeurd')
    expect(await stuur({ soort: 'correctie', ordernummer: zaak.ordernummer, verwijstNaar: zaak.factuur.nummer, bedragInclusief: cent(80_000) })).toMatchObject({ status: 'gematcht', codes: [] })
    expect(await stand(zaak)).toEqual({ verplicht: 13_950, crediteuren: 80_000, order: 'deels-gefactureerd', factuur: 'vervangen', betaling: 'vervallen' })
  })

  test('gemaakt met het formulier', async () => {
    const zaak = await inBatch('goedgekeurd')
    expect(await maakCreditnota(wereld.opleider, { factuurId: zaak.factuur.id, nummer: 'C-FORM-1', bedrag: null })).toMatchObject({ ok: true, value: { status: 'verwerkt' } })
  })
})

describe('een creditnota terwijl de bank de opdracht heeft', () => {
  test('wordt aangenomen en wacht; er is nog niets geboekt', async () => {
    const zaak = await inBatch('bij-de-bank')
    const creditnota = await neemTerug(zaak, 20_000)
    expect(creditnota).toMatchObject({ status: 'wacht-op-bank', codes: [] })
    expect(await stand(zaak)).toEqual({ betaald: 93_950, order: 'betaald', factuur: 'betaald', betaling: 'onderweg' })
    // The job does nothing before the bank has answered.
    await verwerkCreditnota(creditnota.id)
    expect(await statusVan(creditnota.id)).toEqual({ status: 'wacht-op-bank', fouten: [] })
    expect(await asOwner('select 1 from vordering where aanvraag_id = $1', [zaak.aanvraagId])).toEqual([])
  })

  test('de bank betaalde: zij wordt een vordering, één keer', async () => {
    const zaak = await inBatch('bij-de-bank')
    const creditnota = await neemTerug(zaak, 20_000)
    await betaald(zaak)
    expect(await jobs()).toContainEqual({ id: creditnota.id })
    await Promise.all([verwerkCreditnota(creditnota.id), verwerkCreditnota(creditnota.id)])
    await verwerkCreditnota(creditnota.id)
    expect(await statusVan(creditnota.id)).toEqual({ status: 'verwerkt', fouten: [] })
    expect(await stand(zaak)).toEqual({ betaald: 73_950, debiteuren: 20_000, order: 'betaald', factuur: 'betaald', betaling: 'uitgevoerd' })
    expect(await asOwner('select bedrag_cent, grond, factuur_id from vordering where aanvraag_id = $1', [zaak.aanvraagId])).toEqual([{ bedrag_cent: 20_000, grond: 'creditnota', factuur_id: creditnota.id }])
  })

  test.each(['afgewezen', 'teruggekomen'] as const)('de betaling is %s: de factuur wordt lager, en er is geen vordering', async (naar) => {
    const zaak = await inBatch('bij-de-bank')
    const creditnota = await neemTerug(zaak, 20_000)
    await terug(zaak, naar)
    // Until it was carried through, the whole amount is not paid again.
    await plant(`update factuur set status = 'gematcht' where id = $1`, [zaak.factuur.id])
    await stelBatchSamen(SYSTEEM)
    expect(await asOwner('select 1 from betaling where factuur_id = $1 and status = $2', [zaak.factuur.id, 'onderweg'])).toEqual([])
    await plant(`update factuur set status = 'teruggekomen' where id = $1`, [zaak.factuur.id])
    await verwerkCreditnota(creditnota.id)
    expect(await statusVan(creditnota.id)).toEqual({ status: 'verwerkt', fouten: [] })
    expect(await stand(zaak)).toEqual({ verplicht: 20_000, crediteuren: 73_950, order: 'deels-gefactureerd', factuur: 'teruggekomen', betaling: naar })
    expect(await asOwner('select 1 from vordering where aanvraag_id = $1', [zaak.aanvraagId])).toEqual([])
  })

  test('drie die wachten zijn samen nooit meer dan de factuur', async () => {
    const zaak = await inBatch('bij-de-bank')
    const een = await neemTerug(zaak, 50_000)
    expect((await neemTerug(zaak, 43_951)).codes).toEqual(['STAP-CREDIT-TE-HOOG'])
    const twee = await neemTerug(zaak, 43_950)
    expect([een.status, twee.status]).toEqual(['wacht-op-bank', 'wacht-op-bank'])
    expect((await neemTerug(zaak, 1)).codes).toEqual(['STAP-CREDIT-WACHT'])
    expect(await maakCreditnota(wereld.opleider, { factuurId: zaak.factuur.id, nummer: 'C-FORM-2', bedrag: null })).toEqual({ ok: false, redenen: ['factuur-niet-te-crediteren'] })
    await betaald(zaak)
    await Promise.all([verwerkCreditnota(een.id), verwerkCreditnota(twee.id)])
    expect(await stand(zaak)).toEqual({ debiteuren: 93_950, order: 'betaald', factuur: 'betaald', betaling: 'uitgevoerd' })
  })

  test('ook de database laat er niet meer wachten dan de factuur', async () => {
    const zaak = await inBatch('bij-de-bank')
    const client = await ownerClient()
    try {
      await client.query('begin')
      await client.query(`insert into factuur (opleider_id, factuurnummer, ordernummer, bedrag_cent, document_id, verplichting_id, status, fouten, soort, verwijst_naar)
        select opleider_id, 'DB-WACHT', ordernummer, 93951, document_id, verplichting_id, 'wacht-op-bank', '[]', 'creditnota', id from factuur where id = $1`, [zaak.factuur.id])
      await expect(client.query('commit')).rejects.toThrow('samen hoger dan die factuur')
    } finally {
      await client.end()
    }
  })

  test('ingetrokken terwijl zij wacht en de bank betaalde: de vordering is samen precies wat is betaald, in welke volgorde ook', async () => {
    for (const volgorde of [['creditnota', 'intrekking'], ['intrekking', 'creditnota']]) {
      const zaak = await inBatch('bij-de-bank')
      const creditnota = await neemTerug(zaak, 20_000)
      await plant(`update aanvraag set status = 'ingetrokken' where id = $1`, [zaak.aanvraagId])
      await betaald(zaak)
      for (const wat of volgorde) await (wat === 'creditnota' ? verwerkCreditnota(creditnota.id) : laatVerplichtingVervallen(zaak.aanvraagId))
      expect(await stand(zaak)).toEqual({ debiteuren: 93_950, order: 'betaald', factuur: 'betaald', betaling: 'uitgevoerd' })
      const { status, fouten } = await statusVan(creditnota.id) ?? { status: '', fouten: [] }
      expect([status, fouten.map(({ code }) => code)]).toEqual(volgorde[0] === 'creditnota' ? ['verwerkt', []] : ['afgekeurd', ['STAP-CREDIT-TERUG']])
    }
  })
})

describe('tegelijk', () => {
  test('een creditnota en het betaalbestand: of de betaling gaat niet mee, of de creditnota wacht', async () => {
    const gezien = new Set<string>()
    for (let keer = 0; keer < 8; keer += 1) {
      const zaak = await inBatch('goedgekeurd')
      const bestand = () => maakBetaalbestand(zaak.batchId)
      const [creditnota] = await (keer % 2 === 0 ? Promise.all([neemTerug(zaak), bestand()]) : Promise.all([bestand().then(() => undefined), neemTerug(zaak)]).then(([, een]) => [een]))
      const { betaling, order } = await stand(zaak) as unknown as { betaling: string; order: string }
      gezien.add(`${creditnota?.status ?? ''} ${betaling} ${order}`)
      const [inhoud] = await asOwner<{ inhoud: Buffer }>('select d.inhoud from betaalbatch b join document d on d.id = b.document_id where b.id = $1', [zaak.batchId])
      expect(inhoud?.inhoud.includes(`<EndToEndId>${zaak.ordernummer}</EndToEndId>`) ?? false).toBe(betaling === 'onderweg')
    }
    expect([...gezien].every((een) => ['verwerkt vervallen open', 'wacht-op-bank onderweg betaald', 'wacht-op-bank onderweg gefactureerd'].includes(een))).toBe(true)
  })

  test('zonder op de batch te wachten staat de betaling in het bestand en heet zij toch vervallen (tegenproef)', async () => {
    const zaak = await inBatch('goedgekeurd')
    const client = await ownerClient()
    try {
      const { rows } = await client.query('select 1 from betaalbatch where id = $1 and document_id is null', [zaak.batchId])
      expect(rows).toHaveLength(1)
      await maakBetaalbestand(zaak.batchId)
      // The database is a second guard.
      await expect(client.query(`update betaling set status = 'vervallen' where id = $1`, [zaak.betalingId])).rejects.toThrow('staat al in een bestand')
      await client.query('begin')
      await client.query('alter table betaling disable trigger betaling_buiten_bestand')
      await client.query(`update betaling set status = 'vervallen' where id = $1`, [zaak.betalingId])
      const { rows: [rij] } = await client.query<{ inhoud: Buffer }>('select d.inhoud from betaalbatch b join document d on d.id = b.document_id where b.id = $1', [zaak.batchId])
      expect(rij?.inhoud.includes(`<EndToEndId>${zaak.ordernummer}</EndToEndId>`)).toBe(true)
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })

  test('de bank antwoordt terwijl de creditnota binnenkomt: zij ziet het antwoord, of het antwoord ziet haar', async () => {
    const eerst = await inBatch('bij-de-bank')
    // The bank is first: the credit note waits for it and is a claim at once.
    let creditnota: ReturnType<typeof neemTerug> | undefined
    await inPgTransaction(async (client) => {
      await bevestigBetalingen(client, [eerst.betalingId])
      creditnota = neemTerug(eerst, 20_000)
      await totIemandWacht()
    })
    expect((await creditnota)?.status).toBe('verwerkt')
    expect(await stand(eerst)).toMatchObject({ betaald: 73_950, debiteuren: 20_000 })

    // The credit note is first: the answer waits for it and puts its job ready.
    const daarna = await inBatch('bij-de-bank')
    let antwoord: Promise<void> | undefined
    const { factuurId } = await inTransaction(async (tx) => {
      const bestand = xml({ soort: 'creditnota', ordernummer: daarna.ordernummer, verwijstNaar: daarna.factuur.nummer, bedragInclusief: cent(20_000) })
      const ontvangen = await ontvangFactuurIn(tx, { opleiderId: wereld.opleider.opleiderId, actor: wereld.opleider }, bestand, 'portaal')
      antwoord = betaald(daarna)
      await totIemandWacht()
      return ontvangen
    })
    await antwoord
    expect(await jobs()).toContainEqual({ id: factuurId })
  })

  test('een creditnota die niet op de betaling wacht, ziet het antwoord niet en blijft liggen (tegenproef)', async () => {
    const zaak = await inBatch('bij-de-bank')
    const client = await ownerClient()
    try {
      await client.query('begin')
      await client.query(`insert into factuur (opleider_id, factuurnummer, ordernummer, bedrag_cent, document_id, verplichting_id, status, fouten, soort, verwijst_naar)
        select opleider_id, 'ZONDER-SLOT', ordernummer, 20000, document_id, verplichting_id, 'wacht-op-bank', '[]', 'creditnota', id from factuur where id = $1`, [zaak.factuur.id])
      await betaald(zaak)
      await client.query('commit')
    } finally {
      await client.end()
    }
    const [rij] = await asOwner<{ id: string }>(`select id from factuur where factuurnummer = 'ZONDER-SLOT'`)
    expect(await jobs()).not.toContainEqual({ id: rij?.id })
  })
})
