import 'server-only'
import { execute, select, type Db } from '@/lib/vordering/repo/rij'
import type { PlainDate } from '@/lib/base/date'

type NieuweTerugbetaling = {
  readonly vorderingId: string; readonly soort: 'ingetrokken' | 'te-veel-betaald'
  readonly hoofdsomCent: number; readonly kostenCent: number; readonly renteCent: number; readonly teveelCent: number
  /** The line of the statement with what was too much. */
  readonly bron: string | null
}

export async function insertTerugbetaling(db: Db, t: NieuweTerugbetaling): Promise<string> {
  const [rij] = await select<{ id: string }>(db, `
    insert into vordering_terugbetaling (vordering_id, soort, hoofdsom_cent, kosten_cent, rente_cent, teveel_cent, bron)
    values ($1::uuid, $2, $3::int, $4::int, $5::int, $6::int, $7) returning id::text`,
  [t.vorderingId, t.soort, t.hoofdsomCent, t.kostenCent, t.renteCent, t.teveelCent, t.bron])
  if (rij === undefined) throw new Error('nothing was inserted')
  return rij.id
}

type OpenTerugbetaling = { readonly id: string; readonly hoofdsom: number; readonly kosten: number; readonly rente: number; readonly teveel: number }

/** What we still owe back on a claim, oldest first, locked. */
export function lockOpenTerugbetalingen(db: Db, vorderingId: string): Promise<OpenTerugbetaling[]> {
  return select<OpenTerugbetaling>(db, `
    select id::text, hoofdsom_cent as hoofdsom, kosten_cent as kosten, rente_cent as rente, teveel_cent as teveel
      from vordering_terugbetaling where vordering_id = $1::uuid and status = 'open' order by ontstaan_op, id for update`, [vorderingId])
}

/** How much of a claim that fell has gone back to vastgesteld already. */
export async function sumHersteld(db: Db, vorderingId: string): Promise<number> {
  const [rij] = await select<{ som: string }>(db, `
    select coalesce(sum(r.bedrag_cent), 0)::text as som from boekingsregel r join boeking b on b.id = r.boeking_id
     where r.rekening = 'vastgesteld' and b.soort = 'reken-voorschot-af' and (
       (b.oorzaak = 'vordering-mutatie' and b.oorzaak_id in (select id::text from vordering_mutatie where vordering_id = $1::uuid))
       or (b.oorzaak = 'terugbetaling' and b.oorzaak_id in (select id::text from vordering_terugbetaling where vordering_id = $1::uuid)))`, [vorderingId])
  return Number(rij?.som ?? 0)
}

export async function saveTerugbetaald(db: Db, id: string, herkomst: string, dag: PlainDate): Promise<void> {
  await execute(db, `update vordering_terugbetaling set status = 'betaald', herkomst = $2, betaald_op = $3::date where id = $1::uuid`, [id, herkomst, dag])
}
