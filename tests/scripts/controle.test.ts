import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, test } from 'vitest'
import { withClient } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { controleer, INVARIANTEN, type Uitslag } from '@/scripts/controle/controleer'
import { aControleWereld, type ControleWereld } from '@/tests/builders/controle-wereld'
import { freshDb, freshRedis, plant } from '@/tests/setup/db'

let wereld: ControleWereld
freshDb(async () => { await freshRedis(); wereld = await aControleWereld() })
afterAll(freshRedis)

type Verslag = { uitslagen: readonly Uitslag[]; regels: readonly string[] }

/** Plants a fault behind the back of triggers and foreign keys, looks at it as the application's role, and takes it away again. */
async function controleerMet(fout: readonly string[]): Promise<Verslag> {
  const regels: string[] = []
  return withClient(async (client) => {
    await client.query('begin')
    try {
      await client.query('set local role none')
      await client.query('set local session_replication_role = replica')
      for (const statement of fout) await client.query(statement)
      await client.query('set local role stap_app')
      return { uitslagen: await controleer(client, { print: (regel) => { regels.push(regel) }, progress: () => undefined }), regels }
    } finally {
      await client.query('rollback')
    }
  })
}

const gebroken = ({ uitslagen }: Verslag) => uitslagen.filter(({ ok }) => !ok).map(({ id }) => id)

const BSN = '900000077'
const BANKBERICHT_GELEZEN = `insert into bankbericht (naam, document_id, sha256, toestand, verwerkt_op) select 'proef.xml', id, 'proef', 'verwerkt', nu() from document limit 1`
const BANKBERICHT = `insert into bankbericht (naam, document_id, sha256) select 'proef.xml', id, 'proef' from document limit 1`
const rente = (status: string) => `insert into rente (factuur_id, bedrag_cent, hoofdsom_cent, van, tot_en_met, delen, brief_id, status) select f.id, 1500, f.bedrag_cent, '2022-11-01', '2022-11-10', '[]', b.id, '${status}' from factuur f, brief b limit 1`
const terug = (status: string, velden = '', waarden = '') => `insert into vordering_terugbetaling (vordering_id, soort, hoofdsom_cent, kosten_cent, rente_cent, teveel_cent, status${status === 'open' ? '' : ', gemeld_op'}${velden})
  values (gen_random_uuid(), 'ingetrokken', 500, 0, 0, 0, '${status}'${status === 'open' ? '' : ', nu()'}${waarden})`
const TERUGBETALING_IN_BATCH = `insert into betaling (batch_id, terugbetaling_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select b.id, t.id, 'VORD-0000001-91/T1', 500, 'X', 'X' from betaalbatch b, vordering_terugbetaling t limit 1`
const TERUGSTORTING = `with m as (insert into bankmutatie (afschrift_id, regel, boekdatum, bedrag_cent, soort, tegenrekening) values (gen_random_uuid(), 1, nu()::date, 500, 'onbekend', 'NL44 RABO 0123 4567 89') returning id) insert into terugstorting (kenmerk, vraag_id, mutatie_id, bedrag_cent, status, antwoord) select 'TERUG-0000001-77', gen_random_uuid(), id, 500, 'in-batch', 'match' from m`
const FACTUUR = `insert into factuur (opleider_id, factuurnummer, bedrag_cent, iban, document_id, verplichting_id, status, fouten)
  select opleider_id, 'F2022-002', bedrag_cent, iban, document_id, verplichting_id, 'betaald', fouten from factuur`
const stap = (id: string, soort: string, [van, naar]: readonly [string, string], rol: string, gegevens = '{}') =>
  `insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol, gegevens) values ('aanvraag', '${id}', '${soort}', '${van}', '${naar}', '${rol}', '${gegevens}')`
const beslissing = (id: string, soort: string, gegevens: string) =>
  `insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens) values ('aanvraag', '${id}', '${soort}', 'systeem', '${gegevens}')`
/** The verleende aanvraag as reported, without an answer: its letter and the moment its term was closed. */
const gemeld = ({ verleend, financieel }: ControleWereld, briefEnGesloten: string) => `insert into deelname (aanvraag_id, uitkomst, wijze, gemeld_door, bewijs_bewaard, reactie_uiterlijk_op, brief_id, gesloten_op)
  select '${verleend.aanvraagId}', 'succesvol', 'examen', '${financieel[0]?.id ?? ''}', true, '2023-03-29', ${briefEnGesloten}`
const EEN_ID = '00000000-0000-4000-8000-000000000001'
/** A voornemen about the verleende aanvraag: besluit_soort, grond, werkt_terug, status, besluit_id; the opleider was asked when it was not decided. */
const voornemen = ({ verleend, financieel }: ControleWereld, waarden: string) => `
  insert into voornemen (aanvraag_id, bedrag_cent, van, reden, reageren_tot, brief_id, opleider_brief_id, door_id, ingaat_op, besluit_soort, grond, werkt_terug, status, besluit_id)
  select '${verleend.aanvraagId}', 0, 'niemand', 'proef', nu()::date + 14, gen_random_uuid(), ${waarden.includes('besloten') ? 'null' : 'gen_random_uuid()'}, '${financieel[0]?.id ?? ''}', nu()::date + 30, ${waarden}`
const outbox = (velden: string, waarden: string) => `insert into outbox (job, payload${velden}) values ('verstuur-mail', '{}'${waarden})`

/** The prepared aanvraag as one that was received and waits on the reserve list, for € 1.000 with € 100 left. */
const opReserve = ({ gereed, tijdvakId, compartimentId }: ControleWereld) => [
  `update aanvraag set status = 'reserve', ingediend_op = '2022-11-01T11:00:00+01:00', beslis_uiterlijk_op = '2022-11-29' where id = '${gereed.aanvraagId}'`,
  `insert into indiening (volgnummer, aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
   values (500, '${gereed.aanvraagId}', '${tijdvakId}', array['${compartimentId}'::uuid], '${gereed.burger.id}', 2022, 100000, '2022-11-01T11:00:00+01:00')`,
  `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent, vrij_cent, besloten_op)
   values (500, '${gereed.aanvraagId}', '${compartimentId}', '${gereed.burger.id}', 2022, 'reserve', 0, 10000, '{10000}', '2022-11-01T11:00:01+01:00')`,
  `insert into reserveplaats (volgnummer, aanvraag_id, tijdvak_id, compartiment_ids, bedrag_cent) values (500, '${gereed.aanvraagId}', '${tijdvakId}', array['${compartimentId}'::uuid], 100000)`,
  stap(gereed.aanvraagId, 'dien-in', ['gereed', 'ingediend'], 'burger', '{"volgnummer": 500}'),
  stap(gereed.aanvraagId, 'zet-op-reservelijst', ['ingediend', 'reserve'], 'systeem', `{"bedragCent": 0, "beschikbaarCent": 10000, "compartimentId": "${compartimentId}"}`),
]
const wachtOp = (job: string, { aanvraagId }: { aanvraagId: string }) => `insert into outbox (job, payload) values ('${job}', '{"aanvraagId": "${aanvraagId}"}')`

const JAAR_2021 = `insert into boekjaar (jaar, voorgesteld_door, gesloten_op, gesloten_door) values (2021, gen_random_uuid(), '2022-02-01T10:00:00Z', gen_random_uuid())`
/** Five cents, or what is said, from one rekening to another, of this year or of another one and another moment. */
const geboekt = ({ compartimentId, van, naar, aanvraagId, cent = 5, jaar = [2022, '2022-11-01T10:00:00Z'] }: { compartimentId: string; van: string; naar: string; aanvraagId?: string; cent?: number; jaar?: [number, string] }) => `
  with b as (insert into boeking (soort, oorzaak, oorzaak_id, boekjaar, geboekt_op) values ('proef', 'proef', 'geboekt', ${String(jaar[0])}, '${jaar[1]}') returning id)
  insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
  select id, r.rekening, '${compartimentId}', ${aanvraagId === undefined ? 'null' : `'${aanvraagId}'`}::uuid, r.bedrag from b, (values ('${van}', -${String(cent)}), ('${naar}', ${String(cent)})) as r (rekening, bedrag)`

/** Every check of every invariant with a fault that it must find, and that no other invariant sees. */
const FOUTEN: Record<string, Record<string, (w: ControleWereld) => readonly string[]>> = {
  I1: {
    'boven-plafond': () => ['alter table compartiment drop constraint compartiment_plafond', 'update compartiment set plafond_cent = 100'],
    'stand-wijkt-af': () => ['update compartiment set gereserveerd_cent = gereserveerd_cent + 1'],
    'plafond-wijkt-af': () => ['update compartiment set plafond_cent = plafond_cent + 1'],
    // Over the ceiling for a moment, and settled again: the stand of today shows nothing of it.
    'ooit-onder-nul': ({ compartimentId }) => [[1, 100_000_000], [2, -100_000_000]].map(([nr, bedrag]) => `
      with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'proef', '${String(nr)}') returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
      select id, r.rekening, '${compartimentId}', r.bedrag from b, (values ('vrij', -(${String(bedrag)})), ('gereserveerd', ${String(bedrag)})) as r (rekening, bedrag)`),
  },
  I2: {
    'ontvangst-en-logboek': ({ uitval }) => [`delete from indiening where aanvraag_id = '${uitval.aanvraagId}'`],
    'ontvangst-verloren': ({ gereed }) => [`update aanvraag set ingediend_op = '2022-11-01T10:00:00+01:00', beslis_uiterlijk_op = '2022-11-29' where id = '${gereed.aanvraagId}'`],
    'ontvangst-zonder-aanvraag': ({ tijdvakId, compartimentId, gereed }) => [`insert into indiening (aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent)
      values (gen_random_uuid(), '${tijdvakId}', array['${compartimentId}'::uuid], '${gereed.burger.id}', 2022, 100000)`],
    'ontvangst-van-een-ander': ({ uitval }) => [`update indiening set ontvangen_op = ontvangen_op - interval '1 hour' where aanvraag_id = '${uitval.aanvraagId}'`],
    'volgnummer-wijkt-af': ({ ingetrokken }) => ['indiening', 'toewijzing'].map((tabel) => `update ${tabel} set volgnummer = volgnummer + 1000 where aanvraag_id = '${ingetrokken.aanvraagId}'`),
  },
  I3: {
    voorbijgegaan: ({ geweigerd }) => [`update indiening set bedrag_cent = 40000 where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'ten-onrechte-geweigerd': ({ geweigerd }) => [`update indiening set bedrag_cent = 50000 where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'bedrag-klopt-niet': ({ uitval }) => [`update indiening set bedrag_cent = 39999 where aanvraag_id = '${uitval.aanvraagId}'`],
    'niet-op-volgorde': ({ vastgesteld, verleend }) => [
      beslissing(verleend.aanvraagId, 'wijs-toe', '{"bedragCent": 100000, "beschikbaarCent": 150000}'),
      beslissing(vastgesteld.aanvraagId, 'wijs-toe', '{"bedragCent": 100000, "beschikbaarCent": 250000}')],
    'rest-klopt-niet': ({ uitval }) => [`update toewijzing set beschikbaar_cent = beschikbaar_cent + 1 where aanvraag_id = '${uitval.aanvraagId}'`],
    'later-beslist': ({ geweigerd, uitval }) => [
      `update indiening set bedrag_cent = 40000 where aanvraag_id = '${geweigerd.aanvraagId}'`,
      `update indiening set ontvangen_op = ontvangen_op + interval '2 minutes' where aanvraag_id = '${uitval.aanvraagId}'`,
      `update aanvraag set ingediend_op = ingediend_op + interval '2 minutes' where id = '${uitval.aanvraagId}'`,
      beslissing(geweigerd.aanvraagId, 'wijs-niet-toe', '{"bedragCent": 0, "beschikbaarCent": 50000}')],
    'wachtplaatsen-met-gaten': () => ['update wachtkamer set volgende_nummer = volgende_nummer + 1'],
    'twee-wachtplaatsen': () => ['drop index wachtplaats_een_per_burger', 'update wachtkamer set volgende_nummer = volgende_nummer + 1',
      `insert into wachtplaats (tijdvak_id, nummer, burger_id, lot, genomen_op) select tijdvak_id, 7, burger_id, repeat('7', 32), genomen_op from wachtplaats where nummer = 1`],
    'loting-niet-volledig': () => ['delete from gelote_plaats where plaats = 1'],
    'loting-niet-na-te-rekenen': () => [`update wachtplaats set lot = repeat('0', 32) where nummer = 1`],
    'voor-de-loting-ingediend': () => [`update wachtkamer_ronde set geloot_op = geloot_op + interval '1 year'`],
    'voor-de-beurt-ingediend': () => ['update wachtkamer set toegelaten_tot = 0'],
    'reserve-voorbijgegaan': (w) => [...opReserve(w), wachtOp('bevestig-ontvangst', w.gereed), wachtOp('meld-reserve', w.gereed),
      `update aanmeldbewijs set startdatum = '2022-12-05' where id = (select aanmeldbewijs_id from aanvraag where id = '${w.gereed.aanvraagId}')`,
      `insert into reserveplaats (volgnummer, aanvraag_id, tijdvak_id, compartiment_ids, bedrag_cent, toestand, compartiment_id, beschikbaar_cent, aangeboden_op, uiterlijk_op, afgerond_op)
       values (501, '${w.ingetrokken.aanvraagId}', '${w.tijdvakId}', array['${w.compartimentId}'::uuid], 10000, 'ingetrokken', '${w.compartimentId}', 10000,
               '2022-11-01T11:10:00+01:00', '2022-11-04T00:00:00+01:00', '2022-11-01T11:20:00+01:00')`],
  },
  I4: {
    'te-veel-toewijzingen': ({ vastgesteld, verleend }) => [`update toewijzing set burger_id = '${vastgesteld.burger.id}', plek = 2 where aanvraag_id = '${verleend.aanvraagId}'`],
    'te-veel-aanvragen': ({ vastgesteld, verleend }) => [
      'drop index aanvraag_een_per_tijdvak',
      `update toewijzing set plek = 2 where aanvraag_id = '${verleend.aanvraagId}'`,
      `update aanvraag set burger_id = '${vastgesteld.burger.id}' where id = '${verleend.aanvraagId}'`,
      ...['toewijzing', 'indiening', 'brief'].map((tabel) => `update ${tabel} set burger_id = '${vastgesteld.burger.id}' where aanvraag_id = '${verleend.aanvraagId}' and burger_id is not null`)],
    'andere-burger': ({ verleend }) => [`update toewijzing set kalenderjaar = 2023 where aanvraag_id = '${verleend.aanvraagId}'`],
  },
  I5: {
    'boeking-uit-evenwicht': () => [`insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'proef', '1')`],
    'dubbel-vrijgegeven': ({ ingetrokken, compartimentId }) => [
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('geef-reservering-vrij', 'proef', 'twee') returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
       select id, r.rekening, '${compartimentId}', '${ingetrokken.aanvraagId}', r.bedrag from b, (values ('gereserveerd', -10000), ('vrij', 10000)) as r (rekening, bedrag)`,
      'update compartiment set gereserveerd_cent = gereserveerd_cent - 10000'],
    'regel-zonder-boeking': ({ compartimentId }) => [`insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) values (999999, 'vrij', '${compartimentId}', 5), (999999, 'vrij', '${compartimentId}', -5)`],
    'geld-op-de-verkeerde-plaats': ({ verleend, uitval }) => [`update boekingsregel set aanvraag_id = '${verleend.aanvraagId}' where aanvraag_id = '${uitval.aanvraagId}'`],
    'vordering-wijkt-af': ({ verleend, compartimentId }) => [geboekt({ compartimentId, van: 'rentebaat', naar: 'rente-debiteuren', aanvraagId: verleend.aanvraagId })],
    'overloop-niet-nul': ({ compartimentId }) => [geboekt({ compartimentId, van: 'vrij', naar: 'overloop' })],
    'geboekt-na-sluiting': ({ compartimentId }) => [JAAR_2021, geboekt({ compartimentId, van: 'rentelast', naar: 'rente-betaald', jaar: [2021, '2022-03-01T10:00:00Z'] })],
    'gesloten-jaar-niet-leeg': ({ compartimentId }) => [JAAR_2021, geboekt({ compartimentId, van: 'rentebaat', naar: 'rente-debiteuren', jaar: [2021, '2021-12-01T10:00:00Z'] })],
    'boven-jaarplafond': () => [`insert into jaarplafond (jaar, soort, bedrag_cent, besluit, reden) values (2022, 'besluit', 1, 'proef', 'proef')`],
    'geen-budget': ({ uitval }) => [`update toewijzing set vrijgevallen_op = nu() where aanvraag_id = '${uitval.aanvraagId}'`],
    'aanvraag-onder-nul': ({ verleend, uitval, compartimentId }) => [`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('proef', 'proef', 'onder-nul') returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
      select id, 'rente-betaald', '${compartimentId}', r.aanvraag::uuid, r.bedrag from b, (values ('${verleend.aanvraagId}', -5), ('${uitval.aanvraagId}', 5)) as r (aanvraag, bedrag)`],
    'opdracht-wijkt-af': ({ verleend }) => [`update verplichting set bedrag_cent = bedrag_cent + 1 where aanvraag_id = '${verleend.aanvraagId}'`],
  },
  I6: {
    'factuur-keren-betaald': () => [`update factuur set status = 'gematcht'`],
    'opdracht-keren-betaald': () => [
      FACTUUR,
      `insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling)
       select b.batch_id, f.id, 'TWEEDE', b.bedrag_cent, b.iban, b.tenaamstelling from betaling b, factuur f where f.factuurnummer = 'F2022-002'`],
    'rente-keren-betaald': () => [rente('betaald')],
    'rente-niet-geboekt': () => [rente('te-betalen')],
    'terugbetaling-keren-betaald': () => [terug('in-batch')],
    'terugbetaling-niet-geboekt': () => [terug('betaald', `, betaald_op`, `, nu()::date`), TERUGBETALING_IN_BATCH],
    'terugbetaling-onbekende-rekening': () => [terug('in-batch'), TERUGBETALING_IN_BATCH],
    'terugstorting-keren-betaald': () => [TERUGSTORTING],
    'terugstorting-andere-rekening': () => [TERUGSTORTING, `insert into betaling (batch_id, terugstorting_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select b.id, t.id, t.kenmerk, 500, 'NL20INGB0001234567', 'X' from betaalbatch b, terugstorting t limit 1`],
    'naam-klopt-niet': () => ['delete from naamcontrole'],
    'eigen-batch': () => ['update betaalbatch set opgesteld_door = (select medewerker_id from batch_goedkeuring limit 1)'],
    'boven-mandaat': () => [`update parameter set waarde = '{"financieelTotCent": 1}' where naam = 'betaalmandaat'`],
    'batch-telt-niet-op': () => ['update betaalbatch set aantal = 2'],
    'geen-vier-ogen': ({ financieel }) => [`delete from batch_goedkeuring where medewerker_id = '${financieel[0]?.id ?? ''}'`],
    'bestand-gewijzigd': () => [`update document set sha256 = repeat('0', 64) where soort = 'betaalbestand'`],
    'grootboek-wijkt-af': () => ['update betaalbatch set totaal_cent = totaal_cent + 1'],
    'factuur-wijkt-af': () => [`update factuur set status = 'in-batch'`],
    'uitgevoerd-zonder-afschrift': () => [`update betaling set status = 'uitgevoerd'`],
    'niet-teruggeboekt': ({ compartimentId }) => [
      // The voorschot as it was before it was settled, so that it can come back.
      geboekt({ compartimentId, van: 'vastgesteld', naar: 'betaald', cent: 100_000 }),
      `with k as (insert into boeking (soort, oorzaak, oorzaak_id) select 'boek-betaling-terug', 'betaling', id::text from betaling limit 1 returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
       select id, r.rekening, '${compartimentId}', r.bedrag from k, (values ('betaald', -100000), ('crediteuren', 100000)) as r (rekening, bedrag)`,
      'update compartiment set betaald_cent = betaald_cent - 100000, verplicht_cent = verplicht_cent + 100000'],
    'afschrift-telt-niet-op': () => [BANKBERICHT_GELEZEN, `insert into bankafschrift (bericht_id, rekening, kenmerk, begin_cent, eind_cent, aantal, plek) select id, 'R', 'A1', 0, 5, 0, 1 from bankbericht`],
    'afschriften-sluiten-niet-aan': () => [BANKBERICHT_GELEZEN, `insert into bankafschrift (bericht_id, rekening, kenmerk, begin_cent, eind_cent, aantal, plek)
      select id, 'R', a.kenmerk, a.saldo, a.saldo, 0, a.plek from bankbericht, (values ('A1', 0, 1), ('A2', 7, 2)) as a (kenmerk, saldo, plek)`],
    'ander-bestand': () => [
      `update document set inhoud = convert_to(replace(convert_from(inhoud, 'UTF8'), '>1000.00<', '>1000.01<'), 'UTF8') where soort = 'betaalbestand'`,
      `update document set sha256 = encode(sha256(inhoud), 'hex') where soort = 'betaalbestand'`],
  },
  I7: {
    'keten-gebroken': () => [`update gebeurtenis set reden = 'later bedacht' where id = (select min(id) from gebeurtenis)`],
    'stap-niet-toegestaan': ({ uitval }) => [stap(uitval.aanvraagId, 'leg-voor', ['in-behandeling', 'in-behandeling'], 'burger')],
    'status-wijkt-af': ({ gereed }) => [`update aanvraag set status = 'concept' where id = '${gereed.aanvraagId}'`],
    'niet-verzegeld': () => [`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, op) values ('proef', '1', 'proef', 'systeem', nu() - interval '61 seconds')`],
  },
  I8: {
    'andere-regeling': () => [`update besluit set parameters = jsonb_set(parameters, '{minimumleeftijd,waarde}', '17') where soort = 'vaststelling'`],
    'versie-ontbreekt': () => [`update besluit set opleiding_versie = 99 where soort = 'vaststelling'`],
    'boven-maximum': () => [`update besluit set bedrag_cent = 100001 where soort = 'afwijzing'`],
    'verlening-wijkt-af': ({ verleend, uitval }) => [
      `insert into brief (kenmerk, soort, burger_id, aanvraag_id, onderwerp, inhoud, document_id)
       select 'BRF-PROEF', b.soort, '${uitval.burger.id}', '${uitval.aanvraagId}', b.onderwerp, b.inhoud, b.document_id
       from brief b where b.aanvraag_id = '${verleend.aanvraagId}' and b.soort = 'verlening'`,
      `insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, genomen_op, bezwaar_uiterlijk_op, brief_id)
       select 'BES-PROEF', '${uitval.aanvraagId}', b.soort, 1, b.gronden, b.motivering, b.parameters, b.opleiding_versie, b.genomen_op, b.bezwaar_uiterlijk_op, r.id
       from besluit b, brief r where b.aanvraag_id = '${verleend.aanvraagId}' and r.kenmerk = 'BRF-PROEF'`],
    'vaststelling-te-hoog': () => [`update besluit set bedrag_cent = bedrag_cent + 1 where soort = 'vaststelling'`],
  },
  I9: {
    'leesbaar-in-gebruiker': () => [`update gebruiker set medewerker_naam = 'Kim ${BSN}' where soort = 'medewerker'`],
    'leesbaar-in-outbox': () => [`insert into outbox (job, payload, verwerkt_op) values ('verstuur-mail', '{"mailId": "${BSN}"}', now())`],
    'leesbaar-in-gebeurtenis': () => [`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens) values ('proef', '1', 'proef', 'systeem', '{"toelichting": "burger ${BSN} belde"}')`],
    'leesbaar-in-mail': () => [`insert into mail (aan_versleuteld, onderwerp, tekst, verzonden_op) values ('a:b:c:d', 'Bericht', 'Beste ${BSN},', now())`],
    'leesbaar-in-brief': ({ geweigerd }) => [`update brief set onderwerp = 'BSN ${BSN}' where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'leesbaar-in-besluit': ({ geweigerd }) => [`update besluit set motivering = 'Burger ${BSN} voldoet niet.' where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'leesbaar-in-document': () => [`update document set naam = '${BSN}.pdf' where soort = 'betaalbestand'`],
    'niet-versleuteld': () => [`insert into mail (aan_versleuteld, onderwerp, tekst, verzonden_op) values ('sam@example.nl', 'Bericht', 'Er is een bericht.', now())`],
    'niet-te-lezen': ({ gereed }) => [`update gebruiker set bsn_versleuteld = 'test2:aaaa:bbbb:cccc' where id = '${gereed.burger.id}'`],
  },
  I10: {
    'brief-ontbreekt': ({ geweigerd }) => [`update besluit set brief_id = gen_random_uuid() where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'brief-zonder-grond': () => [`update brief set inhoud = jsonb_set(inhoud, '{waarom,gronden}', '[]') where soort = 'afwijzing'`],
    'brief-zonder-bezwaar': () => [`update brief set inhoud = jsonb_set(inhoud, '{bezwaar}', 'null') where soort = 'afwijzing'`],
    'beslist-zonder-besluit': ({ geweigerd }) => [`delete from besluit where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'nadelig-zonder-voornemen': () => [`update besluit set soort = 'uitsluiting' where id = (select min(id::text)::uuid from besluit where soort = 'vaststelling')`],
    'brief-zonder-besluit': () => [`update brief set soort = 'intrekking' where id = (select min(id::text)::uuid from brief where soort = 'mededeling')`],
    'herroepen-zonder-tweede': () => [`update besluit set soort = 'herroeping' where soort = 'vaststelling'`],
    'opleider-gevraagd-zonder-antwoord': (w) => [voornemen(w, `'vaststelling', 'niet-gegeven', null, 'vervallen', null`)],
    'schade-zonder-antwoord': (w) => [voornemen(w, `'wijziging', 'veranderde-omstandigheden', false, 'besloten', (select min(id::text)::uuid from besluit)`)],
    'vordering-zonder-brief': ({ verleend, compartimentId, opleiderId }) => [`insert into vordering (kenmerk, aanvraag_id, compartiment_id, opleider_id, schuldenaar_opleider_id, grond, bedrag_cent, open_cent, status, brief_id, bezwaar_uiterlijk_op, vervalt_op, verjaart_op)
      select 'VORD-0000001-91', '${verleend.aanvraagId}', '${compartimentId}', '${opleiderId}', '${opleiderId}', 'ingetrokken', 100, 0, 'ingetrokken', id, nu()::date + 50, nu()::date + 50, nu()::date + 4000 from brief limit 1`],
    'maatregel-zonder-brief': ({ opleiderId, financieel }) => [`insert into maatregel (opleider_id, soort, reden, ingangsdatum, opgelegd_door) values ('${opleiderId}', 'in-onderzoek', 'proef', '2023-01-01', '${financieel[0]?.id ?? ''}')`],
  },
  I11: {
    'job-mislukt-steeds': () => [outbox(', pogingen, fout', `, 12, 'TypeError'`)],
    'job-blijft-liggen': () => [outbox(', id, created_at', `, -1, clock_timestamp() - interval '11 minutes'`)],
    'nooit-beslist': ({ geweigerd }) => [`delete from toewijzing where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'geen-beoordeel-aanvraag': ({ uitval }) => [
      stap(uitval.aanvraagId, 'houd-aan', ['in-behandeling', 'aangehouden'], 'systeem'),
      stap(uitval.aanvraagId, 'hervat', ['aangehouden', 'gereserveerd'], 'systeem'),
      `update aanvraag set status = 'gereserveerd' where id = '${uitval.aanvraagId}'`],
    'geen-wijs-aanvraag-af': ({ gereed, tijdvakId, compartimentId }) => [
      `update aanvraag set status = 'niet-toegewezen', ingediend_op = '2022-11-01T11:00:00+01:00', beslis_uiterlijk_op = '2022-11-29' where id = '${gereed.aanvraagId}'`,
      `insert into indiening (volgnummer, aanvraag_id, tijdvak_id, compartiment_ids, burger_id, kalenderjaar, bedrag_cent, ontvangen_op)
       values (500, '${gereed.aanvraagId}', '${tijdvakId}', array['${compartimentId}'::uuid], '${gereed.burger.id}', 2022, 100000, '2022-11-01T11:00:00+01:00')`,
      `insert into toewijzing (volgnummer, aanvraag_id, compartiment_id, burger_id, kalenderjaar, uitkomst, bedrag_cent, beschikbaar_cent)
       values (500, '${gereed.aanvraagId}', '${compartimentId}', '${gereed.burger.id}', 2022, 'al-toegekend', 0, 10000)`,
      stap(gereed.aanvraagId, 'dien-in', ['gereed', 'ingediend'], 'burger', '{"volgnummer": 500}'),
      stap(gereed.aanvraagId, 'wijs-niet-toe', ['ingediend', 'niet-toegewezen'], 'systeem', '{"bedragCent": 0, "beschikbaarCent": 10000}')],
    'geen-meld-reserve': (w) => opReserve(w),
    'geen-meld-aanbod': (w) => [...opReserve(w),
      stap(w.gereed.aanvraagId, 'bied-aan', ['reserve', 'aangeboden'], 'systeem'),
      `update aanvraag set status = 'aangeboden' where id = '${w.gereed.aanvraagId}'`,
      `update toewijzing set uitkomst = 'gereserveerd', bedrag_cent = 10000, plek = 1 where volgnummer = 500`,
      `update reserveplaats set toestand = 'aangeboden', compartiment_id = '${w.compartimentId}', beschikbaar_cent = 10000, aangeboden_op = '2022-11-01T11:10:00+01:00', uiterlijk_op = '2022-11-04T00:00:00+01:00' where volgnummer = 500`,
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'aanbod', '${w.gereed.aanvraagId}') returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, bedrag_cent)
       select id, r.rekening, '${w.compartimentId}', '${w.gereed.aanvraagId}', r.bedrag from b, (values ('vrij', -10000), ('gereserveerd', 10000)) as r (rekening, bedrag)`,
      'update compartiment set gereserveerd_cent = gereserveerd_cent + 10000'],
    'geen-bevestig-ontvangst': ({ geweigerd }) => [`delete from brief where soort = 'ontvangstbevestiging' and aanvraag_id = '${geweigerd.aanvraagId}'`],
    'geen-maak-verplichting': ({ verleend }) => [
      `delete from boekingsregel where boeking_id in (select b.id from boeking b join verplichting v on v.id::text = b.oorzaak_id where v.aanvraag_id = '${verleend.aanvraagId}')`,
      `delete from boeking where oorzaak_id in (select id::text from verplichting where aanvraag_id = '${verleend.aanvraagId}')`,
      `delete from verplichting where aanvraag_id = '${verleend.aanvraagId}'`,
      'update compartiment set gereserveerd_cent = gereserveerd_cent + 100000, verplicht_cent = verplicht_cent - 100000'],
    'geen-laat-reservering-vrij': ({ ingetrokken }) => [`update toewijzing set vrijgevallen_op = null where aanvraag_id = '${ingetrokken.aanvraagId}'`],
    'geen-laat-verplichting-vervallen': ({ verleend }) => [
      stap(verleend.aanvraagId, 'trek-in', ['verleend', 'ingetrokken'], 'burger'),
      `update aanvraag set status = 'ingetrokken' where id = '${verleend.aanvraagId}'`,
      `update toewijzing set vrijgevallen_op = nu() where aanvraag_id = '${verleend.aanvraagId}'`],
    'geen-boek-retouren': () => [
      `insert into betaalbatch (msg_id, aantal, totaal_cent) select 'BATCH-PROEF', 1, bedrag_cent from betaling limit 1`,
      `insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling, status)
       select p.id, b.factuur_id, 'PROEF-TERUG', b.bedrag_cent, b.iban, b.tenaamstelling, 'teruggekomen' from betaling b, betaalbatch p where p.msg_id = 'BATCH-PROEF' and b.factuur_id is not null limit 1`],
    'geen-verwerk-creditnota': () => [`insert into factuur (id, opleider_id, factuurnummer, bedrag_cent, document_id, verplichting_id, status, fouten, soort, verwijst_naar)
      select n.id, f.opleider_id, 'C-1', 100, f.document_id, f.verplichting_id, 'wacht-op-bank', '[]', 'creditnota', n.id from factuur f, gen_random_uuid() as n (id) limit 1`],
    'geen-betaal-vraag-opnieuw': ({ financieel }) => [
      BANKBERICHT_GELEZEN, `insert into betaalbatch (msg_id, aantal, totaal_cent) values ('BATCH-PROEF', 1, 500)`,
      `insert into vordering_terugbetaling (vordering_id, soort, hoofdsom_cent, kosten_cent, rente_cent, teveel_cent, status, bron, gemeld_op) values (gen_random_uuid(), 'te-veel-betaald', 0, 0, 0, 500, 'teruggekomen', 'proef', nu())`,
      `insert into betaling (batch_id, terugbetaling_id, end_to_end_id, bedrag_cent, iban, tenaamstelling, status)
       select p.id, t.id, 'VORD-0000001-91/T1', 500, 'X', 'X', 'afgewezen' from betaalbatch p, vordering_terugbetaling t where p.msg_id = 'BATCH-PROEF'`,
      `insert into bankvraag (bericht_id, batch_id, soort, toestand, toelichting, afgehandeld_door, afgehandeld_op, gevolg)
       select k.id, p.id, 'afgewezen', 'afgehandeld', 'De rekening is nagekeken.', '${financieel[0]?.id ?? ''}', nu(), 'opnieuw' from bankbericht k, betaalbatch p where p.msg_id = 'BATCH-PROEF'`,
      `insert into bankvraag_betaling (vraag_id, betaling_id) select v.id, b.id from bankvraag v, betaling b where b.status = 'afgewezen'`],
    'geen-meld-terugbetaling': () => [terug('open')],
    'geen-voer-besluit-uit': (w) => [
      `insert into brief select (jsonb_populate_record(r, '{"id": "${EEN_ID}", "kenmerk": "BR-proef", "soort": "intrekking"}')).* from brief r join besluit b on b.brief_id = r.id where b.aanvraag_id = '${w.verleend.aanvraagId}' and b.soort = 'verlening'`,
      `insert into besluit select (jsonb_populate_record(b, '{"id": "${EEN_ID}", "kenmerk": "BS-proef", "soort": "intrekking", "brief_id": "${EEN_ID}"}')).* from besluit b where b.aanvraag_id = '${w.verleend.aanvraagId}' and b.soort = 'verlening'`,
      voornemen(w, `'intrekking', 'onjuiste-gegevens', false, 'besloten', '${EEN_ID}'`),
    ],
    'geen-stel-vast': ({ verleend, financieel }) => [`insert into deelname (aanvraag_id, uitkomst, wijze, gemeld_door, bewijs_bewaard, reactie, reactie_op)
      values ('${verleend.aanvraagId}', 'succesvol', 'examen', '${financieel[0]?.id ?? ''}', true, 'bevestigd', now())`],
    'geen-vraag-reactie': (w) => [gemeld(w, 'null, null')],
    'geen-herinner-reactie': (w) => [gemeld(w, `(select id from brief limit 1), null`), `insert into deelname_herinnering (aanvraag_id, soort, versie, dag) values ('${w.verleend.aanvraagId}', 'reactie', 1, '2023-03-01')`],
    'geen-sluit-reactietermijn': (w) => [gemeld(w, `(select id from brief limit 1), now()`)],
    'geen-vraag-deelname-na': ({ verleend }) => [`insert into deelname_navraag (aanvraag_id, uiterlijk_op) values ('${verleend.aanvraagId}', '2023-09-01')`],
    'geen-herinner-opleider': ({ verleend, opleiderId }) => [`with b as (insert into deelname_bericht (opleider_id, dag) values ('${opleiderId}', '2023-03-01') returning id)
      insert into deelname_herinnering (aanvraag_id, soort, dag, bericht_id) select '${verleend.aanvraagId}', 'vooraf', '2023-03-01', id from b`],
    'geen-verwerk-deelnames': ({ opleiderId, financieel }) => [`insert into deelname_bestand (opleider_id, door_id, formaat, bestandsnaam, document_id)
      select '${opleiderId}', '${financieel[0]?.id ?? ''}', 'csv', 'proef.csv', id from document limit 1`],
    'geen-vraag-stukken-op': ({ verleend, opleiderId }) => [`with c as (insert into deelnamecontrole (maand, zaad, populatie, populatie_hash, uiterlijk_op)
        values ('2023-02-01', 'z', 1, repeat('0', 64), '2023-03-15') returning id)
      insert into deelnamecontrole_geval (controle_id, nummer, aanvraag_id, opleider_id, deelname_versie, gewicht) select id, 1, '${verleend.aanvraagId}', '${opleiderId}', 1, 1 from c`],
    'geen-maak-brief-pdf': ({ geweigerd }) => [`update brief set document_id = null where aanvraag_id = '${geweigerd.aanvraagId}'`],
    'geen-verstuur-mail': () => [`insert into mail (aan_versleuteld, onderwerp, tekst) values ('${encrypt('sam@example.nl')}', 'Bericht', 'Er is een bericht.')`],
    'geen-maak-betaalbestand': ({ financieel }) => [
      'alter table betaalbatch drop constraint betaalbatch_inhoud',
      `with b as (insert into betaalbatch (msg_id, status, aantal, totaal_cent) values ('BATCH-PROEF', 'goedgekeurd', 0, 0) returning id)
       insert into batch_goedkeuring (batch_id, medewerker_id) select b.id, m.id from b, unnest(array[${financieel.map(({ id }) => `'${id}'::uuid`).join()}]) as m (id)`],
    'geen-leg-annulering-voor': ({ verleend, opleiderId }) => [
      `update scholingsactiviteit s set status = 'geannuleerd' from aanvraag a where a.id = '${verleend.aanvraagId}' and s.id = a.scholingsactiviteit_id`,
      `insert into wijziging (aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, antwoord_uiterlijk_op, wissel_uiterlijk_op)
       select id, '${opleiderId}', opleiding_id, '{annulering}', '{}', '{}', 'De docent is weg', '2023-01-01', '2023-01-01' from aanvraag where id = '${verleend.aanvraagId}'`],
    'geen-herinner-keuze': ({ verleend, opleiderId }) => [
      `insert into wijziging (aanvraag_id, opleider_id, opleiding_id, soorten, oud, nieuw, reden, antwoord_uiterlijk_op, wissel_uiterlijk_op, herinnerd_op)
       select id, '${opleiderId}', opleiding_id, '{annulering}', '{}', '{}', 'De docent is weg', '2023-01-01', '2023-01-01', '2022-12-25' from aanvraag where id = '${verleend.aanvraagId}'`],
    'geen-verwerk-bankbericht': () => [BANKBERICHT],
    'geen-verwerk-aanmeldbewijzen': ({ opleiderId, financieel }) => [`insert into aanmeldbewijs_bestand (opleider_id, door_id, formaat, bestandsnaam, document_id)
      select '${opleiderId}', '${financieel[0]?.id ?? ''}', 'csv', 'proef.csv', id from document limit 1`],
    'geen-voer-bewerking-uit': ({ opleiderId, financieel }) => [`insert into bewerking (opleider_id, door_id, wijziging, opleiding_ids, status) values ('${opleiderId}', '${financieel[0]?.id ?? ''}', '{}', '{}', 'wacht')`],
    'geen-verwerk-import': () => [`insert into import (formaat, bestandsnaam, sha256, document_id) select 'edudex', 'a.json', 'x', id from document limit 1`],
  },
  I12: {
    'tijd-zonder-zone': () => ['create table slordig (moment timestamp)'],
    'ander-kalenderjaar': ({ geweigerd }) => [['aanvraag', 'id'], ['indiening', 'aanvraag_id'], ['toewijzing', 'aanvraag_id']]
      .map(([tabel, kolom]) => `update ${tabel ?? ''} set kalenderjaar = 2023 where ${kolom ?? ''} = '${geweigerd.aanvraagId}'`),
    bezwaartermijn: () => [
      `update besluit set bezwaar_uiterlijk_op = bezwaar_uiterlijk_op + 1 where soort = 'afwijzing'`,
      `update brief r set inhoud = jsonb_set(r.inhoud, '{bezwaar,uiterlijkOp}', to_jsonb(b.bezwaar_uiterlijk_op)) from besluit b where b.brief_id = r.id and b.soort = 'afwijzing'`],
    beslistermijn: ({ geweigerd }) => [`update aanvraag set beslis_uiterlijk_op = beslis_uiterlijk_op - 1 where id = '${geweigerd.aanvraagId}'`],
  },
}

describe('een wereld die klopt', () => {
  test('elke invariant houdt, en er is naar iets gekeken', async () => {
    const verslag = await controleerMet([])
    expect(verslag.regels.filter((regel) => regel.startsWith('   '))).toEqual([])
    expect(gebroken(verslag)).toEqual([])
    expect(verslag.regels.map((regel) => regel.split(':')[0])).toEqual(['I1 ok', 'I2 ok', 'I3 ok', 'I4 ok', 'I5 ok', 'I6 ok', 'I7 ok', 'I8 ok', 'I9 ok', 'I10 ok', 'I11 ok', 'I12 ok'])
    expect(verslag.regels[2]).toContain('[beslissingen: 5]')
  })

  test('een bedrag van negen cijfers is geen BSN', async () => {
    const verslag = await controleerMet([`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol, gegevens) values ('proef', '1', 'proef', 'systeem', '{"beschikbaarCent": ${BSN}}')`])
    expect(gebroken(verslag)).toEqual([])
  })

  test('wat met één oorzaak in één keer van vrij gaat en terugkomt, is geen moment onder nul', async () => {
    const post = (soort: string, bedrag: number) => `
      with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('${soort}', 'proef', '1') returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
      select id, r.rekening, '${wereld.compartimentId}', r.bedrag from b, (values ('vrij', -(${String(bedrag)})), ('gereserveerd', ${String(bedrag)})) as r (rekening, bedrag)`
    expect(gebroken(await controleerMet([post('reserveer', 100_000_000), post('geef-reservering-vrij', -100_000_000)]))).toEqual([])
  })

  test('een job die wacht terwijl oudere worden gedaan, is niet verloren', async () => {
    const verslag = await controleerMet([outbox(', id, created_at', `, 999999, clock_timestamp() - interval '11 minutes'`)])
    expect(gebroken(verslag)).toEqual([])
  })
})

describe('een controle die niet kan falen, is een gebrek', () => {
  const inRedis = { I9: ['leesbaar-in-redis'] }

  test('van elke controle is er een fout die zij moet vinden', () => {
    const planned = Object.entries(FOUTEN).flatMap(([id, fouten]) => [...Object.keys(fouten), ...(id === 'I9' ? inRedis.I9 : [])].map((naam) => `${id} ${naam}`))
    expect(planned.sort()).toEqual(INVARIANTEN.flatMap(({ id, checks }) => Object.keys(checks).map((naam) => `${id} ${naam}`)).sort())
  })

  const rijen = Object.entries(FOUTEN).flatMap(([id, fouten]) => Object.entries(fouten).map(([naam, fout]) => [id, naam, fout] as const))
  test.each(rijen)('%s: de fout %s wordt gevonden, en geen andere invariant klaagt', async (id, naam, fout) => {
    const verslag = await controleerMet(fout(wereld))
    expect(verslag.uitslagen.find((uitslag) => uitslag.id === id)?.gebroken).toContain(naam)
    expect(gebroken(verslag), verslag.regels.filter((regel) => regel.startsWith('   ')).join('\n')).toEqual([id])
    expect(verslag.regels.join('\n'), 'geen naam en geen BSN').not.toMatch(/Jansen|Kim|9000000\d\d|example/)
  })

  test('I9: een BSN in Redis wordt gevonden en niet getoond', async () => {
    const redis = new Redis(process.env['REDIS_URL'] ?? '')
    for (const doen of [() => redis.set(`plaats:${BSN}`, '1'), () => redis.hset('sessie', 'bsn', BSN), () => redis.rpush('rij', BSN), () => redis.sadd('groep', BSN), () => redis.zadd('rang', 1, BSN), () => redis.xadd('stroom', '*', 'bsn', BSN)]) {
      await doen()
      const verslag = await controleerMet([])
      expect(verslag.uitslagen.find(({ id }) => id === 'I9')).toMatchObject({ aantal: 1, gebroken: ['leesbaar-in-redis'] })
      expect(verslag.regels.join('\n')).not.toContain(BSN)
      await redis.flushdb()
    }
    await redis.quit()
  })

})

describe('npm run controle', () => {
  const run = async (env: Record<string, string> = {}) => {
    const options = { env: { ...process.env, ...env }, timeout: 60_000 }
    try {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/controle.ts'], options)
      return { code: 0, stdout, stderr }
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && 'stdout' in fault && 'stderr' in fault) return { code: fault.code, stdout: String(fault.stdout), stderr: String(fault.stderr) }
      throw fault
    }
  }
  const ALLE = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12']

  test('geeft een regel per invariant, en als laatste regel de JSON', async () => {
    const { code, stdout, stderr } = await run()
    const regels = stdout.trim().split('\n')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(regels).toHaveLength(13)
    expect(JSON.parse(regels.at(-1) ?? '')).toEqual({ invarianten: ALLE.map((id) => ({ id, ok: true, aantal: 0 })) })
  })

  test('stopt met 1 als er een is gebroken', async () => {
    await plant('update compartiment set plafond_cent = plafond_cent + 1')
    const { code, stdout } = await run()
    await plant('update compartiment set plafond_cent = plafond_cent - 1')
    expect(code).toBe(1)
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({ invarianten: ALLE.map((id) => ({ id, ok: id !== 'I1', aantal: id === 'I1' ? 1 : 0 })) })
    expect(stdout).toContain('compartiment 2022-V algemeen: het plafond met overschrijding is 250001 cent, het grootboek kreeg 250000 cent')
  })

  test.each([
    ['niet bereikbaar', { DATABASE_URL: 'postgres://stap:geheim@127.0.0.1:9/stap' }, 'De database op 127.0.0.1:9 is niet bereikbaar. Start het systeem met npm start, of controleer DATABASE_URL.\n'],
    ['zonder instellingen', { DATABASE_URL: '' }, 'De instellingen kloppen niet: DATABASE_URL ontbreekt.\n'],
  ])('zegt in één zin wat eraan schort: %s', async (_, env, zin) => {
    expect(await run(env)).toEqual({ code: 2, stdout: '', stderr: zin })
  })
})
