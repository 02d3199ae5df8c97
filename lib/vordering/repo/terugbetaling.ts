import 'server-only'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import { decrypt } from '@/lib/platform/encryption'
import { execute, select, type Db } from '@/lib/vordering/repo/rij'
import type { PlainDate } from '@/lib/base/date'
import type { OpenBedrag, TerugbetalingStatus } from '@/lib/vordering/model'

type NieuweTerugbetaling = {
  readonly vorderingId: string; readonly soort: 'ingetrokken' | 'te-veel-betaald'
  readonly hoofdsomCent: number; readonly kostenCent: number; readonly renteCent: number; readonly teveelCent: number
  /** The line of the statement with what was too much. */
  readonly bron: string | null
  /** The letter of the act that it follows from tells of it; else a letter of its own is to be sent. */
  readonly isGemeld: boolean
}

export async function insertTerugbetaling(db: Db, t: NieuweTerugbetaling): Promise<string> {
  const [rij] = await select<{ id: string }>(db, `
    insert into vordering_terugbetaling (vordering_id, soort, hoofdsom_cent, kosten_cent, rente_cent, teveel_cent, bron, gemeld_op)
    values ($1::uuid, $2, $3::int, $4::int, $5::int, $6::int, $7, case when $8::boolean then nu() end) returning id::text`,
  [t.vorderingId, t.soort, t.hoofdsomCent, t.kostenCent, t.renteCent, t.teveelCent, t.bron, t.isGemeld])
  if (rij === undefined) throw new Error('nothing was inserted')
  return rij.id
}

/** What we owe back, in parts: subsidie (less what was set off), what was received of fee and interest, our own interest, and what was too much. */
export type Terugbetaling = {
  readonly id: string; readonly vorderingId: string; readonly status: TerugbetalingStatus
  readonly hoofdsom: number; readonly kosten: number; readonly rente: number; readonly teveel: number; readonly isGemeld: boolean
}

const KOLOMMEN = `id::text, vordering_id::text as "vorderingId", status, hoofdsom_cent - verrekend_cent as hoofdsom, kosten_cent as kosten, rente_cent as rente, teveel_cent as teveel, gemeld_op is not null as "isGemeld"`

/** What is still to be paid of it, in cents. */
export const bedragVan = ({ hoofdsom, kosten, rente, teveel }: Pick<Terugbetaling, 'hoofdsom' | 'kosten' | 'rente' | 'teveel'>): number => hoofdsom + kosten + rente + teveel

/** What we still owe back on a claim, oldest first, locked. */
export function lockOpenTerugbetalingen(db: Db, vorderingId: string): Promise<Terugbetaling[]> {
  return select<Terugbetaling>(db, `select ${KOLOMMEN} from vordering_terugbetaling where vordering_id = $1::uuid and status = 'open' order by ontstaan_op, id for update`, [vorderingId])
}

/** One of them, locked; undefined when there is none with this id. */
export async function lockTerugbetaling(db: Db, id: string): Promise<Terugbetaling | undefined> {
  return (await select<Terugbetaling>(db, `select ${KOLOMMEN} from vordering_terugbetaling where id = $1::uuid for update`, [id]))[0]
}

/** How many payments of a claim are not over: open, under way, or sent back. */
export async function countLopend(db: Db, vorderingId: string): Promise<{ open: number; inBatch: number }> {
  const [rij] = await select<{ open: number; batch: number }>(db, `
    select count(*) filter (where status in ('open', 'teruggekomen'))::int as open, count(*) filter (where status = 'in-batch')::int as batch
      from vordering_terugbetaling where vordering_id = $1::uuid`, [vorderingId])
  return { open: rij?.open ?? 0, inBatch: rij?.batch ?? 0 }
}

/** How much of a claim that fell has gone back to vastgesteld already. */
export async function sumHersteld(db: Db, vorderingId: string): Promise<number> {
  const [rij] = await select<{ som: string }>(db, `
    select coalesce(sum(r.bedrag_cent), 0)::text as som from boekingsregel r join boeking b on b.id = r.boeking_id
     where r.aanvraag_id = (select aanvraag_id from vordering where id = $1::uuid) and r.rekening = 'vastgesteld' and b.soort in ('reken-voorschot-af', 'boek-afgerekend-terug') and (
       (b.oorzaak = 'vordering-mutatie' and b.oorzaak_id in (select id::text from vordering_mutatie where vordering_id = $1::uuid))
       or (b.oorzaak = 'betaling' and b.oorzaak_id in (select p.id::text from betaling p join vordering_terugbetaling t on t.id = p.terugbetaling_id where t.vordering_id = $1::uuid))
       or (b.oorzaak = 'terugbetaling' and split_part(b.oorzaak_id, '/', 1) in (select id::text from vordering_terugbetaling where vordering_id = $1::uuid)))`, [vorderingId])
  return Number(rij?.som ?? 0)
}

export type TerugTeBetalen = { readonly id: string; readonly vorderingId: string; readonly kenmerk: string; readonly bedragCent: number; readonly iban: Iban; readonly naam: string }

/**
 * What can be paid back now, oldest first, locked: to an opleider on the account in use when its name was checked, to a burger on the
 * account that the burger confirmed and that was accepted. What another transaction holds is left for a next time.
 */
export async function lockTerugTeBetalen(db: Db, limit: number): Promise<TerugTeBetalen[]> {
  const rijen = await select<Omit<TerugTeBetalen, 'iban'> & { iban: string; isVersleuteld: boolean }>(db, `
    select t.id::text, v.id::text as "vorderingId", v.kenmerk, t.hoofdsom_cent - t.verrekend_cent + t.kosten_cent + t.rente_cent + t.teveel_cent as "bedragCent",
           coalesce(r.iban, o.iban) as iban, coalesce(r.tenaamstelling, o.iban_tenaamstelling, o.naam) as naam, r.id is not null as "isVersleuteld"
      from vordering_terugbetaling t
      join vordering v on v.id = t.vordering_id
      left join vordering_rekening r on r.vordering_id = v.id and r.status = 'akkoord' and v.schuldenaar_burger_id is not null
      left join opleider o on o.id = v.schuldenaar_opleider_id and o.iban is not null
           and exists (select from naamcontrole n where n.opleider_id = o.id and n.iban = o.iban and n.antwoord in ('match', 'aanvaard'))
     where t.status = 'open' and (r.id is not null or o.id is not null)
     order by t.ontstaan_op, t.id limit $1::int for update of t skip locked`, [limit])
  return rijen.map(({ isVersleuteld, iban, naam, ...rij }) => ({ ...rij, iban: toIban(isVersleuteld ? decrypt(iban) : iban), naam: isVersleuteld ? decrypt(naam) : naam }))
}

function toIban(tekst: string): Iban {
  const iban = parseIban(tekst)
  if (iban === undefined) throw new Error('an account to pay back on is no IBAN')
  return iban
}

export async function saveTerugbetalingStatus(db: Db, id: string, status: Exclude<TerugbetalingStatus, 'betaald'>): Promise<void> {
  await execute(db, 'update vordering_terugbetaling set status = $2, betaald_op = null, herkomst = null where id = $1::uuid', [id, status])
}

/** Paid: in a batch, or by hand as the line of a statement (`herkomst`) shows. */
export async function saveTerugbetaald(db: Db, id: string, dag: PlainDate, herkomst: string | null): Promise<void> {
  await execute(db, `update vordering_terugbetaling set status = 'betaald', herkomst = $2, betaald_op = $3::date where id = $1::uuid`, [id, herkomst, dag])
}

/** Set off against another claim, whole or in part. */
export async function saveVerrekend(db: Db, id: string, bedragCent: number): Promise<void> {
  await execute(db, `
    update vordering_terugbetaling set verrekend_cent = verrekend_cent + $2::int,
           status = case when verrekend_cent + $2::int = hoofdsom_cent + kosten_cent + rente_cent + teveel_cent then 'verrekend' else status end where id = $1::uuid`, [id, bedragCent])
}

/** Whether who gets it was told by letter; set back to nothing when there is something new to tell. */
export async function saveGemeld(db: Db, id: string, isGemeld: boolean): Promise<void> {
  await execute(db, 'update vordering_terugbetaling set gemeld_op = case when $2::boolean then nu() end where id = $1::uuid', [id, isGemeld])
}

/** What of a claim that became less was given back before, or is to be, whatever the ledger calls it. */
export async function sumTeruggegeven(db: Db, vorderingId: string): Promise<OpenBedrag> {
  const [rij] = await select<{ hoofdsom: number; kosten: number }>(db, `
    select coalesce(sum(hoofdsom_cent + teveel_cent), 0)::int as hoofdsom, coalesce(sum(kosten_cent), 0)::int as kosten
      from vordering_terugbetaling where vordering_id = $1::uuid and soort = 'ingetrokken'`, [vorderingId])
  return { hoofdsom: cent(rij?.hoofdsom ?? 0), kosten: cent(rij?.kosten ?? 0) }
}
