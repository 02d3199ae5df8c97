import { describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { handelVraagAf } from '@/lib/bank/use-cases/handel-vraag-af'
import { ontvangBankbericht } from '@/lib/bank/use-cases/ontvang-bankbericht'
import { verwerkBankbericht } from '@/lib/bank/use-cases/verwerk-bankbericht'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { getAansluitblad, getAansluiting, getBoeking, getOuderdom, getProefbalans, listOudste, listRegels } from '@/lib/financien/views'
import { inTransaction } from '@/lib/platform/db'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'
import { aAfschrift, type Boeking } from '@/tests/builders/bank'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let saldo = 1_000_000
let nummer = 0
let aanvragen: string[] = []
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2022-11-22T10:00:00+01:00')
  aanvragen = [await gefactureerd('F-1'), await gefactureerd('F-2'), await gefactureerd('F-3')]
})

const euro = (cents: number) => (cents / 100).toFixed(2)
const wie = () => wereld.financieel[0]
const waarden = async () => Object.fromEntries((await getAansluiting(wie())).filter(({ links, rechts }) => links !== 0 || rechts !== 0).map(({ wat, links }) => [wat, links]))
const verschillen = async () => (await getAansluiting(wie())).filter(({ verschil }) => verschil !== 0).map(({ wat, verschil }) => [wat, verschil])

/** The next statement of the account with these entries. */
async function lees(...boekingen: (Omit<Boeking, 'bedrag'> & { cents: number })[]): Promise<void> {
  nummer += 1
  const begin = saldo
  for (const { cents, richting } of boekingen) saldo += richting === 'CRDT' ? cents : -cents
  const inhoud = aAfschrift({ kenmerk: `A${String(nummer)}`, nummer, begin: euro(begin), eind: euro(saldo), boekingen: boekingen.map(({ cents, ...rest }) => ({ ...rest, bedrag: euro(cents) })) })
  const ontvangen = await ontvangBankbericht(SYSTEEM, { naam: 'afschrift.xml', inhoud })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  await verwerkBankbericht(ontvangen.value.berichtId)
}

/** A grant with an order and an invoice of € 939,50; gives the aanvraag. */
async function gefactureerd(factuurnummer: string): Promise<string> {
  const { aanvraagId } = await wereld.verleen()
  await maakVerplichting(aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [aanvraagId])
  await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: factuurnummer })) })
  return aanvraagId
}

describe('grootboek, documenten, bestanden en afschriften zeggen op de cent hetzelfde', () => {
  let kenmerk = ''
  test('drie facturen, betaald in één bestand', async () => {
    expect(await waarden()).toEqual({ Crediteuren: 281_850 })
    await zetKlok('2022-11-23T10:00:00+01:00')
    const batch = await stelBatchSamen(SYSTEEM)
    const msgId = batch.ok ? batch.value.msgId : ''
    for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, { msgId })
    const [rij] = await asOwner<{ id: string }>('select id from betaalbatch')
    await maakBetaalbestand(rij?.id ?? '')
    expect(await waarden()).toEqual({ Uitbetaald: 281_850 })
    const vordering = await inTransaction((tx) => stelVorderingIn(tx, {
      aanvraagId: aanvragen[0] ?? '', schuldenaar: { soort: 'opleider', opleiderId: wereld.opleider.opleiderId }, bedragCent: 93_950, grond: 'onverschuldigd-betaald', actor: SYSTEEM,
    }))
    kenmerk = (await asOwner<{ kenmerk: string }>('select kenmerk from vordering where id = $1', [vordering]))[0]?.kenmerk ?? ''
    expect(await waarden()).toEqual({ Uitbetaald: 281_850, Debiteuren: 93_950 })
    expect(await verschillen()).toEqual([])
  })

  test('het afschrift toont ze, en één betaling komt terug', async () => {
    const betalingen = await asOwner<{ e2e: string }>('select end_to_end_id as e2e from betaling order by end_to_end_id')
    await lees(...betalingen.map(({ e2e }) => ({ cents: 93_950, richting: 'DBIT' as const, endToEndId: e2e })))
    expect(await verschillen()).toEqual([])
    await lees({ cents: 93_950, richting: 'CRDT', endToEndId: betalingen[2]?.e2e ?? '', retour: 'AC04' })
    expect(await waarden()).toMatchObject({ Uitbetaald: 281_850, 'Uitgevoerde betalingen': 281_850, Teruggekomen: 93_950, 'Teruggestuurde betalingen': 93_950, Crediteuren: 93_950 })
    expect(await verschillen()).toEqual([])
  })

  test('een vordering wordt met een cent te veel betaald, en die cent gaat terug', async () => {
    await lees({ cents: 93_951, richting: 'CRDT', omschrijving: kenmerk })
    expect(await waarden()).toMatchObject({ 'Terug ontvangen': 93_950, 'Ontvangen op vorderingen, ook te veel': 93_951 })
    expect(await verschillen()).toEqual([])
    await lees({ cents: 1, richting: 'DBIT', omschrijving: kenmerk })
    expect(await waarden()).toMatchObject({ 'Met de hand teruggegeven, ook wat te veel was': 1 })
    expect(await verschillen()).toEqual([])
  })

  test('tegenproef: elk verschil van een cent valt op, op de regel waar het is', async () => {
    const proef = async (sql: string, terug: string) => {
      await plant(sql)
      const gevonden = (await verschillen()).map(([wat]) => wat)
      await plant(terug)
      return gevonden
    }
    expect(await proef('update betaling set bedrag_cent = bedrag_cent + 1 where status = \'uitgevoerd\'', 'update betaling set bedrag_cent = bedrag_cent - 1 where status = \'uitgevoerd\'')).toEqual(['Uitbetaald', 'Uitgevoerde betalingen'])
    expect(await proef('update vordering_mutatie set hoofdsom_cent = hoofdsom_cent - 1 where soort = \'ontvangst\'', 'update vordering_mutatie set hoofdsom_cent = hoofdsom_cent + 1 where soort = \'ontvangst\''))
      .toEqual(['Terug ontvangen', 'Ontvangen op vorderingen, ook te veel'])
    expect(await proef('update bankmutatie set bedrag_cent = bedrag_cent + 1 where soort = \'vordering\'', 'update bankmutatie set bedrag_cent = bedrag_cent - 1 where soort = \'vordering\''))
      .toEqual(['Ontvangen op vorderingen, ook te veel', 'Saldo van de bank'])
    expect(await verschillen()).toEqual([])
  })
})

describe('van het grootboek naar de rekening bij de bank', () => {
  const brug = async () => {
    const { regels, verwacht, gezien } = (await getAansluitblad(wie())).brug
    return { ...Object.fromEntries(regels.map(({ code, bedrag }) => [code, bedrag])), verwacht, gezien }
  }

  test('drie betaald, één terug, één terugbetaald: dat is wat op de rekening gebeurde', async () => {
    expect(await brug()).toEqual({ grootboek: -93_950, onderweg: 0, wacht: 0, teveel: 0, open: 0, gesloten: 0, verwacht: -93_950, gezien: -93_950 })
  })

  test('wat de bank zonder ons weten af- of bijschrijft, staat als uit te zoeken bedrag op het blad en blijft daar', async () => {
    const [betaling] = await asOwner<{ e2e: string }>(`select end_to_end_id as e2e from betaling where status = 'uitgevoerd' order by end_to_end_id limit 1`)
    await lees({ cents: 93_950, richting: 'DBIT', endToEndId: betaling?.e2e ?? '' })
    await lees({ cents: 1_234, richting: 'DBIT', omschrijving: 'Kosten' }, { cents: 5_000, richting: 'CRDT', omschrijving: 'Zonder kenmerk' })
    expect(await brug()).toMatchObject({ grootboek: -93_950, open: -90_184, gesloten: 0, verwacht: -184_134, gezien: -184_134 })
    expect((await getAansluitblad(wie())).brug).toMatchObject({ openAantal: 3, openBedrag: -90_184 })
    const [vraag] = await asOwner<{ id: string }>(`select v.id from bankvraag v join bankmutatie m on m.id = v.mutatie_id where m.bedrag_cent = -1234`)
    await handelVraagAf(wie(), { vraagId: vraag?.id ?? '', toelichting: 'Kosten van de rekening.', opnieuw: 'nee' })
    expect(await brug()).toMatchObject({ open: -88_950, gesloten: -1_234, verwacht: -184_134 })
    expect(await verschillen()).toEqual([])
  })

  test('tegenproef: een afschrijving waar niemand naar vroeg, is een verschil', async () => {
    await plant(`delete from bankvraag where mutatie_id in (select id from bankmutatie where bedrag_cent = -93950) and soort = 'dubbel-afgeschreven'`)
    expect(await verschillen()).toEqual([['Uitgevoerde betalingen', -93_950], ['De rekening volgens ons', 93_950]])
  })
})

describe('wat openstaat is wat de proefbalans zegt', () => {
  test('per rekening, op elke dag', async () => {
    await zetKlok('2022-12-28T10:00:00+01:00')
    for (const dag of ['2022-11-22', '2022-11-23', '2022-12-28']) {
      const op = plainDate(dag)
      const [{ totaal }, ouderdom] = [await getProefbalans(wie(), op), await getOuderdom(wie(), op)]
      for (const rekening of ['crediteuren', 'debiteuren', 'verplicht'] as const) expect(ouderdom.reduce((som, rij) => som + rij[rekening].bedrag, 0), `${dag} ${rekening}`).toBe(totaal[rekening])
    }
  })

  test('wat de bank terugstuurde is zo oud als de factuur, en leidt naar zijn regels en naar de betaling', async () => {
    const { crediteuren } = await listOudste(wie(), plainDate('2022-12-28'))
    expect(crediteuren.map(({ dagen, cent }) => [dagen, cent])).toEqual([[36, 93_950]])
    const { rijen } = await listRegels(wie(), { rekening: 'crediteuren', aanvraag: crediteuren[0]?.aanvraag ?? '' })
    expect(rijen.map(({ soort, bedragCent }) => [soort, bedragCent])).toEqual([['boek-betaling-terug', 93_950], ['betaal', -93_950], ['boek-factuur', 93_950]])
    expect((await getBoeking(wie(), String(rijen[0]?.boeking)))?.bron).toMatchObject({ naam: expect.stringMatching(/^Betaling /), href: expect.stringMatching(/^\/uwv\/betalingen\/BATCH-/) })
  })
})

describe('van een boeking naar haar document', () => {
  test('een opdracht leidt naar het dossier, of naar alles wat daarvoor is geboekt als iemand geen dossiers mag lezen', async () => {
    const { rijen } = await listRegels(wie(), { soort: 'ga-verplichting-aan' })
    const [rij] = rijen
    const bron = async (rol: 'financieel' | 'auditor') => (await getBoeking({ ...wie(), rollen: [rol] }, String(rij?.boeking)))?.bron
    expect(await bron('financieel')).toEqual({ href: `/uwv/financien/regels?aanvraag=${rij?.aanvraag ?? ''}`, naam: expect.stringMatching(/^Opdracht ORDER-/) })
    expect(await bron('auditor')).toMatchObject({ href: `/uwv/aanvragen/${rij?.aanvraag ?? ''}` })
  })

  test('elke soort oorzaak die is geboekt, leidt ergens heen of zegt wat het is', async () => {
    const boekingen = await asOwner<{ id: number; oorzaak: string }>(`select distinct on (oorzaak) id, oorzaak from boeking where oorzaak <> 'test' order by oorzaak, id`)
    const namen = await Promise.all(boekingen.map(async ({ id, oorzaak }) => [oorzaak, (await getBoeking(wie(), String(id)))?.bron?.naam.split(' ')[0]]))
    expect(namen).toEqual([['batch', 'Batch'], ['betaling', 'Betaling'], ['factuur', 'Factuur'], ['verplichting', 'Opdracht'], ['vordering', 'Vordering'], ['vordering-mutatie', 'Vordering']])
  })
})
