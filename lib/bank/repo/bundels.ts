import 'server-only'
import { saveVragen } from '@/lib/bank/repo/afschriften'
import type { Bundel } from '@/lib/bank/rules/vraagbundel'
import type { PoolClient } from '@/lib/platform/db'

/** Stores what a message says of a batch: of one payment a question about that payment, of more one question with its payments. */
export async function saveBundels(client: PoolClient, { berichtId, batchId }: { berichtId: string; batchId: string }, bundels: readonly Bundel[]): Promise<void> {
  const los = bundels.filter(({ meldingen }) => meldingen.length === 1)
  await saveVragen(client, berichtId, los.flatMap(({ soort, code, meldingen }) => meldingen.map(({ betalingId, endToEndId, regel }) =>
    ({ soort, mutatieId: null, betalingId, gegevens: { ...codeVan(code), ...(regel === undefined ? {} : { regel }), ...(endToEndId === undefined ? {} : { endToEndId }) } }))))
  for (const bundel of bundels) if (bundel.meldingen.length > 1) await saveBundel(client, { berichtId, batchId }, bundel)
}

const codeVan = (code: string | null) => (code === null ? {} : { code })

async function saveBundel(client: PoolClient, { berichtId, batchId }: { berichtId: string; batchId: string }, { soort, code, meldingen }: Bundel): Promise<void> {
  const betalingen = meldingen.flatMap(({ betalingId }) => betalingId ?? [])
  const endToEndId = meldingen.find((melding) => melding.endToEndId !== undefined)?.endToEndId
  const gegevens = { aantal: meldingen.length, ...codeVan(code), ...(endToEndId === undefined ? {} : { endToEndId }) }
  await client.query(`
    with vraag as (
      insert into bankvraag (bericht_id, batch_id, soort, gegevens)
      select $1, $2, $3, $4::jsonb || coalesce((select jsonb_build_object('bedragCent', sum(bedrag_cent)) from betaling where id = any ($5::uuid[]) having count(*) > 0), '{}')
      returning id)
    insert into bankvraag_betaling (vraag_id, betaling_id) select vraag.id, b from vraag, unnest($5::uuid[]) as b`, [berichtId, batchId, soort, JSON.stringify(gegevens), betalingen])
}
