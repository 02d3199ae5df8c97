import { sql, type Invariant } from './frame'

/**
 * I2: an aanvraag that was acknowledged is never lost and never doubled.
 * The receipt (table indiening), the log (gebeurtenis 'dien-in') and the aanvraag itself were written in one transaction and say
 * the same: as many receipts as submits, one of each, with the same number and the same moment.
 */
export const i2: Invariant = {
  id: 'I2',
  titel: 'elke aanvraag die is ingediend, heeft precies één ontvangst, en elke ontvangst haar aanvraag',
  omvang: `select 'ontvangsten: ' || count(*) from indiening`,
  checks: {
    'ontvangst-en-logboek': sql(`select format('aanvraag %s: %s keer ingediend volgens het logboek, %s ontvangsten', coalesce(a.kenmerk, aanvraag_id), coalesce(g.n, 0), coalesce(i.n, 0))
     from (select onderwerp_id as aanvraag_id, count(*) as n from gebeurtenis where onderwerp = 'aanvraag' and soort = 'dien-in' group by 1) g
     full join (select aanvraag_id::text as aanvraag_id, count(*) as n from indiening group by 1) i using (aanvraag_id)
     left join aanvraag a on a.id::text = aanvraag_id
     where (g.n, i.n) is distinct from (1::bigint, 1::bigint)`),
    'ontvangst-verloren': sql(`select format('aanvraag %s: heeft status %s en geen ontvangst', a.kenmerk, a.status)
     from aanvraag a
     where (a.ingediend_op is not null or a.status not in ('concept', 'gereed', 'ingetrokken'))
       and not exists (select from indiening i where i.aanvraag_id = a.id)
       and not exists (select from gebeurtenis g where g.onderwerp = 'aanvraag' and g.onderwerp_id = a.id::text and g.soort = 'dien-in')`),
    'ontvangst-zonder-aanvraag': sql(`select format('ontvangst %s: hoort bij geen aanvraag', i.volgnummer)
     from indiening i where not exists (select from aanvraag a where a.id = i.aanvraag_id)`),
    'ontvangst-van-een-ander': sql(`select format('aanvraag %s: ontvangst %s heeft een andere aanvrager, een ander tijdvak, andere compartimenten of een ander moment', a.kenmerk, i.volgnummer)
     from indiening i join aanvraag a on a.id = i.aanvraag_id
     where (a.burger_id, a.tijdvak_id, a.compartiment_id || a.terugval_ids) is distinct from (i.burger_id, i.tijdvak_id, i.compartiment_ids)
        or a.ingediend_op is distinct from i.ontvangen_op::timestamptz(3)`),
    'volgnummer-wijkt-af': sql(`select format('aanvraag %s: het logboek noemt volgnummer %s, de ontvangst %s', a.kenmerk, g.gegevens ->> 'volgnummer', i.volgnummer)
     from indiening i join aanvraag a on a.id = i.aanvraag_id
     join gebeurtenis g on g.onderwerp = 'aanvraag' and g.onderwerp_id = a.id::text and g.soort = 'dien-in'
     where g.gegevens ->> 'volgnummer' is distinct from i.volgnummer::text`),
  },
}
