-- Art. 12a: the verleningen of one scholingsactiviteit are counted when an aanvraag for it is prepared and received.
CREATE INDEX "aanvraag_scholingsactiviteit_id_idx" ON "aanvraag"("scholingsactiviteit_id");
