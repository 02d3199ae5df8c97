import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeBesluitbrief } from '@/lib/beschikking/rules/besluitbrief'
import { lockAanvraag, toBriefFeiten, toRegelwaarden } from '@/lib/beschikking/repo'
import { plainDate } from '@/lib/base/date'
import { inTransaction, withClient } from '@/lib/platform/db'
import { leesRegeling } from '@/lib/regeling/use-cases/lees-regeling'
import { beoordeelAanvraag } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { readStandBij } from '@/lib/toewijzing/views'
import { controleer } from '@/scripts/controle/controleer'
import { aGereed, aWereld, stubBasisregisters, submitAll, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: Wereld
let leerrechtenId = ''

freshDb(async () => {
  wereld = await aWereld({ plafondCent: 150_000 })
  const [rij] = await asOwner<{ id: string }>(
    `insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde, voorrang, niveaus) values ($1, 'leerrechten', 'Leerrechten tot en met mbo-4', 100000, 1, 1, '{MBO-2}') returning id`, [wereld.tijdvakId])
  leerrechtenId = rij?.id ?? ''
  await asOwner(`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', $1) returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
    select id, r.rekening, $1::uuid, r.bedrag from b, (values ('plafond', -100000), ('vrij', 100000)) as r (rekening, bedrag)`, [leerrechtenId])
  await asOwner(`update tijdvak set past_niet_regel = 'deels'`)
})

beforeEach(() => { vi.unstubAllGlobals() })

describe('leerrechten eerst, daarna algemeen', () => {
  test('het geld komt uit het compartiment dat paste, ook de opdracht aan de opleider; de derde krijgt een deel, en de brief zegt waarom', async () => {
    const aanvragers = ['900000004', '900000016', '900000028'].map((bsn) => ({ bsn }))
    stubBasisregisters(aanvragers)
    const drie = []
    for (const aanvrager of aanvragers) drie.push(await aGereed(wereld, aanvrager))
    await asOwner('update aanvraag set compartiment_id = $1, terugval_ids = array[$2::uuid]', [leerrechtenId, wereld.compartimentId])
    await submitAll(drie)
    expect(await asOwner(`select c.code, w.bedrag_cent as bedrag, w.vrij_cent::text as vrij from toewijzing w join compartiment c on c.id = w.compartiment_id order by w.volgnummer`)).toEqual([
      { code: 'leerrechten', bedrag: 100_000, vrij: '{100000,150000}' },
      { code: 'algemeen', bedrag: 100_000, vrij: '{0,150000}' },
      { code: 'algemeen', bedrag: 50_000, vrij: '{0,50000}' },
    ])

    const [een, , derde] = drie
    if (een === undefined || derde === undefined) throw new Error('three were submitted')
    await beoordeelAanvraag(een.aanvraagId)
    await maakVerplichting(een.aanvraagId)
    expect(await asOwner('select compartiment_id as id from verplichting')).toEqual([{ id: leerrechtenId }])
    expect(await asOwner('select code, gereserveerd_cent::integer as g, verplicht_cent::integer as v from compartiment order by code')).toEqual([
      { code: 'algemeen', g: 150_000, v: 0 }, { code: 'leerrechten', g: 0, v: 100_000 },
    ])
    expect(await readStandBij(derde.kenmerk)).toMatchObject({
      uitkomst: 'gereserveerd', gevraagdCent: 100_000, bedragCent: 50_000, verleningen: 0, grensGeteld: null,
      compartimenten: [{ naam: 'Leerrechten tot en met mbo-4', vrijCent: 0, isGebruikt: false }, { naam: 'Algemeen', vrijCent: 50_000, isGebruikt: true }],
    })
    const brief = await inTransaction(async (tx) => {
      const aanvraag = await lockAanvraag(tx, derde.aanvraagId)
      if (aanvraag === undefined) throw new Error('it is there')
      const waarden = toRegelwaarden(await leesRegeling(tx, plainDate('2022-11-01')), aanvraag)
      return makeBesluitbrief(toBriefFeiten(aanvraag), { soort: 'verlening', motivering: null }, waarden, plainDate('2022-12-13'))
    })
    expect(brief.inhoud.kern).toContain('U krijgt € 500 STAP-budget')
    expect(brief.inhoud.betekenis[0]).toBe('U vroeg € 1.000 aan. Er was nog € 500 over toen uw aanvraag aan de beurt was. De andere € 500 wijzen wij af, omdat het budget van het tijdvak daarmee op was.')
    expect(brief.inhoud.betekenis[1]).toBe('De rest van € 500 betaalt u zelf aan uw opleider. Wilt u dat niet? Trek uw aanvraag dan in via Mijn STAP voordat de scholing start.')
    expect(brief.inhoud.waarom.gronden.at(-1)?.artikel).toBe('artikel 4:25, tweede lid, van de Algemene wet bestuursrecht')

    const gebroken = await withClient(async (client) => {
      await client.query('begin')
      const uitslagen = await controleer(client, { print: () => undefined, progress: () => undefined })
      await client.query('rollback')
      return uitslagen.filter(({ ok }) => !ok).map(({ id, gebroken: checks }) => `${id} ${checks.join()}`)
    })
    expect(gebroken.filter((regel) => /^I[1-5] /.test(regel))).toEqual([])
  })
})
