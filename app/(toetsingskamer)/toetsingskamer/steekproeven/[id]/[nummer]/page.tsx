import type { Metadata } from 'next'
import { OordeelFormulier } from '@/app/(toetsingskamer)/toetsingskamer/steekproeven/[id]/[nummer]/form'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'
import { CONTROLE_OORDELEN } from '@/lib/verantwoording/model'
import { whyNietTeBeoordelen } from '@/lib/verantwoording/rules/deelname-controle'
import { CONTROLE_OORDEEL_LABEL, CONTROLE_SIGNAAL_LABEL } from '@/lib/verantwoording/texts'
import { getControlegeval } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Melding controleren' }

type Props = { params: Promise<{ id: string; nummer: string }> }

/** One report with its documents, and the judgement. */
export default async function GevalPage({ params }: Props) {
  const medewerker = await requireMedewerker('toezicht.lezen')
  const { id, nummer } = await params
  const { geval, vandaag } = await getControlegeval(medewerker, id, /^[1-9][0-9]{0,5}$/.test(nummer) ? Number(nummer) : 0)
  if (geval === undefined) return toonNietGevonden()
  const basis = `/toetsingskamer/steekproeven/${id}/${nummer}`
  const feiten = { isBeoordeeld: geval.oordeel !== null, stukken: geval.stukken.length, isIngeleverd: geval.ingeleverdOp !== null, uiterlijkOp: geval.uiterlijkOp, vandaag }
  const oordelen = CONTROLE_OORDELEN.filter((oordeel) => whyNietTeBeoordelen(oordeel, feiten).length === 0)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/toetsingskamer/steekproeven', label: 'Controles van deelnames' }, { href: `/toetsingskamer/steekproeven/${id}`, label: 'Steekproef' }]} />
      <PageTitle kicker={geval.kenmerk} lead={`${geval.opleiding}, bij ${geval.opleider}.`}>{geval.deelnemer}</PageTitle>
      {geval.oordeel !== null && <Alert kind={geval.oordeel === 'goed' ? 'ok' : 'warning'} title={`Oordeel: ${CONTROLE_OORDEEL_LABEL[geval.oordeel].toLowerCase()}`}><p>{geval.reden}</p><p>{geval.door !== null && `Door ${geval.door}. `}{geval.oordeel !== 'goed' && 'UWV heeft een signaal gekregen en beslist over het bedrag.'}</p></Alert>}
      <SummaryList rows={[
        { key: 'periode', term: 'Opleiding', value: formatPeriode(geval.startdatum, geval.einddatum) },
        { key: 'signalen', term: 'Signalen', value: geval.signalen.length === 0 ? 'Geen' : geval.signalen.map((signaal) => CONTROLE_SIGNAAL_LABEL[signaal]).join(', ') },
        { key: 'uiterlijk', term: 'Stukken uiterlijk', value: formatDatum(geval.uiterlijkOp) },
        ...(geval.ingeleverdOp === null ? [] : [{ key: 'ingeleverd', term: 'Ingeleverd', value: formatTijdstip(geval.ingeleverdOp) }]),
      ]} />
      <Heading level={2}>Wat de opleider meldde</Heading>
      {geval.deelname !== null && geval.deelname.versie !== geval.deelnameVersie && <Alert kind="warning">De opleider heeft de melding na de loting verbeterd.</Alert>}
      {geval.deelname !== null && <DeelnameMelding melding={geval.deelname} bewijsHref={`${basis}/bewijs`} />}
      <Heading level={2}>Stukken</Heading>
      {geval.stukken.length === 0
        ? <EmptyState title="Er zijn geen stukken">De opleider heeft nog niets gestuurd.</EmptyState>
        : <SummaryList rows={geval.stukken.map((stuk) => ({ key: stuk.id, term: formatTijdstip(stuk.op), value: <a className="nl-link" href={`${basis}/stukken/${stuk.id}`}>{stuk.omschrijving}</a> }))} />}
      {geval.oordeel === null && isAllowed(medewerker, 'deelname.controleren') && (
        <section className="stap-stapel" aria-labelledby="oordeel">
          <Heading level={2} id="oordeel">Oordeel</Heading>
          {oordelen.length === 0
            ? <Paragraph>De opleider heeft nog tijd tot en met {formatDatum(geval.uiterlijkOp)}. U kunt oordelen als alles is ingeleverd, of na die dag.</Paragraph>
            : <OordeelFormulier gevalId={geval.id} controleId={id} nummer={geval.nummer} oordelen={oordelen} />}
        </section>
      )}
    </Stack>
  )
}
