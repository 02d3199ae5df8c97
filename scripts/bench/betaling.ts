import { rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { config } from '@/lib/platform/config'
import { closeDb, inTransaction, pool } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { peakMb, timed, type Resultaat } from '@/scripts/bench/frame'

const BETALINGEN = 35_000
const BEDRAG_CENT = 93_950
/** What was asked for: a batch within 20 s, its statement within 30 s. */
const BATCH_BINNEN_S = 20
const AFSCHRIFT_BINNEN_S = 30
/** And in the memory of a small machine: of the process, everything in it, when its heap may be 256 MB (scripts/bench.ts). */
const PIEK_MB = 500

/** Composes, approves, writes and hands over one batch of 35.000 payments. DATABASE_URL must point to a migrated database of its own. */
export async function benchBetaalbatch(databaseUrl: string): Promise<Resultaat> {
  return withPayable(databaseUrl, async (medewerkers) => {
    const { seconden } = await payAll(medewerkers)
    const piek = peakMb()
    console.log(`  piek van het hele proces: ${String(piek)} MB; grens ${String(PIEK_MB)} MB`)
    if (piek > PIEK_MB) throw new Error(`a batch of ${String(BETALINGEN)} payments took ${String(piek)} MB; ${String(PIEK_MB)} MB was promised`)
    return toResultaat('betaalbatch', 'betalingen/s', seconden, BATCH_BINNEN_S)
  })
}

/** Books the statement of 35.000 movements that answers such a batch. */
export async function benchBankafschrift(databaseUrl: string): Promise<Resultaat> {
  return withPayable(databaseUrl, async (medewerkers) => {
    await payAll(medewerkers)
    const inhoud = await aStatement()
    console.log(`  afschrift van ${(inhoud.length / 1024 / 1024).toFixed(0)} MB`)
    const seconden = await timed('afschrift bewaren en boeken', async () => {
      const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'bench.xml', inhoud })
      if (ontvangen.ok) await verwerkBankbericht(ontvangen.value.berichtId)
    })
    const { rows: [stand] } = await pool.query<{ uitgevoerd: number }>(`select count(*) as uitgevoerd from betaling where status = 'uitgevoerd'`)
    if (stand?.uitgevoerd !== BETALINGEN) throw new Error('not every payment was confirmed')
    return toResultaat('bankafschrift', 'mutaties/s', seconden, AFSCHRIFT_BINNEN_S)
  })
}

function toResultaat(naam: string, eenheid: string, seconden: number, binnenS: number): Resultaat {
  const waarde = Math.round(BETALINGEN / seconden)
  const grens = Math.round(BETALINGEN / binnenS)
  return { naam, waarde, eenheid, grens, grensEenheid: `${eenheid} (${String(BETALINGEN)} binnen ${String(binnenS)} s)`, verhouding: Math.round((waarde / grens) * 100) / 100 }
}

async function payAll(medewerkers: readonly Medewerker[]): Promise<{ seconden: number }> {
  let msgId = ''
  const samenstellen = await timed('batch samenstellen', async () => {
    const batch = await stelBatchSamen(SYSTEEM)
    if (!batch.ok) throw new Error(batch.redenen.join())
    msgId = batch.value.msgId
  })
  const { rows: [batch] } = await pool.query<{ id: string; aantal: number }>('select id, aantal from betaalbatch where msg_id = $1', [msgId])
  if (batch?.aantal !== BETALINGEN) throw new Error('not every invoice is in the batch')
  const goedkeuren = await timed('twee goedkeuringen', async () => { for (const medewerker of medewerkers) await keurBatchGoed(medewerker, { msgId }) })
  const schrijven = await timed('bestand schrijven, teruglezen, bewaren en boeken', () => maakBetaalbestand(batch.id))
  rmSync(path.resolve(config.dataDir, 'bank', 'uit', `${msgId}.xml`))
  return { seconden: samenstellen + goedkeuren + schrijven }
}

async function withPayable(databaseUrl: string, run: (medewerkers: readonly Medewerker[]) => Promise<Resultaat>): Promise<Resultaat> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
    return await run(await prepare(owner))
  } finally {
    await owner.end()
    await closeDb()
  }
}

/** Granted aanvragen with a matched invoice, straight into the tables with the guards off: they are not what is measured. */
async function prepare(owner: pg.Client): Promise<readonly Medewerker[]> {
  await owner.query('set session_replication_role = replica')
  const one = async (sql: string): Promise<string> => (await owner.query<{ id: string }>(`${sql} returning id`)).rows[0]?.id ?? ''
  const tijdvakId = await one(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel) values ('bench', nu() - interval '3 days', nu() - interval '1 day', nu() - interval '30 days', 'gesloten', 'weiger')`)
  const totaal = String(BETALINGEN * BEDRAG_CENT)
  const compartimentId = await one(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, verplicht_cent, volgorde) values ('${tijdvakId}', 'algemeen', 'Algemeen', ${totaal}, ${totaal}, 0)`)
  const opleiderId = await one(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email, iban, iban_tenaamstelling)
    values ('90000001', '100A001', 'Vakschool De Ambacht', 'Werkplaats', '12', '3511 AA', 'Utrecht', 'a@voorbeeld.nl', 'NL20INGB0001234567', 'Vakschool De Ambacht')`)
  await owner.query(`insert into naamcontrole (opleider_id, iban, naam, antwoord) select id, iban, naam, 'match' from opleider`)
  const activiteitId = await one(`insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
    values (gen_random_uuid(), '${opleiderId}', 'c1', current_date, current_date + 90, 'KLASSIKAAL', 100000, 100000)`)
  await owner.query(`
    with rij as materialized (select n, gen_random_uuid() as aanvraag, gen_random_uuid() as bewijs, gen_random_uuid() as verplichting from generate_series(1, ${String(BETALINGEN)}) n),
    bewijzen as (
      insert into aanmeldbewijs (id, code, opleider_id, opleiding_id, opleiding_versie, scholingsactiviteit_id, studentnummer, voornaam, achternaam, geboortedatum,
          kosten_cent, subsidiabel_cent, gevraagd_cent, startdatum, einddatum, status, uitgegeven_door)
      select bewijs, 'B' || n, '${opleiderId}', gen_random_uuid(), 1, '${activiteitId}', 's' || n, 'Sam', 'Jansen', '1990-01-01',
          ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, ${String(BEDRAG_CENT)}, current_date, current_date + 90, 'gebruikt', gen_random_uuid() from rij
    ), aanvragen as (
      insert into aanvraag (id, kenmerk, burger_id, tijdvak_id, compartiment_id, kalenderjaar, aanmeldbewijs_id, opleiding_id, opleiding_versie, scholingsactiviteit_id,
          opleider_id, bedrag_cent, momentopname, status, verklaring_op, ingediend_op)
      select aanvraag, 'B' || n, gen_random_uuid(), '${tijdvakId}', '${compartimentId}', 2022, bewijs, gen_random_uuid(), 1, '${activiteitId}',
          '${opleiderId}', ${String(BEDRAG_CENT)}, '{}', 'verleend', nu(), nu() from rij
    ), orders as (
      insert into verplichting (id, ordernummer, aanvraag_id, opleider_id, compartiment_id, bedrag_cent, status)
      select verplichting, 'ORDER-' || n, aanvraag, '${opleiderId}', '${compartimentId}', ${String(BEDRAG_CENT)}, 'gefactureerd' from rij
    )
    insert into factuur (opleider_id, factuurnummer, factuurdatum, ordernummer, bedrag_cent, iban, document_id, verplichting_id, status, fouten)
    select '${opleiderId}', 'F' || n, current_date, 'ORDER-' || n, ${String(BEDRAG_CENT)}, 'NL20INGB0001234567', gen_random_uuid(), verplichting, 'gematcht', '[]' from rij`)
  // What was booked when those invoices matched: a payment comes out of it.
  await owner.query(`
    with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('boek-factuur', 'bench', 'bench') returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, opleider_id, bedrag_cent)
    select b.id, r.rekening, v.compartiment_id, v.aanvraag_id, v.opleider_id, r.teken * v.bedrag_cent from b, verplichting v, (values ('verplicht', -1), ('crediteuren', 1)) as r (rekening, teken)`)
  await owner.query('set session_replication_role = origin')
  await owner.query('analyze')
  const medewerkers: Medewerker[] = []
  // A batch of this size is above the mandaat of a financieel medewerker.
  for (const rol of ['financieel', 'teamleider-financieel'] as const) {
    const id = await one(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), '${rol}', '{${rol}}')`)
    medewerkers.push({ soort: 'medewerker', id, naam: rol, rollen: [rol] })
  }
  return medewerkers
}

/** The statement that a bank would send of that batch, with a movement for every payment. */
async function aStatement(): Promise<Buffer> {
  const { rows } = await pool.query<{ id: string }>('select end_to_end_id as id from betaling order by id')
  const bedrag = (cents: number) => (cents / 100).toFixed(2)
  const saldo = (code: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${bedrag(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2022-11-22</Dt></Dt></Bal>`
  const stuk = (id: string) => `<Ntry><Amt Ccy="EUR">${bedrag(BEDRAG_CENT)}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2022-11-22</Dt></BookgDt><AcctSvcrRef>REF-${id}</AcctSvcrRef>`
    + `<NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Vakschool De Ambacht</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>STAP-budget opdracht ${id}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`
  const delen = [
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>BENCH</Id>`,
    `<Acct><Id><IBAN>${config.uwv.iban}</IBAN></Id></Acct>${saldo('OPBD', rows.length * BEDRAG_CENT)}${saldo('CLBD', 0)}`,
    ...rows.map(({ id }) => stuk(id)), '</Stmt></BkToCstmrStmt></Document>',
  ]
  return Buffer.from(delen.join(''))
}
