import { isProvider } from '@/lib/platform/assurance'
import { startLogin } from '@/lib/platform/login'

type Context = { params: Promise<{ provider: string }> }

/** Starts a login with a plain link: works without JavaScript, and the CSP need not let a form go to the issuer. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { provider } = await params
  if (!isProvider(provider)) return new Response('Niet gevonden', { status: 404 })
  const { searchParams } = new URL(request.url)
  return startLogin(request, provider, { terug: searchParams.get('terug'), persona: searchParams.get('persona') })
}
