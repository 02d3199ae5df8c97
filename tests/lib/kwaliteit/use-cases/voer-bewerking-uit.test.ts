import { beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import type { Bewerkingsopdracht } from '@/lib/kwaliteit/model'
import { lijstSchema } from '@/lib/kwaliteit/schema'
import { beantwoordArbeidsmarkt } from '@/lib/kwaliteit/use-cases/beantwoord-arbeidsmarkt'
import { herstelVelden } from '@/lib/kwaliteit/use-cases/herstel-velden'
import { maakBewerking } from '@/lib/kwaliteit/use-cases/maak-bewerking'
import { voerBewerkingUit, werkBewerkingAf } from '@/lib/kwaliteit/use-cases/voer-bewerking-uit'
import { getBewerking, listGeschiedenis, listOpleidingen, listStartGeschiedenis } from '@/lib/kwaliteit/views'
import { kopieerOpleiding } from '@/lib/register/use-cases/kopieer-opleiding'
import { registreerStartreeks } from '@/lib/register/use-cases/registreer-startreeks'
import { plainDate } from '@/lib/base/date'
import { createOpleider } from '@/tests/builders/register'
import { registreer } from '@/tests/builders/opleiding'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb(() => zetKlok('2022-09-20T10:00:00+02:00'))

let school: OpleiderActor
let ander: OpleiderActor
const ids: string[] = []
const PRIJS: Bewerkingsopdracht = { soort: 'prijs', kostensoort: 'LESGELD', wijze: 'promille', waarde: 100 }

async function maak(opdracht: Bewerkingsopdracht, gekozen: string[], actor = school): Promise<string> {
  const uitkomst = await maakBewerking(actor, { keuze: 'vinkjes', gekozen, filters: '', opdracht })
  if (!uitkomst.ok) throw new Error(uitkomst.redenen.join())
  return uitkomst.value.bewerkingId
}

beforeAll(async () => {
  school = await createOpleider('27000001', 'school')
  ander = await createOpleider('27000002', 'ander')
  for (const code of ['A-1', 'A-2', 'A-3']) ids.push(await registreer(school, code, {}))
  for (const [opleidingId, cohortcode, startdatum] of [[ids[0], 'oud', '2022-09-01'], [ids[0], 'nieuw', '2022-12-05']] as const) {
    await prisma.scholingsactiviteit.create({
      data: { opleidingId: opleidingId ?? '', opleiderId: school.opleiderId, cohortcode, startdatum: new Date(startdatum), einddatum: new Date(startdatum), opleidingsvorm: 'KLASSIKAAL', catalogusprijsCent: 450_00, subsidiabelCent: 425_00 },
    })
  }
})

describe('een prijs voor veel opleidingen tegelijk', () => {
  test('wordt eerst getoond: er verandert niets, en er staat wat het wordt', async () => {
    const id = await maak(PRIJS, ids)
    expect((await getBewerking(school, id))?.voorbeelden.map(({ voor, na, isAnders }) => [voor, na, isAnders])).toEqual([[450_00, 493_00, true], [450_00, 493_00, true], [450_00, 493_00, true]])
    expect(await prisma.opleiding.count({ where: { catalogusprijsCent: 450_00 } })).toBe(3)
  })

  test('doorgevoerd krijgt elke opleiding een nieuwe versie, en volgt de startdatum die nog komt; wie al bezig is, houdt zijn prijs', async () => {
    const id = await maak(PRIJS, ids)
    expect(await voerBewerkingUit(school, { bewerkingId: id })).toMatchObject({ ok: true })
    expect(await getBewerking(school, id)).toMatchObject({ status: 'klaar', gewijzigd: 3, ongewijzigd: 0, overgeslagen: [] })
    const rijen = await prisma.opleiding.findMany({ where: { opleiderId: school.opleiderId }, include: { versies: true } })
    expect(rijen.map(({ versie, catalogusprijsCent, subsidiabelCent, versies }) => [versie, catalogusprijsCent, subsidiabelCent, versies.length])).toEqual(Array(3).fill([2, 493_00, 468_00, 2]))
    const starts = await prisma.scholingsactiviteit.findMany({ orderBy: { startdatum: 'asc' } })
    expect(starts.map(({ catalogusprijsCent, subsidiabelCent, versie }) => [catalogusprijsCent, subsidiabelCent, versie])).toEqual([[450_00, 425_00, 1], [493_00, 468_00, 2]])
  })

  test('twee keer op de knop, tegelijk: het gebeurt één keer', async () => {
    const id = await maak(PRIJS, [ids[2] ?? ''])
    const uitkomsten = await Promise.all([voerBewerkingUit(school, { bewerkingId: id }), voerBewerkingUit(school, { bewerkingId: id })])
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await prisma.opleiding.findUniqueOrThrow({ where: { id: ids[2] ?? '' } })).versie).toBe(3)
  })

  test('een ander kan het niet doorvoeren, en andermans opleidingen worden niet gekozen', async () => {
    const id = await maak(PRIJS, ids)
    expect(await voerBewerkingUit(ander, { bewerkingId: id })).toEqual({ ok: false, redenen: ['bewerking-niet-gevonden'] })
    expect(await maakBewerking(ander, { keuze: 'vinkjes', gekozen: ids, filters: '', opdracht: PRIJS })).toEqual({ ok: false, redenen: ['niets-gekozen'] })
  })
})

describe('de andere bewerkingen', () => {
  test('voorbije startdata sluiten verandert de opleiding niet', async () => {
    const id = await maak({ soort: 'sluit-voorbije-startdata' }, ids)
    await voerBewerkingUit(school, { bewerkingId: id })
    expect((await prisma.scholingsactiviteit.findMany({ orderBy: { startdatum: 'asc' } })).map(({ status }) => status)).toEqual(['gesloten', 'open'])
    expect(await getBewerking(school, id)).toMatchObject({ gewijzigd: 1, ongewijzigd: 2 })
    expect(await asOwner(`select soort, door_id = $2 as zelf, gegevens from gebeurtenis where onderwerp = 'bewerking' and onderwerp_id = $1 order by id`, [id, school.id])).toEqual([
      { soort: 'voer-bewerking-uit', zelf: true, gegevens: { opdracht: { soort: 'sluit-voorbije-startdata' }, aantal: 3 } },
      { soort: 'rond-bewerking-af', zelf: true, gegevens: { opdracht: { soort: 'sluit-voorbije-startdata' }, gewijzigd: 1, ongewijzigd: 2, overgeslagen: {} } },
    ])
    expect((await listStartGeschiedenis(school, ids[0] ?? ''))[0]?.verschillen).toEqual([{ veld: 'status', van: 'open', naar: 'gesloten' }])
  })

  test('alle opleidingen van de lijst met filters: wat niet past, blijft zo', async () => {
    const uitkomst = await maakBewerking(school, { keuze: 'alle', gekozen: [], filters: 'q=a-2&sorteer=prijs', opdracht: { soort: 'stap-uit' } })
    if (!uitkomst.ok) throw new Error('refused')
    await voerBewerkingUit(school, { bewerkingId: uitkomst.value.bewerkingId })
    const { rijen } = await listOpleidingen(school, lijstSchema.parse({ toestand: 'zonder-stap' }))
    expect(rijen.map(({ programmaId }) => programmaId)).toEqual(['A-2'])
  })

  test('meer dan honderd gaan met een job, die verder gaat waar hij was', async () => {
    const veel = await Promise.all(Array.from({ length: 101 }, (_, nummer) => registreer(ander, `V-${String(nummer)}`, {})))
    const id = await maak({ soort: 'categorie', categorie: 'NATUUR' }, veel, ander)
    await voerBewerkingUit(ander, { bewerkingId: id })
    expect(await getBewerking(ander, id)).toMatchObject({ status: 'wacht', gedaan: 0 })
    await werkBewerkingAf(id)
    await werkBewerkingAf(id)
    expect(await getBewerking(ander, id)).toMatchObject({ status: 'klaar', gewijzigd: 101 })
    expect(await prisma.opleiding.count({ where: { opleiderId: ander.opleiderId, categorie: 'NATUUR', versie: 2 } })).toBe(101)
  })
})

describe('met de hand', () => {
  test('een veld bij het signaal invullen geeft een versie; andermans opleiding blijft zo', async () => {
    expect(await herstelVelden(school, { veld: 'leerdoel', waarden: new Map([[ids[0] ?? '', 'Boekhouden.']]) })).toEqual({ ok: true, value: { melding: 'Eén opleiding is bijgewerkt' } })
    expect(await herstelVelden(ander, { veld: 'leerdoel', waarden: new Map([[ids[0] ?? '', 'Anders.']]) })).toEqual({ ok: true, value: { melding: '0 opleidingen zijn bijgewerkt' } })
    expect((await prisma.opleiding.findUniqueOrThrow({ where: { id: ids[0] ?? '' } })).leerdoel).toBe('Boekhouden.')
  })

  test('de antwoorden over de arbeidsmarkt blijven bij hun versie', async () => {
    const antwoorden = { lagen: ['beroepsspecifiek' as const], beroepen: 'boekhouder', toelichting: '', coachingProcent: 0, taalniveau: null, uitsluitingen: [] }
    await beantwoordArbeidsmarkt(school, { opleidingId: ids[0] ?? '', antwoorden })
    const { standen = [] } = await listGeschiedenis(school, ids[0] ?? '') ?? {}
    expect(standen[0]?.verschillen).toEqual([{ veld: 'arbeidsmarkt', van: null, naar: antwoorden }])
    expect(standen.at(-1)).toMatchObject({ versie: 1, bron: 'portaal', doorId: school.id, verschillen: [] })
    expect(await listGeschiedenis(ander, ids[0] ?? '')).toBeUndefined()
  })

  test('een kopie krijgt een eigen code en geen startdata', async () => {
    const uitkomst = await kopieerOpleiding(school, { opleidingId: ids[0] ?? '', programmaId: 'A-1-kopie', titel: 'Boekhouden, avond' })
    if (!uitkomst.ok) throw new Error('refused')
    const kopie = await prisma.opleiding.findUniqueOrThrow({ where: { id: uitkomst.value.opleidingId }, include: { scholingsactiviteiten: true } })
    expect(kopie).toMatchObject({ titel: 'Boekhouden, avond', leerdoel: 'Boekhouden.', versie: 1, scholingsactiviteiten: [] })
    expect(await kopieerOpleiding(school, { opleidingId: ids[0] ?? '', programmaId: 'A-1-kopie', titel: 'x' })).toEqual({ ok: false, redenen: ['code-bestaat-al'] })
    expect(await kopieerOpleiding(ander, { opleidingId: ids[0] ?? '', programmaId: 'B', titel: 'x' })).toEqual({ ok: false, redenen: ['opleiding-niet-gevonden'] })
  })

  test('een reeks startdata met de prijs van de opleiding; wat er al staat, komt er niet nog een keer bij', async () => {
    const reeks = { opleidingId: ids[1] ?? '', patroon: { wijze: 'maand' as const, rang: 1 as const, weekdag: 1, van: plainDate('2022-11-01'), tot: plainDate('2023-01-31') }, locaties: [{ plaats: 'Zwolle', adres: null, postcode: null }], dagdelen: ['AVOND' as const], deelnemersplaatsen: 12 }
    expect(await registreerStartreeks(school, reeks)).toEqual({ ok: true, value: { toegevoegd: 3 } })
    expect(await prisma.scholingsactiviteit.findMany({ where: { opleidingId: ids[1] ?? '' }, orderBy: { startdatum: 'asc' }, select: { cohortcode: true, catalogusprijsCent: true, dagdelen: true, plaats: true } })).toEqual(
      ['20221107', '20221205', '20230102'].map((dag) => ({ cohortcode: `A-2-${dag}`, catalogusprijsCent: 493_00, dagdelen: ['AVOND'], plaats: 'Zwolle' })))
    expect(await registreerStartreeks(school, reeks)).toEqual({ ok: false, redenen: ['geen-startdata'] })
    expect(await registreerStartreeks(ander, reeks)).toEqual({ ok: false, redenen: ['opleiding-niet-gevonden'] })
  })
})
