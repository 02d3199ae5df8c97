import { getBetaalbestand } from '@/lib/betaling/views/uwv'
import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'

/** The payment file of a batch that went to the bank. */
export async function GET(request: Request, { params }: { params: Promise<{ msgId: string }> }): Promise<Response> {
  const actor = await requireInRoute('betaling.lezen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'medewerker' ? await getBetaalbestand(actor, (await params).msgId) : undefined)
}
