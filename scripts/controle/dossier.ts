import { parseBsn } from '@/lib/base/bsn'
import { verifyZegels } from '@/lib/platform/zegel'
import { sqlControle, type Controle } from './controle'

const zegel: Controle = {
  id: 'I7',
  titel: 'de keten van het logboek is ongeschonden',
  run: async () => {
    const breuk = await verifyZegels()
    if (breuk === undefined) return []
    const wat = breuk.gebeurtenisId === null ? 'een gebeurtenis' : `gebeurtenis ${breuk.gebeurtenisId}`
    return [`zegel ${breuk.volgnummer}: ${wat} is ${breuk.reden}`]
  },
}

const bsn: Controle = {
  id: 'I9',
  titel: 'nergens een leesbaar BSN buiten zijn versleutelde kolom',
  run: async (client) => {
    const { rows } = await client.query<{ waar: string; getal: string }>(`
      select waar, (regexp_matches(tekst, '(?<!\\d)\\d{9}(?!\\d)', 'g'))[1] as getal from (
        select 'gebeurtenis ' || id as waar, gegevens::text || ' ' || coalesce(reden, '') as tekst from gebeurtenis
        union all select 'outbox ' || id, payload::text from outbox
        union all select 'mail ' || id, onderwerp || ' ' || tekst from mail
      ) t where tekst ~ '(?<!\\d)\\d{9}(?!\\d)'`)
    return rows.filter(({ getal }) => parseBsn(getal) !== undefined).map(({ waar }) => `${waar} bevat een getal dat een BSN kan zijn`)
  },
}

/** I2, I3, I4, I7, I8, I9 and I10: what happened to an aanvraag, and what was written down about it. */
export const DOSSIER: readonly Controle[] = [
  sqlControle('I2', 'elke ontvangstbevestiging hoort bij een ingediende aanvraag, en omgekeerd', `
    select format('indiening %s: aanvraag %s heeft status %s', i.volgnummer, a.kenmerk, a.status) as wat
      from indiening i join aanvraag a on a.id = i.aanvraag_id where a.status in ('concept', 'gereed')
    union all
    select format('aanvraag %s heeft status %s maar geen indiening', a.kenmerk, a.status)
      from aanvraag a where a.status not in ('concept', 'gereed', 'ingetrokken') and not exists (select from indiening i where i.aanvraag_id = a.id)`),
  sqlControle('I3', 'wie eerder kwam en werd geweigerd, is niet voorbijgegaan', `
    with volgorde as (
      select i.volgnummer, i.compartiment_id, i.ontvangen_op, i.bedrag_cent, t.uitkomst,
             min(i.bedrag_cent) filter (where t.uitkomst = 'plafond-bereikt')
               over (partition by i.compartiment_id order by i.volgnummer rows between unbounded preceding and 1 preceding) as geweigerd
        from indiening i join toewijzing t on t.volgnummer = i.volgnummer)
    select format('indiening %s kreeg budget na een weigering van een even groot of kleiner bedrag', v.volgnummer) as wat
      from volgorde v
     where v.uitkomst = 'gereserveerd' and v.geweigerd <= v.bedrag_cent and exists (
       -- a second apart: whoever came at the same moment has no order
       select from volgorde a where a.compartiment_id = v.compartiment_id and a.volgnummer < v.volgnummer and a.uitkomst = 'plafond-bereikt'
          and a.bedrag_cent <= v.bedrag_cent and a.ontvangen_op < v.ontvangen_op - interval '1 second')`),
  sqlControle('I4', 'niemand heeft meer verleningen in een kalenderjaar dan de regeling toestaat', `
    select format('burger %s heeft %s toewijzingen in %s', t.burger_id, count(*), t.kalenderjaar) as wat
      from toewijzing t where t.uitkomst = 'gereserveerd' and t.vrijgevallen_op is null
     group by t.burger_id, t.kalenderjaar
    having count(*) > coalesce((select (p.waarde #>> '{}')::int from parameter p where p.naam = 'verleningen-per-jaar'
             and daterange(p.geldig_van, p.geldig_tot) @> make_date(t.kalenderjaar, 12, 31)), 1)`),
  sqlControle('I7', 'de status van elke aanvraag is de laatste in haar logboek', `
    select format('aanvraag %s heeft status %s, het logboek zegt %s', a.kenmerk, a.status, coalesce(g.naar_status, 'niets')) as wat
      from aanvraag a left join lateral (
        select naar_status from gebeurtenis where onderwerp = 'aanvraag' and onderwerp_id = a.id::text and naar_status is not null
         order by xid desc, id desc limit 1) g on true
     where g.naar_status is distinct from a.status`),
  sqlControle('I7', 'elke stap in het logboek is een overgang die bestaat, door een rol die dat mag', `
    select format('gebeurtenis %s: %s van %s naar %s door %s', g.id, g.soort, g.van_status, g.naar_status, g.door_rol) as wat
      from gebeurtenis g
     where g.onderwerp = 'aanvraag' and g.van_status is not null and g.naar_status is not null and not exists (
       select from status_overgang o where o.onderwerp = 'aanvraag' and o.van = g.van_status and o.naar = g.naar_status and g.door_rol = any (o.rollen))`),
  zegel,
  sqlControle('I8', 'elk besluit verwijst naar een bestaande versie van de opleiding en naar zijn parameters', `
    select format('besluit %s: versie %s van de opleiding of de parameters ontbreken', b.kenmerk, b.opleiding_versie) as wat
      from besluit b join aanvraag a on a.id = b.aanvraag_id
     where b.parameters in ('{}'::jsonb, '[]'::jsonb)
        or not exists (select from opleiding_versie v where v.versie = b.opleiding_versie and v.opleiding_id = a.opleiding_id)`),
  bsn,
  sqlControle('I10', 'elke beslissing heeft haar besluit, elk besluit zijn brief', `
    select format('aanvraag %s is %s zonder besluit', a.kenmerk, a.status) as wat from aanvraag a
     where a.status in ('verleend', 'afgewezen', 'vastgesteld') and not exists (
       select from besluit b where b.aanvraag_id = a.id
          and b.soort = case a.status when 'verleend' then 'verlening' when 'afgewezen' then 'afwijzing' else 'vaststelling' end)
    union all
    select format('besluit %s zonder brief, grond of termijn', b.kenmerk) from besluit b left join brief r on r.id = b.brief_id
     where r.id is null or cardinality(b.gronden) = 0 or b.bezwaar_uiterlijk_op < (b.genomen_op at time zone 'Europe/Amsterdam')::date + 42`),
]
