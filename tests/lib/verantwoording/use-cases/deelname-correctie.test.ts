import { describe, expect, test } from 'vitest'
import { correctieSchema, meldSchema, reactieSchema } from '@/lib/verantwoording/schema'
import { corrigeerDeelname } from '@/lib/verantwoording/use-cases/corrigeer-deelname'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { stelVast } from '@/lib/verantwoording/use-cases/stel-vast'
import { vraagReactie } from '@/lib/verantwoording/use-cases/vraag-reactie'
import { getBewijsVanBurger, getEigenDeelname, listEerdereVersies } from '@/lib/verantwoording/views'
import { alsBestand, EEN_PDF, EEN_PNG, EEN_ZIP } from '@/tests/builders/bewijs'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-01T10:00:00+01:00')
})

const OK = { ok: true, value: undefined }
const GESTOPT = { uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Kwam niet meer' }
const DIPLOMA = { uitkomst: 'succesvol', wijze: 'diploma' }
const meld = ({ kenmerk }: Verlening, inhoud: object = GESTOPT) => meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk, bewaard: 'ja', ...inhoud }))
const corrigeer = ({ kenmerk }: Verlening, inhoud: object = DIPLOMA) => corrigeerDeelname(wereld.opleider, correctieSchema.parse({ kenmerk, bewaard: 'ja', reden: 'Verkeerde deelnemer aangevinkt', ...inhoud }))
const reageer = ({ kenmerk, burger }: Verlening, reactie: string, anders: object = {}) => reageerOpDeelname(burger, reactieSchema.parse({ kenmerk, reactie, toelichting: 'Ik heb mijn diploma', ...anders }))
const statusVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string }>('select status from aanvraag where id = $1', [aanvraagId]))[0]?.status

describe('de opleider verbetert een melding zolang niets vaststaat', () => {
  test('betwist, verbeterd, bevestigd: elke versie blijft bewaard en de burger wordt opnieuw gevraagd', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak)
    await vraagReactie(zaak.aanvraagId)
    expect(await reageer(zaak, 'betwist')).toEqual(OK)
    expect(await statusVan(zaak)).toBe('betwist')
    expect(await corrigeer(zaak)).toEqual(OK)
    expect(await statusVan(zaak)).toBe('verleend')

    const nu = await getEigenDeelname(zaak.burger, zaak.kenmerk)
    expect(nu?.deelname).toMatchObject({ versie: 2, uitkomst: 'succesvol', oorzaak: null, reactie: null, reden: 'Verkeerde deelnemer aangevinkt', briefId: null })
    expect(await listEerdereVersies(zaak.burger, zaak.kenmerk)).toMatchObject([{ versie: 1, uitkomst: 'niet-succesvol', oorzaak: 'burger', reactie: 'betwist', reactie_toelichting: 'Ik heb mijn diploma' }])
    await vraagReactie(zaak.aanvraagId)
    await vraagReactie(zaak.aanvraagId)
    expect(await asOwner('select onderwerp from brief where aanvraag_id = $1 order by verzonden_op offset 1', [zaak.aanvraagId])).toEqual([
      { onderwerp: 'Klopt het wat uw opleider over u meldt?' }, { onderwerp: 'Uw opleider heeft de melding over u verbeterd' },
    ])
    expect(await reageer(zaak, 'bevestigd')).toEqual(OK)
    await stelVast(zaak.aanvraagId)
    expect(await statusVan(zaak)).toBe('vastgesteld')
    expect(await corrigeer(zaak)).toEqual({ ok: false, redenen: ['niet-verleend'] })
  })

  test('zonder melding, van een ander of zonder reden kan het niet', async () => {
    const zaak = await wereld.verleen()
    expect(await corrigeer(zaak)).toEqual({ ok: false, redenen: ['niet-gemeld'] })
    await meld(zaak)
    expect(await corrigeerDeelname(wereld.andereOpleider, correctieSchema.parse({ kenmerk: zaak.kenmerk, reden: 'zomaar', bewaard: 'ja', ...DIPLOMA }))).toEqual({ ok: false, redenen: ['aanvraag-niet-gevonden'] })
    expect(correctieSchema.safeParse({ kenmerk: zaak.kenmerk, ...DIPLOMA }).success).toBe(false)
  })

  test('een bewijs dat er al was blijft, en een nieuw komt ervoor in de plaats', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak, { ...DIPLOMA, bewaard: undefined, bewijs: alsBestand(EEN_PDF, 'application/pdf') })
    const eerste = (await getEigenDeelname(zaak.burger, zaak.kenmerk))?.deelname?.bewijsId
    await corrigeer(zaak, { uitkomst: 'succesvol', wijze: 'examen' })
    expect((await getEigenDeelname(zaak.burger, zaak.kenmerk))?.deelname).toMatchObject({ bewijsId: eerste, bewijsBewaard: false })
    await corrigeer(zaak, { uitkomst: 'succesvol', wijze: 'examen', bewijs: alsBestand(EEN_PNG, 'image/png') })
    expect((await getEigenDeelname(zaak.burger, zaak.kenmerk))?.deelname?.bewijsId).not.toBe(eerste)
  })

  test('tegelijk verbeteren en bevestigen: de burger bevestigt nooit wat hij niet las', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak, DIPLOMA)
    const [, antwoord] = await Promise.all([corrigeer(zaak, GESTOPT), reageer(zaak, 'bevestigd', { versie: '1' })])
    const deelname = (await getEigenDeelname(zaak.burger, zaak.kenmerk))?.deelname
    // Whoever came first: the answer stays with version 1, or is refused; version 2 has none.
    expect([deelname?.versie, deelname?.reactie]).toEqual([2, null])
    expect(antwoord.ok ? (await listEerdereVersies(zaak.burger, zaak.kenmerk))[0]?.reactie : antwoord.redenen).toEqual(antwoord.ok ? 'bevestigd' : ['melding-veranderd'])
    await stelVast(zaak.aanvraagId)
    expect(await statusVan(zaak)).toBe('verleend')
  })

  test('tegenproef: zonder de gelezen versie komt het antwoord bij wat de burger nooit zag', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak, DIPLOMA)
    await corrigeer(zaak, GESTOPT)
    expect(await reageer(zaak, 'bevestigd', { versie: '1' })).toEqual({ ok: false, redenen: ['melding-veranderd'] })
    expect(await reageer(zaak, 'bevestigd')).toEqual(OK)
    expect((await getEigenDeelname(zaak.burger, zaak.kenmerk))?.deelname).toMatchObject({ versie: 2, reactie: 'bevestigd' })
  })

  test.each([
    ['de inhoud zonder nieuwe versie', `uitkomst = 'succesvol', wijze = 'examen', oorzaak = null, toelichting = null, bewijs_bewaard = true`, 'een gewijzigde melding is een nieuwe versie'],
    ['een versie overslaan', `versie = 3, reden = 'x'`, 'heeft een reden en wordt opnieuw aan de burger gevraagd'],
    ['een versie zonder reden', 'versie = 2', 'heeft een reden en wordt opnieuw aan de burger gevraagd'],
    ['een andere aanvraag', 'aanvraag_id = gen_random_uuid()', 'blijft bij haar aanvraag'],
  ])('de database weigert: %s', async (_, zet, fout) => {
    const zaak = await wereld.verleen()
    await meld(zaak)
    await expect(asOwner(`update deelname set ${zet} where aanvraag_id = $1`, [zaak.aanvraagId])).rejects.toThrow(fout)
  })

  test('de database weigert een tweede antwoord, en een afgeronde opleiding zonder bewijs', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak)
    await reageer(zaak, 'bevestigd')
    await expect(asOwner(`update deelname set reactie = 'betwist' where aanvraag_id = $1`, [zaak.aanvraagId])).rejects.toThrow('wordt een keer gereageerd')
    await expect(asOwner(`insert into deelname (aanvraag_id, uitkomst, wijze, gemeld_door, reactie_uiterlijk_op) values ($1, 'succesvol', 'diploma', $2, '2023-04-01')`, [(await wereld.verleen()).aanvraagId, wereld.opleider.id])).rejects.toThrow('deelname_bewijs')
  })
})

describe('de burger stuurt zelf bewijs mee', () => {
  test('het wordt bewaard voor hem en UWV, niet voor de opleider', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak)
    expect(await reageer(zaak, 'betwist', { bewijs: alsBestand(EEN_PNG, 'image/png', 'mijn.png') })).toEqual(OK)
    expect(await getBewijsVanBurger(zaak.burger, zaak.kenmerk)).toMatchObject({ naam: `bewijs-deelnemer-${zaak.kenmerk}.png`, mediatype: 'image/png' })
    expect(await getBewijsVanBurger(wereld.behandelaar, zaak.kenmerk)).toBeDefined()
    expect(await getBewijsVanBurger((await wereld.verleen()).burger, zaak.kenmerk)).toBeUndefined()
  })

  test('een vals bestand en een lege toelichting: beide redenen tegelijk, en er gebeurt niets', async () => {
    const zaak = await wereld.verleen()
    await meld(zaak)
    const invoer = { kenmerk: zaak.kenmerk, reactie: 'betwist' as const, toelichting: ' ', bewijs: alsBestand(EEN_ZIP, 'image/png') }
    expect(await reageerOpDeelname(zaak.burger, invoer)).toEqual({ ok: false, redenen: ['toelichting-ontbreekt', 'bewijs-soort'] })
    expect(await statusVan(zaak)).toBe('verleend')
  })
})
