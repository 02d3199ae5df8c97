-- Paying: what two people approved is exactly what leaves, once.

-- The moment at which the file stands where the bank takes it; the ledger says "betaald" from then on.
alter table betaalbatch
    add column vrijgegeven_op timestamptz(3),
    add constraint betaalbatch_vrijgegeven check (vrijgegeven_op is null or status = 'aangemaakt'),
    add constraint betaalbatch_inhoud check (aantal > 0 and totaal_cent > 0);

-- The moves of a verplichting, a factuur and a batch: the same tables as lib/betaling/rules/status.ts, a test compares them.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('verplichting', 'open', 'gefactureerd', 'boek-factuur', '{opleider}'),
    ('verplichting', 'gefactureerd', 'betaald', 'geef-batch-vrij', '{systeem}'),
    ('verplichting', 'open', 'vervallen', 'laat-vervallen', '{systeem}'),
    ('verplichting', 'gefactureerd', 'vervallen', 'laat-vervallen', '{systeem}'),
    ('factuur', 'gematcht', 'in-batch', 'stel-batch-samen', '{systeem,financieel}'),
    ('factuur', 'in-batch', 'betaald', 'geef-batch-vrij', '{systeem}'),
    ('factuur', 'gematcht', 'afgekeurd', 'laat-vervallen', '{systeem}'),
    ('betaalbatch', 'opgesteld', 'goedgekeurd', 'keur-goed', '{financieel}'),
    ('betaalbatch', 'goedgekeurd', 'aangemaakt', 'maak-bestand', '{systeem}');
create trigger verplichting_overgang before update of status on verplichting for each row execute function bewaak_overgang('verplichting');
create trigger factuur_overgang before update of status on factuur for each row execute function bewaak_overgang('factuur');
create trigger betaalbatch_overgang before update of status on betaalbatch for each row execute function bewaak_overgang('betaalbatch');

-- A batch begins unapproved and without a file; nothing that was approved changes afterwards.
create function bewaak_nieuwe_batch() returns trigger language plpgsql as $$
begin
    if new.status <> 'opgesteld' or new.document_id is not null or new.vrijgegeven_op is not null then
        raise exception 'batch % begint als opgesteld', new.msg_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaalbatch_nieuw before insert on betaalbatch for each row execute function bewaak_nieuwe_batch();

create or replace function bewaak_batch() returns trigger language plpgsql as $$
begin
    if new.status in ('goedgekeurd', 'aangemaakt')
       and (select count(*) from batch_goedkeuring where batch_id = new.id) < 2 then
        raise exception 'batch % is niet door twee mensen goedgekeurd', new.msg_id using errcode = '23514';
    end if;
    if old.document_id is not null and new.document_id is distinct from old.document_id then
        raise exception 'het bestand van batch % ligt vast', new.msg_id using errcode = '23514';
    end if;
    if old.vrijgegeven_op is not null and new.vrijgegeven_op is distinct from old.vrijgegeven_op then
        raise exception 'batch % is al vrijgegeven', new.msg_id using errcode = '23514';
    end if;
    if (new.id, new.msg_id, new.aantal, new.totaal_cent, new.opgesteld_op) is distinct from (old.id, old.msg_id, old.aantal, old.totaal_cent, old.opgesteld_op) then
        raise exception 'de inhoud van batch % ligt vast', old.msg_id using errcode = '23514';
    end if;
    return new;
end $$;

-- What the batch says it holds is what it holds: a payment cannot be added after the approval.
create function bewaak_batch_inhoud() returns trigger language plpgsql as $$
declare batch uuid;
begin
    if tg_table_name = 'betaling' then batch := new.batch_id; else batch := new.id; end if;
    if not exists (
        select from betaalbatch b where b.id = batch
          and (b.aantal, b.totaal_cent) = (select count(*), coalesce(sum(p.bedrag_cent), 0) from betaling p where p.batch_id = b.id)
    ) then
        raise exception 'de betalingen van batch % tellen niet op tot wat er is goedgekeurd', batch using errcode = '23514';
    end if;
    return null;
end $$;

-- The amount and the account of a payment are those of the invoice that was matched.
create function bewaak_betaling() returns trigger language plpgsql as $$
begin
    if not exists (select from factuur f where f.id = new.factuur_id and f.bedrag_cent = new.bedrag_cent and f.iban = new.iban and f.status = 'in-batch') then
        raise exception 'betaling % is niet die van haar factuur', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaling_van_factuur before insert on betaling for each row execute function bewaak_betaling();

-- Two different people, who may do this, and only while there is something to approve. The key (batch, medewerker) keeps one from approving twice.
create function bewaak_goedkeuring() returns trigger language plpgsql as $$
begin
    if not exists (select from gebruiker g where g.id = new.medewerker_id and g.soort = 'medewerker' and 'financieel' = any (g.rollen) and g.uitgeschakeld_op is null) then
        raise exception 'alleen een financieel medewerker keurt een batch goed' using errcode = '23514';
    end if;
    if not exists (select from betaalbatch b where b.id = new.batch_id and b.status = 'opgesteld') then
        raise exception 'deze batch is niet meer goed te keuren' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger batch_goedkeuring_bevoegd before insert on batch_goedkeuring for each row execute function bewaak_goedkeuring();

create constraint trigger betaling_telt_mee after insert on betaling
    deferrable initially deferred for each row execute function bewaak_batch_inhoud();
create constraint trigger betaalbatch_telt_op after insert on betaalbatch
    deferrable initially deferred for each row execute function bewaak_batch_inhoud();

-- Of what was received and promised only the status moves on.
revoke update, delete on verplichting, factuur, betaalbatch, deelname from stap_app;
grant update (status) on verplichting to stap_app;
grant update (status, fouten) on factuur to stap_app;
grant update (status, document_id, vrijgegeven_op) on betaalbatch to stap_app;
grant update (reactie, reactie_toelichting, reactie_op) on deelname to stap_app;
