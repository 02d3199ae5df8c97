-- Who was helped may ask who looked at the dossier and why.
CREATE INDEX "hulp_burger_id_idx" ON "hulp"("burger_id");
