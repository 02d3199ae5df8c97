import { z } from 'zod'
import { asPdf } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { maakBewijsPdf } from '@/lib/vooraanmelding/use-cases/maak-bewijs-pdf'
import { getAanmeldbewijs } from '@/lib/vooraanmelding/views'

/** The aanmeldbewijs as a PDF. Somebody else's is a 404. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('aanmeldbewijs.lezen', request)
  if (actor instanceof Response) return actor
  const { id } = await params
  const bewijs = actor.soort === 'opleider' && z.guid().safeParse(id).success ? await getAanmeldbewijs(actor, id) : undefined
  return asPdf(bewijs === undefined ? undefined : maakBewijsPdf(bewijs), 'STAP-aanmeldbewijs.pdf')
}
