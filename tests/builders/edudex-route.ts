import { DELETE, GET, PATCH, POST, PUT } from '@/app/edudex/v1/[...pad]/route'

const METHODS: Readonly<Record<string, (request: Request) => Promise<Response>>> = { GET, POST, PUT, PATCH, DELETE }

export function answerEdudex(request: Request): Promise<Response> {
  const handler = METHODS[request.method]
  if (handler === undefined) throw new Error(`no handler for ${request.method}`)
  return handler(request)
}
