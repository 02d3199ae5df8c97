import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { cent } from '@/lib/base/money'
import type { Aansluiting } from '@/lib/financien/rules/aansluiting'
import type { Brugregel } from '@/lib/financien/rules/bankbrug'
import { getAansluitblad } from '@/lib/financien/views'
import { now } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aansluiting' }

/** Every number of the ledger beside the same number from documents, files and statements. */
export default async function AansluitingPage() {
  const medewerker = await requireMedewerker('betaling.lezen')
  const [{ aansluiting, brug }, moment] = await Promise.all([getAansluitblad(medewerker), now()])
  const verschillen = aansluiting.filter(({ verschil }) => verschil !== 0)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/financien', label: 'Financiën' }]} />
      <PageTitle lead={`Zo staat het op ${formatTijdstip(moment)}. Elk bedrag is twee keer geteld: één keer hier en één keer daar.`}>Aansluiting</PageTitle>
      {verschillen.length === 0
        ? <Alert kind={brug.openAantal === 0 ? 'ok' : 'info'} title="Alles sluit aan">Er is nergens een verschil, ook niet van een cent.{brug.openAantal > 0 && ' Hieronder staat welk bedrag op de rekening nog is uit te zoeken.'}</Alert>
        : (
          <Alert kind="error" title={verschillen.length === 1 ? 'Er is één verschil' : `Er zijn ${String(verschillen.length)} verschillen`}>
            Kijk eerst naar de nieuwste regels van die rekening. Vindt u de oorzaak niet, meld het dan vandaag nog aan de beheerder, met de naam van de regel en het bedrag.
          </Alert>
        )}
      <Table caption="Wat gelijk moet zijn" columns={columns} rows={aansluiting} rowKey={({ wat }) => wat} />
      <Table caption="Van het grootboek naar de rekening bij de bank" columns={brugColumns} rows={brug.regels} rowKey={({ code }) => code}
        total={{ code: 'grootboek', wat: 'De rekening volgens ons', uitleg: brug.verwacht === brug.gezien ? 'Gelijk aan de afschriften' : 'Niet gelijk aan de afschriften', bedrag: brug.verwacht, href: null }} />
      <Paragraph>De bedragen zijn wat er op de rekening bij kwam en af ging sinds het eerste afschrift. Op de afschriften is dat <Bedrag centen cent={cent(brug.gezien)} />.</Paragraph>
    </Stack>
  )
}

const columns: readonly Column<Aansluiting>[] = [
  { key: 'wat', header: 'Bij ons', rowHeader: true, cell: ({ wat, rekening }) => (rekening === null ? wat : <Link href={`/uwv/financien/regels?rekening=${rekening}`}>{wat}</Link>) },
  // Beside its name: on a phone the first that is seen.
  { key: 'verschil', header: 'Verschil', numeric: true, cell: ({ verschil }) => (verschil === 0 ? 'Geen' : <strong><Bedrag centen cent={cent(verschil)} /></strong>) },
  { key: 'links', header: 'Bedrag', numeric: true, cell: ({ links }) => <Bedrag centen cent={cent(links)} /> },
  { key: 'bron', header: 'Vergeleken met', cell: ({ bron }) => bron },
  { key: 'rechts', header: 'Bedrag daar', numeric: true, cell: ({ rechts }) => <Bedrag centen cent={cent(rechts)} /> },
]

const brugColumns: readonly Column<Brugregel>[] = [
  { key: 'wat', header: 'Wat', rowHeader: true, cell: ({ wat, href }) => (href === null ? wat : <Link href={href}>{wat}</Link>) },
  { key: 'bedrag', header: 'Bedrag', numeric: true, cell: ({ bedrag }) => <Bedrag centen cent={cent(bedrag)} /> },
  { key: 'uitleg', header: 'Uitleg', cell: ({ uitleg }) => uitleg },
]
