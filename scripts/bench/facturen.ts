import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { plainDate } from '@/lib/base/date'
import { parseIban } from '@/lib/base/iban'
import { makeKenmerk } from '@/lib/base/kenmerk'
import { cent } from '@/lib/base/money'
import type { OpleiderActor } from '@/lib/base/actor'
import { ORDER_PREFIX } from '@/lib/betaling/model'
import { makeUbl } from '@/lib/betaling/rules/maak-ubl'
import { UWV_ADRES } from '@/lib/betaling/texts'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { today } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { closeDb, inTransaction, pool } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { timed, type Resultaat } from '@/scripts/bench/frame'

const FACTUREN = Number(process.env['BENCH_FACTUREN'] ?? '20000')
const OPLEIDERS = 50
const BEDRAG_CENT = 93_950
const IBAN = 'NL20INGB0001234567'
/** What was asked for: 20.000 invoices within ten minutes on two cores. */
const PER_SECONDE = 20_000 / 600
/** As many as a web process handles beside each other. */
const TEGELIJK = 6

/**
 * Receives 20.000 invoices of 50 opleiders as the API does: kept, read, judged by every rule of the norm, matched with their order and
 * booked. One in ten is wrong by a cent, so the worklist is written as well.
 */
export async function benchFacturen(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const opleiders = await prepare(owner)
    const vandaag = plainDate(await today())
    let volgende = 0
    let goed = 0
    let ronde = performance.now()
    const werk = async (): Promise<void> => {
      for (let n = (volgende += 1); n <= FACTUREN; n = (volgende += 1)) {
        const opleider = opleiders[n % OPLEIDERS]
        if (opleider === undefined) throw new Error('no opleider')
        const uitkomst = await ontvangFactuur(opleider, { naam: `${String(n)}.xml`, inhoud: Buffer.from(anInvoice(n, opleider.kvk, vandaag)) }, 'api')
        if (uitkomst.ok && uitkomst.value.isGematcht) goed += 1
        if (n % 1_000 === 0) {
          console.log(`  ${String(n)} facturen, de laatste 1.000 in ${((performance.now() - ronde) / 1_000).toFixed(1).replace('.', ',')} s`)
          ronde = performance.now()
        }
      }
    }
    const seconden = await timed(`${String(FACTUREN)} facturen ontvangen, beoordelen, koppelen en boeken`, () => Promise.all(Array.from({ length: TEGELIJK }, werk)))
    await expectBooked(goed)
    const waarde = Math.round(FACTUREN / seconden)
    const grens = Math.round(PER_SECONDE)
    return { naam: 'facturen', waarde, eenheid: 'facturen/s', grens, grensEenheid: 'facturen/s (20000 binnen 600 s)', verhouding: Math.round((waarde / PER_SECONDE) * 100) / 100 }
  } finally {
    await owner.end()
    await closeDb()
  }
}

function anInvoice(n: number, kvk: string, vandaag: ReturnType<typeof plainDate>): string {
  const iban = parseIban(IBAN)
  if (iban === undefined) throw new Error('no IBAN')
  return makeUbl({
    nummer: `F${String(n)}`, datum: vandaag, vervaldatum: vandaag, ordernummer: makeKenmerk(ORDER_PREFIX, n), btw: 'vrijgesteld',
    leverancier: { naam: 'Vakschool De Ambacht', kvk, straat: 'Werkplaats 12', plaats: 'Utrecht', postcode: '3511 AA', btwNummer: 'NL900000019B01', iban },
    klant: { naam: 'UWV', kvk: config.uwv.kvk, ...UWV_ADRES },
    bedragInclusief: cent(BEDRAG_CENT + (n % 10 === 0 ? 1 : 0)), regel: 'Basiscursus lassen (klassikaal)',
  })
}

/** What was matched is booked, once, and nothing else. */
async function expectBooked(goed: number): Promise<void> {
  const { rows: [stand] } = await pool.query<{ geboekt: number; gematcht: number }>(`
    select (select coalesce(sum(bedrag_cent), 0)::bigint from boekingsregel where rekening = 'crediteuren') as geboekt, (select count(*) from factuur where status = 'gematcht') as gematcht`)
  const verwacht = FACTUREN - Math.floor(FACTUREN / 10)
  if (goed !== verwacht || stand?.gematcht !== verwacht || stand.geboekt !== verwacht * BEDRAG_CENT) throw new Error(`${String(goed)} of ${String(verwacht)} invoices matched`)
}

/** Granted aanvragen with an order that waits for its invoice, straight into the tables with the guards off: they are not what is measured. */
async function prepare(owner: pg.Client): Promise<readonly OpleiderActor[]> {
  await owner.query('set session_replication_role = replica')
  const totaal = String(FACTUREN * BEDRAG_CENT)
  const tijdvakId = randomUUID()
  const compartimentId = randomUUID()
  await owner.query(`insert into tijdvak (id, code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel) values ($1, 'bench', nu() - interval '3 days', nu() - interval '1 day', nu() - interval '30 days', 'gesloten', 'weiger')`, [tijdvakId])
  await owner.query(`insert into compartiment (id, tijdvak_id, code, naam, plafond_cent, verplicht_cent, volgorde) values ($1, $2, 'algemeen', 'Algemeen', ${totaal}, ${totaal}, 0)`, [compartimentId, tijdvakId])
  const opleiders: OpleiderActor[] = []
  for (let nummer = 0; nummer < OPLEIDERS; nummer += 1) {
    const kvk = String(90_000_000 + nummer)
    const opleiderId = randomUUID()
    const id = randomUUID()
    await owner.query(`insert into opleider (id, kvk, code, naam, straat, huisnummer, postcode, plaats, email, iban, iban_tenaamstelling) values ($1, $2, $2, 'Vakschool De Ambacht', 'Werkplaats', '12', '3511 AA', 'Utrecht', 'a@voorbeeld.nl', '${IBAN}', 'Vakschool De Ambacht')`, [opleiderId, kvk])
    await owner.query(`insert into gebruiker (id, soort, subject_hmac, kvk, opleider_id) values ($1, 'opleider', gen_random_uuid(), $2, $3)`, [id, kvk, opleiderId])
    opleiders.push({ soort: 'opleider', id, rollen: ['opleider'], opleiderId, kvk })
  }
  const opleidingId = randomUUID()
  const activiteitId = randomUUID()
  await owner.query(`insert into opleiding (id, opleider_id, programma_id, titel, bron, inhoud_hash) values ($1, $2, 'p1', 'Basiscursus lassen', 'bench', 'h')`, [opleidingId, opleiders[0]?.opleiderId])
  await owner.query(`insert into scholingsactiviteit (id, opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
    values ($1, $2, $3, 'c1', current_date, current_date + 90, 'KLASSIKAAL', 100000, 100000)`, [activiteitId, opleidingId, opleiders[0]?.opleiderId])
  const ordernummers = Array.from({ length: FACTUREN }, (_, index) => makeKenmerk(ORDER_PREFIX, index + 1))
  const vanWie = Array.from({ length: FACTUREN }, (_, index) => opleiders[(index + 1) % OPLEIDERS]?.opleiderId)
  await owner.query(`
    with rij as materialized (select t.nummer, t.opleider, gen_random_uuid() as aanvraag, gen_random_uuid() as bewijs from unnest($1::text[], $2::uuid[]) as t (nummer, opleider)),
    bewijzen as (
      insert into aanmeldbewijs (id, code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam, geboortedatum,
          kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, status, uitgegeven_door)
      select bewijs, nummer, opleider, $3, 1, $4, nummer, 'Sam', 'Jansen', '1990-01-01', ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, current_date, current_date + 90, 'gebruikt', gen_random_uuid() from rij
    ), aanvragen as (
      insert into aanvraag (id, kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op, ingediend_op)
      select aanvraag, 'B' || nummer, gen_random_uuid(), '${tijdvakId}', '${compartimentId}', 2022, bewijs, $3, 1, $4, opleider, ${String(BEDRAG_CENT)}, '{}', 'verleend', nu(), nu() from rij
    )
    insert into verplichting (ordernummer, aanvraag_id, opleider_id, compartiment_id, bedrag_cent, status) select nummer, aanvraag, opleider, '${compartimentId}', ${String(BEDRAG_CENT)}, 'open' from rij`,
  [ordernummers, vanWie, opleidingId, activiteitId])
  // What was booked when those orders were given: an invoice comes out of it.
  await owner.query(`
    with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('ga-verplichting-aan', 'bench', 'bench') returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, opleider_id, bedrag_cent)
    select b.id, r.rekening, '${compartimentId}', v.aanvraag_id, v.opleider_id, r.cent
      from b, verplichting v cross join (values ('gereserveerd', -${String(BEDRAG_CENT)}), ('verplicht', ${String(BEDRAG_CENT)})) as r (rekening, cent)`)
  await owner.query('set session_replication_role = origin')
  await owner.query('analyze')
  return opleiders
}
