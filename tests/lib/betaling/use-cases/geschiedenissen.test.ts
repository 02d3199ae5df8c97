import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, ownerClient, plant } from '@/tests/setup/db'
import { printFigures } from '@/tests/setup/each-file'

const STAPPEN = Number(process.env['STAP_STAPPEN'] ?? '2000')
const SEED = Number(process.env['STAP_SEED'] ?? String(randomInt(2 ** 31)))
const PLAFOND = 10_000_000

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld(PLAFOND) })

type Rekening = 'gereserveerd' | 'verplicht' | 'crediteuren' | 'betaald' | 'vrij'
type Zaak = { id: string; bedrag: number; waar: Rekening; ordernummer: string; isInBatch: boolean; isIngetrokken: boolean }

/** mulberry32: a small generator, so that a history can be played again by its seed. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

test(`I1, I5, I6: ${String(STAPPEN)} willekeurige stappen van verlening tot betaling en intrekking, naast een model`, { timeout: 600_000 }, async () => {
  printFigures(`geschiedenissen: seed ${String(SEED)} (STAP_SEED), ${String(STAPPEN)} stappen (STAP_STAPPEN)`)
  const kies = generator(SEED)
  const zaken: Zaak[] = []
  const geteld: Record<string, number> = {}
  const een = (van: (zaak: Zaak) => boolean): Zaak | undefined => {
    const lijst = zaken.filter(van)
    return lijst[kies(Math.max(1, lijst.length))]
  }
  const som = (waar: Rekening) => zaken.filter((zaak) => zaak.waar === waar).reduce((totaal, { bedrag }) => totaal + bedrag, 0)
  const bezet = () => PLAFOND - (['gereserveerd', 'verplicht', 'crediteuren', 'betaald'] as const).reduce((over, waar) => over - som(waar), PLAFOND)
  let factuurnummer = 0
  const stuur = async (zaak: Zaak, erbij: number) => {
    const inhoud = Buffer.from(eenFactuur({ ordernummer: zaak.ordernummer, nummer: `G${String(factuurnummer += 1)}`, bedragInclusief: cent(zaak.bedrag + erbij) }))
    const uitkomst = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud })
    return uitkomst.ok && uitkomst.value.isGematcht
  }

  const stappen: Record<string, () => Promise<void>> = {
    verleen: async () => {
      const bedrag = 1 + kies(100_000)
      const past = bezet() + bedrag <= PLAFOND
      const gelukt = await wereld.verleen(bedrag).catch((fault: unknown) => { expect(fault).toMatchObject({ code: '23514' }) })
      expect(gelukt !== undefined, 'het plafond laat precies toe wat past').toBe(past)
      if (gelukt !== undefined) zaken.push({ id: gelukt.aanvraagId, bedrag, waar: 'gereserveerd', ordernummer: '', isInBatch: false, isIngetrokken: false })
    },
    verplichting: async () => {
      const zaak = een(({ waar }) => waar === 'gereserveerd')
      if (zaak === undefined) return
      await Promise.all([maakVerplichting(zaak.id), maakVerplichting(zaak.id)])
      zaak.ordernummer = (await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [zaak.id]))[0]?.ordernummer ?? ''
      zaak.waar = 'verplicht'
    },
    factuur: async () => {
      const zaak = een(({ ordernummer }) => ordernummer !== '')
      if (zaak === undefined) return
      const isGematcht = await stuur(zaak, 0)
      expect(isGematcht).toBe(zaak.waar === 'verplicht')
      if (isGematcht) zaak.waar = 'crediteuren'
    },
    'verkeerde factuur': async () => {
      const zaak = een(({ waar }) => waar === 'verplicht')
      if (zaak !== undefined) expect(await stuur(zaak, 1)).toBe(false)
    },
    batch: async () => {
      const uitkomst = await stelBatchSamen(SYSTEEM)
      const erin = zaken.filter((zaak) => zaak.waar === 'crediteuren' && !zaak.isInBatch && !zaak.isIngetrokken)
      expect(uitkomst.ok).toBe(erin.length > 0)
      for (const zaak of erin) zaak.isInBatch = true
    },
    betaal: async () => {
      const [batch] = await asOwner<{ id: string; msgId: string }>(`select id, msg_id as "msgId" from betaalbatch where status = 'opgesteld' order by msg_id limit 1`)
      if (batch === undefined) return
      await maakBetaalbestand(batch.id)
      for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, batch)
      await Promise.all([maakBetaalbestand(batch.id), maakBetaalbestand(batch.id)])
      const orders = await asOwner<{ nummer: string }>(`select end_to_end_id as nummer from betaling where batch_id = $1 and status <> 'vervallen'`, [batch.id])
      for (const { nummer } of orders) Object.assign(zaken.find(({ ordernummer }) => ordernummer === nummer) ?? {}, { waar: 'betaald' })
    },
    'trek in': async () => {
      const zaak = een(({ waar, isIngetrokken }) => !isIngetrokken && (waar === 'verplicht' || waar === 'crediteuren'))
      if (zaak === undefined) return
      await plant("update aanvraag set status = 'ingetrokken' where id = $1", [zaak.id])
      await laatVerplichtingVervallen(zaak.id)
      // Also out of a batch, as long as there is no file.
      Object.assign(zaak, { isIngetrokken: true, isInBatch: false, waar: 'vrij' })
    },
    'nog een keer': async () => {
      const zaak = een(() => true)
      if (zaak !== undefined) await Promise.all([zaak.waar === 'gereserveerd' ? undefined : maakVerplichting(zaak.id), laatVerplichtingVervallen(zaak.id)])
    },
  }
  const GEWICHT = { verleen: 5, verplichting: 5, factuur: 6, 'verkeerde factuur': 1, batch: 1, betaal: 1, 'trek in': 1, 'nog een keer': 1 }
  const loterij = Object.entries(GEWICHT).flatMap(([naam, gewicht]) => Array.from({ length: gewicht }, () => naam))

  for (let stap = 1; stap <= STAPPEN; stap += 1) {
    const naam = loterij[kies(loterij.length)] ?? 'verleen'
    await stappen[naam]?.()
    geteld[naam] = (geteld[naam] ?? 0) + 1
    if (stap % 100 !== 0 && stap !== STAPPEN) continue
    const verwacht = { gereserveerd: som('gereserveerd'), verplicht: som('verplicht'), crediteuren: som('crediteuren'), betaald: som('betaald') }
    const boekhouding = await saldi(wereld.compartimentId)
    expect({ stap, ...Object.fromEntries(Object.keys(verwacht).map((rekening) => [rekening, boekhouding[rekening] ?? 0])) }, `seed ${String(SEED)}`).toEqual({ stap, ...verwacht })
    expect(boekhouding['vrij'] ?? 0).toBe(PLAFOND - bezet())
    await expectBooksInOrder()
  }
  printFigures(`geschiedenissen: ${JSON.stringify(geteld)}, ${String(zaken.length)} verleningen, € ${String(som('betaald') / 100)} betaald`)
  expect(zaken.some(({ waar }) => waar === 'betaald')).toBe(true)
})

/** What must hold whatever happened, asked of the tables themselves. */
async function expectBooksInOrder(): Promise<void> {
  const client = await ownerClient()
  try {
    const none = async (sql: string) => { expect((await client.query(sql)).rows, sql).toEqual([]) }
    await none('select boeking_id from boekingsregel group by 1 having sum(bedrag_cent) <> 0 or count(*) < 2')
    await none('select id from compartiment where gereserveerd_cent + verplicht_cent + betaald_cent > plafond_cent + overschrijding_cent')
    await none(`select c.id from compartiment c, lateral (
      select coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as g,
             coalesce(sum(bedrag_cent) filter (where rekening in ('verplicht', 'crediteuren')), 0) as v,
             coalesce(sum(bedrag_cent) filter (where rekening = 'betaald'), 0) as b from boekingsregel r where r.compartiment_id = c.id) s
      where (c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent) is distinct from (s.g, s.v, s.b)`)
    await none(`select aanvraag_id from boekingsregel where rekening = 'betaald' group by 1 having count(*) > 1`)
    await none('select b.id from betaalbatch b join betaling p on p.batch_id = b.id group by b.id having sum(p.bedrag_cent) <> b.totaal_cent or count(*) <> b.aantal')
  } finally {
    await client.end()
  }
}
