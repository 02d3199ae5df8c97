-- Dividing the budget: who may use which compartiment and in which order (docs/adr/0016), and the reserve list (docs/adr/0017).

-- ── The conditions of a compartiment, all by configuration ────────────────────────────────────────────────────
ALTER TABLE "compartiment" ADD COLUMN "kanaal" TEXT,
ADD COLUMN "niveaus" TEXT[] DEFAULT '{}',
ADD COLUMN "maximaal_cent" INTEGER,
ADD COLUMN "voorrang" INTEGER NOT NULL DEFAULT 9,
ADD COLUMN "rest_regel" TEXT NOT NULL DEFAULT 'vervalt',
ADD COLUMN "verrekend_met" TEXT,
ADD COLUMN "rest_geboekt_op" TIMESTAMPTZ(3);
alter table compartiment
    add constraint compartiment_niveaus check (niveaus is not null),
    add constraint compartiment_kanaal check (kanaal in ('online', 'werkplein')),
    add constraint compartiment_maximaal check (maximaal_cent > 0),
    add constraint compartiment_voorrang check (voorrang between 1 and 99),
    add constraint compartiment_rest_regel check (rest_regel in ('volgend-tijdvak', 'naar-algemeen', 'vervalt'));
grant update (naam, kanaal, niveaus, maximaal_cent, voorrang, rest_regel, verrekend_met, rest_geboekt_op) on compartiment to stap_app;

-- ── Who applies through which door, and the compartimenten that an aanvraag may use ───────────────────────────
ALTER TABLE "aanvraag" ADD COLUMN "kanaal" TEXT NOT NULL DEFAULT 'online',
ADD COLUMN "terugval_ids" UUID[] DEFAULT '{}';
alter table aanvraag
    add constraint aanvraag_kanaal check (kanaal in ('online', 'werkplein')),
    add constraint aanvraag_terugval check (terugval_ids is not null and not compartiment_id = any (terugval_ids));

-- compartiment_ids: those that the aanvraag may use, in order of use, as it was received (invariant I8)
ALTER TABLE "indiening" ADD COLUMN "compartiment_ids" UUID[],
ADD COLUMN "is_formeel" BOOLEAN NOT NULL DEFAULT false;
alter table indiening disable trigger indiening_vast;
update indiening set compartiment_ids = array[compartiment_id];
alter table indiening enable trigger indiening_vast;
ALTER TABLE "indiening" DROP COLUMN "compartiment_id";
alter table indiening add constraint indiening_compartimenten check (compartiment_ids is not null and cardinality(compartiment_ids) >= 1);

-- ── The stand at every decision (Awb 4:25 lid 3) ──────────────────────────────────────────────────────────────
-- vrij_cent: what was left in each of the compartimenten of the indiening, in the same order. verleningen: places that the burger
-- held that year. grens_geteld: grants and reservations of the scholing that year, when the verleningsgrens works within the tijdvak.
ALTER TABLE "toewijzing" ADD COLUMN "vrij_cent" BIGINT[] DEFAULT '{}',
ADD COLUMN "verleningen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "grens_geteld" INTEGER;
alter table toewijzing
    add constraint toewijzing_vrij check (vrij_cent is not null),
    drop constraint toewijzing_uitkomst,
    add constraint toewijzing_uitkomst check (uitkomst in ('gereserveerd', 'plafond-bereikt', 'al-toegekend', 'verleningsgrens-bereikt', 'reserve', 'ingetrokken'));

-- ── The reserve list ──────────────────────────────────────────────────────────────────────────────────────────
-- A place in the line of a tijdvak, in order of volgnummer. It waits, gets one offer, and is over when that was accepted, declined or
-- not answered, when the burger withdrew or asked for the besluit, when the training can no longer start, or when the list ends.
CREATE TABLE "reserveplaats" (
    "volgnummer" BIGINT NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "tijdvak_id" UUID NOT NULL,
    "compartiment_ids" UUID[],
    "bedrag_cent" INTEGER NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'wacht',
    "compartiment_id" UUID,
    "beschikbaar_cent" BIGINT,
    "aangeboden_op" TIMESTAMPTZ(6),
    "uiterlijk_op" TIMESTAMPTZ(3),
    "afgerond_op" TIMESTAMPTZ(6),

    CONSTRAINT "reserveplaats_pkey" PRIMARY KEY ("volgnummer")
);
CREATE UNIQUE INDEX "reserveplaats_aanvraag_id_key" ON "reserveplaats"("aanvraag_id");
ALTER TABLE "reserveplaats" ADD CONSTRAINT "reserveplaats_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index reserveplaats_wacht on reserveplaats (tijdvak_id, volgnummer) where toestand = 'wacht';
create index reserveplaats_aanbod on reserveplaats (uiterlijk_op) where toestand = 'aangeboden';
alter table reserveplaats
    add constraint reserveplaats_compartimenten check (compartiment_ids is not null and cardinality(compartiment_ids) >= 1),
    add constraint reserveplaats_bedrag check (bedrag_cent > 0),
    add constraint reserveplaats_toestand check (toestand in ('wacht', 'aangeboden', 'aanvaard', 'afgeslagen', 'verlopen', 'ingetrokken', 'besluit-gevraagd',
        'niet-te-starten', 'lijst-gesloten')),
    add constraint reserveplaats_aanbod check ((aangeboden_op is null) = (uiterlijk_op is null) and (aangeboden_op is null) = (compartiment_id is null)
        and (aangeboden_op is null) = (beschikbaar_cent is null)),
    add constraint reserveplaats_volgorde check (case when toestand = 'wacht' then aangeboden_op is null
        when toestand in ('aangeboden', 'aanvaard', 'afgeslagen', 'verlopen') then aangeboden_op is not null else true end),
    add constraint reserveplaats_afgerond check ((toestand in ('wacht', 'aangeboden')) = (afgerond_op is null));
revoke delete on reserveplaats from stap_app;
revoke update on reserveplaats from stap_app;
grant update (toestand, compartiment_id, beschikbaar_cent, aangeboden_op, uiterlijk_op, afgerond_op) on reserveplaats to stap_app;

-- Who withdraws leaves the line in the same transaction: the modules that know of aanvragen do not know of this list.
create function verlaat_reservelijst() returns trigger language plpgsql as $$
begin
    update reserveplaats set toestand = 'ingetrokken', afgerond_op = nu() where aanvraag_id = new.id and toestand in ('wacht', 'aangeboden');
    return null;
end $$;
create trigger aanvraag_verlaat_reservelijst after update of status on aanvraag
    for each row when (new.status = 'ingetrokken' and old.status in ('reserve', 'aangeboden')) execute function verlaat_reservelijst();

-- An offer turns the decision 'reserve' into a reservation, once: after that it can only become less, as every reservation.
create or replace function bewaak_reservering() returns trigger language plpgsql as $$
begin
    if new.uitkomst <> old.uitkomst then
        if not (old.uitkomst = 'reserve' and new.uitkomst = 'gereserveerd') then
            raise exception 'de uitkomst van toewijzing % ligt vast', new.volgnummer using errcode = '23514';
        end if;
    elsif new.bedrag_cent > old.bedrag_cent then
        raise exception 'reservering % kan niet hoger worden', new.volgnummer using errcode = '23514';
    elsif (new.compartiment_id, new.plek) is distinct from (old.compartiment_id, old.plek) then
        raise exception 'het compartiment van toewijzing % ligt vast', new.volgnummer using errcode = '23514';
    end if;
    return new;
end $$;
drop trigger toewijzing_alleen_lager on toewijzing;
create trigger toewijzing_alleen_lager before update of bedrag_cent, uitkomst, compartiment_id, plek on toewijzing
    for each row execute function bewaak_reservering();
create trigger toewijzing_plek_aanbod after update on toewijzing
    referencing new table as nieuw for each statement execute function bewaak_plek();
grant update (uitkomst, compartiment_id, plek) on toewijzing to stap_app;

-- ── The new statuses and their moves ──────────────────────────────────────────────────────────────────────────
alter table aanvraag
    drop constraint aanvraag_status,
    add constraint aanvraag_status check (status in ('concept', 'gereed', 'ingediend', 'gereserveerd', 'niet-toegewezen', 'reserve', 'aangeboden',
        'in-behandeling', 'aangehouden', 'verleend', 'afgewezen', 'ingetrokken', 'betwist', 'vastgesteld'));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'ingediend', 'reserve', 'zet-op-reservelijst', '{systeem}'),
    ('aanvraag', 'reserve', 'aangeboden', 'bied-aan', '{systeem}'),
    ('aanvraag', 'aangeboden', 'gereserveerd', 'aanvaard-aanbod', '{burger}'),
    ('aanvraag', 'aangeboden', 'niet-toegewezen', 'sla-aanbod-af', '{burger}'),
    ('aanvraag', 'aangeboden', 'niet-toegewezen', 'laat-aanbod-verlopen', '{systeem}'),
    ('aanvraag', 'reserve', 'niet-toegewezen', 'sluit-reserve', '{systeem}'),
    ('aanvraag', 'reserve', 'niet-toegewezen', 'vraag-besluit', '{burger}'),
    ('aanvraag', 'reserve', 'ingetrokken', 'trek-in', '{burger}'),
    ('aanvraag', 'aangeboden', 'ingetrokken', 'trek-in', '{burger}');
