import { sql, type Invariant } from './frame'

// What the ledger holds for each aanvraag; what the bank sent back is owed again, and so no longer paid.
const SALDI = `
  select aanvraag_id,
         coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as gereserveerd,
         coalesce(sum(bedrag_cent) filter (where rekening = 'verplicht'), 0) as verplicht,
         coalesce(sum(bedrag_cent) filter (where rekening = 'crediteuren'), 0) as crediteuren,
         coalesce(sum(bedrag_cent) filter (where rekening = 'betaald'), 0) as betaald
  from boekingsregel where aanvraag_id is not null group by aanvraag_id`

// What must be there, from the status of the aanvraag, its reservation and its order. The reservation of an aanvraag that was
// withdrawn may wait for the job that gives it back.
const VERWACHT = `
  select a.id, a.kenmerk, a.status,
         case when v.id is null and w.id is not null and (a.status in ('aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden', 'verleend')
                or (a.status = 'ingetrokken' and exists (select from outbox o where o.verwerkt_op is null
                      and o.job = 'laat-reservering-vrij' and o.payload ->> 'aanvraagId' = a.id::text)))
              then w.bedrag_cent else 0 end as gereserveerd,
         case when v.status = 'open' then v.bedrag_cent else 0 end as verplicht,
         case when v.status = 'gefactureerd' then v.bedrag_cent else 0 end as crediteuren,
         case when v.status = 'betaald' then v.bedrag_cent else 0 end as betaald
  from aanvraag a
  left join (select aanvraag_id as id, bedrag_cent from toewijzing where uitkomst = 'gereserveerd' and vrijgevallen_op is null) w on w.id = a.id
  left join verplichting v on v.aanvraag_id = a.id`

/**
 * I5: money is whole cents, every movement is a double entry, each journal sums to zero, and balances can be recomputed.
 * Recomputes per aanvraag where its money is (reserved, committed, invoiced or paid) and compares that with its status.
 */
export const i5: Invariant = {
  id: 'I5',
  titel: 'elke boeking is in evenwicht, en het geld van elke aanvraag staat waar haar status het zegt',
  omvang: `select 'boekingsregels: ' || count(*) from boekingsregel`,
  checks: {
    'boeking-uit-evenwicht': sql(`select format('boeking %s (%s): %s regels, samen %s cent', b.id, b.soort, count(r.id), coalesce(sum(r.bedrag_cent), 0))
     from boeking b left join boekingsregel r on r.boeking_id = b.id
     group by b.id, b.soort having coalesce(sum(r.bedrag_cent), 0) <> 0 or count(r.id) < 2`),
    'regel-zonder-boeking': sql(`select format('boekingsregel %s: hoort bij geen boeking', r.id)
     from boekingsregel r where not exists (select from boeking b where b.id = r.boeking_id)`),
    'geld-op-de-verkeerde-plaats': sql(`select format('aanvraag %s (%s): het grootboek heeft %s gereserveerd, %s verplicht, %s bij crediteuren en %s betaald; verwacht %s, %s, %s en %s cent',
            v.kenmerk, v.status, coalesce(s.gereserveerd, 0), coalesce(s.verplicht, 0), coalesce(s.crediteuren, 0), coalesce(s.betaald, 0),
            v.gereserveerd, v.verplicht, v.crediteuren, v.betaald)
     from (${VERWACHT}) v left join (${SALDI}) s on s.aanvraag_id = v.id
     where (v.gereserveerd, v.verplicht, v.crediteuren, v.betaald)
        is distinct from (coalesce(s.gereserveerd, 0), coalesce(s.verplicht, 0), coalesce(s.crediteuren, 0), coalesce(s.betaald, 0))`),
    'dubbel-vrijgegeven': sql(`select format('aanvraag %s: %s cent gereserveerd en %s cent vrijgegeven', a.kenmerk, s.gereserveerd, s.vrijgegeven)
     from (
       select r.aanvraag_id, coalesce(sum(r.bedrag_cent) filter (where b.soort = 'reserveer'), 0) as gereserveerd,
              coalesce(-sum(r.bedrag_cent) filter (where b.soort = 'geef-reservering-vrij'), 0) as vrijgegeven
       from boekingsregel r join boeking b on b.id = r.boeking_id
       where r.rekening = 'gereserveerd' and r.aanvraag_id is not null group by r.aanvraag_id
     ) s join aanvraag a on a.id = s.aanvraag_id where s.vrijgegeven > s.gereserveerd`),
    'geen-budget': sql(`select format('aanvraag %s (%s): er is budget nodig en niets gereserveerd', a.kenmerk, a.status)
     from aanvraag a
     where a.status in ('aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden', 'verleend')
       and not exists (select from toewijzing w where w.aanvraag_id = a.id and w.uitkomst = 'gereserveerd' and w.vrijgevallen_op is null)`),
    'opdracht-wijkt-af': sql(`select format('opdracht %s: is %s cent, de verlening is %s cent', v.ordernummer, v.bedrag_cent, b.bedrag_cent)
     from verplichting v left join besluit b on b.aanvraag_id = v.aanvraag_id and b.soort = 'verlening'
     where v.bedrag_cent is distinct from b.bedrag_cent
       and not (v.bedrag_cent < b.bedrag_cent and exists (select from wijziging w where w.aanvraag_id = v.aanvraag_id and w.status = 'gewisseld'))`),
  },
}
