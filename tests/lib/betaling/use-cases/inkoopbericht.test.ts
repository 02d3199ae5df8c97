import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { findElement, textAt, type XmlTree } from '@/lib/base/xml-tree'
import { laatVerplichtingVervallen } from '@/lib/betaling/use-cases/laat-verplichting-vervallen'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { meldOrderwijziging } from '@/lib/betaling/use-cases/schrijf-inkoopbericht'
import { stuurOpdracht, stuurVervallenOpdracht } from '@/lib/betaling/use-cases/stuur-opdracht'
import { plainDate } from '@/lib/base/date'
import { getInkoopbericht, getOpdracht } from '@/lib/betaling/views/opleider'
import { inTransaction, pool } from '@/lib/platform/db'
import { parseXml } from '@/lib/platform/xml'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => { wereld = await aBetaalWereld() })

async function eenOpdracht() {
  const verlening = await wereld.verleen()
  await maakVerplichting(verlening.aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [verlening.aanvraagId])
  return { ...verlening, ordernummer: order?.ordernummer ?? '' }
}

async function documenten(ordernummer: string, actor = wereld.opleider): Promise<readonly { soort: string; xml: XmlTree }[]> {
  const opdracht = await getOpdracht(actor, ordernummer)
  return Promise.all((opdracht?.berichten ?? []).map(async ({ id, soort, sha256 }) => {
    const document = await getInkoopbericht(actor, ordernummer, id)
    if (document === undefined) throw new Error('the document is not there')
    expect(createHash('sha256').update(document.inhoud).digest('hex')).toBe(sha256)
    const xml = parseXml(document.inhoud)
    if (!xml.ok) throw new Error(xml.redenen.join())
    return { soort, xml: xml.value }
  }))
}

describe('de inkooporder als document van Peppol BIS', () => {
  test('bij de verlening: een Order met wat er is toegekend', async () => {
    const { ordernummer, kenmerk } = await eenOpdracht()
    const [order, ...meer] = await documenten(ordernummer)
    expect(meer).toEqual([])
    expect(order).toMatchObject({ soort: 'order', xml: { naam: 'Order', namespace: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2' } })
    const lees = (pad: string) => textAt(order?.xml, pad)
    expect(lees('CustomizationID')).toBe('urn:fdc:peppol.eu:poacc:trns:order:3')
    expect(lees('ProfileID')).toBe('urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3')
    expect([lees('ID'), lees('IssueDate'), lees('OrderTypeCode'), lees('DocumentCurrencyCode'), lees('CustomerReference')]).toEqual([ordernummer, '2022-11-21', '220', 'EUR', kenmerk])
    expect([lees('BuyerCustomerParty/Party/PartyLegalEntity/RegistrationName'), lees('SellerSupplierParty/Party/PartyLegalEntity/CompanyID')]).toEqual(['UWV', '90000001'])
    expect(findElement(order?.xml, 'SellerSupplierParty/Party/EndpointID')?.attributen).toEqual({ schemeID: '0106' })
    expect([lees('AnticipatedMonetaryTotal/LineExtensionAmount'), lees('AnticipatedMonetaryTotal/PayableAmount'), lees('OrderLine/LineItem/LineExtensionAmount'), lees('OrderLine/LineItem/Price/PriceAmount')])
      .toEqual(['939.50', '939.50', '939.50', '939.50'])
    expect([lees('OrderLine/LineItem/Item/Name'), lees('OrderLine/LineItem/Delivery/RequestedDeliveryPeriod/StartDate'), lees('OrderLine/LineItem/Delivery/RequestedDeliveryPeriod/EndDate')])
      .toEqual(['Basiscursus MIG/MAG-lassen (klassikaal)', '2022-12-05', '2023-02-28'])
  })

  test('er staat niets van de deelnemer in', async () => {
    const { ordernummer } = await eenOpdracht()
    const [rij] = await asOwner<{ tekst: string }>(`select convert_from(d.inhoud, 'UTF8') as tekst from inkoopbericht i join document d on d.id = i.document_id where i.ordernummer = $1`, [ordernummer])
    expect(rij?.tekst).not.toMatch(/Jansen|Sam\b|1990/)
  })

  test('een andere startdatum: een Order Change die naar de order verwijst', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    await plant(`update aanmeldbewijs set startdatum = '2022-12-12' where id = (select aanmeldbewijs_id from aanvraag where id = $1)`, [aanvraagId])
    await inTransaction((tx) => meldOrderwijziging(tx, aanvraagId))
    const [, wijziging] = await documenten(ordernummer)
    const lees = (pad: string) => textAt(wijziging?.xml, pad)
    expect(wijziging).toMatchObject({ soort: 'wijziging', xml: { naam: 'OrderChange' } })
    expect([lees('CustomizationID'), lees('ID'), lees('SequenceNumberID'), lees('OrderReference/ID'), lees('OrderLine/LineItem/LineStatusCode'), lees('OrderLine/LineItem/Delivery/RequestedDeliveryPeriod/StartDate')])
      .toEqual(['urn:fdc:peppol.eu:poacc:trns:order_change:3', `${ordernummer}-2`, '2', ordernummer, '3', '2022-12-12'])
  })

  test('ingetrokken: een Order Cancellation, en daarna geen wijziging meer', async () => {
    const { aanvraagId, ordernummer } = await eenOpdracht()
    await plant("update aanvraag set status = 'ingetrokken' where id = $1", [aanvraagId])
    await laatVerplichtingVervallen(aanvraagId)
    await laatVerplichtingVervallen(aanvraagId)
    await inTransaction((tx) => meldOrderwijziging(tx, aanvraagId))
    const alle = await documenten(ordernummer)
    expect(alle.map(({ soort }) => soort)).toEqual(['order', 'annulering'])
    expect(textAt(alle[1]?.xml, 'CancellationNote')).toBe('De opdracht is vervallen. Stuur hiervoor geen factuur.')
    expect(textAt(alle[1]?.xml, 'OrderReference/ID')).toBe(ordernummer)
  })

  test('naar een andere opleider: de ene krijgt een annulering, de ander een eigen order; niemand ziet die van de ander', async () => {
    const { aanvraagId, kenmerk, ordernummer } = await eenOpdracht()
    const over = { aanvraagId, aanvraagKenmerk: kenmerk }
    await inTransaction(async (tx) => {
      await stuurVervallenOpdracht(tx, { ...over, opleiderId: wereld.opleider.opleiderId, ordernummer, opleiding: 'Lassen' }, 'gewijzigd')
      await stuurOpdracht(tx, { ...over, opleiderId: wereld.andereOpleider.opleiderId, ordernummer: 'ORDER-9000000-11', bedragCent: 50_000, opleiding: 'Anders', startdatum: plainDate('2023-01-09') })
    })
    expect((await documenten(ordernummer)).map(({ soort }) => soort)).toEqual(['order', 'annulering'])
    const [nieuw] = await asOwner<{ id: string; soort: string; opleider: string }>(`select id, soort, opleider_id as opleider from inkoopbericht where ordernummer = 'ORDER-9000000-11'`)
    expect(nieuw).toMatchObject({ soort: 'order', opleider: wereld.andereOpleider.opleiderId })
    expect(await getInkoopbericht(wereld.opleider, 'ORDER-9000000-11', nieuw?.id ?? '')).toBeUndefined()
  })

  test('wat verstuurd is, blijft zoals het was', async () => {
    await eenOpdracht()
    await expect(pool.query(`update inkoopbericht set soort = 'annulering'`)).rejects.toMatchObject({ code: '42501' })
    await expect(asOwner('delete from inkoopbericht')).rejects.toThrow('alleen om aan toe te voegen')
  })
})
