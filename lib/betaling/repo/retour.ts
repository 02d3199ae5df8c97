import 'server-only'
import type { GevorderdDeel } from '@/lib/betaling/rules/retour'
import type { PoolClient, Tx } from '@/lib/platform/db'
import type { Retourstand } from '@/lib/tijdvak/rules/retour'

/** What the ledger holds of the aanvraag of a payment, in cents. Apart: it was withdrawn or something was claimed back of it, so more follows than that it is owed again. */
export type AanvraagStand = Retourstand & { readonly isApart: boolean }

/** The aanvragen of these payments with where their money stands, locked until the transaction ends: before their invoices, as who decides about them does. */
export async function lockStanden(client: PoolClient, betalingIds: readonly string[]): Promise<Map<string, AanvraagStand>> {
  const { rows } = await client.query<{ id: string }>(`
    select a.id from aanvraag a where a.id in (select v.aanvraag_id from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id where b.id = any ($1) and b.rente_id is null)
     order by a.id for no key update`, [betalingIds])
  const { rows: standen } = await client.query<AanvraagStand & { id: string }>(`
    select a.id, coalesce(r.betaald, 0)::bigint as betaald, coalesce(r.vastgesteld, 0)::bigint as vastgesteld, a.status = 'ingetrokken' or exists (select from vordering v where v.aanvraag_id = a.id) as "isApart"
      from aanvraag a
      left join lateral (select sum(bedrag_cent) filter (where rekening = 'betaald') as betaald, sum(bedrag_cent) filter (where rekening = 'vastgesteld') as vastgesteld
                           from boekingsregel where aanvraag_id = a.id) r on true
     where a.id = any ($1)`, [rows.map(({ id }) => id)])
  return new Map(standen.map(({ id, ...stand }) => [id, stand]))
}

/** The boekingen by which a payment that came back is owed again. */
export const RETOUR_SOORTEN = ['boek-betaling-terug', 'boek-afgerekend-terug', 'betaal-ontvangst-terug'] as const

export type OngeboekteRetour = { readonly betalingId: string; readonly factuurId: string; readonly bedragCent: number }

/** The payments of an aanvraag that the bank refused or sent back and that the ledger does not have so yet, with their invoices locked. */
export function lockOngeboekteRetouren(tx: Tx, aanvraagId: string): Promise<OngeboekteRetour[]> {
  return tx.$queryRaw`
    select b.id as "betalingId", f.id as "factuurId", b.bedrag_cent as "bedragCent"
      from verplichting v join factuur f on f.verplichting_id = v.id join betaling b on b.factuur_id = f.id and b.rente_id is null and b.status in ('afgewezen', 'teruggekomen')
     where v.aanvraag_id = ${aanvraagId}::uuid
       and not exists (select from boeking k where k.soort = any (${[...RETOUR_SOORTEN]}) and k.oorzaak = 'betaling' and k.oorzaak_id = b.id::text)
     order by b.id for update of f`
}

/**
 * The claims that were made from the payment of an invoice: by a credit note on it, because it was withdrawn, or by a besluit about the
 * whole aanvraag. In that order, the newest first; what was received counts until it was given back.
 */
export async function findVorderingenVan(tx: Tx, { aanvraagId, factuurId }: { aanvraagId: string; factuurId: string }): Promise<readonly GevorderdDeel[]> {
  const rijen = await tx.$queryRaw<{ id: string; isCreditnota: boolean; lopend: bigint; afgeboekt: bigint }[]>`
    select v.id, c.id is not null as "isCreditnota",
           v.open_cent - coalesce(m.ontvangen, 0)::bigint - coalesce(t.terug, 0)::bigint as lopend, -coalesce(m.afgeboekt, 0)::bigint as afgeboekt
      from vordering v
      left join factuur c on c.id = v.factuur_id and c.verwijst_naar = ${factuurId}::uuid
      left join lateral (select sum(hoofdsom_cent) filter (where soort in ('ontvangst', 'verrekening')) as ontvangen,
                                sum(hoofdsom_cent) filter (where soort in ('kwijtschelding', 'oninbaar', 'verjaring', 'herleving')) as afgeboekt
                           from vordering_mutatie where vordering_id = v.id) m on true
      left join lateral (select sum(hoofdsom_cent + teveel_cent) as terug from vordering_terugbetaling where vordering_id = v.id and soort = 'ingetrokken') t on true
     where v.aanvraag_id = ${aanvraagId}::uuid and (v.factuur_id is null or v.factuur_id = ${factuurId}::uuid or c.id is not null)
     order by c.id is null, v.factuur_id is null, v.kenmerk desc for update of v`
  return rijen.map(({ id, isCreditnota, lopend, afgeboekt }) => ({ id, isCreditnota, lopendCent: Number(lopend), afgeboektCent: Number(afgeboekt) }))
}

/** An invoice of which the payment came back: what a credit note claimed of it is credited before payment after all. */
export async function saveAlsnogGecrediteerd(tx: Tx, factuurId: string, bedragCent: number): Promise<void> {
  await tx.$executeRaw`
    update factuur set gecrediteerd_cent = gecrediteerd_cent + ${bedragCent}::int, teruggevorderd_cent = teruggevorderd_cent - ${bedragCent}::int,
           status = case when gecrediteerd_cent + ${bedragCent}::int = bedrag_cent then 'gecrediteerd' else status end where id = ${factuurId}::uuid`
}

/** The aanvraag that an invoice is of; undefined when it belongs to no order. */
export async function findAanvraagVan(tx: Tx, factuurId: string): Promise<string | undefined> {
  return (await tx.factuur.findUnique({ where: { id: factuurId }, select: { verplichting: { select: { aanvraagId: true } } } }))?.verplichting?.aanvraagId
}
