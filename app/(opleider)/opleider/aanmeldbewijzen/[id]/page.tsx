import type { Metadata } from 'next'
import { z } from 'zod'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum, formatPeriode } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { BEWIJS_UITLEG } from '@/lib/vooraanmelding/texts'
import { getAanmeldbewijs, volledigeNaam } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'STAP-aanmeldbewijs' }

/** One aanmeldbewijs on one sheet, to print or to send: the code stands on top. */
export default async function AanmeldbewijsPage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('aanmeldbewijs.lezen')
  const { id } = await params
  const bewijs = z.guid().safeParse(id).success ? await getAanmeldbewijs(opleider, id) : undefined
  if (bewijs === undefined) return toonNietGevonden()
  const { organisatie, opleiding } = bewijs
  return (
    <Stack className="max-w-2xl">
      <div className="stap-noprint"><Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }]} /></div>
      <PageTitle lead={BEWIJS_UITLEG}>STAP-aanmeldbewijs</PageTitle>
      {bewijs.status === 'ingetrokken' && <Alert kind="warning" title="Dit aanmeldbewijs is ingetrokken">De deelnemer kan er geen aanvraag meer mee doen.</Alert>}
      {bewijs.status === 'gebruikt' && <Alert kind="ok" title="Gebruikt">De deelnemer heeft met dit aanmeldbewijs een aanvraag ingediend.</Alert>}
      <div className="stap-card">
        <Paragraph>Code</Paragraph>
        <p className="text-2xl font-bold tabular-nums tracking-wide">{bewijs.code}</p>
      </div>
      <section className="stap-stapel" aria-labelledby="deelnemer">
        <Heading level={2} id="deelnemer">Deelnemer</Heading>
        <SummaryList rows={[
          { key: 'naam', term: 'Naam', value: volledigeNaam(bewijs) },
          { key: 'geboren', term: 'Geboortedatum', value: formatDatum(bewijs.geboortedatum) },
          { key: 'nummer', term: 'Studentnummer', value: bewijs.studentnummer },
        ]} />
      </section>
      <section className="stap-stapel" aria-labelledby="scholing">
        <Heading level={2} id="scholing">Scholing</Heading>
        <SummaryList rows={[
          { key: 'opleider', term: 'Opleider', value: `${organisatie.naam} (KvK ${organisatie.kvk}, ${organisatie.code})` },
          { key: 'opleiding', term: 'Opleiding', value: opleiding.titel },
          { key: 'codes', term: 'Opleiding- en cohortcode', value: `${opleiding.programmaId}, ${bewijs.cohortcode}` },
          { key: 'wanneer', term: 'Wanneer', value: formatPeriode(bewijs.startdatum, bewijs.einddatum) },
          { key: 'waar', term: 'Waar', value: bewijs.plaats ?? 'Online' },
          { key: 'kosten', term: 'Totale kosten', value: <Bedrag cent={bewijs.kostenCent} /> },
          { key: 'subsidiabel', term: 'Subsidiabele kosten', value: <Bedrag cent={bewijs.subsidiabelCent} /> },
          { key: 'gevraagd', term: 'Gevraagd subsidiebedrag', value: <strong><Bedrag cent={bewijs.gevraagdCent} /></strong> },
          { key: 'op', term: 'Uitgegeven', value: formatTijdstip(bewijs.uitgegevenOp) },
        ]} />
      </section>
      <Paragraph>Dit bewijs reserveert geen budget en geeft geen voorrang.</Paragraph>
      {bewijs.status === 'uitgegeven' && (
        <ul className="stap-noprint flex flex-col gap-3">
          <li><Link href="/opleider/aanmeldbewijzen/nieuw" icon="plus">Nog een aanmeldbewijs uitgeven</Link></li>
          <li><Link href={`/opleider/aanmeldbewijzen/${bewijs.id}/intrekken`} icon="x">Aanmeldbewijs intrekken</Link></li>
        </ul>
      )}
    </Stack>
  )
}
