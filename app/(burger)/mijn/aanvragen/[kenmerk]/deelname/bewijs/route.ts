import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getBewijs } from '@/lib/verantwoording/views'

/** The bewijs van deelname, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ kenmerk: string }> }): Promise<Response> {
  const actor = await requireInRoute('deelname.bevestigen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'burger' ? await getBewijs(actor, (await params).kenmerk) : undefined)
}
