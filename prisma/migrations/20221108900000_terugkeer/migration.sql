-- An aanvraag that was withdrawn comes back by a herroeping of that intrekking only, whoever writes in the log that it may (docs/adr/0035).
create function bewaak_terugkeer() returns trigger language plpgsql as $$
begin
    if not exists (
        select from besluit i join herroeping h on h.bestreden_besluit_id = i.id and h.status = 'besloten'
        where i.aanvraag_id = new.id and i.soort = 'intrekking'
          and i.genomen_op = (select max(b.genomen_op) from besluit b where b.aanvraag_id = new.id and b.soort = 'intrekking')
    ) then
        raise exception 'aanvraag % is ingetrokken en dat is niet herroepen', new.id using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger aanvraag_terugkeer after update of status on aanvraag
    deferrable initially deferred for each row when (old.status = 'ingetrokken' and new.status <> 'ingetrokken') execute function bewaak_terugkeer();
