-- Interest that was fixed before an order ended or was lowered is owed and paid, although its invoice was refused then (docs/adr/0033).
create or replace function bewaak_betaling() returns trigger language plpgsql as $$
declare
    f factuur%rowtype;
    van_opleider uuid;
begin
    -- By its key, and compared here: with the status in the question a stale estimate reads every invoice of the batch for each payment.
    select * into f from factuur where id = new.factuur_id;
    if new.rente_id is null then
        if f.bedrag_cent - f.gecrediteerd_cent = new.bedrag_cent and f.iban = new.iban and f.status = 'in-batch' then van_opleider := f.opleider_id; end if;
    elsif f.status in ('in-batch', 'betaald', 'afgekeurd') then
        select o.id into van_opleider from rente r, opleider o
         where r.id = new.rente_id and r.factuur_id = f.id and r.bedrag_cent = new.bedrag_cent and r.status = 'in-batch' and o.id = f.opleider_id and o.iban = new.iban;
    end if;
    if van_opleider is null then
        raise exception 'betaling % is niet die van haar factuur', new.end_to_end_id using errcode = '23514';
    end if;
    if not exists (select from naamcontrole n where n.opleider_id = van_opleider and n.iban = new.iban and n.antwoord in ('match', 'aanvaard')) then
        raise exception 'betaling % gaat naar een rekening waarvan de naam niet klopt', new.end_to_end_id using errcode = '23514';
    end if;
    return new;
end $$;
