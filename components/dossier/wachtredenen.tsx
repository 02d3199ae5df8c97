import { Alert } from '@/components/ui/alert'
import type { Wachtreden } from '@/lib/betaling/rules/betaalbaar'
import { WACHTREDEN_TEKST } from '@/lib/betaling/texts'

/** Why an invoice that is right is not paid yet; nothing when nothing holds it back. */
export function Wachtredenen({ redenen }: { redenen: readonly Wachtreden[] }) {
  if (redenen.length === 0) return null
  return <Alert kind="warning" title="De factuur klopt, maar wij betalen haar nog niet">{redenen.map((reden) => <p key={reden}>{WACHTREDEN_TEKST[reden]}</p>)}</Alert>
}
