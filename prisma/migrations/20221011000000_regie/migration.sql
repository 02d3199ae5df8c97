-- The control room: how a tijdvak stood, every few seconds of an opening. Kept for a day, worth nothing after a crash (unlogged);
-- technical, so in real time and not in nu(). over: cents left per code of a compartiment.
CREATE UNLOGGED TABLE "regie_meting" (
    "tijdvak_id" UUID NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "wachtend" INTEGER NOT NULL,
    "toegelaten_tot" INTEGER NOT NULL,
    "per_minuut" INTEGER NOT NULL,
    "ontvangen" INTEGER NOT NULL,
    "onbeslist" INTEGER NOT NULL,
    "over" JSONB NOT NULL,

    CONSTRAINT "regie_meting_pkey" PRIMARY KEY ("tijdvak_id","op")
);

ALTER TABLE "regie_meting" ADD CONSTRAINT "regie_meting_tijdvak_id_fkey" FOREIGN KEY ("tijdvak_id") REFERENCES "tijdvak"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The desk: which employee helped which burger, from when and why. What was done then stands in the log of the aanvraag.
CREATE TABLE "hulp" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "medewerker_id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "reden" TEXT NOT NULL,
    "begonnen_op" TIMESTAMPTZ(3) NOT NULL DEFAULT nu(),

    CONSTRAINT "hulp_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "hulp_medewerker_id_begonnen_op_idx" ON "hulp"("medewerker_id", "begonnen_op");

ALTER TABLE "hulp" ADD CONSTRAINT "hulp_medewerker_id_fkey" FOREIGN KEY ("medewerker_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "hulp" ADD CONSTRAINT "hulp_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "gebruiker"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table hulp add constraint hulp_reden check (length(reden) > 0);
create trigger hulp_vast before update or delete on hulp for each row execute function weiger_wijziging();
create trigger hulp_vast_truncate before truncate on hulp for each statement execute function weiger_wijziging();
revoke update, delete on hulp from stap_app;
