-- What we owe back goes out with the payment batches: to an opleider on its account, to a burger on an account that the burger confirmed and
-- of which the name was checked. Set-off (Awb 4:93, 4:57 lid 3), and money that came in after a claim was written off or lapsed.

-- ── What we owe back ──────────────────────────────────────────────────────────────────────────────────────────
alter table vordering_terugbetaling
    -- what of it was set off against another claim; only subsidie itself (Awb 4:57 lid 3)
    add column verrekend_cent integer not null default 0,
    -- when who gets it was told, by letter
    add column gemeld_op timestamptz(6),
    drop constraint vordering_terugbetaling_status,
    drop constraint vordering_terugbetaling_bedrag;
update vordering_terugbetaling set gemeld_op = ontstaan_op;
alter table vordering_terugbetaling
    add constraint vordering_terugbetaling_status check (status in ('open', 'in-batch', 'betaald', 'teruggekomen', 'verrekend')
        and (status = 'betaald') = (betaald_op is not null) and (herkomst is null or status = 'betaald')),
    add constraint vordering_terugbetaling_bedrag check (least(hoofdsom_cent, kosten_cent, rente_cent, teveel_cent) >= 0 and hoofdsom_cent + kosten_cent + rente_cent + teveel_cent > 0
        and (soort = 'te-veel-betaald') = (bron is not null)
        and verrekend_cent between 0 and hoofdsom_cent and (status = 'verrekend') = (verrekend_cent = hoofdsom_cent + kosten_cent + rente_cent + teveel_cent));
create index vordering_terugbetaling_open on vordering_terugbetaling (ontstaan_op) where status = 'open';
grant update (verrekend_cent, gemeld_op) on vordering_terugbetaling to stap_app;
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('terugbetaling', 'open', 'in-batch', 'stel-batch-samen', '{systeem,financieel}'),
    ('terugbetaling', 'in-batch', 'betaald', 'geef-batch-vrij', '{systeem}'),
    ('terugbetaling', 'open', 'betaald', 'zie-op-afschrift', '{systeem}'),
    ('terugbetaling', 'betaald', 'teruggekomen', 'boek-terug', '{systeem}'),
    ('terugbetaling', 'teruggekomen', 'open', 'betaal-opnieuw', '{financieel}'),
    ('terugbetaling', 'open', 'verrekend', 'verreken', '{financieel,teamleider-financieel}');
create trigger terugbetaling_overgang before update of status on vordering_terugbetaling for each row execute function bewaak_overgang('terugbetaling');

-- ── The account of a burger ───────────────────────────────────────────────────────────────────────────────────
-- Where a receipt came from, or what the burger gave. Account and name are encrypted; `iban_hmac` only tells whether two are the same.
CREATE TABLE "vordering_rekening" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vordering_id" UUID NOT NULL,
    "herkomst" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "iban_hmac" TEXT NOT NULL,
    "tenaamstelling" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "antwoord" TEXT,
    "bevestigd_door" UUID,
    "bevestigd_op" TIMESTAMPTZ(6),
    "beoordeeld_door" UUID,
    "oordeel" TEXT,
    "ontstaan_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    CONSTRAINT "vordering_rekening_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vordering_rekening_vordering_id_idx" ON "vordering_rekening"("vordering_id");
CREATE INDEX "vordering_rekening_bevestigd_door_idx" ON "vordering_rekening"("bevestigd_door");
CREATE INDEX "vordering_rekening_beoordeeld_door_idx" ON "vordering_rekening"("beoordeeld_door");
ALTER TABLE "vordering_rekening" ADD CONSTRAINT "vordering_rekening_vordering_id_fkey" FOREIGN KEY ("vordering_id") REFERENCES "vordering"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_rekening" ADD CONSTRAINT "vordering_rekening_bevestigd_door_fkey" FOREIGN KEY ("bevestigd_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "vordering_rekening" ADD CONSTRAINT "vordering_rekening_beoordeeld_door_fkey" FOREIGN KEY ("beoordeeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- one that is in use or on its way to it
create unique index vordering_rekening_een_lopend on vordering_rekening (vordering_id) where status in ('bevestigd', 'akkoord', 'te-beoordelen');
alter table vordering_rekening
    add constraint vordering_rekening_herkomst check (herkomst in ('ontvangst', 'opgave')),
    add constraint vordering_rekening_status check (status in ('voorgesteld', 'bevestigd', 'akkoord', 'te-beoordelen', 'afgewezen', 'vervangen')),
    -- never in the clear
    add constraint vordering_rekening_versleuteld check (iban like '%:%:%:%' and tenaamstelling like '%:%:%:%' and iban_hmac ~ '^[0-9a-f]{64}$'),
    add constraint vordering_rekening_antwoord check (antwoord in ('match', 'bijna', 'geen', 'onbekend')),
    add constraint vordering_rekening_bevestigd check ((status = 'voorgesteld') = (bevestigd_op is null) and (bevestigd_op is null) = (bevestigd_door is null)),
    -- paid on only because the name matches, or because a person took it on with a reason
    add constraint vordering_rekening_akkoord check (status <> 'akkoord' or antwoord = 'match' or beoordeeld_door is not null),
    add constraint vordering_rekening_oordeel check ((beoordeeld_door is null) = (oordeel is null));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('terugbetaalrekening', 'voorgesteld', 'bevestigd', 'bevestig', '{burger}'),
    ('terugbetaalrekening', 'bevestigd', 'akkoord', 'neem-in-gebruik', '{systeem}'),
    ('terugbetaalrekening', 'bevestigd', 'te-beoordelen', 'leg-voor', '{systeem}'),
    ('terugbetaalrekening', 'te-beoordelen', 'akkoord', 'aanvaard', '{financieel,teamleider-financieel}'),
    ('terugbetaalrekening', 'te-beoordelen', 'afgewezen', 'wijs-af', '{financieel,teamleider-financieel}'),
    ('terugbetaalrekening', 'bevestigd', 'vervangen', 'vervang', '{burger,systeem}'),
    ('terugbetaalrekening', 'akkoord', 'vervangen', 'vervang', '{burger,systeem}'),
    ('terugbetaalrekening', 'te-beoordelen', 'vervangen', 'vervang', '{burger,systeem}');
create trigger terugbetaalrekening_overgang before update of status on vordering_rekening for each row execute function bewaak_overgang('terugbetaalrekening');
revoke update, delete on vordering_rekening from stap_app;
grant update (status, antwoord, bevestigd_door, bevestigd_op, beoordeeld_door, oordeel) on vordering_rekening to stap_app;

-- ── A payment of an invoice, of interest on one, or of what we owe back ───────────────────────────────────────
alter table betaling
    alter column factuur_id drop not null,
    add column terugbetaling_id uuid,
    add constraint betaling_waarvoor check (num_nonnulls(factuur_id, terugbetaling_id) = 1 and (rente_id is null or factuur_id is not null));
ALTER TABLE "betaling" ADD CONSTRAINT "betaling_terugbetaling_id_fkey" FOREIGN KEY ("terugbetaling_id") REFERENCES "vordering_terugbetaling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "betaling_terugbetaling_id_idx" ON "betaling"("terugbetaling_id");
create unique index betaling_een_per_terugbetaling on betaling (terugbetaling_id) where status in ('onderweg', 'uitgevoerd');

-- The amount is what is owed back. An opleider gets it on the account in use, of which the name was checked; a burger on an account that
-- the burger confirmed and that was accepted. Which account that is, is encrypted: the program compares it.
create function bewaak_terugbetaling_in_batch() returns trigger language plpgsql as $$
declare t vordering_terugbetaling%rowtype; v vordering%rowtype;
begin
    select * into t from vordering_terugbetaling where id = new.terugbetaling_id;
    select * into v from vordering where id = t.vordering_id;
    if t.status <> 'in-batch' or t.hoofdsom_cent + t.kosten_cent + t.rente_cent + t.teveel_cent - t.verrekend_cent <> new.bedrag_cent then
        raise exception 'betaling % is niet wat wij terug moeten betalen', new.end_to_end_id using errcode = '23514';
    end if;
    if v.schuldenaar_opleider_id is not null and not exists (
            select from opleider o join naamcontrole n on n.opleider_id = o.id and n.iban = o.iban and n.antwoord in ('match', 'aanvaard') where o.id = v.schuldenaar_opleider_id and o.iban = new.iban)
       or v.schuldenaar_burger_id is not null and not exists (select from vordering_rekening r where r.vordering_id = v.id and r.status = 'akkoord') then
        raise exception 'betaling % gaat naar een rekening waarvan de naam niet klopt', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;
drop trigger betaling_van_factuur on betaling;
create trigger betaling_van_factuur before insert on betaling for each row when (new.factuur_id is not null) execute function bewaak_betaling();
create trigger betaling_van_terugbetaling before insert on betaling for each row when (new.terugbetaling_id is not null) execute function bewaak_terugbetaling_in_batch();

-- ── Set-off, and payment after a claim was given up ───────────────────────────────────────────────────────────
alter table vordering_mutatie
    drop constraint vordering_mutatie_soort,
    drop constraint vordering_mutatie_richting,
    add constraint vordering_mutatie_soort check (soort in ('instelling', 'vergoeding', 'rente', 'ontvangst', 'verrekening', 'intrekking', 'kwijtschelding', 'oninbaar', 'verjaring', 'herleving')),
    add constraint vordering_mutatie_richting check (case soort
        when 'instelling' then hoofdsom_cent > 0 and kosten_cent = 0
        when 'vergoeding' then hoofdsom_cent = 0 and kosten_cent > 0
        when 'rente' then hoofdsom_cent = 0 and kosten_cent > 0
        when 'herleving' then hoofdsom_cent >= 0 and kosten_cent >= 0 and hoofdsom_cent + kosten_cent > 0
        when 'verrekening' then hoofdsom_cent < 0 and kosten_cent = 0
        else hoofdsom_cent <= 0 and kosten_cent <= 0 and hoofdsom_cent + kosten_cent < 0 end);
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('vordering', 'open', 'deels-voldaan', 'verreken', '{financieel,teamleider-financieel}'),
    ('vordering', 'open', 'voldaan', 'verreken', '{financieel,teamleider-financieel}'),
    ('vordering', 'deels-voldaan', 'voldaan', 'verreken', '{financieel,teamleider-financieel}'),
    ('vordering', 'oninbaar', 'voldaan', 'neem-late-betaling-aan', '{financieel,teamleider-financieel}'),
    ('vordering', 'verjaard', 'voldaan', 'neem-late-betaling-aan', '{financieel,teamleider-financieel}');

-- Setting off is proposed and decided as giving up is: within the mandate of one, above it by two.
alter table vordering_kwijtschelding
    add column terugbetaling_id uuid,
    drop constraint vordering_kwijtschelding_soort,
    add constraint vordering_kwijtschelding_soort check (soort in ('kwijtschelding', 'oninbaar', 'verrekening') and (soort = 'verrekening') = (terugbetaling_id is not null));
ALTER TABLE "vordering_kwijtschelding" ADD CONSTRAINT "vordering_kwijtschelding_terugbetaling_id_fkey" FOREIGN KEY ("terugbetaling_id") REFERENCES "vordering_terugbetaling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "vordering_kwijtschelding_terugbetaling_id_idx" ON "vordering_kwijtschelding"("terugbetaling_id");

-- What a person made of a receipt that could not be booked by itself.
alter table bankvraag
    add column gevolg text,
    add constraint bankvraag_gevolg check (gevolg in ('geboekt', 'terug') and (gevolg is null or toestand = 'afgehandeld'));
grant update (gevolg) on bankvraag to stap_app;
