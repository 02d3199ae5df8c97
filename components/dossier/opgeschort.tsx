import { Alert } from '@/components/ui/alert'
import type { PlainDate } from '@/lib/base/date'
import type { OpschortingGrond } from '@/lib/opschorting/model'
import { describeOpgeschort } from '@/lib/opschorting/texts'

/** That payment of an invoice is suspended today, why and until when; nothing when it is not. */
export function Opgeschort({ opschorting }: { opschorting: { grond: OpschortingGrond; totEnMet: PlainDate | null } | undefined }) {
  if (opschorting === undefined) return null
  return <Alert kind="warning" title="De betaling is opgeschort">{describeOpgeschort(opschorting)} De factuur blijft staan; er hoeft geen nieuwe te komen.</Alert>
}
