import { asTextStream } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { streamBevroren } from '@/lib/toelating/views'

/** The whole frozen set of a tijdvak as CSV. A tijdvak that is not there, or not frozen yet, gives the heading alone. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const actor = await requireInRoute('register.lezen', request)
  if (actor instanceof Response) return actor
  const { code } = await params
  const response = asTextStream(streamBevroren(code), { mediatype: 'text/csv', naam: `bevroren-${code}.csv` })
  response.headers.set('cache-control', 'private, no-store')
  return response
}
