import type { Metadata } from 'next'
import { KostenbesluitForm } from '@/app/(uwv)/uwv/kosten/[kenmerk]/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Stack } from '@/components/ui/text'
import { AANDACHT_LABEL, KOSTENUITKOMST_LABEL } from '@/lib/annulering/texts'
import { getKostenmeldingVan } from '@/lib/annulering/views'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { isAllowed } from '@/lib/platform/policy'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Gemelde kosten' }

/** One private fee that a participant tells of: what the opleider says, the maximum, and the decision. */
export default async function GemeldeKostenVanPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const medewerker = await requireMedewerker('uwv.werkvoorraad')
  const melding = await getKostenmeldingVan(medewerker, (await params).kenmerk)
  if (melding === undefined) return toonNietGevonden()
  const { kenmerk, deelnemer, opleider, bedrag, maximum, gemeld, aandacht, toelichting, gemeldOp, uitkomst, reden } = melding
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/uwv/deelnames', label: 'Deelnames' }, { href: '/uwv/kosten', label: 'Gemelde kosten' }]} />
      <PageTitle kicker={kenmerk} lead={opleider}>{deelnemer}</PageTitle>
      {uitkomst === null && aandacht.length > 0 && <Alert kind="warning" title={aandacht.map((een) => AANDACHT_LABEL[een]).join('. ')}>De opleider heeft een brief gekregen met de vraag om te melden of terug te geven.</Alert>}
      <SummaryList rows={[
        { key: 'bedrag', term: 'Deelnemer meldt', value: <Bedrag cent={bedrag} /> },
        { key: 'opleider', term: 'Opleider meldt', value: gemeld === null ? 'Niets' : <Bedrag cent={gemeld} /> },
        { key: 'maximum', term: 'Maximum', value: <Bedrag cent={maximum} /> },
        { key: 'waarvoor', term: 'Waarvoor', value: <span className="break-words">{toelichting}</span> },
        { key: 'wanneer', term: 'Gemeld op', value: formatTijdstip(gemeldOp) },
        { key: 'dossier', term: 'Dossier', value: <Link href={`/uwv/aanvragen/${kenmerk}`}>{kenmerk}</Link> },
        ...(uitkomst === null ? [] : [{ key: 'uitkomst', term: 'Uitkomst', value: KOSTENUITKOMST_LABEL[uitkomst] }]),
        ...(reden === null ? [] : [{ key: 'reden', term: 'Waarom', value: reden }]),
      ]} />
      {uitkomst === null && isAllowed(medewerker, 'uwv.besluiten') && <KostenbesluitForm kenmerk={kenmerk} hoogstens={formatBedrag(maximum)} />}
    </Stack>
  )
}
