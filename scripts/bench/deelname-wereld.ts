import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { OpleiderActor } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { AANVRAAG_PREFIX } from '@/lib/aanvraag/model'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'

const OPLEIDERS = 200
const BEDRAG_CENT = 93_950
const DEEL = 10_000

/**
 * Granted aanvragen straight into the tables with the guards off: they are not what is measured. The first `rijen` are of one opleider, who
 * can report them today and has months to do so. The `termijnen` after them are of 200 opleiders, and every one has a step to take today: a
 * fifth of them the question to the burger, the others a reminder.
 */
export async function prepareDeelnames(owner: pg.Client, { termijnen, rijen }: { termijnen: number; rijen: number }): Promise<OpleiderActor> {
  const vandaag = plainDate(await today())
  await owner.query('set session_replication_role = replica')
  const tijdvakId = randomUUID()
  const compartimentId = randomUUID()
  await owner.query(`insert into tijdvak (id, code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel) values ($1, 'bench', nu() - interval '300 days', nu() - interval '298 days', nu() - interval '330 days', 'gesloten', 'weiger')`, [tijdvakId])
  await owner.query(`insert into compartiment (id, tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, $2, 'algemeen', 'Algemeen', 0, 0)`, [compartimentId, tijdvakId])
  const opleiders = await insertOpleiders(owner)
  const [eerste] = opleiders
  if (eerste === undefined) throw new Error('no opleider')
  const opleidingId = randomUUID()
  const activiteitId = randomUUID()
  await owner.query(`insert into opleiding (id, opleider_id, programma_id, titel, bron, inhoud_hash) values ($1, $2, 'p1', 'Basiscursus lassen', 'bench', 'h')`, [opleidingId, eerste.opleiderId])
  await owner.query(`insert into scholingsactiviteit (id, opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
    values ($1, $2, $3, 'c1', current_date - 200, current_date - 100, 'KLASSIKAAL', 100000, 100000)`, [activiteitId, opleidingId, eerste.opleiderId])
  const vast = { tijdvakId, compartimentId, opleidingId, activiteitId, opleiderIds: opleiders.map(({ opleiderId }) => opleiderId), rijen, vandaag }
  // In parts: what is laid down beforehand must not be the memory that is measured.
  for (let van = 0; van < rijen + termijnen; van += DEEL) await insertAanvragen(owner, Math.min(DEEL, rijen + termijnen - van), van, vast)
  await owner.query('set session_replication_role = origin')
  await owner.query('analyze')
  return eerste
}

type Vast = { tijdvakId: string; compartimentId: string; opleidingId: string; activiteitId: string; opleiderIds: readonly string[]; rijen: number; vandaag: PlainDate }

async function insertAanvragen(owner: pg.Client, aantal: number, van: number, { tijdvakId, compartimentId, opleidingId, activiteitId, opleiderIds, rijen, vandaag }: Vast): Promise<void> {
  const nummers = Array.from({ length: aantal }, (_, index) => van + index)
  await owner.query(`
    with rij as materialized (
      select t.n, t.kenmerk, gen_random_uuid() as aanvraag, gen_random_uuid() as bewijs, ($3::uuid[])[case when t.n < $6 then 1 else 1 + t.n % ${String(OPLEIDERS)} end] as opleider,
             case when t.n < $6 then $7::date - 5 else ($7::date - interval '3 months')::date - (array[-3, 10, 30, 45, 12])[1 + t.n % 5] end as einde
      from unnest($1::int[], $2::text[]) as t (n, kenmerk)),
    bewijzen as (
      insert into aanmeldbewijs (id, code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam, geboortedatum,
          kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, status, uitgegeven_door)
      select bewijs, kenmerk, opleider, $4, 1, $5, kenmerk, 'Sam', 'Jansen', '1990-01-01', ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, einde - 60, einde, 'gebruikt', gen_random_uuid() from rij
    )
    insert into aanvraag (id, kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op, ingediend_op)
    select aanvraag, kenmerk, gen_random_uuid(), '${tijdvakId}', '${compartimentId}', 2022, bewijs, $4, 1, $5, opleider, ${String(BEDRAG_CENT)}, '{}', 'verleend', nu(), nu() from rij`,
  [nummers, nummers.map((nummer) => makeKenmerk(AANVRAAG_PREFIX, nummer + 1)), opleiderIds, opleidingId, activiteitId, rijen, vandaag])
}

async function insertOpleiders(owner: pg.Client): Promise<readonly OpleiderActor[]> {
  const opleiders: OpleiderActor[] = []
  for (let nummer = 0; nummer < OPLEIDERS; nummer += 1) {
    const kvk = String(90_000_000 + nummer)
    const opleider: OpleiderActor = { soort: 'opleider', id: randomUUID(), rollen: ['opleider'], opleiderId: randomUUID(), kvk }
    await owner.query(`insert into opleider (id, kvk, code, naam, straat, huisnummer, postcode, plaats, email) values ($1, $2, $2, 'Vakschool De Ambacht', 'Werkplaats', '12', '3511 AA', 'Utrecht', 'a@voorbeeld.nl')`, [opleider.opleiderId, kvk])
    await owner.query(`insert into gebruiker (id, soort, subject_hmac, kvk, opleider_id) values ($1, 'opleider', gen_random_uuid(), $2, $3)`, [opleider.id, kvk, opleider.opleiderId])
    opleiders.push(opleider)
  }
  return opleiders
}
