import { beforeEach, describe, expect, test } from 'vitest'
import { kostenbesluitSchema, kostenmeldingSchema } from '@/lib/annulering/schema'
import { beslisKostenmelding } from '@/lib/annulering/use-cases/beslis-kostenmelding'
import { meldAnnuleringskosten } from '@/lib/annulering/use-cases/meld-annuleringskosten'
import { meldKostenAlsBurger } from '@/lib/annulering/use-cases/meld-kosten-als-burger'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { getAnnuleringskosten, getKostenmelding, getKostenmeldingVan, listKostenmeldingen } from '@/lib/annulering/views'
import { cent } from '@/lib/base/money'
import { aBetaalWereld, VANDAAG, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
beforeEach(() => zetKlok(`${VANDAAG}T10:00:00+01:00`))

const gedaan = { ok: true, value: undefined }
const weiger = (...redenen: string[]) => ({ ok: false, redenen })
const toelichting = 'Inschrijfgeld en het boek'
const REDEN = 'De opleider stuurde ons de factuur aan u.'

async function gestopt(): Promise<Verlening> {
  const een = await wereld.verleen()
  expect((await stopAanvraag(een.burger, { kenmerk: een.kenmerk, fase: 'toegekend', toelichting: undefined })).ok).toBe(true)
  return een
}
const meld = (van: Verlening, cents: number, burger = van.burger) => meldKostenAlsBurger(burger, { kenmerk: van.kenmerk, bedrag: cent(cents), toelichting })
const open = async () => (await listKostenmeldingen(wereld.behandelaar, { page: 1, size: 50 })).rijen.map(({ kenmerk }) => kenmerk)

describe('een burger meldt wat de opleider rekende na het stoppen', () => {
  test('meer dan het maximum: het wacht op een mens, de opleider krijgt een brief, en de burger leest het maximum', async () => {
    const een = await gestopt()
    expect(await meld(een, 25_000)).toEqual({ ok: true, value: { aandacht: ['boven-maximum', 'niet-gemeld'] } })
    expect(await getKostenmelding(een.burger, een.kenmerk)).toMatchObject({ maximum: 19_000, isAfgezegd: false, gemeld: null, melding: { bedrag: 25_000, uitkomst: null } })
    expect(await getKostenmeldingVan(wereld.behandelaar, een.kenmerk)).toMatchObject({ bedrag: 25_000, maximum: 19_000, gemeld: null, aandacht: ['boven-maximum', 'niet-gemeld'] })
    expect(await open()).toContain(een.kenmerk)
    const [brief] = await asOwner<{ inhoud: { betekenis: string[] } }>(`select inhoud from brief where opleider_id = $1 and aanvraag_id = $2 and onderwerp = 'Een deelnemer meldt annuleringskosten'`, [wereld.opleider.opleiderId, een.aanvraagId])
    expect(brief?.inhoud.betekenis.join(' ')).toContain('U mag hoogstens € 190 rekenen.')
    expect(await getAnnuleringskosten(een.burger, een.kenmerk), 'er gaat niets van de subsidie af op het woord van één').toBeNull()
  })

  test('wie niet stopte, een ander, of een tweede keer: geweigerd', async () => {
    const [een, ander] = [await gestopt(), await wereld.verleen()]
    expect(await meld(ander, 5_000)).toEqual(weiger('niet-gestopt'))
    expect(await meld(een, 5_000, ander.burger)).toEqual(weiger('niet-gevonden'))
    expect(await getKostenmelding(ander.burger, een.kenmerk)).toBeUndefined()
    expect((await meld(een, 5_000)).ok).toBe(true)
    expect(await meld(een, 6_000)).toEqual(weiger('al-gemeld'))
  })

  test('meldde de opleider hetzelfde, dan hoeft niemand te kijken; een ander bedrag wel', async () => {
    const [een, ander] = [await gestopt(), await gestopt()]
    for (const { kenmerk } of [een, ander]) await meldAnnuleringskosten(wereld.opleider, { kenmerk, bedrag: cent(10_000), toelichting })
    expect(await meld(een, 10_000)).toEqual(weiger('al-bekend'))
    expect(await meld(ander, 12_000)).toEqual({ ok: true, value: { aandacht: ['ander-bedrag'] } })
  })

  test('meldt de opleider het daarna op de cent, dan is de melding klaar', async () => {
    const een = await gestopt()
    await meld(een, 10_000)
    expect(await meldAnnuleringskosten(wereld.opleider, { kenmerk: een.kenmerk, bedrag: cent(10_000), toelichting })).toEqual(gedaan)
    expect((await getKostenmelding(een.burger, een.kenmerk))?.melding).toMatchObject({ uitkomst: 'bevestigd', reden: null })
    expect(await open()).not.toContain(een.kenmerk)
  })
})

describe('een medewerker beslist erover', () => {
  test('overnemen tot het maximum: het telt mee alsof de opleider het meldde, en de burger krijgt een brief', async () => {
    const een = await gestopt()
    await meld(een, 25_000)
    const beslis = (bedrag: number | null) => beslisKostenmelding(wereld.behandelaar, { kenmerk: een.kenmerk, besluit: bedrag === null ? 'niet-over' : 'neem-over', bedrag: bedrag === null ? null : cent(bedrag), reden: REDEN })
    expect(await beslis(19_001)).toEqual(weiger('hoger-dan-maximum'))
    expect(await beslis(19_000)).toEqual(gedaan)
    expect(await beslis(null)).toEqual(weiger('al-afgehandeld'))
    expect(await getAnnuleringskosten(een.burger, een.kenmerk)).toEqual({ bedrag: 19_000, toelichting: REDEN })
    expect((await getKostenmelding(een.burger, een.kenmerk))?.melding).toMatchObject({ uitkomst: 'overgenomen', reden: REDEN })
    expect(await asOwner(`select count(*)::int as aantal from brief where burger_id = $1 and onderwerp = 'Uw melding over kosten van de opleider'`, [een.burger.id])).toEqual([{ aantal: 1 }])
  })

  test('niet overnemen: er telt niets mee, met de reden', async () => {
    const een = await gestopt()
    await meld(een, 5_000)
    expect(await beslisKostenmelding(wereld.behandelaar, { kenmerk: een.kenmerk, besluit: 'niet-over', bedrag: null, reden: REDEN })).toEqual(gedaan)
    expect(await getAnnuleringskosten(een.burger, een.kenmerk)).toBeNull()
    expect(await open()).not.toContain(een.kenmerk)
  })

  test('tegelijk met de opleider: de kosten tellen één keer', async () => {
    const een = await gestopt()
    await meld(een, 10_000)
    await Promise.all([
      meldAnnuleringskosten(wereld.opleider, { kenmerk: een.kenmerk, bedrag: cent(10_000), toelichting }),
      beslisKostenmelding(wereld.behandelaar, { kenmerk: een.kenmerk, besluit: 'neem-over', bedrag: cent(10_000), reden: REDEN }),
    ])
    expect(await asOwner('select count(*)::int as aantal from annuleringskosten where aanvraag_id = $1', [een.aanvraagId])).toEqual([{ aantal: 1 }])
    expect(await open()).not.toContain(een.kenmerk)
  })

  test('tegenproef: de database neemt geen melding aan van wie niet stopte of van een ander', async () => {
    const [een, ander] = [await gestopt(), await wereld.verleen()]
    const rij = (aanvraagId: string, burgerId: string) => asOwner(`insert into kostenmelding (aanvraag_id, bedrag_cent, toelichting, gemeld_door) values ($1, 100, 'proef', $2)`, [aanvraagId, burgerId])
    await expect(rij(ander.aanvraagId, ander.burger.id)).rejects.toThrow('alleen wie zelf stopte')
    await expect(rij(een.aanvraagId, ander.burger.id)).rejects.toThrow('alleen wie zelf stopte')
  })
})

describe('wat iemand typt', () => {
  test.each([['0'], ['-5'], ['veel'], ['1e3'], ['100.000,01'], ['']])('een bedrag van %j: gezegd hoe het moet', (bedrag) => {
    expect(kostenmeldingSchema.safeParse({ kenmerk: 'X', bedrag, toelichting }).error?.issues.map(({ message }) => message)).toEqual(['Bedrag: vul het bedrag in euro in, bijvoorbeeld 75 of 75,50. Rekende de opleider niets? Dan hoeft u niets te melden.'])
  })
  test('bij overnemen hoort een bedrag; bij niet overnemen niet', () => {
    expect(kostenbesluitSchema.safeParse({ kenmerk: 'X', besluit: 'neem-over', bedrag: '', reden: REDEN }).success).toBe(false)
    expect(kostenbesluitSchema.parse({ kenmerk: 'X', besluit: 'niet-over', bedrag: 'onzin', reden: REDEN })).toMatchObject({ bedrag: null })
  })
})
