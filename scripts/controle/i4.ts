import { sql, type Invariant } from './frame'

const TOEGESTAAN = (dag: string) => `coalesce((
  select (p.waarde #>> '{}')::integer from parameter p
  where p.naam = 'verleningen-per-jaar' and daterange(p.geldig_van, p.geldig_tot) @> ${dag}), 0)`

/**
 * I4: at most as many grants per citizen and calendar year as the regeling allows, whatever the number of tabs, channels or
 * submits at once. Proven on the decisions of the allocator and, apart from those, on the status of the aanvragen. That one
 * person is one burger follows from the unique lookup value of the BSN.
 */
export const i4: Invariant = {
  id: 'I4',
  titel: 'niemand heeft in een kalenderjaar meer verleningen dan de regeling toestaat',
  omvang: `select 'burgers met budget: ' || count(distinct burger_id) from toewijzing where uitkomst = 'gereserveerd' and vrijgevallen_op is null`,
  checks: {
    'te-veel-toewijzingen': sql(`select format('burger %s: %s toewijzingen in %s, toegestaan %s', burger_id, count(*), kalenderjaar, max(toegestaan))
     from (
       select w.burger_id, w.kalenderjaar, ${TOEGESTAAN(`(w.besloten_op at time zone 'Europe/Amsterdam')::date`)} as toegestaan
       from toewijzing w where w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null
     ) w group by burger_id, kalenderjaar having count(*) > max(toegestaan)`),
    'te-veel-aanvragen': sql(`select format('burger %s: aanvragen %s hebben budget in %s, toegestaan %s', burger_id, string_agg(kenmerk, ', ' order by kenmerk), kalenderjaar, max(toegestaan))
     from (
       select a.burger_id, a.kalenderjaar, a.kenmerk, ${TOEGESTAAN(`(a.ingediend_op at time zone 'Europe/Amsterdam')::date`)} as toegestaan
       from aanvraag a where a.status in ('gereserveerd', 'in-behandeling', 'aangehouden', 'verleend', 'betwist', 'vastgesteld')
     ) a group by burger_id, kalenderjaar having count(*) > max(toegestaan)`),
    'andere-burger': sql(`select format('aanvraag %s: de toewijzing telt voor een andere burger of een ander kalenderjaar', a.kenmerk)
     from toewijzing w join aanvraag a on a.id = w.aanvraag_id
     where (w.burger_id, w.kalenderjaar) is distinct from (a.burger_id, a.kalenderjaar)`),
  },
}
