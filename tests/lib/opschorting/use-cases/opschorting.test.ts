import { describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { keurBatchGoed } from '@/lib/betaling/use-cases/keur-batch-goed'
import { maakBetaalbestand } from '@/lib/betaling/use-cases/maak-betaalbestand'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { listWachtredenen } from '@/lib/betaling/views'
import { countWachtredenen } from '@/lib/betaling/views/uwv'
import { beeindigOpschorting } from '@/lib/opschorting/use-cases/beeindig-opschorting'
import { leesOpgeschortePerioden } from '@/lib/opschorting/use-cases/lees-opgeschorte-perioden'
import { werkOpschortingenBij } from '@/lib/opschorting/use-cases/geef-kennis'
import { schortOp } from '@/lib/opschorting/use-cases/schort-op'
import { findOpgeschorteFacturen, getOpschorting, getVoorbeeld, listAlleOpschortingen, listOpschortingen } from '@/lib/opschorting/views'
import { inTransaction } from '@/lib/platform/db'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, type BetaalWereld, type Verlening } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
let beslisser: Medewerker
freshDb(async () => {
  wereld = await aBetaalWereld()
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, medewerker_naam, rollen) values ('medewerker', gen_random_uuid(), 'Eva Bos', '{beslisser}') returning id`)
  beslisser = { soort: 'medewerker', id: rij?.id ?? '', naam: 'Eva Bos', rollen: ['beslisser'] }
})

const redenenVan = (outcome: { ok: true } | { ok: false; redenen: readonly string[] }) => (outcome.ok ? [] : outcome.redenen)
let nummer = 0
async function aFactuur(): Promise<Verlening & { factuurId: string }> {
  const verlening = await wereld.verleen()
  await maakVerplichting(verlening.aanvraagId)
  const [order] = await asOwner<{ ordernummer: string }>('select ordernummer from verplichting where aanvraag_id = $1', [verlening.aanvraagId])
  nummer += 1
  const ontvangen = await ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(eenFactuur({ ordernummer: order?.ordernummer ?? '', nummer: `F-${String(nummer)}` })) })
  if (!ontvangen.ok) throw new Error(ontvangen.redenen.join())
  return { ...verlening, factuurId: ontvangen.value.factuurId }
}
const VERMOEDEN = 'Tien deelnemers schrijven dat er geen les is gegeven, en de presentielijsten zijn leeg.'
const input = (over: Partial<Parameters<typeof schortOp>[1]> = {}) => ({ opleiderId: wereld.opleider.opleiderId, grond: 'ernstig-vermoeden' as const, zaak: 'TK-2022-17', vermoeden: VERMOEDEN, ...over })
async function moet(over: Partial<Parameters<typeof schortOp>[1]> = {}): Promise<string> {
  const outcome = await schortOp(beslisser, input(over))
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  return outcome.value.opschortingId
}
const statusVan = async (factuurId: string) => (await asOwner<{ status: string }>('select status from factuur where id = $1', [factuurId]))[0]?.status

describe('Awb 4:56: opschorten van de betaling', () => {
  test('een onderzoek houdt geen betaling tegen', async () => {
    const { factuurId } = await aFactuur()
    await asOwner(`insert into maatregel (opleider_id, soort, reden, ingangsdatum, opgelegd_door) values ($1, 'in-onderzoek', 'Een signaal', '2022-11-01', $2)`, [wereld.opleider.opleiderId, beslisser.id])
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
    expect(await statusVan(factuurId)).toBe('in-batch')
    expect(redenenVan(await schortOp(beslisser, input({ grond: 'besluit-szw' })))).toEqual(['besluit-ontbreekt'])
  })

  test('begint met de brief, houdt facturen tegen, en stopt na dertien weken zonder dat er iets draait', async () => {
    const een = await aFactuur()
    expect(await getVoorbeeld(beslisser, input())).toMatchObject({ brief: { titel: 'Wij schorten de betaling op' } })
    const id = await moet()
    expect(await asOwner(`select b.soort, b.inhoud -> 'waarom' -> 'inleiding' ->> 1 as tekst from brief b join opschorting o on o.brief_id = b.id where o.id = $1`, [id])).toEqual([{ soort: 'opschorting', tekst: VERMOEDEN }])
    expect(await getOpschorting(beslisser, id)).toMatchObject({ toestand: 'loopt', ingangsdatum: '2022-11-21', totEnMet: '2023-02-20', facturen: 2, facturenCent: 187_900 })
    expect(redenenVan(await stelBatchSamen(SYSTEEM))).toEqual(['niets-te-betalen'])
    expect((await findOpgeschorteFacturen([een.factuurId])).get(een.factuurId)).toMatchObject({ totEnMet: '2023-02-20', grond: 'ernstig-vermoeden' })
    // De ene factuur staat al in een batch; de andere wacht, en heeft geen andere reden dan de opschorting.
    expect(await countWachtredenen(beslisser)).toEqual([{ reden: 'opgeschort', aantal: 1, bedrag: 93_950 }])
    expect(await listWachtredenen(beslisser, een.factuurId)).toEqual([])
    const zetRekening = (van: string, naar: string) => asOwner(`do $$ begin set local session_replication_role = replica; update naamcontrole set iban = replace(iban, '${van}', '${naar}'); end $$`)
    await zetRekening('NL', 'XX')
    expect(await listWachtredenen(wereld.opleider, een.factuurId)).toEqual(['rekening-klopt-niet'])
    expect(await listWachtredenen(wereld.andereOpleider, een.factuurId), 'die van een ander niet').toEqual([])
    await zetRekening('XX', 'NL')

    await zetKlok('2023-02-20T23:30:00+01:00')
    expect(redenenVan(await stelBatchSamen(SYSTEEM)), 'de laatste dag').toEqual(['niets-te-betalen'])
    await zetKlok('2023-02-21T00:30:00+01:00')
    expect(await stelBatchSamen(SYSTEEM), 'de dag daarna, in de nacht').toMatchObject({ ok: true })
    expect(await statusVan(een.factuurId)).toBe('in-batch')
    expect((await inTransaction((tx) => leesOpgeschortePerioden(tx, [een.aanvraagId]))).get(een.aanvraagId)).toEqual([{ van: '2022-11-21', tot: '2023-02-21' }])
  })

  test('op hetzelfde vermoeden nooit meer: niet op de zaak, niet op de tekst, niet voor een deel', async () => {
    expect(redenenVan(await schortOp(beslisser, input()))).toEqual(['zelfde-vermoeden'])
    expect(redenenVan(await schortOp(beslisser, input({ zaak: 'tk - 2022-17', vermoeden: 'Iets heel anders, maar dezelfde zaak.' })))).toEqual(['zelfde-vermoeden'])
    expect(redenenVan(await schortOp(beslisser, input({ zaak: 'TK-2023-1', vermoeden: `${VERMOEDEN.toUpperCase()}!` })))).toEqual(['zelfde-vermoeden'])
    const [opleiding] = await asOwner<{ id: string }>('select id from opleiding where opleider_id = $1', [wereld.opleider.opleiderId])
    expect(redenenVan(await schortOp(beslisser, input({ opleidingId: opleiding?.id ?? '' })))).toEqual(['zelfde-vermoeden'])
  })

  test('de database weigert hetzelfde, ook twee tegelijk, een verlenging, een te lange en een zonder brief', async () => {
    const beide = await Promise.all([1, 2].map(() => schortOp(beslisser, input({ zaak: 'TK-2023-2', vermoeden: 'Een nieuw feit: de docenten bestaan niet.' }))))
    expect(beide.filter(({ ok }) => ok)).toHaveLength(1)
    const rij = (zaak: string, over: { totEnMet?: string; brief?: string } = {}) => asOwner(`
      insert into opschorting (opleider_id, grond, zaak, vermoeden, ingangsdatum, tot_en_met, brief_id, opgelegd_door)
      values ($1, 'ernstig-vermoeden', $2, 'Nog een vermoeden, lang genoeg: ' || $2, '2023-02-21', $3, ${over.brief ?? `(select id from brief where opleider_id = $1 order by verzonden_op desc, id limit 1)`}, $4)`,
    [wereld.opleider.opleiderId, zaak, over.totEnMet ?? '2023-05-23', beslisser.id])
    await expect(rij('TK-2023-2')).rejects.toThrow('niet nog eens opgeschort')
    await expect(rij('TK-2023-3', { totEnMet: '2023-05-24' })).rejects.toThrow('precies zo lang')
    await expect(rij('TK-2023-3', { brief: 'gen_random_uuid()' })).rejects.toThrow('dag van de kennisgeving')
    await expect(asOwner(`update opschorting set tot_en_met = tot_en_met + 1`)).rejects.toThrow('nooit verlengd')
    // Tegenproef: zonder de bewaking ziet niemand de tweede, en dan staat zij er.
    await asOwner('alter table opschorting disable trigger opschorting_nieuw')
    await asOwner(`insert into opschorting (opleider_id, grond, zaak, vermoeden, ingangsdatum, tot_en_met, brief_id, opgelegd_door, beeindigd_op, beeindigd_door, beeindigd_reden)
      select opleider_id, grond, zaak, vermoeden, ingangsdatum, tot_en_met, (select id from brief where id not in (select brief_id from opschorting) limit 1), opgelegd_door, nu(), opgelegd_door, 'proef' from opschorting where zaak = 'TK-2023-2'`)
    await asOwner('alter table opschorting enable trigger opschorting_nieuw')
    expect(await asOwner(`select count(*)::int as n from opschorting where zaak = 'TK-2023-2'`)).toEqual([{ n: 2 }])
  })

  test('eerder beëindigen: met een brief, een keer, en daarna wordt er betaald', async () => {
    const { factuurId } = await aFactuur()
    await werkOpschortingenBij()
    const { regels: [regel] } = await listAlleOpschortingen(beslisser, { page: 1, size: 50 })
    expect(redenenVan(await stelBatchSamen(SYSTEEM))).toEqual(['niets-te-betalen'])
    const lopend = (await listOpschortingen(wereld.opleider)).filter(({ toestand }) => toestand === 'loopt')
    expect(lopend).toHaveLength(1)
    const opschortingId = lopend[0]?.id ?? ''
    expect(regel?.opleiderId).toBe(wereld.opleider.opleiderId)
    expect(redenenVan(await beeindigOpschorting(beslisser, { opschortingId, reden: 'De docenten bestaan wel.' }))).toEqual([])
    expect(redenenVan(await beeindigOpschorting(beslisser, { opschortingId, reden: 'De docenten bestaan wel.' }))).toEqual(['al-afgelopen'])
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
    expect(await statusVan(factuurId)).toBe('in-batch')
  })

  test('wat al was goedgekeurd, gaat niet mee in het bestand en komt na de opschorting in een nieuwe batch', async () => {
    await zetKlok('2023-03-01T10:00:00+01:00')
    const [in1, in2] = [await aFactuur(), await aFactuur()]
    const batch = await stelBatchSamen(SYSTEEM)
    const msgId = batch.ok ? batch.value.msgId : ''
    for (const medewerker of wereld.financieel.slice(0, 2)) await keurBatchGoed(medewerker, { msgId })
    const id = await moet({ aanvraagKenmerk: in1.kenmerk, zaak: 'TK-2023-9', vermoeden: 'Deze deelnemer bestaat volgens de opleider niet.' })
    expect(await asOwner(`select count(*)::int as n from brief where aanvraag_id = $1 and soort = 'opschorting' and burger_id is not null`, [in1.aanvraagId]), 'de burger hoort het ook').toEqual([{ n: 1 }])
    const [rij] = await asOwner<{ id: string }>('select id from betaalbatch where msg_id = $1', [msgId])
    await maakBetaalbestand(rij?.id ?? '')
    expect([await statusVan(in1.factuurId), await statusVan(in2.factuurId)]).toEqual(['gematcht', 'betaald'])
    expect(await asOwner(`select status from betaling where factuur_id = $1`, [in1.factuurId])).toEqual([{ status: 'vervallen' }])
    await beeindigOpschorting(beslisser, { opschortingId: id, reden: 'De deelnemer bestaat wel.' })
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
    expect(await asOwner(`select status, end_to_end_id like '%/2' as tweede from betaling where factuur_id = $1 and status = 'onderweg'`, [in1.factuurId])).toEqual([{ status: 'onderweg', tweede: true }])
  })

  test('van een opleider hoort elke burger het, met het vermoeden en bezwaar; wie later budget krijgt ook, en pas dan begint het', async () => {
    await zetKlok('2023-03-01T11:00:00+01:00')
    const eerder = await aFactuur()
    const id = await moet({ zaak: 'TK-2023-11', vermoeden: 'De docenten staan nergens ingeschreven.' })
    expect(await asOwner(`select b.inhoud -> 'waarom' -> 'inleiding' ->> 1 as tekst, b.inhoud -> 'bezwaar' ->> 'uiterlijkOp' as bezwaar from brief b join opschorting_kennisgeving k on k.brief_id = b.id where k.opschorting_id = $1 and k.aanvraag_id = $2 and b.burger_id is not null`, [id, eerder.aanvraagId]))
      .toEqual([{ tekst: 'De docenten staan nergens ingeschreven.', bezwaar: '2023-04-12' }])

    await zetKlok('2023-03-05T10:00:00+01:00')
    const later = await aFactuur()
    expect([...(await findOpgeschorteFacturen([eerder.factuurId, later.factuurId])).keys()], 'zonder brief geen opschorting').toEqual([eerder.factuurId])
    expect(await werkOpschortingenBij()).toBe(false)
    expect((await findOpgeschorteFacturen([later.factuurId])).size).toBe(1)
    expect((await inTransaction((tx) => leesOpgeschortePerioden(tx, [later.aanvraagId]))).get(later.aanvraagId)).toEqual([{ van: '2023-03-05', tot: '2023-06-01' }])

    expect(redenenVan(await beeindigOpschorting(beslisser, { opschortingId: id, reden: 'De docenten zijn gevonden.' }))).toEqual([])
    await werkOpschortingenBij()
    await werkOpschortingenBij()
    expect(await asOwner(`select b.onderwerp, count(*)::int as n from brief b where b.aanvraag_id = $1 and b.soort = 'opschorting' and b.burger_id is not null group by 1 order by 1`, [later.aanvraagId]), 'het einde wordt een keer gemeld')
      .toEqual([{ onderwerp: 'Wij betalen uw opleider tijdelijk niet', n: 1 }, { onderwerp: 'Wij kunnen uw opleider weer betalen', n: 1 }])
    await stelBatchSamen(SYSTEEM)
    expect([await statusVan(eerder.factuurId), await statusVan(later.factuurId)]).toEqual(['in-batch', 'in-batch'])
  })

  test('een besluit tot wijziging eindigt haar voor die aanvraag, met die dag erbij', async () => {
    await zetKlok('2023-03-01T11:30:00+01:00')
    const { aanvraagId, kenmerk, factuurId } = await aFactuur()
    await moet({ aanvraagKenmerk: kenmerk, zaak: 'TK-2023-12', vermoeden: 'De deelnemer was er maar de helft van de tijd.' })
    // Alleen wat dit besluit met de opschorting doet: het besluit zelf heeft zijn eigen test.
    await asOwner(`do $$ begin
      set local session_replication_role = replica;
      insert into besluit (kenmerk, aanvraag_id, soort, bedrag_cent, gronden, motivering, parameters, opleiding_versie, genomen_op, bezwaar_uiterlijk_op, brief_id)
      select 'BESLUIT-W', '${aanvraagId}', 'wijziging', 40000, '{niet-nagekomen}', 'De helft', '{}', 1, '2023-03-03T10:00:00+01:00', '2023-04-14', (select id from brief where id not in (select brief_id from besluit) limit 1);
    end $$`)
    await zetKlok('2023-03-03T23:00:00+01:00')
    expect((await findOpgeschorteFacturen([factuurId])).size, 'tot en met de dag van het besluit').toBe(1)
    await zetKlok('2023-03-04T00:30:00+01:00')
    expect((await findOpgeschorteFacturen([factuurId])).size).toBe(0)
    expect((await inTransaction((tx) => leesOpgeschortePerioden(tx, [aanvraagId]))).get(aanvraagId)).toEqual([{ van: '2023-03-01', tot: '2023-03-04' }])
  })

  test('op een besluit van SZW: zolang dat geldt, en vanzelf voorbij als het wordt opgeheven', async () => {
    await zetKlok('2023-03-01T12:00:00+01:00')
    const { factuurId, aanvraagId } = await aFactuur()
    await asOwner(`insert into maatregel (opleider_id, soort, reden, ingangsdatum, opgelegd_door) values ($1, 'verwijderd', 'Besluit', '2023-02-01', $2)`, [wereld.opleider.opleiderId, beslisser.id])
    const id = await moet({ grond: 'besluit-szw', zaak: 'SZW-2023-1', vermoeden: 'De minister heeft de opleider verwijderd.' })
    expect(await getOpschorting(beslisser, id)).toMatchObject({ toestand: 'loopt', totEnMet: null })
    expect((await findOpgeschorteFacturen([factuurId])).get(factuurId)).toMatchObject({ grond: 'besluit-szw', totEnMet: null })
    await asOwner(`update maatregel set einddatum = '2023-03-04' where soort = 'verwijderd'`)
    expect(await getOpschorting(beslisser, id), 'tot en met de laatste dag van het besluit').toMatchObject({ toestand: 'loopt', totEnMet: '2023-03-03' })
    await zetKlok('2023-03-04T00:30:00+01:00')
    expect((await findOpgeschorteFacturen([factuurId])).size).toBe(0)
    await zetKlok('2023-03-01T12:30:00+01:00')
    await asOwner(`update maatregel set opgeheven_op = nu(), opgeheven_door = opgelegd_door, opheffing_reden = 'Geschorst door de rechter' where soort = 'verwijderd'`)
    expect(await getOpschorting(beslisser, id)).toMatchObject({ toestand: 'beeindigd' })
    expect((await findOpgeschorteFacturen([factuurId])).size).toBe(0)
    expect((await inTransaction((tx) => leesOpgeschortePerioden(tx, [aanvraagId]))).get(aanvraagId), 'een periode zonder dag telt niet').toBeUndefined()
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
  })

  test('de database neemt geen betaling op waarvoor is opgeschort', async () => {
    await zetKlok('2023-03-02T10:00:00+01:00')
    const { factuurId, kenmerk } = await aFactuur()
    await moet({ aanvraagKenmerk: kenmerk, zaak: 'TK-2023-10', vermoeden: 'Ook deze deelnemer is nergens te vinden.' })
    await expect(asOwner(`do $$ declare b uuid; begin
      update factuur set status = 'in-batch' where id = '${factuurId}';
      insert into betaalbatch (msg_id, aantal, totaal_cent) values ('BATCH-X', 1, 93950) returning id into b;
      insert into betaling (batch_id, factuur_id, end_to_end_id, bedrag_cent, iban, tenaamstelling) select b, id, 'X', bedrag_cent, iban, 'X' from factuur where id = '${factuurId}';
    end $$`)).rejects.toThrow('betaling X mag niet: opgeschort')
  })
})
