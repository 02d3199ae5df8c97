import { COMPARTIMENT, sql, type Invariant } from './frame'

// What the ledger says per compartiment, whatever the columns of the compartiment say.
const LEDGER = `
  select compartiment_id,
         coalesce(sum(bedrag_cent) filter (where rekening = 'plafond'), 0) as plafond,
         coalesce(sum(bedrag_cent) filter (where rekening = 'vrij'), 0) as vrij,
         coalesce(sum(bedrag_cent) filter (where rekening = 'gereserveerd'), 0) as gereserveerd,
         coalesce(sum(bedrag_cent) filter (where rekening in ('verplicht', 'crediteuren')), 0) as verplicht,
         coalesce(sum(bedrag_cent) filter (where rekening in ('betaald', 'vastgesteld', 'debiteuren', 'oninbaar')), 0) as betaald
  from boekingsregel group by compartiment_id`

/**
 * I1: reserved + committed + paid − released ≤ ceiling, plus an explicitly decided overspend.
 * Proves it three times: by the columns that pages and allocator read, by the sum of the ledger (with which those columns must
 * agree), and by replaying the ledger in order: at no boeking was more taken from a rekening than was in it (of those that are not the
 * other side of something; what passes from one year to the next is in neither). A boeking that
 * takes budget locks its compartiment before it gets its number, so the order of the numbers is one in which it can be replayed. Of
 * boekingen after each other with one cause, written in one statement, the last counts for what is free: a payment that came back takes the
 * place of what was received on its claim and went to others since, and gives as much back.
 */
export const i1: Invariant = {
  id: 'I1',
  titel: 'er is nooit meer budget gereserveerd, verplicht en betaald dan het plafond, en de stand is die van het grootboek',
  omvang: `select 'compartimenten: ' || (select count(*) from compartiment) || ', boekingen: ' || (select count(*) from boeking)`,
  checks: {
    'boven-plafond': sql(`select format('compartiment %s: %s cent uitgegeven bij een plafond van %s cent', ${COMPARTIMENT},
            c.gereserveerd_cent + c.verplicht_cent + c.betaald_cent, c.plafond_cent + c.overschrijding_cent)
     from compartiment c where c.gereserveerd_cent + c.verplicht_cent + c.betaald_cent > c.plafond_cent + c.overschrijding_cent`),
    'stand-wijkt-af': sql(`select format('compartiment %s: de stand (gereserveerd %s, verplicht %s, betaald %s cent) is niet die van het grootboek (%s, %s, %s cent)', ${COMPARTIMENT},
            c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent, coalesce(l.gereserveerd, 0), coalesce(l.verplicht, 0), coalesce(l.betaald, 0))
     from compartiment c left join (${LEDGER}) l on l.compartiment_id = c.id
     where (c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent)
        is distinct from (coalesce(l.gereserveerd, 0), coalesce(l.verplicht, 0), coalesce(l.betaald, 0))`),
    'plafond-wijkt-af': sql(`select format('compartiment %s: het plafond met overschrijding is %s cent, het grootboek kreeg %s cent', ${COMPARTIMENT},
            c.plafond_cent + c.overschrijding_cent, -coalesce(l.plafond, 0))
     from compartiment c left join (${LEDGER}) l on l.compartiment_id = c.id
     where c.plafond_cent + c.overschrijding_cent <> -coalesce(l.plafond, 0)`),
    'ooit-onder-nul': sql(`select format('compartiment %s: na boeking %s staat er %s cent op %s', ${COMPARTIMENT}, s.boeking_id, s.saldo, s.rekening)
     from (
       select r.compartiment_id, r.rekening, r.boeking_id, sum(sum(r.bedrag_cent)) over w as saldo,
              r.rekening = 'vrij' and (min(b.oorzaak), min(b.oorzaak_id)) = (lead(min(b.oorzaak)) over w, lead(min(b.oorzaak_id)) over w) as gaat_door
       from boekingsregel r join boeking b on b.id = r.boeking_id
       where r.rekening not in ('plafond', 'overloop', 'rentelast', 'rentebaat') and b.soort not in ('sluit-jaar', 'open-jaar') group by r.compartiment_id, r.rekening, r.boeking_id
       window w as (partition by r.compartiment_id, r.rekening order by r.boeking_id)
     ) s join compartiment c on c.id = s.compartiment_id
     where s.saldo < 0 and s.gaat_door is not true`),
  },
}
