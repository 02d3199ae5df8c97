import { asDownload } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getStuk } from '@/lib/verantwoording/views'

/** A document that the opleider sent for the sample, always as a download. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; nummer: string; stukId: string }> }): Promise<Response> {
  const actor = await requireInRoute('toezicht.lezen', request)
  if (actor instanceof Response) return actor
  const { id, nummer, stukId } = await params
  const isNummer = /^[1-9][0-9]{0,5}$/.test(nummer)
  return asDownload(actor.soort === 'medewerker' && isNummer ? await getStuk(actor, { controleId: id, nummer: Number(nummer) }, stukId) : undefined)
}
