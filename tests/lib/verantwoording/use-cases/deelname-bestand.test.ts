import { describe, expect, test } from 'vitest'
import { deelnameBestandSchema } from '@/lib/verantwoording/schema'
import { leesDeelnames } from '@/lib/verantwoording/use-cases/lees-deelnames'
import { ontvangDeelnames } from '@/lib/verantwoording/use-cases/ontvang-deelnames'
import { laatDeelnamesVervallen, voerDeelnamesDoor } from '@/lib/verantwoording/use-cases/voer-deelnames-door'
import { getDeelnameBestand, listOpenDeelnemers } from '@/lib/verantwoording/views'
import { aBetaalWereld, type BetaalWereld } from '@/tests/builders/verlening'
import { asOwner, freshDb, zetKlok } from '@/tests/setup/db'

let wereld: BetaalWereld
freshDb(async () => {
  wereld = await aBetaalWereld()
  await zetKlok('2023-03-01T10:00:00+01:00')
})

const OK = { ok: true, value: undefined }
const KOP = 'kenmerk;uitkomst;wijze;percentage;oorzaak;toelichting;deelnemer'

async function lever(inhoud: string, naam = 'deelnames.csv'): Promise<string> {
  const outcome = await ontvangDeelnames(wereld.opleider, { naam, inhoud: Buffer.from(inhoud) })
  if (!outcome.ok) throw new Error(outcome.redenen.join())
  await leesDeelnames(outcome.value.bestandId)
  return outcome.value.bestandId
}
const bestand = async (id: string) => {
  const gelezen = await getDeelnameBestand(wereld.opleider, id, { goed: 1, fout: 1 })
  if (gelezen === undefined) throw new Error('no file')
  return gelezen
}
const meldingen = () => asOwner<{ uitkomst: string; bron: string; bewijs_bewaard: boolean; oorzaak: string | null }>('select uitkomst, bron, bewijs_bewaard, oorzaak from deelname order by uitkomst desc, oorzaak')

describe('melden met een bestand: eerst lezen, dan goedkeuren', () => {
  test('een CSV wordt gelezen met elke fout per regel; er is nog niets gemeld, en daarna precies wat er stond', async () => {
    const [a, b, c] = [await wereld.verleen(), await wereld.verleen(), await wereld.verleen()]
    const id = await lever([KOP,
      `${a.kenmerk};Afgerond;Certificaat;;;;Sam Jansen`,
      `${b.kenmerk.toLowerCase()};nee;;;Niet gestart;Nooit gezien;`,
      `${c.kenmerk};succesvol;aanwezigheid;79;;;`,
      'STAP-0000000-00;succesvol;diploma;;;;',
      `${a.kenmerk};succesvol;diploma;;;;`,
      `${c.kenmerk};misschien;vaag;101;;;`,
    ].join('\r\n'))
    const gelezen = await bestand(id)
    expect([gelezen.toestand, gelezen.goed, gelezen.fout, gelezen.nietAfgerond]).toEqual(['gelezen', 2, 4, 1])
    expect(gelezen.goede.map(({ regel, deelnemer, melding }) => [regel, deelnemer, melding.uitkomst, melding.wijze ?? melding.oorzaak])).toEqual([[2, 'Sam Jansen', 'succesvol', 'diploma'], [3, 'Sam Jansen', 'niet-succesvol', 'niet-gestart']])
    expect(gelezen.slechte.map(({ regel, fouten }) => [regel, fouten.map(({ veld }) => veld)])).toEqual([
      [4, ['aanwezigheid-te-laag']], [5, ['kenmerk']], [6, ['kenmerk']], [7, ['uitkomst', 'wijze', 'percentage', 'kenmerk']],
    ])
    expect(await meldingen()).toEqual([])

    expect(await voerDeelnamesDoor(wereld.andereOpleider, id)).toEqual({ ok: false, redenen: ['bestand-niet-gevonden'] })
    expect(await voerDeelnamesDoor(wereld.opleider, id)).toEqual(OK)
    expect(await meldingen()).toEqual([
      { uitkomst: 'succesvol', bron: 'bestand', bewijs_bewaard: true, oorzaak: null }, { uitkomst: 'niet-succesvol', bron: 'bestand', bewijs_bewaard: false, oorzaak: 'niet-gestart' },
    ])
    expect((await asOwner(`select 1 from outbox where job = 'vraag-reactie' and payload ->> 'aanvraagId' in ($1, $2)`, [a.aanvraagId, b.aanvraagId])).length).toBe(2)
    expect(await voerDeelnamesDoor(wereld.opleider, id), 'een tweede keer niet').toEqual({ ok: false, redenen: ['niet-meer-door-te-voeren'] })
  })

  test('XML leest hetzelfde', async () => {
    const { kenmerk } = await wereld.verleen()
    const gelezen = await bestand(await lever(`<?xml version="1.0"?><deelnames><deelname><kenmerk>${kenmerk}</kenmerk><uitkomst>succesvol</uitkomst><wijze>aanwezigheid</wijze><percentage>80</percentage></deelname></deelnames>`, 'd.xml'))
    expect(gelezen.goede.map(({ melding }) => melding)).toEqual([{ uitkomst: 'succesvol', wijze: 'aanwezigheid', percentage: 80 }])
  })

  test.each([
    ['een DOCTYPE', 'd.xml', '<!DOCTYPE x [<!ENTITY a "b">]><deelnames/>', 'Regel 1: In het bestand staat een DOCTYPE. Die lezen wij niet. Haal die regel weg.'],
    ['een kolom ontbreekt', 'd.csv', 'uitkomst\nsuccesvol', 'Deze kolom ontbreekt in de eerste regel: kenmerk. Neem de kolomnamen van het voorbeeld over.'],
    ['geen rijen', 'd.csv', KOP, 'Er staan geen rijen in dit bestand. Zet onder de eerste regel één regel per deelnemer.'],
  ])('%s: het bestand wordt geweigerd met een zin die zegt wat te doen', async (_, naam, inhoud, reden) => {
    const id = await lever(inhoud, naam)
    expect(await bestand(id)).toMatchObject({ toestand: 'mislukt', reden, goed: 0, fout: 0 })
    expect(await voerDeelnamesDoor(wereld.opleider, id)).toEqual({ ok: false, redenen: ['niet-meer-door-te-voeren'] })
  })

  test('is er sinds het lezen iets veranderd, dan wordt niets gemeld', async () => {
    const [a, b] = [await wereld.verleen(), await wereld.verleen()]
    const [een, twee] = [await lever(`${KOP}\n${a.kenmerk};ja;diploma;;;;\n${b.kenmerk};ja;diploma;;;;`), await lever(`${KOP}\n${b.kenmerk};ja;examen;;;;`)]
    const voor = (await meldingen()).length
    expect(await voerDeelnamesDoor(wereld.opleider, twee)).toEqual(OK)
    expect(await voerDeelnamesDoor(wereld.opleider, een)).toEqual({ ok: false, redenen: ['veranderd-sinds-lezen'] })
    expect((await meldingen()).length).toBe(voor + 1)
    expect(await laatDeelnamesVervallen(wereld.opleider, een)).toEqual(OK)
    expect((await bestand(een)).toestand).toBe('vervallen')
  })

  test('twee bestanden met dezelfde deelnemers tegelijk: één wint, het andere meldt niets', async () => {
    const zaken = [await wereld.verleen(), await wereld.verleen(), await wereld.verleen()]
    const inhoud = [KOP, ...zaken.map(({ kenmerk }) => `${kenmerk};ja;diploma;;;;`)].join('\n')
    const ids = [await lever(inhoud), await lever(inhoud)]
    const voor = (await meldingen()).length
    const uitkomsten = await Promise.all(ids.map((id) => voerDeelnamesDoor(wereld.opleider, id)))
    expect(uitkomsten.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await meldingen()).length).toBe(voor + 3)
  })

  test('het bestand om in te vullen heeft wie nog te melden is', async () => {
    const { kenmerk } = await wereld.verleen()
    expect(await listOpenDeelnemers(wereld.opleider)).toContainEqual({ kenmerk, deelnemer: 'Sam Jansen', opleiding: 'Basiscursus MIG/MAG-lassen', einddatum: '2023-02-28' })
    expect(await listOpenDeelnemers(wereld.andereOpleider)).toEqual([])
  })

  test('een ander soort bestand wordt niet aangenomen', async () => {
    expect(await ontvangDeelnames(wereld.opleider, { naam: 'x.xlsx', inhoud: Buffer.from('PK') })).toMatchObject({ ok: false, redenen: ['geen-bestandssoort'] })
    expect(deelnameBestandSchema.safeParse({}).success).toBe(false)
  })
})
