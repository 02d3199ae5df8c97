import { describe, expect, test } from 'vitest'
import { aStatusbericht } from '@/tests/builders/bank'
import { betaal, leesBericht, openVragen, Rekening, statussen } from '@/tests/builders/bankwereld'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
const rekening = new Rekening()

const verschil = (voor: Record<string, number>, na: Record<string, number>, naam: string) => (na[naam] ?? 0) - (voor[naam] ?? 0)
const sluit = () => asOwner(`update bankvraag set toestand = 'afgehandeld', toelichting = 'klaar', afgehandeld_op = nu(), afgehandeld_door = $1 where toestand = 'open'`, [wereld.financieel[0].id])

describe('een opdracht die als blok wordt afgewezen (PmtInfSts)', () => {
  test('zonder losse betalingen erbij, zoals een bank dat meestal meldt: alles staat weer open, met één vraag en de reden van de bank', async () => {
    const { msgId, batchId, ids } = await betaal(wereld, 3)
    const voor = await saldi(wereld.compartimentId)
    expect(await leesBericht(aStatusbericht({ msgId, deel: 'RJCT', deelCode: 'AC01' }))).toMatchObject({ toestand: 'verwerkt', uitkomst: { goedgekeurd: 0, afgewezen: 3, vragen: 1 } })
    expect(await statussen(ids)).toEqual(['afgewezen', 'afgewezen', 'afgewezen'])
    const na = await saldi(wereld.compartimentId)
    expect([verschil(voor, na, 'betaald'), verschil(voor, na, 'crediteuren')]).toEqual([-281_850, 281_850])
    expect(await openVragen()).toMatchObject([{ soort: 'afgewezen', batchId, betalingId: null, gegevens: { aantal: 3, bedragCent: 281_850, code: 'AC01' } }])
    await sluit()
  })

  test('met een deel van de betalingen genoemd: de genoemde houden hun eigen reden, de rest die van het blok', async () => {
    const { msgId, ids } = await betaal(wereld, 3)
    const regels = [{ endToEndId: ids[0] ?? '', status: 'RJCT', code: 'AC04' }]
    expect(await leesBericht(aStatusbericht({ msgId, deel: 'RJCT', deelCode: 'AM05', regels }))).toMatchObject({ uitkomst: { afgewezen: 3, vragen: 2 } })
    expect((await openVragen()).map(({ gegevens }) => [gegevens['code'], gegevens['aantal']]).toSorted()).toEqual([['AC04', undefined], ['AM05', 2]])
    await sluit()
  })

  test('nog eens gezegd verandert niets; aangenomen (ACSP) zonder betalingen ook niet', async () => {
    const { msgId, ids } = await betaal(wereld, 2)
    await leesBericht(aStatusbericht({ msgId, deel: 'ACSP' }))
    expect(await statussen(ids)).toEqual(['onderweg', 'onderweg'])
    await leesBericht(aStatusbericht({ msgId, deel: 'RJCT' }))
    const na = await saldi(wereld.compartimentId)
    await sluit()
    expect(await leesBericht(Buffer.concat([aStatusbericht({ msgId, deel: 'RJCT' }), Buffer.from('\n')]))).toMatchObject({ uitkomst: { afgewezen: 0, vragen: 0 } })
    expect(await saldi(wereld.compartimentId)).toEqual(na)
  })

  test('tegenproef: over een blok dat wij niet stuurden verandert niets, en een mens kijkt', async () => {
    const { msgId, ids } = await betaal(wereld, 2)
    expect(await leesBericht(aStatusbericht({ msgId, deel: 'RJCT', blok: 'IETS-ANDERS' }))).toMatchObject({ uitkomst: { afgewezen: 0, vragen: 1 } })
    expect(await statussen(ids)).toEqual(['onderweg', 'onderweg'])
    expect(await openVragen()).toMatchObject([{ soort: 'onbekende-opdracht', gegevens: { endToEndId: 'IETS-ANDERS' } }])
    await sluit()
  })

  test('afgewezen nadat het afschrift de batch liet zien: één vraag over de hele batch, er verandert niets', async () => {
    const { msgId, batchId, ids } = await betaal(wereld, 2)
    await rekening.lees({ cents: -187_900, batch: `${msgId}-1` })
    expect(await leesBericht(aStatusbericht({ msgId, deel: 'RJCT', deelCode: 'NARR' }))).toMatchObject({ uitkomst: { afgewezen: 0, vragen: 1 } })
    expect(await statussen(ids)).toEqual(['uitgevoerd', 'uitgevoerd'])
    expect(await openVragen()).toMatchObject([{ soort: 'afgewezen-na-uitvoering', batchId, gegevens: { aantal: 2 } }])
    await sluit()
  })
})

describe('het afschrift en het statusbericht in omgekeerde volgorde', () => {
  test('de batch is afgeschreven zonder wat de bank daarna pas afwijst: de andere betalingen worden alsnog bevestigd en de vraag is opgelost', async () => {
    const { msgId, ids } = await betaal(wereld, 3)
    const voor = await saldi(wereld.compartimentId)
    await rekening.lees({ cents: -187_900, batch: `${msgId}-1` })
    expect((await openVragen()).map(({ soort }) => soort)).toEqual(['batchbedrag-wijkt-af'])
    expect(await leesBericht(aStatusbericht({ msgId, groep: 'PART', regels: [{ endToEndId: ids[1] ?? '', status: 'RJCT', code: 'AC01' }] })))
      .toMatchObject({ uitkomst: { afgewezen: 1, bevestigd: 2, vragen: 1 } })
    expect(await statussen(ids)).toEqual(['uitgevoerd', 'afgewezen', 'uitgevoerd'])
    expect((await openVragen()).map(({ soort }) => soort)).toEqual(['afgewezen'])
    expect(await asOwner(`select gevolg, afgehandeld_door as door from bankvraag where soort = 'batchbedrag-wijkt-af'`)).toEqual([{ gevolg: 'bevestigd', door: null }])
    expect(await asOwner(`select door_rol as rol from gebeurtenis where onderwerp = 'bankvraag' and soort = 'bevestig'`)).toEqual([{ rol: 'systeem' }])
    const na = await saldi(wereld.compartimentId)
    expect(verschil(voor, na, 'crediteuren')).toBe(93_950)
    await sluit()
  })

  test('tegenproef: een cent verschil lost niets op', async () => {
    const { msgId, ids } = await betaal(wereld, 2)
    await rekening.lees({ cents: -93_949, batch: `${msgId}-1` })
    await leesBericht(aStatusbericht({ msgId, groep: 'PART', regels: [{ endToEndId: ids[1] ?? '', status: 'RJCT' }] }))
    expect(await statussen(ids)).toEqual(['onderweg', 'afgewezen'])
    expect((await openVragen()).map(({ soort }) => soort)).toEqual(['afgewezen', 'batchbedrag-wijkt-af'])
    await sluit()
  })
})
