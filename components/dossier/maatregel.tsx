import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/tag'
import type { MaatregelSoort } from '@/lib/register/model'
import { maatregelTekst } from '@/lib/register/texts'

/** The name of a maatregel as a label: "In onderzoek". */
export function MaatregelLabel({ soort }: { soort: MaatregelSoort }) {
  const { label, toon } = maatregelTekst(soort)
  return <StatusBadge tone={toon === 'gevaar' ? 'fout' : 'let-op'}>{label}</StatusBadge>
}

/** What a maatregel means for somebody who wants this opleiding. */
export function MaatregelMelding({ soort }: { soort: MaatregelSoort }) {
  const { label, uitleg, toon } = maatregelTekst(soort)
  return <Alert kind={toon === 'gevaar' ? 'error' : 'warning'} title={label}>{uitleg}</Alert>
}
