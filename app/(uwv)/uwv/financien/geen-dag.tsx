import { Alert } from '@/components/ui/alert'
import { isGeenDag } from '@/lib/financien/schema'

/** Says that the day that was asked for is none, and that the numbers are those of today. */
export function GeenDag({ gevraagd }: { gevraagd: string | string[] | undefined }) {
  return isGeenDag(gevraagd) && <Alert kind="error" title="Deze datum bestaat niet">U ziet daarom de stand van vandaag. Schrijf de datum als 29-11-2022.</Alert>
}
