import { z } from 'zod'
import type { Verzameling } from '@/lib/opendata/model'
import { VRAGEN } from '@/lib/opendata/schema'
import { getBladzijde, getOpenOpleiding, getRij } from '@/lib/opendata/views'
import { apiProblem, apiPublic } from '@/lib/platform/api'
import { refuseBusyCaller } from '@/lib/platform/bearer'

/** Seconds that an answer of the register may be kept: it changes a few times a day. */
const MAX_AGE_S = 60

/** A page of a list: what the filters leave, after a key, with the address of the next page. */
export async function answerList(request: Request, verzameling: Verzameling): Promise<Response> {
  const refused = await refuseBusyCaller(request)
  if (refused !== undefined) return refused
  const { pathname, searchParams } = new URL(request.url)
  const gevraagd = readQuery(searchParams)
  const vraag = VRAGEN[verzameling].safeParse(gevraagd)
  if (!vraag.success) return wrongQuery(vraag.error)
  const { na, aantal, ...rest } = vraag.data
  const filters = Object.fromEntries(Object.entries(rest).map(([naam, waarde]) => [naam, typeof waarde === 'string' ? waarde : undefined]))
  const { rijen, volgende } = await getBladzijde(verzameling, { filters, na, aantal })
  const next = volgende === null ? undefined : `${pathname}?${new URLSearchParams({ ...gevraagd, na: volgende }).toString()}`
  const self = searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`
  return apiPublic(request, { [verzameling]: rijen, _links: { self: { href: self }, ...(next === undefined ? {} : { next: { href: next } }) } },
    { maxAgeS: MAX_AGE_S, headers: next === undefined ? {} : { link: `<${next}>; rel="next"` } })
}

/** One line by its key; of an opleiding also its price and its start dates. */
export async function answerOne(request: Request, verzameling: Verzameling, id: string): Promise<Response> {
  const refused = await refuseBusyCaller(request)
  if (refused !== undefined) return refused
  if (!z.guid().safeParse(id).success) return apiProblem(400, 'vraag-klopt-niet', { title: 'De vraag klopt niet', detail: 'De sleutel in het adres is geen UUID. Neem hem over uit een lijst.' })
  const rij = verzameling === 'opleidingen' ? await getOpenOpleiding(id) : await getRij(verzameling, id)
  return rij === undefined ? apiProblem(404, 'niet-gevonden', { title: 'Dit is er niet', detail: 'Er is niets openbaars met deze sleutel. Zoek het op in de lijst.' }) : apiPublic(request, rij, { maxAgeS: MAX_AGE_S })
}

/** A key that is given twice counts as wrong: which of both would be meant? */
function readQuery(searchParams: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key).join(',')]))
}

function wrongQuery(fout: z.ZodError): Response {
  const fouten = fout.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ veld: key, reden: 'Deze vraag kennen wij niet. In /api/v1/openapi.json staat welke er zijn.' })) : [{ veld: issue.path.join('.'), reden: 'Deze waarde kan niet. In /api/v1/openapi.json staat wat er mag.' }]))
  return apiProblem(400, 'vraag-klopt-niet', { title: 'De vraag klopt niet', detail: `Controleer ${fouten.map(({ veld }) => veld).join(', ')}.` }, {}, { fouten })
}
