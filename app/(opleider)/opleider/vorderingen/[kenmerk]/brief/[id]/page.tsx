import type { Metadata } from 'next'
import { BriefWeergave } from '@/components/dossier/brief'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getVorderingbrief } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Brief' }

/** A letter about a claim on this opleider. */
export default async function VorderingbriefPage({ params }: { params: Promise<{ kenmerk: string; id: string }> }) {
  const opleider = await requireOpleider('vordering.opleider')
  const { kenmerk, id } = await params
  const brief = await getVorderingbrief(opleider, decodeURIComponent(kenmerk), id)
  if (brief === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/vorderingen', label: 'Terugvorderingen' }, { href: `/opleider/vorderingen/${kenmerk}`, label: decodeURIComponent(kenmerk) }]} />
      <BriefWeergave brief={brief} />
    </Stack>
  )
}
