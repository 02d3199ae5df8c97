-- Paying, with limits per person, to an account of which the name was checked, that only changes by its own procedure; and interest
-- when we are late (docs/adr/0033).

-- ── Who may approve what ──────────────────────────────────────────────────────────────────────────────────────
alter table batch_goedkeuring
    add column rol text not null default 'financieel',
    add constraint batch_goedkeuring_rol check (rol in ('financieel', 'teamleider-financieel'));
update status_overgang set rollen = '{financieel,teamleider-financieel}' where onderwerp = 'betaalbatch' and handeling = 'keur-goed';

-- Two different people with the role they approve in, neither of whom composed the batch.
create or replace function bewaak_goedkeuring() returns trigger language plpgsql as $$
begin
    if not exists (select from gebruiker g where g.id = new.medewerker_id and g.soort = 'medewerker' and new.rol = any (g.rollen) and g.uitgeschakeld_op is null) then
        raise exception 'alleen een financieel medewerker of teamleider financieel keurt een batch goed' using errcode = '23514';
    end if;
    if not exists (select from betaalbatch b where b.id = new.batch_id and b.status = 'opgesteld') then
        raise exception 'deze batch is niet meer goed te keuren' using errcode = '23514';
    end if;
    if exists (select from betaalbatch b where b.id = new.batch_id and b.opgesteld_door = new.medewerker_id) then
        raise exception 'wie een batch samenstelde, keurt haar niet goed' using errcode = '23514';
    end if;
    return new;
end $$;

-- The day on which the bank carries it out: interest for late payment ends on it.
alter table betaalbatch add column uitvoeringsdag date;
grant update (uitvoeringsdag) on betaalbatch to stap_app;

-- As in 20221003000000_betaling, and above the mandaat of a financieel medewerker (regeling, parameter betaalmandaat) one of the two is
-- the teamleider financieel. Without a parameter for that day nobody has a mandaat.
create or replace function bewaak_batch() returns trigger language plpgsql as $$
begin
    if new.status in ('goedgekeurd', 'aangemaakt')
       and (select count(*) from batch_goedkeuring where batch_id = new.id) < 2 then
        raise exception 'batch % is niet door twee mensen goedgekeurd', new.msg_id using errcode = '23514';
    end if;
    if old.status = 'opgesteld' and new.status <> 'opgesteld'
       and new.totaal_cent > coalesce((
           select (p.waarde ->> 'financieelTotCent')::bigint from parameter p
           where p.naam = 'betaalmandaat' and daterange(p.geldig_van, p.geldig_tot) @> (nu() at time zone 'Europe/Amsterdam')::date), 0)
       and not exists (select from batch_goedkeuring g where g.batch_id = new.id and g.rol = 'teamleider-financieel') then
        raise exception 'batch % is groter dan het mandaat van wie haar goedkeurde', new.msg_id using errcode = '23514';
    end if;
    if old.document_id is not null and new.document_id is distinct from old.document_id then
        raise exception 'het bestand van batch % ligt vast', new.msg_id using errcode = '23514';
    end if;
    if old.vrijgegeven_op is not null and (new.vrijgegeven_op, new.uitvoeringsdag) is distinct from (old.vrijgegeven_op, old.uitvoeringsdag) then
        raise exception 'batch % is al vrijgegeven', new.msg_id using errcode = '23514';
    end if;
    if (new.id, new.msg_id, new.aantal, new.totaal_cent, new.opgesteld_op, new.opgesteld_door)
       is distinct from (old.id, old.msg_id, old.aantal, old.totaal_cent, old.opgesteld_op, old.opgesteld_door) then
        raise exception 'de inhoud van batch % ligt vast', old.msg_id using errcode = '23514';
    end if;
    return new;
end $$;

-- ── Whose account it is ───────────────────────────────────────────────────────────────────────────────────────
-- Every answer of the bank on "does this account belong to this name", and every time a person took an account on without it.
CREATE TABLE "naamcontrole" (
    "id" BIGSERIAL NOT NULL,
    "opleider_id" UUID NOT NULL,
    "iban" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "antwoord" TEXT NOT NULL,
    "suggestie" TEXT,
    "door_id" UUID,
    "toelichting" TEXT,
    "gecontroleerd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "naamcontrole_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "naamcontrole_opleider_id_iban_idx" ON "naamcontrole"("opleider_id", "iban");
CREATE INDEX "naamcontrole_door_id_idx" ON "naamcontrole"("door_id");
ALTER TABLE "naamcontrole" ADD CONSTRAINT "naamcontrole_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "naamcontrole" ADD CONSTRAINT "naamcontrole_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table naamcontrole
    add constraint naamcontrole_antwoord check (antwoord in ('match', 'bijna', 'geen', 'onbekend', 'aanvaard')),
    add constraint naamcontrole_suggestie check (suggestie is null or antwoord = 'bijna'),
    add constraint naamcontrole_aanvaard check ((antwoord = 'aanvaard') = (door_id is not null and toelichting is not null));

-- ── Another account ───────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "rekeningwijziging" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "iban" TEXT NOT NULL,
    "tenaamstelling" TEXT NOT NULL,
    "vorige_iban" TEXT,
    "reden" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'aangevraagd',
    "aangevraagd_door" UUID NOT NULL,
    "aangevraagd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "bevestigd_door" UUID,
    "bevestigd_op" TIMESTAMPTZ(3),
    "gaat_in_op" DATE,
    "beoordeeld_door" UUID,
    "oordeel" TEXT,
    "afgerond_op" TIMESTAMPTZ(3),
    CONSTRAINT "rekeningwijziging_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rekeningwijziging_opleider_id_idx" ON "rekeningwijziging"("opleider_id");
CREATE INDEX "rekeningwijziging_aangevraagd_door_idx" ON "rekeningwijziging"("aangevraagd_door");
CREATE INDEX "rekeningwijziging_bevestigd_door_idx" ON "rekeningwijziging"("bevestigd_door");
CREATE INDEX "rekeningwijziging_beoordeeld_door_idx" ON "rekeningwijziging"("beoordeeld_door");
ALTER TABLE "rekeningwijziging" ADD CONSTRAINT "rekeningwijziging_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rekeningwijziging" ADD CONSTRAINT "rekeningwijziging_aangevraagd_door_fkey" FOREIGN KEY ("aangevraagd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rekeningwijziging" ADD CONSTRAINT "rekeningwijziging_bevestigd_door_fkey" FOREIGN KEY ("bevestigd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rekeningwijziging" ADD CONSTRAINT "rekeningwijziging_beoordeeld_door_fkey" FOREIGN KEY ("beoordeeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- One at a time: a second account cannot be slipped in beside the one that is being confirmed.
create unique index rekeningwijziging_een_open on rekeningwijziging (opleider_id) where status in ('aangevraagd', 'bevestigd', 'te-beoordelen');
create index rekeningwijziging_loopt on rekeningwijziging (gaat_in_op) where status = 'bevestigd';
alter table rekeningwijziging
    add constraint rekeningwijziging_status check (status in ('aangevraagd', 'bevestigd', 'te-beoordelen', 'actief', 'geblokkeerd', 'ingetrokken')),
    add constraint rekeningwijziging_andere check (vorige_iban is distinct from iban),
    add constraint rekeningwijziging_twee_mensen check (bevestigd_door <> aangevraagd_door),
    add constraint rekeningwijziging_bevestiging check ((bevestigd_door is null) = (bevestigd_op is null) and (bevestigd_door is null) = (gaat_in_op is null)),
    add constraint rekeningwijziging_na_bevestiging check (status not in ('bevestigd', 'te-beoordelen', 'actief') or bevestigd_door is not null),
    add constraint rekeningwijziging_oordeel check ((beoordeeld_door is null) = (oordeel is null) and (status <> 'geblokkeerd' or beoordeeld_door is not null)),
    add constraint rekeningwijziging_afgerond check ((status in ('actief', 'geblokkeerd', 'ingetrokken')) = (afgerond_op is not null));

insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('rekeningwijziging', 'aangevraagd', 'bevestigd', 'bevestig', '{opleider}'),
    ('rekeningwijziging', 'bevestigd', 'actief', 'neem-in-gebruik', '{systeem}'),
    ('rekeningwijziging', 'bevestigd', 'te-beoordelen', 'leg-voor', '{systeem}'),
    ('rekeningwijziging', 'te-beoordelen', 'actief', 'aanvaard', '{financieel}'),
    ('rekeningwijziging', 'aangevraagd', 'geblokkeerd', 'blokkeer', '{financieel}'),
    ('rekeningwijziging', 'bevestigd', 'geblokkeerd', 'blokkeer', '{financieel}'),
    ('rekeningwijziging', 'te-beoordelen', 'geblokkeerd', 'blokkeer', '{financieel}'),
    ('rekeningwijziging', 'aangevraagd', 'ingetrokken', 'trek-in', '{opleider}'),
    ('rekeningwijziging', 'bevestigd', 'ingetrokken', 'trek-in', '{opleider}');
create trigger rekeningwijziging_overgang before update of status on rekeningwijziging for each row execute function bewaak_overgang('rekeningwijziging');

-- It begins as asked by somebody of the opleider, from the account that is in use; what was asked never changes, and it comes into
-- use only after the waiting days and when the name matched or a person took it on.
create function bewaak_rekeningwijziging() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'aangevraagd' or new.bevestigd_door is not null or new.beoordeeld_door is not null then
            raise exception 'een ander rekeningnummer begint als aangevraagd' using errcode = '23514';
        end if;
        if new.vorige_iban is distinct from (select o.iban from opleider o where o.id = new.opleider_id) then
            raise exception 'het vorige rekeningnummer is niet dat van de opleider' using errcode = '23514';
        end if;
    elsif (new.id, new.opleider_id, new.iban, new.tenaamstelling, new.vorige_iban, new.reden, new.aangevraagd_door, new.aangevraagd_op)
          is distinct from (old.id, old.opleider_id, old.iban, old.tenaamstelling, old.vorige_iban, old.reden, old.aangevraagd_door, old.aangevraagd_op)
       or (old.bevestigd_door is not null and (new.bevestigd_door, new.bevestigd_op, new.gaat_in_op) is distinct from (old.bevestigd_door, old.bevestigd_op, old.gaat_in_op))
       or old.status in ('actief', 'geblokkeerd', 'ingetrokken') then
        raise exception 'wat over een ander rekeningnummer vaststaat, verandert niet' using errcode = '23514';
    end if;
    if exists (select from unnest(array[new.aangevraagd_door, new.bevestigd_door]) as wie (id)
               where wie.id is not null and not exists (select from gebruiker g where g.id = wie.id and g.soort = 'opleider' and g.opleider_id = new.opleider_id and g.uitgeschakeld_op is null)) then
        raise exception 'een ander rekeningnummer is van de opleider zelf' using errcode = '23514';
    end if;
    if new.status = 'actief' then
        if new.gaat_in_op > (nu() at time zone 'Europe/Amsterdam')::date then
            raise exception 'de wachtdagen van het andere rekeningnummer zijn niet om' using errcode = '23514';
        end if;
        if (select n.antwoord from naamcontrole n where n.opleider_id = new.opleider_id and n.iban = new.iban order by n.id desc limit 1) is distinct from
           (case when new.beoordeeld_door is null then 'match' else 'aanvaard' end) then
            raise exception 'naam en nummer van het andere rekeningnummer horen niet bij elkaar' using errcode = '23514';
        end if;
    end if;
    return new;
end $$;
create trigger rekeningwijziging_vast before insert or update on rekeningwijziging for each row execute function bewaak_rekeningwijziging();

-- The account of an opleider stands in one place, and the application cannot write it: it follows from the change that was completed.
create function neem_rekening_in_gebruik() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update opleider set iban = new.iban, iban_tenaamstelling = new.tenaamstelling where id = new.opleider_id;
    return null;
end $$;
create trigger rekeningwijziging_in_gebruik after update of status on rekeningwijziging
    for each row when (new.status = 'actief' and old.status <> 'actief') execute function neem_rekening_in_gebruik();
revoke update on opleider from stap_app;
do $$
begin
    execute (select format('grant update (%s) on opleider to stap_app', string_agg(quote_ident(column_name), ', '))
             from information_schema.columns where table_schema = 'public' and table_name = 'opleider' and column_name not in ('id', 'iban', 'iban_tenaamstelling'));
end $$;

-- ── Interest when we pay late ─────────────────────────────────────────────────────────────────────────────────
-- Awb 4:99: what is owed is fixed by a beschikking, with the sum it was counted from.
CREATE TABLE "rente" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "factuur_id" UUID NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "hoofdsom_cent" INTEGER NOT NULL,
    "van" DATE NOT NULL,
    "tot_en_met" DATE NOT NULL,
    "delen" JSONB NOT NULL,
    "brief_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'te-betalen',
    "vastgesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "rente_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "rente_factuur_id_tot_en_met_key" ON "rente"("factuur_id", "tot_en_met");
CREATE UNIQUE INDEX "rente_brief_id_key" ON "rente"("brief_id");
ALTER TABLE "rente" ADD CONSTRAINT "rente_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rente" ADD CONSTRAINT "rente_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index rente_te_betalen on rente (vastgesteld_op) where status = 'te-betalen';
alter table rente
    add constraint rente_bedrag check (bedrag_cent > 0 and hoofdsom_cent > 0),
    add constraint rente_periode check (tot_en_met >= van),
    add constraint rente_status check (status in ('te-betalen', 'in-batch', 'betaald', 'teruggekomen'));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('rente', 'te-betalen', 'in-batch', 'stel-batch-samen', '{systeem,financieel}'),
    ('rente', 'in-batch', 'betaald', 'geef-batch-vrij', '{systeem}'),
    ('rente', 'in-batch', 'te-betalen', 'houd-buiten-bestand', '{systeem}'),
    ('rente', 'betaald', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('rente', 'teruggekomen', 'te-betalen', 'betaal-opnieuw', '{financieel}');
create trigger rente_overgang before update of status on rente for each row execute function bewaak_overgang('rente');

-- A payment is of an invoice, or of the interest on one: each once.
alter table betaling add column rente_id uuid;
ALTER TABLE "betaling" ADD CONSTRAINT "betaling_rente_id_fkey" FOREIGN KEY ("rente_id") REFERENCES "rente"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "betaling_rente_id_idx" ON "betaling"("rente_id");
drop index betaling_een_per_factuur;
create unique index betaling_een_per_factuur on betaling (factuur_id) where status in ('onderweg', 'uitgevoerd') and rente_id is null;
create unique index betaling_een_per_rente on betaling (rente_id) where status in ('onderweg', 'uitgevoerd');

-- The amount of a payment is that of what it is for. It goes to the account of the invoice, interest to the account in use; and of
-- either the name was checked.
create or replace function bewaak_betaling() returns trigger language plpgsql as $$
declare
    f factuur%rowtype;
    van_opleider uuid;
begin
    -- By its key, and compared here: with the status in the question a stale estimate reads every invoice of the batch for each payment.
    select * into f from factuur where id = new.factuur_id;
    if new.rente_id is null then
        if f.bedrag_cent - f.gecrediteerd_cent = new.bedrag_cent and f.iban = new.iban and f.status = 'in-batch' then van_opleider := f.opleider_id; end if;
    elsif f.status in ('in-batch', 'betaald') then
        select o.id into van_opleider from rente r, opleider o
         where r.id = new.rente_id and r.factuur_id = f.id and r.bedrag_cent = new.bedrag_cent and r.status = 'in-batch' and o.id = f.opleider_id and o.iban = new.iban;
    end if;
    if van_opleider is null then
        raise exception 'betaling % is niet die van haar factuur', new.end_to_end_id using errcode = '23514';
    end if;
    if not exists (select from naamcontrole n where n.opleider_id = van_opleider and n.iban = new.iban and n.antwoord in ('match', 'aanvaard')) then
        raise exception 'betaling % gaat naar een rekening waarvan de naam niet klopt', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;

do $$
declare tabel text;
begin
    foreach tabel in array array['naamcontrole'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke update, delete on naamcontrole, rekeningwijziging, rente from stap_app;
grant update (status, bevestigd_door, bevestigd_op, gaat_in_op, beoordeeld_door, oordeel, afgerond_op) on rekeningwijziging to stap_app;
grant update (status) on rente to stap_app;
