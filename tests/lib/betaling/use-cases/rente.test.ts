import { describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { listRente } from '@/lib/betaling/views'
import { getBatch, getBetaalbestand } from '@/lib/betaling/views/uwv'
import { beeindigOpschorting } from '@/lib/opschorting/use-cases/beeindig-opschorting'
import { schortOp } from '@/lib/opschorting/use-cases/schort-op'
import { eenFactuur } from '@/tests/builders/factuur'
import { aAfschrift, aStatusbericht } from '@/tests/builders/bank'
import { aBetaalWereld, saldi, VANDAAG, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let teamleider: Medewerker
freshDb(async () => {
  wereld = await aBetaalWereld()
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', 'tl', 'Marjan de Groot', '{teamleider-financieel}') returning id`)
  teamleider = { soort: 'medewerker', id: rij?.id ?? '', naam: 'Marjan de Groot', rollen: ['teamleider-financieel'] }
})

let nummer = 0
async function factuur(bedrag = 100_000): Promise<{ id: string; ordernummer: string }> {
  const { aanvraagId } = await wereld.verleen(100_000)
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  const ordernummer = order?.ordernummer ?? ''
  nummer += 1
  const ontvangen = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer, nummer: `R-${String(nummer)}`, bedragInclusief: cent(bedrag) })) })
  if (!ontvangen.ok || !ontvangen.value.isGematcht) throw new Error(JSON.stringify(ontvangen))
  return { id: ontvangen.value.factuurId, ordernummer }
}
async function stelSamen(actor: Medewerker | typeof SYSTEEM = SYSTEEM) {
  const batch = await stelBatchSamen(actor)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  return { msgId: batch.value.msgId, batchId: rij?.id ?? '' }
}
async function betaal({ msgId, batchId }: { msgId: string; batchId: string }) {
  for (const medewerker of wereld.financieel.slice(0, 2)) expect(await keurBatchGoed(medewerker, { msgId })).toEqual({ ok: true, value: undefined })
  await maakBetaalbestand(batchId)
}
const lees = async (inhoud: Buffer) => {
  const bericht = await ontvangBankbericht(SYSTEEM, { naam: 'b.xml', inhoud })
  if (!bericht.ok) throw new Error(bericht.redenen.join())
  await verwerkBankbericht(bericht.value.berichtId)
}

describe('wettelijke rente bij te late betaling (Awb 4:97-4:99)', () => {
  test('staat als eigen regel in dezelfde batch, met een besluit, in het grootboek en bij de factuur', async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    const laat = await factuur()
    await zetKlok('2023-06-29T10:00:00+02:00')
    const optijd = await factuur()
    const batch = await stelSamen()
    // Carried out on Friday 30 June 2023: 179 days of 4 % over EUR 1.000.
    expect(await asOwner('select end_to_end_id, bedrag_cent, rente_id is not null as rente from betaling order by 1')).toEqual([
      { end_to_end_id: laat.ordernummer, bedrag_cent: 100_000, rente: false },
      { end_to_end_id: `${laat.ordernummer}/R1`, bedrag_cent: 1_962, rente: true },
      { end_to_end_id: optijd.ordernummer, bedrag_cent: 100_000, rente: false },
    ])
    expect(await asOwner('select bedrag_cent, hoofdsom_cent, van::text, tot_en_met::text, status from rente')).toEqual([
      { bedrag_cent: 1_962, hoofdsom_cent: 100_000, van: '2023-01-03', tot_en_met: '2023-06-30', status: 'in-batch' },
    ])
    expect(await asOwner(`select onderwerp, inhoud -> 'bezwaar' ->> 'uiterlijkOp' as bezwaar from brief b join rente r on r.brief_id = b.id`)).toEqual([{ onderwerp: 'Wij betalen u € 19,62 rente', bezwaar: '2023-08-10' }])
    expect(await saldi(wereld.compartimentId)).toMatchObject({ rentelast: -1_962, 'rente-crediteuren': 1_962, crediteuren: 200_000 })

    await betaal(batch)
    expect(await saldi(wereld.compartimentId)).toMatchObject({ rentelast: -1_962, 'rente-crediteuren': 0, 'rente-betaald': 1_962, crediteuren: 0, betaald: 200_000 })
    const [medewerker] = wereld.financieel
    const bestand = (await getBetaalbestand(medewerker, batch.msgId))?.inhoud.toString() ?? ''
    expect(bestand).toContain(`<EndToEndId>${laat.ordernummer}/R1</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">19.62</InstdAmt></Amt>`)
    expect(bestand).toContain('<CtrlSum>2019.62</CtrlSum>')
    expect(bestand).toContain(`STAP-budget wettelijke rente factuur R-1 opdracht ${laat.ordernummer}/R1`)
    expect((await getBatch(medewerker, batch.msgId))?.betalingen.map(({ isRente, bedrag }) => ({ isRente, bedrag }))).toContainEqual({ isRente: true, bedrag: 1_962 })
    expect(await listRente(wereld.opleider, laat.id)).toMatchObject([{ bedrag: 1_962, status: 'betaald', delen: ['03-01-2023 tot en met 30-06-2023: 179 dagen 4 procent per jaar over € 1.000'] }])
    expect(await listRente(wereld.andereOpleider, laat.id), 'niet van een ander').toEqual([])
    expect(await asOwner(`select soort, zichtbaar from gebeurtenis where soort like 'betaal%' order by id`)).toEqual([{ soort: 'betaal', zichtbaar: true }, { soort: 'betaal-rente', zichtbaar: false }, { soort: 'betaal', zichtbaar: true }])
  })

  test('het afschrift bevestigt haar; wat de bank terugstuurt is weer schuld en gaat pas na een mens opnieuw, onder een eigen kenmerk', async () => {
    const [rente] = await asOwner<{ end_to_end_id: string }>('select end_to_end_id from betaling where rente_id is not null')
    const eind = rente?.end_to_end_id ?? ''
    await lees(aAfschrift({ kenmerk: 'A1', nummer: 1, begin: '0.00', eind: '-19.62', boekingen: [{ bedrag: '19.62', richting: 'DBIT', endToEndId: eind }] }))
    expect(await asOwner('select status from betaling where rente_id is not null')).toEqual([{ status: 'uitgevoerd' }])
    await lees(aAfschrift({ kenmerk: 'A2', nummer: 2, begin: '-19.62', eind: '0.00', boekingen: [{ bedrag: '19.62', richting: 'CRDT', endToEndId: eind, retour: 'AC04' }] }))
    expect(await saldi(wereld.compartimentId)).toMatchObject({ 'rente-crediteuren': 1_962, 'rente-betaald': 0, betaald: 200_000 })
    expect(await asOwner('select f.status as factuur, r.status as rente from rente r join factuur f on f.id = r.factuur_id')).toEqual([{ factuur: 'betaald', rente: 'teruggekomen' }])
    expect(await stelBatchSamen(SYSTEEM)).toEqual({ ok: false, redenen: ['niets-te-betalen'] })
    const [vraag] = await asOwner<{ id: string }>(`select id from bankvraag where soort = 'teruggekomen'`)
    expect(await handelVraagAf(wereld.financieel[0], { vraagId: vraag?.id ?? '', toelichting: 'Rekening gecontroleerd', opnieuw: 'ja' })).toEqual({ ok: true, value: undefined })
    const batch = await stelSamen()
    expect(await asOwner(`select end_to_end_id from betaling where batch_id = '${batch.batchId}'`)).toEqual([{ end_to_end_id: eind.replace('/R1', '/R2') }])
    await betaal(batch)
    await lees(aStatusbericht({ msgId: batch.msgId, regels: [{ endToEndId: eind.replace('/R1', '/R2'), status: 'RJCT', code: 'AC04' }] }))
    expect(await saldi(wereld.compartimentId)).toMatchObject({ 'rente-crediteuren': 1_962, 'rente-betaald': 0 })
  })

  test('wordt een batch later goedgekeurd, dan komt de rente over die dagen in de volgende batch', async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    const { id, ordernummer } = await factuur()
    await zetKlok('2023-06-29T10:00:00+02:00')
    const batch = await stelSamen()
    await zetKlok('2023-07-06T10:00:00+02:00')
    await betaal(batch)
    const volgende = await stelSamen()
    // 4 % up to and including 30 June, then 7 days of 6 %: 1.962 + 115.
    expect(await asOwner(`select bedrag_cent, van::text, tot_en_met::text from rente where factuur_id = '${id}' order by tot_en_met`)).toEqual([
      { bedrag_cent: 1_962, van: '2023-01-03', tot_en_met: '2023-06-30' }, { bedrag_cent: 115, van: '2023-01-03', tot_en_met: '2023-07-07' },
    ])
    expect(await asOwner(`select end_to_end_id, bedrag_cent from betaling where batch_id = '${volgende.batchId}'`)).toEqual([{ end_to_end_id: `${ordernummer}/R2`, bedrag_cent: 115 }])
    await betaal(volgende)
    expect(await stelBatchSamen(SYSTEEM), 'daarna is er niets meer').toEqual({ ok: false, redenen: ['niets-te-betalen'] })
  })

  test('schort een besluit de betaling op nadat de batch is goedgekeurd, dan gaat ook de rente op wat al is betaald niet mee (Awb 4:56)', async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    const { id, ordernummer } = await factuur(60_000)
    await zetKlok('2024-06-27T10:00:00+02:00')
    const batch = await stelSamen()
    await zetKlok('2024-07-04T10:00:00+02:00')
    await betaal(batch)
    const volgende = await stelSamen()
    const inBatch = () => asOwner(`select end_to_end_id, status from betaling where batch_id = '${volgende.batchId}'`)
    expect(await inBatch()).toEqual([{ end_to_end_id: `${ordernummer}/R2`, status: 'onderweg' }])
    const opschorting = await schortOp(wereld.behandelaar, { opleiderId: wereld.opleider.opleiderId, grond: 'ernstig-vermoeden', zaak: 'ZAAK-RENTE', vermoeden: 'Er is volgens twee deelnemers geen les gegeven.' })
    if (!opschorting.ok) throw new Error(opschorting.redenen.join())
    await betaal(volgende)
    expect(await inBatch()).toEqual([{ end_to_end_id: `${ordernummer}/R2`, status: 'vervallen' }])
    expect(await asOwner(`select status, count(*)::int as aantal from rente where factuur_id = '${id}' group by 1 order by 1`)).toEqual([{ status: 'betaald', aantal: 1 }, { status: 'te-betalen', aantal: 1 }])
    expect(await stelBatchSamen(SYSTEEM), 'zij wacht tot het einde').toEqual({ ok: false, redenen: ['niets-te-betalen'] })
    expect(await beeindigOpschorting(wereld.behandelaar, { opschortingId: opschorting.value.opschortingId, reden: 'Er is wel les gegeven.' })).toMatchObject({ ok: true })
    await betaal(await stelSamen())
    expect(await asOwner(`select distinct status from rente where factuur_id = '${id}'`)).toEqual([{ status: 'betaald' }])
  })

  test('de database betaalt rente één keer, en alleen het bedrag dat is vastgesteld', async () => {
    await expect(plantBetaling(`select batch_id, factuur_id, rente_id, 'X1', bedrag_cent, iban, tenaamstelling from betaling where rente_id is not null and status <> 'afgewezen' and status <> 'teruggekomen' limit 1`))
      .rejects.toThrow(/niet die van haar factuur|betaling_een_per_rente/)
    await expect(asOwner(`update rente set status = 'in-batch'`)).rejects.toThrow('bestaat niet voor rente')
  })
})

describe('rente op een factuur die niet meer wordt betaald (Awb 4:97, docs/adr/0033)', () => {
  const laat = async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    const gevonden = await factuur()
    await zetKlok('2023-06-29T10:00:00+02:00')
    await stelSamen()
    // Taken out of its batch, as when it is suspended: the interest is fixed and waits.
    await plant(`update betaling set status = 'vervallen' where factuur_id = '${gevonden.id}'`)
    await plant(`update factuur set status = 'gematcht' where id = '${gevonden.id}'`)
    await plant(`update rente set status = 'te-betalen' where factuur_id = '${gevonden.id}'`)
    return gevonden
  }
  const renteVan = async (id: string) => (await asOwner<{ status: string; bedrag: number }>(`select status, bedrag_cent as bedrag from rente where factuur_id = '${id}'`))[0]
  const schuld = async (id: string) => (await asOwner<{ cent: number }>(`select coalesce(sum(r.bedrag_cent), 0)::integer as cent from boekingsregel r join factuur f on f.id = '${id}' join verplichting v on v.id = f.verplichting_id and v.aanvraag_id = r.aanvraag_id where r.rekening = 'rente-crediteuren'`))[0]?.cent

  test('neemt de opleider haar helemaal terug, dan was er geen schuld: de rente vervalt met een brief', async () => {
    const { id } = await laat()
    expect(await schuld(id)).toBe(1_962)
    expect(await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'CR-1', bedrag: cent(40_000) })).toMatchObject({ ok: true })
    expect(await renteVan(id), 'een deel: zij blijft').toEqual({ status: 'te-betalen', bedrag: 1_962 })
    expect(await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'CR-2', bedrag: cent(60_000) })).toMatchObject({ ok: true })
    expect([await renteVan(id), await schuld(id)]).toEqual([{ status: 'vervallen', bedrag: 1_962 }, 0])
    expect(await asOwner(`select onderwerp, inhoud -> 'bezwaar' is not null as bezwaar from brief where opleider_id is not null order by kenmerk desc limit 1`)).toEqual([{ onderwerp: 'U krijgt € 19,62 rente niet', bezwaar: true }])
  })

  test('eindigt de opdracht door een intrekking, dan waren wij te laat met een schuld: de rente wordt betaald', async () => {
    const { id, ordernummer } = await laat()
    await plant(`update aanvraag set status = 'ingetrokken' where id = (select v.aanvraag_id from verplichting v join factuur f on f.verplichting_id = v.id where f.id = '${id}')`)
    const [rij] = await asOwner<{ aanvraag: string }>(`select v.aanvraag_id as aanvraag from verplichting v where v.ordernummer = '${ordernummer}'`)
    await laatVerplichtingVervallen(rij?.aanvraag ?? '')
    expect(await asOwner(`select status from factuur where id = '${id}'`)).toEqual([{ status: 'afgekeurd' }])
    await betaal(await stelSamen())
    expect([await renteVan(id), await schuld(id)]).toEqual([{ status: 'betaald', bedrag: 1_962 }, 0])
  })
})

const plantBetaling = (van: string) => asOwner(`insert into betaling (batch_id, factuur_id, rente_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) ${van}`)

describe('wie een batch goedkeurt', () => {
  test('niet wie haar samenstelde; de nachtbatch is van niemand', async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    await factuur()
    const [samensteller, een, twee] = wereld.financieel
    const { msgId, batchId } = await stelSamen(samensteller)
    expect(await keurBatchGoed(samensteller, { msgId })).toEqual({ ok: false, redenen: ['eigen-batch'] })
    await expect(asOwner(`insert into batch_goedkeuring (batch_id, medewerker_id) values ('${batchId}', '${samensteller.id}')`)).rejects.toThrow('wie een batch samenstelde')
    await expect(asOwner(`update betaalbatch set opgesteld_door = null where id = '${batchId}'`)).rejects.toThrow('ligt vast')
    expect(await keurBatchGoed(wereld.behandelaar, { msgId })).toEqual({ ok: false, redenen: ['niet-bevoegd'] })
    expect(await keurBatchGoed(een, { msgId })).toMatchObject({ ok: true })
    expect(await keurBatchGoed(twee, { msgId })).toMatchObject({ ok: true })
    await maakBetaalbestand(batchId)
  })

  test('boven het mandaat is de teamleider financieel een van de twee, ook volgens de database', async () => {
    await factuur()
    await plant(`update parameter set waarde = '{"financieelTotCent": 99999}' where naam = 'betaalmandaat'`)
    const [een, twee] = wereld.financieel
    const { msgId, batchId } = await stelSamen()
    expect(await keurBatchGoed(een, { msgId })).toMatchObject({ ok: true })
    expect(await getBatch(twee, msgId)).toMatchObject({ teamleiderNodig: true })
    expect(await keurBatchGoed(twee, { msgId })).toEqual({ ok: false, redenen: ['teamleider-nodig'] })
    await asOwner(`insert into batch_goedkeuring (batch_id, medewerker_id) values ('${batchId}', '${twee.id}')`)
    await expect(asOwner(`update betaalbatch set status = 'goedgekeurd' where id = '${batchId}'`)).rejects.toThrow('groter dan het mandaat')
    await plant(`delete from batch_goedkeuring where medewerker_id = '${twee.id}' and batch_id = '${batchId}'`)
    await expect(asOwner(`insert into batch_goedkeuring (batch_id, medewerker_id, rol) values ('${batchId}', '${twee.id}', 'teamleider-financieel')`)).rejects.toThrow('alleen een financieel medewerker of teamleider financieel')
    expect(await keurBatchGoed(teamleider, { msgId })).toEqual({ ok: true, value: undefined })
    expect(await getBatch(twee, msgId)).toMatchObject({ status: 'goedgekeurd', teamleiderNodig: false })
  })
})

describe('de start schuift op (Awb 4:87 lid 1)', () => {
  test('schoof de start met toestemming op, dan telt de dag waarop weer mag worden betaald (regeling, factuur-vanaf)', async () => {
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
    const { id } = await factuur()
    await zetKlok('2022-12-05T10:00:00+01:00')
    await asOwner(`
      with a as (select v.aanvraag_id, v.opleider_id, x.opleiding_id, x.aanmeldbewijs_id from factuur f join verplichting v on v.id = f.verplichting_id join aanvraag x on x.id = v.aanvraag_id where f.id = $1),
      w as (insert into wijziging (aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, status, door_id, antwoord_uiterlijk_op, wissel_uiterlijk_op, beantwoord_op)
        select aanvraag_id, opleider_id, opleiding_id, '{datum}', '{"startdatum": "2022-12-12"}', '{"startdatum": "2023-04-03"}', 'proef', 'aanvaard', $2, '2022-12-20', '2023-01-20', nu() from a)
      update aanmeldbewijs b set startdatum = '2023-04-03', einddatum = '2023-06-03' from a where b.id = a.aanmeldbewijs_id`, [id, wereld.opleider.id])
    await zetKlok('2023-09-28T10:00:00+02:00')
    await stelSamen()
    // Three weeks before 3 April is 13 March, six weeks later 24 April.
    expect(await asOwner('select van::text as van from rente where factuur_id = $1', [id])).toEqual([{ van: '2023-04-25' }])
  })
})
