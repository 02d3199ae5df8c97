import { beforeEach, describe, expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { betaalVraagOpnieuw } from '@/lib/bank/use-cases/betaal-vraag-opnieuw'
import { beslisVoorstel, beslisVraag } from '@/lib/bank/use-cases/beslis-vraag'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { getVraag, listStil } from '@/lib/bank/views'
import { aStatusbericht } from '@/tests/builders/bank'
import { betaal, geefBatchVrij, leesBericht, openVragen, Rekening, statussen } from '@/tests/builders/bankwereld'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { aVordering, vergelijkMetGrootboek } from '@/tests/builders/vordering'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
const rekening = new Rekening()
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2022-11-22T10:00:00+01:00')
})
beforeEach(async () => {
  await plant(`update bankvraag set toestand = 'afgehandeld', toelichting = 'klaar', afgehandeld_op = nu(), afgehandeld_door = $1 where toestand = 'open'`, [wereld.financieel[0].id])
})

const waarom = 'De deelnemer belde erover.'
const gedaan = { ok: true, value: undefined }
const weiger = (...redenen: string[]) => ({ ok: false, redenen })
const stand = (ids: readonly string[]) => asOwner<{ status: string; open: number }>('select status, open_cent + open_kosten_cent as open from vordering where id = any ($1) order by kenmerk', [ids])
const vraag = async () => {
  const [eerste] = await openVragen()
  if (eerste === undefined) throw new Error('no question')
  return eerste
}

describe('geld zonder kenmerk wordt op een terugvordering geboekt', () => {
  test('één overboeking voor twee terugvorderingen: elk zijn deel, samen op de cent; daarna is de regel op', async () => {
    const een = await aVordering(wereld, { bedragCent: 30_000 })
    const ander = await aVordering(wereld, { bedragCent: 20_000 })
    await rekening.lees({ cents: 50_000, omschrijving: `${een.kenmerk} ${ander.kenmerk}` })
    const { id: vraagId, soort } = await vraag()
    expect(soort).toBe('meer-betalingskenmerken')
    const delen = [{ kenmerk: een.kenmerk, bedrag: cent(30_000) }, { kenmerk: ander.kenmerk, bedrag: cent(20_000) }]
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'boek', delen, waarom })).toEqual(gedaan)
    expect(await beslisVraag(wereld.financieel[1], { vraagId, besluit: 'boek', delen, waarom })).toEqual(weiger('al-afgehandeld'))
    expect(await stand([een.id, ander.id])).toEqual([{ status: 'voldaan', open: 0 }, { status: 'voldaan', open: 0 }])
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('kan de tweede niet, dan is ook de eerste niet geboekt', async () => {
    const een = await aVordering(wereld, { bedragCent: 30_000 })
    await rekening.lees({ cents: 50_000, omschrijving: 'terug' })
    const { id: vraagId } = await vraag()
    const delen = [{ kenmerk: een.kenmerk, bedrag: cent(30_000) }, { kenmerk: 'VORD-9999999-63', bedrag: cent(20_000) }]
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'boek', delen, waarom })).toEqual(weiger('kenmerk-onbekend'))
    expect(await stand([een.id])).toEqual([{ status: 'open', open: 30_000 }])
    expect((await openVragen()).map(({ id }) => id)).toEqual([vraagId])
  })

  test('twee medewerkers tegelijk: één boekt', async () => {
    const een = await aVordering(wereld, { bedragCent: 30_000 })
    await rekening.lees({ cents: 10_000, omschrijving: 'terug' })
    const { id: vraagId } = await vraag()
    const besluit = { vraagId, besluit: 'boek' as const, kenmerk: een.kenmerk, waarom }
    const uitkomsten = await Promise.all(wereld.financieel.slice(0, 2).map((medewerker) => beslisVraag(medewerker, besluit)))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await stand([een.id])).toEqual([{ status: 'deels-voldaan', open: 20_000 }])
  })

  test('tegenproef: zonder het programma laat de database een vraag ook niet twee keer uitvoeren, en een groot bedrag niet door één mens', async () => {
    const { id: vraagId } = (await asOwner<{ id: string }>('select id from bankvraag limit 1'))[0] ?? { id: '' }
    const voeg = (bedrag: number, ander: boolean) => asOwner(`insert into bankvoorstel (vraag_id, besluit, bedrag_cent, toelichting, status, voorgesteld_door, besloten_door, besloten_op)
      values ($1, 'boek', $2, 'x', 'uitgevoerd', $3, $4, nu())`, [vraagId, bedrag, wereld.financieel[0].id, wereld.financieel[ander ? 1 : 0]?.id])
    await asOwner('delete from bankvoorstel where vraag_id = $1', [vraagId])
    await expect(voeg(100_001, false)).rejects.toThrow('twee mensen')
    await voeg(100_001, true)
    await expect(voeg(1, false)).rejects.toThrow('bankvoorstel_een_uitgevoerd')
  })

  test('boven € 1.000 stelt de een voor en beslist een ander (vier ogen)', async () => {
    const grote = await aVordering(wereld, { bedragCent: 93_950 })
    await rekening.lees({ cents: 100_001, omschrijving: 'terug' })
    const { id: vraagId } = await vraag()
    const [een, twee] = wereld.financieel
    expect(await beslisVraag(een, { vraagId, besluit: 'boek', kenmerk: grote.kenmerk, waarom })).toEqual({ ok: true, value: 'voorgesteld' })
    expect(await stand([grote.id])).toEqual([{ status: 'open', open: 93_950 }])
    expect(await beslisVraag(twee, { vraagId, besluit: 'boek', kenmerk: grote.kenmerk, waarom })).toEqual(weiger('ligt-al-voor'))
    expect(await handelVraagAf(twee, { vraagId, toelichting: waarom, opnieuw: 'nee' })).toEqual(weiger('ligt-al-voor'))
    expect(await beslisVoorstel(een, { vraagId, besluit: 'voer-uit' })).toEqual(weiger('eigen-voorstel-bank'))
    expect((await getVraag(twee, vraagId))?.voorstel).toMatchObject({ besluit: 'boek', delen: [{ kenmerk: grote.kenmerk, bedrag: 100_001 }], isEigen: false })
    expect(await beslisVoorstel(twee, { vraagId, besluit: 'voer-uit' })).toEqual(gedaan)
    expect(await stand([grote.id])).toEqual([{ status: 'voldaan', open: 0 }])
    expect(await asOwner('select teveel_cent as teveel from vordering_terugbetaling where vordering_id = $1', [grote.id])).toEqual([{ teveel: 6_051 }])
    expect(await beslisVoorstel(twee, { vraagId, besluit: 'voer-uit' })).toEqual(weiger('al-afgehandeld'))
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('een voorstel dat niet doorgaat, laat de vraag open', async () => {
    await rekening.lees({ cents: 200_000, omschrijving: 'terug' })
    const { id: vraagId } = await vraag()
    const { kenmerk } = await aVordering(wereld, { bedragCent: 30_000 })
    await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'boek', kenmerk, waarom })
    expect(await beslisVoorstel(wereld.financieel[0], { vraagId, besluit: 'wijs-af' })).toEqual(gedaan)
    expect((await getVraag(wereld.financieel[0], vraagId))?.voorstel).toBeNull()
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'bevestig', waarom })).toEqual(weiger('geen-ontvangst'))
  })
})

describe('een batch waarvan een ander bedrag is afgeschreven', () => {
  test('een medewerker noemt de betaling die de bank niet uitvoerde: de rest is bevestigd, die ene staat weer open', async () => {
    const { msgId, batchId } = await betaal(wereld, 3)
    const betalingen = await asOwner<{ naam: string; cent: number }>('select end_to_end_id as naam, bedrag_cent as cent from betaling where batch_id = $1 order by 1', [batchId])
    const ids = betalingen.map(({ naam }) => naam)
    const [, geweigerd] = ids
    await rekening.lees({ cents: -betalingen.reduce((som, { naam, cent: cents }) => (naam === geweigerd ? som : som + cents), 0), batch: `${msgId}-1` })
    const { id: vraagId, soort } = await vraag()
    expect(soort).toBe('batchbedrag-wijkt-af')
    const besluit = (nietUitgevoerd: string[]) => beslisVraag(wereld.financieel[0], { vraagId, besluit: 'bevestig', nietUitgevoerd, waarom })
    // What is proposed is judged when it is carried out: it goes back when it does not add up.
    for (const [namen, reden] of [[[], 'batch-telt-niet-op'], [['ORDER-9'], 'betaling-niet-in-batch']] as const) {
      expect(await besluit([...namen])).toEqual({ ok: true, value: 'voorgesteld' })
      expect(await beslisVoorstel(wereld.financieel[1], { vraagId, besluit: 'voer-uit' })).toEqual(weiger(reden))
      await beslisVoorstel(wereld.financieel[0], { vraagId, besluit: 'wijs-af' })
    }
    expect(await besluit([geweigerd ?? '']), 'boven € 1.000').toEqual({ ok: true, value: 'voorgesteld' })
    expect(await beslisVoorstel(wereld.financieel[1], { vraagId, besluit: 'voer-uit' })).toEqual(gedaan)
    expect(await statussen(ids)).toEqual(ids.map((naam) => (naam === geweigerd ? 'afgewezen' : 'uitgevoerd')))
    expect((await openVragen()).map((open) => open.soort)).toEqual(['afgewezen'])
  })
})

describe('een hele batch afgewezen: één besluit', () => {
  test('alles opnieuw betalen; nog eens draaien betaalt niets dubbel, ook niet als de bank de nieuwe betaling ook afwijst', async () => {
    const { msgId, ids } = await betaal(wereld, 3)
    await leesBericht(aStatusbericht({ msgId, deel: 'RJCT', deelCode: 'DT01' }))
    const { id: vraagId } = await vraag()
    expect(await getVraag(wereld.financieel[0], vraagId)).toMatchObject({ bedrag: 281_850, code: 'DT01', batch: { msgId, aantal: 3 } })
    expect(await handelVraagAf(wereld.financieel[0], { vraagId, toelichting: waarom, opnieuw: 'ja' })).toEqual(gedaan)
    expect(await asOwner(`select count(*)::int as aantal from outbox where job = 'betaal-vraag-opnieuw' and payload ->> 'vraagId' = $1`, [vraagId])).toEqual([{ aantal: 1 }])
    await Promise.all([betaalVraagOpnieuw(vraagId), betaalVraagOpnieuw(vraagId)])
    const opnieuw = await geefBatchVrij(wereld)
    expect(opnieuw.ids).toEqual(ids.map((id) => `${id}/2`))
    await leesBericht(aStatusbericht({ msgId: opnieuw.msgId, deel: 'RJCT' }))
    await betaalVraagOpnieuw(vraagId)
    expect(await asOwner(`select f.status from betaling b join factuur f on f.id = b.factuur_id where b.end_to_end_id = any ($1)`, [ids]), 'daarover beslist een mens opnieuw')
      .toEqual([{ status: 'teruggekomen' }, { status: 'teruggekomen' }, { status: 'teruggekomen' }])
  })

  test('tegenproef: alleen afhandelen betaalt niets', async () => {
    const { msgId } = await betaal(wereld, 2)
    await leesBericht(aStatusbericht({ msgId, deel: 'RJCT' }))
    const { id: vraagId } = await vraag()
    await handelVraagAf(wereld.financieel[0], { vraagId, toelichting: waarom, opnieuw: 'nee' })
    await betaalVraagOpnieuw(vraagId)
    expect(await asOwner(`select count(*)::int as aantal from bankvraag_betaling vb join betaling b on b.id = vb.betaling_id join factuur f on f.id = b.factuur_id where vb.vraag_id = $1 and f.status = 'teruggekomen'`, [vraagId]))
      .toEqual([{ aantal: 2 }])
  })
})

describe('betalingen waarover de bank zwijgt', () => {
  test('twee werkdagen na de uitvoeringsdag komen zij vanzelf naar voren, en met het afschrift gaan zij weer weg', async () => {
    await zetKlok('2022-11-22T10:00:00+01:00')
    const { msgId, batchId } = await betaal(wereld, 2)
    const stil = async () => (await listStil(wereld.financieel[0])).find((batch) => batch.msgId === msgId)
    expect(await asOwner('select uitvoeringsdag::text as dag from betaalbatch where id = $1', [batchId])).toEqual([{ dag: '2022-11-23' }])
    await zetKlok('2022-11-25T12:00:00+01:00')
    expect(await stil(), 'op vrijdag is de tweede werkdag nog bezig').toBeUndefined()
    await zetKlok('2022-11-26T12:00:00+01:00')
    expect(await stil()).toEqual({ msgId, uitvoeringsdag: '2022-11-23', aantal: 2, bedrag: 187_900 })
    await rekening.lees({ cents: -187_900, batch: `${msgId}-1` })
    expect(await stil()).toBeUndefined()
  })
})
