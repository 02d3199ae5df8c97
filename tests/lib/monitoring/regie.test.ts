import { beforeEach, describe, expect, test } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { meetTijdvakken } from '@/lib/monitoring/use-cases/meet-tijdvakken'
import { getRegieStand, readRegieStand } from '@/lib/monitoring/views'
import { pauzeerTijdvak } from '@/lib/tijdvak/use-cases/pauzeer-tijdvak'
import { stelSnelheidIn } from '@/lib/wachtkamer/use-cases/stel-snelheid-in'
import { werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { aGereed, aMedewerker, aWereld, submitAll, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: Wereld
let regisseur: Medewerker

freshDb(async () => {
  wereld = await aWereld({ plafondCent: 1_000_000 })
  regisseur = await aMedewerker('ketenregisseur')
  await werkWachtkamersBij()
})

beforeEach(() => zetKlok('2022-11-01T10:05:00+01:00'))

describe('wat de regiekamer ziet', () => {
  test('een onbekend tijdvak is er niet', async () => {
    expect(await getRegieStand('1999-I')).toBeUndefined()
  })

  test('wat er is ontvangen, verdeeld en nog klaarstaat, met het budget per compartiment', async () => {
    await submitAll([await aGereed(wereld, { bsn: '900000004' }), await aGereed(wereld, { bsn: '900000016', bedragCent: 40_000 })])
    await aGereed(wereld, { bsn: '900000028' })
    const stand = await readRegieStand('2022-V')
    expect(stand).toMatchObject({
      code: '2022-V', toestand: 'open', gereed: 1, ontvangen: 2, toegekend: 2, onbeslist: 0, gemetenOp: expect.stringMatching(/^10\.05\.0\d$/),
      laatsteDag: 'zaterdag 31 december 2022',
      budget: [{ code: 'algemeen', plafondCent: 1_000_000, gebruiktCent: 140_000, overCent: 860_000, verwachting: 'Nog te weinig gemeten' }],
    })
    expect(stand?.onderdelen.map(({ naam }) => naam)).toEqual(['Poort', 'Web', 'Workers', 'Database', 'Redis', 'Werk dat wacht', 'Verdeling', 'Bank'])
  })

  test('het verkeer is de som van de poorten in de laatste seconden, het traagste telt', async () => {
    await asOwner(`insert into poort_meting (proces, op, bezoeken, indieningen, bevestigd, geweigerd, fouten, onderhanden, p50_ms, p99_ms) values
      ('poort-a', clock_timestamp() - interval '2 seconds', 100, 10, 8, 2, 0, 3, 20, 90), ('poort-b', clock_timestamp() - interval '1 second', 50, 10, 4, 5, 1, 4, 50, 400),
      ('poort-a', clock_timestamp() - interval '1 hour', 9999, 9999, 9999, 0, 0, 0, 1, 9999)`)
    const stand = await readRegieStand('2022-V')
    expect(stand?.verkeer).toEqual({ bezoeken: 30, indieningen: 4, bevestigd: 2.4, geweigerd: 1.4, fouten: 0.2, onderhanden: 7, p50Ms: 30, p99Ms: 400 })
    expect(stand?.onderdelen[0]).toEqual({ naam: 'Poort', toestand: 'ok', toelichting: '2 processen' })
    expect(stand?.alarmen.map(({ tekst }) => tekst)).toContain('Er gaan 0,2 verzoeken per seconde mis. Kijk bij de onderdelen wat er is, en pauzeer als het zo blijft.')
  })

  test('een betaling waar de bank niets van zegt, is een alarm tot zij heeft geantwoord', async () => {
    const betaling = (dag: string) => [
      `insert into betaalbatch (id, msg_id, status, aantal, totaal_cent, document_id, vrijgegeven_op, uitvoeringsdag) values (gen_random_uuid(), 'BATCH-${dag}', 'aangemaakt', 1, 5, gen_random_uuid(), nu(), '${dag}')`,
      `insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select id, gen_random_uuid(), msg_id, 5, 'X', 'X' from betaalbatch where msg_id = 'BATCH-${dag}'`]
    const alarmen = async () => (await readRegieStand('2022-V'))?.alarmen.map(({ tekst }) => tekst).filter((tekst) => tekst.startsWith('Bank'))
    // 1 November is a Tuesday: two bank days before it is Friday, and what had to be carried out on Friday may still come.
    for (const statement of betaling('2022-10-28')) await plant(statement)
    expect(await alarmen()).toEqual([])
    for (const statement of betaling('2022-10-27')) await plant(statement)
    expect(await alarmen()).toEqual(['Bank: 1 betaling had op een afschrift moeten staan, sinds 27-10-2022. Laat de afdeling financiën de bank ernaar vragen, en betaal haar niet opnieuw'])
    await plant(`update betaling set status = 'uitgevoerd'`)
    expect(await alarmen()).toEqual([])
  })

  test('metingen van de workers worden grafieken en een voorspelling', async () => {
    expect(await meetTijdvakken()).toBe(1)
    await asOwner(`insert into regie_meting (tijdvak_id, op, wachtend, toegelaten_tot, per_minuut, ontvangen, onbeslist, over)
      select $1, clock_timestamp() - s * interval '1 second', 0, 1000 - s, 60000, 0, 0, jsonb_build_object('algemeen', 860000 + s * 1000) from generate_series(5, 300, 5) s`, [wereld.tijdvakId])
    const stand = await readRegieStand('2022-V')
    // € 8.600 at € 10 a second is 860 seconds: a quarter past ten and a bit.
    expect(stand?.budget[0]?.voorspelling).toMatchObject({ soort: 'verwacht', overS: expect.closeTo(860, -1) })
    expect(stand?.budget[0]?.verwachting).toMatch(/^Rond 10\.19 uur: tussen 10\.\d\d en 10\.\d\d uur$|^Rond 10\.19 uur/)
    expect(stand?.reeksen.toegelatenPerMinuut.at(-2)?.waarde).toBe(60)
    expect(stand?.reeksen.overCent).toHaveLength(61)
  })

  test('van meerdere workers meet er één', async () => {
    const answers = await Promise.all([meetTijdvakken(), meetTijdvakken(), meetTijdvakken()])
    expect(answers.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3)
    expect(answers.some((one) => one === 1)).toBe(true)
  })

  test('de laatste handelingen, met wie, wat en waarom', async () => {
    await stelSnelheidIn(regisseur, { code: '2022-V', perMinuut: 30_000, reden: 'de database is traag' })
    await pauzeerTijdvak(regisseur, { code: '2022-V', melding: 'We gaan om 11.00 uur verder.', reden: 'het werd niet beter' })
    const stand = await readRegieStand('2022-V')
    expect(stand?.handelingen.slice(0, 2).map(({ wat, wie, reden, toelichting }) => ({ wat, wie, reden, toelichting }))).toEqual([
      { wat: 'Gepauzeerd', wie: 'Kim de Vries', reden: 'het werd niet beter', toelichting: 'Melding: We gaan om 11.00 uur verder.' },
      { wat: 'Snelheid ingesteld', wie: 'Kim de Vries', reden: 'de database is traag', toelichting: 'van 60.000 naar 30.000 per minuut' },
    ])
    expect(stand).toMatchObject({ toestand: 'gepauzeerd', melding: 'We gaan om 11.00 uur verder.', perMinuut: 30_000 })
  })
})
