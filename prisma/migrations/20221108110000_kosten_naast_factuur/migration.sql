-- A fee that the opleider charged a burger who stopped, and its invoices, are together never more than was granted (docs/adr/0036): an invoice
-- that was there before the fee waits until it is credited for the difference. As in 20221104000000_schorsing, with the last one added.
create or replace view betaalbeletsel as
    select f.id as factuur_id, 'aanvraag-niet-verleend' as reden
      from factuur f join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id where a.status not in ('verleend', 'betwist', 'vastgesteld')
    union all
    select f.id, 'opgeschort' from factuur f join verplichting v on v.id = f.verplichting_id where exists (select from opgeschorte_aanvraag w where w.aanvraag_id = v.aanvraag_id)
    union all
    select f.id, 'gaat-niet-door' from factuur f join verplichting v on v.id = f.verplichting_id
     where exists (select from wijziging w where w.aanvraag_id = v.aanvraag_id and w.soorten = array['annulering'] and w.status <> 'gewisseld')
    union all
    select f.id, 'rekening-klopt-niet' from factuur f
     where not exists (select from naamcontrole n where n.opleider_id = f.opleider_id and n.iban = f.iban and n.antwoord in ('match', 'aanvaard'))
    union all
    select k.factuur_id, 'tegengehouden' from betaalblokkade k where k.opgeheven_op is null
    union all
    select c.verwijst_naar, 'creditnota-wacht' from factuur c where c.status = 'wacht-op-bank' and c.verwijst_naar is not null
    union all
    select f.id, 'kosten-gerekend'
      from factuur f join verplichting v on v.id = f.verplichting_id join annuleringskosten k on k.aanvraag_id = v.aanvraag_id join besluit b on b.aanvraag_id = v.aanvraag_id and b.soort = 'verlening'
     where k.bedrag_cent + (select coalesce(sum(factuur_netto(x)), 0) from factuur x where x.verplichting_id = v.id) > b.bedrag_cent;
