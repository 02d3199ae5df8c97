import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { prisma } from '@/lib/platform/db'
import type { Formaat } from '@/lib/aanlevering/rules/formaat'
import type { KolomVeld } from '@/lib/aanlevering/rules/kolommen'
import { draaiTerug } from '@/lib/aanlevering/use-cases/draai-terug'
import { geefAkkoord } from '@/lib/aanlevering/use-cases/geef-akkoord'
import { beoordeelVanSchijf, findOpleiderVoorImport, importeerVanSchijf } from '@/lib/aanlevering/use-cases/importeer-van-schijf'
import { deelKolommenIn } from '@/lib/aanlevering/use-cases/deel-kolommen-in'
import { ontvangAanlevering } from '@/lib/aanlevering/use-cases/ontvang-aanlevering'
import { verwerkImport } from '@/lib/aanlevering/use-cases/verwerk-import'
import { getImport } from '@/lib/aanlevering/views'
import { anXlsx, aZip } from '@/tests/builders/archief'
import { anOffering, aProgramme } from '@/tests/builders/ooapi'
import { createMedewerker, createOpleider } from '@/tests/builders/register'
import { freshDb } from '@/tests/setup/db'

let school: OpleiderActor
let buur: OpleiderActor
freshDb(async () => {
  school = await createOpleider('90000001', 'school')
  buur = await createOpleider('90000002', 'buur')
})

const CSV = [
  'Productcode;Naam cursus;Omschrijving;Vakgebied;Niveau;Lesvorm;Certificaat;Duur;STAP;Prijs incl. btw;Waarvan subsidiabel;Startdatum;Einddatum;Plaats',
  'BHV;Bedrijfshulpverlener;U leert eerste hulp.;veiligheid;geen;klassikaal;certificaat;1 dag;ja;1.000,00;900;1-12-2022;1-12-2022;Zwolle',
  'BHV;;;;;;;;;1.000,00;900;44910;;Assen',
  'VCA;VCA basis;U leert veilig werken.;veiligheid;mbo 2;klassikaal;diploma;2 dagen;ja;€ 250,-;250;;;',
].join('\r\n')

const stuur = async (naam: string, inhoud: string | Buffer, actor: OpleiderActor = school, omvang: 'volledig' | 'aanvulling' = 'aanvulling') =>
  ontvangAanlevering(actor, { naam, mediatype: '', inhoud: Buffer.from(inhoud) }, { opleiderId: null, omvang })
async function idOf(outcome: ReturnType<typeof stuur>): Promise<string> {
  const uitkomst = await outcome
  if (!uitkomst.ok) throw new Error(uitkomst.redenen.join())
  return uitkomst.value.importId
}
const toestandOf = async (id: string): Promise<string | undefined> => (await getImport(school, id))?.toestand

describe('CSV: indelen, bekijken, akkoord, terugdraaien', () => {
  let eerste: string

  test('een nieuwe tabel wacht op de kolomindeling, met een voorstel en voorbeelden; een worker doet dan niets', async () => {
    eerste = await idOf(stuur('aanbod.csv', CSV))
    await verwerkImport(eerste)
    const detail = await getImport(school, eerste)
    expect(detail).toMatchObject({ toestand: 'wacht-op-kolomindeling', formaat: 'csv', tabel: { codering: 'utf-8', scheiding: ';', kopregel: 1, herkend: false } })
    expect(detail?.tabel?.kolomindeling).toEqual(['opleidingcode', 'titel', 'omschrijving', 'categorie', 'niveau', 'vorm', 'waardedocument', 'duur', 'stap', 'prijs', 'subsidiabel', 'startdatum', 'einddatum', 'plaats'])
    expect(detail?.tabel?.voorbeelden[9]).toEqual(['1.000,00', '€ 250,-'])
    expect(await prisma.outbox.count({ where: { job: 'verwerk-import' } })).toBe(0)
  })

  test('een ander kan haar niet indelen, en zonder code kan het niet', async () => {
    const kolomindeling: (KolomVeld | null)[] = ['opleidingcode']
    expect(await deelKolommenIn(buur, { importId: eerste, kolomindeling })).toEqual({ ok: false, redenen: ['import-niet-gevonden'] })
    expect(await deelKolommenIn(school, { importId: eerste, kolomindeling: ['titel'] })).toEqual({ ok: false, redenen: ['geen-opleidingcode'] })
  })

  test('na de kolomindeling staat het verschil klaar en is er nog niets veranderd', async () => {
    const kolomindeling = (await getImport(school, eerste))?.tabel?.kolomindeling ?? []
    expect((await deelKolommenIn(school, { importId: eerste, kolomindeling })).ok).toBe(true)
    await verwerkImport(eerste)
    expect(await getImport(school, eerste)).toMatchObject({ toestand: 'wacht-op-akkoord', telling: { totaal: 2, nieuw: 2, geweigerd: 0 }, verschil: { activiteiten: { nieuw: 2 } } })
    expect(await prisma.opleiding.count()).toBe(0)
  })

  test('na akkoord staat het in het register, met bedragen in centen en de startdatum uit een Excel-getal', async () => {
    expect((await geefAkkoord(school, eerste)).ok).toBe(true)
    await verwerkImport(eerste)
    expect(await toestandOf(eerste)).toBe('klaar')
    const bhv = await prisma.opleiding.findFirstOrThrow({ where: { programmaId: 'BHV' }, include: { scholingsactiviteiten: { orderBy: { startdatum: 'asc' } } } })
    expect(bhv).toMatchObject({ titel: 'Bedrijfshulpverlener', catalogusprijsCent: 100_000, subsidiabelCent: 90_000, stapToestemming: true, niveau: 'ONBEPAALD', bron: 'csv', opleiderId: school.opleiderId })
    expect(bhv.scholingsactiviteiten.map(({ cohortcode, startdatum, plaats, catalogusprijsCent }) => [cohortcode, startdatum.toISOString().slice(0, 10), plaats, catalogusprijsCent])).toEqual([
      ['BHV_20221201', '2022-12-01', 'Zwolle', 100_000], ['BHV_20221215', '2022-12-15', 'Assen', 100_000]])
  })

  test('dezelfde namen: de kolomindeling is onthouden, en hetzelfde bestand verandert niets', async () => {
    const id = await idOf(stuur('aanbod.csv', CSV.replace('Productcode', 'PRODUCTCODE')))
    expect(await getImport(school, id)).toMatchObject({ toestand: 'ontvangen', tabel: { herkend: true } })
    await verwerkImport(id)
    expect(await getImport(school, id)).toMatchObject({ toestand: 'wacht-op-akkoord', telling: { nieuw: 0, gewijzigd: 0, ongewijzigd: 2 } })
  })

  test('de kolomindeling van de een is niet die van de ander', async () => {
    expect((await getImport(buur, await idOf(stuur('aanbod.csv', CSV, buur))))?.toestand).toBe('wacht-op-kolomindeling')
  })

  test('terugdraaien met een reden: wat erbij kwam wordt niet meer aangeboden', async () => {
    expect(await draaiTerug(school, eerste, 'Verkeerde prijzen in ons bestand')).toMatchObject({ ok: true, value: { opleidingen: 2 } })
    expect(await toestandOf(eerste)).toBe('teruggedraaid')
    expect(await prisma.opleiding.count({ where: { opleiderId: school.opleiderId, actief: true } })).toBe(0)
    expect((await prisma.gebeurtenis.findFirst({ where: { onderwerpId: eerste, soort: 'draai-import-terug' } }))?.reden).toBe('Verkeerde prijzen in ons bestand')
  })
})

describe('XLSX en OOAPI langs dezelfde weg', () => {
  test('een werkmap met echte datums en getallen', async () => {
    const id = await idOf(stuur('aanbod.xlsx', await anXlsx([['Ons aanbod'], [], ['Code', 'Titel', 'Prijs', 'Subsidiabele kosten', 'Startdatum'], ['XL-1', 'Excel', 450.5, 400, { dag: 44_910 }]])))
    expect(await getImport(school, id)).toMatchObject({ tabel: { werkblad: 'Aanbod', kopregel: 3, kolomindeling: ['opleidingcode', 'titel', 'prijs', 'subsidiabel', 'startdatum'] } })
    await deelKolommenIn(school, { importId: id, kolomindeling: ['opleidingcode', 'titel', 'prijs', 'subsidiabel', 'startdatum'] })
    await verwerkImport(id)
    await geefAkkoord(school, id)
    await verwerkImport(id)
    expect(await prisma.scholingsactiviteit.findFirst({ where: { cohortcode: 'XL-1_20221215' } })).toMatchObject({ catalogusprijsCent: 45_050, subsidiabelCent: 40_000 })
  })

  test.each<[string, Formaat, (code: string) => Promise<string | Buffer>]>([
    ['een lijst', 'ooapi-json', (code) => Promise.resolve(JSON.stringify([ofSchool(code), anOffering()]))],
    ['een bundel', 'ooapi-json', (code) => Promise.resolve(JSON.stringify({ programs: [ofSchool(code)], offerings: [anOffering()] }))],
    ['een per regel', 'ooapi-jsonl', (code) => Promise.resolve([anOffering(), ofSchool(code)].map((deel) => JSON.stringify(deel)).join('\n'))],
    ['een zip met een pagina per bestand', 'ooapi-zip', (code) => aZip({ 'programs.json': JSON.stringify({ pageSize: 10, items: [ofSchool(code)] }), 'p-1/offerings.json': JSON.stringify({ items: [anOffering()] }) })],
  ])('OOAPI: %s', async (_, formaat, make) => {
    const { code } = await prisma.opleider.findUniqueOrThrow({ where: { id: school.opleiderId } })
    const id = await idOf(stuur(formaat === 'ooapi-zip' ? 'ooapi.zip' : formaat === 'ooapi-jsonl' ? 'ooapi.jsonl' : 'ooapi.json', await make(code)))
    await verwerkImport(id)
    const detail = await getImport(school, id)
    expect(detail).toMatchObject({ formaat, toestand: 'wacht-op-akkoord', telling: { totaal: 1, nieuw: 1, geweigerd: 0 }, verschil: { activiteiten: { nieuw: 1 } } })
  })

  test('OOAPI met de onderwijsaanbiedercode van een ander wordt geweigerd', async () => {
    const { code } = await prisma.opleider.findUniqueOrThrow({ where: { id: buur.opleiderId } })
    const id = await idOf(stuur('ooapi.json', JSON.stringify([ofSchool(code)])))
    await verwerkImport(id)
    expect(await getImport(school, id)).toMatchObject({ telling: { geweigerd: 1 }, oorzaken: [{ aantal: 1, veld: 'educationOffererCode', reden: expect.stringContaining('alleen uw eigen opleidingen') }] })
  })

  test('EDU-DEX in XML: dezelfde opleiding als in JSON; een DOCTYPE wordt geweigerd', async () => {
    const xml = (extra = '') => `<?xml version="1.0" encoding="UTF-8"?>${extra}<program xmlns="http://studieData.nl/schema/edudex/program"><includeInCatalog>rio/stap</includeInCatalog>
      <programClassification><degree>certificate</degree><orgUnitId>school</orgUnitId><programDuration unit="month">6</programDuration><programForm>full-time</programForm><programId>XML-1</programId><programLevel>hbo</programLevel><programType>training</programType><theme>law</theme></programClassification>
      <programCurriculum/><programDescriptions><programName xml:lang="nl">Recht &amp; orde</programName><programDescriptionText xml:lang="nl">U leert recht.</programDescriptionText></programDescriptions>
      <programSchedule><genericProgramRun><cost id="c1"><amount>950.00</amount><amountIsFinal>true</amountIsFinal><costType>tuition fee</costType><currency>eur</currency><isRequiredCost>true</isRequiredCost></cost></genericProgramRun>
      <programRun><id>XML-R1</id><startDate>2022-12-05</startDate><endDate>2023-06-05</endDate><status>application opened</status></programRun></programSchedule></program>`
    const id = await idOf(stuur('program.xml', xml()))
    await verwerkImport(id)
    expect(await getImport(school, id)).toMatchObject({ formaat: 'edudex-xml', oorzaken: [], telling: { totaal: 1, nieuw: 1 }, verschil: { activiteiten: { nieuw: 1 } } })
    await geefAkkoord(school, id)
    await verwerkImport(id)
    expect(await prisma.opleiding.findFirst({ where: { programmaId: 'XML-1' } })).toMatchObject({ titel: 'Recht & orde', duurDagen: 180, catalogusprijsCent: 95_000, subsidiabelCent: 95_000, niveau: 'HBO-O', categorie: 'RECHT', stapToestemming: true })
    const kwaad = await idOf(stuur('program.xml', xml('<!DOCTYPE program [<!ENTITY x SYSTEM "file:///etc/passwd">]>')))
    await verwerkImport(kwaad)
    expect(await getImport(school, kwaad)).toMatchObject({ toestand: 'mislukt', reden: expect.stringContaining('DOCTYPE') })
  })

  test('een offering zonder opleiding, en iets dat geen OOAPI is', async () => {
    const id = await idOf(stuur('ooapi.json', JSON.stringify([anOffering({ program: 'weg' }), { primaryCode: 3 }])))
    await verwerkImport(id)
    expect((await getImport(school, id))?.oorzaken.map(({ reden }) => reden)).toEqual([
      'Dit is geen programme, course of offering van OOAPI 5. Controleer of programId, courseId of offeringId erin staat.',
      'Bij deze offering hoort geen programme of course in de aanlevering. Lever die mee, of verbeter het id.'])
  })
})

const ofSchool = (code: string) => aProgramme({ consumers: [{ consumerKey: 'rio', educationOffererCode: code, consentParticipationSTAP: 'permission_granted', privateCategory: ['behaviour_and_society'] }] })

test('van schijf: een tabel van een opleider gaat langs de voorgestelde kolomindeling, en wat geen aanlevering is heeft een reden', async () => {
  const map = mkdtempSync(path.join(tmpdir(), 'aanlevering-'))
  const bestand = path.join(map, 'aanbod.csv')
  writeFileSync(bestand, CSV.replaceAll('BHV;', 'SCHIJF-1;').replaceAll('VCA;', 'SCHIJF-2;'))
  expect(await beoordeelVanSchijf(bestand)).toEqual({ ok: true, formaat: 'csv' })
  expect(await importeerVanSchijf(bestand, { opleiderId: (await findOpleiderVoorImport('90000002')) ?? '' })).toMatchObject({ toestand: 'klaar', nieuw: 2, geweigerd: 0 })
  expect(await prisma.opleiding.count({ where: { opleiderId: buur.opleiderId, programmaId: { startsWith: 'SCHIJF-' } } })).toBe(2)
  writeFileSync(path.join(map, 'aanbod.pdf'), '%PDF')
  expect(await beoordeelVanSchijf(path.join(map, 'aanbod.pdf'))).toEqual({ ok: false, redenen: ['bestand-extensie'] })
})

describe('de ene fout in de kolomindeling (Woo: 20.000 opleidingen zonder subsidiabele kosten)', () => {
  const rijen = Array.from({ length: 3_000 }, (_, n) => `C-${n};Cursus ${n};U leert iets.;zorg;mbo 3;online;certificaat;${n % 9 + 1} dagen;ja;${200 + n % 700}`)
  const bestand = ['code;titel;omschrijving;categorie;niveau;lesvorm;waardedocument;duur;stap;prijs', ...rijen].join('\n')

  test('3.000 opleidingen zonder subsidiabele kosten zijn één gebrek, en 3.000 foute duren één oorzaak', async () => {
    const importId = await idOf(stuur('feed.csv', bestand))
    await deelKolommenIn(school, { importId, kolomindeling: (await getImport(school, importId))?.tabel?.kolomindeling ?? [] })
    await verwerkImport(importId)
    expect(await getImport(school, importId)).toMatchObject({ telling: { nieuw: 3_000, geweigerd: 0 }, verschil: { goed: 3_000, gebreken: [{ gebrek: 'subsidiabele-kosten', aantal: 3_000 }] }, oorzaken: [] })

    const anders = await idOf(stuur('feed.csv', bestand.replaceAll(' dagen;', ' tientallen;')))
    await verwerkImport(anders)
    expect(await getImport(school, anders)).toMatchObject({ telling: { nieuw: 0, geweigerd: 3_000 }, oorzaken: [{ aantal: 3_000, veld: 'duur', regels: [2, 3, 4, 5, 6] }] })
  })
})

describe('wat niet deugt wordt geweigerd met een zin, of komt er heel in', () => {
  test.each<[string, string, () => string | Buffer | Promise<Buffer>]>([
    ['leeg', 'a.csv', () => ''], ['alleen regels', 'a.csv', () => '\n\n'], ['zonder koprij', 'a.csv', () => '1;2;3\n4;5;6\n'], ['een NUL', 'a.csv', () => 'code;titel\nA;\0\n'],
    ['UTF-16 zonder teken', 'a.csv', () => Buffer.from('code;titel\n', 'utf16le')], ['bytes zonder betekenis', 'a.csv', () => Buffer.from([...Buffer.from('code;titel\n'), 0x81, 0x0a])],
    ['een open aanhalingsteken', 'a.csv', () => 'code;titel\nA;"b\n'], ['een miljoen kolommen', 'a.csv', () => `code;titel\n${';'.repeat(1_000_000)}\n`], ['een rij van 2 MB', 'a.csv', () => `code;titel\nA;${'x'.repeat(2_000_000)}\n`],
    ['te groot', 'a.csv', () => Buffer.alloc(10 * 1024 * 1024 + 1, 'x')], ['een zip die csv heet', 'a.csv', () => aZip({ 'a.csv': 'x' })], ['een oud Excel', 'a.xls', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['een beveiligde werkmap', 'a.xlsx', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0])], ['een zip zonder werkblad', 'a.xlsx', () => aZip({ 'a.txt': 'x' })],
    ['een bom in een werkmap', 'a.xlsx', () => anXlsx([], { sheet: `<worksheet>${' '.repeat(30_000_000)}</worksheet>` })], ['een werkblad met DOCTYPE', 'a.xlsx', () => anXlsx([], { sheet: '<!DOCTYPE x><worksheet/>' })],
    ['een pdf', 'a.pdf', () => '%PDF-1.7'],
  ])('%s', async (_, naam, make) => {
    const uitkomst = await stuur(naam, await make())
    expect(uitkomst.ok).toBe(false)
    expect(uitkomst.ok ? '' : uitkomst.redenen.join(' ')).toMatch(/^[A-Z].{20,}\.( \(regel \d+\))?$/)
  })

  test.each<[string, string, () => string | Buffer | Promise<Buffer>]>([
    ['een zip in een zip', 'a.zip', async () => aZip({ 'b.zip': await aZip({ 'c.json': '[]' }) })], ['een zip met ../', 'a.zip', async () => Buffer.from((await aZip({ 'xxxx.json': '[]' })).toString('latin1').replaceAll('xxxx.json', '../x.json'), 'latin1')],
    ['een zip zonder JSON', 'a.zip', () => aZip({ 'a.txt': 'x' })], ['OOAPI dat ophoudt', 'a.json', () => '[{"courseId":"x"},{"courseI'], ['OOAPI dat te diep is', 'a.json', () => `{"courseId":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
  ])('%s komt niet in het register en zegt waarom', async (_, naam, make) => {
    const id = await idOf(stuur(naam, await make()))
    await verwerkImport(id)
    expect(await getImport(school, id)).toMatchObject({ toestand: 'mislukt', reden: expect.stringMatching(/^[A-Z].{20,}/) })
  })

  test('tekens die elders een opdracht zijn, komen er als gewone tekst in', async () => {
    const id = await idOf(stuur('a.csv', 'code;titel;omschrijving\nINJ-1;"=HYPERLINK(""http://kwaad"";""x"")";"<script>alert(1)</script> \' or 1=1 -- {{7*7}}"\n'))
    await deelKolommenIn(school, { importId: id, kolomindeling: ['opleidingcode', 'titel', 'omschrijving'] })
    await verwerkImport(id)
    await geefAkkoord(school, id)
    await verwerkImport(id)
    expect(await prisma.opleiding.findFirst({ where: { programmaId: 'INJ-1' } })).toMatchObject({ titel: '=HYPERLINK("http://kwaad";"x")', omschrijving: "<script>alert(1)</script> ' or 1=1 -- {{7*7}}" })
  })

  test('DUO moet bij een tabel de opleider kiezen', async () => {
    const duo = await createMedewerker('Ingrid', 'registerbeheerder')
    expect(await ontvangAanlevering(duo, { naam: 'a.csv', mediatype: '', inhoud: Buffer.from('code;titel\nA;B\n') }, { opleiderId: null, omvang: 'aanvulling' })).toEqual({ ok: false, redenen: ['In een tabel staat niet van welke opleider de opleidingen zijn. Kies eerst de opleider.'] })
  })
})
