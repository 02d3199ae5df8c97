import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, type PlainDate } from '@/lib/base/date'
import type { DeelnameUitkomst, Oorzaak, Reactiestand, Wijze } from '@/lib/verantwoording/model'
import { OORZAAK_LABEL, REACTIE_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'

type Melding = {
  uitkomst: DeelnameUitkomst; wijze: Wijze | null; percentage: number | null; oorzaak: Oorzaak | null; toelichting: string | null
  bewijsId: string | null; gemeldOp: Date; reactie: Reactiestand | null; reactieToelichting: string | null; reactieOp: Date | null
  bewijsBewaard: boolean; reden: string | null; reactieUiterlijkOp: PlainDate | null; reactieBewijsId: string | null
}

/**
 * What the opleider reported, and what the participant answered. `bewijsHref` is where this reader downloads the bewijs, `eigenHref` what
 * the participant sent along; without it that stays unsaid.
 */
export function DeelnameMelding({ melding, bewijsHref, eigenHref }: { melding: Melding; bewijsHref: string; eigenHref?: string }) {
  const rows: (SummaryRow | null)[] = [
    { key: 'uitkomst', term: 'Uitkomst', value: UITKOMST_LABEL[melding.uitkomst] },
    melding.wijze === null ? null : { key: 'wijze', term: 'Hoe afgerond', value: WIJZE_LABEL[melding.wijze] + (melding.percentage === null ? '' : ` (${String(melding.percentage)} procent)`) },
    melding.oorzaak === null ? null : { key: 'oorzaak', term: 'Waardoor niet afgerond', value: OORZAAK_LABEL[melding.oorzaak] },
    melding.toelichting === null ? null : { key: 'toelichting', term: 'Toelichting van de opleider', value: melding.toelichting },
    melding.reden === null ? null : { key: 'reden', term: 'Waarom verbeterd', value: melding.reden },
    { key: 'gemeld', term: 'Gemeld', value: formatTijdstip(melding.gemeldOp) },
    { key: 'bewijs', term: 'Bewijs van deelname', value: melding.bewijsId === null ? (melding.bewijsBewaard ? 'De opleider bewaart het en stuurt het als erom wordt gevraagd' : 'Niet meegestuurd') : <a className="nl-link" href={bewijsHref}>Bewijs downloaden</a> },
    melding.reactie !== null || melding.reactieUiterlijkOp === null ? null : { key: 'uiterlijk', term: 'Deelnemer kan reageren', value: `tot en met ${formatDatum(melding.reactieUiterlijkOp)}` },
    melding.reactie === null ? null : { key: 'reactie', term: 'Antwoord van de deelnemer', value: REACTIE_LABEL[melding.reactie] },
    melding.reactieToelichting === null ? null : { key: 'reactie-tekst', term: 'Toelichting van de deelnemer', value: melding.reactieToelichting },
    eigenHref === undefined || melding.reactieBewijsId === null ? null : { key: 'reactie-bewijs', term: 'Bewijs van de deelnemer', value: <a className="nl-link" href={eigenHref}>Bewijs van de deelnemer downloaden</a> },
    melding.reactieOp === null ? null : { key: 'reactie-op', term: melding.reactie === 'zonder-reactie' ? 'Termijn gesloten' : 'Geantwoord', value: formatTijdstip(melding.reactieOp) },
  ]
  return <SummaryList rows={rows.filter((row) => row !== null)} />
}
