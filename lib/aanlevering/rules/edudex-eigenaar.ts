import type { EdudexMelding } from '@/lib/aanlevering/rules/edudex-meldingen'

/** The client that stands for everybody; the register holds only what is offered to everybody. */
export const PUBLIC = 'public'

/** An organisation may send for everybody and for itself; a client of another is not its own. */
export function isEigenClient(clientId: string, orgUnitId: string): boolean {
  return clientId === PUBLIC || clientId === orgUnitId
}

export type Adres = { orgUnitId: string; programId: string; clientId: string }

/** In what a program contradicts the address that it is sent to. Only of a program that keeps the specification. */
export function findTegenspraak(data: unknown, { orgUnitId, programId, clientId }: Adres): EdudexMelding[] {
  const classification = at(data, 'programClassification')
  const named = at(at(data, 'clientId'), 'orgUnitId')
  return [
    ...differs('programClassification.orgUnitId', at(classification, 'orgUnitId'), orgUnitId),
    ...differs('programClassification.programId', at(classification, 'programId'), programId),
    ...(named === undefined ? [] : differs('clientId.orgUnitId', named, clientId)),
  ]
}

/** A KvK number, organisation or client in a document that is not that of the sender. */
export function findVreemd(data: unknown, { orgUnitId, kvk, clientId }: { orgUnitId: string; kvk: string; clientId?: string }): EdudexMelding[] {
  const found = at(data, 'instituteKvK')
  return [
    ...differs('orgUnitId', at(data, 'orgUnitId'), orgUnitId),
    ...(found === undefined ? [] : differs('instituteKvK', found, kvk)),
    ...(clientId === undefined ? [] : differs('clientId', at(data, 'clientId'), clientId)),
  ]
}

function differs(contextPath: string, found: unknown, expected: string): EdudexMelding[] {
  if (found === expected) return []
  return [{
    contextPath, forClient: null, level: 'error', ruleName: 'stap-eigenaar', params: { expected },
    message: `Hier staat “${typeof found === 'string' ? found.slice(0, 64) : ''}”, maar u verstuurt namens “${expected}”. U kunt alleen uw eigen gegevens aanleveren.`,
  }]
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}
