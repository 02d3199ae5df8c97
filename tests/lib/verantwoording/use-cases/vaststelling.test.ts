import { describe, expect, test } from 'vitest'
import { readDocument } from '@/lib/platform/documents'
import { vaststelSchema } from '@/lib/verantwoording/rules/vaststelling-invoer'
import { meldSchema, reactieSchema } from '@/lib/verantwoording/schema'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { stelVast, stelVastAlsBehandelaar } from '@/lib/verantwoording/use-cases/stel-vast'
import { alsBestand, EEN_PDF, EEN_PNG } from '@/tests/builders/bewijs'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-01T10:00:00+01:00')
})

const OK = { ok: true, value: undefined }
const meld = ({ kenmerk }: Verlening, anders: object = {}) =>
  meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs: alsBestand(EEN_PDF, 'application/pdf'), ...anders }))
const reageer = ({ kenmerk, burger }: Verlening, reactie: string, toelichting?: string) =>
  reageerOpDeelname(burger, reactieSchema.parse({ kenmerk, reactie, toelichting }))
const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status
const besluitVan = ({ aanvraagId }: Verlening) =>
  asOwner("select bedrag_cent, gronden, genomen_door from besluit where aanvraag_id = $1 and soort = 'vaststelling'", [aanvraagId])
const jobsVan = async ({ aanvraagId }: Verlening) =>
  (await asOwner("select 1 from outbox where job = 'stel-vast' and payload->>'aanvraagId' = $1", [aanvraagId])).length

describe('opleider en burger zijn het eens', () => {
  test('de vaststelling volgt vanzelf op het verleende bedrag (Awb 4:46 lid 1), één keer', async () => {
    const verlening = await wereld.verleen()
    expect(await meld(verlening)).toEqual(OK)
    await stelVast(verlening.aanvraagId)
    expect(await statusVan(verlening), 'niet voordat de burger reageert').toBe('verleend')

    expect(await reageer(verlening, 'bevestigd')).toEqual(OK)
    expect(await jobsVan(verlening)).toBe(1)
    await stelVast(verlening.aanvraagId)
    await stelVast(verlening.aanvraagId)
    expect(await statusVan(verlening)).toBe('vastgesteld')
    expect(await besluitVan(verlening)).toEqual([{ bedrag_cent: 93_950, gronden: ['afgerond'], genomen_door: null }])
    expect(await reageer(verlening, 'betwist', 'Toch niet')).toEqual({ ok: false, redenen: ['al-gereageerd'] })
  })

  test('het bewijs wordt bewaard onder een eigen naam, als wat het is', async () => {
    const verlening = await wereld.verleen()
    await meld(verlening, { bewijs: alsBestand(EEN_PNG, 'image/png', '../../etc/passwd') })
    const [rij] = await asOwner<{ id: string }>('select bewijs_id as id from deelname where aanvraag_id = $1', [verlening.aanvraagId])
    expect(await readDocument(rij?.id ?? '')).toMatchObject({ naam: `bewijs-${verlening.kenmerk}.png`, mediatype: 'image/png' })
  })
})

describe('opleider en burger zijn het niet eens', () => {
  test('de aanvraag is betwist en een behandelaar beslist, met een reden', async () => {
    const verlening = await wereld.verleen()
    await meld(verlening)
    expect(await reageer(verlening, 'betwist', 'Ik ben nooit begonnen')).toEqual(OK)
    expect(await statusVan(verlening)).toBe('betwist')
    expect(await jobsVan(verlening)).toBe(0)
    await stelVast(verlening.aanvraagId)
    expect(await statusVan(verlening)).toBe('betwist')

    const beslis = (bedrag: string, grond: string) => stelVastAlsBehandelaar(wereld.behandelaar,
      vaststelSchema.parse({ kenmerk: verlening.kenmerk, grond, bedrag, motivering: 'De opleider kon geen aanwezigheid tonen.' }))
    expect(await beslis('939,51', 'niet-afgerond-opleider')).toEqual({ ok: false, redenen: ['bedrag-te-hoog'] })
    expect(await beslis('0', 'niet-afgerond-opleider')).toEqual({ ok: false, redenen: ['eerst-een-voornemen'] })
    expect(await beslis('939,50', 'niet-afgerond-opleider')).toEqual(OK)
    expect(await statusVan(verlening)).toBe('vastgesteld')
    expect(await besluitVan(verlening)).toEqual([{ bedrag_cent: 93_950, gronden: ['niet-afgerond-opleider'], genomen_door: wereld.behandelaar.id }])
    expect(await beslis('939,50', 'niet-afgerond-opleider')).toMatchObject({ ok: false })
  })

  test('niet afgerond, ook als de burger dat bevestigt, gaat naar een behandelaar', async () => {
    const verlening = await wereld.verleen()
    expect(await meld(verlening, { uitkomst: 'niet-succesvol', wijze: undefined, bewijs: undefined, oorzaak: 'overmacht', toelichting: 'Langdurig ziek' })).toEqual(OK)
    expect(await reageer(verlening, 'bevestigd')).toEqual(OK)
    expect(await jobsVan(verlening)).toBe(0)
    expect(await statusVan(verlening)).toBe('verleend')
  })
})

describe('wat niet kan', () => {
  test('een opleider meldt niets over de deelnemer van een ander', async () => {
    const { kenmerk } = await wereld.verleen()
    const melding = meldSchema.parse({ kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewijs: alsBestand(EEN_PDF, 'application/pdf') })
    expect(await meldDeelname(wereld.andereOpleider, melding)).toEqual({ ok: false, redenen: ['aanvraag-niet-gevonden'] })
  })

  test('een burger reageert niet op de aanvraag van een ander', async () => {
    const mijn = await wereld.verleen()
    const andere = await wereld.verleen()
    await meld(andere)
    expect(await reageerOpDeelname(mijn.burger, reactieSchema.parse({ kenmerk: andere.kenmerk, reactie: 'bevestigd' })))
      .toEqual({ ok: false, redenen: ['niets-gemeld'] })
  })

  test('een vals bewijs: niets wordt bewaard, alle redenen in één keer', async () => {
    const verlening = await wereld.verleen()
    const voor = await asOwner('select count(*) from document')
    expect(await meld(verlening, { wijze: 'aanwezigheid', percentage: '79', bewijs: alsBestand(Buffer.from('PK\x03\x04'), 'application/pdf') }))
      .toEqual({ ok: false, redenen: ['aanwezigheid-te-laag', 'bewijs-soort'] })
    expect(await asOwner('select count(*) from document')).toEqual(voor)
  })

  test('twee keer tegelijk melden is één melding', async () => {
    const verlening = await wereld.verleen()
    const uitkomsten = await Promise.all([meld(verlening), meld(verlening), meld(verlening)])
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test.each([
    [{ uitkomst: 'succesvol' }, ['wijze']],
    [{ uitkomst: 'succesvol', wijze: 'aanwezigheid' }, ['percentage']],
    [{ uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: '1e2' }, ['percentage']],
    [{ uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: '101' }, ['percentage']],
    [{ uitkomst: 'niet-succesvol' }, ['oorzaak', 'toelichting']],
    [{ uitkomst: 'anders' }, ['uitkomst']],
  ])('het formulier noemt wat ontbreekt: %j', (invoer, velden) => {
    const gelezen = meldSchema.safeParse({ kenmerk: 'STAP-1', ...invoer })
    expect(gelezen.success ? [] : gelezen.error.issues.map(({ path }) => path[0])).toEqual(velden)
  })

  test.each(['1e3', '-5', '0x10', '10.5', '２０', 'NaN', ''])('een bedrag van %j is geen bedrag', (bedrag) => {
    expect(vaststelSchema.safeParse({ kenmerk: 'x', grond: 'afgerond', bedrag, motivering: 'Een hele zin hier.' }).success).toBe(false)
  })
})
