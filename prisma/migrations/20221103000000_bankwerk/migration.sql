-- What the bank says can be acted on: rejections of a batch are one question, a question is booked by a person (above an amount by two), and
-- a file that could not be taken leaves its row.

-- ── Messages ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A file without content, or a larger one than we keep, has no document; each such file has a row of its own.
alter table bankbericht
    alter column document_id drop not null,
    add constraint bankbericht_inhoud check (document_id is not null or toestand = 'geweigerd');
drop index bankbericht_sha256_key;
create unique index bankbericht_sha256_key on bankbericht (sha256) where document_id is not null;

-- ── Statements ────────────────────────────────────────────────────────────────────────────────────────────────
-- The day of the closing balance tells two statements apart at a bank that begins to count again each year. Those of before have none.
alter table bankafschrift add column datum date;
drop index bankafschrift_rekening_kenmerk_key;
CREATE UNIQUE INDEX "bankafschrift_rekening_kenmerk_datum_key" ON "bankafschrift"("rekening", "kenmerk", "datum") nulls not distinct;

-- ── Questions ─────────────────────────────────────────────────────────────────────────────────────────────────
-- A question about many payments of a batch, each of which stands in bankvraag_betaling. The system closes one by itself only when it
-- confirmed the payments that it was about.
alter table bankvraag
    add column batch_id uuid,
    drop constraint bankvraag_gevolg,
    drop constraint bankvraag_afgehandeld,
    add constraint bankvraag_gevolg check (gevolg in ('geboekt', 'terug', 'bevestigd', 'opnieuw') and (gevolg is null or toestand = 'afgehandeld')),
    add constraint bankvraag_afgehandeld check ((toestand = 'afgehandeld') = (afgehandeld_op is not null and toelichting is not null)
        and (toestand = 'afgehandeld' or afgehandeld_door is null) and (toestand = 'open' or afgehandeld_door is not null or gevolg = 'bevestigd'));
ALTER TABLE "bankvraag" ADD CONSTRAINT "bankvraag_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "betaalbatch"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "bankvraag_batch_id_idx" ON "bankvraag"("batch_id");

CREATE TABLE "bankvraag_betaling" (
    "vraag_id" UUID NOT NULL,
    "betaling_id" UUID NOT NULL,
    CONSTRAINT "bankvraag_betaling_pkey" PRIMARY KEY ("vraag_id", "betaling_id")
);
CREATE INDEX "bankvraag_betaling_betaling_id_idx" ON "bankvraag_betaling"("betaling_id");
ALTER TABLE "bankvraag_betaling" ADD CONSTRAINT "bankvraag_betaling_vraag_id_fkey" FOREIGN KEY ("vraag_id") REFERENCES "bankvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvraag_betaling" ADD CONSTRAINT "bankvraag_betaling_betaling_id_fkey" FOREIGN KEY ("betaling_id") REFERENCES "betaling"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── Acts on a question ────────────────────────────────────────────────────────────────────────────────────────
-- What somebody wants to do with the money of a question. Up to an amount it is done at once; above it another person decides.
CREATE TABLE "bankvoorstel" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "vraag_id" UUID NOT NULL,
    "besluit" TEXT NOT NULL,
    "gegevens" JSONB NOT NULL DEFAULT '{}',
    "bedrag_cent" BIGINT NOT NULL,
    "toelichting" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "voorgesteld_door" UUID NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "besloten_door" UUID,
    "besloten_op" TIMESTAMPTZ(6),
    CONSTRAINT "bankvoorstel_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bankvoorstel_vraag_id_idx" ON "bankvoorstel"("vraag_id");
ALTER TABLE "bankvoorstel" ADD CONSTRAINT "bankvoorstel_vraag_id_fkey" FOREIGN KEY ("vraag_id") REFERENCES "bankvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvoorstel" ADD CONSTRAINT "bankvoorstel_voorgesteld_door_fkey" FOREIGN KEY ("voorgesteld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bankvoorstel" ADD CONSTRAINT "bankvoorstel_besloten_door_fkey" FOREIGN KEY ("besloten_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create unique index bankvoorstel_een_open on bankvoorstel (vraag_id) where status = 'voorgesteld';
-- a question is acted on once, whatever the program does
create unique index bankvoorstel_een_uitgevoerd on bankvoorstel (vraag_id) where status = 'uitgevoerd';
alter table bankvoorstel
    add constraint bankvoorstel_besluit check (besluit in ('boek', 'neem-aan', 'betaal-terug', 'bevestig')),
    add constraint bankvoorstel_bedrag check (bedrag_cent > 0),
    add constraint bankvoorstel_status check (status in ('voorgesteld', 'uitgevoerd', 'afgewezen')
        and (status = 'voorgesteld') = (besloten_op is null) and (besloten_op is null) = (besloten_door is null));

-- Within the amount of one person an act stands by itself; above it another person decides. Without a parameter for that day it is always two.
create function bewaak_bankvoorstel() returns trigger language plpgsql as $$
declare alleen bigint;
begin
    if tg_op = 'UPDATE' and (old.status <> 'voorgesteld' or (old.vraag_id, old.besluit, old.gegevens, old.bedrag_cent, old.toelichting, old.voorgesteld_door, old.voorgesteld_op)
            is distinct from (new.vraag_id, new.besluit, new.gegevens, new.bedrag_cent, new.toelichting, new.voorgesteld_door, new.voorgesteld_op)) then
        raise exception 'een voorstel ligt vast, en over een voorstel wordt een keer besloten' using errcode = '23514';
    end if;
    if new.status <> 'uitgevoerd' or new.besloten_door <> new.voorgesteld_door then return new; end if;
    select coalesce(max((p.waarde ->> 'alleenTotCent')::bigint), 0) into alleen
      from parameter p where p.naam = 'bankmandaat' and daterange(p.geldig_van, p.geldig_tot) @> (nu() at time zone 'Europe/Amsterdam')::date;
    if new.bedrag_cent > alleen then
        raise exception 'boven het bedrag van een persoon beslissen twee mensen over geld op een afschrift' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger bankvoorstel_mandaat before insert or update on bankvoorstel for each row execute function bewaak_bankvoorstel();

create trigger bankvraag_betaling_vast before update or delete on bankvraag_betaling for each row execute function weiger_wijziging();
create trigger bankvraag_betaling_vast_truncate before truncate on bankvraag_betaling for each statement execute function weiger_wijziging();
revoke update, delete on bankvraag_betaling, bankvoorstel from stap_app;
grant update (status, besloten_door, besloten_op) on bankvoorstel to stap_app;

-- A database that has its regeling already gets these too.
insert into parameter (naam, waarde, geldig_van, geldig_tot, bron)
select t.naam, t.waarde::jsonb, date '2022-01-01', null, t.bron from (values
    ('bankmandaat', '{"alleenTotCent": 100000}', 'Eigen keuze, nog vast te stellen; boven dit bedrag beslissen twee mensen over geld op een afschrift dat niet vanzelf was te boeken'),
    ('bank-antwoord', '{"werkdagen": 2}', 'BW 7:537 lid 1: uiterlijk de volgende werkdag; de dag erna staat het op een afschrift (eigen keuze)')) as t (naam, waarde, bron)
where exists (select from parameter);
