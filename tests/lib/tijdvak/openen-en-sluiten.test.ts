import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { leesTijdvak, leesTijdvakken } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { openTijdvak } from '@/lib/tijdvak/use-cases/open-tijdvak'
import { sluitTijdvak } from '@/lib/tijdvak/use-cases/sluit-tijdvak'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { getActueelTijdvak, getTijdvak, listTijdvakOverzicht } from '@/lib/tijdvak/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { TIJDVAKKEN } from '@/prisma/seed/tijdvakken'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let id = ''

freshDb(async () => {
  await inTransaction(async (tx) => {
    await legRegelingVast(tx, REGELING_PARAMETERS)
    for (const plan of TIJDVAKKEN) await legTijdvakVast(tx, plan)
  })
  id = (await leesTijdvak(prisma, { code: '2022-V' }))?.id ?? ''
})

beforeEach(async () => {
  await asOwner(`update tijdvak set toestand = 'gepland', geopend_op = null, gesloten_op = null`)
})

const events = () => asOwner<{ soort: string }>(`select soort from gebeurtenis where onderwerp = 'tijdvak' and onderwerp_id = $1 order by id`, [id])

describe('art. 9: een tijdvak opent en sluit op zijn moment', () => {
  test('voor tien uur gebeurt er niets', async () => {
    await zetKlok('2022-11-01T09:59:00+01:00')
    expect(await openTijdvak(id)).toBe(false)
    expect((await getTijdvak({ id }))?.toestand).toBe('gepland')
  })

  test('om tien uur gaat het open, één keer, hoe vaak ook gevraagd', async () => {
    await zetKlok('2022-11-01T10:00:00+01:00')
    const before = (await events()).length
    const answers = await Promise.all(Array.from({ length: 5 }, () => openTijdvak(id)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect((await events()).slice(before)).toEqual([{ soort: 'open' }])
    expect((await leesTijdvak(prisma, { id }))?.toestand).toBe('open')
  })

  test('een bezoeker ziet het open, ook als de worker nog moet komen', async () => {
    await zetKlok('2022-11-01T10:00:00+01:00')
    expect((await leesTijdvak(prisma, { id }))?.toestand).toBe('gepland')
    expect((await getTijdvak({ id }))?.toestand).toBe('open')
  })

  test('na middernacht op de laatste dag sluit het', async () => {
    await zetKlok('2022-12-31T23:59:00+01:00')
    expect(await sluitTijdvak(id)).toBe(false)
    await zetKlok('2023-01-01T00:00:00+01:00')
    expect(await sluitTijdvak(id)).toBe(true)
    expect(await sluitTijdvak(id)).toBe(false)
    expect(await openTijdvak(id)).toBe(false)
  })

  test('een tijdvak dat er niet is, opent niet', async () => {
    await zetKlok('2022-11-01T10:00:00+01:00')
    expect(await openTijdvak('00000000-0000-4000-8000-000000000000')).toBe(false)
  })

  test('de worker werkt alles in één keer bij', async () => {
    await zetKlok('2022-11-01T10:00:01+01:00')
    expect(await werkTijdvakkenBij()).toEqual({ geopend: ['2022-V'], gesloten: ['2022-I', '2022-II', '2022-III', '2022-IV'] })
    expect(await werkTijdvakkenBij()).toEqual({ geopend: [], gesloten: [] })
  })
})

describe('wat een bezoeker ziet', () => {
  test.each([
    ['2022-10-20T12:00:00Z', '2022-IV', 'open'],
    ['2022-11-01T08:59:00Z', '2022-V', 'gepland'],
    ['2022-11-01T09:00:00Z', '2022-V', 'open'],
    ['2023-01-05T12:00:00Z', '2023-I', 'gepland'],
  ])('op %s: %s, %s', async (nu, code, toestand) => {
    await zetKlok(nu)
    expect(await getActueelTijdvak()).toMatchObject({ code, toestand })
  })

  test('na het laatste tijdvak is er geen meer', async () => {
    await zetKlok('2024-01-01T00:00:00+01:00')
    expect(await getActueelTijdvak()).toBeUndefined()
  })

  test('het budget per tijdvak, met wat er over is', async () => {
    await zetKlok('2022-11-01T10:00:00+01:00')
    const overzicht = await listTijdvakOverzicht()
    expect(overzicht.map(({ code }) => code)).toEqual((await leesTijdvakken(prisma)).map(({ code }) => code))
    expect(overzicht[4]).toMatchObject({ naam: 'vijfde tijdvak van 2022', plafondCent: 4_950_000_000, overCent: 4_950_000_000 })
    expect(overzicht[1]).toMatchObject({ plafondCent: 3_200_000_000, overCent: 3_360_000_000 })
  })
})
