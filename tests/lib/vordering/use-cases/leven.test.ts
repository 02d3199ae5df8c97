import { beforeEach, describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/base/date'
import { cent } from '@/lib/base/money'
import { inPgTransaction, prisma } from '@/lib/platform/db'
import { beslisAfboeking, boekAf } from '@/lib/vordering/use-cases/boek-af'
import { beslisOverdracht, verleenUitstel } from '@/lib/vordering/use-cases/beslis-overdracht'
import { beslisRegeling } from '@/lib/vordering/use-cases/beslis-regeling'
import { boekTerugbetaling } from '@/lib/vordering/use-cases/boek-ontvangst'
import { maanOpnieuwAan } from '@/lib/vordering/use-cases/maan-opnieuw-aan'
import { stelIntrekkingVoor } from '@/lib/vordering/use-cases/stel-intrekking-voor'
import { trekVorderingIn } from '@/lib/vordering/use-cases/trek-vordering-in'
import { vraagRegeling } from '@/lib/vordering/use-cases/vraag-regeling'
import { werkVorderingenBij } from '@/lib/vordering/use-cases/werk-vorderingen-bij'
import { listVorderingen } from '@/lib/vordering/views'
import { aBetaalWereld, VANDAAG, type BetaalWereld } from '@/tests/builders/verlening'
import { aBurgervordering, asBurger, asMedewerker, aVordering, ontvang, vergelijkMetGrootboek } from '@/tests/builders/vordering'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

const op = (dag: string) => zetKlok(`${dag}T12:00:00+01:00`)
const stand = async (id: string) => {
  const { status, openCent, openKostenCent, overdracht } = await prisma.vordering.findUniqueOrThrow({ where: { id } })
  return { status, openCent, openKostenCent, overdracht }
}
const brieven = async (id: string) => (await asOwner<{ soort: string }>(
  `select b.soort from brief b join vordering v on (b.burger_id = v.schuldenaar_burger_id or (b.opleider_id = v.schuldenaar_opleider_id and b.inhoud -> 'gegevens' -> 0 ->> 'waarde' = v.kenmerk)) where v.id = $1 and b.soort <> 'verlening' order by b.verzonden_op, b.kenmerk`, [id])).map(({ soort }) => soort)
const voorstel = (kenmerk: string, over: Partial<Parameters<typeof vraagRegeling>[1]> = {}) =>
  ({ kenmerk, termijn: cent(10_000), eersteOp: plainDate('2022-12-31'), beslagvrij: 'ja' as const, omstandigheden: undefined, ...over })
const REDEN = 'Het bezwaar is gegrond verklaard.'

// A claim of one test is not due in the next.
beforeEach(async () => {
  await op(VANDAAG)
  await plant(`update vordering set uitstel_tot = '2099-01-01', verjaart_op = '2099-01-01' where status in ('open', 'deels-voldaan')`)
  await plant(`update vordering_regeling set eerste_op = '2099-01-01' where status = 'toegewezen'`)
})

describe('van brief tot gerechtsdeurwaarder', () => {
  test('herinnering, aanmaning met € 16, voorgelegd aan een mens; dezelfde dag nog een keer doet niets', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    await op('2022-12-20')
    await werkVorderingenBij()
    expect(await brieven(id)).toEqual(['betalingsbeschikking'])
    await op('2022-12-28')
    await werkVorderingenBij()
    await werkVorderingenBij()
    expect(await brieven(id)).toEqual(['betalingsbeschikking', 'betaalherinnering'])
    await op('2023-01-03')
    await Promise.all([werkVorderingenBij(), werkVorderingenBij()])
    expect(await brieven(id)).toEqual(['betalingsbeschikking', 'betaalherinnering', 'aanmaning'])
    expect(await stand(id)).toEqual({ status: 'open', openCent: 93_950, openKostenCent: 1_600, overdracht: null })
    await op('2023-01-18')
    await werkVorderingenBij()
    expect((await stand(id)).overdracht).toBe('voorgelegd')
    expect(await beslisOverdracht(wereld.financieel[0], { kenmerk, besluit: 'overdragen', reden: 'Er is twee keer niet betaald.' })).toEqual({ ok: true, value: undefined })
    expect(await beslisOverdracht(wereld.financieel[1], { kenmerk, besluit: 'overdragen', reden: 'Er is twee keer niet betaald.' })).toEqual({ ok: false, redenen: ['niet-voorgelegd'] })
    // Awb 4:106: the aanmaning interrupted.
    expect((await prisma.vordering.findUniqueOrThrow({ where: { id } })).verjaartOp.toISOString().slice(0, 10)).toBe('2028-01-03')
    // And does so again when a person sends it again, without a second fee.
    expect(await maanOpnieuwAan(wereld.financieel[0], { kenmerk })).toEqual({ ok: true, value: undefined })
    expect(await maanOpnieuwAan(wereld.financieel[0], { kenmerk })).toEqual({ ok: false, redenen: ['nog-niet-aangemaand'] })
    expect((await prisma.vordering.findUniqueOrThrow({ where: { id } })).verjaartOp.toISOString().slice(0, 10)).toBe('2028-01-18')
    expect(await stand(id)).toMatchObject({ openKostenCent: 1_600 })
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('onder € 500 kost de aanmaning € 7; uitstel door een medewerker houdt alles tegen (Awb 4:94)', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 49_999 })
    expect(await verleenUitstel(wereld.financieel[0], { kenmerk, tot: plainDate('2023-02-01'), reden: 'Wij wachten op de uitspraak.' })).toEqual({ ok: true, value: undefined })
    await op('2023-02-01')
    await werkVorderingenBij()
    // Uitstel is a beschikking, so it has its letter (Awb 4:94 lid 3).
    expect(await brieven(id)).toEqual(['betalingsbeschikking', 'betalingsregeling'])
    await op('2023-02-02')
    await werkVorderingenBij()
    expect(await stand(id)).toMatchObject({ openKostenCent: 700 })
  })

  test('vijf jaar zonder stuiting: verjaard, en uit de boeken (Awb 4:104)', async () => {
    const { id } = await aVordering(wereld, { bedragCent: 20_000 })
    await plant(`update vordering set aangemaand_op = '2023-01-03', aanmaning_vervalt_op = '2023-01-17', overdracht = 'voorgelegd' where id = $1`, [id])
    await op('2028-01-02')
    await werkVorderingenBij()
    expect((await stand(id)).status).toBe('open')
    await op('2028-01-03')
    await werkVorderingenBij()
    expect(await stand(id)).toMatchObject({ status: 'verjaard', openCent: 0 })
    expect(await ontvang((await prisma.vordering.findUniqueOrThrow({ where: { id } })).kenmerk, 20_000, '2028-01-04')).toBe('na-afloop')
    expect(await vergelijkMetGrootboek()).toEqual([])
  })
})

describe('ontvangsten', () => {
  test('op tijd en precies: voldaan, zonder rente; het geld is weer vrij', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    expect(await ontvang(kenmerk, 93_950, '2023-01-02')).toBe('geheel')
    expect(await stand(id)).toMatchObject({ status: 'voldaan', openCent: 0 })
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('te laat: eerst de kosten, en daarna de rente bij beschikking als die € 20 haalt (Awb 4:92, 4:98, 4:99)', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    await op('2023-01-03')
    await werkVorderingenBij()
    await op('2023-09-01')
    expect(await ontvang(kenmerk, 1_000, '2023-08-31')).toBe('deel')
    expect(await stand(id)).toMatchObject({ status: 'deels-voldaan', openCent: 93_950, openKostenCent: 600 })
    expect(await ontvang(kenmerk, 94_550, '2023-09-01')).toBe('geheel')
    await werkVorderingenBij()
    // 179 days of 4 % and 62 of 6 % over € 939,50 up to and including 31 August: 93.950 x 1.088 / 36.500 = 2.800,5.
    expect(await stand(id)).toMatchObject({ status: 'deels-voldaan', openCent: 0, openKostenCent: 2_800 })
    expect(await brieven(id)).toContain('rentebeschikking')
    expect(await ontvang(kenmerk, 2_800, '2023-09-10')).toBe('geheel')
    await werkVorderingenBij()
    expect(await stand(id)).toMatchObject({ status: 'voldaan' })
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('een paar dagen te laat: rente onder € 20 is niet verschuldigd, dus voldaan', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    await op('2023-01-05')
    await ontvang(kenmerk, 93_950, '2023-01-05')
    expect((await stand(id)).status).toBe('deels-voldaan')
    await werkVorderingenBij()
    expect((await stand(id)).status).toBe('voldaan')
    expect(await brieven(id)).not.toContain('rentebeschikking')
  })

  test('te veel: wat openstond is betaald, de rest is van wie betaalde en gaat terug', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    expect(await ontvang(kenmerk, 20_100, '2022-12-01')).toBe('te-veel')
    expect(await ontvang(kenmerk, 20_000, '2022-12-02')).toBe('te-veel')
    const terug = await prisma.vorderingTerugbetaling.findMany({ where: { vorderingId: id }, orderBy: { ontstaanOp: 'asc' } })
    expect(terug.map(({ teveelCent, status }) => [teveelCent, status])).toEqual([[100, 'open'], [20_000, 'open']])
    const boek = (bedragCent: number) => inPgTransaction((client) => boekTerugbetaling(client, { kenmerk, bedrag: cent(bedragCent), dag: plainDate('2022-12-05'), herkomst: `terug/${String(bedragCent)}` }))
    expect(await boek(99)).toBe(false)
    expect(await boek(100)).toBe(true)
    expect(await boek(100)).toBe(false)
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('een regel van een afschrift wordt één keer geboekt', async () => {
    const { kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    const { boekOntvangst } = await import('@/lib/vordering/use-cases/boek-ontvangst')
    const boek = () => inPgTransaction((client) => boekOntvangst(client, { kenmerk, bedrag: cent(5_000), dag: plainDate('2022-12-01'), herkomst: 'R/1/1' }))
    await boek()
    await expect(boek()).rejects.toThrow('vordering_mutatie_herkomst_key')
  })
})

describe('betalen in termijnen (Awb 4:94)', () => {
  test('binnen de grenzen beslist het systeem; de brief noemt elke termijn; alles betaald rondt af', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld)
    expect(await vraagRegeling(asBurger(burgerId), voorstel(kenmerk))).toEqual({ ok: true, value: { isToegewezen: true } })
    expect(await brieven(id)).toEqual(['betalingsbeschikking', 'betalingsregeling'])
    // Awb 4:111 lid 1: longer by what lies after 2 January, the day from which it runs, up to the last instalment on 30 September.
    expect((await prisma.vordering.findUniqueOrThrow({ where: { id } })).verjaartOp.toISOString().slice(0, 10)).toBe('2028-09-29')
    await op('2023-01-10')
    await ontvang(kenmerk, 10_000, '2022-12-30')
    await werkVorderingenBij()
    expect(await brieven(id)).toEqual(['betalingsbeschikking', 'betalingsregeling'])
    await ontvang(kenmerk, 83_950, '2023-01-10')
    await werkVorderingenBij()
    expect(await stand(id)).toMatchObject({ status: 'voldaan' })
    expect(await prisma.vorderingRegeling.findMany({ where: { vorderingId: id }, select: { status: true } })).toEqual([{ status: 'nagekomen' }])
  })

  test('een gemiste termijn: bericht, veertien dagen, dan stopt de afspraak en volgt na twee weken de aanmaning', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld)
    await vraagRegeling(asBurger(burgerId), voorstel(kenmerk))
    await op('2023-01-01')
    await werkVorderingenBij()
    await werkVorderingenBij()
    expect((await brieven(id)).filter((soort) => soort === 'betaalherinnering')).toHaveLength(1)
    await op('2023-01-16')
    await werkVorderingenBij()
    expect(await prisma.vorderingRegeling.findFirstOrThrow({ where: { vorderingId: id } })).toMatchObject({ status: 'vervallen' })
    expect((await stand(id)).openKostenCent).toBe(0)
    // Awb 4:111 lid 1: the limitation is longer by the 28 days from 2 to 30 January, and no longer up to the last instalment.
    expect((await prisma.vordering.findUniqueOrThrow({ where: { id } })).verjaartOp.toISOString().slice(0, 10)).toBe('2028-01-30')
    await op('2023-01-17')
    await expect(asOwner(`update vordering set verjaart_op = verjaart_op - 1 where id = $1`, [id]), 'op een andere dag nooit').rejects.toThrow('ligt vast')
    await op('2023-01-31')
    await werkVorderingenBij()
    expect((await brieven(id)).at(-1)).toBe('aanmaning')
    // A second proposal goes to a person.
    expect(await vraagRegeling(asBurger(burgerId), voorstel(kenmerk, { eersteOp: plainDate('2023-02-15') }))).toEqual({ ok: true, value: { isToegewezen: false } })
  })

  test('wie na het bericht inhaalt en later weer achter is, krijgt eerst weer een bericht en veertien dagen', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld)
    await vraagRegeling(asBurger(burgerId), voorstel(kenmerk))
    const herinneringen = async () => (await brieven(id)).filter((soort) => soort === 'betaalherinnering').length
    await op('2023-01-01')
    await werkVorderingenBij()
    await ontvang(kenmerk, 10_000, '2023-01-05')
    await op('2023-01-06')
    await werkVorderingenBij()
    expect(await prisma.vorderingRegeling.findFirstOrThrow({ where: { vorderingId: id } })).toMatchObject({ status: 'toegewezen', gewaarschuwdOp: null })
    // The second instalment was due on 31 January.
    await op('2023-02-01')
    await werkVorderingenBij()
    expect(await prisma.vorderingRegeling.findFirstOrThrow({ where: { vorderingId: id } })).toMatchObject({ status: 'toegewezen' })
    expect(await herinneringen()).toBe(2)
    await op('2023-02-16')
    await werkVorderingenBij()
    expect(await prisma.vorderingRegeling.findFirstOrThrow({ where: { vorderingId: id } })).toMatchObject({ status: 'vervallen' })
  })

  test('wie te weinig overhoudt gaat naar een medewerker, die een lager bedrag kan toewijzen', async () => {
    const { id, kenmerk, burgerId } = await aBurgervordering(wereld)
    expect(await vraagRegeling(asBurger(burgerId), voorstel(kenmerk, { beslagvrij: 'nee' }))).toEqual({ ok: true, value: { isToegewezen: false } })
    expect(await vraagRegeling(asBurger(burgerId), voorstel(kenmerk))).toEqual({ ok: false, redenen: ['loopt-al'] })
    const { id: regelingId } = await prisma.vorderingRegeling.findFirstOrThrow({ where: { vorderingId: id, status: 'aangevraagd' } })
    const besluit = { regelingId, besluit: 'toewijzen' as const, termijn: cent(2_500), motivering: 'Zo houdt u genoeg over om van te leven.' }
    expect(await beslisRegeling(wereld.financieel[0], besluit)).toEqual({ ok: true, value: undefined })
    expect(await beslisRegeling(wereld.financieel[1], besluit)).toEqual({ ok: false, redenen: ['al-besloten'] })
    expect(await prisma.vorderingRegeling.findUniqueOrThrow({ where: { id: regelingId } })).toMatchObject({ status: 'toegewezen', aantal: 38, termijnCent: 2_500, openBijBeginCent: 93_950 })
  })

  test('een ander ziet of vraagt niets', async () => {
    const { kenmerk } = await aBurgervordering(wereld)
    const { burgerId } = await aBurgervordering(wereld)
    expect(await vraagRegeling(asBurger(burgerId), voorstel(kenmerk))).toEqual({ ok: false, redenen: ['niet-gevonden'] })
    expect(await vraagRegeling(wereld.andereOpleider, voorstel(kenmerk))).toEqual({ ok: false, redenen: ['niet-gevonden'] })
  })
})

describe('kwijtschelden en afboeken (Awb 4:94a)', () => {
  test('binnen het mandaat meteen; daarboven beslist een ander dan wie het voorstelde', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    const [een, ander] = wereld.financieel
    expect(await boekAf(een, { kenmerk, soort: 'kwijtschelding', bedrag: cent(10_000), reden: REDEN })).toEqual({ ok: true, value: { isVerleend: true } })
    expect(await boekAf(een, { kenmerk, soort: 'kwijtschelding', bedrag: cent(10_001), reden: REDEN })).toEqual({ ok: true, value: { isVerleend: false } })
    expect(await boekAf(ander, { kenmerk, soort: 'kwijtschelding', bedrag: cent(100), reden: REDEN })).toEqual({ ok: false, redenen: ['ligt-al-voor'] })
    expect(await stand(id)).toMatchObject({ status: 'open', openCent: 83_950 })
    expect(await beslisAfboeking(een, { kenmerk, besluit: 'verleen' })).toEqual({ ok: false, redenen: ['eigen-voorstel'] })
    expect(await beslisAfboeking(wereld.behandelaar, { kenmerk, besluit: 'verleen' })).toEqual({ ok: false, redenen: ['geen-mandaat'] })
    expect(await beslisAfboeking(ander, { kenmerk, besluit: 'verleen' })).toEqual({ ok: true, value: undefined })
    expect(await beslisAfboeking(ander, { kenmerk, besluit: 'verleen' })).toEqual({ ok: false, redenen: ['al-besloten'] })
    expect(await stand(id)).toMatchObject({ status: 'open', openCent: 73_949 })
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('een mandaat telt samen: wie in plakjes afboekt, heeft na € 100 een ander nodig; ook in de database', async () => {
    const { id, kenmerk } = await aVordering(wereld)
    const [een, ander] = wereld.financieel
    expect(await boekAf(een, { kenmerk, soort: 'oninbaar', bedrag: cent(6_000), reden: REDEN })).toEqual({ ok: true, value: { isVerleend: true } })
    await expect(prisma.$executeRaw`insert into vordering_kwijtschelding (vordering_id, soort, bedrag_cent, reden, status, voorgesteld_door, besloten_door, besloten_op)
      values (${id}::uuid, 'oninbaar', 4001, ${REDEN}, 'verleend', ${een.id}::uuid, ${een.id}::uuid, nu())`).rejects.toThrow('beslissen twee mensen')
    expect(await boekAf(een, { kenmerk, soort: 'oninbaar', bedrag: cent(4_001), reden: REDEN })).toEqual({ ok: true, value: { isVerleend: false } })
    expect(await beslisAfboeking(ander, { kenmerk, besluit: 'verleen' })).toEqual({ ok: true, value: undefined })
    expect(await stand(id)).toMatchObject({ openCent: 83_949 })
  })

  test('verlagen zonder besluit gaat boven het mandaat langs twee mensen, zonder rente als de schuldenaar onjuiste gegevens gaf (Awb 4:102 lid 3)', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 90_000 })
    await ontvang(kenmerk, 90_000, '2022-11-21')
    await op('2023-11-21')
    const [een, ander] = wereld.financieel
    expect(await stelIntrekkingVoor(een, { kenmerk, wordt: cent(0), reden: REDEN, zonderRente: 'ja' })).toEqual({ ok: true, value: { isVerleend: false } })
    expect(await stand(id)).toMatchObject({ status: 'voldaan' })
    // Nothing is open, and it waits for the colleague all the same.
    expect((await listVorderingen(ander, { toon: 'te-doen', zoek: kenmerk, pagina: 1 })).rijen.map(({ teDoen }) => teDoen)).toEqual([['afboeking']])
    expect(await beslisAfboeking(een, { kenmerk, besluit: 'verleen' })).toEqual({ ok: false, redenen: ['eigen-voorstel'] })
    expect(await beslisAfboeking(ander, { kenmerk, besluit: 'verleen' })).toEqual({ ok: true, value: undefined })
    expect(await prisma.vorderingTerugbetaling.findMany({ where: { vorderingId: id }, select: { hoofdsomCent: true, renteCent: true } })).toEqual([{ hoofdsomCent: 90_000, renteCent: 0 }])
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('de database weigert wie boven het mandaat alleen beslist', async () => {
    const { id } = await aVordering(wereld, { bedragCent: 60_000 })
    const alleen = (wie: string, bedragCent: number) => prisma.$executeRaw`insert into vordering_kwijtschelding (vordering_id, soort, bedrag_cent, reden, status, voorgesteld_door, besloten_door, besloten_op)
      values (${id}::uuid, 'oninbaar', ${bedragCent}::int, ${REDEN}, 'verleend', ${wie}::uuid, ${wie}::uuid, nu())`
    await expect(alleen(wereld.financieel[0].id, 10_001)).rejects.toThrow('beslissen twee mensen')
    await expect(alleen(wereld.behandelaar.id, 1)).rejects.toThrow('beslissen twee mensen')
  })

  test('alles afgeboekt is oninbaar: het staat als verlies in de boeken en er gaat geen brief uit', async () => {
    const { id, kenmerk } = await aVordering(wereld, { bedragCent: 8_000 })
    expect(await boekAf(wereld.financieel[0], { kenmerk, soort: 'oninbaar', bedrag: cent(8_000), reden: 'De opleider is failliet.' })).toEqual({ ok: true, value: { isVerleend: true } })
    expect(await stand(id)).toMatchObject({ status: 'oninbaar', openCent: 0 })
    expect(await brieven(id)).toEqual(['betalingsbeschikking'])
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('een teamleider financieel mag tot en met € 500 alleen', async () => {
    const leider = await asMedewerker('Marjan', 'teamleider-financieel')
    const { kenmerk } = await aVordering(wereld)
    expect(await boekAf(leider, { kenmerk, soort: 'kwijtschelding', bedrag: cent(50_000), reden: REDEN })).toEqual({ ok: true, value: { isVerleend: true } })
  })
})

describe('intrekken en verlagen na bezwaar', () => {
  test('niets betaald: ingetrokken, en het geld staat weer als voorschot betaald', async () => {
    const { id, kenmerk, aanvraagId } = await aVordering(wereld)
    expect(await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: REDEN })).toEqual({ ok: true, value: undefined })
    expect(await stand(id)).toMatchObject({ status: 'ingetrokken', openCent: 0 })
    expect(await asOwner(`select sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 and rekening = 'betaald'`, [aanvraagId])).toEqual([{ cent: 93_950 }])
    expect(await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: REDEN })).toEqual({ ok: false, redenen: ['niet-open'] })
  })

  test('al betaald: hoofdsom, kosten en wettelijke rente gaan terug, en komen op de cent uit als de bank het laat zien (Awb 4:102)', async () => {
    const { id, kenmerk, aanvraagId } = await aVordering(wereld)
    await op('2023-01-03')
    await werkVorderingenBij()
    await ontvang(kenmerk, 95_550, '2023-01-10')
    await werkVorderingenBij()
    expect((await stand(id)).status).toBe('voldaan')
    await op('2024-01-10')
    expect(await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: REDEN })).toEqual({ ok: true, value: undefined })
    const terug = await prisma.vorderingTerugbetaling.findFirstOrThrow({ where: { vorderingId: id } })
    // 95.550 x (172 x 4 + 184 x 6) / 36.500 + 95.550 x 9 x 7 / 36.600 = 4.855,6.
    expect(terug).toMatchObject({ soort: 'ingetrokken', hoofdsomCent: 93_950, kostenCent: 1_600, renteCent: 4_856, status: 'open' })
    expect(await vergelijkMetGrootboek()).toEqual([])
    expect(await inPgTransaction((client) => boekTerugbetaling(client, { kenmerk, bedrag: cent(93_950 + 1_600 + 4_856), dag: plainDate('2024-01-15'), herkomst: 'terug/in' }))).toBe(true)
    expect(await asOwner(`select rekening, sum(bedrag_cent)::int as cent from boekingsregel where aanvraag_id = $1 group by 1 having sum(bedrag_cent) <> 0 order by 1`, [aanvraagId]))
      .toEqual(expect.arrayContaining([{ rekening: 'betaald', cent: 93_950 }, { rekening: 'rente-betaald', cent: 6_456 }]))
    expect(await vergelijkMetGrootboek()).toEqual([])
  })

  test('is het geld al aan anderen gegeven, dan eerst ruimte in het compartiment', async () => {
    const { kenmerk } = await aVordering(wereld, { bedragCent: 20_000 })
    await ontvang(kenmerk, 20_000, '2022-12-01')
    await plant('update compartiment set plafond_cent = gereserveerd_cent + verplicht_cent + betaald_cent + 19999 where id = $1', [wereld.compartimentId])
    expect(await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(0), reden: REDEN })).toEqual({ ok: false, redenen: ['geen-ruimte'] })
    await plant('update compartiment set plafond_cent = 100000000 where id = $1', [wereld.compartimentId])
    expect((await trekVorderingIn(wereld.financieel[0], { kenmerk, wordt: cent(15_000), reden: REDEN })).ok).toBe(true)
    expect(await prisma.vorderingTerugbetaling.findFirst({ where: { vordering: { kenmerk } }, select: { hoofdsomCent: true } })).toEqual({ hoofdsomCent: 5_000 })
  })
})
