import { beforeAll, describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { prisma } from '@/lib/platform/db'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { aGereed, aGereserveerd, aWereld, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

freshDb()

/** A tijdvak from 1 December to the end of January, beside the one of November. */
let overJaarwisseling: Wereld
let eerste: Ingediend
beforeAll(async () => {
  const wereld = await aWereld()
  eerste = await aGereserveerd(wereld, { bsn: '900000001' })
  const [tijdvak] = await asOwner<{ id: string }>(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
    values ('2022-VI', '2022-12-01T09:00:00Z', '2023-01-31T23:00:00Z', '2022-11-01T08:00:00Z', 'open', 'weiger') returning id`)
  const tijdvakId = tijdvak?.id ?? ''
  const [compartiment] = await asOwner<{ id: string }>(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', 1000000, 0) returning id`, [tijdvakId])
  overJaarwisseling = { ...wereld, tijdvakId, compartimentId: compartiment?.id ?? '' }
  await asOwner("update scholingsactiviteit set startdatum = '2023-02-13', einddatum = '2023-04-28'")
})

/** A second aanvraag of the burger who has a grant in 2022, in the tijdvak that runs into 2023. */
async function aTweede(status: 'concept' | 'gereed'): Promise<Ingediend> {
  const aanvraag = await aGereed(overJaarwisseling, { bsn: '900000013', startdatum: '2023-02-13' })
  await plant('update aanvraag set burger_id = $2, status = $3 where id = $1', [aanvraag.aanvraagId, eerste.burger.id, status])
  return { ...aanvraag, burger: eerste.burger }
}

describe('I4: het kalenderjaar is dat van de ontvangst, in Nederland', () => {
  test('wie in 2022 budget kreeg, maakt in december niets gereed en in januari wel, in hetzelfde tijdvak', async () => {
    const { burger, kenmerk, aanvraagId } = await aTweede('concept')
    await zetKlok('2022-12-31T23:59:00+01:00')
    expect(await maakGereed(burger, { kenmerk })).toEqual({ ok: false, redenen: ['al-toegekend-dit-jaar'] })

    await zetKlok('2023-01-01T00:00:01+01:00')
    expect(await maakGereed(burger, { kenmerk })).toMatchObject({ ok: true })
    // Prepared in the old year as far as the row knows; what counts is the moment of receipt.
    expect(await prisma.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId } })).toMatchObject({ kalenderjaar: 2022 })
    expect(await dienIn(burger, kenmerk)).toMatchObject({ ok: true })
    await verdeelBudget()
    expect(await prisma.toewijzing.findUniqueOrThrow({ where: { aanvraagId } })).toMatchObject({ kalenderjaar: 2023, uitkomst: 'gereserveerd' })
    expect(await prisma.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId } })).toMatchObject({ kalenderjaar: 2023, status: 'gereserveerd' })
  })
})

describe('art. 9: gereed gemaakt en daarna sloot het tijdvak', () => {
  test('indienen kan niet meer vanaf het moment van sluiten, en er blijft niets van over', async () => {
    const aanvraag = await aGereed(overJaarwisseling, { bsn: '900000025', startdatum: '2023-03-13' })
    await zetKlok('2023-02-01T00:00:00+01:00')
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject({ ok: false, redenen: ['tijdvak-niet-open'] })
    expect(await prisma.indiening.count({ where: { aanvraagId: aanvraag.aanvraagId } })).toBe(0)
    expect(await prisma.aanmeldbewijs.count({ where: { aanvragen: { some: { id: aanvraag.aanvraagId } }, status: 'gebruikt' } })).toBe(0)
  })
})
