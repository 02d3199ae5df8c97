import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEEM, type Medewerker } from '@/lib/base/actor'
import { saveGebeurtenis } from '@/lib/platform/audit'
import { inPgTransaction, inTransaction, pool } from '@/lib/platform/db'
import { isJobName, jobSchemas } from '@/lib/platform/jobs'
import { enqueue, enqueueAll } from '@/lib/platform/outbox'
import { asOwner, freshDb } from '@/tests/setup/db'

freshDb()
beforeEach(async () => { await asOwner('delete from outbox') })

const rijen = async () => (await pool.query<{ job: string; payload: object }>('select job, payload from outbox order by id')).rows

describe('I11: wat moet gebeuren, staat in de transactie van zijn oorzaak', () => {
  test('vele jobs van één soort staan in de gegeven volgorde', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    await inPgTransaction((client) => enqueueAll(client, 'beoordeel-aanvraag', ids.map((aanvraagId) => ({ aanvraagId }))))
    expect(await rijen()).toEqual(ids.map((aanvraagId) => ({ job: 'beoordeel-aanvraag', payload: { aanvraagId } })))
  })

  test('geen jobs is geen vraag aan de database, en een fout laat er geen achter', async () => {
    await inPgTransaction((client) => enqueueAll(client, 'beoordeel-aanvraag', []))
    await expect(inPgTransaction(async (client) => {
      await enqueueAll(client, 'beoordeel-aanvraag', [{ aanvraagId: randomUUID() }])
      throw new Error('toch niet')
    })).rejects.toThrow('toch niet')
    expect(await rijen()).toEqual([])
  })
})

describe('I9: een job draagt ids en niets anders', () => {
  test.each(Object.entries(jobSchemas))('%s weigert een veld meer en tekst die geen id is', (_, schema) => {
    const goed = Object.fromEntries(Object.keys(schema.shape).map((veld) => [veld, randomUUID()]))
    expect(schema.safeParse(goed).success).toBe(true)
    expect(schema.safeParse({ ...goed, bsn: '900000004' }).success).toBe(false)
    for (const veld of Object.keys(goed)) expect(schema.safeParse({ ...goed, [veld]: '900000004' }).success).toBe(false)
  })

  test('ook bij vele tegelijk', async () => {
    await expect(inPgTransaction((client) => enqueueAll(client, 'verstuur-mail', [{ mailId: 'sam@example.nl' }]))).rejects.toThrow()
    await expect(inTransaction((tx) => enqueue(tx, 'verstuur-mail', { mailId: 'sam@example.nl' }))).rejects.toThrow()
    expect(await rijen()).toEqual([])
  })

  test('een naam die wij niet kennen, is geen job', () => {
    expect(['verstuur-mail', 'toString', 'onbekend'].map(isJobName)).toEqual([true, false, false])
  })
})

describe('I7: een gebeurtenis zegt wie, in welke rol', () => {
  const teamleider: Medewerker = { soort: 'medewerker', id: randomUUID(), naam: 'Kim', rollen: ['behandelaar', 'teamleider'] }
  const laatste = async () => (await asOwner('select soort, van_status, naar_status, door_id, door_rol, reden, gegevens, zichtbaar from gebeurtenis order by id desc limit 1'))[0]

  test('de rol waarin gehandeld werd, of anders de eerste', async () => {
    await inTransaction((tx) => saveGebeurtenis(tx, { onderwerp: 'proef', onderwerpId: '1', soort: 'bekijk', actor: teamleider }))
    expect(await laatste()).toEqual({ soort: 'bekijk', van_status: null, naar_status: null, door_id: teamleider.id, door_rol: 'behandelaar', reden: null, gegevens: {}, zichtbaar: false })
    await inTransaction((tx) => saveGebeurtenis(tx, {
      onderwerp: 'proef', onderwerpId: '1', soort: 'verleen', van: 'a', naar: 'b', actor: teamleider, rol: 'teamleider', reden: 'klopt', gegevens: { bedragCent: 1 }, zichtbaar: true,
    }))
    expect(await laatste()).toEqual({ soort: 'verleen', van_status: 'a', naar_status: 'b', door_id: teamleider.id, door_rol: 'teamleider', reden: 'klopt', gegevens: { bedragCent: 1 }, zichtbaar: true })
  })

  test('het systeem heeft geen persoon', async () => {
    await inTransaction((tx) => saveGebeurtenis(tx, { onderwerp: 'proef', onderwerpId: '1', soort: 'open', actor: SYSTEEM }))
    expect(await laatste()).toMatchObject({ door_id: null, door_rol: 'systeem' })
  })
})
