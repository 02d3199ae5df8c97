import { maakBewijspakket } from '@/lib/bewijs/use-cases/maak-bewijspakket'
import { asArchive } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'
import { requireInRoute } from '@/lib/platform/session'

/** The proof pack of a tijdvak: everything with which an auditor does the division again. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const actor = await requireInRoute('bewijs.lezen', request)
  if (actor instanceof Response) return actor
  const { code } = await params
  const pakket = await maakBewijspakket(actor, code)
  return pakket === undefined ? problem(404, 'niet-gevonden', { title: 'Dit tijdvak bestaat niet.' }) : asArchive(pakket, `bewijspakket-${code}.zip`)
}
