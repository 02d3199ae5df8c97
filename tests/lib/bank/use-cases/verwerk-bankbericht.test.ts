import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { BERICHT_REDEN } from '@/lib/bank/texts'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { leesBankmap } from '@/lib/bank/use-cases/lees-bankmap'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { makeAansluiting } from '@/lib/financien/rules/aansluiting'
import { config } from '@/lib/platform/config'
import { aAfschrift, aStatusbericht, type Boeking } from '@/tests/builders/bank'
import { betaal as betaalIn, geefBatchVrij } from '@/tests/builders/bankwereld'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const betaal = (aantal: number) => betaalIn(wereld, aantal)
const maakBatch = () => geefBatchVrij(wereld)

async function lees(inhoud: Buffer): Promise<{ toestand: string; reden: string | null; uitkomst: unknown }> {
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'bericht.xml', inhoud })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
  const [rij] = await asOwner<{ toestand: string; reden: string | null; uitkomst: unknown }>('select toestand, reden, uitkomst from bankbericht where id = $1', [ontvangen.value.berichtId])
  if (rij === undefined) throw new Error('no message')
  return rij
}

const status = async (ids: readonly string[]) =>
  (await asOwner<{ status: string }>('select b.status from betaling b where end_to_end_id = any ($1) order by end_to_end_id', [ids])).map((rij) => rij.status)
// What the tests before left is no longer on a statement; what is carried out and what was debited are both of this test alone.
const verschillen = async () => makeAansluiting(await findAansluitcijfers()).filter(({ wat, verschil }) => wat === 'Uitgevoerde betalingen' && verschil !== 0)
const vragen = async () => (await asOwner<{ soort: string }>(`select soort from bankvraag where toestand = 'open' order by soort`)).map(({ soort }) => soort)
const af = (endToEndId: string, bedrag = '939.50'): Boeking => ({ bedrag, richting: 'DBIT', endToEndId })
const retour = (endToEndId: string, bedrag = '939.50'): Boeking => ({ bedrag, richting: 'CRDT', endToEndId, retour: 'AC04' })

// Each test has an account without statements; the payments of the tests before stay where they are.
beforeEach(async () => {
  await plant('delete from bankvraag')
  await plant('delete from bankmutatie')
  await plant('delete from bankafschrift')
  await plant('delete from bankbericht')
})

describe('een afschrift (camt.053) bevestigt wat is betaald, op de cent', () => {
  test('drie losse afschrijvingen: alle drie uitgevoerd, het grootboek verandert niet', async () => {
    const { ids } = await betaal(3)
    const voor = await saldi(wereld.compartimentId)
    expect(await lees(aAfschrift({ kenmerk: 'A1', nummer: 1, begin: '10000.00', eind: '7181.50', boekingen: ids.map((id) => af(id)) })))
      .toEqual({ toestand: 'verwerkt', reden: null, uitkomst: { afschriften: 1, mutaties: 3, bevestigd: 3, terug: 0, vragen: 0 } })
    expect(await status(ids)).toEqual(['uitgevoerd', 'uitgevoerd', 'uitgevoerd'])
    expect(await saldi(wereld.compartimentId)).toEqual(voor)
    expect(await vragen()).toEqual([])
  })

  test('de bank boekt de batch als één bedrag', async () => {
    const { msgId, ids } = await betaal(2)
    expect(await lees(aAfschrift({ kenmerk: 'B1', begin: '5000.00', eind: '3121.00', boekingen: [{ bedrag: '1879.00', richting: 'DBIT', batch: `${msgId}-1` }] })))
      .toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 1, bevestigd: 2, vragen: 0 } })
    expect(await status(ids)).toEqual(['uitgevoerd', 'uitgevoerd'])
  })

  test('een boeking met losse delen telt elk deel; een aangekondigde boeking telt niet', async () => {
    const { ids: [een = '', twee = ''] } = await betaal(2)
    const boekingen: Boeking[] = [
      { bedrag: '1879.00', richting: 'DBIT', delen: [{ bedrag: '939.50', endToEndId: een }, { bedrag: '939.50', endToEndId: twee }] },
      { ...af(een), status: 'PDNG' },
    ]
    expect(await lees(aAfschrift({ kenmerk: 'B2', begin: '-100.00', eind: '-1979.00', boekingen, versie: '02' }))).toMatchObject({ uitkomst: { mutaties: 2, bevestigd: 2, vragen: 0 } })
    expect(await status([een, twee])).toEqual(['uitgevoerd', 'uitgevoerd'])
  })

  test('hetzelfde bestand nog eens wordt niet aangenomen; hetzelfde afschrift in een ander bestand verandert niets', async () => {
    const { ids: [id = ''] } = await betaal(1)
    const bestand = aAfschrift({ kenmerk: 'C1', nummer: 7, begin: '1000.00', eind: '60.50', boekingen: [af(id)] })
    await lees(bestand)
    expect(await ontvangBankbericht(SYSTEEM, { naam: 'nog-eens.xml', inhoud: bestand })).toEqual({ ok: false, redenen: ['al-ontvangen'] })
    expect(await lees(Buffer.concat([bestand, Buffer.from('\n')]))).toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 0, bevestigd: 0, vragen: 0 } })
    expect(await asOwner('select count(*) as aantal from bankmutatie')).toEqual([{ aantal: '1' }])
    // Same number, other content: the bank must say which one is true.
    expect(await lees(aAfschrift({ kenmerk: 'C1', nummer: 7, begin: '1000.00', eind: '1000.00' })))
      .toMatchObject({ toestand: 'geweigerd', reden: expect.stringContaining(BERICHT_REDEN['zelfde-nummer-andere-inhoud']) as unknown })
  })

  test('afschriften in de verkeerde volgorde: het latere wacht, en wordt vanzelf geboekt als het eerdere er is', async () => {
    const { ids: [een = '', twee = '', drie = ''] } = await betaal(3)
    await lees(aAfschrift({ kenmerk: 'D1', nummer: 1, begin: '3000.00', eind: '2060.50', boekingen: [af(een)] }))
    expect(await lees(aAfschrift({ kenmerk: 'D3', nummer: 3, begin: '1121.00', eind: '181.50', boekingen: [af(drie)] }))).toMatchObject({ toestand: 'wacht' })
    expect(await status([drie])).toEqual(['onderweg'])
    expect(await lees(aAfschrift({ kenmerk: 'D2', nummer: 2, begin: '2060.50', eind: '1121.00', boekingen: [af(twee)] }))).toMatchObject({ toestand: 'verwerkt' })
    expect(await status([een, twee, drie])).toEqual(['uitgevoerd', 'uitgevoerd', 'uitgevoerd'])
    expect(await asOwner('select kenmerk from bankafschrift order by plek')).toEqual([{ kenmerk: 'D1' }, { kenmerk: 'D2' }, { kenmerk: 'D3' }])
  })
})

describe('geld dat terugkomt, staat weer open en gaat niet vanzelf nog eens weg', () => {
  test('een retour: het grootboek gaat terug, een mens kijkt, en daarna gaat er een nieuwe betaling met een eigen kenmerk', async () => {
    const { ids: [id = ''] } = await betaal(1)
    const voor = await saldi(wereld.compartimentId)
    await lees(aAfschrift({ kenmerk: 'E1', nummer: 1, begin: '1000.00', eind: '1000.00', boekingen: [af(id), retour(id)] }))
    expect(await status([id])).toEqual(['teruggekomen'])
    expect(await vragen()).toEqual(['teruggekomen'])
    const na = await saldi(wereld.compartimentId)
    expect([(na['betaald'] ?? 0) - (voor['betaald'] ?? 0), (na['crediteuren'] ?? 0) - (voor['crediteuren'] ?? 0)]).toEqual([-93_950, 93_950])
    expect(await stelBatchSamen(SYSTEEM), 'niets gaat vanzelf opnieuw weg').toEqual({ ok: false, redenen: ['niets-te-betalen'] })

    const [vraag] = await asOwner<{ id: string }>(`select id from bankvraag where soort = 'teruggekomen'`)
    const vraagId = vraag?.id ?? ''
    await asOwner(`update opleider set iban = 'NL91ABNA0417164300' where id = $1`, [wereld.opleider.opleiderId])
    const handelAf = () => handelVraagAf(wereld.financieel[0], { vraagId, toelichting: 'Nieuwe rekening bevestigd', opnieuw: 'ja' })
    expect(await handelAf()).toEqual({ ok: true, value: undefined })
    expect(await handelAf()).toEqual({ ok: false, redenen: ['al-afgehandeld'] })
    expect(await vragen()).toEqual([])
    expect(await stelBatchSamen(SYSTEEM), 'niet op een rekening waarvan de naam nooit is gecontroleerd').toEqual({ ok: false, redenen: ['niets-te-betalen'] })
    await asOwner(`insert into naamcontrole (opleider_id, iban, naam, antwoord) values ($1, 'NL91ABNA0417164300', 'Vakschool De Ambacht', 'match')`, [wereld.opleider.opleiderId])
    const opnieuw = await maakBatch()
    expect(opnieuw.ids).toEqual([`${id}/2`])
    expect(await asOwner('select iban from betaling where end_to_end_id = $1', [`${id}/2`])).toEqual([{ iban: 'NL91ABNA0417164300' }])
    expect(await saldi(wereld.compartimentId)).toEqual(voor)
    await asOwner(`update opleider set iban = 'NL20INGB0001234567' where id = $1`, [wereld.opleider.opleiderId])
  })

  test('de bank stuurt terug wat zij nog niet als afgeschreven liet zien', async () => {
    const { ids: [id = ''] } = await betaal(1)
    await lees(aAfschrift({ kenmerk: 'E2', begin: '0.00', eind: '939.50', boekingen: [retour(id)] }))
    expect(await status([id])).toEqual(['teruggekomen'])
    // The debit that shows up later is the only one: nobody asks the bank for money that it took once.
    await lees(aAfschrift({ kenmerk: 'E3', begin: '939.50', eind: '0.00', boekingen: [af(id)] }))
    expect(await vragen()).toEqual(['teruggekomen'])
    expect(await verschillen()).toEqual([])
    await lees(aAfschrift({ kenmerk: 'E4', begin: '0.00', eind: '-939.50', boekingen: [af(id)] }))
    expect(await vragen(), 'een tweede afschrijving is er wel een te veel').toEqual(['dubbel-afgeschreven', 'teruggekomen'])
    expect(await verschillen()).toEqual([])
  })

  test('op hetzelfde afschrift staat de retour boven de afschrijving, ook als die van de hele batch is', async () => {
    const { ids: [los = ''] } = await betaal(1)
    const { msgId, ids: [een = '', twee = ''] } = await betaal(2)
    const boekingen: Boeking[] = [retour(los), retour(een), af(los), { bedrag: '1879.00', richting: 'DBIT', batch: `${msgId}-1` }]
    expect(await lees(aAfschrift({ kenmerk: 'E5', begin: '2000.00', eind: '1060.50', boekingen }))).toMatchObject({ uitkomst: { bevestigd: 3, terug: 2, vragen: 2 } })
    expect(await status([los, een, twee])).toEqual(['teruggekomen', 'teruggekomen', 'uitgevoerd'])
    expect(await vragen()).toEqual(['teruggekomen', 'teruggekomen'])
    expect(await verschillen()).toEqual([])
  })

  test('de bank weigert een betaling en schrijft haar toch af: zij gaat niet nog eens weg zolang dat niet is uitgezocht', async () => {
    const { msgId, ids: [id = ''] } = await betaal(1)
    await lees(aStatusbericht({ msgId, regels: [{ endToEndId: id, status: 'RJCT', code: 'AC04' }] }))
    await lees(aAfschrift({ kenmerk: 'E6', begin: '939.50', eind: '0.00', boekingen: [af(id)] }))
    expect(await vragen()).toEqual(['afgewezen', 'afgewezen-na-uitvoering'])
    expect(await verschillen()).toEqual([])
    const vraagVan = async (soort: string) => (await asOwner<{ id: string }>(`select id from bankvraag where soort = $1 and toestand = 'open'`, [soort]))[0]?.id ?? ''
    const handelAf = async (soort: string, opnieuw: 'ja' | 'nee') => handelVraagAf(wereld.financieel[0], { vraagId: await vraagVan(soort), toelichting: 'Gebeld met de bank', opnieuw })
    expect(await handelAf('afgewezen', 'ja')).toEqual({ ok: false, redenen: ['toch-afgeschreven'] })
    expect(await handelAf('afgewezen-na-uitvoering', 'ja')).toEqual({ ok: false, redenen: ['toch-afgeschreven'] })
    expect(await stelBatchSamen(SYSTEEM)).toEqual({ ok: false, redenen: ['niets-te-betalen'] })
    expect(await handelAf('afgewezen-na-uitvoering', 'nee')).toMatchObject({ ok: true })
    expect(await handelAf('afgewezen', 'ja'), 'de bank stortte haar fout terug').toMatchObject({ ok: true })
    expect((await maakBatch()).ids).toEqual([`${id}/2`])
  })

  test('de bank weigert de hele batch en schrijft toch het hele bedrag af: geen van de betalingen gaat opnieuw weg', async () => {
    const { msgId, ids } = await betaal(2)
    await lees(aStatusbericht({ msgId, groep: 'RJCT' }))
    await lees(aAfschrift({ kenmerk: 'E7', begin: '1879.00', eind: '0.00', boekingen: [{ bedrag: '1879.00', richting: 'DBIT', batch: `${msgId}-1` }] }))
    expect(await status(ids)).toEqual(['afgewezen', 'afgewezen'])
    expect(await vragen()).toEqual(['afgewezen', 'afgewezen-na-uitvoering'])
    const [vraag] = await asOwner<{ id: string }>(`select id from bankvraag where soort = 'afgewezen' and toestand = 'open'`)
    expect(await handelVraagAf(wereld.financieel[0], { vraagId: vraag?.id ?? '', toelichting: 'Allemaal opnieuw', opnieuw: 'ja' })).toEqual({ ok: false, redenen: ['toch-afgeschreven'] })
  })

  test('teruggedraaid staat er ook als de bank 1 schrijft in plaats van true', async () => {
    const { ids: [id = ''] } = await betaal(1)
    const bestand = aAfschrift({ kenmerk: 'E8', begin: '939.50', eind: '939.50', boekingen: [af(id), { bedrag: '939.50', richting: 'CRDT', endToEndId: id, isTeruggedraaid: true }] })
    await lees(Buffer.from(bestand.toString().replace('<RvslInd>true', '<RvslInd>1')))
    expect(await status([id])).toEqual(['uitgevoerd'])
    expect(await vragen()).toEqual(['teruggedraaid'])
  })
})

describe('wat niet op de cent past, verandert niets en komt bij een mens', () => {
  test('onbekend kenmerk, ander bedrag, dubbele afschrijving, deel terug, onbekende ontvangst, teruggedraaid', async () => {
    const { ids: [een = '', twee = ''] } = await betaal(2)
    const voor = await saldi(wereld.compartimentId)
    const boekingen: Boeking[] = [
      af('ORDER-9999999-99'), af(een, '939.49'), af(twee), af(twee), retour(twee, '900.00'),
      { bedrag: '12.00', richting: 'CRDT' }, { bedrag: '5.00', richting: 'CRDT', isTeruggedraaid: true },
    ]
    expect(await lees(aAfschrift({ kenmerk: 'F1', begin: '5000.00', eind: '2159.01', boekingen }))).toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 7, bevestigd: 1, terug: 0, vragen: 6 } })
    expect(await vragen()).toEqual(['bedrag-wijkt-af', 'deel-teruggekomen', 'dubbel-afgeschreven', 'onbekende-afschrijving', 'onbekende-ontvangst', 'teruggedraaid'])
    expect(await status([een, twee])).toEqual(['onderweg', 'uitgevoerd'])
    expect(await saldi(wereld.compartimentId)).toEqual(voor)
  })

  test('een batch waarvan een ander bedrag is afgeschreven', async () => {
    const { msgId, ids } = await betaal(2)
    await lees(aAfschrift({ kenmerk: 'F2', begin: '5000.00', eind: '3121.01', boekingen: [{ bedrag: '1878.99', richting: 'DBIT', batch: `${msgId}-1` }] }))
    expect(await vragen()).toEqual(['batchbedrag-wijkt-af'])
    expect(await status(ids)).toEqual(['onderweg', 'onderweg'])
  })
})

describe('een bericht dat niet deugt wordt als geheel geweigerd, met een reden; er is niets half geboekt', () => {
  const dag = (over: Partial<Parameters<typeof aAfschrift>[0]>) => aAfschrift({ kenmerk: 'G1', nummer: 1, begin: '10.00', eind: '5.00', boekingen: [{ bedrag: '5.00', richting: 'DBIT' }], ...over })

  test.each<[string, () => Buffer, string]>([
    ['vijf decimalen', () => dag({ boekingen: [{ bedrag: '5.00000', richting: 'DBIT' }] }), `${BERICHT_REDEN.bedrag} Zie regel 5. Er staat: 5.00000.`],
    ['een andere rekening', () => dag({ rekening: 'NL20INGB0001234567' }), `${BERICHT_REDEN['andere-rekening']} Zie regel 3. Er staat: NL20INGB0001234567.`],
    ['dollars', () => dag({ boekingen: [{ bedrag: '5.00', richting: 'DBIT', valuta: 'USD' }] }), `${BERICHT_REDEN.valuta} Zie regel 5. Er staat: USD.`],
    ['een datum die niet bestaat', () => dag({ boekingen: [{ bedrag: '5.00', richting: 'DBIT', datum: '2022-02-30' }] }), BERICHT_REDEN.datum],
    ['een cent te weinig', () => dag({ eind: '5.01' }), `${BERICHT_REDEN['telt-niet-op']} Zie regel 3. Er staat: € 5. Verwacht: € 5,01.`],
    ['een DOCTYPE', () => Buffer.from(dag({}).toString().replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document')), BERICHT_REDEN.onleesbaar],
    ['een half bestand', () => dag({}).subarray(0, 900), BERICHT_REDEN.onleesbaar],
    ['geen XML', () => Buffer.from('%PDF-1.7'), BERICHT_REDEN.onleesbaar],
    ['een ander bericht', () => Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn/></Document>'), BERICHT_REDEN['onbekend-bericht']],
    ['een leeg bericht', () => Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt/></Document>'), BERICHT_REDEN['leeg-bericht']],
  ])('%s', async (_, maak, reden) => {
    const gelezen = await lees(maak())
    expect(gelezen).toMatchObject({ toestand: 'geweigerd', uitkomst: null })
    expect(gelezen.reden).toContain(reden)
    expect(await asOwner('select count(*) as aantal from bankmutatie')).toEqual([{ aantal: '0' }])
  })

  test('een afschrift dat niet begint waar het vorige eindigde', async () => {
    await lees(dag({}))
    expect((await lees(dag({ kenmerk: 'G2', nummer: 2, begin: '6.00', eind: '1.00' }))).reden).toContain(BERICHT_REDEN['sluit-niet-aan'])
  })

  test('tegenproef: de database laat een afschrift dat niet optelt ook zelf niet toe', async () => {
    await lees(dag({}))
    await expect(asOwner(`insert into bankafschrift (bericht_id, rekening, kenmerk, begin_cent, eind_cent, aantal, plek)
      select bericht_id, rekening, 'X', eind_cent, eind_cent + 1, 0, plek + 1 from bankafschrift`)).rejects.toThrow('telt niet op')
    await expect(asOwner('update bankmutatie set bedrag_cent = 1')).rejects.toThrow()
  })
})

describe('een statusbericht (pain.002)', () => {
  test('één regel afgewezen: die staat weer open, de andere blijft onderweg; nog eens gezegd verandert niets', async () => {
    const { msgId, ids: [een = '', twee = ''] } = await betaal(2)
    const voor = await saldi(wereld.compartimentId)
    const regels = [{ endToEndId: een, status: 'ACSP' }, { endToEndId: twee, status: 'RJCT', code: 'AC01' }]
    expect(await lees(aStatusbericht({ msgId, groep: 'PART', regels }))).toMatchObject({ toestand: 'verwerkt', uitkomst: { goedgekeurd: 1, afgewezen: 1, vragen: 1 } })
    expect(await status([een, twee])).toEqual(['onderweg', 'afgewezen'])
    expect(await vragen()).toEqual(['afgewezen'])
    const na = await saldi(wereld.compartimentId)
    expect((na['crediteuren'] ?? 0) - (voor['crediteuren'] ?? 0)).toBe(93_950)
    await lees(Buffer.concat([aStatusbericht({ msgId, groep: 'PART', regels }), Buffer.from(' ')]))
    expect(await saldi(wereld.compartimentId)).toEqual(na)
    expect(await vragen()).toEqual(['afgewezen'])
  })

  test('de hele opdracht afgewezen', async () => {
    const { msgId, ids } = await betaal(3)
    expect(await lees(aStatusbericht({ msgId, groep: 'RJCT' }))).toMatchObject({ uitkomst: { afgewezen: 3 } })
    expect(await status(ids)).toEqual(['afgewezen', 'afgewezen', 'afgewezen'])
  })

  test('afgewezen na uitvoering en een onbekende betaling komen bij een mens; een onbekende opdracht wordt geweigerd', async () => {
    const { msgId, ids: [id = ''] } = await betaal(1)
    await lees(aAfschrift({ kenmerk: 'P1', begin: '939.50', eind: '0.00', boekingen: [af(id)] }))
    await lees(aStatusbericht({ msgId, regels: [{ endToEndId: id, status: 'RJCT' }, { endToEndId: 'ORDER-0', status: 'RJCT' }] }))
    expect(await status([id])).toEqual(['uitgevoerd'])
    expect(await vragen()).toEqual(['afgewezen-na-uitvoering', 'onbekende-opdracht'])
    expect((await lees(aStatusbericht({ msgId: 'BATCH-9999999-99' }))).reden).toContain(BERICHT_REDEN['onbekende-batch'])
  })
})

describe('de map van de bank', () => {
  const map = path.resolve(config.dataDir, 'bank')

  test('een bestand wordt bewaard, doorgegeven en pas daarna weggezet; een onaf bestand blijft staan', async () => {
    mkdirSync(path.join(map, 'in'), { recursive: true })
    writeFileSync(path.join(map, 'in', 'dag-1.xml'), aAfschrift({ kenmerk: 'M1', begin: '0.00', eind: '0.00' }))
    writeFileSync(path.join(map, 'in', 'dag-2.xml.deel'), 'half')
    await Promise.all([leesBankmap(), leesBankmap(), leesBankmap()])
    expect(readdirSync(path.join(map, 'in'))).toEqual(['dag-2.xml.deel'])
    expect(await asOwner(`select naam, toestand, ontvangen_door from bankbericht`)).toEqual([{ naam: 'dag-1.xml', toestand: 'ontvangen', ontvangen_door: null }])
    expect(await asOwner(`select count(*) as aantal from outbox where job = 'verwerk-bankbericht' and payload ->> 'berichtId' = (select id::text from bankbericht)`)).toEqual([{ aantal: '1' }])
  })
})
