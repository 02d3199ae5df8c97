import { config } from '@/lib/platform/config'

export const dynamic = 'force-dynamic'

/** What search engines may read: the public pages, nothing behind a login. */
export function GET(): Response {
  const closed = ['/mijn', '/opleider', '/uwv', '/duo', '/toetsingskamer', '/beleid', '/regie', '/inloggen', '/uitloggen', '/sessie', '/api', '/dev', '/favorieten', '/vergelijken']
  return new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${new URL('/sitemap.xml', config.url).href}`, ''].join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
