import 'server-only'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { addDays, type PlainDate } from '@/lib/base/date'
import { parseKenmerk } from '@/lib/base/kenmerk'
import { fromDbDate, toDbDate, type PoolClient, type Tx } from '@/lib/platform/db'
import type { WijzigingStatus } from '@/lib/wijziging/model'
import { toStatus } from '@/lib/wijziging/repo'

const AFGEZEGD: { soorten: { equals: string[] } } = { soorten: { equals: ['annulering'] } }

/**
 * Notes whom to remind of the choice after a call-off, with a job for each: whose term ends within so many days, once, and only who was
 * asked. Gives how many. Two rounds at once do not take the same rows.
 */
export async function insertKeuzeherinneringen(client: PoolClient, { vandaag, dagen, hoogstens }: { vandaag: PlainDate; dagen: number; hoogstens: number }): Promise<number> {
  const { rowCount } = await client.query(`with te_doen as (
      select w.id from wijziging w
       where w.status = 'voorgelegd' and w.soorten = array['annulering'] and w.wissel_uiterlijk_op between $1::date and $2::date and w.herinnerd_op is null and w.brief_id is not null
         and exists (select from aanvraag a where a.id = w.aanvraag_id and a.status = 'verleend')
       order by w.wissel_uiterlijk_op limit $3 for no key update of w skip locked
    ), gedaan as (
      update wijziging w set herinnerd_op = $1::date from te_doen where w.id = te_doen.id returning w.id
    )
    insert into outbox (job, payload) select 'herinner-keuze', jsonb_build_object('wijzigingId', id) from gedaan`, [vandaag, addDays(vandaag, dagen), hoogstens])
  return rowCount ?? 0
}

/** A call-off of which the reminder is still to be sent, with its aanvraag, both locked; undefined when there is nothing to remind of any more. */
export async function lockTeHerinneren(tx: Tx, id: string): Promise<{ aanvraagId: string; wisselUiterlijkOp: PlainDate } | undefined> {
  await tx.$executeRaw`select 1 from aanvraag where id = (select aanvraag_id from wijziging where id = ${id}::uuid) for no key update`
  const rij = await tx.wijziging.findFirst({
    where: { id, ...AFGEZEGD, status: 'voorgelegd', herinnerdOp: { not: null }, herinneringBriefId: null, aanvraag: { status: 'verleend' } }, select: { aanvraagId: true, wisselUiterlijkOp: true },
  })
  return rij === null ? undefined : { aanvraagId: rij.aanvraagId, wisselUiterlijkOp: fromDbDate(rij.wisselUiterlijkOp) }
}

export async function saveHerinneringBrief(tx: Tx, id: string, herinneringBriefId: string): Promise<void> {
  await tx.wijziging.update({ where: { id }, data: { herinneringBriefId }, select: { id: true } })
}

export type Keuze = { id: string; aanvraagId: string; status: WijzigingStatus; wisselUiterlijkOp: PlainDate; heeftVoornemen: boolean }

/** The last call-off of a granted aanvraag, locked with it; undefined when there is none. */
export async function lockKeuze(tx: Tx, kenmerk: string): Promise<Keuze | undefined> {
  const eigen = parseKenmerk(AANVRAAG_PREFIX, kenmerk)
  if (eigen === undefined) return undefined
  await tx.$executeRaw`select 1 from aanvraag where kenmerk = ${eigen} for no key update`
  const rij = await tx.wijziging.findFirst({
    where: { ...AFGEZEGD, aanvraag: { kenmerk: eigen, status: 'verleend' } }, orderBy: { gemeldOp: 'desc' },
    select: { id: true, aanvraagId: true, status: true, wisselUiterlijkOp: true, aanvraag: { select: { voornemens: { where: { status: 'open', besluitSoort: { not: 'uitsluiting' } }, select: { id: true } } } } },
  })
  if (rij === null) return undefined
  const { aanvraag: { voornemens }, status, wisselUiterlijkOp, ...rest } = rij
  return { ...rest, status: toStatus(status), wisselUiterlijkOp: fromDbDate(wisselUiterlijkOp), heeftVoornemen: voornemens.length > 0 }
}

/** More time to choose: the burger is reminded anew. */
export async function saveKeuzetermijn(tx: Tx, id: string, tot: PlainDate): Promise<void> {
  await tx.wijziging.update({ where: { id }, data: { wisselUiterlijkOp: toDbDate(tot), herinnerdOp: null, herinneringBriefId: null }, select: { id: true } })
}
