import { homeOf } from '@/lib/platform/login-url'
import { requireInRoute } from '@/lib/platform/session'

/** Where somebody lands who logged in without being on the way to a page. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireInRoute('sessie.eigen', request)
  if (actor instanceof Response) return actor
  return new Response(null, { status: 303, headers: { location: homeOf(actor), 'cache-control': 'no-store' } })
}
