import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getStuk } from '@/lib/verantwoording/views'

/** A document that this opleider sent, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; stukId: string }> }): Promise<Response> {
  const actor = await requireInRoute('deelname.melden', request)
  if (actor instanceof Response) return actor
  const { id, stukId } = await params
  return asDownload(actor.soort === 'opleider' ? await getStuk(actor, { gevalId: id }, stukId) : undefined)
}
