import 'server-only'
import { toBetaalbeletsel, type Betaalbeletsel } from '@/lib/betaling/rules/betaalbaar'
import type { PoolClient, Tx } from '@/lib/platform/db'

/** A payment that was kept out of its file, with why. */
export type BuitenBestand = { readonly betalingId: string; readonly factuurId: string; readonly aanvraagId: string; readonly reden: Betaalbeletsel }

/**
 * Takes payments that may not leave any more out of batches that have no file yet: what holds an invoice back (the view betaalbeletsel) came
 * after the batch was composed. The invoice is matched again, for a later batch or to be taken back. What people approved only becomes less. Of one batch,
 * or of one aanvraag; the batch is locked first, as everybody does who makes its file.
 */
export async function houdBuitenBestand(client: PoolClient, van: { batchId: string } | { aanvraagId: string }): Promise<readonly BuitenBestand[]> {
  const [waar, id] = 'batchId' in van
    ? ['p.id = $1', van.batchId]
    : ['p.id in (select b.batch_id from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id where v.aanvraag_id = $1 and b.status = \'onderweg\')', van.aanvraagId]
  const { rows: batches } = await client.query<{ id: string }>(`select p.id from betaalbatch p where ${waar} and p.document_id is null order by p.id for update of p`, [id])
  if (batches.length === 0) return []
  const { rows: gevonden } = await client.query<Omit<BuitenBestand, 'reden'> & { reden: string }>(`
    select b.id as "betalingId", f.id as "factuurId", v.aanvraag_id as "aanvraagId", w.reden
      from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
      cross join lateral (select l.reden from betaalbeletsel l where l.factuur_id = f.id limit 1) w
     where b.batch_id = any ($1) and b.status = 'onderweg' and b.rente_id is null and ($2::uuid is null or v.aanvraag_id = $2)
     order by b.id for update of b, f`, [batches.map((batch) => batch.id), 'aanvraagId' in van ? van.aanvraagId : null])
  const rows = gevonden.map((rij): BuitenBestand => ({ ...rij, reden: toBetaalbeletsel(rij.reden) }))
  await client.query(`update betaling set status = 'vervallen' where id = any ($1)`, [rows.map(({ betalingId }) => betalingId)])
  // Interest on such an invoice waits with it; and interest alone, on what was paid before, when its aanvraag is suspended.
  await client.query(`
    with los as (
      update betaling b set status = 'vervallen' from factuur f join verplichting v on v.id = f.verplichting_id
       where f.id = b.factuur_id and b.batch_id = any ($1) and b.rente_id is not null and b.status = 'onderweg' and ($3::uuid is null or v.aanvraag_id = $3)
         and (f.id = any ($2) or exists (select from opgeschorte_aanvraag w where w.aanvraag_id = v.aanvraag_id)) returning b.rente_id)
    update rente set status = 'te-betalen' where id in (select rente_id from los)`, [batches.map((batch) => batch.id), rows.map(({ factuurId }) => factuurId), 'aanvraagId' in van ? van.aanvraagId : null])
  if (rows.length === 0) return []
  await client.query(`update factuur set status = 'gematcht' where id = any ($1)`, [rows.map(({ factuurId }) => factuurId)])
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens)
    select 'aanvraag', t.aanvraag, 'houd-buiten-bestand', 'systeem', jsonb_build_object('betalingId', t.betaling, 'reden', t.reden) from unnest($1::text[], $2::text[], $3::text[]) as t (aanvraag, betaling, reden)`,
  [rows.map(({ aanvraagId }) => aanvraagId), rows.map(({ betalingId }) => betalingId), rows.map(({ reden }) => reden)])
  return rows
}

/**
 * Takes one invoice out of a batch that has no file yet, for who takes the invoice back; invoice, payment and batch are locked already
 * (lockMetBetaling). Interest on it waits for a later batch.
 */
export async function neemUitBatch(tx: Tx, factuurId: string): Promise<void> {
  await tx.$executeRaw`
    with los as (
      update betaling set status = 'vervallen' where factuur_id = ${factuurId}::uuid and status = 'onderweg'
         and batch_id = (select batch_id from betaling where factuur_id = ${factuurId}::uuid and status = 'onderweg' and rente_id is null) returning rente_id
    )
    update rente set status = 'te-betalen' where id in (select rente_id from los)`
  await tx.$executeRaw`update factuur set status = 'gematcht' where id = ${factuurId}::uuid and status = 'in-batch'`
}

/** The credit notes that wait for what the bank says of these payments. */
export async function listWachtendeCreditnotas(client: PoolClient, betalingIds: readonly string[]): Promise<{ factuurId: string }[]> {
  const { rows } = await client.query<{ factuurId: string }>(`
    select c.id as "factuurId" from betaling b join factuur c on c.verwijst_naar = b.factuur_id and c.status = 'wacht-op-bank' where b.id = any ($1) and b.rente_id is null`, [betalingIds])
  return rows
}

/** The withdrawn aanvragen of a batch, or of some payments: what was paid for them must come back. */
export async function listIngetrokken(client: PoolClient, van: { batchId: string } | { betalingIds: readonly string[] }): Promise<{ aanvraagId: string }[]> {
  const { rows } = await client.query<{ aanvraagId: string }>(`
    select distinct a.id as "aanvraagId" from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id
     where ${'batchId' in van ? 'b.batch_id = $1' : 'b.id = any ($1)'} and b.rente_id is null and a.status = 'ingetrokken'`, ['batchId' in van ? van.batchId : van.betalingIds])
  return rows
}

/** The status of an aanvraag, locked until the transaction ends; undefined when there is none. */
export async function lockAanvraagStatus(tx: Tx, aanvraagId: string): Promise<string | undefined> {
  const [rij] = await tx.$queryRaw<{ status: string }[]>`select status from aanvraag where id = ${aanvraagId}::uuid for no key update`
  return rij?.status
}

/**
 * The invoices of a withdrawn aanvraag that the bank has paid, with what a credit note did not claim back yet and the besluit that the claim rests on.
 * An intrekking by UWV claims the whole by itself; one that was undone claims nothing any more.
 */
export function findTerugTeVorderen(tx: Tx, aanvraagId: string): Promise<{ factuurId: string; opleiderId: string; bedragCent: number; besluitId: string | null }[]> {
  return tx.$queryRaw`
    select f.id as "factuurId", f.opleider_id as "opleiderId", b.bedrag_cent - f.teruggevorderd_cent as "bedragCent",
           (select k.id from besluit k where k.aanvraag_id = v.aanvraag_id and k.soort = 'intrekking' order by k.genomen_op desc limit 1) as "besluitId"
      from verplichting v join factuur f on f.verplichting_id = v.id and f.status = 'betaald' join betaling b on b.factuur_id = f.id and b.status = 'uitgevoerd' and b.rente_id is null
     where v.aanvraag_id = ${aanvraagId}::uuid and b.bedrag_cent > f.teruggevorderd_cent and not exists (
           select from vordering d left join besluit i on i.id = d.besluit_id where d.aanvraag_id = v.aanvraag_id and (d.factuur_id = f.id or d.factuur_id is null and i.soort = 'intrekking'
              and not exists (select from herroeping h where h.bestreden_besluit_id = i.id and h.status = 'besloten')))
     order by f.ontvangen_op, f.id for update of f`
}
