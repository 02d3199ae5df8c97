import 'server-only'
import { type PoolClient } from '@/lib/platform/db'
import type { PastNietRegel } from '@/lib/regeling/model'
import { VRIJ } from '@/lib/wachtkamer/repo/velden'
import type { Rest } from '@/lib/wachtkamer/rules/uitputting'

export type Peiling = {
  readonly toegelatenTot: number
  readonly uitgegeven: number
  readonly pastNietRegel: PastNietRegel
  readonly onbeslistCent: number
  readonly ingediend: number
  readonly gemiddeldCent: number
  readonly verlatenWachtend: number
}

/** What the reach of a wachtkamer follows from. Counts aanvragen in their own table, see listBeurten. */
export async function readPeiling(client: PoolClient, tijdvakId: string): Promise<Peiling | undefined> {
  const { rows } = await client.query<Peiling>(
    `select k.toegelaten_tot as "toegelatenTot", k.volgende_nummer - 1 as uitgegeven, t.past_niet_regel as "pastNietRegel",
            (select coalesce(sum(a.bedrag_cent), 0)::bigint from aanvraag a where a.tijdvak_id = t.id and a.status = 'ingediend') as "onbeslistCent",
            (select count(*)::integer from indiening i where i.tijdvak_id = t.id and not i.is_formeel) as ingediend,
            (select coalesce(avg(bedrag_cent), 0)::float8 from (select bedrag_cent from indiening i where i.tijdvak_id = t.id and not i.is_formeel order by volgnummer desc limit 500) laatste) as "gemiddeldCent",
            (select count(*)::integer from wachtplaats w
             left join gelote_plaats g on g.tijdvak_id = w.tijdvak_id and g.ronde = k.ronde and g.nummer = w.nummer
             where w.tijdvak_id = t.id and w.verlaten_op is not null and coalesce(g.plaats, w.nummer) > k.toegelaten_tot) as "verlatenWachtend"
     from wachtkamer k join tijdvak t on t.id = k.tijdvak_id where t.id = $1`,
    [tijdvakId],
  )
  return rows[0]
}

/**
 * The compartimenten that are open to who applies online, with the smallest amount that a prepared aanvraag can still ask of each.
 * What is kept for the werkplein keeps nobody waiting. `metTerugval` counts
 * the aanvragen that may use it after their own one too; that costs more, and matters only when nobody can be paid from the own one.
 */
export async function listRest(client: PoolClient, tijdvakId: string, { metTerugval }: { metTerugval: boolean }): Promise<readonly Rest[]> {
  const { rows } = await client.query<Rest>(
    `select ${VRIJ} as "vrijCent", c.gesloten, c.geweigerd_vanaf_cent as "geweigerdVanafCent",
            (select min(gevraagd.bedrag_cent) from compartiment k cross join lateral (
               select a.bedrag_cent from aanvraag a
               where a.tijdvak_id = c.tijdvak_id and a.compartiment_id = k.id and a.status = 'gereed' and a.kanaal = 'online'
                 and (k.id = c.id or c.id = any (a.terugval_ids))
               order by a.bedrag_cent limit 1
             ) gevraagd where k.tijdvak_id = c.tijdvak_id and (k.id = c.id or $2)) as "kleinsteCent"
     from compartiment c where c.tijdvak_id = $1 and c.kanaal is distinct from 'werkplein'`,
    [tijdvakId, metTerugval],
  )
  return rows
}

/** Writes down what was seen, when it is something else than before. */
export async function savePeiling(client: PoolClient, tijdvakId: string, { isUitgeput, reiktTot, verlatenWachtend }: { isUitgeput: boolean; reiktTot: number | null; verlatenWachtend: number }): Promise<void> {
  await client.query(
    `update wachtkamer set uitgeput_op = case when $2 then coalesce(uitgeput_op, nu()) end, reikt_tot = $3, verlaten_wachtend = $4
     where tijdvak_id = $1 and ((uitgeput_op is not null) <> $2 or reikt_tot is distinct from $3 or verlaten_wachtend <> $4)`,
    [tijdvakId, isUitgeput, reiktTot, verlatenWachtend],
  )
}
