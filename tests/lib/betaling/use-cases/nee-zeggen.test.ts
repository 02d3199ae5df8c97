import { describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { beoordeelRekening } from '@/lib/bankrekening/use-cases/beoordeel-rekening'
import { weigerBetalingSchema } from '@/lib/betaling/schema'
import { hefBlokkadeOp, keurBatchAf, weigerBetaling } from '@/lib/betaling/use-cases/keur-batch-af'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { getFactuur } from '@/lib/betaling/views'
import { getBatch, listGeblokkeerd } from '@/lib/betaling/views/uwv'
import { pool } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

let teller = 0
async function eenFactuurInDeRij() {
  const { aanvraagId } = await wereld.verleen(93_950)
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  const ordernummer = order?.ordernummer ?? ''
  const uitkomst = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ nummer: `N-${String(teller += 1)}`, ordernummer })) })
  if (!uitkomst.ok || !uitkomst.value.isGematcht) throw new Error('the invoice must match')
  return { aanvraagId, ordernummer, factuurId: uitkomst.value.factuurId }
}

async function eenBatch(): Promise<{ msgId: string; batchId: string }> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  return { msgId: batch.value.msgId, batchId: rij?.id ?? '' }
}

const REDEN = 'Deze factuur lijkt dubbel.'
const weiger = (...redenen: string[]) => ({ ok: false, redenen })
const gedaan = { ok: true, value: undefined }
const wie = (nr: 0 | 1 | 2): Medewerker => {
  const medewerker = wereld.financieel[nr]
  if (medewerker === undefined) throw new Error('the world has three')
  return medewerker
}

describe('een batch afkeuren', () => {
  test('niets ervan wordt betaald, en alles gaat mee in een volgende', async () => {
    const [een, twee] = [await eenFactuurInDeRij(), await eenFactuurInDeRij()]
    const { msgId, batchId } = await eenBatch()
    expect(await keurBatchGoed(wie(0), { msgId })).toEqual(gedaan)
    expect(await keurBatchAf(wie(1), { msgId, reden: REDEN })).toEqual(gedaan)
    expect(await asOwner('select status, afgekeurd_reden from betaalbatch where id = $1', [batchId])).toEqual([{ status: 'afgekeurd', afgekeurd_reden: REDEN }])
    expect(await asOwner('select distinct status from betaling where batch_id = $1', [batchId])).toEqual([{ status: 'vervallen' }])
    expect(await asOwner('select distinct status from factuur where id = any ($1)', [[een.factuurId, twee.factuurId]])).toEqual([{ status: 'gematcht' }])
    expect(await asOwner(`select soort, van_status, naar_status, door_rol, reden from gebeurtenis where onderwerp = 'batch' and onderwerp_id = $1 and soort = 'keur-af'`, [batchId]))
      .toEqual([{ soort: 'keur-af', van_status: 'opgesteld', naar_status: 'afgekeurd', door_rol: 'financieel', reden: REDEN }])
    expect(await keurBatchGoed(wie(2), { msgId }), 'wie daarna goedkeurt, komt te laat').toEqual(weiger('niet-meer-goed-te-keuren'))
    expect(await keurBatchAf(wie(2), { msgId, reden: REDEN })).toEqual(weiger('batch-heeft-bestand'))
    await maakBetaalbestand(batchId)
    expect(await asOwner('select document_id from betaalbatch where id = $1', [batchId])).toEqual([{ document_id: null }])
    expect(await getBatch(wie(0), msgId)).toMatchObject({ status: 'afgekeurd', afgekeurd: { reden: REDEN } })

    const volgende = await eenBatch()
    expect(await asOwner('select count(*)::int as aantal from betaling where batch_id = $1', [volgende.batchId])).toEqual([{ aantal: 2 }])
    await keurBatchAf(wie(0), { msgId: volgende.msgId, reden: REDEN })
    await plant(`update factuur set status = 'afgekeurd' where status = 'gematcht'`)
  })

  test('als er een bestand is, kan het niet meer; en niet door wie niet mag goedkeuren', async () => {
    await eenFactuurInDeRij()
    const { msgId, batchId } = await eenBatch()
    expect(await keurBatchAf({ ...wie(0), rollen: ['auditor'] }, { msgId, reden: REDEN })).toEqual(weiger('niet-bevoegd'))
    for (const nr of [0, 1] as const) await keurBatchGoed(wie(nr), { msgId })
    await maakBetaalbestand(batchId)
    expect(await keurBatchAf(wie(2), { msgId, reden: REDEN })).toEqual(weiger('batch-heeft-bestand'))
  })

  test('tegelijk met het bestand: of alles gaat, of niets gaat', async () => {
    for (let keer = 0; keer < 4; keer += 1) {
      const { factuurId } = await eenFactuurInDeRij()
      const { msgId, batchId } = await eenBatch()
      for (const nr of [0, 1] as const) await keurBatchGoed(wie(nr), { msgId })
      await Promise.all([keurBatchAf(wie(2), { msgId, reden: REDEN }), maakBetaalbestand(batchId)])
      const [rij] = await asOwner<{ status: string; betaling: string; factuur: string; bestand: boolean }>(
        'select p.status, b.status as betaling, f.status as factuur, p.document_id is not null as bestand from betaalbatch p join betaling b on b.batch_id = p.id join factuur f on f.id = b.factuur_id where p.id = $1', [batchId])
      expect([['afgekeurd', 'vervallen', 'gematcht', false], ['aangemaakt', 'onderweg', 'betaald', true]]).toContainEqual(Object.values(rij ?? {}))
      await plant(`update factuur set status = 'afgekeurd' where id = '${factuurId}' and status = 'gematcht'`)
    }
  })

  test('de database keurt geen batch af waarvan nog iets meegaat (tegenproef)', async () => {
    await eenFactuurInDeRij()
    const { batchId } = await eenBatch()
    await expect(pool.query(`update betaalbatch set status = 'afgekeurd', afgekeurd_door = $2, afgekeurd_op = nu(), afgekeurd_reden = 'x' where id = $1`, [batchId, wie(0).id])).rejects.toThrow('gaat nog een betaling mee')
    await plant(`update betaling set status = 'vervallen' where batch_id = '${batchId}'; update factuur set status = 'afgekeurd' where status = 'in-batch'`)
  })
})

describe('een betaling weigeren', () => {
  test('die gaat niet mee, haar factuur is geblokkeerd tot iemand dat opheft, en de rest gaat door', async () => {
    const [een, twee] = [await eenFactuurInDeRij(), await eenFactuurInDeRij()]
    const { msgId, batchId } = await eenBatch()
    const input = weigerBetalingSchema.parse({ msgId, kenmerk: ` ${een.ordernummer.toLowerCase()} `, waarom: REDEN })
    expect(await weigerBetaling(wie(0), input)).toEqual(gedaan)
    expect(await weigerBetaling(wie(0), input), 'twee keer').toEqual(weiger('betaling-niet-gevonden'))
    for (const nr of [1, 2] as const) await keurBatchGoed(wie(nr), { msgId })
    await maakBetaalbestand(batchId)
    expect(await asOwner('select factuur_id, status from betaling where batch_id = $1 order by status', [batchId])).toEqual([{ factuur_id: twee.factuurId, status: 'onderweg' }, { factuur_id: een.factuurId, status: 'vervallen' }])
    expect(await getFactuur(wereld.opleider, een.factuurId)).toMatchObject({ status: 'gematcht', blokkade: { reden: REDEN } })
    expect(await listGeblokkeerd(wie(0))).toMatchObject([{ factuurId: een.factuurId, bedrag: 93_950, reden: REDEN }])

    expect(await stelBatchSamen(SYSTEEM), 'geblokkeerd gaat niet mee').toEqual(weiger('niets-te-betalen'))
    expect(await hefBlokkadeOp(wie(0), { factuurId: een.factuurId, reden: 'Nagekeken: niet dubbel.' })).toEqual(gedaan)
    expect(await hefBlokkadeOp(wie(0), { factuurId: een.factuurId, reden: 'Nagekeken: niet dubbel.' })).toEqual(weiger('niet-geblokkeerd'))
    const volgende = await eenBatch()
    expect(await keurBatchGoed(wie(0), { msgId: volgende.msgId }), 'wie de blokkade ophief, keurt niet goed').toEqual(weiger('zelf-voorbereid'))
    for (const nr of [1, 2] as const) expect(await keurBatchGoed(wie(nr), { msgId: volgende.msgId })).toEqual(gedaan)
    await maakBetaalbestand(volgende.batchId)
    expect(await asOwner('select end_to_end_id from betaling where factuur_id = $1 and status = $2', [een.factuurId, 'onderweg'])).toEqual([{ end_to_end_id: `${een.ordernummer}/2` }])
  })

  test('de database betaalt een geblokkeerde factuur niet', async () => {
    const { factuurId } = await eenFactuurInDeRij()
    await pool.query(`insert into betaalblokkade (factuur_id, reden, door_id) values ($1, 'proef', $2)`, [factuurId, wie(0).id])
    await plant(`update factuur set status = 'in-batch' where id = '${factuurId}'`)
    await expect(pool.query(`with b as (insert into betaalbatch (msg_id, aantal, totaal_cent) values ('BATCH-PROEF', 1, 93950) returning id)
      insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select b.id, f.id, 'PROEF', 93950, f.iban, 'x' from b, factuur f where f.id = $1`, [factuurId])).rejects.toThrow(/geblokkeerd|tegengehouden/)
    await plant(`update factuur set status = 'afgekeurd' where id = '${factuurId}'`)
  })
})

describe('wie een betaling voorbereidt, keurt haar niet goed', () => {
  test('een rekening aanvaarden zonder dat de naam klopt: tot er op is betaald', async () => {
    const { opleiderId } = wereld.opleider
    await plant(`delete from naamcontrole where opleider_id = '${opleiderId}'`)
    await plant(`update factuur set status = 'afgekeurd' where status = 'gematcht'`)
    await eenFactuurInDeRij()
    await asOwner(`insert into naamcontrole (opleider_id, iban, naam, antwoord) select id, iban, naam, 'geen' from opleider where id = $1`, [opleiderId])
    await plant(`update betaling set status = 'vervallen' where status = 'uitgevoerd'`)
    expect(await beoordeelRekening(wie(0), { opleiderId, oordeel: 'aanvaard', reden: 'Handelsnaam, gezien in de KvK' })).toEqual(gedaan)
    const { msgId, batchId } = await eenBatch()
    expect(await keurBatchGoed(wie(0), { msgId })).toEqual(weiger('zelf-voorbereid'))
    await expect(pool.query('insert into batch_goedkeuring (batch_id, medewerker_id) values ($1, $2)', [batchId, wie(0).id]), 'ook de database').rejects.toThrow('wie een betaling van een batch voorbereidde')
    for (const nr of [1, 2] as const) expect(await keurBatchGoed(wie(nr), { msgId })).toEqual(gedaan)
    await maakBetaalbestand(batchId)
    await plant(`update betaling set status = 'uitgevoerd' where batch_id = '${batchId}'`)
    await eenFactuurInDeRij()
    const volgende = await eenBatch()
    expect(await keurBatchGoed(wie(0), { msgId: volgende.msgId }), 'er is eerder op betaald, door anderen goedgekeurd').toEqual(gedaan)
    await keurBatchAf(wie(1), { msgId: volgende.msgId, reden: REDEN })
  })

  test.each([
    ['een gemailde factuur die iemand innam', (factuurId: string, id: string) => `insert into postbusbericht (naam, sha256, volgnummer, document_id, toestand, reden, factuur_id, afgehandeld_op, afgehandeld_door)
      select 'post.eml', repeat('0', 64), 1, document_id, 'verwerkt', null, id, nu(), '${id}' from factuur where id = '${factuurId}'`],
    ['een teruggekomen betaling die iemand opnieuw klaarzette', (factuurId: string, id: string) => `with p as (insert into betaalbatch (msg_id, aantal, totaal_cent, status) values ('BATCH-EERDER', 1, 93950, 'opgesteld') returning id),
      b as (insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling, status) select p.id, f.id, 'EERDER', 93950, f.iban, 'x', 'teruggekomen' from p, factuur f where f.id = '${factuurId}')
      insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol) select 'aanvraag', v.aanvraag_id, 'betaal-opnieuw', '${id}', 'financieel' from factuur f join verplichting v on v.id = f.verplichting_id where f.id = '${factuurId}'`],
  ])('%s', async (_, voorbereiding) => {
    await plant(`update factuur set status = 'afgekeurd' where status = 'gematcht'`)
    const { factuurId } = await eenFactuurInDeRij()
    await plant(voorbereiding(factuurId, wie(0).id))
    const { msgId } = await eenBatch()
    expect(await keurBatchGoed(wie(0), { msgId })).toEqual(weiger('zelf-voorbereid'))
    expect(await keurBatchGoed(wie(1), { msgId })).toEqual(gedaan)
    await keurBatchAf(wie(0), { msgId, reden: REDEN })
  })
})
