import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getControlebewijs } from '@/lib/verantwoording/views'

/** The bewijs that came with the report of a case, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; nummer: string }> }): Promise<Response> {
  const actor = await requireInRoute('toezicht.lezen', request)
  if (actor instanceof Response) return actor
  const { id, nummer } = await params
  const isNummer = /^[1-9][0-9]{0,5}$/.test(nummer)
  return asDownload(actor.soort === 'medewerker' && isNummer ? await getControlebewijs(actor, id, Number(nummer)) : undefined)
}
