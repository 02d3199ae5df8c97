/** Why a claim is remitted, with which consequences collecting would have (Awb 4:94a): each a paragraph of its own. */
export function motiveer(waarom: string, gevolgen: string | undefined): string {
  return gevolgen === undefined ? waarom : `Gevolgen van innen: ${gevolgen}\n\n${waarom}`
}
