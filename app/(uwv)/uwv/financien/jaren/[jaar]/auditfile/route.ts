import { jaarSchema } from '@/lib/financien/schema'
import { streamAuditfile } from '@/lib/financien/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** A year for the accountant as XML Auditfile Financieel 3.2; docs/journaal.md says what it holds. */
export async function GET(request: Request, { params }: { params: Promise<{ jaar: string }> }): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  const jaar = jaarSchema.safeParse((await params).jaar)
  if (actor.soort !== 'medewerker' || !jaar.success) return problem(404, 'niet-gevonden', { title: 'Dit bestand bestaat niet.' })
  return asTextStream(streamAuditfile(actor, jaar.data), { mediatype: 'application/xml', naam: `auditfile-${String(jaar.data)}.xaf`, cache: 'private, no-store' })
}
