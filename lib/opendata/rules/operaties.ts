import type { z } from 'zod'
import { VRAGEN, type Component } from '@/lib/opendata/schema'

export type Antwoord = { readonly uitleg: string; readonly schema?: Component }
type Deel = { readonly naam: string; readonly uitleg: string; readonly schema: Readonly<Record<string, string>> }

/** One thing that the API does: a method on an address. */
export type Operatie = {
  readonly methode: 'get' | 'post'
  readonly pad: string
  readonly operationId: string
  readonly samenvatting: string
  readonly uitleg: string
  readonly tag: (typeof TAGS)[number]['name']
  readonly vraag?: z.ZodObject
  readonly delen?: readonly Deel[]
  readonly body?: { readonly mediatype: string; readonly schema?: Component }
  readonly antwoorden: Readonly<Record<string, Antwoord>>
  readonly problemen: readonly number[]
  readonly isBeveiligd?: boolean
}

export const TAGS = [
  { name: 'Register', description: 'Opleiders, opleidingen en scholingsactiviteiten; voor iedereen.' },
  { name: 'Tijdvakken', description: 'Wanneer burgers kunnen aanvragen, en hoeveel er over is; voor iedereen.' },
  { name: 'Publicaties', description: 'Wat openbaar is gemaakt; voor iedereen.' },
  { name: 'Opleiders', description: 'Wat het systeem van een opleider stuurt; met een token.' },
  { name: 'Beschrijving', description: 'Deze beschrijving.' },
] as const

const ID: Deel = { naam: 'id', uitleg: 'Vaste sleutel.', schema: { type: 'string', format: 'uuid' } }
const CODE: Deel = { naam: 'code', uitleg: 'Code van het tijdvak, bijvoorbeeld 2022-V.', schema: { type: 'string' } }
const OPENBAAR = [400, 404, 429, 503]
const BEVEILIGD = [400, 401, 403, 409, 413, 415, 422, 429, 503]

/** A list of the register and one line of it. */
function lijst(pad: string, namen: { enkel: string; Enkel: string; meer: string }, vraag: z.ZodObject, schemas: { blad: Component; een: Component }): Operatie[] {
  const { enkel, Enkel, meer } = namen
  return [
    {
      methode: 'get', pad, operationId: `list${Enkel}Blad`, tag: 'Register', vraag, samenvatting: `Zoek ${meer}`,
      uitleg: `In de volgorde van hun sleutel. \`_links.next\` is het adres van het volgende blad; ontbreekt het, dan was dit het laatste.`,
      antwoorden: { 200: { uitleg: `Een blad met ${meer}.`, schema: schemas.blad }, 304: { uitleg: 'Er is niets veranderd sinds de ETag die u stuurde.' } }, problemen: [400, 429, 503],
    },
    {
      methode: 'get', pad: `${pad}/{id}`, operationId: `get${Enkel}`, tag: 'Register', delen: [ID], samenvatting: `Lees één ${enkel}`, uitleg: `Eén ${enkel} die nu openbaar is.`,
      antwoorden: { 200: { uitleg: `De ${enkel}.`, schema: schemas.een }, 304: { uitleg: 'Er is niets veranderd sinds de ETag die u stuurde.' } }, problemen: OPENBAAR,
    },
  ]
}

/** Everything of /api/v1, in the order of the document. A test compares it with the route handlers that there are. */
export const OPERATIES: readonly Operatie[] = [
  ...lijst('/opleiders', { enkel: 'opleider', Enkel: 'Opleider', meer: 'opleiders' }, VRAGEN.opleiders, { blad: 'OpleiderBlad', een: 'Opleider' }),
  ...lijst('/opleidingen', { enkel: 'opleiding', Enkel: 'Opleiding', meer: 'opleidingen' }, VRAGEN.opleidingen, { blad: 'OpleidingBlad', een: 'OpleidingDetail' }),
  ...lijst('/scholingsactiviteiten', { enkel: 'scholingsactiviteit', Enkel: 'Scholingsactiviteit', meer: 'scholingsactiviteiten' }, VRAGEN.scholingsactiviteiten, { blad: 'ScholingsactiviteitBlad', een: 'Scholingsactiviteit' }),
  {
    methode: 'get', pad: '/tijdvakken', operationId: 'listTijdvakken', tag: 'Tijdvakken', samenvatting: 'Lees de tijdvakken', uitleg: 'Alle aanvraagtijdvakken, het vroegste eerst, met wat er over is van het budget.',
    antwoorden: { 200: { uitleg: 'De tijdvakken.', schema: 'Tijdvakken' }, 304: { uitleg: 'Er is niets veranderd.' } }, problemen: [429, 503],
  },
  {
    methode: 'get', pad: '/tijdvakken/{code}', operationId: 'getTijdvak', tag: 'Tijdvakken', delen: [CODE], samenvatting: 'Lees één tijdvak', uitleg: 'Eén aanvraagtijdvak.',
    antwoorden: { 200: { uitleg: 'Het tijdvak.', schema: 'Tijdvak' }, 304: { uitleg: 'Er is niets veranderd.' } }, problemen: OPENBAAR,
  },
  {
    methode: 'get', pad: '/tijdvakken/{code}/stand', operationId: 'getStand', tag: 'Tijdvakken', delen: [CODE], samenvatting: 'Lees hoe de wachtkamer staat', uitleg: 'Hoogstens twee seconden oud; een cache mag het zo lang bewaren.',
    antwoorden: { 200: { uitleg: 'De stand.', schema: 'Stand' }, 304: { uitleg: 'Er is niets veranderd.' } }, problemen: [400, 404, 503],
  },
  {
    methode: 'get', pad: '/publicaties', operationId: 'listPublicaties', tag: 'Publicaties', samenvatting: 'Lees wat er is gepubliceerd', uitleg: 'De open data, en per tijdvak de volgorde van de wachtkamer en de loting. Het nieuwste eerst.',
    antwoorden: { 200: { uitleg: 'De publicaties.', schema: 'Publicaties' }, 304: { uitleg: 'Er is niets veranderd.' } }, problemen: [429, 503],
  },
  {
    methode: 'post', pad: '/facturen', operationId: 'postFactuur', tag: 'Opleiders', isBeveiligd: true, samenvatting: 'Stuur een e-factuur, correctie of creditnota', uitleg: 'UBL 2.1 volgens NLCIUS: factuur (380), correctie (384) of creditnota (381, CreditNote). Meer facturen per opdracht mag, samen niet hoger dan de opdracht. Wij bewaren alles zoals u het stuurt en beoordelen het meteen. Scope: facturen.',
    body: { mediatype: 'application/xml' }, antwoorden: { 201: { uitleg: 'De factuur past bij de opdracht, of de creditnota bij haar factuur.', schema: 'Factuur' } }, problemen: BEVEILIGD,
  },
  {
    methode: 'post', pad: '/aanmeldbewijzen', operationId: 'postAanmeldbewijzen', tag: 'Opleiders', isBeveiligd: true, samenvatting: 'Geef aanmeldbewijzen uit', uitleg: 'Eén object, of een lijst waarvan elke rij een eigen antwoord krijgt. Scope: aanmeldbewijzen.',
    body: { mediatype: 'application/json', schema: 'AanmeldbewijsOfLijst' },
    antwoorden: { 200: { uitleg: 'De antwoorden op een lijst.', schema: 'AanmeldbewijsAntwoorden' }, 201: { uitleg: 'Het aanmeldbewijs is uitgegeven.', schema: 'UitgegevenAanmeldbewijs' } }, problemen: BEVEILIGD,
  },
  {
    methode: 'post', pad: '/deelnames', operationId: 'postDeelnames', tag: 'Opleiders', isBeveiligd: true, samenvatting: 'Meld deelnames', uitleg: 'Eén object, of een lijst waarvan elke rij een eigen antwoord krijgt. Scope: deelnames.',
    body: { mediatype: 'application/json', schema: 'DeelnameOfLijst' },
    antwoorden: { 200: { uitleg: 'De antwoorden op een lijst.', schema: 'DeelnameAntwoorden' }, 201: { uitleg: 'De deelname is gemeld.', schema: 'DeelnameAntwoord' } }, problemen: BEVEILIGD,
  },
  {
    methode: 'get', pad: '/openapi.json', operationId: 'getOpenApi', tag: 'Beschrijving', samenvatting: 'Lees deze beschrijving', uitleg: 'Dit document, OpenAPI 3.1.',
    antwoorden: { 200: { uitleg: 'Dit document.' }, 304: { uitleg: 'Er is niets veranderd.' } }, problemen: [503],
  },
]
