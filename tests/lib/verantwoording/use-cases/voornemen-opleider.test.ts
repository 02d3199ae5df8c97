import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { neemVervolgbesluit } from '@/lib/beschikking/use-cases/neem-vervolgbesluit'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { inTransaction, pool } from '@/lib/platform/db'
import { WEEGVRAGEN } from '@/lib/verantwoording/model'
import { insertWeging, saveEinde } from '@/lib/verantwoording/repo/vaststelling'
import { schadeBetaaldSchema, vaststelSchema, zienswijzeSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { canBeslissen } from '@/lib/verantwoording/rules/vaststelling-voornemen'
import { laatVoornemenVervallen, voerBesluitUit } from '@/lib/verantwoording/use-cases/beslis-voornemen'
import { geefZienswijze } from '@/lib/verantwoording/use-cases/geef-zienswijze'
import { legSchadeBetaaldVast } from '@/lib/verantwoording/use-cases/leg-schade-betaald-vast'
import { countEigenVoornemens, getVoornemenbrief, getVoornemensVoorOpleider, getZienswijzeBestand, getZaak, listEigenVoornemens, listVaststellingen } from '@/lib/verantwoording/views'
import { stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { alsBestand, EEN_PDF } from '@/tests/builders/bewijs'
import { beslis, betaalUit, neemVoor, reageer } from '@/tests/builders/vaststelling'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
const VANDAAG = '2023-03-01T10:00:00+01:00'
const LAATSTE_DAG = '2023-03-15T23:59:00+01:00'
const NA_DE_TERMIJN = '2023-03-16T00:01:00+01:00'
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok(VANDAAG)
})

const OK = { ok: true, value: undefined }
const EEN_ANDER = '00000000-0000-4000-8000-000000000001'
const geef = ({ kenmerk }: Verlening, voornemenId: string, anders: object = {}) =>
  geefZienswijze(wereld.opleider, zienswijzeSchema.parse({ kenmerk, voornemenId, tekst: 'De lessen zijn gegeven.', klaar: 'ja', ...anders }))

describe('Awb 4:8 lid 1: de opleider reageert in het opleidersportaal', () => {
  test('leest waarom en tot wanneer, reageert met een bestand, en daarna kan meteen worden beslist', { timeout: 60_000 }, async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'opleider' })
    expect(await countEigenVoornemens(wereld.opleider)).toBe(1)
    const gelezen = await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk)
    expect(gelezen?.voornemens).toMatchObject([{ id, reden: 'U bent na drie lessen niet meer gekomen.', reagerenTot: '2023-03-15', zienswijzen: [] }])
    const brief = await getVoornemenbrief(wereld.opleider, verlening.kenmerk, gelezen?.voornemens[0]?.opleiderBriefId ?? '')
    expect(JSON.stringify(brief)).toContain('Ga in het opleidersportaal naar ‘Voornemens’')

    expect(await geef(verlening, id, { bewijs: alsBestand(EEN_PDF, 'application/pdf') })).toEqual(OK)
    expect(await countEigenVoornemens(wereld.opleider)).toBe(0)
    expect(await asOwner('select van, kanaal, tekst, document_id is not null as bestand from zienswijze where voornemen_id = $1', [id]))
      .toEqual([{ van: 'opleider', kanaal: 'online', tekst: 'De lessen zijn gegeven.', bestand: true }])
    const [zienswijze] = (await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk))?.voornemens[0]?.zienswijzen ?? []
    expect((await getZienswijzeBestand(wereld.opleider, verlening.kenmerk, zienswijze?.id ?? ''))?.mediatype).toBe('application/pdf')
    expect((await getZienswijzeBestand(wereld.behandelaar, verlening.kenmerk, zienswijze?.id ?? ''))?.mediatype).toBe('application/pdf')
    expect(await asOwner(`select zichtbaar from gebeurtenis where soort = 'geef-zienswijze' and onderwerp_id = $1`, [verlening.aanvraagId])).toEqual([{ zichtbaar: false }])
    expect(await asOwner(`select 1 from mail where onderwerp = 'Wij hebben uw reactie op ons voornemen'`)).toHaveLength(1)

    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'opleider' })).toEqual({ ok: false, redenen: ['reactietermijn-loopt'] })
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'opleider' })).toEqual(OK)
    const [na] = (await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk))?.voornemens ?? []
    expect(na).toMatchObject({ status: 'besloten', vordering: expect.stringMatching(/^VORD-/) })
    const besluit = JSON.stringify(await getVoornemenbrief(wereld.opleider, verlening.kenmerk, na?.opleiderBesluitBriefId ?? ''))
    expect(besluit).toContain('Wij vragen € 939,50 van u terug')
    expect(besluit).toContain('Uitleg over zienswijze.')
    expect(await geef(verlening, id)).toEqual({ ok: false, redenen: ['voorbij'] })
  })

  test('nog niet betaald: de opleider hoort dat het niet betaald wordt, en niets over wat de deelnemer vertelde', async () => {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'niemand' })
    expect(await asOwner<{ tekst: string }>('select b.inhoud::text as tekst from voornemen v join brief b on b.id = v.opleider_brief_id where v.id = $1', [id]))
      .toMatchObject([{ tekst: expect.stringContaining('niet te betalen') }])
    expect(await geef(verlening, id)).toEqual(OK)
    await reageer(wereld.behandelaar, verlening, id)
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'niemand' })).toEqual(OK)
    const [voornemen] = (await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk))?.voornemens ?? []
    expect(voornemen?.zienswijzen).toHaveLength(1)
    const brief = JSON.stringify(await getVoornemenbrief(wereld.opleider, verlening.kenmerk, voornemen?.opleiderBesluitBriefId ?? ''))
    expect(brief).toContain('U hoeft niets terug te betalen')
    expect(brief).not.toContain('Uitleg over ziekte')
  })

  test('gaat het niet door, dan hoort de opleider dat ook', async () => {
    const verlening = await wereld.verleen()
    const id = await neemVoor(wereld.behandelaar, verlening, { grond: 'niet-gegeven', van: 'niemand' })
    expect(await laatVoornemenVervallen(wereld.behandelaar, { kenmerk: verlening.kenmerk, voornemenId: id })).toEqual(OK)
    const [voornemen] = (await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk))?.voornemens ?? []
    expect(JSON.stringify(await getVoornemenbrief(wereld.opleider, verlening.kenmerk, voornemen?.opleiderBesluitBriefId ?? ''))).toContain('Er verandert niets door ons voornemen')
  })

  test('wat alleen de deelnemer aangaat, en wat van een andere opleider is, bestaat voor de opleider niet', async () => {
    const verlening = await wereld.verleen()
    const id = await neemVoor(wereld.behandelaar, verlening)
    expect(await getVoornemensVoorOpleider(wereld.opleider, verlening.kenmerk)).toBeUndefined()
    expect(await geef(verlening, id)).toEqual({ ok: false, redenen: ['niet-gevonden'] })
    await expect(reageer(wereld.behandelaar, verlening, id, 'opleider')).rejects.toThrow('opleider-niet-gevraagd')

    const andere = await wereld.verleen()
    const vanHem = await neemVoor(wereld.behandelaar, andere, { grond: 'niet-gegeven', van: 'niemand' })
    const vreemd = { ...wereld.opleider, opleiderId: EEN_ANDER }
    expect(await getVoornemensVoorOpleider(vreemd, andere.kenmerk)).toBeUndefined()
    expect((await listEigenVoornemens(vreemd, 1)).totaal).toBe(0)
    expect(await geefZienswijze(vreemd, zienswijzeSchema.parse({ kenmerk: andere.kenmerk, voornemenId: vanHem, tekst: 'Hallo' }))).toEqual({ ok: false, redenen: ['niet-gevonden'] })
  })
})

describe('Awb 4:8: een voornemen zonder reactie', () => {
  const redenVan = async ({ kenmerk }: Verlening) => (await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen.find((rij) => rij.kenmerk === kenmerk)?.reden

  test('wacht tot en met de laatste dag, en komt daarna vanzelf boven aan de werkvoorraad', async () => {
    const verlening = await wereld.verleen()
    await neemVoor(wereld.behandelaar, verlening)
    expect(await redenVan(verlening)).toBe('wacht-op-reactie')
    await zetKlok(LAATSTE_DAG)
    expect(await redenVan(verlening)).toBe('wacht-op-reactie')
    await zetKlok(NA_DE_TERMIJN)
    expect(await redenVan(verlening)).toBe('beslissen')
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen[0]?.reden).toBe('beslissen')
    await zetKlok(VANDAAG)
  })

  test('de database en de regel vinden hetzelfde van wie er nog moet reageren', { timeout: 60_000 }, async () => {
    const gevallen: { van: 'burger' | 'opleider' | 'niemand'; grond: string; wie: ('burger' | 'opleider')[]; anders?: object }[] = [
      { van: 'burger', grond: 'niet-afgerond-burger', wie: [] }, { van: 'burger', grond: 'niet-afgerond-burger', wie: ['burger'] },
      { van: 'burger', grond: 'niet-afgerond-burger', wie: ['burger'], anders: { klaar: undefined } }, { van: 'burger', grond: 'niet-afgerond-burger', wie: ['burger'], anders: { klaar: undefined, zietAf: 'ja' } },
      { van: 'opleider', grond: 'niet-gegeven', wie: ['opleider'] }, { van: 'opleider', grond: 'niet-gegeven', wie: ['burger', 'opleider'] },
      { van: 'niemand', grond: 'niet-gegeven', wie: ['burger'] }, { van: 'niemand', grond: 'niet-gegeven', wie: ['burger', 'opleider'] },
      { van: 'niemand', grond: 'niet-afgerond-overmacht', wie: ['burger'] },
    ]
    const uitkomsten: boolean[] = []
    for (const { van, grond, wie, anders } of gevallen) {
      const verlening = await wereld.verleen()
      const id = await neemVoor(wereld.behandelaar, verlening, { van, grond })
      for (const een of wie) await reageer(wereld.behandelaar, verlening, id, een, anders)
      const voornemen = (await getZaak(wereld.behandelaar, verlening.kenmerk))?.stand.voornemens[0]
      if (voornemen === undefined) throw new Error('no voornemen')
      for (const beslisser of [wereld.behandelaar.id, ...new Set(voornemen.zienswijzen.map(({ doorId }) => doorId))]) {
        const [rij] = await asOwner<{ gehoord: boolean }>('select is_gehoord(v, $2) as gehoord from voornemen v where id = $1', [id, beslisser])
        expect(rij?.gehoord).toBe(canBeslissen(voornemen, plainDate('2023-03-01'), beslisser))
        if (beslisser === wereld.behandelaar.id) uitkomsten.push(rij?.gehoord === true)
        else expect(rij?.gehoord).toBe(false)
      }
    }
    expect(uitkomsten).toEqual([false, true, false, true, false, true, false, true, true])
  })

  test('wat een medewerker opschrijft, krijgt de deelnemer in een brief', async () => {
    const verlening = await wereld.verleen()
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    const brieven = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where aanvraag_id = $1 and soort = 'mededeling'`, [verlening.aanvraagId])
    expect(brieven.some(({ tekst }) => tekst.includes('Dit schreven wij op: ‘Zo ging het niet.’'))).toBe(true)
  })
})

describe('Awb 4:50 lid 2: schade doordat de deelnemer op de subsidie vertrouwde', () => {
  const verlaging = { soort: 'wijziging', grond: 'veranderde-omstandigheden', bedrag: '500', van: 'niemand', terugwerkend: 'nee', ingaatOp: '1-4-2023' }

  async function ingetrokken(schade: object) {
    const verlening = await wereld.verleen()
    await maakVerplichting(verlening.aanvraagId)
    const id = await neemVoor(wereld.behandelaar, verlening, verlaging)
    await reageer(wereld.behandelaar, verlening, id)
    return { verlening, id, uitkomst: await beslis(wereld.behandelaar, verlening, id, { van: 'niemand', bedrag: '500', ...schade }) }
  }
  const briefVan = async ({ aanvraagId }: Verlening, soort: string) =>
    (await asOwner<{ tekst: string }>('select inhoud::text as tekst from brief where aanvraag_id = $1 and soort = $2', [aanvraagId, soort]))[0]?.tekst

  test('de brief vraagt ernaar, en zonder antwoord wordt niet beslist', async () => {
    const { verlening, uitkomst } = await ingetrokken({})
    expect(await briefVan(verlening, 'voornemen')).toContain('Hebt u kosten gemaakt omdat u op het STAP-budget rekende?')
    expect(uitkomst).toEqual({ ok: false, redenen: ['schade-niet-gevraagd'] })
  })

  test('geen schade: dat staat met de reden in de brief, en er is niets te betalen', async () => {
    const { verlening, uitkomst } = await ingetrokken({ schade: 'geen', schadeUitleg: 'U had nog niets betaald.' })
    expect(uitkomst).toEqual(OK)
    const brief = await briefVan(verlening, 'wijziging')
    expect(brief).toContain('Wij betalen geen schade')
    expect(brief).toContain('Uw schade: U had nog niets betaald.')
    expect((await listVaststellingen(wereld.behandelaar, { reden: 'schade-betalen', pagina: 1 })).rijen).toEqual([])
  })

  test('wel schade: bedrag en grond in de brief, in de werkvoorraad tot een ander vastlegt dat het is betaald', async () => {
    const { verlening, uitkomst } = await ingetrokken({ schade: 'wel', schadeBedrag: '89,95', schadeUitleg: 'De boeken, volgens de rekening.' })
    expect(uitkomst).toEqual(OK)
    const brief = await briefVan(verlening, 'wijziging')
    expect(brief).toContain('Wij betalen u € 89,95 voor uw schade')
    expect(brief).toContain('artikel 4:50, tweede lid')
    const open = async () => (await listVaststellingen(wereld.behandelaar, { reden: 'schade-betalen', pagina: 1 })).rijen.map(({ kenmerk }) => kenmerk)
    expect(await open()).toEqual([verlening.kenmerk])

    const [rij] = await asOwner<{ id: string }>(`select id from besluit where aanvraag_id = $1 and soort = 'wijziging'`, [verlening.aanvraagId])
    const betaald = (anders: object = {}) => schadeBetaaldSchema.parse({ kenmerk: verlening.kenmerk, besluitId: rij?.id, betaaldOp: '1-3-2023', betaalkenmerk: 'SCHADE-1', ...anders })
    const [collega] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', 'collega-schade', 'Collega', '{behandelaar}') returning id`)
    const ander = { ...wereld.behandelaar, id: collega?.id ?? '' }
    expect(await legSchadeBetaaldVast(wereld.behandelaar, betaald())).toEqual({ ok: false, redenen: ['schade-eigen-besluit'] })
    expect(await legSchadeBetaaldVast(ander, betaald({ betaaldOp: '2-3-2023' }))).toEqual({ ok: false, redenen: ['schade-dag'] })
    expect(await legSchadeBetaaldVast(ander, betaald({ betaaldOp: '28-2-2023' }))).toEqual({ ok: false, redenen: ['schade-dag'] })
    expect(await Promise.all([legSchadeBetaaldVast(ander, betaald()), legSchadeBetaaldVast(ander, betaald())])).toEqual(expect.arrayContaining([OK, { ok: false, redenen: ['schade-niet-open'] }]))
    expect(await open()).toEqual([])
  })

  test('de database weigert zo een besluit waarbij geen antwoord over schade staat', async () => {
    const { verlening, id } = await ingetrokken({})
    await expect(inTransaction(async (tx) => {
      const besluit = await neemVervolgbesluit(tx, {
        soort: 'wijziging', aanvraagId: verlening.aanvraagId, actor: wereld.behandelaar, gronden: ['veranderde-omstandigheden'], bedragCent: cent(50_000), werktTerug: false,
        ingaatOp: plainDate('2023-04-01'), geld: { betaaldCent: cent(0), terugCent: cent(0), van: 'niemand' }, motivering: 'Het kan niet doorgaan.',
      })
      if (!besluit.ok) throw new Error('refused')
      await insertWeging(tx, id, wereld.behandelaar.id, WEEGVRAGEN.map((vraag) => ({ vraag, antwoord: 'ja', toelichting: 'x' })))
      await saveEinde(tx, id, { status: 'besloten', besluitId: besluit.value.id, opleiderBesluitBriefId: null })
    })).rejects.toThrow('niet is vastgelegd of er schade wordt vergoed (Awb 4:50 lid 2)')
  })

  test('de database weigert dat wie besliste ook de betaling vastlegt, en elk ander bedrag', async () => {
    const { verlening: tweede, uitkomst } = await ingetrokken({ schade: 'wel', schadeBedrag: '10', schadeUitleg: 'De boeken, volgens de rekening.' })
    expect(uitkomst).toEqual(OK)
    await expect(pool.query(`update schadevergoeding set betaald_op = '2023-03-01', betaald_kenmerk = 'x', betaald_door = door_id where besluit_id = (select id from besluit where aanvraag_id = $1 and soort = 'wijziging')`, [tweede.aanvraagId]))
      .rejects.toThrow('schadevergoeding_tweede')
    await expect(pool.query('update schadevergoeding set bedrag_cent = 1')).rejects.toThrow('permission denied')
  })
})

describe('Awb 4:50 lid 1: een intrekking vanaf een latere dag', () => {
  const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status
  const besluitVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ id: string }>(`select id from besluit where aanvraag_id = $1 and soort = 'intrekking'`, [aanvraagId]))[0]?.id ?? ''
  const jobVan = async (besluitId: string) => (await asOwner<{ dag: string }>(`select (niet_voor at time zone 'Europe/Amsterdam')::text as dag from outbox where job = 'voer-besluit-uit' and payload->>'besluitId' = $1`, [besluitId]))[0]?.dag

  test('tot die dag houdt de deelnemer zijn STAP-budget; op die dag stopt het en komt terug wat was betaald, één keer', async () => {
    await zetKlok('2022-11-07T10:00:00+01:00')
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const dag = (await asOwner<{ dag: string }>('select b.startdatum::text as dag from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id where a.id = $1', [verlening.aanvraagId]))[0]?.dag ?? ''
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'intrekking', grond: 'veranderde-omstandigheden', van: 'opleider', terugwerkend: 'nee', ingaatOp: dag })
    await reageer(wereld.behandelaar, verlening, id)
    await reageer(wereld.behandelaar, verlening, id, 'opleider')
    expect(await beslis(wereld.behandelaar, verlening, id, { van: 'opleider', schade: 'geen', schadeUitleg: 'De opleiding was nog niet begonnen.' })).toEqual(OK)
    const besluitId = await besluitVan(verlening)
    expect(await statusVan(verlening)).toBe('verleend')
    expect(await jobVan(besluitId)).toBe(`${dag} 00:00:00`)
    expect(await asOwner('select 1 from vordering where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([])
    await expect(neemVoor(wereld.behandelaar, verlening)).rejects.toThrow('loopt-al-af')

    await voerBesluitUit(besluitId)
    expect(await statusVan(verlening)).toBe('verleend')
    await zetKlok(`${dag}T00:00:01+01:00`)
    await Promise.all([voerBesluitUit(besluitId), voerBesluitUit(besluitId)])
    expect(await statusVan(verlening)).toBe('ingetrokken')
    expect(await asOwner('select bedrag_cent, grond from vordering where aanvraag_id = $1', [verlening.aanvraagId])).toEqual([{ bedrag_cent: 93_950, grond: 'ingetrokken' }])
    await zetKlok(VANDAAG)
  })
})

describe('nooit erger dan aangekondigd', () => {
  test('is er na het voornemen meer betaald, dan wordt er niet meer teruggevraagd dan was aangekondigd', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    const id = await neemVoor(wereld.behandelaar, verlening)
    await reageer(wereld.behandelaar, verlening, id)
    await plant('alter table voornemen disable trigger voornemen_vast')
    await plant('update voornemen set terug_cent = 40000 where id = $1', [id])
    await plant('alter table voornemen enable trigger voornemen_vast')
    expect(await beslis(wereld.behandelaar, verlening, id)).toEqual({ ok: false, redenen: ['meer-terug-dan-voornemen'] })
  })

  test('Awb 4:49 lid 3: zijn de vijf jaar voorbij als er wordt beslist, dan kan het niet meer', async () => {
    const verlening = await wereld.verleen()
    await betaalUit(verlening, wereld.compartimentId)
    await stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond: 'afgerond', bedrag: '939,50', motivering: 'De scholing is gevolgd.' }))
    await plant(`update parameter set geldig_tot = '2035-01-01' where geldig_tot = '2027-01-01'`)
    await zetKlok('2028-02-25T10:00:00+01:00')
    const id = await neemVoor(wereld.behandelaar, verlening, { soort: 'herziening', grond: 'nieuwe-feiten', bedrag: '100', van: 'burger' })
    await zetKlok('2028-03-14T10:00:00+01:00')
    expect(await beslis(wereld.behandelaar, verlening, id, { bedrag: '100' })).toEqual({ ok: false, redenen: ['termijn-voorbij'] })
    await zetKlok(VANDAAG)
  })
})
