import { beforeAll, describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { prisma } from '@/lib/platform/db'
import { findUitgeslotenTot } from '@/lib/aanvraag/repo'
import { plainDate } from '@/lib/base/date'
import { aGereed, aWereld, OPENING, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

freshDb()

let wereld: Wereld
let volgende = 900_000_100
beforeAll(async () => { wereld = await aWereld() })

/** The burger of this aanvraag is excluded from a day up to another, by a besluit that is not what this file is about. */
async function sluitUit({ burger }: Ingediend, van: string, tot: string, opgeheven = false): Promise<void> {
  await plant(`insert into uitsluiting (burger_id, besluit_id, ingaat_op, eindigt_op, opgeheven_op, opheffing_besluit_id)
    values ($1, gen_random_uuid(), $2, $3, case when $4 then nu() end, case when $4 then gen_random_uuid() end)`, [burger.id, van, tot, opgeheven])
}

const aBereid = () => aGereed(wereld, { bsn: String(volgende++) })

describe('artikel 14 en 12 lid 1: wie is uitgesloten, doet in die tijd geen aanvraag', () => {
  test.each([
    ['op de eerste dag', '2022-11-01', '2023-11-01', ['tijdelijk-uitgesloten']],
    ['op de laatste dag', '2021-11-02', '2022-11-02', ['tijdelijk-uitgesloten']],
    ['op de dag waarop het stopt weer wel', '2021-11-01', '2022-11-01', []],
    ['een dag voor het begin nog wel', '2022-11-02', '2023-11-02', []],
  ])('indienen: %s', async (_, van, tot, redenen) => {
    await zetKlok(OPENING)
    const aanvraag = await aBereid()
    await sluitUit(aanvraag, van, tot)
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject(redenen.length === 0 ? { ok: true } : { ok: false, redenen })
  })

  test('na een opheffing kan het meteen weer', async () => {
    const aanvraag = await aBereid()
    await sluitUit(aanvraag, '2022-11-01', '2023-11-01', true)
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject({ ok: true })
  })

  test('de uitsluiting van een ander telt niet', async () => {
    const [mijn, andere] = [await aBereid(), await aBereid()]
    await sluitUit(andere, '2022-11-01', '2023-11-01')
    expect(await dienIn(mijn.burger, mijn.kenmerk)).toMatchObject({ ok: true })
  })

  test('voorbereiden: het staat bij de hindernissen, en gereed maken kan niet', async () => {
    const aanvraag = await aBereid()
    await sluitUit(aanvraag, '2022-10-01', '2023-10-01')
    await plant(`update aanvraag set status = 'concept' where id = $1`, [aanvraag.aanvraagId])
    await asOwner(`update opleiding set gebreken = '{}'`)
    const outcome = await maakGereed(aanvraag.burger, { kenmerk: aanvraag.kenmerk })
    expect(outcome.ok ? [] : outcome.redenen).toContain('tijdelijk-uitgesloten')
    expect(await findUitgeslotenTot(prisma, aanvraag.burger.id, plainDate('2022-11-01'))).toBe('2023-10-01')
  })
})
