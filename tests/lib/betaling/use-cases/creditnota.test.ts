import { beforeAll, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import type { NieuweFactuur } from '@/lib/betaling/rules/maak-ubl'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { bevestigBetalingen } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import { inPgTransaction, pool } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, ownerClient, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

let teller = 0
const volgende = () => `N-${String(teller += 1)}`

async function eenOpdracht(bedragCent = 93_950) {
  const { aanvraagId } = await wereld.verleen(bedragCent)
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  return { aanvraagId, ordernummer: order?.ordernummer ?? '' }
}

async function stuur(anders: Partial<NieuweFactuur>) {
  const nummer = anders.nummer ?? volgende()
  const uitkomst = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ nummer, ...anders })) })
  if (!uitkomst.ok) throw new Error('an invoice is always received')
  return { nummer, id: uitkomst.value.factuurId, codes: uitkomst.value.fouten.map(({ code }) => code) }
}

async function betaal(): Promise<void> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, { msgId: batch.value.msgId })
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  await maakBetaalbestand(rij?.id ?? '')
  const betalingen = await asOwner<{ id: string }>('select id from betaling where batch_id = $1', [rij?.id])
  await inPgTransaction((client) => bevestigBetalingen(client, betalingen.map(({ id }) => id)))
}

/** Where the money of one aanvraag is, from the journal, and what its order and invoices say. */
async function stand(aanvraagId: string) {
  const rijen = await asOwner<{ rekening: string; cent: number }>('select rekening, sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 group by 1 having sum(bedrag_cent) <> 0', [aanvraagId])
  const [order] = await asOwner<{ status: string }>('select status from verplichting where aanvraag_id = $1', [aanvraagId])
  return { ...Object.fromEntries(rijen.filter(({ rekening }) => rekening !== 'gereserveerd' && rekening !== 'vrij').map(({ rekening, cent: bedrag }) => [rekening, bedrag])), order: order?.status }
}

describe('deelfacturen: samen nooit meer dan de opdracht', () => {
  test('twee delen maken de opdracht vol, een cent meer gaat niet', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    expect((await stuur({ ordernummer, bedragInclusief: cent(40_000) })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ verplicht: 53_950, crediteuren: 40_000, order: 'deels-gefactureerd' })
    expect((await stuur({ ordernummer, bedragInclusief: cent(53_951) })).codes).toEqual(['STAP-BEDRAG-TE-HOOG'])
    expect((await stuur({ ordernummer, bedragInclusief: cent(53_950) })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ crediteuren: 93_950, order: 'gefactureerd' })
    expect((await stuur({ ordernummer, bedragInclusief: cent(1) })).codes).toEqual(['STAP-ORDER-GEFACTUREERD'])
  })

  test('een opdracht is pas betaald als alles is gefactureerd en betaald', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    await stuur({ ordernummer, bedragInclusief: cent(40_000) })
    await betaal()
    expect(await stand(aanvraagId)).toEqual({ verplicht: 53_950, betaald: 40_000, order: 'deels-gefactureerd' })
    await stuur({ ordernummer, bedragInclusief: cent(53_950) })
    await betaal()
    expect(await stand(aanvraagId)).toEqual({ betaald: 93_950, order: 'betaald' })
    expect(await asOwner('select end_to_end_id from betaling b join factuur f on f.id = b.factuur_id where f.ordernummer = $1 order by 1', [ordernummer]))
      .toEqual([{ end_to_end_id: ordernummer }, { end_to_end_id: `${ordernummer}/2` }])
  })

  test('twintig delen tegelijk: er past precies wat in de opdracht past', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht(100_000)
    const uitkomsten = await Promise.all(Array.from({ length: 20 }, () => stuur({ ordernummer, bedragInclusief: cent(15_000) })))
    expect(uitkomsten.filter(({ codes }) => codes.length === 0)).toHaveLength(6)
    expect(await stand(aanvraagId)).toEqual({ verplicht: 10_000, crediteuren: 90_000, order: 'deels-gefactureerd' })
  })

  describe('de database weigert wat de applicatie zou vergeten', () => {
    const insert = (verplichting: string, bedrag: number, nummer: string) => ({
      text: `insert into factuur (opleider_id, factuurnummer, ordernummer, bedrag_cent, iban, document_id, verplichting_id, status, fouten)
        select v.opleider_id, $3, v.ordernummer, $2, 'NL20INGB0001234567', (select id from document limit 1), v.id, 'gematcht', '[]' from verplichting v where v.ordernummer = $1`,
      values: [verplichting, bedrag, nummer],
    })

    test('een factuur boven de opdracht', async () => {
      const { ordernummer } = await eenOpdracht()
      await expect(pool.query(insert(ordernummer, 93_951, 'DB-1'))).rejects.toThrow('samen hoger dan de opdracht')
    })

    test('twee die elkaar niet kunnen zien: de tweede wacht en ziet de eerste', async () => {
      const { ordernummer } = await eenOpdracht()
      const [een, twee] = [await ownerClient(), await ownerClient()]
      try {
        await een.query('begin')
        await twee.query('begin')
        await een.query(insert(ordernummer, 60_000, 'DB-2'))
        const tweede = twee.query(insert(ordernummer, 60_000, 'DB-3')).then(() => 'gelukt', (fout: unknown) => String(fout))
        await een.query('commit')
        expect(await tweede).toContain('samen hoger dan de opdracht')
        await twee.query('rollback')
      } finally {
        await een.end()
        await twee.end()
        // It was never booked, so nobody may pay it.
        await plant(`delete from factuur where factuurnummer = 'DB-2'`)
      }
    })

    test('zonder die bewaking lukt het wel (tegenproef)', async () => {
      const { ordernummer } = await eenOpdracht()
      const client = await ownerClient()
      try {
        await client.query('begin')
        await client.query('alter table factuur disable trigger factuur_som')
        await client.query(insert(ordernummer, 93_951, 'DB-4'))
        await client.query('rollback')
      } finally {
        await client.end()
      }
    })

    test('een opdracht lager dan wat is gefactureerd, en een creditnota die niets terugneemt', async () => {
      const { ordernummer } = await eenOpdracht()
      const { id } = await stuur({ ordernummer })
      await expect(pool.query('update verplichting set bedrag_cent = 93949 where ordernummer = $1', [ordernummer])).rejects.toThrow('nooit lager dan wat is gefactureerd')
      await expect(pool.query('update factuur set gecrediteerd_cent = 1 where id = $1', [id])).rejects.toThrow('samen niet wat er is teruggenomen')
      await expect(pool.query(`insert into factuur (opleider_id, factuurnummer, ordernummer, bedrag_cent, document_id, verplichting_id, status, fouten, soort, verwijst_naar)
        select opleider_id, 'DB-5', ordernummer, 100, document_id, verplichting_id, 'verwerkt', '[]', 'creditnota', id from factuur where id = $1`, [id])).rejects.toThrow('samen niet wat er is teruggenomen')
    })
  })
})

describe('een creditnota (381)', () => {
  test('voor de betaling: het bedrag gaat terug naar de opdracht, en die staat er weer voor open', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    expect((await stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ verplicht: 93_950, order: 'open' })
    expect(await asOwner('select status from factuur where id = $1', [factuur.id])).toEqual([{ status: 'gecrediteerd' }])
    expect((await stuur({ ordernummer })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ crediteuren: 93_950, order: 'gefactureerd' })
  })

  test('van een deel: de rest wordt betaald, en niet meer dan dat', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    expect((await stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(13_950) })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ verplicht: 13_950, crediteuren: 80_000, order: 'deels-gefactureerd' })
    expect((await stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(80_001) })).codes).toEqual(['STAP-CREDIT-TE-HOOG'])
    await betaal()
    expect(await asOwner('select bedrag_cent from betaling where factuur_id = $1', [factuur.id])).toEqual([{ bedrag_cent: 80_000 }])
    expect(await stand(aanvraagId)).toEqual({ verplicht: 13_950, betaald: 80_000, order: 'deels-gefactureerd' })
  })

  test('na de betaling: een vordering, en de opdracht blijft dicht', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    await betaal()
    const creditnota = await stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(20_000) })
    expect(creditnota.codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ betaald: 73_950, debiteuren: 20_000, order: 'betaald' })
    expect(await asOwner('select bedrag_cent, grond, factuur_id, opleider_id from vordering where aanvraag_id = $1', [aanvraagId]))
      .toEqual([{ bedrag_cent: 20_000, grond: 'creditnota', factuur_id: creditnota.id, opleider_id: wereld.opleider.opleiderId }])
    expect((await stuur({ ordernummer, bedragInclusief: cent(1) })).codes).toEqual(['STAP-ORDER-GEFACTUREERD'])
    expect((await stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(73_951) })).codes).toEqual(['STAP-CREDIT-TE-HOOG'])
  })

  test('zonder ordernummer hoort zij bij de opdracht van haar factuur; van een ander bestaat die niet', async () => {
    const { ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    const xml = eenFactuur({ soort: 'creditnota', nummer: volgende(), verwijstNaar: factuur.nummer })
      .replace(/<cac:OrderReference>.*?<\/cac:OrderReference>/, '').replace('<cac:BillingReference>', '<cbc:BuyerReference>x</cbc:BuyerReference><cac:BillingReference>')
    const vreemd = await ontvangFactuur(wereld.andereOpleider, { naam: 'c.xml', inhoud: Buffer.from(xml) })
    expect(vreemd.ok && vreemd.value.fouten.map(({ code }) => code)).toEqual(['STAP-LEVERANCIER', 'STAP-VERWIJZING'])
    const eigen = await ontvangFactuur(wereld.opleider, { naam: 'c.xml', inhoud: Buffer.from(xml) })
    expect(eigen.ok && eigen.value).toMatchObject({ isGematcht: true, fouten: [] })
  })

  test('vijf keer tegelijk: één wordt verwerkt, het bedrag komt één keer terug', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    const uitkomsten = await Promise.all(Array.from({ length: 5 }, () => stuur({ soort: 'creditnota', ordernummer, verwijstNaar: factuur.nummer })))
    expect(uitkomsten.filter(({ codes }) => codes.length === 0)).toHaveLength(1)
    expect(await stand(aanvraagId)).toEqual({ verplicht: 93_950, order: 'open' })
  })

  test('gemaakt met het formulier, uit wat in de factuur staat', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer, btw: '21' })
    expect(await maakCreditnota(wereld.andereOpleider, { factuurId: factuur.id, nummer: volgende(), bedrag: null })).toEqual({ ok: false, redenen: ['factuur-niet-te-crediteren'] })
    expect(await maakCreditnota(wereld.opleider, { factuurId: factuur.id, nummer: volgende(), bedrag: cent(93_951) })).toEqual({ ok: false, redenen: ['creditnota-te-hoog'] })
    expect(await maakCreditnota(wereld.opleider, { factuurId: factuur.id, nummer: volgende(), bedrag: cent(3_950) })).toMatchObject({ ok: true, value: { isGematcht: true, fouten: [] } })
    expect(await maakCreditnota(wereld.opleider, { factuurId: factuur.id, nummer: volgende(), bedrag: null })).toMatchObject({ ok: true, value: { isGematcht: true } })
    expect(await stand(aanvraagId)).toEqual({ verplicht: 93_950, order: 'open' })
    expect(await maakCreditnota(wereld.opleider, { factuurId: factuur.id, nummer: volgende(), bedrag: null })).toEqual({ ok: false, redenen: ['factuur-niet-te-crediteren'] })
  })
})

describe('een correctie (384)', () => {
  test('komt in de plaats van de eerdere factuur', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer, bedragInclusief: cent(90_000) })
    expect((await stuur({ soort: 'correctie', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(93_950) })).codes).toEqual([])
    expect(await stand(aanvraagId)).toEqual({ crediteuren: 93_950, order: 'gefactureerd' })
    expect(await asOwner('select soort, status from factuur where ordernummer = $1 order by ontvangen_op', [ordernummer]))
      .toEqual([{ soort: 'factuur', status: 'vervangen' }, { soort: 'correctie', status: 'gematcht' }])
  })

  test('na de betaling kan zij niet meer, en er is niets half geboekt', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    const factuur = await stuur({ ordernummer })
    await betaal()
    expect((await stuur({ soort: 'correctie', ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(50_000) })).codes).toEqual(['STAP-ORDER-GEFACTUREERD', 'STAP-CORRECTIE-BETAALD'])
    expect(await stand(aanvraagId)).toEqual({ betaald: 93_950, order: 'betaald' })
  })

  test('BR-NL-9: zonder te zeggen wat zij verbetert', async () => {
    expect((await stuur({ soort: 'correctie', ordernummer: (await eenOpdracht()).ordernummer })).codes).toEqual(['BR-NL-9', 'STAP-VERWIJZING'])
  })
})

describe('een ingetrokken aanvraag met deelfacturen', () => {
  let aanvraagId = ''
  beforeAll(async () => {
    const opdracht = await eenOpdracht()
    aanvraagId = opdracht.aanvraagId
    const factuur = await stuur({ ordernummer: opdracht.ordernummer, bedragInclusief: cent(50_000) })
    await stuur({ soort: 'creditnota', ordernummer: opdracht.ordernummer, verwijstNaar: factuur.nummer, bedragInclusief: cent(10_000) })
    await plant("update aanvraag set status = 'ingetrokken' where id = $1", [aanvraagId])
    await laatVerplichtingVervallen(aanvraagId)
  })

  test('alles wat niet betaald is, valt vrij', async () => {
    expect(await stand(aanvraagId)).toEqual({ order: 'vervallen' })
  })
})
