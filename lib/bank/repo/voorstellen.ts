import 'server-only'
import { toVraagSoort, type VraagSoort } from '@/lib/bank/model'
import type { PoolClient } from '@/lib/platform/db'

/** A question with the movement it is about, locked. */
export type VraagRij = {
  readonly id: string; readonly berichtId: string; readonly soort: VraagSoort; readonly isOpen: boolean
  readonly mutatie: {
    readonly mutatieId: string; readonly bedragCent: number; readonly batchId: string | null; readonly herkomst: string; readonly dag: string
    readonly omschrijving: string | null; readonly endToEndId: string | null; readonly referentie: string | null; readonly tegenrekening: string | null; readonly tegenpartij: string | null
  } | null
}

type Ruw = Omit<VraagRij, 'soort' | 'mutatie'> & { soort: string; bedragCent: number | null } & Omit<NonNullable<VraagRij['mutatie']>, 'bedragCent'>

/** Undefined when there is no such question. */
export async function lockVraagMetMutatie(client: PoolClient, id: string): Promise<VraagRij | undefined> {
  await client.query('select 1 from bankvraag where id = $1 for update', [id])
  const { rows: [rij] } = await client.query<Ruw>(`
    select v.id, v.bericht_id as "berichtId", v.soort, v.toestand = 'open' as "isOpen", m.id::text as "mutatieId", m.bedrag_cent as "bedragCent", m.batch_id as "batchId", m.boekdatum::text as dag,
           a.rekening || '/' || a.kenmerk || coalesce('@' || a.datum, '') || '/' || (select count(*) from bankmutatie e where e.afschrift_id = m.afschrift_id and e.id <= m.id) as herkomst,
           m.omschrijving, m.end_to_end_id as "endToEndId", m.referentie, m.tegenrekening, m.tegenpartij
      from bankvraag v left join bankmutatie m on m.id = v.mutatie_id left join bankafschrift a on a.id = m.afschrift_id where v.id = $1`, [id])
  if (rij === undefined) return undefined
  const { berichtId, soort, isOpen, bedragCent, ...mutatie } = rij
  return { id, berichtId, soort: toVraagSoort(soort), isOpen, mutatie: bedragCent === null ? null : { ...mutatie, bedragCent } }
}

export type VoorstelRij = { readonly id: string; readonly besluit: string; readonly gegevens: unknown; readonly bedragCent: number; readonly toelichting: string; readonly voorgesteldDoor: string }

/** What somebody proposed on a question and nobody decided on yet. */
export async function findVoorstel(client: PoolClient, vraagId: string): Promise<VoorstelRij | undefined> {
  const { rows: [rij] } = await client.query<VoorstelRij>(`
    select id, besluit, gegevens, bedrag_cent as "bedragCent", toelichting, voorgesteld_door as "voorgesteldDoor" from bankvoorstel where vraag_id = $1 and status = 'voorgesteld' for update`, [vraagId])
  return rij
}

/** The kind of act that is proposed on a question, without waiting for anybody. */
export async function peekVoorstel(client: PoolClient, vraagId: string): Promise<string | undefined> {
  const { rows: [rij] } = await client.query<{ besluit: string }>(`select besluit from bankvoorstel where vraag_id = $1 and status = 'voorgesteld'`, [vraagId])
  return rij?.besluit
}

type NieuwVoorstel = { vraagId: string; besluit: string; gegevens: unknown; bedragCent: number; toelichting: string; doorId: string; isUitgevoerd: boolean }

/** An act on a question: carried out by who made it, or proposed to another. */
export async function insertVoorstel(client: PoolClient, { vraagId, besluit, gegevens, bedragCent, toelichting, doorId, isUitgevoerd }: NieuwVoorstel): Promise<void> {
  await client.query(`
    insert into bankvoorstel (vraag_id, besluit, gegevens, bedrag_cent, toelichting, status, voorgesteld_door, besloten_door, besloten_op)
    values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::uuid is not null then nu() end)`,
  [vraagId, besluit, JSON.stringify(gegevens), bedragCent, toelichting, isUitgevoerd ? 'uitgevoerd' : 'voorgesteld', doorId, isUitgevoerd ? doorId : null])
}

export async function saveVoorstelbesluit(client: PoolClient, id: string, status: 'uitgevoerd' | 'afgewezen', doorId: string): Promise<void> {
  await client.query('update bankvoorstel set status = $2, besloten_door = $3, besloten_op = nu() where id = $1', [id, status, doorId])
}

/** Closes the question with what was done with the money. */
export async function closeMetGevolg(client: PoolClient, id: string, { doorId, toelichting, gevolg }: { doorId: string; toelichting: string; gevolg: 'geboekt' | 'terug' | 'teruggestort' | 'bevestigd' }): Promise<void> {
  await client.query(`update bankvraag set toestand = 'afgehandeld', toelichting = $2, gevolg = $3, afgehandeld_door = $4, afgehandeld_op = nu() where id = $1`, [id, toelichting, gevolg, doorId])
}

type Regel = { soort: string; van: string; naar: string; doorId: string; reden: string; gegevens: unknown }

/** The line in the log of what a person did with a question. */
export async function logVraag(client: PoolClient, vraagId: string, { soort, van, naar, doorId, reden, gegevens }: Regel): Promise<void> {
  await client.query(`
    insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, reden, gegevens) values ('bankvraag', $1, $2, $3, $4, $5, 'financieel', $6, $7)`,
  [vraagId, soort, van, naar, doorId, reden, JSON.stringify(gegevens)])
}
