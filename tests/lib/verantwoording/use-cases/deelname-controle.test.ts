import { describe, expect, test } from 'vitest'
import { meldSchema, reactieSchema, stukSchema } from '@/lib/verantwoording/schema'
import { beoordeelDeelname } from '@/lib/verantwoording/use-cases/beoordeel-deelname'
import { leverStukIn, meldIngeleverd, vraagStukkenOp } from '@/lib/verantwoording/use-cases/lever-stukken-in'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { stelVast } from '@/lib/verantwoording/use-cases/stel-vast'
import { trekDeelnamecontrole } from '@/lib/verantwoording/use-cases/trek-deelnamecontrole'
import { getDeelnamecontrole, getEigenControle, getStuk, listDeelnamecontroles, listEigenControles } from '@/lib/verantwoording/views'
import { alsBestand, EEN_PDF, EEN_ZIP } from '@/tests/builders/bewijs'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
const zaken: Verlening[] = []
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-10T10:00:00+01:00')
  for (const inhoud of [{ bewijs: alsBestand(EEN_PDF, 'application/pdf') }, { bewaard: 'ja' }, { bewaard: 'ja' }, { uitkomst: 'niet-succesvol', oorzaak: 'overmacht', toelichting: 'Ziek' }]) {
    const zaak = await wereld.verleen()
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', ...inhoud }))
    zaken.push(zaak)
  }
})

const OK = { ok: true, value: undefined }
const gevalVan = async ({ aanvraagId }: Verlening) => (await asOwner<{ id: string }>('select id from deelnamecontrole_geval where aanvraag_id = $1', [aanvraagId]))[0]?.id ?? ''
const lever = (gevalId: string, inhoud = EEN_PDF, wie = wereld.opleider) => leverStukIn(wie, stukSchema.parse({ gevalId, omschrijving: 'Presentielijst', stuk: alsBestand(inhoud, 'application/pdf') }))
const oordeel = (gevalId: string, wat: 'goed' | 'onvoldoende' | 'niet-geleverd') => beoordeelDeelname(wereld.behandelaar, { gevalId, oordeel: wat, reden: 'Op de lijst staat geen handtekening.' })

describe('art. 23: de maandelijkse controle van deelnames', () => {
  test('in april wordt één keer geloot uit de afgeronde deelnames van maart', async () => {
    await zetKlok('2023-04-01T03:00:00+02:00')
    expect(await trekDeelnamecontrole(() => Promise.resolve(true)), 'een opening gaat voor').toBe(0)
    expect((await Promise.all([trekDeelnamecontrole(), trekDeelnamecontrole()])).sort()).toEqual([0, 3])
    expect(await trekDeelnamecontrole()).toBe(0)
    const [controle] = await listDeelnamecontroles(wereld.behandelaar)
    expect(controle).toMatchObject({ maand: '2023-03-01', populatie: 3, aantal: 3, open: 3, uiterlijkOp: '2023-04-17' })
    const gevallen = (await getDeelnamecontrole(wereld.behandelaar, controle?.id ?? ''))?.gevallen ?? []
    expect(gevallen.map(({ signalen, gewicht }) => [signalen.join(), gewicht]).sort()).toEqual([['', 1], ['zonder-stuk', 3], ['zonder-stuk', 3]])
    expect((await listEigenControles(wereld.andereOpleider)).length).toBe(0)
  })

  test('de opleider wordt gevraagd, levert in en hoort het oordeel', async () => {
    const [zaak] = zaken
    if (zaak === undefined) throw new Error('no case')
    const id = await gevalVan(zaak)
    await vraagStukkenOp(id)
    await vraagStukkenOp(id)
    expect(await asOwner(`select 1 from brief where onderwerp = 'Stuur de stukken van een deelname'`)).toHaveLength(1)
    expect(await meldIngeleverd(wereld.opleider, id)).toEqual({ ok: false, redenen: ['nog-geen-stuk'] })
    expect(await lever(id, EEN_ZIP)).toEqual({ ok: false, redenen: ['bewijs-soort'] })
    expect(await lever(id, EEN_PDF, wereld.andereOpleider)).toEqual({ ok: false, redenen: ['geval-niet-gevonden'] })
    expect(await lever(id)).toEqual(OK)
    expect(await oordeel(id, 'goed')).toEqual({ ok: false, redenen: ['termijn-loopt'] })
    expect(await meldIngeleverd(wereld.opleider, id)).toEqual(OK)
    const stukId = (await getEigenControle(wereld.opleider, id))?.stukken[0]?.id ?? ''
    expect(await getStuk(wereld.opleider, { gevalId: id }, stukId)).toMatchObject({ mediatype: 'application/pdf' })
    expect(await getStuk(wereld.andereOpleider, { gevalId: id }, stukId)).toBeUndefined()
    expect(await getStuk(wereld.opleider, { gevalId: 'geen-id' }, stukId)).toBeUndefined()
    expect(await oordeel(id, 'goed')).toEqual(OK)
    expect(await oordeel(id, 'onvoldoende')).toEqual({ ok: false, redenen: ['al-beoordeeld'] })
    expect(await lever(id)).toEqual({ ok: false, redenen: ['al-beoordeeld'] })
    expect(await asOwner('select 1 from deelname_signaal')).toEqual([])
  })

  test('onvoldoende wordt een signaal voor de vaststelling: die volgt niet meer vanzelf', async () => {
    const [, zaak] = zaken
    if (zaak === undefined) throw new Error('no case')
    const id = await gevalVan(zaak)
    await lever(id)
    await zetKlok('2023-04-18T10:00:00+02:00')
    expect(await oordeel(id, 'niet-geleverd')).toEqual({ ok: false, redenen: ['wel-stukken'] })
    expect(await oordeel(id, 'onvoldoende')).toEqual(OK)
    expect(await asOwner('select soort, reden, afgehandeld_op from deelname_signaal where aanvraag_id = $1', [zaak.aanvraagId])).toEqual([{ soort: 'controle-onvoldoende', reden: 'Op de lijst staat geen handtekening.', afgehandeld_op: null }])
    await reageerOpDeelname(zaak.burger, reactieSchema.parse({ kenmerk: zaak.kenmerk, reactie: 'bevestigd' }))
    await stelVast(zaak.aanvraagId)
    expect(await asOwner('select status from aanvraag where id = $1', [zaak.aanvraagId])).toEqual([{ status: 'verleend' }])
  })

  test('niets geleverd na de termijn, en de database weigert dat oordeel eerder', async () => {
    const [, , zaak] = zaken
    if (zaak === undefined) throw new Error('no case')
    const id = await gevalVan(zaak)
    await zetKlok('2023-04-17T23:00:00+02:00')
    await expect(asOwner(`update deelnamecontrole_geval set oordeel = 'niet-geleverd', reden = 'x', door_id = $2, beoordeeld_op = nu() where id = $1`, [id, wereld.behandelaar.id])).rejects.toThrow('na de termijn')
    await zetKlok('2023-04-18T10:00:00+02:00')
    expect(await oordeel(id, 'niet-geleverd')).toEqual(OK)
    await expect(asOwner(`update deelnamecontrole_geval set oordeel = 'goed' where id = $1`, [id])).rejects.toThrow('ligt vast')
  })

  test('wie eerder niet in orde was, weegt de volgende keer zwaarder', async () => {
    const zaak = await wereld.verleen()
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: '82', bewijs: alsBestand(EEN_PDF, 'application/pdf') }))
    await zetKlok('2023-05-02T10:00:00+02:00')
    expect(await trekDeelnamecontrole()).toBe(1)
    expect(await asOwner('select signalen, gewicht from deelnamecontrole_geval where aanvraag_id = $1', [zaak.aanvraagId])).toEqual([{ signalen: ['rond-de-norm', 'eerder-onvoldoende'], gewicht: 5 }])
  })
})
