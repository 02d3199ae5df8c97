import { getPostBestand } from '@/lib/betaling/views/uwv'
import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'

/** The message as it was mailed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'medewerker' ? await getPostBestand(actor, (await params).id) : undefined)
}
