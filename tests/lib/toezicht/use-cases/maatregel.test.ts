import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { beoordeelAanvraag } from '@/lib/beschikking/use-cases/beoordeel-aanvraag'
import { neemBesluit } from '@/lib/beschikking/use-cases/neem-besluit'
import { inTransaction, prisma } from '@/lib/platform/db'
import type { LegMaatregelVastInput } from '@/lib/register/schema'
import { verversZoekindex } from '@/lib/voorportaal/use-cases/ververs-zoekindex'
import { zoekOpleidingen } from '@/lib/voorportaal/views'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { hefMaatregelOp } from '@/lib/toezicht/use-cases/hef-maatregel-op'
import { legMaatregelOp } from '@/lib/toezicht/use-cases/leg-maatregel-op'
import { pasMaatregelToe } from '@/lib/toezicht/use-cases/pas-maatregel-toe'
import { rolMaatregelTerug } from '@/lib/toezicht/use-cases/rol-maatregel-terug'
import { aGereed, aGereserveerd, aMedewerker, aWereld, stubBasisregisters, type Aanvrager, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { freshDb } from '@/tests/setup/db'

freshDb()

const LASSER: Aanvrager = { bsn: '900000001', email: 'sam@example.nl' }
const UITVAL: Aanvrager = { bsn: '900000013', brp: 'niet-gevonden' }
const HOVENIER: Aanvrager = { bsn: '900000025', opleiding: 1 }
const BEZIG: Aanvrager = { bsn: '900000037' }
const VERLEEND: Aanvrager = { bsn: '900000049' }

let wereld: Wereld
let onderzoeker: Medewerker
let beslisser: Medewerker
let lasser: Ingediend
let uitval: Ingediend
let hovenier: Ingediend
let bezig: Ingediend
let verleend: Ingediend

beforeAll(async () => {
  stubBasisregisters([LASSER, UITVAL, HOVENIER, BEZIG, VERLEEND])
  wereld = await aWereld()
  onderzoeker = await aMedewerker('onderzoeker')
  beslisser = await aMedewerker('beslisser')
  verleend = await aGereserveerd(wereld, VERLEEND)
  await beoordeelAanvraag(verleend.aanvraagId)
  uitval = await aGereserveerd(wereld, UITVAL)
  await beoordeelAanvraag(uitval.aanvraagId)
  lasser = await aGereserveerd(wereld, LASSER)
  hovenier = await aGereserveerd(wereld, HOVENIER)
  bezig = await aGereed(wereld, BEZIG)
})
beforeEach(() => { stubBasisregisters([LASSER, UITVAL, HOVENIER, BEZIG, VERLEEND]) })

function input(changes: Partial<LegMaatregelVastInput>): LegMaatregelVastInput {
  return { opleiderId: wereld.opleiderId, opleidingId: null, soort: 'in-onderzoek', reden: 'Melding over geschenken bij inschrijving.', ingangsdatum: plainDate('2022-11-01'), einddatum: null, ...changes }
}

async function leg(changes: Partial<LegMaatregelVastInput>): Promise<string> {
  const outcome = await legMaatregelOp(beslisser, input(changes))
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  await pasMaatregelToe(outcome.value.maatregelId)
  return outcome.value.maatregelId
}

async function hef(maatregelId: string): Promise<void> {
  const outcome = await hefMaatregelOp(beslisser, { maatregelId, reden: 'De rechter heeft de maatregel geschorst.' })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  await rolMaatregelTerug(maatregelId)
}

/** What a citizen finds now: title and whether it carries the notice. */
async function zoek() {
  await verversZoekindex({})
  const { resultaten } = await zoekOpleidingen({ pagina: 1 })
  return resultaten.map(({ titel, maatregel }) => ({ titel, maatregel })).sort((a, b) => (a.titel < b.titel ? -1 : 1))
}

/** Register and aanvragen as they stand, without the counters that every change moves. */
async function stand() {
  const aanvragen = await prisma.aanvraag.findMany({ orderBy: { id: 'asc' }, omit: { versie: true, updatedAt: true } })
  const peil = { dag: plainDate('2022-11-02'), registratiestopOp: null }
  const register = await inTransaction((tx) => Promise.all(wereld.activiteitIds.map(async (id) => {
    const oordeel = await leesRegisteroordeel(tx, id, peil)
    return { maatregel: oordeel?.maatregel, nietAanvraagbaar: oordeel?.nietAanvraagbaar }
  })))
  const toewijzingen = await prisma.toewijzing.findMany({ orderBy: { volgnummer: 'asc' } })
  const compartimenten = await prisma.compartiment.findMany({ orderBy: { id: 'asc' } })
  return { aanvragen, register, zoeken: await zoek(), toewijzingen, compartimenten }
}

const statussen = async () => Promise.all([lasser, uitval, hovenier, bezig, verleend].map(async ({ aanvraagId }) => (await prisma.aanvraag.findUniqueOrThrow({ where: { id: aanvraagId } })).status))
const brieven = (soort: string, { aanvraagId }: Ingediend) => prisma.brief.count({ where: { soort, aanvraagId } })

describe('art. 23: een opleider in onderzoek', () => {
  let voor: Awaited<ReturnType<typeof stand>>
  let maatregelId: string

  test('wachtende aanvragen worden aangehouden met een brief, een verleende blijft verleend', async () => {
    voor = await stand()
    maatregelId = await leg({})
    expect(await statussen()).toEqual(['aangehouden', 'aangehouden', 'aangehouden', 'gereed', 'verleend'])
    const aanvraag = await prisma.aanvraag.findUniqueOrThrow({ where: { id: lasser.aanvraagId } })
    expect(aanvraag).toMatchObject({ aangehoudenVanaf: 'gereserveerd', aangehoudenTot: new Date('2022-11-29T00:00:00Z') })
    const brief = await prisma.brief.findFirstOrThrow({ where: { aanvraagId: lasser.aanvraagId, soort: 'aanhouding' } })
    expect(JSON.stringify(brief.inhoud)).toContain('U kunt tot en met dinsdag 29 november 2022 een andere scholing kiezen.')
  })

  test('register en zoeken laten het onderzoek meteen zien', async () => {
    expect(voor.zoeken).toEqual([{ titel: 'Lassen niveau 1', maatregel: null }, { titel: 'Vakbekwaam hovenier', maatregel: null }])
    expect(await zoek()).toEqual([{ titel: 'Lassen niveau 1', maatregel: 'in-onderzoek' }, { titel: 'Vakbekwaam hovenier', maatregel: 'in-onderzoek' }])
  })

  test('het budget blijft gereserveerd', async () => {
    expect((await stand()).compartimenten).toEqual(voor.compartimenten)
  })

  test('wie nog bezig is met een aanvraag krijgt een bericht', async () => {
    expect(await brieven('mededeling', bezig)).toBe(1)
  })

  test('de opleider krijgt een brief zonder bezwaartermijn: een onderzoek is geen besluit (Awb 6:3)', async () => {
    const brief = await prisma.brief.findFirstOrThrow({ where: { opleiderId: wereld.opleiderId, soort: 'maatregel' } })
    expect(brief.inhoud).toMatchObject({ bezwaar: null, kern: 'Wij onderzoeken Vakschool De Bouw vanaf dinsdag 1 november 2022.' })
  })

  test('de taak twee keer bezorgd geeft niemand een tweede brief', async () => {
    await pasMaatregelToe(maatregelId)
    expect(await Promise.all([brieven('aanhouding', lasser), brieven('aanhouding', uitval), brieven('mededeling', bezig)])).toEqual([1, 1, 1])
  })

  test('een aanvraag die intussen wordt beoordeeld, wordt niet verleend', async () => {
    await beoordeelAanvraag(lasser.aanvraagId)
    expect(await prisma.besluit.count({ where: { aanvraagId: lasser.aanvraagId } })).toBe(0)
  })

  test('opheffen herstelt alles: register, aanvragen, toewijzing en budget zijn als ervoor', async () => {
    await hef(maatregelId)
    await rolMaatregelTerug(maatregelId)
    expect(await stand()).toEqual(voor)
    expect(await Promise.all([brieven('hervatting', lasser), brieven('hervatting', uitval), brieven('mededeling', bezig)])).toEqual([1, 1, 2])
  })
})

describe('twee maatregelen tegelijk', () => {
  test('een aanvraag gaat pas verder als geen enkele maatregel haar nog raakt', async () => {
    const opOpleider = await leg({})
    const opOpleiding = await leg({ opleidingId: wereld.opleidingIds[0] ?? null, soort: 'geblokkeerd' })
    expect(await zoek()).toEqual([{ titel: 'Vakbekwaam hovenier', maatregel: 'in-onderzoek' }])
    await hef(opOpleider)
    expect(await statussen()).toEqual(['aangehouden', 'aangehouden', 'gereserveerd', 'gereed', 'verleend'])
    await hef(opOpleiding)
    expect(await statussen()).toEqual(['gereserveerd', 'in-behandeling', 'gereserveerd', 'gereed', 'verleend'])
  })
})

test('art. 19 en 19a: blokkeren, verwijderen en dat opheffen is een besluit van de minister: alleen een beslisser', async () => {
  for (const soort of ['geblokkeerd', 'verwijderd'] as const) expect(await legMaatregelOp(onderzoeker, input({ soort }))).toEqual({ ok: false, redenen: ['alleen-beslisser'] })
  const maatregelId = await leg({ opleidingId: wereld.opleidingIds[0] ?? null, soort: 'geblokkeerd' })
  expect(await hefMaatregelOp(onderzoeker, { maatregelId, reden: 'De rechter heeft de maatregel geschorst.' })).toEqual({ ok: false, redenen: ['alleen-beslisser'] })
  await hef(maatregelId)
})

describe('art. 12 lid 1 onder e: één opleiding wordt uitgesloten in het lopende tijdvak', () => {
  test('aanvragen van dit tijdvak gaan door', async () => {
    const maatregelId = await leg({ opleidingId: wereld.opleidingIds[0] ?? null, soort: 'verwijderd', ingangsdatum: plainDate('2022-10-01') })
    expect(await statussen()).toEqual(['gereserveerd', 'in-behandeling', 'gereserveerd', 'gereed', 'verleend'])
    await hef(maatregelId)
  })

  test('onder f: is de hele opleider verwijderd, dan worden zij aangehouden, en de opleider kan bezwaar maken', async () => {
    const maatregelId = await leg({ soort: 'verwijderd' })
    expect(await statussen()).toEqual(['aangehouden', 'aangehouden', 'aangehouden', 'gereed', 'verleend'])
    const brief = await prisma.brief.findFirstOrThrow({ where: { opleiderId: wereld.opleiderId, soort: 'maatregel' }, orderBy: { kenmerk: 'desc' } })
    expect(brief.inhoud).toMatchObject({ bezwaar: { uiterlijkOp: '2022-12-13', bij: 'szw' } })
    await hef(maatregelId)
  })
})

test('een maatregel die al is opgeheven voordat de taak loopt, doet niets', async () => {
  const outcome = await legMaatregelOp(onderzoeker, input({}))
  if (!outcome.ok) throw new Error('refused')
  await hefMaatregelOp(onderzoeker, { maatregelId: outcome.value.maatregelId, reden: 'Vergissing bij het invoeren.' })
  await pasMaatregelToe(outcome.value.maatregelId)
  expect(await statussen()).toEqual(['gereserveerd', 'in-behandeling', 'gereserveerd', 'gereed', 'verleend'])
})

test('een maatregel die later ingaat, wacht met zijn gevolgen tot die dag', async () => {
  const maatregelId = await leg({ ingangsdatum: plainDate('2022-11-08') })
  expect(await statussen()).toEqual(['gereserveerd', 'in-behandeling', 'gereserveerd', 'gereed', 'verleend'])
  const [taak] = await prisma.$queryRaw<{ nietVoor: Date }[]>`select niet_voor as "nietVoor" from outbox where job = 'pas-maatregel-toe' and payload->>'maatregelId' = ${maatregelId}`
  expect(taak?.nietVoor).toEqual(new Date('2022-11-07T23:00:00Z'))
  await hef(maatregelId)
})

test('zolang een maatregel loopt kan een behandelaar niet verlenen, ook niet voordat de taak liep', async () => {
  const behandelaar = await aMedewerker('behandelaar')
  const outcome = await legMaatregelOp(onderzoeker, input({}))
  if (!outcome.ok) throw new Error('refused')
  const besluit = await inTransaction((tx) => neemBesluit(tx, { soort: 'verlening', aanvraagId: uitval.aanvraagId, actor: behandelaar, motivering: 'De SVB gaf telefonisch uitsluitsel.' }))
  expect(besluit).toEqual({ ok: false, redenen: ['maatregel-loopt'] })
  await hef(outcome.value.maatregelId)
})

test('dezelfde maatregel kan niet twee keer lopen, en een opgeheven maatregel niet nog eens worden opgeheven', async () => {
  const maatregelId = await leg({})
  expect(await legMaatregelOp(onderzoeker, input({}))).toEqual({ ok: false, redenen: ['zelfde-maatregel-loopt-al'] })
  await hef(maatregelId)
  expect(await hefMaatregelOp(onderzoeker, { maatregelId, reden: 'Nog een keer opheffen.' })).toEqual({ ok: false, redenen: ['al-opgeheven'] })
})
