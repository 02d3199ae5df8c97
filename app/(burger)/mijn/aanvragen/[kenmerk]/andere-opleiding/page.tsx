import type { Metadata } from 'next'
import { kiesAction } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/andere-opleiding/action'
import { KiesForm } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/andere-opleiding/form'
import { Alert } from '@/components/ui/alert'
import { Bedrag } from '@/components/ui/bedrag'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageTitle } from '@/components/ui/page-title'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { getEigenAanvraag, listAlternatieven, type Alternatief } from '@/lib/aanvraag/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Andere opleiding kiezen' }

/** While an opleiding is under investigation: others in the same field that really can be chosen, and the code to go on with one. */
export default async function AndereOpleidingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const { kenmerk } = await params
  const [aanvraag, alternatieven] = await Promise.all([getEigenAanvraag(burger, kenmerk), listAlternatieven(burger, kenmerk)])
  if (aanvraag === null || alternatieven === null) return toonNietGevonden()
  const { status, momentopname, bedragCent, aangehoudenTot } = aanvraag
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${aanvraag.kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle kicker={aanvraag.kenmerk} lead={`Nu hebt u gekozen: ${momentopname.opleiding.titel}`}>Andere opleiding kiezen</PageTitle>
      {status === 'aangehouden' ? (
        <>
          <Prose>
            <p>Uw opleiding wordt onderzocht. U houdt uw plaats en uw budget van <Bedrag cent={bedragCent} />.{aangehoudenTot !== null && ` U kunt kiezen tot en met ${formatDatum(aangehoudenTot)}.`}</p>
            <ol>
              <li>Zoek een opleiding die bij u past.</li>
              <li>Meld u aan bij de opleider en vraag om een aanmeldbewijs.</li>
              <li>Vul hieronder de code van dat aanmeldbewijs in.</li>
            </ol>
          </Prose>
          <section className="stap-stapel" aria-labelledby="code">
            <Heading level={2} id="code">Ik heb een nieuw aanmeldbewijs</Heading>
            <KiesForm action={kiesAction} kenmerk={aanvraag.kenmerk} />
          </section>
          <Alternatieven alternatieven={alternatieven} />
        </>
      ) : (
        <Alert kind="info" title="U hoeft geen andere opleiding te kiezen">Dat kan alleen als uw opleiding wordt onderzocht.</Alert>
      )}
    </Stack>
  )
}

function Alternatieven({ alternatieven }: { alternatieven: readonly Alternatief[] }) {
  return (
    <section className="stap-stapel" aria-labelledby="alternatieven">
      <Heading level={2} id="alternatieven">Opleidingen in hetzelfde vakgebied</Heading>
      {alternatieven.length === 0 ? (
        <EmptyState title="Wij vonden geen opleiding die precies past" action={<Link href="/opleidingen">Zoek zelf een opleiding</Link>}>
          Hier staan opleidingen in hetzelfde vakgebied die op tijd beginnen en binnen uw budget passen.
        </EmptyState>
      ) : (
        <>
          <Paragraph>Deze opleidingen beginnen op tijd en passen binnen uw budget.</Paragraph>
          <ul className="flex flex-col gap-5">
            {alternatieven.map(({ opleidingId, titel, opleider, plaats, startdatum, bedragCent }) => (
              <li key={opleidingId}>
                <Link href={`/opleidingen/${opleidingId}`}>{titel}</Link>
                <p className="text-ink-soft">{opleider}, {plaats ?? 'online'}. Start op {formatDatum(startdatum)}. STAP-budget: <Bedrag cent={bedragCent} />.</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
