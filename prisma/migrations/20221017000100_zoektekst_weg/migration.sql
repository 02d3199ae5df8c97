-- The words that search reads stand in zoekdocument now: an import no longer carries them along.
drop function werk_zoektekst_bij(uuid[], jsonb);
drop index opleiding_zoekvector;
drop index opleiding_titel_trgm;
alter table opleiding drop column zoekvector;
ALTER TABLE "opleiding" DROP COLUMN "zoektekst";
