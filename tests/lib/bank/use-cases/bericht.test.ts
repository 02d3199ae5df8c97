import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { BERICHT_REDEN, WACHT_REDEN } from '@/lib/bank/texts'
import { leesBankmap } from '@/lib/bank/use-cases/lees-bankmap'
import { leesBerichtOpnieuw } from '@/lib/bank/use-cases/lees-bericht-opnieuw'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { SYSTEEM } from '@/lib/base/actor'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import type { BankTransport } from '@/lib/platform/bank'
import { config } from '@/lib/platform/config'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { leesBericht, toestandVan } from '@/tests/builders/bankwereld'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { aVordering } from '@/tests/builders/vordering'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
const LANG_GELEDEN = new Date('2022-01-01T00:00:00Z')

freshDb(async () => { wereld = await aBetaalWereld() })
beforeEach(async () => {
  for (const tabel of ['bankvraag', 'bankmutatie', 'bankafschrift', 'bankbericht']) await plant(`delete from ${tabel}`)
})

const dag = (kenmerk: string, nummer: number | null, datum: string, [begin, eind]: [string, string], boekingen: readonly Boeking[] = []) =>
  aAfschrift({ kenmerk, nummer, datum, begin, eind, boekingen })
const bij = (bedrag: string): Boeking => ({ bedrag, richting: 'CRDT' })

describe('afschriften over de jaarwisseling', () => {
  test('nummer 1 na nummer 365, met het kenmerk van vorig jaar: het saldo beslist, en alles daarna gaat door', async () => {
    await leesBericht(dag('1', 1, '2026-01-02', ['0.00', '100.00'], [bij('100.00')]))
    await leesBericht(dag('365', 365, '2026-12-31', ['100.00', '0.00'], [{ bedrag: '100.00', richting: 'DBIT' }]))
    // The same identification and balances as a year before: another statement, not the same one again.
    expect(await leesBericht(dag('1', 1, '2027-01-02', ['0.00', '100.00'], [bij('100.00')]))).toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 1 } })
    expect(await leesBericht(dag('2', 2, '2027-01-03', ['100.00', '150.00'], [bij('50.00')]))).toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 1 } })
    expect(await asOwner('select kenmerk, plek from bankafschrift order by plek')).toEqual([{ kenmerk: '1', plek: 1 }, { kenmerk: '365', plek: 2 }, { kenmerk: '1', plek: 3 }, { kenmerk: '2', plek: 4 }])
    expect(await leesBericht(Buffer.concat([dag('1', 1, '2027-01-02', ['0.00', '100.00'], [bij('100.00')]), Buffer.from('\n')]))).toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 0 } })
  })

  test('nummer 2 van het nieuwe jaar komt voor nummer 1: het wacht, zegt waarop, en volgt vanzelf', async () => {
    await leesBericht(dag('A365', 365, '2026-12-31', ['0.00', '100.00'], [bij('100.00')]))
    const twee = await leesBericht(dag('B2', 2, '2027-01-03', ['150.00', '170.00'], [bij('20.00')]))
    expect(twee).toMatchObject({ toestand: 'wacht', reden: `${WACHT_REDEN} Zie regel 3. Er staat: € 150 (afschrift 2). Verwacht: € 100 (afschrift 365).` })
    await leesBericht(dag('B1', 1, '2027-01-02', ['100.00', '150.00'], [bij('50.00')]))
    expect(await toestandVan(twee.id)).toMatchObject({ toestand: 'verwerkt' })
  })

  test('geld voor een terugvordering op regel 1 van afschrift 1, twee jaren achter elkaar: beide keren geboekt', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 30_000 })
    const betaling: Boeking = { bedrag: '100.00', richting: 'CRDT', omschrijving: kenmerk }
    await leesBericht(dag('1', 1, '2026-01-02', ['0.00', '100.00'], [betaling]))
    await leesBericht(dag('1', 1, '2027-01-02', ['100.00', '200.00'], [betaling]))
    expect(await asOwner('select open_cent as open from vordering where id = $1', [id])).toEqual([{ open: 10_000 }])
  })
})

describe('het betalingskenmerk wordt overal in de omschrijving gezocht', () => {
  test.each<[string, (kenmerk: string) => Partial<Boeking>]>([
    ['in de tweede regel van de omschrijving', (kenmerk) => ({ omschrijving: ['Terugbetaling STAP', kenmerk] })],
    ['over twee regels geknipt', (kenmerk) => ({ omschrijving: [`Terugbetaling STAP ${kenmerk.slice(0, 9)}`, kenmerk.slice(9)] })],
    ['als kenmerk naast een tekst', (kenmerk) => ({ omschrijving: 'Terugbetaling STAP', kenmerk })],
    ['na meer dan 140 tekens', (kenmerk) => ({ omschrijving: `${'x'.repeat(200)} ${kenmerk}` })],
  ])('%s', async (_, maak) => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await leesBericht(dag(kenmerk, null, '2026-01-02', ['0.00', '200.00'], [{ ...bij('200.00'), ...maak(kenmerk) }]))
    expect(await asOwner('select status from vordering where id = $1', [id])).toEqual([{ status: 'voldaan' }])
  })
})

describe('één boeking met heel veel betalingen', () => {
  test('35.000 betalingen in één boeking worden gelezen, elk als eigen mutatie', async () => {
    const delen = Array.from({ length: 35_000 }, (_, index) => ({ bedrag: '1.00', endToEndId: `E-${String(index)}` }))
    expect(await leesBericht(dag('GROOT', 1, '2026-01-02', ['35000.00', '0.00'], [{ bedrag: '35000.00', richting: 'DBIT', delen }])))
      .toMatchObject({ toestand: 'verwerkt', uitkomst: { mutaties: 35_000 } })
  }, 90_000)

  test('meer dan 100.000 is geen boeking: geweigerd met een eigen zin, niets geboekt', async () => {
    const bestand = dag('TE', 1, '2026-01-02', ['1.00', '0.00'], [{ bedrag: '1.00', richting: 'DBIT' }]).toString()
    const gelezen = await leesBericht(Buffer.from(bestand.replace('</NtryDtls>', `${'<TxDtls/>'.repeat(100_001)}</NtryDtls>`)))
    expect(gelezen).toMatchObject({ toestand: 'geweigerd', reden: expect.stringContaining(BERICHT_REDEN['te-veel-in-een-boeking']) as unknown })
    expect(await asOwner('select count(*)::int as aantal from bankmutatie')).toEqual([{ aantal: 0 }])
  }, 90_000)

  test('een onderdeel dat te groot is heet niet onleesbaar', async () => {
    const bestand = dag('TE', 1, '2026-01-02', ['1.00', '0.00'], [{ bedrag: '1.00', richting: 'DBIT' }]).toString()
    expect((await leesBericht(Buffer.from(bestand.replace('</TxDtls>', `${'<X/>'.repeat(20_001)}</TxDtls>`)))).reden).toContain(BERICHT_REDEN['te-groot-onderdeel'])
  })
})

describe('een geweigerd bericht kan opnieuw worden gelezen', () => {
  test('na het ontbrekende afschrift klopt het wel; nog eens vragen doet niets', async () => {
    await leesBericht(dag('W1', 1, '2026-01-02', ['0.00', '100.00'], [bij('100.00')]))
    const bericht = await leesBericht(dag('W3', 2, '2026-01-04', ['150.00', '170.00'], [bij('20.00')]))
    expect(bericht.toestand, 'het nummer volgt, dus er leek niets te ontbreken').toBe('geweigerd')
    await leesBericht(dag('W2', null, '2026-01-03', ['100.00', '150.00'], [bij('50.00')]))
    const medewerker = wereld.financieel[0]
    const [een, ander] = await Promise.all([leesBerichtOpnieuw(medewerker, { berichtId: bericht.id }), leesBerichtOpnieuw(wereld.financieel[1], { berichtId: bericht.id })])
    expect([een.ok, ander.ok].toSorted()).toEqual([false, true])
    expect(await asOwner(`select count(*)::int as aantal from outbox where payload ->> 'berichtId' = $1`, [bericht.id])).toEqual([{ aantal: 2 }])
    await verwerkBankbericht(bericht.id)
    expect(await toestandVan(bericht.id)).toMatchObject({ toestand: 'verwerkt', reden: null, uitkomst: { mutaties: 1 } })
    expect(await leesBerichtOpnieuw(medewerker, { berichtId: bericht.id })).toEqual({ ok: false, redenen: ['niet-geweigerd'] })
  })

  test('tegenproef: een bericht dat niet is bewaard kan niet opnieuw worden gelezen', async () => {
    await ontvangBankbericht(SYSTEEM, { naam: 'leeg.xml', inhoud: Buffer.alloc(0) })
    const [rij] = await asOwner<{ id: string }>('select id from bankbericht')
    expect(await leesBerichtOpnieuw(wereld.financieel[0], { berichtId: rij?.id ?? '' })).toEqual({ ok: false, redenen: ['niet-geweigerd'] })
  })
})

describe('wat niet kan worden bewaard, laat een regel met de reden achter', () => {
  test('een leeg bestand in de map: één regel, hoe vaak en door hoeveel processen er ook wordt gekeken', async () => {
    const map = path.resolve(config.dataDir, 'bank', 'in')
    mkdirSync(map, { recursive: true })
    writeFileSync(path.join(map, 'dag-9.xml'), '')
    utimesSync(path.join(map, 'dag-9.xml'), LANG_GELEDEN, LANG_GELEDEN)
    await Promise.all([leesBankmap(), leesBankmap(), leesBankmap()])
    expect(readdirSync(map).filter((naam) => naam === 'dag-9.xml')).toEqual([])
    expect(await asOwner('select naam, toestand, reden, document_id as document from bankbericht')).toEqual([{ naam: 'dag-9.xml', toestand: 'geweigerd', reden: BERICHT_REDEN['leeg-bestand'], document: null }])
  })

  test('een bestand dat nog wordt geschreven, blijft staan tot het af is', async () => {
    const map = path.resolve(config.dataDir, 'bank', 'in')
    mkdirSync(map, { recursive: true })
    const inhoud = aAfschrift({ kenmerk: 'HALF-1', begin: '0.00', eind: '0.00' })
    writeFileSync(path.join(map, 'half.xml'), inhoud.subarray(0, inhoud.length - 40))
    await leesBankmap()
    expect(await asOwner('select naam from bankbericht')).toEqual([])
    writeFileSync(path.join(map, 'half.xml'), inhoud)
    await leesBankmap()
    expect(await asOwner('select naam, toestand from bankbericht')).toEqual([{ naam: 'half.xml', toestand: 'ontvangen' }])
    // What is never finished is refused with a reason, not kept waiting for ever.
    writeFileSync(path.join(map, 'nooit-af.xml'), inhoud.subarray(0, 100))
    utimesSync(path.join(map, 'nooit-af.xml'), LANG_GELEDEN, LANG_GELEDEN)
    await leesBankmap()
    expect(await asOwner(`select naam from bankbericht where naam = 'nooit-af.xml'`)).toHaveLength(1)
  })

  test('een ingepakt bestand en een met hoofdletters blijven niet ongezien in de map staan', async () => {
    const map = path.resolve(config.dataDir, 'bank', 'in')
    mkdirSync(map, { recursive: true })
    writeFileSync(path.join(map, 'dag.zip'), 'PK>')
    writeFileSync(path.join(map, 'DAG.XML'), aAfschrift({ kenmerk: 'HOOFD-1', begin: '0.00', eind: '0.00' }))
    await leesBankmap()
    expect(await asOwner('select naam from bankbericht order by lower(naam)')).toEqual([{ naam: 'DAG.XML' }, { naam: 'dag.zip' }])
  })

  test('een bestand dat niet open mag, houdt het volgende niet op', async () => {
    const gelezen: string[] = []
    const transport: BankTransport = {
      send: () => Promise.resolve(), list: () => Promise.resolve(['dicht.xml', 'goed.xml']), markRead: (naam) => { gelezen.push(naam); return Promise.resolve() },
      read: (naam) => naam === 'dicht.xml' ? Promise.reject(new Error('EACCES')) : Promise.resolve({ inhoud: aAfschrift({ kenmerk: 'NA-DICHT', begin: '0.00', eind: '0.00' }) }),
    }
    await expect(leesBankmap(transport)).rejects.toThrow('1 files of the bank were not taken in')
    expect(gelezen).toEqual(['goed.xml'])
    expect(await asOwner('select naam from bankbericht')).toEqual([{ naam: 'goed.xml' }])
  })

  test('een te groot bestand, door een ander transport gebracht: niet bewaard, wel gezien, en weggezet', async () => {
    const gelezen: string[] = []
    const transport: BankTransport = {
      send: () => Promise.resolve(), list: () => Promise.resolve(['groot.xml']), markRead: (naam) => { gelezen.push(naam); return Promise.resolve() },
      read: () => Promise.resolve({ inhoud: null, sha256: 'ab'.repeat(32) }),
    }
    await leesBankmap(transport)
    expect(gelezen).toEqual(['groot.xml'])
    expect(await asOwner('select naam, toestand, reden, sha256 from bankbericht')).toEqual([{ naam: 'groot.xml', toestand: 'geweigerd', reden: BERICHT_REDEN['te-groot-bestand'], sha256: 'ab'.repeat(32) }])
  })
})
