import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Burger, Medewerker, OpleiderActor } from '@/lib/base/actor'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { inTransaction } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, ownerClient, zetKlok } from '@/tests/setup/db'

export const VANDAAG = '2022-11-21'
export const START = '2022-12-05'
export const IBAN = 'NL20INGB0001234567'

export type Verlening = { readonly aanvraagId: string; readonly kenmerk: string; readonly burger: Burger }

export type Pot = { readonly tijdvakId: string; readonly compartimentId: string }

export type BetaalWereld = {
  readonly opleider: OpleiderActor
  readonly andereOpleider: OpleiderActor
  /** Three people of the financial department. */
  readonly financieel: readonly [Medewerker, Medewerker, Medewerker]
  readonly behandelaar: Medewerker
  readonly compartimentId: string
  readonly tijdvakId: string
  /** A new aanvraag that was granted: budget reserved, besluit taken, in one go and behind the back of the chain that comes before. */
  verleen: (bedragCent?: number, waar?: Pot) => Promise<Verlening>
  /** One more tijdvak, of this year and over already, with one compartiment. */
  opent: (jaar: number, plafondCent: number) => Promise<Pot>
}

/**
 * The day is Monday 21 November 2022; an opleider (KvK 90000001) with an account and a course that starts on 5 December.
 * Call it once per file, after freshDb().
 */
export async function aBetaalWereld(plafondCent = 100_000_000): Promise<BetaalWereld> {
  await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  const client = await ownerClient()
  try {
    const opleiderId = await anOpleider(client, '90000001', 'Vakschool De Ambacht', IBAN)
    const andereId = await anOpleider(client, '90000002', 'Academie Noord & Zuid', 'NL91ABNA0417164300')
    const medewerker = async (naam: string, rol: Medewerker['rollen'][number]): Promise<Medewerker> => {
      const id = await one(client, `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), $1, $2)`, [naam, [rol]])
      return { soort: 'medewerker', id, naam, rollen: [rol] }
    }
    const { tijdvakId, compartimentId } = await aCompartiment(client, plafondCent)
    const opleidingId = await one(client,
      `insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash) values ($1, 'p1', 'Basiscursus MIG/MAG-lassen', 'test', 'h')`, [opleiderId])
    const activiteitId = await one(client,
      `insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
       values ($1, $2, 'c1', $3, '2023-02-28', 'KLASSIKAAL', 100000, 100000)`, [opleidingId, opleiderId, START])
    const opleider = await opleiderActor(client, opleiderId, '90000001')
    const scene = { tijdvakId, compartimentId, opleiderId, opleidingId, activiteitId, uitgeverId: opleider.id }
    return {
      opleider,
      andereOpleider: await opleiderActor(client, andereId, '90000002'),
      financieel: [await medewerker('Anouk Visser', 'financieel'), await medewerker('Bram Smit', 'financieel'), await medewerker('Cees Mol', 'financieel')],
      behandelaar: await medewerker('Dana Kok', 'behandelaar'),
      compartimentId,
      tijdvakId,
      verleen: (bedragCent = 93_950, waar) => aVerlening({ ...scene, ...waar }, bedragCent),
      opent: (jaar, plafond) => withOwner((owner) => aCompartiment(owner, plafond, { code: `${String(jaar)}-V`, opent: `${String(jaar)}-01-02T10:00:00+01:00`, sluit: `${String(jaar)}-01-04T00:00:00+01:00` })),
    }
  } finally {
    await client.end()
  }
}

type Scene = { tijdvakId: string; compartimentId: string; opleiderId: string; opleidingId: string; activiteitId: string; uitgeverId: string }

async function aVerlening(scene: Scene, bedragCent: number): Promise<Verlening> {
  const client = await ownerClient()
  try {
    await client.query('begin')
    const burgerId = await one(client, `insert into gebruiker (soort, subject_hmac, bsn_versleuteld) values ('burger', gen_random_uuid(), 'test:x')`)
    const bewijsId = await one(client,
      `insert into aanmeldbewijs (code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam,
         geboortedatum, kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, status, uitgegeven_door)
       values (gen_random_uuid(), $1, $2, 1, $3, 's1', 'Sam', 'Jansen', '1990-01-01', $4, $4, $4, $5, '2023-02-28', 'gebruikt', $6)`,
      [scene.opleiderId, scene.opleidingId, scene.activiteitId, bedragCent, START, scene.uitgeverId])
    const { rows: [nummer] } = await client.query<{ n: string }>(`select nextval('kenmerk_aanvraag') as n`)
    const kenmerk = makeKenmerk('STAP', Number(nummer?.n))
    // Everything before the verlening is not what these tests are about: the guards of the moves before it are off for a moment.
    await client.query('set local session_replication_role = replica')
    const aanvraagId = await one(client,
      `insert into aanvraag (kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
         scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op, ingediend_op, beslis_uiterlijk_op)
       values ($1, $2, $3, $4, 2022, $5, $6, 1, $7, $8, $9, $10, 'verleend', nu(), '2022-11-01T10:00:00+01:00', '2022-11-29')`,
      [kenmerk, burgerId, scene.tijdvakId, scene.compartimentId, bewijsId, scene.opleidingId, scene.activiteitId, scene.opleiderId, bedragCent, MOMENTOPNAME])
    const { rows: [indiening] } = await client.query<{ v: string }>(
      `insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent) values ($1, $2, array[$3::uuid], $4, 2022, $5) returning volgnummer as v`,
      [aanvraagId, scene.tijdvakId, scene.compartimentId, burgerId, bedragCent])
    await client.query(
      `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek)
       values ($1, $2, $3, $4, 2022, 'gereserveerd', $5::integer, $5::integer, 1)`, [indiening?.v, aanvraagId, scene.compartimentId, burgerId, bedragCent])
    const briefId = await one(client,
      `insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud) values ($1, 'verlening', $2, $3, 'test', '{}')`, [randomUUID(), burgerId, aanvraagId])
    await client.query(
      `insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, bezwaar_uiterlijk_op, brief_id)
       values ($1, $2, 'verlening', $3, '{voldoet-aan-voorwaarden}', 'test', '{}', 1, (nu() + interval '50 days')::date, $4)`, [randomUUID(), aanvraagId, bedragCent, briefId])
    await client.query(`set local session_replication_role = origin`)
    await book(client, 'reserveer', aanvraagId, scene.compartimentId, 'vrij', 'gereserveerd', bedragCent)
    await client.query('commit')
    return { aanvraagId, kenmerk, burger: { soort: 'burger', id: burgerId, rollen: ['burger'] } }
  } finally {
    await client.end()
  }
}

const MOMENTOPNAME = {
  persoon: { naam: 'Sam Jansen', geboortedatum: '1990-01-01' },
  opleiding: { titel: 'Basiscursus MIG/MAG-lassen', versie: 1, niveau: 'MBO', categorie: null, opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT' },
  opleider: { naam: 'Vakschool De Ambacht', plaats: 'Utrecht', kvk: '90000001' },
  scholing: { cohortcode: 'c1', startdatum: START, einddatum: '2023-02-28', plaats: 'Utrecht', kostenCent: 93_950, subsidiabelCent: 93_950 },
}

async function anOpleider(client: pg.Client, kvk: string, naam: string, iban: string): Promise<string> {
  const id = await one(client,
    `insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email, iban, iban_tenaamstelling)
     values ($1, $1, $2, 'Werkplaats', '12', '3511 AA', 'Utrecht', 'administratie@voorbeeld.nl', $3, $2)`, [kvk, naam, iban])
  // The bank was asked before: this account belongs to this name.
  await client.query(`insert into naamcontrole (opleider_id, iban, naam, antwoord) values ($1, $2, $3, 'match')`, [id, iban, naam])
  return id
}

async function opleiderActor(client: pg.Client, opleiderId: string, kvk: string): Promise<OpleiderActor> {
  const id = await one(client, `insert into gebruiker (soort, subject_hmac, kvk, opleider_id) values ('opleider', gen_random_uuid(), $1, $2)`, [kvk, opleiderId])
  return { soort: 'opleider', id, rollen: ['opleider'], opleiderId, kvk }
}

async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await ownerClient()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const TIJDVAK = { code: '2022-V', opent: '2022-11-01T10:00:00+01:00', sluit: '2022-11-03T00:00:00+01:00' }

async function aCompartiment(client: pg.Client, plafondCent: number, { code, opent, sluit } = TIJDVAK): Promise<Pot> {
  await client.query('begin')
  const tijdvakId = await one(client,
    `insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
     values ($1, $2, $3, '2022-10-01', 'gesloten', 'weiger')`, [code, opent, sluit])
  const compartimentId = await one(client,
    `insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', $2, 0)`, [tijdvakId, plafondCent])
  await book(client, 'stel-plafond-vast', compartimentId, compartimentId, 'plafond', 'vrij', plafondCent)
  await client.query('commit')
  return { tijdvakId, compartimentId }
}

async function book(client: pg.Client, ...[soort, oorzaakId, compartimentId, van, naar, bedrag]: [string, string, string, string, string, number]): Promise<void> {
  await client.query(
    `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ($1, 'test', $2) returning id)
     insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
     select id, r.rekening, $3::uuid, (select a.id from aanvraag a where a.id::text = $2), r.bedrag from b, (values ($4::text, -$6::bigint), ($5::text, $6::bigint)) as r (rekening, bedrag)`,
    [soort, oorzaakId, compartimentId, van, naar, bedrag])
}

async function one(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`${sql} returning id`, [...values])
  const id = rows[0]?.id
  if (id === undefined) throw new Error('nothing was inserted')
  return id
}

/** The balance of every account of a compartiment, replayed from the journal. */
export async function saldi(compartimentId: string): Promise<Record<string, number>> {
  const rows = await asOwner<{ rekening: string; cent: string }>(
    'select rekening, sum(bedrag_cent)::text as cent from boekingsregel where compartiment_id = $1 group by 1', [compartimentId])
  return Object.fromEntries(rows.map(({ rekening, cent }) => [rekening, Number(cent)]))
}
