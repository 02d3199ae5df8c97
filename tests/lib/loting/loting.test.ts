import { describe, expect, test } from 'vitest'
import { inTransaction, pool } from '@/lib/platform/db'
import type { Medewerker } from '@/lib/base/actor'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { trekAanvraagIn } from '@/lib/aanvraag/use-cases/trek-in'
import { legBijdrageVast } from '@/lib/loting/use-cases/leg-bijdrage-vast'
import { sluitInschrijving } from '@/lib/loting/use-cases/sluit-inschrijving'
import { lotOf, stelLijstVast } from '@/lib/loting/use-cases/stel-lijst-vast'
import { trekLoting } from '@/lib/loting/use-cases/trek-loting'
import { verwerkUitslag } from '@/lib/loting/use-cases/verwerk-uitslag'
import { findLot, getLoting, streamLijst, streamUitslag } from '@/lib/loting/views'
import { biedReserveAan } from '@/lib/reservelijst/use-cases/bied-reserve-aan'
import { leesPlaats } from '@/lib/reservelijst/use-cases/lees-plaats'
import { laatReserveringVrij } from '@/lib/toewijzing/use-cases/laat-reservering-vrij'
import { verdeelBudget } from '@/lib/toewijzing/use-cases/verdeel-budget'
import { verifieer } from '@/public/verifieer-loting.mjs'
import { anOpening, type Opening } from '@/tests/builders/opening'
import { asOwner, freshDb, plant } from '@/tests/setup/db'

freshDb()

const REDEN = 'De aanvraagperiode is voorbij.'

describe('een tijdvak met loting (Awb 4:26)', () => {
  test('van inschrijving tot besluit: lijst, zaad van twee mensen, trekking, en een buitenstaander rekent alles na', async () => {
    const opening = await aLoting({ aanvragers: 60, plafondCent: 1_000_000 })
    const [een, twee, drie] = await medewerkers(3)
    for (const { burger, kenmerk } of opening.deelnemers) expect((await dienIn(burger, kenmerk)).ok).toBe(true)

    await verdeelBudget()
    const { rows: toetsen } = await pool.query<{ job: string; aantal: number }>('select job, sum(cardinality(aanvraag_ids))::int as aantal from outbox_groep group by job order by job')
    expect(toetsen).toContainEqual({ job: 'toets-vooraf', aantal: 60 })
    expect(await countStatus(opening, 'ingediend')).toBe(60)

    const { code } = opening
    expect(await sluitInschrijving(een, { code, zaadBron: 'twee-personen', baken: undefined, reden: REDEN })).toEqual({ ok: false, redenen: ['periode-loopt-nog'] })
    await sluitPeriode(opening)
    expect(await sluitInschrijving(een, { code, zaadBron: 'twee-personen', baken: undefined, reden: REDEN })).toEqual({ ok: false, redenen: ['toetsing-loopt'] })
    await markeerGetoetst(opening)
    expect(await legBijdrageVast(een, { code, waarde: 'zes ogen gegooid 4 2 6' })).toEqual({ ok: false, redenen: ['geen-lijst'] })
    expect((await sluitInschrijving(een, { code, zaadBron: 'twee-personen', baken: undefined, reden: REDEN })).ok).toBe(true)
    await runJob('stel-lijst-vast', stelLijstVast)
    const lijstHash = (await getLoting(code))?.lijstHash
    expect(lijstHash).toMatch(/^[0-9a-f]{64}$/)

    expect((await legBijdrageVast(een, { code, waarde: 'zes ogen gegooid 4 2 6' })).ok).toBe(true)
    expect(await legBijdrageVast(een, { code, waarde: 'nog eens van dezelfde persoon' })).toEqual({ ok: false, redenen: ['al-bijgedragen'] })
    await trekLoting(opening.tijdvakId)
    expect((await getLoting(code))?.stand).toBe('lijst-vast')
    expect((await getLoting(code))?.bijdragen).toEqual([])
    expect((await legBijdrageVast(twee, { code, waarde: 'een heel ander deel 31-41-59' })).ok).toBe(true)
    expect(await legBijdrageVast(drie, { code, waarde: 'een derde deel dat te laat komt' })).toEqual({ ok: false, redenen: ['genoeg-bijdragen'] })

    await Promise.all([trekLoting(opening.tijdvakId), trekLoting(opening.tijdvakId)])
    while (await verwerkUitslag());
    expect(await countStatus(opening, 'gereserveerd')).toBe(10)
    expect(await countStatus(opening, 'niet-toegewezen')).toBe(50)
    expect(await listJobs()).toMatchObject({ 'beoordeel-aanvraag': 10, 'wijs-aanvraag-af': 50 })

    const published = await publish(code)
    const oordeel = verifieer(published)
    expect(oordeel.regels.filter(({ ok }) => !ok)).toEqual([])
    expect(oordeel.ok).toBe(true)
    const eigen = lotOf(opening.deelnemers[0]?.aanvraagId ?? '')
    expect(await findLot(code, eigen)).toMatchObject({ rang: oordeel.uitkomsten.get(eigen)?.rang, uitkomst: oordeel.uitkomsten.get(eigen)?.uitkomst })
    expect(published.lijst).not.toContain(opening.deelnemers[0]?.kenmerk)
  })

  test('de narekening merkt een gewijzigde lijst, een ander zaad en een verwisselde uitslag', async () => {
    const published = await publish((await getLotingCodes())[0] ?? '')
    const wrong = (change: Partial<typeof published>) => verifieer({ ...published, ...change }).regels.filter(({ ok }) => !ok).map(({ naam }) => naam)
    expect(wrong({ lijst: published.lijst.replace(';100000;', ';90000;') })).toContain('lijst')
    expect(wrong({ gegevens: { ...published.gegevens, bijdragen: ['x', 'y'] } })).toContain('zaad')
    const [kop = '', een = '', ...rest] = published.uitslag.split('\n')
    const last = rest.at(-2) ?? ''
    expect(wrong({ uitslag: [kop, last, ...rest.slice(0, -2), een, ''].join('\n') })).toContain('uitslag')
  })

  test('per compartiment: eerst de leerrechten, dan algemeen voor wie daar niets kreeg, met meer kaarten voor leerrechten', async () => {
    const opening = await aLoting({ aanvragers: 40, plafondCent: 500_000 })
    const leerrechten = await addCompartiment(opening, { code: 'leerrechten', plafondCent: 300_000, gewicht: 3 })
    await asOwner("update tijdvak set loting_wijze = 'per-compartiment' where id = $1", [opening.tijdvakId])
    await asOwner('update compartiment set volgorde = 5 where id = $1', [opening.compartimentId])
    // the first twenty may use both
    await asOwner('update aanvraag set compartiment_id = $2, terugval_ids = array[$3]::uuid[] where id = any ($1)',
      [opening.deelnemers.slice(0, 20).map(({ aanvraagId }) => aanvraagId), leerrechten, opening.compartimentId])
    await draw(opening)
    const { rows } = await pool.query<{ code: string; aantal: number }>(
      `select c.code, count(*)::int as aantal from toewijzing w join compartiment c on c.id = w.compartiment_id
       where c.tijdvak_id = $1 and w.uitkomst = 'gereserveerd' group by 1 order by 1`, [opening.tijdvakId])
    expect(rows).toEqual([{ code: 'algemeen', aantal: 5 }, { code: 'leerrechten', aantal: 3 }])
    expect(verifieer(await publish(opening.code)).regels.filter(({ ok }) => !ok)).toEqual([])
  })

  test('wie zich na de trekking terugtrekt, krijgt niets, en de anderen merken er niets van (F38)', async () => {
    const opening = await aLoting({ aanvragers: 5, plafondCent: 300_000 })
    await draw(opening, { verwerk: false })
    const { rows: [winner] } = await pool.query<{ id: string }>(
      `select d.aanvraag_id as id from loting_uitslag u join loting_deelnemer d using (tijdvak_id, nummer) where u.tijdvak_id = $1 and u.uitkomst = 'gereserveerd' limit 1`, [opening.tijdvakId])
    await withdraw(winner?.id ?? '')
    while (await verwerkUitslag());
    expect(await countStatus(opening, 'gereserveerd')).toBe(2)
    expect(await countStatus(opening, 'niet-toegewezen')).toBe(2)
    const { rows: [stand] } = await pool.query<{ gereserveerd: number }>('select gereserveerd_cent as gereserveerd from compartiment where id = $1', [opening.compartimentId])
    expect(stand?.gereserveerd).toBe(200_000)
  })

  test('wie geen budget lootte, komt op de reservelijst in de volgorde van de loting, en niemand voordat de winnaars hun budget hebben', async () => {
    const opening = await aLoting({ aanvragers: 12, plafondCent: 300_000 })
    await asOwner("update tijdvak set reserve_tot = nu() + interval '20 days' where id = $1", [opening.tijdvakId])
    await asOwner(`insert into parameter (naam, waarde, geldig_van, bron) values ('reserve-bedenktijd', '{"werkdagen":2,"minimaalUren":12}', '2022-01-01', 'test') on conflict do nothing`)
    await draw(opening, { verwerk: false })
    const geloot = (await asOwner<{ id: string }>(
      'select d.aanvraag_id as id from loting_uitslag u join loting_deelnemer d using (tijdvak_id, nummer) where u.tijdvak_id = $1 order by u.volgorde', [opening.tijdvakId])).map(({ id }) => id)
    while (await verwerkUitslag());
    expect(await countStatus(opening, 'gereserveerd')).toBe(3)
    expect(await countStatus(opening, 'reserve')).toBe(9)
    // What is free while the result is being carried out belongs to winners who were not reached yet.
    await withdrawn(geloot[1] ?? '')
    await plant(`update loting set verwerkt_tot = 11 where tijdvak_id = '${opening.tijdvakId}'`)
    expect(await biedReserveAan()).toBe(false)
    await plant(`update loting set verwerkt_tot = 12 where tijdvak_id = '${opening.tijdvakId}'`)

    const plaatsVan = async (id = '') => (await inTransaction((tx) => leesPlaats(tx, id)))?.voorUit
    expect(await Promise.all(geloot.slice(3).map(plaatsVan))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(await biedReserveAan()).toBe(true)
    expect(await asOwner('select aanvraag_id as id from reserveplaats where tijdvak_id = $1 and aangeboden_op is not null', [opening.tijdvakId])).toEqual([{ id: geloot[3] }])
    await withdrawn(geloot[0] ?? '')
    await biedReserveAan()
    expect(await asOwner('select aanvraag_id as id from reserveplaats where tijdvak_id = $1 and aangeboden_op is not null order by loting_volgorde', [opening.tijdvakId]))
      .toEqual([{ id: geloot[3] }, { id: geloot[4] }])
    // What was published stays what it was: the draw gave them no budget.
    expect(verifieer(await publish(opening.code)).regels.filter(({ ok }) => !ok)).toEqual([])
  })

  test('is de reservelijst voorbij als de uitslag wordt verwerkt, dan volgt de afwijzing', async () => {
    const opening = await aLoting({ aanvragers: 3, plafondCent: 100_000 })
    await asOwner("update tijdvak set reserve_tot = nu() - interval '1 second' where id = $1", [opening.tijdvakId])
    await draw(opening)
    expect([await countStatus(opening, 'gereserveerd'), await countStatus(opening, 'reserve'), await countStatus(opening, 'niet-toegewezen')]).toEqual([1, 0, 2])
  })

  test('de database laat geen lijst veranderen, geen tweede trekking toe en geen zaad van een mens', async () => {
    const opening = await aLoting({ aanvragers: 3, plafondCent: 100_000 })
    await draw(opening, { trek: false })
    await expect(asOwner('update loting set aantal = 9 where tijdvak_id = $1', [opening.tijdvakId])).rejects.toThrow('ligt vast')
    await expect(asOwner("update loting set zaad = repeat('a', 64), zaad_op = nu(), getrokken_op = nu(), toegekend = 1, uitslag_hash = repeat('a', 64) where tijdvak_id = $1",
      [opening.tijdvakId])).rejects.toThrow('twee mensen')
    await expect(pool.query('delete from loting_deelnemer where tijdvak_id = $1', [opening.tijdvakId])).rejects.toThrow(/permission denied|alleen om aan toe te voegen/)
  })
})

type LotingWereld = Opening & { readonly code: string }

async function aLoting(options: { aanvragers: number; plafondCent: number }): Promise<LotingWereld> {
  const opening = await anOpening(options)
  const [tijdvak] = await asOwner<{ code: string }>("update tijdvak set modus = 'loting' where id = $1 returning code", [opening.tijdvakId])
  return { ...opening, code: tijdvak?.code ?? '' }
}

async function medewerkers(aantal: number): Promise<readonly [Medewerker, Medewerker, Medewerker]> {
  const rows = await asOwner<{ id: string }>(
    "insert into gebruiker (soort, subject_hmac, medewerker_naam) select 'medewerker', gen_random_uuid(), 'Regie' from generate_series(1, $1) returning id", [aantal])
  const [een, twee, drie] = rows.map(({ id }): Medewerker => ({ soort: 'medewerker', id, naam: 'Regie', rollen: ['ketenregisseur'] }))
  if (een === undefined || twee === undefined || drie === undefined) throw new Error('three people are needed')
  return [een, twee, drie]
}

/** Everything from submitting to the result, for tests about what comes of it. */
async function draw(opening: LotingWereld, { trek = true, verwerk = true } = {}): Promise<void> {
  const [een, twee] = await medewerkers(3)
  for (const { burger, kenmerk } of opening.deelnemers) await dienIn(burger, kenmerk)
  await sluitPeriode(opening)
  await markeerGetoetst(opening)
  await sluitInschrijving(een, { code: opening.code, zaadBron: 'twee-personen', baken: undefined, reden: REDEN })
  await stelLijstVast({ tijdvakId: opening.tijdvakId })
  if (!trek) return
  await legBijdrageVast(een, { code: opening.code, waarde: 'het eerste deel van het zaad' })
  await legBijdrageVast(twee, { code: opening.code, waarde: 'het tweede deel van het zaad' })
  await trekLoting(opening.tijdvakId)
  while (verwerk && (await verwerkUitslag()));
}

async function sluitPeriode({ tijdvakId }: LotingWereld): Promise<void> {
  await asOwner("update tijdvak set sluit_op = nu() - interval '1 second', toestand = 'gesloten' where id = $1", [tijdvakId])
}

async function markeerGetoetst({ tijdvakId }: LotingWereld): Promise<void> {
  await asOwner(
    `insert into beoordeling (aanvraag_id, ronde, controle, uitkomst, toelichting, feiten, bron)
     select id, 1, 'leeftijd', 'voldoet', 'goed', '{}', 'test' from aanvraag where tijdvak_id = $1`, [tijdvakId])
}

async function addCompartiment({ tijdvakId }: LotingWereld, { code, plafondCent, gewicht }: { code: string; plafondCent: number; gewicht: number }): Promise<string> {
  const [rij] = await asOwner<{ id: string }>(
    'insert into compartiment (tijdvak_id, code, naam, plafond_cent, volgorde, voorrang, loting_gewicht) values ($1, $2, $2, $3, 0, 1, $4) returning id', [tijdvakId, code, plafondCent, gewicht])
  if (rij === undefined) throw new Error('no compartiment')
  await asOwner(
    `with b as (insert into boeking (soort, oorzaak, oorzaak_id) values ('stel-plafond-vast', 'compartiment', $1) returning id)
     insert into boekingsregel (boeking_id, rekening, compartiment_id, bedrag_cent)
     select id, r.rekening, $1::uuid, r.bedrag from b, (values ('plafond', -$2::bigint), ('vrij', $2::bigint)) as r (rekening, bedrag)`, [rij.id, plafondCent])
  return rij.id
}

async function withdraw(aanvraagId: string): Promise<void> {
  await asOwner(
    `with log as (insert into gebeurtenis (onderwerp, onderwerp_id, soort, van_status, naar_status, door_rol) values ('aanvraag', $1::text, 'trek-in', 'ingediend', 'ingetrokken', 'burger'))
     update aanvraag set status = 'ingetrokken' where id = $1::uuid`, [aanvraagId])
}

/** Somebody with budget withdraws, and the budget falls free. */
async function withdrawn(aanvraagId: string): Promise<void> {
  const [rij] = await asOwner<{ kenmerk: string; burgerId: string }>('select kenmerk, burger_id as "burgerId" from aanvraag where id = $1', [aanvraagId])
  expect(await trekAanvraagIn({ soort: 'burger', id: rij?.burgerId ?? '', rollen: ['burger'] }, { kenmerk: rij?.kenmerk ?? '' })).toEqual({ ok: true })
  await laatReserveringVrij(aanvraagId)
}

async function runJob<T>(job: string, run: (payload: T) => Promise<unknown>): Promise<void> {
  const rows = await asOwner<{ payload: T }>('delete from outbox where job = $1 returning payload', [job])
  for (const { payload } of rows) await run(payload)
}

async function countStatus({ tijdvakId }: Opening, status: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from aanvraag where tijdvak_id = $1 and status = $2', [tijdvakId, status])
  return rows[0]?.n ?? 0
}

async function listJobs(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ job: string; aantal: number }>(
    `select job, sum(n)::int as aantal from (select job, 1 as n from outbox union all select job, cardinality(aanvraag_ids) from outbox_groep) werk group by job`)
  return Object.fromEntries(rows.map(({ job, aantal }) => [job, aantal]))
}

async function getLotingCodes(): Promise<readonly string[]> {
  return (await pool.query<{ code: string }>('select t.code from loting l join tijdvak t on t.id = l.tijdvak_id where l.zaad is not null')).rows.map(({ code }) => code)
}

async function publish(code: string) {
  const loting = await getLoting(code)
  if (loting === undefined) throw new Error('no draw')
  const { compartimenten, ...rest } = loting
  const gegevens = { ...rest, compartimenten: compartimenten.map((compartiment) => ({ code: compartiment.code, vrijCent: compartiment.plafondCent })) }
  return { gegevens, lijst: (await collect(streamLijst(code))).join(''), uitslag: (await collect(streamUitslag(code))).join('') }
}

async function collect(parts: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const part of parts) all.push(part)
  return all
}
