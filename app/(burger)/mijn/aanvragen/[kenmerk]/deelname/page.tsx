import type { Metadata } from 'next'
import { ReactieFormulier } from '@/app/(burger)/mijn/aanvragen/[kenmerk]/deelname/form'
import { DeelnameMelding } from '@/components/dossier/deelname-melding'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getEigenDeelname, type DeelnemerRij } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Klopt de melding van uw opleider?' }

type Props = { params: Promise<{ kenmerk: string }> }

/** The burger reads what the opleider reported and says whether it is right. */
export default async function DeelnamePage({ params }: Props) {
  const burger = await requireBurger('deelname.bevestigen')
  const zaak = await getEigenDeelname(burger, (await params).kenmerk)
  if (zaak === undefined) toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn STAP' }, { href: `/mijn/aanvragen/${zaak.kenmerk}`, label: `Aanvraag ${zaak.kenmerk}` }]} />
      <PageTitle lead={`${zaak.opleiding}, bij ${zaak.opleider}.`}>{zaak.deelname?.reactie === null ? 'Klopt dit?' : 'Uw deelname'}</PageTitle>
      <Melding zaak={zaak} />
    </Stack>
  )
}

function Melding({ zaak: { kenmerk, deelname, aanvraagStatus, opleider } }: { zaak: DeelnemerRij }) {
  if (deelname === null) {
    return <Alert kind="info" title="Uw opleider heeft nog niets gemeld">Na afloop van de opleiding meldt {opleider} hoe het is gegaan. U krijgt dan een bericht van ons.</Alert>
  }
  return (
    <>
      <Stand reactie={deelname.reactie} status={aanvraagStatus} />
      <DeelnameMelding melding={deelname} bewijsHref={`/mijn/aanvragen/${kenmerk}/deelname/bewijs`} />
      {deelname.reactie === null && aanvraagStatus === 'verleend' && <ReactieFormulier kenmerk={kenmerk} />}
    </>
  )
}

function Stand({ reactie, status }: { reactie: string | null; status: string }) {
  if (status === 'vastgesteld') return <Alert kind="ok" title="Uw STAP-budget is vastgesteld">U vindt de brief bij uw berichten.</Alert>
  if (reactie === 'betwist') return <Alert kind="info" title="U bent het niet eens met de melding">Een medewerker van UWV zoekt het uit. U krijgt daarna een brief met het besluit.</Alert>
  if (reactie === 'bevestigd') return <Alert kind="ok" title="Dank u, uw antwoord is binnen">Wij stellen uw STAP-budget vast. U krijgt daarover een brief.</Alert>
  return null
}
