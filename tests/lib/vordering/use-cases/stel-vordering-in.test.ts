import { beforeAll, describe, expect, test } from 'vitest'
import { SYSTEEM } from '@/lib/base/actor'
import { briefInhoudSchema } from '@/lib/beschikking/schema'
import { inTransaction, prisma } from '@/lib/platform/db'
import { makePost } from '@/lib/tijdvak/rules/journaalpost'
import { boek } from '@/lib/tijdvak/use-cases/boek'
import { stelVorderingIn } from '@/lib/vordering/use-cases/stel-vordering-in'
import { aBetaalWereld, saldi, type BetaalWereld } from '@/tests/builders/verlening'
import { aBetaaldeVerlening, aBurgervordering, aVordering } from '@/tests/builders/vordering'
import { asOwner, freshDb } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const opleider = () => ({ soort: 'opleider', opleiderId: wereld.opleider.opleiderId }) as const

describe('terugvorderen met een betalingsbeschikking (Awb 4:57, 4:86, 4:87)', () => {
  let id: string
  let kenmerk: string
  beforeAll(async () => { ({ id, kenmerk } = await aVordering(wereld)) })

  test('de termijn is zes weken: van maandag 21 november 2022 tot en met maandag 2 januari 2023; verjaring vijf jaar later', async () => {
    const vordering = await prisma.vordering.findUniqueOrThrow({ where: { id } })
    expect(kenmerk).toMatch(/^VORD-[0-9]{7}-[0-9]{2}$/)
    expect(vordering).toMatchObject({ status: 'open', bedragCent: 93_950, openCent: 93_950, openKostenCent: 0, herzienCent: 0, grond: 'ingetrokken' })
    expect(vordering.vervaltOp.toISOString().slice(0, 10)).toBe('2023-01-02')
    expect(vordering.verjaartOp.toISOString().slice(0, 10)).toBe('2028-01-02')
  })

  test('het bedrag gaat in het grootboek van betaald naar debiteuren, met de vordering als oorzaak', async () => {
    const regels = await asOwner(`select b.soort, r.rekening, r.bedrag_cent::int as cent from boeking b join boekingsregel r on r.boeking_id = b.id where b.oorzaak = 'vordering' and b.oorzaak_id = $1 order by r.id`, [id])
    expect(regels).toEqual([{ soort: 'vorder-terug', rekening: 'betaald', cent: -93_950 }, { soort: 'vorder-terug', rekening: 'debiteuren', cent: 93_950 }])
  })

  test('de brief noemt bedrag, dag, rekening, kenmerk, hoe u meer tijd vraagt en hoe u bezwaar maakt', async () => {
    const brief = await prisma.brief.findFirstOrThrow({ where: { soort: 'betalingsbeschikking', opleiderId: wereld.opleider.opleiderId } })
    const inhoud = briefInhoudSchema.parse(brief.inhoud)
    expect(inhoud.kern).toBe('U moet € 939,50 terugbetalen. Het gaat om het STAP-budget voor ‘Basiscursus MIG/MAG-lassen’.')
    expect(inhoud.betekenis[0]).toContain('Betaal € 939,50 uiterlijk op maandag 2 januari 2023 op rekening ')
    expect(inhoud.betekenis[0]).toContain(`Zet ${kenmerk} in de omschrijving.`)
    expect(inhoud.doen[0]).toContain('Vraag dan om betalen in termijnen of om meer tijd.')
    expect(inhoud.bezwaar).toEqual({ uiterlijkOp: '2023-01-02', bij: 'uwv' })
  })

  test('een vordering op de burger gaat naar de burger, en staat in de tijdlijn van de aanvraag', async () => {
    const { burgerId, aanvraagId } = await aBurgervordering(wereld, 50_000)
    expect(await prisma.brief.count({ where: { soort: 'betalingsbeschikking', burgerId, aanvraagId } })).toBe(1)
    expect(await prisma.gebeurtenis.count({ where: { onderwerp: 'aanvraag', onderwerpId: aanvraagId, soort: 'stel-vordering-in', zichtbaar: true } })).toBe(1)
  })

  test('wat al was vastgesteld komt uit vastgesteld (Awb 4:49)', async () => {
    const { aanvraagId } = await aBetaaldeVerlening(wereld, 60_000)
    const vorderingId = await inTransaction(async (tx) => {
      const waarvan = { compartimentId: wereld.compartimentId, aanvraagId, opleiderId: wereld.opleider.opleiderId }
      await boek(tx, { soort: 'reken-voorschot-af', oorzaak: 'test', oorzaakId: aanvraagId, actor: SYSTEEM, regels: makePost('reken-voorschot-af', 45_000, waarvan) })
      return stelVorderingIn(tx, { aanvraagId, bedragCent: 50_000, grond: 'herzien', schuldenaar: opleider(), actor: SYSTEEM })
    })
    expect(await prisma.vordering.findUniqueOrThrow({ where: { id: vorderingId } })).toMatchObject({ bedragCent: 50_000, herzienCent: 35_000 })
    expect(await asOwner(`select rekening, sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 and rekening in ('betaald', 'vastgesteld', 'debiteuren') group by 1 order by 1`, [aanvraagId]))
      .toEqual([{ rekening: 'betaald', cent: 0 }, { rekening: 'debiteuren', cent: 50_000 }, { rekening: 'vastgesteld', cent: 10_000 }])
  })
})

describe('wat niet mag bestaan', () => {
  test('meer terugvorderen dan er is betaald kan niet, ook niet een tweede keer', async () => {
    const { aanvraagId } = await aBetaaldeVerlening(wereld, 40_000)
    const eis = (bedragCent: number) => inTransaction((tx) => stelVorderingIn(tx, { aanvraagId, bedragCent, grond: 'ingetrokken', schuldenaar: opleider(), actor: SYSTEEM }))
    await expect(eis(40_001)).rejects.toThrow('the ledger has not paid that much')
    await expect(eis(0)).rejects.toThrow('the ledger has not paid that much')
    await eis(40_000)
    await expect(eis(1)).rejects.toThrow('the ledger has not paid that much')
  })

  test('twee mensen die tegelijk alles terugvorderen: één vordering', async () => {
    const { aanvraagId } = await aBetaaldeVerlening(wereld, 30_000)
    const eis = () => inTransaction((tx) => stelVorderingIn(tx, { aanvraagId, bedragCent: 30_000, grond: 'ingetrokken', schuldenaar: opleider(), actor: SYSTEEM }))
    const uitslagen = await Promise.allSettled([eis(), eis(), eis()])
    expect(uitslagen.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await prisma.vordering.count({ where: { aanvraagId } })).toBe(1)
  })

  test('de database weigert een ander open bedrag dan de mutaties, een status zonder logboek, en een gewijzigde eis', async () => {
    const { id } = await aVordering(wereld, { bedragCent: 20_000 })
    await expect(prisma.vordering.update({ where: { id }, data: { openCent: 19_999 } })).rejects.toThrow('open staat')
    await expect(prisma.vordering.update({ where: { id }, data: { status: 'deels-voldaan' } })).rejects.toThrow('staat niet in het logboek')
    await expect(prisma.vordering.update({ where: { id }, data: { status: 'voldaan' } })).rejects.toThrow('vordering_afgelopen')
    await expect(prisma.vordering.update({ where: { id }, data: { bedragCent: 1 } })).rejects.toThrow()
    await expect(prisma.vorderingMutatie.updateMany({ where: { vorderingId: id }, data: { hoofdsomCent: 1 } })).rejects.toThrow()
  })

  test('het grootboek telt: alle debiteuren samen zijn wat openstaat', async () => {
    const [open] = await asOwner<{ cent: number }>('select sum(open_cent)::int as cent from vordering')
    expect((await saldi(wereld.compartimentId))['debiteuren']).toBe(open?.cent)
  })
})
