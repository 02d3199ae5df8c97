import type { Metadata } from 'next'
import { AfzegFormulier, KostenFormulier } from '@/app/(opleider)/opleider/annuleringen/[kenmerk]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { Heading, Paragraph, Prose, Stack } from '@/components/ui/text'
import { getAnnulering } from '@/lib/annulering/views'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Annulering' }

type Annulering = NonNullable<Awaited<ReturnType<typeof getAnnulering>>>

/** One participant: report the private fee after it stopped, or call the scholing off for it, with what that means before it is done. */
export default async function AnnuleringPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const opleider = await requireOpleider('annulering.melden')
  const annulering = await getAnnulering(opleider, (await params).kenmerk)
  if (annulering === undefined) return toonNietGevonden()
  const { kenmerk, deelnemer, opleiding, startdatum, oorzaak, gestoptOp, kosten, maximum, teCrediteren } = annulering
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider', label: 'Overzicht' }, { href: '/opleider/annuleringen', label: 'Annuleringen' }]} />
      <PageTitle kicker={kenmerk} lead={opleiding}>{deelnemer}</PageTitle>
      <SummaryList rows={[
        { key: 'start', term: 'Start', value: formatDatum(startdatum) },
        { key: 'gestopt', term: 'Gestopt', value: oorzaak === null ? 'Nee' : `${oorzaak === 'opleider' ? 'U zegde af' : 'Deelnemer stopte'}${gestoptOp === null ? '' : `, ${gestoptOp}`}` },
        ...(kosten === null ? [] : [{ key: 'kosten', term: 'Annuleringskosten', value: formatBedrag(kosten) }]),
      ]} />
      {oorzaak === 'burger' && kosten === null && (
        <section className="stap-stapel max-w-tekst" aria-labelledby="kosten">
          <Heading level={2} id="kosten">Annuleringskosten melden</Heading>
          <Paragraph>Rekende u niets? Dan hoeft u niets te doen. U krijgt voor één scholing nooit én annuleringskosten én STAP-budget: houdt u een deel van het STAP-budget, dan gaat dit bedrag daarvan af. Stuurde u al een factuur voor het hele bedrag? Dan wacht die tot u een creditnota voor het verschil stuurt.</Paragraph>
          <KostenFormulier kenmerk={kenmerk} hoogstens={formatBedrag(maximum)} />
        </section>
      )}
      {oorzaak === 'burger' && kosten !== null && <Alert kind="ok" title="U hebt de kosten gemeld">De deelnemer heeft er een brief over gekregen. Klopt het bedrag niet? Neem contact op met UWV.</Alert>}
      {teCrediteren > 0 && <Alert kind="warning" title="Uw factuur wacht op een creditnota">De kosten en uw factuur zijn samen meer dan is toegekend. Stuur een creditnota van {formatBedrag(teCrediteren)}. Daarna betalen wij de rest.</Alert>}
      {oorzaak === 'opleider' && <Alert kind="info" title="U zegde deze scholing af">U mag de deelnemer geen kosten rekenen.</Alert>}
      {oorzaak === null && <Afzeggen annulering={annulering} />}
    </Stack>
  )
}

function Afzeggen({ annulering: { kenmerk, deelnemer, isAfgezegd, kanAfzeggen, isBetaald, bedrag } }: { annulering: Annulering }) {
  if (isAfgezegd) return <Alert kind="info" title="U hebt deze scholing afgezegd">{deelnemer} kiest nu: wisselen of stoppen. U krijgt bericht.</Alert>
  if (!kanAfzeggen) return <Alert kind="info" title="Afzeggen kan niet meer">De scholing is begonnen, of het STAP-budget is niet meer toegekend. Meld de uitkomst bij Deelnames.</Alert>
  return (
    <section className="stap-stapel max-w-tekst" aria-labelledby="afzeggen">
      <Heading level={2} id="afzeggen">Scholing afzeggen</Heading>
      <Prose>
        <p>Als u afzegt:</p>
        <ul>
          <li>krijgt {deelnemer} een brief en kiest: wisselen naar een andere scholing, of stoppen;</li>
          <li>betalen wij niet meer voor deze scholing{isBetaald ? `, en vragen wij ${formatBedrag(bedrag)} van u terug als de deelnemer stopt` : ''};</li>
          <li>mag u de deelnemer geen kosten rekenen;</li>
          <li>kunt u dit niet terugdraaien.</li>
        </ul>
      </Prose>
      <AfzegFormulier kenmerk={kenmerk} />
    </section>
  )
}
