-- A switch may be to a cheaper scholing: the order follows, and what is left goes back by the ledger. Never to a dearer one, and never
-- after an invoice came.
grant update (bedrag_cent) on verplichting to stap_app;
create or replace function bewaak_verlegging() returns trigger language plpgsql as $$
begin
    if new.opleider_id <> old.opleider_id and (old.status <> 'open' or new.status <> 'open' or new.ordernummer = old.ordernummer) then
        raise exception 'een opdracht gaat alleen zonder factuur en met een nieuw nummer naar een andere opleider' using errcode = '23514';
    end if;
    if new.bedrag_cent > old.bedrag_cent or (new.bedrag_cent < old.bedrag_cent and (old.status <> 'open' or new.status <> 'open')) then
        raise exception 'een opdracht wordt nooit hoger, en alleen lager zonder factuur' using errcode = '23514';
    end if;
    return new;
end $$;
drop trigger verplichting_verlegd on verplichting;
create trigger verplichting_verlegd before update of opleider_id, ordernummer, bedrag_cent on verplichting for each row execute function bewaak_verlegging();
