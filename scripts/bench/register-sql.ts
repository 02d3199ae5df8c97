import type pg from 'pg'
import { CATALOGUS } from '@/scripts/bench/relevantie/catalogus'

/** As many as stood in the register on 14 April 2022. */
export const OMVANG = { opleiders: 394, opleidingen: 70_000, activiteiten: 400_000 }

const VARIANTEN = ['', ' (avond)', ' (online)', ' voor professionals', ' in de zorg', ' in de bouw', ' in de praktijk', ' deel 2', ' compleet', ' voor beginners', ' masterclass', ' inclusief examen', ' intensief', ' thuisstudie']
const PLAATSEN = ['Amsterdam', 'Rotterdam', 'Den Haag', 'Utrecht', 'Eindhoven', 'Groningen', 'Tilburg', 'Almere', 'Breda', 'Nijmegen', 'Apeldoorn', 'Arnhem', 'Haarlem', 'Enschede', 'Amersfoort', 'Zaandam', "'s-Hertogenbosch", 'Zwolle',
  'Zoetermeer', 'Leeuwarden', 'Leiden', 'Maastricht', 'Dordrecht', 'Ede', 'Alphen aan den Rijn', 'Alkmaar', 'Emmen', 'Delft', 'Venlo', 'Deventer', 'Sittard', 'Helmond', 'Hilversum', 'Heerlen', 'Oss', 'Amstelveen', 'Purmerend', 'Hoorn', 'Lelystad',
  'Roosendaal', 'Schiedam', 'Almelo', 'Hoogeveen', 'Assen', 'Veenendaal', 'Zeist', 'Nieuwegein', 'Roermond', 'Doetinchem', 'Gouda', 'Middelburg', 'Goes', 'Kampen', 'Meppel', 'Tiel', 'Zutphen', 'Drachten', 'Heerenveen', 'Terneuzen', 'Weert']

const series = (aantal: number): string => `generate_series(1, ${String(aantal)})`
/** A number from 0 up to `tot` that is the same every time for the same n and salt, and looks like chance. */
const kans = (n: string, zout: number, tot: number): string => `(abs(hashint4((${n}) * 31 + ${String(zout)})) % ${String(tot)})`

/**
 * A register of the size of April 2022, made in the database itself in some seconds: the titles of the catalogue in many variants, big
 * and small opleiders, starts over half a year. For measuring search; it is not the made-up register that a person would believe.
 */
export async function maakBenchRegister(owner: pg.Client, omvang = OMVANG): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await owner.query('set synchronous_commit = off')
  await owner.query('create temp table bench_titel as select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t (titel, samenvatting, categorie, nr)',
    [CATALOGUS.map(([titel]) => titel), CATALOGUS.map(([, samenvatting]) => samenvatting), CATALOGUS.map(([, , categorie]) => categorie)])
  await owner.query(`insert into erkenner (code, naam, soort) values ('bench', 'NRTO', 'NRTO')`)
  await owner.query(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
    select lpad((90000000 + n)::text, 8, '0'), 'B' || n, 'Opleider ' || (array['De Brug', 'Vakwijs', 'Leerhuis', 'Praktijkschool', 'Academie', 'Scholing Noord', 'Instituut'])[1 + n % 7] || ' ' || n, 'Laan', '1', '8011 AA', 'Zwolle', 'x@bench.invalid' from ${series(omvang.opleiders)} n`)
  await owner.query(`insert into erkenning (opleider_id, erkenner_id, geldig_van) select o.id, e.id, '2022-01-01' from opleider o, erkenner e`)
  await owner.query(`create temp table bench_opleider as select id, row_number() over (order by code) as nr from opleider`)
  // A few opleiders have most of it: the square of a chance.
  await owner.query(`
    insert into opleiding (opleider_id, programma_id, titel, samenvatting, omschrijving, categorie, niveau, opleidingsvorm, waardedocument, duur_dagen, voertaal, stap_toestemming, gebreken, dagdelen,
        catalogusprijs_cent, subsidiabel_cent, bron, inhoud_hash)
    select b.id, 'P' || n, t.titel || ($1::text[])[1 + ${kans('n', 3, VARIANTEN.length)}], t.samenvatting,
      t.samenvatting || ' De lessen zijn in een kleine groep met een vaste docent. Als u de toets haalt, krijgt u een certificaat. Reken op ongeveer ' || ${kans('n', 4, 200)} || ' uur studie. Voor wie in dit vak werkt of daarheen wil overstappen.',
      t.categorie, (array['MBO-2', 'MBO-3', 'MBO-4', 'HBO-O', 'ONBEPAALD'])[1 + ${kans('n', 5, 5)}], 'KLASSIKAAL', 'CERTIFICAAT', (array[1, 2, 5, 30, 90, 180, 365, 540])[1 + ${kans('n', 6, 8)}],
      (array['nl', 'nl', 'nl', 'nl', 'en', 'de'])[1 + ${kans('n', 7, 6)}], ${kans('n', 8, 50)} > 0, '{}', (array['{OVERDAG}', '{AVOND}', '{OVERDAG,AVOND}', '{WEEKEND}'])[1 + ${kans('n', 9, 4)}]::text[],
      100000, 100000, 'bench', n::text
    from ${series(omvang.opleidingen)} n
    join bench_titel t on t.nr = 1 + ${kans('n', 1, CATALOGUS.length)}
    join bench_opleider b on b.nr = 1 + (${kans('n', 2, 1_000)}::bigint * ${kans('n', 2, 1_000)} * ${String(omvang.opleiders)}) / 1000000`, [VARIANTEN])
  await owner.query(`create temp table bench_opleiding as select id, opleider_id, row_number() over (order by programma_id) as nr from opleiding`)
  await owner.query(`
    insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, plaats, opleidingsvorm, status, catalogusprijs_cent, subsidiabel_cent, geregistreerd_op)
    select o.id, o.opleider_id, 'S' || n, d.dag, d.dag + 30, case when v.vorm in ('ONLINE', 'ZELFSTUDIE') then null else ($1::text[])[1 + least(${kans('n', 13, PLAATSEN.length)}, ${kans('n', 14, PLAATSEN.length)})] end,
      v.vorm, case when ${kans('n', 15, 40)} = 0 then 'gesloten' else 'open' end, p.prijs, p.prijs - ${kans('n', 17, 3)} * 2500, nu() - interval '60 days'
    from ${series(omvang.activiteiten)} n
    join bench_opleiding o on o.nr = 1 + n % ${String(omvang.opleidingen)}
    cross join lateral (select (nu() at time zone 'Europe/Amsterdam')::date + ${kans('n', 11, 200)} as dag) d
    cross join lateral (select (array['KLASSIKAAL', 'KLASSIKAAL', 'KLASSIKAAL_EN_ONLINE', 'ONLINE', 'ZELFSTUDIE'])[1 + ${kans('n', 12, 5)}] as vorm) v
    cross join lateral (select 10000 + ${kans('n', 16, 48)} * 5000 as prijs) p`, [PLAATSEN])
  // Supervision at its busiest: thousands of opleidingen removed or in onderzoek.
  await owner.query(`insert into maatregel (opleider_id, opleiding_id, soort, reden, ingangsdatum, opgelegd_door)
    select opleider_id, id, case when nr % 2 = 0 then 'verwijderd' else 'in-onderzoek' end, 'bench', '2022-01-01', gen_random_uuid() from bench_opleiding where nr % 12 = 0`)
  await owner.query('reset session_replication_role')
  await owner.query('vacuum analyze opleiding, scholingsactiviteit, opleider, erkenning, maatregel')
}
