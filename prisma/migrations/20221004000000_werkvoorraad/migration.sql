-- The worklist of the behandelaars: in order of term, and which check of which aanvraag is still open. The other checks, eight
-- of nine, are not looked at.
create index aanvraag_werkvoorraad on aanvraag (beslis_uiterlijk_op, ingediend_op, kenmerk) where status in ('in-behandeling', 'aangehouden');
create index beoordeling_open on beoordeling (aanvraag_id, ronde) include (controle) where uitkomst <> 'voldoet';
