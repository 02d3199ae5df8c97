-- The waiting room of a tijdvak (docs/adr/0014): one row with the counters, one per ronde with the commitment and the draw,
-- one per place, and the order that was drawn.

CREATE TABLE "wachtkamer" (
    "tijdvak_id" UUID NOT NULL,
    "ronde" INTEGER NOT NULL DEFAULT 1,
    "volgende_nummer" INTEGER NOT NULL DEFAULT 1,
    "per_minuut" INTEGER NOT NULL,
    "toegelaten_tot" INTEGER NOT NULL DEFAULT 0,
    "toegelaten_op" TIMESTAMPTZ(6),
    "uitgeput_op" TIMESTAMPTZ(6),
    "verlaten_wachtend" INTEGER NOT NULL DEFAULT 0,
    "reikt_tot" INTEGER,
    "geopend_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "wachtkamer_pkey" PRIMARY KEY ("tijdvak_id")
);

CREATE TABLE "wachtkamer_ronde" (
    "tijdvak_id" UUID NOT NULL,
    "ronde" INTEGER NOT NULL,
    "zaad_hash" TEXT NOT NULL,
    "zaad_versleuteld" TEXT NOT NULL,
    "bekend_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "zaad" TEXT,
    "lijst_hash" TEXT,
    "aantal_voor" INTEGER,
    "opent_op" TIMESTAMPTZ(3),
    "geloot_op" TIMESTAMPTZ(6),

    CONSTRAINT "wachtkamer_ronde_pkey" PRIMARY KEY ("tijdvak_id","ronde")
);

-- No foreign key: it would lock the row of the wachtkamer again for every place. npm run controle compares them.
CREATE TABLE "wachtplaats" (
    "tijdvak_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "burger_id" UUID NOT NULL,
    "lot" TEXT NOT NULL,
    "genomen_op" TIMESTAMPTZ(6) NOT NULL,
    "verlaten_op" TIMESTAMPTZ(6),

    CONSTRAINT "wachtplaats_pkey" PRIMARY KEY ("tijdvak_id","nummer")
);

-- A table of its own and not a column of wachtplaats: written once, in one insert, and never changed.
CREATE TABLE "gelote_plaats" (
    "tijdvak_id" UUID NOT NULL,
    "ronde" INTEGER NOT NULL,
    "nummer" INTEGER NOT NULL,
    "plaats" INTEGER NOT NULL,

    CONSTRAINT "gelote_plaats_pkey" PRIMARY KEY ("tijdvak_id","ronde","nummer")
);

CREATE UNIQUE INDEX "wachtplaats_tijdvak_id_lot_key" ON "wachtplaats"("tijdvak_id", "lot");
CREATE UNIQUE INDEX "gelote_plaats_tijdvak_id_ronde_plaats_key" ON "gelote_plaats"("tijdvak_id", "ronde", "plaats");

ALTER TABLE "wachtkamer" ADD CONSTRAINT "wachtkamer_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wachtkamer_ronde" ADD CONSTRAINT "wachtkamer_ronde_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "wachtkamer"("tijdvak_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table wachtkamer
    add constraint wachtkamer_tellers check (ronde >= 1 and volgende_nummer >= 1 and toegelaten_tot >= 0 and verlaten_wachtend >= 0),
    add constraint wachtkamer_snelheid check (per_minuut between 1 and 600000);
alter table wachtkamer_ronde
    add constraint wachtkamer_ronde_hash check (zaad_hash ~ '^[0-9a-f]{64}$' and lijst_hash ~ '^[0-9a-f]{64}$'),
    -- a draw is there as a whole or not at all, and its seed is the one that was promised
    add constraint wachtkamer_ronde_geheel check (num_nulls(zaad, lijst_hash, aantal_voor, opent_op, geloot_op) in (0, 5)),
    add constraint wachtkamer_ronde_zaad check (zaad is null or encode(sha256(convert_to(zaad, 'UTF8')), 'hex') = zaad_hash),
    add constraint wachtkamer_ronde_na_opening check (geloot_op >= opent_op and aantal_voor >= 0);
alter table wachtplaats
    add constraint wachtplaats_nummer check (nummer >= 1),
    add constraint wachtplaats_lot check (lot ~ '^[0-9a-f]{32}$');
alter table gelote_plaats add constraint gelote_plaats_bereik check (nummer >= 1 and plaats >= 1);

-- one place per burger: more tabs and devices show the same one; who left and comes back after the opening joins behind
create unique index wachtplaats_een_per_burger on wachtplaats (burger_id, tijdvak_id) where verlaten_op is null;
-- who comes back is found by it
create index wachtplaats_verlaten on wachtplaats (tijdvak_id, burger_id) where verlaten_op is not null;
-- whether any prepared aanvraag can still be paid is asked every second
create index aanvraag_gereed on aanvraag (tijdvak_id, compartiment_id, bedrag_cent) where status = 'gereed';

-- It fails closed: nobody is let in before the draw of this ronde was committed, and within a ronde nobody is sent back.
create function bewaak_wachtkamer() returns trigger language plpgsql as $$
begin
    if new.ronde not in (old.ronde, old.ronde + 1) or new.volgende_nummer < old.volgende_nummer then
        raise exception 'wachtkamer %: tellers lopen alleen op', new.tijdvak_id using errcode = '23514';
    end if;
    if new.ronde > old.ronde and new.toegelaten_tot <> 0 then
        raise exception 'wachtkamer %: een nieuwe ronde begint bij nul', new.tijdvak_id using errcode = '23514';
    end if;
    if new.ronde = old.ronde and new.toegelaten_tot < old.toegelaten_tot then
        raise exception 'wachtkamer %: wie is toegelaten, blijft toegelaten', new.tijdvak_id using errcode = '23514';
    end if;
    if new.toegelaten_tot > 0 and new.toegelaten_tot <> old.toegelaten_tot and not exists (
        select from wachtkamer_ronde r where r.tijdvak_id = new.tijdvak_id and r.ronde = new.ronde and r.geloot_op is not null
    ) then
        raise exception 'wachtkamer %: er is nog niet geloot', new.tijdvak_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger wachtkamer_bewaakt before update on wachtkamer for each row execute function bewaak_wachtkamer();

-- The commitment stands from the moment it was published, and there is one draw.
create function bewaak_ronde() returns trigger language plpgsql as $$
begin
    if old.geloot_op is not null then
        raise exception 'ronde % van wachtkamer % is al geloot', old.ronde, old.tijdvak_id using errcode = '23514';
    end if;
    if (new.tijdvak_id, new.ronde, new.zaad_hash, new.zaad_versleuteld, new.bekend_op)
        is distinct from (old.tijdvak_id, old.ronde, old.zaad_hash, old.zaad_versleuteld, old.bekend_op) then
        raise exception 'de belofte van ronde % van wachtkamer % ligt vast', old.ronde, old.tijdvak_id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger wachtkamer_ronde_bewaakt before update on wachtkamer_ronde for each row execute function bewaak_ronde();

create trigger gelote_plaats_vast before update or delete on gelote_plaats for each row execute function weiger_wijziging();
create trigger gelote_plaats_vast_truncate before truncate on gelote_plaats for each statement execute function weiger_wijziging();

revoke delete on wachtkamer, wachtkamer_ronde from stap_app;
revoke update, delete on wachtplaats, gelote_plaats from stap_app;
grant update (verlaten_op) on wachtplaats to stap_app;

-- A regeling that was entered before this version knows the parameter too; a new one gets it from the seed.
insert into parameter (naam, waarde, geldig_van, bron)
select 'wachtkamer', '{"urenVoorOpening": 24, "perMinuut": 60000}', date '2022-01-01', 'Eigen keuze, nog vast te stellen'
where exists (select from parameter);
