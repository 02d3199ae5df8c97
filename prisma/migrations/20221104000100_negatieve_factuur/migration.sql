-- An invoice of a negative amount is refused, and kept as it came like every other one.
alter table factuur
    drop constraint factuur_teruggenomen,
    add constraint factuur_teruggenomen check (gecrediteerd_cent >= 0 and teruggevorderd_cent >= 0 and gecrediteerd_cent::bigint + teruggevorderd_cent <= greatest(coalesce(bedrag_cent, 0), 0));
