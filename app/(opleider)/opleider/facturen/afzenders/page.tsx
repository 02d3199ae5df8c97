import type { Metadata } from 'next'
import { HaalAfzenderWegFormulier, VoegAfzenderToeFormulier } from '@/app/(opleider)/opleider/facturen/afzenders/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { listAfzenders } from '@/lib/betaling/views/opleider'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Facturen mailen' }

type Rij = { id: string | null; adres: string }

/** From which addresses this opleider mails its invoices. */
export default async function AfzendersPage() {
  const opleider = await requireOpleider('factuur.indienen')
  const { eigen, adressen } = await listAfzenders(opleider)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/facturen', label: 'Facturen' }]} />
      <PageTitle lead="Mail uw e-factuur als bijlage (UBL). Wij verwerken haar alleen meteen als het e-mailadres hieronder staat.">Facturen mailen</PageTitle>
      <Table caption="Adressen waarvan u mailt" columns={columns} rows={[{ id: null, adres: eigen }, ...adressen]} rowKey={({ id }) => id ?? 'eigen'} />
      <section className="stap-stapel" aria-labelledby="nieuw">
        <Heading level={2} id="nieuw">Adres toevoegen</Heading>
        <Paragraph>Mailt uw boekhouder of uw boekhoudprogramma? Voeg dan dat adres toe. In de factuur moet uw eigen KvK-nummer staan.</Paragraph>
        <VoegAfzenderToeFormulier />
      </section>
    </Stack>
  )
}

const columns: readonly Column<Rij>[] = [
  { key: 'adres', header: 'E-mailadres', rowHeader: true, cell: ({ adres }) => <span className="break-all">{adres}</span> },
  { key: 'weg', header: 'Veranderen', cell: ({ id, adres }) => (id === null ? 'Het adres waarop wij u schrijven' : <HaalAfzenderWegFormulier afzenderId={id} adres={adres} />) },
]
