import 'server-only'
import { pool } from '@/lib/platform/db'

/** A state of an activity with who wrote it, when it began and what it came from; `inhoud` has the names of the columns. */
export type ActiviteitVersieRij = { id: string; versie: number; inhoud: Record<string, unknown>; doorId: string | null; bron: string; importId: string | null; van: Date }

// The row as it is, and every state that a change replaced. The first state began when the activity was registered.
const ALLE = `
  select s.id, s.versie, inhoud_van(s) as inhoud, s.door_id, s.bron, s.import_id, s.updated_at as van, null::timestamptz as tot from scholingsactiviteit s
  union all
  select v.scholingsactiviteit_id, v.versie, v.inhoud, v.door_id, v.bron, v.import_id, v.geldig_van, v.vervangen_op from scholingsactiviteit_versie v`
const ALS = 'a.id, a.versie, a.inhoud, a.door_id as "doorId", a.bron, a.import_id as "importId", a.van'

/** Every state of one activity, the last first. */
export async function listActiviteitStanden(id: string): Promise<ActiviteitVersieRij[]> {
  return (await pool.query<ActiviteitVersieRij>(`select ${ALS} from (${ALLE}) a where a.id = $1 order by a.versie desc`, [id])).rows
}

/** The activities of an opleiding as they stood at a moment, in order of start. */
export async function listActiviteitenOp(opleidingId: string, moment: Date): Promise<ActiviteitVersieRij[]> {
  return (await pool.query<ActiviteitVersieRij>(`
    select distinct on (a.id) ${ALS} from (${ALLE}) a
    where a.id in (select id from scholingsactiviteit where opleiding_id = $1) and a.van <= $2 and (a.tot is null or a.tot > $2)
    order by a.id, a.versie desc`, [opleidingId, moment])).rows
}

/** The versions of an opleiding with the name of who wrote each, the last first. */
export async function listOpleidingVersies(id: string) {
  return (await pool.query<{ versie: number; inhoud: unknown; bron: string; importId: string | null; bestandsnaam: string | null; doorId: string | null; doorNaam: string | null; vastgelegdOp: Date }>(`
    select v.versie, v.inhoud, v.bron, v.import_id as "importId", i.bestandsnaam, v.door_id as "doorId", coalesce(g.medewerker_naam, d.naam) as "doorNaam", v.vastgelegd_op as "vastgelegdOp"
    from opleiding_versie v left join import i on i.id = v.import_id left join gebruiker g on g.id = v.door_id left join opleider d on d.id = g.opleider_id
    where v.opleiding_id = $1 order by v.versie desc`, [id])).rows
}
