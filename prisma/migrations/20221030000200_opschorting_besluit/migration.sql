-- A suspension that rests on a besluit to remove is over when that besluit is lifted: nobody has to end it as well.
create or replace view opgeschorte_aanvraag as
    select a.id as aanvraag_id, o.id as opschorting_id, o.grond, o.ingangsdatum, o.tot_en_met
      from opschorting o
      join aanvraag a on a.opleider_id = o.opleider_id and (o.opleiding_id is null or o.opleiding_id = a.opleiding_id) and (o.aanvraag_id is null or o.aanvraag_id = a.id)
     where o.beeindigd_op is null
       and (o.maatregel_id is null or exists (select from maatregel m where m.id = o.maatregel_id and m.opgeheven_op is null))
       and (nu() at time zone 'Europe/Amsterdam')::date between o.ingangsdatum and coalesce(o.tot_en_met, 'infinity'::date)
       and not exists (select from besluit b where b.aanvraag_id = a.id and b.soort in ('intrekking', 'vaststelling') and b.genomen_op > o.opgelegd_op
                          and (b.genomen_op at time zone 'Europe/Amsterdam')::date < (nu() at time zone 'Europe/Amsterdam')::date);
