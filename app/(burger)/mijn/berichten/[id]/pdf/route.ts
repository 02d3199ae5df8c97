import { readBerichtPdf } from '@/lib/beschikking/views'
import { requireInRoute } from '@/lib/platform/session'

/** The PDF of one of the burger's own letters, as a file to keep. Somebody else's is a 404. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('brief.lezen', request)
  if (actor instanceof Response) return actor
  const pdf = actor.soort === 'burger' ? await readBerichtPdf(actor, (await params).id) : undefined
  if (pdf === undefined) return new Response('Deze brief is er niet. Ga terug naar uw berichten.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(new Uint8Array(pdf.inhoud), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${pdf.naam}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
