import { config } from '@/lib/platform/config'
import { countSitemapDelen } from '@/lib/voorportaal/views'

export const dynamic = 'force-dynamic'

/** The list of sitemaps: the pages that everybody can read, then the opleidingen in parts. */
export async function GET(): Promise<Response> {
  const delen = await countSitemapDelen()
  const adressen = Array.from({ length: delen + 1 }, (_, deel) => new URL(`/sitemaps/${String(deel)}`, config.url).href)
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${adressen.map((adres) => `<sitemap><loc>${adres}</loc></sitemap>`).join('\n')}\n</sitemapindex>`)
}

function xml(inhoud: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${inhoud}\n`, { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } })
}
