-- A version keeps the hash of what it says, so that taking an import back restores that too.
ALTER TABLE "opleiding_versie" ADD COLUMN "inhoud_hash" TEXT;

-- nu() reads a row: asked once for a statement, not once for each of 400.000 rows.
create or replace function bewaar_activiteitversies() returns trigger language plpgsql security definer set search_path = public as $$
declare moment timestamptz := nu();
begin
    insert into scholingsactiviteit_versie (scholingsactiviteit_id, versie, inhoud, door_id, bron, import_id, geldig_van, vervangen_op)
    select o.id, o.versie, inhoud_van(o.*::scholingsactiviteit), o.door_id, o.bron, o.import_id, o.updated_at, moment
    from oud o join nieuw n on n.id = o.id where n.versie <> o.versie;
    return null;
end $$;

-- As Prisma has lists: the default is the empty one.
ALTER TABLE "opleiding" ALTER COLUMN "themas" DROP NOT NULL, ALTER COLUMN "dagdelen" DROP NOT NULL;
ALTER TABLE "scholingsactiviteit" ALTER COLUMN "dagdelen" DROP NOT NULL;
