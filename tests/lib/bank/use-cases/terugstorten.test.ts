import { beforeEach, describe, expect, test, vi } from 'vitest'
import { beslisTerugstorting } from '@/lib/bank/use-cases/beslis-terugstorting'
import { beslisVoorstel, beslisVraag } from '@/lib/bank/use-cases/beslis-vraag'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { getTerugstorting, getVraag } from '@/lib/bank/views'
import { SYSTEEM } from '@/lib/base/actor'
import { keurBatchAf } from '@/lib/betaling/use-cases/keur-batch-af'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { getBetaalbestand } from '@/lib/betaling/views/uwv'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { makeAansluiting } from '@/lib/financien/rules/aansluiting'
import { TERUGSTORTING_OVERGANGEN } from '@/lib/vordering/rules/status'
import { i6 } from '@/scripts/controle/i6'
import { aStatusbericht } from '@/tests/builders/bank'
import { geefBatchVrij, leesBericht, openVragen, Rekening } from '@/tests/builders/bankwereld'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, ownerClient, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let antwoord: 'match' | 'geen' | 'stuk'
const rekening = new Rekening()
freshDb(async () => { wereld = await aBetaalWereld() })
beforeEach(async () => {
  antwoord = 'match'
  vi.stubGlobal('fetch', () => Promise.resolve(antwoord === 'stuk' ? new Response('stuk', { status: 503 }) : Response.json({ resultaat: antwoord })))
  await zetKlok('2022-11-22T10:00:00+01:00')
  // What an earlier test left open is not paid in this one.
  for (const { kenmerk } of await asOwner<{ kenmerk: string }>(`select kenmerk from terugstorting where status in ('te-controleren', 'te-beoordelen', 'open', 'teruggekomen')`)) {
    await beslisTerugstorting(wereld.financieel[0], { kenmerk, besluit: 'trek-in', reden: 'Klaar met de proef.' })
  }
  await plant(`update bankvraag set toestand = 'afgehandeld', toelichting = 'klaar', afgehandeld_op = nu(), afgehandeld_door = $1 where toestand = 'open'`, [wereld.financieel[0].id])
})

const VAN = 'NL44RABO0123456789'
const waarom = 'Niemand kent dit geld, de betaler vergiste zich.'
const gedaan = { ok: true, value: undefined }
const weiger = (...redenen: string[]) => ({ ok: false, redenen })

/** Money that nobody knows of, with the question about it. */
async function ontvang(cents: number, van: { iban: string; naam: string } | undefined = { iban: VAN, naam: 'J. de Vries' }): Promise<string> {
  await rekening.lees({ cents, omschrijving: 'foutje', ...(van === undefined ? {} : { van }) })
  const [vraag] = await openVragen()
  if (vraag === undefined) throw new Error('no question')
  return vraag.id
}

/** The same, with the decision that it goes back; gives its kenmerk. */
async function gestort(cents = 25_000): Promise<string> {
  expect(await beslisVraag(wereld.financieel[0], { vraagId: await ontvang(cents), besluit: 'stort-terug', waarom })).toEqual(gedaan)
  return (await asOwner<{ kenmerk: string }>('select kenmerk from terugstorting order by kenmerk desc limit 1'))[0]?.kenmerk ?? ''
}

const stand = async (kenmerk: string) => (await asOwner<{ status: string }>('select status from terugstorting where kenmerk = $1', [kenmerk]))[0]?.status
const brug = async () => (await findAansluitcijfers()).teveel

/** What `npm run controle` (I6) and the reconciliation say is wrong. */
async function bevindingen(): Promise<string[]> {
  const client = await ownerClient()
  try {
    const regels = await Promise.all([...Object.entries(i6.checks)].map(async ([naam, check]) => (await check(client)).regels.map((regel) => `${naam}: ${regel}`)))
    return [...regels.flat(), ...makeAansluiting(await findAansluitcijfers()).filter(({ verschil }) => verschil !== 0).map(({ wat, verschil }) => `${wat}: ${String(verschil)}`)]
  } finally {
    await client.end()
  }
}

describe('geld dat nergens bij hoort gaat terug naar wie betaalde', () => {
  test('met de batch, naar de rekening van het afschrift, onder een eigen kenmerk; op de cent van de boeken', async () => {
    const kenmerk = await gestort()
    expect(kenmerk).toMatch(/^TERUG-\d{7}-\d\d$/)
    expect(await stand(kenmerk)).toBe('te-controleren')
    expect([await brug(), await bevindingen()]).toEqual([25_000, []])
    const { msgId, ids } = await geefBatchVrij(wereld)
    expect(ids).toEqual([kenmerk])
    const bestand = (await getBetaalbestand(wereld.financieel[0], msgId))?.inhoud.toString('utf8') ?? ''
    expect(bestand).toContain(`<IBAN>${VAN}</IBAN>`)
    expect(bestand).toContain('<InstdAmt Ccy="EUR">250.00</InstdAmt>')
    expect(bestand).toContain(`Uw betaling aan UWV terug, kenmerk ${kenmerk}`)
    expect([await stand(kenmerk), await bevindingen()]).toEqual(['betaald', []])
    await rekening.lees({ cents: -25_000, endToEndId: kenmerk })
    expect(await asOwner('select status from betaling where end_to_end_id = $1', [kenmerk])).toEqual([{ status: 'uitgevoerd' }])
    expect([await brug(), await bevindingen(), await openVragen()]).toEqual([0, [], []])
    expect(await asOwner(`select count(*)::int as aantal from boeking where oorzaak_id like $1`, [`%${kenmerk}%`]), 'het staat niet in het grootboek').toEqual([{ aantal: 0 }])
  })

  test('wie besloot, keurt de batch niet goed: er komen twee anderen bij (vier ogen)', async () => {
    await gestort()
    const batch = await stelBatchSamen(SYSTEEM)
    if (!batch.ok) throw new Error('no batch')
    expect(await keurBatchGoed(wereld.financieel[0], batch.value)).toEqual(weiger('zelf-voorbereid'))
    expect((await keurBatchGoed(wereld.financieel[1], batch.value)).ok).toBe(true)
    expect(await keurBatchAf(wereld.financieel[0], { msgId: batch.value.msgId, reden: 'Eerst uitzoeken.' })).toEqual(gedaan)
    expect((await asOwner<{ status: string }>('select status from terugstorting order by kenmerk desc limit 1'))[0]?.status, 'afgekeurd: wacht op een volgende').toBe('open')
    expect(await bevindingen()).toEqual([])
  })

  test('boven € 1.000 beslissen twee mensen, en dan keurt geen van beiden goed', async () => {
    const vraagId = await ontvang(100_001)
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'stort-terug', waarom })).toEqual({ ok: true, value: 'voorgesteld' })
    expect(await beslisVoorstel(wereld.financieel[1], { vraagId, besluit: 'voer-uit' })).toEqual(gedaan)
    const batch = await stelBatchSamen(SYSTEEM)
    if (!batch.ok) throw new Error('no batch')
    for (const medewerker of wereld.financieel.slice(0, 2)) expect(await keurBatchGoed(medewerker, batch.value)).toEqual(weiger('zelf-voorbereid'))
    await keurBatchAf(wereld.financieel[0], { msgId: batch.value.msgId, reden: 'Klaar met de proef.' })
  })

  test('zonder IBAN op het afschrift kan het niet, en de vraag blijft open', async () => {
    const vraagId = await ontvang(5_000, { iban: 'GB00NOPE', naam: 'Iemand' })
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'stort-terug', waarom })).toEqual(weiger('geen-tegenrekening'))
    expect((await openVragen()).map(({ id }) => id)).toEqual([vraagId])
  })

  test('twee medewerkers tegelijk: het gaat één keer terug', async () => {
    const vraagId = await ontvang(5_000)
    const uitkomsten = await Promise.all(wereld.financieel.slice(0, 2).map((medewerker) => beslisVraag(medewerker, { vraagId, besluit: 'stort-terug', waarom })))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await asOwner('select count(*)::int as aantal from terugstorting where vraag_id = $1', [vraagId])).toEqual([{ aantal: 1 }])
  })
})

describe('de naam van de rekening', () => {
  test('klopt hij niet, dan gaat het niet mee tot een mens de rekening aanvaardt; die keurt de batch niet goed', async () => {
    antwoord = 'geen'
    const kenmerk = await gestort()
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    expect(await getTerugstorting(wereld.financieel[0], kenmerk)).toMatchObject({ status: 'te-beoordelen', antwoord: 'geen', rekening: 'NL•• •••• 6789', kanAanvaarden: true, kanIntrekken: true })
    expect(await beslisTerugstorting(wereld.financieel[1], { kenmerk, besluit: 'aanvaard', reden: 'De bank van de betaler bevestigde het.' })).toEqual(gedaan)
    expect(await beslisTerugstorting(wereld.financieel[1], { kenmerk, besluit: 'aanvaard', reden: 'De bank van de betaler bevestigde het.' })).toEqual(weiger('terugstorting-veranderd'))
    const batch = await stelBatchSamen(SYSTEEM)
    if (!batch.ok) throw new Error('no batch')
    expect(await keurBatchGoed(wereld.financieel[1], batch.value)).toEqual(weiger('zelf-voorbereid'))
    await keurBatchAf(wereld.financieel[0], { msgId: batch.value.msgId, reden: 'Klaar met de proef.' })
  })

  test('antwoordt de bank niet, dan wordt het later gevraagd', async () => {
    antwoord = 'stuk'
    const kenmerk = await gestort()
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    expect(await stand(kenmerk)).toBe('te-controleren')
    antwoord = 'match'
    expect((await geefBatchVrij(wereld)).ids).toEqual([kenmerk])
    await rekening.lees({ cents: -25_000, endToEndId: kenmerk })
  })

  test('tegenproef: de database laat het naar geen andere rekening gaan, en niet met een cent meer', async () => {
    const kenmerk = await gestort()
    await plant(`update terugstorting set status = 'in-batch', antwoord = 'match' where kenmerk = $1`, [kenmerk])
    const betaling = (cents: number, iban: string) => asOwner(`
      with b as (insert into betaalbatch (msg_id, aantal, totaal_cent) values ('PROEF', 1, $2) returning id)
      insert into betaling (batch_id, terugstorting_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select b.id, t.id, 'PROEF-1', $2, $3, 'X' from b, terugstorting t where t.kenmerk = $1`, [kenmerk, cents, iban])
    await expect(betaling(25_000, 'NL20INGB0001234567')).rejects.toThrow('naar een andere rekening')
    await expect(betaling(25_001, VAN)).rejects.toThrow('naar een andere rekening')
    await plant(`update terugstorting set status = 'open' where kenmerk = $1`, [kenmerk])
  })
})

describe('het loopt anders', () => {
  test('de bank stuurt het terug: het staat weer open, en opnieuw krijgt een eigen kenmerk', async () => {
    const kenmerk = await gestort()
    await geefBatchVrij(wereld)
    await rekening.lees({ cents: -25_000, endToEndId: kenmerk }, { cents: 25_000, endToEndId: kenmerk, retour: 'AC04' })
    expect([await stand(kenmerk), await brug(), await bevindingen()]).toEqual(['teruggekomen', 25_000, []])
    const [vraag] = await openVragen()
    expect((await getVraag(wereld.financieel[0], vraag?.id ?? ''))?.betaling?.kanOpnieuw).toBe(true)
    expect(await handelVraagAf(wereld.financieel[0], { vraagId: vraag?.id ?? '', toelichting: 'De rekening is weer open.', opnieuw: 'ja' })).toEqual(gedaan)
    expect((await geefBatchVrij(wereld)).ids).toEqual([`${kenmerk}/2`])
    await rekening.lees({ cents: -25_000, endToEndId: `${kenmerk}/2` })
    expect([await brug(), await bevindingen()]).toEqual([0, []])
  })

  test('de bank weigert het in een statusbericht: ook dan staat het weer open', async () => {
    const kenmerk = await gestort()
    const { msgId } = await geefBatchVrij(wereld)
    await leesBericht(aStatusbericht({ msgId, regels: [{ endToEndId: kenmerk, status: 'RJCT', code: 'AC01' }] }))
    expect([await stand(kenmerk), await brug(), await bevindingen()]).toEqual(['teruggekomen', 25_000, []])
  })

  test('met de hand overgemaakt naar een andere rekening, met het kenmerk: het afschrift handelt het af, alleen op de cent', async () => {
    antwoord = 'geen'
    const kenmerk = await gestort()
    await stelBatchSamen(SYSTEEM)
    await rekening.lees({ cents: -24_999, omschrijving: `terug ${kenmerk.toLowerCase()}` })
    expect([await stand(kenmerk), (await openVragen()).map(({ soort }) => soort)]).toEqual(['te-beoordelen', ['andere-terugbetaling']])
    await rekening.lees({ cents: -25_000, omschrijving: `terug ${kenmerk.toLowerCase()}` })
    expect([await stand(kenmerk), await brug(), await bevindingen()]).toEqual(['betaald', 0, []])
  })

  test('het hoorde toch ergens bij: de vraag komt weer open en het geld staat er één keer', async () => {
    const kenmerk = await gestort()
    expect((await openVragen())).toEqual([])
    const open = await beslisTerugstorting(wereld.financieel[1], { kenmerk, besluit: 'trek-in', reden: 'Het is van een opleider die belde.' })
    const [vraag] = await openVragen()
    expect(open).toEqual({ ok: true, value: { vraagId: vraag?.id } })
    expect([vraag?.soort, await brug(), await bevindingen()]).toEqual(['onbekende-ontvangst', 0, []])
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    expect(await beslisVraag(wereld.financieel[0], { vraagId: vraag?.id ?? '', besluit: 'stort-terug', waarom }), 'en kan dan toch weer terug').toEqual(gedaan)
    expect([await brug(), await bevindingen()]).toEqual([25_000, []])
  })

  test('is het op weg naar de bank, dan is het te laat om te stoppen', async () => {
    const kenmerk = await gestort()
    await geefBatchVrij(wereld)
    expect(await beslisTerugstorting(wereld.financieel[0], { kenmerk, besluit: 'trek-in', reden: 'Toch maar niet doen.' })).toEqual(weiger('terugstorting-veranderd'))
  })
})

test('de database kent dezelfde overgangen van een terugstorting, door dezelfde rollen (I7)', async () => {
  const rijen = await asOwner<{ regel: string }>(`select handeling || ' ' || van || ' ' || naar || ' ' || (select string_agg(r, ',' order by r) from unnest(rollen) r) as regel from status_overgang where onderwerp = 'terugstorting'`)
  const verwacht = Object.entries(TERUGSTORTING_OVERGANGEN).flatMap(([handeling, { van, naar, door }]) => van.map((een) => `${handeling} ${een} ${naar[0]} ${[...door].toSorted().join(',')}`))
  expect(rijen.map(({ regel }) => regel).toSorted()).toEqual(verwacht.toSorted())
})
