import { z } from 'zod'
import { csvLine } from '@/lib/base/csv-text'
import { asTextStream } from '@/lib/platform/download'
import { requireInRoute } from '@/lib/platform/session'
import { getImport, readFouten } from '@/lib/aanlevering/views'

/** Every fault of a delivery, one line each, for the person who mends the feed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireInRoute('opleiding.beheren', request)
  if (actor instanceof Response) return actor
  const id = z.guid().safeParse((await params).id)
  if (actor.soort !== 'opleider' || !id.success || await getImport(actor, id.data) === undefined) return new Response('Deze aanlevering bestaat niet.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  return asTextStream(lines(id.data), { mediatype: 'text/csv', naam: 'fouten.csv', cache: 'private, no-store' })
}

async function* lines(importId: string): AsyncGenerator<string> {
  // The mark makes a spreadsheet read it as UTF-8.
  yield `\uFEFF${csvLine(['regel', 'code', 'veld', 'wat er mis is'])}`
  for await (const fouten of readFouten(importId)) yield fouten.map(({ regel, sleutel, veld, reden }) => csvLine([regel, sleutel ?? '', veld, reden])).join('')
}
