import type { Metadata } from 'next'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Heading, Stack } from '@/components/ui/text'
import { amsterdamDate, formatTijd } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { lijstSchema } from '@/lib/betaling/schema'
import { describePlek, describeRegel, KANAAL_LABEL, POSTBUS_REDEN, SOORT_LABEL } from '@/lib/betaling/texts'
import { PAGINA } from '@/lib/betaling/views'
import { listPost, listWerklijst, type PostRij, type WerkRij } from '@/lib/betaling/views/uwv'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Uit te zoeken facturen' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What does not match and waits for somebody: refused invoices without an answer, and mail of which we do not know whose it is. */
export default async function FactuurWerklijstPage({ searchParams }: Props) {
  const medewerker = await requireMedewerker('betaling.lezen')
  const { pagina } = lijstSchema.parse(await searchParams)
  const [{ rijen, totaal }, post] = await Promise.all([listWerklijst(medewerker, pagina), listPost(medewerker)])
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/facturen', label: 'Ontvangen facturen' }]} />
      <PageTitle lead="Facturen die niet passen bij hun opdracht, en e-mail waarvan wij de opleider niet kennen. De oudste staat bovenaan.">Uit te zoeken</PageTitle>
      {post.length > 0 && (
        <section className="stap-stapel" aria-labelledby="post">
          <Heading level={2} id="post">Gemailde facturen zonder bekende afzender ({post.length})</Heading>
          <Table caption="Gemailde facturen zonder bekende afzender" captionHidden columns={postKolommen} rows={post} rowKey={({ id }) => id} />
        </section>
      )}
      <section className="stap-stapel" aria-labelledby="afgekeurd">
        <Heading level={2} id="afgekeurd">Afgekeurde facturen zonder antwoord ({totaal})</Heading>
        <Table caption="Afgekeurde facturen zonder antwoord" captionHidden columns={columns} rows={rijen} rowKey={({ id }) => id}
          empty={<EmptyState title="Er is niets uit te zoeken">Alle afgekeurde facturen zijn beantwoord, of de opleider stuurde al een goede.</EmptyState>} />
        <Pagination page={pagina} pageSize={PAGINA} total={totaal} href={(page) => `/uwv/facturen/werklijst?pagina=${String(page)}`} />
      </section>
    </Stack>
  )
}

const moment = (op: Date) => <span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(op))}, {formatTijd(op)}</span>

const columns: readonly Column<WerkRij>[] = [
  { key: 'nummer', header: 'Factuur', rowHeader: true, cell: ({ id, factuurnummer, opleider }) => <><Link className="break-words" href={`/uwv/facturen/${id}`}>{factuurnummer}</Link><span className="text-s text-ink-soft block font-normal">{opleider}</span></> },
  { key: 'verschil', header: 'Verschil', cell: ({ fouten }) => <Verschil fouten={fouten} /> },
  { key: 'soort', header: 'Soort', cell: ({ soort, kanaal }) => `${SOORT_LABEL[soort]}, ${KANAAL_LABEL[kanaal].toLowerCase()}` },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp }) => moment(ontvangenOp) },
]

/** The first difference, and how many more there are. */
function Verschil({ fouten: [eerste, ...meer] }: Pick<WerkRij, 'fouten'>) {
  if (eerste === undefined) return '–'
  const waarde = eerste.gevonden === undefined ? '' : `: ${eerste.gevonden}${eerste.verwacht === undefined ? '' : `, verwacht ${eerste.verwacht}`}`
  const [zin] = describeRegel(eerste.code).split(/(?<=\.) /)
  return (
    <>
      <span className="break-words">{describePlek(eerste)}{waarde}</span>
      <span className="text-s text-ink-soft block">{zin}{meer.length > 0 && ` En nog ${meer.length === 1 ? 'één verschil' : `${String(meer.length)} verschillen`}.`}</span>
    </>
  )
}

const postKolommen: readonly Column<PostRij>[] = [
  { key: 'naam', header: 'Bericht', rowHeader: true, cell: ({ id, naam, afzender }) => <><Link className="break-words" href={`/uwv/facturen/post/${id}`}>{naam}</Link><span className="text-s text-ink-soft block font-normal wrap-anywhere">{afzender ?? 'Afzender onbekend'}</span></> },
  { key: 'reden', header: 'Waarom', cell: ({ reden }) => POSTBUS_REDEN[reden] },
  { key: 'ontvangen', header: 'Ontvangen', cell: ({ ontvangenOp }) => moment(ontvangenOp) },
]
