import type { Metadata } from 'next'
import { KeurmerkForm } from '@/app/(duo)/duo/keurmerken/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Aanvraag van een keurmerk' }

export default async function NieuwKeurmerkPage() {
  await requireMedewerker('keurmerk.invoeren')
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/duo/keurmerken', label: 'Keurmerken' }]} />
      <PageTitle lead="Neem over wat het keurmerk heeft ingediend. Iemand anders besluit.">Aanvraag invoeren</PageTitle>
      <KeurmerkForm />
    </Stack>
  )
}
