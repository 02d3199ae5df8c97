-- The opleider changes date, place or form after a grant: reported, put to the burger, who accepts, refuses or switches.
CREATE TABLE "wijziging" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aanvraag_id" UUID NOT NULL,
    "opleider_id" UUID NOT NULL,
    "opleiding_id" UUID NOT NULL,
    "soorten" TEXT[],
    "oud" JSONB NOT NULL,
    "nieuw" JSONB NOT NULL,
    "reden" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'voorgelegd',
    "door_id" UUID NOT NULL,
    "gemeld_op" TIMESTAMPTZ(6) NOT NULL DEFAULT nu(),
    "antwoord_uiterlijk_op" DATE NOT NULL,
    "wissel_uiterlijk_op" DATE NOT NULL,
    "beantwoord_op" TIMESTAMPTZ(6),
    "vorig_aanmeldbewijs_id" UUID,
    "brief_id" UUID,

    CONSTRAINT "wijziging_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "wijziging_aanvraag_id_idx" ON "wijziging"("aanvraag_id");
CREATE INDEX "wijziging_opleider_id_gemeld_op_idx" ON "wijziging"("opleider_id", "gemeld_op");
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_opleider_id_fkey" FOREIGN KEY ("opleider_id") REFERENCES "opleider"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_opleiding_id_fkey" FOREIGN KEY ("opleiding_id") REFERENCES "opleiding"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_door_id_fkey" FOREIGN KEY ("door_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_vorig_aanmeldbewijs_id_fkey" FOREIGN KEY ("vorig_aanmeldbewijs_id") REFERENCES "aanmeldbewijs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table wijziging
    add constraint wijziging_soorten check (cardinality(soorten) >= 1 and soorten <@ array['datum', 'plaats', 'vorm']),
    add constraint wijziging_status check (status in ('voorgelegd', 'aanvaard', 'geweigerd', 'gewisseld')),
    add constraint wijziging_antwoord check ((status = 'voorgelegd') = (beantwoord_op is null) and (status = 'gewisseld') = (vorig_aanmeldbewijs_id is not null)),
    add constraint wijziging_termijn check (wissel_uiterlijk_op >= antwoord_uiterlijk_op);
create unique index wijziging_een_open on wijziging (aanvraag_id) where status = 'voorgelegd';

-- What was reported never changes; an answer is given once, a switch may follow a refusal.
create function bewaak_wijziging() returns trigger language plpgsql as $$
begin
    if (old.aanvraag_id, old.opleider_id, old.opleiding_id, old.soorten, old.oud, old.nieuw, old.reden, old.door_id, old.gemeld_op, old.antwoord_uiterlijk_op, old.wissel_uiterlijk_op)
       is distinct from (new.aanvraag_id, new.opleider_id, new.opleiding_id, new.soorten, new.oud, new.nieuw, new.reden, new.door_id, new.gemeld_op, new.antwoord_uiterlijk_op, new.wissel_uiterlijk_op)
       or (old.status <> new.status and not (old.status = 'voorgelegd' or old.status = 'geweigerd' and new.status = 'gewisseld')) then
        raise exception 'een gemelde wijziging ligt vast en wordt een keer beantwoord' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger wijziging_vast before update on wijziging for each row execute function bewaak_wijziging();
revoke delete on wijziging from stap_app;

-- A switch to another opleider takes the order along, under a new number, as long as no invoice came.
grant update (opleider_id, ordernummer) on verplichting to stap_app;
create function bewaak_verlegging() returns trigger language plpgsql as $$
begin
    if new.opleider_id <> old.opleider_id and (old.status <> 'open' or new.status <> 'open' or new.ordernummer = old.ordernummer) then
        raise exception 'een opdracht gaat alleen zonder factuur en met een nieuw nummer naar een andere opleider' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger verplichting_verlegd before update of opleider_id, ordernummer on verplichting for each row execute function bewaak_verlegging();
