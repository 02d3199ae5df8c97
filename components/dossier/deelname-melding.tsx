import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { DeelnameUitkomst, Oorzaak, Reactie, Wijze } from '@/lib/verantwoording/model'
import { OORZAAK_LABEL, REACTIE_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'

type Melding = {
  uitkomst: DeelnameUitkomst; wijze: Wijze | null; percentage: number | null; oorzaak: Oorzaak | null; toelichting: string | null
  bewijsId: string | null; gemeldOp: Date; reactie: Reactie | null; reactieToelichting: string | null; reactieOp: Date | null
}

/** What the opleider reported, and what the participant answered. `bewijsHref` is where this reader downloads the bewijs. */
export function DeelnameMelding({ melding, bewijsHref }: { melding: Melding; bewijsHref: string }) {
  const rows: (SummaryRow | null)[] = [
    { key: 'uitkomst', term: 'Uitkomst', value: UITKOMST_LABEL[melding.uitkomst] },
    melding.wijze === null ? null : { key: 'wijze', term: 'Hoe afgerond', value: WIJZE_LABEL[melding.wijze] + (melding.percentage === null ? '' : ` (${String(melding.percentage)} procent)`) },
    melding.oorzaak === null ? null : { key: 'oorzaak', term: 'Waardoor niet afgerond', value: OORZAAK_LABEL[melding.oorzaak] },
    melding.toelichting === null ? null : { key: 'toelichting', term: 'Toelichting van de opleider', value: melding.toelichting },
    { key: 'gemeld', term: 'Gemeld', value: formatTijdstip(melding.gemeldOp) },
    { key: 'bewijs', term: 'Bewijs van deelname', value: melding.bewijsId === null ? 'Niet meegestuurd' : <a className="nl-link" href={bewijsHref}>Bewijs downloaden</a> },
    melding.reactie === null ? null : { key: 'reactie', term: 'Antwoord van de deelnemer', value: REACTIE_LABEL[melding.reactie] },
    melding.reactieToelichting === null ? null : { key: 'reactie-tekst', term: 'Toelichting van de deelnemer', value: melding.reactieToelichting },
    melding.reactieOp === null ? null : { key: 'reactie-op', term: 'Geantwoord', value: formatTijdstip(melding.reactieOp) },
  ]
  return <SummaryList rows={rows.filter((row) => row !== null)} />
}
