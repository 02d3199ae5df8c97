import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { plainDate } from '@/lib/base/date'
import { inPgTransaction, inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import type { Boekingsregel } from '@/lib/tijdvak/model'
import { makePost, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import { boek, boekAlle, type Boeking } from '@/lib/tijdvak/use-cases/boek'
import { leesStand, leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, freshDb } from '@/tests/setup/db'

let compartimentId = ''
let werkpleinId = ''
let tijdvakId = ''
let teller = 0

freshDb(async () => {
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
})

beforeEach(async () => {
  teller += 1
  const code = `proef-${String(teller)}`
  await inTransaction((tx) => legTijdvakVast(tx, {
    code,
    opentOp: new Date('2022-11-01T09:00:00Z'),
    sluitOp: new Date('2022-12-31T23:00:00Z'),
    startTeltVanaf: plainDate('2022-11-02'),
    compartimenten: [
      { code: 'algemeen', naam: 'Algemeen', plafondCent: cent(300_000), overschrijdingCent: cent(0) },
      { code: 'werkplein', naam: 'Werkplein', plafondCent: cent(0), overschrijdingCent: cent(50_000) },
    ],
  }))
  tijdvakId = (await leesTijdvak(prisma, { code }))?.id ?? ''
  const [algemeen, werkplein] = await leesStand(prisma, tijdvakId)
  compartimentId = algemeen?.id ?? ''
  werkpleinId = werkplein?.id ?? ''
})

const post = (soort: BoekingSoort, bedragCent: number, oorzaakId: string = randomUUID()): Boeking => ({
  soort, oorzaak: 'proef', oorzaakId, actor: SYSTEEM, regels: makePost(soort, bedragCent, { compartimentId }),
})
const boekEen = (boeking: Boeking) => inTransaction((tx) => boek(tx, boeking))
const stand = async () => (await leesStand(prisma, tijdvakId))[0]

describe('een tijdvak wordt vastgelegd', () => {
  test('met de registratiestop en de regel die op de dag van opening gelden', async () => {
    expect(await leesTijdvak(prisma, { id: tijdvakId })).toMatchObject({
      toestand: 'gepland', pastNietRegel: 'weiger', startTeltVanaf: '2022-11-02', registratiestopOp: new Date('2022-10-03T22:00:00Z'),
    })
  })

  test('Awb 4:25: het plafond staat in het grootboek, een overschrijding apart', async () => {
    const regels = await asOwner(
      `select b.soort, r.rekening, r.bedrag_cent::integer as bedrag from boeking b join boekingsregel r on r.boeking_id = b.id
       where r.compartiment_id in ($1, $2) order by b.soort desc, r.rekening`, [compartimentId, werkpleinId])
    expect(regels).toEqual([
      { soort: 'stel-plafond-vast', rekening: 'plafond', bedrag: -300_000 },
      { soort: 'stel-plafond-vast', rekening: 'vrij', bedrag: 300_000 },
      { soort: 'sta-overschrijding-toe', rekening: 'plafond', bedrag: -50_000 },
      { soort: 'sta-overschrijding-toe', rekening: 'vrij', bedrag: 50_000 },
    ])
    expect((await leesStand(prisma, tijdvakId)).map(({ overCent }) => overCent)).toEqual([300_000, 50_000])
  })

  test('een tweede keer verandert niets', async () => {
    const again = await inTransaction((tx) => legTijdvakVast(tx, {
      code: `proef-${String(teller)}`, opentOp: new Date('2022-11-02T09:00:00Z'), sluitOp: new Date('2022-12-31T23:00:00Z'), startTeltVanaf: null, compartimenten: [],
    }))
    expect(again).toEqual({ ok: true, value: false })
    expect(await leesStand(prisma, tijdvakId)).toHaveLength(2)
  })
})

describe('I5: elke beweging is een boeking', () => {
  test('van reservering tot betaling', async () => {
    for (const soort of ['reserveer', 'ga-verplichting-aan', 'boek-factuur', 'betaal'] as const) await boekEen(post(soort, 93_950))
    await boekEen(post('reserveer', 100_000))
    expect(await stand()).toMatchObject({ gereserveerdCent: 100_000, verplichtCent: 0, betaaldCent: 93_950, overCent: 106_050 })
  })

  test('wat vrijvalt, is weer over', async () => {
    await boekEen(post('reserveer', 100_000))
    await boekEen(post('geef-reservering-vrij', 100_000))
    expect(await stand()).toMatchObject({ gereserveerdCent: 0, overCent: 300_000 })
  })

  test('dezelfde oorzaak wordt één keer geboekt, ook tegelijk', async () => {
    const boeking = post('reserveer', 100_000)
    const answers = await Promise.all(Array.from({ length: 8 }, () => boekEen(boeking)))
    expect(answers.filter((answer) => answer === 'geboekt')).toHaveLength(1)
    expect(await boekEen(boeking)).toBe('al-geboekt')
    expect(await stand()).toMatchObject({ gereserveerdCent: 100_000 })
  })

  test('veel boekingen in één keer', async () => {
    const boekingen = Array.from({ length: 100 }, () => post('reserveer', 1_000))
    expect(await inPgTransaction((client) => boekAlle(client, boekingen))).toBe(100)
    expect(await inPgTransaction((client) => boekAlle(client, boekingen.concat(post('reserveer', 1_000))))).toBe(1)
    expect(await stand()).toMatchObject({ gereserveerdCent: 101_000 })
    expect(await inPgTransaction((client) => boekAlle(client, []))).toBe(0)
  })

  test('twee keer dezelfde oorzaak in één keer wordt ook één keer geboekt, met haar regels één keer', async () => {
    const boeking = post('reserveer', 1_000)
    expect(await inPgTransaction((client) => boekAlle(client, [boeking, post('reserveer', 500), boeking]))).toBe(2)
    expect(await stand()).toMatchObject({ gereserveerdCent: 1_500 })
  })

  test('het saldo volgt uit het grootboek', async () => {
    await boekEen(post('reserveer', 70_000))
    await boekEen(post('ga-verplichting-aan', 30_000))
    const saldi = await asOwner(
      `select rekening, sum(bedrag_cent)::integer as saldo from boekingsregel where compartiment_id = $1 group by rekening order by rekening`, [compartimentId])
    expect(saldi).toEqual([
      { rekening: 'gereserveerd', saldo: 40_000 },
      { rekening: 'plafond', saldo: -300_000 },
      { rekening: 'verplicht', saldo: 30_000 },
      { rekening: 'vrij', saldo: 230_000 },
    ])
  })

  test('een scheve boeking wordt geweigerd, in de code en in de database', async () => {
    const scheef: Boekingsregel[] = [
      { rekening: 'vrij', compartimentId, bedragCent: -100 },
      { rekening: 'gereserveerd', compartimentId, bedragCent: 99 },
    ]
    await expect(boekEen({ ...post('reserveer', 100), regels: scheef })).rejects.toThrow('does not sum to zero')
    await expect(asOwner(
      `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('proef', 'scheef', '1') returning id)
       insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select id, 'vrij', $1, -100 from b`, [compartimentId],
    )).rejects.toThrow('niet in evenwicht')
  })

  test('wat geboekt is, kan niet worden gewijzigd of aangevuld', async () => {
    await boekEen(post('reserveer', 100))
    await expect(prisma.$executeRaw`update boekingsregel set bedrag_cent = bedrag_cent * 2`).rejects.toThrow('permission denied')
    await expect(prisma.$executeRaw`delete from boeking`).rejects.toThrow('permission denied')
    await expect(asOwner('update boekingsregel set bedrag_cent = bedrag_cent * 2')).rejects.toThrow('alleen om aan toe te voegen')
    await expect(asOwner(
      `insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
       select max(id), r.rekening, $1, r.bedrag from boeking, (values ('vrij', -5), ('gereserveerd', 5)) r (rekening, bedrag) group by r.rekening, r.bedrag`,
      [compartimentId],
    )).rejects.toThrow('al vastligt')
    await expect(prisma.$executeRaw`update compartiment set gereserveerd_cent = 0`).rejects.toThrow('permission denied')
  })
})

describe('I1: er gaat nooit meer uit dan het plafond', () => {
  test('de cent die er te veel is, wordt geweigerd en laat niets achter', async () => {
    await boekEen(post('reserveer', 300_000))
    await expect(boekEen(post('reserveer', 1))).rejects.toThrow('compartiment_plafond')
    expect(await stand()).toMatchObject({ gereserveerdCent: 300_000, overCent: 0 })
  })

  test('ook niet als twintig mensen tegelijk reserveren', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => boekEen(post('reserveer', 100_000))))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await stand()).toMatchObject({ gereserveerdCent: 300_000, overCent: 0 })
  })

  test('zonder de grens in de database gaat het mis (negatieve controle)', async () => {
    await asOwner('alter table compartiment drop constraint compartiment_plafond')
    try {
      const answers = await Promise.allSettled(Array.from({ length: 20 }, () => boekEen(post('reserveer', 100_000))))
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    } finally {
      await asOwner(`alter table compartiment add constraint compartiment_plafond
        check (gereserveerd_cent + verplicht_cent + betaald_cent <= plafond_cent + overschrijding_cent) not valid`)
    }
  })

  test('er kan niet meer vrijvallen dan er was gereserveerd', async () => {
    await boekEen(post('reserveer', 100))
    await expect(boekEen(post('geef-reservering-vrij', 101))).rejects.toThrow('compartiment_bedragen')
  })
})
