import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync, chownSync, statSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Redis } from 'ioredis'
import { emptyRedis, holdStand, silenceRedis } from '../fouten'
import { speel } from '../klanten'
import { pause, seconds, until, type Experiment, type Proef } from '../proef'
import type { Proxy } from '../proxy'
import type { Wereld } from '../wereld'
import { eisBrieven, untilDrained } from './processen'

const PLAATSEN = 400
const AANVRAGERS = 1_200
const PROEFPERSONEN = 3

type Breuk = {
  /** Breaks it; what it answers is called when the fault is over. */
  readonly breek: (proef: Proef) => Promise<() => Promise<unknown>>
  readonly duurMs: number
}

/** An opening during which PostgreSQL is broken and mended again; the time to recover counts from the mending. */
function metDatabase(naam: string, fout: string, { breek, duurMs }: Breuk): Experiment {
  return {
    naam, fout: `${fout}; 2 intakes, 2 verdelers, ${AANVRAGERS} aanvragers, ${PLAATSEN} plaatsen`,
    invariant: 'I1, I2, I3, I16: niets bevestigd dat er niet is, niets dubbel, terug binnen 30 s',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: AANVRAGERS + PROEFPERSONEN, plafondCent: PLAATSEN * 100_000 })
      const [{ loketten }] = await Promise.all([proef.loketten(2), proef.start('verdeler'), proef.start('verdeler')])
      let breuk: Promise<() => Promise<unknown>> | undefined
      let mend: Promise<unknown> = Promise.resolve()
      const ervaringen = await speel(wereld.deelnemers.slice(0, AANVRAGERS), {
        loketten, klanten: 32, naAntwoord: (n) => {
          if (n < AANVRAGERS / 4 || breuk !== undefined) return
          breuk = breek(proef)
          mend = breuk.then(async (heel) => {
            await pause(duurMs)
            await heel()
          })
          // A fault that could not be made is said by the await below, and does not end the other experiments.
          mend.catch(() => undefined)
        },
      })
      await mend
      const herstel = await proef.herstel(wereld.deelnemers.slice(AANVRAGERS), loketten)
      const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
      proef.eis(cijfers.bevestigd === wereld.deelnemers.length, `${wereld.deelnemers.length - cijfers.bevestigd} aanvragers kregen geen bevestiging`)
      return { ...cijfers, herstelS: herstel.herstelS }
    },
  }
}

const F04: readonly Experiment[] = [
  metDatabase('F04/kill-9', 'kill -9 van postmaster en alle backends midden in de verdeling, 0,5 s later weer gestart (kill -9 toetst geen stroomuitval: de schijfcache blijft)', {
    duurMs: 500,
    breek: async ({ servers }) => {
      await servers.crashPostgres()
      return () => servers.startPostgres()
    },
  }),
  metDatabase('F04/verbindingen-op', 'alle plaatsen van max_connections bezet, 4 s, terwijl elk proces zijn verbindingen kwijt is', {
    duurMs: 4_000,
    breek: async (proef) => {
      const bezet = await Promise.allSettled(Array.from({ length: 220 }, () => proef.servers.connect(proef.database)))
      await proef.sql('select 1').catch(() => undefined)
      const clients = bezet.flatMap((een) => (een.status === 'fulfilled' ? [een.value] : []))
      const [een] = clients
      await een?.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%stap%' or (datname = current_database() and pid <> pg_backend_pid() and application_name = '' and state <> 'idle')`).catch(() => undefined)
      return () => Promise.all(clients.map((client) => client.end().catch(() => undefined)))
    },
  }),
  metDatabase('F04/statement-timeout', 'elke opdracht wordt na 5 ms afgebroken, 3 s lang', {
    duurMs: 3_000,
    breek: async (proef) => {
      // A setting of the database holds for who connects after it. Who sets it does not fall under it: 5 ms is short for this as well.
      const zet = (waarde: '5ms' | '0') => proef.met(async (client) => {
        await client.query('set statement_timeout = 0')
        await client.query(`alter database ${proef.database} set statement_timeout = '${waarde}'`)
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
      })
      await zet('5ms')
      return () => zet('0')
    },
  }),
  metDatabase('F04/lange-transactie', 'een vreemde transactie houdt de stand van het compartiment 5 s vast', {
    duurMs: 0,
    breek: async (proef) => {
      const held = holdStand(proef.url(), 5_000)
      return () => held
    },
  }),
  metDatabase('F04/alleen-lezen', 'de database neemt 3 s lang niets meer aan (default_transaction_read_only)', {
    duurMs: 3_000,
    breek: async (proef) => {
      const zet = async (waarde: 'on' | 'off') => {
        const client = await proef.servers.connect('postgres')
        await client.query(`alter database ${proef.database} set default_transaction_read_only = ${waarde}`)
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [proef.database])
        await client.end()
      }
      await zet('on')
      return () => zet('off')
    },
  }),
  metDatabase('F05/postgres-slaapt', 'SIGSTOP van PostgreSQL met alle backends, 5 s', {
    duurMs: 5_000,
    breek: async ({ servers }) => {
      servers.signalPostgres('SIGSTOP')
      return async () => { servers.signalPostgres('SIGCONT') }
    },
  }),
]

/** F04: the disk of the database is full. On a small tmpfs when this machine lets us mount one, else it says that it was not tried. */
const SCHIJF_VOL: Experiment = {
  naam: 'F04/schijf-vol',
  fout: 'de schijf van de database loopt vol (tmpfs van 96 MB als tablespace), 3 s, daarna weer ruimte; 600 aanvragers',
  invariant: 'I16: wat niet kan worden vastgelegd, wordt niet bevestigd',
  voerUit: async (proef) => {
    const dir = path.join(realpathSync(path.join(proef.servers.dir, 'postgres')), 'vol')
    const { uid, gid } = statSync(path.dirname(dir))
    mkdirSync(dir, { recursive: true })
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', dir])
    if (mount.status !== 0) return { nietGedaan: 'deze machine laat geen tmpfs koppelen; F04/alleen-lezen is hier de vervanger: ook daar neemt de database niets aan' }
    try {
      chownSync(dir, uid, gid)
      const admin = await proef.servers.connect('postgres')
      const ruimte = `vol_${proef.database}`
      try {
        await admin.query(`create tablespace ${ruimte} location '${dir}'`)
        await admin.query(`alter database ${proef.database} set tablespace ${ruimte}`)
        const gezien = await speelMetVolleSchijf(proef, dir)
        return gezien
      } finally {
        await admin.query(`drop database if exists ${proef.database} with (force)`).catch(() => undefined)
        await admin.query(`drop tablespace if exists ${ruimte}`).catch(() => undefined)
        await admin.end()
      }
    } finally {
      spawnSync('umount', ['-l', dir])
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

async function speelMetVolleSchijf(proef: Proef, dir: string) {
  const wereld = await proef.wereld({ aanvragers: 603, plafondCent: 20_000_000 })
  const [{ loketten, processen }, verdeler] = await Promise.all([proef.loketten(2), proef.start('verdeler')])
  const vulling = path.join(dir, 'vulling')
  const { bavail, bsize } = statfsSync(dir)
  writeFileSync(vulling, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)))
  const ruimte = pause(3_000).then(() => { rmSync(vulling, { force: true }) })
  const ervaringen = await speel(wereld.deelnemers.slice(0, 600), { loketten, klanten: 32 })
  await ruimte
  const herstel = await proef.herstel(wereld.deelnemers.slice(600), loketten)
  const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
  for (const proces of [...processen, verdeler]) await proces.stop()
  return { ...cijfers, herstelS: herstel.herstelS }
}

const BRIEVEN = 24

/** Intake and letters while Redis is broken: the first must not notice, the second come afterwards, once each. */
function metRedis(naam: string, fout: string, { breek, duurMs }: { breek: (proef: Proef, redis: Redis) => Promise<() => Promise<unknown>>; duurMs: number }): Experiment {
  return {
    naam, fout: `${fout}; ${BRIEVEN} aanvragers, geen budget, elk twee brieven, 2 workers`,
    invariant: 'I8, I11: intake en verdeling merken niets, elke job gebeurt daarna, het gevolg is er één keer',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
      const [{ loketten }] = await Promise.all([proef.loketten(1), proef.start('workers'), proef.start('workers')])
      const redis = new Redis(proef.servers.redis().href, { retryStrategy: () => null, lazyConnect: true })
      redis.on('error', () => undefined)
      await redis.connect()
      const helft = BRIEVEN / 2
      const eerste = await speel(wereld.deelnemers.slice(0, helft), { loketten })
      await pause(400)
      const heel = await breek(proef, redis)
      const begin = performance.now()
      const tweede = await speel(wereld.deelnemers.slice(helft), { loketten })
      const intakeS = seconds(begin)
      const beslist = await until(5, async () => (await proef.sql('select from indiening i where not exists (select from toewijzing w where w.volgnummer = i.volgnummer)')).length === 0)
      proef.eis(intakeS < 5 && beslist, `intake of verdeling wachtte op Redis (${intakeS} s)`)
      await pause(Math.max(0, duurMs - (performance.now() - begin)))
      await heel()
      redis.disconnect()
      const { leegS, open } = await untilDrained(proef, 75)
      proef.eis(open === 0, `${open} jobs zijn blijven liggen`)
      return { ...(await proef.rondAf(wereld, [...eerste, ...tweede])), ...(await eisBrieven(proef, wereld)), intakeS, jobsKlaarS: leegS }
    },
  }
}

const REDIS: readonly Experiment[] = [
  metRedis('F06', 'kill -9 van Redis tijdens de opening, 2 s later weer gestart', {
    duurMs: 2_000,
    breek: async ({ servers }) => {
      await servers.crashRedis()
      return () => servers.startRedis()
    },
  }),
  metRedis('F07', 'FLUSHALL tijdens de opening', {
    duurMs: 0,
    breek: async ({ servers }) => {
      await emptyRedis(servers.redis().href)
      return async () => undefined
    },
  }),
  metRedis('F08', 'Redis is vol (noeviction): elke schrijfopdracht geweigerd, 5 s', {
    duurMs: 5_000,
    breek: async (_, redis) => {
      await redis.config('SET', 'maxmemory', '1')
      return () => redis.config('SET', 'maxmemory', '0')
    },
  }),
  metRedis('F09', 'Redis antwoordt 6 s lang niet (CLIENT PAUSE)', {
    duurMs: 6_500,
    breek: async ({ servers }) => {
      const silent = silenceRedis(servers.redis().href, 6_000)
      return () => silent
    },
  }),
  metRedis('F05/redis-slaapt', 'SIGSTOP van Redis, 6 s', {
    duurMs: 6_000,
    breek: async ({ servers }) => {
      servers.signalRedis('SIGSTOP')
      return async () => { servers.signalRedis('SIGCONT') }
    },
  }),
]

/** F10: the wire between one process and PostgreSQL. The other intake has a good one. */
function metDraad(naam: string, fout: string, strike: (draden: { intake: Proxy; verdeler: Proxy }) => Promise<() => object>): Experiment {
  return {
    naam, fout: `${fout}; 2 intakes, 2 verdelers, 900 aanvragers, 300 plaatsen`,
    invariant: 'I2, I16: bij een onbekende commit blijkt bij opnieuw vragen wat er gebeurd is; niets dubbel',
    voerUit: async (proef) => {
      const wereld = await proef.wereld({ aanvragers: 903, plafondCent: 30_000_000 })
      const [{ loketten, processen: [intake] }, verdeler] = await Promise.all([proef.loketten(2), proef.start('verdeler'), proef.start('verdeler')])
      if (intake === undefined) throw new Error('no intake')
      let done: Promise<() => object> | undefined
      const ervaringen = await speel(wereld.deelnemers.slice(0, 900), {
        loketten, klanten: 32, naAntwoord: (n) => { if (n >= 150) done ??= strike({ intake: intake.db, verdeler: verdeler.db }) },
      })
      const gezien = (await done)?.() ?? {}
      const herstel = await proef.herstel(wereld.deelnemers.slice(900), loketten)
      const cijfers = await proef.rondAf(wereld, [...ervaringen, ...herstel.ervaringen])
      proef.eis(cijfers.bevestigd === 903, `${903 - cijfers.bevestigd} aanvragers kregen geen bevestiging`)
      return { ...cijfers, ...gezien, herstelS: herstel.herstelS }
    },
  }
}

const niets = (): object => ({})

const F10: readonly Experiment[] = [
  metDraad('F10/reset', 'alle verbindingen van een intake en een verdeler met de database tien keer verbroken (RST)', async ({ intake, verdeler }) => {
    for (let n = 0; n < 10; n += 1) {
      intake.cut()
      verdeler.cut()
      await pause(60)
    }
    return niets
  }),
  metDraad('F10/na-commit', 'de draad wordt doorgeknipt nadat de database COMMIT bevestigde en voor het proces het hoort, twaalf keer bij intake, drie keer bij de verdeler', async ({ intake, verdeler }) => {
    const bij = { intake: intake.cutAfterCommit(12), verdeler: verdeler.cutAfterCommit(3) }
    await pause(1_500)
    return () => ({ geknipt: { intake: bij.intake.count(), verdeler: bij.verdeler.count() } })
  }),
  metDraad('F10/zwart-gat', 'niets komt door tussen een intake, een verdeler en de database, 4 s, en niemand hoort het', async ({ intake, verdeler }) => {
    intake.blackhole(true)
    verdeler.blackhole(true)
    await pause(4_000)
    intake.blackhole(false)
    verdeler.blackhole(false)
    return niets
  }),
  metDraad('F10/half-dicht', 'de helft van elke verbinding naar de database gaat dicht', async ({ intake, verdeler }) => {
    intake.halfClose()
    verdeler.halfClose()
    return niets
  }),
  metDraad('F10/traag', 'elk stukje naar en van de database 150 ms later, 5 s', async ({ intake, verdeler }) => {
    intake.delay(150)
    verdeler.delay(150)
    await pause(5_000)
    intake.delay(0)
    verdeler.delay(0)
    return niets
  }),
]

const F11: Experiment = {
  naam: 'F11',
  fout: `de draad van workers naar Redis tien keer verbroken, dan 4 s geweigerd; ${BRIEVEN} aanvragers, elk twee brieven`,
  invariant: 'I8, I11: elke job gebeurt, één keer',
  voerUit: async (proef) => {
    const wereld: Wereld = await proef.wereld({ aanvragers: BRIEVEN, plafondCent: 0 })
    const [{ loketten }, workers] = await Promise.all([proef.loketten(1), proef.start('workers')])
    const spelen = speel(wereld.deelnemers, { loketten })
    for (let n = 0; n < 10; n += 1) {
      workers.redis.cut()
      await pause(80)
    }
    workers.redis.refuse(true)
    await pause(4_000)
    workers.redis.refuse(false)
    const ervaringen = await spelen
    const { leegS, open } = await untilDrained(proef, 75)
    proef.eis(open === 0, `${open} jobs zijn blijven liggen`)
    return { ...(await proef.rondAf(wereld, ervaringen)), ...(await eisBrieven(proef, wereld)), jobsKlaarS: leegS }
  },
}

/** PostgreSQL, Redis and the wires to them. */
export const DIENSTEN: readonly Experiment[] = [...F04, SCHIJF_VOL, ...REDIS, ...F10, F11]
