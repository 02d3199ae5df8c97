import { getLoting, streamLijst } from '@/lib/loting/views'
import { asTextStream } from '@/lib/platform/download'
import { problem } from '@/lib/platform/problem'

/** The fixed list of participants, byte for byte as it was hashed. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const loting = await getLoting(code)
  if (loting === undefined || loting.lijstHash === null) return problem(404, 'niet-gevonden', { title: 'Van dit tijdvak is geen deelnemerslijst vastgesteld.' })
  return asTextStream(streamLijst(code), { mediatype: 'text/csv', naam: `loting-${code}-lijst.csv` })
}
