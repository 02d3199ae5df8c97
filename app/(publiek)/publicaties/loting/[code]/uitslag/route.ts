import { getLoting, streamUitslag } from '@/lib/loting/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'

/** The result of the draw, byte for byte as it was hashed. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const loting = await getLoting(code)
  if (loting?.stand !== 'getrokken') return problem(404, 'niet-gevonden', { title: 'Dit tijdvak is nog niet geloot.' })
  return asTextStream(streamUitslag(code), { mediatype: 'text/csv', naam: `loting-${code}-uitslag.csv` })
}
