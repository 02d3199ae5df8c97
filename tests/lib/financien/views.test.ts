import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { SYSTEEM } from '@/lib/base/actor'
import { KOLOMMEN, toCsvRegel } from '@/lib/financien/rules/journaal'
import { toStap } from '@/lib/financien/rules/ouderdom'
import { getAansluiting, getBoeking, getOuderdom, getProefbalans, getVerwachting, listRegels, streamJournaal } from '@/lib/financien/views'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { inTransaction } from '@/lib/platform/db'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  // On 21 November three grants; on the 22nd one invoice, on the 23rd it is paid.
  const orders: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
    orders.push(order?.ordernummer ?? '')
  }
  await zetKlok('2022-11-22T10:00:00+01:00')
  await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: orders[0] ?? '', nummer: 'F-1' })) })
  await zetKlok('2022-11-23T10:00:00+01:00')
  const batch = await stelBatchSamen(SYSTEEM)
  const msgId = batch.ok ? batch.value.msgId : ''
  for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, { msgId })
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch')
  await maakBetaalbestand(rij?.id ?? '')
})

const wie = () => wereld.financieel[0]
const stand = async (dag: string) => (await getProefbalans(wie(), plainDate(dag))).totaal

describe('I5: de stand van elke rekening op elk moment volgt uit het journaal', () => {
  test('op drie dagen na elkaar', async () => {
    expect(await stand('2022-11-20')).toMatchObject({ verplicht: 0, crediteuren: 0, betaald: 0 })
    expect(await stand('2022-11-21')).toMatchObject({ verplicht: 281_850, crediteuren: 0, betaald: 0 })
    expect(await stand('2022-11-22')).toMatchObject({ verplicht: 187_900, crediteuren: 93_950, betaald: 0 })
    expect(await stand('2022-11-23')).toMatchObject({ verplicht: 187_900, crediteuren: 0, betaald: 93_950 })
    expect((await getProefbalans(wie(), plainDate('2022-11-23'))).som).toBe(0)
  })

  test('van een getal naar de regels en de boeking, met het document erachter', async () => {
    const { rijen } = await listRegels(wie(), { compartiment: wereld.compartimentId, rekening: 'betaald' })
    expect(rijen.map(({ soort, bedragCent, opleider }) => ({ soort, bedragCent, opleider }))).toEqual([{ soort: 'betaal', bedragCent: 93_950, opleider: '90000001' }])
    const boeking = await getBoeking(wie(), String(rijen[0]?.boeking))
    expect(boeking?.regels.map(({ rekening, bedragCent }) => [rekening, bedragCent])).toEqual([['crediteuren', -93_950], ['betaald', 93_950]])
    expect(boeking?.bron?.naam).toMatch(/^Batch BATCH-/)
    expect(await getBoeking(wie(), 'onzin')).toBeUndefined()
  })

  test('de regels komen per bladzijde, zonder er een over te slaan', async () => {
    const alle: number[] = []
    for (let voor: number | undefined; ;) {
      const { rijen, volgende } = await listRegels(wie(), { voor })
      alle.push(...rijen.map(({ regel }) => regel))
      if (volgende === null) break
      voor = volgende
    }
    const [geteld] = await asOwner<{ aantal: string }>('select count(*) as aantal from boekingsregel')
    expect(new Set(alle).size).toBe(Number(geteld?.aantal))
  })
})

describe('wat openstaat en wat komt', () => {
  test('ouderdom: twee opdrachten van twee dagen oud', async () => {
    const [nieuw] = await getOuderdom(wie())
    expect(nieuw).toMatchObject({ stap: 'tot-30', verplicht: { aantal: 2, bedrag: 187_900 }, crediteuren: { aantal: 0, bedrag: 0 } })
    expect([30, 31, 90, 91, 180, 181].map(toStap)).toEqual(['tot-30', 'tot-90', 'tot-90', 'tot-180', 'tot-180', 'langer'])
  })

  test('verwachting: een factuur kan vanaf drie weken voor de start op 5 december, dus nu', async () => {
    expect(await getVerwachting(wie())).toEqual({ opgeschort: 0, maanden: [{ maand: '2022-11', aantal: 2, facturen: 0, opdrachten: 187_900, toegezegd: 0, teruggaven: 0, eruit: 187_900, erin: 0 }] })
  })

  test('verwachting: de dag van het aanmeldbewijs telt, wat is toegezegd telt mee, en een vordering in termijnen komt per maand', async () => {
    const { aanvraagId } = await wereld.verleen(50_000)
    await plant(`update aanmeldbewijs set startdatum = '2023-02-06' where id = (select aanmeldbewijs_id from aanvraag where id = $1)`, [aanvraagId])
    const [betaald] = await asOwner<{ id: string }>(`select v.aanvraag_id as id from verplichting v where v.status = 'betaald'`)
    const vordering = await inTransaction((tx) => stelVorderingIn(tx, {
      aanvraagId: betaald?.id ?? '', schuldenaar: { soort: 'opleider', opleiderId: wereld.opleider.opleiderId }, bedragCent: 25_000, grond: 'onverschuldigd-betaald', actor: SYSTEEM,
    }))
    const erin = async () => Object.fromEntries((await getVerwachting(wie())).maanden.filter((rij) => rij.erin > 0).map(({ maand, erin: bedrag }) => [maand, bedrag]))
    expect((await getVerwachting(wie())).maanden.find(({ maand }) => maand === '2023-01')).toMatchObject({ toegezegd: 50_000, eruit: 50_000 })
    expect(await erin()).toEqual({ '2023-01': 25_000 })
    const [rij] = await asOwner<{ kenmerk: string }>('select kenmerk from vordering where id = $1', [vordering])
    expect(await vraagRegeling(wereld.opleider, { kenmerk: rij?.kenmerk ?? '', termijn: cent(10_000), eersteOp: plainDate('2022-12-15'), beslagvrij: 'nvt' })).toMatchObject({ ok: true, value: { isToegewezen: true } })
    expect(await erin()).toEqual({ '2022-12': 10_000, '2023-01': 10_000, '2023-02': 5_000 })
  })

  test('grootboek, bestanden en afschriften zeggen hetzelfde; tegenproef: een cent verschil valt op', async () => {
    const aansluiting = await getAansluiting(wie())
    expect(aansluiting).toHaveLength(15)
    expect(aansluiting.filter(({ verschil }) => verschil !== 0)).toEqual([])
    expect(aansluiting.filter(({ links }) => links !== 0).map(({ wat, links }) => [wat, links])).toEqual([['Verplicht', 187_900], ['Debiteuren', 25_000], ['Uitbetaald', 93_950]])
    await plant('update betaling set bedrag_cent = bedrag_cent + 1')
    expect((await getAansluiting(wie())).filter(({ verschil }) => verschil !== 0).map(({ wat, verschil }) => [wat, verschil])).toEqual([['Uitbetaald', -1], ['De rekening volgens ons', 1]])
    await plant('update betaling set bedrag_cent = bedrag_cent - 1')
  })
})

describe('het journaal voor de accountant', () => {
  test('elke regel, en samen nul', async () => {
    let tekst = ''
    for await (const stuk of streamJournaal(wie())) tekst += stuk
    const [kop, ...regels] = tekst.replace('\uFEFF', '').trimEnd().split('\r\n')
    expect(kop).toBe(KOLOMMEN.map(([naam]) => naam).join(';'))
    const centen = regels.map((regel) => Number((regel.split(';').at(-1) ?? '').replace(',', '')))
    expect(centen.length).toBeGreaterThan(10)
    expect(centen.reduce((som, bedrag) => som + bedrag, 0)).toBe(0)
  })

  test('een waarde die een rekenblad zou uitvoeren wordt tekst; een negatief bedrag blijft een getal', () => {
    const regel = toCsvRegel({
      regel: 1, boeking: 2, geboektOp: new Date('2022-11-22T09:00:00Z'), boekjaar: 2022, soort: '=1+1', oorzaak: 'a;b', oorzaakId: 'c"d', door: null, tijdvak: '2022-V', compartiment: '-x',
      rekening: 'vrij', aanvraag: null, opleider: null, bedragCent: -93_905 })
    expect(regel).toBe(`1;2;2022-11-22T09:00:00.000Z;2022;'=1+1;"a;b";"c""d";;2022-V;'-x;vrij;;;-939,05\r\n`)
  })
})
