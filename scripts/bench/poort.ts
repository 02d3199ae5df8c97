import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type pg from 'pg'
import { freePort } from '../start/ports'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY_WITHIN_MS = 60_000

export type BenchPoort = { readonly port: number; readonly url: string; readonly stop: () => Promise<void> }

/** A poort as npm start runs it, in processes of its own, on the database of this benchmark. There is no web behind it. */
export async function startPoort(databaseUrl: string): Promise<BenchPoort> {
  const port = await freePort()
  const url = `http://localhost:${String(port)}`
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/poort.ts'], {
    cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), STAP_URL: url },
  })
  const stop = () => end(child)
  const until = performance.now() + READY_WITHIN_MS
  while (performance.now() < until && child.exitCode === null) {
    if (await answers(url)) return { port, url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error('the poort did not start')
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/wachtkamer/bench/stand`)
    return status === 200
  } catch {
    return false
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** A waiting room that is drawn and lets everybody in, with a place for each burger of 'bench'. */
export async function openWachtkamer(owner: pg.Pool): Promise<void> {
  await owner.query(WACHTKAMER)
}

const WACHTKAMER = `
do $$
declare t uuid := (select id from tijdvak where code = 'bench'); n integer;
begin
  insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op)
  select t, row_number() over (), a.burger_id, md5(a.burger_id::text), nu() from aanvraag a where a.tijdvak_id = t;
  get diagnostics n = row_count;
  insert into wachtkamer (tijdvak_id, per_minuut, volgende_nummer, toegelaten_tot, toegelaten_op) values (t, 600000, n + 1, n, nu());
  insert into wachtkamer_ronde (tijdvak_id, ronde, zaad_hash, zaad_versleuteld, zaad, lijst_hash, aantal_voor, opent_op, geloot_op)
  select t, 1, encode(sha256('bench'), 'hex'), 'bench:x', 'bench', encode(sha256(''), 'hex'), 0, opent_op, nu() from tijdvak where id = t;
end $$`
