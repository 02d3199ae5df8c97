import { beforeEach, describe, expect, test } from 'vitest'
import { getStop } from '@/lib/annulering/views'
import { plainDate, type PlainDate } from '@/lib/base/date'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { getZaak, listVaststellingen } from '@/lib/verantwoording/views'
import { determineKeuzestand } from '@/lib/wijziging/rules/keuze'
import { annuleerVoorDeelnemer } from '@/lib/wijziging/use-cases/annuleer-voor-deelnemer'
import { bewaakKeuzes, herinnerKeuze } from '@/lib/wijziging/use-cases/bewaak-keuzes'
import { verlengKeuze } from '@/lib/wijziging/use-cases/verleng-keuze'
import { listOpenWijzigingen } from '@/lib/wijziging/views'
import { beslis, neemVoor } from '@/tests/builders/vaststelling'
import { aBetaalWereld, saldi, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

const jobs = async () => (await asOwner<{ id: string }>(`select payload ->> 'wijzigingId' as id from outbox where job = 'herinner-keuze' order by id`)).map(({ id }) => id)
const op = (dag: string) => zetKlok(`${dag}T10:00:00+01:00`)
const brieven = async ({ aanvraagId }: Verlening) => (await asOwner<{ onderwerp: string }>(`select onderwerp from brief where aanvraag_id = $1 and burger_id is not null and onderwerp <> 'test' order by kenmerk`, [aanvraagId])).map(({ onderwerp }) => onderwerp)

describe('de opleider zegde af en de burger kiest niet (parameter afzegging-keuze; Awb 4:8)', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })
  beforeEach(() => op('2022-11-21'))

  test('een herinnering, dan de werklijst van UWV met de reden, dan een voornemen en pas dan een intrekking', async () => {
    const een = await wereld.verleen()
    await maakVerplichting(een.aanvraagId)
    await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: een.kenmerk, reden: 'Te weinig deelnemers' })
    await op('2022-12-11')
    await bewaakKeuzes()
    expect(await jobs()).toEqual([])
    await op('2022-12-12')
    await Promise.all([bewaakKeuzes(), bewaakKeuzes()])
    await bewaakKeuzes()
    const [herinnering, ...meer] = await jobs()
    expect(meer, 'één herinnering, hoe vaak de ronde ook loopt').toEqual([])
    await Promise.all([herinnerKeuze(herinnering ?? ''), herinnerKeuze(herinnering ?? '')])
    expect(await brieven(een)).toEqual(['Uw scholing gaat niet door', 'Herinnering: kies wat u wilt met uw STAP-budget'])

    await op('2022-12-19')
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen, 'op de laatste dag kiest de burger nog').toEqual([])
    await op('2022-12-20')
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1, reden: 'afgezegd' })).rijen).toMatchObject([{ kenmerk: een.kenmerk, reden: 'afgezegd', op: '2022-12-20', isBetaald: false }])
    expect((await getZaak(wereld.behandelaar, een.kenmerk))?.afzegging).toEqual({ op: '2022-11-21', reden: 'Te weinig deelnemers', kiezenTot: '2022-12-19', herinnerdOp: '2022-12-12' })
    expect(await listOpenWijzigingen(een.burger)).toMatchObject([{ isAfgezegd: true, isVoorbij: true }])
    expect((await getStop(een.burger, een.kenmerk))?.gevolg, 'stoppen kan nog, zonder kosten').toMatchObject({ wijze: 'intrekken', kosten: { wie: 'niemand' } })

    const voornemenId = await neemVoor(wereld.behandelaar, een, { soort: 'intrekking', grond: 'niet-gegeven', bedrag: '0', van: 'niemand', terugwerkend: 'ja' })
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen).toMatchObject([{ reden: 'wacht-op-reactie' }])
    await op('2023-01-10')
    expect(await beslis(wereld.behandelaar, een, voornemenId, { van: 'niemand', bedrag: '0' })).toMatchObject({ ok: true })
    await laatReserveringVrij(een.aanvraagId)
    expect(await asOwner(`select a.status, v.status as opdracht, w.status as wijziging, t.vrijgevallen_op is not null as vrij from aanvraag a join verplichting v on v.aanvraag_id = a.id
      join wijziging w on w.aanvraag_id = a.id join toewijzing t on t.aanvraag_id = a.id where a.id = $1`, [een.aanvraagId])).toEqual([{ status: 'ingetrokken', opdracht: 'vervallen', wijziging: 'geweigerd', vrij: true }])
    expect(await saldi(wereld.compartimentId)).toMatchObject({ vrij: 100_000_000, verplicht: 0 })
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen).toEqual([])
  })

  test('wie meer tijd krijgt, verdwijnt uit de werklijst en wordt opnieuw herinnerd', async () => {
    const een = await wereld.verleen()
    await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: een.kenmerk, reden: 'De docent is weg' })
    const verleng = (tot: string) => verlengKeuze(wereld.behandelaar, { kenmerk: een.kenmerk, tot: plainDate(tot), reden: 'Was in het ziekenhuis' })
    expect(await verleng('2022-12-19')).toEqual({ ok: false, redenen: ['niet-later'] })
    await op('2022-12-12')
    await bewaakKeuzes()
    for (const id of await jobs()) await herinnerKeuze(id)
    await op('2022-12-20')
    expect(await verleng('2023-01-18')).toEqual({ ok: false, redenen: ['te-lang'] })
    expect(await verleng('2023-01-17')).toMatchObject({ ok: true })
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen).toEqual([])
    await op('2023-01-10')
    await bewaakKeuzes()
    for (const id of await jobs()) await herinnerKeuze(id)
    expect(await brieven(een)).toEqual(['Uw scholing gaat niet door', 'Herinnering: kies wat u wilt met uw STAP-budget', 'U hebt meer tijd om te kiezen', 'Herinnering: kies wat u wilt met uw STAP-budget'])
    await expect(asOwner(`update wijziging set wissel_uiterlijk_op = '2022-12-31' where aanvraag_id = $1`, [een.aanvraagId]), 'korter kan niet').rejects.toThrow('ligt vast')
  })

  test('wie stopte voordat de taak liep, krijgt geen herinnering; een vraag over de afloop komt er niet', async () => {
    const een = await wereld.verleen()
    await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: een.kenmerk, reden: 'De docent is weg' })
    await op('2022-12-13')
    await bewaakKeuzes()
    await asOwner(`update wijziging set status = 'geweigerd', beantwoord_op = nu() where aanvraag_id = $1`, [een.aanvraagId])
    for (const id of await jobs()) await herinnerKeuze(id)
    expect(await brieven(een)).toEqual(['Uw scholing gaat niet door'])

    const ander = await wereld.verleen()
    await op('2022-11-22')
    await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: ander.kenmerk, reden: 'De docent is weg' })
    await op('2023-07-09')
    await bewaakDeelnametermijnen()
    expect(await asOwner('select 1 from deelname_navraag where aanvraag_id = $1', [ander.aanvraagId])).toEqual([])
  })

  test('een opening gaat voor', async () => {
    expect(await bewaakKeuzes(() => Promise.resolve(true))).toBe(false)
  })
})

describe('de ronde en de werklijst in SQL zijn de regel', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })

  test('voor elke laatste dag rond vandaag', async () => {
    const vandaag = plainDate('2022-12-12')
    const zaken: { kenmerk: string; id: string; tot: PlainDate }[] = []
    for (const dagen of [-30, -1, 0, 1, 6, 7, 8, 20]) {
      const zaak = await wereld.verleen(1_000)
      await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: zaak.kenmerk, reden: 'De docent is weg' })
      await plant(`update wijziging set antwoord_uiterlijk_op = date '2022-12-12' + $2::integer, wissel_uiterlijk_op = date '2022-12-12' + $2::integer where aanvraag_id = $1`, [zaak.aanvraagId, dagen])
      const [rij] = await asOwner<{ id: string; tot: string }>('select id, wissel_uiterlijk_op::text as tot from wijziging where aanvraag_id = $1', [zaak.aanvraagId])
      zaken.push({ kenmerk: zaak.kenmerk, id: rij?.id ?? '', tot: plainDate(rij?.tot ?? '') })
    }
    await op(vandaag)
    await bewaakKeuzes()
    const stand = ({ tot }: { tot: PlainDate }) => determineKeuzestand({ status: 'voorgelegd', wisselUiterlijkOp: tot, isHerinnerd: false }, vandaag, { herinneringDagen: 7 })
    expect((await jobs()).sort()).toEqual(zaken.filter((zaak) => stand(zaak) === 'herinneren').map(({ id }) => id).sort())
    expect((await listVaststellingen(wereld.behandelaar, { pagina: 1 })).rijen.map(({ kenmerk }) => kenmerk).sort()).toEqual(zaken.filter((zaak) => stand(zaak) === 'zonder-keuze').map(({ kenmerk }) => kenmerk).sort())
    expect(new Set(zaken.map(stand))).toEqual(new Set(['kiezen', 'herinneren', 'zonder-keuze']))
  })
})
