import { describeDump, toJsonLd, toTurtle } from '@/lib/opendata/rules/dcat'
import { VORM_TEKST } from '@/lib/opendata/texts'
import { vindDumpBestand } from '@/lib/opendata/use-cases/lees-dump'
import { getDump } from '@/lib/opendata/views'
import { hasEtag } from '@/lib/platform/api'
import { config } from '@/lib/platform/config'
import { serveFile } from '@/lib/platform/file-response'
import { problem } from '@/lib/platform/problem'

export const dynamic = 'force-dynamic'

type Params = { params: Promise<{ bestand: string }> }

/** A file of the open data (`opleidingen.csv`, packed when the caller can unpack it; `.csv.gz`; `.parquet`), or the catalogue. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { bestand: naam } = await params
  if (naam === 'catalogus.jsonld' || naam === 'catalogus.ttl') return catalogus(request, naam)
  const packed = /\.(csv|jsonl)$/.test(naam)
  const gevonden = await vindDumpBestand(packed ? `${naam}.gz` : naam)
  if (gevonden === undefined) return problem(404, 'niet-gevonden', { title: 'Dit bestand is er niet. Op /opendata staat welke er zijn.' })
  const { pad, bestand, gemaaktOp } = gevonden
  return serveFile(request, {
    path: pad, size: bestand.grootte, sha256: bestand.sha256, name: naam, changed: gemaaktOp, isPacked: packed,
    mediatype: naam.endsWith('.gz') ? 'application/gzip' : VORM_TEKST[bestand.vorm].mediatype,
  })
}

async function catalogus(request: Request, naam: 'catalogus.jsonld' | 'catalogus.ttl'): Promise<Response> {
  const dump = await getDump()
  if (dump === undefined) return problem(404, 'niet-gevonden', { title: 'De open data zijn nog niet gemaakt. Probeer het over een uur opnieuw.' })
  const things = describeDump(dump, config.url)
  const isTurtle = naam.endsWith('.ttl')
  const etag = `"${dump.gemaaktOp}${isTurtle ? '-ttl' : ''}"`
  const headers = { etag, 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*', 'content-type': isTurtle ? 'text/turtle; charset=utf-8' : 'application/ld+json' }
  if (hasEtag(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(isTurtle ? toTurtle(things) : JSON.stringify(toJsonLd(things)), { headers })
}
