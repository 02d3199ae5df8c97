import { FAVORIETEN_COOKIE, readFavorieten } from '@/app/(publiek)/favorieten/bewaard'
import { config } from '@/lib/platform/config'
import { FAVORIETEN_MAX, wijzigFavorietSchema } from '@/lib/voorportaal/schema'

const HALF_JAAR_S = 183 * 86_400

/** Keeps or takes away one favourite and goes back to where the visitor was. The newest stands first; the oldest falls off at the maximum. */
export async function POST(request: Request): Promise<Response> {
  const { bewaar, verwijder, terug } = wijzigFavorietSchema.parse({ ...Object.fromEntries(await request.formData()), terug: new URL(request.url).searchParams.get('terug') })
  const anderen = (await readFavorieten()).filter((id) => id !== bewaar && id !== verwijder)
  const favorieten = [...(bewaar === undefined ? [] : [bewaar]), ...anderen].slice(0, FAVORIETEN_MAX)
  const cookie = [`${FAVORIETEN_COOKIE}=${favorieten.join('.')}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${String(favorieten.length === 0 ? 0 : HALF_JAAR_S)}`, ...(config.url.startsWith('https://') ? ['Secure'] : [])]
  return new Response(null, { status: 303, headers: { location: terug, 'set-cookie': cookie.join('; '), 'cache-control': 'no-store' } })
}

/** Nothing is changed by following a link. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: '/favorieten', 'cache-control': 'no-store' } })
}
