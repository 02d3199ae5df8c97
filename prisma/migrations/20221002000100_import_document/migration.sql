-- The file of an import that came through the portal: the worker reads it from here. Null for a file read from disk by an operator.
ALTER TABLE "import" ADD COLUMN "document_id" UUID;
ALTER TABLE "import" ADD CONSTRAINT "import_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- The list of imports of one opleider, newest first, and what an import changed.
CREATE INDEX "import_opleider_id_created_at_idx" ON "import"("opleider_id", "created_at");
CREATE INDEX "opleiding_versie_import_id_idx" ON "opleiding_versie"("import_id");

-- What can be searched of an opleiding: its title (twice, so that it weighs more), summary, opleider, category and places.
-- One way for the import and for the hand: whoever changes one of these calls it in the same transaction.
create function werk_zoektekst_bij(ids uuid[], labels jsonb) returns void language sql as $$
    update opleiding o set zoektekst = n.tekst
    from (
        select o2.id, concat_ws(' ', o2.titel, o2.titel, o2.samenvatting, d.naam, labels ->> o2.categorie, (
            select string_agg(distinct s.plaats, ' ' order by s.plaats) from scholingsactiviteit s where s.opleiding_id = o2.id and s.status = 'open')) as tekst
        from opleiding o2 join opleider d on d.id = o2.opleider_id
        where o2.id = any (ids)
    ) n
    where o.id = n.id and o.zoektekst is distinct from n.tekst
$$;
