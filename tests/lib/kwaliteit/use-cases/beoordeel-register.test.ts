import { beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { beoordeelRegister } from '@/lib/kwaliteit/use-cases/beoordeel-register'
import { puntenVan } from '@/lib/kwaliteit/rules/score'
import { getScore, listOorzaken, listRegisterOorzaken, listScores, listSignalenVan } from '@/lib/kwaliteit/views'
import { wijzigOpleiding } from '@/lib/register/use-cases/wijzig-opleiding'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'
import { registreer, TEKST } from '@/tests/builders/opleiding'

freshDb(async () => {
  await zetKlok('2022-09-20T10:00:00+02:00')
  for (const { naam, waarde, geldigVan, geldigTot, bron } of REGELING_PARAMETERS) {
    await asOwner('insert into parameter (naam, waarde, geldig_van, geldig_tot, bron) values ($1, $2::jsonb, $3, $4, $5)', [naam, JSON.stringify(waarde), geldigVan, geldigTot, bron])
  }
})

let school: OpleiderActor
let ander: OpleiderActor

async function beoordeel(): Promise<void> {
  while (await beoordeelRegister()) { /* one opleider at a time */ }
}
const regels = async (id: string, actor = school) => (await listSignalenVan(actor, id)).filter(({ opgelostOp }) => opgelostOp === null).map(({ regel }) => regel).sort()

beforeAll(async () => {
  school = await createOpleider('27000001', 'school')
  ander = await createOpleider('27000002', 'ander')
})

describe('het register wordt vanzelf beoordeeld', () => {
  test('een signaal ontstaat na een wijziging en is opgelost zodra het is hersteld; daarna blijft het staan', async () => {
    const id = await registreer(school, 'A-1', { omschrijving: 'U leert lassen.', titel: 'Lassen' })
    await beoordeel()
    expect(await regels(id)).toEqual(['arbeidsmarkt-ontbreekt', 'geen-startdatum', 'leerdoel-ontbreekt', 'omschrijving-kort', 'toelatingseisen-ontbreken'])

    await zetKlok('2022-09-21T10:00:00+02:00')
    const { versie } = await prisma.opleiding.findUniqueOrThrow({ where: { id } })
    const uitkomst = await wijzigOpleiding(school, { ...(await invoerVan(id)), opleidingId: id, versie, omschrijving: TEKST })
    expect(uitkomst.ok).toBe(true)
    await beoordeel()
    expect(await regels(id)).not.toContain('omschrijving-kort')
    const oud = (await listSignalenVan(school, id)).find(({ regel }) => regel === 'omschrijving-kort')
    expect(oud).toMatchObject({ gegevens: { tekens: 15 } })
    expect(oud?.opgelostOp?.toISOString().slice(0, 10)).toBe('2022-09-21')
  })

  test('een opgelost signaal kan niet meer worden gewijzigd, en geen enkel signaal verdwijnt', async () => {
    await expect(prisma.$executeRaw`update kwaliteit_signaal set aantal = 9 where opgelost_op is not null`).rejects.toThrow(/blijft zoals het was/)
    await expect(prisma.$executeRaw`delete from kwaliteit_signaal`).rejects.toThrow(/permission denied/)
  })

  test('een andere opleider ziet de signalen niet', async () => {
    const { id } = await prisma.opleiding.findFirstOrThrow({ where: { opleiderId: school.opleiderId } })
    expect(await listSignalenVan(ander, id)).toEqual([])
    expect(await listOorzaken(ander)).toEqual([])
  })

  test('dezelfde inhoud met een andere titel is samengesteld, bij beide; verandert de één, dan is het bij beide opgelost', async () => {
    const een = await registreer(ander, 'B-1', { titel: 'Boekhouden deel 1' })
    const twee = await registreer(ander, 'B-2', { titel: 'Boekhouden deel 2' })
    await beoordeel()
    expect(await regels(een, ander)).toContain('samengesteld')
    expect(await regels(twee, ander)).toContain('samengesteld')

    const { versie } = await prisma.opleiding.findUniqueOrThrow({ where: { id: twee } })
    await wijzigOpleiding(ander, { ...(await invoerVan(twee)), opleidingId: twee, versie, omschrijving: 'In dit tweede deel maakt u zelf een jaarrekening. U oefent met de balans, de winst-en-verliesrekening en de toelichting, en u bespreekt uw werk elke week met een accountant uit de praktijk die vragen stelt.' })
    await beoordeel()
    expect(await regels(een, ander)).not.toContain('samengesteld')
    expect(await regels(twee, ander)).not.toContain('samengesteld')
  })

  test('de tijd alleen maakt een startdatum te laat: elke dag wordt opnieuw gekeken', async () => {
    const { id } = await prisma.opleiding.findFirstOrThrow({ where: { opleiderId: school.opleiderId } })
    await prisma.scholingsactiviteit.create({
      data: { opleidingId: id, opleiderId: school.opleiderId, cohortcode: 'A-1-1', startdatum: new Date('2022-10-03'), einddatum: new Date('2022-10-04'), opleidingsvorm: 'KLASSIKAAL', plaats: 'Zwolle', catalogusprijsCent: 450_00, subsidiabelCent: 425_00 },
    })
    await beoordeel()
    expect(await regels(id)).not.toContain('startdatum-voorbij')
    await zetKlok('2022-10-04T10:00:00+02:00')
    await beoordeel()
    expect(await regels(id)).toContain('startdatum-voorbij')
  })

  test('de score is die van de regel, per dag bewaard; DUO ziet de laagste eerst en elke oorzaak één keer', async () => {
    const { rows } = { rows: await prisma.$queryRaw<{ id: string; punten: number; fout: number; letop: number; aandacht: number }[]>`
      select k.opleiding_id as id, k.punten, count(*) filter (where ernst = 'fout')::int as fout, count(*) filter (where ernst = 'let-op')::int as letop, count(*) filter (where ernst = 'aandacht')::int as aandacht
      from kwaliteit_opleiding k left join kwaliteit_signaal s on s.opleiding_id = k.opleiding_id and s.opgelost_op is null group by 1, 2` }
    expect(rows.length).toBe(3)
    for (const { punten, fout, letop, aandacht } of rows) expect(punten).toBe(puntenVan({ fout, 'let-op': letop, aandacht }))
    const score = await getScore(school)
    expect(score?.verloop.length).toBe(3)
    expect(score?.score).toBe(rows.filter(({ id }) => id === rows.find((rij) => rij.punten === score?.score)?.id)[0]?.punten)
    const { rijen } = await listScores(1, undefined)
    expect(rijen.map((rij) => rij.score)).toEqual([...rijen.map((rij) => rij.score)].sort((a, b) => (a ?? 0) - (b ?? 0)))
    expect((await listRegisterOorzaken()).find(({ regel }) => regel === 'arbeidsmarkt-ontbreekt')).toMatchObject({ opleidingen: 3, opleiders: 2 })
  })

  test('wie tegelijk wijzigt, wacht nergens op: er blijft alleen staan wat nog niet is beoordeeld', async () => {
    expect(await prisma.kwaliteitTeDoen.count()).toBe(0)
    await Promise.all([registreer(school, 'A-2', {}), registreer(school, 'A-3', {}), registreer(ander, 'B-3', {})])
    await Promise.all([beoordeelRegister(), beoordeelRegister(), beoordeelRegister()])
    await beoordeel()
    expect(await prisma.kwaliteitTeDoen.count()).toBe(0)
    expect(await prisma.kwaliteitOpleiding.count()).toBe(6)
  })

  test('tijdens een drukke opening wacht het', async () => {
    await registreer(school, 'A-4', {})
    expect(await beoordeelRegister(() => Promise.resolve(true))).toBe(false)
    expect(await prisma.kwaliteitTeDoen.count()).toBeGreaterThan(0)
  })
})

async function invoerVan(id: string) {
  const { titel, samenvatting, omschrijving, voertaal } = await prisma.opleiding.findUniqueOrThrow({ where: { id } })
  return {
    titel, samenvatting, omschrijving, voertaal: voertaal === 'en' ? 'en' as const : 'nl' as const, categorie: 'ECONOMIE' as const, niveau: 'MBO-4' as const, opleidingsvorm: 'KLASSIKAAL' as const,
    waardedocument: 'CERTIFICAAT' as const, studielast: 16, studielastEenheid: 'UUR' as const, duurDagen: 2, stapToestemming: true, catalogusprijs: null, subsidiabel: null,
  }
}
