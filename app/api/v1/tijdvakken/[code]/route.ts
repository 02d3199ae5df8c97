import { showTijdvak } from '@/app/api/_publiek/tijdvak'
import { apiProblem, apiPublic } from '@/lib/platform/api'
import { refuseBusyCaller } from '@/lib/platform/bearer'
import { getTijdvak } from '@/lib/tijdvak/views'

export const dynamic = 'force-dynamic'

/** One tijdvak by its code. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const refused = await refuseBusyCaller(request)
  if (refused !== undefined) return refused
  const tijdvak = await getTijdvak({ code: (await params).code })
  return tijdvak === undefined ? apiProblem(404, 'niet-gevonden', { title: 'Dit tijdvak kennen wij niet', detail: 'Kijk op /api/v1/tijdvakken welke codes er zijn.' }) : apiPublic(request, showTijdvak(tijdvak), { maxAgeS: 5 })
}
