import type { Metadata } from 'next'
import { Vorderingkaart } from '@/components/dossier/vordering'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { requireOpleider } from '@/lib/platform/session'
import { listEigenVorderingen } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Terugvorderingen' }

/** What must be paid back, what is still open first. */
export default async function VorderingenPage() {
  const opleider = await requireOpleider('vordering.opleider')
  const vorderingen = await listEigenVorderingen(opleider)
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider', label: 'Overzicht' }]} />
      <PageTitle lead="Hier ziet u welk STAP-budget u moet terugbetalen, en hoe.">Terugvorderingen</PageTitle>
      {vorderingen.length === 0 && <EmptyState title="U hoeft niets terug te betalen">Moet u later STAP-budget terugbetalen? Dan krijgt u een brief en staat het hier.</EmptyState>}
      {vorderingen.map((vordering) => <Vorderingkaart key={vordering.kenmerk} vordering={vordering} basis="/opleider/vorderingen" />)}
    </Stack>
  )
}
