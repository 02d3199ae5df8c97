import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import { parseInput } from '@/lib/platform/zod-nl'
import { annuleerActiviteitSchema, registreerActiviteitSchema, registreerOpleidingSchema, wijzigActiviteitSchema, wijzigOpleidingSchema } from '@/lib/register/schema'
import { annuleerScholingsactiviteit } from '@/lib/register/use-cases/annuleer-scholingsactiviteit'
import { registreerOpleiding } from '@/lib/register/use-cases/registreer-opleiding'
import { registreerScholingsactiviteit } from '@/lib/register/use-cases/registreer-scholingsactiviteit'
import { wijzigOpleiding } from '@/lib/register/use-cases/wijzig-opleiding'
import { wijzigScholingsactiviteit } from '@/lib/register/use-cases/wijzig-scholingsactiviteit'
import { createOpleider } from '@/tests/builders/register'
import { freshDb, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor
freshDb(async () => {
  await zetKlok('2022-09-20T09:00:00+02:00')
  school = await createOpleider('90000001', 'school')
  buur = await createOpleider('90000002', 'buur')
})

const velden = {
  titel: 'VCA-Basis', samenvatting: 'Veilig werken.', omschrijving: 'U leert veilig werken.', categorie: 'VEILIGHEID_EN_DEFENSIE', niveau: 'MBO-2', opleidingsvorm: 'KLASSIKAAL',
  waardedocument: 'DIPLOMA', duurDagen: '1', stapToestemming: 'ja', catalogusprijs: '195', subsidiabel: '195,00',
}
const activiteit = { cohortcode: 'VCA-1', startdatum: '5-12-2022', einddatum: '2022-12-05', plaats: 'Zwolle', postcode: '8011aa', opleidingsvorm: 'KLASSIKAAL', catalogusprijs: '€ 195,-', subsidiabel: '195' }

async function register(programmaId: string, changes = {}): Promise<string> {
  const outcome = await registreerOpleiding(school, registreerOpleidingSchema.parse({ programmaId, ...velden, ...changes }))
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value.opleidingId
}
const eventsOf = async (onderwerpId: string) => (await prisma.gebeurtenis.findMany({ where: { onderwerpId }, orderBy: { id: 'asc' } })).map(({ soort, doorRol }) => [soort, doorRol])

describe('een opleiding met de hand', () => {
  test('registreren geeft versie 1 en een gebeurtenis; wijzigen versie 2 en een gebeurtenis', async () => {
    const id = await register('vca')
    expect(await prisma.opleiding.findUniqueOrThrow({ where: { id } })).toMatchObject({ versie: 1, gebreken: [], bron: 'portaal', catalogusprijsCent: 19500 })
    expect(await wijzigOpleiding(school, wijzigOpleidingSchema.parse({ opleidingId: id, versie: '1', ...velden, titel: 'VCA-Basis 2.0' }))).toEqual({ ok: true, value: { versie: 2 } })
    expect((await prisma.opleidingVersie.findMany({ where: { opleidingId: id }, orderBy: { versie: 'asc' } })).map(({ versie, doorId, inhoud }) => [versie, doorId, inhoud])).toMatchObject([
      [1, school.id, { titel: 'VCA-Basis' }], [2, school.id, { titel: 'VCA-Basis 2.0' }],
    ])
    expect(await eventsOf(id)).toEqual([['registreer-opleiding', 'opleider'], ['wijzig-opleiding', 'opleider']])
  })

  test('dezelfde inhoud geeft geen nieuwe versie', async () => {
    const id = await register('zelfde')
    expect(await wijzigOpleiding(school, wijzigOpleidingSchema.parse({ opleidingId: id, versie: '1', ...velden }))).toEqual({ ok: true, value: { versie: 1 } })
    expect(await eventsOf(id)).toHaveLength(1)
  })

  test('wie een oude versie voor zich had, overschrijft niet wat een ander wijzigde', async () => {
    const id = await register('samen')
    const eerste = wijzigOpleidingSchema.parse({ opleidingId: id, versie: '1', ...velden, titel: 'Van de een' })
    const tweede = wijzigOpleidingSchema.parse({ opleidingId: id, versie: '1', ...velden, titel: 'Van de ander' })
    const uitkomsten = await Promise.all([wijzigOpleiding(school, eerste), wijzigOpleiding(school, tweede)])
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect(uitkomsten).toContainEqual({ ok: false, redenen: ['intussen-gewijzigd'] })
  })

  test('wat ontbreekt wordt bewaard als gebrek', async () => {
    const id = await register('kaal', { categorie: undefined, subsidiabel: undefined })
    expect((await prisma.opleiding.findUniqueOrThrow({ where: { id } })).gebreken).toEqual(['categorie', 'subsidiabele-kosten'])
  })

  test('een code twee keer, en de opleiding van een ander', async () => {
    const id = await register('dubbel')
    expect(await registreerOpleiding(school, registreerOpleidingSchema.parse({ programmaId: 'dubbel', ...velden }))).toEqual({ ok: false, redenen: ['code-bestaat-al'] })
    expect(await wijzigOpleiding(buur, wijzigOpleidingSchema.parse({ opleidingId: id, versie: '1', ...velden }))).toEqual({ ok: false, redenen: ['opleiding-niet-gevonden'] })
    expect(await registreerScholingsactiviteit(buur, registreerActiviteitSchema.parse({ opleidingId: id, ...activiteit }))).toEqual({ ok: false, redenen: ['opleiding-niet-gevonden'] })
  })
})

describe('een scholingsactiviteit met de hand', () => {
  test('registreren, wijzigen, annuleren; het moment van registreren is dat van nu()', async () => {
    const opleidingId = await register('met-start')
    const outcome = await registreerScholingsactiviteit(school, registreerActiviteitSchema.parse({ opleidingId, ...activiteit }))
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    const { activiteitId } = outcome.value
    const rij = await prisma.scholingsactiviteit.findUniqueOrThrow({ where: { id: activiteitId } })
    expect(rij).toMatchObject({ cohortcode: 'VCA-1', postcode: '8011 AA', status: 'open', catalogusprijsCent: 19500 })
    expect(rij.geregistreerdOp.toISOString().slice(0, 10)).toBe('2022-09-20')
    expect((await prisma.outbox.findMany({ where: { job: 'ververs-zoekindex' } })).map(({ payload }) => payload)).toContainEqual({ opleidingId })

    expect(await registreerScholingsactiviteit(school, registreerActiviteitSchema.parse({ opleidingId, ...activiteit }))).toEqual({ ok: false, redenen: ['cohortcode-bestaat-al'] })
    expect(await wijzigScholingsactiviteit(school, wijzigActiviteitSchema.parse({ activiteitId, status: 'gesloten', ...activiteit, plaats: 'Deventer' }))).toMatchObject({ ok: true })
    expect(await wijzigScholingsactiviteit(buur, wijzigActiviteitSchema.parse({ activiteitId, status: 'open', ...activiteit }))).toEqual({ ok: false, redenen: ['activiteit-niet-gevonden'] })
    const annuleer = annuleerActiviteitSchema.parse({ activiteitId, reden: 'Te weinig deelnemers' })
    expect(await annuleerScholingsactiviteit(buur, annuleer)).toEqual({ ok: false, redenen: ['activiteit-niet-gevonden'] })
    expect(await annuleerScholingsactiviteit(school, annuleer)).toMatchObject({ ok: true })
    expect(await annuleerScholingsactiviteit(school, annuleer)).toEqual({ ok: false, redenen: ['activiteit-geannuleerd'] })
    expect(await prisma.scholingsactiviteit.findUniqueOrThrow({ where: { id: activiteitId } })).toMatchObject({ status: 'geannuleerd', plaats: 'Deventer' })
    expect(await eventsOf(activiteitId)).toEqual([['registreer-scholingsactiviteit', 'opleider'], ['wijzig-scholingsactiviteit', 'opleider'], ['annuleer-scholingsactiviteit', 'opleider']])
  })
})

describe('verkeerde invoer wordt geweigerd met een zin die het veld noemt', () => {
  const opleiding = { programmaId: 'x', ...velden }
  test.each([
    [{ ...opleiding, catalogusprijs: '1e3' }, 'catalogusprijs', 'Prijs: vul een bedrag in tot en met € 100.000, bijvoorbeeld 939,50.'],
    [{ ...opleiding, catalogusprijs: '100', subsidiabel: '101' }, 'subsidiabel', 'Subsidiabele kosten: dit kan niet meer zijn dan de prijs. Vul een lager bedrag in.'],
    [{ ...opleiding, duurDagen: '１２' }, 'duurDagen', 'Duur in dagen: vul een heel getal in van 1 tot en met 3650.'],
    [{ ...opleiding, programmaId: 'met spatie' }, 'programmaId', 'Uw code: gebruik hoogstens 64 letters, cijfers, punten en streepjes, zonder spaties.'],
    [{ ...opleiding, niveau: 'MBO-9' }, 'niveau', 'Niveau: kies één van de mogelijkheden uit de lijst.'],
    [{ ...opleiding, titel: 'x'.repeat(201) }, 'titel', 'Titel: gebruik hoogstens 200 tekens.'],
  ])('opleiding %#', (invoer, veld, zin) => {
    expect(parseInput(registreerOpleidingSchema, invoer)).toEqual({ ok: false, fouten: { [veld]: [zin] } })
  })
  test.each([
    [{ startdatum: '30-02-2023' }, 'startdatum', 'Startdatum: deze datum bestaat niet. Vul een datum in, bijvoorbeeld 29-11-2022.'],
    [{ einddatum: '4-12-2022' }, 'einddatum', 'Einddatum: deze ligt voor de startdatum. Kies een latere datum.'],
    [{ postcode: '0123 AB' }, 'postcode', 'Postcode: vul vier cijfers en twee letters in, bijvoorbeeld 8011 AA.'],
  ])('startdatum %#', (changes, veld, zin) => {
    const invoer = { opleidingId: '00000000-0000-4000-8000-000000000000', ...activiteit, ...changes }
    expect(parseInput(registreerActiviteitSchema, invoer)).toEqual({ ok: false, fouten: { [veld]: [zin] } })
  })
})
