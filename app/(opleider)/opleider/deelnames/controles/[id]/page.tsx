import type { Metadata } from 'next'
import { z } from 'zod'
import { StukFormulier } from '@/app/(opleider)/opleider/deelnames/controles/[id]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { CONTROLE_OORDEEL_LABEL, UITKOMST_LABEL, WIJZE_LABEL } from '@/lib/verantwoording/texts'
import { getEigenControle } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Stukken sturen' }

/** One deelnemer of the sample: what is asked, what was sent, and what the Toetsingskamer found. */
export default async function ControlePage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('deelname.melden')
  const { id } = await params
  const geval = z.guid().safeParse(id).success ? await getEigenControle(opleider, id) : undefined
  if (geval === undefined) return toonNietGevonden()
  const { kenmerk, deelnemer, opleiding, deelname, uiterlijkOp, stukken, ingeleverdOp, oordeel, reden } = geval
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }, { href: '/opleider/deelnames/controles', label: 'Controles' }]} />
      <PageTitle kicker={kenmerk} lead={opleiding}>{`Stukken over ${deelnemer}`}</PageTitle>
      {oordeel !== null
        ? <Alert kind={oordeel === 'goed' ? 'ok' : 'warning'} title={`Oordeel van de Toetsingskamer: ${CONTROLE_OORDEEL_LABEL[oordeel].toLowerCase()}`}><p>{reden}</p>{oordeel !== 'goed' && <p>UWV kijkt naar de vaststelling van het STAP-budget. Van het besluit krijgt u bericht.</p>}</Alert>
        : ingeleverdOp !== null
          ? <Alert kind="ok" title="U hebt alles ingeleverd">De Toetsingskamer bekijkt de stukken. U krijgt bericht van het oordeel.</Alert>
          : <Alert kind="info" title={`Stuur de stukken uiterlijk op ${formatDatum(uiterlijkOp)}`}>Levert u niets in, of is het niet genoeg? Dan gaat dat naar UWV. UWV kan het STAP-budget dan lager vaststellen.</Alert>}
      {deelname !== null && (
        <SummaryList rows={[
          { key: 'uitkomst', term: 'U meldde', value: UITKOMST_LABEL[deelname.uitkomst] },
          ...(deelname.wijze === null ? [] : [{ key: 'wijze', term: 'Hoe afgerond', value: `${WIJZE_LABEL[deelname.wijze]}${deelname.percentage === null ? '' : ` (${String(deelname.percentage)} procent)`}` }]),
        ]} />
      )}
      <section className="stap-stapel" aria-labelledby="stukken">
        <Heading level={2} id="stukken">Uw stukken</Heading>
        {stukken.length === 0
          ? <EmptyState title="U hebt nog geen stuk gestuurd">Stuur het diploma of certificaat, de presentielijst of de uitslag van het examen.</EmptyState>
          : <SummaryList rows={stukken.map((stuk) => ({ key: stuk.id, term: formatTijdstip(stuk.op), value: <a className="nl-link" href={`/opleider/deelnames/controles/${id}/stukken/${stuk.id}`}>{stuk.omschrijving}</a> }))} />}
        {oordeel === null && ingeleverdOp === null && <StukFormulier gevalId={id} kanAfsluiten={stukken.length > 0} />}
      </section>
    </Stack>
  )
}
