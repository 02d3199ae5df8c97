import type { Metadata } from 'next'
import { z } from 'zod'
import { keuzesOp } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { WijzigOpleidingFormulier } from '@/app/(opleider)/opleider/opleidingen/[id]/form'
import { MaatregelMelding } from '@/components/dossier/maatregel'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Table, type Column } from '@/components/ui/table'
import { StatusBadge } from '@/components/ui/tag'
import { Heading, Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { kostenVan } from '@/lib/kwaliteit/rules/bewerking'
import { gegevensVan } from '@/lib/kwaliteit/rules/regels'
import { ERNST_LABEL, ERNST_TOON, regelTekst, uitlegVan } from '@/lib/kwaliteit/texts'
import { listSignalenVan } from '@/lib/kwaliteit/views'
import { today } from '@/lib/platform/clock'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { verplichteVelden } from '@/lib/register/rules/scholingsoort'
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
  const { inhoud, gebreken, activiteiten, maatregel } = opleiding
  const signalen = (await listSignalenVan(opleider, opleiding.id)).filter(({ regel, opgelostOp }) => opgelostOp === null && !regel.startsWith('ontbreekt-'))
  const nieuw = `/opleider/opleidingen/${opleiding.id}/scholingsactiviteiten/nieuw`
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle kicker={opleiding.programmaId} actions={<><ButtonLink href={nieuw} icon="plus">Startdatum toevoegen</ButtonLink><ButtonLink variant="secondary" href={`/opleider/opleidingen/${opleiding.id}/startreeks`} icon="calendar">Reeks startdata</ButtonLink><ButtonLink variant="secondary" href={`/opleider/opleidingen/${opleiding.id}/kopie`} icon="copy">Kopiëren</ButtonLink><ButtonLink variant="secondary" href={`/opleidingen/${opleiding.id}`} icon="eye">Bekijk zoals een burger</ButtonLink></>}>{inhoud.titel === '' ? '(zonder titel)' : inhoud.titel}</PageTitle>
      {maatregel !== null && <MaatregelMelding soort={maatregel} />}
      {gebreken.length > 0 && <Alert kind="warning" title="Burgers kunnen deze opleiding nog niet aanvragen">Vul dit nog in: {gebreken.map((gebrek) => GEBREK_TEKST[gebrek].label.toLowerCase()).join(', ')}.</Alert>}
      {signalen.length > 0 && (
        <section className="stap-stapel" aria-labelledby="signalen">
          <Heading id="signalen">Te verbeteren</Heading>
          <ul className="stap-stapel">{signalen.map((signaal) => <li key={signaal.id}><StatusBadge tone={ERNST_TOON[gegevensVan(signaal.regel).ernst]}>{ERNST_LABEL[gegevensVan(signaal.regel).ernst]}</StatusBadge> <strong>{regelTekst(signaal.regel).titel}.</strong> {uitlegVan(signaal)} {regelTekst(signaal.regel).herstel}</li>)}</ul>
        </section>
      )}
      <section className="stap-stapel" aria-labelledby="startdata">
        <Heading id="startdata">Startdata</Heading>
        <Table caption="Startdata van deze opleiding" captionHidden columns={columnsFor(opleiding.id)} rows={activiteiten} rowKey={(activiteit) => activiteit.id}
          empty={<EmptyState title="Er zijn nog geen startdata" action={<ButtonLink href={nieuw} icon="plus">Startdatum toevoegen</ButtonLink>}>Burgers vinden de opleiding zodra er een startdatum is.</EmptyState>} />
      </section>
      <section className="stap-stapel max-w-tekst" aria-label="Gegevens van de opleiding">
        {opleiding.bron === 'edudex' && <Alert title="Deze opleiding komt uit uw EDU-DEX-bestand">Wijzigt u hier iets, pas het dan ook aan in uw eigen systeem. Anders zet het volgende bestand het terug.</Alert>}
        <WijzigOpleidingFormulier keuzes={keuzesOp(await today())} opleidingId={opleiding.id} versie={opleiding.versie} inhoud={{ ...inhoud, kosten: kostenVan(inhoud) }} gebreken={gebreken} verplicht={verplichteVelden(inhoud.soort)} />
      </section>
      <section className="stap-stapel" aria-label="Meer over deze opleiding">
        <ul>
          <li><Link href={`/opleider/opleidingen/${opleiding.id}/arbeidsmarkt`} icon="briefcase">Vragen over gericht op werk {inhoud.arbeidsmarkt === null ? '(nog niet beantwoord)' : '(beantwoord)'}</Link></li>
          <li><Link href={`/opleider/opleidingen/${opleiding.id}/geschiedenis`} icon="history">Geschiedenis ({opleiding.versie === 1 ? '1 versie' : `${String(opleiding.versie)} versies`})</Link></li>
        </ul>
      </section>
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
