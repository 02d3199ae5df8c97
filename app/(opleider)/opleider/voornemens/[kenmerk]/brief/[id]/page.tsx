import type { Metadata } from 'next'
import { BriefWeergave } from '@/components/dossier/brief'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Stack } from '@/components/ui/text'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { getVoornemenbrief } from '@/lib/verantwoording/views'

export const metadata: Metadata = { title: 'Brief' }

/** A letter about a voornemen to this opleider. */
export default async function VoornemenbriefPage({ params }: { params: Promise<{ kenmerk: string; id: string }> }) {
  const opleider = await requireOpleider('voornemen.reageren')
  const { kenmerk, id } = await params
  const brief = await getVoornemenbrief(opleider, kenmerk, id)
  if (brief === undefined) return toonNietGevonden()
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider/voornemens', label: 'Voornemens' }, { href: `/opleider/voornemens/${kenmerk}`, label: `Aanvraag ${kenmerk}` }]} />
      <BriefWeergave brief={brief} />
    </Stack>
  )
}
