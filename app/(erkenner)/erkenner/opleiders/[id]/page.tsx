import type { Metadata } from 'next'
import { z } from 'zod'
import { laatOpleidingToeAction } from '@/app/(erkenner)/erkenner/opleiders/[id]/action'
import { KwaliteitPerSoort } from '@/components/dossier/kwaliteit-per-soort'
import { ActionForm } from '@/components/ui/action-form.client'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireMedewerker } from '@/lib/platform/session'
import { getErkenner, getToegelaten, listKwaliteit, type GeregistreerdeRij } from '@/lib/toelating/views'

export const metadata: Metadata = { title: 'Opleider' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ pagina?: string | string[] }> }

/** One opleider of this erkenner, with what it registered, the latest change first. */
export default async function OpleiderPage({ params, searchParams }: Props) {
  const erkenner = await getErkenner(await requireMedewerker('toelating.beheren'))
  const { id } = await params
  const pagina = Math.min(10_000, Math.max(1, Math.trunc(Number((await searchParams).pagina)) || 1))
  const gevonden = erkenner !== undefined && z.guid().safeParse(id).success ? await getToegelaten(erkenner.id, id, pagina) : undefined
  if (erkenner === undefined || gevonden === undefined) return toonNietGevonden()
  const kwaliteit = await listKwaliteit(erkenner.id, { opleiderId: id })
  const { opleider, erkenningen, isHeel, opleidingen, total, perPage } = gevonden
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/erkenner/opleiders', label: 'Opleiders' }]} />
      <PageTitle kicker={`KvK ${opleider.kvk}, ${opleider.code}`} lead={`${opleider.plaats}. ${opleider.email}`}>{opleider.naam}</PageTitle>
      {isHeel && <p><Link href={`/erkenner/opleiders/${id}/intrekken`} icon="x">Toelating van de hele opleider intrekken</Link></p>}
      <section className="stap-stapel" aria-labelledby="opleidingen">
        <Heading id="opleidingen">Wat deze opleider heeft geregistreerd</Heading>
        <Table caption="Opleidingen" captionHidden columns={columnsOf(opleider.id)} rows={opleidingen} rowKey={(rij) => rij.id} empty={<EmptyState title="Er staat nog niets in het register">Zodra deze opleider opleidingen registreert, ziet u ze hier.</EmptyState>} />
        <Pagination page={pagina} pageSize={perPage} total={total} href={(page) => `?pagina=${String(page)}`} />
      </section>
      <section className="stap-stapel" aria-labelledby="kwaliteit">
        <Heading id="kwaliteit">Signalen over kwaliteit</Heading>
        <KwaliteitPerSoort signalen={kwaliteit} metOpleiders={false} />
      </section>
      <section className="stap-stapel" aria-labelledby="erkenningen">
        <Heading id="erkenningen">Uw toelatingen</Heading>
        <ul className="flex flex-col gap-2">
          {erkenningen.map(({ id: erkenningId, opleiding, geldigVan, geldigTot, reden }) => (
            <li key={erkenningId}>{opleiding ?? 'De hele opleider'}: {geldigTot === geldigVan ? `ingetrokken op ${formatDatumKort(geldigVan)}` : `vanaf ${formatDatumKort(geldigVan)}${geldigTot === null ? '' : `, ingetrokken op ${formatDatumKort(geldigTot)}`}`}{reden !== null && `. Reden: ${reden}`}</li>
          ))}
        </ul>
      </section>
    </Stack>
  )
}

function columnsOf(opleiderId: string): readonly Column<GeregistreerdeRij>[] {
  return [
    { key: 'titel', header: 'Opleiding', rowHeader: true, cell: ({ id, titel }) => <Link href={`/opleidingen/${id}`}>{titel}</Link> },
    { key: 'gewijzigd', header: 'Gewijzigd', cell: ({ gewijzigdOp, versie }) => <><span className="whitespace-nowrap">{formatDatumKort(amsterdamDate(gewijzigdOp))}</span><span className="block text-s">versie {String(versie)}</span></> },
    { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ catalogusprijsCent }) => (catalogusprijsCent === null ? '' : <Bedrag cent={catalogusprijsCent} />) },
    { key: 'starts', header: 'Startdata', numeric: true, cell: ({ starts }) => starts.toLocaleString('nl-NL') },
    { key: 'stand', header: 'Stand', cell: ({ gebreken, maatregel, isErkend }) => <span className="flex flex-wrap gap-2">{!isErkend && <Tag tone="fout">Niet toegelaten</Tag>}{maatregel !== null && <Tag tone="let-op">{maatregel}</Tag>}{gebreken.length > 0 && <Tag tone="let-op">Niet compleet</Tag>}{isErkend && maatregel === null && gebreken.length === 0 && <Tag tone="goed">In orde</Tag>}</span> },
    { key: 'doe', header: 'Toelating', cell: ({ id, titel, isErkend }) => (isErkend
      ? <Link href={`/erkenner/opleiders/${opleiderId}/intrekken?opleiding=${id}`}>Intrekken<span className="sr-only"> van {titel}</span></Link>
      : <ActionForm action={laatOpleidingToeAction}><input type="hidden" name="opleiderId" value={opleiderId} /><input type="hidden" name="opleidingId" value={id} /><Button variant="secondary">Toelaten<span className="sr-only"> van {titel}</span></Button></ActionForm>) },
  ]
}
