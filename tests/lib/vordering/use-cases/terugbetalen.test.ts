import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { parseIban, type Iban } from '@/lib/base/iban'
import { cent } from '@/lib/base/money'
import { beslisVraag } from '@/lib/bank/use-cases/beslis-vraag'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { getBetaalbestand } from '@/lib/betaling/views/uwv'
import { makeAansluiting } from '@/lib/financien/rules/aansluiting'
import { findAansluitcijfers } from '@/lib/financien/repo/aansluiting'
import { prisma } from '@/lib/platform/db'
import { REKENING_OVERGANGEN } from '@/lib/vordering/rules/rekening'
import { TERUGBETALING_OVERGANGEN } from '@/lib/vordering/rules/status'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { beoordeelRekening, bevestigRekening, controleerTerugbetaalrekeningen, geefRekening } from '@/lib/vordering/use-cases/kies-rekening'
import { meldTerugbetaling } from '@/lib/vordering/use-cases/meld-terugbetaling'
import { trekVorderingIn } from '@/lib/vordering/use-cases/trek-vordering-in'
import { verreken } from '@/lib/vordering/use-cases/verreken'
import { getEigenVordering, getVordering } from '@/lib/vordering/views'
import { i5 } from '@/scripts/controle/i5'
import { i6 } from '@/scripts/controle/i6'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { aBetaalWereld, IBAN, VANDAAG, type BetaalWereld } from '@/tests/builders/verlening'
import { aBurgervordering, asBurger, asMedewerker, aVordering, vergelijkMetGrootboek } from '@/tests/builders/vordering'
import { asOwner, freshDb, ownerClient, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let antwoord: 'match' | 'bijna' | 'geen' | 'onbekend' | 'stuk'
freshDb(async () => { wereld = await aBetaalWereld() })
beforeEach(async () => {
  antwoord = 'match'
  vi.stubGlobal('fetch', () => Promise.resolve(antwoord === 'stuk' ? new Response('stuk', { status: 503 }) : Response.json({ resultaat: antwoord })))
  await zetKlok(`${VANDAAG}T10:00:00+01:00`)
  // What an earlier test left open is not paid in this one.
  await plant(`update vordering_terugbetaling set status = 'betaald', betaald_op = '2022-11-21', herkomst = 'oud/' || id where status in ('open', 'teruggekomen')`)
})

const iban = (tekst: string): Iban => {
  const gelezen = parseIban(tekst)
  if (gelezen === undefined) throw new Error('no IBAN')
  return gelezen
}
const VAN = 'NL44RABO0123456789'
const REDEN = 'Het bezwaar is gegrond verklaard.'
const gedaan = { ok: true, value: undefined }
const weiger = (...redenen: string[]) => ({ ok: false, redenen })
const euro = (cents: number) => (cents / 100).toFixed(2)
let saldo = 1_000_000
let nummer = 0

/** The next statement of the account with these entries. */
async function lees(...boekingen: (Omit<Boeking, 'bedrag'> & { cents: number })[]): Promise<void> {
  nummer += 1
  const begin = saldo
  for (const { cents, richting } of boekingen) saldo += richting === 'CRDT' ? cents : -cents
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'a.xml', inhoud: aAfschrift({ kenmerk: `T${String(nummer)}`, nummer, begin: euro(begin), eind: euro(saldo), boekingen: boekingen.map(({ cents, ...rest }) => ({ ...rest, bedrag: euro(cents) })) }) })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
}

/** Composes a batch, has it approved by two people and makes its file; gives the file. */
async function betaal(): Promise<string> {
  const batch = await stelBatchSamen(SYSTEEM)
  if (!batch.ok) throw new Error(batch.redenen.join())
  const { msgId } = batch.value
  for (const medewerker of wereld.financieel.slice(0, 2)) expect(await keurBatchGoed(medewerker, { msgId })).toEqual(gedaan)
  const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [msgId])
  await maakBetaalbestand(rij?.id ?? '')
  return (await getBetaalbestand(wereld.financieel[0], msgId))?.inhoud.toString('utf8') ?? ''
}
const terugVan = async (id: string) => (await prisma.vorderingTerugbetaling.findMany({ where: { vorderingId: id }, orderBy: { ontstaanOp: 'asc' } })).map(({ status }) => status)
const laatsteVraag = async () => (await asOwner<{ id: string; soort: string }>(`select id, soort from bankvraag where toestand = 'open' order by mutatie_id desc nulls last limit 1`))[0] ?? { id: '', soort: '' }

/** I5 and I6 of `npm run controle`, and every pair of the reconciliation that this file touches; the ledger was filled behind the back of orders. */
async function bevindingen(): Promise<string[]> {
  const client = await ownerClient()
  try {
    const fouten: string[] = (await vergelijkMetGrootboek()).map((rij) => JSON.stringify(rij))
    for (const [naam, check] of Object.entries({ ...i6.checks, overloop: i5.checks['boeking-uit-evenwicht'] })) if (check !== undefined) fouten.push(...(await check(client)).regels.map((regel) => `${naam}: ${regel}`))
    return fouten
  } finally {
    await client.end()
  }
}
const AANSLUITEND = ['Rente die wij moeten betalen', 'Debiteuren', 'Teruggekomen', 'Terug ontvangen', 'Teruggegeven', 'Uitgevoerde betalingen', 'Ontvangen op vorderingen, ook te veel', 'Uitbetaald', 'Crediteuren']

describe('de database kent dezelfde overgangen (I7)', () => {
  test.each<[string, Readonly<Record<string, { readonly van: readonly string[]; readonly naar: string }>>]>([['terugbetaling', TERUGBETALING_OVERGANGEN], ['terugbetaalrekening', REKENING_OVERGANGEN]])('van een %s', async (onderwerp, overgangen) => {
    const rijen = await asOwner<{ regel: string }>(`select handeling || ' ' || van || ' ' || naar as regel from status_overgang where onderwerp = $1 order by 1`, [onderwerp])
    expect(rijen.map(({ regel }) => regel).toSorted()).toEqual(Object.entries(overgangen).flatMap(([handeling, { van, naar }]) => van.map((een) => `${handeling} ${een} ${naar}`)).toSorted())
  })
})

describe('terugbetalen aan een opleider (Awb 4:102)', () => {
  test('wat na betaling vervalt gaat mee in de batch, naar de eigen rekening, en is daarmee van de boeken', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 90_000 })
    await lees({ cents: 90_000, richting: 'CRDT', omschrijving: kenmerk })
    await zetKlok('2023-11-21T10:00:00+01:00')
    expect(await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: REDEN })).toEqual(gedaan)
    // 364 days of 2, 4 and 6 % come to more than € 10: with interest.
    const bestand = await betaal()
    expect(bestand).toContain(`<EndToEndId>${kenmerk}/T1</EndToEndId>`)
    expect(bestand).toContain(`<IBAN>${IBAN}</IBAN>`)
    expect(bestand).toContain(`STAP-budget terugbetaling aan u, kenmerk ${kenmerk}/T1`)
    const [regel] = await asOwner<{ cent: number }>(`select bedrag_cent as cent from betaling where end_to_end_id = $1`, [`${kenmerk}/T1`])
    const [terug] = await asOwner<{ rente: number }>('select rente_cent as rente from vordering_terugbetaling where vordering_id = $1', [id])
    expect(regel?.cent).toBe(90_000 + (terug?.rente ?? 0))
    expect(terug?.rente).toBeGreaterThan(3_000)
    expect(await terugVan(id)).toEqual(['betaald'])
    expect(await bevindingen()).toEqual([])
    await lees({ cents: regel?.cent ?? 0, richting: 'DBIT', endToEndId: `${kenmerk}/T1` })
    expect(await asOwner('select status from betaling where end_to_end_id = $1', [`${kenmerk}/T1`])).toEqual([{ status: 'uitgevoerd' }])
    expect(await bevindingen()).toEqual([])
  })

  test('komt het terug, dan zijn wij het weer schuldig; opnieuw betalen krijgt een eigen kenmerk', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 20_000, richting: 'CRDT', omschrijving: kenmerk })
    await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(5_000), reden: REDEN })
    await betaal()
    await lees({ cents: 15_000, richting: 'DBIT', endToEndId: `${kenmerk}/T1` }, { cents: 15_000, richting: 'CRDT', endToEndId: `${kenmerk}/T1`, retour: 'AC04' })
    expect(await terugVan(id)).toEqual(['teruggekomen'])
    expect(await bevindingen()).toEqual([])
    const { id: vraagId, soort } = await laatsteVraag()
    expect(soort).toBe('teruggekomen')
    expect(await handelVraagAf(wereld.financieel[0], { vraagId, toelichting: 'De rekening is nagekeken.', opnieuw: 'ja' })).toEqual(gedaan)
    expect(await betaal()).toContain(`<EndToEndId>${kenmerk}/T2</EndToEndId>`)
    await lees({ cents: 15_000, richting: 'DBIT', endToEndId: `${kenmerk}/T2` })
    expect(await terugVan(id)).toEqual(['betaald'])
    expect(await bevindingen()).toEqual([])
  })

  test('wat niet bij de batch past weigert de database: een cent meer, of een andere rekening', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 20_500, richting: 'CRDT', omschrijving: kenmerk })
    const [terug] = await asOwner<{ id: string }>(`select id from vordering_terugbetaling where vordering_id = $1`, [id])
    await plant(`update vordering_terugbetaling set status = 'in-batch' where id = $1`, [terug?.id])
    const [batch] = await asOwner<{ id: string }>('select id from betaalbatch limit 1')
    const voegToe = (bedrag: number, naar: string) => asOwner('insert into betaling (batch_id, terugbetaling_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) values ($1, $2, $3, $4, $5, $6)', [batch?.id, terug?.id, 'X', bedrag, naar, 'X'])
    await expect(voegToe(501, IBAN)).rejects.toThrow('niet wat wij terug moeten betalen')
    await expect(voegToe(500, VAN)).rejects.toThrow('de naam niet klopt')
    await plant(`update vordering_terugbetaling set status = 'betaald', betaald_op = '2022-11-21', herkomst = 'oud/' || id where id = $1`, [terug?.id])
  })

  test('twee batches tegelijk: elk bedrag staat in één ervan; zonder de grendel stond het in allebei', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await lees({ cents: 20_300, richting: 'CRDT', omschrijving: kenmerk })
    const uitkomsten = await Promise.all([stelBatchSamen(SYSTEEM), stelBatchSamen(SYSTEEM)])
    expect(uitkomsten.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const [terug] = await asOwner<{ id: string }>('select id from vordering_terugbetaling where vordering_id = $1', [id])
    const nogEens = () => plant(`insert into betaling (batch_id, terugbetaling_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select batch_id, terugbetaling_id, end_to_end_id || '/X', bedrag_cent, iban, tenaamstelling from betaling where terugbetaling_id = '${terug?.id ?? ''}'`)
    await expect(nogEens()).rejects.toThrow('betaling_een_per_terugbetaling')
  })
})

describe('terugbetalen aan een burger', () => {
  test('de burger bevestigt de rekening waarvan is betaald; daarvoor gaat er niets uit', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld, 20_000)
    const burger = asBurger(burgerId)
    await lees({ cents: 25_000, richting: 'CRDT', omschrijving: kenmerk, van: { iban: VAN, naam: 'M. Jansen' } })
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    const [terug] = await asOwner<{ id: string }>('select id from vordering_terugbetaling where vordering_id = $1', [id])
    await meldTerugbetaling(terug?.id ?? '')
    await meldTerugbetaling(terug?.id ?? '')
    expect(await asOwner(`select onderwerp from brief where burger_id = $1 and onderwerp like 'U krijgt geld%'`, [burgerId])).toHaveLength(1)
    // Nowhere in the clear.
    expect(await asOwner(`select 1 from vordering_rekening where iban like '%${VAN}%' or tenaamstelling like '%Jansen%'`)).toEqual([])
    const { rekeningen } = await getEigenVordering(burger, kenmerk) ?? {}
    expect(rekeningen?.voorstel).toMatchObject({ rekening: 'NL•• •••• 6789', tenaamstelling: 'M. Jansen', status: 'voorgesteld' })
    expect(await bevestigRekening(asBurger((await aBurgervordering(wereld)).burgerId), { kenmerk, rekeningId: rekeningen?.voorstel?.id ?? '' })).toEqual(weiger('rekening-vervallen'))
    expect(await bevestigRekening(burger, { kenmerk, rekeningId: rekeningen?.voorstel?.id ?? '' })).toEqual(gedaan)
    const bestand = await betaal()
    expect(bestand).toContain(`<IBAN>${VAN}</IBAN>`)
    expect(bestand).toContain('<Nm>M. Jansen</Nm>')
    expect(await geefRekening(burger, { kenmerk, iban: iban(IBAN), tenaamstelling: 'Sam Jansen' })).toEqual(weiger('niets-terug'))
    expect(await bevindingen()).toEqual([])
  })

  test('een opgegeven rekening op een andere naam gaat langs een medewerker, die hem aanvaardt of afwijst', async () => {
    const { kenmerk, burgerId } = await aBurgervordering(wereld, 20_000)
    const burger = asBurger(burgerId)
    await lees({ cents: 20_100, richting: 'CRDT', omschrijving: kenmerk })
    expect((await getEigenVordering(burger, kenmerk))?.rekeningen).toEqual({ lopend: undefined, voorstel: undefined })
    expect(await geefRekening(burger, { kenmerk, iban: iban(VAN), tenaamstelling: 'P. Bakker' })).toEqual(gedaan)
    expect((await getVordering(wereld.financieel[0], kenmerk))?.teDoen).toEqual(['rekening'])
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    expect(await beoordeelRekening(wereld.financieel[0], { kenmerk, oordeel: 'wijs-af', reden: 'De burger kent deze rekening niet.' })).toEqual(gedaan)
    expect(await beoordeelRekening(wereld.financieel[1], { kenmerk, oordeel: 'aanvaard', reden: 'De burger kent deze rekening wel.' })).toEqual(weiger('rekening-al-beoordeeld'))
    expect(await geefRekening(burger, { kenmerk, iban: iban(VAN), tenaamstelling: 'P. Bakker' })).toEqual(gedaan)
    expect(await beoordeelRekening(wereld.financieel[1], { kenmerk, oordeel: 'aanvaard', reden: 'Dit is de bewindvoerder.' })).toEqual(gedaan)
    expect(await betaal()).toContain(`<IBAN>${VAN}</IBAN>`)
  })

  test('antwoordt de bank niet, dan wordt het later gevraagd; komt het geld terug, dan vragen wij een andere rekening', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld, 20_000)
    const burger = asBurger(burgerId)
    await lees({ cents: 20_100, richting: 'CRDT', omschrijving: kenmerk })
    antwoord = 'stuk'
    expect(await geefRekening(burger, { kenmerk, iban: iban(VAN), tenaamstelling: 'S. Jansen' })).toEqual(gedaan)
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    antwoord = 'match'
    await controleerTerugbetaalrekeningen()
    await betaal()
    await lees({ cents: 100, richting: 'DBIT', endToEndId: `${kenmerk}/T1` }, { cents: 100, richting: 'CRDT', endToEndId: `${kenmerk}/T1`, retour: 'AC04' })
    expect(await terugVan(id)).toEqual(['teruggekomen'])
    expect((await getEigenVordering(burger, kenmerk))?.rekeningen.lopend).toBeUndefined()
    expect(await asOwner(`select 1 from outbox where job = 'meld-terugbetaling' and payload ->> 'terugbetalingId' = (select id::text from vordering_terugbetaling where vordering_id = $1)`, [id])).toHaveLength(2)
    expect(await bevindingen()).toEqual([])
  })
})

describe('geld dat komt na afboeking', () => {
  const afgeboekt = async () => {
    const vordering = await aVordering(wereld, { bedragCent: 10_000 })
    expect(await boekAf(wereld.financieel[0], { kenmerk: vordering.kenmerk, soort: 'oninbaar', bedrag: cent(10_000), reden: 'Er is niets te halen.' })).toEqual({ ok: true, value: { isVerleend: true } })
    await lees({ cents: 6_000, richting: 'CRDT', omschrijving: vordering.kenmerk })
    expect((await laatsteVraag()).soort).toBe('vordering-afgelopen')
    return vordering
  }
  const stand = (id: string) => prisma.vordering.findUniqueOrThrow({ where: { id }, select: { status: true, openCent: true } })

  test('aangenomen als late betaling: voor dat deel is de afboeking hersteld en betaald; de rest bij de laatste', async () => {
    const { id, kenmerk } = await afgeboekt()
    const { id: vraagId } = await laatsteVraag()
    const besluit = { vraagId, besluit: 'neem-aan' as const, waarom: 'De curator betaalt uit.' }
    expect(await beslisVraag(wereld.financieel[0], besluit)).toEqual(gedaan)
    expect(await beslisVraag(wereld.financieel[1], besluit)).toEqual(weiger('al-afgehandeld'))
    expect(await stand(id)).toEqual({ status: 'oninbaar', openCent: 0 })
    expect(await bevindingen()).toEqual([])
    await lees({ cents: 4_500, richting: 'CRDT', omschrijving: kenmerk })
    expect(await beslisVraag(wereld.financieel[0], { ...besluit, vraagId: (await laatsteVraag()).id })).toEqual(gedaan)
    // € 5 more than was written off goes back.
    expect(await stand(id)).toEqual({ status: 'voldaan', openCent: 0 })
    expect(await terugVan(id)).toEqual(['open'])
    expect(await bevindingen()).toEqual([])
  })

  test('of terugbetaald: de afboeking blijft, en het geld gaat mee in de batch', async () => {
    const { id, kenmerk } = await afgeboekt()
    expect(await beslisVraag(wereld.financieel[0], { vraagId: (await laatsteVraag()).id, besluit: 'boek', kenmerk, waarom: 'Toch boeken.' })).toEqual(weiger('geen-ontvangst'))
    expect(await beslisVraag(wereld.financieel[0], { vraagId: (await laatsteVraag()).id, besluit: 'betaal-terug', waarom: 'Wie betaalde wil het terug.' })).toEqual(gedaan)
    expect(await stand(id)).toEqual({ status: 'oninbaar', openCent: 0 })
    expect(await betaal()).toContain(`${kenmerk}/T1`)
    expect(await bevindingen()).toEqual([])
  })

  test('een ontvangst zonder kenmerk boekt een medewerker op de terugvordering die hij vond', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 10_000 })
    await lees({ cents: 10_000, richting: 'CRDT', omschrijving: 'cursusgeld retour' })
    const vraagId = (await laatsteVraag()).id
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'boek', kenmerk: 'VORD-9999999-63', waarom: 'Van de opleider.' })).toEqual(weiger('kenmerk-onbekend'))
    expect(await beslisVraag(wereld.financieel[0], { vraagId, besluit: 'boek', kenmerk, waarom: 'Van de opleider.' })).toEqual(gedaan)
    expect(await stand(id)).toEqual({ status: 'voldaan', openCent: 0 })
    expect(await bevindingen()).toEqual([])
  })
})

describe('verrekenen (Awb 4:93, 4:57 lid 3)', () => {
  /** One burger with two claims for the same course in two tijdvakken; of the first € 200 must go back after bezwaar. */
  async function tweeVorderingen(tweedeCent = 8_000) {
    const een = await aBurgervordering(wereld, 20_000)
    const ander = await aBurgervordering(wereld, tweedeCent)
    await plant(`update vordering set schuldenaar_burger_id = $2, bezwaar_uiterlijk_op = bezwaar_uiterlijk_op where id = $1`, [ander.id, een.burgerId])
    const [tijdvak] = await asOwner<{ id: string }>(`insert into tijdvak (code, opent_op, sluit_op, registratiestop_op, toestand, past_niet_regel) values ('T' || $1, '2022-03-01T09:00:00Z', '2022-03-31T09:00:00Z', '2022-02-01', 'gesloten', 'weiger') returning id`, [ander.kenmerk])
    await plant('update aanvraag set tijdvak_id = $2 where id = $1', [ander.aanvraagId, tijdvak?.id])
    await lees({ cents: 20_000, richting: 'CRDT', omschrijving: een.kenmerk })
    await trekVorderingIn(wereld.financieel[0], { kenmerk: een.kenmerk, wordt: cent(0), reden: REDEN })
    const [terug] = await asOwner<{ id: string }>('select id from vordering_terugbetaling where vordering_id = $1', [een.id])
    return { een, ander, terugbetalingId: terug?.id ?? '' }
  }

  test('binnen het mandaat: beide schulden worden lager, op de cent, met een brief; wat overblijft gaat in de batch', async () => {
    const { een, ander, terugbetalingId } = await tweeVorderingen()
    const besluit = { kenmerk: ander.kenmerk, terugbetalingId, bedrag: cent(8_000), beslag: 'ja' as const, reden: 'Zelfde cursus in een ander tijdvak.' }
    // The term for bezwaar still runs.
    expect(await verreken(wereld.financieel[0], besluit)).toEqual(weiger('verrekenen-mag-niet'))
    await zetKlok('2023-01-20T10:00:00+01:00')
    expect((await getVordering(wereld.financieel[0], ander.kenmerk))?.verrekenkansen).toEqual([{ terugbetalingId, kenmerk: een.kenmerk, hoofdsomCent: 20_000, hoogstensCent: 8_000, werktVanaf: '2022-11-21', beletsels: [] }])
    expect(await verreken(wereld.financieel[0], { ...besluit, bedrag: cent(8_001) })).toEqual(weiger('bedrag-te-hoog'))
    expect(await verreken(wereld.financieel[0], besluit)).toEqual({ ok: true, value: { isVerleend: true } })
    expect(await prisma.vordering.findUniqueOrThrow({ where: { id: ander.id }, select: { status: true, openCent: true } })).toEqual({ status: 'voldaan', openCent: 0 })
    expect(await prisma.vorderingTerugbetaling.findUniqueOrThrow({ where: { id: terugbetalingId }, select: { status: true, verrekendCent: true } })).toEqual({ status: 'open', verrekendCent: 8_000 })
    const [brief] = await asOwner<{ inhoud: string }>(`select inhoud::text from brief where onderwerp = 'Wij verrekenen wat u moet betalen' order by verzonden_op desc limit 1`)
    for (const deel of ['€ 80', een.kenmerk, ander.kenmerk, '4:57, derde lid']) expect(brief?.inhoud).toContain(deel)
    expect(await bevindingen()).toEqual([])
    expect(await geefRekening(asBurger(een.burgerId), { kenmerk: een.kenmerk, iban: iban(VAN), tenaamstelling: 'S. Jansen' })).toEqual(gedaan)
    expect(await betaal()).toContain('<InstdAmt Ccy="EUR">120.00</InstdAmt>')
    expect(await bevindingen()).toEqual([])
  })

  test('boven het mandaat beslist een ander; een afspraak in termijnen staat eraan in de weg', async () => {
    const { een, ander, terugbetalingId } = await tweeVorderingen(20_000)
    await zetKlok('2023-01-20T10:00:00+01:00')
    expect(await verreken(wereld.financieel[0], { kenmerk: ander.kenmerk, terugbetalingId, bedrag: cent(20_000), beslag: 'ja', reden: 'Zelfde cursus in een ander tijdvak.' })).toEqual({ ok: true, value: { isVerleend: false } })
    expect(await beslisAfboeking(wereld.financieel[0], { kenmerk: ander.kenmerk, besluit: 'verleen' })).toEqual(weiger('eigen-voorstel'))
    await plant(`update vordering set uitstel_tot = '2023-03-01' where id = $1`, [ander.id])
    expect(await beslisAfboeking(wereld.financieel[1], { kenmerk: ander.kenmerk, besluit: 'verleen' })).toEqual(weiger('verrekenen-mag-niet'))
    await plant(`update vordering set uitstel_tot = null where id = $1`, [ander.id])
    expect(await beslisAfboeking(wereld.financieel[1], { kenmerk: ander.kenmerk, besluit: 'verleen' })).toEqual(gedaan)
    expect(await terugVan(een.id)).toEqual(['verrekend'])
    expect(await bevindingen()).toEqual([])
  })

  test('een opleider is niet de ontvanger van de subsidie: het scherm zegt waarom het niet mag', async () => {
    const { kenmerk } = await aVordering(wereld, { bedragCent: 10_000 })
    const ander = await aVordering(wereld, { bedragCent: 10_000 })
    await lees({ cents: 10_000, richting: 'CRDT', omschrijving: ander.kenmerk })
    await trekVorderingIn(wereld.financieel[0], { kenmerk: ander.kenmerk, wordt: cent(0), reden: REDEN })
    const { verrekenkansen } = await getVordering(wereld.financieel[0], kenmerk) ?? {}
    expect(verrekenkansen?.find((kans) => kans.kenmerk === ander.kenmerk)?.beletsels).toEqual(['geen-subsidieontvanger', 'zelfde-tijdvak', 'bezwaar-loopt'])
  })
})

test('de aansluiting klopt op de cent na alles wat hierboven gebeurde', async () => {
  const scheef = makeAansluiting(await findAansluitcijfers()).filter(({ wat, verschil }) => AANSLUITEND.includes(wat) && verschil !== 0)
  expect(scheef.filter(({ wat }) => wat !== 'Crediteuren' && wat !== 'Teruggegeven')).toEqual([])
  expect(await asMedewerker('Iemand', 'financieel')).toBeDefined()
})
