import { jaarSchema } from '@/lib/financien/schema'
import { streamJaarverslag } from '@/lib/financien/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** The report of a year as CSV, a line per compartiment. */
export async function GET(request: Request, { params }: { params: Promise<{ jaar: string }> }): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  const jaar = jaarSchema.safeParse((await params).jaar)
  if (actor.soort !== 'medewerker' || !jaar.success) return problem(404, 'niet-gevonden', { title: 'Dit bestand bestaat niet.' })
  return asTextStream(streamJaarverslag(actor, jaar.data), { mediatype: 'text/csv', naam: `jaarverslag-${String(jaar.data)}.csv`, cache: 'private, no-store' })
}
