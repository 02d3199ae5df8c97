import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { parseKvk } from '@/lib/base/kvk'
import { inTransaction } from '@/lib/platform/db'
import { leesRegisteroordeel } from '@/lib/register/use-cases/lees-registeroordeel'
import { beoordeelBevroren } from '@/lib/toelating/use-cases/beoordeel-bevroren'
import { beoordeelSteekproef } from '@/lib/toelating/use-cases/beoordeel-steekproef'
import { beslisKeurmerk, voerKeurmerkIn } from '@/lib/toelating/use-cases/beslis-keurmerk'
import { laatOpleiderToe, laatOpleidingToe } from '@/lib/toelating/use-cases/laat-toe'
import { trekErkenningIn } from '@/lib/toelating/use-cases/trek-erkenning-in'
import { trekSteekproeven } from '@/lib/toelating/use-cases/trek-steekproeven'
import { getBevroren, getSteekproef, getToegelaten, listKeurmerken, listKwaliteit, listSteekproeven, listToegelaten, streamBevroren } from '@/lib/toelating/views'
import { aMedewerker, aWereld, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: Wereld
let ocw: Medewerker
let nrto: Medewerker
let nrtoId = ''
let ocwId = ''

freshDb(async () => {
  wereld = await aWereld()
  await zetKlok('2022-10-25T12:00:00+02:00')
  const erkenners = await asOwner<{ id: string; code: string }>(`insert into erkenner (code, naam, soort) values ('nrto', 'NRTO', 'NRTO') returning id, code`)
  nrtoId = erkenners[0]?.id ?? ''
  ocwId = (await asOwner<{ id: string }>(`select id from erkenner where code = 'ocw'`))[0]?.id ?? ''
  ocw = await aMedewerkerVan('ocw')
  nrto = await aMedewerkerVan('nrto')
})

async function aMedewerkerVan(code: string): Promise<Medewerker> {
  const medewerker = await aMedewerker('erkenner')
  await asOwner(`update gebruiker set erkenner_id = (select id from erkenner where code = $2) where id = $1`, [medewerker.id, code])
  return medewerker
}

const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)
const kvk = (tekst: string) => {
  const gelezen = parseKvk(tekst)
  if (gelezen === undefined) throw new Error(`${tekst} is no KvK number`)
  return gelezen
}
const dag = plainDate('2022-10-25')
const oordeel = (activiteit: 0 | 1) => inTransaction(async (tx) => (await leesRegisteroordeel(tx, wereld.activiteitIds[activiteit] ?? '', { dag, registratiestopOp: null }))?.nietAanvraagbaar)

describe('art. 12 lid 1 e: alleen wie een erkenner toelaat, is aan te vragen', () => {
  test('een medewerker zonder erkenner en een erkenner van een ander kunnen niets', async () => {
    const los = await aMedewerker('erkenner')
    expect(redenenVan(await laatOpleiderToe(los, { kvk: kvk('90000001'), geldigVan: dag }))).toEqual(['geen-erkenner'])
    expect(redenenVan(await trekErkenningIn(nrto, { opleiderId: wereld.opleiderId, reden: 'niet van ons' }))).toEqual(['niet-gevonden'])
    expect((await listToegelaten(nrtoId, { pagina: 1, zoek: '' })).rijen).toEqual([])
  })
  test('één opleiding intrekken raakt de andere niet, en opnieuw toelaten herstelt haar', async () => {
    const opleidingId = wereld.opleidingIds[0] ?? ''
    expect(redenenVan(await trekErkenningIn(ocw, { opleiderId: wereld.opleiderId, opleidingId, reden: 'Niet meer erkend' }))).toEqual([])
    expect([await oordeel(0), await oordeel(1)]).toEqual([['geen-erkenning'], []])
    expect((await getToegelaten(ocwId, wereld.opleiderId, 1))?.opleidingen.find(({ id }) => id === opleidingId)?.isErkend).toBe(false)
    expect(redenenVan(await laatOpleidingToe(ocw, { opleiderId: wereld.opleiderId, opleidingId }))).toEqual([])
    expect(await oordeel(0)).toEqual([])
  })
  test('de hele opleider intrekken geldt vanaf vandaag, met wie en waarom; een andere erkenner kan hem toelaten', async () => {
    expect(redenenVan(await trekErkenningIn(ocw, { opleiderId: wereld.opleiderId, reden: 'Keurmerk ingeleverd' }))).toEqual([])
    expect(await oordeel(1)).toEqual(['geen-erkenning'])
    const [rij] = await asOwner<{ reden: string; tot: string; door: string }>(`select reden, geldig_tot::text as tot, door_id as door from erkenning where opleiding_id is null and ingetrokken_op is not null`)
    expect(rij).toEqual({ reden: 'Keurmerk ingeleverd', tot: '2022-10-25', door: ocw.id })
    expect(redenenVan(await laatOpleiderToe(nrto, { kvk: kvk('90000001'), geldigVan: plainDate('2022-10-24') }))).toEqual(['in-verleden'])
    expect(redenenVan(await laatOpleiderToe(nrto, { kvk: kvk('90000001'), geldigVan: dag }))).toEqual([])
    expect(redenenVan(await laatOpleiderToe(nrto, { kvk: kvk('90000001'), geldigVan: dag }))).toEqual(['al-toegelaten'])
    expect(await oordeel(1)).toEqual([])
  })
  test('een opleider die er nog niet is, komt erbij met alle gegevens', async () => {
    expect(redenenVan(await laatOpleiderToe(nrto, { kvk: kvk('90000099'), geldigVan: dag }))).toEqual(['gegevens-nodig'])
    const nieuw = { kvk: kvk('90000099'), geldigVan: dag, naam: 'Nieuw Leren', code: '999A001', straat: 'Weg', huisnummer: '2', postcode: '1234 AB', plaats: 'Ede', email: 'a@b.example' }
    expect(redenenVan(await laatOpleiderToe(nrto, nieuw))).toEqual([])
    expect((await listToegelaten(nrtoId, { pagina: 1, zoek: 'nieuw' })).rijen).toMatchObject([{ naam: 'Nieuw Leren', opleidingen: 0, sinds: '2022-10-25' }])
  })
})

describe('de maandelijkse steekproef', () => {
  let steekproefId = ''
  beforeAll(async () => { await trekSteekproeven() })
  test('wordt één keer per maand getrokken en is na te doen met het zaad en de lijst', async () => {
    expect(await trekSteekproeven()).toBe(0)
    const [kort] = await listSteekproeven(nrtoId)
    steekproefId = kort?.id ?? ''
    expect(kort).toMatchObject({ maand: '2022-10-01', uiterlijkOp: '2022-11-15', populatie: 2, aantal: 2, open: 2, stand: 'loopt' })
    const steekproef = await getSteekproef(nrtoId, steekproefId)
    const rang = (id: string) => createHash('sha256').update(`${steekproef?.zaad ?? ''}:${id}`).digest('hex')
    expect(steekproef?.delen.map(({ opleidingId }) => opleidingId)).toEqual([...wereld.opleidingIds].sort((a, b) => (rang(a) < rang(b) ? -1 : 1)))
    expect(await getSteekproef(ocwId, steekproefId)).toBeUndefined()
  })
  test('elk oordeel ligt vast, en wat niet in orde is vraagt een toelichting', async () => {
    expect(redenenVan(await beoordeelSteekproef(ocw, { steekproefId, nummer: 1, oordeel: 'in-orde' }))).toEqual(['niet-gevonden'])
    expect(redenenVan(await beoordeelSteekproef(nrto, { steekproefId, nummer: 1, oordeel: 'niet-in-orde' }))).toEqual(['toelichting-nodig'])
    expect(redenenVan(await beoordeelSteekproef(nrto, { steekproefId, nummer: 1, oordeel: 'niet-in-orde', toelichting: 'Titel klopt niet' }))).toEqual([])
    expect(redenenVan(await beoordeelSteekproef(nrto, { steekproefId, nummer: 1, oordeel: 'in-orde' }))).toEqual(['al-beoordeeld'])
  })
  test('wat na de uiterste dag nog open staat, is te laat; een nieuwe maand is een nieuwe steekproef', async () => {
    await zetKlok('2022-11-16T09:00:00+01:00')
    expect((await listSteekproeven(nrtoId))[0]).toMatchObject({ open: 1, nietInOrde: 1, stand: 'te-laat' })
    expect(await trekSteekproeven()).toBeGreaterThan(0)
    expect((await listSteekproeven(nrtoId)).map(({ maand }) => maand)).toEqual(['2022-11-01', '2022-10-01'])
  })
})

describe('wat de erkenner ziet van de kwaliteit', () => {
  test('per soort, alleen van de eigen opleiders, zoals het laatst is beoordeeld', async () => {
    await asOwner(`insert into kwaliteit_score (opleider_id, dag, score, opleidingen, fouten, let_op, aandacht, oorzaken) values
      ($1, '2022-10-23', 50, 2, 9, 0, 0, '{"dubbel": {"aantal": 9, "sinds": "2022-09-01T10:00:00Z"}}'),
      ($1, '2022-10-24', 60, 2, 2, 1, 0, '{"ontbreekt-titel": {"aantal": 2, "sinds": "2022-10-01T10:00:00Z"}, "dubbel": {"aantal": 1, "sinds": "2022-10-02T10:00:00Z"}}')`, [wereld.opleiderId])
    const ander = (await asOwner<{ id: string }>(`insert into opleider (kvk, code, naam, straat, huisnummer, postcode, plaats, email) values ('90000777', 'x777', 'Andere school', 'S', '1', '1011 AA', 'A', 'a@voorbeeld.nl') returning id`))[0]?.id ?? ''
    await asOwner(`insert into kwaliteit_score (opleider_id, dag, score, opleidingen, fouten, let_op, aandacht, oorzaken) values ($1, '2022-10-24', 60, 2, 2, 1, 0, '{"prijssprong": {"aantal": 7, "sinds": "2022-10-01T10:00:00Z"}}')`, [ander])
    expect((await listKwaliteit(ocwId)).map(({ regel, opleidingen, opleiders }) => [regel, opleidingen, opleiders.map(({ aantal }) => aantal)])).toEqual([['ontbreekt-titel', 2, [2]], ['dubbel', 1, [1]]])
    expect(await listKwaliteit(ocwId, { opleiderId: ander })).toEqual([])
  })
})

describe('toetsingskader: nieuwe keurmerken', () => {
  const keurmerk = { naam: 'Keurmerk Vakonderwijs', organisatie: 'Stichting Vak', kvk: kvk('90000500'), normenkader: 'Norm 1', klachtenprocedure: 'Reglement', geschillenprocedure: '', onafhankelijk: 'ja' as const }
  test('zonder geschillenprocedure geen toelating, en wie het invoert besluit niet', async () => {
    const [duo, collega] = [await aMedewerker('registerbeheerder'), await aMedewerker('beleid')]
    const eerste = await voerKeurmerkIn(duo, keurmerk)
    if (!eerste.ok) throw new Error('not written down')
    const { keurmerkId } = eerste.value
    expect(redenenVan(await beslisKeurmerk(duo, { keurmerkId, besluit: 'toegelaten', reden: 'goed' }))).toEqual(['geen-geschillenprocedure', 'zelf-ingevoerd'])
    expect(redenenVan(await beslisKeurmerk(collega, { keurmerkId, besluit: 'afgewezen', reden: 'Geen geschillenprocedure' }))).toEqual([])
    expect(redenenVan(await beslisKeurmerk(collega, { keurmerkId, besluit: 'toegelaten', reden: 'toch' }))).toEqual(['al-besloten'])
    const tweede = await voerKeurmerkIn(duo, { ...keurmerk, geschillenprocedure: 'Geschillencommissie' })
    if (!tweede.ok) throw new Error('not written down')
    expect(redenenVan(await beslisKeurmerk(collega, { keurmerkId: tweede.value.keurmerkId, besluit: 'toegelaten', reden: 'Voldoet' }))).toEqual([])
    expect(await asOwner(`select code, soort from erkenner where naam = 'Keurmerk Vakonderwijs'`)).toEqual([{ code: 'keurmerk-vakonderwijs', soort: 'TOETSINGSKADER' }])
    expect((await listKeurmerken()).map(({ status }) => status).sort()).toEqual(['afgewezen', 'toegelaten'])
  })
})

describe('registratiestop: de bevroren lijst van een tijdvak', () => {
  test('wat erna kwam staat er niet in, wat erna veranderde staat er met wat het was', async () => {
    await asOwner(`update opleiding set titel = 'Lassen en meer', versie = 2 where id = $1`, [wereld.opleidingIds[0]])
    await asOwner(`insert into opleiding_versie (opleiding_id, versie, inhoud, bron, vastgelegd_op) values ($1, 1, '{"titel": "Lassen niveau 1"}', 'portaal', '2022-09-01') on conflict do nothing`, [wereld.opleidingIds[0]])
    await asOwner(`update scholingsactiviteit set geregistreerd_op = '2022-10-20' where id = $1`, [wereld.activiteitIds[1]])
    const lijst = await getBevroren('2022-V', { zoek: '', oordeel: null, pagina: 1 })
    expect(lijst?.rijen.map(({ titelBijStop, titel, versieBijStop, versie }) => ({ titelBijStop, titel, versieBijStop, versie }))).toEqual([{ titelBijStop: 'Lassen niveau 1', titel: 'Lassen en meer', versieBijStop: 1, versie: 2 }])
    const duo = await aMedewerker('registerbeheerder')
    expect(redenenVan(await beoordeelBevroren(duo, { code: '2022-V', opleidingId: wereld.opleidingIds[1] ?? '', oordeel: 'akkoord' }))).toEqual(['niet-gevonden'])
    expect(redenenVan(await beoordeelBevroren(duo, { code: '2022-V', opleidingId: wereld.opleidingIds[0] ?? '', oordeel: 'voorleggen', toelichting: '=Titel "gewijzigd"' }))).toEqual([])
    expect((await getBevroren('2022-V', { zoek: '', oordeel: 'geen', pagina: 1 }))?.total).toBe(0)
    let csv = ''
    for await (const deel of streamBevroren('2022-V')) csv += deel
    expect(csv.split('\r\n').length).toBe(3)
    expect(csv).toContain(`"'=Titel ""gewijzigd"""`)
  })
})
