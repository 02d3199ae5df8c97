import { beforeAll, describe, expect, test } from 'vitest'
import { dienIn } from '@/lib/aanvraag/use-cases/dien-in'
import { pool } from '@/lib/platform/db'
import { isTijdigOntvangen } from '@/lib/tijdvak/rules/toestand'
import { anOpening, type Opening } from '@/tests/builders/opening'
import { asOwner, freshDb, ownerClient } from '@/tests/setup/db'

freshDb()

/** Holds the row of an aanvraag, so that intake cannot write it until it is let go. */
async function houdVast(aanvraagId: string): Promise<() => Promise<void>> {
  const client = await ownerClient()
  await client.query('begin')
  await client.query('select 1 from aanvraag where id = $1 for update', [aanvraagId])
  return async () => {
    await client.query('commit')
    await client.end()
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('Awb 2:17: ontvangen is het moment waarop het bericht binnenkwam, ook als het later wordt opgeschreven', () => {
  let opening: Opening
  beforeAll(async () => { opening = await anOpening({ aanvragers: 6, plafondCent: 1_000_000 }) })

  test('wie moest wachten tot de database kon schrijven, is ontvangen toen hij indiende', async () => {
    const [a, b] = opening.deelnemers
    if (a === undefined || b === undefined) throw new Error('two were asked for')
    const laatLos = await houdVast(a.aanvraagId)
    const eerste = dienIn(a.burger, a.kenmerk)
    await sleep(30)
    // Waits in the appender behind the batch that waits for the row.
    const voor = (await pool.query<{ nu: Date }>('select nu() as nu')).rows[0]?.nu
    const tweede = dienIn(b.burger, b.kenmerk)
    await sleep(1_500)
    await laatLos()
    const [, antwoord] = await Promise.all([eerste, tweede])
    if (!antwoord.ok || voor === undefined) throw new Error('refused')
    const verschil = antwoord.value.ontvangenOp.getTime() - voor.getTime()
    expect(verschil).toBeGreaterThanOrEqual(-1)
    expect(verschil).toBeLessThan(1_000)
  })

  test('wie voor de sluiting binnenkwam, is op tijd, ook als het tijdvak intussen vanzelf gesloten is', () => {
    const op = (tijd: string) => new Date(`2022-11-30T${tijd}Z`)
    const tijdvak = { opentOp: op('09:00:00'), sluitOp: op('16:00:00'), toestand: 'gesloten' as const, geslotenOp: op('16:00:00.400') }
    expect(isTijdigOntvangen(tijdvak, op('15:59:59.999'))).toBe(true)
    expect(isTijdigOntvangen(tijdvak, op('16:00:00'))).toBe(false)
    expect(isTijdigOntvangen(tijdvak, op('08:59:59.999'))).toBe(false)
  })

  test('een stop of een pauze houdt tegen wie toen nog niet was opgeschreven', () => {
    const op = (tijd: string) => new Date(`2022-11-30T${tijd}Z`)
    const tijdvak = { opentOp: op('09:00:00'), sluitOp: op('16:00:00'), geslotenOp: op('12:00:00') }
    expect(isTijdigOntvangen({ ...tijdvak, toestand: 'gesloten' }, op('11:59:59'))).toBe(false)
    expect(isTijdigOntvangen({ ...tijdvak, geslotenOp: null, toestand: 'gepauzeerd' }, op('11:59:59'))).toBe(false)
  })

  test('F15: niemand is eerder ontvangen dan hij kwam: vlak voor de opening is te vroeg', async () => {
    const [, , c, d] = opening.deelnemers
    if (c === undefined || d === undefined) throw new Error('four were asked for')
    await asOwner(`update tijdvak set opent_op = nu() + interval '300 milliseconds' where id = $1`, [opening.tijdvakId])
    expect(await dienIn(c.burger, c.kenmerk)).toMatchObject({ ok: false, redenen: ['tijdvak-niet-open'] })
    await sleep(350)
    expect(await dienIn(d.burger, d.kenmerk)).toMatchObject({ ok: true })
  })

  test('F12: wie te lang zou moeten wachten, hoort dat meteen en er is niets geschreven', async () => {
    const [, , , , e, f] = opening.deelnemers
    if (e === undefined || f === undefined) throw new Error('six were asked for')
    const laatLos = await houdVast(e.aanvraagId)
    const eerste = dienIn(e.burger, e.kenmerk)
    await sleep(20)
    const velen = Array.from({ length: 3_001 }, () => dienIn(f.burger, f.kenmerk))
    expect(await velen.at(-1)).toMatchObject({ ok: false, redenen: ['te-druk'] })
    await laatLos()
    await eerste
    const antwoorden = await Promise.all(velen)
    expect(antwoorden.filter(({ ok }) => ok)).toHaveLength(3_000)
    expect((await asOwner('select 1 from indiening where aanvraag_id = $1', [f.aanvraagId])).length).toBe(1)
  })
})
