import 'server-only'
import type { PlainDate } from '@/lib/base/date'
import { select, type Db } from '@/lib/vordering/repo/rij'

/**
 * The claims that something is due for today, a handful at a time, found in one statement: to remind, to warn, to put to a person, to end; and who caught up
 * after a warning, because a next time begins with a message again.
 * The rules decide again for each of them under its lock; this only keeps the round from reading what has nothing to do.
 */
export async function listTeDoen(db: Db, dag: PlainDate, { herinnerVanaf, herstelVoor, hoogstens }: { herinnerVanaf: PlainDate; herstelVoor: PlainDate; hoogstens: number }): Promise<string[]> {
  const rijen = await select<{ id: string }>(db, `
    select v.id::text
      from vordering v
      left join vordering_regeling r on r.vordering_id = v.id and r.status in ('aangevraagd', 'toegewezen')
      left join lateral (
        select least(r.open_bij_begin_cent, r.termijn_cent * (select count(*) from generate_series(0, r.aantal - 1) as n where r.eerste_op + n * interval '1 month' < $1::date))
             > (select -coalesce(sum(m.hoofdsom_cent + m.kosten_cent), 0) from vordering_mutatie m where m.vordering_id = v.id and m.soort = 'ontvangst' and m.op >= r.besloten_op) as achter
      ) a on r.status = 'toegewezen'
     where v.status in ('open', 'deels-voldaan') and (
       v.open_cent + v.open_kosten_cent = 0
       or v.verjaart_op < $1::date
       or (r.id is null and coalesce(v.uitstel_tot, '-infinity') < $1::date and (
            (v.aangemaand_op is null and (v.vervalt_op < $1::date or (v.herinnerd_op is null and v.vervalt_op < $2::date)))
            or v.aangemaand_op <= v.rente_vastgesteld_op
            or (v.aanmaning_vervalt_op < $1::date and v.overdracht is null)))
       or (r.status = 'toegewezen' and case when a.achter then r.gewaarschuwd_op is null or r.gewaarschuwd_op < $3::date else r.gewaarschuwd_op is not null end))
     order by v.vervalt_op, v.id limit $4::int`, [dag, herinnerVanaf, herstelVoor, hoogstens])
  return rijen.map(({ id }) => id)
}

type RegelingRij = {
  readonly id: string; readonly status: string; readonly termijn: number; readonly aantal: number; readonly eerste: string; readonly besloten: string | null; readonly beslotenDag: string | null
  readonly open: number | null; readonly gewaarschuwd: string | null; readonly geeindigd: string | null; readonly betaald: number
}

/** The arrangements of a claim with what was received since each was agreed, newest first. */
export function listRegelingen(db: Db, vorderingId: string): Promise<RegelingRij[]> {
  return select<RegelingRij>(db, `
    select r.id::text, r.status, r.termijn_cent as termijn, r.aantal, r.eerste_op::text as eerste, r.besloten_op::text as besloten,
           (r.besloten_op at time zone 'Europe/Amsterdam')::date::text as "beslotenDag", r.open_bij_begin_cent as open,
           r.gewaarschuwd_op::text as gewaarschuwd, r.geeindigd_op::text as geeindigd,
           (select -coalesce(sum(m.hoofdsom_cent + m.kosten_cent), 0) from vordering_mutatie m
             where m.vordering_id = r.vordering_id and m.soort = 'ontvangst' and m.op >= r.besloten_op)::int as betaald
      from vordering_regeling r where r.vordering_id = $1::uuid order by r.gevraagd_op desc`, [vorderingId])
}
