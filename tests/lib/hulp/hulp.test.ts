import { beforeAll, describe, expect, test } from 'vitest'
import type { Medewerker, OpleiderActor } from '@/lib/base/actor'
import { parseBsn } from '@/lib/base/bsn'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { getTijdlijn } from '@/lib/aanvraag/views'
import { hulpSchema } from '@/lib/hulp/schema'
import { beginHulp } from '@/lib/hulp/use-cases/begin-hulp'
import { bereidVoor } from '@/lib/hulp/use-cases/bereid-voor'
import { dienInNamens } from '@/lib/hulp/use-cases/dien-in-namens'
import { neemPlaatsNamens } from '@/lib/hulp/use-cases/neem-plaats-namens'
import { verklaarNamens } from '@/lib/hulp/use-cases/verklaar-namens'
import { getHulp, listHulp } from '@/lib/hulp/views'
import { hmac } from '@/lib/platform/encryption'
import { parseInput } from '@/lib/platform/zod-nl'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { geefAanmeldbewijsUit } from '@/lib/vooraanmelding/use-cases/geef-aanmeldbewijs-uit'
import { laatToe } from '@/lib/wachtkamer/use-cases/laat-toe'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { werkTijdvakkenBij } from '@/lib/tijdvak/use-cases/werk-tijdvakken-bij'
import { aMedewerker, aWereld, stubBasisregisters, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

const BSN = '999990019'
let wereld: Wereld
let samira: Medewerker
let collega: Medewerker
let opleider: OpleiderActor
let hulpId = ''

freshDb(async () => {
  wereld = await aWereld()
  await plant(`update tijdvak set toestand = 'gepland'`)
  await asOwner(`with c as (insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde, kanaal, voorrang) values ($1, 'werkplein', 'Werkplein', 100000, 1, 'werkplein', 1) returning id)
    , b as (insert into boeking (soort, oorzaak, oorzaak_id) select 'stel-plafond-vast', 'compartiment', id::text from c returning id)
    insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
    select b.id, r.rekening, c.id, r.bedrag from b, c, (values ('plafond', -100000), ('vrij', 100000)) as r (rekening, bedrag)`, [wereld.tijdvakId])
  await asOwner(`update opleiding set gebreken = '{}'`)
  samira = await aMedewerker('werkplein')
  collega = await aMedewerker('werkplein')
  opleider = { soort: 'opleider', id: wereld.eHerkenningId, rollen: ['opleider'], opleiderId: wereld.opleiderId, kvk: '90000001' }
  stubBasisregisters([{ bsn: BSN }])
  await zetKlok('2022-10-25T12:00:00+02:00')
})

beforeAll(() => { stubBasisregisters([{ bsn: BSN }]) })

let nummer = 0

async function aCode(): Promise<string> {
  const outcome = await geefAanmeldbewijsUit(opleider, {
    scholingsactiviteitId: wereld.activiteitIds[0] ?? '', studentnummer: `S${String(++nummer)}`, voornaam: 'Sam', tussenvoegsel: undefined,
    achternaam: 'Jansen', geboortedatum: plainDate('1985-06-15'), gevraagd: cent(100_000),
  })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value.code
}

const bsn = () => {
  const gelezen = parseBsn(BSN)
  if (gelezen === undefined) throw new Error('no bsn')
  return gelezen
}
const sporen = () => asOwner<{ soort: string; door: string; rol: string; reden: string | null }>(
  `select soort, door_id as door, door_rol as rol, reden from gebeurtenis where onderwerp = 'hulp' order by id`)

describe('een medewerker van een werkplein helpt iemand aanvragen', () => {
  test('zonder identiteitsbewijs of reden begint het niet, en een getal dat geen BSN is wordt niet herhaald in de fout', () => {
    expect(parseInput(hulpSchema, { bsn: '123456789' })).toEqual({
      ok: false,
      fouten: {
        bsn: ['Dit is geen burgerservicenummer. Typ de 9 cijfers over van het identiteitsbewijs.'],
        identiteit: ['Zet een vinkje als u het identiteitsbewijs hebt gezien. Zonder identiteitsbewijs kunt u niet verder.'],
        reden: ['Vul in waarom deze persoon hulp krijgt.'],
      },
    })
  })

  test('de burger wordt gevonden of gemaakt als bij het inloggen: HMAC en een versleuteld BSN, één gebruiker', async () => {
    const eerste = await beginHulp(samira, { bsn: bsn(), reden: 'heeft geen DigiD' })
    const tweede = await beginHulp(samira, { bsn: bsn(), reden: 'komt terug na een week' })
    expect(eerste.ok && tweede.ok).toBe(true)
    hulpId = tweede.ok ? tweede.value.hulpId : ''
    const burgers = await asOwner<{ id: string; bsn: string }>(`select id, bsn_versleuteld as bsn from gebruiker where subject_hmac = $1`, [hmac('burger', BSN)])
    expect(burgers).toHaveLength(1)
    expect(burgers[0]?.bsn).not.toContain(BSN)
    expect(await asOwner('select reden from hulp order by begonnen_op')).toEqual([{ reden: 'heeft geen DigiD' }, { reden: 'komt terug na een week' }])
    expect((await listHulp(samira)).map(({ reden, status }) => ({ reden, status }))).toEqual([{ reden: 'komt terug na een week', status: null }])
  })

  test('I9: een collega ziet deze hulp niet en kan er niets mee', async () => {
    expect(await getHulp(collega, hulpId)).toBeUndefined()
    expect(await listHulp(collega)).toEqual([])
    expect(await verklaarNamens(collega, { hulpId })).toEqual({ ok: false, redenen: ['niet-gevonden'] })
    expect(await dienInNamens(collega, { hulpId, isFormeel: false })).toEqual({ ok: false, redenen: ['niet-gevonden'] })
  })

  test('voorbereiden met de code, door de deur van het werkplein', async () => {
    expect(await verklaarNamens(samira, { hulpId })).toEqual({ ok: false, redenen: ['geen-aanvraag'] })
    expect(await bereidVoor(samira, { hulpId, code: await aCode() })).toMatchObject({ ok: true })
    expect(await asOwner(`select a.kanaal, a.status, c.code from aanvraag a join compartiment c on c.id = a.compartiment_id`))
      .toEqual([{ kanaal: 'werkplein', status: 'concept', code: 'werkplein' }])
    expect(await verklaarNamens(samira, { hulpId })).toMatchObject({ ok: true })
    expect(await getHulp(samira, hulpId)).toMatchObject({ status: 'gereed', naam: 'Sam Jansen', hasPlaats: false, isAanDeBeurt: false })
  })

  test('dezelfde wachtkamer en dezelfde kans: één plaats, ook als de burger er thuis al een had', async () => {
    expect(await neemPlaatsNamens(samira, { hulpId })).toEqual({ ok: false, redenen: ['geen-wachtkamer'] })
    await zetKlok('2022-11-01T09:30:00+01:00')
    await werkWachtkamersBij()
    const [burger] = await asOwner<{ id: string }>(`select burger_id as id from hulp limit 1`)
    const thuis = await neemPlaats(burger?.id ?? '', '2022-V')
    const balie = await neemPlaatsNamens(samira, { hulpId })
    expect(thuis.ok && balie.ok && thuis.value.nummer === balie.value.nummer && thuis.value.lot === balie.value.lot).toBe(true)
    expect(await getHulp(samira, hulpId)).toMatchObject({ hasPlaats: true, plaats: null })
  })

  test('indienen kan niet voor de beurt, en wel bij de beurt; het budget komt uit het compartiment van het werkplein', async () => {
    expect(await dienInNamens(samira, { hulpId, isFormeel: false })).toEqual({ ok: false, redenen: ['tijdvak-niet-open'] })
    expect(await dienInNamens(samira, { hulpId, isFormeel: true })).toEqual({ ok: false, redenen: ['tijdvak-niet-open'] })
    await zetKlok('2022-11-01T10:00:01+01:00')
    await werkTijdvakkenBij()
    await werkWachtkamersBij()
    for (let stap = 0; stap < 5; stap += 1) await laatToe()
    expect(await dienInNamens(samira, { hulpId, isFormeel: false })).toMatchObject({ ok: true, value: { volgnummer: 1, isNieuw: true } })
    expect(await dienInNamens(samira, { hulpId, isFormeel: false })).toMatchObject({ ok: true, value: { volgnummer: 1, isNieuw: false } })
    await verdeelBudget()
    expect(await asOwner(`select c.code from toewijzing w join compartiment c on c.id = w.compartiment_id where w.uitkomst = 'gereserveerd'`)).toEqual([{ code: 'werkplein' }])
    expect((await getHulp(samira, hulpId))?.ontvangst).toMatchObject({ volgnummer: 1 })
  })

  test('I7, I9: wie wat deed en waarom staat in het logboek, en de burger leest het in de tijdlijn', async () => {
    const log = await sporen()
    expect(new Set(log.map(({ door, rol }) => `${door} ${rol}`))).toEqual(new Set([`${samira.id} werkplein`]))
    expect(log.map(({ soort }) => soort)).toEqual(expect.arrayContaining(['begin-hulp', 'bekijk-dossier', 'help-voorbereiden', 'help-verklaren', 'help-plaats-nemen', 'help-indienen']))
    expect(log.filter(({ soort }) => soort === 'bekijk-dossier').every(({ reden }) => reden === 'komt terug na een week')).toBe(true)
    const [rij] = await asOwner<{ id: string; kenmerk: string }>('select burger_id as id, kenmerk from aanvraag')
    const tijdlijn = await getTijdlijn({ soort: 'burger', id: rij?.id ?? '', rollen: ['burger'] }, rij?.kenmerk ?? '')
    expect(tijdlijn?.map(({ tekst }) => tekst)).toContain('Een medewerker van een UWV-werkplein diende de aanvraag voor u in.')
  })
})
