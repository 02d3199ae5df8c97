import { describe, expect, test } from 'vitest'
import type { Medewerker } from '@/lib/base/actor'
import { cent } from '@/lib/base/money'
import { inTransaction, prisma } from '@/lib/platform/db'
import { legRegelingVast } from '@/lib/regeling/use-cases/leg-regeling-vast'
import { calculateJaarplafond, calculateRuimte, checkBesluit, checkRuimte } from '@/lib/tijdvak/rules/jaarplafond'
import { boekRest } from '@/lib/tijdvak/use-cases/boek-rest'
import { hevelOver } from '@/lib/tijdvak/use-cases/hevel-over'
import { leesStand, leesTijdvak } from '@/lib/tijdvak/use-cases/lees-tijdvak'
import { legTijdvakVast } from '@/lib/tijdvak/use-cases/leg-tijdvak-vast'
import { wijzigJaarplafond } from '@/lib/tijdvak/use-cases/wijzig-jaarplafond'
import { wijzigPlafond } from '@/lib/tijdvak/use-cases/wijzig-plafond'
import { getJaarplafonds } from '@/lib/tijdvak/views'
import { REGELING_PARAMETERS } from '@/prisma/seed/regeling'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let beleid: Medewerker

freshDb(async () => {
  await zetKlok('2022-10-20T10:00:00+02:00')
  await inTransaction((tx) => legRegelingVast(tx, REGELING_PARAMETERS))
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', 'beleid', 'Judith Vos', '{beleid}') returning id`)
  beleid = { soort: 'medewerker', id: rij?.id ?? '', naam: 'Judith Vos', rollen: ['beleid', 'beslisser'] }
  await leg('2022-V', '2022-11-01', 300_000, 'volgend-tijdvak')
  await leg('2023-I', '2023-03-01', 200_000)
  await leg('2023-II', '2023-05-01', 100_000)
})

const leg = (code: string, dag: string, plafondCent: number, restRegel: 'volgend-tijdvak' | 'vervalt' = 'vervalt') => inTransaction((tx) => legTijdvakVast(tx, {
  code, opentOp: new Date(`${dag}T09:00:00Z`), sluitOp: new Date(new Date(`${dag}T09:00:00Z`).getTime() + 30 * 86_400_000), startTeltVanaf: null,
  compartimenten: [{ code: 'algemeen', naam: 'Algemeen', plafondCent: cent(plafondCent), overschrijdingCent: cent(0), restRegel }],
}))
const besluit = (jaar: number, bedrag: number) => wijzigJaarplafond(beleid, { jaar, bedrag, besluit: 'Besluit van 20 oktober 2022, nr. 1', reden: 'Begroting' })
const jaar = async (welk: number) => (await getJaarplafonds()).jaren.find((rij) => rij.jaar === welk)
const pot = async (code: string) => (await leesStand(prisma, (await leesTijdvak(prisma, { code }))?.id ?? ''))[0]
const verhoog = async (code: string, bedrag: number) => wijzigPlafond(beleid, { code, compartimentId: (await pot(code))?.id ?? '', handeling: 'verhoog', bedrag, reden: 'meer budget' })

describe('de regels van een jaarplafond (Awb 4:22, 4:25)', () => {
  const feiten = { jaar: 2023, beslotenCent: 1_000, overgeheveldCent: 200, verdeeldCent: 900, isGesloten: false }
  test('het is wat is besloten en wat van andere jaren kwam', () => {
    expect(calculateJaarplafond(feiten)).toBe(1_200)
    expect(calculateRuimte(feiten)).toBe(300)
    expect(calculateRuimte({ ...feiten, beslotenCent: null })).toBeNull()
  })
  test('het komt niet onder wat is verdeeld, en niet in een gesloten jaar', () => {
    expect(checkBesluit(feiten, 700)).toEqual([])
    expect(checkBesluit(feiten, 699)).toEqual(['lager-dan-verdeeld'])
    expect(checkBesluit(feiten, 1_000)).toEqual(['ongewijzigd'])
    expect(checkBesluit({ ...feiten, isGesloten: true }, 2_000)).toEqual(['jaar-gesloten'])
  })
  test('de tijdvakken krijgen niet meer dan er ruimte is; zonder besluit is er geen grens', () => {
    expect(checkRuimte(feiten, 300)).toEqual([])
    expect(checkRuimte(feiten, 301)).toEqual(['boven-jaarplafond'])
    expect(checkRuimte({ ...feiten, beslotenCent: null }, 1_000_000)).toEqual([])
  })
})

describe('het plafond van een jaar', () => {
  test('zonder besluit is er geen; een besluit onder wat is verdeeld wordt geweigerd', async () => {
    expect(await jaar(2023)).toMatchObject({ plafondCent: null, verdeeldCent: 300_000 })
    expect(await besluit(2023, 299_999)).toEqual({ ok: false, redenen: ['lager-dan-verdeeld'] })
    expect(await besluit(2023, 350_000)).toMatchObject({ ok: true })
    expect(await jaar(2023)).toMatchObject({ plafondCent: 350_000, ruimteCent: 50_000 })
    expect((await getJaarplafonds()).wijzigingen[0]).toMatchObject({ besluit: 'Besluit van 20 oktober 2022, nr. 1', reden: 'Begroting', door: 'Judith Vos', bedragCent: 350_000 })
  })

  test('een tijdvak erboven wordt geweigerd, in de code en in de database', async () => {
    expect(await verhoog('2023-I', 50_001)).toEqual({ ok: false, redenen: ['boven-jaarplafond'] })
    expect(await leg('2023-III', '2023-07-03', 50_001)).toEqual({ ok: false, redenen: ['boven-jaarplafond'] })
    expect(await leesTijdvak(prisma, { code: '2023-III' }), 'er blijft niets half achter').toBeUndefined()
    await expect(asOwner(`insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde) select id, 'proef', 'Proef', 50001, 9 from tijdvak where code = '2023-I'`)).rejects.toThrow('het jaarplafond is 350000 cent')
    await expect(asOwner(`update compartiment set plafond_cent = plafond_cent + 50001 where id = $1`, [(await pot('2023-I'))?.id])).rejects.toThrow('de plafonds van 2023 zijn samen 350001 cent')
    await expect(asOwner(`insert into jaarplafond (jaar, soort, bedrag_cent, besluit, reden) values (2023, 'besluit', -50001, 'proef', 'proef')`)).rejects.toThrow('het jaarplafond is 299999 cent')
    expect(await jaar(2023)).toMatchObject({ plafondCent: 350_000, verdeeldCent: 300_000 })
  })

  test('twee verhogingen tegelijk komen er samen niet boven; zonder de bewaking wel (tegenproef)', async () => {
    const tegelijk = async () => {
      const ids = await Promise.all(['2023-I', '2023-II'].map(async (code) => (await pot(code))?.id))
      const antwoorden = await Promise.allSettled(ids.map((id) => asOwner('update compartiment set plafond_cent = plafond_cent + 30000 where id = $1', [id])))
      return antwoorden.filter(({ status }) => status === 'fulfilled').length
    }
    expect(await tegelijk()).toBe(1)
    await asOwner('alter table compartiment disable trigger compartiment_jaarplafond')
    expect(await tegelijk()).toBe(2)
    await asOwner('alter table compartiment enable trigger compartiment_jaarplafond')
    await plant(`update compartiment c set plafond_cent = case t.code when '2023-I' then 200000 else 100000 end from tijdvak t where t.id = c.tijdvak_id and t.code like '2023-%'`)
  })

  test('een besluit blijft staan', async () => {
    await expect(prisma.$executeRaw`delete from jaarplafond`).rejects.toThrow('permission denied')
    await expect(asOwner('update jaarplafond set bedrag_cent = 1')).rejects.toThrow('alleen om aan toe te voegen')
  })
})

describe('budget gaat naar een ander tijdvak', () => {
  test('binnen het jaar verandert het jaarplafond niet; de boeking noemt het besluit', async () => {
    expect(await hevelOver(beleid, { van: '2023-II algemeen', naar: '2023-I algemeen', bedrag: 40_000, besluit: 'Besluit nr. 2', reden: 'meer vraag' })).toMatchObject({ ok: true })
    expect([(await pot('2023-I'))?.plafondCent, (await pot('2023-II'))?.plafondCent]).toEqual([240_000, 60_000])
    expect(await jaar(2023)).toMatchObject({ plafondCent: 350_000, verdeeldCent: 300_000 })
    expect(await asOwner(`select o.besluit, o.reden, o.bedrag_cent::int as cent, b.boekjaar, b.door_id = $1 as wie from overheveling o join boeking b on b.oorzaak = 'overhevelbesluit' and b.oorzaak_id = o.id::text`, [beleid.id]))
      .toEqual([{ besluit: 'Besluit nr. 2', reden: 'meer vraag', cent: 40_000, boekjaar: 2023, wie: true }])
  })

  test('naar een ander jaar gaat het plafond van het jaar mee', async () => {
    expect(await besluit(2022, 300_000)).toMatchObject({ ok: true })
    expect(await hevelOver(beleid, { van: '2022-V algemeen', naar: '2023-II algemeen', bedrag: 100_000, besluit: 'Besluit nr. 3', reden: 'doorschuiven' })).toMatchObject({ ok: true })
    expect(await jaar(2022)).toMatchObject({ plafondCent: 200_000, verdeeldCent: 200_000, ruimteCent: 0 })
    expect(await jaar(2023)).toMatchObject({ plafondCent: 450_000, overgeheveldCent: 100_000, verdeeldCent: 400_000 })
  })

  test('niet meer dan er vrij is, en niet naar hetzelfde', async () => {
    expect(await hevelOver(beleid, { van: '2022-V algemeen', naar: '2023-II algemeen', bedrag: 200_001, besluit: 'Besluit nr. 4', reden: 'te veel' })).toEqual({ ok: false, redenen: ['lager-dan-gebruikt'] })
    expect(await hevelOver(beleid, { van: '2022-V algemeen', naar: '2022-V algemeen', bedrag: 1, besluit: 'Besluit nr. 4', reden: 'zelfde' })).toEqual({ ok: false, redenen: ['zelfde-compartiment'] })
    expect(await hevelOver(beleid, { van: '2022-V algemeen', naar: '2023-II werkplein', bedrag: 1, besluit: 'Besluit nr. 4', reden: 'onbekend' })).toEqual({ ok: false, redenen: ['onbekend-compartiment'] })
  })

  test('ook als de rest van een tijdvak vanzelf naar het volgende jaar gaat', async () => {
    await zetKlok('2023-01-02T10:00:00+01:00')
    await asOwner(`update tijdvak set toestand = 'gesloten' where code = '2022-V'`)
    const tijdvak = await leesTijdvak(prisma, { code: '2022-V' })
    expect(await inTransaction((tx) => boekRest(tx, tijdvak?.id ?? '', 'volgend-tijdvak'))).toBe(200_000)
    expect(await jaar(2022)).toMatchObject({ plafondCent: 0, verdeeldCent: 0 })
    expect(await jaar(2023)).toMatchObject({ plafondCent: 650_000, verdeeldCent: 600_000, ruimteCent: 50_000 })
  })
})
