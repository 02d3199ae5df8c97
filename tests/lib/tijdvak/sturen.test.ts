import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { inTransaction, prisma } from '@/lib/platform/db'
import { sealGebeurtenissen, verifyZegels } from '@/lib/platform/zegel'
import { heropenTijdvak } from '@/lib/tijdvak/use-cases/heropen-tijdvak'
import { hervatTijdvak } from '@/lib/tijdvak/use-cases/hervat-tijdvak'
import { leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { pauzeerTijdvak } from '@/lib/tijdvak/use-cases/pauzeer-tijdvak'
import { stopTijdvak } from '@/lib/tijdvak/use-cases/stop-tijdvak'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { aGereed, aMedewerker, aWereld, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

const CODE = '2022-V'
const MELDING = 'Er is een storing. We gaan om 11.00 uur verder.'
let wereld: Wereld
let regisseur: Medewerker

freshDb(async () => {
  wereld = await aWereld()
  regisseur = await aMedewerker('ketenregisseur')
})

beforeEach(async () => {
  await plant(`update tijdvak set toestand = 'open', pauze_melding = null, opent_op = '2022-11-01T09:00:00Z', sluit_op = '2022-12-31T23:00:00Z', start_telt_vanaf = null, gesloten_op = null`)
  await zetKlok('2022-11-01T10:05:00+01:00')
})

const tijdvak = () => leesTijdvak(prisma, { code: CODE })
const lastEvent = async () => (await asOwner<{ soort: string; van: string; naar: string; rol: string; reden: string; door: string; gegevens: object }>(
  `select soort, van_status as van, naar_status as naar, door_rol as rol, reden, door_id as door, gegevens from gebeurtenis where onderwerp = 'tijdvak' order by id desc limit 1`))[0]
const pauzeer = () => pauzeerTijdvak(regisseur, { code: CODE, melding: MELDING, reden: 'de database is traag' })

describe('pauzeren en hervatten', () => {
  test('een pauze zegt bezoekers waarom, en staat met reden en naam in het logboek', async () => {
    expect(await pauzeer()).toEqual({ ok: true, value: undefined })
    expect(await tijdvak()).toMatchObject({ toestand: 'gepauzeerd', pauzeMelding: MELDING })
    expect(await lastEvent()).toEqual({
      soort: 'pauzeer', van: 'open', naar: 'gepauzeerd', rol: 'ketenregisseur', reden: 'de database is traag', door: regisseur.id, gegevens: { melding: MELDING },
    })
  })

  test('tijdens een pauze wordt niets ontvangen; daarna wel', async () => {
    const aanvraag = await aGereed(wereld, { bsn: '900000004' })
    await pauzeer()
    expect(await submit(aanvraag)).toEqual({ ok: false, redenen: ['tijdvak-niet-open'] })
    await hervatTijdvak(regisseur, { code: CODE, reden: 'de storing is voorbij' })
    expect(await tijdvak()).toMatchObject({ toestand: 'open', pauzeMelding: null })
    expect(await submit(aanvraag)).toMatchObject({ ok: true })
  })

  test('opnieuw pauzeren verandert de melding', async () => {
    await pauzeer()
    await pauzeerTijdvak(regisseur, { code: CODE, melding: 'Het duurt langer: 12.00 uur.', reden: 'het duurt langer' })
    expect(await tijdvak()).toMatchObject({ toestand: 'gepauzeerd', pauzeMelding: 'Het duurt langer: 12.00 uur.' })
  })

  test('een pauze voor de opening houdt de opening tegen; hervatten wacht op tien uur', async () => {
    await plant(`update tijdvak set toestand = 'gepland'`)
    await zetKlok('2022-11-01T09:58:00+01:00')
    await pauzeer()
    await zetKlok('2022-11-01T10:01:00+01:00')
    expect(await werkTijdvakkenBij()).toEqual({ geopend: [], gesloten: [] })
    await zetKlok('2022-11-01T09:59:00+01:00')
    await hervatTijdvak(regisseur, { code: CODE, reden: 'toch op tijd klaar' })
    expect((await tijdvak())?.toestand).toBe('gepland')
  })

  test('een pauze die tot na de laatste dag duurt eindigt met het tijdvak, melding en al', async () => {
    await pauzeer()
    await zetKlok('2023-01-01T00:00:00+01:00')
    expect(await werkTijdvakkenBij()).toEqual({ geopend: [], gesloten: [CODE] })
    expect(await tijdvak()).toMatchObject({ toestand: 'gesloten', pauzeMelding: null })
  })

  test('wat niet kan, wordt geweigerd en laat niets achter', async () => {
    const before = await asOwner('select id from gebeurtenis')
    expect(await hervatTijdvak(regisseur, { code: CODE, reden: 'zomaar' })).toEqual({ ok: false, redenen: ['kan-nu-niet'] })
    expect(await pauzeerTijdvak(regisseur, { code: '1999-I', melding: MELDING, reden: 'zomaar' })).toEqual({ ok: false, redenen: ['onbekend-tijdvak'] })
    expect(await asOwner('select id from gebeurtenis')).toHaveLength(before.length)
  })
})

describe('stoppen en heropenen', () => {
  test('na een stop wordt niets ontvangen, en wat klaarstond blijft klaarstaan', async () => {
    const aanvraag = await aGereed(wereld, { bsn: '900000016' })
    expect(await stopTijdvak(regisseur, { code: CODE, reden: 'het budget is op' })).toMatchObject({ ok: true })
    expect(await submit(aanvraag)).toEqual({ ok: false, redenen: ['tijdvak-niet-open'] })
    expect(await statusOf(aanvraag)).toBe('gereed')
    expect(await pauzeer()).toEqual({ ok: false, redenen: ['kan-nu-niet'] })
  })

  test('wijziging maart 2023: de opening van 28 februari mislukt, op 17 maart telt alles wat klaarstond', async () => {
    await plant(`update tijdvak set opent_op = '2023-02-28T09:00:00Z', sluit_op = '2023-04-30T22:00:00Z'`)
    await zetKlok('2023-02-27T20:00:00+01:00')
    // 29 March is four weeks after 1 March; counted from 17 March it would have been 14 April.
    const aanvraag = await aGereed(wereld, { bsn: '900000028', startdatum: '2023-03-29' })
    await zetKlok('2023-02-28T10:20:00+01:00')
    await pauzeer()
    const opentOp = new Date('2023-03-17T10:00:00+01:00')
    expect(await heropenTijdvak(regisseur, { code: CODE, opentOp, reden: 'de opening van 28 februari is mislukt' })).toMatchObject({ ok: true })
    expect(await tijdvak()).toMatchObject({ toestand: 'gepland', opentOp, startTeltVanaf: '2023-03-01', registratiestopOp: new Date('2022-10-04T08:00:00Z'), pauzeMelding: null })
    expect(await submit(aanvraag)).toEqual({ ok: false, redenen: ['tijdvak-niet-open'] })

    await zetKlok('2023-03-17T10:00:01+01:00')
    expect(await werkTijdvakkenBij()).toEqual({ geopend: [CODE], gesloten: [] })
    expect(await submit(aanvraag)).toMatchObject({ ok: true })
  })

  test('zonder die regel was dezelfde aanvraag te vroeg geweest (de proef op de som)', async () => {
    await plant(`update tijdvak set opent_op = '2023-03-17T09:00:00Z', sluit_op = '2023-04-30T22:00:00Z', toestand = 'open'`)
    await zetKlok('2023-03-17T10:00:01+01:00')
    const aanvraag = await aGereed(wereld, { bsn: '900000041', startdatum: '2023-03-29' })
    expect(await submit(aanvraag)).toEqual({ ok: false, redenen: ['niet-compleet'] })
  })

  test('een open tijdvak heropenen, of in het verleden, kan niet: alle redenen samen', async () => {
    expect(await heropenTijdvak(regisseur, { code: CODE, opentOp: new Date('2022-10-01T10:00:00+02:00'), reden: 'zomaar' }))
      .toEqual({ ok: false, redenen: ['kan-nu-niet', 'opening-in-verleden'] })
  })

  test('twee tijdvakken tegelijk kan niet', async () => {
    await asOwner(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, past_niet_regel) values ('2023-I', '2023-03-01', '2023-04-30', '2023-02-01', 'weiger')`)
    await pauzeer()
    expect(await heropenTijdvak(regisseur, { code: CODE, opentOp: new Date('2023-03-17T09:00:00Z'), reden: 'zomaar' })).toEqual({ ok: false, redenen: ['sluiting-voor-opening'] })
    expect(await heropenTijdvak(regisseur, { code: CODE, opentOp: new Date('2022-12-15T09:00:00Z'), laatsteDag: plainDate('2023-03-15'), reden: 'zomaar' }))
      .toEqual({ ok: false, redenen: ['overlapt-ander-tijdvak'] })
    await plant(`delete from tijdvak where code = '2023-I'`)
  })
})

describe('I2: na de commit van een pauze is niemand meer ontvangen', () => {
  // A slow write makes the gap between reading the state and the commit wide enough to fall into.
  const slow = () => asOwner(`create function traag() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return null; end $$;
    create trigger traag after insert on indiening for each statement execute function traag()`)
  const fast = () => asOwner('drop trigger traag on indiening; drop function traag()')
  const received = async () => (await asOwner<{ n: number }>('select count(*)::integer as n from indiening'))[0]?.n ?? -1

  async function race(pause: () => Promise<unknown>, bsns: readonly string[]): Promise<{ bijPauze: number; aanHetEind: number }> {
    const aanvragen: Ingediend[] = []
    for (const bsn of bsns) aanvragen.push(await aGereed(wereld, { bsn }))
    await slow()
    try {
      const submits = aanvragen.map((aanvraag) => submit(aanvraag))
      await vi.waitFor(async () => { expect(await asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`)).not.toEqual([]) }, { timeout: 10_000, interval: 10 })
      await pause()
      const bijPauze = await received()
      const uitkomsten = await Promise.all(submits)
      expect(uitkomsten.every((uitkomst) => uitkomst.ok || uitkomst.redenen.includes('tijdvak-niet-open'))).toBe(true)
      return { bijPauze, aanHetEind: await received() }
    } finally {
      await fast()
    }
  }

  test('de pauze wacht op wat onderweg is', async () => {
    const { bijPauze, aanHetEind } = await race(pauzeer, ['900000053', '900000065'])
    expect(aanHetEind).toBe(bijPauze)
  })

  test('tegenproef: een pauze die niet wacht, ziet erna nog iemand binnenkomen', async () => {
    const naive = () => asOwner(`update tijdvak set toestand = 'gepauzeerd', pauze_melding = 'zonder wachten'`)
    const { bijPauze, aanHetEind } = await race(naive, ['900000077', '900000089'])
    expect(aanHetEind).toBeGreaterThan(bijPauze)
  })

  test('wie met tien tegelijk op pauze drukt, krijgt één pauze en een logboek dat klopt', async () => {
    await Promise.all(Array.from({ length: 10 }, pauzeer))
    expect((await tijdvak())?.toestand).toBe('gepauzeerd')
    while (await sealGebeurtenissen());
    expect(await verifyZegels()).toBeUndefined()
  })
})

function submit({ burger, kenmerk }: Ingediend) {
  return dienIn(burger, kenmerk)
}

async function statusOf({ aanvraagId }: Ingediend): Promise<string | undefined> {
  return (await inTransaction((tx) => tx.aanvraag.findUnique({ where: { id: aanvraagId }, select: { status: true } })))?.status
}
