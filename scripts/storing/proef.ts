import type { Client } from 'pg'
import { emptyRedis } from './fouten'
import { loketOf, speel, type Ervaring, type Loket } from './klanten'
import { bezwaren, oordeel, type Cijfers } from './oordeel'
import { startProces, type Proces, type ProcesOptions, type Programma } from './proces'
import type { Servers } from './servers'
import { maakWereld, type Deelnemer, type Wereld, type WereldOptions } from './wereld'

/** One experiment: what is broken, which promise must hold, and how it is tried. */
export type Experiment = {
  readonly naam: string
  readonly fout: string
  readonly invariant: string
  /** A negative control: a wrong design that must be caught, by a finding that this matches. */
  readonly vangst?: RegExp
  readonly voerUit: (proef: Proef) => Promise<object | void>
}

export const HERSTEL_BINNEN_S = 30

/** What an experiment works with. Everything it starts is ended afterwards. */
export type Proef = {
  readonly servers: Servers
  readonly database: string
  /** Runs SQL as the owner on a connection of its own, so that an experiment may break any other. */
  sql: <Rij extends object = Record<string, unknown>>(tekst: string, waarden?: readonly unknown[]) => Promise<Rij[]>
  /** The address of the database of this experiment, as its owner. */
  url: () => string
  met: <T>(work: (client: Client) => Promise<T>) => Promise<T>
  wereld: (options: WereldOptions) => Promise<Wereld>
  start: (programma: Programma, options?: Omit<ProcesOptions, 'database'>) => Promise<Proces>
  /** Intake processes, with the faults given to the first of them. */
  loketten: (aantal: number, options?: Omit<ProcesOptions, 'database'> & { programma?: Programma }) => Promise<{ processen: readonly Proces[]; loketten: readonly Loket[] }>
  /** Writes down what was found wrong. */
  eis: (isGoed: boolean, bezwaar: string) => void
  /** Waits until all that was received has been decided, then judges it: figures of which every promise must hold. */
  rondAf: (wereld: Wereld, ervaringen: readonly Ervaring[], options?: { maxS?: number; zonderModel?: boolean }) => Promise<Cijfers>
  /** Submits new applicants until one is acknowledged and decided; answers the seconds that took, and demands that it is within 30. */
  herstel: (deelnemers: readonly Deelnemer[], loketten: readonly Loket[]) => Promise<{ herstelS: number; ervaringen: readonly Ervaring[] }>
}

export type Verslag = { naam: string; fout: string; invariant: string; gezien: object; gelukt: boolean }

const MAX_MS = 240_000

/** Runs one experiment in a database of its own and reports. */
export async function runExperiment(servers: Servers, experiment: Experiment): Promise<Verslag> {
  const { naam, fout, invariant, vangst } = experiment
  const database = await servers.createDatabase()
  // The numbers of jobs begin at one in every database: what an earlier experiment left in the queue would pass for ours.
  await emptyRedis(servers.redis().href)
  const gevonden: string[] = []
  const cleaners: (() => Promise<void>)[] = []
  const begin = performance.now()
  let gezien: object = {}
  let timer: NodeJS.Timeout | undefined
  try {
    const limit = new Promise<never>((_, reject) => { timer = setTimeout(() => { reject(new Error(`niet klaar binnen ${MAX_MS / 1_000} s`)) }, MAX_MS) })
    gezien = (await Promise.race([experiment.voerUit(makeProef(servers, database, { gevonden, cleaners })), limit])) ?? {}
  } catch (fault) {
    gevonden.push(`de proef zelf mislukte: ${fault instanceof Error ? fault.message : String(fault)}`)
  } finally {
    clearTimeout(timer)
    for (const clean of cleaners.reverse()) await clean().catch(() => undefined)
    await servers.dropDatabase(database).catch(() => undefined)
  }
  const gelukt = vangst === undefined ? gevonden.length === 0 : gevonden.some((een) => vangst.test(een))
  return { naam, fout, invariant, gezien: { ...gezien, ...(gevonden.length > 0 ? { gevonden } : {}), duurS: seconds(begin) }, gelukt }
}

function makeProef(servers: Servers, database: string, { gevonden, cleaners }: { gevonden: string[]; cleaners: (() => Promise<void>)[] }): Proef {
  const met = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await servers.connect(database)
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const proef: Proef = {
    servers, database, met,
    url: () => {
      const url = new URL(servers.postgres())
      url.pathname = `/${database}`
      return url.href
    },
    sql: async <Rij extends object>(tekst: string, waarden: readonly unknown[] = []) => met(async (client) => (await client.query<Rij>(tekst, [...waarden])).rows),
    wereld: (options) => met((client) => maakWereld(client, options)),
    start: async (programma, options = {}) => {
      const proces = await startProces(servers, programma, { ...options, database })
      cleaners.push(proces.stop)
      return proces
    },
    loketten: async (aantal, { programma = 'loket', faults, ...options } = {}) => {
      const processen = await Promise.all(Array.from({ length: aantal }, (_, n) => proef.start(programma, { ...options, ...(n === 0 && faults !== undefined ? { faults } : {}) })))
      return { processen, loketten: processen.map(loketOf) }
    },
    eis: (isGoed, bezwaar) => { if (!isGoed) gevonden.push(bezwaar) },
    rondAf: async (wereld, ervaringen, { maxS = HERSTEL_BINNEN_S, zonderModel = false } = {}) => {
      await until(maxS, async () => {
        const [rij] = await proef.sql<{ n: number }>(
          'select count(*)::integer as n from indiening i where tijdvak_id = $1 and not exists (select from toewijzing w where w.volgnummer = i.volgnummer)', [wereld.tijdvakId])
        return rij?.n === 0
      })
      const cijfers = await met((client) => oordeel(client, wereld, ervaringen))
      if (zonderModel) cijfers.andersDanModel = 0
      gevonden.push(...bezwaren(cijfers))
      return cijfers
    },
    herstel: async (deelnemers, loketten) => {
      const start = performance.now()
      const ervaringen = await speel(deelnemers, { loketten, klanten: 1, volhoudenMs: HERSTEL_BINNEN_S * 1_000 })
      const isBack = await until(HERSTEL_BINNEN_S, async () => {
        const [rij] = await proef.sql<{ n: number }>('select count(*)::integer as n from toewijzing where aanvraag_id = any ($1)', [deelnemers.map(({ aanvraagId }) => aanvraagId)])
        return rij?.n === deelnemers.length
      })
      const herstelS = seconds(start)
      proef.eis(isBack && herstelS <= HERSTEL_BINNEN_S, `niet hersteld binnen ${HERSTEL_BINNEN_S} s (${herstelS} s)`)
      return { herstelS, ervaringen }
    },
  }
  return proef
}

/** Asks every 50 ms until it is so; false when it is not within the time. A database that is away is asked again. */
export async function until(maxS: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + maxS * 1_000
  while (performance.now() < end) {
    if (await isSo().catch(() => false)) return true
    await pause(50)
  }
  return false
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Seconds since a moment of performance.now(), to the hundredth. */
export function seconds(begin: number): number {
  return Math.round((performance.now() - begin) / 10) / 100
}
