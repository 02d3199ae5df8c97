import { readGezondheid } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

/** For load balancers and for npm start: 200 when every part answers, 503 when one does not. */
export async function GET(): Promise<Response> {
  const gezondheid = await readGezondheid()
  return Response.json(gezondheid, { status: gezondheid.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store', 'api-version': '1.0.0' } })
}
