import { beforeEach, describe, expect, test } from 'vitest'
import { meldAnnuleringskosten } from '@/lib/annulering/use-cases/meld-annuleringskosten'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { cent } from '@/lib/base/money'
import { meldSchema, reactieSchema, signaalSchema } from '@/lib/verantwoording/schema'
import { vaststelSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { corrigeerDeelname } from '@/lib/verantwoording/use-cases/corrigeer-deelname'
import { handelSignaalAf } from '@/lib/verantwoording/use-cases/handel-signaal-af'
import { meldDeelname, meldDeelnames } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { stelVast, stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { sluitReactietermijn, vraagReactie } from '@/lib/verantwoording/use-cases/vraag-reactie'
import { getZaak, listVaststellingen } from '@/lib/verantwoording/views'
import { correctieSchema } from '@/lib/verantwoording/schema'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
const op = (dag: string) => zetKlok(`${dag}T10:00:00+01:00`)
beforeEach(() => op('2022-12-12'))

const stop = ({ burger, kenmerk }: Verlening) => stopAanvraag(burger, { kenmerk, fase: 'begonnen', toelichting: 'De lessen waren te zwaar' })
const meldAfgerond = ({ kenmerk }: Verlening) => meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
const reageer = ({ burger, kenmerk }: Verlening, anders: object) => reageerOpDeelname(burger, reactieSchema.parse({ kenmerk, reactie: 'bevestigd', ...anders }))
const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status
const redenVan = async ({ kenmerk }: Verlening) => (await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen.find((rij) => rij.kenmerk === kenmerk)?.reden
const laatVerlopen = async ({ aanvraagId }: Verlening) => {
  await bewaakDeelnametermijnen()
  await sluitReactietermijn(aanvraagId)
  await stelVast(aanvraagId)
}

describe('art. 14, Awb 4:46: wie meldde te stoppen, wordt niet door zwijgen als afgerond vastgesteld', () => {
  test('de opleider meldt afgerond: het gaat naar een behandelaar, die ziet wat de burger meldde; de brief zegt het ook', async () => {
    const zaak = await wereld.verleen()
    await stop(zaak)
    await op('2023-03-01')
    await meldAfgerond(zaak)
    await vraagReactie(zaak.aanvraagId)
    expect(await redenVan(zaak)).toBe('gestopt')
    const [brief] = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where aanvraag_id = $1 and onderwerp = 'Klopt het wat uw opleider over u meldt?'`, [zaak.aanvraagId])
    expect(brief?.tekst).toContain('U meldde op maandag 12 december 2022 aan ons dat u stopte. Dat telt mee: een medewerker van UWV kijkt ernaar, ook als u niet reageert.')
    expect(brief?.tekst).not.toContain('niet oneens')
    await op('2023-04-10')
    await laatVerlopen(zaak)
    expect(await statusVan(zaak)).toBe('verleend')
    expect((await getZaak(wereld.behandelaar, zaak.kenmerk))?.gestopt).toEqual({ op: '2022-12-12', toelichting: 'De lessen waren te zwaar' })
  })

  test('zonder dat de burger stopte, wordt dezelfde melding wel vastgesteld (tegenproef)', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-02')
    await meldAfgerond(zaak)
    await vraagReactie(zaak.aanvraagId)
    await op('2023-04-11')
    await laatVerlopen(zaak)
    expect(await statusVan(zaak)).toBe('vastgesteld')
  })

  test('ook als de burger de melding bevestigt, kijkt er iemand', async () => {
    const zaak = await wereld.verleen()
    await stop(zaak)
    await op('2023-03-03')
    await meldAfgerond(zaak)
    expect(await reageer(zaak, {})).toMatchObject({ ok: true })
    await stelVast(zaak.aanvraagId)
    expect(await statusVan(zaak)).toBe('verleend')
    expect(await redenVan(zaak)).toBe('gestopt')
  })

  test('gerekende annuleringskosten en afgerond: een eigen reden in de werklijst', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-06')
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Gestopt' }))
    await meldAnnuleringskosten(wereld.opleider, { kenmerk: zaak.kenmerk, bedrag: cent(7_500), toelichting: 'Lesmateriaal' })
    await corrigeerDeelname(wereld.opleider, correctieSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja', reden: 'Toch afgerond' }))
    await reageer(zaak, {})
    await stelVast(zaak.aanvraagId)
    expect(await statusVan(zaak)).toBe('verleend')
    expect(await redenVan(zaak)).toBe('annuleringskosten')
    expect((await getZaak(wereld.behandelaar, zaak.kenmerk))?.annuleringskosten).toEqual({ bedragCent: 7_500, toelichting: 'Lesmateriaal' })
  })
})

describe('wat de burger zegt, telt zolang er niets is beslist', () => {
  test('een antwoord na de termijn komt in de plaats van geen antwoord; een tweede niet', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-07')
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Gestopt' }))
    await vraagReactie(zaak.aanvraagId)
    await op('2023-04-14')
    await laatVerlopen(zaak)
    expect(await redenVan(zaak)).toBe('niet-afgerond')
    expect(await reageer(zaak, { reactie: 'betwist', toelichting: 'Ik lag in het ziekenhuis' })).toMatchObject({ ok: true })
    expect(await statusVan(zaak)).toBe('betwist')
    expect(await reageer(zaak, {})).toEqual({ ok: false, redenen: ['al-gereageerd'] })
  })

  test('na de vaststelling niet meer: dan is er bezwaar', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-08')
    await meldAfgerond(zaak)
    await vraagReactie(zaak.aanvraagId)
    await op('2023-04-15')
    await laatVerlopen(zaak)
    expect(await reageer(zaak, { reactie: 'betwist', toelichting: 'Nooit begonnen' })).toEqual({ ok: false, redenen: ['termijn-voorbij'] })
    await expect(asOwner(`update deelname set reactie = 'betwist', reactie_op = nu() where aanvraag_id = $1`, [zaak.aanvraagId])).rejects.toThrow('een keer gereageerd')
  })

  test('de dagen om te antwoorden lopen vanaf de brief', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-01')
    await meldAfgerond(zaak)
    const dag = async () => (await asOwner<{ dag: string }>('select reactie_uiterlijk_op::text as dag from deelname where aanvraag_id = $1', [zaak.aanvraagId]))[0]?.dag
    expect(await dag()).toBe('2023-03-29')
    await op('2023-03-06')
    await vraagReactie(zaak.aanvraagId)
    expect(await dag()).toBe('2023-04-03')
    await expect(asOwner(`update deelname set reactie_uiterlijk_op = '2023-03-10' where aanvraag_id = $1`, [zaak.aanvraagId])).rejects.toThrow('nieuwe versie')
  })
})

describe('een signaal van de Toetsingskamer over wat al is vastgesteld', () => {
  test('staat in de werklijst tot een behandelaar het afhandelt', async () => {
    const zaak = await wereld.verleen()
    await op('2023-03-09')
    const handelAf = () => handelSignaalAf(wereld.behandelaar, signaalSchema.parse({ kenmerk: zaak.kenmerk, reden: 'Het diploma kwam alsnog' }))
    expect(await handelAf()).toEqual({ ok: false, redenen: ['nog-niet-vastgesteld'] })
    await stelVastAlsBehandelaar(wereld.behandelaar, vaststelSchema.parse({ kenmerk: zaak.kenmerk, grond: 'afgerond', bedrag: '939,50', motivering: 'De scholing is gevolgd.' }))
    expect(await handelAf()).toEqual({ ok: false, redenen: ['signaal-niet-gevonden'] })
    await asOwner(`insert into deelname_signaal (aanvraag_id, soort, reden) values ($1, 'controle-onvoldoende', 'Geen presentielijst')`, [zaak.aanvraagId])
    expect(await redenVan(zaak)).toBe('signaal')
    expect(await handelAf()).toMatchObject({ ok: true })
    expect(await redenVan(zaak)).toBeUndefined()
  })
})

describe('veel meldingen in één verzoek', () => {
  test('elke rij haar antwoord, in volgorde; wie twee keer staat, wordt één keer gemeld', async () => {
    const [een, twee] = [await wereld.verleen(), await wereld.verleen()]
    await op('2023-03-10')
    const rij = (kenmerk: string) => meldSchema.parse({ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' })
    const uitkomsten = await meldDeelnames(wereld.opleider, [rij('STAP-9999999-00'), rij(een.kenmerk), meldSchema.parse({ kenmerk: twee.kenmerk, uitkomst: 'succesvol', wijze: 'diploma' }), rij(een.kenmerk), rij(twee.kenmerk)], 'api')
    expect(uitkomsten.map((outcome) => (outcome.ok ? 'gemeld' : outcome.redenen.join()))).toEqual(['aanvraag-niet-gevonden', 'gemeld', 'bewijs-ontbreekt', 'al-gemeld', 'gemeld'])
    expect((await meldDeelnames(wereld.andereOpleider, [rij(een.kenmerk)], 'api')).map(({ ok }) => ok)).toEqual([false])
  })
})
