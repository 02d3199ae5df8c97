import { getLoting } from '@/lib/loting/views'
import { problem } from '@/lib/platform/problem'

/** What a program needs besides the list and the result to do the draw again; public/verifieer-loting.mjs reads it. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const loting = await getLoting((await params).code)
  if (loting === undefined || loting.lijstHash === null) return problem(404, 'niet-gevonden', { title: 'Van dit tijdvak is geen deelnemerslijst vastgesteld.' })
  const { code, wijze, pastNietRegel, compartimenten, zaadBron, baken, aantal, lijstHash, lijstOp, bijdragen, zaad, getrokkenOp, toegekend, uitslagHash } = loting
  return Response.json({
    code, wijze, pastNietRegel,
    compartimenten: compartimenten.map(({ code: compartiment, plafondCent, gewicht }) => ({ code: compartiment, vrijCent: plafondCent, gewicht })),
    zaadBron, baken, aantal, lijstHash, lijstOp, bijdragen, zaad, getrokkenOp, toegekend, uitslagHash,
  }, { headers: { 'cache-control': 'public, max-age=60' } })
}
