import { describe, expect, test } from 'vitest'
import { sealGebeurtenissen } from '@/lib/platform/zegel'
import { CONTROLES, runControles, summarise, type Uitslag } from '@/scripts/controle/list'
import { aGereed, aGereserveerd, aWereld, type Ingediend } from '@/tests/builders/aanvraag-wereld'
import { freshDb, plant } from '@/tests/setup/db'

let toegewezen: Ingediend
let gereed: Ingediend

freshDb(async () => {
  const wereld = await aWereld()
  toegewezen = await aGereserveerd(wereld, { bsn: '999990019' })
  gereed = await aGereed(wereld, { bsn: '999993653' })
  await sealGebeurtenissen()
})

const check = () => runControles(() => undefined)
const fouten = (uitslagen: readonly Uitslag[], titel: string) => uitslagen.find(({ controle }) => controle.titel === titel)?.fouten ?? []

describe('npm run controle', () => {
  test('vindt niets in een systeem dat klopt', async () => {
    const uitslagen = await check()
    expect(uitslagen.flatMap((uitslag) => uitslag.fouten)).toEqual([])
    expect(summarise(uitslagen).invarianten).toEqual(
      ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12'].map((id) => ({ id, ok: true, aantal: 0 })))
  })

  /** Each check with a fault that it must find; the faults pile up in one database. */
  const FAULTS: Record<string, { sql: string; values?: () => unknown[] }> = {
    'de stand van elk compartiment volgt uit het grootboek': { sql: 'update compartiment set gereserveerd_cent = gereserveerd_cent + 1' },
    'geen compartiment boven zijn plafond': { sql: 'alter table compartiment drop constraint compartiment_plafond; update compartiment set plafond_cent = gereserveerd_cent - 1' },
    'geen rekening van een compartiment onder nul': { sql: 'alter table compartiment drop constraint compartiment_bedragen; update compartiment set betaald_cent = -1' },
    'elke boeking telt op tot nul': { sql: 'update boekingsregel set bedrag_cent = bedrag_cent + 1 where id = (select min(id) from boekingsregel)' },
    'geen factuur is twee keer betaald': {
      sql: `alter table betaling drop constraint if exists betaling_factuur_id_key; drop index if exists betaling_factuur_id_key;
            insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling)
            select gen_random_uuid(), '00000000-0000-4000-8000-000000000001', n::text, 1, 'NL', 'x' from generate_series(1, 2) n`,
    },
    'elke betaalbatch die vertrok is door twee mensen goedgekeurd en klopt met haar betalingen': {
      sql: "insert into betaalbatch (msg_id, status, aantal, totaal_cent, document_id) values ('B', 'aangemaakt', 1, 1, gen_random_uuid())",
    },
    'elke ontvangstbevestiging hoort bij een ingediende aanvraag, en omgekeerd': { sql: "update aanvraag set status = 'gereserveerd', ingediend_op = nu(), beslis_uiterlijk_op = '2022-11-29' where id = $1", values: () => [gereed.aanvraagId] },
    'wie eerder kwam en werd geweigerd, is niet voorbijgegaan': {
      sql: `with w as (select * from indiening limit 1), i as (
              insert into indiening (volgnummer, aanvraag_id, tijdvak_id, compartiment_id, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
              select volgnummer - 1, gen_random_uuid(), tijdvak_id, compartiment_id, gen_random_uuid(), kalenderjaar, bedrag_cent, ontvangen_op - interval '2 seconds' from w returning *)
            insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent)
            select volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, 'plafond-bereikt', 0, 0 from i`,
    },
    'niemand heeft meer verleningen in een kalenderjaar dan de regeling toestaat': {
      sql: `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, plek)
            select volgnummer + 1000, gen_random_uuid(), compartiment_id, burger_id, kalenderjaar, 'gereserveerd', 1, 1, 2 from toewijzing where uitkomst = 'gereserveerd' limit 1`,
    },
    'de status van elke aanvraag is de laatste in haar logboek': { sql: "update aanvraag set status = 'verleend' where id = $1", values: () => [toegewezen.aanvraagId] },
    'elke stap in het logboek is een overgang die bestaat, door een rol die dat mag': {
      sql: `insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol) values ('aanvraag', 'x', 'verleen', 'gereserveerd', 'verleend', 'burger')`,
    },
    'de keten van het logboek is ongeschonden': { sql: "update gebeurtenis set reden = 'later bedacht' where id = (select min(id) from gebeurtenis)" },
    'elk besluit verwijst naar een bestaande versie van de opleiding en naar zijn parameters': {
      sql: `insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, bezwaar_uiterlijk_op, brief_id)
            values ('BES-1', $1, 'afwijzing', 0, '{x}', 'x', '{}', 99, '2023-01-01', gen_random_uuid())`, values: () => [toegewezen.aanvraagId],
    },
    'elke beslissing heeft haar besluit, elk besluit zijn brief': { sql: "update aanvraag set status = 'vastgesteld' where id = $1", values: () => [gereed.aanvraagId] },
    'nergens een leesbaar BSN buiten zijn versleutelde kolom': { sql: `insert into outbox (job, payload) values ('verstuur-mail', '{"mailId": "999990019"}')` },
    'geen job is blijven liggen': { sql: "insert into outbox (job, payload, pogingen, fout) values ('verstuur-mail', '{}', 12, 'TypeError')" },
    'elk tijdstip wordt met tijdzone bewaard': { sql: 'create table slordig (moment timestamp)' },
    'geen termijn eindigt op een zaterdag, zondag of feestdag': { sql: "update aanvraag set beslis_uiterlijk_op = '2022-12-25' where id = $1", values: () => [toegewezen.aanvraagId] },
  }

  test('every check has a fault that it finds', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(CONTROLES.map(({ titel }) => titel).sort())
  })

  test.each(Object.entries(FAULTS))('vindt de fout: %s', async (titel, { sql, values }) => {
    const before = fouten(await check(), titel)
    await plant(sql, values?.() ?? [])
    const after = fouten(await check(), titel)
    expect(after.length).toBeGreaterThan(before.length)
  })
})
