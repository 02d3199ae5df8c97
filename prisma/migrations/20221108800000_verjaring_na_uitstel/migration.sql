-- An arrangement that ends early made the limitation longer by what there was of it, not by what was agreed (Awb 4:111 lid 1). Otherwise the day never
-- comes earlier. As in 20221106000000_invorderen.
create or replace function bewaak_vordering_vast() returns trigger language plpgsql as $$
begin
    if (old.kenmerk, old.aanvraag_id, old.compartiment_id, old.opleider_id, old.schuldenaar_opleider_id, old.schuldenaar_burger_id, old.grond, old.besluit_id, old.factuur_id,
        old.bedrag_cent, old.herzien_cent, old.brief_id, old.bezwaar_uiterlijk_op, old.ingesteld_op)
       is distinct from (new.kenmerk, new.aanvraag_id, new.compartiment_id, new.opleider_id, new.schuldenaar_opleider_id, new.schuldenaar_burger_id, new.grond, new.besluit_id, new.factuur_id,
        new.bedrag_cent, new.herzien_cent, new.brief_id, new.bezwaar_uiterlijk_op, new.ingesteld_op)
       or (new.verjaart_op < old.verjaart_op and not exists (select from vordering_regeling r where r.vordering_id = new.id and r.status = 'vervallen' and r.geeindigd_op = (nu() at time zone 'Europe/Amsterdam')::date))
       or new.vervalt_op < old.vervalt_op or (old.aangemaand_op is not null and (new.aangemaand_op is null or new.aangemaand_op < old.aangemaand_op)) then
        raise exception 'wat er is teruggevorderd ligt vast' using errcode = '23514';
    end if;
    return new;
end $$;
