-- A burger who chooses a cheaper opleiding while the first is aangehouden keeps the place in the order of arrival with a smaller
-- reservation. It can only become less: more would pass others by.
create function bewaak_reservering() returns trigger language plpgsql as $$
begin
    if new.bedrag_cent > old.bedrag_cent then
        raise exception 'reservering % kan niet hoger worden', new.volgnummer using errcode = '23514';
    end if;
    return new;
end $$;
create trigger toewijzing_alleen_lager before update of bedrag_cent on toewijzing for each row execute function bewaak_reservering();
grant update (bedrag_cent) on toewijzing to stap_app;
