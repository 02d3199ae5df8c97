import { beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { calculateToestand, proposeLaatsteDag, whyNietTeMaken } from '@/lib/koppeling/rules/termijn'
import { maakKoppelingSchema, toNieuweKoppeling } from '@/lib/koppeling/schema'
import { maakKoppeling } from '@/lib/koppeling/use-cases/maak-koppeling'
import { trekKoppelingIn } from '@/lib/koppeling/use-cases/trek-koppeling-in'
import { getKoppeling, listKoppelingen } from '@/lib/koppeling/views'
import { requireKoppeling } from '@/lib/platform/bearer'
import { KOPPELING_SCOPES } from '@/lib/koppeling/model'
import { SCOPES } from '@/lib/platform/policy'
import { machineRequest } from '@/tests/builders/koppeling'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

const vandaag = plainDate('2022-10-03')

describe('hoe lang een token werkt', () => {
  test.each([
    ['vandaag nog', '2022-10-03', []],
    ['gisteren', '2022-10-02', ['dag-voorbij']],
    ['over precies twaalf maanden', '2023-10-03', []],
    ['een dag later', '2023-10-04', ['dag-te-ver']],
  ])('%s', (_, laatsteDag, redenen) => {
    expect(whyNietTeMaken({ laatsteDag: plainDate(laatsteDag), vandaag, actief: 0 })).toEqual(redenen)
  })

  test('niet meer dan twintig die werken', () => {
    expect(whyNietTeMaken({ laatsteDag: vandaag, vandaag, actief: 20 })).toEqual(['te-veel'])
    expect(whyNietTeMaken({ laatsteDag: vandaag, vandaag, actief: 19 })).toEqual([])
  })

  test('het voorstel is een dag die mag', () => {
    expect(proposeLaatsteDag(vandaag)).toBe('2023-10-02')
  })

  test('op de dag zelf is het verlopen, en ingetrokken gaat voor', () => {
    expect(calculateToestand({ geldigTot: plainDate('2022-10-04'), ingetrokkenOp: null }, vandaag)).toBe('actief')
    expect(calculateToestand({ geldigTot: vandaag, ingetrokkenOp: null }, vandaag)).toBe('verlopen')
    expect(calculateToestand({ geldigTot: plainDate('2022-10-04'), ingetrokkenOp: new Date(0) }, vandaag)).toBe('ingetrokken')
  })
})

test('elke scope van een koppeling staat in de tabel met rechten, en andersom', () => {
  expect([...KOPPELING_SCOPES]).toEqual(Object.keys(SCOPES))
})

describe('het formulier', () => {
  test('vraagt een naam, minstens een scope en een dag', () => {
    const fout = maakKoppelingSchema.safeParse({ naam: ' ', laatsteDag: '31-02-2023' })
    expect(fout.error?.issues.map(({ path }) => path.join('.'))).toEqual(['naam', 'laatsteDag'])
    expect(maakKoppelingSchema.safeParse({ naam: 'x', laatsteDag: '1-2-2023' }).error?.issues.map(({ path }) => path.join('.'))).toEqual(['opleidingen'])
    expect(toNieuweKoppeling(maakKoppelingSchema.parse({ naam: ' Website ', facturen: 'ja', deelnames: 'ja', laatsteDag: '01-02-2023' })))
      .toEqual({ naam: 'Website', scopes: ['facturen', 'deelnames'], laatsteDag: '2023-02-01' })
  })
})

describe('maken en intrekken', () => {
  freshDb()
  let school: OpleiderActor
  let ander: OpleiderActor
  beforeAll(async () => {
    await zetKlok('2022-10-03T10:00:00+02:00')
    school = await createOpleider('10000001', 'school')
    ander = await createOpleider('10000002', 'ander')
  })

  test('het token werkt, staat nergens, en is na intrekken weg', async () => {
    const gemaakt = await maakKoppeling(school, { naam: 'Website', scopes: ['opleidingen'], laatsteDag: plainDate('2022-12-31') })
    if (!gemaakt.ok) throw new Error('not made')
    const { id, token } = gemaakt.value
    expect(token).toMatch(/^stap_[A-Za-z0-9_-]{43}$/)
    expect(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token }))).toMatchObject({ koppelingId: id })
    const [bewaard] = await asOwner<{ alles: string }>('select row_to_json(koppeling)::text as alles from koppeling where id = $1', [id])
    expect(bewaard?.alles).not.toContain(token.slice(9))
    expect(await listKoppelingen(school)).toMatchObject({ orgUnitId: 'school', regels: [{ naam: 'Website', toestand: 'actief', geldigTot: '2023-01-01', tokenBegin: token.slice(0, 9) }] })

    expect(await trekKoppelingIn(ander, { koppelingId: id })).toEqual({ ok: false, redenen: ['niet-gevonden'] })
    expect(await getKoppeling(ander, id)).toBeUndefined()
    expect(await trekKoppelingIn(school, { koppelingId: id })).toMatchObject({ ok: true })
    expect(await trekKoppelingIn(school, { koppelingId: id })).toEqual({ ok: false, redenen: ['al-ingetrokken'] })
    expect(await requireKoppeling('opleiding.beheren', machineRequest('/x', { token }))).toMatchObject({ status: 401 })
    const log = await asOwner<{ soort: string }>(`select soort from gebeurtenis where onderwerp = 'koppeling' and onderwerp_id = $1 order by id`, [id])
    expect(log.map(({ soort }) => soort)).toEqual(['maak-koppeling', 'trek-koppeling-in'])
  })

  test('met dertig tegelijk ontstaan er hoogstens twintig', async () => {
    const uitkomsten = await Promise.all(Array.from({ length: 30 }, (_, nummer) => maakKoppeling(ander, { naam: `Systeem ${String(nummer)}`, scopes: ['facturen'], laatsteDag: plainDate('2022-12-31') })))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(20)
  })
})
