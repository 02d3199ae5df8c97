import { describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { prisma } from '@/lib/platform/db'
import { trekVorderingIn } from '@/lib/vordering/use-cases/trek-vordering-in'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { aVordering, vergelijkMetGrootboek } from '@/tests/builders/vordering'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const euro = (cents: number) => (cents / 100).toFixed(2)
let saldo = 1_000_000
let nummer = 0

/** The next statement of the account with these entries; gives what came of it. */
async function lees(...boekingen: (Omit<Boeking, 'bedrag'> & { cents: number })[]): Promise<{ uitkomst: unknown; bestand: Buffer }> {
  nummer += 1
  const begin = saldo
  for (const { cents, richting } of boekingen) saldo += richting === 'CRDT' ? cents : -cents
  const bestand = aAfschrift({ kenmerk: `T${String(nummer)}`, nummer, begin: euro(begin), eind: euro(saldo), boekingen: boekingen.map(({ cents, ...rest }) => ({ ...rest, bedrag: euro(cents) })) })
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'afschrift.xml', inhoud: bestand })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
  const [rij] = await asOwner<{ uitkomst: unknown }>('select uitkomst from bankbericht where id = $1', [ontvangen.value.berichtId])
  return { uitkomst: rij?.uitkomst, bestand }
}

const vragen = async () => (await asOwner<{ soort: string }>(`select soort from bankvraag where toestand = 'open' order by mutatie_id desc limit 1`)).map(({ soort }) => soort)
const openVan = async (id: string) => {
  const { status, openCent, openKostenCent } = await prisma.vordering.findUniqueOrThrow({ where: { id } })
  return [status, openCent, openKostenCent]
}

describe('wat er terugkomt op het afschrift (camt.053)', () => {
  test('precies betaald met het kenmerk in de omschrijving: geboekt, niemand hoeft te kijken; hetzelfde afschrift nog eens doet niets', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    const { uitkomst, bestand } = await lees({ cents: 93_950, richting: 'CRDT', omschrijving: `Terugbetaling ${kenmerk.toLowerCase().replaceAll('-', ' ')}` })
    expect(uitkomst).toEqual({ afschriften: 1, mutaties: 1, bevestigd: 0, terug: 0, vragen: 0, vorderingen: 1 })
    expect(await openVan(id)).toEqual(['voldaan', 0, 0])
    expect(await ontvangBankbericht(SYSTEEM, { naam: 'nog eens.xml', inhoud: bestand })).toEqual({ ok: false, redenen: ['al-ontvangen'] })
    const opnieuw = await ontvangBankbericht(SYSTEEM, { naam: 'anders verpakt.xml', inhoud: Buffer.concat([bestand, Buffer.from('\n')]) })
    if (!opnieuw.ok) throw new Error('not taken in')
    await verwerkBankbericht(opnieuw.value.berichtId)
    expect(await prisma.vorderingMutatie.count({ where: { vorderingId: id, soort: 'ontvangst' } })).toBe(1)
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('twee delen op één afschrift, met het kenmerk als EndToEndId', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 30_000 })
    await lees({ cents: 10_000, richting: 'CRDT', endToEndId: kenmerk }, { cents: 5_000, richting: 'CRDT', omschrijving: kenmerk })
    expect(await openVan(id)).toEqual(['deels-voldaan', 15_000, 0])
  })

  test('een cent te veel: geboekt wat openstond, de cent staat als terug te betalen, en een mens ziet het', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 20_001, richting: 'CRDT', omschrijving: kenmerk })
    expect(await openVan(id)).toEqual(['voldaan', 0, 0])
    expect(await vragen()).toEqual(['te-veel-ontvangen'])
    await lees({ cents: 1, richting: 'DBIT', omschrijving: `Terug ${kenmerk}` })
    expect(await prisma.vorderingTerugbetaling.findMany({ where: { vorderingId: id }, select: { status: true, teveelCent: true } })).toEqual([{ status: 'betaald', teveelCent: 1 }])
  })

  test('wat wij terugbetalen na intrekking komt op de cent uit; een ander bedrag wordt een vraag', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 20_000, richting: 'CRDT', omschrijving: kenmerk })
    await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: 'Het bezwaar is gegrond verklaard.' })
    await lees({ cents: 19_999, richting: 'DBIT', omschrijving: kenmerk })
    expect(await vragen()).toEqual(['andere-terugbetaling'])
    await lees({ cents: 20_000, richting: 'DBIT', omschrijving: kenmerk })
    expect(await openVan(id)).toEqual(['ingetrokken', 0, 0])
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test.each([
    ['een kenmerk dat wij niet gaven', 'VORD-9999999-63', 'onbekend-betalingskenmerk'],
    ['geen kenmerk', 'Voor de cursus', 'onbekende-ontvangst'],
    ['een kenmerk met een verkeerd controlegetal', 'VORD-0000001-92', 'onbekende-ontvangst'],
  ])('%s: niets geboekt, een vraag', async (_naam, omschrijving, vraag) => {
    const voor = await asOwner('select count(*) from vordering_mutatie')
    await lees({ cents: 100, richting: 'CRDT', omschrijving })
    expect(await vragen()).toEqual([vraag])
    expect(await asOwner('select count(*) from vordering_mutatie')).toEqual(voor)
  })

  test('twee kenmerken in één omschrijving: niets geboekt, een vraag', async () => {
    const een = await aVordering(wereld, { bedragCent: 20_000 })
    const ander = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 40_000, richting: 'CRDT', omschrijving: `${een.kenmerk} ${ander.kenmerk}` })
    expect(await vragen()).toEqual(['meer-betalingskenmerken'])
    expect(await openVan(een.id)).toEqual(['open', 20_000, 0])
  })
})
