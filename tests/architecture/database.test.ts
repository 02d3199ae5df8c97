import { describe, expect, test } from 'vitest'
import { pool } from '@/lib/platform/db'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

const APPEND_ONLY = ['gebeurtenis', 'gebeurtenis_zegel', 'indiening', 'boeking', 'boekingsregel', 'besluit', 'opleiding_versie', 'batch_goedkeuring', 'hulp', 'gelote_plaats', 'jaarplafond', 'overheveling', 'vordering_mutatie']

async function codeOf(sql: string): Promise<string> {
  try {
    await pool.query(sql)
    return 'gelukt'
  } catch (fault) {
    return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
  }
}

describe('I5, I7: wat geschreven is, blijft staan', () => {
  test.each(APPEND_ONLY)('de applicatie kan %s niet wijzigen, wissen of legen', async (tabel) => {
    const [kolom] = await asOwner<{ naam: string }>(
      `select column_name as naam from information_schema.columns where table_name = $1 and is_generated = 'NEVER' limit 1`, [tabel])
    expect(await codeOf(`update ${tabel} set ${kolom?.naam ?? ''} = ${kolom?.naam ?? ''}`)).toBe('42501')
    expect(await codeOf(`delete from ${tabel}`)).toBe('42501')
    expect(await codeOf(`truncate ${tabel} cascade`)).toBe('42501')
  })

  test('ook de eigenaar van de tabellen kan het logboek niet wissen zonder eerst de bewaking weg te halen', async () => {
    await asOwner(`insert into gebeurtenis (onderwerp, onderwerp_id, soort, door_rol) values ('proef', '1', 'proef', 'systeem')`)
    await expect(asOwner('delete from gebeurtenis')).rejects.toThrow('alleen om aan toe te voegen')
    await expect(asOwner('truncate gebeurtenis cascade')).rejects.toThrow('alleen om aan toe te voegen')
  })
})

describe('I1: de stand van een compartiment beweegt alleen door het grootboek', () => {
  test('de applicatie kan de stand zelf niet zetten', async () => {
    expect(await codeOf('update compartiment set gereserveerd_cent = 0')).toBe('42501')
    expect(await codeOf('update compartiment set betaald_cent = 0')).toBe('42501')
  })
})

describe('I7: de tabel met overgangen is geen gewone data', () => {
  test.each(['update status_overgang set naar = naar', 'delete from status_overgang', `insert into status_overgang values ('aanvraag', 'concept', 'verleend', 'sluipweg', '{systeem}')`])(
    'geweigerd: %s', async (sql) => {
      expect(await codeOf(sql)).toBe('42501')
    })
})

describe('I12: elk moment in de database heeft een tijdzone', () => {
  test('er is geen kolom met een tijd zonder zone', async () => {
    const zonder = await asOwner(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone') and table_name <> '_prisma_migrations'`)
    expect(zonder).toEqual([])
  })
})

describe('I5: geld is een geheel aantal centen', () => {
  test('elke kolom met een bedrag is een geheel getal', async () => {
    const anders = await asOwner(`select table_name, column_name, data_type from information_schema.columns
      where table_schema = 'public' and column_name like '%\\_cent' and udt_name not in ('int4', 'int8', '_int8')`)
    expect(anders).toEqual([])
  })
})

describe('I9: een BSN staat nergens leesbaar', () => {
  test('een gebruiker met een kaal BSN wordt geweigerd', async () => {
    expect(await codeOf(`insert into gebruiker (soort, subject_hmac, bsn_versleuteld, rollen) values ('burger', 'x', '999990019', '{burger}')`)).toBe('23514')
  })
})

describe('een verwijzing wordt gevonden zonder de tabel door te lopen', () => {
  test('elke vreemde sleutel heeft een index of staat hieronder, en dan om een reden', async () => {
    const zonderIndex = await asOwner<{ naam: string }>(`
      select c.conrelid::regclass::text || '(' || a.attname || ')' as naam
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
      order by 1`)
    // The rows these point to are never deleted, and nothing is looked up from that side.
    expect(zonderIndex.map(({ naam }) => naam)).toEqual([
      'aanmeldbewijs(opleiding_id)', 'aanmeldbewijs(uitgegeven_door)', 'aanmeldbewijs_bestand(document_id)', 'aanmeldbewijs_bestand(door_id)',
      'aanmeldbewijs_verzoek(opleiding_id)', 'aanmeldbewijs_verzoek(scholingsactiviteit_id)', 'aanmeldbewijs_voorstel(door_id)',
      'aanvraag(behandelaar_id)', 'aanvraag(compartiment_id)', 'bankbericht(document_id)', 'bankbericht(ontvangen_door)', 'bankvoorstel(besloten_door)', 'bankvoorstel(voorgesteld_door)',
      'bankvraag(afgehandeld_door)', 'batch_goedkeuring(medewerker_id)', 'besluit(genomen_door)', 'betaalbatch(document_id)',
      'betaalbatch(opgesteld_door)', 'bevroren_oordeel(door_id)', 'bevroren_oordeel(opleiding_id)', 'boekingsregel(compartiment_id)',
      'boekjaar(gesloten_door)', 'boekjaar(voorgesteld_door)', 'brief(document_id)', 'deelname(bewijs_id)', 'deelname(brief_id)',
      'deelname(gemeld_door)', 'deelname(reactie_bewijs_id)', 'deelname_bericht(brief_id)', 'deelname_bestand(document_id)',
      'deelname_bestand(door_id)', 'deelname_bestand_rij(aanvraag_id)', 'deelname_herinnering(brief_id)', 'deelname_navraag(bewijs_id)',
      'deelname_navraag(brief_id)', 'deelnamecontrole_geval(brief_id)', 'deelnamecontrole_geval(door_id)', 'deelnamecontrole_stuk(document_id)',
      'deelnamecontrole_stuk(door_id)', 'erkenning(erkenner_id)', 'factuur(document_id)', 'gebruiker(erkenner_id)', 'herroeping(besloten_door)', 'herroeping(voorgesteld_door)', 'import(document_id)',
      'jaarplafond(door_id)', 'keurmerk(besloten_door)', 'keurmerk(ingevoerd_door)', 'koppeling(door_id)', 'loting(lijst_door)',
      'loting_bijdrage(gebruiker_id)', 'maatregel(opgeheven_door)', 'maatregel(opgelegd_door)', 'overheveling(door_id)', 'overheveling(naar_id)',
      'overheveling(van_id)', 'schadevergoeding(betaald_door)', 'schadevergoeding(door_id)', 'steekproef_deel(door_id)', 'steekproef_deel(opleiding_id)', 'verplichting(compartiment_id)', 'voornemen(door_id)',
      'vordering(besluit_id)', 'vordering(brief_id)', 'vordering(compartiment_id)', 'vordering(factuur_id)', 'vordering(overdracht_door)',
      'vordering_kwijtschelding(besloten_door)', 'vordering_kwijtschelding(voorgesteld_door)', 'vordering_mutatie(door_id)',
      'vordering_regeling(besloten_door)', 'vordering_regeling(brief_id)', 'vordering_regeling(gevraagd_door)', 'weging(door_id)',
      'wijziging(brief_id)', 'wijziging(door_id)', 'wijziging(herinnering_brief_id)', 'wijziging(opleiding_id)', 'wijziging(vorig_aanmeldbewijs_id)',
      'zienswijze(document_id)',
      'zienswijze(door_id)',
    ])
  })
})
