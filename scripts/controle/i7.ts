import type { ClientBase } from 'pg'
import { findZegelbreuk } from '@/lib/platform/zegel'
import { sql, toUitkomst, type Invariant, type Uitkomst } from './frame'

// nu() in a select of its own is asked once, and not for every row.
const IN_TABLES = {
  'stap-niet-toegestaan': sql(`select format('aanvraag %s: gebeurtenis %s (%s, van %s naar %s, door %s) is geen toegestane stap na %s', coalesce(a.kenmerk, k.onderwerp_id), k.id, k.soort,
          coalesce(k.van_status, 'niets'), k.naar_status, k.door_rol, coalesce(k.vorige, 'niets'))
   from (
     select g.*, lag(g.naar_status) over (partition by g.onderwerp_id order by g.id) as vorige
     from gebeurtenis g where g.onderwerp = 'aanvraag' and g.naar_status is not null
   ) k left join aanvraag a on a.id::text = k.onderwerp_id
   where k.van_status is distinct from k.vorige
      or (k.vorige is null and k.naar_status <> 'concept')
      or (k.vorige is not null and not exists (
            select from status_overgang o
            where o.onderwerp = 'aanvraag' and o.van = k.van_status and o.naar = k.naar_status and o.handeling = k.soort and k.door_rol = any (o.rollen)))`),
  'status-wijkt-af': sql(`select format('aanvraag %s: heeft status %s, het logboek zegt %s', a.kenmerk, a.status, coalesce(g.naar_status, 'niets'))
   from aanvraag a left join (
     select distinct on (onderwerp_id) onderwerp_id, naar_status from gebeurtenis
     where onderwerp = 'aanvraag' and naar_status is not null order by onderwerp_id, id desc
   ) g on g.onderwerp_id = a.id::text
   where a.status is distinct from g.naar_status`),
  'niet-verzegeld': sql(`select format('gebeurtenis %s (%s): is na een minuut nog niet verzegeld', g.id, g.soort)
   from gebeurtenis g
   where g.op not between (select nu()) - interval '60 seconds' and (select nu()) + interval '60 seconds'
     and not exists (select from gebeurtenis_zegel z where z.gebeurtenis_id = g.id)`),
}

async function judgeKeten(client: ClientBase): Promise<Uitkomst> {
  const breuk = await findZegelbreuk(client)
  return toUitkomst(breuk === undefined ? [] : [`zegel ${breuk.volgnummer}: gebeurtenis ${breuk.gebeurtenisId ?? 'onbekend'} is ${breuk.reden}`])
}

/**
 * I7: every change of status is an allowed move, by an allowed role, in an append-only log whose entries are chained by hash.
 * Recomputes the chain from the first entry to the last, and walks the statuses of each aanvraag from concept to where it is now.
 */
export const i7: Invariant = {
  id: 'I7',
  titel: 'het logboek is een ongebroken keten, en elke status volgt door toegestane stappen uit concept',
  omvang: `select 'gebeurtenissen: ' || (select count(*) from gebeurtenis) || ', zegels: ' || (select count(*) from gebeurtenis_zegel)`,
  checks: { 'keten-gebroken': judgeKeten, ...IN_TABLES },
}
