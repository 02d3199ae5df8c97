import { describe, expect, test } from 'vitest'
import { meldAnnuleringskosten } from '@/lib/annulering/use-cases/meld-annuleringskosten'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { leesAnnuleringskosten } from '@/lib/annulering/use-cases/lees-annuleringskosten'
import { getAnnulering, getAnnuleringskosten, getStop, listAnnuleringen } from '@/lib/annulering/views'
import type { StopFase } from '@/lib/annulering/model'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { bevestigBetalingen, boekBetalingenTerug } from '@/lib/betaling/use-cases/verwerk-bankuitslag'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { inPgTransaction, inTransaction } from '@/lib/platform/db'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { eenFactuur } from '@/tests/builders/factuur'
import { beslis, neemVoor, reageer } from '@/tests/builders/vaststelling'
import { aBetaalWereld, saldi, VANDAAG, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)
let nummer = 0
async function metFactuur(verlening: Verlening): Promise<Verlening> {
  await maakVerplichting(verlening.aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [verlening.aanvraagId])
  nummer += 1
  const ontvangen = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: `F-${String(nummer)}` })) })
  if (!ontvangen.ok || !ontvangen.value.isGematcht) throw new Error(JSON.stringify(ontvangen))
  return verlening
}
async function inBatch(): Promise<{ msgId: string; batchId: string }> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  return { msgId: batch.value.msgId, batchId: rij?.id ?? '' }
}
async function keurGoed(msgId: string): Promise<void> {
  for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, { msgId })
}
/** What the jobs do, as often as they are asked. */
async function ruimOp({ aanvraagId }: Verlening): Promise<void> {
  await laatReserveringVrij(aanvraagId)
  await laatVerplichtingVervallen(aanvraagId)
  await laatVerplichtingVervallen(aanvraagId)
}
const stop = ({ burger, kenmerk }: Verlening, fase: StopFase) => stopAanvraag(burger, { kenmerk, fase, toelichting: undefined })
const geld = async (aanvraagId: string) => Object.fromEntries((await asOwner<{ rekening: string; cent: number }>(
  'select rekening, sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 group by 1 having sum(bedrag_cent) <> 0', [aanvraagId])).map(({ rekening, cent: bedrag }) => [rekening, bedrag]))
const stand = async (aanvraagId: string) => (await asOwner<{ aanvraag: string; opdracht: string | null; factuur: string | null; betaling: string | null }>(`
  select a.status as aanvraag, v.status as opdracht, f.status as factuur, b.status as betaling from aanvraag a left join verplichting v on v.aanvraag_id = a.id
  left join factuur f on f.verplichting_id = v.id left join betaling b on b.factuur_id = f.id where a.id = $1`, [aanvraagId]))[0]
const brieven = async (aanvraagId: string) => (await asOwner<{ soort: string }>(`select soort from brief where aanvraag_id = $1 and onderwerp <> 'test' order by verzonden_op, soort`, [aanvraagId])).map(({ soort }) => soort)

describe('stoppen voor de start: het geld gaat waar de pagina zei', () => {
  test('verleend zonder opdracht: besluit, brief aan beiden, budget terug', async () => {
    const een = await wereld.verleen()
    expect((await getStop(een.burger, een.kenmerk))?.gevolg).toMatchObject({ fase: 'toegekend', budget: 'terug-in-pot', isBesluit: true })
    expect(redenenVan(await stop(een, 'toegekend'))).toEqual([])
    await ruimOp(een)
    expect(await geld(een.aanvraagId)).toEqual({})
    expect(await asOwner(`select soort, gronden, bedrag_cent as bedrag from besluit where aanvraag_id = $1 and soort = 'intrekking'`, [een.aanvraagId])).toEqual([{ soort: 'intrekking', gronden: ['op-verzoek'], bedrag: 0 }])
    expect(await brieven(een.aanvraagId)).toEqual(['intrekking', 'mededeling'])
    expect(await asOwner(`select oorzaak, fase, gevolg ->> 'budget' as budget from stopzetting where aanvraag_id = $1`, [een.aanvraagId])).toEqual([{ oorzaak: 'burger', fase: 'toegekend', budget: 'terug-in-pot' }])
    expect(redenenVan(await stop(een, 'toegekend'))).toEqual(['al-gestopt'])
  })

  test('gefactureerd: de factuur vervalt; iemand anders kan niet stoppen; een oude pagina doet niets', async () => {
    const een = await metFactuur(await wereld.verleen())
    const ander = await wereld.verleen()
    expect(redenenVan(await stopAanvraag(ander.burger, { kenmerk: een.kenmerk, fase: 'gefactureerd', toelichting: undefined }))).toEqual(['niet-gevonden'])
    expect(await getStop(ander.burger, een.kenmerk)).toBeUndefined()
    expect(redenenVan(await stop(een, 'opdracht'))).toEqual(['gevolg-gewijzigd'])
    expect(await stand(een.aanvraagId)).toMatchObject({ aanvraag: 'verleend' })
    expect(redenenVan(await stop(een, 'gefactureerd'))).toEqual([])
    await ruimOp(een)
    expect(await stand(een.aanvraagId)).toEqual({ aanvraag: 'ingetrokken', opdracht: 'vervallen', factuur: 'afgekeurd', betaling: null })
    expect(await geld(een.aanvraagId)).toEqual({})
  })

  test('in een batch: uit de betaling gehouden, ook als er al is goedgekeurd; de ander wordt gewoon betaald', async () => {
    const [weg, blijft] = [await metFactuur(await wereld.verleen()), await metFactuur(await wereld.verleen())]
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    expect(redenenVan(await stop(weg, 'in-batch'))).toEqual([])
    await ruimOp(weg)
    expect(await stand(weg.aanvraagId)).toEqual({ aanvraag: 'ingetrokken', opdracht: 'vervallen', factuur: 'afgekeurd', betaling: 'vervallen' })
    await maakBetaalbestand(batchId)
    expect(await stand(blijft.aanvraagId)).toMatchObject({ factuur: 'betaald', betaling: 'onderweg' })
    expect(await asOwner(`select position('ORDER' in convert_from(d.inhoud, 'UTF8')) > 0 as er, (select count(*) from regexp_matches(convert_from(d.inhoud, 'UTF8'), '<EndToEndId>', 'g'))::int as n
      from betaalbatch b join document d on d.id = b.document_id where b.id = $1`, [batchId])).toEqual([{ er: true, n: 1 }])
    expect(await geld(weg.aanvraagId)).toEqual({})
    expect(await geld(blijft.aanvraagId)).toEqual({ vrij: -93_950, betaald: 93_950 })
  })

  test('ook als de opruimende taak nog niet liep toen het bestand werd gemaakt', async () => {
    const weg = await metFactuur(await wereld.verleen())
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    await stop(weg, 'in-batch')
    await maakBetaalbestand(batchId)
    expect(await stand(weg.aanvraagId)).toMatchObject({ factuur: 'gematcht', betaling: 'vervallen' })
    expect(await asOwner('select status, document_id, vrijgegeven_op from betaalbatch where id = $1', [batchId])).toEqual([{ status: 'goedgekeurd', document_id: null, vrijgegeven_op: null }])
    await ruimOp(weg)
    expect(await geld(weg.aanvraagId)).toEqual({})
  })

  test('al in een bestand: de vordering volgt vanzelf als de bank heeft betaald, een keer', async () => {
    const een = await metFactuur(await wereld.verleen())
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    await maakBetaalbestand(batchId)
    expect((await getStop(een.burger, een.kenmerk))?.gevolg).toMatchObject({ fase: 'betaald', geld: 'terug-van-opleider', budget: 'terug-na-terugbetaling' })
    expect(redenenVan(await stop(een, 'betaald'))).toEqual([])
    await ruimOp(een)
    expect(await asOwner('select 1 from vordering where aanvraag_id = $1', [een.aanvraagId]), 'nog niet: de bank heeft niets gezegd').toEqual([])
    const [betaling] = await asOwner<{ id: string }>('select id from betaling where batch_id = $1', [batchId])
    await inPgTransaction((client) => bevestigBetalingen(client, [betaling?.id ?? '']))
    expect(await asOwner(`select count(*)::int as n from outbox where job = 'laat-verplichting-vervallen' and payload ->> 'aanvraagId' = $1`, [een.aanvraagId])).toEqual([{ n: 2 }])
    await ruimOp(een)
    expect(await asOwner('select grond, bedrag_cent as bedrag, schuldenaar_opleider_id as wie, besluit_id is not null as besluit from vordering where aanvraag_id = $1', [een.aanvraagId]))
      .toEqual([{ grond: 'ingetrokken', bedrag: 93_950, wie: wereld.opleider.opleiderId, besluit: true }])
    expect(await geld(een.aanvraagId)).toEqual({ vrij: -93_950, debiteuren: 93_950 })
  })

  test('al deels teruggevorderd na een lagere verlening (Awb 4:48): wat er na het stoppen nog bij de opleider is, en niet alles nog eens', async () => {
    const een = await metFactuur(await wereld.verleen())
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    await maakBetaalbestand(batchId)
    const [betaling] = await asOwner<{ id: string }>('select id from betaling where batch_id = $1', [batchId])
    await inPgTransaction((client) => bevestigBetalingen(client, [betaling?.id ?? '']))
    const voornemen = await neemVoor(wereld.behandelaar, een, { soort: 'wijziging', grond: 'verplichting-niet-nagekomen', bedrag: '500', van: 'opleider', terugwerkend: 'ja' })
    for (const wie of ['burger', 'opleider'] as const) await reageer(wereld.behandelaar, een, voornemen, wie)
    expect(redenenVan(await beslis(wereld.behandelaar, een, voornemen, { bedrag: '500', van: 'opleider' }))).toEqual([])
    expect(await geld(een.aanvraagId)).toEqual({ vrij: -93_950, betaald: 50_000, debiteuren: 43_950 })
    expect(redenenVan(await stop(een, 'betaald'))).toEqual([])
    await ruimOp(een)
    expect(await asOwner('select bedrag_cent as bedrag from vordering where aanvraag_id = $1 order by 1', [een.aanvraagId])).toEqual([{ bedrag: 43_950 }, { bedrag: 50_000 }])
    expect(await geld(een.aanvraagId)).toEqual({ vrij: -93_950, debiteuren: 93_950 })
  })

  test('kwam het geld niet aan, dan vervalt de factuur en is er niets te vorderen', async () => {
    const een = await metFactuur(await wereld.verleen())
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    await maakBetaalbestand(batchId)
    await stop(een, 'betaald')
    const [betaling] = await asOwner<{ id: string }>('select id from betaling where batch_id = $1', [batchId])
    await inPgTransaction((client) => boekBetalingenTerug(client, [{ betalingId: betaling?.id ?? '', naar: 'afgewezen', code: 'AC04' }]))
    await ruimOp(een)
    expect(await stand(een.aanvraagId)).toEqual({ aanvraag: 'ingetrokken', opdracht: 'vervallen', factuur: 'afgekeurd', betaling: 'afgewezen' })
    expect(await asOwner('select 1 from vordering where aanvraag_id = $1', [een.aanvraagId])).toEqual([])
    expect(await geld(een.aanvraagId)).toEqual({})
  })

  test('stoppen en betalen tegelijk: het geld is weg of niet weg, en nooit weg zonder vordering', async () => {
    const allen = []
    for (let i = 0; i < 4; i += 1) allen.push(await metFactuur(await wereld.verleen()))
    const { msgId, batchId } = await inBatch()
    await keurGoed(msgId)
    await Promise.all([maakBetaalbestand(batchId), ...allen.map((een) => stop(een, 'in-batch').then((uitkomst) => (uitkomst.ok ? ruimOp(een) : undefined)))])
    await maakBetaalbestand(batchId)
    const betalingen = await asOwner<{ id: string }>(`select id from betaling where batch_id = $1 and status = 'onderweg'`, [batchId])
    await inPgTransaction((client) => bevestigBetalingen(client, betalingen.map(({ id }) => id)))
    for (const een of allen) {
      await ruimOp(een)
      const { aanvraag, betaling } = await stand(een.aanvraagId) ?? {}
      const verwacht = aanvraag === 'verleend' ? { vrij: -93_950, betaald: 93_950 } : betaling === 'uitgevoerd' ? { vrij: -93_950, debiteuren: 93_950 } : {}
      expect(await geld(een.aanvraagId), `${aanvraag ?? ''} ${betaling ?? ''}`).toEqual(verwacht)
    }
  })
})

describe('stoppen na de start, en de kosten van de opleider', () => {
  test('na de start verandert de status niet; opleider en burger krijgen bericht', async () => {
    const een = await metFactuur(await wereld.verleen())
    await zetKlok('2022-12-12T10:00:00+01:00')
    expect((await getStop(een.burger, een.kenmerk))?.gevolg).toMatchObject({ fase: 'begonnen', wijze: 'melden', uitsluitingMaanden: 12, opnieuw: 'volgend-jaar' })
    expect(redenenVan(await stopAanvraag(een.burger, { kenmerk: een.kenmerk, fase: 'begonnen', toelichting: 'Ziek' }))).toEqual([])
    expect(await stand(een.aanvraagId)).toMatchObject({ aanvraag: 'verleend', factuur: 'gematcht' })
    expect((await brieven(een.aanvraagId)).filter((soort) => soort === 'mededeling')).toHaveLength(3)
    await zetKlok('2023-03-01T10:00:00+01:00')
    const ander = await wereld.verleen()
    expect(redenenVan(await stop(ander, 'begonnen'))).toEqual(['kan-nu-niet'])
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  })

  test('kosten: alleen van een deelnemer die stopte, een keer, tot het maximum; de burger ziet ze', async () => {
    const [een, ander] = [await wereld.verleen(), await wereld.verleen()]
    const meld = (kenmerk: string, bedrag: number, actor = wereld.opleider) => meldAnnuleringskosten(actor, { kenmerk, bedrag: cent(bedrag), toelichting: 'Het lesboek' })
    await stop(een, 'toegekend')
    expect(redenenVan(await meld(ander.kenmerk, 5_000))).toEqual(['niet-gestopt'])
    expect(redenenVan(await meld(een.kenmerk, 5_000, wereld.andereOpleider))).toEqual(['niet-gevonden'])
    expect(redenenVan(await meld(een.kenmerk, 19_001))).toEqual(['hoger-dan-maximum'])
    expect(redenenVan(await meld(een.kenmerk, 19_000))).toEqual([])
    expect(redenenVan(await meld(een.kenmerk, 100))).toEqual(['al-gemeld'])
    expect(await getAnnuleringskosten(een.burger, een.kenmerk)).toEqual({ bedrag: 19_000, toelichting: 'Het lesboek' })
    expect(await getAnnuleringskosten(ander.burger, een.kenmerk)).toBeNull()
    expect(await getAnnulering(wereld.opleider, een.kenmerk)).toMatchObject({ oorzaak: 'burger', kosten: 19_000, kanAfzeggen: false })
    expect(await getAnnulering(wereld.andereOpleider, een.kenmerk)).toBeUndefined()
    expect((await listAnnuleringen(wereld.opleider, { page: 1, size: 50 })).regels.find(({ kenmerk }) => kenmerk === een.kenmerk)).toMatchObject({ kosten: 19_000, deelnemer: 'Sam Jansen' })
    expect(await inTransaction((tx) => leesAnnuleringskosten(tx, een.aanvraagId))).toBe(19_000)
  })
})

describe('nooit dubbel betaald: kosten en subsidie samen niet meer dan verleend', () => {
  const vaststelling = (aanvraagId: string, bedrag: number) => asOwner(`
    with b as (insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud) select gen_random_uuid(), 'vaststelling', burger_id, id, 'test', '{}' from aanvraag where id = $1 returning id)
    insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, bezwaar_uiterlijk_op, brief_id)
    select gen_random_uuid(), $1, 'vaststelling', $2, '{niet-afgerond-burger}', 'test', '{}', 1, (nu() + interval '50 days')::date, b.id from b`, [aanvraagId, bedrag])
  const kosten = (aanvraagId: string, bedrag: number) => asOwner(
    `insert into annuleringskosten (aanvraag_id, opleider_id, bedrag_cent, toelichting, gemeld_door) values ($1, $2, $3, 'Het lesboek', $4)`, [aanvraagId, wereld.opleider.opleiderId, bedrag, wereld.opleider.id])
  /** Somebody who stopped after the start; the announcement of a lower besluit is not what this is about. */
  async function gestopt(): Promise<Verlening> {
    await zetKlok('2022-12-12T10:00:00+01:00')
    const een = await wereld.verleen()
    await stop(een, 'begonnen')
    await asOwner('alter table besluit disable trigger besluit_achteraf')
    return een
  }

  test('eerst kosten, dan een volle vaststelling: de database weigert; verrekend mag', async () => {
    const een = await gestopt()
    await kosten(een.aanvraagId, 10_000)
    await expect(vaststelling(een.aanvraagId, 83_951)).rejects.toThrow('samen meer dan is verleend')
    await vaststelling(een.aanvraagId, 83_950)
  })
  test('eerst een volle vaststelling, dan kosten: de database weigert', async () => {
    const een = await gestopt()
    await vaststelling(een.aanvraagId, 93_950)
    await expect(kosten(een.aanvraagId, 1)).rejects.toThrow('samen meer dan is verleend')
    expect(redenenVan(await meldAnnuleringskosten(wereld.opleider, { kenmerk: een.kenmerk, bedrag: cent(100), toelichting: 'Het lesboek' }))).toEqual(['dubbel-betaald'])
  })
  test('meer dan het maximum, of zonder dat iemand stopte: de database weigert', async () => {
    const een = await gestopt()
    await expect(kosten(een.aanvraagId, 19_001)).rejects.toThrow('hoger dan het maximum')
    await expect(kosten((await wereld.verleen()).aanvraagId, 100)).rejects.toThrow('alleen als de deelnemer zelf stopte')
  })
  test('beide tegelijk: een van de twee, nooit allebei; zonder de bewaking wel (tegenproef)', async () => {
    for (let i = 0; i < 5; i += 1) {
      const een = await gestopt()
      const uitkomsten = await Promise.allSettled([kosten(een.aanvraagId, 10_000), vaststelling(een.aanvraagId, 93_950)])
      expect(uitkomsten.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
    const een = await gestopt()
    await asOwner('alter table besluit disable trigger besluit_niet_dubbel')
    await kosten(een.aanvraagId, 10_000)
    await vaststelling(een.aanvraagId, 93_950)
    await asOwner('alter table besluit enable trigger besluit_niet_dubbel')
    expect(await asOwner(`select k.bedrag_cent + b.bedrag_cent as samen from annuleringskosten k join besluit b on b.aanvraag_id = k.aanvraag_id and b.soort = 'vaststelling' where k.aanvraag_id = $1`, [een.aanvraagId])).toEqual([{ samen: 103_950 }])
    await asOwner('alter table besluit enable trigger besluit_achteraf')
    await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  })
  test('het grootboek telt op: wat niet betaald of teruggevorderd is, is vrij', async () => {
    const stand = await saldi(wereld.compartimentId)
    expect(Object.values(stand).reduce((som, bedrag) => som + bedrag, 0)).toBe(0)
  })
})
