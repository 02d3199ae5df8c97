import type { Burger } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { ownerClient } from '@/tests/setup/db'

export type OpeningOptions = {
  readonly aanvragers: number
  readonly plafondCent: number
  readonly bedragCent?: number
  readonly pastNietRegel?: 'weiger' | 'deels' | 'sluit'
}

export type Opening = {
  readonly tijdvakId: string
  readonly compartimentId: string
  readonly deelnemers: readonly { readonly burger: Burger; readonly kenmerk: string; readonly aanvraagId: string }[]
}

/**
 * A tijdvak that is open, with prepared aanvragen: written straight into the tables, because making five thousand of them
 * through the pages is not what these tests are about.
 */
export async function anOpening({ aanvragers, plafondCent, bedragCent = 100_000, pastNietRegel = 'weiger' }: OpeningOptions): Promise<Opening> {
  const client = await ownerClient()
  const one = async (sql: string, values: readonly unknown[] = []): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(`${sql} returning id`, [...values])
    const id = rows[0]?.id
    if (id === undefined) throw new Error('nothing was inserted')
    return id
  }
  try {
    await client.query('begin')
    await client.query(`insert into parameter (naam, waarde, geldig_van, bron) values
        ('verleningen-per-jaar', '1', '2022-01-01', 'test'), ('maximumbedrag', '100000', '2022-01-01', 'test'),
        ('beslistermijn', '{"dagen":28}', '2022-01-01', 'test'), ('gelijkgestelde-dagen', '[]', '2022-01-01', 'test'),
        ('startvenster', '{"naDagen":28,"maandenNaSluiting":3}', '2022-01-01', 'test'), ('verleningsgrens', 'null', '2022-01-01', 'test') on conflict do nothing`)
    const tijdvakId = await one(
      `insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
       values ('T-' || gen_random_uuid(), nu() - interval '1 minute', nu() + interval '30 days', nu() - interval '30 days', 'open', $1)`,
      [pastNietRegel],
    )
    const compartimentId = await one(
      `insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', $2, 0)`,
      [tijdvakId, plafondCent],
    )
    await client.query(
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', $1) returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
       select id, r.rekening, $1::uuid, r.bedrag from b, (values ('plafond', -$2::bigint), ('vrij', $2::bigint)) as r (rekening, bedrag)`,
      [compartimentId, plafondCent],
    )
    const medewerker = await one(`insert into gebruiker (soort, subject_hmac, medewerker_naam) values ('medewerker', gen_random_uuid(), 'Test')`)
    const opleider = await one(
      `insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
       values (lpad((random() * 99999999)::int::text, 8, '0'), left(gen_random_uuid()::text, 8), 'Academie Test', 'Straat', '1', '1234AB', 'Utrecht', 'a@b.nl')`,
    )
    const opleiding = await one(
      `insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash) values ($1, 'p1', 'Praktijkopleiding lassen', 'test', 'h')`,
      [opleider],
    )
    const activiteit = await one(
      `insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
       values ($1, $2, 'c1', (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, 'KLASSIKAAL', $3, $3)`,
      [opleiding, opleider, bedragCent],
    )

    await client.query(`insert into gebruiker (soort, subject_hmac, bsn_versleuteld) select 'burger', gen_random_uuid(), 'test:x' from generate_series(1, $1)`, [aanvragers])
    const { rows: burgers } = await client.query<{ id: string }>(
      `select g.id from gebruiker g where soort = 'burger' and not exists (select from aanvraag a where a.burger_id = g.id) limit $1`,
      [aanvragers],
    )
    const { rows: bewijzen } = await client.query<{ id: string }>(
      `insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
          geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, uitgegeven_door)
       select gen_random_uuid(), $1, $2, 1, $3, n::text, 'Sam', 'Jansen', '1990-01-01', $4, $4, $4,
              (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, $5
       from generate_series(1, $6) as n returning id`,
      [opleider, opleiding, activiteit, bedragCent, medewerker, aanvragers],
    )
    const { rows: nummers } = await client.query<{ nummer: number }>(`select nextval('kenmerk_aanvraag')::integer as nummer from generate_series(1, $1)`, [aanvragers])
    const { rows } = await client.query<{ id: string; kenmerk: string; burgerId: string }>(
      `insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
          scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
       select r.kenmerk, r.burger_id, $1, $2, extract(year from nu() at time zone 'Europe/Amsterdam'), r.bewijs_id, $3, 1, $4, $5, $6, '{}', 'gereed', nu()
       from unnest($7::text[], $8::uuid[], $9::uuid[]) as r (kenmerk, burger_id, bewijs_id)
       returning id, kenmerk, burger_id as "burgerId"`,
      [tijdvakId, compartimentId, opleiding, activiteit, opleider, bedragCent,
        nummers.map(({ nummer }) => makeKenmerk('STAP', nummer)), burgers.map(({ id }) => id), bewijzen.map(({ id }) => id)],
    )
    await client.query(
      `insert into gebeurtenis (onderwerp, onderwerp_id, soort, naar_status, door_id, door_rol)
       select 'aanvraag', id::text, 'maak-gereed', 'gereed', burger_id, 'burger' from aanvraag where tijdvak_id = $1`,
      [tijdvakId],
    )
    await client.query('commit')
    await client.query('analyze')
    return {
      tijdvakId,
      compartimentId,
      deelnemers: rows.map(({ id, kenmerk, burgerId }) => ({ aanvraagId: id, kenmerk, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] } })),
    }
  } finally {
    await client.end()
  }
}
