import { beforeAll, describe, expect, test } from 'vitest'
import type { OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { encrypt } from '@/lib/platform/encryption'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { listOpdrachten } from '@/lib/betaling/views/opleider'
import { listDeelnemers } from '@/lib/verantwoording/views'
import { geefAanmeldbewijsUit } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { annuleerVoorDeelnemer } from '@/lib/wijziging/use-cases/annuleer-voor-deelnemer'
import { beantwoordWijziging } from '@/lib/wijziging/use-cases/beantwoord-wijziging'
import { meldWijziging } from '@/lib/wijziging/use-cases/meld-wijziging'
import { wissel } from '@/lib/wijziging/use-cases/wissel'
import { getTeWijzigen, getWijzigingenVoorBurger, listWijzigingRecord } from '@/lib/wijziging/views'
import { stubBasisregisters } from '@/tests/builders/aanvraag-wereld'
import { eenFactuur } from '@/tests/builders/factuur'
import { rekeningen } from '@/tests/builders/vaststelling'
import { aBetaalWereld, saldi, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

const BSN = '999990019'
let wereld: BetaalWereld

freshDb(async () => {
  wereld = await aBetaalWereld()
  const [erkenner] = await asOwner<{ id: string }>(`insert into erkenner (code, naam, soort) values ('nrto', 'NRTO', 'NRTO') returning id`)
  await asOwner(`insert into erkenning (opleider_id, erkenner_id, geldig_van) select id, $1, '2022-01-01' from opleider`, [erkenner?.id])
  await asOwner(`update opleiding set stap_toestemming = true, gebreken = '{}'`)
})
beforeAll(() => { stubBasisregisters([{ bsn: BSN, geboortedatum: '1990-01-01' }]) })

async function aVerlening({ zonderOpdracht = false } = {}): Promise<Verlening> {
  const verlening = await wereld.verleen()
  await asOwner(`update gebruiker set bsn_versleuteld = $2 where id = $1`, [verlening.burger.id, encrypt(BSN)])
  if (!zonderOpdracht) await maakVerplichting(verlening.aanvraagId)
  return verlening
}

const melding = (kenmerk: string, over: { startdatum?: string; plaats?: string } = {}) => ({
  kenmerk, startdatum: plainDate(over.startdatum ?? '2022-12-12'), einddatum: plainDate('2023-03-07'), plaats: over.plaats ?? 'Amersfoort', opleidingsvorm: 'KLASSIKAAL' as const, reden: 'De docent is ziek.',
})
const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)
async function meld(verlening: Verlening): Promise<string> {
  const outcome = await meldWijziging(wereld.opleider, melding(verlening.kenmerk))
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value.wijzigingId
}
const ordernummer = async (aanvraagId: string) => (await asOwner<{ ordernummer: string }>(`select ordernummer from verplichting where aanvraag_id = $1`, [aanvraagId]))[0]?.ordernummer ?? ''
const brieven = async (opleiderId: string, aanvraagId: string) => (await asOwner<{ onderwerp: string }>(
  `select onderwerp from brief where opleider_id = $1 and aanvraag_id = $2 order by kenmerk`, [opleiderId, aanvraagId])).map(({ onderwerp }) => onderwerp)
const start = async (aanvraagId: string) => (await asOwner<{ start: string; plaats: string | null; handtekening: string | null }>(
  `select b.startdatum::text as start, b.plaats, b.handtekening from aanvraag a join aanmeldbewijs b on b.id = a.aanmeldbewijs_id where a.id = $1`, [aanvraagId]))[0]

describe('de opleider wijzigt na de verlening, de burger beslist', () => {
  test('een andere opleider kan het niet; de burger krijgt een brief en er verandert nog niets', async () => {
    const verlening = await aVerlening()
    expect(redenenVan(await meldWijziging(wereld.andereOpleider, melding(verlening.kenmerk)))).toEqual(['niet-gevonden'])
    await meld(verlening)
    expect(redenenVan(await meldWijziging(wereld.opleider, melding(verlening.kenmerk)))).toEqual(['wacht-op-burger'])
    expect(await start(verlening.aanvraagId)).toMatchObject({ start: '2022-12-05' })
    const [brief] = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where aanvraag_id = $1 and onderwerp like 'De opleider wil%'`, [verlening.aanvraagId])
    expect(brief?.tekst).toContain('uiterlijk op maandag 5 december 2022')
    expect(await getTeWijzigen(wereld.opleider, verlening.kenmerk)).toMatchObject({ nu: { startdatum: '2022-12-05' }, eerder: [{ status: 'voorgelegd' }] })
  })
  test('een nee verandert niets; iemand anders kan niet antwoorden; een ja staat ondertekend op het aanmeldbewijs', async () => {
    const [een, ander] = [await aVerlening(), await aVerlening()]
    const eerste = await meld(een)
    expect(redenenVan(await beantwoordWijziging(ander.burger, { wijzigingId: eerste, antwoord: 'aanvaard' }))).toEqual(['niet-gevonden'])
    expect(redenenVan(await beantwoordWijziging(een.burger, { wijzigingId: eerste, antwoord: 'weiger' }))).toEqual([])
    expect(redenenVan(await beantwoordWijziging(een.burger, { wijzigingId: eerste, antwoord: 'aanvaard' }))).toEqual(['al-beantwoord'])
    expect(await start(een.aanvraagId)).toMatchObject({ start: '2022-12-05' })
    const tweede = await meld(een)
    expect(redenenVan(await beantwoordWijziging(een.burger, { wijzigingId: tweede, antwoord: 'aanvaard' }))).toEqual([])
    expect(await start(een.aanvraagId)).toMatchObject({ start: '2022-12-12', plaats: 'Amersfoort', handtekening: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await getWijzigingenVoorBurger(een.burger, een.kenmerk))?.wijzigingen.map(({ status }) => status)).toEqual(['aanvaard', 'geweigerd'])
  })
  test('onbeperkt schuiven valt op in het beeld van de opleider', async () => {
    const [record] = await listWijzigingRecord({ opleiderId: wereld.opleider.opleiderId })
    expect(record).toMatchObject({ aantal: 3, deelnemers: 2, geweigerd: 1, dagen: 21, isVaak: true })
    expect(await listWijzigingRecord({ opleiderId: wereld.andereOpleider.opleiderId })).toEqual([])
  })
})

describe('wisselen naar een andere scholing', () => {
  async function aBewijs(actor: OpleiderActor, over: { gevraagd?: number; start?: string } = {}): Promise<string> {
    const start = over.start ?? '2023-01-09'
    const [opleiding] = await asOwner<{ id: string }>(`insert into opleiding (opleider_id, programma_id, titel, bron, inhoud_hash, stap_toestemming, gebreken) values ($1, gen_random_uuid(), 'Lassen elders', 'test', 'h', true, '{}') returning id`, [actor.opleiderId])
    const [activiteit] = await asOwner<{ id: string }>(`insert into scholingsactiviteit (opleiding_id, opleider_id, cohortcode, startdatum, einddatum, opleidingsvorm, catalogusprijs_cent, subsidiabel_cent)
      values ($1, $2, gen_random_uuid(), $3, $3::date + 30, 'KLASSIKAAL', 100000, 100000) returning id`, [opleiding?.id, actor.opleiderId, start])
    const outcome = await geefAanmeldbewijsUit(actor, { scholingsactiviteitId: activiteit?.id ?? '', studentnummer: 'W1', voornaam: 'Sam', achternaam: 'Jansen', geboortedatum: plainDate('1990-01-01'), gevraagd: cent(over.gevraagd ?? 93_950) })
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    return outcome.value.code
  }

  test('naar een andere opleider gaat de opdracht mee, met een nieuw nummer en hetzelfde geld', async () => {
    const verlening = await aVerlening()
    const wijzigingId = await meld(verlening)
    await beantwoordWijziging(verlening.burger, { wijzigingId, antwoord: 'weiger' })
    const [voor] = await asOwner<{ ordernummer: string }>(`select ordernummer from verplichting where aanvraag_id = $1`, [verlening.aanvraagId])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.andereOpleider, { gevraagd: 100_000 }) }))).toEqual(['bedrag-hoger-dan-toegekend'])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.andereOpleider, { start: '2023-02-03' }) }))).toEqual(['start-te-laat'])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.andereOpleider) }))).toEqual([])
    const [na] = await asOwner<{ ordernummer: string; opleider: string; bedrag: number }>(`select ordernummer, opleider_id as opleider, bedrag_cent as bedrag from verplichting where aanvraag_id = $1`, [verlening.aanvraagId])
    expect(na).toMatchObject({ opleider: wereld.andereOpleider.opleiderId, bedrag: 93_950 })
    expect(na?.ordernummer).not.toBe(voor?.ordernummer)
    expect(await asOwner(`select sum(bedrag_cent)::integer as som, count(*)::integer as regels from boekingsregel r join boeking b on b.id = r.boeking_id where b.oorzaak_id = $1`, [wijzigingId])).toEqual([{ som: 0, regels: 2 }])
    expect(await asOwner(`select status, opleider_id as opleider from aanvraag where id = $1`, [verlening.aanvraagId])).toEqual([{ status: 'verleend', opleider: wereld.andereOpleider.opleiderId }])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.opleider) }))).toEqual(['al-beantwoord'])
  })
  test('de nieuwe opleider krijgt een opdracht per brief en ziet hem in de lijst, de oude leest dat de zijne is vervallen', async () => {
    const verlening = await aVerlening()
    const wijzigingId = await meld(verlening)
    const oud = await ordernummer(verlening.aanvraagId)
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.andereOpleider) }))).toEqual([])
    const nieuw = await ordernummer(verlening.aanvraagId)
    expect(await brieven(wereld.andereOpleider.opleiderId, verlening.aanvraagId)).toEqual([`Opdracht ${nieuw}: u kunt een factuur sturen`])
    expect(await brieven(wereld.opleider.opleiderId, verlening.aanvraagId)).toEqual([`Opdracht ${oud}: u kunt een factuur sturen`, `Opdracht ${oud} is vervallen`])
    const lijst = async (opleider: OpleiderActor) => (await listOpdrachten(opleider, 1)).rijen.filter(({ kenmerk }) => kenmerk === verlening.kenmerk).map((rij) => [rij.ordernummer, rij.opleiding, rij.startdatum])
    expect(await lijst(wereld.andereOpleider)).toEqual([[nieuw, 'Lassen elders', '2023-01-09']])
    expect(await lijst(wereld.opleider)).toEqual([])
  })
  test('art. 4: voor minder gaat het verschil terug naar het compartiment; opdracht, deelname en brief volgen', async () => {
    const verlening = await aVerlening()
    const wijzigingId = await meld(verlening)
    const voor = await saldi(wereld.compartimentId)
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code: await aBewijs(wereld.opleider, { gevraagd: 60_000 }) }))).toEqual([])
    const na = await saldi(wereld.compartimentId)
    expect([(na.vrij ?? 0) - (voor.vrij ?? 0), (na.verplicht ?? 0) - (voor.verplicht ?? 0)]).toEqual([33_950, -33_950])
    expect(await asOwner(`select bedrag_cent as bedrag, opleider_id as opleider from verplichting where aanvraag_id = $1`, [verlening.aanvraagId])).toEqual([{ bedrag: 60_000, opleider: wereld.opleider.opleiderId }])
    expect(await brieven(wereld.opleider.opleiderId, verlening.aanvraagId)).toContain(`Opdracht ${await ordernummer(verlening.aanvraagId)} is gewijzigd`)
    const [brief] = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where aanvraag_id = $1 and onderwerp = 'U bent gewisseld naar een andere scholing'`, [verlening.aanvraagId])
    expect(brief?.tekst).toContain('van € 939,50 naar € 600')
    const deelnemers = (await listDeelnemers(wereld.opleider, 1)).rijen
    expect(deelnemers.find(({ kenmerk }) => kenmerk === verlening.kenmerk)?.verleend).toBe(60_000)
  })
  test('na een wissel naar minder is dat het nieuwe maximum; de database laat een opdracht nooit stijgen', async () => {
    const verlening = await aVerlening()
    await wissel(verlening.burger, { wijzigingId: await meld(verlening), code: await aBewijs(wereld.opleider, { gevraagd: 60_000 }) })
    const outcome = await meldWijziging(wereld.opleider, { ...melding(verlening.kenmerk), startdatum: plainDate('2023-01-16') })
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId: outcome.value.wijzigingId, code: await aBewijs(wereld.opleider, { gevraagd: 70_000 }) }))).toEqual(['bedrag-hoger-dan-toegekend'])
    await expect(asOwner(`update verplichting set bedrag_cent = 60001 where aanvraag_id = $1`, [verlening.aanvraagId])).rejects.toThrow('alleen hoger door een herroeping')
  })
  test('zonder opdracht nog wordt die eerst gemaakt, zodat het geld klopt', async () => {
    const verlening = await aVerlening({ zonderOpdracht: true })
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId: await meld(verlening), code: await aBewijs(wereld.andereOpleider, { gevraagd: 50_000 }) }))).toEqual([])
    expect(await asOwner(`select rekening, sum(bedrag_cent)::integer as cent from boekingsregel where aanvraag_id = $1 and rekening in ('verplicht', 'gereserveerd') group by 1 order by 1`, [verlening.aanvraagId]))
      .toEqual([{ rekening: 'gereserveerd', cent: 0 }, { rekening: 'verplicht', cent: 50_000 }])
    await maakVerplichting(verlening.aanvraagId)
    expect(await asOwner(`select bedrag_cent as bedrag from verplichting where aanvraag_id = $1`, [verlening.aanvraagId])).toEqual([{ bedrag: 50_000 }])
  })
  test('met het bewijs van iemand anders kan het niet, en niet als er al is betaald', async () => {
    const verlening = await aVerlening()
    const wijzigingId = await meld(verlening)
    const code = await aBewijs(wereld.andereOpleider)
    stubBasisregisters([{ bsn: BSN, achternaam: 'Pietersen' }])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code }))).toEqual(['andere-persoon'])
    stubBasisregisters([{ bsn: BSN, geboortedatum: '1990-01-01' }])
    await plant(`update verplichting set status = 'betaald' where aanvraag_id = $1`, [verlening.aanvraagId])
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId, code }))).toEqual(['al-betaald'])
    expect((await getWijzigingenVoorBurger(verlening.burger, verlening.kenmerk))?.wijzigingen[0], 'de pagina belooft het dan ook niet').toMatchObject({ status: 'voorgelegd', kanWisselen: false })
  })

  test('een factuur die nog niet is betaald, krijgt de opleider terug: de wissel komt door wat hij meldde', async () => {
    const verlening = await aVerlening()
    const oud = await ordernummer(verlening.aanvraagId)
    await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: oud, nummer: 'F-77' })) })
    expect(await rekeningen(verlening)).toMatchObject({ crediteuren: 93_950 })
    expect(redenenVan(await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: verlening.kenmerk, reden: 'De docent is weg' }))).toEqual([])
    const [afzegging] = (await getWijzigingenVoorBurger(verlening.burger, verlening.kenmerk))?.wijzigingen ?? []
    expect(redenenVan(await wissel(verlening.burger, { wijzigingId: afzegging?.id ?? '', code: await aBewijs(wereld.andereOpleider) }))).toEqual([])
    expect(await rekeningen(verlening), 'niets bij de crediteuren, het hele bedrag weer bij de opdracht').toEqual({ verplicht: 93_950, vrij: -93_950 })
    expect(await asOwner(`select f.status, f.fouten -> 0 ->> 'code' as code, v.status as opdracht from factuur f join verplichting v on v.id = f.verplichting_id where v.aanvraag_id = $1`, [verlening.aanvraagId]))
      .toEqual([{ status: 'afgekeurd', code: 'STAP-ORDER-GEWISSELD', opdracht: 'open' }])
    const [brief] = await asOwner<{ tekst: string }>(`select inhoud::text as tekst from brief where opleider_id = $1 and onderwerp = $2`, [wereld.opleider.opleiderId, `Opdracht ${oud} is vervallen`])
    expect(brief?.tekst).toContain('Reken de deelnemer geen kosten')
    expect(brief?.tekst).not.toContain('afspraken met de deelnemer')
  })
})
