import type { VeldVerschil } from '@/lib/aanlevering/model'

const LANGSTE = 200

/** The fields of which the value differs, in the order of the new content; long texts are cut, because this is for a sample. */
export function vergelijkVelden(oud: Readonly<Record<string, unknown>>, nieuw: Readonly<Record<string, unknown>>): VeldVerschil[] {
  return Object.keys(nieuw).flatMap((veld) => (isGelijk(oud[veld] ?? null, nieuw[veld] ?? null) ? [] : [{ veld, oud: kort(oud[veld] ?? null), nieuw: kort(nieuw[veld] ?? null) }]))
}

/** Equal whatever the order of the keys: jsonb keeps its own. */
function isGelijk(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item: unknown, index) => isGelijk(item, b[index]))
  const [links, rechts] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return links.size === rechts.size && [...links].every(([naam, waarde]) => rechts.has(naam) && isGelijk(waarde, rechts.get(naam)))
}

function kort(waarde: unknown): unknown {
  return typeof waarde === 'string' && waarde.length > LANGSTE ? `${waarde.slice(0, LANGSTE)}…` : waarde
}
