import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { inPgTransaction } from '@/lib/platform/db'
import { heropenTijdvak } from '@/lib/tijdvak/use-cases/heropen-tijdvak'
import { pauzeerTijdvak } from '@/lib/tijdvak/use-cases/pauzeer-tijdvak'
import * as repo from '@/lib/wachtkamer/repo/rondes'
import { lootPlaatsen } from '@/lib/wachtkamer/use-cases/loot-plaatsen'
import { neemPlaats } from '@/lib/wachtkamer/use-cases/neem-plaats'
import { openWachtkamer, werkWachtkamersBij } from '@/lib/wachtkamer/use-cases/werk-wachtkamers-bij'
import { readLoting, readPlaatsen, readPlaatsVanLot, readStand, streamLoten } from '@/lib/wachtkamer/views'
import { aTijdvak, burgerIds, opentNu, zetOpening } from '@/tests/builders/wachtkamer'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function aGevuldeKamer(aantal: number) {
  const tijdvak = await aTijdvak()
  await openWachtkamer(tijdvak.code)
  const burgers = burgerIds(aantal)
  await Promise.all(burgers.map((burgerId) => neemPlaats(burgerId, tijdvak.code)))
  return { ...tijdvak, burgers }
}

async function countLotingen(id: string) {
  const [rij] = await asOwner<{ plaatsen: number; geloot: number; logboek: number }>(
    `select (select count(*)::integer from gelote_plaats where tijdvak_id = $1) as plaatsen,
            (select count(*)::integer from wachtkamer_ronde where tijdvak_id = $1 and geloot_op is not null) as geloot,
            (select count(*)::integer from gebeurtenis g join tijdvak t on t.code = g.onderwerp_id where g.onderwerp = 'wachtkamer' and g.soort = 'loot' and t.id = $1) as logboek`, [id])
  return rij
}

async function listLoten(code: string, ronde: number): Promise<readonly string[]> {
  let tekst = ''
  for await (const deel of streamLoten(code, ronde)) tekst += deel
  return tekst.split('\n').slice(0, -1)
}

describe('de loting: belofte vooraf, zaad achteraf, één keer', () => {
  test('voor de opening is alleen de belofte bekend; daarna kan een vreemde alles narekenen', async () => {
    const { id, code } = await aGevuldeKamer(50)
    const voor = await readLoting(code)
    expect(voor).toMatchObject({ ronde: 1, zaad: null, lijstHash: null, aantalVoor: null, gelootOp: null })
    expect(await lootPlaatsen(id)).toBe(false)
    expect(await readPlaatsen(code)).toBeUndefined()
    expect(await listLoten(code, 1)).toEqual([])
    const [geheim] = await asOwner<{ zaad_versleuteld: string }>('select zaad_versleuteld from wachtkamer_ronde where tijdvak_id = $1', [id])
    expect(geheim?.zaad_versleuteld).toMatch(/^test2:/)

    await opentNu(id)
    expect(await werkWachtkamersBij()).toBe(true)
    const na = await readLoting(code)
    const loten = await listLoten(code, 1)
    expect(na?.zaadHash).toBe(voor?.zaadHash)
    expect(sha256(na?.zaad ?? '')).toBe(voor?.zaadHash)
    expect(sha256(loten.map((lot) => `${lot}\n`).join(''))).toBe(na?.lijstHash)
    expect(loten).toHaveLength(50)

    // The published rule, once more and in other words.
    const volgorde = loten.toSorted((a, b) => (sha256(`${na?.zaad ?? ''}${na?.lijstHash ?? ''}${a}`) < sha256(`${na?.zaad ?? ''}${na?.lijstHash ?? ''}${b}`) ? -1 : 1))
    const plaatsen = await readPlaatsen(code)
    expect(Array.from(plaatsen ?? []).slice(1)).toEqual(loten.map((lot) => volgorde.indexOf(lot) + 1))
    expect(await readPlaatsVanLot(code, 1, volgorde[0] ?? '')).toMatchObject({ plaats: 1 })
    expect(await readPlaatsVanLot(code, 1, '0'.repeat(32))).toBeUndefined()
    const antwoord = await neemPlaats(burgerIds(1)[0] ?? '', code)
    expect(antwoord).toMatchObject({ ok: true, value: { nummer: 51, plaats: 51 } })
  })

  test('twee workers tegelijk: er wordt één keer geloot', async () => {
    const { id } = await aGevuldeKamer(200)
    await opentNu(id)
    const gelukt = await Promise.all([1, 2, 3, 4].map(() => lootPlaatsen(id)))
    expect(gelukt.filter(Boolean)).toHaveLength(1)
    expect(await countLotingen(id)).toEqual({ plaatsen: 200, geloot: 1, logboek: 1 })
    expect(await lootPlaatsen(id)).toBe(false)
  })

  test('een worker die midden in de loting valt, laat geen halve loting na; de volgende doet het over', async () => {
    const { id } = await aGevuldeKamer(200)
    await opentNu(id)
    // The back end is killed after the places were written and before the commit.
    await expect(inPgTransaction(async (client) => {
      const ronde = await repo.lockRonde(client, id)
      if (ronde === undefined) throw new Error('nothing to draw')
      await client.query(`insert into gelote_plaats (tijdvak_id, ronde, nummer, plaats) select $1, 1, n, n from generate_series(1, 200) n`, [id])
      const { rows: [eigen] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await asOwner('select pg_terminate_backend($1)', [eigen?.pid])
      await client.query('select 1')
    })).rejects.toThrow()
    expect(await countLotingen(id)).toEqual({ plaatsen: 0, geloot: 0, logboek: 0 })
    await vi.waitFor(async () => { expect(await lootPlaatsen(id)).toBe(true) })
    expect(await countLotingen(id)).toEqual({ plaatsen: 200, geloot: 1, logboek: 1 })
  })

  test('de database weigert een ander zaad dan beloofd, een tweede loting en een andere uitslag', async () => {
    const { id } = await aGevuldeKamer(3)
    await expect(asOwner(`update wachtkamer_ronde set zaad = 'x', lijst_hash = $2, aantal_voor = 3, opent_op = nu() - interval '1 second', geloot_op = nu() where tijdvak_id = $1`, [id, '0'.repeat(64)]))
      .rejects.toThrow('wachtkamer_ronde_zaad')
    await expect(asOwner(`update wachtkamer_ronde set zaad_hash = $2 where tijdvak_id = $1`, [id, '0'.repeat(64)])).rejects.toThrow('ligt vast')
    await expect(asOwner('update wachtkamer set toegelaten_tot = 1 where tijdvak_id = $1', [id])).rejects.toThrow('nog niet geloot')
    await opentNu(id)
    await werkWachtkamersBij()
    await expect(asOwner('update wachtkamer_ronde set geloot_op = nu() where tijdvak_id = $1', [id])).rejects.toThrow('al geloot')
    await expect(asOwner('update gelote_plaats set plaats = plaats + 10 where tijdvak_id = $1', [id])).rejects.toThrow('alleen om aan toe te voegen')
    await expect(asOwner('delete from gelote_plaats where tijdvak_id = $1', [id])).rejects.toThrow('alleen om aan toe te voegen')
  })

  test('wie na de opening een plaats neemt terwijl de loting nog moet komen, loot niet mee', async () => {
    const { id, code } = await aGevuldeKamer(20)
    await opentNu(id)
    const laat = await neemPlaats(burgerIds(1)[0] ?? '', code)
    expect(laat).toMatchObject({ ok: true, value: { nummer: 21, plaats: null } })
    await werkWachtkamersBij()
    expect((await readLoting(code))?.aantalVoor).toBe(20)
    expect((await readStand(code))?.uitgegeven).toBe(21)
  })

  test('zonder wachtenden is er ook een loting: pas daarna mag er iemand door', async () => {
    const { id, code } = await aGevuldeKamer(0)
    await opentNu(id)
    await werkWachtkamersBij()
    expect(await readLoting(code)).toMatchObject({ aantalVoor: 0 })
    expect(Array.from(await readPlaatsen(code) ?? [])).toEqual([0])
  })
})

describe('een opening die is verplaatst', () => {
  test('voor de loting: dezelfde plaatsen en dezelfde belofte', async () => {
    const { id, code, burgers } = await aGevuldeKamer(10)
    const voor = await readLoting(code)
    await zetOpening(id, 17 * 24 * 3_600_000)
    await werkWachtkamersBij()
    expect(await readLoting(code)).toMatchObject({ ronde: 1, zaadHash: voor?.zaadHash })
    expect(await neemPlaats(burgers[0] ?? '', code)).toMatchObject({ value: { plaats: null } })
  })

  test('na de loting: een nieuwe ronde met een nieuwe belofte, en iedereen die er was loot weer mee', async () => {
    const { id, code, burgers } = await aGevuldeKamer(30)
    await opentNu(id)
    await werkWachtkamersBij()
    await asOwner('update wachtkamer set toegelaten_tot = 12 where tijdvak_id = $1', [id])
    const eerste = await readLoting(code)
    const eersteLijst = await listLoten(code, 1)

    await zetOpening(id, 3_600_000)
    // Also before a worker has seen it: a draw of another opening lets nobody in.
    expect(await readStand(code)).toMatchObject({ toestand: 'voor', nu: 0, geloot: false, zaad: null })
    await werkWachtkamersBij()
    expect(await readStand(code)).toMatchObject({ toestand: 'voor', nu: 0, ronde: 2, uitgegeven: 30 })
    expect((await readStand(code))?.heropentOp).not.toBeNull()
    const tweede = await readLoting(code)
    expect(tweede).toMatchObject({ ronde: 2, zaad: null })
    expect(tweede?.zaadHash).not.toBe(eerste?.zaadHash)

    const erbij = burgerIds(5)
    await Promise.all(erbij.map((burgerId) => neemPlaats(burgerId, code)))
    await opentNu(id)
    await werkWachtkamersBij()
    expect(await readLoting(code)).toMatchObject({ ronde: 2, aantalVoor: 35 })
    const plaatsen = await Promise.all([...burgers, ...erbij].map(async (burgerId) => {
      const antwoord = await neemPlaats(burgerId, code)
      return antwoord.ok ? antwoord.value.plaats : null
    }))
    expect(plaatsen.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 35 }, (_, n) => n + 1))
    // The first draw can still be replayed.
    expect(await readLoting(code, 1)).toEqual(eerste)
    expect(await listLoten(code, 1)).toEqual(eersteLijst)
  })

  test('door de ketenregisseur: een mislukte opening wordt gepauzeerd en gaat op een andere dag verder', async () => {
    const regisseur = { soort: 'medewerker', id: '00000000-0000-4000-8000-000000000001', rollen: ['ketenregisseur'], naam: 'Regie' } as const
    // The ketenregisseur may not let two tijdvakken run side by side.
    await asOwner(`update tijdvak set toestand = 'gesloten', pauze_melding = null`)
    const { id, code, burgers } = await aGevuldeKamer(10)
    await opentNu(id)
    await werkWachtkamersBij()
    await neemPlaats(burgerIds(1)[0] ?? '', code)
    expect(await pauzeerTijdvak(regisseur, { code, melding: 'Er is een storing.', reden: 'storing' })).toEqual({ ok: true })
    expect(await readStand(code)).toMatchObject({ toestand: 'pauze', melding: 'Er is een storing.', ronde: 1, geloot: true })
    const [morgen] = await asOwner<{ op: Date }>(`select date_trunc('second', nu()) + interval '1 day' as op`)
    expect(await heropenTijdvak(regisseur, { code, opentOp: morgen?.op ?? new Date(0), reden: 'storing voorbij' })).toEqual({ ok: true })
    await werkWachtkamersBij()
    expect(await readStand(code)).toMatchObject({ toestand: 'voor', melding: null, ronde: 2, geloot: false, uitgegeven: 11, opentOp: morgen?.op, heropentOp: morgen?.op })
    expect(await neemPlaats(burgers[0] ?? '', code)).toMatchObject({ ok: true, value: { plaats: null } })
  })
})
