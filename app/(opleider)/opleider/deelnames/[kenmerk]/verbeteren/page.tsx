import type { Metadata } from 'next'
import { MeldFormulier } from '@/app/(opleider)/opleider/deelnames/[kenmerk]/form'
import { Alert } from '@/components/ui/alert'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getAanwezigheidsnorm, getDeelnemer } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Melding verbeteren' }

/** Puts a report right as long as nothing is established. */
export default async function VerbeterPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const opleider = await requireOpleider('deelname.melden')
  const [deelnemer, norm] = await Promise.all([getDeelnemer(opleider, (await params).kenmerk), getAanwezigheidsnorm()])
  if (deelnemer === undefined || deelnemer.deelname === null) toonNietGevonden()
  const { kenmerk, aanvraagStatus } = deelnemer
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/deelnames', label: 'Deelnames' }, { href: `/opleider/deelnames/${kenmerk}`, label: deelnemer.deelnemer }]} />
      <PageTitle kicker={kenmerk} lead={deelnemer.opleiding}>Melding verbeteren</PageTitle>
      {aanvraagStatus === 'vastgesteld'
        ? <Alert kind="info" title="Het STAP-budget is al vastgesteld">U kunt de melding niet meer verbeteren. Klopt er iets niet? Neem contact op met UWV.</Alert>
        : (
          <>
            <Alert kind="info">Wat u eerder meldde, blijft bewaard. Wij vragen de deelnemer opnieuw of het klopt.</Alert>
            <MeldFormulier kenmerk={kenmerk} norm={norm} isCorrectie />
          </>
        )}
    </Stack>
  )
}
