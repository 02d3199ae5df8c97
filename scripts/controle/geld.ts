import { sqlControle, type Controle } from './controle'

/** I1, I5 and I6: the ceiling, the ledger and the payments. */
export const GELD: readonly Controle[] = [
  sqlControle('I1', 'geen compartiment boven zijn plafond', `
    select format('compartiment %s van tijdvak %s: %s cent vastgelegd, plafond %s cent', c.code, t.code,
             c.gereserveerd_cent + c.verplicht_cent + c.betaald_cent, c.plafond_cent + c.overschrijding_cent) as wat
      from compartiment c join tijdvak t on t.id = c.tijdvak_id
     where c.gereserveerd_cent + c.verplicht_cent + c.betaald_cent > c.plafond_cent + c.overschrijding_cent`),
  sqlControle('I1', 'geen rekening van een compartiment onder nul', `
    select format('compartiment %s van tijdvak %s: gereserveerd %s, verplicht %s, betaald %s cent', c.code, t.code, c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent) as wat
      from compartiment c join tijdvak t on t.id = c.tijdvak_id
     where least(c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent) < 0`),
  sqlControle('I5', 'elke boeking telt op tot nul', `
    select format('boeking %s (%s): %s regels, som %s cent', b.id, b.soort, count(r.id), coalesce(sum(r.bedrag_cent), 0)) as wat
      from boeking b left join boekingsregel r on r.boeking_id = b.id
     group by b.id having count(r.id) < 2 or coalesce(sum(r.bedrag_cent), 0) <> 0`),
  sqlControle('I5', 'de stand van elk compartiment volgt uit het grootboek', `
    select format('compartiment %s van tijdvak %s: stand (%s, %s, %s), grootboek (%s, %s, %s)', c.code, t.code,
             c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent, j.gereserveerd, j.verplicht, j.betaald) as wat
      from compartiment c join tijdvak t on t.id = c.tijdvak_id
      cross join lateral (
        select coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'gereserveerd'), 0) as gereserveerd,
               coalesce(sum(r.bedrag_cent) filter (where r.rekening in ('verplicht', 'crediteuren')), 0) as verplicht,
               coalesce(sum(r.bedrag_cent) filter (where r.rekening = 'betaald'), 0) as betaald
          from boekingsregel r where r.compartiment_id = c.id) j
     where (c.gereserveerd_cent, c.verplicht_cent, c.betaald_cent) is distinct from (j.gereserveerd, j.verplicht, j.betaald)`),
  sqlControle('I6', 'geen factuur is twee keer betaald', `
    select format('factuur %s staat in %s betalingen', factuur_id, count(*)) as wat from betaling group by factuur_id having count(*) > 1`),
  sqlControle('I6', 'elke betaalbatch die vertrok is door twee mensen goedgekeurd en klopt met haar betalingen', `
    select format('batch %s: %s goedkeuringen, %s betalingen voor %s cent, batch zegt %s voor %s cent', b.msg_id, g.aantal, p.aantal, p.totaal, b.aantal, b.totaal_cent) as wat
      from betaalbatch b
      cross join lateral (select count(distinct medewerker_id) as aantal from batch_goedkeuring where batch_id = b.id) g
      cross join lateral (select count(*) as aantal, coalesce(sum(bedrag_cent), 0) as totaal from betaling where batch_id = b.id) p
     where b.status = 'aangemaakt' and (g.aantal < 2 or p.aantal <> b.aantal or p.totaal <> b.totaal_cent)`),
]
