import { forgetCookie } from '@/lib/platform/login-cookies'
import { endSession, SESSION_COOKIE, tokenFromCookie } from '@/lib/platform/session-store'

/** Ends the session on the server and in the browser. From another site no cookie comes along (Lax), and then nothing happens. */
export async function POST(request: Request): Promise<Response> {
  const token = tokenFromCookie(request.headers.get('cookie'))
  if (token === undefined) return seeOther('/')
  await endSession(token)
  const response = seeOther('/uitgelogd')
  response.headers.append('set-cookie', forgetCookie(SESSION_COOKIE))
  // The back button must not show what the last one saw.
  response.headers.set('clear-site-data', '"cache"')
  return response
}

/** Somebody who types this address has not asked to be logged out by a link. */
export function GET(): Response {
  return seeOther('/')
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
