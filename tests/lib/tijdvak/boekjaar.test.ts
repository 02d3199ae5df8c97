import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { makePost, POSTEN, type BoekingSoort } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { leesStand, leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let compartimentId = ''
let tijdvakId = ''
let teller = 0
let medewerkers: string[] = []

freshDb(async () => {
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  medewerkers = (await asOwner<{ id: string }>(
    `insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', 'een', 'Een', '{financieel}'), ('medewerker', 'twee', 'Twee', '{financieel}') returning id`,
  )).map(({ id }) => id)
})

beforeEach(async () => {
  await zetKlok('2022-11-21T10:00:00+01:00')
  teller += 1
  const code = `proef-${String(teller)}`
  await inTransaction((tx) => legTijdvakVast(tx, {
    code, opentOp: new Date('2022-11-01T09:00:00Z'), sluitOp: new Date('2022-12-31T23:00:00Z'), startTeltVanaf: plainDate('2022-11-02'),
    compartimenten: [{ code: 'algemeen', naam: 'Algemeen', plafondCent: cent(300_000), overschrijdingCent: cent(0) }],
  }))
  tijdvakId = (await leesTijdvak(prisma, { code }))?.id ?? ''
  compartimentId = (await leesStand(prisma, tijdvakId))[0]?.id ?? ''
})

const boekEen = (soort: BoekingSoort, bedragCent: number, boekjaar?: number) => inTransaction((tx) => boek(tx, {
  soort, oorzaak: 'proef', oorzaakId: randomUUID(), actor: SYSTEEM, regels: makePost(soort, bedragCent, { compartimentId }), ...(boekjaar !== undefined && { boekjaar }),
}))
const stand = async () => (await leesStand(prisma, tijdvakId))[0]
const jaren = async () => (await asOwner<{ boekjaar: number }>(
  'select b.boekjaar from boeking b join boekingsregel r on r.boeking_id = b.id where r.compartiment_id = $1 group by b.id order by b.id', [compartimentId])).map(({ boekjaar }) => boekjaar)
const sluit = (jaar: number, gesloten: [string, string] | null) => asOwner(
  'insert into boekjaar (jaar, voorgesteld_door, gesloten_op, gesloten_door) values ($1, $2, $3, $4)', [jaar, medewerkers[0], gesloten?.[0] ?? null, gesloten?.[1] ?? null])

describe('elke boeking hoort bij een boekjaar', () => {
  test('het jaar van nu in Amsterdam: het laatste uur van de dag in Londen is hier het nieuwe jaar', async () => {
    await zetKlok('2022-12-31T22:59:00Z')
    await boekEen('reserveer', 100)
    await zetKlok('2022-12-31T23:01:00Z')
    await boekEen('reserveer', 100)
    expect(await jaren()).toEqual([2022, 2022, 2023])
  })

  test('het budget van een tijdvak hoort bij het jaar van de opening', async () => {
    await inTransaction((tx) => legTijdvakVast(tx, {
      code: '2023-x', opentOp: new Date('2023-03-01T09:00:00Z'), sluitOp: new Date('2023-04-30T23:00:00Z'), startTeltVanaf: null,
      compartimenten: [{ code: 'algemeen', naam: 'Algemeen', plafondCent: cent(100), overschrijdingCent: cent(0) }],
    }))
    const [rij] = await asOwner(`select b.boekjaar from boeking b join compartiment c on c.id::text = b.oorzaak_id join tijdvak t on t.id = c.tijdvak_id where t.code = '2023-x'`)
    expect(rij).toEqual({ boekjaar: 2023 })
  })

  test('in een gesloten boekjaar kan niets meer worden geboekt, in het jaar ernaast en zonder sluiting wel (tegenproef)', async () => {
    await sluit(2021, ['2022-02-01T10:00:00Z', medewerkers[1] ?? ''])
    await expect(boekEen('reserveer', 100, 2021)).rejects.toThrow('boekjaar 2021 is gesloten')
    expect(await stand()).toMatchObject({ gereserveerdCent: 0 })
    expect(await boekEen('reserveer', 100, 2022)).toBe('geboekt')
    await plant('delete from boekjaar')
    expect(await boekEen('reserveer', 100, 2021)).toBe('geboekt')
  })

  test('een boekjaar sluit pas als het voorbij is, door een tweede persoon, en gaat niet meer open', async () => {
    await expect(sluit(2022, ['2022-12-31T22:59:00Z', medewerkers[1] ?? ''])).rejects.toThrow('boekjaar_voorbij')
    await expect(sluit(2022, ['2022-12-31T23:00:00Z', medewerkers[0] ?? ''])).rejects.toThrow('boekjaar_vier_ogen')
    await sluit(2022, ['2022-12-31T23:00:00Z', medewerkers[1] ?? ''])
    await expect(asOwner('update boekjaar set gesloten_op = null, gesloten_door = null')).rejects.toThrow('boekjaar 2022 ligt vast')
    await expect(asOwner('delete from boekjaar')).rejects.toThrow('alleen om aan toe te voegen')
    await plant('delete from boekjaar')
  })

  test('wat een jaar uitgaat, komt in dezelfde transactie het volgende in', async () => {
    await expect(boekEen('sluit-jaar', 100)).rejects.toThrow('komt niet in het volgende')
    await expect(boekEen('open-jaar', 100)).rejects.toThrow('komt niet in het volgende')
  })
})

describe('de stand van een compartiment volgt het geld zijn hele leven', () => {
  const tot = async (...soorten: BoekingSoort[]) => {
    for (const soort of soorten) await boekEen(soort, 93_950)
    const { gereserveerdCent, verplichtCent, betaaldCent, overCent } = (await stand()) ?? {}
    return [gereserveerdCent, verplichtCent, betaaldCent, overCent]
  }
  const BETAALD = ['reserveer', 'ga-verplichting-aan', 'boek-factuur', 'betaal'] as const

  test('Awb 4:42: wat is vastgesteld blijft uitgegeven', async () => {
    expect(await tot(...BETAALD, 'reken-voorschot-af')).toEqual([0, 0, 93_950, 206_050])
  })
  test('Awb 4:57: wat wordt teruggevorderd is pas weer over als het er is', async () => {
    expect(await tot(...BETAALD, 'vorder-terug')).toEqual([0, 0, 93_950, 206_050])
    expect(await tot('ontvang-terug')).toEqual([0, 0, 0, 300_000])
  })
  test('Awb 4:49: ook na de vaststelling; wat oninbaar is komt nooit terug', async () => {
    expect(await tot(...BETAALD, 'reken-voorschot-af', 'herzie-vaststelling', 'scheld-kwijt')).toEqual([0, 0, 93_950, 206_050])
  })
  test('een ingetrokken vordering is weer een voorschot', async () => {
    expect(await tot(...BETAALD, 'vorder-terug', 'trek-vordering-in', 'reken-voorschot-af')).toEqual([0, 0, 93_950, 206_050])
  })
  test('rente komt niet uit het plafond', async () => {
    expect(await tot('boek-rente', 'betaal-rente', 'keer-rente-terug', 'breng-rente-in-rekening', 'ontvang-rente')).toEqual([0, 0, 0, 300_000])
  })
  test('elke soort boeking kan worden geschreven: de database kent haar rekeningen', async () => {
    const soorten = (await asOwner<{ definitie: string }>(`select pg_get_constraintdef(oid) as definitie from pg_constraint where conname = 'boekingsregel_rekening'`))[0]?.definitie ?? ''
    const rekeningen = new Set(Object.values(POSTEN).flatMap(({ van, naar }) => [van, naar]))
    expect([...rekeningen].filter((rekening) => !soorten.includes(`'${rekening}'`))).toEqual([])
    expect(rekeningen.size).toBe(16)
  })
})
