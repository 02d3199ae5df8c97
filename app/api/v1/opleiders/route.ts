import { answerList } from '@/app/api/_publiek/lijst'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => answerList(request, 'opleiders')
