import 'server-only'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { BATCH_PREFIX, toBatchStatus, type BetaalbatchStatus, type GoedkeurRol } from '@/lib/betaling/model'
import type { PoolClient, Tx } from '@/lib/platform/db'

// A night may bring tens of thousands of payments: all of this is plain SQL, one statement for the whole batch.

export type Kandidaat = {
  factuurId: string
  ordernummer: string
  bedragCent: number
  iban: string
  naam: string
  tenaamstelling: string | null
  startdatum: PlainDate
  /** Payments on this order that were made before: refused, come back, or of another invoice. */
  pogingen: number
}

/**
 * Matched invoices that nothing holds back (the view betaalbeletsel), oldest first, locked; those that another transaction holds are left for a next batch. With
 * `ontvangenVoor` only those that came before that day. All of them: those that may not be paid would else be in the way of those that may.
 */
export async function lockKandidaten(client: PoolClient, ontvangenVoor: PlainDate | null = null): Promise<readonly Kandidaat[]> {
  const { rows } = await client.query<Omit<Kandidaat, 'startdatum'> & { startdatum: string }>(`
    select f.id as "factuurId", v.ordernummer, f.bedrag_cent - f.gecrediteerd_cent as "bedragCent", f.iban, o.naam, o.iban_tenaamstelling as tenaamstelling,
           b.startdatum::text as startdatum,
           (select count(*)::int from betaling p join factuur x on x.id = p.factuur_id where x.verplichting_id = v.id and p.rente_id is null) as pogingen
      from factuur f
      join verplichting v on v.id = f.verplichting_id
      join aanvraag a on a.id = v.aanvraag_id
      join aanmeldbewijs b on b.id = a.aanmeldbewijs_id
      join opleider o on o.id = v.opleider_id
     where f.status = 'gematcht' and not exists (select from betaalbeletsel w where w.factuur_id = f.id) and ($1::date is null or (f.ontvangen_op at time zone 'Europe/Amsterdam')::date < $1::date)
     order by f.ontvangen_op, f.id
       for update of f skip locked`, [ontvangenVoor])
  return rows.map((row) => ({ ...row, startdatum: plainDate(row.startdatum) }))
}

/** A payment of an invoice, or of the interest on it (`renteId`), or else of what we owe back on a claim (`terugbetalingId`), or of money without one (`terugstortingId`). */
export type NieuweBetaling = { factuurId: string | null; renteId: string | null; terugbetalingId: string | null; terugstortingId: string | null; endToEndId: string; bedragCent: number; iban: string; tenaamstelling: string }

/** A batch with all its payments, and its invoices moved into it; from here on its content is fixed. Gives id and number. */
export async function saveBatch(client: PoolClient, door: { id: string | null; rol: string }, betalingen: readonly NieuweBetaling[]): Promise<{ id: string; msgId: string }> {
  const { rows: [reeks] } = await client.query<{ nummer: number }>(`select nextval('kenmerk_batch') as nummer`)
  const msgId = makeKenmerk(BATCH_PREFIX, reeks?.nummer ?? 0)
  const totaalCent = betalingen.reduce((total, { bedragCent }) => total + bedragCent, 0)
  const { rows: [batch] } = await client.query<{ id: string }>(
    'insert into betaalbatch (msg_id, opgesteld_door, aantal, totaal_cent) values ($1, $2, $3, $4) returning id', [msgId, door.id, betalingen.length, totaalCent])
  if (batch === undefined) throw new Error('the batch was not written')
  await client.query(`update factuur set status = 'in-batch' where id = any ($1)`, [betalingen.flatMap(({ renteId, factuurId }) => (renteId === null && factuurId !== null ? [factuurId] : []))])
  await client.query(`update rente set status = 'in-batch' where id = any ($1)`, [betalingen.flatMap(({ renteId }) => renteId ?? [])])
  await client.query(`
    insert into betaling (batch_id, factuur_id, rente_id, terugbetaling_id, terugstorting_id, end_to_end_id, bedrag_cent, iban, tenaamstelling)
    select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[], $8::text[], $9::text[]) as t`,
  [batch.id, ...(['factuurId', 'renteId', 'terugbetalingId', 'terugstortingId', 'endToEndId', 'bedragCent', 'iban', 'tenaamstelling'] as const).map((naam) => betalingen.map((b) => b[naam]))])
  await client.query(
    `insert into gebeurtenis (onderwerp, onderwerp_id, soort, naar_status, door_id, door_rol, gegevens) values ('batch', $1, 'stel-batch-samen', 'opgesteld', $2, $3, $4)`,
    [batch.id, door.id, door.rol, JSON.stringify({ msgId, aantal: betalingen.length, totaalCent })])
  return { id: batch.id, msgId }
}

/** Whether the system itself composed a batch on this day. */
export async function hasNachtbatch(tx: Tx, dag: PlainDate): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (select from betaalbatch where opgesteld_door is null and (opgesteld_op at time zone 'Europe/Amsterdam')::date = ${dag}::date) as is`
  return row?.is === true
}

/** A batch with who approved it, locked until the transaction ends. */
export async function lockBatchMet(tx: Tx, msgId: string) {
  await tx.$executeRaw`select 1 from betaalbatch where msg_id = ${msgId} for update`
  return await tx.betaalbatch.findUnique({ where: { msgId }, include: { goedkeuringen: true } }) ?? undefined
}

export async function saveGoedkeuring(tx: Tx, data: { batchId: string; medewerkerId: string; rol: GoedkeurRol }): Promise<void> {
  await tx.batchGoedkeuring.create({ data })
}

export async function saveBatchGoedgekeurd(tx: Tx, batchId: string): Promise<void> {
  await tx.betaalbatch.update({ where: { id: batchId }, data: { status: 'goedgekeurd' } })
}

export type Batch = {
  readonly id: string; readonly msgId: string; readonly status: BetaalbatchStatus; readonly aantal: number; readonly totaalCent: number
  readonly opgesteldOp: Date; readonly documentId: string | null; readonly vrijgegevenOp: Date | null
  /** The moment of the last approval; null when nobody approved. */
  readonly goedgekeurdOp: Date | null
}

/** A batch without its payments, locked until the transaction ends. */
export async function lockBatch(client: PoolClient, batchId: string): Promise<Batch | undefined> {
  const { rows: [row] } = await client.query<Omit<Batch, 'status'> & { status: string }>(`
    select b.id, b.msg_id as "msgId", b.status, b.aantal, b.totaal_cent as "totaalCent", b.opgesteld_op as "opgesteldOp", b.document_id as "documentId",
           b.vrijgegeven_op as "vrijgegevenOp", (select max(g.goedgekeurd_op) from batch_goedkeuring g where g.batch_id = b.id) as "goedgekeurdOp"
      from betaalbatch b where b.id = $1 for update of b`, [batchId])
  return row === undefined ? undefined : { ...row, status: toBatchStatus(row.status) }
}

export type BatchRegel = {
  readonly endToEndId: string; readonly bedragCent: number; readonly iban: string; readonly tenaamstelling: string
  /** Where it is in the ledger; null for money without a claim, which is not in it. */
  readonly waarvan: { readonly compartimentId: string; readonly aanvraagId: string; readonly opleiderId: string } | null
  /** Null when it is what we owe back. */
  readonly factuurnummer: string | null
  /** Set when it is interest on the invoice. */
  readonly renteId: string | null
  readonly terugbetalingId: string | null
  readonly terugstortingId: string | null
}

type RegelRij = Omit<BatchRegel, 'waarvan'> & { compartimentId: string | null; aanvraagId: string | null; opleiderId: string | null }

/** The payments of a batch that leave, with what each is for, in the order of the file; not the ones that were kept out of it. */
export async function listBatchRegels(client: PoolClient, batchId: string): Promise<readonly BatchRegel[]> {
  const { rows } = await client.query<RegelRij>(`
    select b.end_to_end_id as "endToEndId", b.bedrag_cent as "bedragCent", b.iban, b.tenaamstelling, f.factuurnummer, b.rente_id as "renteId", b.terugbetaling_id as "terugbetalingId", b.terugstorting_id as "terugstortingId",
           coalesce(v.compartiment_id, d.compartiment_id) as "compartimentId", coalesce(v.aanvraag_id, d.aanvraag_id) as "aanvraagId", coalesce(v.opleider_id, d.opleider_id) as "opleiderId"
      from betaling b
      left join factuur f on f.id = b.factuur_id left join verplichting v on v.id = f.verplichting_id
      left join vordering_terugbetaling t on t.id = b.terugbetaling_id left join vordering d on d.id = t.vordering_id
     where b.batch_id = $1 and b.status <> 'vervallen' order by b.end_to_end_id`, [batchId])
  return rows.map(({ compartimentId, aanvraagId, opleiderId, ...rij }) => ({ ...rij, waarvan: compartimentId === null || aanvraagId === null || opleiderId === null ? null : { compartimentId, aanvraagId, opleiderId } }))
}

/** Stores the file of a batch, for good. Gives its id. */
export async function saveBestand(client: PoolClient, { id, msgId, aantal, totaalCent }: Batch, inhoud: Buffer): Promise<string> {
  const { rows: [document] } = await client.query<{ id: string }>(`
    insert into document (soort, naam, mediatype, sha256, grootte, inhoud)
    values ('betaalbestand', $1, 'application/xml', encode(sha256($2), 'hex'), length($2), $2) returning id`, [`${msgId}.xml`, inhoud])
  if (document === undefined) throw new Error('the payment file was not stored')
  await client.query(`update betaalbatch set status = 'aangemaakt', document_id = $2 where id = $1`, [id, document.id])
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, gegevens)
    values ('batch', $1, 'maak-bestand', 'goedgekeurd', 'aangemaakt', 'systeem', $2)`, [id, JSON.stringify({ msgId, aantal, totaalCent })])
  return document.id
}

/** The file stands where the bank takes it: invoices and orders are paid, and every aanvraag says so in its log. */
export async function saveVrijgave(client: PoolClient, { id, msgId }: Batch, uitvoeringsdag: PlainDate): Promise<void> {
  await client.query('update betaalbatch set vrijgegeven_op = nu(), uitvoeringsdag = $2 where id = $1', [id, uitvoeringsdag])
  await client.query(`update factuur f set status = 'betaald' from betaling b where b.batch_id = $1 and b.status <> 'vervallen' and b.rente_id is null and f.id = b.factuur_id`, [id])
  await client.query(`update rente r set status = 'betaald' from betaling b where b.batch_id = $1 and b.status <> 'vervallen' and r.id = b.rente_id`, [id])
  // An order is paid when all of it was invoiced and every invoice of it is paid.
  await client.query(`update verplichting v set status = 'betaald' from betaling b join factuur f on f.id = b.factuur_id where b.batch_id = $1 and b.status <> 'vervallen' and b.rente_id is null and v.id = f.verplichting_id
    and v.status = 'gefactureerd' and not exists (select from factuur x where x.verplichting_id = v.id and x.status in ('gematcht', 'in-batch', 'teruggekomen'))`, [id])
  // Interest is between UWV and the opleider: the burger sees only that the scholing was paid.
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, zichtbaar, gegevens)
    select 'aanvraag', v.aanvraag_id::text, case when b.rente_id is null then 'betaal' else 'betaal-rente' end, 'systeem', b.rente_id is null,
           jsonb_build_object('bedragCent', b.bedrag_cent, 'endToEndId', b.end_to_end_id, 'msgId', $2::text)
      from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id where b.batch_id = $1 and b.status <> 'vervallen' order by b.end_to_end_id`, [id, msgId])
  await client.query(`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens) values ('batch', $1, 'geef-vrij', 'systeem', $2)`, [id, JSON.stringify({ msgId })])
}
