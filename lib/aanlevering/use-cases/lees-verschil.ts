import type { PoolClient } from '@/lib/platform/db'
import { isGebrek } from '@/lib/register/model'
import type { OpleiderVerlies, Telling, Verschil, Voorbeeld } from '@/lib/aanlevering/model'
import { OPLEIDING_KOLOMMEN } from '@/lib/aanlevering/rules/kolom'
import { vergelijkVelden } from '@/lib/aanlevering/rules/verschil'

const VOORBEELDEN = 10
const WIJZIGINGEN = 20

const AANTALLEN = `
  select
    (select count(*) from aanlever_oordeel where nieuw) as nieuw,
    (select count(*) from aanlever_oordeel where anders) as anders,
    -- An opleiding of which only a start date differs counts as changed; it gets no new version.
    (select count(distinct s.nr) from aanlever_start s join aanlever_oordeel d on d.nr = s.nr where not d.nieuw and not d.anders) as "andersDoorStart",
    (select count(*) from aanlever_oordeel) + (select count(*) from aanlever_bekend) as goed,
    (select count(*) from aanlever_weg) as weg,
    (select count(*) from aanlever_start where nieuw) as "startNieuw",
    (select count(*) from aanlever_start where not nieuw) as "startAnders",
    (select count(*) from aanlever_activiteit) as starts,
    (select count(*) from aanlever_startweg) as "startWeg",
    (select count(distinct regel) from aanlever_fout where sleutel is null or opleider_id is null) as "zonderSleutel"`
type Aantal = Record<'nieuw' | 'anders' | 'andersDoorStart' | 'goed' | 'weg' | 'startNieuw' | 'startAnders' | 'starts' | 'startWeg' | 'zonderSleutel', number>

const VERLIES = `
  select d.id as "opleiderId", d.naam,
    (select count(*) from opleiding o where o.opleider_id = d.id and o.actief) as opleidingen, w.weg as "opleidingenWeg",
    (select count(*) from scholingsactiviteit s where s.opleider_id = d.id and s.status = 'open' and s.startdatum > ((select nu()) at time zone 'Europe/Amsterdam')::date) as starts,
    w.startweg as "startsWeg"
  from (
    select opleider_id, sum(weg)::int as weg, sum(startweg)::int as startweg from (
      select o.opleider_id, 1 as weg, 0 as startweg from aanlever_weg w join opleiding o on o.id = w.opleiding_id
      union all select s.opleider_id, 0, 1 from aanlever_startweg w join scholingsactiviteit s on s.id = w.activiteit_id) x group by opleider_id) w
  join opleider d on d.id = w.opleider_id order by w.weg desc, w.startweg desc, d.naam limit 50`

const PRIJS = `
  select count(*) filter (where r.catalogusprijs_cent > o.catalogusprijs_cent) as hoger, count(*) filter (where r.catalogusprijs_cent < o.catalogusprijs_cent) as lager,
    coalesce(max(round((r.catalogusprijs_cent - o.catalogusprijs_cent) * 100.0 / nullif(o.catalogusprijs_cent, 0))), 0)::int as "grootsteStijgingProcent"
  from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr join opleiding o on o.id = d.opleiding_id where d.anders`

const rijAls = (alias: string) => `jsonb_build_object(${OPLEIDING_KOLOMMEN.map(({ naam, veld }) => `'${veld}', ${alias}.${naam}`).join(', ')})`
const GEWIJZIGD = `
  select r.programma_id as "programmaId", r.titel, ${rijAls('o')} as oud, ${rijAls('r')} as nieuw
  from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr join opleiding o on o.id = d.opleiding_id where d.anders order by r.nr limit ${String(WIJZIGINGEN)}`
const NIEUW = `select r.programma_id as "programmaId", r.titel from aanlever_opleiding r join aanlever_oordeel d on d.nr = r.nr where d.nieuw order by r.nr limit ${String(VOORBEELDEN)}`
const WEG = `select o.programma_id as "programmaId", o.titel from aanlever_weg w join opleiding o on o.id = w.opleiding_id order by o.titel limit ${String(VOORBEELDEN)}`

// What the rows that go over miss, also those that were known already.
const GEBREKEN_SQL = `
  select g as gebrek, count(*) as aantal from (
    select gebreken from aanlever_opleiding union all select o.gebreken from aanlever_bekend b join opleiding o on o.id = b.opleiding_id) x, unnest(x.gebreken) as g
  group by g order by count(*) desc, g`

/** Reads from the staging tables of this connection what the import would change: counts, and enough samples to judge it by. */
export async function leesVerschil(client: PoolClient, totaal: number): Promise<{ verschil: Verschil; telling: Telling }> {
  const { rows: [aantal] } = await client.query<Aantal>(AANTALLEN)
  if (aantal === undefined) throw new Error('counting gave no row')
  const { rows: verlies } = await client.query<OpleiderVerlies>(VERLIES)
  const { rows: [prijs] } = await client.query<Verschil['prijs']>(PRIJS)
  const { rows: nieuw } = await client.query<Omit<Voorbeeld, 'velden'>>(NIEUW)
  const { rows: weg } = await client.query<Omit<Voorbeeld, 'velden'>>(WEG)
  const { rows: gewijzigd } = await client.query<Omit<Voorbeeld, 'velden'> & { oud: Record<string, unknown>; nieuw: Record<string, unknown> }>(GEWIJZIGD)
  const { rows: gebreken } = await client.query<{ gebrek: string; aantal: number }>(GEBREKEN_SQL)
  const anders = aantal.anders + aantal.andersDoorStart
  return {
    telling: { totaal, nieuw: aantal.nieuw, gewijzigd: anders, ongewijzigd: aantal.goed - aantal.nieuw - anders, geweigerd: totaal - aantal.goed, verdwenen: aantal.weg },
    verschil: {
      opleidingen: { nieuw: aantal.nieuw, gewijzigd: anders, ongewijzigd: aantal.goed - aantal.nieuw - anders, verdwenen: aantal.weg },
      activiteiten: { nieuw: aantal.startNieuw, gewijzigd: aantal.startAnders, ongewijzigd: aantal.starts - aantal.startNieuw - aantal.startAnders, verdwenen: aantal.startWeg },
      verlies,
      prijs: prijs ?? { hoger: 0, lager: 0, grootsteStijgingProcent: 0 },
      voorbeelden: {
        nieuw: nieuw.map((voorbeeld) => ({ ...voorbeeld, velden: [] })),
        gewijzigd: gewijzigd.map(({ programmaId, titel, oud, nieuw: nu }) => ({ programmaId, titel, velden: vergelijkVelden(oud, nu) })),
        verdwenen: weg.map((voorbeeld) => ({ ...voorbeeld, velden: [] })),
      },
      zonderSleutel: aantal.zonderSleutel,
      gebreken: gebreken.flatMap(({ gebrek, aantal: hoeveel }) => (isGebrek(gebrek) ? [{ gebrek, aantal: hoeveel }] : [])),
      goed: aantal.goed,
    },
  }
}
