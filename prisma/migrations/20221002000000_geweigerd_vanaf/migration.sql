-- I3: what was refused to one is not given to a later one who asks as much or more, also when a reservation fell free in
-- between. The allocator keeps the smallest amount it refused per compartiment.
ALTER TABLE "compartiment" ADD COLUMN "geweigerd_vanaf_cent" INTEGER;
alter table compartiment add constraint compartiment_geweigerd_vanaf check (geweigerd_vanaf_cent > 0);
grant update (geweigerd_vanaf_cent) on compartiment to stap_app;
