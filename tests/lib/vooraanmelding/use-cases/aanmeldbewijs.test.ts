import { beforeAll, describe, expect, test } from 'vitest'
import type { Burger, OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { beantwoordBewijsvoorstel } from '@/lib/aanvraag/use-cases/beantwoord-bewijsvoorstel'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { startAanvraag } from '@/lib/aanvraag/use-cases/start-aanvraag'
import { getEigenAanvraag } from '@/lib/aanvraag/views'
import { encrypt } from '@/lib/platform/encryption'
import { bewaarAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/bewaar-aanmeldbewijs'
import { weigerVerzoek, willigVerzoekIn } from '@/lib/vooraanmelding/use-cases/beantwoord-verzoek'
import { geefAanmeldbewijsUit } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { ontvangAanmeldbewijzen } from '@/lib/vooraanmelding/use-cases/ontvang-aanmeldbewijzen'
import { trekAanmeldbewijsIn } from '@/lib/vooraanmelding/use-cases/trek-aanmeldbewijs-in'
import { vraagAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/vraag-aanmeldbewijs'
import { wijzigAanmeldbewijs } from '@/lib/vooraanmelding/use-cases/wijzig-aanmeldbewijs'
import { findBewijsVoorBurger, getAanmeldbewijs, listAanmeldbewijzen, listEigenBewijzen, listVerzoeken } from '@/lib/vooraanmelding/views'
import { aWereld, stubBasisregisters, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

const SAM = '999990019'
const ANDER = '999990020'
let wereld: Wereld
let opleider: OpleiderActor
let sam: Burger
let ander: Burger

freshDb(async () => {
  wereld = await aWereld()
  await plant(`update tijdvak set toestand = 'gepland'`)
  opleider = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  sam = await aBurger(SAM)
  ander = await aBurger(ANDER)
  await zetKlok('2022-10-25T12:00:00+02:00')
})
beforeAll(() => { stubBasisregisters([{ bsn: SAM }, { bsn: ANDER, achternaam: 'Pietersen' }]) })

async function aBurger(bsn: string): Promise<Burger> {
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, bsn_versleuteld) values ('burger', gen_random_uuid(), $1) returning id`, [encrypt(bsn)])
  return { soort: 'burger', id: rij?.id ?? '', rollen: ['burger'] }
}

let nummer = 0
async function aBewijs(over: { studentnummer?: string; gevraagd?: number; activiteit?: 0 | 1 } = {}): Promise<{ id: string; code: string }> {
  const outcome = await geefAanmeldbewijsUit(opleider, {
    scholingsactiviteitId: wereld.activiteitIds[over.activiteit ?? 0] ?? '', studentnummer: over.studentnummer ?? `N${String(++nummer)}`, voornaam: 'Sam', achternaam: 'Jansen',
    geboortedatum: plainDate('1985-06-15'), gevraagd: cent(over.gevraagd ?? 100_000), straat: 'Werkweg', huisnummer: '1', postcode: '3511 AB', woonplaats: 'Utrecht',
  })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value
}

const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)
const gewijzigd = (aanmeldbewijsId: string, over: { gevraagd?: number; startdatum?: string } = {}) => ({
  aanmeldbewijsId, startdatum: plainDate(over.startdatum ?? '2022-12-12'), einddatum: plainDate('2023-01-27'), plaats: 'Amersfoort', gevraagd: cent(over.gevraagd ?? 90_000), reden: 'Andere zaal',
})
const openVoorstel = async (id: string) => (await getAanmeldbewijs(opleider, id))?.voorstellen.find(({ status }) => status === 'voorgelegd')?.id ?? ''

describe('SVO: het aanmeldbewijs is ondertekend', () => {
  test('wie iets verandert zonder nieuwe handtekening, wordt door de database geweigerd', async () => {
    const { id } = await aBewijs()
    await expect(asOwner(`update aanmeldbewijs set gevraagd_cent = 1 where id = $1`, [id])).rejects.toThrow('een nieuwe handtekening')
    await expect(asOwner(`update aanmeldbewijs set handtekening = null where id = $1`, [id])).rejects.toThrow()
  })
  test('wie het buiten de database om verandert, kan er geen aanvraag mee beginnen en het niet bewaren', async () => {
    const { id, code } = await aBewijs({ gevraagd: 50_000 })
    await plant(`update aanmeldbewijs set gevraagd_cent = 100000 where id = $1`, [id])
    expect(redenenVan(await startAanvraag(sam, { code }))).toContain('handtekening-klopt-niet')
    expect(redenenVan(await bewaarAanmeldbewijs(sam, { code }))).toEqual(['handtekening-klopt-niet'])
  })
  test('voor dezelfde deelnemer en startdatum komt er geen tweede zolang het eerste niet is gebruikt', async () => {
    const { id } = await aBewijs({ studentnummer: 'Dubbel1' })
    await expect(aBewijs({ studentnummer: 'Dubbel1' })).rejects.toThrow('al-uitgegeven')
    await trekAanmeldbewijsIn(opleider, { aanmeldbewijsId: id, reden: 'vergissing' })
    expect((await aBewijs({ studentnummer: 'Dubbel1' })).code).toMatch(/^AB-/)
  })
})

describe('de burger bewaart het met de code', () => {
  test('alleen wie erop staat, en daarna niemand anders', async () => {
    const { code } = await aBewijs()
    expect(redenenVan(await bewaarAanmeldbewijs(ander, { code }))).toEqual(['andere-persoon'])
    expect((await findBewijsVoorBurger(ander, code)).soort).toBe('te-bewaren')
    expect(redenenVan(await bewaarAanmeldbewijs(sam, { code: code.toLowerCase().replaceAll('-', ' ') }))).toEqual([])
    expect(await findBewijsVoorBurger(sam, code)).toMatchObject({ soort: 'eigen', blad: { gevraagdCent: 100_000 } })
    expect(await findBewijsVoorBurger(ander, code)).toEqual({ soort: 'van-een-ander' })
    expect(await findBewijsVoorBurger(sam, 'AB-0000-0000-0000-01')).toEqual({ soort: 'onbekend' })
    expect((await listEigenBewijzen(sam)).bewijzen.map((bewijs) => bewijs.code)).toContain(code)
  })
})

describe('wijzigen en intrekken', () => {
  test('zolang niemand het bewaarde, mag de opleider het zelf; wat er stond, blijft bewaard', async () => {
    const { id, code } = await aBewijs()
    expect(await wijzigAanmeldbewijs(opleider, gewijzigd(id))).toEqual({ ok: true, value: { voorgelegd: false } })
    expect(await getAanmeldbewijs(opleider, id)).toMatchObject({ versie: 2, gevraagdCent: 90_000, startdatum: '2022-12-12', plaats: 'Amersfoort' })
    expect(redenenVan(await bewaarAanmeldbewijs(sam, { code }))).toEqual([])
    const [oud] = await asOwner<{ inhoud: { gevraagd_cent: number; plaats: string } }>(`select inhoud from aanmeldbewijs_versie where aanmeldbewijs_id = $1`, [id])
    expect(oud?.inhoud).toMatchObject({ gevraagd_cent: 100_000, plaats: 'Utrecht' })
  })
  test('art. 4: ook een wijziging gaat nooit boven het register, en niets wijzigen is geen wijziging', async () => {
    const { id } = await aBewijs()
    expect(redenenVan(await wijzigAanmeldbewijs(opleider, gewijzigd(id, { gevraagd: 100_001 })))).toEqual(['bedrag-hoger-dan-register', 'bedrag-hoger-dan-maximum'])
    expect(redenenVan(await wijzigAanmeldbewijs(opleider, { ...gewijzigd(id, { gevraagd: 100_000, startdatum: '2022-12-05' }), plaats: 'Utrecht' }))).toEqual(['niets-gewijzigd'])
  })
  test('wie het bewaarde moet akkoord gaan; zonder antwoord en na een nee verandert er niets', async () => {
    const { id, code } = await aBewijs()
    await bewaarAanmeldbewijs(sam, { code })
    expect(await wijzigAanmeldbewijs(opleider, gewijzigd(id))).toEqual({ ok: true, value: { voorgelegd: true } })
    expect(await getAanmeldbewijs(opleider, id)).toMatchObject({ versie: 1, gevraagdCent: 100_000 })
    expect(redenenVan(await trekAanmeldbewijsIn(opleider, { aanmeldbewijsId: id, reden: 'weg' }))).toEqual(['wacht-op-burger'])
    const voorstelId = await openVoorstel(id)
    expect(redenenVan(await beantwoordBewijsvoorstel(ander, { voorstelId, antwoord: 'akkoord' }))).toEqual(['niet-gevonden'])
    expect(redenenVan(await beantwoordBewijsvoorstel(sam, { voorstelId, antwoord: 'weiger' }))).toEqual([])
    expect(redenenVan(await beantwoordBewijsvoorstel(sam, { voorstelId, antwoord: 'akkoord' }))).toEqual(['al-beantwoord'])
    expect(await getAanmeldbewijs(opleider, id)).toMatchObject({ versie: 1, gevraagdCent: 100_000 })
  })
  test('een ja op een intrekking trekt het in', async () => {
    const { id, code } = await aBewijs()
    await bewaarAanmeldbewijs(sam, { code })
    expect(await trekAanmeldbewijsIn(opleider, { aanmeldbewijsId: id, reden: 'gaat niet door' })).toEqual({ ok: true, value: { voorgelegd: true } })
    expect(redenenVan(await beantwoordBewijsvoorstel(sam, { voorstelId: await openVoorstel(id), antwoord: 'akkoord' }))).toEqual([])
    expect(await getAanmeldbewijs(opleider, id)).toMatchObject({ status: 'ingetrokken' })
  })
  test('een ja op een wijziging zet een aanvraag die klaarstond weer open, met wat er nu geldt', async () => {
    const { id, code } = await aBewijs()
    const start = await startAanvraag(sam, { code })
    if (!start.ok) throw new Error(start.redenen.join())
    const { kenmerk } = start.value
    expect(redenenVan(await maakGereed(sam, { kenmerk }))).toEqual([])
    await wijzigAanmeldbewijs(opleider, gewijzigd(id))
    expect((await getEigenAanvraag(sam, kenmerk))?.status).toBe('gereed')
    expect(redenenVan(await beantwoordBewijsvoorstel(sam, { voorstelId: await openVoorstel(id), antwoord: 'akkoord' }))).toEqual([])
    expect(await getEigenAanvraag(sam, kenmerk)).toMatchObject({ status: 'concept', bedragCent: 90_000, momentopname: { scholing: { startdatum: '2022-12-12', plaats: 'Amersfoort' } } })
    expect((await listAanmeldbewijzen(opleider, { pagina: 1, zoek: code, stand: 'bewaard' })).regels.map((regel) => regel.code)).toEqual([code])
  })
})

describe('de burger vraagt de opleider om een aanmeldbewijs', () => {
  const vraag = (activiteit: 0 | 1) => vraagAanmeldbewijs(sam, { scholingsactiviteitId: wereld.activiteitIds[activiteit] ?? '', opmerking: 'Ik begin graag in december.', akkoord: 'ja' })
  test('één vraag tegelijk; de opleider weigert met een reden', async () => {
    const eerste = await vraag(1)
    if (!eerste.ok) throw new Error(eerste.redenen.join())
    expect(redenenVan(await vraag(1))).toEqual(['al-gevraagd'])
    expect((await listVerzoeken(opleider, { pagina: 1, open: true })).regels).toMatchObject([{ deelnemer: 'Sam Jansen', titel: 'Vakbekwaam hovenier' }])
    expect(redenenVan(await weigerVerzoek(opleider, { verzoekId: eerste.value.verzoekId, reden: 'De groep is vol.' }))).toEqual([])
    expect((await listEigenBewijzen(sam)).verzoeken).toMatchObject([{ isOpen: false, reden: 'De groep is vol.' }])
  })
  test('wat de opleider geeft, is voor wie het vroeg en staat meteen in Mijn STAP', async () => {
    const tweede = await vraag(1)
    if (!tweede.ok) throw new Error(tweede.redenen.join())
    const { verzoekId } = tweede.value
    const invoer = {
      verzoekId, scholingsactiviteitId: wereld.activiteitIds[1] ?? '', studentnummer: 'V1', voornaam: 'Sam', achternaam: 'Jansen', geboortedatum: plainDate('1985-06-15'), gevraagd: cent(100_000),
    }
    expect(redenenVan(await willigVerzoekIn(opleider, { ...invoer, achternaam: 'Bakker' }))).toEqual(['andere-deelnemer'])
    const outcome = await willigVerzoekIn(opleider, invoer)
    if (!outcome.ok) throw new Error(outcome.redenen.join())
    expect(await findBewijsVoorBurger(sam, outcome.value.code)).toMatchObject({ soort: 'eigen' })
    expect(redenenVan(await willigVerzoekIn(opleider, invoer))).toEqual(['al-beantwoord'])
  })
})

describe('contract: POST /api/v1/aanmeldbewijzen, elke rij haar eigen antwoord', () => {
  test('goede en foute rijen door elkaar, in de volgorde van de vraag', async () => {
    const goed = { studentnummer: 'API1', voornaam: 'Ada', achternaam: 'de Wit', geboortedatum: '1990-02-03', straat: 'Kade', huisnummer: '3', postcode: '1012 AB', woonplaats: 'Amsterdam', cohortcode: 'C-Las', subsidiebedragCent: 80_000 }
    const antwoorden = await ontvangAanmeldbewijzen(opleider, [
      { ...goed, subsidiebedragCent: 100_001 }, goed, goed, { ...goed, studentnummer: 'API2', opleidingscode: 'Vakbekwaam hovenier' }, { ...goed, studentnummer: 'API3', postcode: undefined }, 'geen rij',
      { ...goed, studentnummer: 'API4', land: 'BE', straat: undefined, huisnummer: undefined, postcode: undefined, woonplaats: undefined },
    ])
    expect(antwoorden.map((rij) => (rij.status === 'uitgegeven' ? 'uitgegeven' : rij.fouten.map(({ veld }) => veld).join()))).toEqual([
      'bedrag-hoger-dan-register,bedrag-hoger-dan-maximum', 'uitgegeven', 'al-uitgegeven', 'opleiding-past-niet', 'postcode', '', 'uitgegeven',
    ])
  })
})
