import { sql, type Invariant } from './frame'

/**
 * I10: no decision on a person or an opleider without its letter, and no letter without the ground, the term and the way to
 * object. The letter is the one that the burger reads: HTML and PDF are both made of brief.inhoud.
 */
export const i10: Invariant = {
  id: 'I10',
  titel: 'elk besluit heeft een brief met grond, termijn en de weg naar bezwaar',
  omvang: `select 'besluiten: ' || (select count(*) from besluit) || ', brieven: ' || (select count(*) from brief)`,
  checks: {
    'brief-ontbreekt': sql(`select format('besluit %s: de brief ontbreekt of gaat over iets anders', b.kenmerk)
     from besluit b join aanvraag a on a.id = b.aanvraag_id left join brief r on r.id = b.brief_id
     where (r.aanvraag_id, r.burger_id, r.soort) is distinct from (b.aanvraag_id, a.burger_id, b.soort)`),
    'brief-zonder-grond': sql(`select format('besluit %s: de brief noemt geen grond met een artikel', b.kenmerk)
     from besluit b join brief r on r.id = b.brief_id
     where cardinality(b.gronden) = 0 or b.motivering = ''
        or not jsonb_path_exists(r.inhoud, '$.waarom.gronden[*] ? (@.zin != "" && @.artikel != "")')`),
    'brief-zonder-bezwaar': sql(`select format('besluit %s: de brief noemt niet tot wanneer en bij wie bezwaar kan', b.kenmerk)
     from besluit b join brief r on r.id = b.brief_id
     where r.inhoud #>> '{bezwaar,uiterlijkOp}' is distinct from b.bezwaar_uiterlijk_op::text or coalesce(r.inhoud #>> '{bezwaar,bij}', '') = ''`),
    'beslist-zonder-besluit': sql(`select format('aanvraag %s: is %s zonder besluit (%s)', a.kenmerk, a.status, nodig.soort)
     from aanvraag a
     join (values ('verleend', 'verlening'), ('betwist', 'verlening'), ('vastgesteld', 'verlening'), ('vastgesteld', 'vaststelling'), ('afgewezen', 'afwijzing'))
       as nodig (status, soort) on nodig.status = a.status
     where not exists (select from besluit b where b.aanvraag_id = a.id and b.soort = nodig.soort)`),
    'brief-zonder-besluit': sql(`select format('brief %s: deelt een %s mee waarvan geen besluit is', r.kenmerk, r.soort)
     from brief r where r.soort in ('verlening', 'afwijzing', 'vaststelling', 'intrekking', 'wijziging', 'herziening', 'herroeping', 'uitsluiting', 'opheffing-uitsluiting') and not exists (select from besluit b where b.brief_id = r.id)`),
    'nadelig-zonder-voornemen': sql(`select format('besluit %s: een %s zonder voornemen (Awb 4:8)', b.kenmerk, b.soort)
     from besluit b where b.soort in ('intrekking', 'wijziging', 'uitsluiting') and not 'op-verzoek' = any (b.gronden)
       and not exists (select from voornemen v where v.besluit_id = b.id)`),
    'herroepen-zonder-tweede': sql(`select format('besluit %s: herroept zonder voorstel van een ander', b.kenmerk)
     from besluit b where b.soort = 'herroeping' and not exists (
       select from herroeping h join besluit o on o.id = h.bestreden_besluit_id where h.besluit_id = b.id and h.status = 'besloten' and h.aanvraag_id = b.aanvraag_id
         and h.besloten_door = b.genomen_door and h.voorgesteld_door <> b.genomen_door and o.genomen_door is distinct from b.genomen_door)`),
    'opleider-gevraagd-zonder-antwoord': sql(`select format('voornemen over aanvraag %s: de opleider is gevraagd en hoorde niet wat ervan kwam (Awb 3:43)', a.kenmerk)
     from voornemen v join aanvraag a on a.id = v.aanvraag_id where v.opleider_brief_id is not null and v.status <> 'open' and v.opleider_besluit_brief_id is null`),
    'schade-zonder-antwoord': sql(`select format('besluit %s: niet is vastgelegd of er schade wordt vergoed (Awb 4:50 lid 2)', b.kenmerk)
     from voornemen v join besluit b on b.id = v.besluit_id where v.grond in ('verlening-onjuist', 'veranderde-omstandigheden')
       and not exists (select from schadevergoeding s where s.besluit_id = b.id)`),
    'vordering-zonder-brief': sql(`select format('vordering %s: de betalingsbeschikking ontbreekt, is van een ander, of noemt kenmerk of bezwaartermijn niet', v.kenmerk)
     from vordering v left join brief r on r.id = v.brief_id
     where (r.soort, r.opleider_id, r.burger_id, r.inhoud #>> '{gegevens,0,waarde}', r.inhoud #>> '{bezwaar,uiterlijkOp}')
        is distinct from ('betalingsbeschikking', v.schuldenaar_opleider_id, v.schuldenaar_burger_id, v.kenmerk, v.bezwaar_uiterlijk_op::text)`),
    'maatregel-zonder-brief': sql(`select format('opleider %s: %s maatregelen, %s brieven daarover', m.opleider_id, m.n, coalesce(r.n, 0))
     from (select opleider_id, count(*) as n from maatregel group by 1) m
     left join (select opleider_id, count(*) as n from brief where soort = 'maatregel' group by 1) r using (opleider_id)
     where m.n > coalesce(r.n, 0)`),
  },
}
