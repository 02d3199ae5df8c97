import { asTextStream } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { listRegistratiestops, streamBevroren } from '@/lib/toelating/views'

/** The whole frozen set of a tijdvak as CSV. For a tijdvak that is not there, or not frozen yet, there is no such file. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const actor = await requireInRoute('register.lezen', request)
  if (actor instanceof Response) return actor
  const { code } = await params
  const isBevroren = (await listRegistratiestops()).some((stop) => stop.code === code && stop.isBevroren)
  if (!isBevroren) return new Response('Van dit tijdvak is het register niet bevroren.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const response = asTextStream(streamBevroren(code), { mediatype: 'text/csv', naam: `bevroren-${code}.csv` })
  response.headers.set('cache-control', 'private, no-store')
  return response
}
