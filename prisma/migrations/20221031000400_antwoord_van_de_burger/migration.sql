-- What the burger says of a report counts as long as nothing is decided: an answer after the term takes the place of "no answer". And the
-- days to answer are whole: they run from the letter, so that day moves along when the letter goes later (docs/adr/0037).
create or replace function bewaak_deelname() returns trigger language plpgsql as $$
begin
    if (old.id, old.aanvraag_id) is distinct from (new.id, new.aanvraag_id) then
        raise exception 'een melding blijft bij haar aanvraag' using errcode = '23514';
    end if;
    if new.versie = old.versie then
        if (old.uitkomst, old.wijze, old.percentage, old.oorzaak, old.toelichting, old.bewijs_id, old.bewijs_bewaard, old.gemeld_door, old.gemeld_op, old.bron, old.reden)
          is distinct from
           (new.uitkomst, new.wijze, new.percentage, new.oorzaak, new.toelichting, new.bewijs_id, new.bewijs_bewaard, new.gemeld_door, new.gemeld_op, new.bron, new.reden)
          or (old.reactie_uiterlijk_op is distinct from new.reactie_uiterlijk_op
              and not (old.brief_id is null and new.brief_id is not null and new.reactie_uiterlijk_op > old.reactie_uiterlijk_op)) then
            raise exception 'een gewijzigde melding is een nieuwe versie' using errcode = '23514';
        end if;
        if old.reactie is not null and (old.reactie, old.reactie_toelichting, old.reactie_op, old.reactie_bewijs_id) is distinct from (new.reactie, new.reactie_toelichting, new.reactie_op, new.reactie_bewijs_id)
          and not (old.reactie = 'zonder-reactie' and new.reactie in ('bevestigd', 'betwist') and exists (select from aanvraag a where a.id = new.aanvraag_id and a.status = 'verleend')) then
            raise exception 'op een melding wordt een keer gereageerd' using errcode = '23514';
        end if;
        return new;
    end if;
    if new.versie <> old.versie + 1 or new.reden is null or new.reactie is not null or new.brief_id is not null or new.gesloten_op is not null then
        raise exception 'een nieuwe versie van een melding heeft een reden en wordt opnieuw aan de burger gevraagd' using errcode = '23514';
    end if;
    if not exists (select from aanvraag a where a.id = new.aanvraag_id and a.status in ('verleend', 'betwist')) then
        raise exception 'over deze deelname is al beslist' using errcode = '23514';
    end if;
    insert into deelname_versie (deelname_id, versie, inhoud) values (old.id, old.versie, to_jsonb(old));
    return new;
end $$;
