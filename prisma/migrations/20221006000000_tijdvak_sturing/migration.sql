-- Steering a tijdvak: how the budget is divided (order of receipt, or a draw), what visitors read during a pause,
-- and until when the reserve list runs (null: there is none).
ALTER TABLE "tijdvak" ADD COLUMN "modus" TEXT NOT NULL DEFAULT 'volgorde',
ADD COLUMN "pauze_melding" TEXT,
ADD COLUMN "reserve_tot" TIMESTAMPTZ(3);

alter table tijdvak
    add constraint tijdvak_modus check (modus in ('volgorde', 'loting')),
    -- a message only during a pause, and never an empty one
    add constraint tijdvak_pauze_melding check (pauze_melding is null or (toestand = 'gepauzeerd' and length(pauze_melding) > 0)),
    add constraint tijdvak_reserve check (reserve_tot is null or reserve_tot > opent_op);
