-- What a batch says it holds is what it holds, judged once for all payments that a statement adds. Per row it counted the whole
-- batch for every payment in it: with 35.000 that is more than a thousand million rows.
drop trigger betaling_telt_mee on betaling;
create or replace function bewaak_batch_inhoud() returns trigger language plpgsql as $$
begin
    if not exists (
        select from betaalbatch b where b.id = new.id
          and (b.aantal, b.totaal_cent) = (select count(*), coalesce(sum(p.bedrag_cent), 0) from betaling p where p.batch_id = b.id)
    ) then
        raise exception 'de betalingen van batch % tellen niet op tot wat er is goedgekeurd', new.id using errcode = '23514';
    end if;
    return null;
end $$;
create function bewaak_betalingen_van_batch() returns trigger language plpgsql as $$
declare fout uuid;
begin
    select b.id into fout from betaalbatch b
     where b.id in (select batch_id from nieuw)
       and (b.aantal, b.totaal_cent) <> (select count(*), coalesce(sum(p.bedrag_cent), 0) from betaling p where p.batch_id = b.id)
     limit 1;
    if found then
        raise exception 'de betalingen van batch % tellen niet op tot wat er is goedgekeurd', fout using errcode = '23514';
    end if;
    return null;
end $$;
create trigger betaling_telt_mee after insert on betaling
    referencing new table as nieuw for each statement execute function bewaak_betalingen_van_batch();
