-- A start date can be called off by hand, by the API or by an import, which has no person behind it.
alter table wijziging
    alter column door_id drop not null,
    add constraint wijziging_door check (door_id is not null or soorten = array['annulering']);
create index wijziging_zonder_brief on wijziging (aanvraag_id) where brief_id is null;

-- Whoever calls it off, the people on it hear of it.
create function meld_afzegging() returns trigger language plpgsql as $$
begin
    insert into outbox (job, payload)
    select 'leg-annulering-voor', jsonb_build_object('activiteitId', n.id)
      from nieuw n join oud o on o.id = n.id
     where n.status = 'geannuleerd' and o.status <> 'geannuleerd'
       and exists (select from aanvraag a where a.scholingsactiviteit_id = n.id and a.status not in ('ingetrokken', 'afgewezen', 'niet-toegewezen', 'vastgesteld'));
    return null;
end $$;
create trigger scholingsactiviteit_afgezegd after update on scholingsactiviteit
    referencing old table as oud new table as nieuw for each statement execute function meld_afzegging();
