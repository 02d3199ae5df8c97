import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getBewijsVanBurger } from '@/lib/verantwoording/views'

/** What this burger sent along, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ kenmerk: string }> }): Promise<Response> {
  const actor = await requireInRoute('deelname.bevestigen', request)
  if (actor instanceof Response) return actor
  return asDownload(actor.soort === 'burger' ? await getBewijsVanBurger(actor, (await params).kenmerk) : undefined)
}
