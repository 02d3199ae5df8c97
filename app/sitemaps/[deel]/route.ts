import { z } from 'zod'
import { config } from '@/lib/platform/config'
import { getSitemapDeel, SITEMAP_DEEL } from '@/lib/voorportaal/views'

export const dynamic = 'force-dynamic'

const PAGINAS = ['/', '/opleidingen', '/uitleg', '/contact', '/privacy', '/toegankelijkheid']
const deelSchema = z.coerce.number().int().min(0).max(1_000)

/** One sitemap: number 0 has the fixed pages, the others the opleidingen that can be found. */
export async function GET(_request: Request, { params }: { params: Promise<{ deel: string }> }): Promise<Response> {
  const deel = deelSchema.safeParse((await params).deel)
  if (!deel.success) return new Response(null, { status: 404 })
  const adressen = deel.data === 0
    ? PAGINAS.map((pad) => `<url><loc>${new URL(pad, config.url).href}</loc></url>`)
    : (await getSitemapDeel(deel.data)).map(({ id, gewijzigd }) => `<url><loc>${new URL(`/opleidingen/${id}`, config.url).href}</loc><lastmod>${gewijzigd}</lastmod></url>`)
  if (adressen.length === 0 || adressen.length > SITEMAP_DEEL) return new Response(null, { status: 404 })
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${adressen.join('\n')}\n</urlset>\n`, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}
