import { beforeEach, describe, expect, test } from 'vitest'
import { parseBsn } from '@/lib/base/bsn'
import { withClient } from '@/lib/platform/db'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { wijsAanvraagAf } from '@/lib/beschikking/use-cases/wijs-aanvraag-af'
import { meldAanbod } from '@/lib/beschikking/use-cases/meld-aanbod'
import { meldReserve } from '@/lib/beschikking/use-cases/meld-reserve'
import { aanvaardAanbod } from '@/lib/reservelijst/use-cases/aanvaard-aanbod'
import { biedReserveAan } from '@/lib/reservelijst/use-cases/bied-reserve-aan'
import { laatAanbiedingenVerlopen } from '@/lib/reservelijst/use-cases/laat-aanbod-verlopen'
import { slaAanbodAf } from '@/lib/reservelijst/use-cases/sla-aanbod-af'
import { sluitReservelijst } from '@/lib/reservelijst/use-cases/sluit-reservelijst'
import { vraagBesluit } from '@/lib/reservelijst/use-cases/vraag-besluit'
import { readStandBij } from '@/lib/toewijzing/views'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { aGereed, aWereld, submitAll, type Aanvrager, type Ingediend, type Wereld } from '@/tests/builders/aanvraag-wereld'
import { controleer } from '@/scripts/controle/controleer'
import { asOwner, freshDb, plant, zetKlok } from '@/tests/setup/db'

freshDb()

let wereld: Wereld
// Numbers that pass the check of a BSN and belong to nobody.
let laatsteBsn = 900_000_100
function nextBsn(): string {
  do laatsteBsn += 1
  while (parseBsn(String(laatsteBsn)) === undefined)
  return String(laatsteBsn)
}

beforeEach(async () => {
  await plant(`truncate reserveplaats, outbox, toewijzing, indiening, beoordeling, besluit, brief, mail, boekingsregel, boeking, gebeurtenis, gebeurtenis_zegel,
    toewijzing_stand, aanvraag, aanmeldbewijs, scholingsactiviteit, opleiding, erkenning, erkenner, opleider, compartiment, tijdvak, parameter, gebruiker cascade`)
  wereld = await aWereld({ plafondCent: 200_000 })
  await asOwner(`update tijdvak set reserve_tot = '2022-11-15T17:00:00+01:00'`)
})

/** So many burgers that submit one after the other. */
async function dienIn(...aanvragers: readonly Partial<Aanvrager>[]): Promise<readonly Ingediend[]> {
  const aanvragen: Ingediend[] = []
  for (const aanvrager of aanvragers) {
    aanvragen.push(await aGereed(wereld, { bsn: nextBsn(), ...aanvrager }))
  }
  await submitAll(aanvragen)
  return aanvragen
}

async function statussen(aanvragen: readonly Ingediend[]): Promise<readonly string[]> {
  const rijen = await asOwner<{ id: string; status: string }>('select id, status from aanvraag')
  return aanvragen.map(({ aanvraagId }) => rijen.find(({ id }) => id === aanvraagId)?.status ?? 'weg')
}

async function trekIn({ burger, kenmerk, aanvraagId }: Ingediend): Promise<void> {
  expect(await trekAanvraagIn(burger, { kenmerk })).toEqual({ ok: true })
  await laatReserveringVrij(aanvraagId)
}

async function vrijCent(): Promise<number | undefined> {
  return (await asOwner<{ vrij: number }>('select (plafond_cent - gereserveerd_cent - verplicht_cent - betaald_cent)::integer as vrij from compartiment'))[0]?.vrij
}

async function overtredingen(): Promise<readonly string[]> {
  const regels: string[] = []
  return withClient(async (client) => {
    await client.query('begin')
    await controleer(client, { print: (regel) => { regels.push(regel) }, progress: () => undefined })
    await client.query('rollback')
    return regels.filter((regel) => !/^I\d+ .*\bok\b/.test(regel))
  })
}

describe('het budget is op en het tijdvak heeft een reservelijst', () => {
  test('wie geen budget vindt, komt op de lijst; wat wordt ingetrokken gaat naar de eerste', async () => {
    const vier = await dienIn({}, {}, {}, {})
    expect(await statussen(vier)).toEqual(['gereserveerd', 'gereserveerd', 'reserve', 'reserve'])
    expect(await biedReserveAan()).toBe(false)

    const [een, , drie] = vier
    if (een === undefined || drie === undefined) throw new Error('four were submitted')
    await trekIn(een)
    expect(await biedReserveAan()).toBe(true)
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'aangeboden', 'reserve'])
    expect(await vrijCent()).toBe(0)

    expect(await readStandBij(drie.kenmerk)).toMatchObject({
      uitkomst: 'reserve', bedragCent: 0, compartimenten: [{ naam: 'Algemeen', vrijCent: 0, isGebruikt: false }],
      aanbod: { compartiment: 'Algemeen', vrijCent: 100_000, bedragCent: 100_000 },
    })
    await meldAanbod(drie.aanvraagId)
    const [brief] = await asOwner<{ inhoud: { kern: string } }>(`select inhoud from brief where soort = 'aanbod'`)
    expect(brief?.inhoud.kern).toBe('Er is € 1.000 STAP-budget voor u vrijgekomen. Zeg tot en met donderdag 3 november 2022 of u het wilt gebruiken.')
    expect(await aanvaardAanbod(drie.burger, drie)).toEqual({ ok: true })
    expect(await aanvaardAanbod(drie.burger, drie)).toEqual({ ok: true })
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'gereserveerd', 'reserve'])
    expect(await asOwner(`select count(*)::integer as n from outbox where job = 'beoordeel-aanvraag' and payload ->> 'aanvraagId' = '${drie.aanvraagId}'`)).toEqual([{ n: 1 }])
  })

  test('wie later komt gaat niet voor, ook niet met een kleiner bedrag dat nog zou passen', async () => {
    const drie = await dienIn({}, { bedragCent: 60_000 }, { bedragCent: 90_000 })
    const [later] = await dienIn({ bedragCent: 10_000 })
    if (later === undefined) throw new Error('one was submitted')
    expect(await statussen([...drie, later])).toEqual(['gereserveerd', 'gereserveerd', 'reserve', 'reserve'])
    expect(await vrijCent()).toBe(40_000)
    expect(await biedReserveAan()).toBe(false)
  })

  test('het bericht noemt de plaats in de rij, en tot wanneer de lijst geldt', async () => {
    const vier = await dienIn({}, {}, {}, {})
    const [, , , laatste] = vier
    await meldReserve(laatste?.aanvraagId ?? '')
    const [brief] = await asOwner<{ inhoud: { betekenis: string[] } }>(`select inhoud from brief where soort = 'reserve'`)
    expect(brief?.inhoud.betekenis[0]).toContain('was u nummer 2.')
    expect(brief?.inhoud.betekenis[3]).toContain('dinsdag 15 november 2022 om 17.00 uur')
  })

  test('een tijdvak zonder reservelijst wijst af, zoals altijd', async () => {
    await asOwner('update tijdvak set reserve_tot = null')
    expect(await statussen(await dienIn({}, {}, {}))).toEqual(['gereserveerd', 'gereserveerd', 'niet-toegewezen'])
  })
})

describe('een aanbod dat niet wordt aanvaard', () => {
  async function metAanbod() {
    const vier = await dienIn({}, {}, {}, {})
    const [een, , drie] = vier
    if (een === undefined || drie === undefined) throw new Error('four were submitted')
    await trekIn(een)
    await biedReserveAan()
    return { vier, drie }
  }

  test('afgeslagen: het budget gaat naar de volgende, en de afwijzing zegt waarom', async () => {
    const { vier, drie } = await metAanbod()
    expect(await slaAanbodAf(drie.burger, drie)).toEqual({ ok: true })
    expect(await slaAanbodAf(drie.burger, drie)).toEqual({ ok: true })
    expect(await vrijCent()).toBe(100_000)
    await biedReserveAan()
    await wijsAanvraagAf(drie.aanvraagId)
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'afgewezen', 'aangeboden'])
    expect(await asOwner('select gronden from besluit')).toEqual([{ gronden: ['aanbod-niet-aanvaard'] }])
  })

  test('verlopen: niet voor het einde van de bedenktijd, en daarna kan aanvaarden niet meer', async () => {
    const { vier, drie } = await metAanbod()
    await zetKlok('2022-11-03T23:59:59+01:00')
    expect(await laatAanbiedingenVerlopen()).toBe(0)
    await zetKlok('2022-11-04T00:00:00+01:00')
    expect(await aanvaardAanbod(drie.burger, drie)).toEqual({ ok: false, redenen: ['te-laat'] })
    expect(await laatAanbiedingenVerlopen()).toBe(1)
    expect(await laatAanbiedingenVerlopen()).toBe(0)
    expect(await aanvaardAanbod(drie.burger, drie)).toEqual({ ok: false, redenen: ['te-laat'] })
    expect(await vrijCent()).toBe(100_000)
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'niet-toegewezen', 'reserve'])
  })

  test("van een ander: er is niets te vinden", async () => {
    const { vier, drie } = await metAanbod()
    const vreemde = vier[1]?.burger
    if (vreemde === undefined) throw new Error('four were submitted')
    expect(await aanvaardAanbod(vreemde, drie)).toEqual({ ok: false, redenen: ['niet-gevonden'] })
  })

  test('F38: intrekken en aanbieden tegelijk, twee lussen tegelijk: het budget valt precies één keer vrij en niemand krijgt het dubbel', async () => {
    const { drie, vier } = await metAanbod()
    await Promise.all([
      trekAanvraagIn(drie.burger, drie), aanvaardAanbod(drie.burger, drie), slaAanbodAf(drie.burger, drie),
      biedReserveAan(), biedReserveAan(), biedReserveAan(),
    ])
    for (let ronde = 0; ronde < 2; ronde += 1)
      await Promise.all([laatReserveringVrij(drie.aanvraagId), laatReserveringVrij(drie.aanvraagId), biedReserveAan(), biedReserveAan()])
    await biedReserveAan()
    const [status] = await statussen([drie])
    const isVrij = status !== 'gereserveerd'
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', status, isVrij ? 'aangeboden' : 'reserve'])
    expect(await vrijCent()).toBe(0)
    expect(await asOwner(`select count(*)::integer as n from boeking where soort = 'geef-reservering-vrij' and oorzaak_id = '${drie.aanvraagId}'`)).toEqual([{ n: isVrij ? 1 : 0 }])
  })

  test('tegenproef: wie zonder vergrendeling kijkt en daarna vrijgeeft, wordt door het grootboek tegengehouden', async () => {
    const { drie } = await metAanbod()
    const geefVrij = () => plant(`with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('geef-reservering-vrij', 'aanvraag', '${drie.aanvraagId}') returning id)
      insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
      select id, r.rekening, '${wereld.compartimentId}', r.bedrag from b, (values ('gereserveerd', -100000), ('vrij', 100000)) as r (rekening, bedrag)`)
    await geefVrij()
    await expect(geefVrij()).rejects.toMatchObject({ code: '23505' })
  })
})

describe('het einde van de lijst', () => {
  test('wie niet aan de beurt kwam, krijgt de afwijzing die er anders meteen was geweest', async () => {
    const drie = await dienIn({}, {}, {})
    await zetKlok('2022-11-15T16:59:59+01:00')
    expect(await sluitReservelijst()).toBe(0)
    await zetKlok('2022-11-15T17:00:00+01:00')
    expect(await sluitReservelijst()).toBe(1)
    expect(await sluitReservelijst()).toBe(0)
    await wijsAanvraagAf(drie[2]?.aanvraagId ?? '')
    expect(await asOwner('select gronden, motivering from besluit')).toEqual([
      { gronden: ['plafond-bereikt'], motivering: 'U stond op de reservelijst. Er kwam niet genoeg budget vrij voordat de lijst sloot.' },
    ])
  })

  test('kort voor het einde is er geen eerlijke bedenktijd meer, en dus geen aanbod', async () => {
    const drie = await dienIn({}, {}, {})
    await zetKlok('2022-11-15T06:00:00+01:00')
    await trekIn(drie[0] ?? { ...wereldloos })
    expect(await biedReserveAan()).toBe(false)
  })

  test('een scholing die is begonnen, houdt geen plaats: de volgende komt aan de beurt', async () => {
    await asOwner(`update tijdvak set reserve_tot = '2022-12-15T17:00:00+01:00'`)
    const vier = await dienIn({}, {}, { startdatum: '2022-11-30' }, {})
    await zetKlok('2022-11-29T12:00:00+01:00')
    await trekIn(vier[0] ?? { ...wereldloos })
    expect(await biedReserveAan()).toBe(true)
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'reserve', 'aangeboden'])
    await zetKlok('2022-11-30T00:00:01+01:00')
    expect(await sluitReservelijst()).toBe(1)
    expect(await statussen(vier)).toEqual(['ingetrokken', 'gereserveerd', 'niet-toegewezen', 'aangeboden'])
  })

  test('op verzoek van de burger, meteen: Awb 4:13', async () => {
    const drie = await dienIn({}, {}, {})
    const laatste = drie[2] ?? { ...wereldloos }
    expect(await vraagBesluit(laatste.burger, laatste)).toEqual({ ok: true })
    expect(await vraagBesluit(laatste.burger, laatste)).toEqual({ ok: true })
    await wijsAanvraagAf(laatste.aanvraagId)
    expect(await statussen(drie)).toEqual(['gereserveerd', 'gereserveerd', 'afgewezen'])
  })

  test('wie van de lijst af wil, trekt in en staat er niet meer op', async () => {
    const drie = await dienIn({}, {}, {})
    const laatste = drie[2] ?? { ...wereldloos }
    await trekIn(laatste)
    expect(await asOwner('select toestand from reserveplaats')).toEqual([{ toestand: 'ingetrokken' }])
    const [later] = await dienIn({})
    expect(await statussen([later ?? laatste])).toEqual(['reserve'])
  })
})

test('I1-I12 houden, ook na een lijst met alles erop en eraan', async () => {
  const zes = await dienIn({}, {}, {}, {}, {}, {})
  await trekIn(zes[0] ?? wereldloos)
  await biedReserveAan()
  await slaAanbodAf(zes[2]?.burger ?? wereldloos.burger, zes[2] ?? wereldloos)
  await biedReserveAan()
  await aanvaardAanbod(zes[3]?.burger ?? wereldloos.burger, zes[3] ?? wereldloos)
  await trekIn(zes[4] ?? wereldloos)
  expect(await statussen(zes)).toEqual(['ingetrokken', 'gereserveerd', 'niet-toegewezen', 'gereserveerd', 'ingetrokken', 'reserve'])
  expect(await overtredingen()).toEqual([])
})

const wereldloos: Ingediend = { aanvraagId: '', kenmerk: '', bsn: '', burger: { soort: 'burger', id: '', rollen: ['burger'] } }
