import { z } from 'zod'
import { OPERATIES, TAGS, type Antwoord, type Operatie } from '@/lib/opendata/rules/operaties'
import { COMPONENTEN, type Component } from '@/lib/opendata/schema'
import { LICENTIE, UITGEVER } from '@/lib/opendata/texts'

type Json = Record<string, unknown>

const HEADERS = { 'API-Version': { description: 'Versie van de API.', schema: { type: 'string', example: '1.1.0' } } }
const RATE_HEADERS = {
  'RateLimit-Limit': { description: 'Verzoeken die in een minuut mogen.', schema: { type: 'integer' } }, 'RateLimit-Remaining': { description: 'Wat daarvan over is.', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: 'Seconden tot het opnieuw telt.', schema: { type: 'integer' } },
}

/** What can be wrong, for each status. */
const PROBLEMEN: Readonly<Record<number, string>> = {
  400: 'De vraag klopt niet; `detail` zegt wat er mis is.', 401: 'Er is geen geldig token meegestuurd.', 403: 'Het token mag dit niet.', 404: 'Dit is er niet.', 409: 'Hetzelfde verzoek loopt nog.',
  413: 'De inhoud is te groot.', 415: 'De inhoud is niet in UTF-8.', 422: 'De inhoud is niet aangenomen; `fouten` zegt per regel waarom.', 429: 'Te veel verzoeken; probeer het na `Retry-After` seconden opnieuw.', 503: 'Even niet bereikbaar.',
}

/** The OpenAPI 3.1 document of /api/v1. `server` is the address of the site. */
export function makeOpenApi(version: string, server: string): Json {
  const paths: Record<string, Json> = {}
  for (const operatie of OPERATIES) paths[operatie.pad] = { ...paths[operatie.pad], [operatie.methode]: toOperation(operatie) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'API van het STAP-scholingsregister', version,
      description: 'Opleiders, opleidingen en scholingsactiviteiten waarvoor burgers STAP-budget kunnen aanvragen, de aanvraagtijdvakken, en wat systemen van opleiders sturen. Alles in één keer staat op /opendata.',
      contact: { name: UITGEVER.naam, email: UITGEVER.email, url: UITGEVER.url }, license: { name: LICENTIE.naam, url: LICENTIE.url },
    },
    servers: [{ url: `${server}/api/v1`, description: 'Deze omgeving' }],
    tags: TAGS.map(({ name, description }) => ({ name, description })),
    paths,
    components: { schemas: makeSchemas(), securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Een token uit het opleidersportaal, onder Koppelingen.' } } },
  }
}

/** The zod schemas as JSON Schema, each naming the others by reference. */
function makeSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of Object.entries(COMPONENTEN)) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]))
}

function toOperation({ operationId, samenvatting, uitleg, tag, vraag, delen = [], body, antwoorden, problemen, isBeveiligd = false }: Operatie): Json {
  const parameters = [
    ...delen.map(({ naam, uitleg: description, schema }) => ({ name: naam, in: 'path', required: true, description, schema })),
    ...(vraag === undefined ? [] : toQuery(vraag)),
    ...(body === undefined ? [] : [{ name: 'Idempotency-Key', in: 'header', required: false, description: 'Dezelfde sleutel en inhoud geeft hetzelfde antwoord.', schema: { type: 'string', minLength: 1, maxLength: 255 } }]),
  ]
  return {
    operationId, summary: samenvatting, description: uitleg, tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { [body.mediatype]: { schema: body.schema === undefined ? { type: 'string' } : reference(body.schema) } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(antwoorden).map(([status, antwoord]) => [status, toResponse(antwoord, isBeveiligd)])),
      ...Object.fromEntries(problemen.map((status) => [String(status), { description: PROBLEMEN[status] ?? 'Fout.', content: { 'application/problem+json': { schema: reference('Problem') } } }])),
    },
    ...(isBeveiligd ? { security: [{ token: [] }] } : { security: [] }),
  }
}

function toResponse({ uitleg, schema }: Antwoord, isBeveiligd: boolean): Json {
  return { description: uitleg, headers: { ...HEADERS, ...(isBeveiligd ? RATE_HEADERS : {}) }, ...(schema === undefined ? {} : { content: { 'application/json': { schema: reference(schema) } } }) }
}

const reference = (name: Component) => ({ $ref: `#/components/schemas/${name}` })

function toQuery(vraag: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(vraag, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'object' ? schema : {}
    return { name, in: 'query', required: false, ...(description === undefined ? {} : { description }), schema: rest }
  })
}
