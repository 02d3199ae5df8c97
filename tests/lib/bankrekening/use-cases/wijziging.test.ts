import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { SYSTEEM, type OpleiderActor } from '@/lib/base/actor'
import { parseIban, type Iban } from '@/lib/base/iban'
import { REKENING_OVERGANGEN } from '@/lib/bankrekening/rules/status'
import { vraagRekeningSchema } from '@/lib/bankrekening/schema'
import { beoordeelRekening } from '@/lib/bankrekening/use-cases/beoordeel-rekening'
import { bevestigRekening } from '@/lib/bankrekening/use-cases/bevestig-rekening'
import { controleerRekening } from '@/lib/bankrekening/use-cases/controleer-rekening'
import { trekRekeningIn } from '@/lib/bankrekening/use-cases/trek-rekening-in'
import { vraagRekening } from '@/lib/bankrekening/use-cases/vraag-rekening'
import { werkRekeningenBij } from '@/lib/bankrekening/use-cases/werk-rekeningen-bij'
import { getRekening, getRekeningVan, listRekeningWerk } from '@/lib/bankrekening/views'
import { maakVerplichting } from '@/lib/betaling/use-cases/maak-verplichting'
import { ontvangFactuur } from '@/lib/betaling/use-cases/ontvang-factuur'
import { stelBatchSamen } from '@/lib/betaling/use-cases/stel-batch-samen'
import { eenFactuur } from '@/tests/builders/factuur'
import { aBetaalWereld, IBAN, VANDAAG, type BetaalWereld } from '@/tests/builders/verlening'
import { pool } from '@/lib/platform/db'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

const iban = (tekst: string): Iban => {
  const gelezen = parseIban(tekst)
  if (gelezen === undefined) throw new Error('no IBAN')
  return gelezen
}
const NIEUW = iban('NL91ABNA0417164300')
const ANDER = iban('NL44RABO0123456789')

const vraagSchema = z.object({ iban: z.string(), naam: z.string() })

let wereld: BetaalWereld
let collega: OpleiderActor
let antwoord: 'match' | 'bijna' | 'geen' | 'onbekend' | 'stuk'
/** The names that the banks were asked about, and accounts of which they know the holder. */
let gevraagd: string[] = []
let houders: Readonly<Record<string, string>> = {}
freshDb(async () => {
  wereld = await aBetaalWereld()
  const [rij] = await asOwner<{ id: string }>(`insert into gebruiker (soort, subject_hmac, kvk, opleider_id) values ('opleider', 'collega', '90000001', '${wereld.opleider.opleiderId}') returning id`)
  collega = { ...wereld.opleider, id: rij?.id ?? '' }
})
beforeEach(async () => {
  antwoord = 'match'
  gevraagd = []
  houders = {}
  vi.stubGlobal('fetch', (_: unknown, { body }: { body: string }) => {
    const { iban: rekening, naam } = vraagSchema.parse(JSON.parse(body))
    gevraagd.push(naam)
    if (houders[rekening] === 'stil') return Promise.resolve(new Response('stuk', { status: 503 }))
    if (houders[rekening] !== undefined) return Promise.resolve(Response.json({ resultaat: houders[rekening] === naam ? 'match' : 'geen' }))
    return Promise.resolve(antwoord === 'stuk' ? new Response('stuk', { status: 503 }) : Response.json({ resultaat: antwoord, ...(antwoord === 'bijna' ? { suggestie: 'Vakschool De Ambachten' } : {}) }))
  })
  await plant(`delete from rekeningwijziging; delete from naamcontrole; update factuur set status = 'afgekeurd' where status = 'gematcht'; update opleider set iban = '${IBAN}' where kvk = '90000001'`)
  await asOwner(`insert into naamcontrole (opleider_id, iban, naam, antwoord) values ('${wereld.opleider.opleiderId}', '${IBAN}', 'Vakschool De Ambacht', 'match')`)
  await zetKlok(`${VANDAAG}T10:00:00+01:00`)
})

const vraag = (naar: Iban = NIEUW, wie = wereld.opleider) => vraagRekening(wie, { iban: naar, tenaamstelling: 'Vakschool De Ambacht', reden: 'Wij gaan naar een andere bank' })
const wijziging = async () => (await asOwner<{ id: string; status: string; gaat_in_op: string | null }>('select id, status, gaat_in_op::text from rekeningwijziging order by aangevraagd_op desc, id limit 1'))[0] ?? { id: '', status: '', gaat_in_op: null }
const inGebruik = async () => (await asOwner<{ iban: string }>(`select iban from opleider where kvk = '90000001'`))[0]?.iban
const weiger = (...redenen: string[]) => ({ ok: false, redenen })
const gedaan = { ok: true, value: undefined }

describe('een ander rekeningnummer van de opleider', () => {
  test('de een vraagt het, de ander bevestigt het, en na de wachtdagen is het in gebruik', async () => {
    const mails = (await asOwner('select id from mail')).length
    expect(await vraag()).toEqual(gedaan)
    expect((await asOwner<{ onderwerp: string }>('select onderwerp from mail order by created_at')).slice(mails).map(({ onderwerp }) => onderwerp).toSorted(), 'bericht naar het oude adres')
      .toEqual(['Er is een ander rekeningnummer gevraagd voor uw organisatie', 'Er staat een bericht voor u klaar'])
    const { id } = await wijziging()
    expect(await bevestigRekening(wereld.opleider, { wijzigingId: id }), 'nooit dezelfde persoon').toEqual(weiger('niet-uzelf'))
    expect(await bevestigRekening(wereld.andereOpleider, { wijzigingId: id }), 'niet iemand van een andere opleider').toEqual(weiger('niet-gevonden'))
    expect(await bevestigRekening(collega, { wijzigingId: id })).toEqual(gedaan)
    expect(await wijziging()).toMatchObject({ status: 'bevestigd', gaat_in_op: '2022-11-26' })

    await zetKlok('2022-11-25T23:59:00+01:00')
    await werkRekeningenBij()
    expect(await inGebruik(), 'in de wachttijd blijft het oude').toBe(IBAN)
    await zetKlok('2022-11-26T00:01:00+01:00')
    await Promise.all([werkRekeningenBij(), werkRekeningenBij()])
    expect(await inGebruik()).toBe(NIEUW)
    expect(await wijziging()).toMatchObject({ status: 'actief' })
    expect(await asOwner(`select soort, van_status, naar_status, door_rol from gebeurtenis where onderwerp = 'rekeningwijziging' and onderwerp_id = '${id}' order by id`)).toEqual([
      { soort: 'vraag-rekening', van_status: null, naar_status: 'aangevraagd', door_rol: 'opleider' },
      { soort: 'bevestig', van_status: 'aangevraagd', naar_status: 'bevestigd', door_rol: 'opleider' },
      { soort: 'neem-in-gebruik', van_status: 'bevestigd', naar_status: 'actief', door_rol: 'systeem' },
    ])
    expect(await asOwner(`select onderwerp from brief where onderwerp like '%rekeningnummer%' order by verzonden_op, onderwerp`)).toHaveLength(3)
  })

  test('klopt de naam niet, dan kijkt UWV ernaar en wordt het pas na een oordeel gebruikt', async () => {
    antwoord = 'bijna'
    await vraag()
    await bevestigRekening(collega, { wijzigingId: (await wijziging()).id })
    await zetKlok('2022-11-28T10:00:00+01:00')
    antwoord = 'stuk'
    await werkRekeningenBij()
    expect(await wijziging(), 'geen antwoord is geen oordeel').toMatchObject({ status: 'bevestigd' })
    antwoord = 'bijna'
    await werkRekeningenBij()
    expect(await wijziging()).toMatchObject({ status: 'te-beoordelen' })
    expect(await inGebruik()).toBe(IBAN)
    const [medewerker] = wereld.financieel
    expect(await listRekeningWerk(medewerker)).toMatchObject([{ opleider: 'Vakschool De Ambacht', waarom: 'te-beoordelen', antwoord: 'bijna' }])
    expect(await trekRekeningIn(collega, { wijzigingId: (await wijziging()).id })).toEqual(weiger('niet-meer-in-te-trekken'))
    expect(await getRekeningVan(medewerker, wereld.opleider.opleiderId)).toMatchObject({ loopt: { naam: { antwoord: 'bijna', suggestie: 'Vakschool De Ambachten' } } })
    expect(await beoordeelRekening(medewerker, { opleiderId: wereld.opleider.opleiderId, oordeel: 'aanvaard', reden: 'Handelsnaam, gezien in de KvK' })).toEqual(gedaan)
    expect(await inGebruik()).toBe(NIEUW)
  })

  test('de banken zeggen of de rekening van de opleider is; de naam die de vrager intikt, telt niet', async () => {
    houders = { [ANDER]: 'J. Jansen' }
    expect(await vraagRekening(wereld.opleider, { iban: ANDER, tenaamstelling: 'J. Jansen', reden: 'Wij gaan naar een andere bank' })).toEqual(gedaan)
    await bevestigRekening(collega, { wijzigingId: (await wijziging()).id })
    await zetKlok('2022-11-28T10:00:00+01:00')
    await werkRekeningenBij()
    expect(gevraagd).toEqual(['Vakschool De Ambacht', 'Vakschool De Ambacht'])
    expect(await wijziging()).toMatchObject({ status: 'te-beoordelen' })
    expect(await inGebruik()).toBe(IBAN)
    expect(await asOwner('select naam, antwoord from naamcontrole where iban = $1', [ANDER])).toEqual([{ naam: 'Vakschool De Ambacht', antwoord: 'geen' }, { naam: 'Vakschool De Ambacht', antwoord: 'geen' }])
    // The database does not believe a match with another name either.
    await asOwner(`insert into naamcontrole (opleider_id, iban, naam, antwoord) values ($1, $2, 'J. Jansen', 'match')`, [wereld.opleider.opleiderId, ANDER])
    await plant(`update rekeningwijziging set status = 'bevestigd'`)
    await expect(pool.query(`update rekeningwijziging set status = 'actief', afgerond_op = nu()`)).rejects.toThrow('horen niet bij elkaar')
  })

  test('UWV blokkeert met een reden; hetzelfde nummer kan daarna niet opnieuw', async () => {
    await vraag(ANDER)
    const [medewerker] = wereld.financieel
    const { opleiderId } = wereld.opleider
    expect(await beoordeelRekening(medewerker, { opleiderId, oordeel: 'aanvaard', reden: 'Te vroeg hiervoor' })).toEqual(weiger('bedenktijd-loopt'))
    expect(await beoordeelRekening(medewerker, { opleiderId, oordeel: 'blokkeer', reden: 'De opleider belde: niet door ons gevraagd' })).toEqual(gedaan)
    expect(await wijziging()).toMatchObject({ status: 'geblokkeerd' })
    expect(await beoordeelRekening(medewerker, { opleiderId, oordeel: 'blokkeer', reden: 'Nog een keer' })).toEqual(weiger('al-in-gebruik'))
    expect(await vraag(ANDER)).toEqual(weiger('eerder-geblokkeerd'))
    expect(await getRekening(wereld.opleider)).toMatchObject({ loopt: null, eerder: [{ status: 'geblokkeerd', oordeel: 'De opleider belde: niet door ons gevraagd' }] })
  })

  test('er loopt er één tegelijk, het bekende nummer is geen wijziging, en iedereen van de opleider kan haar intrekken', async () => {
    expect(await vraag(iban(IBAN))).toEqual(weiger('al-deze-rekening'))
    const [een, twee] = await Promise.all([vraag(), vraag(ANDER, collega)])
    expect([een.ok, twee.ok].filter(Boolean), 'twee tegelijk: één').toHaveLength(1)
    expect(await vraag(ANDER)).toEqual(weiger('loopt-al'))
    const { id } = await wijziging()
    expect(await trekRekeningIn(collega, { wijzigingId: id })).toEqual(gedaan)
    expect(await bevestigRekening(collega, { wijzigingId: id })).toEqual(weiger('niet-gevonden'))
    expect(await vraag()).toEqual(gedaan)
  })

  test('een rekeningnummer dat niet bestaat, wordt met een uitleg geweigerd', () => {
    const gelezen = vraagRekeningSchema.safeParse({ iban: 'NL20INGB0001234568', tenaamstelling: 'X', reden: 'Nieuwe bank' })
    expect(gelezen.error?.issues.map(({ message }) => message)).toEqual(['Dit rekeningnummer bestaat niet. Neem het precies over van uw bank, bijvoorbeeld NL20 INGB 0001 2345 67.', 'Vul in op welke naam de rekening staat.'])
  })
})

describe('een factuur met het nieuwe nummer', () => {
  const factuur = async (rekening: Iban) => {
    const { aanvraagId } = await wereld.verleen()
    await maakVerplichting(aanvraagId)
    const [order] = await asOwner<{ ordernummer: string }>(`select ordernummer from verplichting where aanvraag_id = '${aanvraagId}'`)
    const ordernummer = order?.ordernummer ?? ''
    const xml = eenFactuur({ ordernummer, nummer: `F-${ordernummer}` }).replace(IBAN, rekening)
    return ontvangFactuur(wereld.opleider, { naam: 'f.xml', inhoud: Buffer.from(xml) })
  }

  test('wordt voor de wachtdagen afgekeurd met een duidelijke zin; erna betaald, en wat al goedgekeurd was op het oude', async () => {
    expect(await factuur(iban(IBAN))).toMatchObject({ ok: true, value: { isGematcht: true } })
    await vraag()
    expect(await factuur(NIEUW)).toMatchObject({ ok: true, value: { isGematcht: false, fouten: [{ code: 'STAP-REKENING-WACHT', verwacht: 'NL20 INGB 0001 2345 67' }] } })
    await bevestigRekening(collega, { wijzigingId: (await wijziging()).id })
    await zetKlok('2022-11-28T10:00:00+01:00')
    await werkRekeningenBij()
    expect(await factuur(NIEUW)).toMatchObject({ ok: true, value: { isGematcht: true } })
    expect(await factuur(iban(IBAN))).toMatchObject({ ok: true, value: { isGematcht: false, fouten: [{ code: 'STAP-REKENING' }] } })
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
    expect(await asOwner('select iban from betaling order by end_to_end_id')).toEqual([{ iban: IBAN }, { iban: NIEUW }])
  })

  test('op een rekening die nooit klopte, komt in geen batch maar op de lijst; na aanvaarden wel in een batch', async () => {
    await plant('delete from naamcontrole')
    antwoord = 'geen'
    await factuur(iban(IBAN))
    expect(await stelBatchSamen(SYSTEEM)).toEqual(weiger('niets-te-betalen'))
    const [medewerker] = wereld.financieel
    expect(await listRekeningWerk(medewerker)).toMatchObject([{ waarom: 'nooit-gematcht', antwoord: 'geen', aantal: 1, bedrag: 93_950 }])
    expect(await controleerRekening(medewerker, { opleiderId: wereld.opleider.opleiderId })).toEqual(gedaan)
    expect(await beoordeelRekening(medewerker, { opleiderId: wereld.opleider.opleiderId, oordeel: 'aanvaard', reden: 'Bankafschrift van de opleider gezien' })).toEqual(gedaan)
    expect(await beoordeelRekening(medewerker, { opleiderId: wereld.opleider.opleiderId, oordeel: 'aanvaard', reden: 'Nog eens' })).toEqual(weiger('niets-te-aanvaarden'))
    expect(await stelBatchSamen(SYSTEEM)).toMatchObject({ ok: true })
  })
})

describe('de database weigert wat nooit mag', () => {
  const zet = (sql: string) => pool.query(sql.replaceAll('$opleider', wereld.opleider.opleiderId).replaceAll('$een', wereld.opleider.id).replaceAll('$twee', collega.id))
  const VRAAG = `insert into rekeningwijziging (opleider_id, iban, tenaamstelling, vorige_iban, reden, aangevraagd_door) values ('$opleider', '${NIEUW}', 'x', '${IBAN}', 'x', '$een')`

  test.each([
    ['het rekeningnummer buiten een wijziging om', `update opleider set iban = '${NIEUW}' where id = '$opleider'`, /permission denied/],
    ['een wijziging die al bevestigd begint', VRAAG.replace('reden, ', 'reden, status, bevestigd_door, bevestigd_op, gaat_in_op, ').replace(`'x', '$een')`, `'x', 'bevestigd', '$twee', nu(), '2022-11-26', '$een')`), /begint als aangevraagd/],
    ['een ander vorig nummer', VRAAG.replace(`'${IBAN}', 'x'`, `'${ANDER}', 'x'`), /niet dat van de opleider/],
    ['hetzelfde nummer', VRAAG.replace(NIEUW, IBAN), /rekeningwijziging_andere/],
    ['een wijziging door een medewerker', VRAAG.replace('$een', '$medewerker'), /van de opleider zelf/],
    ['een uitslag van de naamcontrole wijzigen', `update naamcontrole set antwoord = 'match'`, /permission denied/],
    ['een wijziging wissen', 'delete from rekeningwijziging', /permission denied/],
  ])('%s', async (_, sql, fout) => {
    await expect(zet(sql.replace('$medewerker', wereld.financieel[0].id))).rejects.toThrow(fout)
  })

  test('dezelfde persoon bevestigt niet, wat gevraagd is verandert niet, en voor de wachtdagen of zonder naam komt het niet in gebruik', async () => {
    await zet(VRAAG)
    const bevestig = (wie: string) => zet(`update rekeningwijziging set status = 'bevestigd', bevestigd_door = '${wie}', bevestigd_op = nu(), gaat_in_op = '2022-11-26'`)
    await expect(bevestig('$een')).rejects.toThrow('rekeningwijziging_twee_mensen')
    await bevestig('$twee')
    await expect(zet(`update rekeningwijziging set gaat_in_op = '2022-11-21'`)).rejects.toThrow('verandert niet')
    await expect(asOwner(`update rekeningwijziging set iban = '${ANDER}'`)).rejects.toThrow('verandert niet')
    const gebruik = () => zet(`update rekeningwijziging set status = 'actief', afgerond_op = nu()`)
    await expect(gebruik()).rejects.toThrow('wachtdagen')
    await zetKlok('2022-11-26T10:00:00+01:00')
    await expect(gebruik()).rejects.toThrow('horen niet bij elkaar')
    await zet(`insert into naamcontrole (opleider_id, iban, naam, antwoord) values ('$opleider', '${NIEUW}', 'Vakschool De Ambacht', 'match')`)
    await gebruik()
    expect(await inGebruik()).toBe(NIEUW)
    await expect(zet(`update rekeningwijziging set status = 'geblokkeerd', beoordeeld_door = '$twee', oordeel = 'x'`)).rejects.toThrow(/bestaat niet|verandert niet/)
  })

  test('de overgangen in de code zijn die van de database', async () => {
    const inCode = Object.entries(REKENING_OVERGANGEN).flatMap(([handeling, { van, naar, door }]) => van.map((status) => `${handeling}: ${status} -> ${naar} (${door.join()})`))
    const rijen = await asOwner<{ regel: string }>(`select format('%s: %s -> %s (%s)', handeling, van, naar, array_to_string(rollen, ',')) as regel from status_overgang where onderwerp = 'rekeningwijziging'`)
    expect(rijen.map(({ regel }) => regel).toSorted()).toEqual(inCode.toSorted())
  })
})
