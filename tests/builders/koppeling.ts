import { randomBytes } from 'node:crypto'
import type { OpleiderActor } from '@/lib/base/actor'
import { hashKoppelingToken } from '@/lib/platform/bearer'
import type { Scope } from '@/lib/platform/policy'
import { asOwner } from '@/tests/setup/db'

/** A token of an opleider's system, good until 2030 unless said. */
export async function createToken(opleider: OpleiderActor, scopes: readonly Scope[] = ['opleidingen'], geldigTot = '2030-01-01'): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await asOwner('insert into koppeling (opleider_id, door_id, naam, token_hash, token_begin, scopes, geldig_tot) values ($1, $2, $3, $4, $5, $6, $7)',
    [opleider.opleiderId, opleider.id, 'Testsysteem', hashKoppelingToken(token), token.slice(0, 8), scopes, geldigTot])
  return token
}

/** A request of a machine. */
export function machineRequest(path: string, { token, method = 'GET', body, headers = {} }: { token?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {}): Request {
  return new Request(`https://stap.example${path}`, {
    method, headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}
