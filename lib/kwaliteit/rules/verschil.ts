/** One field that became another; undefined is not there. */
export type Veldverschil = { veld: string; van: unknown; naar: unknown }

/** What a version changed in the one before it, by field, in the order of the newer one. Fields that a version from before did not know count as empty. */
export function vergelijkVersies(oud: Readonly<Record<string, unknown>>, nieuw: Readonly<Record<string, unknown>>): Veldverschil[] {
  return [...new Set([...Object.keys(nieuw), ...Object.keys(oud)])].filter((veld) => !isGelijk(oud[veld], nieuw[veld])).map((veld) => ({ veld, van: oud[veld], naar: nieuw[veld] }))
}

const isLeeg = (waarde: unknown): boolean => waarde === undefined || waarde === null || waarde === '' || (Array.isArray(waarde) && waarde.length === 0)

function isGelijk(a: unknown, b: unknown): boolean {
  return (isLeeg(a) && isLeeg(b)) || vastgelegd(a) === vastgelegd(b)
}

/** JSON with its keys in a fixed order: the database keeps them in its own. */
function vastgelegd(waarde: unknown): string {
  if (Array.isArray(waarde)) return `[${waarde.map(vastgelegd).join(',')}]`
  if (typeof waarde !== 'object' || waarde === null) return JSON.stringify(waarde) ?? ''
  return `{${Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, deel]) => `${naam}:${vastgelegd(deel)}`).join(',')}}`
}
