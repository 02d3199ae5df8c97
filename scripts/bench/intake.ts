import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Burger } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { closeDb, inTransaction } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'

const CLIENTS = 64
const AANVRAGEN = 8_000
const PLAIN_INSERTS = 8_000

type Resultaat = { naam: string; waarde: number; eenheid: string; grens: number; grensEenheid: string; verhouding: number }

/**
 * How many submits a second become durable through the use case, against how many plain inserts this database takes with as many
 * clients, one transaction each. DATABASE_URL must point to a migrated database of its own: it is filled with made-up aanvragen.
 */
export async function benchIntake(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Pool({ connectionString: databaseUrl, max: CLIENTS })
  // The database is thrown away while the last connections are still closing.
  owner.on('error', () => undefined)
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const deelnemers = await prepare(owner)
    const grens = await measurePlainInserts(owner)
    const waarde = await measure(deelnemers.length, async (n) => {
      const deelnemer = deelnemers[n]
      const antwoord = deelnemer && (await dienIn(deelnemer.burger, deelnemer.kenmerk))
      if (antwoord?.ok !== true) throw new Error(`an aanvraag was refused: ${antwoord?.redenen.join() ?? 'none'}`)
    })
    const { rows: [telling] } = await owner.query<{ aantal: string }>('select count(*) as aantal from indiening')
    if (Number(telling?.aantal) !== deelnemers.length) throw new Error(`${String(telling?.aantal)} of ${String(deelnemers.length)} were stored`)
    return { naam: 'intake', waarde, eenheid: 'indieningen/s', grens, grensEenheid: 'inserts/s', verhouding: Math.round((waarde / grens) * 100) / 100 }
  } finally {
    await owner.end()
    await closeDb()
  }
}

async function measurePlainInserts(owner: pg.Pool): Promise<number> {
  await owner.query('create table bench_insert (id bigserial primary key, aanvraag_id uuid not null, tijdvak_id uuid not null, bedrag_cent integer not null, ontvangen_op timestamptz not null default now())')
  const tijdvak = randomUUID()
  return measure(PLAIN_INSERTS, () => owner.query('insert into bench_insert (aanvraag_id, tijdvak_id, bedrag_cent) values ($1, $2, 100000)', [randomUUID(), tijdvak]))
}

/** Runs `act` for 0 up to `total` by 64 clients that each begin the next as soon as their own is done; answers acts per second. */
async function measure(total: number, act: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const begin = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (next < total) {
      next += 1
      await act(next - 1)
    }
  }))
  return Math.round(total / ((performance.now() - begin) / 1_000))
}

async function prepare(owner: pg.Pool): Promise<readonly { burger: Burger; kenmerk: string }[]> {
  const kenmerken = Array.from({ length: AANVRAGEN }, (_, n) => makeKenmerk('STAP', 9_000_000 + n))
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(PREPARE)
    const { rows } = await client.query<{ kenmerk: string; burgerId: string }>(INSERT_AANVRAGEN, [kenmerken])
    await client.query(INSERT_LOG)
    await client.query('commit')
    await client.query('vacuum analyze')
    return rows.map(({ kenmerk, burgerId }) => ({ kenmerk, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] } }))
  } finally {
    client.release()
  }
}

// A tijdvak without end, one scholingsactiviteit, and burgers with an aanmeldbewijs each.
const PREPARE = `
do $$
declare t uuid; o uuid; p uuid; s uuid; m uuid;
begin
  insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
  values ('bench', nu() - interval '1 hour', nu() + interval '30 days', nu() - interval '30 days', 'open', 'weiger') returning id into t;
  insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values (t, 'algemeen', 'Algemeen', 0, 0);
  insert into gebruiker (soort, subject_hmac, medewerker_naam) values ('medewerker', 'bench', 'Bench') returning id into m;
  insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email) values ('00000000', 'bench', 'Bench', '-', '1', '1234AB', 'Utrecht', 'a@b.nl') returning id into o;
  insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash) values (o, 'bench', 'Bench', 'bench', 'h') returning id into p;
  insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
  values (p, o, 'bench', (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, 'ONLINE', 100000, 100000) returning id into s;
  insert into gebruiker (soort, subject_hmac, bsn_versleuteld) select 'burger', 'bench-' || n, 'bench:x' from generate_series(1, ${String(AANVRAGEN)}) n;
  insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
      geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, uitgegeven_door)
  select 'bench-' || n, o, p, 1, s, n::text, 'Sam', 'Jansen', '1990-01-01', 100000, 100000, 100000, (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, m
  from generate_series(1, ${String(AANVRAGEN)}) n;
end $$`

const INSERT_AANVRAGEN = `
insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
    scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
select k.kenmerk, g.id, t.id, c.id, extract(year from nu() at time zone 'Europe/Amsterdam'), b.id, b.opleiding_id, 1, b.scholingsactiviteit_id, b.opleider_id, 100000, '{}', 'gereed', nu()
from unnest($1::text[]) with ordinality as k (kenmerk, n)
join gebruiker g on g.subject_hmac = 'bench-' || k.n
join aanmeldbewijs b on b.code = 'bench-' || k.n
join tijdvak t on t.code = 'bench' join compartiment c on c.tijdvak_id = t.id
returning kenmerk, burger_id as "burgerId"`

const INSERT_LOG = `
insert into gebeurtenis (onderwerp, onderwerp_id, soort, naar_status, door_id, door_rol)
select 'aanvraag', a.id::text, 'maak-gereed', 'gereed', a.burger_id, 'burger' from aanvraag a join tijdvak t on t.id = a.tijdvak_id where t.code = 'bench'`
