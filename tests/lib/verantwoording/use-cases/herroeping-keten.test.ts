import { beforeAll, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { getAansluiting } from '@/lib/financien/views'
import { withClient } from '@/lib/platform/db'
import { sealGebeurtenissen } from '@/lib/platform/zegel'
import { controleer } from '@/scripts/controle/controleer'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { aControleWereld, pay, workOff, type ControleWereld } from '@/tests/builders/controle-wereld'
import { aUwver, beslisOver, stelVoor, trekIn } from '@/tests/builders/herroeping'
import { rekeningen } from '@/tests/builders/vaststelling'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

// One grant through the real chain: withdrawn before it is paid and again after, and given back both times. After every step every invariant
// holds on the whole database, and ledger, documents, files and statements are the same to the cent.

freshDb()
let w: ControleWereld
let behandelaar: Medewerker
let teamleider: Medewerker
beforeAll(async () => {
  w = await aControleWereld()
  behandelaar = await aUwver('Dana Kok', 'behandelaar')
  teamleider = await aUwver('Tom Bos', 'teamleider')
}, 60_000)

const OK = { ok: true, value: undefined }
let afschrift = 0
let saldo = 1_000_000
const euro = (cents: number) => (cents / 100).toFixed(2)

async function lees(cents: number, boeking: Omit<Boeking, 'bedrag'>): Promise<void> {
  afschrift += 1
  const begin = saldo
  saldo += boeking.richting === 'CRDT' ? cents : -cents
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'afschrift.xml', inhoud: aAfschrift({ kenmerk: `H${String(afschrift)}`, nummer: afschrift, begin: euro(begin), eind: euro(saldo), boekingen: [{ ...boeking, bedrag: euro(cents) }] }) })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
  await workOff()
}

/** Everything that must be so, whatever happened. */
async function klopt(): Promise<void> {
  await workOff()
  while (await sealGebeurtenissen()) continue
  const regels: string[] = []
  const uitslagen = await withClient((client) => controleer(client, { print: (regel) => { regels.push(regel) }, progress: () => undefined }))
  expect(uitslagen.filter(({ ok }) => !ok).map(({ id }) => id), regels.join('\n')).toEqual([])
  const [wie] = w.financieel
  if (wie === undefined) throw new Error('nobody to look')
  expect((await getAansluiting(wie)).filter(({ verschil }) => verschil !== 0).map(({ wat, verschil }) => [wat, verschil])).toEqual([])
}

/** Where the money of the grant is; what is free belongs to nobody. */
const geld = async () => Object.fromEntries(Object.entries(await rekeningen(w.verleend)).filter(([rekening]) => rekening !== 'vrij'))

const geefTerug = async () => {
  expect(await stelVoor(behandelaar, w.verleend, { bedrag: '1000', beslistOp: '1-2-2023' })).toEqual(OK)
  expect(await beslisOver(teamleider, w.verleend)).toEqual(OK)
}

test('niet betaald: ingetrokken en herroepen', { timeout: 60_000 }, async () => {
  await klopt()
  await trekIn(behandelaar, w.verleend)
  expect(await geld()).toEqual({})
  await klopt()
  await geefTerug()
  expect(await geld()).toEqual({ verplicht: 100_000 })
  await klopt()
})

test('de nieuwe opdracht wordt gefactureerd en één keer betaald', { timeout: 60_000 }, async () => {
  await pay(w.opleider, w.verleend, w.financieel, 'F2023-001')
  expect(await geld()).toEqual({ betaald: 100_000 })
  const betalingen = await asOwner<{ e2e: string }>('select b.end_to_end_id as e2e from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id where v.aanvraag_id = $1', [w.verleend.aanvraagId])
  expect(betalingen).toHaveLength(1)
  await lees(100_000, { richting: 'DBIT', endToEndId: betalingen[0]?.e2e ?? '' })
  await klopt()
})

test('betaald en opnieuw ingetrokken, en de deelnemer betaalt een deel terug: ook dat wordt herroepen, en er gaat niets dubbel', { timeout: 60_000 }, async () => {
  await trekIn(behandelaar, w.verleend, 'burger')
  await klopt()
  await laatVerplichtingVervallen(w.verleend.aanvraagId)
  expect(await geld(), 'een intrekking door UWV vordert zelf: de job die dat na de bank doet, vordert niet nog eens').toEqual({ debiteuren: 100_000 })
  const [vordering] = await asOwner<{ kenmerk: string }>('select kenmerk from vordering where aanvraag_id = $1', [w.verleend.aanvraagId])
  await lees(40_000, { richting: 'CRDT', omschrijving: vordering?.kenmerk ?? '' })
  expect(await geld()).toMatchObject({ debiteuren: 60_000 })
  await klopt()
  await geefTerug()
  expect(await geld()).toEqual({ betaald: 60_000, crediteuren: 40_000 })
  await klopt()
  await lees(40_000, { richting: 'DBIT', omschrijving: vordering?.kenmerk ?? '' })
  expect(await geld()).toEqual({ betaald: 100_000 })
  await klopt()
  expect(await asOwner(`select count(*)::integer as n from betaling b join factuur f on f.id = b.factuur_id join verplichting v on v.id = f.verplichting_id where v.aanvraag_id = $1`, [w.verleend.aanvraagId])).toEqual([{ n: 1 }])
})

test('het jaar daarna geldt hetzelfde: het geld van het besluit staat in het jaar van het besluit', { timeout: 60_000 }, async () => {
  expect(await asOwner(`select distinct boekjaar::integer as jaar from boeking where soort in ('herstel-verplichting', 'sta-herstel-toe')`)).toEqual([{ jaar: 2023 }])
  await zetKlok('2024-01-15T10:00:00+01:00')
  await klopt()
})
