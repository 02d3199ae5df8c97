import { showTijdvak } from '@/app/api/_publiek/tijdvak'
import { apiPublic } from '@/lib/platform/api'
import { refuseBusyCaller } from '@/lib/platform/bearer'
import { listTijdvakOverzicht } from '@/lib/tijdvak/views'

export const dynamic = 'force-dynamic'

/** Every tijdvak with what is left of its budget. */
export async function GET(request: Request): Promise<Response> {
  const refused = await refuseBusyCaller(request)
  return refused ?? apiPublic(request, { tijdvakken: (await listTijdvakOverzicht()).map(showTijdvak) }, { maxAgeS: 5 })
}
