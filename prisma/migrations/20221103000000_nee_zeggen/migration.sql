-- Four eyes that can say no: a batch or one payment of it is refused, an invoice is held back with a reason, and who prepared a payment
-- does not approve it. And an account is in the name of the register, not in the one that somebody types (docs/adr/0033).

-- ── A batch can be refused ────────────────────────────────────────────────────────────────────────────────────
alter table betaalbatch
    add column afgekeurd_door uuid,
    add column afgekeurd_op timestamptz(3),
    add column afgekeurd_reden text,
    drop constraint betaalbatch_status,
    add constraint betaalbatch_status check (status in ('opgesteld', 'goedgekeurd', 'aangemaakt', 'afgekeurd')),
    add constraint betaalbatch_afgekeurd check ((status = 'afgekeurd') = (afgekeurd_op is not null) and (afgekeurd_op is null) = (afgekeurd_door is null) and (afgekeurd_op is null) = (afgekeurd_reden is null));
ALTER TABLE "betaalbatch" ADD CONSTRAINT "betaalbatch_afgekeurd_door_fkey" FOREIGN KEY ("afgekeurd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "betaalbatch_afgekeurd_door_idx" ON "betaalbatch"("afgekeurd_door");
grant update (afgekeurd_door, afgekeurd_op, afgekeurd_reden) on betaalbatch to stap_app;
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('betaalbatch', 'opgesteld', 'afgekeurd', 'keur-af', '{financieel,teamleider-financieel}'),
    ('betaalbatch', 'goedgekeurd', 'afgekeurd', 'keur-af', '{financieel,teamleider-financieel}'),
    ('terugbetaling', 'in-batch', 'open', 'houd-buiten-bestand', '{financieel,teamleider-financieel}');
update status_overgang set rollen = '{opleider,systeem,financieel,teamleider-financieel}' where handeling = 'houd-buiten-bestand' and onderwerp <> 'terugbetaling';

-- As in 20221027000000_betalen; refusing asks nobody else.
create or replace function bewaak_batch() returns trigger language plpgsql as $$
begin
    if new.status in ('goedgekeurd', 'aangemaakt')
       and (select count(*) from batch_goedkeuring where batch_id = new.id) < 2 then
        raise exception 'batch % is niet door twee mensen goedgekeurd', new.msg_id using errcode = '23514';
    end if;
    if old.status = 'opgesteld' and new.status in ('goedgekeurd', 'aangemaakt')
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
    if new.status = 'afgekeurd' and exists (select from betaling b where b.batch_id = new.id and b.status <> 'vervallen') then
        raise exception 'uit batch % gaat nog een betaling mee', new.msg_id using errcode = '23514';
    end if;
    return new;
end $$;

-- ── An invoice is held back ───────────────────────────────────────────────────────────────────────────────────
CREATE TABLE "betaalblokkade" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "factuur_id" UUID NOT NULL,
    "reden" TEXT NOT NULL,
    "door_id" UUID NOT NULL,
    "gelegd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "opgeheven_op" TIMESTAMPTZ(3),
    "opgeheven_door" UUID,
    "opgeheven_reden" TEXT,
    CONSTRAINT "betaalblokkade_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "betaalblokkade_factuur_id_idx" ON "betaalblokkade"("factuur_id");
CREATE INDEX "betaalblokkade_door_id_idx" ON "betaalblokkade"("door_id");
CREATE INDEX "betaalblokkade_opgeheven_door_idx" ON "betaalblokkade"("opgeheven_door");
ALTER TABLE "betaalblokkade" ADD CONSTRAINT "betaalblokkade_factuur_id_fkey" FOREIGN KEY ("factuur_id") REFERENCES "factuur"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "betaalblokkade" ADD CONSTRAINT "betaalblokkade_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "betaalblokkade" ADD CONSTRAINT "betaalblokkade_opgeheven_door_fkey" FOREIGN KEY ("opgeheven_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create unique index betaalblokkade_een_open on betaalblokkade (factuur_id) where opgeheven_op is null;
alter table betaalblokkade add constraint betaalblokkade_opgeheven check ((opgeheven_op is null) = (opgeheven_door is null) and (opgeheven_op is null) = (opgeheven_reden is null));
create function bewaak_betaalblokkade() returns trigger language plpgsql as $$
begin
    if old.opgeheven_op is not null or (new.id, new.factuur_id, new.reden, new.door_id, new.gelegd_op) is distinct from (old.id, old.factuur_id, old.reden, old.door_id, old.gelegd_op) then
        raise exception 'een blokkade wordt alleen een keer opgeheven' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger betaalblokkade_vast before update on betaalblokkade for each row execute function bewaak_betaalblokkade();
revoke update, delete on betaalblokkade from stap_app;
grant update (opgeheven_op, opgeheven_door, opgeheven_reden) on betaalblokkade to stap_app;

-- Nobody composes a payment of an invoice that is held back. Judged per statement, from the few that are.
create function bewaak_blokkade_in_batch() returns trigger language plpgsql as $$
declare fout text;
begin
    select n.end_to_end_id into fout from betaalblokkade k join nieuw n on n.factuur_id = k.factuur_id and n.rente_id is null where k.opgeheven_op is null limit 1;
    if found then
        raise exception 'betaling % is voor een factuur die is geblokkeerd', fout using errcode = '23514';
    end if;
    return null;
end $$;
create trigger betaling_niet_geblokkeerd after insert on betaling referencing new table as nieuw for each statement execute function bewaak_blokkade_in_batch();

-- ── Who prepares a payment, does not approve it ───────────────────────────────────────────────────────────────
-- Somebody took a mailed invoice in, took an account on that never matched, put a payment that came back ready again, or lifted a block.
-- An account that was taken on counts until something was paid to it: then others approved that.
create function heeft_voorbereid(batch uuid, wie uuid) returns boolean language sql stable as $$
    with terug as materialized (
        select v.aanvraag_id::text as aanvraag from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id
         where b.batch_id = batch and b.rente_id is null and exists (select from betaling e where e.factuur_id = b.factuur_id and e.status in ('afgewezen', 'teruggekomen'))
    )
    select exists (select from postbusbericht p join betaling b on b.factuur_id = p.factuur_id where p.afgehandeld_door = wie and b.batch_id = batch and b.status <> 'vervallen')
        or exists (select from naamcontrole n join betaling b on b.iban = n.iban join factuur f on f.id = b.factuur_id and f.opleider_id = n.opleider_id
                    where n.door_id = wie and n.antwoord = 'aanvaard' and b.batch_id = batch and b.status <> 'vervallen'
                      and not exists (select from betaling e join factuur g on g.id = e.factuur_id where g.opleider_id = n.opleider_id and e.iban = n.iban and e.status = 'uitgevoerd'))
        or exists (select from betaalblokkade k join betaling b on b.factuur_id = k.factuur_id where k.opgeheven_door = wie and b.batch_id = batch and b.status <> 'vervallen')
        or exists (select from terug t join gebeurtenis g on g.onderwerp = 'aanvraag' and g.onderwerp_id = t.aanvraag and g.soort = 'betaal-opnieuw' and g.door_id = wie)
$$;
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
    if heeft_voorbereid(new.batch_id, new.medewerker_id) then
        raise exception 'wie een betaling van een batch voorbereidde, keurt haar niet goed' using errcode = '23514';
    end if;
    return new;
end $$;

-- ── Whose account it is ───────────────────────────────────────────────────────────────────────────────────────
-- As in 20221027000000_betalen; a match counts only when it was asked with the name of the register.
create or replace function bewaak_rekeningwijziging() returns trigger language plpgsql as $$
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
        if not exists (
            select from (select n.antwoord, n.naam from naamcontrole n where n.opleider_id = new.opleider_id and n.iban = new.iban order by n.id desc limit 1) laatste, opleider o
             where o.id = new.opleider_id
               and case when new.beoordeeld_door is null then laatste.antwoord = 'match' and laatste.naam = o.naam else laatste.antwoord = 'aanvaard' end
        ) then
            raise exception 'naam en nummer van het andere rekeningnummer horen niet bij elkaar' using errcode = '23514';
        end if;
    end if;
    return new;
end $$;
