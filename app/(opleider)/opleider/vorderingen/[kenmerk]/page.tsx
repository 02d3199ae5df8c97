import type { Metadata } from 'next'
import { Brieflijst, EigenVordering, TerugVoorOpleider } from '@/components/dossier/vordering'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { StatusBadge } from '@/components/ui/tag'
import { Stack } from '@/components/ui/text'
import { amsterdamDate } from '@/lib/base/amsterdam'
import { formatDatumKort } from '@/lib/base/date'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireOpleider } from '@/lib/platform/session'
import { GROND, STATUS_LABEL, STATUS_TOON } from '@/lib/vordering/texts'
import { getEigenVordering } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Terugvordering' }

/** One claim: how to pay it, or how to pay it otherwise. */
export default async function VorderingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const opleider = await requireOpleider('vordering.opleider')
  const vordering = await getEigenVordering(opleider, decodeURIComponent((await params).kenmerk))
  if (vordering === undefined) return toonNietGevonden()
  const { open, lopend, overdracht, status } = vordering
  const brieven = vordering.brieven.map(({ id, onderwerp, verzondenOp }) => ({ href: `/opleider/vorderingen/${vordering.kenmerk}/brief/${id}`, onderwerp, dag: formatDatumKort(amsterdamDate(verzondenOp)) }))
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/opleider', label: 'Overzicht' }, { href: '/opleider/vorderingen', label: 'Terugvorderingen' }]} />
      <PageTitle kicker={vordering.kenmerk} lead={GROND[vordering.grond].zin}>{vordering.opleiding}</PageTitle>
      <div><StatusBadge tone={STATUS_TOON[status]}>{STATUS_LABEL[status]}</StatusBadge></div>
      <EigenVordering vordering={vordering} basis="/opleider/vorderingen" kanVragen={open > 0 && lopend === undefined && overdracht !== 'overgedragen'} brieven={<Brieflijst brieven={brieven} />} terug={<TerugVoorOpleider terug={vordering.terug} />} />
    </Stack>
  )
}
