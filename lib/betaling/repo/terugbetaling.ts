import 'server-only'
import type { PoolClient } from '@/lib/platform/db'

/** How many payments were made of what we owe back on each of these claims, whatever became of them: the bank refuses a name it has seen. */
export async function countPogingen(client: PoolClient, vorderingIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; aantal: number }>(`
    select t.vordering_id as id, count(*)::int as aantal from betaling b join vordering_terugbetaling t on t.id = b.terugbetaling_id where t.vordering_id = any ($1) group by 1`, [vorderingIds])
  return new Map(rows.map(({ id, aantal }) => [id, aantal]))
}

/** The same for money without a claim, each of which is numbered by itself. */
export async function countTerugstortpogingen(client: PoolClient, terugstortingIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; aantal: number }>('select terugstorting_id as id, count(*)::int as aantal from betaling where terugstorting_id = any ($1) group by 1', [terugstortingIds])
  return new Map(rows.map(({ id, aantal }) => [id, aantal]))
}

/** Of these payments those of money without a claim that the bank may still send back, locked. */
export async function lockTerugstortingenVan(client: PoolClient, betalingIds: readonly string[]): Promise<{ betalingId: string; terugstortingId: string }[]> {
  const { rows } = await client.query<{ betalingId: string; terugstortingId: string }>(`
    select id as "betalingId", terugstorting_id as "terugstortingId" from betaling
     where id = any ($1) and terugstorting_id is not null and status in ('onderweg', 'uitgevoerd') order by id for update`, [betalingIds])
  return rows
}

/** Of these payments those of what we owe back that the bank may still send back, locked. */
export async function lockTerugbetalingenVan(client: PoolClient, betalingIds: readonly string[]): Promise<{ betalingId: string; terugbetalingId: string }[]> {
  const { rows } = await client.query<{ betalingId: string; terugbetalingId: string }>(`
    select id as "betalingId", terugbetaling_id as "terugbetalingId" from betaling
     where id = any ($1) and terugbetaling_id is not null and status in ('onderweg', 'uitgevoerd') order by id for update`, [betalingIds])
  return rows
}

export async function saveBetalingStatus(client: PoolClient, betalingId: string, status: 'afgewezen' | 'teruggekomen'): Promise<void> {
  await client.query('update betaling set status = $2 where id = $1', [betalingId, status])
}
