import { getFactuurBestand } from '@/lib/betaling/views'
import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'

/** The e-invoice as it came in, or as it was made here. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('factuur.indienen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'opleider' ? await getFactuurBestand(actor, (await params).id) : undefined)
}
