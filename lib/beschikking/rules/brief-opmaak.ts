import { formatDatum } from '@/lib/base/date'
import type { Brief, BriefInhoud, Grondregel } from '@/lib/beschikking/model'
import { BEZWAAR, KOPPEN } from '@/lib/beschikking/texts'

/** One part of a letter, in reading order. */
export type BriefBlok =
  | { soort: 'kop'; tekst: string }
  | { soort: 'alinea'; tekst: string; nadruk?: boolean }
  | { soort: 'lijst'; punten: readonly string[] }

/** A letter laid out: the one source of the HTML page and the PDF. */
export type OpgemaakteBrief = {
  titel: string
  afzender: readonly string[]
  aan: readonly string[]
  gegevens: readonly { naam: string; waarde: string }[]
  blokken: readonly BriefBlok[]
}

/**
 * Lays out a letter: the decision, what it means, what to do, why with its articles, how to object and until when, and whom to ask
 * (Awb 3:45, 3:46, 3:47). A part without content is left out with its heading.
 */
export function layoutBrief({ kenmerk, datum, onderwerp, inhoud }: Brief): OpgemaakteBrief {
  const gegevens = [
    { naam: 'Datum', waarde: formatDatum(datum) },
    { naam: 'Kenmerk', waarde: kenmerk ?? 'wordt bij verzending toegekend' },
    ...inhoud.gegevens,
  ]
  return { titel: onderwerp, afzender: inhoud.afzender, aan: inhoud.aan, gegevens, blokken: layoutInhoud(inhoud) }
}

function layoutInhoud(inhoud: BriefInhoud): BriefBlok[] {
  const { waarom, bezwaar } = inhoud
  return [
    alinea(inhoud.aanhef),
    { soort: 'alinea', tekst: inhoud.kern, nadruk: true },
    ...deel(KOPPEN.betekenis, inhoud.betekenis.map(alinea)),
    ...deel(KOPPEN.doen, inhoud.doen.map(alinea)),
    ...deel(KOPPEN.waarom, [...waarom.inleiding.map(alinea), ...lijst(waarom.gronden), ...(inhoud.toelichting ?? []).map(alinea)]),
    ...(bezwaar === null ? [] : deel(KOPPEN.bezwaar, BEZWAAR(formatDatum(bezwaar.uiterlijkOp), bezwaar.bij).map(alinea))),
    ...deel(KOPPEN.contact, inhoud.contact.map(alinea)),
    alinea(inhoud.ondertekening.join(' ')),
  ]
}

function alinea(tekst: string): BriefBlok {
  return { soort: 'alinea', tekst }
}

function lijst(gronden: readonly Grondregel[]): BriefBlok[] {
  return gronden.length === 0 ? [] : [{ soort: 'lijst', punten: gronden.map(({ zin, artikel }) => `${zin} (${artikel})`) }]
}

function deel(kop: string, blokken: readonly BriefBlok[]): BriefBlok[] {
  return blokken.length === 0 ? [] : [{ soort: 'kop', tekst: kop }, ...blokken]
}
