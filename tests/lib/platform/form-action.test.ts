import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { IDLE } from '@/lib/base/form-state'
import { done, refused, success } from '@/lib/base/outcome'
import { formAction } from '@/lib/platform/form-action'

function form(...entries: readonly (readonly [string, string | File])[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('wat het formulier stuurt, komt zo bij de use case', () => {
  const schema = z.object({ naam: z.string(), nota: z.string().optional(), dagen: z.array(z.string()), bestand: z.file().optional() })
  const run = vi.fn<(input: z.output<typeof schema>) => Promise<typeof done>>(() => Promise.resolve(done))
  const action = formAction(schema, run)

  test.each([
    ['een leeg veld is niet ingevuld', form(['naam', 'x'], ['nota', '  ']), { naam: 'x', dagen: [] }],
    ['één aangevinkt vakje is ook een lijst', form(['naam', 'x'], ['dagen', 'ma']), { naam: 'x', dagen: ['ma'] }],
    ['meer aangevinkte vakjes', form(['naam', 'x'], ['dagen', 'ma'], ['dagen', 'di']), { naam: 'x', dagen: ['ma', 'di'] }],
    ['een bestandsveld zonder bestand', form(['naam', 'x'], ['bestand', new File([], '')]), { naam: 'x', dagen: [] }],
    ['een bestandsveld zonder bestand, zoals Next het leest', form(['naam', 'x'], ['bestand', new File([], 'undefined')]), { naam: 'x', dagen: [] }],
    ['regeleinden en accenten in één vorm', form(['naam', 'e\u0301\r\nb']), { naam: 'é\nb', dagen: [] }],
    ['velden van het raamwerk tellen niet mee', form(['naam', 'x'], ['$ACTION_ID_1', 'y']), { naam: 'x', dagen: [] }],
  ])('%s', async (_, data, expected) => {
    expect(await action(IDLE, data)).toEqual({ status: 'done' })
    expect(run).toHaveBeenLastCalledWith(expected)
  })
})

test('geweigerde invoer komt terug met alle fouten en met wat er getypt was, zonder het bestand', async () => {
  const action = formAction(z.object({ naam: z.string().min(3), prijs: z.string() }), () => Promise.reject(new Error('must not run')))
  expect(await action(IDLE, form(['naam', 'ab'], ['bestand', new File(['x'], 'x.pdf')]))).toEqual({
    status: 'invalid',
    fouten: { naam: ['Naam: gebruik minstens 3 tekens.'], prijs: ['Prijs is nog leeg: vul dit in.'] },
    waarden: { naam: 'ab' },
  })
})

test('een teken dat de database niet kan bewaren wordt geweigerd met een zin', async () => {
  const action = formAction(z.object({ naam: z.string() }), () => Promise.resolve(done))
  expect(await action(IDLE, form(['naam', 'a\0b']))).toMatchObject({ status: 'invalid', fouten: { naam: ['Dit bevat een teken dat niet opgeslagen kan worden. Typ de tekst opnieuw.'] } })
})

test('een weigering van de use case wordt een zin uit de tabel', async () => {
  const action = formAction(z.object({}), () => Promise.resolve(refused('te-laat')), { 'te-laat': 'Het tijdvak is gesloten.' })
  expect(await action(IDLE, form())).toEqual({ status: 'refused', redenen: ['Het tijdvak is gesloten.'], waarden: {} })
})

test('een melding van de use case komt op het scherm', async () => {
  const action = formAction(z.object({}), () => Promise.resolve(success({ melding: 'Opgeslagen.' })))
  expect(await action(IDLE, form())).toEqual({ status: 'done', melding: 'Opgeslagen.' })
})

test('een storing wordt niet opgevangen', async () => {
  const action = formAction(z.object({}), () => Promise.reject(new Error('database weg')))
  await expect(action(IDLE, form())).rejects.toThrow('database weg')
})
