import { describe, expect, test } from 'vitest'
import { cent } from '@/lib/base/money'
import { SYSTEEM } from '@/lib/base/actor'
import { inTransaction, prisma, withClient } from '@/lib/platform/db'
import { saveNewParameters } from '@/lib/regeling/repo'
import { rondTijdvakkenAf } from '@/lib/reservelijst/use-cases/rond-tijdvakken-af'
import type { CompartimentPlan } from '@/lib/tijdvak/model'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { calculateVerrekening } from '@/lib/tijdvak/rules/rest'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { leesStand, leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { verrekenOverschrijding } from '@/lib/tijdvak/use-cases/verreken-overschrijding'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { controleer } from '@/scripts/controle/controleer'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb(async () => { await inTransaction((tx) => saveNewParameters(tx, REGELING_PARAMETERS)) })

const pot = (code: string, plafond: number, over: Partial<CompartimentPlan> = {}): CompartimentPlan => ({ code, naam: code, plafondCent: cent(plafond), overschrijdingCent: cent(0), ...over })

async function leg(code: string, [opent, sluit]: readonly [string, string], compartimenten: readonly CompartimentPlan[], reserveTot: string | null = null): Promise<void> {
  await inTransaction((tx) => legTijdvakVast(tx, {
    code, opentOp: new Date(opent), sluitOp: new Date(sluit), startTeltVanaf: null, compartimenten, reserveTot: reserveTot === null ? null : new Date(reserveTot),
  }))
}

async function stand(tijdvak: string): Promise<readonly string[]> {
  const gevonden = await leesTijdvak(prisma, { code: tijdvak })
  return (await leesStand(prisma, gevonden?.id ?? '')).map(({ code, plafondCent, overschrijdingCent, overCent }) => `${code} ${String(plafondCent)}+${String(overschrijdingCent)} over ${String(overCent)}`)
}

async function geefUit(tijdvak: string, compartiment: string, bedragCent: number): Promise<void> {
  const [row] = await asOwner<{ id: string }>('select c.id from compartiment c join tijdvak t on t.id = c.tijdvak_id where t.code = $1 and c.code = $2', [tijdvak, compartiment])
  const compartimentId = row?.id ?? ''
  await inTransaction((tx) => boek(tx, { soort: 'reserveer', oorzaak: 'test', oorzaakId: `${tijdvak} ${compartiment}`, actor: SYSTEEM, regels: makePost('reserveer', bedragCent, { compartimentId }) }))
}

const geld = async () => withClient(async (client) => {
  await client.query('begin')
  const uitslagen = await controleer(client, { print: () => undefined, progress: () => undefined })
  await client.query('rollback')
  return uitslagen.filter(({ id }) => id === 'I1' || id === 'I5').flatMap(({ gebroken }) => gebroken)
})

describe('overschrijding voor het werkplein, te verrekenen met een later tijdvak (Kamerbrief 25-2-2022)', () => {
  test.each([
    ['niets gebruikt: alles vervalt', { plafondCent: 0, overschrijdingCent: 100, gebruiktCent: 0 }, 900, { betaaldCent: 0, vervaltCent: 100 }],
    ['deels gebruikt: het latere tijdvak betaalt dat deel', { plafondCent: 50, overschrijdingCent: 100, gebruiktCent: 90 }, 900, { betaaldCent: 40, vervaltCent: 60 }],
    ['meer dan het latere tijdvak heeft: de rest blijft toegestaan', { plafondCent: 0, overschrijdingCent: 100, gebruiktCent: 100 }, 30, { betaaldCent: 30, vervaltCent: 0 }],
  ])('%s', (_, bron, beschikbaar, verwacht) => {
    expect(calculateVerrekening(bron, beschikbaar)).toEqual(verwacht)
  })

  test('I1, I5: bij de opening van het latere tijdvak, één keer, en daarna is er geen overschrijding meer', async () => {
    await leg('2022-II', ['2022-05-02T08:00:00Z', '2022-06-30T22:00:00Z'], [pot('algemeen', 1_000), { ...pot('werkplein', 0), overschrijdingCent: cent(500), kanaal: 'werkplein', verrekendMet: '2022-IV' }])
    await leg('2022-IV', ['2022-09-01T08:00:00Z', '2022-10-31T23:00:00Z'], [pot('algemeen', 2_000), pot('werkplein', 400)])
    await zetKlok('2022-05-02T10:00:01+02:00')
    await werkTijdvakkenBij()
    await geefUit('2022-II', 'werkplein', 300)
    await zetKlok('2022-09-01T09:59:59+02:00')
    await werkTijdvakkenBij()
    expect(await stand('2022-II')).toEqual(['algemeen 1000+0 over 1000', 'werkplein 0+500 over 200'])
    await zetKlok('2022-09-01T10:00:00+02:00')
    await Promise.all([werkTijdvakkenBij(), werkTijdvakkenBij()])
    expect(await stand('2022-II')).toEqual(['algemeen 1000+0 over 1000', 'werkplein 300+0 over 0'])
    expect(await stand('2022-IV')).toEqual(['algemeen 2000+0 over 2000', 'werkplein 100+0 over 100'])
    expect(await asOwner(`select count(*)::integer as n from boeking where soort = 'verreken-overschrijding'`)).toEqual([{ n: 1 }])
    expect(await geld()).toEqual([])
  })

  test('opent het latere tijdvak nog eens, met meer budget, dan betaalt het ook wat het eerst niet kon', async () => {
    await leg('2024-I', ['2024-01-10T09:00:00Z', '2024-01-20T22:00:00Z'], [{ ...pot('werkplein', 0), overschrijdingCent: cent(500), verrekendMet: '2024-II' }])
    await leg('2024-II', ['2024-02-01T09:00:00Z', '2024-03-20T22:00:00Z'], [pot('algemeen', 200)])
    await zetKlok('2024-01-10T10:00:01+01:00')
    await werkTijdvakkenBij()
    await geefUit('2024-I', 'werkplein', 500)
    await zetKlok('2024-02-01T10:00:01+01:00')
    await werkTijdvakkenBij()
    expect([await stand('2024-I'), await stand('2024-II')]).toEqual([['werkplein 200+300 over 0'], ['algemeen 0+0 over 0']])
    const gevonden = await leesTijdvak(prisma, { code: '2024-II' })
    const [eigen] = await leesStand(prisma, gevonden?.id ?? '')
    await inTransaction(async (tx) => {
      await tx.compartiment.update({ where: { id: eigen?.id ?? '' }, data: { plafondCent: 400n } })
      await boek(tx, { soort: 'verhoog-plafond', oorzaak: 'test', oorzaakId: 'meer', actor: SYSTEEM, regels: makePost('verhoog-plafond', 400, { compartimentId: eigen?.id ?? '' }) })
      if (gevonden !== undefined) await verrekenOverschrijding(tx, gevonden)
    })
    expect([await stand('2024-I'), await stand('2024-II')]).toEqual([['werkplein 500+0 over 0'], ['algemeen 100+0 over 100']])
    expect(await geld()).toEqual([])
  })
})

describe('wat over is als een tijdvak voorbij is', () => {
  test('naar algemeen als alles is beslist, naar het volgende tijdvak na het einde van de reservelijst, elk één keer', async () => {
    await leg('2023-I', ['2023-03-17T09:00:00Z', '2023-04-30T22:00:00Z'], [
      pot('algemeen', 1_000, { restRegel: 'volgend-tijdvak' }), pot('werkplein', 300, { restRegel: 'naar-algemeen' }), pot('leerrechten', 200, { restRegel: 'volgend-tijdvak' }), pot('proef', 50),
    ], '2023-05-15T15:00:00Z')
    await leg('2023-II', ['2023-05-20T08:00:00Z', '2023-06-30T22:00:00Z'], [pot('algemeen', 5_000), pot('leerrechten', 10)])
    await zetKlok('2023-03-17T10:00:01+01:00')
    await werkTijdvakkenBij()
    await geefUit('2023-I', 'algemeen', 950)
    expect(await rondTijdvakkenAf()).toBe(0)

    await zetKlok('2023-05-01T00:00:00+02:00')
    await werkTijdvakkenBij()
    expect(await rondTijdvakkenAf()).toBe(300)
    expect(await stand('2023-I')).toEqual(['algemeen 1300+0 over 350', 'werkplein 0+0 over 0', 'leerrechten 200+0 over 200', 'proef 50+0 over 50'])

    await zetKlok('2023-05-15T17:00:00+02:00')
    await Promise.all([rondTijdvakkenAf(), rondTijdvakkenAf()])
    expect(await stand('2023-I')).toEqual(['algemeen 950+0 over 0', 'werkplein 0+0 over 0', 'leerrechten 0+0 over 0', 'proef 50+0 over 50'])
    expect(await stand('2023-II')).toEqual(['algemeen 5350+0 over 5350', 'leerrechten 210+0 over 210'])
    expect(await rondTijdvakkenAf()).toBe(0)
    expect(await asOwner(`select count(*)::integer as n from boeking where soort = 'hevel-rest-over'`)).toEqual([{ n: 3 }])
    expect(await geld()).toEqual([])
  })
})
