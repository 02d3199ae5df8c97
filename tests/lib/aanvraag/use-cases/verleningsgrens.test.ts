import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { beoordeelAanvraag } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import { aGereed, aGereserveerd, aWereld, stubBasisregisters, type Aanvrager, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

freshDb()

const MENSEN: readonly Aanvrager[] = [{ bsn: '900000004' }, { bsn: '900000016' }]
const NIEUW: Aanvrager = { bsn: '900000028', startdatum: '2023-02-13' }
let november: Wereld
let december: Wereld

/** Two grants for the first scholing in November, then a second tijdvak that opens on 1 December and runs into 2023. */
beforeAll(async () => {
  november = await aWereld()
  stubBasisregisters(MENSEN)
  for (const mens of MENSEN) await beoordeelAanvraag((await aGereserveerd(november, mens)).aanvraagId)
  const [tijdvak] = await asOwner<{ id: string }>(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel)
    values ('2022-VI', '2022-12-01T09:00:00Z', '2023-01-31T23:00:00Z', '2022-11-01T08:00:00Z', 'gepland', 'weiger') returning id`)
  const tijdvakId = tijdvak?.id ?? ''
  const [compartiment] = await asOwner<{ id: string }>(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) values ($1, 'algemeen', 'Algemeen', 1000000, 0) returning id`, [tijdvakId])
  december = { ...november, tijdvakId, compartimentId: compartiment?.id ?? '' }
  await asOwner("update scholingsactiviteit set startdatum = '2023-02-13', einddatum = '2023-04-28'")
})
beforeEach(() => setGrens(2))

async function setGrens(aantal: number | null): Promise<void> {
  await asOwner(`update parameter set waarde = $1 where naam = 'verleningsgrens'`, [JSON.stringify(aantal === null ? null : { aantal, werkt: 'volgend-tijdvak' })])
}

async function inConcept(wereld: Wereld, aanvrager: Aanvrager): Promise<Ingediend> {
  const aanvraag = await aGereed(wereld, aanvrager)
  await plant(`update aanvraag set status = 'concept', verklaring_op = null where id = $1`, [aanvraag.aanvraagId])
  return aanvraag
}

const gereed = async ({ burger, kenmerk }: Ingediend) => {
  const outcome = await maakGereed(burger, { kenmerk })
  return outcome.ok ? [] : outcome.redenen
}

describe('art. 12a: vanaf het volgende tijdvak is de scholing niet meer aan te vragen', () => {
  test('in het tijdvak waarin het aantal wordt bereikt, kan het nog', async () => {
    await zetKlok('2022-11-02T10:00:00+01:00')
    const aanvraag = await aGereed(november, { bsn: '900000041', startdatum: '2023-01-09' })
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject({ ok: true })
  })

  test('voor het volgende tijdvak kan de aanvraag niet gereed worden gemaakt, voor een andere scholing wel', async () => {
    await zetKlok('2022-11-25T10:00:00+01:00')
    expect(await gereed(await inConcept(december, NIEUW))).toEqual(['verleningsgrens-bereikt'])
    expect(await gereed(await inConcept(december, { ...NIEUW, opleiding: 1 }))).toEqual([])
    await setGrens(3)
    expect(await gereed(await inConcept(december, NIEUW))).toEqual([])
    await setGrens(null)
    expect(await gereed(await inConcept(december, NIEUW))).toEqual([])
  })

  test('wie al gereed was toen het aantal nog niet was bereikt, kan niet meer indienen', async () => {
    const aanvraag = await aGereed(december, NIEUW)
    const andere = await aGereed(december, { ...NIEUW, opleiding: 1 })
    await zetKlok('2022-12-01T10:00:01+01:00')
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toEqual({ ok: false, redenen: ['niet-compleet'] })
    expect(await dienIn(andere.burger, andere.kenmerk)).toMatchObject({ ok: true })
  })

  test('een nieuw kalenderjaar begint bij nul', async () => {
    const aanvraag = await aGereed(december, NIEUW)
    await zetKlok('2022-12-31T23:59:59+01:00')
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toEqual({ ok: false, redenen: ['niet-compleet'] })
    await zetKlok('2023-01-01T00:00:00+01:00')
    expect(await dienIn(aanvraag.burger, aanvraag.kenmerk)).toMatchObject({ ok: true })
  })
})
