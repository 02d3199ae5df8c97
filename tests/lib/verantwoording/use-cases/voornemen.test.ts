import { describe, expect, test } from 'vitest'
import { vaststelSchema, voordeelSchema, zienswijzeSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { laatVoornemenVervallen } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { geefZienswijze } from '@/lib/verantwoording/use-cases/geef-zienswijze'
import { herzieInVoordeel } from '@/lib/verantwoording/use-cases/herzie-in-voordeel'
import { rekenVoorschottenAf } from '@/lib/verantwoording/use-cases/reken-voorschotten-af'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { inPgTransaction } from '@/lib/platform/db'
import { boekTerugbetaling } from '@/lib/vordering/use-cases/boek-ontvangst'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { alsBestand, EEN_PDF } from '@/tests/builders/bewijs'
import { beslis, betaalUit, neemVoor, reageer, rekeningen } from '@/tests/builders/vaststelling'
import { aBetaalWereld, saldi, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { ontvang } from '@/tests/builders/vordering'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
const VANDAAG = '2023-03-01T10:00:00+01:00'
const NA_DE_TERMIJN = '2023-03-16T10:00:00+01:00'
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok(VANDAAG)
})

const OK = { ok: true, value: undefined }
const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status
const besluitenVan = ({ aanvraagId }: Verlening) =>
  asOwner<{ soort: string; bedrag_cent: number; motivering: string }>(`select soort, bedrag_cent, motivering from besluit where aanvraag_id = $1 and soort <> 'verlening' order by kenmerk`, [aanvraagId])
const brievenVan = ({ aanvraagId }: Verlening) =>
  asOwner<{ soort: string; tekst: string }>(`select soort, inhoud::text as tekst from brief where aanvraag_id = $1 order by kenmerk`, [aanvraagId])
const vorderingenVan = ({ aanvraagId }: Verlening) =>
  asOwner<{ bedrag_cent: number; grond: string; burger: boolean }>(`select bedrag_cent, grond, schuldenaar_burger_id is not null as burger from vordering where aanvraag_id = $1`, [aanvraagId])

describe('Awb 4:8 en 4:12 lid 2: geen nadelig besluit zonder voornemen', () => {
  test('minder vaststellen zonder voornemen wordt geweigerd, op het hele bedrag kan het wel', async () => {
    const verlening = await wereld.verleen()
    const stel = (bedrag: string) => stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond: 'afgerond', bedrag, motivering: 'De scholing is gevolgd.' }))
    expect(await stel('939,49')).toEqual({ ok: false, redenen: ['eerst-een-voornemen'] })
    expect(await stel('939,51')).toEqual({ ok: false, redenen: ['bedrag-te-hoog'] })
    expect(await stel('939,50')).toEqual(OK)
    expect(await statusVan(verlening)).toBe('vastgesteld')
  })

  test('de brief noemt de termijn, er is nog niets besloten, en vóór die termijn kan er niet worden beslist', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, { van: 'niemand' })
    const brief = (await brievenVan(verlening)).find(({ soort }) => soort === 'voornemen')
    expect(brief?.tekst).toContain('Reageer uiterlijk op woensdag 15 maart 2023')
    expect(brief?.tekst).toContain('artikel 4:46, tweede lid, onder a')
    expect(await beslis(wereld.behandelaar, verlening, id)).toEqual({ ok: false, redenen: ['reactietermijn-loopt'] })
    await zetKlok(NA_DE_TERMIJN)
    expect(await beslis(wereld.behandelaar, verlening, id)).toEqual(OK)
    await zetKlok(VANDAAG)
  })

  test('één voornemen tegelijk, ook als twee mensen tegelijk drukken', async () => {
    const verlening = await wereld.verleen()
    const uitkomsten = await Promise.allSettled([neemVoor(wereld.behandelaar, verlening), neemVoor(wereld.behandelaar, verlening)])
    expect(uitkomsten.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('een voornemen dat niet doorgaat, verandert niets en de burger hoort het', async () => {
    const verlening = await wereld.verleen()
    const id = await neemVoor(wereld.behandelaar, verlening)
    const laat = () => laatVoornemenVervallen(wereld.behandelaar, { kenmerk: verlening.kenmerk, voornemenId: id })
    expect(await laat()).toEqual(OK)
    expect(await laat()).toEqual({ ok: false, redenen: ['voornemen-voorbij'] })
    expect(await statusVan(verlening)).toBe('verleend')
    expect((await brievenVan(verlening)).some(({ tekst }) => tekst.includes('Er verandert niets door ons voornemen'))).toBe(true)
  })
})

describe('Awb 4:9: wat de burger zegt', () => {
  test('wordt bewaard zoals het is geschreven, met het bestand, en daarna kan meteen worden beslist', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    const geef = (anders: object = {}) => geefZienswijze(verlening.burger, zienswijzeSchema.parse({ kenmerk: verlening.kenmerk, voornemenId: id, tekst: 'Ik was ziek.', klaar: 'ja', ...anders }))
    expect(await geef({ bewijs: alsBestand(Buffer.from('PK\x03\x04'), 'application/pdf') })).toEqual({ ok: false, redenen: ['bewijs-soort'] })
    expect(await geef({ bewijs: alsBestand(EEN_PDF, 'application/pdf') })).toEqual(OK)
    expect(await asOwner(`select van, kanaal, tekst, document_id is not null as bestand from zienswijze where voornemen_id = $1`, [id]))
      .toEqual([{ van: 'burger', kanaal: 'online', tekst: 'Ik was ziek.', bestand: true }])
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '939,50', 'antwoord-zienswijze': 'ja' })).toEqual(OK)
    expect(await vorderingenVan(verlening)).toEqual([])
    expect(await geef()).toEqual({ ok: false, redenen: ['voorbij'] })
  })

  test('een reactie die binnenkomt terwijl iemand beslist, wordt eerst gelezen', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { gezien: '1' })).toEqual({ ok: false, redenen: ['intussen-gereageerd'] })
    expect(await beslis(wereld.behandelaar, verlening, id, { gezien: '2' })).toEqual(OK)
  })

  test('het voornemen van een ander bestaat niet', async () => {
    const [mijn, andere] = [await wereld.verleen(), await wereld.verleen()]
    const id = await neemVoor(wereld.behandelaar, andere)
    expect(await geefZienswijze(mijn.burger, zienswijzeSchema.parse({ kenmerk: andere.kenmerk, voornemenId: id, tekst: 'Hallo' }))).toEqual({ ok: false, redenen: ['niet-gevonden'] })
    expect(await geefZienswijze(mijn.burger, zienswijzeSchema.parse({ kenmerk: mijn.kenmerk, voornemenId: id, tekst: 'Hallo' }))).toEqual({ ok: false, redenen: ['niet-gevonden'] })
  })
})

describe('Awb 4:46 lid 2: lager vaststellen, en het geld', () => {
  test('betaald, van de deelnemer: het verschil wordt een vordering, de rest is vastgesteld, de weging staat in de brief', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { bedrag: '400' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '399,99' })).toEqual({ ok: false, redenen: ['lager-dan-voornemen'] })
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '400' })).toEqual(OK)
    expect(await statusVan(verlening)).toBe('vastgesteld')
    expect(await vorderingenVan(verlening)).toEqual([{ bedrag_cent: 53_950, grond: 'lager-vastgesteld', burger: true }])
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 40_000, debiteuren: 53_950 })
    const [besluit] = await besluitenVan(verlening)
    expect(besluit).toMatchObject({ soort: 'vaststelling', bedrag_cent: 40_000 })
    expect(besluit?.motivering).toContain('Ziekte of omstandigheden: Uitleg over ziekte.')
    const brief = (await brievenVan(verlening)).find(({ soort }) => soort === 'vaststelling')
    expect(brief?.tekst).toContain('Daarvan moet u € 539,50 terugbetalen')
    expect(brief?.tekst).toContain('Uitleg over evenredigheid.')
    expect(brief?.tekst).toContain('"bezwaar": {"bij": "uwv"')
  })

  test('betaald, van de opleider: de deelnemer betaalt niets, en ook de opleider is gehoord', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'opleider' })
    expect(await asOwner(`select 1 from brief where soort = 'voornemen' and opleider_id = $1`, [wereld.opleider.opleiderId])).toHaveLength(1)
    await reageer(wereld.behandelaar, verlening, id, 'burger')
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'opleider' })).toEqual({ ok: false, redenen: ['reactietermijn-loopt'] })
    await reageer(wereld.behandelaar, verlening, id, 'opleider')
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'opleider' })).toEqual(OK)
    expect(await vorderingenVan(verlening)).toEqual([{ bedrag_cent: 93_950, grond: 'lager-vastgesteld', burger: false }])
    expect((await brievenVan(verlening)).find(({ soort }) => soort === 'vaststelling')?.tekst).toContain('U hoeft niets terug te betalen')
  })

  test('niet betaald en nihil: de opdracht vervalt en het budget komt vrij', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const voor = await saldi(wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'niemand' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })).toEqual({ ok: false, redenen: ['reactietermijn-loopt'] })
    await reageer(wereld.behandelaar, verlening, id, 'opleider')
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })).toEqual(OK)
    expect(await asOwner('select status from verplichting where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ status: 'vervallen' }])
    expect((await saldi(wereld.compartimentId))['vrij']).toBe((voor['vrij'] ?? 0) + 93_950)
    expect(await rekeningen(verlening)).not.toHaveProperty('verplicht')
  })

  test('niet betaald en lager: de opdracht wordt lager en de opleider hoort het', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, { bedrag: '400', van: 'niemand' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '400', van: 'niemand' })).toEqual(OK)
    expect(await asOwner('select status, bedrag_cent from verplichting where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ status: 'open', bedrag_cent: 40_000 }])
    expect(await rekeningen(verlening)).toMatchObject({ verplicht: 40_000 })
    expect((await brievenVan(verlening)).some(({ tekst }) => tekst.includes('verlaagd naar € 400, met btw'))).toBe(true)
  })

  test('overmacht: van een deelnemer komt nooit iets terug', async () => {
    const verlening = await wereld.verleen()
    await expect(neemVoor(wereld.behandelaar, verlening, { grond: 'niet-afgerond-overmacht', van: 'burger' })).rejects.toThrow('van-past-niet')
  })

  test('intussen betaald: eerst een nieuw voornemen', async () => {
    const verlening = await wereld.verleen()
    const id = await neemVoor(wereld.behandelaar, verlening, { van: 'niemand' })
    await reageer(wereld.behandelaar, verlening, id)
    await betaalUit(verlening, wereld.compartimentId)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })).toEqual({ ok: false, redenen: ['van-ontbreekt'] })
  })

  test('twee keer tegelijk beslissen is één besluit', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    const uitkomsten = await Promise.all([beslis(wereld.behandelaar, verlening, id), beslis(wereld.behandelaar, verlening, id), beslis(wereld.behandelaar, verlening, id)])
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await vorderingenVan(verlening)).toHaveLength(1)
  })
})

describe('Awb 4:48: voor de vaststelling', () => {
  test('intrekken met terugwerkende kracht: alles komt terug en de plaats in het jaar is weer vrij', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'intrekking', grond: 'onjuiste-gegevens', terugwerkend: 'ja' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id)).toEqual(OK)
    expect(await statusVan(verlening)).toBe('ingetrokken')
    expect(await besluitenVan(verlening)).toMatchObject([{ soort: 'intrekking', bedrag_cent: 0 }])
    expect(await vorderingenVan(verlening)).toEqual([{ bedrag_cent: 93_950, grond: 'ingetrokken', burger: true }])
    expect((await brievenVan(verlening)).find(({ soort }) => soort === 'intrekking')?.tekst).toContain('artikel 4:48, eerste lid, onder c')
    await laatReserveringVrij(verlening.aanvraagId)
    expect(await asOwner('select vrijgevallen_op is not null as vrij from toewijzing where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ vrij: true }])
  })

  test('verlagen vanaf een dag: de verlening blijft, en meer vaststellen dan dat kan niet meer', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'wijziging', grond: 'verplichting-niet-nagekomen', bedrag: '500', terugwerkend: 'nee', ingaatOp: '1-2-2023' })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '500' })).toEqual(OK)
    expect(await statusVan(verlening)).toBe('verleend')
    expect(await rekeningen(verlening)).toMatchObject({ betaald: 50_000, debiteuren: 43_950 })
    const stel = (bedrag: string) => stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond: 'niet-afgerond-burger', bedrag, motivering: 'Zo is het afgelopen.' }))
    expect(await stel('939,50')).toEqual({ ok: false, redenen: ['bedrag-te-hoog'] })
    expect(await stel('500')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 50_000, debiteuren: 43_950 })
  })
})

describe('Awb 4:49: na de vaststelling', () => {
  test('binnen vijf jaar: wat was vastgesteld komt terug', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond: 'afgerond', bedrag: '939,50', motivering: 'De scholing is gevolgd.' }))
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 93_950 })
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'herziening', grond: 'nieuwe-feiten', bedrag: '100', van: 'opleider' })
    await reageer(wereld.behandelaar, verlening, id)
    await reageer(wereld.behandelaar, verlening, id, 'opleider')
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '100', van: 'opleider' })).toEqual(OK)
    expect(await statusVan(verlening)).toBe('vastgesteld')
    expect(await besluitenVan(verlening)).toMatchObject([{ soort: 'vaststelling', bedrag_cent: 93_950 }, { soort: 'herziening', bedrag_cent: 10_000 }])
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 10_000, debiteuren: 83_950 })
    expect(await vorderingenVan(verlening)).toEqual([{ bedrag_cent: 83_950, grond: 'herzien', burger: false }])
  })
})

describe('een besluit opnieuw bekeken, in het voordeel van de deelnemer', () => {
  const verhoog = ({ kenmerk }: Verlening, bedrag: string) => herzieInVoordeel(wereld.behandelaar, voordeelSchema.parse({ kenmerk, bedrag, motivering: 'Uit de stukken blijkt dat u ziek was.' }))

  test('de vordering wordt lager of vervalt, en wat blijft is vastgesteld; nooit meer dan verleend', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id)).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ debiteuren: 93_950 })
    expect(await verhoog(verlening, '939,51')).toEqual({ ok: false, redenen: ['niet-hoger'] })
    expect(await verhoog(verlening, '500')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 50_000, debiteuren: 43_950 })
    expect(await verhoog(verlening, '939,50')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 93_950 })
    expect(await rekeningen(verlening)).not.toHaveProperty('debiteuren')
    expect(await asOwner('select status from vordering where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ status: 'ingetrokken' }])
    expect(await besluitenVan(verlening)).toMatchObject([{ bedrag_cent: 0 }, { soort: 'herziening', bedrag_cent: 50_000 }, { soort: 'herziening', bedrag_cent: 93_950 }])
  })

  test('is alles al terugbetaald, dan gaat bij twee keer hoger samen niet meer terug dan nu geldt, ook als het eerste nog niet is overgemaakt', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    await beslis(wereld.behandelaar, verlening, id)
    const [vordering] = await asOwner<{ kenmerk: string }>('select kenmerk from vordering where aanvraag_id = $1', [verlening.aanvraagId])
    await ontvang(vordering?.kenmerk ?? '', 93_950, '2023-03-01')
    expect(await verhoog(verlening, '400')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 40_000 })
    expect(await verhoog(verlening, '500')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 50_000 })
    expect(await verhoog(verlening, '939,50')).toEqual(OK)
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 93_950 })
    expect(await asOwner('select status from vordering where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ status: 'ingetrokken' }])
  })

  test('wat dan is terugbetaald, is geen voorschot meer: het wordt vastgesteld, één keer', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'opleider' })
    for (const van of ['burger', 'opleider'] as const) await reageer(wereld.behandelaar, verlening, id, van)
    await beslis(wereld.behandelaar, verlening, id, { van: 'opleider' })
    const [vordering] = await asOwner<{ id: string; kenmerk: string }>('select id, kenmerk from vordering where aanvraag_id = $1', [verlening.aanvraagId])
    await ontvang(vordering?.kenmerk ?? '', 93_950, '2023-03-01')
    await verhoog(verlening, '400')
    expect(await inPgTransaction((client) => boekTerugbetaling(client, { kenmerk: vordering?.kenmerk ?? '', bedrag: cent(40_000), dag: plainDate('2023-03-01'), herkomst: 'test/terug' }))).toBe(true)
    expect(await rekeningen(verlening)).toMatchObject({ betaald: 40_000 })
    await rekenVoorschottenAf()
    await rekenVoorschottenAf()
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 40_000 })
    expect(await rekeningen(verlening)).not.toHaveProperty('betaald')
  })

  test('niet als de opdracht is vervallen', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, { van: 'niemand' })
    await reageer(wereld.behandelaar, verlening, id)
    await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })
    expect(await verhoog(verlening, '939,50')).toEqual({ ok: false, redenen: ['opdracht-vervallen'] })
  })
})

describe('Awb 4:95 lid 4: betaald na de vaststelling', () => {
  test('het voorschot wordt alsnog afgerekend, één keer', async () => {
    const verlening = await wereld.verleen()
    await stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond: 'afgerond', bedrag: '939,50', motivering: 'De scholing is gevolgd.' }))
    expect(await rekeningen(verlening)).not.toHaveProperty('vastgesteld')
    await plant(`update aanvraag set status = 'verleend' where id = $1`, [verlening.aanvraagId])
    await betaalUit(verlening, wereld.compartimentId)
    await plant(`update aanvraag set status = 'vastgesteld' where id = $1`, [verlening.aanvraagId])
    await plant(`with d as (insert into document (soort, naam, mediatype, sha256, grootte, inhoud) values ('factuur', 'f', 'text/xml', 'x', 1, 'x') returning id),
      f as (insert into factuur (opleider_id, factuurnummer, document_id, verplichting_id, bedrag_cent, iban, status, fouten)
            select v.opleider_id, gen_random_uuid()::text, d.id, v.id, 93950, 'NL20INGB0001234567', 'betaald', '[]' from verplichting v, d where v.aanvraag_id = $1 returning id),
      h as (insert into betaalbatch (msg_id, status, uitvoeringsdag, aantal, totaal_cent, vrijgegeven_op, document_id) select gen_random_uuid()::text, 'aangemaakt', '2023-03-02', 1, 93950, nu() + interval '1 hour', d.id from d returning id)
      insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select h.id, f.id, gen_random_uuid()::text, 93950, 'NL20INGB0001234567', 'x' from h, f`, [verlening.aanvraagId])
    await Promise.all([rekenVoorschottenAf(), rekenVoorschottenAf()])
    await rekenVoorschottenAf()
    expect(await rekeningen(verlening)).toMatchObject({ vastgesteld: 93_950 })
    expect(await rekeningen(verlening)).not.toHaveProperty('betaald')
  })
})

test('I5: het grootboek is na dit alles in evenwicht', async () => {
  expect(await asOwner('select 1 from boekingsregel group by boeking_id having sum(bedrag_cent) <> 0')).toEqual([])
  expect(Object.values(await saldi(wereld.compartimentId)).reduce((som, bedrag) => som + bedrag, 0)).toBe(0)
})
