import { sql, type Invariant } from './frame'

const AANVRAAGDAG = `(a.ingediend_op at time zone 'Europe/Amsterdam')::date`

/**
 * I8: a besluit refers to the version of the regeling, of the opleiding and of the amounts that held at the moment that counts,
 * which is the day of the aanvraag in Amsterdam. Every value that the besluit kept is looked up again for that day.
 */
export const i8: Invariant = {
  id: 'I8',
  titel: 'elk besluit rust op de regeling, de opleiding en de bedragen van de dag van de aanvraag',
  omvang: `select 'besluiten: ' || count(*) from besluit`,
  checks: {
    // Many besluiten keep the same values: each set is looked up once per day.
    'andere-regeling': sql(`with verzameling as (
       select distinct b.parameters, ${AANVRAAGDAG} as dag from besluit b join aanvraag a on a.id = b.aanvraag_id
     ), onjuist as (
       select v.* from verzameling v
       where v.dag is null or not v.parameters ?& array['maximumbedrag', 'verleningen-per-jaar']
          or exists (
            select from jsonb_each(v.parameters) as k (naam, bewaard)
            where not exists (
              select from parameter p
              where p.naam = k.naam and p.waarde = k.bewaard -> 'waarde' and p.geldig_van::text = k.bewaard ->> 'geldigVan'
                and daterange(p.geldig_van, p.geldig_tot) @> v.dag))
     )
     select format('besluit %s: de parameters zijn niet die van de regeling op %s', b.kenmerk, coalesce(o.dag::text, 'een onbekende dag'))
     from onjuist o join besluit b on b.parameters = o.parameters join aanvraag a on a.id = b.aanvraag_id and ${AANVRAAGDAG} is not distinct from o.dag`),
    'versie-ontbreekt': sql(`select format('besluit %s: versie %s van de opleiding bestaat niet', b.kenmerk, b.opleiding_versie)
     from besluit b join aanvraag a on a.id = b.aanvraag_id
     where not exists (select from opleiding_versie v where v.opleiding_id = a.opleiding_id and v.versie = b.opleiding_versie)`),
    'boven-maximum': sql(`select format('besluit %s: %s cent is meer dan het maximum van %s cent op die dag', b.kenmerk, b.bedrag_cent, p.waarde #>> '{}')
     from besluit b join aanvraag a on a.id = b.aanvraag_id
     join parameter p on p.naam = 'maximumbedrag' and daterange(p.geldig_van, p.geldig_tot) @> ${AANVRAAGDAG}
     where b.bedrag_cent > (p.waarde #>> '{}')::bigint`),
    'verlening-wijkt-af': sql(`select format('besluit %s: verleent %s cent, er was %s cent gereserveerd', b.kenmerk, b.bedrag_cent, coalesce(w.bedrag_cent, 0))
     from besluit b left join toewijzing w on w.aanvraag_id = b.aanvraag_id and w.uitkomst = 'gereserveerd'
     where b.soort = 'verlening' and b.bedrag_cent is distinct from w.bedrag_cent`),
    'vaststelling-te-hoog': sql(`select format('besluit %s: stelt %s cent vast, verleend was %s cent', b.kenmerk, b.bedrag_cent, coalesce(v.bedrag_cent, 0))
     from besluit b left join besluit v on v.aanvraag_id = b.aanvraag_id and v.soort = 'verlening'
     where b.soort in ('vaststelling', 'wijziging', 'herziening', 'herroeping') and b.bedrag_cent > coalesce(v.bedrag_cent, 0)`),
  },
}
