-- The ledger guards itself per aanvraag, a payment that comes back undoes the claim that was made from it, and interest on an invoice
-- that was never owed lapses (docs/adr/0031, 0033, 0034).

-- ── No account of an aanvraag goes below zero ─────────────────────────────────────────────────────────────────
-- So what is claimed was paid, what is paid was owed, and what is owed was ordered. Judged per statement, over the accounts that it
-- takes from; a reservering takes from no aanvraag, so an opening pays next to nothing for it. After boekingsregel_stand, which holds the
-- compartiment: who waited for it sees here what the other wrote.
create function bewaak_geld_van_aanvraag() returns trigger language plpgsql as $$
declare fout record;
begin
    select r.aanvraag_id, r.rekening, sum(r.bedrag_cent) as cent into fout
      from (select distinct aanvraag_id, rekening from nieuw where bedrag_cent < 0 and aanvraag_id is not null
              and rekening in ('gereserveerd', 'verplicht', 'crediteuren', 'betaald', 'vastgesteld', 'debiteuren', 'oninbaar',
                               'rente-crediteuren', 'rente-betaald', 'rente-debiteuren', 'rente-ontvangen')) n
      join boekingsregel r on r.aanvraag_id = n.aanvraag_id and r.rekening = n.rekening
     group by r.aanvraag_id, r.rekening having sum(r.bedrag_cent) < 0 limit 1;
    if found then
        raise exception 'aanvraag %: op % zou % cent staan', fout.aanvraag_id, fout.rekening, fout.cent using errcode = '23514', constraint = 'geld_van_aanvraag';
    end if;
    return null;
end $$;
create trigger boekingsregel_van_aanvraag after insert on boekingsregel
    referencing new table as nieuw for each statement execute function bewaak_geld_van_aanvraag();

-- What is open on the claims of an aanvraag is what the ledger says that is to be received, to the cent, when the transaction ends.
create function bewaak_vordering_in_grootboek() returns trigger language plpgsql as $$
declare op_vorderingen bigint; kosten bigint; geboekt bigint; geboekte_kosten bigint;
begin
    select coalesce(sum(open_cent), 0), coalesce(sum(open_kosten_cent), 0) into op_vorderingen, kosten from vordering where aanvraag_id = new.aanvraag_id;
    select coalesce(sum(bedrag_cent) filter (where rekening = 'debiteuren'), 0), coalesce(sum(bedrag_cent) filter (where rekening = 'rente-debiteuren'), 0)
      into geboekt, geboekte_kosten from boekingsregel where aanvraag_id = new.aanvraag_id;
    if (op_vorderingen, kosten) is distinct from (geboekt, geboekte_kosten) then
        raise exception 'vordering %: open staat % en % cent, het grootboek heeft % en % cent', new.kenmerk, op_vorderingen, kosten, geboekt, geboekte_kosten using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger vordering_in_grootboek after insert or update of open_cent, open_kosten_cent on vordering deferrable initially deferred
    for each row execute function bewaak_vordering_in_grootboek();

-- ── A payment that came back ──────────────────────────────────────────────────────────────────────────────────
-- What a credit note claimed of it is no claim any more, but credited before payment: that much less is paid again.
create or replace function bewaak_terugname() returns trigger language plpgsql as $$
begin
    if new.gecrediteerd_cent < old.gecrediteerd_cent or new.gecrediteerd_cent + new.teruggevorderd_cent < old.gecrediteerd_cent + old.teruggevorderd_cent then
        raise exception 'wat van factuur % is teruggenomen, komt niet terug', old.id using errcode = '23514';
    end if;
    if new.teruggevorderd_cent < old.teruggevorderd_cent and old.status <> 'teruggekomen' then
        raise exception 'factuur % is betaald: wat is teruggevorderd, blijft een vordering', old.id using errcode = '23514';
    end if;
    if new.gecrediteerd_cent <> old.gecrediteerd_cent and old.status not in ('gematcht', 'teruggekomen') then
        raise exception 'factuur % is onderweg of betaald: wat terugkomt, is een vordering', old.id using errcode = '23514';
    end if;
    return new;
end $$;

-- ── Interest lapses with an invoice that its sender took back ─────────────────────────────────────────────────
alter table rente
    drop constraint rente_status,
    add constraint rente_status check (status in ('te-betalen', 'in-batch', 'betaald', 'teruggekomen', 'vervallen'));
insert into status_overgang (onderwerp, van, naar, handeling, rollen) values
    ('rente', 'te-betalen', 'vervallen', 'trek-in', '{opleider,systeem,financieel}'),
    ('rente', 'teruggekomen', 'vervallen', 'trek-in', '{opleider,systeem,financieel}');
