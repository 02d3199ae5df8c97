import type { Metadata } from 'next'
import { BestandFormulier } from '@/app/(opleider)/opleider/aanmeldbewijzen/bestand/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { requireOpleider } from '@/lib/platform/session'
import type { BestandToestand } from '@/lib/vooraanmelding/model'
import { KOLOMMEN, VERPLICHTE_KOLOMMEN } from '@/lib/vooraanmelding/rules/kolommen'
import { BESTAND_LABEL, KOLOM_LABEL } from '@/lib/vooraanmelding/texts'
import { listBestanden } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijzen aanleveren' }

const TONEN: Readonly<Record<BestandToestand, Tone>> = { ontvangen: 'info', klaar: 'goed', mislukt: 'fout' }
type Rij = Awaited<ReturnType<typeof listBestanden>>[number]

/** Many aanmeldbewijzen in one file, and what became of the earlier ones. */
export default async function BestandPage() {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const rijen = await listBestanden(opleider)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }]} />
      <PageTitle lead="Eén regel per deelnemer. Elke regel krijgt een eigen antwoord: een fout in de ene regel houdt de andere niet tegen.">Aanmeldbewijzen aanleveren</PageTitle>
      <div className="stap-stapel max-w-tekst">
        <BestandFormulier />
        <p><Link href="/opleider/aanmeldbewijzen/bestand/voorbeeld" icon="download">Voorbeeldbestand (CSV)</Link></p>
        <Details line summary="Welke kolommen leest u?">
          <dl className="flex flex-col gap-2">
            {KOLOMMEN.map((kolom) => <div key={kolom}><dt><strong>{kolom}</strong>{VERPLICHTE_KOLOMMEN.includes(kolom) && ', verplicht'}</dt><dd>{KOLOM_LABEL[kolom]}</dd></div>)}
          </dl>
          <p>In XML heet elke deelnemer “aanmeldbewijs”, met een element per kolom.</p>
        </Details>
        <p>Liever rechtstreeks uit uw systeem? Maak daarvoor een token bij <Link href="/opleider/koppelingen">Koppelingen</Link>.</p>
      </div>
      <section className="stap-stapel" aria-labelledby="eerder">
        <Heading id="eerder">Eerder aangeleverd</Heading>
        <Table caption="Eerder aangeleverd" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="U hebt nog geen bestand aangeleverd">Na elk bestand leest u hier per deelnemer wat er is gebeurd.</EmptyState>} />
      </section>
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'naam', header: 'Bestand', rowHeader: true, cell: ({ id, bestandsnaam }) => <Link href={`/opleider/aanmeldbewijzen/bestand/${id}`}>{bestandsnaam}</Link> },
  { key: 'op', header: 'Aangeleverd', cell: ({ op }) => formatTijdstip(op) },
  { key: 'uit', header: 'Uitgegeven', numeric: true, cell: ({ uitgegeven }) => uitgegeven.toLocaleString('nl-NL') },
  { key: 'niet', header: 'Geweigerd', numeric: true, cell: ({ geweigerd }) => geweigerd.toLocaleString('nl-NL') },
  { key: 'stand', header: 'Stand', cell: ({ toestand }) => <Tag tone={TONEN[toestand]}>{BESTAND_LABEL[toestand]}</Tag> },
]
