import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { findUitgeslotenTot } from '@/lib/aanvraag/repo'
import { prisma } from '@/lib/platform/db'
import { opheffenSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { meldSchema } from '@/lib/verantwoording/schema'
import { hefUitsluitingOp } from '@/lib/verantwoording/use-cases/hef-uitsluiting-op'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { beslis, neemVoor, reageer } from '@/tests/builders/vaststelling'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-01T10:00:00+01:00')
})

const OK = { ok: true, value: undefined }
const UITSLUITING = { soort: 'uitsluiting', maanden: '12', grond: undefined, bedrag: undefined, van: undefined }
const tot = ({ burger }: Verlening, dag: string) => findUitgeslotenTot(prisma, burger.id, plainDate(dag))

/** A verlening of which the opleider reported that the deelnemer stopped. */
async function gestopt(): Promise<Verlening> {
  const verlening = await wereld.verleen()
  const outcome = await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: verlening.kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Kwam niet meer.' }))
  if (!outcome.ok) throw new Error(outcome.redenen.join(', '))
  return verlening
}

async function sluitUit(verlening: Verlening, anders: object = {}) {
  const id = await neemVoor(wereld.behandelaar, verlening, { ...UITSLUITING, ...anders })
  await reageer(wereld.behandelaar, verlening, id)
  return beslis(wereld.behandelaar, verlening, id, { van: 'uitsluiting' })
}

describe('artikel 14: een uitsluiting heeft een eigen besluit, een begin en een einde', () => {
  test('geldt van de dag van het besluit tot en met de dag voor het einde, en eindigt vanzelf', async () => {
    const verlening = await gestopt()
    expect(await sluitUit(verlening)).toEqual(OK)
    expect(await tot(verlening, '2023-02-28')).toBeUndefined()
    expect(await tot(verlening, '2023-03-01')).toBe('2024-03-01')
    expect(await tot(verlening, '2024-02-29')).toBe('2024-03-01')
    expect(await tot(verlening, '2024-03-01')).toBeUndefined()
    const [brief] = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where soort = 'uitsluiting' and aanvraag_id = $1`, [verlening.aanvraagId])
    expect(brief?.tekst).toContain('van woensdag 1 maart 2023 tot en met donderdag 29 februari 2024 geen STAP-budget')
    expect(brief?.tekst).toContain('Of u het hebt gemeld: Uitleg over gemeld.')
    expect(brief?.tekst).toContain('artikel 14')
  })

  test.each([
    ['het was gemeld', { 'antwoord-gemeld': 'ja' }, ['was-gemeld']],
    ['het is de deelnemer niet te verwijten', { 'antwoord-verwijt': 'nee' }, ['niet-verwijtbaar']],
    ['niet evenredig', { 'antwoord-evenredigheid': 'nee' }, ['niet-evenredig']],
  ])('niet als %s', async (_, anders, redenen) => {
    const verlening = await gestopt()
    const id = await neemVoor(wereld.behandelaar, verlening, UITSLUITING)
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'uitsluiting', ...anders })).toEqual({ ok: false, redenen })
    expect(await tot(verlening, '2023-03-01')).toBeUndefined()
  })

  test('langer dan 24 maanden kan niet, en twee keer voor dezelfde tijd ook niet', async () => {
    const verlening = await gestopt()
    await expect(neemVoor(wereld.behandelaar, verlening, { ...UITSLUITING, maanden: '25' })).rejects.toThrow('te-lang')
    expect(await sluitUit(verlening)).toEqual(OK)
    await expect(neemVoor(wereld.behandelaar, verlening, UITSLUITING)).rejects.toThrow('al-uitgesloten')
  })

  test('kan eerder stoppen, met een eigen besluit en brief, één keer', async () => {
    const verlening = await gestopt()
    await sluitUit(verlening)
    const [rij] = await asOwner<{ id: string }>('select id from uitsluiting where burger_id = $1', [verlening.burger.id])
    const hef = () => hefUitsluitingOp(wereld.behandelaar, opheffenSchema.parse({ kenmerk: verlening.kenmerk, uitsluitingId: rij?.id, motivering: 'U bleek ziek te zijn geweest.' }))
    expect(await hef()).toEqual(OK)
    expect(await hef()).toEqual({ ok: false, redenen: ['al-opgeheven'] })
    expect(await tot(verlening, '2023-03-01')).toBeUndefined()
    expect(await asOwner(`select soort from brief where aanvraag_id = $1 and soort = 'opheffing-uitsluiting'`, [verlening.aanvraagId])).toHaveLength(1)
  })
})

const codeOf = (sql: string, values: readonly unknown[] = []) => asOwner(sql, values).then(() => 'aangenomen', (fout: unknown) => (fout instanceof Error && 'code' in fout ? fout.code : fout))

describe('wat de database zelf weigert', () => {
  test('twee uitsluitingen over dezelfde dagen, en een die langer duurt dan de regeling toestaat', async () => {
    const verlening = await gestopt()
    await sluitUit(verlening)
    const [besluit] = await asOwner<{ id: string }>(`select id from besluit where soort = 'uitsluiting' and aanvraag_id = $1`, [verlening.aanvraagId])
    const nieuw = (van: string, einde: string) => codeOf('insert into uitsluiting (burger_id, besluit_id, ingaat_op, eindigt_op) values ($1, $2, $3, $4)', [verlening.burger.id, besluit?.id, van, einde])
    await asOwner('drop index uitsluiting_besluit_id_key')
    expect(await nieuw('2024-02-29', '2024-06-01')).toBe('23P01')
    expect(await nieuw('2024-03-01', '2026-03-02')).toBe('23514')
    // The same row without the fault is taken: it is the overlap and the length that were refused.
    expect(await nieuw('2024-03-01', '2026-03-01')).toBe('aangenomen')
  })

  const besluit = (aanvraagId: string, soort: string, bedrag: number) => codeOf(`
    with b as (insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud) select gen_random_uuid()::text, $2, burger_id, id, 'test', '{}' from aanvraag where id = $1 returning id)
    insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, bezwaar_uiterlijk_op, brief_id)
    select gen_random_uuid()::text, $1, $2, $3, '{test}', 'test', '{}', 1, (nu() + interval '50 days')::date, b.id from b`, [aanvraagId, soort, bedrag])

  test.each([
    ['meer vaststellen dan is verleend', 'vaststelling', 93_951],
    ['lager vaststellen zonder voornemen (Awb 4:8)', 'vaststelling', 93_949],
    ['intrekken zonder voornemen', 'intrekking', 0],
    ['uitsluiten zonder voornemen', 'uitsluiting', 0],
    ['herzien zonder vaststelling', 'herziening', 93_950],
    ['een wijziging die niets verlaagt', 'wijziging', 93_950],
  ])('%s', async (_, soort, bedrag) => {
    const { aanvraagId } = await gestopt()
    expect(await besluit(aanvraagId, soort, bedrag)).toBe('23514')
  })

  test('op het hele bedrag vaststellen neemt zij aan, en maar één keer', async () => {
    const { aanvraagId } = await gestopt()
    expect(await besluit(aanvraagId, 'vaststelling', 93_950)).toBe('aangenomen')
    expect(await besluit(aanvraagId, 'vaststelling', 93_950)).toBe('23505')
  })

  test('een voornemen, een reactie en een weging liggen vast', async () => {
    const verlening = await gestopt()
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    expect(await codeOf(`update voornemen set bedrag_cent = 1 where id = $1`, [id])).toBe('23514')
    expect(await codeOf(`update zienswijze set tekst = 'anders' where voornemen_id = $1`, [id])).toBe('42501')
    expect(await codeOf(`delete from zienswijze where voornemen_id = $1`, [id])).toBe('42501')
  })

  test('een besluit waarvan niet elke vraag is gewogen (Awb 3:4)', async () => {
    const verlening = await gestopt()
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    const probeer = (vragen: number) => codeOf(`
      with b as (insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud) select gen_random_uuid()::text, 'vaststelling', burger_id, id, 'test', '{}' from aanvraag where id = $1 returning id),
      s as (insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, bezwaar_uiterlijk_op, brief_id)
            select gen_random_uuid()::text, $1, 'vaststelling', 0, '{test}', 'test', '{}', 1, (nu() + interval '50 days')::date, b.id from b returning id),
      w as (insert into weging (voornemen_id, vraag, antwoord, toelichting, door_id)
            select $2, v, 'ja', 'test', $3 from unnest(array['contact', 'oorzaak', 'ziekte', 'verwijt', 'gemeld', 'geldproblemen', 'zienswijze', 'evenredigheid']) with ordinality as v (v, nr) where nr <= $4)
      update voornemen set status = 'besloten', besluit_id = s.id from s where voornemen.id = $2`, [verlening.aanvraagId, id, wereld.behandelaar.id, vragen])
    expect(await probeer(7)).toBe('23514')
    expect(await probeer(8)).toBe('aangenomen')
  })
})
