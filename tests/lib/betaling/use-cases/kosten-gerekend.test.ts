import { beforeEach, describe, expect, test } from 'vitest'
import { meldAnnuleringskosten } from '@/lib/annulering/use-cases/meld-annuleringskosten'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { getAnnulering } from '@/lib/annulering/views'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { listWachtredenen } from '@/lib/betaling/views'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

// A citizen who stopped after the start, whose opleider charges a private fee and sends an invoice (issue: never paid twice; Awb 4:95).
let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
beforeEach(() => zetKlok('2022-12-12T10:00:00+01:00'))

let nummer = 0
async function gestopt(): Promise<{ kenmerk: string; ordernummer: string; factureer: (cents: number) => Promise<{ id: string; codes: string[] }>; meld: (cents: number) => Promise<unknown> }> {
  const { aanvraagId, burger, kenmerk } = await wereld.verleen(100_000)
  await maakVerplichting(aanvraagId)
  expect((await stopAanvraag(burger, { kenmerk, fase: 'begonnen', toelichting: undefined })).ok).toBe(true)
  const ordernummer = (await asOwner<{ nr: string }>('select ordernummer as nr from verplichting where aanvraag_id = $1', [aanvraagId]))[0]?.nr ?? ''
  return {
    kenmerk, ordernummer,
    factureer: async (cents) => {
      nummer += 1
      const uit = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer, nummer: `K-${String(nummer)}`, bedragInclusief: cent(cents) })) })
      if (!uit.ok) throw new Error('not received')
      return { id: uit.value.factuurId, codes: uit.value.fouten.map(({ code, verwacht }) => `${code} ${verwacht ?? ''}`.trim()) }
    },
    meld: (cents) => meldAnnuleringskosten(wereld.opleider, { kenmerk, bedrag: cent(cents), toelichting: 'Het lesboek' }),
  }
}
const inBatch = async (id: string) => {
  await stelBatchSamen(SYSTEEM)
  return (await asOwner<{ cent: number }>('select bedrag_cent as cent from betaling where factuur_id = $1 and rente_id is null', [id])).map(({ cent: cents }) => cents)
}

describe('gestopt na de start: de factuur en de eigen kosten van de opleider zijn samen nooit meer dan toegekend', () => {
  test('zonder kosten wordt de factuur gewoon betaald, als voorschot (Awb 4:95)', async () => {
    const { factureer } = await gestopt()
    const { id, codes } = await factureer(100_000)
    expect([codes, await inBatch(id)]).toEqual([[], [100_000]])
  })

  test('eerst kosten, dan een factuur: hoogstens wat overblijft, met het bedrag erbij; een cent minder wordt betaald', async () => {
    const { meld, factureer } = await gestopt()
    await meld(15_000)
    expect((await factureer(85_001)).codes).toEqual(['STAP-KOSTEN-GEREKEND hoogstens € 850'])
    expect((await factureer(100_001)).codes).toEqual(['STAP-BEDRAG-TE-HOOG hoogstens € 850'])
    const { id, codes } = await factureer(85_000)
    expect([codes, await inBatch(id)]).toEqual([[], [85_000]])
    expect((await factureer(1)).codes).toEqual(['STAP-KOSTEN-GEREKEND'])
  })

  test('het formulier vult vanzelf in wat nog mag', async () => {
    const { meld, ordernummer } = await gestopt()
    await meld(15_000)
    nummer += 1
    const gemaakt = await maakFactuur(wereld.opleider, { ordernummer, factuurnummer: `K-${String(nummer)}`, btw: 'vrijgesteld', btwNummer: '123456789' })
    expect(gemaakt.ok && await asOwner('select status, bedrag_cent as cent from factuur where id = $1', [gemaakt.value.factuurId])).toEqual([{ status: 'gematcht', cent: 85_000 }])
  })

  test('eerst de factuur, dan kosten: zij wacht en zegt waarom, tot een creditnota voor het verschil; dan wordt de rest betaald', async () => {
    const { meld, factureer, kenmerk } = await gestopt()
    const { id } = await factureer(100_000)
    expect(await meld(15_000)).toEqual({ ok: true, value: undefined })
    expect([await inBatch(id), await listWachtredenen(wereld.opleider, id)]).toEqual([[], ['kosten-gerekend']])
    expect(await getAnnulering(wereld.opleider, kenmerk)).toMatchObject({ teCrediteren: 15_000 })
    nummer += 1
    expect((await maakCreditnota(wereld.opleider, { factuurId: id, nummer: `K-${String(nummer)}`, bedrag: cent(15_000) })).ok).toBe(true)
    expect(await getAnnulering(wereld.opleider, kenmerk)).toMatchObject({ teCrediteren: 0 })
    expect(await inBatch(id)).toEqual([85_000])
  })

  test('is het al betaald, dan blijft het voorschot staan en beslist de vaststelling', async () => {
    const { meld, factureer, kenmerk } = await gestopt()
    const { id } = await factureer(100_000)
    await asOwner(`update factuur set status = 'in-batch' where id = $1`, [id])
    await asOwner(`update factuur set status = 'betaald' where id = $1`, [id])
    expect(await meld(15_000)).toEqual({ ok: true, value: undefined })
    expect(await getAnnulering(wereld.opleider, kenmerk)).toMatchObject({ teCrediteren: 0 })
  })

  test('over de dagen dat de factuur terecht wachtte, loopt geen rente (Awb 4:97)', async () => {
    const { meld, factureer } = await gestopt()
    const { id } = await factureer(100_000)
    // In default from 24 January 2023; held from 1 March up to the credit note of 1 May.
    await zetKlok('2023-03-01T10:00:00+01:00')
    await meld(15_000)
    await zetKlok('2023-05-01T10:00:00+02:00')
    nummer += 1
    await maakCreditnota(wereld.opleider, { factuurId: id, nummer: `K-${String(nummer)}`, bedrag: cent(15_000) })
    await zetKlok('2023-09-28T10:00:00+02:00')
    expect(await inBatch(id)).toEqual([85_000])
    const [rij] = await asOwner<{ delen: { van: string; tot: string }[] }>('select delen from rente where factuur_id = $1', [id])
    expect(rij?.delen.map(({ van, tot }) => [van, tot])).toEqual([['2023-01-24', '2023-03-01'], ['2023-05-01', '2023-07-01'], ['2023-07-01', '2023-09-30']])
  })
})
