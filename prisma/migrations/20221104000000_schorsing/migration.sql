-- Payment for an aanvraag is suspended from the day of the letter to the burger, who has the subsidy (Awb 4:56), and for as long as the law
-- says: also a besluit to change ends it, and a besluit to remove that is over by its own last day.

CREATE TABLE "opschorting_kennisgeving" (
    "opschorting_id" UUID NOT NULL,
    "aanvraag_id" UUID NOT NULL,
    "brief_id" UUID NOT NULL,
    "ingangsdatum" DATE NOT NULL,
    "einde_brief_id" UUID,
    "afgesloten_op" TIMESTAMPTZ(6),

    CONSTRAINT "opschorting_kennisgeving_pkey" PRIMARY KEY ("opschorting_id", "aanvraag_id")
);
CREATE UNIQUE INDEX "opschorting_kennisgeving_brief_id_key" ON "opschorting_kennisgeving"("brief_id");
CREATE UNIQUE INDEX "opschorting_kennisgeving_einde_brief_id_key" ON "opschorting_kennisgeving"("einde_brief_id");
CREATE INDEX "opschorting_kennisgeving_aanvraag_id_idx" ON "opschorting_kennisgeving"("aanvraag_id");
ALTER TABLE "opschorting_kennisgeving" ADD CONSTRAINT "opschorting_kennisgeving_opschorting_id_fkey" FOREIGN KEY ("opschorting_id") REFERENCES "opschorting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting_kennisgeving" ADD CONSTRAINT "opschorting_kennisgeving_aanvraag_id_fkey" FOREIGN KEY ("aanvraag_id") REFERENCES "aanvraag"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting_kennisgeving" ADD CONSTRAINT "opschorting_kennisgeving_brief_id_fkey" FOREIGN KEY ("brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "opschorting_kennisgeving" ADD CONSTRAINT "opschorting_kennisgeving_einde_brief_id_fkey" FOREIGN KEY ("einde_brief_id") REFERENCES "brief"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
create index opschorting_kennisgeving_open on opschorting_kennisgeving (opschorting_id, aanvraag_id) where afgesloten_op is null;
alter table opschorting_kennisgeving add constraint opschorting_kennisgeving_einde check (einde_brief_id is null or afgesloten_op is not null);

create function bewaak_kennisgeving() returns trigger language plpgsql as $$
begin
    if new.ingangsdatum <> (nu() at time zone 'Europe/Amsterdam')::date or new.afgesloten_op is not null
       or not exists (select from brief b where b.id = new.brief_id and b.aanvraag_id = new.aanvraag_id and b.burger_id is not null and b.soort = 'opschorting'
                         and (b.verzonden_op at time zone 'Europe/Amsterdam')::date = new.ingangsdatum) then
        raise exception 'een opschorting begint op de dag van de kennisgeving aan de burger' using errcode = '23514';
    end if;
    if not exists (select from opschorting o join aanvraag a on a.id = new.aanvraag_id and a.opleider_id = o.opleider_id
                    where o.id = new.opschorting_id and (o.opleiding_id is null or o.opleiding_id = a.opleiding_id) and (o.aanvraag_id is null or o.aanvraag_id = a.id)) then
        raise exception 'deze aanvraag valt niet onder de opschorting' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger opschorting_kennisgeving_nieuw before insert on opschorting_kennisgeving for each row execute function bewaak_kennisgeving();

create function bewaak_kennisgeving_einde() returns trigger language plpgsql as $$
begin
    if old.afgesloten_op is not null
       or (to_jsonb(new) - 'einde_brief_id' - 'afgesloten_op') is distinct from (to_jsonb(old) - 'einde_brief_id' - 'afgesloten_op') then
        raise exception 'een kennisgeving wordt alleen een keer afgesloten' using errcode = '23514';
    end if;
    return new;
end $$;
create trigger opschorting_kennisgeving_vast before update on opschorting_kennisgeving for each row execute function bewaak_kennisgeving_einde();
revoke update, delete on opschorting_kennisgeving from stap_app;
grant select, insert on opschorting_kennisgeving to stap_app;
grant update (einde_brief_id, afgesloten_op) on opschorting_kennisgeving to stap_app;

-- What was suspended for one aanvraag had its letter to the burger already.
alter table opschorting_kennisgeving disable trigger opschorting_kennisgeving_nieuw;
insert into opschorting_kennisgeving (opschorting_id, aanvraag_id, brief_id, ingangsdatum)
select distinct on (b.id) o.id, o.aanvraag_id, b.id, o.ingangsdatum
  from opschorting o join brief b on b.aanvraag_id = o.aanvraag_id and b.burger_id is not null and b.soort = 'opschorting' and (b.verzonden_op at time zone 'Europe/Amsterdam')::date = o.ingangsdatum
 order by b.id, o.opgelegd_op
on conflict do nothing;
alter table opschorting_kennisgeving enable trigger opschorting_kennisgeving_nieuw;

create or replace view opgeschorte_aanvraag as
    select k.aanvraag_id, o.id as opschorting_id, o.grond, k.ingangsdatum, o.tot_en_met
      from opschorting_kennisgeving k join opschorting o on o.id = k.opschorting_id
     where o.beeindigd_op is null
       and (o.maatregel_id is null or exists (select from maatregel m where m.id = o.maatregel_id and m.opgeheven_op is null
                                                 and daterange(m.ingangsdatum, m.einddatum) @> (nu() at time zone 'Europe/Amsterdam')::date))
       and (nu() at time zone 'Europe/Amsterdam')::date between k.ingangsdatum and coalesce(o.tot_en_met, 'infinity'::date)
       and not exists (select from besluit b where b.aanvraag_id = k.aanvraag_id and b.soort in ('intrekking', 'vaststelling', 'wijziging') and b.genomen_op > o.opgelegd_op
                          and (b.genomen_op at time zone 'Europe/Amsterdam')::date < (nu() at time zone 'Europe/Amsterdam')::date);

-- Why a matched invoice may not be paid today: one list, for who composes a batch, for who writes its file, and for what the database refuses.
create view betaalbeletsel as
    select f.id as factuur_id, 'aanvraag-niet-verleend' as reden
      from factuur f join verplichting v on v.id = f.verplichting_id join aanvraag a on a.id = v.aanvraag_id where a.status not in ('verleend', 'betwist', 'vastgesteld')
    union all
    select f.id, 'opgeschort' from factuur f join verplichting v on v.id = f.verplichting_id where exists (select from opgeschorte_aanvraag w where w.aanvraag_id = v.aanvraag_id)
    union all
    select f.id, 'gaat-niet-door' from factuur f join verplichting v on v.id = f.verplichting_id
     where exists (select from wijziging w where w.aanvraag_id = v.aanvraag_id and w.soorten = array['annulering'] and w.status <> 'gewisseld')
    union all
    select f.id, 'rekening-klopt-niet' from factuur f
     where not exists (select from naamcontrole n where n.opleider_id = f.opleider_id and n.iban = f.iban and n.antwoord in ('match', 'aanvaard'))
    union all
    select k.factuur_id, 'tegengehouden' from betaalblokkade k where k.opgeheven_op is null
    union all
    select c.verwijst_naar, 'creditnota-wacht' from factuur c where c.status = 'wacht-op-bank' and c.verwijst_naar is not null;
grant select on betaalbeletsel to stap_app;

create or replace function bewaak_nieuwe_betalingen() returns trigger language plpgsql as $$
declare fout text; waarom text;
begin
    select n.end_to_end_id, w.reden into fout, waarom
      from nieuw n cross join lateral (select b.reden from betaalbeletsel b where b.factuur_id = n.factuur_id limit 1) w
     where n.rente_id is null
     limit 1;
    if found then
        raise exception 'betaling % mag niet: %', fout, waarom using errcode = '23514';
    end if;
    return null;
end $$;
