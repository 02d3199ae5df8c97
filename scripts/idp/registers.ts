import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { findPerson, type RegisterPersoon } from '@/scripts/idp/people'
import { readBody } from '@/scripts/idp/http'
import { compareNaam } from '@/scripts/idp/rekeningen'

const vraagPersonen = z.object({
  type: z.literal('RaadpleegMetBurgerservicenummer'),
  burgerservicenummer: z.array(z.string().regex(/^[0-9]{9}$/)).min(1).max(20),
  fields: z.array(z.string()).min(1).max(130),
})
const vraagVerzekeringen = z.object({ burgerservicenummer: z.string().regex(/^[0-9]{9}$/) })
const vraagNaam = z.object({ iban: z.string().regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/), naam: z.string().min(1).max(140) })

/** Answers questions to the base registers. False when the path is not one of theirs. */
export async function answerRegisters(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'POST') return false
  switch (request.url) {
    case '/haalcentraal/api/brp/personen':
      answerPersonen(await readBody(request), response)
      return true
    case '/bankrekeningen/naam':
      answerNaam(await readBody(request), response)
      return true
    case '/verzekeringen':
      answerVerzekeringen(await readBody(request), response)
      return true
    default:
      return false
  }
}

function answerPersonen(body: string, response: ServerResponse): void {
  const vraag = vraagPersonen.safeParse(parseJson(body))
  if (!vraag.success) { problem(response, 400, 'Een of meerdere parameters zijn niet correct.'); return }
  const found = vraag.data.burgerservicenummer.flatMap((bsn) => findPerson(bsn) ?? [])
  if (found.some(({ storing }) => storing === 'brp')) { problem(response, 503, 'Bronservice is tijdelijk niet beschikbaar.'); return }
  const has = (field: string): boolean => vraag.data.fields.some((asked) => asked === field || asked.startsWith(`${field}.`))
  json(response, 200, {
    type: 'RaadpleegMetBurgerservicenummer',
    // Only what was asked for, as the real interface does.
    personen: found.map((person) => ({
      ...(has('naam') ? { naam: naamOf(person) } : {}),
      ...(has('geboorte') ? { geboorte: { datum: datumOf(person.geboortedatum) } } : {}),
      ...(has('verblijfplaats') ? { verblijfplaats: verblijfplaatsOf(person) } : {}),
    })),
  })
}

function answerVerzekeringen(body: string, response: ServerResponse): void {
  const vraag = vraagVerzekeringen.safeParse(parseJson(body))
  if (!vraag.success) { problem(response, 400, 'Het burgerservicenummer is niet correct.'); return }
  const person = findPerson(vraag.data.burgerservicenummer)
  if (person?.storing === 'verzekeringen') { problem(response, 503, 'Bronservice is tijdelijk niet beschikbaar.'); return }
  json(response, 200, { perioden: (person?.verzekerd ?? []).map(([begindatum, einddatum]) => ({ begindatum, einddatum })) })
}

function answerNaam(body: string, response: ServerResponse): void {
  const vraag = vraagNaam.safeParse(parseJson(body))
  if (!vraag.success) { problem(response, 400, 'Het rekeningnummer of de naam is niet correct.'); return }
  json(response, 200, compareNaam(vraag.data.iban, vraag.data.naam))
}

function naamOf({ voornamen, voorvoegsel, geslachtsnaam }: RegisterPersoon): object {
  return { voornamen, ...(voorvoegsel === null ? {} : { voorvoegsel }), geslachtsnaam }
}

function datumOf(text: string): object {
  return text.length === 4
    ? { type: 'JaarDatum', jaar: Number(text), langFormaat: text }
    : { type: 'Datum', datum: text, langFormaat: text }
}

function verblijfplaatsOf({ straat, huisnummer, postcode, woonplaats }: RegisterPersoon): object {
  return { type: 'Adres', verblijfadres: { korteStraatnaam: straat, officieleStraatnaam: straat, huisnummer, postcode, woonplaats } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not JSON: the schema refuses it with the right answer.
  }
}

function problem(response: ServerResponse, status: number, detail: string): void {
  json(response, status, { status, title: status === 400 ? 'Bad Request' : 'Service Unavailable', detail }, 'application/problem+json')
}

function json(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(JSON.stringify(body))
}
