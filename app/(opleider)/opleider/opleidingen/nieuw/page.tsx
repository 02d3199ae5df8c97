import type { Metadata } from 'next'
import { KEUZES } from '@/app/(opleider)/opleider/opleidingen/keuzes'
import { NieuweOpleidingFormulier } from '@/app/(opleider)/opleider/opleidingen/nieuw/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Opleiding toevoegen' }

/** A new opleiding, by hand. */
export default async function NieuweOpleidingPage() {
  await requireOpleider('opleiding.beheren')
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/opleidingen', label: 'Opleidingen' }]} />
      <PageTitle lead="Weet u nog niet alles? Bewaar dan wat u hebt. Burgers vinden de opleiding zodra alles is ingevuld.">Opleiding toevoegen</PageTitle>
      <NieuweOpleidingFormulier keuzes={KEUZES} />
    </Stack>
  )
}
