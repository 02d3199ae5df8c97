import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { draaiTerug } from '@/lib/aanlevering/use-cases/draai-terug'
import { geefAkkoord, wijsImportAf } from '@/lib/aanlevering/use-cases/geef-akkoord'
import { neemIn } from '@/lib/aanlevering/use-cases/neem-in'
import { ontvangBestand } from '@/lib/aanlevering/use-cases/ontvang-bestand'
import { verwerkImport } from '@/lib/aanlevering/use-cases/verwerk-import'
import { getOpleidingOp, listActiviteitVersies } from '@/lib/register/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { aProgram, aRun, cost } from '@/tests/builders/edudex'
import { createOpleider } from '@/tests/builders/register'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor
freshDb(async () => {
  await zetKlok('2022-10-01T09:00:00+02:00')
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  school = await createOpleider('90000001', 'school')
  buur = await createOpleider('90000002', 'buur')
})

const serie = (vanaf: number, aantal: number, changes = {}, naam = 'P') =>
  Array.from({ length: aantal }, (_, n) => aProgram({ programId: `${naam}-${vanaf + n}`, runs: [aRun({ id: `${naam}R-${vanaf + n}` })], ...changes }))

async function begin(programs: unknown, { omvang = 'volledig', voor = school, eerstBekijken = false }: { omvang?: string; voor?: OpleiderActor; eerstBekijken?: boolean } = {}) {
  const { id } = await prisma.import.create({ data: { opleiderId: voor.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x', omvang, eerstBekijken } })
  return { id, uitslag: await neemIn(id, { inhoud: Buffer.from(JSON.stringify(programs)) }) }
}
const actief = (opleiderId: string) => prisma.opleiding.count({ where: { opleiderId, actief: true } })

describe('een volledige feed: wat er niet meer in staat, verdwijnt', () => {
  test('een opleiding die ontbreekt wordt niet meer aangeboden en haar startmoment gaat dicht; niets wordt gewist', async () => {
    await begin(serie(1, 20))
    const { uitslag } = await begin(serie(1, 19))
    expect(uitslag).toMatchObject({ toestand: 'klaar', ongewijzigd: 19, verdwenen: 1 })
    const weg = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-20' }, include: { scholingsactiviteiten: true, versies: true } })
    expect(weg).toMatchObject({ actief: false, versie: 2 })
    expect(weg.versies).toHaveLength(2)
    expect(weg.scholingsactiviteiten[0]).toMatchObject({ status: 'gesloten', versie: 2 })
  })

  test('komt hij terug in de feed, dan staat hij er weer', async () => {
    await begin(serie(1, 20))
    const terug = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-20' }, include: { scholingsactiviteiten: true } })
    expect(terug).toMatchObject({ actief: true, versie: 3 })
    expect(terug.scholingsactiviteiten[0]).toMatchObject({ status: 'open', versie: 3 })
  })

  test('een rij die wordt geweigerd, zegt wel dat de opleiding er nog is', async () => {
    const { uitslag } = await begin([...serie(1, 19), ...serie(20, 1, { costs: [cost('tuition fee', '1.000,00')] })])
    expect(uitslag).toMatchObject({ geweigerd: 1, verdwenen: 0 })
  })

  test('is van een rij niet te lezen welke het is, dan verdwijnt er niets', async () => {
    const { uitslag } = await begin([...serie(1, 15), { programClassification: { orgUnitId: 'school' } }])
    expect(uitslag).toMatchObject({ geweigerd: 1, verdwenen: 0, verschil: { zonderSleutel: 1 } })
    expect(await actief(school.opleiderId)).toBe(20)
  })

  test('het aanbod van een ander blijft staan', async () => {
    await begin(serie(1, 3, { orgUnitId: 'buur' }, 'B'), { voor: buur })
    await begin(serie(1, 20))
    expect(await actief(buur.opleiderId)).toBe(3)
  })
})

describe('een feed die te veel zou laten verdwijnen, stopt en vraagt', () => {
  test('meer dan 20% van het aanbod: er verandert niets tot iemand akkoord geeft', async () => {
    const before = await asOwner('select md5(string_agg(o::text, $$ $$ order by id)) from opleiding o')
    const { uitslag } = await begin(serie(1, 15))
    expect(uitslag).toMatchObject({ toestand: 'wacht-op-akkoord', verdwenen: 5, verschil: { verlies: [{ naam: 'Opleider school', opleidingen: 20, opleidingenWeg: 5, starts: 20, startsWeg: 5 }] } })
    expect(await asOwner('select md5(string_agg(o::text, $$ $$ order by id)) from opleiding o')).toEqual(before)
  })

  test('tegenproef: een aanvulling met dezelfde rijen laat niets verdwijnen en vraagt niets', async () => {
    expect((await begin(serie(1, 15), { omvang: 'aanvulling' })).uitslag).toMatchObject({ toestand: 'klaar', verdwenen: 0, ongewijzigd: 15 })
  })

  test('na akkoord leest een worker het bestand opnieuw en neemt het over; een ander kan geen akkoord geven', async () => {
    const outcome = await ontvangBestand(school, { naam: 'feed.json', mediatype: 'application/json', inhoud: Buffer.from(JSON.stringify(serie(1, 15))) }, null, { omvang: 'volledig' })
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    const { importId } = outcome.value
    await verwerkImport(importId)
    expect(await prisma.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({ toestand: 'wacht-op-akkoord' })
    expect(await geefAkkoord(buur, importId)).toEqual({ ok: false, redenen: ['import-niet-gevonden'] })
    expect(await geefAkkoord(school, importId)).toEqual({ ok: true, value: undefined })
    expect(await geefAkkoord(school, importId)).toEqual({ ok: false, redenen: ['wacht-niet-op-akkoord'] })
    await verwerkImport(importId)
    expect(await prisma.import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({ toestand: 'klaar', verdwenen: 5, akkoordDoor: school.id })
    expect(await actief(school.opleiderId)).toBe(15)
  })

  test('wie eerst wil kijken, ziet het verschil met voorbeelden, en kan ervan afzien', async () => {
    const { id, uitslag } = await begin([...serie(1, 1, { titel: 'Reachtruck' }), ...serie(100, 2)], { omvang: 'aanvulling', eerstBekijken: true })
    expect(uitslag).toMatchObject({ toestand: 'wacht-op-akkoord', verschil: { opleidingen: { nieuw: 2, gewijzigd: 1, ongewijzigd: 0, verdwenen: 0 } } })
    expect(uitslag?.verschil?.voorbeelden.gewijzigd[0]).toMatchObject({ programmaId: 'P-1', velden: expect.arrayContaining([{ veld: 'titel', oud: 'Heftruckcertificaat', nieuw: 'Reachtruck' }]) })
    expect(await wijsImportAf(school, id)).toMatchObject({ ok: true })
    expect(await prisma.import.findUniqueOrThrow({ where: { id } })).toMatchObject({ toestand: 'mislukt' })
    expect(await prisma.opleiding.count({ where: { programmaId: 'P-100' } })).toBe(0)
  })
})

describe('een import terugdraaien', () => {
  test('wat hij wijzigde wordt weer wat het was, wat hij toevoegde wordt niet meer aangeboden, en wat een ander daarna wijzigde blijft', async () => {
    const voor = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-2' } })
    const { id } = await begin([
      ...serie(2, 1, { titel: 'Anders', costs: [cost('tuition fee', '990.00')], runs: [aRun({ id: 'PR-2', startDate: { date: '2022-12-19', isFinal: true }, endDate: { date: '2022-12-20', isFinal: true } })] }),
      ...serie(3, 1, { titel: 'Ook anders' }), ...serie(200, 1),
    ], { omvang: 'aanvulling' })
    await begin(serie(3, 1, { titel: 'Nog weer anders' }), { omvang: 'aanvulling' })
    expect(await draaiTerug(buur, id)).toEqual({ ok: false, redenen: ['import-niet-gevonden'] })
    expect(await draaiTerug(school, id)).toEqual({ ok: true, value: { opleidingen: 2, activiteiten: 2, overgeslagen: 1 } })
    expect(await draaiTerug(school, id)).toEqual({ ok: false, redenen: ['niet-terug-te-draaien'] })

    const na = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-2' }, include: { scholingsactiviteiten: true } })
    expect(na).toMatchObject({ titel: voor.titel, catalogusprijsCent: voor.catalogusprijsCent, subsidiabelCent: voor.subsidiabelCent, inhoudHash: voor.inhoudHash, kosten: voor.kosten, versie: voor.versie + 2, bron: 'teruggedraaid' })
    expect(na.scholingsactiviteiten[0]).toMatchObject({ startdatum: new Date('2022-12-05T00:00:00Z'), status: 'open' })
    expect(await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-200' }, include: { scholingsactiviteiten: true } })).toMatchObject({ actief: false, scholingsactiviteiten: [{ status: 'gesloten' }] })
    expect((await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-3' } })).titel).toBe('Nog weer anders')
    expect(await prisma.import.findUniqueOrThrow({ where: { id } })).toMatchObject({ toestand: 'teruggedraaid', teruggedraaidDoor: school.id })
  })

  test('daarna leest dezelfde feed weer gewoon in', async () => {
    const { uitslag } = await begin(serie(2, 1), { omvang: 'aanvulling' })
    expect(uitslag).toMatchObject({ toestand: 'klaar', nieuw: 0, gewijzigd: 0, ongewijzigd: 1 })
  })
})

describe('elke wijziging is een versie', () => {
  test('de stand van elk eerder moment is te zien, van de opleiding en van het startmoment', async () => {
    const eerste = await begin(serie(300, 1, { titel: 'Versie een' }), { omvang: 'aanvulling' })
    const { id } = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-300' } })
    const toen = (await prisma.opleidingVersie.findFirstOrThrow({ where: { opleidingId: id } })).vastgelegdOp
    await new Promise((resolve) => setTimeout(resolve, 20))
    await begin(serie(300, 1, { titel: 'Versie twee', runs: [aRun({ id: 'PR-300', location: { city: 'Deventer' } })] }), { omvang: 'aanvulling' })
    expect(await getOpleidingOp(id, toen)).toMatchObject({ versie: 1, inhoud: { titel: 'Versie een' }, bron: 'edudex', importId: eerste.id })
    expect((await getOpleidingOp(id, toen))?.activiteiten).toMatchObject([{ cohortcode: 'PR-300', plaats: 'Zwolle', versie: 1 }])
    expect(await getOpleidingOp(id, new Date(toen.getTime() - 60_000))).toBeUndefined()
    const activiteit = await prisma.scholingsactiviteit.findFirstOrThrow({ where: { cohortcode: 'PR-300' } })
    expect((await listActiviteitVersies(activiteit.id)).map(({ versie, plaats, importId }) => [versie, plaats, importId])).toEqual([[2, 'Deventer', activiteit.importId], [1, 'Zwolle', eerste.id]])
  })

  test('de geschiedenis is voor niemand te wijzigen', async () => {
    await expect(prisma.$executeRaw`delete from scholingsactiviteit_versie`).rejects.toThrow()
    await expect(asOwner('delete from scholingsactiviteit_versie')).rejects.toThrow('alleen om aan toe te voegen')
  })

  test('wijzigt een ander de opleiding met de hand, dan wordt dezelfde feed weer gelezen en hersteld', async () => {
    await begin(serie(400, 1), { omvang: 'aanvulling' })
    await prisma.scholingsactiviteit.updateMany({ where: { cohortcode: 'PR-400' }, data: { plaats: 'Ergens', importId: null } })
    expect((await begin(serie(400, 1), { omvang: 'aanvulling' })).uitslag).toMatchObject({ gewijzigd: 1 })
    expect((await prisma.scholingsactiviteit.findFirstOrThrow({ where: { cohortcode: 'PR-400' } })).plaats).toBe('Zwolle')
  })
})

describe('twee feeds van dezelfde opleider tegelijk', () => {
  test('gaan na elkaar: de uitkomst is die van de een of van de ander, nooit van allebei', async () => {
    const [a, b] = await Promise.all([begin(serie(500, 40, { titel: 'Feed A' }), { omvang: 'aanvulling' }), begin(serie(500, 40, { titel: 'Feed B' }), { omvang: 'aanvulling' })])
    expect([a.uitslag?.toestand, b.uitslag?.toestand]).toEqual(['klaar', 'klaar'])
    const titels = await prisma.opleiding.groupBy({ by: ['titel'], where: { programmaId: { gte: 'P-500', lte: 'P-539' } }, _count: true })
    expect(titels).toHaveLength(1)
    // Negative control: each did change all forty, so they really met.
    expect([a.uitslag?.nieuw, b.uitslag?.nieuw].sort()).toEqual([0, 40])
    expect([a.uitslag?.gewijzigd, b.uitslag?.gewijzigd].sort()).toEqual([0, 40])
  })
})

describe('niets wordt half overgenomen', () => {
  test('gaat het overnemen halverwege mis, dan is alles zoals het was, en kan het daarna gewoon opnieuw', async () => {
    const foto = () => asOwner(`select (select md5(string_agg(o::text, '' order by id)) from opleiding o) as o, (select md5(string_agg(s::text, '' order by id)) from scholingsactiviteit s) as s, (select count(*) from opleiding_versie) as v`)
    const before = await foto()
    // The last statement of taking over fails: the database refuses the activities after the opleidingen were written.
    await asOwner(`create function val_om() returns trigger language plpgsql as $$ begin raise exception 'valt om'; end $$`)
    await asOwner('create trigger val_om before insert on scholingsactiviteit for each statement execute function val_om()')
    const { id } = await prisma.import.create({ data: { opleiderId: school.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x' } })
    const bestand = { inhoud: Buffer.from(JSON.stringify(serie(600, 30))) }
    await expect(neemIn(id, bestand)).rejects.toThrow('valt om')
    expect(await foto()).toEqual(before)
    await asOwner('drop trigger val_om on scholingsactiviteit')
    expect(await neemIn(id, bestand)).toMatchObject({ toestand: 'klaar', nieuw: 30 })
  })

  test('de database zelf weigert een prijs die niet uit de kostenposten volgt', async () => {
    const { id } = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'P-600' } })
    await expect(prisma.opleiding.update({ where: { id }, data: { catalogusprijsCent: 99900 } })).rejects.toThrow('opleiding_kosten')
  })

  test('een aanmeldbewijs noemt vanzelf de versie van het startmoment', async () => {
    const [kolommen] = await asOwner<{ aantal: number }>(`select count(*)::int as aantal from information_schema.triggers where trigger_name in ('aanmeldbewijs_activiteit', 'aanvraag_activiteit')`)
    expect(kolommen?.aantal).toBeGreaterThanOrEqual(4)
  })
})

describe('slechte invoer', () => {
  test.each([
    ['UTF-16', Buffer.from('[{}]', 'utf16le'), 'UTF-8'],
    ['een gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'ingepakt bestand'],
    ['alleen een haakje', Buffer.from('['), 'houdt halverwege op'],
    ['iets na het einde', Buffer.from('[{}] en nog wat'), 'geen geldige JSON'],
    ['een object zonder lijst', Buffer.from('{"opleidingen": 3}'), 'geen lijst'],
    ['een rij van meer dan 1 MB', Buffer.from(`[{"a":"${'x'.repeat(1_100_000)}"}]`), 'groter dan 1 MB'],
  ])('%s: het bestand als geheel wordt geweigerd en er verandert niets', async (_, inhoud, reden) => {
    const before = await actief(school.opleiderId)
    const { id } = await prisma.import.create({ data: { opleiderId: school.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x', omvang: 'volledig' } })
    expect(await neemIn(id, { inhoud })).toMatchObject({ toestand: 'mislukt', reden: expect.stringContaining(reden) })
    expect(await actief(school.opleiderId)).toBe(before)
  })

  test('een BOM, bytes die geen UTF-8 zijn, een backslash, een tab en een regeleinde in een titel', async () => {
    const goed = JSON.stringify(aProgram({ programId: 'raar', titel: 'C:\\pad\tmet "alles"\nen \\N {a,b}', runs: [] }))
    const kapot = Buffer.concat([Buffer.from(',{"x":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])
    const inhoud = Buffer.concat([Buffer.from('\ufeff[\n'), Buffer.from(goed), kapot, Buffer.from(']')])
    const { id } = await prisma.import.create({ data: { opleiderId: school.opleiderId, formaat: 'edudex-json', bestandsnaam: 'feed.json', sha256: 'x' } })
    expect(await neemIn(id, { inhoud })).toMatchObject({ toestand: 'klaar', nieuw: 1, geweigerd: 1 })
    expect((await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'raar' } })).titel).toBe('C:\\pad\tmet "alles"\nen \\N {a,b}')
  })
})

describe('de opleider zelf', () => {
  test('een wijziging bewaart wat er stond, met wie en wanneer; wat hetzelfde blijft geeft geen versie', async () => {
    const voor = await prisma.opleider.findUniqueOrThrow({ where: { id: school.opleiderId } })
    await prisma.opleider.update({ where: { id: school.opleiderId }, data: { naam: 'Nieuwe naam', doorId: school.id } })
    await prisma.opleider.update({ where: { id: school.opleiderId }, data: { naam: 'Nieuwe naam' } })
    expect(await prisma.opleider.findUniqueOrThrow({ where: { id: school.opleiderId } })).toMatchObject({ versie: 2, doorId: school.id })
    expect(await prisma.opleiderVersie.findMany({ where: { opleiderId: school.opleiderId } })).toMatchObject([{ versie: 1, inhoud: { naam: voor.naam }, doorId: null }])
  })
})
