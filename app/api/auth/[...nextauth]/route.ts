import { isProvider } from '@/lib/platform/assurance'
import { finishLogin } from '@/lib/platform/login'

type Context = { params: Promise<{ nextauth: string[] }> }

/** Of everything next-auth offers on the web, only the return from an issuer exists here. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [action, provider, ...rest] = (await params).nextauth
  return action === 'callback' && isProvider(provider) && rest.length === 0 ? finishLogin(request, provider) : notFound()
}

export function POST(): Response {
  return notFound()
}

function notFound(): Response {
  return new Response('Niet gevonden', { status: 404 })
}
