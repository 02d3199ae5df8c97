import 'server-only'
import { REGELS } from '@/lib/financien/repo/regels'
import type { JournaalRegel } from '@/lib/financien/rules/journaal'
import { pool, type PoolClient } from '@/lib/platform/db'

const STUK = 5_000

/** The lines of a year in pieces, boeking after boeking, with their totals. All pieces see the ledger at one moment. */
export type Jaargang = {
  readonly regels: number; readonly debetCent: number; readonly creditCent: number
  readonly opleiders: readonly { kvk: string; naam: string }[]
  readonly stukken: AsyncGenerator<readonly JournaalRegel[]>
}

/**
 * Runs `fn` with the lines of a year as they are at one moment, so that the totals at the head are those of the lines. The connection
 * is kept until `fn` has ended, also when who reads goes away.
 */
export async function* withJaargang(boekjaar: number, fn: (jaargang: Jaargang) => AsyncGenerator<string>): AsyncGenerator<string> {
  const client = await pool.connect()
  try {
    // Who reads a large file slowly is not cut off within ten minutes of silence.
    await client.query(`begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = '10min'`)
    const { rows: [kop] } = await client.query<{ regels: number; debetCent: number; creditCent: number }>(`
      select count(*)::integer as regels, coalesce(sum(r.bedrag_cent) filter (where r.bedrag_cent > 0), 0)::bigint as "debetCent", coalesce(-sum(r.bedrag_cent) filter (where r.bedrag_cent < 0), 0)::bigint as "creditCent"
      from boeking b join boekingsregel r on r.boeking_id = b.id where b.boekjaar = $1`, [boekjaar])
    const { rows: opleiders } = await client.query<{ kvk: string; naam: string }>(`
      select o.kvk, o.naam from opleider o where exists (select from boekingsregel r join boeking b on b.id = r.boeking_id where r.opleider_id = o.id and b.boekjaar = $1) order by o.kvk`, [boekjaar])
    if (kop === undefined) throw new Error('the year gave no totals')
    yield* fn({ ...kop, opleiders, stukken: readStukken(client, boekjaar) })
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

// By boeking and then by line: lines that were written at the same moment by two people alternate in the table.
async function* readStukken(client: PoolClient, boekjaar: number): AsyncGenerator<readonly JournaalRegel[]> {
  await client.query(`declare jaargang no scroll cursor for ${REGELS} where b.boekjaar = ${String(boekjaar)} order by b.id, r.id`)
  for (;;) {
    const { rows } = await client.query<JournaalRegel>(`fetch ${String(STUK)} from jaargang`)
    if (rows.length === 0) return
    yield rows
  }
}
