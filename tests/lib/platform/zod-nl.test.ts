import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from '@/lib/platform/zod-nl'

function fouten(schema: z.ZodType, input: unknown): unknown {
  const parsed = parseInput(schema, input)
  return parsed.ok ? 'in orde' : parsed.fouten
}

describe('elke fout noemt het veld en wat er verwacht wordt', () => {
  const veld = (schema: z.ZodType) => z.object({ veld: schema.meta({ title: 'Naam' }) })
  test.each<[string, z.ZodType, unknown, string]>([
    ['een leeg veld, dat ook een datum of een bedrag kan zijn', veld(z.string()), {}, 'Naam is nog leeg: vul dit in.'],
    ['te kort', veld(z.string().min(3)), { veld: 'ab' }, 'Naam: gebruik minstens 3 tekens.'],
    ['te lang', veld(z.string().max(1000)), { veld: 'a'.repeat(1001) }, 'Naam: gebruik hoogstens 1.000 tekens.'],
    ['geen e-mailadres', veld(z.email()), { veld: 'x' }, 'Naam: vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.'],
    ['geen keuze gemaakt', veld(z.enum(['a', 'b'])), {}, 'Kies bij Naam wat voor u geldt.'],
    ['een keuze die er niet is', veld(z.enum(['a', 'b'])), { veld: 'c' }, 'Naam: kies één van de mogelijkheden uit de lijst.'],
    ['geen getal', veld(z.coerce.number()), { veld: '1e' }, 'Naam: vul een getal in, bijvoorbeeld 12.'],
    ['te laag', veld(z.number().min(5)), { veld: 1 }, 'Naam: vul een getal in van minstens 5.'],
    ['niets aangevinkt', veld(z.array(z.string()).min(1)), { veld: [] }, 'Naam: kies minstens één mogelijkheid.'],
    ['een te groot bestand', veld(z.file().max(12 * 1024 * 1024)), { veld: new File([new Uint8Array(13 * 1024 * 1024)], 'x.pdf') }, 'Naam: het bestand mag hoogstens 12 MB groot zijn. Kies een ander bestand.'],
    ['een eigen zin gaat voor', veld(z.string({ error: 'Schrijf uw naam.' })), {}, 'Schrijf uw naam.'],
    ['een verwijzing die niet klopt', veld(z.uuid()), { veld: '1' }, 'Naam: deze verwijzing klopt niet. Open de pagina opnieuw en probeer het nog een keer.'],
  ])('%s', (_, schema, input, zin) => {
    expect(fouten(schema, input)).toEqual({ veld: [zin] })
  })
})

test('zonder titel wordt de naam van het veld in woorden geschreven', () => {
  expect(fouten(z.object({ startDatum: z.string() }), {})).toEqual({ startDatum: ['Start datum is nog leeg: vul dit in.'] })
})

test('alle fouten komen tegelijk, ook diep in een lijst', () => {
  const schema = z.object({ regels: z.array(z.object({ bedrag: z.string().meta({ title: 'Bedrag' }) })), naam: z.string() })
  expect(fouten(schema, { regels: [{ bedrag: 'a' }, {}] })).toEqual({ 'regels.1.bedrag': ['Bedrag is nog leeg: vul dit in.'], naam: ['Naam is nog leeg: vul dit in.'] })
})
