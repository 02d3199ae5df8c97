import type { Metadata } from 'next'
import { Bedrag } from '@/components/ui/bedrag'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Table, type Column } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { TextInput } from '@/components/ui/text-input'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { requireOpleider } from '@/lib/platform/session'
import { BEWIJS_STANDEN, type BewijsStand } from '@/lib/vooraanmelding/model'
import { HERKOMST_LABEL, STAND_LABEL } from '@/lib/vooraanmelding/texts'
import { countOpenVerzoeken, listAanmeldbewijzen, type BewijsRegel } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijzen' }

const TONEN: Readonly<Record<BewijsStand, Tone>> = {
  uitgegeven: 'info', bewaard: 'info', voorgelegd: 'let-op', aangevraagd: 'geld', toegekend: 'goed', 'niet-toegekend': 'neutraal', ingetrokken: 'neutraal',
}

type Search = Promise<{ q?: string | string[]; stand?: string | string[]; pagina?: string | string[] }>

/** The aanmeldbewijzen of this opleider, the newest first, with how each stands. */
export default async function AanmeldbewijzenPage({ searchParams }: { searchParams: Search }) {
  const opleider = await requireOpleider('aanmeldbewijs.lezen')
  const { q, stand: gekozen, pagina: gevraagd } = await searchParams
  const zoek = typeof q === 'string' ? q.trim().slice(0, 100) : ''
  const stand = BEWIJS_STANDEN.find((one) => one === gekozen) ?? null
  const pagina = Math.min(10_000, Math.max(1, Math.trunc(Number(gevraagd)) || 1))
  const [{ regels, perStand, total, perPage }, verzoeken] = await Promise.all([listAanmeldbewijzen(opleider, { pagina, zoek, stand }), countOpenVerzoeken(opleider)])
  const aantallen = new Map(perStand.map((rij) => [rij.stand, rij.aantal]))
  return (
    <Stack>
      <PageTitle
        lead="Een deelnemer heeft een aanmeldbewijs nodig om STAP-budget aan te vragen."
        actions={<><ButtonLink href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Aanmeldbewijs uitgeven</ButtonLink><ButtonLink href="/opleider/aanmeldbewijzen/bestand" variant="secondary" icon="upload">Bestand aanleveren</ButtonLink></>}
      >
        Aanmeldbewijzen
      </PageTitle>
      <p><Link href="/opleider/aanmeldbewijzen/verzoeken" icon="inbox">{verzoeken === 0 ? 'Verzoeken van deelnemers' : `${verzoeken.toLocaleString('nl-NL')} ${verzoeken === 1 ? 'deelnemer wacht' : 'deelnemers wachten'} op een aanmeldbewijs`}</Link></p>
      <form className="flex flex-wrap items-end gap-3" role="search">
        <div className="flex min-w-60 flex-col gap-1">
          <label htmlFor="q" className="utrecht-form-label">Zoek op naam, studentnummer, code of opleiding</label>
          <TextInput id="q" name="q" type="search" defaultValue={zoek} autoComplete="off" />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor="stand" className="utrecht-form-label">Stand</label>
          <Select id="stand" name="stand" defaultValue={stand ?? ''} leeg="Alle" options={BEWIJS_STANDEN.map((value) => ({ value, label: `${STAND_LABEL[value]} (${(aantallen.get(value) ?? 0).toLocaleString('nl-NL')})` }))} />
        </div>
        <Button variant="secondary" icon="search">Tonen</Button>
      </form>
      <Table
        caption="Uitgegeven aanmeldbewijzen" captionHidden columns={COLUMNS} rows={regels} rowKey={({ id }) => id}
        empty={zoek === '' && stand === null
          ? <EmptyState title="U hebt nog geen aanmeldbewijzen uitgegeven" action={<ButtonLink href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Eerste aanmeldbewijs uitgeven</ButtonLink>}>Hier ziet u straks wie een aanmeldbewijs heeft en hoe het ermee staat.</EmptyState>
          : <EmptyState title="Niets gevonden" action={<Link href="/opleider/aanmeldbewijzen">Toon alles</Link>}>Controleer de spelling, zoek op een deel van de naam of kies een andere stand.</EmptyState>}
      />
      <Pagination page={pagina} pageSize={perPage} total={total} href={(page) => `?${new URLSearchParams({ q: zoek, stand: stand ?? '', pagina: String(page) }).toString()}`} />
    </Stack>
  )
}

const COLUMNS: readonly Column<BewijsRegel>[] = [
  { key: 'deelnemer', header: 'Deelnemer', rowHeader: true, cell: ({ id, deelnemer }) => <Link href={`/opleider/aanmeldbewijzen/${id}`}>{deelnemer}</Link> },
  { key: 'opleiding', header: 'Opleiding', cell: ({ opleiding }) => opleiding },
  { key: 'start', header: 'Start', cell: ({ startdatum }) => <span className="whitespace-nowrap">{formatDatumKort(startdatum)}</span> },
  { key: 'bedrag', header: 'Gevraagd', numeric: true, cell: ({ gevraagdCent }) => <Bedrag cent={gevraagdCent} /> },
  { key: 'code', header: 'Code', cell: ({ code }) => <span className="whitespace-nowrap tabular-nums">{code}</span> },
  { key: 'op', header: 'Uitgegeven', cell: ({ uitgegevenOp, bron }) => <><span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(uitgegevenOp))}</span>{bron !== 'portaal' && <span className="block text-s">{HERKOMST_LABEL[bron]}</span>}</> },
  { key: 'stand', header: 'Stand', cell: ({ stand }) => <Tag tone={TONEN[stand]}>{STAND_LABEL[stand]}</Tag> },
]
