-- Tijdvakken that are divided by lot: the list of participants is fixed and published by its hash, then the seed comes from
-- outside, and the order follows from both (docs/adr/0019).
alter table compartiment add column loting_gewicht integer not null default 1;
alter table compartiment add constraint compartiment_loting_gewicht check (loting_gewicht between 1 and 1000);
grant update (loting_gewicht) on compartiment to stap_app;
alter table tijdvak add column loting_wijze text not null default 'een-trekking';
alter table tijdvak add constraint tijdvak_loting_wijze check (loting_wijze in ('een-trekking', 'per-compartiment'));

CREATE TABLE "loting" (
    "tijdvak_id" UUID NOT NULL,
    "wijze" TEXT NOT NULL,
    "zaad_bron" TEXT NOT NULL,
    "baken" TEXT,
    "aantal" INTEGER NOT NULL,
    "lijst_hash" TEXT NOT NULL,
    "lijst_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "lijst_door" UUID NOT NULL,
    "zaad" TEXT,
    "zaad_op" TIMESTAMPTZ(6),
    "getrokken_op" TIMESTAMPTZ(6),
    "toegekend" INTEGER,
    "uitslag_hash" TEXT,
    "verwerkt_tot" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "loting_pkey" PRIMARY KEY ("tijdvak_id")
);

CREATE TABLE "loting_bijdrage" (
    "tijdvak_id" UUID NOT NULL,
    "gebruiker_id" UUID NOT NULL,
    "waarde_versleuteld" TEXT NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "loting_bijdrage_pkey" PRIMARY KEY ("tijdvak_id","gebruiker_id")
);

-- A million lines are written at once: the aanvraag is not looked up again for each (npm run controle compares them).
CREATE TABLE "loting_deelnemer" (
    "tijdvak_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "lot" TEXT NOT NULL,
    "compartiment_ids" UUID[],
    "bedrag_cent" INTEGER NOT NULL,
    "gewicht" INTEGER NOT NULL,

    CONSTRAINT "loting_deelnemer_pkey" PRIMARY KEY ("tijdvak_id","nummer")
);

CREATE TABLE "loting_uitslag" (
    "tijdvak_id" UUID NOT NULL,
    "volgorde" INTEGER NOT NULL,
    "nummer" INTEGER NOT NULL,
    "rang" INTEGER NOT NULL,
    "uitkomst" TEXT NOT NULL,
    "compartiment_id" UUID,
    "bedrag_cent" INTEGER NOT NULL,
    "beschikbaar_cent" BIGINT NOT NULL,
    "vrij_cent" BIGINT[],
    "verleningen" INTEGER NOT NULL,
    "grens_geteld" INTEGER,

    CONSTRAINT "loting_uitslag_pkey" PRIMARY KEY ("tijdvak_id","volgorde")
);

CREATE UNIQUE INDEX "loting_deelnemer_tijdvak_id_lot_key" ON "loting_deelnemer"("tijdvak_id", "lot");
CREATE UNIQUE INDEX "loting_uitslag_tijdvak_id_nummer_key" ON "loting_uitslag"("tijdvak_id", "nummer");
ALTER TABLE "loting" ADD CONSTRAINT "loting_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "loting" ADD CONSTRAINT "loting_lijst_door_fkey" FOREIGN KEY ("lijst_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "loting_bijdrage" ADD CONSTRAINT "loting_bijdrage_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "loting"("tijdvak_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "loting_bijdrage" ADD CONSTRAINT "loting_bijdrage_gebruiker_id_fkey" FOREIGN KEY ("gebruiker_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table loting
    add constraint loting_wijze check (wijze in ('een-trekking', 'per-compartiment')),
    add constraint loting_zaad_bron check (zaad_bron in ('twee-personen', 'baken') and (zaad_bron = 'baken') = (baken is not null)),
    add constraint loting_hash check (lijst_hash ~ '^[0-9a-f]{64}$' and zaad ~ '^[0-9a-f]{64}$' and uitslag_hash ~ '^[0-9a-f]{64}$'),
    add constraint loting_trekking check ((zaad is null) = (getrokken_op is null) and (getrokken_op is null) = (uitslag_hash is null)
        and (zaad is null) = (zaad_op is null) and (getrokken_op is null) = (toegekend is null));
alter table loting_deelnemer add constraint loting_deelnemer_waarden check (bedrag_cent > 0 and gewicht >= 1 and nummer >= 1);
alter table loting_uitslag add constraint loting_uitslag_uitkomst
    check (uitkomst in ('gereserveerd', 'plafond-bereikt', 'al-toegekend', 'verleningsgrens-bereikt', 'ingetrokken')
        and (uitkomst = 'gereserveerd') = (compartiment_id is not null) and (uitkomst = 'gereserveerd') = (bedrag_cent > 0));

-- The seed comes after the list, from two different people, and nothing of a draw is changed afterwards.
create function bewaak_loting() returns trigger language plpgsql as $$
begin
    if (old.lijst_hash, old.aantal, old.wijze, old.zaad_bron, old.baken, old.lijst_op) is distinct from (new.lijst_hash, new.aantal, new.wijze, new.zaad_bron, new.baken, new.lijst_op) then
        raise exception 'de deelnemerslijst van een loting ligt vast' using errcode = '23514';
    end if;
    if old.zaad is not null and (old.zaad, old.uitslag_hash, old.getrokken_op, old.toegekend) is distinct from (new.zaad, new.uitslag_hash, new.getrokken_op, new.toegekend) then
        raise exception 'een loting wordt een keer getrokken' using errcode = '23514';
    end if;
    if new.zaad is not null and (select count(*) from loting_bijdrage b where b.tijdvak_id = new.tijdvak_id) < 2 then
        raise exception 'het zaad van een loting komt van twee mensen' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger loting_vast before update on loting for each row execute function bewaak_loting();
do $$
declare tabel text;
begin
    foreach tabel in array array['loting_bijdrage', 'loting_deelnemer', 'loting_uitslag'] loop
        execute format('create trigger %I before update or delete on %I for each row execute function weiger_wijziging()', tabel || '_vast', tabel);
        execute format('create trigger %I before truncate on %I for each statement execute function weiger_wijziging()', tabel || '_vast_truncate', tabel);
    end loop;
end $$;
revoke update, delete on loting_bijdrage, loting_deelnemer, loting_uitslag from stap_app;
revoke delete on loting from stap_app;

-- What fails a hard check is refused before the draw, so that no place goes to who could never have it.
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'ingediend', 'afgewezen', 'wijs-af', '{systeem,behandelaar,teamleider}');
