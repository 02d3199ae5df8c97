import { readSession, tokenFromCookie } from '@/lib/platform/session-store'

/** How long this session still lasts, without lengthening it: for the warning, in every tab. */
export function GET(request: Request): Promise<Response> {
  return answer(request, false)
}

/** Lengthens the session. */
export function POST(request: Request): Promise<Response> {
  return answer(request, true)
}

async function answer(request: Request, slide: boolean): Promise<Response> {
  const token = tokenFromCookie(request.headers.get('cookie'))
  const session = token === undefined ? undefined : await readSession(token, slide)
  return Response.json({ seconden: session?.secondenOver ?? 0 }, { headers: { 'cache-control': 'no-store' } })
}
