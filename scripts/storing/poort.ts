import { Agent, request } from 'node:http'
import { freePort } from '../start/ports'
import type { Antwoord, Loket } from './klanten'
import { until, type Proef } from './proef'
import type { Proces, ProcesOptions } from './proces'
import type { Deelnemer } from './wereld'

export type Reactie = { readonly status: number; readonly kop: Readonly<Record<string, string | readonly string[] | undefined>>; readonly tekst: string }

export type Poort = {
  readonly proces: Proces
  readonly port: number
  readonly vraag: (methode: 'GET' | 'POST', pad: string, options?: { deelnemer?: Deelnemer; cookie?: string; body?: string; timeoutMs?: number }) => Promise<Reactie>
  readonly loket: Loket
}

/** Starts a poort on a port of its own, without web behind it: the opening-day path does not need it. */
export async function startPoort(proef: Proef, options: Omit<ProcesOptions, 'database'> = {}): Promise<Poort> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const proces = await proef.start('poort', { ...options, env: { PORT: String(port), STAP_URL: url, ...options.env } })
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  const vraag: Poort['vraag'] = (methode, pad, { deelnemer, cookie, body = '', timeoutMs = 12_000 } = {}) => new Promise((resolve, reject) => {
    const cookies = [deelnemer === undefined ? '' : `stap-sessie=${deelnemer.token}`, cookie ?? ''].filter(Boolean).join('; ')
    const req = request(`http://127.0.0.1:${port}${pad}`, {
      agent, method: methode, timeout: timeoutMs,
      headers: { host: `localhost:${port}`, accept: 'application/json', origin: url, ...(cookies === '' ? {} : { cookie: cookies }), 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
    }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => { resolve({ status: res.statusCode ?? 0, kop: res.headers, tekst: Buffer.concat(chunks).toString() }) })
    })
    req.on('timeout', () => req.destroy(new Error('geen antwoord')))
    req.on('error', reject)
    req.end(body)
  })
  const isUp = await until(90, async () => (await vraag('GET', '/api/v1/gezondheid/poort', { timeoutMs: 1_000 })).status === 200)
  if (!isUp) throw new Error('de poort antwoordt niet')
  return { proces, port, vraag, loket: { dienIn: async (deelnemer) => readAntwoord(() => vraag('POST', `/aanvragen/${deelnemer.kenmerk}/indienen`, { deelnemer })) } }
}

/** 503 may come after the work was done, so it is no answer. */
async function readAntwoord(ask: () => Promise<Reactie>): Promise<Antwoord> {
  let reactie: Reactie
  try {
    reactie = await ask()
  } catch (fault) {
    return { soort: 'onbekend', fout: fault instanceof Error ? fault.message : 'geen verbinding' }
  }
  const inhoud = readJson(reactie.tekst)
  if (reactie.status === 200 || reactie.status === 201) return { soort: 'ok', volgnummer: Number(inhoud['volgnummer']), isNieuw: reactie.status === 201 }
  if (reactie.status >= 500) return { soort: 'onbekend', fout: String(reactie.status) }
  const wacht = Number(reactie.kop['retry-after'])
  return { soort: 'geweigerd', redenen: [typeof inhoud['code'] === 'string' ? inhoud['code'] : String(reactie.status)], ...(Number.isFinite(wacht) ? { wachtMs: Math.min(wacht * 1_000, 1_000) } : {}) }
}

export function readJson(tekst: string): Record<string, unknown> {
  try {
    const gelezen: unknown = JSON.parse(tekst)
    return typeof gelezen === 'object' && gelezen !== null ? Object.fromEntries(Object.entries(gelezen)) : {}
  } catch {
    return {}
  }
}
