import { streamJournaal } from '@/lib/financien/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** The whole journal for the accountant; docs/journaal.md says what each column holds. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  if (actor.soort !== 'medewerker') return problem(404, 'niet-gevonden', { title: 'Dit bestand bestaat niet.' })
  return asTextStream(streamJournaal(actor), { mediatype: 'text/csv', naam: 'journaal.csv', cache: 'private, no-store' })
}
