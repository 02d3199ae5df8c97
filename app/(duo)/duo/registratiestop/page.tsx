import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { requireMedewerker } from '@/lib/platform/session'
import { listRegistratiestops } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Registratiestop' }

type Rij = Awaited<ReturnType<typeof listRegistratiestops>>[number]

/** The tijdvakken with their registratiestop; from then on nothing new can be chosen in them. */
export default async function RegistratiestopPage() {
  await requireMedewerker('register.lezen')
  const rijen = await listRegistratiestops()
  return (
    <Stack>
      <PageTitle lead="Wat na de registratiestop in het register komt, is in dat tijdvak niet te kiezen. De lijst van wat er wel in staat, kunt u hier bekijken.">Registratiestop</PageTitle>
      <Table caption="Registratiestop per tijdvak" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ code }) => code} empty={<EmptyState title="Er zijn nog geen tijdvakken">Zodra er een tijdvak is vastgesteld, staat het hier.</EmptyState>} />
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'code', header: 'Tijdvak', rowHeader: true, cell: ({ code, isBevroren }) => (isBevroren ? <Link href={`/duo/registratiestop/${encodeURIComponent(code)}`}>{code}</Link> : code) },
  { key: 'stop', header: 'Registratiestop', cell: ({ registratiestopOp, isBevroren }) => <>{formatTijdstip(registratiestopOp)}{!isBevroren && <span className="block text-s">nog niet bevroren</span>}</> },
  { key: 'opent', header: 'Opent', cell: ({ opentOp }) => formatTijdstip(opentOp) },
  { key: 'beoordeeld', header: 'Bekeken', numeric: true, cell: ({ beoordeeld }) => beoordeeld.toLocaleString('nl-NL') },
  { key: 'voor', header: 'Voorgelegd', numeric: true, cell: ({ voorgelegd }) => voorgelegd.toLocaleString('nl-NL') },
]
