import { describe, expect, test, beforeEach } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { prisma } from '@/lib/platform/db'
import { leesStand } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { wijzigPlafond, type Plafondbesluit } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { controleer } from '@/scripts/controle/controleer'
import { aGereed, aMedewerker, aWereld, submitAll, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, ownerClient, plant, zetKlok } from '@/tests/setup/db'

let wereld: Wereld
let beslisser: Medewerker
let werkpleinId = ''

freshDb(async () => {
  wereld = await aWereld({ plafondCent: 500_000 })
  beslisser = await aMedewerker('beslisser')
  const [row] = await asOwner<{ id: string }>(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'werkplein', 'Werkplein', 0, 1) returning id`, [wereld.tijdvakId])
  werkpleinId = row?.id ?? ''
})

beforeEach(() => zetKlok('2022-11-01T10:05:00+01:00'))

const wijzig = (over: Partial<Plafondbesluit>) =>
  wijzigPlafond(beslisser, { code: '2022-V', compartimentId: wereld.compartimentId, handeling: 'verlaag', bedrag: cent(100_000), reden: 'besluit van de minister', ...over })
const stand = async () => (await leesStand(prisma, wereld.tijdvakId)).map(({ code, plafondCent, overCent }) => ({ code, plafondCent, overCent }))

describe('F35: een plafond verandert tijdens het tijdvak', () => {
  test('verhogen, verlagen en verplaatsen staan in het grootboek en in het logboek', async () => {
    expect(await wijzig({ handeling: 'verhoog', bedrag: cent(200_000) })).toMatchObject({ ok: true })
    expect(await wijzig({ handeling: 'verlaag', bedrag: cent(100_000) })).toMatchObject({ ok: true })
    expect(await wijzig({ handeling: 'verplaats', naarId: werkpleinId, bedrag: cent(150_000) })).toMatchObject({ ok: true })
    expect(await stand()).toEqual([
      { code: 'algemeen', plafondCent: 450_000, overCent: 450_000 },
      { code: 'werkplein', plafondCent: 150_000, overCent: 150_000 },
    ])
    const log = await asOwner(`select soort, door_id as door, reden, gegevens ->> 'bedragCent' as bedrag from gebeurtenis where onderwerp = 'tijdvak' order by id`)
    expect(log).toEqual([
      { soort: 'verhoog-plafond', door: beslisser.id, reden: 'besluit van de minister', bedrag: '200000' },
      { soort: 'verlaag-plafond', door: beslisser.id, reden: 'besluit van de minister', bedrag: '100000' },
      { soort: 'verplaats-budget', door: beslisser.id, reden: 'besluit van de minister', bedrag: '150000' },
    ])
  })

  test('I1: niet onder wat gereserveerd is', async () => {
    await submitAll([await aGereed(wereld, { bsn: '900000004' })])
    expect(await wijzig({ bedrag: cent(350_001) })).toEqual({ ok: false, redenen: ['lager-dan-gebruikt'] })
    expect(await stand()).toEqual([
      { code: 'algemeen', plafondCent: 450_000, overCent: 350_000 },
      { code: 'werkplein', plafondCent: 150_000, overCent: 150_000 },
    ])
  })

  test('Awb 4:27 lid 2: wie al had ingediend krijgt zijn budget, ook als er daarna zoveel mogelijk af gaat', async () => {
    const aanvraag = await aGereed(wereld, { bsn: '900000016' })
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject({ ok: true })
    expect(await wijzig({ bedrag: cent(250_001) })).toEqual({ ok: false, redenen: ['lager-dan-aangevraagd'] })
    expect(await wijzig({ bedrag: cent(250_000) })).toMatchObject({ ok: true })
    await verdeelBudget()
    expect(await asOwner(`select status from aanvraag where id = $1`, [aanvraag.aanvraagId])).toEqual([{ status: 'gereserveerd' }])
    expect((await stand())[0]).toEqual({ code: 'algemeen', plafondCent: 200_000, overCent: 0 })
  })

  test('I3: na een weigering niet meer verhogen, zonder reservelijst', async () => {
    await submitAll([await aGereed(wereld, { bsn: '900000028' })])
    expect(await wijzig({ handeling: 'verhoog' })).toEqual({ ok: false, redenen: ['al-geweigerd'] })
    expect(await wijzig({ handeling: 'verplaats', compartimentId: werkpleinId, naarId: wereld.compartimentId })).toEqual({ ok: false, redenen: ['al-geweigerd'] })
  })

  test('wat niet kan wordt gezegd', async () => {
    expect(await wijzig({ code: '1999-I' })).toEqual({ ok: false, redenen: ['onbekend-tijdvak'] })
    expect(await wijzig({ compartimentId: wereld.opleiderId })).toEqual({ ok: false, redenen: ['onbekend-compartiment'] })
    expect(await wijzig({ handeling: 'verplaats', compartimentId: werkpleinId })).toEqual({ ok: false, redenen: ['geen-doel'] })
    expect(await wijzig({ handeling: 'verplaats', compartimentId: werkpleinId, naarId: werkpleinId })).toEqual({ ok: false, redenen: ['zelfde-compartiment'] })
    await zetKlok('2023-01-01T00:00:00+01:00')
    expect(await wijzig({ compartimentId: werkpleinId, handeling: 'verhoog' })).toEqual({ ok: false, redenen: ['tijdvak-voorbij'] })
  })
})

describe('F35 tegelijk met de verdeling', () => {
  test('verlagen en verdelen door elkaar: nooit meer gegeven dan het plafond, en niemand die al had ingediend valt buiten', async () => {
    await plant(`update compartiment set geweigerd_vanaf_cent = null where id = $1`, [wereld.compartimentId])
    await wijzig({ handeling: 'verhoog', bedrag: cent(1_000_000) })
    const aanvragen = []
    for (const bsn of ['900000041', '900000053', '900000065', '900000077', '900000089', '900000090']) aanvragen.push(await aGereed(wereld, { bsn }))
    const indienen = Promise.all(aanvragen.map(({ burger, kenmerk }) => dienIn(burger, kenmerk)))
    const verlagen = (async () => { for (let i = 0; i < 12; i += 1) await wijzig({ bedrag: cent(50_000) }) })()
    const verdelen = (async () => { for (let i = 0; i < 12; i += 1) await verdeelBudget() })()
    const [ontvangen] = await Promise.all([indienen, verlagen, verdelen])
    await verdeelBudget()
    expect(ontvangen.every(({ ok }) => ok)).toBe(true)
    expect((await stand())[0]?.overCent).toBeGreaterThanOrEqual(0)
    const [{ slechter = -1 } = {}] = await asOwner<{ slechter: number }>(`select count(*)::integer as slechter from toewijzing w
      where w.uitkomst = 'plafond-bereikt' and w.aanvraag_id = any ($1)`, [aanvragen.map(({ aanvraagId }) => aanvraagId)])
    expect(slechter).toBe(0)
  })

  test('I1 en I5 kloppen daarna met het grootboek', async () => {
    const client = await ownerClient()
    await client.query('begin')
    const uitslag = await controleer(client, { print: () => undefined, progress: () => undefined })
    await client.end()
    expect(uitslag.filter(({ id }) => id === 'I1' || id === 'I5').map(({ id, ok }) => ({ id, ok }))).toEqual([{ id: 'I1', ok: true }, { id: 'I5', ok: true }])
  })
})
