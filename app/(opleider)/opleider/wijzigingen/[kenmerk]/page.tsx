import type { Metadata } from 'next'
import { MeldForm } from '@/app/(opleider)/opleider/wijzigingen/[kenmerk]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { OPLEIDINGSVORMEN } from '@/lib/register/model'
import { VORM_LABEL } from '@/lib/register/texts'
import { SOORT_LABEL, STATUS_LABEL } from '@/lib/wijziging/texts'
import { getTeWijzigen } from '@/lib/wijziging/views'

export const metadata: Metadata = { title: 'Wijziging melden' }

/** Report that date, place or form changes for one deelnemer, and what became of earlier reports. */
export default async function WijzigingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const opleider = await requireOpleider('wijziging.melden')
  const gevonden = await getTeWijzigen(opleider, decodeURIComponent((await params).kenmerk))
  if (gevonden === undefined) return toonNietGevonden()
  const { kenmerk, titel, deelnemer, nu, isVerleend, eerder } = gevonden
  const wacht = eerder.some(({ status }) => status === 'voorgelegd')
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/opdrachten', label: 'Opdrachten' }]} />
      <PageTitle kicker={kenmerk} lead={`${deelnemer}, ${titel}`}>Wijziging melden</PageTitle>
      <Paragraph>De deelnemer krijgt een brief en beslist. Tot die tijd geldt wat was afgesproken. Elke melding blijft zichtbaar voor de Toetsingskamer.</Paragraph>
      {wacht && <Alert kind="info" title="De deelnemer moet nog antwoorden">U kunt pas weer iets melden als de deelnemer heeft geantwoord.</Alert>}
      {isVerleend && !wacht && (
        <MeldForm kenmerk={kenmerk} startdatum={formatDatumKort(nu.startdatum)} einddatum={formatDatumKort(nu.einddatum)} plaats={nu.plaats ?? ''} opleidingsvorm={nu.opleidingsvorm} vormen={OPLEIDINGSVORMEN.map((value) => ({ value, label: VORM_LABEL[value] }))} />
      )}
      {eerder.length > 0 && (
        <section className="stap-stapel" aria-labelledby="eerder">
          <Heading id="eerder">Eerder gemeld</Heading>
          <ul className="flex flex-col gap-3">
            {eerder.map(({ id, soorten, reden, status, gemeldOp }) => <li key={id}>Op {formatTijdstip(gemeldOp)}: andere {soorten.flatMap((soort) => (soort === 'datum' || soort === 'plaats' || soort === 'vorm' ? [SOORT_LABEL[soort].toLowerCase()] : [])).join(', ')}. Reden: {reden} <strong>{STATUS_LABEL[status]}.</strong></li>)}
          </ul>
        </section>
      )}
    </Stack>
  )
}
