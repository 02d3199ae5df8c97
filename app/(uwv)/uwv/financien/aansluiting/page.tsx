import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import type { Aansluiting } from '@/lib/financien/rules/aansluiting'
import { getAansluiting } from '@/lib/financien/views'
import { now } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aansluiting' }

/** Every number of the ledger beside the same number from documents, files and statements. */
export default async function AansluitingPage() {
  const medewerker = await requireMedewerker('betaling.lezen')
  const [aansluiting, moment] = await Promise.all([getAansluiting(medewerker), now()])
  const verschillen = aansluiting.filter(({ verschil }) => verschil !== 0)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead={`Zo staat het op ${formatTijdstip(moment)}. Elk bedrag is twee keer geteld: één keer hier en één keer daar.`}>Aansluiting</PageTitle>
      {verschillen.length === 0
        ? <Alert kind="ok" title="Alles sluit aan">Er is nergens een verschil, ook niet van een cent.</Alert>
        : (
          <Alert kind="error" title={verschillen.length === 1 ? 'Er is één verschil' : `Er zijn ${String(verschillen.length)} verschillen`}>
            Kijk eerst naar de nieuwste regels van die rekening. Vindt u de oorzaak niet, meld het dan vandaag nog aan de beheerder, met de naam van de regel en het bedrag.
          </Alert>
        )}
      <Table caption="Wat gelijk moet zijn" columns={columns} rows={aansluiting} rowKey={({ wat }) => wat} />
    </Stack>
  )
}

const columns: readonly Column<Aansluiting>[] = [
  { key: 'wat', header: 'Bij ons', rowHeader: true, cell: ({ wat, rekening }) => (rekening === null ? wat : <Link href={`/uwv/financien/regels?rekening=${rekening}`}>{wat}</Link>) },
  { key: 'links', header: 'Bedrag', numeric: true, cell: ({ links }) => <Bedrag cent={cent(links)} /> },
  { key: 'bron', header: 'Vergeleken met', cell: ({ bron }) => bron },
  { key: 'rechts', header: 'Bedrag daar', numeric: true, cell: ({ rechts }) => <Bedrag cent={cent(rechts)} /> },
  { key: 'verschil', header: 'Verschil', numeric: true, cell: ({ verschil }) => (verschil === 0 ? 'Geen' : <strong><Bedrag cent={cent(verschil)} /></strong>) },
]
