import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { parseBsn, type Bsn } from '@/lib/base/bsn'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'

export type Deelnemer = {
  readonly aanvraagId: string
  readonly burgerId: string
  readonly kenmerk: string
  readonly bedragCent: number
  /** The token of a login that is good for a few hours, as the cookie of a browser holds it. */
  readonly token: string
}

export type Wereld = {
  readonly tijdvakId: string
  readonly code: string
  readonly compartimentId: string
  readonly plafondCent: number
  readonly deelnemers: readonly Deelnemer[]
}

export type WereldOptions = {
  readonly aanvragers: number
  readonly plafondCent: number
  /** What each asks, in turn. Default € 1.000. */
  readonly bedragenCent?: readonly number[]
  readonly pastNietRegel?: 'weiger' | 'deels' | 'sluit'
  /** Where the legal clock stands when the world is ready. Default five past ten on the day of the opening. */
  readonly nu?: string
  readonly opentOp?: string
  readonly sluitOp?: string
  readonly reserveTot?: string
  /** False when they come through the poort: then the waiting room is made, drawn and opened as always. Else everybody is at the turn. */
  readonly aanDeBeurt?: boolean
}

export const OPENT_OP = '2022-11-01T10:00:00+01:00'

/**
 * A tijdvak with prepared aanvragen and a login for each burger, laid down in the tables as the use cases would have left them:
 * five thousand of them in a second or two.
 */
export async function maakWereld(client: Client, options: WereldOptions): Promise<Wereld> {
  const { aanvragers, plafondCent, bedragenCent = [100_000], pastNietRegel = 'weiger' } = options
  const { nu = '2022-11-01T10:05:00+01:00', opentOp = OPENT_OP, sluitOp = '2022-12-31T23:59:59+01:00', reserveTot = null, aanDeBeurt = true } = options
  const code = `T-${randomBytes(3).toString('hex')}`
  const tokens = Array.from({ length: aanvragers }, () => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'))
  const bedragen = tokens.map((_, n) => bedragenCent[n % bedragenCent.length] ?? 100_000)
  // Loaded here: by now the settings of this process stand, and with them the keys.
  const { toBurger } = await import('@/lib/platform/identity')
  const burgers = takeBsns(aanvragers).map(toBurger)
  await client.query('begin')
  await zetKlok(client, nu)
  await client.query(PREPARE, [])
  const { rows: [tijdvak] } = await client.query<{ id: string; compartimentId: string }>(
    `with t as (insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel, reserve_tot)
                values ($1, $2, $3, $2::timestamptz - interval '30 days', case when $2::timestamptz <= nu() then 'open' else 'gepland' end, $4, $5) returning id),
          c as (insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) select id, 'algemeen', 'Algemeen', $6, 0 from t returning id, tijdvak_id)
     select tijdvak_id as id, id as "compartimentId" from c`,
    [code, opentOp, sluitOp, pastNietRegel, reserveTot, plafondCent])
  if (tijdvak === undefined) throw new Error('the tijdvak was not made')
  if (plafondCent > 0)
    await client.query(
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', $1::text) returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
       select id, r.rekening, $1::uuid, r.bedrag from b, (values ('plafond', -$2::bigint), ('vrij', $2::bigint)) as r (rekening, bedrag)`,
      [tijdvak.compartimentId, plafondCent])
  const { rows: nummers } = await client.query<{ nummer: number }>(`select nextval('kenmerk_aanvraag')::integer as nummer from generate_series(1, $1)`, [aanvragers])
  const { rows } = await client.query<{ aanvraagId: string; burgerId: string; kenmerk: string; bedragCent: number; nr: number }>(DEELNEMERS, [
    nummers.map(({ nummer }) => makeKenmerk(AANVRAAG_PREFIX, nummer)), hashes, bedragen, tijdvak.id, tijdvak.compartimentId,
    burgers.map(({ subjectHmac }) => subjectHmac), burgers.map(({ bsnVersleuteld }) => bsnVersleuteld)])
  await client.query(LOG, [tijdvak.id])
  if (aanDeBeurt) await geefBeurt(client, tijdvak.id)
  await client.query('commit')
  await client.query('analyze')
  const deelnemers = rows.map(({ nr, ...rest }) => ({ ...rest, token: tokens[nr - 1] ?? '' }))
  return { tijdvakId: tijdvak.id, code, compartimentId: tijdvak.compartimentId, plafondCent, deelnemers }
}

/** A waiting room of which the draw is over, nobody was early, and everybody has been let in. Nothing before the opening. */
async function geefBeurt(client: Client, tijdvakId: string): Promise<void> {
  const { encrypt } = await import('@/lib/platform/encryption')
  const zaad = randomBytes(32).toString('hex')
  await client.query(
    `with open as (select id, opent_op, (select count(*) from aanvraag where tijdvak_id = t.id)::integer as aantal from tijdvak t where id = $1 and opent_op <= nu()
     ), kamer as (
       insert into wachtkamer (tijdvak_id, per_minuut, volgende_nummer, toegelaten_tot, toegelaten_op, geopend_op)
       select id, 60000, aantal + 1, aantal, opent_op, opent_op - interval '1 day' from open returning tijdvak_id
     ), ronde as (
       insert into wachtkamer_ronde (tijdvak_id, ronde, zaad_hash, zaad_versleuteld, zaad, lijst_hash, aantal_voor, opent_op, geloot_op, bekend_op)
       select id, 1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), $3, $2, encode(sha256(''), 'hex'), 0, opent_op, opent_op, opent_op - interval '1 day' from open
     )
     insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op)
     select a.tijdvak_id, row_number() over (order by a.kenmerk), a.burger_id, md5(a.id::text), o.opent_op from aanvraag a join open o on o.id = a.tijdvak_id`,
    [tijdvakId, zaad, encrypt(zaad)])
}

let lastBsn = 30_000_000

/** Valid numbers that were not given before, so that two worlds in one database have other people. */
function takeBsns(aantal: number): readonly Bsn[] {
  const bsns: Bsn[] = []
  for (; bsns.length < aantal; lastBsn += 1) {
    for (let laatste = 0; laatste < 10 && bsns.length < aantal; laatste += 1) {
      const bsn = parseBsn(`${String(lastBsn)}${String(laatste)}`)
      if (bsn !== undefined) bsns.push(bsn)
    }
  }
  return bsns
}

/** Shifts the legal clock of a database so that it now says `nu`. */
export async function zetKlok(client: Client, nu: string): Promise<void> {
  await client.query(`update klok set verschuiving_ms = ceil(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint`, [nu])
}

// One opleider with one scholing, for everybody.
const PREPARE = `
do $$
declare o uuid; p uuid;
begin
  if exists (select from opleider where code = 'storing') then return; end if;
  insert into gebruiker (soort, subject_hmac, medewerker_naam) values ('medewerker', 'storing', 'Storing');
  insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email)
  values ('00000000', 'storing', 'Academie Storing', 'Straat', '1', '1234AB', 'Utrecht', 'a@b.nl') returning id into o;
  insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash) values (o, 'storing', 'Praktijkopleiding lassen', 'storing', 'h') returning id into p;
  insert into opleiding_versie (opleiding_id, versie, inhoud, bron) values (p, 1, '{}', 'storing');
  insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
  values (p, o, 'storing', (nu() + interval '60 days')::date, (nu() + interval '90 days')::date, 'KLASSIKAAL', 100000, 100000);
end $$`

const DEELNEMERS = `
with rij as (
  select r.*, gen_random_uuid() as burger_id, gen_random_uuid() as bewijs_id, gen_random_uuid() as aanvraag_id
  from unnest($1::text[], $2::text[], $3::integer[], $6::text[], $7::text[]) with ordinality as r (kenmerk, token_hash, bedrag, subject, bsn, nr)
), burger as (
  insert into gebruiker (id, soort, subject_hmac, bsn_versleuteld) select burger_id, 'burger', subject, bsn from rij
), sessie as (
  insert into sessie (gebruiker_id, token_hash, provider, niveau) select burger_id, token_hash, 'digid', 'Midden' from rij
), scholing as (
  select s.id, s.opleiding_id, s.opleider_id, s.startdatum, s.einddatum, m.id as medewerker
  from scholingsactiviteit s join opleider o on o.id = s.opleider_id and o.code = 'storing' join gebruiker m on m.subject_hmac = 'storing'
), bewijs as (
  insert into aanmeldbewijs (id, code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
      geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, uitgegeven_door, uitgegeven_op)
  select bewijs_id, bewijs_id::text, s.opleider_id, s.opleiding_id, 1, s.id, nr::text, 'Sam', 'Jansen', '1990-01-01',
         greatest(bedrag, 100000), greatest(bedrag, 100000), bedrag, s.startdatum, s.einddatum, s.medewerker, nu() from rij, scholing s
), aanvragen as (
  insert into aanvraag (id, kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
      scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op)
  select aanvraag_id, kenmerk, burger_id, $4, $5, extract(year from nu() at time zone 'Europe/Amsterdam'), bewijs_id, s.opleiding_id, 1, s.id, s.opleider_id, bedrag,
         jsonb_build_object(
           'persoon', jsonb_build_object('naam', 'Sam Jansen', 'geboortedatum', '1990-01-01'),
           'opleiding', jsonb_build_object('titel', 'Praktijkopleiding lassen', 'versie', 1, 'niveau', null, 'categorie', null, 'opleidingsvorm', 'KLASSIKAAL', 'waardedocument', null),
           'opleider', jsonb_build_object('naam', 'Academie Storing', 'plaats', 'Utrecht', 'kvk', '00000000'),
           'scholing', jsonb_build_object('cohortcode', 'storing', 'startdatum', s.startdatum, 'einddatum', s.einddatum, 'plaats', null,
                                          'kostenCent', greatest(bedrag, 100000), 'subsidiabelCent', greatest(bedrag, 100000))),
         'gereed', nu()
  from rij, scholing s
)
select aanvraag_id as "aanvraagId", burger_id as "burgerId", kenmerk, bedrag as "bedragCent", nr from rij order by nr`

const LOG = `
insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_id, door_rol, zichtbaar, op)
select 'aanvraag', a.id::text, s.soort, s.van, s.naar, a.burger_id, 'burger', true, nu()
from aanvraag a cross join (values (1, 'start', null, 'concept'), (2, 'maak-gereed', 'concept', 'gereed')) as s (nr, soort, van, naar)
where a.tijdvak_id = $1 order by a.id, s.nr`
