import { listPublicaties } from '@/lib/opendata/views'
import { apiPublic } from '@/lib/platform/api'
import { refuseBusyCaller } from '@/lib/platform/bearer'

export const dynamic = 'force-dynamic'

/** What has been made public, the newest first. */
export async function GET(request: Request): Promise<Response> {
  const refused = await refuseBusyCaller(request)
  return refused ?? apiPublic(request, { publicaties: await listPublicaties() }, { maxAgeS: 60 })
}
