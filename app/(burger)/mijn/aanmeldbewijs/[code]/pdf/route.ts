import { asPdf } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { maakBewijsPdf } from '@/lib/vooraanmelding/use-cases/maak-bewijs-pdf'
import { findBewijsVoorBurger } from '@/lib/vooraanmelding/views'

/** The own aanmeldbewijs as a PDF. Somebody else's is a 404. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const actor = await requireInRoute('aanvraag.voorbereiden', request)
  if (actor instanceof Response) return actor
  const gevonden = actor.soort === 'burger' ? await findBewijsVoorBurger(actor, (await params).code) : undefined
  return asPdf(gevonden?.soort === 'eigen' ? maakBewijsPdf(gevonden.blad) : undefined, 'STAP-aanmeldbewijs.pdf')
}
