-- A burger who stopped tells which private fee the opleider charged: more than the maximum, or another amount than the opleider reported, waits
-- for a person (docs/adr/0036).
CREATE TABLE "kostenmelding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "bedrag_cent" INTEGER NOT NULL,
    "toelichting" TEXT NOT NULL,
    "gemeld_door" UUID NOT NULL,
    "gemeld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "status" TEXT NOT NULL DEFAULT 'open',
    "uitkomst" TEXT,
    "reden" TEXT,
    "afgehandeld_door" UUID,
    "afgehandeld_op" TIMESTAMPTZ(6),
    CONSTRAINT "kostenmelding_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "kostenmelding_aanvraag_id_key" ON "kostenmelding"("aanvraag_id");
CREATE INDEX "kostenmelding_gemeld_door_idx" ON "kostenmelding"("gemeld_door");
CREATE INDEX "kostenmelding_afgehandeld_door_idx" ON "kostenmelding"("afgehandeld_door");
ALTER TABLE "kostenmelding" ADD CONSTRAINT "kostenmelding_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "kostenmelding" ADD CONSTRAINT "kostenmelding_gemeld_door_fkey" FOREIGN KEY ("gemeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "kostenmelding" ADD CONSTRAINT "kostenmelding_afgehandeld_door_fkey" FOREIGN KEY ("afgehandeld_door") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index kostenmelding_open on kostenmelding (gemeld_op) where status = 'open';
alter table kostenmelding
    add constraint kostenmelding_bedrag check (bedrag_cent > 0),
    add constraint kostenmelding_uitkomst check (uitkomst in ('bevestigd', 'overgenomen', 'niet-overgenomen')),
    -- the opleider reports the same and nobody needs to look, or a person says why
    add constraint kostenmelding_status check (status in ('open', 'afgehandeld') and (status = 'afgehandeld') = (uitkomst is not null) and (uitkomst is null) = (afgehandeld_op is null)
        and (afgehandeld_door is not null) = coalesce(uitkomst <> 'bevestigd', false) and (afgehandeld_door is null) = (reden is null));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values ('kostenmelding', 'open', 'afgehandeld', 'handel-af', '{behandelaar,teamleider,systeem}');
create trigger kostenmelding_overgang before update of status on kostenmelding for each row execute function bewaak_overgang('kostenmelding');

create function bewaak_kostenmelding() returns trigger language plpgsql as $$
begin
    if not exists (select from aanvraag a where a.id = new.aanvraag_id and a.burger_id = new.gemeld_door)
       or not exists (select from stopzetting s where s.aanvraag_id = new.aanvraag_id) and not exists (select from deelname d where d.aanvraag_id = new.aanvraag_id and d.oorzaak = 'burger') then
        raise exception 'alleen wie zelf stopte, meldt wat de opleider rekende' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger kostenmelding_nieuw before insert on kostenmelding for each row execute function bewaak_kostenmelding();
revoke update, delete on kostenmelding from stap_app;
grant update (status, uitkomst, reden, afgehandeld_door, afgehandeld_op) on kostenmelding to stap_app;
