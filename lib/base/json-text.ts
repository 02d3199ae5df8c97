/** Deeper than any document that we take goes; a bomb of brackets goes deeper. */
const MAX_DIEPTE = 40

export type JsonText = { ok: true; waarde: unknown } | { ok: false; reden: 'geen-json' | 'te-diep' | 'nul-teken' }

/** The JSON of a request body, or why it cannot be taken: no JSON, nested too deep, or with a character that cannot be stored. */
export function readJsonText(tekst: string): JsonText {
  if (isTooDeep(tekst)) return { ok: false, reden: 'te-diep' }
  // A backslash before it makes it a text about the character, not the character.
  if (/(?<!\\)(?:\\\\)*\\u0000/i.test(tekst)) return { ok: false, reden: 'nul-teken' }
  try {
    const waarde: unknown = JSON.parse(tekst)
    return { ok: true, waarde }
  } catch {
    // The only throw is "this is not JSON".
    return { ok: false, reden: 'geen-json' }
  }
}

const QUOTE = 0x22, BACKSLASH = 0x5c

function isTooDeep(tekst: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < tekst.length; at++) {
    const sign = tekst.charCodeAt(at)
    if (inString) {
      if (sign === BACKSLASH) at++
      else if (sign === QUOTE) inString = false
    } else if (sign === QUOTE) inString = true
    // { and [; } and ]
    else if (sign === 0x7b || sign === 0x5b) { if (++depth > MAX_DIEPTE) return true }
    else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return false
}
