-- How a scholing ended: reports in bulk, a correction that keeps what was said before, terms with reminders, evidence of the burger, and
-- the sample of the Toetsingskamer (docs/adr/0037).

-- ── A report has versions ────────────────────────────────────────────────────────────────────────────────────
alter table deelname
    add column versie integer not null default 1,
    add column bron text not null default 'portaal',
    -- the opleider keeps the bewijs and hands it over when it is asked for (art. 14 lid 3)
    add column bewijs_bewaard boolean not null default false,
    add column reden text,
    -- the last day on which the burger can say whether it is right
    add column reactie_uiterlijk_op date,
    add column reactie_bewijs_id uuid,
    -- the letter that asked
    add column brief_id uuid,
    -- when the term was found to be over
    add column gesloten_op timestamptz(6);
ALTER TABLE "deelname" ADD CONSTRAINT "deelname_reactie_bewijs_id_fkey" FOREIGN KEY ("reactie_bewijs_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname" ADD CONSTRAINT "deelname_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
update deelname set bewijs_bewaard = true where uitkomst = 'succesvol' and bewijs_id is null;
-- Who was asked before there was a term gets one from now, of the length that was stated first.
update deelname d set reactie_uiterlijk_op = (nu() at time zone 'Europe/Amsterdam')::date + 28,
    brief_id = (select b.id from brief b where b.aanvraag_id = d.aanvraag_id and b.soort = 'mededeling' and b.verzonden_op >= d.gemeld_op order by b.verzonden_op limit 1)
where reactie is null;
alter table deelname drop constraint deelname_reactie, drop constraint deelname_oorzaak;
alter table deelname
    add constraint deelname_reactie check (reactie in ('bevestigd', 'betwist', 'zonder-reactie') and (reactie is null) = (reactie_op is null)),
    add constraint deelname_oorzaak check ((uitkomst = 'niet-succesvol') = (oorzaak is not null) and oorzaak in ('opleider', 'burger', 'overmacht', 'niet-gegeven', 'niet-gestart')),
    add constraint deelname_bron check (bron in ('portaal', 'bestand', 'api')),
    add constraint deelname_versie check (versie >= 1 and (versie = 1) = (reden is null)),
    -- art. 14 lid 2: completed is shown by a bewijs, at once or when it is asked for
    add constraint deelname_bewijs check (uitkomst <> 'succesvol' or bewijs_id is not null or bewijs_bewaard),
    add constraint deelname_termijn check (reactie_uiterlijk_op is not null or reactie is not null),
    add constraint deelname_reactie_bewijs check (reactie_bewijs_id is null or reactie in ('bevestigd', 'betwist'));
create index deelname_wacht on deelname (reactie_uiterlijk_op) where reactie is null;
CREATE INDEX "deelname_gemeld_op_idx" ON "deelname"("gemeld_op");

-- What a report said, and what the burger answered, before it was corrected.
CREATE TABLE "deelname_versie" (
    "deelname_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "inhoud" JSONB NOT NULL,
    "tot" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "deelname_versie_pkey" PRIMARY KEY ("deelname_id","versie")
);
ALTER TABLE "deelname_versie" ADD CONSTRAINT "deelname_versie_deelname_id_fkey" FOREIGN KEY ("deelname_id") REFERENCES "deelname"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create trigger deelname_versie_vast before update or delete on deelname_versie for each row execute function weiger_wijziging();
revoke update, delete on deelname_versie from stap_app;

-- What was reported changes only as a new version, with a reason, and as long as nothing is established; the burger is asked anew. An
-- answer is given once for each version.
create function bewaak_deelname() returns trigger language plpgsql as $$
begin
    if (old.id, old.aanvraag_id) is distinct from (new.id, new.aanvraag_id) then
        raise exception 'een melding blijft bij haar aanvraag' using errcode = '23514';
    end if;
    if new.versie = old.versie then
        if (old.uitkomst, old.wijze, old.percentage, old.oorzaak, old.toelichting, old.bewijs_id, old.bewijs_bewaard, old.gemeld_door, old.gemeld_op, old.bron, old.reden, old.reactie_uiterlijk_op)
          is distinct from
           (new.uitkomst, new.wijze, new.percentage, new.oorzaak, new.toelichting, new.bewijs_id, new.bewijs_bewaard, new.gemeld_door, new.gemeld_op, new.bron, new.reden, new.reactie_uiterlijk_op) then
            raise exception 'een gewijzigde melding is een nieuwe versie' using errcode = '23514';
        end if;
        if old.reactie is not null and (old.reactie, old.reactie_toelichting, old.reactie_op, old.reactie_bewijs_id) is distinct from (new.reactie, new.reactie_toelichting, new.reactie_op, new.reactie_bewijs_id) then
            raise exception 'op een melding wordt een keer gereageerd' using errcode = '23514';
        end if;
        return new;
    end if;
    if new.versie <> old.versie + 1 or new.reden is null or new.reactie is not null or new.brief_id is not null or new.gesloten_op is not null then
        raise exception 'een nieuwe versie van een melding heeft een reden en wordt opnieuw aan de burger gevraagd' using errcode = '23514';
    end if;
    if not exists (select from aanvraag a where a.id = new.aanvraag_id and a.status in ('verleend', 'betwist')) then
        raise exception 'over deze deelname is al beslist' using errcode = '23514';
    end if;
    insert into deelname_versie (deelname_id, versie, inhoud) values (old.id, old.versie, to_jsonb(old));
    return new;
end $$;
create trigger deelname_bewaakt before update on deelname for each row execute function bewaak_deelname();
grant update (versie, uitkomst, wijze, percentage, oorzaak, toelichting, bewijs_id, bewijs_bewaard, gemeld_door, gemeld_op, bron, reden,
    reactie_uiterlijk_op, reactie_bewijs_id, brief_id, gesloten_op) on deelname to stap_app;

insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('aanvraag', 'betwist', 'verleend', 'corrigeer-deelname', '{opleider}');

-- ── Many reports in one file: read, shown, and only then written ─────────────────────────────────────────────
CREATE TABLE "deelname_bestand" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "door_id" UUID NOT NULL,
    "formaat" TEXT NOT NULL,
    "bestandsnaam" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "toestand" TEXT NOT NULL DEFAULT 'ontvangen',
    "reden" TEXT,
    "goed" INTEGER NOT NULL DEFAULT 0,
    "fout" INTEGER NOT NULL DEFAULT 0,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "gelezen_op" TIMESTAMPTZ(6),
    "doorgevoerd_op" TIMESTAMPTZ(6),

    CONSTRAINT "deelname_bestand_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deelname_bestand_opleider_id_op_idx" ON "deelname_bestand"("opleider_id", "op");
ALTER TABLE "deelname_bestand" ADD CONSTRAINT "deelname_bestand_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_bestand" ADD CONSTRAINT "deelname_bestand_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_bestand" ADD CONSTRAINT "deelname_bestand_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelname_bestand
    add constraint deelname_bestand_formaat check (formaat in ('csv', 'xml')),
    add constraint deelname_bestand_toestand check (toestand in ('ontvangen', 'gelezen', 'mislukt', 'doorgevoerd', 'vervallen')),
    add constraint deelname_bestand_gelezen check ((toestand = 'ontvangen') = (gelezen_op is null) and (toestand = 'mislukt') = (reden is not null)
        and (toestand = 'doorgevoerd') = (doorgevoerd_op is not null) and goed >= 0 and fout >= 0);

CREATE TABLE "deelname_bestand_rij" (
    "bestand_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "regel" INTEGER NOT NULL,
    "kenmerk" TEXT,
    "aanvraag_id" UUID,
    "melding" JSONB,
    "fouten" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "deelname_bestand_rij_pkey" PRIMARY KEY ("bestand_id","nummer")
);
ALTER TABLE "deelname_bestand_rij" ADD CONSTRAINT "deelname_bestand_rij_bestand_id_fkey" FOREIGN KEY ("bestand_id") REFERENCES "deelname_bestand"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_bestand_rij" ADD CONSTRAINT "deelname_bestand_rij_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelname_bestand_rij add constraint deelname_bestand_rij_oordeel
    check ((melding is null) = (jsonb_array_length(fouten) > 0) and (melding is null or aanvraag_id is not null));
-- one aanvraag once in a file
create unique index deelname_bestand_rij_een on deelname_bestand_rij (bestand_id, aanvraag_id) where melding is not null;
revoke update, delete on deelname_bestand_rij from stap_app;
revoke update, delete on deelname_bestand from stap_app;
grant update (toestand, reden, goed, fout, gelezen_op, doorgevoerd_op) on deelname_bestand to stap_app;

create function bewaak_deelname_bestand() returns trigger language plpgsql as $$
begin
    if not ((old.toestand = 'ontvangen' and new.toestand in ('gelezen', 'mislukt')) or (old.toestand = 'gelezen' and new.toestand in ('doorgevoerd', 'vervallen'))) then
        raise exception 'een bestand met deelnames gaat niet van % naar %', old.toestand, new.toestand using errcode = '23514';
    end if;
    return new;
end $$;
create trigger deelname_bestand_bewaakt before update on deelname_bestand for each row execute function bewaak_deelname_bestand();

-- ── The term, and who was reminded of it ─────────────────────────────────────────────────────────────────────
-- What ends in a stretch of days is found without walking everything that was ever issued. (Not by the status of the aanvraag: an index
-- that names it would be written in an opening.)
CREATE INDEX "aanmeldbewijs_einddatum_idx" ON "aanmeldbewijs"("einddatum");

-- One message for an opleider and a day, whatever the number of deelnemers in it.
CREATE TABLE "deelname_bericht" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "opleider_id" UUID NOT NULL,
    "dag" DATE NOT NULL,
    "brief_id" UUID,

    CONSTRAINT "deelname_bericht_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "deelname_bericht_opleider_id_dag_key" ON "deelname_bericht"("opleider_id", "dag");
ALTER TABLE "deelname_bericht" ADD CONSTRAINT "deelname_bericht_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_bericht" ADD CONSTRAINT "deelname_bericht_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index deelname_bericht_te_sturen on deelname_bericht (id) where brief_id is null;

-- Every step once for an aanvraag; the burger is reminded once of every version of a report.
CREATE TABLE "deelname_herinnering" (
    "aanvraag_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "versie" INTEGER NOT NULL DEFAULT 0,
    "dag" DATE NOT NULL,
    "bericht_id" UUID,
    "brief_id" UUID,

    CONSTRAINT "deelname_herinnering_pkey" PRIMARY KEY ("aanvraag_id","soort","versie")
);
CREATE INDEX "deelname_herinnering_bericht_id_idx" ON "deelname_herinnering"("bericht_id");
ALTER TABLE "deelname_herinnering" ADD CONSTRAINT "deelname_herinnering_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_herinnering" ADD CONSTRAINT "deelname_herinnering_bericht_id_fkey" FOREIGN KEY ("bericht_id") REFERENCES "deelname_bericht"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_herinnering" ADD CONSTRAINT "deelname_herinnering_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelname_herinnering
    add constraint deelname_herinnering_soort check (soort in ('vooraf', 'te-laat', 'laatste', 'reactie')),
    add constraint deelname_herinnering_aan check ((soort = 'reactie') = (bericht_id is null) and (soort = 'reactie') = (versie > 0));
create index deelname_herinnering_te_sturen on deelname_herinnering (aanvraag_id) where soort = 'reactie' and brief_id is null;

-- Nothing was reported: the burger is asked what happened, before a vaststelling of office (Awb 4:47).
CREATE TABLE "deelname_navraag" (
    "aanvraag_id" UUID NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "uiterlijk_op" DATE NOT NULL,
    "brief_id" UUID,
    "antwoord" TEXT,
    "toelichting" TEXT,
    "bewijs_id" UUID,
    "beantwoord_op" TIMESTAMPTZ(6),

    CONSTRAINT "deelname_navraag_pkey" PRIMARY KEY ("aanvraag_id")
);
CREATE INDEX "deelname_navraag_uiterlijk_op_idx" ON "deelname_navraag"("uiterlijk_op");
ALTER TABLE "deelname_navraag" ADD CONSTRAINT "deelname_navraag_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_navraag" ADD CONSTRAINT "deelname_navraag_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_navraag" ADD CONSTRAINT "deelname_navraag_bewijs_id_fkey" FOREIGN KEY ("bewijs_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelname_navraag
    add constraint deelname_navraag_antwoord check (antwoord in ('afgerond', 'niet-afgerond', 'niet-gevolgd') and (antwoord is null) = (beantwoord_op is null)
        and (antwoord is not null or (toelichting is null and bewijs_id is null)));
create index deelname_navraag_te_sturen on deelname_navraag (aanvraag_id) where brief_id is null;
create function bewaak_deelname_navraag() returns trigger language plpgsql as $$
begin
    if old.antwoord is not null or (old.brief_id is not null and old.brief_id is distinct from new.brief_id) then
        raise exception 'op een navraag wordt een keer geantwoord' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger deelname_navraag_bewaakt before update on deelname_navraag for each row execute function bewaak_deelname_navraag();

-- The round of a day, once.
CREATE TABLE "deelname_ronde" (
    "dag" DATE NOT NULL,
    "aantallen" JSONB NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "deelname_ronde_pkey" PRIMARY KEY ("dag")
);
create trigger deelname_ronde_vast before update or delete on deelname_ronde for each row execute function weiger_wijziging();
revoke update, delete on deelname_ronde from stap_app;
revoke update, delete on deelname_bericht, deelname_herinnering, deelname_navraag from stap_app;
grant update (brief_id) on deelname_bericht, deelname_herinnering to stap_app;
grant update (brief_id, antwoord, toelichting, bewijs_id, beantwoord_op) on deelname_navraag to stap_app;

-- ── The sample of the Toetsingskamer (art. 23) ───────────────────────────────────────────────────────────────
CREATE TABLE "deelnamecontrole" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "maand" DATE NOT NULL,
    "zaad" TEXT NOT NULL,
    "populatie" INTEGER NOT NULL,
    "populatie_hash" TEXT NOT NULL,
    "uiterlijk_op" DATE NOT NULL,
    "getrokken_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "deelnamecontrole_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "deelnamecontrole_maand_key" ON "deelnamecontrole"("maand");
alter table deelnamecontrole add constraint deelnamecontrole_maand check (extract(day from maand) = 1 and uiterlijk_op > maand and populatie >= 0 and populatie_hash ~ '^[0-9a-f]{64}$');
create trigger deelnamecontrole_vast before update or delete on deelnamecontrole for each row execute function weiger_wijziging();

CREATE TABLE "deelnamecontrole_geval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "controle_id" UUID NOT NULL,
    "nummer" INTEGER NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "deelname_versie" INTEGER NOT NULL,
    "gewicht" INTEGER NOT NULL,
    "signalen" TEXT[] DEFAULT '{}',
    "brief_id" UUID,
    "ingeleverd_op" TIMESTAMPTZ(6),
    "oordeel" TEXT,
    "reden" TEXT,
    "door_id" UUID,
    "beoordeeld_op" TIMESTAMPTZ(6),

    CONSTRAINT "deelnamecontrole_geval_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "deelnamecontrole_geval_controle_id_nummer_key" ON "deelnamecontrole_geval"("controle_id", "nummer");
CREATE UNIQUE INDEX "deelnamecontrole_geval_controle_id_aanvraag_id_key" ON "deelnamecontrole_geval"("controle_id", "aanvraag_id");
CREATE INDEX "deelnamecontrole_geval_aanvraag_id_idx" ON "deelnamecontrole_geval"("aanvraag_id");
CREATE INDEX "deelnamecontrole_geval_opleider_id_idx" ON "deelnamecontrole_geval"("opleider_id");
ALTER TABLE "deelnamecontrole_geval" ADD CONSTRAINT "deelnamecontrole_geval_controle_id_fkey" FOREIGN KEY ("controle_id") REFERENCES "deelnamecontrole"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_geval" ADD CONSTRAINT "deelnamecontrole_geval_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_geval" ADD CONSTRAINT "deelnamecontrole_geval_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_geval" ADD CONSTRAINT "deelnamecontrole_geval_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_geval" ADD CONSTRAINT "deelnamecontrole_geval_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelnamecontrole_geval
    add constraint deelnamecontrole_geval_oordeel check (oordeel in ('goed', 'onvoldoende', 'niet-geleverd') and (oordeel is null) = (door_id is null)
        and (oordeel is null) = (beoordeeld_op is null) and (oordeel is null) = (reden is null)),
    add constraint deelnamecontrole_geval_gewicht check (gewicht >= 1 and nummer >= 1);

CREATE TABLE "deelnamecontrole_stuk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "geval_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "omschrijving" TEXT NOT NULL,
    "door_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),

    CONSTRAINT "deelnamecontrole_stuk_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deelnamecontrole_stuk_geval_id_idx" ON "deelnamecontrole_stuk"("geval_id");
ALTER TABLE "deelnamecontrole_stuk" ADD CONSTRAINT "deelnamecontrole_stuk_geval_id_fkey" FOREIGN KEY ("geval_id") REFERENCES "deelnamecontrole_geval"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_stuk" ADD CONSTRAINT "deelnamecontrole_stuk_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelnamecontrole_stuk" ADD CONSTRAINT "deelnamecontrole_stuk_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create trigger deelnamecontrole_stuk_vast before update or delete on deelnamecontrole_stuk for each row execute function weiger_wijziging();

-- What the vaststelling has to know: who decides on the amount marks it as handled.
CREATE TABLE "deelname_signaal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "soort" TEXT NOT NULL,
    "geval_id" UUID,
    "reden" TEXT NOT NULL,
    "op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "afgehandeld_op" TIMESTAMPTZ(6),

    CONSTRAINT "deelname_signaal_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "deelname_signaal_geval_id_key" ON "deelname_signaal"("geval_id");
CREATE INDEX "deelname_signaal_aanvraag_id_idx" ON "deelname_signaal"("aanvraag_id");
ALTER TABLE "deelname_signaal" ADD CONSTRAINT "deelname_signaal_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "deelname_signaal" ADD CONSTRAINT "deelname_signaal_geval_id_fkey" FOREIGN KEY ("geval_id") REFERENCES "deelnamecontrole_geval"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table deelname_signaal add constraint deelname_signaal_soort check (soort in ('controle-onvoldoende', 'controle-niet-geleverd'));

-- A case is judged once; nothing is handed in after that, and "not handed in" is only said when the term is over and there is nothing.
create function bewaak_deelnamecontrole_geval() returns trigger language plpgsql as $$
begin
    if old.oordeel is not null then
        raise exception 'een oordeel over een deelnamecontrole ligt vast' using errcode = '23514';
    end if;
    if new.oordeel = 'niet-geleverd' and (exists (select from deelnamecontrole_stuk s where s.geval_id = new.id)
        or (select c.uiterlijk_op from deelnamecontrole c where c.id = new.controle_id) >= (nu() at time zone 'Europe/Amsterdam')::date) then
        raise exception 'niet geleverd is een oordeel na de termijn, als er geen stuk is' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger deelnamecontrole_geval_bewaakt before update on deelnamecontrole_geval for each row execute function bewaak_deelnamecontrole_geval();
create function bewaak_deelnamecontrole_stuk() returns trigger language plpgsql as $$
begin
    perform 1 from deelnamecontrole_geval g where g.id = new.geval_id and g.oordeel is null for share;
    if not found then
        raise exception 'dit geval is al beoordeeld' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger deelnamecontrole_stuk_open before insert on deelnamecontrole_stuk for each row execute function bewaak_deelnamecontrole_stuk();
revoke update, delete on deelnamecontrole, deelnamecontrole_geval, deelnamecontrole_stuk, deelname_signaal from stap_app;
grant update (brief_id, ingeleverd_op, oordeel, reden, door_id, beoordeeld_op) on deelnamecontrole_geval to stap_app;
grant update (afgehandeld_op) on deelname_signaal to stap_app;
