import { answerOne } from '@/app/api/_publiek/lijst'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerOne(request, 'opleiders', (await params).id)
}
