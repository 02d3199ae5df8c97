import { standSchema } from '@/lib/financien/schema'
import { streamJournaal } from '@/lib/financien/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** The journal for the accountant, of one boekjaar or of all; docs/journaal.md says what each column holds. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  if (actor.soort !== 'medewerker') return problem(404, 'niet-gevonden', { title: 'Dit bestand bestaat niet.' })
  const { jaar } = standSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return asTextStream(streamJournaal(actor, jaar), { mediatype: 'text/csv', naam: jaar === undefined ? 'journaal.csv' : `journaal-${String(jaar)}.csv`, cache: 'private, no-store' })
}
