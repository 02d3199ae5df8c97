import pg from 'pg'
import { closeDb, inTransaction, pool } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { stelLijstVast } from '@/lib/loting/use-cases/stel-lijst-vast'
import { trekLoting } from '@/lib/loting/use-cases/trek-loting'
import { verwerkUitslag } from '@/lib/loting/use-cases/verwerk-uitslag'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { timed, type Resultaat } from '@/scripts/bench/frame'

const DEELNEMERS = 1_000_000
/** As many as 2023-I could pay: EUR 34 million at EUR 850 each. */
const TOEGEKEND = 40_000
const BEDRAG_CENT = 85_000
/** What was asked for: a million drawn and allocated within 30 s. */
const BINNEN_S = 30

/**
 * Draws a tijdvak with a million participants and gives the budget to who won: order, decisions, result with its hash, and
 * reservation, status, log and ledger of every winner. Who did not win follows in the background. DATABASE_URL must point to a
 * migrated database of its own.
 */
export async function benchLoting(databaseUrl: string): Promise<Resultaat> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    const { tijdvakId, medewerkers } = await prepare(owner)
    await timed('deelnemerslijst vaststellen', () => stelLijstVast({ tijdvakId }))
    for (const [n, id] of medewerkers.entries())
      await owner.query('insert into loting_bijdrage (tijdvak_id, gebruiker_id, waarde_versleuteld) values ($1, $2, $3)', [tijdvakId, id, encrypt(`deel ${String(n)} van het zaad`)])

    const trekkenS = await timed('trekken', () => trekLoting(tijdvakId))
    const verwerkenS = await timed('budget reserveren voor wie won', async () => { while ((await countWinnaars(tijdvakId)) < TOEGEKEND) await verwerkUitslag() })
    if ((await countWinnaars(tijdvakId)) !== TOEGEKEND) throw new Error('not every winner got budget')
    const waarde = Math.round(DEELNEMERS / (trekkenS + verwerkenS))
    const grens = Math.round(DEELNEMERS / BINNEN_S)
    return { naam: 'loting', waarde, eenheid: 'deelnemers/s', grens, grensEenheid: `deelnemers/s (${String(DEELNEMERS)} binnen ${String(BINNEN_S)} s)`, verhouding: Math.round((waarde / grens) * 100) / 100 }
  } finally {
    await owner.end()
    await closeDb()
  }
}

async function countWinnaars(tijdvakId: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int as n from toewijzing w join compartiment c on c.id = w.compartiment_id where c.tijdvak_id = $1 and w.uitkomst = 'gereserveerd'", [tijdvakId])
  return rows[0]?.n ?? 0
}

/** A million received aanvragen, straight into the tables with the guards off: they are not what is measured. */
async function prepare(owner: pg.Client): Promise<{ tijdvakId: string; medewerkers: readonly string[] }> {
  await owner.query("set session_replication_role = replica")
  await owner.query("set synchronous_commit = off")
  const one = async (sql: string): Promise<string> => (await owner.query<{ id: string }>(`${sql} returning id`)).rows[0]?.id ?? ''
  const tijdvakId = await one(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel, modus)
    values ('bench', nu() - interval '30 days', nu() - interval '1 hour', nu() - interval '60 days', 'gesloten', 'weiger', 'loting')`)
  const compartimentId = await one(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ('${tijdvakId}', 'algemeen', 'Algemeen', ${String(TOEGEKEND * BEDRAG_CENT)}, 0)`)
  const { rows: medewerkers } = await owner.query<{ id: string }>("insert into gebruiker (soort, subject_hmac, medewerker_naam) select 'medewerker', 'bench-m' || n, 'Bench' from generate_series(1, 2) n returning id")
  await owner.query(`
    with activiteit as (select gen_random_uuid() as id), rij as materialized (
      select n, gen_random_uuid() as aanvraag, gen_random_uuid() as burger, activiteit.id as activiteit from generate_series(1, ${String(DEELNEMERS)}) n, activiteit
    ), aanvragen as (
      insert into aanvraag (id, kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie,
          scholingsactiviteit_id, opleider_id, bedrag_cent, momentopname, status, verklaring_op, ingediend_op)
      select aanvraag, 'B' || n, burger, '${tijdvakId}', '${compartimentId}', extract(year from nu()), gen_random_uuid(), activiteit, 1, activiteit, activiteit, ${String(BEDRAG_CENT)}, '{}', 'ingediend', nu(), nu()
      from rij
    )
    insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent)
    select aanvraag, '${tijdvakId}', array['${compartimentId}'::uuid], burger, extract(year from nu()), ${String(BEDRAG_CENT)} from rij`)
  await owner.query(`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_id, door_rol, reden, gegevens) values ('tijdvak', $1, 'sluit-inschrijving', $2, 'ketenregisseur', 'bench', '{"zaadBron": "twee-personen"}')`, [tijdvakId, medewerkers[0]?.id])
  await owner.query('reset session_replication_role')
  await owner.query('vacuum analyze aanvraag, indiening')
  return { tijdvakId, medewerkers: medewerkers.map(({ id }) => id) }
}
