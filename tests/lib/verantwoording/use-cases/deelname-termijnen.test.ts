import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '@/lib/base/date'
import { determineStap } from '@/lib/verantwoording/rules/deelname-termijn'
import { meldSchema, navraagSchema, reactieSchema } from '@/lib/verantwoording/schema'
import { bewaakDeelnametermijnen } from '@/lib/verantwoording/use-cases/bewaak-deelnametermijnen'
import { herinnerOpleider } from '@/lib/verantwoording/use-cases/herinner-opleider'
import { meldDeelname } from '@/lib/verantwoording/use-cases/meld-deelname'
import { reageerOpDeelname } from '@/lib/verantwoording/use-cases/reageer-op-deelname'
import { stelVast } from '@/lib/verantwoording/use-cases/stel-vast'
import { beantwoordNavraag, vraagDeelnameNa } from '@/lib/verantwoording/use-cases/vraag-deelname-na'
import { herinnerReactie, sluitReactietermijn, vraagReactie } from '@/lib/verantwoording/use-cases/vraag-reactie'
import { listDeelnemers, listNietGemeld, listTeLaat } from '@/lib/verantwoording/views'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

const jobs = async (job: string) => (await asOwner<{ id: string }>(`select coalesce(payload ->> 'aanvraagId', payload ->> 'berichtId') as id from outbox where job = $1 order by id`, [job])).map(({ id }) => id)
const op = (dag: string) => zetKlok(`${dag}T06:00:00+02:00`)

describe('de opleider wordt herinnerd voor en na de termijn', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })

  test('één bericht per opleider en dag, elke stap één keer, en wie te laat is staat bij UWV', async () => {
    const [a, b] = [await wereld.verleen(), await wereld.verleen()]
    await op('2023-05-13')
    expect(await bewaakDeelnametermijnen()).toEqual({ navraag: 0, gesloten: 0, reactie: 0 })
    await op('2023-05-14')
    expect(await bewaakDeelnametermijnen()).toMatchObject({ vooraf: 2 })
    expect(await bewaakDeelnametermijnen(), 'dezelfde dag niet nog eens').toBeUndefined()
    const [bericht] = await jobs('herinner-opleider')
    await herinnerOpleider(bericht ?? '')
    await herinnerOpleider(bericht ?? '')
    expect(await asOwner(`select onderwerp from brief where opleider_id = $1`, [wereld.opleider.opleiderId])).toEqual([{ onderwerp: 'Deelnames melden: de termijn loopt af' }])
    await op('2023-05-15')
    expect((await bewaakDeelnametermijnen())?.['vooraf']).toBeUndefined()

    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: a.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    await op('2023-06-04')
    expect(await bewaakDeelnametermijnen()).toMatchObject({ 'te-laat': 1 })
    expect((await listDeelnemers(wereld.opleider, 1, 'te-laat')).rijen.map(({ kenmerk, stand }) => [kenmerk, stand])).toEqual([[b.kenmerk, 'te-laat']])
    expect((await listTeLaat(wereld.behandelaar, 1)).rijen).toMatchObject([{ naam: 'Vakschool De Ambacht', aantal: 1, oudste: '2023-05-28' }])
    // The job comes when all was reported: nothing is sent any more.
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: b.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    await herinnerOpleider((await jobs('herinner-opleider'))[1] ?? '')
    expect(await asOwner(`select 1 from brief where opleider_id = $1`, [wereld.opleider.opleiderId])).toHaveLength(1)
  })

  test('een opening gaat voor', async () => {
    await op('2023-06-10')
    expect(await bewaakDeelnametermijnen(() => Promise.resolve(true))).toBeUndefined()
    expect(await bewaakDeelnametermijnen()).toBeDefined()
  })
})

describe('de ronde in SQL is de regel', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })

  test('voor elke einddatum van een half jaar, ook aan het eind van een maand', async () => {
    const vandaag = plainDate('2023-05-31')
    const zaken: (Verlening & { einde: ReturnType<typeof plainDate> })[] = []
    for (let dag = plainDate('2022-12-20'); dag < '2023-03-30'; dag = addDays(dag, 4)) {
      const zaak = await wereld.verleen(1_000)
      await asOwner('update aanmeldbewijs set einddatum = $2 where id = (select aanmeldbewijs_id from aanvraag where id = $1)', [zaak.aanvraagId, dag])
      zaken.push({ ...zaak, einde: dag })
    }
    await op(vandaag)
    await bewaakDeelnametermijnen()
    const gedaan = await asOwner<{ id: string; soort: string }>(`select aanvraag_id as id, soort from deelname_herinnering union all select aanvraag_id, 'navraag' from deelname_navraag`)
    const verwacht = zaken.map(({ aanvraagId, einde }) => ({ id: aanvraagId, soort: determineStap(einde, vandaag, { maanden: 3, voorDagen: 14, naDagen: 7, laatsteDagen: 28, navraagDagen: 42 }) })).filter(({ soort }) => soort !== undefined)
    const order = (rijen: readonly { id: string; soort: string | undefined }[]) => rijen.map(({ id, soort }) => `${id} ${String(soort)}`).sort()
    expect(order(gedaan)).toEqual(order(verwacht))
    expect(new Set(verwacht.map(({ soort }) => soort))).toEqual(new Set(['vooraf', 'te-laat', 'laatste', 'navraag']))
  })
})

describe('de burger antwoordt niet: de gestelde regel', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })
  const status = async ({ aanvraagId }: Verlening) => (await asOwner<{ status: string; reactie: string | null }>('select a.status, d.reactie from aanvraag a left join deelname d on d.aanvraag_id = a.id where a.id = $1', [aanvraagId]))[0]

  test('na 28 dagen telt de melding als niet betwist: afgerond wordt vastgesteld, niet afgerond gaat naar een behandelaar', async () => {
    const [afgerond, gestopt, laat] = [await wereld.verleen(), await wereld.verleen(), await wereld.verleen()]
    await op('2023-03-01')
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: afgerond.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: gestopt.kenmerk, uitkomst: 'niet-succesvol', oorzaak: 'burger', toelichting: 'Gestopt' }))
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: laat.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    await vraagReactie(afgerond.aanvraagId)
    await vraagReactie(gestopt.aanvraagId)
    await op('2023-03-22')
    expect(await bewaakDeelnametermijnen(), 'wie nooit werd gevraagd, wordt niet herinnerd').toMatchObject({ reactie: 2, gesloten: 0 })
    await herinnerReactie(afgerond.aanvraagId)
    await herinnerReactie(afgerond.aanvraagId)
    expect(await asOwner(`select onderwerp from brief where aanvraag_id = $1 and onderwerp like 'Herinnering%'`, [afgerond.aanvraagId])).toHaveLength(1)

    await sluitReactietermijn(afgerond.aanvraagId)
    expect(await status(afgerond), 'niet voordat de ronde van de dag sloot').toEqual({ status: 'verleend', reactie: null })
    await op('2023-03-29')
    expect(await bewaakDeelnametermijnen()).toMatchObject({ gesloten: 0 })
    await op('2023-03-30')
    expect(await bewaakDeelnametermijnen()).toMatchObject({ gesloten: 2 })
    for (const id of await jobs('sluit-reactietermijn')) await sluitReactietermijn(id)
    for (const id of await jobs('stel-vast')) await stelVast(id)
    expect(await status(afgerond)).toEqual({ status: 'vastgesteld', reactie: 'zonder-reactie' })
    expect(await status(gestopt)).toEqual({ status: 'verleend', reactie: 'zonder-reactie' })
    expect(await status(laat)).toEqual({ status: 'verleend', reactie: null })
    expect(await reageerOpDeelname(afgerond.burger, reactieSchema.parse({ kenmerk: afgerond.kenmerk, reactie: 'betwist', toelichting: 'Te laat gezien' }))).toEqual({ ok: false, redenen: ['termijn-voorbij'] })
    expect(await reageerOpDeelname(gestopt.burger, reactieSchema.parse({ kenmerk: gestopt.kenmerk, reactie: 'betwist', toelichting: 'Te laat gezien' })), 'zolang er niets is beslist, telt een antwoord').toMatchObject({ ok: true })
  })

  test('antwoordt de burger op het laatste moment, dan telt het antwoord', async () => {
    const zaak = await wereld.verleen()
    await op('2023-04-03')
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: zaak.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    await vraagReactie(zaak.aanvraagId)
    await op('2023-05-02')
    await bewaakDeelnametermijnen()
    expect(await reageerOpDeelname(zaak.burger, reactieSchema.parse({ kenmerk: zaak.kenmerk, reactie: 'betwist', toelichting: 'Nooit begonnen' }))).toMatchObject({ ok: true })
    await sluitReactietermijn(zaak.aanvraagId)
    expect(await status(zaak)).toEqual({ status: 'betwist', reactie: 'betwist' })
  })
})

describe('Awb 4:47: de opleider meldt niets', () => {
  let wereld: BetaalWereld
  freshDb(async () => { wereld = await aBetaalWereld() })

  test('eerst wordt de burger gevraagd, dan staat de zaak in de werklijst', async () => {
    const [antwoordt, zwijgt, alsnog] = [await wereld.verleen(), await wereld.verleen(), await wereld.verleen()]
    await op('2023-07-09')
    expect(await bewaakDeelnametermijnen()).toMatchObject({ navraag: 3 })
    for (const id of await jobs('vraag-deelname-na')) await vraagDeelnameNa(id)
    for (const id of await jobs('vraag-deelname-na')) await vraagDeelnameNa(id)
    expect(await asOwner(`select 1 from brief where onderwerp = 'Hebt u uw opleiding gevolgd?'`)).toHaveLength(3)
    expect((await listNietGemeld(wereld.behandelaar, 1)).totaal).toBe(0)

    const antwoord = (zaak: Verlening) => beantwoordNavraag(zaak.burger, navraagSchema.parse({ kenmerk: zaak.kenmerk, antwoord: 'niet-gevolgd', toelichting: 'De school was dicht' }))
    expect(await antwoord(antwoordt)).toMatchObject({ ok: true })
    expect(await antwoord(antwoordt)).toEqual({ ok: false, redenen: ['al-geantwoord'] })
    expect(await beantwoordNavraag(zwijgt.burger, navraagSchema.parse({ kenmerk: antwoordt.kenmerk, antwoord: 'afgerond' }))).toEqual({ ok: false, redenen: ['navraag-niet-gevonden'] })
    await meldDeelname(wereld.opleider, meldSchema.parse({ kenmerk: alsnog.kenmerk, uitkomst: 'succesvol', wijze: 'diploma', bewaard: 'ja' }))
    expect(await antwoord(alsnog)).toEqual({ ok: false, redenen: ['intussen-gemeld'] })
    expect((await listNietGemeld(wereld.behandelaar, 1)).rijen.map(({ kenmerk, antwoord: zegt }) => [kenmerk, zegt])).toEqual([[antwoordt.kenmerk, 'niet-gevolgd']])
    await op('2023-08-08')
    expect((await listNietGemeld(wereld.behandelaar, 1)).rijen.map(({ kenmerk }) => kenmerk).sort()).toEqual([antwoordt.kenmerk, zwijgt.kenmerk].sort())
  })

  test.each([['niet-gevolgd', false], ['niet-afgerond', false], ['afgerond', true]])('bij %s is een toelichting %s gemist te worden', (antwoord, mag) => {
    expect(navraagSchema.safeParse({ kenmerk: 'x', antwoord }).success).toBe(mag)
  })
})
