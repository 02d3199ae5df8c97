import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getZienswijzeBestand } from '@/lib/verantwoording/views'

/** The file that this opleider sent with a reaction to a voornemen, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ kenmerk: string; id: string }> }): Promise<Response> {
  const actor = await requireInRoute('voornemen.reageren', request)
  if (actor instanceof Response) return actor
  const { kenmerk, id } = await params
  return asDownload(actor.soort === 'opleider' ? await getZienswijzeBestand(actor, kenmerk, id) : undefined)
}
