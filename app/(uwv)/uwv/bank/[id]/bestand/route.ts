import { getBerichtBestand } from '@/lib/bank/views'
import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'

/** A message as the bank sent it. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'medewerker' ? await getBerichtBestand(actor, (await params).id) : undefined)
}
