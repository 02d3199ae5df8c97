import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { boekRetouren } from '@/lib/betaling/use-cases/boek-retouren'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakCreditnota } from '@/lib/betaling/use-cases/maak-creditnota'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { getAansluiting } from '@/lib/financien/views'
import { pool } from '@/lib/platform/db'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { boekAf } from '@/lib/vordering/use-cases/boek-af'
import { i1 } from '@/scripts/controle/i1'
import { i5 } from '@/scripts/controle/i5'
import { i6 } from '@/scripts/controle/i6'
import { aAfschrift, aStatusbericht, type Boeking } from '@/tests/builders/bank'
import { eenFactuur } from '@/tests/builders/factuur'
import { beslis, neemVoor, reageer, rekeningen } from '@/tests/builders/vaststelling'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { ontvang } from '@/tests/builders/vordering'
import { asOwner, freshDb, ownerClient, plant, zetKlok } from '@/tests/setup/db'

// Each goes through invoice, batch, bank and claim, several times.
vi.setConfig({ testTimeout: 60_000 })

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2022-11-21T10:00:00+01:00')
})

let [nummer, saldo, afschrift] = [0, 1_000_000, 0]
const euro = (cents: number) => (cents / 100).toFixed(2)

async function opdracht(bedrag = 100_000): Promise<Verlening & { order: string }> {
  const verlening = await wereld.verleen(bedrag)
  await maakVerplichting(verlening.aanvraagId)
  const [rij] = await asOwner<{ order: string }>('select ordernummer as order from verplichting where aanvraag_id = $1', [verlening.aanvraagId])
  return { ...verlening, order: rij?.order ?? '' }
}

async function factureer({ order }: { order: string }, bedrag: number): Promise<string> {
  nummer += 1
  const ontvangen = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order, nummer: `T-${String(nummer)}`, bedragInclusief: cent(bedrag) })) })
  if (!ontvangen.ok || !ontvangen.value.isGematcht) throw new Error(JSON.stringify(ontvangen))
  return ontvangen.value.factuurId
}

async function lees(inhoud: Buffer): Promise<void> {
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'b.xml', inhoud })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
  const [rij] = await asOwner<{ toestand: string; reden: string }>('select toestand, reden from bankbericht where id = $1', [ontvangen.value.berichtId])
  if (rij?.toestand !== 'verwerkt') throw new Error(rij?.reden)
}

async function boek(boekingen: readonly (Omit<Boeking, 'bedrag'> & { cents: number })[]): Promise<void> {
  afschrift += 1
  const begin = saldo
  for (const { cents, richting } of boekingen) saldo += richting === 'CRDT' ? cents : -cents
  await lees(aAfschrift({ kenmerk: `R${String(afschrift)}`, nummer: afschrift, begin: euro(begin), eind: euro(saldo), boekingen: boekingen.map(({ cents, ...rest }) => ({ ...rest, bedrag: euro(cents) })) }))
}

/** Everything that may be paid leaves in a batch, and the bank carries it out unless it says otherwise. */
async function betaal(isBevestigd = true): Promise<string> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  for (const medewerker of wereld.financieel.slice(1)) await keurBatchGoed(medewerker, batch.value)
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [batch.value.msgId])
  await maakBetaalbestand(rij?.id ?? '')
  const betalingen = await asOwner<{ eind: string; cents: number }>('select end_to_end_id as eind, bedrag_cent as cents from betaling where batch_id = $1', [rij?.id])
  if (isBevestigd) await boek(betalingen.map(({ eind, cents }) => ({ cents, richting: 'DBIT', endToEndId: eind })))
  return batch.value.msgId
}

/** The bank sends the last payment of an invoice back; then the jobs that follow do their work. */
async function stuurTerug(factuurId: string): Promise<void> {
  const [rij] = await asOwner<{ eind: string; cents: number }>(`select end_to_end_id as eind, bedrag_cent as cents from betaling where factuur_id = $1 and status = 'uitgevoerd'`, [factuurId])
  await boek([{ cents: rij?.cents ?? 0, richting: 'CRDT', endToEndId: rij?.eind ?? '', retour: 'AC04' }])
  await werkAf()
}

async function werkAf(): Promise<void> {
  const jobs = await asOwner<{ id: string; job: string; aanvraag: string }>(`select id::text, job, payload ->> 'aanvraagId' as aanvraag from outbox where verwerkt_op is null and job in ('boek-retouren', 'laat-verplichting-vervallen') order by id`)
  for (const { id, job, aanvraag } of jobs) {
    // Twice, as after a fault: the second finds nothing.
    for (const _keer of [1, 2]) await (job === 'boek-retouren' ? boekRetouren(aanvraag) : laatVerplichtingVervallen(aanvraag))
    await plant('update outbox set verwerkt_op = nu() where id = $1', [id])
  }
}

async function betaalOpnieuw(factuurId: string): Promise<unknown> {
  const [vraag] = await asOwner<{ id: string }>(`select v.id from bankvraag v join betaling b on b.id = v.betaling_id where b.factuur_id = $1 and v.toestand = 'open'`, [factuurId])
  return handelVraagAf(wereld.financieel[0], { vraagId: vraag?.id ?? '', toelichting: 'De rekening is nagekeken.', opnieuw: 'ja' })
}

const stelVast = ({ kenmerk }: Verlening, bedrag: number) => stelVastAlsBehandelaar(wereld.behandelaar, { kenmerk, grond: 'afgerond', motivering: 'De deelnemer heeft alles gevolgd.', bedrag: cent(bedrag) })

/** The vaststelling at a lower amount, after the burger was heard. */
async function stelLagerVast(verlening: Verlening, euros: string): Promise<void> {
  const voornemenId = await neemVoor(wereld.behandelaar, verlening, { bedrag: euros })
  await reageer(wereld.behandelaar, verlening, voornemenId)
  const uitkomst = await beslis(wereld.behandelaar, verlening, voornemenId)
  if (!uitkomst.ok) throw new Error(uitkomst.redenen.join())
}

/** Where the money of an aanvraag stands; what is free is nobody's. */
async function stand(verlening: Verlening): Promise<Record<string, number>> {
  const { vrij: _, ...over } = await rekeningen(verlening)
  return over
}

const vorderingen = ({ aanvraagId }: Verlening) => asOwner<{ kenmerk: string; status: string; open: number }>('select kenmerk, status, open_cent as open from vordering where aanvraag_id = $1 order by kenmerk', [aanvraagId])
const order = async ({ aanvraagId }: Verlening) => (await asOwner('select status, bedrag_cent as bedrag from verplichting where aanvraag_id = $1', [aanvraagId]))[0]
const factuur = async (id: string) => (await asOwner('select status, gecrediteerd_cent as gecrediteerd, teruggevorderd_cent as teruggevorderd from factuur where id = $1', [id]))[0]
const brieven = async ({ aanvraagId }: Verlening, soort: string) => (await asOwner<{ onderwerp: string }>(
  `select onderwerp from brief where soort = $2 and (aanvraag_id = $1 or opleider_id is not null) order by kenmerk desc limit 1`, [aanvraagId, soort])).map(({ onderwerp }) => onderwerp)

/** Ledger, documents and statements agree, and `npm run controle` finds nothing in the money. */
async function klopt(): Promise<void> {
  expect((await getAansluiting(wereld.financieel[0])).filter(({ verschil }) => verschil !== 0)).toEqual([])
  const client = await ownerClient()
  try {
    for (const { checks } of [i1, i5, i6]) for (const [naam, check] of Object.entries(checks)) expect((await check(client)).regels, naam).toEqual([])
  } finally {
    await client.end()
  }
}

beforeEach(() => zetKlok('2022-11-21T10:00:00+01:00'))

describe('een betaling komt terug na de vaststelling', () => {
  test('wij zijn haar weer schuldig, en na de herbetaling is zij één keer vastgesteld', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    expect(await stelVast(verlening, 100_000)).toMatchObject({ ok: true })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({ crediteuren: 100_000 })
    expect(await order(verlening)).toEqual({ status: 'gefactureerd', bedrag: 100_000 })
    await klopt()
    expect(await betaalOpnieuw(id)).toMatchObject({ ok: true })
    await betaal()
    expect(await stand(verlening)).toEqual({ betaald: 100_000 })
    for (const _keer of [1, 2]) await rekenVoorschottenAf()
    expect(await stand(verlening)).toEqual({ vastgesteld: 100_000 })
    await klopt()
  })

  test('ook als de bank haar weigert (pain.002), en als zij twee keer terugkomt', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    const msgId = await betaal(false)
    await stelVast(verlening, 100_000)
    await lees(aStatusbericht({ msgId, regels: [{ endToEndId: verlening.order, status: 'RJCT', code: 'AC04' }] }))
    expect(await stand(verlening)).toEqual({ crediteuren: 100_000 })
    await betaalOpnieuw(id)
    await betaal()
    await rekenVoorschottenAf()
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({ crediteuren: 100_000 })
    await betaalOpnieuw(id)
    await betaal()
    await rekenVoorschottenAf()
    expect(await stand(verlening)).toEqual({ vastgesteld: 100_000 })
    await klopt()
  })

  test('staat zij deels als voorschot en deels als vastgesteld, dan komt zij van beide', async () => {
    const verlening = await opdracht()
    const eerste = await factureer(verlening, 60_000)
    await betaal()
    await stelVast(verlening, 100_000)
    await factureer(verlening, 40_000)
    await betaal()
    expect(await stand(verlening)).toEqual({ vastgesteld: 60_000, betaald: 40_000 })
    await stuurTerug(eerste)
    expect(await stand(verlening)).toEqual({ vastgesteld: 40_000, crediteuren: 60_000 })
    expect(await asOwner(`select b.soort, r.bedrag_cent::integer as cent from boeking b join boekingsregel r on r.boeking_id = b.id and r.bedrag_cent < 0 where b.oorzaak = 'betaling' and r.aanvraag_id = $1 and b.soort like '%terug' order by 1`, [verlening.aanvraagId]))
      .toEqual([{ soort: 'boek-afgerekend-terug', cent: -20_000 }, { soort: 'boek-betaling-terug', cent: -40_000 }])
    await betaalOpnieuw(eerste)
    await betaal()
    await rekenVoorschottenAf()
    expect(await stand(verlening)).toEqual({ vastgesteld: 100_000 })
    await klopt()
  })
})

describe('een betaling komt terug waarvan al was teruggevorderd', () => {
  test('na een creditnota: de vordering vervalt met een brief, en alleen de rest wordt opnieuw betaald', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    expect(await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'C-1', bedrag: cent(30_000) })).toMatchObject({ ok: true })
    expect(await stand(verlening)).toEqual({ betaald: 70_000, debiteuren: 30_000 })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({ crediteuren: 70_000 })
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'ingetrokken', open: 0 }])
    expect(await factuur(id)).toEqual({ status: 'teruggekomen', gecrediteerd: 30_000, teruggevorderd: 0 })
    expect(await order(verlening)).toEqual({ status: 'gefactureerd', bedrag: 70_000 })
    expect(await brieven(verlening, 'terugvordering-gewijzigd')).toEqual(['U hoeft niet terug te betalen'])
    await klopt()
    await betaalOpnieuw(id)
    await betaal()
    expect(await stand(verlening)).toEqual({ betaald: 70_000 })
    await stelVast(verlening, 70_000)
    expect(await stand(verlening)).toEqual({ vastgesteld: 70_000 })
    await klopt()
  })

  test('was er al iets op betaald, dan krijgt de betaler dat terug als te veel ontvangen; het grootboek eindigt op wat wij schuldig zijn', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'C-2', bedrag: cent(30_000) })
    const [{ kenmerk } = { kenmerk: '' }] = await vorderingen(verlening)
    await boek([{ cents: 10_000, richting: 'CRDT', omschrijving: kenmerk }])
    expect(await stand(verlening)).toEqual({ betaald: 70_000, debiteuren: 20_000 })
    await stuurTerug(id)
    expect(await stand(verlening)).toMatchObject({ crediteuren: 70_000 })
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'ingetrokken', open: 0 }])
    expect(await asOwner(`select t.soort, t.hoofdsom_cent as hoofdsom, t.teveel_cent as teveel, t.status from vordering_terugbetaling t join vordering v on v.id = t.vordering_id where v.kenmerk = $1`, [kenmerk]))
      .toEqual([{ soort: 'ingetrokken', hoofdsom: 0, teveel: 10_000, status: 'open' }])
    await klopt()
    await boek([{ cents: 10_000, richting: 'DBIT', omschrijving: kenmerk }])
    expect(await stand(verlening)).toEqual({ crediteuren: 70_000 })
    await klopt()
  })

  test('na een creditnota voor alles is er niets meer schuldig, en vervalt de opdracht', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'C-3', bedrag: cent(100_000) })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({})
    expect([await factuur(id), await order(verlening)]).toEqual([{ status: 'gecrediteerd', gecrediteerd: 100_000, teruggevorderd: 0 }, { status: 'vervallen', bedrag: 100_000 }])
    expect(await betaalOpnieuw(id)).toEqual({ ok: false, redenen: ['factuur-niet-teruggekomen'] })
    await klopt()
  })

  test('een creditnota op een andere factuur blijft een vordering', async () => {
    const verlening = await opdracht()
    const [een, ander] = [await factureer(verlening, 60_000), await factureer(verlening, 40_000)]
    await betaal()
    await maakCreditnota(wereld.opleider, { factuurId: ander, nummer: 'C-4', bedrag: cent(15_000) })
    await stuurTerug(een)
    expect(await stand(verlening)).toEqual({ betaald: 25_000, debiteuren: 15_000, crediteuren: 60_000 })
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'open', open: 15_000 }])
    await klopt()
  })

  test('na een lagere vaststelling: de burger hoeft niets meer te betalen, de opleider stuurt een factuur over wat nog geldt', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    await stelLagerVast(verlening, '600')
    expect(await stand(verlening)).toEqual({ vastgesteld: 60_000, debiteuren: 40_000 })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({ verplicht: 60_000 })
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'ingetrokken', open: 0 }])
    expect([await factuur(id), await order(verlening)]).toMatchObject([{ status: 'afgekeurd' }, { status: 'open', bedrag: 60_000 }])
    expect(await brieven(verlening, 'terugvordering-gewijzigd')).toEqual(['U hoeft niet terug te betalen'])
    expect(await brieven(verlening, 'mededeling')).toEqual([`Opdracht ${verlening.order} is verlaagd`])
    await klopt()
    await factureer(verlening, 60_000)
    await betaal()
    await rekenVoorschottenAf()
    expect(await stand(verlening)).toEqual({ vastgesteld: 60_000 })
    await klopt()
  })

  test('kwam er minder terug dan was teruggevorderd, dan blijft de rest een vordering', async () => {
    const verlening = await opdracht()
    const [een] = [await factureer(verlening, 30_000), await factureer(verlening, 70_000)]
    await betaal()
    await stelLagerVast(verlening, '200')
    expect(await stand(verlening)).toEqual({ vastgesteld: 20_000, debiteuren: 80_000 })
    await stuurTerug(een)
    expect(await stand(verlening)).toEqual({ vastgesteld: 20_000, debiteuren: 50_000 })
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'open', open: 50_000 }])
    expect(await brieven(verlening, 'terugvordering-gewijzigd')).toEqual(['U hoeft minder terug te betalen'])
    expect(await order(verlening)).toEqual({ status: 'betaald', bedrag: 70_000 })
    await klopt()
  })

  test('wat al was kwijtgescholden of betaald, telt mee', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    await stelLagerVast(verlening, '600')
    const [{ kenmerk } = { kenmerk: '' }] = await vorderingen(verlening)
    expect(await boekAf(wereld.financieel[0], { kenmerk, soort: 'kwijtschelding', bedrag: cent(10_000), reden: 'De gevolgen zijn te zwaar.' })).toMatchObject({ ok: true })
    expect(await ontvang(kenmerk, 30_000, '2022-11-22')).toBe('geheel')
    expect(await stand(verlening)).toEqual({ vastgesteld: 60_000, oninbaar: 10_000 })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({ verplicht: 60_000 })
    expect(await asOwner(`select sum(t.teveel_cent)::integer as teveel from vordering_terugbetaling t join vordering v on v.id = t.vordering_id where v.kenmerk = $1`, [kenmerk])).toEqual([{ teveel: 30_000 }])
  })

  test('na een intrekking is er niets meer: geen vordering, geen schuld, geen opdracht', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 40_000)
    await betaal()
    await plant(`update aanvraag set status = 'ingetrokken' where id = $1`, [verlening.aanvraagId])
    await laatVerplichtingVervallen(verlening.aanvraagId)
    expect(await stand(verlening)).toMatchObject({ debiteuren: 40_000 })
    await stuurTerug(id)
    expect(await stand(verlening)).toEqual({})
    expect(await vorderingen(verlening)).toMatchObject([{ status: 'ingetrokken', open: 0 }])
    expect(await order(verlening)).toMatchObject({ status: 'vervallen' })
  })
})

describe('de database', () => {
  test('laat geen rekening van een aanvraag onder nul komen: er wordt nooit meer teruggevorderd dan er is betaald', async () => {
    const verlening = await opdracht()
    await factureer(verlening, 100_000)
    await betaal()
    const boekZelf = (van: string, naar: string, bedrag: number) => pool.query(`
      with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('vorder-terug', 'proef', gen_random_uuid()::text) returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
      select b.id, r.rekening, $1, $2, r.cent from b, (values ('${van}', -$3::bigint), ('${naar}', $3::bigint)) r (rekening, cent)`, [wereld.compartimentId, verlening.aanvraagId, bedrag])
    await expect(boekZelf('betaald', 'debiteuren', 100_001)).rejects.toThrow('op betaald zou -1 cent staan')
    await expect(boekZelf('vastgesteld', 'debiteuren', 1)).rejects.toThrow('op vastgesteld zou -1 cent staan')
    await expect(boekZelf('verplicht', 'crediteuren', 1)).rejects.toThrow('op verplicht zou -1 cent staan')
    await expect(boekZelf('betaald', 'vastgesteld', 100_000)).resolves.toMatchObject({ rowCount: 2 })
  })

  test('wil dat wat op vorderingen openstaat, in het grootboek staat', async () => {
    const verlening = await opdracht()
    const id = await factureer(verlening, 100_000)
    await betaal()
    await maakCreditnota(wereld.opleider, { factuurId: id, nummer: 'C-9', bedrag: cent(20_000) })
    await expect(asOwner('update vordering set open_cent = open_cent - 1 where aanvraag_id = $1', [verlening.aanvraagId])).rejects.toThrow(/open staat 19999|de mutaties zijn/)
    await expect(asOwner('update factuur set teruggevorderd_cent = 0 where id = $1', [id])).rejects.toThrow('komt niet terug')
    await expect(asOwner('update factuur set teruggevorderd_cent = 0, gecrediteerd_cent = teruggevorderd_cent where id = $1', [id])).rejects.toThrow('wat is teruggevorderd, blijft een vordering')
  })
})
