import type { Metadata } from 'next'
import { vraagRegelingAction } from '@/app/(burger)/mijn/vorderingen/[kenmerk]/regeling/action'
import { RegelingFormulier } from '@/components/dossier/regeling-formulier.client'
import { RegelingUitleg } from '@/components/dossier/regeling-uitleg'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageTitle } from '@/components/ui/page-title'
import { Stack } from '@/components/ui/text'
import { formatDatum } from '@/lib/base/date'
import { formatBedrag } from '@/lib/base/money'
import { toonNietGevonden } from '@/lib/platform/not-found'
import { requireBurger } from '@/lib/platform/session'
import { getEigenVordering } from '@/lib/vordering/views'

export const metadata: Metadata = { title: 'Voorstel om terug te betalen' }

/** An own proposal to pay in instalments, or later. */
export default async function RegelingPage({ params }: { params: Promise<{ kenmerk: string }> }) {
  const burger = await requireBurger('vordering.eigen')
  const vordering = await getEigenVordering(burger, decodeURIComponent((await params).kenmerk))
  if (vordering === undefined || vordering.open === 0) return toonNietGevonden()
  const { kenmerk, open, grenzen } = vordering
  return (
    <Stack>
      <Breadcrumb items={[{ href: '/mijn/vorderingen', label: 'Terugvorderingen' }, { href: `/mijn/vorderingen/${kenmerk}`, label: kenmerk }]} />
      <PageTitle kicker={vordering.opleiding} lead={`U moet nog ${formatBedrag(open)} terugbetalen. Kunt u dat niet in één keer? Vul in wat wel lukt.`}>Voorstel om terug te betalen</PageTitle>
      <RegelingUitleg grenzen={grenzen} />
      <RegelingFormulier action={vraagRegelingAction} kenmerk={kenmerk} laagste={formatBedrag(grenzen.laagsteTermijn)} uiterlijk={formatDatum(grenzen.uiterlijkOp)} vraagtInkomen={true} />
    </Stack>
  )
}
