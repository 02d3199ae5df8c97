import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { formatTijdstip } from '@/lib/base/amsterdam'
import type { ImportToestand } from '@/lib/register/model'
import { IMPORT_TOESTAND } from '@/lib/register/texts'

type Rij = { id: string; bestandsnaam: string; opleider: string | null; toestand: ImportToestand; totaal: number; nieuw: number; gewijzigd: number; verdwenen: number; geweigerd: number; createdAt: Date }

const number = (aantal: number): string => aantal.toLocaleString('nl-NL')

/** The imports, newest first; `basis` is the address below which the reports are. */
export function ImportTabel({ rijen, basis, leeg, metOpleider = false }: { rijen: readonly Rij[]; basis: string; leeg: ReactNode; metOpleider?: boolean }) {
  const columns: readonly Column<Rij>[] = [
    { key: 'bestand', header: 'Bestand', rowHeader: true, cell: ({ id, bestandsnaam }) => <Link href={`${basis}/${id}`}>{bestandsnaam}</Link> },
    { key: 'toestand', header: 'Toestand', cell: ({ toestand, geweigerd }) => <ImportStatus toestand={toestand} geweigerd={geweigerd} /> },
    ...(metOpleider ? [{ key: 'opleider', header: 'Opleider', cell: ({ opleider }: Rij) => opleider ?? 'Meer opleiders' }] : []),
    { key: 'ontvangen', header: 'Ontvangen', cell: ({ createdAt }) => formatTijdstip(createdAt) },
    { key: 'totaal', header: 'Gelezen', numeric: true, cell: ({ totaal }) => number(totaal) },
    { key: 'nieuw', header: 'Nieuw', numeric: true, cell: ({ toestand, nieuw }) => (toestand === 'mislukt' ? '' : number(nieuw)) },
    { key: 'gewijzigd', header: 'Gewijzigd', numeric: true, cell: ({ toestand, gewijzigd }) => (toestand === 'mislukt' ? '' : number(gewijzigd)) },
    { key: 'verdwenen', header: 'Verdwenen', numeric: true, cell: ({ toestand, verdwenen }) => (toestand === 'mislukt' ? '' : number(verdwenen)) },
    { key: 'geweigerd', header: 'Geweigerd', numeric: true, cell: ({ geweigerd }) => number(geweigerd) },
  ]
  return <Table caption="Aangeleverde bestanden" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id} empty={leeg} />
}

export function ImportStatus({ toestand, geweigerd }: { toestand: ImportToestand; geweigerd: number }) {
  if (toestand === 'klaar' && geweigerd > 0) return <StatusBadge tone="let-op">Met fouten</StatusBadge>
  return <StatusBadge tone={IMPORT_TOESTAND[toestand].toon}>{IMPORT_TOESTAND[toestand].label}</StatusBadge>
}
