import { afterAll, describe, expect, test } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { maakFactuur } from '@/lib/betaling/use-cases/maak-factuur'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { voerBesluitUit } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { getAansluiting } from '@/lib/financien/views'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction } from '@/lib/platform/db'
import { beslisOver, aUwver, stelVoor, trekIn } from '@/tests/builders/herroeping'
import { beslis, betaalUit, neemVoor, reageer, rekeningen } from '@/tests/builders/vaststelling'
import { aBetaalWereld, saldi, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { ontvang } from '@/tests/builders/vordering'
import { asOwner, freshDb, ownerClient, plant, totIemandWacht, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let ellen: Medewerker
let teamleider: Medewerker
const OK = { ok: true, value: undefined }
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-01T10:00:00+01:00')
  ellen = await aUwver('Ellen Postma', 'behandelaar')
  teamleider = await aUwver('Tom Bos', 'teamleider')
})

const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status
const orderVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ ordernummer: string; bedrag_cent: number; status: string }>('select ordernummer, bedrag_cent, status from verplichting where aanvraag_id = $1', [aanvraagId]))[0]
const inkoopVan = ({ aanvraagId }: Verlening) =>
  asOwner<{ soort: string; ordernummer: string }>('select i.soort, i.ordernummer from inkoopbericht i join verplichting v on v.id = i.verplichting_id where v.aanvraag_id = $1 order by i.ordernummer, i.volgnummer', [aanvraagId])
const briefVan = async ({ aanvraagId }: Verlening, soort = 'herroeping') =>
  (await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where aanvraag_id = $1 and soort = $2 order by verzonden_op desc limit 1`, [aanvraagId, soort]))[0]?.tekst
const pot = async () => (await asOwner<{ over: number; boven: number }>(
  `select (plafond_cent + overschrijding_cent - gereserveerd_cent - verplicht_cent - betaald_cent)::integer as over, overschrijding_cent::integer as boven from compartiment where id = $1`, [wereld.compartimentId]))[0]
/** More budget, after a test that used all of it. */
async function vulAan(): Promise<void> {
  await asOwner('update compartiment set plafond_cent = plafond_cent + 10000000 where id = $1', [wereld.compartimentId])
  await asOwner(`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('verhoog-plafond', 'test', gen_random_uuid()::text) returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select b.id, r.rekening, $1, r.cent from b, (values ('plafond', -10000000), ('vrij', 10000000)) as r (rekening, cent)`, [wereld.compartimentId])
}
/** An aanvraag with an order, withdrawn by UWV before anything was invoiced. */
async function ingetrokken(): Promise<Verlening> {
  const verlening = await wereld.verleen()
  await maakVerplichting(verlening.aanvraagId)
  await trekIn(wereld.behandelaar, verlening)
  return verlening
}
/** What the ledger must keep to whatever was done: the claims, the accounts of each aanvraag, and the stand of the compartiment. */
async function klopt(): Promise<void> {
  expect(await asOwner(`select v.aanvraag_id from (select aanvraag_id, sum(open_cent) as open, sum(open_kosten_cent) as kosten from vordering group by 1) v
    left join (select aanvraag_id, sum(bedrag_cent) filter (where rekening = 'debiteuren') as open, sum(bedrag_cent) filter (where rekening = 'rente-debiteuren') as kosten from boekingsregel group by 1) r using (aanvraag_id)
    where (v.open, v.kosten) is distinct from (coalesce(r.open, 0), coalesce(r.kosten, 0))`)).toEqual([])
  expect(await asOwner(`select aanvraag_id, rekening from boekingsregel where aanvraag_id is not null and rekening not in ('vrij', 'rentelast', 'rentebaat') group by 1, 2 having sum(bedrag_cent) < 0`)).toEqual([])
  expect(await asOwner(`select c.id from compartiment c join (select compartiment_id, sum(bedrag_cent) filter (where rekening = 'plafond') as plafond from boekingsregel group by 1) r on r.compartiment_id = c.id
    where c.plafond_cent + c.overschrijding_cent <> -r.plafond or c.gereserveerd_cent + c.verplicht_cent + c.betaald_cent > c.plafond_cent + c.overschrijding_cent`)).toEqual([])
}

describe('Awb 7:11 lid 2: een intrekking die niet blijft staan, wordt herroepen', () => {
  test('niet betaald: de verlening is er weer, met een nieuwe opdracht die kan worden gefactureerd', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const [was, geld] = [await orderVan(verlening), await saldi(wereld.compartimentId)]
    await trekIn(wereld.behandelaar, verlening)
    expect(await statusVan(verlening)).toBe('ingetrokken')
    expect(await stelVoor(ellen, verlening)).toEqual(OK)
    expect(await statusVan(verlening), 'een voorstel verandert niets').toBe('ingetrokken')
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)

    expect(await statusVan(verlening)).toBe('verleend')
    expect(await rekeningen(verlening)).toEqual({ verplicht: 93_950, vrij: -93_950 })
    expect(await saldi(wereld.compartimentId), 'het geld staat waar het stond').toMatchObject({ vrij: geld['vrij'], verplicht: geld['verplicht'], plafond: geld['plafond'] })
    const wordt = await orderVan(verlening)
    expect(wordt).toMatchObject({ bedrag_cent: 93_950, status: 'open' })
    expect(wordt?.ordernummer).not.toBe(was?.ordernummer)
    expect(await inkoopVan(verlening)).toEqual([
      { soort: 'order', ordernummer: was?.ordernummer }, { soort: 'annulering', ordernummer: was?.ordernummer }, { soort: 'order', ordernummer: wordt?.ordernummer },
    ])
    expect(await asOwner('select vrijgevallen_op from toewijzing where aanvraag_id = $1', [verlening.aanvraagId]), 'de plaats in het kalenderjaar is weer bezet (I4)').toEqual([{ vrijgevallen_op: null }])
    expect(await asOwner(`select k.soort, k.oorzaak, b.soort as besluit from boeking k join besluit b on b.id::text = k.oorzaak_id where b.aanvraag_id = $1 and b.soort = 'herroeping'`, [verlening.aanvraagId]))
      .toEqual([{ soort: 'herstel-verplichting', oorzaak: 'besluit', besluit: 'herroeping' }])
    expect(await maakFactuur(wereld.opleider, { ordernummer: was?.ordernummer ?? '', factuurnummer: 'H-0', btw: 'vrijgesteld', btwNummer: 'NL900000019B01' })).toEqual({ ok: false, redenen: ['opdracht-niet-gevonden'] })
    expect(await maakFactuur(wereld.opleider, { ordernummer: wordt?.ordernummer ?? '', factuurnummer: 'H-1', btw: 'vrijgesteld', btwNummer: 'NL900000019B01' })).toMatchObject({ ok: true, value: { status: 'gematcht' } })
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 93_950 })
    await klopt()
  })

  test('de brief zegt wat er is, waarom en tot wanneer bezwaar kan; de opleider krijgt de opdracht', async () => {
    const verlening = await ingetrokken()
    await stelVoor(ellen, verlening)
    await beslisOver(teamleider, verlening)
    const brief = await briefVan(verlening)
    expect(brief).toContain('U krijgt uw STAP-budget voor ‘Basiscursus MIG/MAG-lassen’ bij Vakschool De Ambacht terug. Het is € 939,50.')
    expect(brief).toContain('Uw opleider kan ons een factuur sturen van hoogstens € 939,50.')
    expect(brief).toContain('U kreeg gelijk in bezwaar.')
    expect(brief).toContain('artikel 7:11, tweede lid')
    expect(brief).toContain('BZW-2023-0117')
    expect(brief).toContain('"bezwaar": {"bij": "uwv"')
    expect(await briefVan(verlening, 'mededeling')).toContain('Een deelnemer heeft het STAP-budget voor uw opleiding ‘Basiscursus MIG/MAG-lassen’ terug.')
  })

  test('betaald en teruggevorderd van de deelnemer, die niets betaalde: de vordering vervalt, en er is niets opnieuw te betalen', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await trekIn(wereld.behandelaar, verlening, 'burger')
    expect(await rekeningen(verlening)).toMatchObject({ debiteuren: 93_950 })
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await rekeningen(verlening)).toEqual({ betaald: 93_950, vrij: -93_950 })
    expect(await orderVan(verlening)).toMatchObject({ status: 'betaald', bedrag_cent: 93_950 })
    expect(await asOwner('select status, open_cent from vordering where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ status: 'ingetrokken', open_cent: 0 }])
    expect(await briefVan(verlening)).toContain('Wij vragen € 939,50 niet meer van u terug.')
    await klopt()
  })

  test('betaald en van de opleider teruggekregen: wij geven het terug, met rente (Awb 4:102)', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await trekIn(wereld.behandelaar, verlening, 'opleider')
    const [vordering] = await asOwner<{ kenmerk: string }>('select kenmerk from vordering where aanvraag_id = $1', [verlening.aanvraagId])
    await ontvang(vordering?.kenmerk ?? '', 93_950, '2023-03-01')
    await zetKlok('2024-03-01T10:00:00+01:00')
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 93_950 })
    const [terug] = await asOwner<{ hoofdsom_cent: number; rente_cent: number; status: string }>('select t.hoofdsom_cent, t.rente_cent, t.status from vordering_terugbetaling t join vordering v on v.id = t.vordering_id where v.aanvraag_id = $1', [verlening.aanvraagId])
    expect(terug).toMatchObject({ hoofdsom_cent: 93_950, status: 'open' })
    expect(terug?.rente_cent).toBeGreaterThan(1_000)
    expect(await orderVan(verlening), 'de opleider wordt niet twee keer betaald').toMatchObject({ status: 'betaald' })
    await klopt()
    await zetKlok('2023-03-01T10:00:00+01:00')
  })

  test('een kwijtgescholden vordering was geen verlies: het is weer subsidie', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await trekIn(wereld.behandelaar, verlening, 'burger')
    await plant(`with v as (update vordering set status = 'kwijtgescholden', open_cent = 0 where aanvraag_id = $1 returning id, aanvraag_id, compartiment_id, opleider_id),
        m as (insert into vordering_mutatie (vordering_id, soort, hoofdsom_cent, kosten_cent, dag) select id, 'kwijtschelding', -93950, 0, '2023-03-01' from v),
        b as (insert into boeking (soort, oorzaak, oorzaak_id) select 'scheld-kwijt', 'test', id::text from v returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, aanvraag_id, opleider_id, bedrag_cent)
      select b.id, r.rekening, v.compartiment_id, v.aanvraag_id, v.opleider_id, r.cent from b, v, (values ('debiteuren', -93950), ('oninbaar', 93950)) as r (rekening, cent)`, [verlening.aanvraagId])
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await rekeningen(verlening)).toEqual({ betaald: 93_950, vrij: -93_950 })
    await klopt()
  })

  test('voor een deel: wat overblijft van de vordering blijft staan', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await trekIn(wereld.behandelaar, verlening, 'burger')
    await stelVoor(ellen, verlening, { bedrag: '500' })
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ betaald: 50_000, debiteuren: 43_950 })
    await klopt()
  })
})

describe('Awb 4:25 lid 3: een plafond dat intussen is bereikt, staat niet in de weg', () => {
  afterAll(vulAan)

  test('er is te weinig over: wat ontbreekt gaat boven het plafond, met het besluit als oorzaak, en nooit stil', async () => {
    const verlening = await ingetrokken()
    const { over = 0 } = await pot() ?? {}
    const ander = await wereld.verleen(over - 40_000)
    expect(await pot()).toEqual({ over: 40_000, boven: 0 })
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await pot()).toEqual({ over: 0, boven: 53_950 })
    expect(await asOwner(`select k.soort, r.rekening, r.bedrag_cent::integer as cent from boeking k join boekingsregel r on r.boeking_id = k.id join besluit b on b.id::text = k.oorzaak_id
      where b.aanvraag_id = $1 and b.soort = 'herroeping' order by k.id, r.bedrag_cent`, [verlening.aanvraagId])).toEqual([
      { soort: 'sta-herstel-toe', rekening: 'plafond', cent: -53_950 }, { soort: 'sta-herstel-toe', rekening: 'vrij', cent: 53_950 },
      { soort: 'herstel-verplichting', rekening: 'vrij', cent: -93_950 }, { soort: 'herstel-verplichting', rekening: 'verplicht', cent: 93_950 },
    ])
    expect(await asOwner(`select gegevens->>'bedragCent' as cent from gebeurtenis where soort = 'sta-herstel-toe'`)).toEqual([{ cent: '53950' }])
    await klopt()
    // What comes free afterwards is free again, for whoever is next.
    await trekIn(wereld.behandelaar, verlening)
    expect(await pot()).toEqual({ over: 93_950, boven: 53_950 })
    expect(await statusVan(ander)).toBe('verleend')
  })

  test('ook wat wij moeten teruggeven krijgt ruimte, waar een lagere vordering alleen zou worden geweigerd', async () => {
    const verlening = await wereld.verleen(93_950)
    await betaalUit(verlening, wereld.compartimentId)
    await trekIn(wereld.behandelaar, verlening, 'opleider')
    const [vordering] = await asOwner<{ kenmerk: string }>('select kenmerk from vordering where aanvraag_id = $1', [verlening.aanvraagId])
    await ontvang(vordering?.kenmerk ?? '', 93_950, '2023-03-01')
    const { over = 0, boven = 0 } = await pot() ?? {}
    await wereld.verleen(over)
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await pot()).toEqual({ over: 0, boven: boven + 93_950 })
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 93_950 })
    await klopt()
  })
})

describe('wie het mag, en wanneer het niet kan', () => {
  test('twee mensen: niet wie voorstelde, niet wie het besluit nam (Awb 10:3 lid 3), en alleen een teamleider', async () => {
    const verlening = await ingetrokken()
    const dubbel: Medewerker = { ...teamleider, rollen: ['behandelaar', 'teamleider'] }
    expect(await stelVoor(dubbel, verlening)).toEqual(OK)
    expect(await stelVoor(ellen, verlening)).toEqual({ ok: false, redenen: ['ligt-al-voor'] })
    expect(await beslisOver(dubbel, verlening)).toEqual({ ok: false, redenen: ['zelfde-persoon'] })
    expect(await beslisOver(ellen, verlening)).toEqual({ ok: false, redenen: ['geen-teamleider'] })
    expect(await beslisOver({ ...wereld.behandelaar, rollen: ['teamleider'] }, verlening)).toEqual({ ok: false, redenen: ['eigen-besluit'] })
    expect(await statusVan(verlening)).toBe('ingetrokken')
    const zonder = `update herroeping set status = 'besloten', besloten_door = voorgesteld_door, besloten_op = nu(), besluit_id = bestreden_besluit_id where aanvraag_id = $1`
    await expect(asOwner(zonder, [verlening.aanvraagId]), 'de database weigert het ook').rejects.toThrow('herroeping_vier_ogen')
  })

  test('nee zeggen kan ook: met een reden, en daarna kan een ander voorstel', async () => {
    const verlening = await ingetrokken()
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening, { besluit: 'nee', toelichting: 'Het bezwaar ging over iets anders.' })).toEqual(OK)
    expect(await statusVan(verlening)).toBe('ingetrokken')
    expect(await beslisOver(teamleider, verlening)).toEqual({ ok: false, redenen: ['voorstel-voorbij'] })
    expect(await stelVoor(ellen, verlening, { aanleiding: 'uitspraak', referentie: 'ECLI:NL:RBAMS:2023:1' })).toEqual(OK)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await briefVan(verlening)).toContain('artikel 8:72')
  })

  test('geen twee keer; en wat nooit is ingetrokken, of door de deelnemer zelf, wordt niet herroepen', async () => {
    const verlening = await ingetrokken()
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await stelVoor(ellen, verlening)).toEqual({ ok: false, redenen: ['niets-te-herroepen'] })
    const heel = await wereld.verleen()
    expect(await stelVoor(ellen, heel)).toEqual({ ok: false, redenen: ['niets-te-herroepen'] })
    const eigen = await ingetrokken()
    await plant(`update besluit set gronden = '{op-verzoek}' where aanvraag_id = $1 and soort = 'intrekking'`, [eigen.aanvraagId])
    expect(await stelVoor(ellen, eigen)).toEqual({ ok: false, redenen: ['eigen-verzoek'] })
  })

  test('het bedrag ligt tussen wat geldt en wat gold, en de dag tussen besluit en vandaag', async () => {
    const verlening = await ingetrokken()
    expect(await stelVoor(ellen, verlening, { bedrag: '939,51', beslistOp: '2-3-2023' })).toEqual({ ok: false, redenen: ['bedrag-niet-tussen', 'dag-klopt-niet'] })
    expect(await stelVoor(ellen, verlening, { bedrag: '0', beslistOp: '28-2-2023' })).toEqual({ ok: false, redenen: ['bedrag-niet-tussen', 'dag-klopt-niet'] })
  })

  test('I4: met ander budget in hetzelfde kalenderjaar wordt het geweigerd, ook als dat na het voorstel kwam', async () => {
    const [verlening, ander] = [await ingetrokken(), await wereld.verleen()]
    await stelVoor(ellen, verlening)
    await plant('update toewijzing set burger_id = $2 where aanvraag_id = $1', [ander.aanvraagId, verlening.burger.id])
    expect(await beslisOver(teamleider, verlening)).toEqual({ ok: false, redenen: ['al-een-verlening'] })
    expect(await statusVan(verlening)).toBe('ingetrokken')
    await plant('update toewijzing set burger_id = $2 where aanvraag_id = $1', [ander.aanvraagId, ander.burger.id])
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
  })

  test('de database laat een ingetrokken aanvraag alleen terugkomen als die intrekking is herroepen, ook wie het in het logboek schrijft', async () => {
    const { aanvraagId } = await ingetrokken()
    await expect(inTransaction(async (tx) => {
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'herroep-intrekking', van: 'ingetrokken', naar: 'verleend', actor: teamleider, rol: 'teamleider' })
      await tx.aanvraag.update({ where: { id: aanvraagId }, data: { status: 'verleend' } })
    })).rejects.toThrow('is ingetrokken en dat is niet herroepen')
  })

  test('een nieuwe aanvraag in hetzelfde tijdvak gaat eerst', async () => {
    const [verlening, ander] = [await ingetrokken(), await wereld.verleen()]
    await plant('update aanvraag set burger_id = $2 where id = $1', [ander.aanvraagId, verlening.burger.id])
    expect(await stelVoor(ellen, verlening)).toEqual({ ok: false, redenen: ['andere-aanvraag-loopt'] })
  })

  test('er kwam een ander besluit tussen: het voorstel is achterhaald', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'wijziging', grond: 'verplichting-niet-nagekomen', bedrag: '500', terugwerkend: 'ja' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '500' })).toEqual(OK)
    await stelVoor(ellen, verlening)
    await trekIn(wereld.behandelaar, verlening, 'burger')
    expect(await beslisOver(teamleider, verlening)).toEqual({ ok: false, redenen: ['voorstel-achterhaald'] })
  })
})

describe('ook een lagere vaststelling of verlening wordt herroepen, waar herzien niet gaat', () => {
  test('op nihil vastgesteld en nooit betaald: er is weer een opdracht, en de vaststelling is hoger', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, { van: 'niemand' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })).toEqual(OK)
    expect(await orderVan(verlening)).toMatchObject({ status: 'vervallen' })
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await statusVan(verlening)).toBe('vastgesteld')
    expect(await orderVan(verlening)).toMatchObject({ status: 'open', bedrag_cent: 93_950 })
    expect(await briefVan(verlening)).toContain('Uw STAP-budget voor ‘Basiscursus MIG/MAG-lassen’ bij Vakschool De Ambacht is nu € 939,50.')
    await klopt()
  })

  test('verlaagd vóór de vaststelling: dezelfde opdracht wordt weer hoger, en daarna kan weer worden verlaagd', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const verlaag = async (bedrag: string) => {
      const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'wijziging', grond: 'verplichting-niet-nagekomen', bedrag, van: 'niemand', terugwerkend: 'ja' })
      await reageer(wereld.behandelaar, verlening, id)
      return beslis(wereld.behandelaar, verlening, id, { bedrag, van: 'niemand' })
    }
    expect(await verlaag('500')).toEqual(OK)
    const was = await orderVan(verlening)
    expect(was).toMatchObject({ bedrag_cent: 50_000 })
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    expect(await orderVan(verlening)).toEqual({ ...was, bedrag_cent: 93_950 })
    expect(await rekeningen(verlening)).toMatchObject({ verplicht: 93_950 })
    expect(await verlaag('600')).toEqual(OK)
    expect(await orderVan(verlening)).toEqual({ ...was, bedrag_cent: 60_000 })
    await klopt()
  })

  test('een intrekking vanaf een latere dag wordt herroepen voordat zij werkt: op die dag gebeurt er niets meer', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    await plant(`update aanmeldbewijs set startdatum = '2023-09-01', einddatum = '2023-12-01' where id = (select aanmeldbewijs_id from aanvraag where id = $1)`, [verlening.aanvraagId])
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'intrekking', grond: 'veranderde-omstandigheden', van: 'niemand', terugwerkend: 'nee', ingaatOp: '1-7-2023' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand', vraagtSchade: 'ja', schade: 'geen', schadeUitleg: 'De deelnemer had nog niets betaald.' })).toEqual(OK)
    expect(await statusVan(verlening)).toBe('verleend')
    await stelVoor(ellen, verlening)
    expect(await beslisOver(teamleider, verlening)).toEqual(OK)
    const [besluit] = await asOwner<{ id: string }>(`select id from besluit where aanvraag_id = $1 and soort = 'intrekking'`, [verlening.aanvraagId])
    await zetKlok('2023-07-01T10:00:00+02:00')
    await voerBesluitUit(besluit?.id ?? '')
    expect(await statusVan(verlening)).toBe('verleend')
    expect(await orderVan(verlening)).toMatchObject({ status: 'open' })
    await zetKlok('2023-03-01T10:00:00+01:00')
    await klopt()
  })
})

describe('tegelijk', () => {
  test('twee teamleiders op hetzelfde moment: een besluit, een opdracht, een boeking', async () => {
    const verlening = await ingetrokken()
    await stelVoor(ellen, verlening)
    const tweede = await aUwver('Ria Vos', 'teamleider')
    const uitkomsten = await Promise.all([beslisOver(teamleider, verlening), beslisOver(tweede, verlening)])
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(uitkomsten.find(({ ok }) => !ok)).toEqual({ ok: false, redenen: ['voorstel-voorbij'] })
    expect(await rekeningen(verlening)).toEqual({ verplicht: 93_950, vrij: -93_950 })
    await klopt()
  })

  test('het laatste geld gaat op hetzelfde moment naar een ander: wie wacht ziet dat, en gaat pas dan boven het plafond', async () => {
    const verlening = await ingetrokken()
    await stelVoor(ellen, verlening)
    const { over = 0, boven = 0 } = await pot() ?? {}
    const client = await ownerClient()
    await client.query('begin')
    await client.query(`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('reserveer', 'test', gen_random_uuid()::text) returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select b.id, r.rekening, $1, r.cent from b, (values ('vrij', -$2::bigint), ('gereserveerd', $2::bigint)) as r (rekening, cent)`, [wereld.compartimentId, over])
    const besluit = beslisOver(teamleider, verlening)
    await totIemandWacht()
    await client.query('commit')
    await client.end()
    expect(await besluit).toEqual(OK)
    expect(await pot()).toEqual({ over: 0, boven: boven + 93_950 })
    await klopt()
  })

  test('tegenproef: wie eerst kijkt wat er vrij is en dan zonder slot boekt, loopt in dezelfde wedloop tegen het plafond', async () => {
    const { over = 0 } = await pot() ?? {}
    expect(over).toBe(0)
    await expect(inTransaction((tx) => tx.$executeRaw`
      with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('herstel-verplichting', 'test', 'tegenproef') returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent) select b.id, r.rekening, ${wereld.compartimentId}::uuid, r.cent from b, (values ('vrij', -93950), ('verplicht', 93950)) as r (rekening, cent)`)).rejects.toThrow('compartiment_plafond')
  })
})

test('de vijftien paren van de aansluiting die deze wereld kent, sluiten na dit alles', async () => {
  const verschillen = (await getAansluiting(wereld.financieel[0])).filter(({ verschil, wat }) => verschil !== 0 && ['Debiteuren', 'Rente en kosten die wij krijgen', 'Verplicht'].includes(wat))
  expect(verschillen).toEqual([])
})
