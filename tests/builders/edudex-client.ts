import { answerEdudex } from '@/tests/builders/edudex-route'
import { machineRequest } from '@/tests/builders/koppeling'

/** What an EDU-DEX client knows: addresses, a token and JSON. Nothing of how the server is made. */
export function edudexClient(token: string) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: Answer; headers: Headers }> => {
    const request = machineRequest(`/edudex/v1/${path}`, { token, method, headers, ...(body === undefined ? {} : { body }) })
    const response = await answerEdudex(request)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? {} : parse(text) }
  }
}

export type Answer = Record<string, unknown>

function parse(text: string): Answer {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new Error('an answer of the API is an object')
  return Object.fromEntries(Object.entries(value))
}
