import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import { haalProgramsWeg, leverProgramsAan } from '@/lib/aanlevering/use-cases/lever-programs-aan'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'
import { createOpleider } from '@/tests/builders/register'
import { freshDb, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
freshDb(async () => {
  await zetKlok('2022-10-01T09:00:00+02:00')
  school = await createOpleider('90000001', 'school')
  await createOpleider('90000002', 'buur')
})
const program = (id: string, changes = {}) => aProgram({ programId: id, runs: [aRun({ id: `${id}-R` })], ...changes })

describe('opleidingen een voor een aanleveren', () => {
  test('elk krijgt een eigen antwoord, in dezelfde volgorde; wat fout is houdt de andere niet op', async () => {
    const uitslagen = await leverProgramsAan(school, [
      program('A'), program('B', { costs: [cost('tuition fee', '1e3')] }), program('C', { orgUnitId: 'buur' }), program('D', { costs: [cost('location', '895.00')] }), program('A'), { rommel: true },
      aProgram({ programId: 'E', runs: [aRun({ id: 'A-R' })] }),
    ], { modus: 'put' })
    expect(uitslagen.map(({ programmaId, uitkomst }) => [programmaId, uitkomst])).toEqual([
      ['A', 'nieuw'], ['B', 'geweigerd'], ['C', 'geweigerd'], ['D', 'nieuw'], ['A', 'geweigerd'], [null, 'geweigerd'], ['E', 'geweigerd'],
    ])
    expect(uitslagen[2]?.fouten[0]?.reden).toContain('U kunt alleen uw eigen opleidingen aanleveren')
    expect(uitslagen[3]?.gebreken).toEqual(['subsidiabele-kosten'])
    expect(uitslagen[6]?.fouten[0]?.reden).toContain('hoort al bij opleiding “A”')
    expect(await prisma.opleiding.findMany({ orderBy: { programmaId: 'asc' }, select: { programmaId: true, bron: true, importId: true } }))
      .toEqual([{ programmaId: 'A', bron: 'edudex-api', importId: null }, { programmaId: 'D', bron: 'edudex-api', importId: null }])
    expect(await prisma.outbox.count({ where: { job: 'ververs-zoekindex' } })).toBe(2)
  })

  test('nog een keer hetzelfde is ongewijzigd; een ander startmoment is een wijziging', async () => {
    expect((await leverProgramsAan(school, [program('A')], { modus: 'put' }))[0]?.uitkomst).toBe('ongewijzigd')
    expect((await leverProgramsAan(school, [program('A', { runs: [aRun({ id: 'A-R', location: { city: 'Deventer' } })] })], { modus: 'put' }))[0]?.uitkomst).toBe('gewijzigd')
  })

  test('validate schrijft niets', async () => {
    const before = await prisma.opleiding.count()
    const uitslagen = await leverProgramsAan(school, [program('Z'), program('Y', { orgUnitId: 'buur' })], { modus: 'validate' })
    expect(uitslagen.map(({ uitkomst }) => uitkomst)).toEqual(['goed', 'geweigerd'])
    expect(await prisma.opleiding.count()).toBe(before)
  })

  test('weghalen: de opleiding wordt niet meer aangeboden en haar startmoment gaat dicht; die van een ander blijft', async () => {
    expect((await haalProgramsWeg(school, [{ orgUnitId: 'school', programId: 'A' }, { orgUnitId: 'school', programId: 'bestaat-niet' }, { orgUnitId: 'buur', programId: 'D' }])).map(({ uitkomst }) => uitkomst))
      .toEqual(['verwijderd', 'niet-gevonden', 'niet-gevonden'])
    expect(await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'A' }, include: { scholingsactiviteiten: true } })).toMatchObject({ actief: false, scholingsactiviteiten: [{ status: 'gesloten' }] })
    expect(await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'D' } })).toMatchObject({ actief: true })
  })
})
