import { describe, expect, test } from 'vitest'
import { stopAanvraag } from '@/lib/annulering/use-cases/stop-aanvraag'
import { getStop } from '@/lib/annulering/views'
import { SYSTEEM } from '@/lib/base/actor'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { annuleerScholingsactiviteit } from '@/lib/register/use-cases/annuleer-scholingsactiviteit'
import { annuleerVoorDeelnemer } from '@/lib/wijziging/use-cases/annuleer-voor-deelnemer'
import { beantwoordWijziging } from '@/lib/wijziging/use-cases/beantwoord-wijziging'
import { legAnnuleringVoor } from '@/lib/wijziging/use-cases/leg-annulering-voor'
import { getWijzigingenVoorBurger, listOpenWijzigingen } from '@/lib/wijziging/views'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })
const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)

describe('de opleider zegt een scholing af', () => {
  test('voor een deelnemer: de burger kiest, er wordt niet betaald, en stoppen kost niets, ook na de startdag', async () => {
    const een = await wereld.verleen()
    await maakVerplichting(een.aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [een.aanvraagId])
    await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: 'F-1' })) })
    const afzegging = { kenmerk: een.kenmerk, reden: 'Te weinig deelnemers' }
    expect(redenenVan(await annuleerVoorDeelnemer(wereld.andereOpleider, afzegging))).toEqual(['niet-gevonden'])
    expect(redenenVan(await annuleerVoorDeelnemer(wereld.opleider, afzegging))).toEqual([])
    expect(redenenVan(await annuleerVoorDeelnemer(wereld.opleider, afzegging))).toEqual(['al-afgezegd'])
    expect(await listOpenWijzigingen(een.burger)).toMatchObject([{ kenmerk: een.kenmerk, isAfgezegd: true, uiterlijkOp: '2022-12-19' }])
    const [wijziging] = (await getWijzigingenVoorBurger(een.burger, een.kenmerk))?.wijzigingen ?? []
    expect(wijziging).toMatchObject({ isAfgezegd: true, status: 'voorgelegd', kanWisselen: true })
    expect(redenenVan(await beantwoordWijziging(een.burger, { wijzigingId: wijziging?.id ?? '', antwoord: 'aanvaard' }))).toEqual(['gaat-niet-door'])
    expect(redenenVan(await stelBatchSamen(SYSTEEM)), 'wat niet doorgaat, wordt niet betaald').toEqual(['niets-te-betalen'])

    await zetKlok('2022-12-06T10:00:00+01:00')
    expect((await getStop(een.burger, een.kenmerk))?.gevolg).toMatchObject({ fase: 'gefactureerd', oorzaak: 'opleider', kosten: { wie: 'niemand', maximumCent: 0 }, uitsluitingMaanden: 0 })
    expect(redenenVan(await stopAanvraag(een.burger, { kenmerk: een.kenmerk, fase: 'gefactureerd', toelichting: undefined }))).toEqual([])
    expect(await asOwner('select a.status, w.status as wijziging, s.oorzaak from aanvraag a join wijziging w on w.aanvraag_id = a.id join stopzetting s on s.aanvraag_id = a.id where a.id = $1', [een.aanvraagId]))
      .toEqual([{ status: 'ingetrokken', wijziging: 'geweigerd', oorzaak: 'opleider' }])
    await zetKlok('2022-11-21T10:00:00+01:00')
  })

  test('een startdatum: iedereen met een toekenning krijgt de keuze en een brief, een keer, hoe vaak de taak ook loopt', async () => {
    const allen = [await wereld.verleen(), await wereld.verleen(), await wereld.verleen()]
    const [activiteit] = await asOwner<{ id: string }>(`select scholingsactiviteit_id as id from aanvraag where id = $1`, [allen[0]?.aanvraagId])
    const activiteitId = activiteit?.id ?? ''
    expect(redenenVan(await annuleerScholingsactiviteit(wereld.opleider, { activiteitId, reden: 'De docent is weg' }))).toEqual([])
    expect(await asOwner(`select payload from outbox where job = 'leg-annulering-voor'`)).toEqual([{ payload: { activiteitId } }])
    await Promise.all([legAnnuleringVoor(activiteitId), legAnnuleringVoor(activiteitId)])
    await legAnnuleringVoor(activiteitId)
    expect(await asOwner(`select count(*)::int as n, count(brief_id)::int as brieven, min(reden) as reden from wijziging where soorten = array['annulering'] and status = 'voorgelegd'`)).toEqual([{ n: 3, brieven: 3, reden: 'De docent is weg' }])
    for (const { aanvraagId } of allen) expect(await asOwner(`select count(*)::int as n from brief where aanvraag_id = $1 and onderwerp = 'Uw scholing gaat niet door'`, [aanvraagId])).toEqual([{ n: 1 }])
  })

  test('ook een import die een startdatum afzegt, laat de deelnemers het weten', async () => {
    const een = await wereld.verleen()
    await asOwner(`update scholingsactiviteit set status = 'open'`)
    await asOwner(`delete from outbox where job = 'leg-annulering-voor'`)
    await asOwner(`update scholingsactiviteit set status = 'geannuleerd', bron = 'edudex', door_id = null`)
    expect(await asOwner(`select count(*)::int as n from outbox where job = 'leg-annulering-voor'`)).toEqual([{ n: 1 }])
    const [activiteit] = await asOwner<{ id: string }>(`select scholingsactiviteit_id as id from aanvraag where id = $1`, [een.aanvraagId])
    await legAnnuleringVoor(activiteit?.id ?? '')
    expect(await asOwner(`select count(*)::int as n from brief where aanvraag_id = $1 and onderwerp = 'Uw scholing gaat niet door'`, [een.aanvraagId])).toEqual([{ n: 1 }])
  })

  test('wat begonnen is, wordt niet afgezegd', async () => {
    const een = await wereld.verleen()
    await zetKlok('2022-12-05T10:00:00+01:00')
    expect(redenenVan(await annuleerVoorDeelnemer(wereld.opleider, { kenmerk: een.kenmerk, reden: 'Te laat' }))).toEqual(['al-begonnen'])
  })
})
