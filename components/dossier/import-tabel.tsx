import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { ImportToestand } from '@/lib/register/model'
import { IMPORT_TOESTAND } from '@/lib/register/texts'

type Rij = { id: string; bestandsnaam: string; opleider: string | null; toestand: ImportToestand; totaal: number; nieuw: number; gewijzigd: number; geweigerd: number; createdAt: Date }

/** The imports, newest first; `basis` is the address below which the reports are. */
export function ImportTabel({ rijen, basis, leeg, metOpleider = false }: { rijen: readonly Rij[]; basis: string; leeg: ReactNode; metOpleider?: boolean }) {
  const columns: readonly Column<Rij>[] = [
    { key: 'bestand', header: 'Bestand', rowHeader: true, cell: ({ id, bestandsnaam }) => <Link href={`${basis}/${id}`}>{bestandsnaam}</Link> },
    ...(metOpleider ? [{ key: 'opleider', header: 'Opleider', cell: ({ opleider }: Rij) => opleider ?? 'Meer opleiders' }] : []),
    { key: 'ontvangen', header: 'Ontvangen', cell: ({ createdAt }) => formatTijdstip(createdAt) },
    { key: 'totaal', header: 'Gelezen', numeric: true, cell: ({ totaal }) => totaal.toLocaleString('nl-NL') },
    { key: 'nieuw', header: 'Nieuw', numeric: true, cell: ({ nieuw }) => nieuw.toLocaleString('nl-NL') },
    { key: 'gewijzigd', header: 'Gewijzigd', numeric: true, cell: ({ gewijzigd }) => gewijzigd.toLocaleString('nl-NL') },
    { key: 'geweigerd', header: 'Geweigerd', numeric: true, cell: ({ geweigerd }) => geweigerd.toLocaleString('nl-NL') },
    { key: 'toestand', header: 'Toestand', cell: ({ toestand, geweigerd }) => (toestand === 'klaar' && geweigerd > 0 ? <StatusBadge tone="let-op">Met fouten</StatusBadge> : <StatusBadge tone={IMPORT_TOESTAND[toestand].toon}>{IMPORT_TOESTAND[toestand].label}</StatusBadge>) },
  ]
  return <Table caption="Aangeleverde bestanden" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id} empty={leeg} />
}
