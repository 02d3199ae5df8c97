import { describe, expect, test, vi } from 'vitest'
import { pool } from '@/lib/platform/db'
import { leesBeurt } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { leesPlaats } from '@/lib/wachtkamer/use-cases/lees-plaats'
import { verlaatWachtkamer } from '@/lib/wachtkamer/use-cases/verlaat-wachtkamer'
import { openWachtkamer, werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { anOpening } from '@/tests/builders/opening'
import { aTijdvak, burgerIds, opentNu, zetOpening } from '@/tests/builders/wachtkamer'
import { asOwner, freshDb, plant } from '@/tests/setup/db'
import { printFigures } from '@/tests/setup/each-file'

freshDb()

type Neem = typeof neemPlaats
type Ervaring = { burgerId: string; sentAt: number; ackAt: number; nummer: number }

/** As many appenders as there would be processes of the poort: the module is loaded anew for each. */
async function loadAppenders(count: number): Promise<readonly Neem[]> {
  const appenders: Neem[] = []
  for (let n = 0; n < count; n += 1) {
    vi.resetModules()
    appenders.push((await import('@/lib/wachtkamer/use-cases/neem-plaats')).neemPlaats)
  }
  return appenders
}

/** Clients that each take the next person; every person comes with three devices, at the same moment, over different processes. */
async function komAan(code: string, burgers: readonly string[], take: readonly ((burgerId: string, code: string) => Promise<number>)[]): Promise<readonly Ervaring[]> {
  const ervaringen: Ervaring[] = []
  const rij = burgers.values()
  await Promise.all(Array.from({ length: 64 }, async (_, client) => {
    for (const burgerId of rij) {
      const sentAt = performance.now()
      const nummers = await Promise.all([0, 1, 2].map(async (device) => take[(client + device) % take.length]?.(burgerId, code)))
      expect(new Set(nummers).size).toBe(1)
      ervaringen.push({ burgerId, sentAt, ackAt: performance.now(), nummer: nummers[0] ?? 0 })
    }
  }))
  return ervaringen
}

/** Pairs of which the one was answered before the other was sent, and yet has the higher nummer. */
function countInversies(ervaringen: readonly Ervaring[]): number {
  const opAntwoord = [...ervaringen].sort((a, b) => a.ackAt - b.ackAt)
  const opVerzending = [...ervaringen].sort((a, b) => a.sentAt - b.sentAt)
  let [hoogste, index, inversies] = [0, 0, 0]
  for (const ervaring of opVerzending) {
    for (let eerder = opAntwoord[index]; eerder !== undefined && eerder.ackAt < ervaring.sentAt; eerder = opAntwoord[++index]) hoogste = Math.max(hoogste, eerder.nummer)
    if (ervaring.nummer < hoogste) inversies += 1
  }
  return inversies
}

async function nummersVan(id: string): Promise<readonly number[]> {
  return (await asOwner<{ nummer: number }>('select nummer from wachtplaats where tijdvak_id = $1 order by nummer', [id])).map(({ nummer }) => nummer)
}

describe('één plaats per burger, op volgorde van tijd, zonder gaten', () => {
  test('2.000 mensen met elk drie apparaten, door vier processen tegelijk', async () => {
    const { id, code } = await aTijdvak()
    expect(await openWachtkamer(code)).toEqual({ ok: true, value: true })
    const take = (await loadAppenders(4)).map((neem) => async (burgerId: string, tijdvak: string) => {
      const antwoord = await neem(burgerId, tijdvak)
      if (!antwoord.ok) throw new Error(antwoord.redenen.join())
      return antwoord.value.nummer
    })
    const begin = performance.now()
    const ervaringen = await komAan(code, burgerIds(2_000), take)
    printFigures(`wachtkamer: 2.000 plaatsen, 6.000 verzoeken in ${String(Math.round(performance.now() - begin))} ms`)

    expect(await nummersVan(id)).toEqual(Array.from({ length: 2_000 }, (_, n) => n + 1))
    expect(new Set(ervaringen.map(({ nummer }) => nummer)).size).toBe(2_000)
    expect(countInversies(ervaringen)).toBe(0)
    // The clock was read with the lock: a higher nummer is never earlier.
    const terug = await asOwner(`select nummer from (select nummer, genomen_op < lag(genomen_op) over (order by nummer) as terug from wachtplaats where tijdvak_id = $1) w where terug`, [id])
    expect(terug).toEqual([])
  })

  test('tegenproef: een nummer uit een reeks, zonder de rij vast te houden, geeft gaten of de verkeerde volgorde', async () => {
    const { id, code } = await aTijdvak()
    await openWachtkamer(code)
    await asOwner('create sequence naief')
    await asOwner('grant usage on sequence naief to stap_app')
    // The number is taken first and the row written later, as a design without the lock would.
    const naief = async (burgerId: string) => {
      const { rows } = await pool.query<{ nummer: number }>(`select nextval('naief')::integer as nummer`)
      const nummer = rows[0]?.nummer ?? 0
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
      const { rowCount } = await pool.query(
        `insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) values ($1, $2, $3, replace(gen_random_uuid()::text, '-', ''), nu()) on conflict do nothing`, [id, nummer, burgerId])
      const { rows: eigen } = await pool.query<{ nummer: number }>('select nummer from wachtplaats where tijdvak_id = $1 and burger_id = $2', [id, burgerId])
      return rowCount === 1 ? nummer : (eigen[0]?.nummer ?? 0)
    }
    await komAan(code, burgerIds(200), [naief])
    const nummers = await nummersVan(id)
    const gaten = nummers.filter((nummer, index) => nummer !== index + 1).length
    const [tijd] = await asOwner<{ terug: number }>(
      `select count(*)::integer as terug from (select genomen_op < lag(genomen_op) over (order by nummer) as terug from wachtplaats where tijdvak_id = $1) w where terug`, [id])
    expect(gaten).toBeGreaterThan(0)
    expect(tijd?.terug).toBeGreaterThan(0)
  })

  test('F20: wat een mens vraagt, leest nooit de hele wachtkamer, ook niet als de database haar voor leeg houdt', async () => {
    const { tijdvakId: id, deelnemers: [een] } = await anOpening({ aanvragers: 1, plafondCent: 100_000 })
    if (een === undefined) throw new Error('no applicant')
    const { burger: { id: burgerId }, kenmerk } = een
    const [weg = ''] = burgerIds(1)
    await zetOpening(id, 3_600_000)
    const [{ code } = { code: '' }] = await asOwner<{ code: string }>('select code from tijdvak where id = $1', [id])
    await openWachtkamer(code)
    await neemPlaats(burgerId, code)
    // The plans of a connection are made while the tables are as good as empty and counted as such; the crowd and the draw come after it.
    await asOwner('analyze wachtplaats, gelote_plaats')
    await leesPlaats(burgerId, code)
    await leesBeurt({ burgerId, kenmerk })
    await zetOpening(id, -3_600_000)
    await werkWachtkamersBij()
    await plant(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) select $1, n, gen_random_uuid(), md5(n::text), nu() from generate_series(1000, 21000) n`, [id])
    await plant(`insert into gelote_plaats (tijdvak_id, ronde, nummer, plaats) select $1, 1, n, n from generate_series(1000, 21000) n`, [id])
    await plant('update wachtkamer set volgende_nummer = 30000 where tijdvak_id = $1', [id])

    const gelezen = async () => Number((await asOwner<{ rijen: string }>(
      `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rijen from pg_stat_user_tables where relname in ('wachtplaats', 'gelote_plaats')`))[0]?.rijen)
    // The counters are written down by each connection some time after its last question.
    const naDeVragen = async (vraag: () => Promise<unknown>) => {
      const begin = await gelezen()
      await vraag()
      await pool.query('select pg_stat_force_next_flush()')
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await vraag()
      return await gelezen() - begin
    }
    expect(await naDeVragen(async () => {
      for (let keer = 0; keer < 20; keer += 1) {
        await neemPlaats(burgerId, code)
        await leesPlaats(burgerId, code)
        expect((await leesBeurt({ burgerId, kenmerk }))?.plaats?.nummer).toBe(1)
        await verlaatWachtkamer(weg, code)
      }
    })).toBeLessThan(1_000)
    // The other way round: who asks for everybody is seen.
    expect(await naDeVragen(() => pool.query('select count(*) from wachtplaats'))).toBeGreaterThan(20_000)
  })

  test('F20: een plaats nemen kost hetzelfde als de database alleen een eerder tijdvak kent', async () => {
    const eerder = await aTijdvak()
    await plant(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) select $1, n, gen_random_uuid(), md5(n::text), nu() from generate_series(1, 20000) n`, [eerder.id])
    await asOwner('analyze wachtplaats')
    const { code } = await aTijdvak()
    await openWachtkamer(code)
    const opgezocht = async () => Number((await asOwner<{ keren: string }>(`select sum(idx_scan) as keren from pg_stat_user_indexes where relname = 'wachtplaats'`))[0]?.keren)
    const begin = await opgezocht()
    await Promise.all(burgerIds(2_000).map((burgerId) => neemPlaats(burgerId, code)))
    // The counters are written down by the connection some time after its last question.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await neemPlaats(burgerIds(1)[0] ?? '', code)
    const keren = await opgezocht() - begin
    expect(keren).toBeGreaterThan(1_000)
    expect(keren).toBeLessThan(20_000)
  })

  test('de database weigert een tweede plaats voor dezelfde burger', async () => {
    const { id, code } = await aTijdvak()
    await openWachtkamer(code)
    const [burgerId = ''] = burgerIds(1)
    const eerste = await neemPlaats(burgerId, code)
    expect(await neemPlaats(burgerId, code)).toEqual(eerste)
    await expect(asOwner(`insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) values ($1, 2, $2, $3, nu())`, [id, burgerId, '0'.repeat(32)]))
      .rejects.toThrow('wachtplaats_een_per_burger')
  })
})

describe('wie geen plaats kan krijgen, hoort waarom', () => {
  test.each([
    ['een tijdvak dat er niet is', async () => 'bestaat-niet', 'onbekend-tijdvak'],
    ['het is nog te vroeg', async () => (await aTijdvak({ opentOverMs: 48 * 3_600_000 })).code, 'geen-wachtkamer'],
    ['een tijdvak met een loting heeft geen wachtkamer', async () => (await aTijdvak({ modus: 'loting' })).code, 'geen-wachtkamer'],
  ])('%s', async (_, maak, reden) => {
    const code = await maak()
    await werkWachtkamersBij()
    expect(await neemPlaats(burgerIds(1)[0] ?? '', code)).toEqual({ ok: false, redenen: [reden] })
  })

  test('het tijdvak is gesloten', async () => {
    const { id, code } = await aTijdvak()
    await openWachtkamer(code)
    await asOwner(`update tijdvak set toestand = 'gesloten' where id = $1`, [id])
    expect(await neemPlaats(burgerIds(1)[0] ?? '', code)).toEqual({ ok: false, redenen: ['gesloten'] })
  })
})

describe('weggaan en terugkomen', () => {
  test('voor de opening: dezelfde plaats, want de nummers zeggen dan nog niets', async () => {
    const { id, code } = await aTijdvak()
    await openWachtkamer(code)
    const [een = '', ander = ''] = burgerIds(2)
    const eerst = await neemPlaats(een, code)
    expect(await verlaatWachtkamer(een, code)).toEqual({ ok: true })
    expect(await verlaatWachtkamer(een, code)).toEqual({ ok: false, redenen: ['geen-plaats'] })
    await neemPlaats(ander, code)
    expect(await neemPlaats(een, code)).toEqual(eerst)
    expect(await nummersVan(id)).toEqual([1, 2])
  })

  test('na de opening: achteraan', async () => {
    const { id, code } = await aTijdvak()
    await openWachtkamer(code)
    const [een = '', ander = ''] = burgerIds(2)
    await neemPlaats(een, code)
    await neemPlaats(ander, code)
    await opentNu(id)
    await werkWachtkamersBij()
    await verlaatWachtkamer(een, code)
    expect(await neemPlaats(een, code)).toMatchObject({ ok: true, value: { nummer: 3, plaats: 3, verlatenOp: null } })
    expect(await neemPlaats(een, code)).toMatchObject({ ok: true, value: { nummer: 3 } })
    expect(await nummersVan(id)).toEqual([1, 2, 3])
  })
})
