import { beforeAll, describe, expect, test } from 'vitest'
import type { Burger, OpleiderActor } from '@/lib/base/actor'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { pool } from '@/lib/platform/db'
import { encrypt } from '@/lib/platform/encryption'
import { getEigenAanvraag, getEmail, getOntvangst, getTijdlijn, getToestand, listAlternatieven, listEigenAanvragen } from '@/lib/aanvraag/views'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { heropen } from '@/lib/aanvraag/use-cases/heropen'
import { kiesAndereOpleiding } from '@/lib/aanvraag/use-cases/kies-andere-opleiding'
import { maakGereed } from '@/lib/aanvraag/use-cases/maak-gereed'
import { startAanvraag } from '@/lib/aanvraag/use-cases/start-aanvraag'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { wijzigEmail } from '@/lib/aanvraag/use-cases/wijzig-email'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { pasReserveringAan } from '@/lib/toewijzing/use-cases/pas-reservering-aan'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { geefAanmeldbewijsUit } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { trekAanmeldbewijsIn } from '@/lib/vooraanmelding/use-cases/trek-aanmeldbewijs-in'
import { getAanmeldbewijs, listAanmeldbewijzen, listKeuzes } from '@/lib/vooraanmelding/views'
import { aWereld, OPENING, stubBasisregisters, type Aanvrager, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

freshDb()

const mensen: Aanvrager[] = []
let wereld: Wereld
let opleider: OpleiderActor
let volgende = 0
const BSNS = ['111222333', '123456782', '999990019', '999993653', '999991772', '999994141', '999992727', '999993434', '999995959', '999996666', '999997373', '111111110']

beforeAll(async () => {
  wereld = await aWereld()
  opleider = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  await asOwner(`update opleiding set gebreken = '{}'`)
  await zetKlok('2022-10-25T12:00:00+02:00')
})

async function aBurger(over: Partial<Aanvrager> = {}): Promise<Burger> {
  const bsn = BSNS[volgende] ?? ''
  volgende += 1
  mensen.push({ bsn, ...over })
  stubBasisregisters(mensen)
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, bsn_versleuteld) values ('burger', gen_random_uuid(), $1) returning id`, [encrypt(bsn)])
  if (rij === undefined) throw new Error('no burger')
  return { soort: 'burger', id: rij.id, rollen: ['burger'] }
}

let nummer = 0

async function aBewijs(over: { gevraagd?: number; achternaam?: string; activiteit?: 0 | 1; geboortedatum?: string } = {}): Promise<{ id: string; code: string }> {
  const outcome = await geefAanmeldbewijsUit(opleider, {
    scholingsactiviteitId: wereld.activiteitIds[over.activiteit ?? 0] ?? '', studentnummer: `S${String(++nummer)}`, voornaam: 'Sam', tussenvoegsel: undefined,
    achternaam: over.achternaam ?? 'Jansen', geboortedatum: plainDate(over.geboortedatum ?? '1985-06-15'), gevraagd: cent(over.gevraagd ?? 100_000),
  })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value
}

async function aConcept(burger: Burger, bewijs?: { code: string }): Promise<string> {
  const outcome = await startAanvraag(burger, bewijs ?? (await aBewijs()))
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value.kenmerk
}

const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)

describe('vooraanmelding: het aanmeldbewijs', () => {
  test('een opleider geeft het uit en ziet het terug, een andere opleider niet', async () => {
    const { id, code } = await aBewijs()
    expect(code).toMatch(/^AB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-\d{2}$/)
    expect(await getAanmeldbewijs(opleider, id)).toMatchObject({ code, kostenCent: 120_000, subsidiabelCent: 100_000, gevraagdCent: 100_000, startdatum: '2022-12-05', status: 'uitgegeven' })
    const ander: OpleiderActor = { ...opleider, opleiderId: '00000000-0000-4000-8000-000000000000' }
    expect(await getAanmeldbewijs(ander, id)).toBeUndefined()
    expect((await listAanmeldbewijzen(ander, { pagina: 1, zoek: '', stand: null })).regels).toEqual([])
    expect(redenenVan(await trekAanmeldbewijsIn(ander, { aanmeldbewijsId: id, reden: 'test' }))).toEqual(['niet-gevonden'])
    expect((await listKeuzes(opleider, 'lassen')).map(({ titel }) => titel)).toEqual(['Lassen niveau 1'])
  })
  test('art. 4: niet meer dan het register en het maximum, en niet voor een ander zijn scholing', async () => {
    await expect(aBewijs({ gevraagd: 100_001 })).rejects.toThrow('bedrag-hoger-dan-register,bedrag-hoger-dan-maximum')
    const vreemd: OpleiderActor = { ...opleider, opleiderId: '00000000-0000-4000-8000-000000000000' }
    const outcome = await geefAanmeldbewijsUit(vreemd, {
      scholingsactiviteitId: wereld.activiteitIds[0] ?? '', studentnummer: '1', voornaam: 'S', achternaam: 'J', geboortedatum: plainDate('1985-06-15'), gevraagd: cent(1),
    })
    expect(redenenVan(outcome)).toEqual(['activiteit-niet-gevonden'])
  })
})

describe('start: de aanvraag begint met de code', () => {
  test('met de code van iemand anders kan het niet', async () => {
    const burger = await aBurger()
    expect(redenenVan(await startAanvraag(burger, await aBewijs({ achternaam: 'Pietersen' })))).toEqual(['andere-persoon'])
    expect(redenenVan(await startAanvraag(burger, await aBewijs({ geboortedatum: '1985-06-16' })))).toEqual(['andere-persoon'])
    expect(redenenVan(await startAanvraag(burger, { code: 'AB-0000-0000-0000-01' }))).toEqual(['code-onbekend'])
  })
  test('antwoordt de BRP niet, dan kan het later opnieuw', async () => {
    const burger = await aBurger({ brp: 'antwoordt-niet' })
    expect(redenenVan(await startAanvraag(burger, await aBewijs()))).toEqual(['basisregister-antwoordt-niet'])
  })
  test('één aanvraag per tijdvak, en één lopende aanvraag per aanmeldbewijs', async () => {
    const burger = await aBurger()
    const bewijs = await aBewijs()
    await aConcept(burger, bewijs)
    expect(redenenVan(await startAanvraag(burger, bewijs))).toEqual(['aanmeldbewijs-gebruikt', 'al-een-aanvraag'])
  })
  test('een ingetrokken aanmeldbewijs begint niets', async () => {
    const burger = await aBurger()
    const bewijs = await aBewijs()
    await trekAanmeldbewijsIn(opleider, { aanmeldbewijsId: bewijs.id, reden: 'afgemeld' })
    expect(redenenVan(await startAanvraag(burger, bewijs))).toEqual(['aanmeldbewijs-ingetrokken'])
  })
})

describe('van voorbereiden tot het bewijs van ontvangst', () => {
  test('de hele weg, met tijdlijn; een ander ziet er niets van', async () => {
    const burger = await aBurger()
    const vreemde = await aBurger()
    const kenmerk = await aConcept(burger)
    expect(await getEigenAanvraag(burger, kenmerk)).toMatchObject({ status: 'concept', hindernissen: [], startLater: false, bedragCent: 100_000 })
    expect(redenenVan(await dienIn(burger, kenmerk))).toEqual(['tijdvak-niet-open', 'niet-compleet'])

    expect(redenenVan(await maakGereed(burger, { kenmerk }))).toEqual([])
    expect(redenenVan(await heropen(burger, { kenmerk }))).toEqual([])
    expect(redenenVan(await maakGereed(burger, { kenmerk }))).toEqual([])
    expect(redenenVan(await maakGereed(burger, { kenmerk }))).toEqual(['kan-nu-niet'])
    // F15: one millisecond before ten o'clock is too early.
    await zetKlok('2022-11-01T09:59:50+01:00')
    expect(redenenVan(await dienIn(burger, kenmerk))).toEqual(['tijdvak-niet-open'])

    await zetKlok(OPENING)
    // F19: a double click that comes in one batch is one receipt, twice.
    const [eerste, nogmaals] = await Promise.all([dienIn(burger, kenmerk.toLowerCase()), dienIn(burger, kenmerk)])
    if (!eerste.ok || !nogmaals.ok) throw new Error('refused')
    expect([eerste.value.isNieuw, nogmaals.value.isNieuw]).toEqual([true, false])
    expect({ ...nogmaals.value, isNieuw: true }).toEqual(eerste.value)
    expect(await getOntvangst(burger, kenmerk)).toMatchObject({ volgnummer: eerste.value.volgnummer, beslisUiterlijkOp: '2022-11-29', status: 'ingediend' })
    await verdeelBudget()
    expect((await getToestand(burger, kenmerk))?.toestand).toBe('gereserveerd')
    expect((await getTijdlijn(burger, kenmerk))?.map(({ tekst }) => tekst)).toEqual([
      'Er is budget voor u gereserveerd.',
      'Wij hebben uw aanvraag ontvangen.',
      'U hebt uw aanvraag gecontroleerd en verklaard dat alles klopt.',
      'U hebt uw aanvraag weer opengezet.',
      'U hebt uw aanvraag gecontroleerd en verklaard dat alles klopt.',
      'U begon met uw aanvraag.',
    ])
    expect((await listEigenAanvragen(burger)).map((een) => een.kenmerk)).toEqual([kenmerk])

    // I9: for somebody else it does not exist.
    expect(await Promise.all([getEigenAanvraag(vreemde, kenmerk), getOntvangst(vreemde, kenmerk), getToestand(vreemde, kenmerk), getTijdlijn(vreemde, kenmerk), listAlternatieven(vreemde, kenmerk)]))
      .toEqual([null, null, null, null, null])
    for (const act of [dienIn(vreemde, kenmerk), maakGereed(vreemde, { kenmerk }), heropen(vreemde, { kenmerk }), trekAanvraagIn(vreemde, { kenmerk })])
      expect(redenenVan(await act)).toEqual(['niet-gevonden'])
  })

  test('art. 19: een maatregel na het klaarzetten houdt het indienen tegen', async () => {
    const burger = await aBurger()
    const kenmerk = await aConcept(burger, await aBewijs({ activiteit: 1 }))
    await maakGereed(burger, { kenmerk })
    const [maatregel] = await asOwner<{ id: string }>(
      `insert into maatregel (opleider_id, opleiding_id, soort, reden, ingangsdatum, opgelegd_door) values ($1, $2, 'geblokkeerd', 'test', '2022-10-01', $3) returning id`,
      [wereld.opleiderId, wereld.opleidingIds[1], wereld.eHerkenningId])
    expect(redenenVan(await dienIn(burger, kenmerk))).toEqual(['niet-compleet'])
    expect((await getEigenAanvraag(burger, kenmerk))?.hindernissen).toEqual(['geblokkeerd'])
    await asOwner(`update maatregel set opgeheven_op = nu(), opgeheven_door = $2, opheffing_reden = 'test' where id = $1`, [maatregel?.id, wereld.eHerkenningId])
    expect(redenenVan(await dienIn(burger, kenmerk))).toEqual([])
    await verdeelBudget()
  })
})

describe('intrekken en een andere opleiding kiezen', () => {
  const saldo = async (kenmerk: string) => {
    const { rows } = await pool.query<{ cent: number }>(
      `select coalesce(sum(r.bedrag_cent), 0)::bigint as cent from boekingsregel r join aanvraag a on a.id = r.aanvraag_id where a.kenmerk = $1 and r.rekening = 'gereserveerd'`, [kenmerk])
    return rows[0]?.cent
  }
  const idOf = async (kenmerk: string) => (await pool.query<{ id: string }>('select id from aanvraag where kenmerk = $1', [kenmerk])).rows[0]?.id ?? ''

  async function aGereserveerd(burger: Burger): Promise<string> {
    const kenmerk = await aConcept(burger)
    await maakGereed(burger, { kenmerk })
    await dienIn(burger, kenmerk)
    await verdeelBudget()
    return kenmerk
  }

  test('wie intrekt geeft zijn budget en zijn plek terug, ook als de job twee keer komt', async () => {
    const burger = await aBurger()
    const kenmerk = await aGereserveerd(burger)
    expect(await saldo(kenmerk)).toBe(100_000)
    expect(redenenVan(await trekAanvraagIn(burger, { kenmerk }))).toEqual([])
    expect(redenenVan(await trekAanvraagIn(burger, { kenmerk }))).toEqual(['kan-nu-niet'])
    await laatReserveringVrij(await idOf(kenmerk))
    await laatReserveringVrij(await idOf(kenmerk))
    expect(await saldo(kenmerk)).toBe(0)

    const opnieuw = await aGereserveerd(burger)
    expect((await getToestand(burger, opnieuw))?.toestand).toBe('gereserveerd')
  })

  test('wie intrekt voordat is verdeeld, krijgt niets toegewezen', async () => {
    const burger = await aBurger()
    const kenmerk = await aConcept(burger)
    await maakGereed(burger, { kenmerk })
    await dienIn(burger, kenmerk)
    await trekAanvraagIn(burger, { kenmerk })
    await verdeelBudget()
    const { rows } = await pool.query('select uitkomst, bedrag_cent from toewijzing where aanvraag_id = $1', [await idOf(kenmerk)])
    expect(rows).toEqual([{ uitkomst: 'ingetrokken', bedrag_cent: 0 }])
    expect((await getToestand(burger, kenmerk))?.toestand).toBe('ingetrokken')
  })

  test('aangehouden: verder met een goedkopere opleiding, met dezelfde plaats en een lagere reservering', async () => {
    const burger = await aBurger()
    const kenmerk = await aGereserveerd(burger)
    const ander = await aBewijs({ activiteit: 1, gevraagd: 80_000 })
    expect(redenenVan(await kiesAndereOpleiding(burger, { kenmerk, code: ander.code }))).toEqual(['kan-nu-niet'])
    await asOwner(`with a as (update aanvraag set status = 'aangehouden', aangehouden_vanaf = 'gereserveerd', aangehouden_tot = '2022-11-29' where kenmerk = $1 returning id)
      insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol) select 'aanvraag', id::text, 'houd-aan', 'gereserveerd', 'aangehouden', 'systeem' from a`, [kenmerk])
    expect((await listAlternatieven(burger, kenmerk))?.map(({ titel }) => titel)).toEqual(['Vakbekwaam hovenier'])
    expect(redenenVan(await kiesAndereOpleiding(burger, { kenmerk, code: (await aBewijs()).code }))).toEqual(['zelfde-opleiding'])

    expect(redenenVan(await kiesAndereOpleiding(burger, { kenmerk, code: ander.code }))).toEqual([])
    await pasReserveringAan(await idOf(kenmerk))
    await pasReserveringAan(await idOf(kenmerk))
    expect(await saldo(kenmerk)).toBe(80_000)
    expect(await getEigenAanvraag(burger, kenmerk)).toMatchObject({ status: 'gereserveerd', bedragCent: 80_000, momentopname: { opleiding: { titel: 'Vakbekwaam hovenier' } } })
    await expect(asOwner('update toewijzing set bedrag_cent = 90000 where aanvraag_id = $1', [await idOf(kenmerk)])).rejects.toMatchObject({ code: '23514' })
  })
})

test('I9: een e-mailadres wordt versleuteld bewaard en kan weer weg', async () => {
  const burger = await aBurger()
  await wijzigEmail(burger, { email: 'sam@voorbeeld.nl' })
  expect(await getEmail(burger)).toBe('sam@voorbeeld.nl')
  const [rij] = await asOwner<{ email: string }>('select email_versleuteld as email from gebruiker where id = $1', [burger.id])
  expect(rij?.email).not.toContain('voorbeeld')
  await wijzigEmail(burger, {})
  expect(await getEmail(burger)).toBeNull()
})
