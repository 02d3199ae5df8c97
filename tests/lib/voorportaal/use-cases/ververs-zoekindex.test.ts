import pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { STAND_SQL, VERVERS_SQL, verversParameters } from '@/lib/voorportaal/repo'
import { verversZoekindex } from '@/lib/voorportaal/use-cases/ververs-zoekindex'
import { maakBenchRegister } from '@/scripts/bench/register-sql'
import { freshDb, ownerClient } from '@/tests/setup/db'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }

let owner: pg.Client

freshDb(async () => {
  owner = await ownerClient()
  await maakBenchRegister(owner, { opleiders: 40, opleidingen: 7_000, activiteiten: 40_000 })
  await verversZoekindex({})
  await owner.query('vacuum analyze zoekdocument')
})
afterAll(() => owner.end())

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

async function explain(sql: string, waarden: readonly unknown[]): Promise<Plan[]> {
  const { rows: [rij] } = await owner.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${sql}`, [...waarden])
  return rij === undefined ? [] : nodes(rij['QUERY PLAN'][0].Plan)
}

describe('the plans of search in a large register', () => {
  test('one opleiding is written again without reading the register', async () => {
    const { rows: [rij] } = await owner.query<{ id: string }>('select id from opleiding limit 1')
    const plan = await explain(VERVERS_SQL, verversParameters({ opleidingIds: [rij?.id ?? ''] }))
    expect(plan.filter((node) => node['Node Type'] === 'Seq Scan' && ['opleiding', 'scholingsactiviteit'].includes(node['Relation Name'] ?? ''))).toEqual([])
  })

  test('what every search asks first goes by the index on the transaction', async () => {
    const plan = await explain(STAND_SQL, ['2022-11-01', Number.MAX_SAFE_INTEGER])
    expect(plan.filter((node) => node['Relation Name'] === 'zoekdocument').map((node) => node['Index Name'])).toEqual(['zoekdocument_transactie_idx'])
  })
})

describe('the job', () => {
  test('writes only what changed, and a search that reads meanwhile does not wait', async () => {
    expect(await verversZoekindex({})).toBe(0)
    await owner.query("update opleiding set titel = titel || '!' where programma_id in ('P1', 'P2', 'P3')")
    const reader = new pg.Client({ connectionString: inject('postgresUrl').replace(/\/[^/]*$/, `/${owner.database ?? ''}`) })
    await reader.connect()
    await reader.query("set statement_timeout = '2s'")
    const writing = verversZoekindex({})
    await reader.query('select count(*) from zoekdocument')
    expect(await writing).toBe(3)
    await reader.end()
  })
})
