import type { Beller } from '@/lib/platform/bearer'
import type { Refuser } from '@/lib/platform/api'
import type { EdudexMelding } from '@/lib/aanlevering/rules/edudex-meldingen'

/** A request to the EDU-DEX API: who sends it, the variable parts of its address, and its body when it has one. */
export type Vraag = { readonly beller: Beller; readonly orgUnitId: string; readonly delen: readonly string[]; readonly body: unknown }

/** A refusal as EDU-DEX gives it: the status again, a sentence, and a code for programs. */
export const edudexFout: Refuser = (status, code, { detail }, headers = {}) => Response.json({ status, error: detail, code }, { status, headers: { ...NO_STORE, ...headers } })

/** A refusal of a document, with everything that is wrong in it. */
export function ongeldig(error: string, validationMessages: readonly EdudexMelding[], headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ status: 400, error, code: 'validation_failed', validationMessages }, { status: 400, headers: { ...NO_STORE, ...headers } })
}

export function antwoord({ beller }: Pick<Vraag, 'beller'>, body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { ...NO_STORE, ...beller.headers } })
}

/** Done, and nothing to say. */
export function gedaan({ beller }: Pick<Vraag, 'beller'>): Response {
  return new Response(null, { status: 204, headers: { ...NO_STORE, ...beller.headers } })
}

export function nietGevonden({ beller }: Pick<Vraag, 'beller'>, wat = 'Dit'): Response {
  return edudexFout(404, 'not_found', { title: '', detail: `${wat} is er niet. Controleer het adres.` }, beller.headers)
}

/** Somebody else's: said the same whether it is there or not. */
export function nietVanU({ beller, orgUnitId }: Pick<Vraag, 'beller' | 'orgUnitId'>): Response {
  return edudexFout(403, 'access_denied', { title: '', detail: `U kunt alleen bij de gegevens van uw eigen organisatie: ${orgUnitId}.` }, beller.headers)
}

/** What only an organisation with another role can do; `rol` is the word of EDU-DEX. */
export function anderRol({ beller }: Pick<Vraag, 'beller'>, rol: string): Response {
  return edudexFout(403, 'role_required', { title: '', detail: `Dit kan alleen een organisatie met de rol ${rol}. Uw organisatie is supplier.` }, beller.headers)
}

const NO_STORE = { 'cache-control': 'no-store' } as const
