import { describe, expect, test, vi } from 'vitest'
import type { Burger } from '@/lib/base/actor'
import type { Outcome } from '@/lib/base/outcome'
import { pool, type PoolClient } from '@/lib/platform/db'
import type { IndienReden, Ontvangst } from '@/lib/aanvraag/model'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { anOpening, type Opening } from '@/tests/builders/opening'
import { asOwner, freshDb } from '@/tests/setup/db'
import { printFigures } from '@/tests/setup/each-file'

freshDb(async () => {
  // A commit of random length, so that a batch that began later is often done first.
  await asOwner(`create function treuzel() returns trigger language plpgsql as $$ begin perform pg_sleep(random() * 0.015); return null; end $$`)
  await asOwner('create trigger treuzel after insert on indiening for each statement execute function treuzel()')
})

type DienIn = (burger: Burger, kenmerk: string) => Promise<Outcome<IndienReden, Ontvangst>>

/** What a client knows: when it sent, when it was answered, and what. Nothing here comes from the database. */
type Ervaring = { aanvraagId: string; burgerId: string; sentAt: number; ackAt: number; ontvangst: Ontvangst }

/** As many appenders as there would be web processes: the module is loaded anew for each. */
async function loadAppenders(count: number): Promise<readonly DienIn[]> {
  const appenders: DienIn[] = []
  for (let n = 0; n < count; n += 1) {
    vi.resetModules()
    appenders.push((await import('@/lib/aanvraag/use-cases/dien-in')).dienIn)
  }
  return appenders
}

/** Clients that each take the next applicant as soon as their own was answered; a broken connection is tried again. */
async function submitAll(opening: Opening, { clients, appenders }: { clients: number; appenders: readonly DienIn[] }): Promise<readonly Ervaring[]> {
  const ervaringen: Ervaring[] = []
  const rij = opening.deelnemers.values()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const submit = appenders[client % appenders.length]
      if (submit === undefined) throw new Error('no appender')
      for (const { burger, kenmerk, aanvraagId } of rij) {
        const sentAt = performance.now()
        const antwoord = await submitAgain(() => submit(burger, kenmerk))
        if (!antwoord.ok) throw new Error(`refused: ${antwoord.redenen.join(', ')}`)
        ervaringen.push({ aanvraagId, burgerId: burger.id, sentAt, ackAt: performance.now(), ontvangst: antwoord.value })
      }
    }),
  )
  return ervaringen
}

/** Who gets no answer does not know whether he was received, and presses again; the moment of sending stays the first one. */
async function submitAgain<T>(submit: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await submit()
  } catch (fault) {
    if (left === 0) throw fault
    return submitAgain(submit, left - 1)
  }
}

/** The allocator beside it, until everything was decided; a fault ends a round, not the allocator. */
async function allocateUntil(opening: Opening, isDone: () => boolean): Promise<{ rounds: number; faults: number }> {
  let [rounds, faults] = [0, 0]
  for (;;) {
    const wasDone = isDone()
    try {
      if (await verdeelBudget()) rounds += 1
      else if (wasDone && (await countOpen(opening)) === 0) return { rounds, faults }
    } catch {
      faults += 1
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function countOpen({ tijdvakId }: Opening): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("select count(*) as n from aanvraag where tijdvak_id = $1 and status = 'ingediend'", [tijdvakId])
  return rows[0]?.n ?? 0
}

type Besluit = { aanvraagId: string; uitkomst: string; bedragCent: number; volgnummer: number; burgerId: string }

async function readBesluiten({ compartimentId }: Opening): Promise<ReadonlyMap<string, Besluit>> {
  const { rows } = await pool.query<Besluit>(
    `select aanvraag_id as "aanvraagId", uitkomst, bedrag_cent as "bedragCent", volgnummer, burger_id as "burgerId" from toewijzing where compartiment_id = $1`,
    [compartimentId],
  )
  return new Map(rows.map((rij) => [rij.aanvraagId, rij]))
}

/** The independent model of I3: how many got budget although they were sent after somebody who got none had his answer. */
function countInversies(ervaringen: readonly Ervaring[], besluiten: ReadonlyMap<string, Besluit>): number {
  const uitkomst = ({ aanvraagId }: Ervaring) => besluiten.get(aanvraagId)?.uitkomst
  const firstRefusal = Math.min(...ervaringen.filter((one) => uitkomst(one) === 'plafond-bereikt').map(({ ackAt }) => ackAt))
  return ervaringen.filter((one) => uitkomst(one) === 'gereserveerd' && one.sentAt > firstRefusal).length
}

async function judge(opening: Opening, ervaringen: readonly Ervaring[]) {
  const besluiten = await readBesluiten(opening)
  const toegekend = [...besluiten.values()].filter(({ uitkomst }) => uitkomst === 'gereserveerd')
  const { rows: [stand] } = await pool.query<{ gereserveerd: number; grootboek: number }>(
    `select c.gereserveerd_cent as gereserveerd,
            (select coalesce(sum(bedrag_cent), 0) from boekingsregel r where r.compartiment_id = c.id and r.rekening = 'gereserveerd')::bigint as grootboek
     from compartiment c where c.id = $1`,
    [opening.compartimentId],
  )
  return {
    bevestigd: ervaringen.length,
    verloren: ervaringen.filter(({ aanvraagId, ontvangst }) => besluiten.get(aanvraagId)?.volgnummer !== ontvangst.volgnummer).length,
    dubbel: ervaringen.length - new Set(ervaringen.map(({ ontvangst }) => ontvangst.volgnummer)).size,
    toegekend: toegekend.length,
    burgersMetMeerDanEen: toegekend.length - new Set(toegekend.map(({ burgerId }) => burgerId)).size,
    geweigerd: [...besluiten.values()].filter(({ uitkomst }) => uitkomst === 'plafond-bereikt').length,
    toegekendCent: toegekend.reduce((total, { bedragCent }) => total + bedragCent, 0),
    standCent: stand?.gereserveerd,
    grootboekCent: stand?.grootboek,
    volgordeInversies: countInversies(ervaringen, besluiten),
  }
}

describe('art. 10: op volgorde van binnenkomst, tot het plafond is bereikt', () => {
  test('I1-I4: 200 clients, 5.000 aanvragers en geld voor 1.000: precies de pot, op volgorde, niemand twee keer', { timeout: 120_000 }, async () => {
    const opening = await anOpening({ aanvragers: 5_000, plafondCent: 100_000_000 })
    const appenders = await loadAppenders(3)
    const begin = performance.now()
    let submitted = false
    const [ervaringen, allocator] = await Promise.all([
      submitAll(opening, { clients: 200, appenders }).finally(() => { submitted = true }),
      allocateUntil(opening, () => submitted),
    ])
    const gezien = await judge(opening, ervaringen)
    printFigures(`opening: ${JSON.stringify({ aanvragers: 5_000, clients: 200, ...gezien, rondes: allocator.rounds, duurS: Math.round(performance.now() - begin) / 1_000 })}`)

    expect(gezien).toEqual({
      bevestigd: 5_000, verloren: 0, dubbel: 0, toegekend: 1_000, burgersMetMeerDanEen: 0, geweigerd: 4_000,
      toegekendCent: 100_000_000, standCent: 100_000_000, grootboekCent: 100_000_000, volgordeInversies: 0,
    })
    expect(allocator.rounds).toBeGreaterThan(1)
  })

  test('F01, F02: de verbinding van de verdeler en van de intake wordt steeds verbroken: niets verloren, niets dubbel', { timeout: 120_000 }, async () => {
    const opening = await anOpening({ aanvragers: 1_500, plafondCent: 50_000_000 })
    const appenders = await loadAppenders(2)
    let submitted = false
    const kills = { verdeler: 0, intake: 0 }
    const kill = async (who: keyof typeof kills, statement: string) => {
      if (kills[who] >= 8) return
      const rows = await asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and position($1 in query) > 0 limit 1`, [statement])
      kills[who] += rows.length
    }
    const killer = setInterval(() => {
      // In the middle of a round, and in the middle of receiving a batch.
      void kill('verdeler', 'insert into toewijzing').then(() => kill('intake', 'insert into indiening')).catch(() => undefined)
    }, 40)
    const [ervaringen, allocator] = await Promise.all([
      submitAll(opening, { clients: 100, appenders }).finally(() => { submitted = true }),
      allocateUntil(opening, () => submitted),
    ]).finally(() => { clearInterval(killer) })
    const gezien = await judge(opening, ervaringen)
    printFigures(`verbroken verbindingen: ${JSON.stringify({ verbroken: kills, mislukteRondes: allocator.faults, ...gezien })}`)

    expect(gezien).toEqual({
      bevestigd: 1_500, verloren: 0, dubbel: 0, toegekend: 500, burgersMetMeerDanEen: 0, geweigerd: 1_000,
      toegekendCent: 50_000_000, standCent: 50_000_000, grootboekCent: 50_000_000, volgordeInversies: 0,
    })
    expect(Math.min(kills.verdeler, kills.intake)).toBeGreaterThan(0)
  })

  test('F19, I4: dezelfde burger dient 100 keer tegelijk in, in drie processen: één indiening en steeds hetzelfde bewijs', async () => {
    const opening = await anOpening({ aanvragers: 1, plafondCent: 100_000_000 })
    const appenders = await loadAppenders(3)
    const [deelnemer] = opening.deelnemers
    if (deelnemer === undefined) throw new Error('nobody')
    const antwoorden = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => appenders[n % 3]?.(deelnemer.burger, deelnemer.kenmerk)),
    )
    await verdeelBudget()

    const nummers = antwoorden.map((antwoord) => (antwoord?.ok === true ? antwoord.value.volgnummer : 'geweigerd'))
    expect(new Set(nummers).size).toBe(1)
    expect(nummers).not.toContain('geweigerd')
    const { rows } = await pool.query('select uitkomst, bedrag_cent from toewijzing where compartiment_id = $1', [opening.compartimentId])
    expect(rows).toEqual([{ uitkomst: 'gereserveerd', bedrag_cent: 100_000 }])
  })
})

describe('Awb 2:17: wat binnenkomt terwijl een eerdere transactie nog loopt', () => {
  /** Receives an aanvraag by hand in a transaction that stays open, so that a test decides who commits first. */
  async function receiveByHand(deelnemer: Opening['deelnemers'][number]) {
    const client = await pool.connect()
    await client.query('begin')
    const volgnummer = await receiveOn(client, deelnemer)
    const commit = async () => {
      await client.query('commit')
      client.release()
    }
    return { commit, volgnummer }
  }

  /** The same in a transaction that is under way. */
  async function receiveOn(client: PoolClient, { burger, aanvraagId }: Opening['deelnemers'][number]): Promise<number> {
    await client.query("insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol) values ('aanvraag', $1, 'dien-in', 'gereed', 'ingediend', $2, 'burger')", [aanvraagId, burger.id])
    await client.query("update aanvraag set status = 'ingediend', ingediend_op = nu() where id = $1", [aanvraagId])
    const { rows } = await client.query<{ volgnummer: number }>(
      `insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent)
       select id, tijdvak_id, array[compartiment_id], burger_id, kalenderjaar, bedrag_cent from aanvraag where id = $1 returning volgnummer`, [aanvraagId])
    return rows[0]?.volgnummer ?? 0
  }

  async function threeWithBudgetForTwo() {
    const opening = await anOpening({ aanvragers: 3, plafondCent: 200_000 })
    const [a, c, b] = opening.deelnemers
    if (a === undefined || b === undefined || c === undefined) throw new Error('three applicants were asked for')
    return { opening, a, b, c }
  }

  test('I3: A nam eerder een nummer dan C maar was later klaar; B kwam pas daarna: A krijgt budget en B niet', async () => {
    const { opening, a, b, c } = await threeWithBudgetForTwo()
    const openA = await receiveByHand(a)
    await (await receiveByHand(c)).commit()
    await verdeelBudget()
    await openA.commit() // A is acknowledged here,
    await (await receiveByHand(b)).commit() // and B is sent after that.
    await verdeelBudget()

    const besluiten = await readBesluiten(opening)
    expect([c, a, b].map(({ aanvraagId }) => besluiten.get(aanvraagId)?.uitkomst)).toEqual(['gereserveerd', 'gereserveerd', 'plafond-bereikt'])
  })

  test('tegenproef: wie op nummer leest vanaf waar hij was, slaat A over en geeft het budget aan B', async () => {
    const { opening, a, b, c } = await threeWithBudgetForTwo()
    let cursor = 0
    let left = 2
    const granted: string[] = []
    const naiveRound = async () => {
      const { rows } = await pool.query<{ volgnummer: number; id: string }>(
        'select volgnummer, aanvraag_id as id from indiening where tijdvak_id = $1 and volgnummer > $2 order by volgnummer', [opening.tijdvakId, cursor])
      for (const { volgnummer, id } of rows) {
        cursor = volgnummer
        if (left > 0) granted.push(id)
        left -= 1
      }
    }
    const openA = await receiveByHand(a)
    await (await receiveByHand(c)).commit()
    await naiveRound()
    await openA.commit()
    await (await receiveByHand(b)).commit()
    await naiveRound()

    expect(granted).toEqual([c.aanvraagId, b.aanvraagId])
  })

  test('tegenproef: ook alleen lezen onder de oudste lopende transactie slaat mensen over', async () => {
    const { opening, a, c } = await threeWithBudgetForTwo()
    let cursor = 0
    const granted: string[] = []
    const naiveRound = async () => {
      const { rows } = await pool.query<{ volgnummer: number; id: string }>(
        'select volgnummer, aanvraag_id as id from indiening where tijdvak_id = $1 and volgnummer > $2 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by volgnummer',
        [opening.tijdvakId, cursor])
      for (const { volgnummer, id } of rows) {
        cursor = volgnummer
        granted.push(id)
      }
    }
    // C's transaction is the older one, but A's takes its number first.
    const clientC = await pool.connect()
    await clientC.query('begin')
    await clientC.query('select pg_current_xact_id()')
    const openA = await receiveByHand(a)
    await receiveOn(clientC, c)
    await clientC.query('commit')
    clientC.release()
    // Another test on this server may hold the horizon back for a moment.
    await vi.waitFor(async () => {
      await naiveRound()
      expect(granted).not.toEqual([])
    }, { timeout: 10_000, interval: 20 })
    await openA.commit()
    await naiveRound()

    expect(granted).toEqual([c.aanvraagId])
    await verdeelBudget()
    expect((await readBesluiten(opening)).get(a.aanvraagId)?.uitkomst).toBe('gereserveerd')
  })

  test('een teruggezette reservekopie: een stand van een ander cluster wordt vergeten en alles wordt opnieuw bekeken', async () => {
    const { opening, a } = await threeWithBudgetForTwo()
    await asOwner("insert into toewijzing_stand (tijdvak_id, gelezen_tot) values ($1, '9000000000:9000000000:')", [opening.tijdvakId])
    await (await receiveByHand(a)).commit()
    await verdeelBudget()
    expect((await readBesluiten(opening)).get(a.aanvraagId)?.uitkomst).toBe('gereserveerd')
  })
})

describe('I1: het plafond', () => {
  test('tegenproef: twee verdelers die eerst kijken en dan toewijzen, geven meer uit dan er is', async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 100_000 })
    const look = async () => {
      const { rows } = await pool.query<{ over: number }>(
        `select (select plafond_cent from compartiment where id = $1) - coalesce(sum(bedrag_cent), 0)::bigint as over from toewijzing where compartiment_id = $1`,
        [opening.compartimentId])
      return rows[0]?.over ?? 0
    }
    const act = ({ aanvraagId, burger }: Opening['deelnemers'][number], volgnummer: number) =>
      pool.query(
        `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek)
         values ($1, $2, $3, $4, 2022, 'gereserveerd', 100000, 100000, 1)`, [volgnummer, aanvraagId, opening.compartimentId, burger.id])
    // Both look before either has given anything: that is all it takes.
    const seen = await Promise.all(opening.deelnemers.map(look))
    await Promise.all(opening.deelnemers.filter((_, n) => (seen[n] ?? 0) >= 100_000).map((deelnemer, n) => act(deelnemer, 9_000_000 + n)))
    expect(await look()).toBe(-100_000)
  })

  test('wat een verkeerde verdeler te veel reserveert, weigert de database', async () => {
    const { compartimentId } = await anOpening({ aanvragers: 1, plafondCent: 100_000 })
    const reserve = (cause: string) =>
      pool.query(
        `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'test', $2) returning id)
         insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
         select id, r.rekening, $1::uuid, r.bedrag from b, (values ('vrij', -100000::bigint), ('gereserveerd', 100000::bigint)) as r (rekening, bedrag)`,
        [compartimentId, cause],
      )
    await reserve('een')
    await expect(reserve('twee')).rejects.toMatchObject({ code: '23514', constraint: 'compartiment_plafond' })
  })
})
