import type { Metadata } from 'next'
import { z } from 'zod'
import { IntrekForm } from '@/app/(opleider)/opleider/koppelingen/[id]/intrekken/form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Paragraph, Stack } from '@/components/ui/text'
import { getKoppeling } from '@/lib/koppeling/views'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'

export const metadata: Metadata = { title: 'Token intrekken' }

/** Asks once more before a system stops working. */
export default async function IntrekkenPage({ params }: { params: Promise<{ id: string }> }) {
  const opleider = await requireOpleider('koppeling.beheren')
  const { id } = await params
  const koppeling = z.guid().safeParse(id).success ? await getKoppeling(opleider, id) : undefined
  if (koppeling === undefined) return toonNietGevonden()
  return (
    <Stack className="max-w-2xl">
      <Breadcrumb items={[{ href: '/opleider/koppelingen', label: 'Koppelingen' }]} />
      <PageTitle kicker={`${koppeling.tokenBegin}…`} lead={koppeling.naam}>Token intrekken</PageTitle>
      <Paragraph>Het systeem dat dit token gebruikt, kan daarna meteen niets meer sturen. Wat het al heeft gestuurd, blijft staan. U kunt dit niet terugdraaien; wel kunt u een nieuw token maken.</Paragraph>
      <IntrekForm koppelingId={koppeling.id} />
    </Stack>
  )
}
