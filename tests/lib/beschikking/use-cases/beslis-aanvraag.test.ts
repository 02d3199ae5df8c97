import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { toBrief } from '@/lib/beschikking/repo'
import { layoutBrief } from '@/lib/beschikking/rules/brief-opmaak'
import { beoordeelAanvraag } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import { beslisAanvraag } from '@/lib/beschikking/use-cases/beslis-aanvraag'
import { houdAanvraagAan } from '@/lib/beschikking/use-cases/houd-aan'
import { bekijkDossier } from '@/lib/beschikking/use-cases/bekijk-dossier'
import { leesBericht } from '@/lib/beschikking/use-cases/lees-bericht'
import { neemInBehandeling } from '@/lib/beschikking/use-cases/neem-in-behandeling'
import { countOngelezen, getBericht, getBriefVoorbeeld, getDossier, getWerkvoorraad, listBerichten, readBerichtPdf } from '@/lib/beschikking/views'
import { maakBriefPdf } from '@/lib/beschikking/use-cases/maak-brief-pdf'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inTransaction, prisma } from '@/lib/platform/db'
import { aGereserveerd, aMedewerker, aWereld, stubBasisregisters, type Aanvrager, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

let nummer = 0
let wereld: Wereld
let kim: Medewerker
let bo: Medewerker
const aanvragers: Aanvrager[] = []

beforeAll(async () => {
  wereld = await aWereld()
  kim = await aMedewerker('behandelaar')
  bo = await aMedewerker('behandelaar')
})
beforeEach(() => { stubBasisregisters(aanvragers) })

/** An aanvraag that the checks put before a person: the SVB knows too few months. */
async function anUitval(): Promise<Ingediend> {
  nummer += 1
  const aanvrager = { bsn: `99999${String(nummer).padStart(4, '0')}`, verzekerdVanaf: '2022-06-01' }
  aanvragers.push(aanvrager)
  stubBasisregisters(aanvragers)
  const aanvraag = await aGereserveerd(wereld, aanvrager)
  await beoordeelAanvraag(aanvraag.aanvraagId)
  return aanvraag
}

const row = ({ aanvraagId }: Ingediend) => prisma.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId } })
const MOTIVERING = 'U stuurde ons bewijs van uw werk in Nederland.'

async function input(aanvraag: Ingediend, changes: { besluit?: 'verlening' | 'afwijzing'; gronden?: readonly 'niet-verzekerd'[]; motivering?: string; versie?: number } = {}) {
  const { versie } = await row(aanvraag)
  return { kenmerk: aanvraag.kenmerk, versie, besluit: 'verlening' as const, motivering: MOTIVERING, ...changes, gronden: [...(changes.gronden ?? [])] }
}

describe('de werkvoorraad', () => {
  test('toont wat een mens moet beoordelen, met reden en dagen', async () => {
    const aanvraag = await anUitval()
    const { regels, perReden } = await getWerkvoorraad(kim, { page: 1, size: 50 })
    expect(regels.find(({ kenmerk }) => kenmerk === aanvraag.kenmerk)).toMatchObject({ redenen: ['verzekerd'], dagenOver: 28, behandelaar: null, isVanMij: false, naam: 'Sam Jansen' })
    expect(perReden.find(({ reden }) => reden === 'verzekerd')?.aantal).toBeGreaterThan(0)
    expect((await getWerkvoorraad(kim, { reden: 'start', page: 1, size: 50 })).regels).toEqual([])
  })

  test('één behandelaar tegelijk', async () => {
    const aanvraag = await anUitval()
    expect(await Promise.all([neemInBehandeling(kim, aanvraag.kenmerk), neemInBehandeling(bo, aanvraag.kenmerk)])).toEqual(
      expect.arrayContaining([{ ok: true, value: undefined }, { ok: false, redenen: ['andere-behandelaar'] }]),
    )
    const ander = (await row(aanvraag)).behandelaarId === kim.id ? bo : kim
    expect(await beslisAanvraag(ander, await input(aanvraag))).toEqual({ ok: false, redenen: ['andere-behandelaar'] })
    expect(await beslisAanvraag(await aMedewerker('teamleider'), await input(aanvraag))).toMatchObject({ ok: true })
  })

  test('elke keer dat iemand een dossier opent, staat vast wie dat was (I9)', async () => {
    const aanvraag = await anUitval()
    const auditor = await aMedewerker('auditor')
    expect(await bekijkDossier(auditor, aanvraag.kenmerk.toLowerCase().replaceAll('-', ' '))).toBe(true)
    const [regel] = await prisma.gebeurtenis.findMany({ where: { onderwerpId: aanvraag.aanvraagId, soort: 'dossier-ingezien' } })
    expect(regel).toMatchObject({ doorId: auditor.id, doorRol: 'auditor', zichtbaar: false })
    expect(await bekijkDossier(auditor, 'STAP-9999999-99')).toBe(false)
  })

  test('het dossier toont de feiten met hun bron en wat de controles voorstellen', async () => {
    const aanvraag = await anUitval()
    const dossier = await getDossier(kim, aanvraag.kenmerk)
    expect(dossier).toMatchObject({ voorstel: 'afwijzing', voorgesteldeGronden: ['niet-verzekerd'], bedrag: '€ 1.000', beoordeeldOp: 'dinsdag 1 november 2022' })
    expect(dossier?.controles.find(({ controle }) => controle === 'verzekerd')).toMatchObject({ uitkomst: 'voldoet-niet', bron: 'Sociale Verzekeringsbank', feiten: [{ naam: 'Verzekerde maanden', waarde: '2 (nodig: 6)' }, {}] })
  })
})

describe('besluiten', () => {
  test('het voorbeeld en de verstuurde brief zijn gelijk, op het kenmerk na', async () => {
    for (const besluit of [{ soort: 'verlening' as const, motivering: MOTIVERING }, { soort: 'afwijzing' as const, gronden: ['niet-verzekerd' as const], motivering: MOTIVERING }]) {
      const aanvraag = await anUitval()
      const voorbeeld = await getBriefVoorbeeld(kim, aanvraag.kenmerk, besluit)
      const outcome = await beslisAanvraag(kim, await input(aanvraag, { besluit: besluit.soort, gronden: besluit.soort === 'afwijzing' ? ['niet-verzekerd'] : [] }))
      if (!outcome.ok) throw new Error(outcome.redenen.join())
      const verstuurd = await prisma.brief.findUniqueOrThrow({ where: { id: outcome.value.briefId } })
      const zonderKenmerk = (gegevens: readonly { naam: string; waarde: string }[] = []) => gegevens.filter(({ naam }) => naam !== 'Kenmerk')
      const opmaak = layoutBrief(toBrief(verstuurd))
      expect({ ...opmaak, gegevens: zonderKenmerk(opmaak.gegevens) }).toEqual({ ...voorbeeld, gegevens: zonderKenmerk(voorbeeld?.gegevens) })
      expect(JSON.stringify(opmaak.blokken)).toContain(MOTIVERING)
    }
  })

  test('een afwijzing geeft het budget terug aan het compartiment', async () => {
    const aanvraag = await anUitval()
    const voor = await prisma.compartiment.findUniqueOrThrow({ where: { id: wereld.compartimentId } })
    await beslisAanvraag(kim, await input(aanvraag, { besluit: 'afwijzing', gronden: ['niet-verzekerd'] }))
    const na = await prisma.compartiment.findUniqueOrThrow({ where: { id: wereld.compartimentId } })
    expect(Number(voor.gereserveerdCent) - Number(na.gereserveerdCent)).toBe(100_000)
  })

  test.each([
    ['een afwijzing zonder grond', { besluit: 'afwijzing' as const }, ['grond-ontbreekt']],
    ['zonder motivering (Awb 3:46)', { motivering: 'ok' }, ['motivering-ontbreekt']],
    ['op een versie die niet meer de laatste is', { versie: 1 }, ['intussen-gewijzigd']],
    ['alle redenen tegelijk', { besluit: 'afwijzing' as const, motivering: '', versie: 1 }, ['intussen-gewijzigd', 'grond-ontbreekt', 'motivering-ontbreekt']],
  ])('geweigerd: %s', async (_, changes, redenen) => {
    const aanvraag = await anUitval()
    expect(await beslisAanvraag(kim, await input(aanvraag, changes))).toEqual({ ok: false, redenen })
    expect((await row(aanvraag)).status).toBe('in-behandeling')
  })

  test('een tweede besluit op dezelfde aanvraag wordt geweigerd', async () => {
    const aanvraag = await anUitval()
    await beslisAanvraag(kim, await input(aanvraag))
    expect(await beslisAanvraag(kim, await input(aanvraag))).toEqual({ ok: false, redenen: ['status-laat-besluit-niet-toe'] })
  })

  test('wie de rol niet heeft, neemt geen besluit, ook niet als de pagina het zou toelaten', async () => {
    const aanvraag = await anUitval()
    expect(await beslisAanvraag(await aMedewerker('auditor'), await input(aanvraag))).toEqual({ ok: false, redenen: ['status-laat-besluit-niet-toe'] })
  })
})

describe('een burger trekt in terwijl een behandelaar verleent', () => {
  /** Both acts at once; who starts first alternates, so that both orders are seen. */
  async function race(ronde: number, besluit: 'verlening' | 'afwijzing') {
    const aanvraag = await anUitval()
    const beslissing = await input(aanvraag, { besluit, gronden: ['niet-verzekerd'] })
    const acts = [() => trekAanvraagIn(aanvraag.burger, { kenmerk: aanvraag.kenmerk }), () => beslisAanvraag(kim, beslissing)]
    if (ronde % 2 === 1) acts.reverse()
    const outcomes = await Promise.all(acts.map((act) => act()))
    const besluiten = await prisma.besluit.count({ where: { aanvraagId: aanvraag.aanvraagId } })
    return { status: (await row(aanvraag)).status, besluiten, gelukt: outcomes.filter(({ ok }) => ok).length }
  }

  test('afwijzen en intrekken: precies één wint, acht keer', async () => {
    for (let ronde = 0; ronde < 8; ronde += 1) {
      const { status, besluiten, gelukt } = await race(ronde, 'afwijzing')
      expect(gelukt).toBe(1)
      expect([status, besluiten]).toEqual(besluiten === 1 ? ['afgewezen', 1] : ['ingetrokken', 0])
    }
  })

  test('verlenen en intrekken: het een gaat voor, het ander komt erna of wordt geweigerd, acht keer', async () => {
    for (let ronde = 0; ronde < 8; ronde += 1) {
      const { status, besluiten, gelukt } = await race(ronde, 'verlening')
      // A burger may withdraw after a verlening too: then both succeeded, in that order.
      expect([status, besluiten, gelukt]).toEqual(besluiten === 1 ? ['ingetrokken', 1, 2] : ['ingetrokken', 0, 1])
    }
  })

  test('controle: wie beslist zonder de rij vast te houden, wordt door de database tegengehouden', async () => {
    const aanvraag = await anUitval()
    const gelezen = await row(aanvraag)
    await trekAanvraagIn(aanvraag.burger, { kenmerk: aanvraag.kenmerk })
    const zonderSlot = inTransaction(async (tx) => {
      await saveGebeurtenis(tx, { onderwerp: 'aanvraag', onderwerpId: aanvraag.aanvraagId, soort: 'verleen', van: gelezen.status, naar: 'verleend', actor: kim, rol: 'behandelaar' })
      await tx.aanvraag.update({ where: { id: aanvraag.aanvraagId }, data: { status: 'verleend' } })
    })
    // Only a herroeping goes that way, and the log must say that it came from there.
    await expect(zonderSlot).rejects.toThrow(/status verleend van aanvraag .* staat niet in het logboek door een rol die dat mag/)
  })
})

describe('na de keuzetijd kan een aangehouden aanvraag alleen worden afgewezen', () => {
  test('niet voor de datum, wel erna', async () => {
    const aanvraag = await anUitval()
    await inTransaction(async (tx) => {
      const maatregel = { id: '00000000-0000-4000-8000-000000000001', opleidingId: null, soort: 'verwijderd' as const, ingangsdatum: plainDate('2022-11-01'), einddatum: null, isOpgeheven: false, opgelegdOp: plainDate('2022-11-01') }
      await houdAanvraagAan(tx, { aanvraagId: aanvraag.aanvraagId, maatregel, actor: SYSTEEM, rol: 'systeem' })
    })
    const afwijzing = await input(aanvraag, { besluit: 'afwijzing', gronden: ['niet-verzekerd'] })
    expect(await beslisAanvraag(kim, await input(aanvraag))).toEqual({ ok: false, redenen: ['status-laat-besluit-niet-toe'] })
    expect(await beslisAanvraag(kim, afwijzing)).toEqual({ ok: false, redenen: ['keuzetijd-loopt-nog'] })
    await zetKlok('2022-11-30T09:00:00+01:00')
    expect((await getWerkvoorraad(kim, { reden: 'aangehouden', page: 1, size: 10 })).regels.map(({ kenmerk }) => kenmerk)).toEqual([aanvraag.kenmerk])
    expect(await beslisAanvraag(kim, afwijzing)).toMatchObject({ ok: true })
    await zetKlok('2022-11-01T12:00:00+01:00')
  })
})

describe('berichten: alleen de eigen brieven', () => {
  test('een ander ziet de brief en de pdf niet, en lezen door een ander telt niet', async () => {
    const aanvraag = await anUitval()
    const ander = await anUitval()
    const outcome = await beslisAanvraag(kim, await input(aanvraag))
    if (!outcome.ok) throw new Error('refused')
    const { briefId } = outcome.value
    await maakBriefPdf(briefId)
    await leesBericht(ander.burger, briefId)
    expect(await getBericht(ander.burger, briefId)).toBeUndefined()
    expect(await readBerichtPdf(ander.burger, briefId)).toBeUndefined()
    expect(await countOngelezen(aanvraag.burger)).toBe(1)
    expect((await listBerichten(ander.burger, { page: 1, size: 10 })).berichten).toEqual([])

    expect((await getBericht(aanvraag.burger, briefId))?.brief.titel).toBe('U krijgt STAP-budget')
    expect((await readBerichtPdf(aanvraag.burger, briefId))?.naam).toMatch(/^BRF-\d{7}-\d\d\.pdf$/)
    await leesBericht(aanvraag.burger, briefId)
    expect(await countOngelezen(aanvraag.burger)).toBe(0)
    expect(await getBericht(aanvraag.burger, 'geen-id')).toBeUndefined()
  })
})
