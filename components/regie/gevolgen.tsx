import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import type { RegieStand } from '@/lib/monitoring/model'

/** What an act does, in numbers, before it is done. `children` are list items with what follows from it. */
export function Gevolgen({ stand: { wachtend, ontvangen, gereed, onbeslist, gemetenOp }, children }: { stand: RegieStand; children: ReactNode }) {
  return (
    <Alert kind="warning" title="Wat er dan gebeurt">
      <ul>
        <li>
          Om {gemetenOp} uur {wachtend === 1 ? 'wacht 1 mens' : `wachten ${aantal(wachtend)} mensen`}, {gereed === 1 ? 'staat 1 aanvraag' : `staan ${aantal(gereed)} aanvragen`} klaar
          en {ontvangen === 1 ? 'is 1 aanvraag' : `zijn ${aantal(ontvangen)} aanvragen`} ontvangen, waarvan {aantal(onbeslist)} nog te verdelen.
        </li>
        {children}
      </ul>
    </Alert>
  )
}

function aantal(waarde: number): string {
  return waarde.toLocaleString('nl-NL')
}
