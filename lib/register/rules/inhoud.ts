import type { PlainDate } from '@/lib/base/date'
import type { Gebrek, OpleidingInhoud } from '@/lib/register/model'
import { determineGebreken } from '@/lib/register/rules/gebreken'

/** What a version of an opleiding keeps: all that it said, and what it missed by the rules of that day. */
export function toVersieInhoud(inhoud: OpleidingInhoud, dag?: PlainDate): OpleidingInhoud & { gebreken: Gebrek[] } {
  return { ...inhoud, gebreken: determineGebreken(inhoud, dag) }
}

/** What a feed can say: everything but the answers to the ROA instrument, which only the opleider gives. Two of these are compared by hash. */
export function toVergelijkbaar({ arbeidsmarkt: _arbeidsmarkt, ...rest }: OpleidingInhoud & { gebreken: Gebrek[] }): object {
  return rest
}
