-- Who does not choose after the opleider called a scholing off is reminded once; after the term the case stands in the worklist of UWV
-- (docs/adr/0036). A behandelaar announces an intrekking, or gives more time.
alter table wijziging
    -- the day on which the burger was reminded of the choice
    add column herinnerd_op date,
    add column herinnering_brief_id uuid;
ALTER TABLE "wijziging" ADD CONSTRAINT "wijziging_herinnering_brief_id_fkey" FOREIGN KEY ("herinnering_brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
alter table wijziging
    add constraint wijziging_herinnering check (herinnerd_op is null or soorten = array['annulering']),
    add constraint wijziging_herinneringsbrief check (herinnering_brief_id is null or herinnerd_op is not null);
-- What waits for a choice, by the day on which its term ends: the round of a day and the worklist.
create index wijziging_wacht_op_keuze on wijziging (wissel_uiterlijk_op) where status = 'voorgelegd' and soorten = array['annulering'];

-- What was reported never changes; an answer is given once, a switch may follow a refusal. The time to choose after a call-off can only
-- become longer, and then the burger is reminded anew.
create or replace function bewaak_wijziging() returns trigger language plpgsql as $$
begin
    if (old.aanvraag_id, old.opleider_id, old.opleiding_id, old.soorten, old.oud, old.nieuw, old.reden, old.door_id, old.gemeld_op, old.antwoord_uiterlijk_op)
       is distinct from (new.aanvraag_id, new.opleider_id, new.opleiding_id, new.soorten, new.oud, new.nieuw, new.reden, new.door_id, new.gemeld_op, new.antwoord_uiterlijk_op)
       or (old.wissel_uiterlijk_op <> new.wissel_uiterlijk_op and not (new.wissel_uiterlijk_op > old.wissel_uiterlijk_op and new.soorten = array['annulering'] and old.status = 'voorgelegd' and new.status = 'voorgelegd'))
       or (old.status <> new.status and not (old.status = 'voorgelegd' or old.status = 'geweigerd' and new.status = 'gewisseld')) then
        raise exception 'een gemelde wijziging ligt vast en wordt een keer beantwoord' using errcode = '23514';
    end if;
    return new;
end $$;

-- A database that has its regeling already gets this too.
insert into parameter (naam, waarde, geldig_van, geldig_tot, bron)
select 'afzegging-keuze', '{"dagen": 28, "herinneringDagen": 7}', date '2022-01-01', date '2027-01-01',
    'Eigen keuze, nog vast te stellen; naar het Woo-besluit STAP-keten: de burger zit klem als de opleider afzegt, en zwijgen mag niets kosten zonder voornemen (Awb 4:8)'
where exists (select from parameter);
