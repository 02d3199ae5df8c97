import { Details } from '@/components/ui/details'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { DeelnameUitkomst, Oorzaak, Reactiestand, Wijze } from '@/lib/verantwoording/model'
import { OORZAAK_LABEL, REACTIE_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'

type Versie = {
  versie: number; uitkomst: DeelnameUitkomst; wijze: Wijze | null; percentage: number | null; oorzaak: Oorzaak | null; toelichting: string | null
  gemeld_op: Date; reactie: Reactiestand | null; reactie_toelichting: string | null
}

/** What was reported before it was put right, and what the participant answered to it. Shows nothing when there is one version. */
export function DeelnameVersies({ versies }: { versies: readonly Versie[] }) {
  if (versies.length === 0) return null
  return (
    <Details summary={versies.length === 1 ? 'Eerdere melding' : `${String(versies.length)} eerdere meldingen`}>
      <ol className="stap-stapel">
        {versies.map((rij) => (
          <li key={rij.versie}>
            <p><strong>{UITKOMST_LABEL[rij.uitkomst]}</strong>, gemeld {formatTijdstip(rij.gemeld_op)}.{rij.wijze !== null && ` ${WIJZE_LABEL[rij.wijze]}${rij.percentage === null ? '' : ` (${String(rij.percentage)} procent)`}.`}{rij.oorzaak !== null && ` ${OORZAAK_LABEL[rij.oorzaak]}.`}</p>
            {rij.toelichting !== null && <p>Toelichting van de opleider: {rij.toelichting}</p>}
            {rij.reactie !== null && <p>{REACTIE_LABEL[rij.reactie]}.{rij.reactie_toelichting !== null && ` ${rij.reactie_toelichting}`}</p>}
          </li>
        ))}
      </ol>
    </Details>
  )
}
