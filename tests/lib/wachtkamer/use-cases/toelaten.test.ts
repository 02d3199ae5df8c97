import { describe, expect, test } from 'vitest'
import { laatToe, peilWachtkamers } from '@/lib/wachtkamer/use-cases/laat-toe'
import { leesBeurt } from '@/lib/wachtkamer/use-cases/lees-beurt'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { stelSnelheidIn } from '@/lib/wachtkamer/use-cases/stel-snelheid-in'
import { openWachtkamer, werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { readStand } from '@/lib/wachtkamer/views'
import { anOpening } from '@/tests/builders/opening'
import { aTijdvak, burgerIds, opentNu } from '@/tests/builders/wachtkamer'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

const REGISSEUR = { soort: 'medewerker', id: '00000000-0000-4000-8000-000000000001', rollen: ['ketenregisseur'], naam: 'Regie' } as const
const slaap = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function aOpenKamer({ aantal, perMinuut }: { aantal: number; perMinuut: number }) {
  const tijdvak = await aTijdvak()
  await openWachtkamer(tijdvak.code)
  expect(await stelSnelheidIn(REGISSEUR, { code: tijdvak.code, perMinuut, reden: 'proef' })).toEqual({ ok: true })
  const burgers = burgerIds(aantal)
  await Promise.all(burgers.map((burgerId) => neemPlaats(burgerId, tijdvak.code)))
  return { ...tijdvak, burgers, begin: async () => { await opentNu(tijdvak.id); await werkWachtkamersBij(); await laatToe() } }
}

async function nu(code: string): Promise<number> {
  return (await readStand(code))?.nu ?? -1
}

describe('toelaten: op tempo, pas na de loting, nooit terug', () => {
  test('voor de opening en voor de loting komt er niemand binnen', async () => {
    const { id, code } = await aOpenKamer({ aantal: 20, perMinuut: 60_000 })
    await laatToe()
    expect(await readStand(code)).toMatchObject({ toestand: 'voor', nu: 0, wachtend: 20 })
    await opentNu(id)
    await laatToe()
    await slaap(50)
    await laatToe()
    expect(await readStand(code)).toMatchObject({ toestand: 'voor', nu: 0, geloot: false })
  })

  test('daarna op het tempo van de ketenregisseur: nooit sneller', async () => {
    const { code, begin } = await aOpenKamer({ aantal: 500, perMinuut: 6_000 })
    const gestart = performance.now()
    await begin()
    let vorige = 0
    for (let tik = 0; tik < 10; tik += 1) {
      await slaap(50)
      // Two workers at once do not let in twice as many.
      await Promise.all([laatToe(), laatToe(), laatToe()])
      const nuToegelaten = await nu(code)
      expect(nuToegelaten).toBeGreaterThanOrEqual(vorige)
      expect(nuToegelaten).toBeLessThanOrEqual(Math.ceil((performance.now() - gestart) / 10) + 1)
      vorige = nuToegelaten
    }
    expect(vorige).toBeGreaterThan(20)
    expect((await readStand(code))?.wachtend).toBe(500 - vorige)
  })

  test('een nieuw tempo werkt meteen en staat met de reden in het logboek', async () => {
    const { code, begin } = await aOpenKamer({ aantal: 5_000, perMinuut: 1 })
    await begin()
    await slaap(100)
    await laatToe()
    expect(await nu(code)).toBe(0)
    await stelSnelheidIn(REGISSEUR, { code, perMinuut: 60_000, reden: 'het kan sneller' })
    await slaap(100)
    await laatToe()
    expect(await nu(code)).toBeGreaterThan(50)
    const log = await asOwner(`select soort, reden, door_rol, gegevens from gebeurtenis where onderwerp = 'wachtkamer' and onderwerp_id = $1 and reden = 'het kan sneller'`, [code])
    expect(log).toEqual([{ soort: 'stel-snelheid-in', reden: 'het kan sneller', door_rol: 'ketenregisseur', gegevens: { was: 1, perMinuut: 60_000 } }])
    expect(await stelSnelheidIn(REGISSEUR, { code, perMinuut: 0, reden: 'x' })).toEqual({ ok: false, redenen: ['ongeldige-snelheid'] })
    expect(await stelSnelheidIn(REGISSEUR, { code: 'nergens', perMinuut: 10, reden: 'x' })).toEqual({ ok: false, redenen: ['geen-wachtkamer'] })
  })

  test('tijdens een pauze komt er niemand binnen, en daarna wordt de pauze niet ingehaald', async () => {
    const { id, code, begin } = await aOpenKamer({ aantal: 9_000, perMinuut: 60_000 })
    await begin()
    await slaap(50)
    await laatToe()
    await asOwner(`update tijdvak set toestand = 'gepauzeerd', pauze_melding = 'Storing' where id = $1`, [id])
    const bijPauze = await nu(code)
    await slaap(1_500)
    await laatToe()
    expect(await readStand(code)).toMatchObject({ toestand: 'pauze', melding: 'Storing', nu: bijPauze })
    await asOwner(`update tijdvak set toestand = 'open', pauze_melding = null where id = $1`, [id])
    await laatToe()
    expect(await nu(code)).toBeLessThanOrEqual(bijPauze + 1_000)
  })

  test('nooit verder dan twee seconden voorbij de laatste plaats', async () => {
    const { code, begin } = await aOpenKamer({ aantal: 5, perMinuut: 600 })
    await begin()
    await slaap(300)
    for (let tik = 0; tik < 40; tik += 1) { await laatToe(); await slaap(100) }
    expect(await readStand(code)).toMatchObject({ nu: 25, wachtend: 0 })
  }, 20_000)

  test('als het systeem achterloopt, gaat het langzamer', async () => {
    const { code, begin } = await aOpenKamer({ aantal: 9_000, perMinuut: 60_000 })
    await asOwner(`insert into poort_meting (proces, bezoeken, indieningen, bevestigd, geweigerd, fouten, onderhanden, p50_ms, p99_ms) values ('p1', 9, 9, 9, 0, 0, 0, 900, 3500)`)
    await begin()
    await slaap(200)
    await laatToe()
    expect(await nu(code)).toBe(0)
    await asOwner('delete from poort_meting')
    await slaap(50)
    await laatToe()
    expect(await nu(code)).toBeGreaterThan(0)
  })
})

describe('de beurt: de plaats van de burger in de database, en niets anders', () => {
  test('alleen voor de eigen aanvraag, met plaats en toestand', async () => {
    const opening = await anOpening({ aanvragers: 3, plafondCent: 10_000_000 })
    const [een, ander, derde] = opening.deelnemers
    if (een === undefined || ander === undefined || derde === undefined) throw new Error('no applicants')
    const [{ code } = { code: '' }] = await asOwner<{ code: string }>(`update tijdvak set opent_op = nu() + interval '1 hour' where id = $1 returning code`, [opening.tijdvakId])
    await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('wachtkamer', '{"urenVoorOpening":24,"perMinuut":60000}', '2022-01-01', 'test') on conflict do nothing`)
    const vraag = { burgerId: een.burger.id, kenmerk: een.kenmerk }
    expect(await leesBeurt(vraag)).toEqual({ code, modus: 'volgorde', toestand: 'voor', plaats: undefined, toegelatenTot: 0 })
    await openWachtkamer(code)
    await neemPlaats(een.burger.id, code)
    expect(await leesBeurt(vraag)).toMatchObject({ toestand: 'voor', plaats: { nummer: 1, plaats: null }, toegelatenTot: 0 })
    await opentNu(opening.tijdvakId)
    await werkWachtkamersBij()
    await neemPlaats(ander.burger.id, code)
    await laatToe()
    await slaap(60)
    await laatToe()

    const [mijn, zijn, geen, vreemd] = await Promise.all([
      leesBeurt(vraag), leesBeurt({ burgerId: ander.burger.id, kenmerk: ander.kenmerk }),
      leesBeurt({ burgerId: derde.burger.id, kenmerk: derde.kenmerk }), leesBeurt({ burgerId: een.burger.id, kenmerk: ander.kenmerk }),
    ])
    expect(mijn).toMatchObject({ toestand: 'open', plaats: { nummer: 1, plaats: 1 } })
    expect(mijn?.toegelatenTot).toBeGreaterThan(2)
    expect(zijn).toMatchObject({ plaats: { nummer: 2, plaats: 2 } })
    expect(geen?.plaats).toBeUndefined()
    expect(vreemd).toBeUndefined()
  })
})

describe('uitgeput: als er niets meer te verdelen is, hoort iedereen dat meteen', () => {
  test('zodra geen compartiment een voorbereide aanvraag kan betalen, en niet eerder', async () => {
    const opening = await anOpening({ aanvragers: 4, plafondCent: 100_000, bedragCent: 100_000 })
    const [{ code } = { code: '' }] = await asOwner<{ code: string }>('select code from tijdvak where id = $1', [opening.tijdvakId])
    await openWachtkamer(code)
    await werkWachtkamersBij()
    await peilWachtkamers()
    expect(await readStand(code)).toMatchObject({ toestand: 'open', overCent: { algemeen: 100_000 }, reiktTot: null })

    await asOwner('set session_replication_role = replica; update compartiment set gereserveerd_cent = 50000')
    await peilWachtkamers()
    expect((await readStand(code))?.toestand).toBe('uitgeput')
    // Somebody prepares a smaller one, for which there is still enough.
    await asOwner(`set session_replication_role = replica; update aanvraag set bedrag_cent = 50000 where tijdvak_id = '${opening.tijdvakId}' and kenmerk = '${opening.deelnemers[0]?.kenmerk ?? ''}'`)
    await peilWachtkamers()
    expect((await readStand(code))?.toestand).toBe('open')
  })

  test('ook een compartiment waarop iemand mag terugvallen, telt mee', async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 100_000, bedragCent: 100_000 })
    const [{ code } = { code: '' }] = await asOwner<{ code: string }>('select code from tijdvak where id = $1', [opening.tijdvakId])
    const [tweede] = await asOwner<{ id: string }>(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'leerrechten', 'Leerrechten', 500000, 1) returning id`, [opening.tijdvakId])
    await openWachtkamer(code)
    await werkWachtkamersBij()
    await asOwner(`set session_replication_role = replica; update compartiment set gereserveerd_cent = 100000 where id = '${opening.compartimentId}'`)
    await peilWachtkamers()
    expect((await readStand(code))?.toestand).toBe('uitgeput')
    await asOwner(`set session_replication_role = replica; update aanvraag set terugval_ids = '{${tweede?.id ?? ''}}' where tijdvak_id = '${opening.tijdvakId}'`)
    await peilWachtkamers()
    expect((await readStand(code))?.toestand).toBe('open')
  })

  test('wat voor het werkplein is, houdt niemand anders aan het wachten; wie daar geholpen wordt, is nog wel aan de beurt', async () => {
    const opening = await anOpening({ aanvragers: 2, plafondCent: 100_000, bedragCent: 100_000 })
    const [{ code } = { code: '' }] = await asOwner<{ code: string }>('select code from tijdvak where id = $1', [opening.tijdvakId])
    const [werkplein] = await asOwner<{ id: string }>(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde, kanaal) values ($1, 'werkplein', 'Werkplein', 500000, 1, 'werkplein') returning id`, [opening.tijdvakId])
    const [online, geholpen] = opening.deelnemers
    if (online === undefined || geholpen === undefined) throw new Error('no applicants')
    await asOwner(`set session_replication_role = replica; update aanvraag set kanaal = 'werkplein', compartiment_id = '${werkplein?.id ?? ''}' where kenmerk = '${geholpen.kenmerk}';
      update compartiment set gereserveerd_cent = 100000 where id = '${opening.compartimentId}'`)
    await openWachtkamer(code)
    await werkWachtkamersBij()
    await peilWachtkamers()
    expect((await readStand(code))?.toestand).toBe('uitgeput')
    expect(await leesBeurt({ burgerId: online.burger.id, kenmerk: online.kenmerk })).toMatchObject({ toestand: 'uitgeput' })
    expect(await leesBeurt({ burgerId: geholpen.burger.id, kenmerk: geholpen.kenmerk })).toMatchObject({ toestand: 'open' })
  })
})

describe('de stand', () => {
  test('van een tijdvak dat er niet is', async () => {
    expect(await readStand('nergens')).toBeUndefined()
  })

  test('als er nog geen wachtkamer is', async () => {
    const { code } = await aTijdvak({ opentOverMs: 60 * 3_600_000 })
    expect(await readStand(code)).toMatchObject({ code, toestand: 'voor', nu: 0, uitgegeven: 0, ronde: 0, zaadHash: null, geloot: false, overCent: { algemeen: 100_000_000 } })
  })
})
