import type { Metadata } from 'next'
import { DeelnameBestandFormulier } from '@/app/(opleider)/opleider/deelnames/bestand/form'
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
import type { DeelnameBestandToestand } from '@/lib/verantwoording/model'
import { KOLOMMEN, VERPLICHTE_KOLOMMEN } from '@/lib/verantwoording/rules/deelname-kolommen'
import { DEELNAME_BESTAND_LABEL, KOLOM_LABEL } from '@/lib/verantwoording/texts'
import { listDeelnameBestanden } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Deelnames melden met een bestand' }

const TONEN: Readonly<Record<DeelnameBestandToestand, Tone>> = { ontvangen: 'info', gelezen: 'let-op', mislukt: 'fout', doorgevoerd: 'goed', vervallen: 'neutraal' }
type Rij = Awaited<ReturnType<typeof listDeelnameBestanden>>[number]

/** Many deelnames in one file: first read and shown, then reported. */
export default async function DeelnameBestandPage() {
  const opleider = await requireOpleider('deelname.melden')
  const rijen = await listDeelnameBestanden(opleider)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }]} />
      <PageTitle lead="Wij lezen uw bestand en laten zien wat erin staat. Pas als u dat goedkeurt, is er iets gemeld.">Melden met een bestand</PageTitle>
      <div className="stap-stapel max-w-tekst">
        <ol className="list-decimal pl-6">
          <li><Link href="/opleider/deelnames/bestand/voorbeeld" icon="download">Download het bestand met uw open deelnames (CSV)</Link></li>
          <li>Vul per deelnemer de uitkomst in. Haal regels weg die u nog niet meldt.</li>
          <li>Lever het bestand hier aan.</li>
        </ol>
        <DeelnameBestandFormulier />
        <Details line summary="Welke kolommen leest u?">
          <dl className="flex flex-col gap-2">
            {KOLOMMEN.map((kolom) => <div key={kolom}><dt><strong>{kolom}</strong>{VERPLICHTE_KOLOMMEN.includes(kolom) && ', verplicht'}</dt><dd>{KOLOM_LABEL[kolom]}</dd></div>)}
          </dl>
          <p>Andere kolommen lezen wij niet. In XML heet elke deelnemer “deelname”, met een element per kolom.</p>
        </Details>
        <p>In een bestand kunt u geen bewijs meesturen. U bewaart het bewijs en stuurt het als de Toetsingskamer erom vraagt.</p>
        <p>Liever rechtstreeks uit uw systeem? Maak daarvoor een token bij <Link href="/opleider/koppelingen">Koppelingen</Link>.</p>
      </div>
      <section className="stap-stapel" aria-labelledby="eerder">
        <Heading id="eerder">Eerder aangeleverd</Heading>
        <Table caption="Eerder aangeleverd" captionHidden columns={COLUMNS} rows={rijen} rowKey={({ id }) => id} empty={<EmptyState title="U hebt nog geen bestand aangeleverd">Na elk bestand leest u hier wat erin staat en keurt u het goed.</EmptyState>} />
      </section>
    </Stack>
  )
}

const COLUMNS: readonly Column<Rij>[] = [
  { key: 'naam', header: 'Bestand', rowHeader: true, cell: ({ id, bestandsnaam }) => <Link href={`/opleider/deelnames/bestand/${id}`}>{bestandsnaam}</Link> },
  { key: 'stand', header: 'Stand', cell: ({ toestand }) => <Tag tone={TONEN[toestand]}>{DEELNAME_BESTAND_LABEL[toestand]}</Tag> },
  { key: 'op', header: 'Aangeleverd', cell: ({ op }) => formatTijdstip(op) },
  { key: 'goed', header: 'Goed', numeric: true, cell: ({ goed }) => goed.toLocaleString('nl-NL') },
  { key: 'fout', header: 'Fout', numeric: true, cell: ({ fout }) => fout.toLocaleString('nl-NL') },
]
