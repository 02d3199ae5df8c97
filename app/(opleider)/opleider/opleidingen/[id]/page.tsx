import type { Metadata } from 'next'
import { z } from 'zod'
import { KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { WijzigOpleidingFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/form'
import { MaatregelMelding } from '@/components/dossier/maatregel'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { ACTIVITEIT_STATUS_LABEL, GEBREK_TEKST, VORM_LABEL } from '@/lib/register/texts'
import { getEigenOpleiding, type Activiteit } from '@/lib/register/views'

export const metadata: Metadata = { title: 'Opleiding' }

type Props = { params: Promise<{ id: string }> }

/** One opleiding of this opleider: its start dates, its fields with what is missing beside them, and its versions. */
export default async function EigenOpleidingPage({ params }: Props) {
  const opleider = await requireOpleider('opleiding.beheren')
  const id = z.guid().safeParse((await params).id)
  const opleiding = id.success ? await getEigenOpleiding(opleider, id.data) : undefined
  if (opleiding === undefined) toonNietGevonden()
  const { inhoud, gebreken, activiteiten, versies, maatregel } = opleiding
  const nieuw = `/opleider/opleidingen/${opleiding.id}/scholingsactiviteiten/nieuw`
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={opleiding.programmaId} actions={<><ButtonLink href={nieuw} icon="plus">Startdatum toevoegen</ButtonLink><ButtonLink variant="secondary" href={`/opleidingen/${opleiding.id}`} icon="eye">Bekijk zoals een burger</ButtonLink></>}>{inhoud.titel === '' ? '(zonder titel)' : inhoud.titel}</PageTitle>
      {maatregel !== null && <MaatregelMelding soort={maatregel} />}
      {gebreken.length > 0 && <Alert kind="warning" title="Burgers kunnen deze opleiding nog niet aanvragen">Vul dit nog in: {gebreken.map((gebrek) => GEBREK_TEKST[gebrek].label.toLowerCase()).join(', ')}.</Alert>}
      <section className="stap-stapel" aria-labelledby="startdata">
        <Heading id="startdata">Startdata</Heading>
        <Table caption="Startdata van deze opleiding" captionHidden columns={columnsFor(opleiding.id)} rows={activiteiten} rowKey={(activiteit) => activiteit.id}
          empty={<EmptyState title="Er zijn nog geen startdata" action={<ButtonLink href={nieuw} icon="plus">Startdatum toevoegen</ButtonLink>}>Burgers vinden de opleiding zodra er een startdatum is.</EmptyState>} />
      </section>
      <section className="stap-stapel max-w-tekst" aria-label="Gegevens van de opleiding">
        {opleiding.bron === 'edudex' && <Alert title="Deze opleiding komt uit uw EDU-DEX-bestand">Wijzigt u hier iets, pas het dan ook aan in uw eigen systeem. Anders zet het volgende bestand het terug.</Alert>}
        <WijzigOpleidingFormulier keuzes={KEUZES} opleidingId={opleiding.id} versie={opleiding.versie} inhoud={inhoud} gebreken={gebreken} />
      </section>
      <Details line summary={`Versies (${String(opleiding.versie)})`}>
        <ul>{versies.map(({ versie, bron, vastgelegdOp }) => <li key={versie}><Link href={`/opleidingen/${opleiding.id}?versie=${String(versie)}`}>Versie {versie}</Link>, {formatTijdstip(vastgelegdOp)}, {bron === 'edudex' ? 'uit een bestand' : 'met de hand'}</li>)}</ul>
      </Details>
    </Stack>
  )
}

const TOON = { open: 'goed', gesloten: 'neutraal', geannuleerd: 'fout' } as const
const isStatus = (status: string): status is keyof typeof TOON => Object.hasOwn(TOON, status)

function columnsFor(opleidingId: string): readonly Column<Activiteit>[] {
  return [
    { key: 'start', header: 'Start', rowHeader: true, cell: ({ id, startdatum }) => <Link href={`/opleider/opleidingen/${opleidingId}/scholingsactiviteiten/${id}`}>{formatDatumKort(startdatum)}</Link> },
    { key: 'einde', header: 'Tot en met', cell: ({ einddatum }) => formatDatumKort(einddatum) },
    { key: 'code', header: 'Code', cell: ({ cohortcode }) => <span className="break-all">{cohortcode}</span> },
    { key: 'plaats', header: 'Plaats', cell: ({ plaats, vorm }) => plaats ?? VORM_LABEL[vorm] },
    { key: 'prijs', header: 'Prijs', numeric: true, cell: ({ prijs }) => <Bedrag cent={prijs} /> },
    { key: 'subsidiabel', header: 'Subsidiabel', numeric: true, cell: ({ subsidiabel }) => <Bedrag cent={subsidiabel} /> },
    { key: 'status', header: 'Aanmelding', cell: ({ status }) => (isStatus(status) ? <StatusBadge tone={TOON[status]}>{ACTIVITEIT_STATUS_LABEL[status]}</StatusBadge> : status) },
  ]
}
