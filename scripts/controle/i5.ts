import { COMPARTIMENT, sql, type Invariant } from './frame'

// What the ledger holds for each aanvraag; what the bank sent back is owed again, and so no longer spent. Spent is what was paid as a
// voorschot, wherever it went since: settled, claimed back, written off.
const SALDI = `
  select aanvraag_id,
         coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as gereserveerd,
         coalesce(sum(bedrag_cent) filter (where rekening = 'verplicht'), 0) as verplicht,
         coalesce(sum(bedrag_cent) filter (where rekening = 'crediteuren'), 0) as crediteuren,
         coalesce(sum(bedrag_cent) filter (where rekening in ('betaald', 'vastgesteld', 'debiteuren', 'oninbaar')), 0) as uitgegeven,
         coalesce(sum(bedrag_cent) filter (where rekening = 'debiteuren'), 0) as debiteuren,
         coalesce(sum(bedrag_cent) filter (where rekening = 'rente-debiteuren'), 0) as rente
  from boekingsregel where aanvraag_id is not null group by aanvraag_id`

// What must be there, from the status of the aanvraag, its reservation, its order and its claims. Of an order that is invoiced a part
// may be paid already: then only the sum is asked, and I6 asks the rest; of one that lapsed what was paid stays. The reservation of an
// aanvraag that was withdrawn may wait for the job that gives it back.
const VERWACHT = `
  select a.id, a.kenmerk, a.status,
         case when v.id is null and w.id is not null and (a.status in ('aangeboden', 'gereserveerd', 'in-behandeling', 'aangehouden', 'verleend')
                or (a.status = 'ingetrokken' and exists (select from outbox o where o.verwerkt_op is null
                      and o.job = 'laat-reservering-vrij' and o.payload ->> 'aanvraagId' = a.id::text)))
              then w.bedrag_cent else 0 end as gereserveerd,
         case v.status when 'open' then v.bedrag_cent when 'deels-gefactureerd' then v.bedrag_cent - coalesce(f.netto, 0) else 0 end as verplicht,
         case v.status when 'betaald' then 0 when 'gefactureerd' then v.bedrag_cent when 'deels-gefactureerd' then coalesce(f.netto, 0) else 0 end + coalesce(t.terug, 0) as crediteuren,
         case v.status when 'betaald' then v.bedrag_cent when 'vervallen' then coalesce(p.betaald, 0) else 0 end - coalesce(d.ontvangen, 0) + coalesce(t.teruggegeven, 0) as uitgegeven,
         v.status in ('gefactureerd', 'deels-gefactureerd') as deels_betaald,
         coalesce(d.open, 0) as debiteuren, coalesce(d.kosten, 0) as rente
  from aanvraag a
  left join (select aanvraag_id as id, bedrag_cent from toewijzing where uitkomst = 'gereserveerd' and vrijgevallen_op is null) w on w.id = a.id
  left join verplichting v on v.aanvraag_id = a.id
  left join (select verplichting_id, sum(factuur_netto(f)) as netto from factuur f where verplichting_id is not null group by 1) f on f.verplichting_id = v.id
  left join (select f.verplichting_id, sum(b.bedrag_cent) as betaald from betaling b join factuur f on f.id = b.factuur_id
    where b.rente_id is null and b.status in ('onderweg', 'uitgevoerd') group by 1) p on p.verplichting_id = v.id
  left join (select x.aanvraag_id, sum(x.open_cent) as open, sum(x.open_kosten_cent) as kosten,
      sum((select -sum(m.hoofdsom_cent) from vordering_mutatie m where m.vordering_id = x.id and m.soort in ('ontvangst', 'verrekening'))) as ontvangen
    from vordering x group by 1) d on d.aanvraag_id = a.id
  left join (select x.aanvraag_id, sum(t.hoofdsom_cent - t.verrekend_cent) filter (where t.status in ('open', 'in-batch', 'teruggekomen')) as terug,
      sum(case t.status when 'betaald' then t.hoofdsom_cent else t.verrekend_cent end + case t.soort when 'ingetrokken' then t.teveel_cent else 0 end) as teruggegeven
    from vordering_terugbetaling t join vordering x on x.id = t.vordering_id group by 1) t on t.aanvraag_id = a.id`

/**
 * I5: money is whole cents, every movement is a double entry, each journal sums to zero, and balances can be recomputed.
 * Recomputes per aanvraag where its money is (reserved, committed, invoiced, spent, owed back) and compares that with its status and
 * documents; what passes between years arrives, and a closed year holds nothing that somebody has a claim on.
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
    'geld-op-de-verkeerde-plaats': sql(`select format('aanvraag %s (%s): het grootboek heeft %s gereserveerd, %s verplicht, %s bij crediteuren en %s uitgegeven; verwacht %s, %s, %s en %s cent',
            v.kenmerk, v.status, coalesce(s.gereserveerd, 0), coalesce(s.verplicht, 0), coalesce(s.crediteuren, 0), coalesce(s.uitgegeven, 0),
            v.gereserveerd, v.verplicht, v.crediteuren, v.uitgegeven)
     from (${VERWACHT}) v left join (${SALDI}) s on s.aanvraag_id = v.id
     where (v.gereserveerd, v.verplicht, v.crediteuren + v.uitgegeven) is distinct from (coalesce(s.gereserveerd, 0), coalesce(s.verplicht, 0), coalesce(s.crediteuren, 0) + coalesce(s.uitgegeven, 0))
        or v.uitgegeven is distinct from coalesce(s.uitgegeven, 0) and v.deels_betaald is not true`),
    'vordering-wijkt-af': sql(`select format('aanvraag %s: op vorderingen staat %s cent open en %s cent rente en kosten, het grootboek heeft %s en %s cent', v.kenmerk, v.debiteuren, v.rente, coalesce(s.debiteuren, 0), coalesce(s.rente, 0))
     from (${VERWACHT}) v left join (${SALDI}) s on s.aanvraag_id = v.id
     where (v.debiteuren, v.rente) is distinct from (coalesce(s.debiteuren, 0), coalesce(s.rente, 0))`),
    'overloop-niet-nul': sql(`select format('compartiment %s: %s cent ging een jaar uit en kwam niet in het volgende', ${COMPARTIMENT}, s.cent)
     from (select compartiment_id, sum(bedrag_cent) as cent from boekingsregel where rekening = 'overloop' group by 1 having sum(bedrag_cent) <> 0) s join compartiment c on c.id = s.compartiment_id`),
    'geboekt-na-sluiting': sql(`select format('boeking %s (%s): is van boekjaar %s, dat al gesloten was', b.id, b.soort, b.boekjaar)
     from boeking b join boekjaar j on j.jaar = b.boekjaar where b.geboekt_op > j.gesloten_op + interval '1 second'`),
    'gesloten-jaar-niet-leeg': sql(`select format('boekjaar %s: na de sluiting staat %s cent op %s', j.jaar, sum(r.bedrag_cent), r.rekening)
     from boekjaar j join boeking b on b.boekjaar = j.jaar join boekingsregel r on r.boeking_id = b.id
     where j.gesloten_op is not null and r.rekening = any ('{vrij,gereserveerd,verplicht,crediteuren,betaald,debiteuren,rente-crediteuren,rente-debiteuren}')
     group by j.jaar, r.rekening having sum(r.bedrag_cent) <> 0`),
    'boven-jaarplafond': sql(`select format('jaar %s: de tijdvakken hebben samen %s cent, het jaarplafond is %s cent', p.jaar, v.cent, p.cent)
     from (select jaar, sum(bedrag_cent) as cent from jaarplafond group by 1 having count(*) filter (where soort = 'besluit') > 0) p
     join (select extract(year from t.opent_op at time zone 'Europe/Amsterdam')::integer as jaar, sum(c.plafond_cent) as cent from tijdvak t join compartiment c on c.tijdvak_id = t.id group by 1) v on v.jaar = p.jaar
     where v.cent > p.cent`),
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
    'opdracht-wijkt-af': sql(`select format('opdracht %s: is %s cent, de verlening is %s cent, daarvan verviel %s cent en kwam %s cent terug', v.ordernummer, v.bedrag_cent, b.bedrag_cent, coalesce(l.cent, 0), coalesce(l.terug, 0))
     from verplichting v left join besluit b on b.aanvraag_id = v.aanvraag_id and b.soort = 'verlening'
     left join (select r.aanvraag_id, -sum(r.bedrag_cent) filter (where k.soort = 'laat-verplichting-vervallen') as cent, sum(r.bedrag_cent) filter (where k.soort = 'herstel-verplichting') as terug
       from boeking k join boekingsregel r on r.boeking_id = k.id and r.rekening = 'verplicht'
       where k.soort in ('laat-verplichting-vervallen', 'herstel-verplichting') group by 1) l on l.aanvraag_id = v.aanvraag_id
     where v.status <> 'vervallen' and v.bedrag_cent is distinct from b.bedrag_cent - coalesce(l.cent, 0) + coalesce(l.terug, 0)`),
    'aanvraag-onder-nul': sql(`select format('aanvraag %s: er staat %s cent op %s', coalesce(a.kenmerk, s.aanvraag_id::text), s.cent, s.rekening)
     from (select aanvraag_id, rekening, sum(bedrag_cent) as cent from boekingsregel
       where aanvraag_id is not null and rekening not in ('vrij', 'rentelast', 'rentebaat') group by 1, 2 having sum(bedrag_cent) < 0) s left join aanvraag a on a.id = s.aanvraag_id`),
  },
}
