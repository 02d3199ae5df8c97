import type { Metadata } from 'next'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Prose, Stack } from '@/components/ui/text'
import { formatTijdstip } from '@/lib/base/amsterdam'
import { formatDatum } from '@/lib/base/date'
import { STATUS_TEKST } from '@/lib/aanvraag/texts'
import { getOntvangst } from '@/lib/aanvraag/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Wij hebben uw aanvraag ontvangen' }

/** The proof of receipt (Awb 4:3a): a page to keep or print. While there is no outcome yet it looks again by itself. */
export default async function OntvangenPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('aanvraag.lezen')
  const ontvangst = await getOntvangst(burger, (await params).kenmerk)
  if (ontvangst === null) return toonNietGevonden()
  const { kenmerk, volgnummer, ontvangenOp, beslisUiterlijkOp, status } = ontvangst
  return (
    <Stack>
      {status === 'ingediend' && <meta httpEquiv="refresh" content="3" />}
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${kenmerk}`, label: 'Uw aanvraag' }]} />
      <PageTitle lead="Dit is uw bewijs van ontvangst. U kunt deze pagina bewaren of afdrukken.">Wij hebben uw aanvraag ontvangen</PageTitle>
      <SummaryList
        rows={[
          { key: 'kenmerk', term: 'Kenmerk', value: <strong>{kenmerk}</strong> },
          { key: 'moment', term: 'Ontvangen op', value: formatTijdstip(ontvangenOp) },
          { key: 'volgnummer', term: 'Volgnummer', value: String(volgnummer) },
          { key: 'stand', term: 'Stand', value: STATUS_TEKST[status].label },
        ]}
      />
      <Uitkomst status={status} />
      <section className="stap-stapel" aria-labelledby="hierna">
        <Heading level={2} id="hierna">Wat gebeurt er nu?</Heading>
        <Prose>
          <ul>
            <li>We verdelen het budget op volgorde van binnenkomst.</li>
            <li>U krijgt een brief met het besluit{beslisUiterlijkOp === null ? '' : `, uiterlijk op ${formatDatum(beslisUiterlijkOp)}`}. Ook als het budget op is.</li>
            <li>U krijgt ook een ontvangstbevestiging in uw berichten. Dat moet van de wet (artikel 4:3a van de Algemene wet bestuursrecht).</li>
          </ul>
        </Prose>
      </section>
      <div className="stap-knoppen stap-noprint"><ButtonLink href={`/mijn/aanvragen/${kenmerk}`} iconEnd="arrow-right">Volg uw aanvraag</ButtonLink></div>
    </Stack>
  )
}

function Uitkomst({ status }: { status: string }) {
  switch (status) {
    case 'ingediend': return <Alert kind="info" title="We kijken of er budget voor u is">Deze pagina ververst vanzelf. U hoeft niets te doen.</Alert>
    case 'gereserveerd': return <Alert kind="ok" title="Er is budget voor u gereserveerd">We beoordelen nu uw aanvraag. Daarna krijgt u het besluit.</Alert>
    case 'niet-toegewezen': return <Alert kind="warning" title="Er is geen budget meer voor u">Het budget van dit tijdvak is op, of u kreeg dit jaar al STAP-budget. U krijgt hierover een brief met het besluit.</Alert>
    case 'verleend': return <Alert kind="ok" title="U krijgt het STAP-budget">U vindt de brief met het besluit in uw berichten.</Alert>
    case 'afgewezen': return <Alert kind="warning" title="UWV heeft uw aanvraag afgewezen">U vindt de brief met het besluit in uw berichten. Daarin staat ook hoe u bezwaar maakt.</Alert>
    default: return null
  }
}
