import type pg from 'pg'
import type { Burger } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'

export type Deelnemer = { readonly burger: Burger; readonly kenmerk: string }

/**
 * Makes an open tijdvak 'bench' with money for three in four, and burgers with a prepared aanvraag each, straight into the
 * tables. Each has a momentopname as large as a real one, and they are submitted in another order than they lie in.
 */
export async function maakBenchAanvragen(owner: pg.Pool, aantal: number): Promise<readonly Deelnemer[]> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(tijdvakSql(aantal))
    const { rows } = await client.query<{ kenmerk: string; burgerId: string }>(INSERT_AANVRAGEN, [Array.from({ length: aantal }, (_, n) => makeKenmerk('STAP', 9_000_000 + n))])
    await client.query(INSERT_LOG)
    await client.query('commit')
    await client.query('vacuum analyze')
    // What was loaded just now must not be written to disk while we measure.
    await client.query('checkpoint')
    return rows
      .map(({ kenmerk, burgerId }, n) => ({ deelnemer: { kenmerk, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] } as const }, order: (n * 7_919) % aantal }))
      .sort((a, b) => a.order - b.order)
      .map(({ deelnemer }) => deelnemer)
  } finally {
    client.release()
  }
}

const tijdvakSql = (aantal: number) => `
do $$
declare t uuid; c uuid; o uuid; p uuid; s uuid; m uuid; plafond bigint := ${String(aantal)}::bigint * 75000;
begin
  insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
  values ('bench', nu() - interval '1 hour', nu() + interval '30 days', nu() - interval '30 days', 'open', 'weiger') returning id into t;
  insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values (t, 'algemeen', 'Algemeen', plafond, 0) returning id into c;
  with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', c) returning id)
  insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
  select id, r.rekening, c, r.bedrag from b, (values ('plafond', -plafond), ('vrij', plafond)) as r (rekening, bedrag);
  insert into gebruiker (soort, subject_hmac, medewerker_naam) values ('medewerker', 'bench', 'Bench') returning id into m;
  insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email) values ('00000000', 'bench', 'Bench', '-', '1', '1234AB', 'Utrecht', 'a@b.nl') returning id into o;
  insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash) values (o, 'bench', 'Bench', 'bench', 'h') returning id into p;
  insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
  values (p, o, 'bench', (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, 'ONLINE', 100000, 100000) returning id into s;
  insert into gebruiker (soort, subject_hmac, bsn_versleuteld) select 'burger', 'bench-' || n, 'bench:x' from generate_series(1, ${String(aantal)}) n;
  insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
      geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, uitgegeven_door)
  select 'bench-' || n, o, p, 1, s, n::text, 'Sam', 'Jansen', '1990-01-01', 100000, 100000, 100000, (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, m
  from generate_series(1, ${String(aantal)}) n;
end $$`

const INSERT_AANVRAGEN = `
insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
    scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
select k.kenmerk, g.id, t.id, c.id, extract(year from nu() at time zone 'Europe/Amsterdam'), b.id, b.opleiding_id, 1, b.scholingsactiviteit_id, b.opleider_id, 100000,
       jsonb_build_object('bench', (select string_agg(md5(i::text || k.kenmerk), '') from generate_series(1, 28) i)), 'gereed', nu()
from unnest($1::text[]) with ordinality as k (kenmerk, n)
join gebruiker g on g.subject_hmac = 'bench-' || k.n
join aanmeldbewijs b on b.code = 'bench-' || k.n
join tijdvak t on t.code = 'bench' join compartiment c on c.tijdvak_id = t.id
returning kenmerk, burger_id as "burgerId"`

const INSERT_LOG = `
insert into gebeurtenis (onderwerp, onderwerp_id, soort, naar_status, door_id, door_rol)
select 'aanvraag', a.id::text, 'maak-gereed', 'gereed', a.burger_id, 'burger' from aanvraag a join tijdvak t on t.id = a.tijdvak_id where t.code = 'bench'`
