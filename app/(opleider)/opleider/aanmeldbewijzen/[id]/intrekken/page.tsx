import type { Metadata } from 'next'
import { z } from 'zod'
import { IntrekForm } from '@/app/(opleider)/opleider/aanmeldbewijzen/[id]/intrekken/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getAanmeldbewijs, volledigeNaam } from '@/lib/vooraanmelding/views'

export const metadata: Metadata = { title: 'Aanmeldbewijs intrekken' }

export default async function IntrekkenPage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('aanmeldbewijs.intrekken')
  const { id } = await params
  const bewijs = z.guid().safeParse(id).success ? await getAanmeldbewijs(opleider, id) : undefined
  if (bewijs === undefined) return toonNietGevonden()
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/aanmeldbewijzen', label: 'Aanmeldbewijzen' }, { href: `/opleider/aanmeldbewijzen/${id}`, label: 'STAP-aanmeldbewijs' }]} />
      <PageTitle kicker={bewijs.code} lead={`${volledigeNaam(bewijs)}, ${bewijs.opleiding.titel}`}>Aanmeldbewijs intrekken</PageTitle>
      <Paragraph>{bewijs.burgerId === null
        ? 'De deelnemer kan daarna met deze code geen aanvraag meer doen. Laat het de deelnemer weten.'
        : 'De deelnemer heeft dit aanmeldbewijs bewaard. Het wordt pas ingetrokken als de deelnemer akkoord gaat. Daarna kan een aanvraag die al klaarstaat niet meer worden ingediend.'}</Paragraph>
      <IntrekForm aanmeldbewijsId={bewijs.id} />
    </Stack>
  )
}
