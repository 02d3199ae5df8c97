import type { Metadata } from 'next'
import { LaatToeForm } from '@/app/(erkenner)/erkenner/opleiders/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { today } from '@/lib/platform/clock'
import { requireMedewerker } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opleider toelaten' }

export default async function NieuwPage() {
  await requireMedewerker('toelating.beheren')
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/erkenner/opleiders', label: 'Opleiders' }]} />
      <PageTitle lead="Wie u toelaat, kan opleidingen in het scholingsregister zetten. Uw naam staat in het logboek.">Opleider toelaten</PageTitle>
      <LaatToeForm vandaag={formatDatumKort(await today())} />
    </Stack>
  )
}
