import type { Metadata } from 'next'
import { z } from 'zod'
import { WijzigForm } from '@/app/(opleider)/opleider/aanmeldbewijzen/[id]/wijzigen/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { formatDatumKort } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getAanmeldbewijs, volledigeNaam } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijs wijzigen' }

export default async function WijzigenPage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('aanmeldbewijs.uitgeven')
  const { id } = await params
  const bewijs = z.guid().safeParse(id).success ? await getAanmeldbewijs(opleider, id) : undefined
  if (bewijs?.status !== 'uitgegeven') return toonNietGevonden()
  const isBewaard = bewijs.burgerId !== null
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }, { href: `/opleider/aanmeldbewijzen/${id}`, label: 'STAP-aanmeldbewijs' }]} />
      <PageTitle kicker={bewijs.code} lead={`${volledigeNaam(bewijs)}, ${bewijs.opleiding.titel}`}>Aanmeldbewijs wijzigen</PageTitle>
      <Paragraph>{isBewaard
        ? 'De deelnemer heeft dit aanmeldbewijs bewaard. Uw wijziging geldt pas als de deelnemer akkoord gaat.'
        : 'De deelnemer heeft dit aanmeldbewijs nog niet bewaard. Uw wijziging geldt meteen; de code blijft dezelfde.'} Is het een andere opleiding of iemand anders? Trek dit aanmeldbewijs dan in en geef een nieuw uit.</Paragraph>
      <WijzigForm
        aanmeldbewijsId={bewijs.id} startdatum={formatDatumKort(bewijs.startdatum)} einddatum={formatDatumKort(bewijs.einddatum)} plaats={bewijs.plaats ?? ''}
        gevraagd={formatBedrag(bewijs.gevraagdCent).replace('€ ', '')} isBewaard={isBewaard}
      />
    </Stack>
  )
}
