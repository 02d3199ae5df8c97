-- A credit note that comes while the bank has the payment of its invoice waits for the answer of the bank; before there is a file the
-- payment is taken out of its batch (docs/adr/0032).

alter table factuur
    drop constraint factuur_status,
    drop constraint factuur_creditnota,
    add constraint factuur_status check (status in ('gematcht', 'afgekeurd', 'in-batch', 'betaald', 'teruggekomen', 'gecrediteerd', 'vervangen', 'verwerkt', 'wacht-op-bank')),
    add constraint factuur_creditnota check (status = 'afgekeurd' or (soort = 'creditnota') = (status in ('verwerkt', 'wacht-op-bank')));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('factuur', 'wacht-op-bank', 'verwerkt', 'verwerk-creditnota', '{systeem}'),
    ('factuur', 'wacht-op-bank', 'afgekeurd', 'wijs-creditnota-af', '{systeem}');
update status_overgang set rollen = '{opleider,systeem,financieel}' where handeling = 'houd-buiten-bestand';

-- A credit note takes back exactly what it says, of the invoice of its own order; and those that wait, with what was taken back, are
-- never more than that invoice.
create or replace function bewaak_creditnota() returns trigger language plpgsql as $$
declare factuur_id uuid := case when new.soort = 'creditnota' then new.verwijst_naar else new.id end;
begin
    if exists (
        select from factuur f
        where f.id = factuur_id
          and f.gecrediteerd_cent + f.teruggevorderd_cent <> (select coalesce(sum(c.bedrag_cent), 0) from factuur c
              where c.verwijst_naar = f.id and c.soort = 'creditnota' and c.status = 'verwerkt' and c.verplichting_id = f.verplichting_id)
    ) then
        raise exception 'de creditnota''s van factuur % zijn samen niet wat er is teruggenomen', factuur_id using errcode = '23514';
    end if;
    if exists (
        select from factuur f
        where f.id = factuur_id
          and f.bedrag_cent < (select coalesce(sum(c.bedrag_cent), 0) from factuur c
              where c.verwijst_naar = f.id and c.soort = 'creditnota' and c.status in ('verwerkt', 'wacht-op-bank'))
    ) then
        raise exception 'de creditnota''s van factuur % zijn samen hoger dan die factuur', factuur_id using errcode = '23514';
    end if;
    return null;
end $$;
drop trigger factuur_creditnota_telt on factuur;
create constraint trigger factuur_creditnota_telt after insert on factuur deferrable initially deferred
    for each row when (new.soort = 'creditnota' and new.status in ('verwerkt', 'wacht-op-bank')) execute function bewaak_creditnota();
create constraint trigger factuur_creditnota_verwerkt after update of status on factuur deferrable initially deferred
    for each row when (new.soort = 'creditnota' and new.status is distinct from old.status) execute function bewaak_creditnota();
