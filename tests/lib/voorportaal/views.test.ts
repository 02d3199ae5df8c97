import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { inTransaction, prisma, toDbDate } from '@/lib/platform/db'
import { hefMaatregelOp } from '@/lib/register/use-cases/hef-maatregel-op'
import { legMaatregelVast } from '@/lib/register/use-cases/leg-maatregel-vast'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { zoekSchema } from '@/lib/voorportaal/schema'
import { verversZoekindex } from '@/lib/voorportaal/use-cases/ververs-zoekindex'
import { getSitemapDeel, zoekOpleidingen } from '@/lib/voorportaal/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { createMedewerker, createOpleider } from '@/tests/builders/register'
import { freshDb, zetKlok } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor

type Start = { op: string; plaats?: string | null; prijs?: number; subsidiabel?: number; status?: string; dagdelen?: string[]; vorm?: string }
type Aanbod = { programmaId: string; titel: string; categorie?: string; niveau?: string; duurDagen?: number; gebreken?: string[]; stapToestemming?: boolean; actief?: boolean; samenvatting?: string; starts: Start[] }

async function registreer({ opleiderId }: OpleiderActor, { starts, ...aanbod }: Aanbod): Promise<string> {
  const { id } = await prisma.opleiding.create({ data: {
    opleiderId, samenvatting: '', omschrijving: 'U leert het vak.', categorie: 'TRANSPORT_EN_LOGISTIEK', niveau: 'MBO-2', opleidingsvorm: 'KLASSIKAAL', waardedocument: 'CERTIFICAAT', duurDagen: 2,
    stapToestemming: true, catalogusprijsCent: 45_000, subsidiabelCent: 42_500, bron: 'portaal', inhoudHash: aanbod.programmaId, ...aanbod,
  } })
  for (const [i, { op, plaats = 'Zwolle', prijs = 45_000, subsidiabel = 42_500, status = 'open', dagdelen = [], vorm = 'KLASSIKAAL' }] of starts.entries()) {
    await prisma.scholingsactiviteit.create({ data: {
      opleidingId: id, opleiderId, cohortcode: `${aanbod.programmaId}-${String(i)}`, startdatum: toDbDate(plainDate(op)), einddatum: toDbDate(plainDate('2023-06-30')), plaats, status, dagdelen,
      opleidingsvorm: vorm, catalogusprijsCent: prijs, subsidiabelCent: subsidiabel, geregistreerdOp: new Date('2022-11-01T11:00:00Z'),
    } })
  }
  return id
}

freshDb(async () => {
  await zetKlok('2022-11-01T12:00:00+01:00')
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  school = await createOpleider('90000001', 'school', 'Vakschool De Hanze')
  buur = await createOpleider('90000002', 'buur', 'Taalbrug')
  await registreer(school, { programmaId: 'heftruck', titel: 'Heftruckcertificaat', starts: [{ op: '2022-12-05' }, { op: '2023-01-09', plaats: 'Deventer', dagdelen: ['AVOND'] }] })
  await registreer(school, { programmaId: 'reach', titel: 'Reachtruckcertificaat', starts: [{ op: '2023-02-06', prijs: 160_000, subsidiabel: 160_000 }] })
  await registreer(school, { programmaId: 'boek', titel: 'Praktijkdiploma Boekhouden', categorie: 'ECONOMIE', niveau: 'MBO-4', duurDagen: 120, starts: [{ op: '2023-01-16', plaats: 'Deventer' }] })
  await registreer(school, { programmaId: 'gebrek', titel: 'Heftruck zonder prijs', gebreken: ['subsidiabele-kosten'], starts: [{ op: '2023-01-16' }] })
  await registreer(school, { programmaId: 'voorbij', titel: 'Heftruck van gisteren', starts: [{ op: '2022-10-31' }] })
  await registreer(school, { programmaId: 'dicht', titel: 'Heftruck gesloten', starts: [{ op: '2023-01-16', status: 'gesloten' }] })
  await registreer(school, { programmaId: 'weg', titel: 'Heftruck die niet meer wordt aangeboden', actief: false, starts: [{ op: '2023-01-16' }] })
  await registreer(buur, { programmaId: 'nt2', titel: 'Nederlands als tweede taal (NT2)', categorie: 'TAAL_EN_CULTUUR', starts: [{ op: '2022-12-12' }] })
  await verversZoekindex({})
})

const zoek = (vraag: Record<string, string> = {}) => zoekOpleidingen(zoekSchema.parse(vraag))
const titels = async (vraag: Record<string, string>) => (await zoek(vraag)).resultaten.map((resultaat) => resultaat.titel)
const idOf = async (programmaId: string) => (await prisma.opleiding.findFirstOrThrow({ where: { programmaId } })).id
const reden = 'Onderzoek wijst uit dat het niet klopt'

describe('zoeken', () => {
  test('zonder vraag komt alles wat nu is aan te vragen, de vroegste start eerst', async () => {
    expect(await titels({})).toEqual(['Heftruckcertificaat', 'Nederlands als tweede taal (NT2)', 'Praktijkdiploma Boekhouden', 'Reachtruckcertificaat'])
  })

  test.each([
    ['het begin van een woord', { q: 'heftr' }, ['Heftruckcertificaat']],
    ['een ander woord van dezelfde stam', { q: 'boekhoud' }, ['Praktijkdiploma Boekhouden']],
    ['de naam van de opleider', { q: 'taalbrug' }, ['Nederlands als tweede taal (NT2)']],
    ['het vakgebied', { q: 'logistiek' }, ['Heftruckcertificaat', 'Reachtruckcertificaat']],
    ['de plaats', { q: 'heftruck deventer' }, ['Heftruckcertificaat']],
    ['hoofdletters en leestekens', { q: '  NT2! ' }, ['Nederlands als tweede taal (NT2)']],
  ])('vindt op %s', async (_, vraag, verwacht) => {
    expect(await titels(vraag)).toEqual(verwacht)
  })

  test('met een tikfout staat erbij wat er is gezocht', async () => {
    expect(await zoek({ q: 'boekhuoden' })).toMatchObject({ totaal: 1, correcties: [{ van: 'boekhuoden', naar: 'boekhouden' }], resultaten: [{ titel: 'Praktijkdiploma Boekhouden' }] })
    expect(await zoek({ q: 'xyzzyx' })).toMatchObject({ totaal: 0, onbekend: ['xyzzyx'] })
  })

  test.each(["'", '"', '& | !', '(((', 'a:*b', "'; drop table opleiding;--", '\\', '%', '😀', 'de het een', '__proto__', 'constructor'])('de vraag %s geeft een antwoord en geen fout', async (q) => {
    expect((await zoek({ q })).totaal).toBeGreaterThanOrEqual(0)
  })

  test('de filters samen', async () => {
    expect(await titels({ plaats: 'Deventer' })).toEqual(['Heftruckcertificaat', 'Praktijkdiploma Boekhouden'])
    expect(await titels({ plaats: 'Deventer', startmaand: '2023-01', categorie: 'ECONOMIE' })).toEqual(['Praktijkdiploma Boekhouden'])
    expect(await titels({ maxPrijs: '1000', categorie: 'TRANSPORT_EN_LOGISTIEK' })).toEqual(['Heftruckcertificaat'])
    expect(await titels({ maxEigen: '0' })).toEqual([])
    expect(await titels({ maxEigen: '25' })).toEqual(['Heftruckcertificaat', 'Nederlands als tweede taal (NT2)', 'Praktijkdiploma Boekhouden'])
    expect(await titels({ dagdeel: 'AVOND' })).toEqual(['Heftruckcertificaat'])
    expect(await titels({ plaats: 'Deventer', startmaand: '2022-12' })).toEqual([])
  })

  test('elk facet telt wat de andere filters overlaten', async () => {
    const { facetten, totaal } = await zoek({ categorie: 'TRANSPORT_EN_LOGISTIEK' })
    expect(totaal).toBe(2)
    expect(facetten.categorie).toEqual([{ waarde: 'TRANSPORT_EN_LOGISTIEK', aantal: 2 }, { waarde: 'ECONOMIE', aantal: 1 }, { waarde: 'TAAL_EN_CULTUUR', aantal: 1 }])
    expect(facetten.plaats).toEqual([{ waarde: 'Zwolle', aantal: 2 }, { waarde: 'Deventer', aantal: 1 }])
    expect(facetten.startmaand).toEqual([{ waarde: '2022-12', aantal: 1 }, { waarde: '2023-01', aantal: 1 }, { waarde: '2023-02', aantal: 1 }])
    expect(facetten.prijs).toEqual([{ waarde: '500', aantal: 1 }, { waarde: '1000', aantal: 1 }, { waarde: '1500', aantal: 1 }, { waarde: '2500', aantal: 2 }])
  })

  test('met een plaats telt het facet per afstand; Zwolle ligt hemelsbreed 28 km van Deventer', async () => {
    const { facetten, resultaten, vanaf } = await zoek({ plaats: '7411 AB', afstand: '50', sorteer: 'afstand' })
    expect(vanaf).toBe('Deventer')
    expect(facetten.plaats).toEqual([{ waarde: '5', aantal: 2 }, { waarde: '10', aantal: 2 }, { waarde: '25', aantal: 2 }, { waarde: '50', aantal: 4 }, { waarde: '100', aantal: 4 }])
    expect(resultaten.map(({ titel, plaats, afstand }) => [titel, plaats, afstand])).toEqual([
      ['Heftruckcertificaat', 'Deventer', 0], ['Praktijkdiploma Boekhouden', 'Deventer', 0], ['Nederlands als tweede taal (NT2)', 'Zwolle', 28], ['Reachtruckcertificaat', 'Zwolle', 28],
    ])
  })

  test('sorteren op prijs toont de goedkoopste eerst', async () => {
    expect((await titels({ sorteer: 'prijs' })).at(-1)).toBe('Reachtruckcertificaat')
  })

  test('regeling art. 4: wat de burger zelf betaalt staat erbij', async () => {
    expect((await zoek({ q: 'reachtruck' })).resultaten[0]).toMatchObject({ prijs: 160_000, stap: 100_000, eigen: 60_000 })
    expect((await zoek({ q: 'heftruck' })).resultaten[0]).toMatchObject({ prijs: 45_000, stap: 42_500, eigen: 2_500, starts: 2, startdatum: '2022-12-05' })
  })

  test('regeling art. 5 lid 3: met een tijdvak komen alleen startdata die erbij passen en op tijd zijn geregistreerd', async () => {
    const venster = { vroegsteStart: plainDate('2022-12-12'), laatsteStart: plainDate('2023-01-31'), registratiestopOp: new Date('2022-12-01T00:00:00Z') }
    const vind = async (anders = {}) => (await zoekOpleidingen(zoekSchema.parse({}), { ...venster, ...anders })).resultaten.map(({ titel, startdatum }) => [titel, startdatum])
    expect(await vind()).toEqual([['Nederlands als tweede taal (NT2)', '2022-12-12'], ['Heftruckcertificaat', '2023-01-09'], ['Praktijkdiploma Boekhouden', '2023-01-16']])
    expect(await vind({ registratiestopOp: new Date('2022-11-01T11:00:00Z') })).toHaveLength(3)
    expect(await vind({ registratiestopOp: new Date('2022-11-01T10:59:59Z') })).toEqual([])
  })

  test('wat in een adres niet te lezen is wordt weggelaten', () => {
    expect(zoekSchema.parse({ categorie: 'ONZIN', maxPrijs: '1e3x', maxEigen: '-1', startmaand: '2022-13', pagina: '-4', q: ['a', 'b'], taal: '<script>' })).toEqual({ pagina: 1 })
  })
})

describe('regeling art. 19: een maatregel werkt meteen in het zoeken, ook zonder dat de index is bijgewerkt', () => {
  test.each(['geblokkeerd', 'verwijderd'] as const)('%s haalt een opleiding eruit, opheffen zet haar terug', async (soort) => {
    const beslisser = await createMedewerker(`beslisser-${soort}`, 'beslisser')
    const gelegd = await inTransaction(async (tx) => legMaatregelVast(tx, beslisser, { opleiderId: school.opleiderId, opleidingId: await idOf('boek'), soort, reden, ingangsdatum: plainDate('2022-10-26'), einddatum: null }))
    if (!gelegd.ok) throw new Error(gelegd.redenen.join())
    expect(await titels({ q: 'boekhouden' })).toEqual([])
    expect((await zoek({})).facetten.categorie.map(({ waarde }) => waarde)).not.toContain('ECONOMIE')
    await inTransaction((tx) => hefMaatregelOp(tx, beslisser, { maatregelId: gelegd.value.maatregelId, reden: 'De rechter schorste het besluit' }))
    expect(await titels({ q: 'boekhouden' })).toEqual(['Praktijkdiploma Boekhouden'])
  })

  test('in onderzoek blijft te vinden, met een label; op de opleider geldt het voor al zijn opleidingen', async () => {
    const onderzoeker = await createMedewerker('onderzoeker', 'onderzoeker')
    const gelegd = await inTransaction((tx) => legMaatregelVast(tx, onderzoeker, { opleiderId: school.opleiderId, opleidingId: null, soort: 'in-onderzoek', reden, ingangsdatum: plainDate('2022-11-01'), einddatum: null }))
    if (!gelegd.ok) throw new Error(gelegd.redenen.join())
    expect((await zoek({})).resultaten.map(({ titel, maatregel }) => [titel, maatregel])).toEqual([
      ['Heftruckcertificaat', 'in-onderzoek'], ['Nederlands als tweede taal (NT2)', null], ['Praktijkdiploma Boekhouden', 'in-onderzoek'], ['Reachtruckcertificaat', 'in-onderzoek'],
    ])
    await inTransaction((tx) => hefMaatregelOp(tx, onderzoeker, { maatregelId: gelegd.value.maatregelId, reden: 'Alles in orde' }))
  })

  test('een opleider zonder erkenning verdwijnt, en komt terug als de erkenning weer geldt', async () => {
    await prisma.erkenning.updateMany({ where: { opleiderId: buur.opleiderId }, data: { geldigTot: toDbDate(plainDate('2022-11-01')) } })
    expect(await titels({ q: 'nt2' })).toEqual([])
    await prisma.erkenning.updateMany({ where: { opleiderId: buur.opleiderId }, data: { geldigTot: null } })
    expect(await titels({ q: 'nt2' })).toEqual(['Nederlands als tweede taal (NT2)'])
  })
})

describe('de index volgt het register', () => {
  test('een gewijzigde titel wordt gevonden en de oude niet meer, na de taak', async () => {
    const id = await registreer(buur, { programmaId: 'frans', titel: 'Frans voor beginners', starts: [{ op: '2023-01-10' }] })
    expect(await titels({ q: 'frans' })).toEqual([])
    expect(await verversZoekindex({ opleidingId: id })).toBe(1)
    expect(await titels({ q: 'frans' })).toEqual(['Frans voor beginners'])
    await prisma.opleiding.update({ where: { id }, data: { titel: 'Spaans voor beginners' } })
    expect(await verversZoekindex({ opleiderId: buur.opleiderId })).toBe(1)
    expect(await titels({ q: 'frans' })).toEqual([])
    expect(await titels({ q: 'spaans' })).toEqual(['Spaans voor beginners'])
    // Nothing changed: nothing is written, and no process reads anything again.
    expect(await verversZoekindex({})).toBe(0)
  })

  test('wat niet meer wordt aangeboden verdwijnt na de taak', async () => {
    await prisma.opleiding.update({ where: { id: await idOf('frans') }, data: { actief: false } })
    await verversZoekindex({ opleidingId: await idOf('frans') })
    expect(await titels({ q: 'spaans' })).toEqual([])
  })

  test('de sitemap noemt wat te vinden is', async () => {
    expect((await getSitemapDeel(1)).map(({ id }) => id).sort()).toEqual((await Promise.all(['heftruck', 'reach', 'boek', 'nt2'].map(idOf))).sort())
  })
})
